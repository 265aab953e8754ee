"""How the program is: `/healthz` tells that it lives, `/readyz` whether all of it works, `/metrics` the figures."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from http import HTTPStatus
from math import nan

from aiohttp import web

from bot.door import Door
from bot.metrics import CONTENT_TYPE, Figures
from bot.webchat.security import host_allowed, is_loopback
from storage.probe import Standing

PATIENCE = 3.0
"""Seconds that the database is given to answer."""
STILL = 90.0
"""Seconds without a round of the worker, after which it is said to stand still."""

Probe = Callable[[], Awaitable[Standing]]
"""Asks the database how it stands."""
Outbox = Callable[[], Awaitable[tuple[Mapping[str, int], float | None]]]
"""Asks for the posts that are not finished by state, and for how many seconds the longest has been due."""


class Health:
    """Answers how the program is. Nothing in an answer is secret or about anybody."""

    def __init__(
        self,
        doors: Sequence[Door],
        figures: Figures,
        probe: Probe,
        outbox: Outbox,
        groups: Callable[[], int],
        metrics_token: str | None,
    ) -> None:
        self._doors = doors
        self._figures = figures
        self._probe = probe
        self._outbox = outbox
        self._groups = groups
        self._token = metrics_token
        self._probing: asyncio.Future[Standing] | None = None
        self._paused = False
        self.stopping = False
        """Set when the program has begun to end, so that nothing new is sent to it."""

    def routes(self) -> Iterable[web.RouteDef]:
        """Give what is answered."""
        return (
            web.get("/healthz", self._alive),
            web.get("/readyz", self._ready),
            web.get("/metrics", self._metrics),
        )

    async def checks(self) -> Mapping[str, str | None]:
        """Look at each part: None where all is well, else what is wrong in a few words."""
        found = {**await self._database(), "worker": self._worker()}
        found.update({door.name: door.trouble() for door in self._doors})
        if self.stopping:
            found["program"] = "is stopping"
        return found

    async def _alive(self, request: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def _ready(self, request: web.Request) -> web.Response:
        checks = await self.checks()
        ready = not any(checks.values())
        return web.json_response(
            {"ready": ready, "paused": self._paused, "checks": {name: told or "ok" for name, told in checks.items()}},
            status=HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE,
        )

    async def _metrics(self, request: web.Request) -> web.Response:
        if not self._may_see_figures(request):
            raise web.HTTPForbidden(text="Only from this machine, or with the token.")
        await self._database()
        try:
            async with asyncio.timeout(PATIENCE):
                rows, oldest = await self._outbox()
        except Exception:
            # Without the database the other figures are worth more than ever.
            rows, oldest = {}, nan
        doors = {door.name: door.trouble() is None for door in self._doors}
        body = self._figures.written(
            groups=self._groups(), doors=doors, rows=rows, oldest=oldest or 0.0, paused=self._paused
        )
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE})

    def _may_see_figures(self, request: web.Request) -> bool:
        if self._token is not None:
            given = request.headers.get("Authorization", "")
            return hmac.compare_digest(given.encode(), f"Bearer {self._token}".encode())
        # Behind a proxy on this machine everybody comes from this machine.
        through = any(name in request.headers for name in ("Forwarded", "X-Forwarded-For"))
        return not through and is_loopback(request.remote or "") and host_allowed(request.host, None)

    def _worker(self) -> str | None:
        since = self._figures.since_tick()
        if since is None:
            return "has not begun"
        return f"has stood still for {since:.0f} s" if since > STILL else None

    async def _database(self) -> Mapping[str, str | None]:
        # One question at a time: each waits in a thread, and those that wait for a lock must not take them all.
        if self._probing is None or self._probing.done():
            self._probing = asyncio.ensure_future(self._probe())
        try:
            async with asyncio.timeout(PATIENCE):
                standing = await asyncio.shield(self._probing)
        except TimeoutError:
            return {"database": f"has not answered in {PATIENCE:.0f} s"}
        except Exception as error:
            return {"database": f"fails ({type(error).__name__})"}
        self._paused = standing.paused
        return {"database": None, "migrations": None if standing.at_head else "the tables are of another version"}
