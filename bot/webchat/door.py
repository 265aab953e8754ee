"""The web chat as a door: its log and its room, the groups to try it with, and its page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import web

from bot.desk import Desk
from bot.platform import Platform
from bot.webchat.first import settle
from bot.webchat.log import Log
from bot.webchat.published import Shelf
from bot.webchat.room import Room
from bot.webchat.seats import Seats
from bot.webchat.security import Sessions
from bot.webchat.server import Server
from meetings.language import Language, texts_for
from storage.store import Store


class WebChat:
    """Opens the web chat over a file of its own, in which what stands in its channels is kept for a while."""

    name = "webchat"

    def __init__(
        self,
        desk: Desk,
        store: Store,
        log_path: Path,
        address: str,
        secret: str | None,
        language: Language = "sv",
        *,
        on_trial: bool = True,
    ) -> None:
        """`address` is where the page is found; `on_trial` puts groups there to try it with."""
        self._desk = desk
        self._store = store
        self._log_path = log_path
        self._address = address
        self._secret = secret
        self._language = language
        self._on_trial = on_trial
        self._log: Log | None = None
        self._room: Room | None = None
        self._server: Server | None = None

    async def open(self) -> None:
        """Open the log, and let the groups to begin with be there."""
        self._log = log = Log(self._log_path)
        seats = Seats()
        self._room = room = Room(log, seats.tell, address=self._address)
        now = datetime.now(UTC)
        log.forget(now)
        if self._on_trial:
            await settle(self._desk, room, now)
        shelf, sessions = Shelf(self._store, room.name), Sessions(self._secret)
        self._server = Server(self._desk, room, shelf, seats, sessions, self._secret, self._language)
        self._server.begin()

    def routes(self) -> Iterable[web.RouteDef]:
        """Give the page, its socket, files and downloads."""
        return self._server.routes() if self._server is not None else ()

    def platform(self, name: str) -> Platform | None:
        """Give the room, which is one for all."""
        return self._room if self._room is not None and name == Room.name else None

    def greeting(self, language: Language) -> str:
        """Say where the page is."""
        return texts_for(language).t("webchat.run.ready", address=self._address)

    def trouble(self) -> str | None:
        """Say whether the page is served."""
        return None if self._server is not None else "is not open"

    async def rest(self) -> None:
        """Let what the pages asked for be done, and say to them that the program ends."""
        if self._server is not None:
            await self._server.rest()

    async def close(self) -> None:
        """Close the log."""
        if self._server is not None:
            await self._server.end()
        if self._log is not None:
            self._log.close()
