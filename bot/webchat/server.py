"""The web chat's server: the page, the socket, files and downloads, and the panel kept up to date."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import uuid4

from aiohttp import WSCloseCode, WSMsgType, web

from bot.desk import Desk
from bot.logs import failed
from bot.under_way import UnderWay
from bot.webchat import read
from bot.webchat.assets import Page
from bot.webchat.published import Shelf
from bot.webchat.render import message_node
from bot.webchat.room import Room
from bot.webchat.seats import Seat, Seats
from bot.webchat.security import COOKIE, SESSION_SECONDS, Bucket, Sessions, host_allowed, same_origin
from bot.webchat.talk import Talk
from bot.webchat.view import panel, people
from handlers.catalogue import COMMANDS
from handlers.command import Who
from handlers.reading.help import FIRST
from meetings.language import Language, texts_for
from meetings.text import line

_log = logging.getLogger(__name__)

LARGEST_FRAME = 4 * 2**20
"""Bytes: so much is read before a page is told that it was too much; with more the socket is closed."""
LARGEST_FILE = 5 * 2**20
MOST_SEATS = 300
PATIENCE = 3_000
"""How many frames in a row may be refused before the socket is closed."""
_PAUSE = 0.04
_TICK = timedelta(seconds=30)
_LOOK = 1.0
_OPEN_WITHOUT_SIGN_IN = ("/sign-in", "/page/style.css", "/page/mark.svg")

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Server:
    """Answers browsers. What people may do and see is decided elsewhere; here it is only carried."""

    def __init__(
        self,
        desk: Desk,
        room: Room,
        shelf: Shelf,
        seats: Seats,
        sessions: Sessions,
        secret: str | None,
        language: Language = "sv",
    ) -> None:
        self._desk = desk
        self._room = room
        self._shelf = shelf
        self._seats = seats
        self._sessions = sessions
        self._secret = secret
        self._language = language
        self._talk = Talk(desk, room, shelf)
        self._page = Page.load()
        self._stale: set[str] = set()
        self._changed = asyncio.Event()
        self._under_way = UnderWay()
        self._tasks: tuple[asyncio.Task[None], ...] = ()
        self._knocks = Bucket(10, 0.2)
        self._uploads = Bucket(20, 0.5)

    @property
    def version(self) -> str:
        """Give the version of the page that is served."""
        return self._page.version

    def routes(self) -> tuple[web.RouteDef, ...]:
        """Give all that is served, each part behind the guard."""
        served = (
            web.get("/", self._index),
            web.get("/sign-in", self._sign_in_page),
            web.post("/sign-in", self._sign_in),
            web.get("/page/{name}", self._asset),
            web.get("/words/{language}", self._words),
            web.get("/groups", self._groups),
            web.get("/socket", self._socket),
            web.post("/files", self._keep_file),
            web.get("/files/{id}", self._file),
            web.get("/minutes/{group}/{meeting}/{number}/{form}", self._minutes),
        )
        return tuple(
            web.RouteDef(route.method, route.path, self._guarded(cast(Handler, route.handler)), route.kwargs)
            for route in served
        )

    def begin(self) -> None:
        """Begin to keep panels up to date and to look at the clock."""
        self._tasks = (asyncio.create_task(self._keep_panels()), asyncio.create_task(self._keep_time()))

    async def rest(self) -> None:
        """Take nothing more from the pages, return when what was taken is done, and say to them that it ends."""
        await self._under_way.over()
        await self._seats.leave()

    async def end(self) -> None:
        """Stop what was begun."""
        for task in self._tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    # ------------------------------------------------------------------------------------------ who may come in

    def _guarded(self, handler: Handler) -> Handler:
        async def guarded(request: web.Request) -> web.StreamResponse:
            self._guard(request)
            return await handler(request)

        return guarded

    def _guard(self, request: web.Request) -> None:
        if not host_allowed(request.host, self._secret):
            raise web.HTTPMisdirectedRequest(text="Not served under this name.")
        upgrades = request.path == "/socket"
        if (request.method not in ("GET", "HEAD") or upgrades) and not same_origin(
            request.headers.get("Origin"), request.host
        ):
            raise web.HTTPForbidden(text="Only from the page itself.")
        if request.path not in _OPEN_WITHOUT_SIGN_IN and not self._sessions.holds(
            request.cookies.get(COOKIE), time.time()
        ):
            if request.path == "/":
                raise web.HTTPSeeOther("/sign-in")
            raise web.HTTPUnauthorized(text="Sign in first.")

    async def _sign_in_page(self, request: web.Request) -> web.Response:
        if self._sessions.open:
            raise web.HTTPSeeOther("/")
        return web.Response(
            body=self._page.sign_in("wrong" in request.query, self._language), content_type="text/html", charset="utf-8"
        )

    async def _sign_in(self, request: web.Request) -> web.Response:
        if not self._knocks.take(time.monotonic()):
            raise web.HTTPTooManyRequests(text="Wait a moment.")
        form = await request.post()
        given = form.get("secret")
        if not isinstance(given, str) or not self._sessions.right(given):
            raise web.HTTPSeeOther("/sign-in?wrong=1")
        answer = web.Response(status=HTTPStatus.SEE_OTHER, headers={"Location": "/"})
        secure = request.secure or request.headers.get("X-Forwarded-Proto") == "https"
        answer.set_cookie(
            COOKIE,
            self._sessions.begin(time.time()),
            max_age=SESSION_SECONDS,
            httponly=True,
            samesite="Strict",
            secure=secure,
        )
        return answer

    # ----------------------------------------------------------------------------------------- what is fetched

    async def _index(self, request: web.Request) -> web.Response:
        return web.Response(body=self._page.index, content_type="text/html", charset="utf-8")

    async def _asset(self, request: web.Request) -> web.Response:
        asset = self._page.assets.get(request.match_info["name"])
        if asset is None:
            raise web.HTTPNotFound
        headers = {"ETag": f'"{asset.mark}"'}
        if request.headers.get("If-None-Match") == headers["ETag"]:
            return web.Response(status=HTTPStatus.NOT_MODIFIED, headers=headers)
        return web.Response(body=asset.content, content_type=asset.kind, charset="utf-8", headers=headers)

    async def _words(self, request: web.Request) -> web.Response:
        words = self._page.words.get(request.match_info["language"])
        if words is None:
            raise web.HTTPNotFound
        return web.json_response(words)

    async def _groups(self, request: web.Request) -> web.Response:
        found: list[dict[str, Any]] = []
        for id in await self._shelf.groups():
            record = await self._desk.record(id)
            group = record.group
            found.append(
                {
                    "id": id,
                    "name": group.name,
                    "channel": group.channel,
                    "language": group.language,
                    "timezone": group.timezone,
                    "people": people(record),
                }
            )
        found.sort(key=lambda one: (one["language"] != self._language, one["name"]))
        return web.json_response(found)

    async def _minutes(self, request: web.Request) -> web.Response:
        told = request.match_info
        number = int(told["number"]) if told["number"].isdecimal() and len(told["number"]) < 6 else 0
        found = await self._shelf.file(told["group"], told["meeting"], number, told["form"])
        if found is None:
            raise web.HTTPNotFound
        return _download(*found)

    async def _file(self, request: web.Request) -> web.Response:
        id = request.match_info["id"]
        found = self._room.log.file(id)
        # The log lets go of what a group keeps.
        kept = (found[0], found[1]) if found is not None else await self._shelf.attachment(id)
        if kept is None:
            raise web.HTTPNotFound
        return _download(*kept)

    async def _keep_file(self, request: web.Request) -> web.Response:
        name, owner = line(request.query.get("name", ""), 120), line(request.query.get("account", ""), 120)
        if not name or not owner:
            raise web.HTTPBadRequest(text="Say what it is called and whose it is.")
        if not self._uploads.take(time.monotonic()):
            raise web.HTTPTooManyRequests(text="Wait a moment.")
        content = await request.read()
        kept = self._room.log.keep_file(uuid4().hex, owner, name, content, self._room.now())
        return web.json_response({"id": kept.id, "name": kept.name})

    # ---------------------------------------------------------------------------------------------- the socket

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        if len(self._seats) >= MOST_SEATS:
            raise web.HTTPServiceUnavailable(text="Too many pages are open.")
        socket = web.WebSocketResponse(max_msg_size=LARGEST_FRAME, heartbeat=25, compress=False)
        await socket.prepare(request)
        seat = Seat(socket)
        self._seats.add(seat)
        delivering = asyncio.create_task(seat.deliver())
        try:
            async for arrived in socket:
                if self._under_way.resting:
                    # Not told that it is taken, the page brings it again when it finds the program anew.
                    continue
                if arrived.type is not WSMsgType.TEXT:
                    self._refuse(seat, read.FrameError("malformed"))
                elif not seat.pace.take(time.monotonic()):
                    await self._slow_down(seat, arrived.data)
                else:
                    seat.refused = 0
                    with self._under_way:
                        await self._take(seat, arrived.data)
        finally:
            self._seats.remove(seat)
            delivering.cancel()
        return socket

    async def _take(self, seat: Seat, data: str) -> None:
        try:
            wish = read.read(data)
            if isinstance(wish, read.Hello):
                await self._welcome(seat, wish)
            elif seat.group is None:
                raise read.FrameError("no_seat", read.key_of(data))
            else:
                await self._talk.act(wish, seat)
                self.stale(*await self._shelf.groups())
        except read.FrameError as error:
            self._refuse(seat, error)
        except Exception as error:
            failed(_log, "a page's wish failed", error)
            self._refuse(seat, read.FrameError("ours", read.key_of(data)))

    async def _slow_down(self, seat: Seat, data: str) -> None:
        seat.refused += 1
        if seat.refused > PATIENCE:
            await seat.socket.close(code=WSCloseCode.POLICY_VIOLATION)
        elif seat.warnings.take(time.monotonic()):
            self._refuse(seat, read.FrameError("slow", read.key_of(data)))
        # The other pages come first.
        await asyncio.sleep(0)

    def _refuse(self, seat: Seat, error: read.FrameError) -> None:
        text = texts_for(seat.language).t(f"webchat.error.{error.key}", **error.told)
        seat.send({"type": "error", "key": error.about, "code": error.key, "text": text})

    async def _welcome(self, seat: Seat, hello: read.Hello) -> None:
        seat.language = hello.language
        if hello.version != self._page.version:
            raise read.FrameError("outdated")
        if hello.group not in await self._shelf.groups():
            raise read.FrameError("no_group")
        record = await self._desk.record(hello.group)
        if record.person_of_account(hello.account) is None:
            raise read.FrameError("no_person")
        seat.group, seat.account, seat.channel, seat.panel = hello.group, hello.account, record.group.channel, ""
        log = self._room.log
        since = hello.since if hello.since <= log.seq else 0
        messages = log.since(since, seat.channel, seat.account)
        whole = since == 0 or len(messages) >= log.MOST
        seat.send(
            {
                "type": "welcome",
                "seq": log.seq,
                "whole": whole,
                "group": hello.group,
                "account": hello.account,
                "channel": seat.channel,
                "commands": _commands(record.group.language, record.leads(record.person_of_account(hello.account))),
                "messages": [message_node(message) for message in messages],
            }
        )
        await self._show_panel(hello.group, (seat,))

    # ----------------------------------------------------------------------------------------------- the panel

    def stale(self, *groups: str) -> None:
        """Let the panels of these groups be drawn anew soon, once for all that happens meanwhile."""
        if groups:
            self._stale.update(groups)
            self._changed.set()

    async def _keep_panels(self) -> None:
        while True:
            await self._changed.wait()
            await asyncio.sleep(_PAUSE)
            self._changed.clear()
            stale, self._stale = self._stale, set()
            for group in stale:
                seats = tuple(seat for seat in self._seats if seat.group == group)
                if seats:
                    try:
                        await self._show_panel(group, seats)
                    except Exception as error:
                        failed(_log, "the panel cannot be drawn", error, group=group)

    async def _show_panel(self, group: str, seats: tuple[Seat, ...]) -> None:
        ledger = await self._desk.ledger(group)
        issued = await self._shelf.issued(group)
        drawn: dict[tuple[str, str], str] = {}
        for seat in seats:
            key = (seat.account, seat.language)
            if key not in drawn:
                view = panel(ledger, seat.account, self._room.now(), issued, seat.language)
                drawn[key] = json.dumps(view, ensure_ascii=False)
            if seat.panel != drawn[key]:
                seat.panel = drawn[key]
                seat.send({"type": "panel", "panel": json.loads(drawn[key])})

    async def _keep_time(self) -> None:
        """Let panels be drawn anew when something has happened in their groups, and all of them now and then."""
        seen: dict[str, int] = {}
        drawn = datetime.min.replace(tzinfo=UTC)
        while True:
            try:
                now = self._room.now()
                shown = {seat.group for seat in self._seats if seat.group is not None}
                versions = {group: (await self._desk.ledger(group)).version for group in shown}
                self.stale(*(group for group, version in versions.items() if seen.get(group, version) != version))
                seen = versions
                if not timedelta() <= now - drawn < _TICK:
                    drawn = now
                    self._room.log.forget(now)
                    self.stale(*shown)
            except Exception as error:
                failed(_log, "looking after the panels failed", error)
            await asyncio.sleep(_LOOK)


def _download(name: str, content: bytes) -> web.Response:
    plain = "".join(letter if letter.isascii() and (letter.isalnum() or letter in "-_. ") else "_" for letter in name)
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"
    return web.Response(
        body=content, content_type="application/octet-stream", headers={"Content-Disposition": disposition}
    )


def _commands(language: str, leads: bool) -> list[dict[str, str]]:
    """Give what completion offers: the first word of each command, and what it does."""
    texts = texts_for("en" if language == "en" else "sv")
    ordered = sorted(COMMANDS, key=lambda one: FIRST.index(one.name) if one.name in FIRST else len(FIRST))
    return [
        {"say": command.words[texts.language][0], "does": texts.t(f"help.{command.name}")}
        for command in ordered
        if command.words.get(texts.language) and command.shown and (leads or command.who is Who.ANYONE)
    ]
