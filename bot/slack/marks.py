"""How far each conversation has been heard, so that what was written while nobody listened can be read afterwards."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Protocol

from bot.slack.shapes import moment

_JUST = timedelta(microseconds=1)

Place = tuple[str, str]
"""A platform's name and a conversation of it."""


class KeptMarks(Protocol):
    """Where marks outlast the program."""

    async def keep(self, marks: Mapping[Place, datetime]) -> None:
        """Keep how far conversations have been heard."""

    async def marks(self, platform: str) -> dict[str, datetime]:
        """Give how far each conversation of a platform has been heard."""


class Marks:
    """In memory at each message, and in the database now and then: a mark that is old only costs reading again.

    A mark is held back by what could not be heard, and by a gap that is not read yet.
    """

    def __init__(self, kept: KeptMarks) -> None:
        self._kept = kept
        self._last: dict[Place, datetime] = {}
        self._gaps: dict[Place, datetime] = {}
        self._open: dict[Place, dict[str, datetime]] = {}
        self._moved: set[Place] = set()

    async def load(self, platform: str) -> None:
        """Begin where an earlier program stopped: everything after that is a gap until it is read."""
        for conversation, mark in (await self._kept.marks(platform)).items():
            self._last.setdefault((platform, conversation), mark)
            self._gaps[platform, conversation] = mark

    @asynccontextmanager
    async def hearing(self, platform: str, conversation: str, message: str) -> AsyncIterator[None]:
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
        first = place not in self._last
        self._last[place] = max(at, self._last.get(place, at))
        self._moved.add(place)
        if first:
            # Without any mark nothing of the conversation would be read afterwards.
            await self.save()

    def miss(self, platform: str, conversation: str, message: str | None) -> None:
        """Take down that a message could not be heard now."""
        if moment(message) is not None and message is not None:
            self._open.setdefault((platform, conversation), {}).setdefault(message, datetime.now(UTC))

    def lose(self, platform: str) -> None:
        """Take down that from now on things may be missed in every conversation."""
        for place in self._last:
            if place[0] == platform and (mark := self._mark(place)) is not None:
                self._gaps.setdefault(place, mark)

    def gaps(self, platform: str) -> dict[str, datetime]:
        """Give since when each conversation has not been read that has a gap, or a message nobody could hear."""
        there = {place for place in {*self._gaps, *self._open} if place[0] == platform}
        return {place[1]: mark for place in there if (mark := self._mark(place)) is not None}

    def stuck(self, before: datetime) -> set[str]:
        """Give the platforms with a message that has waited to be heard since before then, or with an unread gap."""
        waiting = {place[0] for place, unheard in self._open.items() if min(unheard.values()) < before}
        return waiting | {place[0] for place in self._gaps}

    def read(self, place: Place) -> None:
        """Take down that a conversation was read: it has no gap, and nothing to wait for."""
        self._gaps.pop(place, None)
        self._open.pop(place, None)
        self._moved.add(place)

    async def begin(self, platform: str, conversation: str, at: datetime) -> None:
        """Take nothing that was written before then as written to the bot. Raises StorageError when that is not kept.

        It is kept at once, as is the first message's mark: what comes next may come while nobody listens.
        """
        place = (platform, conversation)
        self._last[place] = max(at, self._last.get(place, at))
        self.read(place)
        await self.save()

    def move(self, platform: str, old: str, new: str) -> None:
        """Let what is known of a conversation hold for its new id."""
        before, after = (platform, old), (platform, new)
        for known in (self._last, self._gaps):
            if before in known:
                known[after] = known.pop(before)
        if before in self._open:
            self._open[after] = self._open.pop(before)
        if before in self._moved:
            self._moved.discard(before)
            self._moved.add(after)

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
        waiting = (moment(message) for message in self._open.get(place, ()))
        bounds = [at - _JUST for at in waiting if at is not None]
        bounds += [known[place] for known in (self._last, self._gaps) if place in known]
        return min(bounds, default=None)
