"""Slack's requests, whichever way they come: let in, heard, and answered; people at buttons never wait for the work."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Protocol

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.logs import failed
from bot.slack.happenings import Uninstalled
from bot.slack.read import read
from bot.slack.workspaces import QUIET, Line, Workspace, Workspaces, platform_name
from bot.under_way import UnderWay

_log = logging.getLogger(__name__)

NOT_INSTALLED = "Mysam är inte installerat här längre. Mysam is no longer installed here."
_NO_WORKSPACE = frozenset({"app_uninstalled", "tokens_revoked", "team_access_revoked"})
"""Events that tell of an installation's end, after which nothing can be let in any more."""

Body = Mapping[str, Any]


class Ack(Protocol):
    """Answers Slack at once; what is given goes along, for a view that is to be changed or that is wrong."""

    async def __call__(self, **answer: Any) -> object:
        """Acknowledge."""


class Interactions(Protocol):
    """Takes commands, buttons, shortcuts and views. It acknowledges first, and works then."""

    async def act(self, workspace: Workspace, body: Body, ack: Ack) -> None:
        """Take one."""


class Takes(Protocol):
    """What takes events; see `bot.slack.ear`."""

    async def take(self, workspace: Workspace, body: Body, retry: int = 0) -> None:
        """Take one. Raises when it was not kept."""


class SlackApp:
    """One for all workspaces. An event is acknowledged when it is kept, and only then."""

    def __init__(
        self,
        line: Line,
        workspaces: Workspaces,
        ear: Takes,
        interactions: Interactions,
        uninstalled: Callable[[str, datetime | None], Awaitable[None]],
        *,
        signing_secret: str | None = None,
        oauth: AsyncOAuthFlow | None = None,
    ) -> None:
        """`uninstalled` is called with the name of a workspace that the bot is let into no longer, and since when."""
        self._workspaces = workspaces
        self._ear = ear
        self._interactions = interactions
        self._uninstalled = uninstalled
        self._working: set[asyncio.Task[None]] = set()
        self.under_way = UnderWay()
        self._bolt = AsyncApp(
            name="mysam",
            logger=QUIET,
            client=line.client(None),
            signing_secret=signing_secret or "",
            authorize=_LetIn(workspaces),  # type: ignore[arg-type]
            oauth_flow=oauth,
            process_before_response=True,
            request_verification_enabled=signing_secret is not None,
            # Whose word it was is for the reader to tell, which leaves out all bots.
            ignoring_self_events_enabled=False,
            attaching_function_token_enabled=False,
            user_facing_authorize_error_message=NOT_INSTALLED,
        )
        self._bolt.middleware(self._receive)

    async def answer_http(self, request: web.Request) -> web.Response:
        """Answer a request of Slack's; its signature is checked."""
        if self.under_way.resting:
            return web.Response(status=503)
        with self.under_way:
            try:
                asked = await to_bolt_request(request)
            except Exception:
                # Not signed yet: anybody may send anything.
                return web.Response(status=400)
            return await to_aiohttp_response(await self._bolt.async_dispatch(asked))

    async def answer_envelope(self, envelope: Mapping[str, Any]) -> dict[str, Any] | None:
        """Answer an envelope of Socket Mode; None when it is not acknowledged, so that it comes again."""
        payload = envelope.get("payload")
        if not isinstance(payload, dict):
            return {}
        retry = {
            f"x-slack-retry-{name}": [str(envelope[f"retry_{field}"])]
            for name, field in (("num", "attempt"), ("reason", "reason"))
            if envelope.get(f"retry_{field}")
        }
        with self.under_way:
            asked = AsyncBoltRequest(mode="socket_mode", body=payload, headers=retry)  # type: ignore[arg-type]
            answer = await self._bolt.async_dispatch(asked)
        if answer.status != 200:
            return None
        if not answer.body:
            return {}
        return json.loads(answer.body) if answer.body.startswith("{") else {"text": answer.body}

    async def rest(self) -> None:
        """Take nothing more in over HTTP, and return when what was taken is done."""
        await self.under_way.over()
        await self.idle()

    async def idle(self) -> None:
        """Return when what people asked for with gestures is done."""
        while self._working:
            await asyncio.gather(*self._working, return_exceptions=True)

    async def _receive(self, req: AsyncBoltRequest, context: AsyncBoltContext) -> BoltResponse:
        """Take every request that was let in. An exception is answered with 500, and the event comes again."""
        body = req.body
        try:
            match body.get("type"):
                case "event_callback":
                    await self._event(body, context, _retry(req))
                case "app_rate_limited":
                    _log.warning("Slack holds back events of %s: more than 30,000 in an hour", body.get("team_id"))
                case _:
                    return await self._interaction(body, context)
        except Exception as error:
            failed(_log, "not kept, it is to come again", error, message=str(body.get("event_id")))
            return BoltResponse(status=500, body="")
        return BoltResponse(status=200, body="")

    async def _event(self, body: Body, context: AsyncBoltContext, retry: int) -> None:
        event = body.get("event")
        kind = event.get("type") if isinstance(event, dict) else None
        if kind in _NO_WORKSPACE:
            gone = read(body, lambda _: None)
            if isinstance(gone, Uninstalled):
                await self._gone(gone, context, body.get("event_time"))
            return
        workspace = context.get("workspace")
        if isinstance(workspace, Workspace):
            await self._ear.take(workspace, body, retry)

    async def _gone(self, gone: Uninstalled, context: AsyncBoltContext, at: object) -> None:
        since = datetime.fromtimestamp(at, UTC) if isinstance(at, int) and 0 < at < 10**11 else None
        teams = gone.teams or (context.team_id,)
        names = {platform_name(context.enterprise_id, team, org_wide=False) for team in teams}
        if not gone.teams:
            names.add(platform_name(context.enterprise_id, context.team_id, org_wide=True))
        for name in sorted(name for name in names if name is not None):
            await self._uninstalled(name, since)

    async def _interaction(self, body: Body, context: AsyncBoltContext) -> BoltResponse:
        """Let a person's gesture be worked on, and answer as soon as it is acknowledged."""
        workspace = context.get("workspace")
        if not isinstance(workspace, Workspace):
            return BoltResponse(status=200, body="")
        acknowledged = asyncio.Event()
        ack = context.ack

        async def answer(**words: Any) -> object:
            response = await ack(**words)
            acknowledged.set()
            return response

        work = asyncio.create_task(self._interactions.act(workspace, body, answer))
        self._working.add(work)
        work.add_done_callback(self._working.discard)
        work.add_done_callback(lambda _: acknowledged.set())
        await acknowledged.wait()
        work.add_done_callback(_look)
        return ack.response or BoltResponse(status=200, body="")


class _LetIn(AsyncAuthorize):
    """Finds the workspace that a request comes from; Slack Connect and Grid tell by whose authorization it came."""

    def __init__(self, workspaces: Workspaces) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._workspaces = workspaces

    async def __call__(
        self,
        *,
        context: AsyncBoltContext,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None,
        **actor: str | None,
    ) -> AuthorizeResult | None:
        workspace = await self._workspaces.of(enterprise_id, team_id, bool(context.is_enterprise_install))
        if workspace is None:
            return None
        context["workspace"] = workspace
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_user_id=workspace.bot_user,
            bot_token=workspace.client.token,
        )


def _retry(request: AsyncBoltRequest) -> int:
    number = next(iter(request.headers.get("x-slack-retry-num", ())), "0")
    return int(number) if number.isdecimal() else 0


def _look(work: asyncio.Task[None]) -> None:
    if not work.cancelled() and (error := work.exception()) is not None:
        failed(_log, "a gesture failed", error)
