"""Slack as a door: its way in over a socket or over HTTP, its workspaces, and what keeps them in order."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import ClientSession, web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_sdk.web.async_client import AsyncWebClient

from bot.config import Settings
from bot.desk import Desk
from bot.logs import failed
from bot.misuse import ConfigError
from bot.net import client_session, trusted
from bot.platform import Platform
from bot.slack.app import SlackApp
from bot.slack.backfill import GLANCE, LOOK_BACK, Backfill
from bot.slack.ear import Ear
from bot.slack.gestures import Gestures, Part
from bot.slack.identity import identify
from bot.slack.installs import INSTALL_PATH, REDIRECT_PATH, Arrivals, depart, oauth_flow
from bot.slack.lifecycle import Lifecycle, Opens, Welcome, welcome
from bot.slack.marks import Marks
from bot.slack.platform import SlackPlatform
from bot.slack.scopes import BOT_SCOPES
from bot.slack.socket import Socket
from bot.slack.spoken import Spoken
from bot.slack.workspaces import Line, Workspaces
from meetings.language import Language, texts_for
from storage.database import Database
from storage.heard import Heard
from storage.installs import Installs
from storage.keys import Keys

_log = logging.getLogger(__name__)

EVENTS_PATH = "/slack/events"
SAVE_SECONDS = 15.0
STUCK = timedelta(minutes=8)
"""What could not be heard for so long is not delivered again by Slack any more."""
PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)


def _now() -> datetime:
    return datetime.now(UTC)


class SlackDoor:
    """See `bot.door.Door`. Everything is made in `open`, and closed in `close`."""

    name = "slack"

    def __init__(
        self,
        settings: Settings,
        desk: Desk,
        database: Database,
        keys: Keys,
        *,
        parts: Callable[[Ear, Workspaces], Sequence[Part]] = lambda ear, workspaces: (),
        greet: Welcome = welcome,
        home: Opens | None = None,
        pauses: Sequence[float] = PAUSES,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        """`parts` are what people do with views and shortcuts, `greet` what is said in a channel, `home` the own page.

        `settings.slack` must be there. `pauses` are the seconds between tries to reach Slack. `clock` tells
        when a gesture is made, for which Slack has no stamp, and how far back is read.
        """
        assert settings.slack is not None
        self._settings = settings
        self._slack = settings.slack
        self._desk = desk
        self._heard = Heard(database)
        self._installs = Installs(database, keys) if self._slack.client_id else None
        self._parts = parts
        self._greet = greet
        self._home = home
        self._pauses = pauses
        self._clock = clock
        self._spoken = Spoken(desk, settings.language)
        self._session: ClientSession | None = None
        self._socket: Socket | None = None
        self._oauth: AsyncOAuthFlow | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._reading: set[asyncio.Task[None]] = set()
        self._reached: str | None = "not opened yet"
        self._team = ""
        self._back = LOOK_BACK

    async def open(self) -> None:
        """Find out where the bot is let in, and begin to listen. Raises ConfigError when Slack does not let it in."""
        self._session = client_session(self._settings)
        certificates = trusted(self._settings.ca_file)
        line = Line(self._session, self._slack.api_url, certificates)
        self._workspaces = workspaces = Workspaces(line, self._port, self._installs)
        self._marks = marks = Marks(self._heard)
        language = self._settings.language
        lifecycle = Lifecycle(self._desk, self._heard, marks, language, greet=self._greet, home=self._home)
        self._ear = ear = Ear(self._desk, marks, lifecycle.happened, self._spoken.meet)
        self._backfill = Backfill(self._desk, ear, marks, self._heard, first_pause=self._pauses[0], clock=self._clock)
        if self._installs is not None:
            arrivals = Arrivals(self._installs, workspaces)
            self._oauth = oauth_flow(self._slack, line, arrivals, BOT_SCOPES, self._settings.public_url)
        http = self._slack.mode == "http"
        self._app = SlackApp(
            line,
            workspaces,
            ear,
            Gestures(ear, language, self._parts(ear, workspaces), clock=self._clock),
            self._gone,
            signing_secret=self._slack.signing_secret if http else None,
            oauth=self._oauth,
        )
        if not http:
            client = line.client(self._slack.app_token)
            self._socket = Socket(
                client,
                self._session,
                self._app.answer_envelope,
                trusted=certificates,
                again=self._connected,
                first_pause=self._pauses[0],
            )
        if await self._reach(line):
            await self._begin()
        else:
            self._go(self._reach_in_time(line), "reaching Slack")
        self._go(self._keep(), "keeping marks")

    def routes(self) -> Iterable[web.RouteDef]:
        """Give where Slack's requests come, and where the bot is installed."""
        if self._slack.mode == "http":
            yield web.post(EVENTS_PATH, self._events)
        if self._oauth is not None:
            yield web.get(INSTALL_PATH, self._install)
            yield web.get(REDIRECT_PATH, self._install)

    def platform(self, name: str) -> Platform | None:
        """Give a workspace's platform; one that was installed through another program is known a little later."""
        known = self._workspaces.named(name) if self._session is not None else None
        if known is None and name.startswith("slack:") and self._installs is not None and self._reached is None:
            self._go(self._load(), "reading installations")
        return known.port if known is not None else None

    def greeting(self, language: Language) -> str:
        """Say which way in it is, and where the bot is."""
        texts = texts_for(language)
        if self._installs is None:
            where = texts.t("slack.door.named", name=self._team or "?")
        else:
            where = texts.t("slack.door.several", n=len(self._workspaces.all()))
        said = texts.t(f"slack.door.{self._slack.mode}", where=where, path=EVENTS_PATH)
        if self._oauth is None:
            return said
        return said + texts.t("slack.door.install", address=f"{self._settings.public_url or ''}{INSTALL_PATH}")

    def trouble(self) -> str | None:
        """Say why nothing comes in."""
        if self._reached is not None:
            return self._reached
        if self._installs is None and not self._workspaces.all():
            return "the bot was taken out of the workspace"
        return self._socket.trouble if self._socket is not None else None

    async def rest(self) -> None:
        """Take nothing more in, and return when what was taken is kept and answered."""
        if self._session is None:
            return
        if self._socket is not None:
            await self._socket.rest()
        await self._app.rest()
        await self._stop()
        await self._ear.rest()
        await self._marks.save()

    async def idle(self) -> None:
        """Return when what was taken is kept and answered, and what was missed is read."""
        await self._app.idle()
        while self._reading:
            await asyncio.gather(*self._reading, return_exceptions=True)
        await self._ear.rest()

    async def close(self) -> None:
        """Close everything."""
        await self._stop()
        if self._socket is not None:
            await self._socket.close()
        if self._session is not None:
            await self._session.close()

    # Where the bot is let in

    async def _reach(self, line: Line) -> bool:
        """Find out which workspace the token is for, or read the installations; False when Slack does not answer."""
        if self._installs is not None:
            await self._workspaces.load()
            self._reached = None
            return True
        token = self._slack.bot_token or ""
        found = await identify(line, token)
        if isinstance(found, str):
            self._reached = found
            return False
        self._team = found.team
        self._workspaces.add(found.name, token, found.bot_user)
        self._reached = None
        return True

    async def _reach_in_time(self, line: Line) -> None:
        tried = 0
        while True:
            await asyncio.sleep(self._pauses[min(tried, len(self._pauses) - 1)])
            tried += 1
            try:
                if await self._reach(line):
                    break
            except ConfigError as error:
                self._reached = error.text("en")
        await self._begin()

    async def _begin(self) -> None:
        for workspace in self._workspaces.all():
            await self._marks.load(workspace.name)
        if self._socket is not None:
            # What was missed is read when the connection is there, so that nothing falls between the two.
            self._socket.start()
        else:
            self._connected()

    async def _load(self) -> None:
        await self._workspaces.load()

    async def _gone(self, name: str, at: datetime | None) -> None:
        await depart(name, at, self._installs, self._workspaces)

    # What comes in

    async def _events(self, request: web.Request) -> web.Response:
        if self._reached is not None:
            # Not let in yet: what comes now comes again.
            return web.Response(status=503)
        return await self._app.answer_http(request)

    async def _install(self, request: web.Request) -> web.Response:
        assert self._oauth is not None
        asked = await to_bolt_request(request)
        back = request.path == REDIRECT_PATH
        answer = await (self._oauth.handle_callback(asked) if back else self._oauth.handle_installation(asked))
        return await to_aiohttp_response(answer)

    # What keeps it in order

    def _connected(self) -> None:
        back, self._back = self._back, GLANCE
        reading = self._go(self._catch_up(back), "reading afterwards")
        self._reading.add(reading)
        reading.add_done_callback(self._reading.discard)

    async def _catch_up(self, back: timedelta) -> None:
        for workspace in self._workspaces.all():
            self._marks.lose(workspace.name)
            await self._backfill.catch_up(workspace, back)

    async def _keep(self) -> None:
        """Keep marks now and then, and read what Slack has given up delivering."""
        while True:
            await asyncio.sleep(SAVE_SECONDS)
            try:
                await self._marks.save()
                for name in sorted(self._marks.stuck(datetime.now(UTC) - STUCK)):
                    workspace = self._workspaces.named(name)
                    if workspace is not None:
                        await self._backfill.catch_up(workspace, GLANCE)
            except Exception as error:
                failed(_log, "marks were not kept", error)

    def _port(self, name: str, client: AsyncWebClient) -> SlackPlatform:
        return SlackPlatform(name, client, self._spoken.language)

    def _go(self, work: Awaitable[Any], what: str) -> asyncio.Task[None]:
        async def go() -> None:
            try:
                await work
            except Exception as error:
                failed(_log, f"{what} failed", error)

        task = asyncio.create_task(go())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _stop(self) -> None:
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
