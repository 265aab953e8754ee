"""Who waits for whom when things are said: in one conversation one after the other, elsewhere nobody."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

from storage.outgoing import Claimed, Verb

_Lane = tuple[str, str]
_MANY = 1_000


class Lanes:
    """One lane for each recipient in a group. A reaction has none: it may come at any time."""

    @dataclass
    class Turn:
        """A place in a lane: wait for those before, and let those behind come."""

        lanes: Lanes
        lane: _Lane | None
        before: asyncio.Future[None] | None
        own: asyncio.Future[None] | None

        async def come(self) -> None:
            """Return when all before have left."""
            if self.before is not None and not self.before.done():
                await asyncio.shield(self.before)

        def leave(self) -> None:
            """Let the next one come."""
            if self.own is not None and self.lane is not None:
                if not self.own.done():
                    self.own.set_result(None)
                if self.lanes.last.get(self.lane) is self.own:
                    del self.lanes.last[self.lane]

    def __init__(self) -> None:
        self.last: dict[_Lane, asyncio.Future[None]] = {}
        """The last place in each lane where anybody waits."""
        self._closed: dict[_Lane, float] = {}
        self._resting: dict[str, float] = {}

    def queue(self, row: Claimed) -> Turn:
        """Take the next place in the row's lane."""
        if row.what.verb is Verb.REACT:
            return self.Turn(self, None, None, None)
        lane = _lane(row)
        own: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        before, self.last[lane] = self.last.get(lane), own
        return self.Turn(self, lane, before, own)

    def close(self, row: Claimed, seconds: float) -> None:
        """Let what comes in this lane wait for a row that is tried again after so many seconds."""
        if row.what.verb is not Verb.REACT:
            if len(self._closed) > _MANY:
                now = time.monotonic()
                self._closed = {lane: until for lane, until in self._closed.items() if until > now}
            self._closed[_lane(row)] = time.monotonic() + seconds

    def open(self, row: Claimed) -> None:
        """Let what comes in this lane be said."""
        if self._closed:
            self._closed.pop(_lane(row), None)

    def close_platform(self, platform: str, seconds: float) -> None:
        """Let all that is for a platform wait."""
        self._resting[platform] = time.monotonic() + seconds

    def closed(self, row: Claimed) -> float:
        """Give for how many seconds a row is to wait; none for the one that is tried again itself."""
        if not self._resting and not self._closed:
            return 0.0
        now = time.monotonic()
        until = self._resting.get(row.what.platform, 0.0)
        if row.attempts == 1 and row.what.verb is not Verb.REACT:
            until = max(until, self._closed.get(_lane(row), 0.0))
        return max(0.0, until - now)


def _lane(row: Claimed) -> _Lane:
    return row.group, row.what.recipient
