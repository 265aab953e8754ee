"""A chat server that forgets to answer: it keeps what is said, shows it late and in pages, and lets programs die."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import time
from dataclasses import asdict, dataclass
from multiprocessing.connection import Connection

from aiohttp import web

ANSWERS = (0.005, 0.030)
"""Seconds from keeping a message to answering; the least and the most."""
PAGE = 3
CALM, FAULTS = 0.93, ("drop", "silence", "broken before", "broken after", "slower")
"""How many calls go well, and what becomes of the others."""
ON_PURPOSE = "X-Then"
"""The header with which a call asks for the end of its program: `kill` or `stop`, and `before` or `after` it counts."""
PID = "X-Pid"
SLOWER = 0.2
"""Seconds for which a program is asked to wait that is too quick."""


@dataclass(frozen=True)
class Message:
    """What stands in the chat: where, what, because of which message, and the key it was said under."""

    where: str
    text: str
    cause: str | None
    key: str | None
    files: tuple[str, ...]
    number: int
    at: float


class Chat:
    """What has been said, and how the server behaves. `lag`: seconds until something said can be seen."""

    def __init__(self, seed: int, lag: float, patience: float, *, faults: bool) -> None:
        self._chance = random.Random(seed)
        self._lag = lag
        self._patience = patience
        self._faults = faults
        self._said: list[Message] = []
        self._emojis: dict[tuple[str, str, str], int] = {}
        self._closed: set[str] = set()

    def routes(self) -> list[web.RouteDef]:
        """Give what the server answers."""
        return [
            web.post("/say", self._say),
            web.post("/react", self._react),
            web.get("/history", self._history),
            web.get("/said", self._show),
            web.get("/many", self._count),
            web.post("/close", self._close),
        ]

    async def _say(self, request: web.Request) -> web.StreamResponse:
        told = await request.json()

        def keep() -> dict[str, object]:
            number = len(self._said) + 1
            message = Message(**{**told, "files": tuple(told["files"])}, number=number, at=time.monotonic())
            self._said.append(message)
            return {"id": str(number)}

        return await self._answer(request, keep)

    async def _react(self, request: web.Request) -> web.StreamResponse:
        told = await request.json()

        def keep() -> dict[str, object]:
            self._emojis.setdefault((told["where"], told["message"], told["emoji"]), len(self._emojis))
            return {}

        return await self._answer(request, keep)

    async def _history(self, request: web.Request) -> web.StreamResponse:
        """Show a page of what was said somewhere, the newest first, of what can be seen by now."""
        where, before = request.query["where"], int(request.query.get("before", "0"))

        def look() -> dict[str, object]:
            seen = time.monotonic() - self._lag
            there = [one for one in reversed(self._said) if one.where == where and one.at <= seen]
            there = [one for one in there if not before or one.number < before]
            page = [{"id": str(one.number), "key": one.key} for one in there[:PAGE]]
            return {"messages": page, "before": there[PAGE - 1].number if len(there) > PAGE else None}

        if where in self._closed and ON_PURPOSE not in request.headers:
            return web.json_response({"error": "not_allowed"}, status=403)
        return await self._answer(request, look)

    async def _answer(self, request: web.Request, do: object) -> web.StreamResponse:
        """Do what is asked for, and answer; or neither, or one of the two."""
        assert callable(do)
        then, pid = request.headers.get(ON_PURPOSE, ""), int(request.headers.get(PID, "0"))
        if then.endswith("before"):
            _end(pid, then)
            return _dropped(request)
        fault = "" if then or not self._faults or self._chance.random() < CALM else self._chance.choice(FAULTS)
        if fault == "slower":
            return web.json_response({"error": "rate_limited"}, status=429, headers={"Retry-After": str(SLOWER)})
        if fault == "broken before":
            return web.json_response({"error": "internal"}, status=500)
        answer = do()
        if then.endswith("after"):
            _end(pid, then)
        await asyncio.sleep(self._chance.uniform(*ANSWERS))
        if fault == "silence":
            await asyncio.sleep(self._patience)
        if fault in ("drop", "silence"):
            return _dropped(request)
        if fault == "broken after":
            return web.json_response({"error": "internal"}, status=500)
        return web.json_response(answer)

    async def _show(self, request: web.Request) -> web.StreamResponse:
        """Give everything from a number on, to the one who judges."""
        said, emojis = int(request.query["said"]), int(request.query["emojis"])
        new = [asdict(one) for one in self._said[said:]]
        return web.json_response({"said": new, "emojis": list(self._emojis)[emojis:]})

    async def _count(self, _: web.Request) -> web.StreamResponse:
        return web.json_response({"said": len(self._said)})

    async def _close(self, request: web.Request) -> web.StreamResponse:
        self._closed.add((await request.json())["where"])
        return web.json_response({})


def _end(pid: int, how: str) -> None:
    os.kill(pid, signal.SIGKILL if how.startswith("kill") else signal.SIGSTOP)


def _dropped(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def serve(told: Connection, seed: int, lag: float, patience: float, faults: bool) -> None:
    """Serve on a port of the system's choice, which is `told`, until the process is ended."""
    asyncio.run(_serve(told, Chat(seed, lag, patience, faults=faults)))


async def _serve(told: Connection, chat: Chat) -> None:
    app = web.Application()
    app.add_routes(chat.routes())
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    told.send(runner.addresses[0][1])
    await asyncio.Event().wait()
