"""Calls to Slack's Web API: not before it may be called, and every failure told as what it means."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.platform import NotSaid
from bot.slack.errors import delivery_error
from bot.slack.pace import Pace


class Calls:
    """Calls methods of the Web API for one workspace."""

    def __init__(self, client: AsyncWebClient, pace: Pace) -> None:
        self.client = client
        self.pace = pace
        self.scopes: frozenset[str] | None = None
        """The permissions the token has, as Slack last told; None before it has."""

    async def call(
        self,
        method: str,
        function: Callable[..., Awaitable[AsyncSlackResponse]],
        *,
        repeatable: bool = False,
        **arguments: Any,
    ) -> dict[str, Any]:
        """Call a method and return its answer. Raises DeliveryError; never in doubt about what is `repeatable`."""
        self.pace.check(method)
        try:
            response = await function(**arguments)
            answer = response.data
            if not isinstance(answer, dict):
                raise TypeError("no JSON object")
        except Exception as error:
            told = delivery_error(error, method, repeatable=repeatable)
            if isinstance(told, NotSaid) and told.after is not None:
                self.pace.close(method, told.after)
            # The error itself quotes what was sent.
            raise told from None
        self._remember_scopes(response)
        return answer

    async def learn_scopes(self) -> None:
        """Ask once which permissions the token has, if Slack has not told yet. Raises DeliveryError."""
        if self.scopes is None:
            await self.call("auth.test", self.client.auth_test, repeatable=True)

    def may(self, scope: str) -> bool:
        """Tell whether the token has a permission, as far as is known."""
        return self.scopes is None or scope in self.scopes

    def _remember_scopes(self, response: AsyncSlackResponse) -> None:
        given = next((value for name, value in response.headers.items() if name.lower() == "x-oauth-scopes"), None)
        if isinstance(given, str):
            self.scopes = frozenset(scope.strip() for scope in given.split(",") if scope.strip())
