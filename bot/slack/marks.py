"""How far each conversation has been heard, so that what was written while nobody listened can be read afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Protocol

from bot.slack.read import moment

_JUST = timedelta(microseconds=1)

Place = tuple[str, str]
"""A platform's name and a conversation of it."""


class KeptMarks(Protocol):
    """Where marks outlast the program."""

    async def keep(self, marks: Mapping[Place, datetime]) -> None:
        """Keep how far conversations have been heard; a mark never goes back."""

    async def marks(self, platform: str) -> dict[str, datetime]:
        """Give how far each conversation of a platform has been heard."""


class Marks:
    """Kept in memory at each message, and in the database now and then: one that is old only costs reading again.

    What could not be heard holds its conversation's mark back.
    """

    def __init__(self, kept: KeptMarks) -> None:
        self._kept = kept
        self._last: dict[Place, datetime] = {}
        self._open: dict[Place, dict[str, datetime]] = {}
        self._moved: set[Place] = set()

    @contextmanager
    def hearing(self, platform: str, conversation: str, message: str) -> Iterator[None]:
        """Hear a message inside; it counts as heard when nothing is raised."""
        place, at = (platform, conversation), moment(message)
        if at is None:
            yield
            return
        unheard = self._open.setdefault(place, {})
        unheard.setdefault(message, datetime.now(UTC))
        yield
        unheard.pop(message, None)
        if not unheard:
            self._open.pop(place, None)
        self._last[place] = max(at, self._last.get(place, at))
        self._moved.add(place)

    def begin(self, platform: str, conversation: str, at: datetime) -> None:
        """Take nothing that was written before then as written to the bot."""
        self._last[platform, conversation] = max(at, self._last.get((platform, conversation), at))
        self._moved.add((platform, conversation))

    def move(self, platform: str, old: str, new: str) -> None:
        """Let what is known of a conversation hold for its new id."""
        before, after = (platform, old), (platform, new)
        if before in self._last:
            self._last[after] = self._last.pop(before)
        if before in self._open:
            self._open[after] = self._open.pop(before)
        if before in self._moved:
            self._moved.discard(before)
            self._moved.add(after)

    def stuck(self, before: datetime) -> tuple[Place, ...]:
        """Give the conversations with a message that has waited to be heard since before then."""
        return tuple(place for place, unheard in self._open.items() if min(unheard.values()) < before)

    def given_up(self, place: Place) -> None:
        """Wait no longer for what could not be heard: it was read from the conversation itself."""
        self._open.pop(place, None)

    async def of(self, platform: str) -> dict[str, datetime]:
        """Give how far each conversation of a platform has been heard."""
        found = await self._kept.marks(platform)
        for place in {*self._last, *self._open}:
            if place[0] == platform and (mark := self._mark(place)) is not None:
                found[place[1]] = mark
        return found

    async def save(self) -> None:
        """Keep the marks that have moved since the last time."""
        moved, self._moved = self._moved, set()
        marks = {place: mark for place in moved if (mark := self._mark(place)) is not None}
        if not marks:
            return
        try:
            await self._kept.keep(marks)
        except BaseException:
            self._moved |= moved
            raise

    def _mark(self, place: Place) -> datetime | None:
        waiting = [at for message in self._open.get(place, ()) if (at := moment(message)) is not None]
        last = self._last.get(place)
        if not waiting:
            return last
        before = min(waiting) - _JUST
        return min(before, last) if last is not None else before
