"""A meeting's life and the calendar: planned, moved, opened, ended; other bodies' events."""

from __future__ import annotations

from datetime import date as Day
from datetime import datetime
from datetime import time as Clock
from typing import ClassVar, Literal

from meetings.facts.base import BaseFact


class MeetingPlanned(BaseFact):
    """A meeting of the group is booked. `meeting` is the one in which it was said, `target` the new one."""

    texts: ClassVar[frozenset[str]] = frozenset({"title", "place"})
    kind: Literal["meeting_planned"] = "meeting_planned"
    target: str
    date: Day
    start: Clock | None = None
    end: Clock | None = None
    place: str | None = None
    meeting_kind: str = "ordinary"
    title: str | None = None
    preliminary: bool = False


class MeetingMoved(BaseFact):
    """A booked meeting has another day, hour or place; None leaves that part as it was."""

    texts: ClassVar[frozenset[str]] = frozenset({"place"})
    kind: Literal["meeting_moved"] = "meeting_moved"
    target: str
    date: Day | None = None
    start: Clock | None = None
    end: Clock | None = None
    place: str | None = None


class MeetingRenamed(BaseFact):
    """A booked meeting is called something else; its time, items and answers stay."""

    texts: ClassVar[frozenset[str]] = frozenset({"name"})
    kind: Literal["meeting_renamed"] = "meeting_renamed"
    target: str
    name: str


class MeetingCancelled(BaseFact):
    """A booked meeting will not be held."""

    kind: Literal["meeting_cancelled"] = "meeting_cancelled"
    target: str


class MeetingStarted(BaseFact):
    """The meeting is open; `opened` is the local time given by somebody, if any.

    Opened afterwards it counts from when it began: `said.at` is then that moment, and `told` when it was said. Written
    up afterwards from notes, it began at the moment `began`, long before anything was said of it here.
    """

    kind: Literal["meeting_started"] = "meeting_started"
    opened: Clock | None = None
    told: datetime | None = None
    began: datetime | None = None


class MeetingEnded(BaseFact):
    """The meeting is over; `closed` is the local time given by somebody, if any."""

    kind: Literal["meeting_ended"] = "meeting_ended"
    closed: Clock | None = None


class MeetingTimed(BaseFact):
    """The meeting began or ended at another local time than was taken down; None leaves that part."""

    kind: Literal["meeting_timed"] = "meeting_timed"
    opened: Clock | None = None
    closed: Clock | None = None


class MeetingLapsed(BaseFact):
    """Nobody has ended the meeting, and its time is over: plain talk is no longer taken down."""

    kind: Literal["meeting_lapsed"] = "meeting_lapsed"


class MeetingGoesOn(BaseFact):
    """The meeting is not over, although its time is."""

    kind: Literal["meeting_goes_on"] = "meeting_goes_on"


class PasteBegun(BaseFact):
    """What this person sends from now on are notes of this meeting, taken down elsewhere."""

    kind: Literal["paste_begun"] = "paste_begun"
    person: str


class PasteEnded(BaseFact):
    """This person has sent all of her notes."""

    kind: Literal["paste_ended"] = "paste_ended"
    person: str


class CapturePaused(BaseFact):
    """No notes are taken until they are resumed or the next item is taken up."""

    kind: Literal["capture_paused"] = "capture_paused"


class CaptureResumed(BaseFact):
    """Notes are taken again."""

    kind: Literal["capture_resumed"] = "capture_resumed"


class EventNoted(BaseFact):
    """Another body's conference, training or day: no meeting of the group."""

    texts: ClassVar[frozenset[str]] = frozenset({"title", "place"})
    kind: Literal["event_noted"] = "event_noted"
    title: str
    date: Day
    until: Day | None = None
    start: Clock | None = None
    end: Clock | None = None
    place: str | None = None
