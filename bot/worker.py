"""The worker: says what is due, lets happen what has fallen due in groups, and lets go of what is over."""

from __future__ import annotations

import asyncio
import importlib.metadata
import logging
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import groupby

from bot.desk import Desk
from bot.logs import failed
from bot.meter import SILENT, Meter
from bot.platform import Platform
from meetings.due import next_due
from storage.outgoing import Claimed
from storage.store import Store
from storage.wakes import Next, Woken

_log = logging.getLogger(__name__)

POLL = 1.0
"""Seconds between two looks when nothing calls for one sooner."""
MOST_IN_HAND = 100
EACH = 20
"""Of one platform so much is taken at once, so that a busy one keeps none of the others waiting."""
MOST_WOKEN = 50
CROWD = 10
"""When so many groups have something due in one look, their reminders are spread a little."""
PRUNES = timedelta(hours=1)
UNSERVED = timedelta(minutes=1)
"""How long it is until somebody looks again whether a platform is reached from here."""
ZONES = "tzdata"
"""Under this name is remembered with which rules of the world's clocks the groups were looked at."""


def _now() -> datetime:
    return datetime.now(UTC)


class Worker:
    """Works beside the doors of a program, and beside the workers of others over the same database."""

    def __init__(
        self,
        desk: Desk,
        store: Store,
        platforms: Callable[[str], Platform | None],
        clock: Callable[[], datetime] = _now,
        *,
        meter: Meter = SILENT,
        poll: float = POLL,
        crowd: int = CROWD,
    ) -> None:
        """`platforms` gives a platform by its name, if it is reached from here; for `crowd` see CROWD."""
        self._desk = desk
        self._store = store
        self._platforms = platforms
        self._clock = clock
        self._meter = meter
        self._poll = poll
        self._crowd = crowd
        self._nudged = asyncio.Event()
        self._pruned: datetime | None = None
        self._arrangement: str | None = None

    def nudge(self) -> None:
        """Look at once."""
        self._nudged.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Work until told to stop; then finish what is in hand, and give back what was not begun."""
        stopping = asyncio.create_task(stop.wait())
        begun = False
        meant = time.monotonic()
        try:
            while not stop.is_set():
                self._meter.ticked(max(0.0, time.monotonic() - meant))
                self._nudged.clear()
                more = False
                try:
                    if not begun:
                        await self.begin()
                        begun = True
                    more = await self.round()
                except Exception as error:
                    failed(_log, "the worker's round failed", error)
                meant = time.monotonic() + (0 if more else self._poll)
                if not more:
                    await self._pause(stopping)
        finally:
            stopping.cancel()
            await self._desk.rest()

    async def begin(self) -> None:
        """Look at every group anew when the rules of the world's clocks are others than at the last start."""
        rules = importlib.metadata.version("tzdata")
        if await self._store.upkeep.remembered(ZONES) != rules:
            await self._store.wakes.wake_all()
            await self._store.upkeep.remember(ZONES, rules)

    async def round(self) -> bool:
        """Look once: begin to say what is due, let happen what has fallen due; tell whether there may be more."""
        await self._desk.courier.flush()
        arrangement = await self._store.upkeep.arrangement()
        if arrangement != self._arrangement:
            self._desk.look_anew()
            self._arrangement = arrangement
        woken = await self._wake()
        taken = await self._say()
        now = _now()
        if self._pruned is None or now - self._pruned >= PRUNES:
            await self._store.upkeep.prune(now)
            self._pruned = now
        return woken or taken

    async def settled(self) -> None:
        """Return when all that was begun is over."""
        await self._desk.courier.over()

    async def _pause(self, stopping: asyncio.Task[object]) -> None:
        nudged = asyncio.create_task(self._nudged.wait())
        await asyncio.wait({nudged, stopping}, timeout=self._poll, return_when=asyncio.FIRST_COMPLETED)
        nudged.cancel()
        with suppress(asyncio.CancelledError):
            await nudged

    async def _say(self) -> bool:
        room = MOST_IN_HAND - self._desk.courier.in_hand
        if room <= 0:
            return False
        rows = await self._store.outbox.claim(room, EACH)
        unserved: list[Claimed] = []
        for _, some in groupby(sorted(rows, key=lambda row: row.group), key=lambda row: row.group):
            own = tuple(some)
            platform = self._platforms(own[0].what.platform)
            if platform is None:
                unserved += own
            else:
                self._desk.courier.begin(own, platform, self._clock())
        await self._store.outbox.give_back(unserved, UNSERVED)
        return len(rows) > len(unserved)

    async def _wake(self) -> bool:
        now = self._clock()
        woken = await self._store.wakes.claim(now, MOST_WOKEN)
        spread = sum(one.by_the_clock for one in woken) >= self._crowd
        nexts = [await self._strike(one, now, spread=spread) for one in woken]
        await self._store.wakes.put_right([one for one in nexts if one is not None])
        return len(woken) == MOST_WOKEN

    async def _strike(self, woken: Woken, now: datetime, *, spread: bool) -> Next | None:
        """Let what has fallen due in a group happen; give when it is to be looked at next."""
        platform = self._platforms(woken.platform)
        if platform is None:
            return Next(woken.group, woken.version, now + UNSERVED)
        try:
            rows = await self._desk.strike(woken.group, now, woken.platform, version=woken.version, spread=spread)
            if rows:
                self._desk.courier.begin(rows, platform, now)
            ledger = await self._desk.ledger(woken.group)
            return Next(woken.group, ledger.version, next_due(ledger.record, now))
        except Exception as error:
            # It is looked at again when the lease has ended.
            failed(_log, "the clock's turn failed", error, group=woken.group)
            return None


def by_name(platforms: Iterable[Platform]) -> Callable[[str], Platform | None]:
    """Give platforms by their names."""
    known = {platform.name: platform for platform in platforms}
    return known.get
