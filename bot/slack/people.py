"""What people's accounts show as their names: asked of Slack once, kept for a while, never with an e-mail address."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence

from slack_sdk.web.async_client import AsyncWebClient

from bot.platform import NotSaid
from bot.slack.errors import Refused, delivery_error
from bot.slack.shapes import shown_name
from meetings.errors import MysamError

MOST = 5_000
KEPT_SECONDS = 24 * 3600.0


class NotToldNow(MysamError):
    """Slack could not say who an account is just now; it may later."""


class People:
    """The names of one workspace's accounts, as many as `most`."""

    def __init__(
        self, client: AsyncWebClient, *, most: int = MOST, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._client = client
        self._most = most
        self._clock = clock
        self._names: OrderedDict[str, tuple[str | None, float]] = OrderedDict()
        self._asked: dict[str, asyncio.Task[None]] = {}
        self._closed_until = 0.0
        self._nobody: set[str] = set()

    def name(self, account: str) -> str | None:
        """Give the name an account shows, None when it is not known."""
        known = self._names.get(account)
        return known[0] if known is not None else None

    def is_person(self, account: str) -> bool:
        """Tell whether an account that was asked for is somebody's: no program's, and not closed."""
        return account not in self._nobody

    def remember(self, account: str, name: str | None) -> None:
        """Take down what an account shows."""
        self._names[account] = (name, self._clock())
        self._names.move_to_end(account)
        while len(self._names) > self._most:
            self._names.popitem(last=False)

    def forget(self, account: str) -> None:
        """Ask anew next time."""
        self._names.pop(account, None)

    async def learn(self, accounts: Sequence[str]) -> None:
        """Ask for the names that are not known. Raises NotToldNow when Slack could not answer just now."""
        unknown = [account for account in accounts if not self._fresh(account)]
        if not unknown:
            return
        asked = [self._asked.get(account) or self._ask(account) for account in unknown]
        for result in await asyncio.gather(*(asyncio.shield(task) for task in asked), return_exceptions=True):
            if isinstance(result, BaseException):
                raise result

    def _fresh(self, account: str) -> bool:
        known = self._names.get(account)
        return known is not None and self._clock() - known[1] < KEPT_SECONDS

    def _ask(self, account: str) -> asyncio.Task[None]:
        task = asyncio.create_task(self._look_up(account))
        self._asked[account] = task
        task.add_done_callback(lambda _: self._asked.pop(account, None))
        return task

    async def _look_up(self, account: str) -> None:
        if self._clock() < self._closed_until:
            # Slack has asked to be left alone for a while.
            if self.name(account) is not None:
                return
            raise NotToldNow("users.info: ratelimited")
        try:
            answer = await self._client.users_info(user=account)
        except Exception as error:
            told = delivery_error(error, "users.info", repeatable=True)
            if isinstance(told, Refused):
                # Somebody of another organisation, or gone: Slack does not say who it is, and will not later.
                self.remember(account, self.name(account))
                return
            if isinstance(told, NotSaid) and told.after is not None:
                self._closed_until = self._clock() + told.after
            if self.name(account) is not None:
                return
            raise NotToldNow(str(told)) from None
        user = answer.get("user")
        if isinstance(user, dict) and (user.get("is_bot") or user.get("deleted")) and len(self._nobody) < self._most:
            self._nobody.add(account)
        self.remember(account, shown_name(user) if isinstance(user, dict) else None)
