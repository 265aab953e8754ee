"""A text on meetings while it is gone through: which meeting was spoken of last, and what has been found."""

from __future__ import annotations

from dataclasses import dataclass, field

from handlers.calendar.clauses import Clause
from handlers.calendar.dates import find_meeting, planned
from handlers.calendar.meant import Change
from handlers.command import Call
from meetings.record import Meeting

Found = tuple[Change, tuple[int, int]]
"""A change, and the span of the text it stands in."""


@dataclass
class Telling:
    """What the clauses that were read so far leave for the next one."""

    call: Call
    settled: bool
    about: Meeting | None = None
    cancelled: str | None = None
    unnamed: Meeting | None = None
    moving: bool = False
    clashing: bool = False
    planning: bool = False
    found: list[Found] = field(default_factory=list)

    def add(self, change: Change, clause: Clause) -> bool:
        """Keep a change that a clause tells."""
        self.found.append((change, clause.span))
        return True

    def meeting_in(self, clause: Clause) -> Meeting | None:
        """Give the coming meeting that a clause names."""
        return find_meeting(clause.text, self.call, clause.dates)

    def usual(self) -> Meeting | None:
        """Give the meeting that is meant where none is named: the one that is on or comes next."""
        meeting = self.call.meeting
        if meeting is not None and meeting in planned(self.call):
            return meeting
        return next(iter(planned(self.call)), None)
