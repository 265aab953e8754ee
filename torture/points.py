"""The named points at which a program is ended: in its transactions, between them, and while the chat is called."""

from __future__ import annotations

import json
import os
import signal
from collections import deque
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlmodel import Session

from bot.courier import POINTS as STEPS
from storage.database import Database
from storage.outgoing import Claimed, Outgoing
from storage.store import Store

T = TypeVar("T")

_DONE_BY = {
    "Store.append": "turn",
    "Outbox.claim": "claim",
    "Outbox.finish": "finish",
    "Outbox._put_down": "postpone",
    "Wakes.claim": "wake",
    "Wakes.put_right": "set wakes",
}
"""What a transaction is called here, by the method that holds it."""
_CLOCK = "clock turn"
BEFORE, AFTER = "before its commit", "after its commit"
IN_CHAT = ("post before it is kept", "post after it is kept", "look before it is answered")
POINTS = (
    *(f"{name} {when}" for name in ("turn", _CLOCK, *list(_DONE_BY.values())[1:]) for when in (BEFORE, AFTER)),
    *STEPS,
    *IN_CHAT,
)
"""Every point at which a program can be ended."""
HELD = 300
"""How many of the things that were last in hand are told of."""


@dataclass(frozen=True)
class Fuse:
    """Where a program is to end, at the how manieth time, and how: `kill` or `stop`."""

    point: str
    time: int
    how: str


class Points:
    """Knows what is in hand, and ends the program where it was told to; what was in hand then is left in a file."""

    def __init__(self, report: Path) -> None:
        self._report = report
        self._fuse: Fuse | None = None
        self._left = 0
        self._in_hand: deque[tuple[str, str]] = deque(maxlen=HELD)

    def arm(self, fuse: Fuse) -> None:
        """End the program at this point."""
        self._fuse, self._left = fuse, fuse.time

    def hold(self, rows: Sequence[tuple[str, str]]) -> None:
        """Remember what was taken in hand, by key and claim."""
        self._in_hand.extend(rows)

    def reach(self, point: str) -> None:
        """End the program if it is to end here. From any thread."""
        if self._is_at(point) and self._fuse is not None:
            how, self._fuse = self._fuse.how, None
            self._leave(point)
            os.kill(os.getpid(), signal.SIGKILL if how == "kill" else signal.SIGSTOP)

    def then(self, before: str, after: str) -> str:
        """Give what the chat is to do to the program that calls it; nothing, mostly."""
        for point, when in ((before, "before"), (after, "after")):
            if self._is_at(point) and self._fuse is not None:
                how, self._fuse = self._fuse.how, None
                self._leave(point)
                return f"{how} {when}"
        return ""

    def _is_at(self, point: str) -> bool:
        if self._fuse is None or self._fuse.point != point:
            return False
        self._left -= 1
        return self._left <= 0

    def _leave(self, point: str) -> None:
        told = self._report.with_suffix(".new")
        told.write_text(json.dumps({"point": point, "in_hand": list(self._in_hand)}))
        told.rename(self._report)


_by_the_clock: ContextVar[bool] = ContextVar("by_the_clock", default=False)


class WatchedStore(Store):
    """A store that tells which turns are the clock's, and what each takes in hand."""

    def __init__(self, database: Database, points: Points, **told: Any) -> None:
        super().__init__(database, **told)
        self._points = points

    async def append(
        self, group: str, expected_version: int, facts: Any, *, outgoing: Sequence[Outgoing] = (), claim: str = "",
        **told: Any,
    ) -> int:  # fmt: skip
        """Keep it as the store does."""
        _by_the_clock.set(told.get("seen") is None)
        self._points.hold([(row.key, claim) for row in outgoing if not row.delay])
        return await super().append(group, expected_version, facts, outgoing=outgoing, claim=claim, **told)


class WatchedDatabase(Database):
    """A database that tells before and after each commit."""

    points: Points
    """Set before anything is written."""

    async def write(self, work: Callable[[Session], T]) -> T:
        """Do it as the database does."""
        name = _DONE_BY.get(_method(work), "")
        if not name:
            return await super().write(work)
        if name == "turn" and _by_the_clock.get():
            name = _CLOCK

        def watched(session: Session) -> T:
            done = work(session)
            session.flush()
            if isinstance(done, tuple):
                self.points.hold([(one.what.key, one.claim) for one in done if isinstance(one, Claimed)])
            self.points.reach(f"{name} {BEFORE}")
            return done

        done = await super().write(watched)
        self.points.reach(f"{name} {AFTER}")
        return done


def watched(url: str, points: Points) -> WatchedDatabase:
    """Open a database that tells these points."""
    database = WatchedDatabase.open(url)
    assert isinstance(database, WatchedDatabase)
    database.points = points
    return database


def _method(work: Callable[..., Any]) -> str:
    function = work.func if isinstance(work, partial) else work
    return str(getattr(function, "__qualname__", "")).split(".<locals>")[0]
