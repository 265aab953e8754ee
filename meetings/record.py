"""The record: a group and its meetings as they stand, folded from facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date as Day
from datetime import datetime
from datetime import time as Clock
from enum import StrEnum
from typing import Literal

from meetings.facts import About, Basis, Block, Due, Option, Outcome, Owner
from meetings.formalities import Formalities
from meetings.group import GroupSettings, Person

LEADING_ROLES = frozenset({"ordförande", "mötesordförande", "sekreterare", "chair", "chairperson", "secretary"})
"""Roles whose holders may open, close and write for a meeting."""

CHAIRING_ROLES = frozenset({"ordförande", "mötesordförande", "chair", "chairperson"})
VICE_CHAIRING_ROLES = frozenset({"vice ordförande", "1:e vice ordförande", "förste vice ordförande", "vice chair"})
"""Roles whose holders chair when the one with a chairing role is away."""


class Phase(StrEnum):
    """Where a meeting is in its life."""

    PLANNED = "planned"
    CANCELLED = "cancelled"
    OPEN = "open"
    ENDED = "ended"
    PUBLISHED = "published"


@dataclass
class Item:
    """An item on an agenda: a standing one of a meeting, or one somebody proposed.

    `gone` tells why it is no longer there; an item that others refer to is kept as `orphaned` when its proposal is
    withdrawn (hard case 4). `under` is the item it is a matter under, `proposal` what its decision is proposed to be.
    """

    id: str
    title: str
    standing: Literal["head", "tail"] | None = None
    owner: Owner | None = None
    minutes: int | None = None
    proposed_by: str | None = None
    message: str | None = None
    for_meeting: str | None = None
    after: str | None = None
    before: str | None = None
    place: Literal["first", "last"] | None = None
    origin: str | None = None
    state: Literal["not_raised", "separate_document", "postponed"] | None = None
    reference: str | None = None
    removed: bool = False
    orphaned: bool = False
    under: str | None = None
    proposal: tuple[str, ...] = ()


@dataclass
class Report:
    """What is known of one person's, or one unit's, attendance at a meeting."""

    person: str | None
    unit: str | None
    status: Literal["present", "absent"]
    basis: Basis
    mode: Literal["onsite", "digital"] | None = None
    from_: Clock | None = None
    until: Clock | None = None
    substitutes_for: str | None = None
    reported_by: str | None = None


@dataclass
class Passage:
    """A thing written under an item: `what` tells which, `parts` are its blocks or clauses in order."""

    id: str
    what: Literal["note", "decision", "agreement", "question", "attachment"]
    item: str | None
    parts: list[Block] = field(default_factory=list)
    by: str | None = None
    organisation: str | None = None
    name: str | None = None
    message: str | None = None
    at: datetime | None = None
    held: bool = False
    outcome: Outcome = Outcome.OTHER
    under: str | None = None
    url: str | None = None
    announced: bool = False
    ref: str | None = None
    inferred: bool = False
    by_hand: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        """Give all parts as one text."""
        return "\n".join(part.text for part in self.parts)


@dataclass
class Action:
    """An action point; it lives on across meetings until it is done or dropped.

    `touched_in` is the meeting that was open or coming when something last became of it, `treated_in` those in which
    something did.
    """

    id: str
    text: str
    owner: Owner
    due: Due
    meeting: str | None
    item: str | None
    status: Literal["open", "done", "moved", "dropped"] = "open"
    proposed: bool = False
    message: str | None = None
    touched_in: str | None = None
    treated_in: list[str] = field(default_factory=list)
    set_at: datetime | None = None
    """When it was said whose it is and by when."""


@dataclass
class Question:
    """An open question; it lives on until somebody closes it."""

    id: str
    text: str
    meeting: str | None
    item: str | None
    open: bool = True
    message: str | None = None


@dataclass(frozen=True)
class WorkingMember:
    """Somebody in a working group; `person` is an id when the group knows her."""

    name: str
    person: str | None
    degree: Literal["member", "interested", "either_or"]


@dataclass
class WorkingGroup:
    """A working group that a meeting has set up; `vacant` are organisations that are to appoint somebody."""

    id: str
    purpose: str | None
    item: str | None
    members: dict[str, WorkingMember] = field(default_factory=dict)
    vacant: list[str] = field(default_factory=list)


@dataclass
class Event:
    """Another body's day, as it was told in a meeting."""

    title: str
    date: Day
    until: Day | None = None
    start: Clock | None = None
    end: Clock | None = None
    place: str | None = None


@dataclass
class CalendarChange:
    """What a meeting said about one of the group's own coming meetings."""

    change: Literal["planned", "preliminary", "moved", "cancelled", "renamed", "alternative"]
    meeting: str
    moved_from: Day | None = None


@dataclass
class Meeting:
    """One meeting of the group, from when it is booked until its minutes are frozen.

    `told_at` is when it was said that it had begun, `goes_on_since` when it was said that it is not over yet; `lapsed`
    means that nobody has ended it though its time is over, `written_up` that it is known from notes alone.
    """

    id: str
    date: Day
    start: Clock | None = None
    end: Clock | None = None
    place: str | None = None
    kind: str = "ordinary"
    title: str | None = None
    preliminary: bool = False
    phase: Phase = Phase.PLANNED
    started_at: datetime | None = None
    opened: Clock | None = None
    ended_at: datetime | None = None
    closed: Clock | None = None
    told_at: datetime | None = None
    goes_on_since: datetime | None = None
    lapsed: bool = False
    written_up: bool = False
    opened_by: str | None = None
    item_now: str | None = None
    paused: bool = False
    taken: list[str] = field(default_factory=list)
    attendance: dict[str, Report] = field(default_factory=dict)
    wrote: dict[str, Clock] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    calendar: list[CalendarChange] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    working_groups: dict[str, WorkingGroup] = field(default_factory=dict)
    unknown_speakers: list[str] = field(default_factory=list)
    blocked: int = 0
    formal: Formalities = field(default_factory=Formalities)
    previous_approved: str | None = None
    revision: int = 0
    revision_status: Literal["published", "approved", "corrected"] | None = None
    set_at: datetime | None = None
    """When it was said that it is held on this day at this hour; None when nobody knows."""
    next_paragraph: int | None = None
    """In a protokoll that is out: the number that the paragraphs of the next one begin with."""

    @property
    def is_open(self) -> bool:
        """Tell whether the meeting is going on."""
        return self.phase is Phase.OPEN

    @property
    def is_held(self) -> bool:
        """Tell whether the meeting has begun, and so has or will have minutes."""
        return self.phase in (Phase.OPEN, Phase.ENDED, Phase.PUBLISHED)


@dataclass
class Pending:
    """A question the bot put to somebody and has no answer to yet."""

    id: str
    to: str
    about: About
    options: tuple[Option, ...]
    concerns: str | None
    meeting: str | None
    at: datetime


@dataclass(frozen=True)
class KeptFile:
    """A file that was fetched and is kept, and since when; `meeting` is the one it belongs to."""

    sha256: str
    size: int
    at: datetime
    meeting: str | None


@dataclass(frozen=True)
class Pasting:
    """Somebody is sending notes of a meeting that were taken down elsewhere, in several messages."""

    meeting: str
    since: datetime


@dataclass
class Trace:
    """What one message has put into the record: ids of its facts that count, and its author."""

    by: str | None
    at: datetime
    facts: list[str] = field(default_factory=list)
    meeting: str | None = None


@dataclass
class Record:
    """A group and its meetings as they stand. One `Ledger` owns it and is the only one to change it."""

    settings: GroupSettings | None = None
    people: dict[str, Person] = field(default_factory=dict)
    meetings: dict[str, Meeting] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)
    actions: dict[str, Action] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    pending: dict[str, Pending] = field(default_factory=dict)
    asked: set[tuple[str, str | None]] = field(default_factory=set)
    supporters: dict[str, set[str]] = field(default_factory=dict)
    traces: dict[str, Trace] = field(default_factory=dict)
    introduced: bool = False
    reminded: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The keys of what has fallen due already, each with those who were told of it privately."""
    muted: dict[str, frozenset[str]] = field(default_factory=dict)
    """Who wants no reminders of some matters; of all, when they are "all"."""
    founded_at: datetime | None = None
    pasting: dict[str, Pasting] = field(default_factory=dict)
    kept_files: dict[tuple[str, str], KeptFile] = field(default_factory=dict)
    """The attachments that are kept, by message and by what the platform knows the file by."""

    @property
    def group(self) -> GroupSettings:
        """Give the settings of a group that has been founded."""
        if self.settings is None:
            raise LookupError("the group has not been founded")
        return self.settings

    @property
    def members(self) -> tuple[Person, ...]:
        """Give the people in the register, in the order they came."""
        return tuple(person for person in self.people.values() if person.registered)

    @property
    def coordinators(self) -> tuple[Person, ...]:
        """Give those who convene and write for the group; the convener when nobody is named coordinator."""
        named = tuple(person for person in self.people.values() if person.coordinator)
        if named:
            return named
        convener = self.group.convener.name
        return tuple(person for person in self.people.values() if person.name == convener)

    def person_of_account(self, account: str) -> Person | None:
        """Find who writes with this account."""
        return next((person for person in self.people.values() if person.account == account), None)

    def leads(self, person: Person | None) -> bool:
        """Tell whether somebody convenes, chairs or writes for the group, or does so at the meeting at hand."""
        if person is None:
            return False
        # By id: two people of this size cost more to compare than all the rest of it.
        convenes = person.name == self.group.convener.name or any(one.id == person.id for one in self.coordinators)
        return convenes or (person.role or "").casefold() in LEADING_ROLES or self._steps_in(person)

    def _steps_in(self, person: Person) -> bool:
        """Tell whether somebody holds an office at the open meeting or the next: by word, or as vice chair."""
        planned = (meeting for meeting in self.meetings.values() if meeting.phase is Phase.PLANNED)
        meeting = self.open_meeting or min(planned, key=_when, default=None)
        if meeting is None:
            return False
        if person.id in (meeting.formal.chair, meeting.formal.secretary):
            return True
        return meeting.formal.chair is None and self.chair_of(meeting) == person

    def chair_of(self, meeting: Meeting) -> Person | None:
        """Give who chairs a meeting: by word, else by role, the vice chair when the chair is away."""
        if meeting.formal.chair is not None:
            return self.people.get(meeting.formal.chair)
        by_role = [p for p in self.members if (p.role or "").casefold() in CHAIRING_ROLES]
        vice = [p for p in self.members if (p.role or "").casefold() in VICE_CHAIRING_ROLES]
        there = [person for person in (*by_role, *vice) if not self._away(person, meeting)]
        return next(iter(there or by_role), None)

    def secretary_of(self, meeting: Meeting) -> Person | None:
        """Give who writes a meeting's protokoll: the one who was said to, else by role, else a coordinator."""
        if meeting.formal.secretary is not None:
            return self.people.get(meeting.formal.secretary)
        by_role = [p for p in self.members if (p.role or "").casefold() in ("sekreterare", "secretary")]
        there = [person for person in by_role if not self._away(person, meeting)]
        return next(iter(there or self.coordinators or by_role), None)

    def _away(self, person: Person, meeting: Meeting) -> bool:
        report = meeting.attendance.get(person.id)
        silent = report is None and person.id not in meeting.wrote and meeting.phase in (Phase.ENDED, Phase.PUBLISHED)
        return silent and not person.coordinator or report is not None and report.status == "absent"

    @property
    def open_meeting(self) -> Meeting | None:
        """Give the meeting that is going on, if any; one that nobody has ended too."""
        return next((meeting for meeting in self.meetings.values() if meeting.is_open), None)

    @property
    def listening(self) -> Meeting | None:
        """Give the meeting whose talk is taken down: the open one, unless its time is over and nobody has ended it."""
        meeting = self.open_meeting
        return None if meeting is None or meeting.lapsed else meeting

    def coming(self, day: Day) -> tuple[Meeting, ...]:
        """Give the meetings still to be held on `day` or later, soonest first."""
        planned = (m for m in self.meetings.values() if m.phase is Phase.PLANNED and m.date >= day)
        return tuple(sorted(planned, key=_when))

    def held(self) -> tuple[Meeting, ...]:
        """Give the meetings that have begun, in the order they began."""
        return tuple(sorted((m for m in self.meetings.values() if m.is_held), key=_began))

    def latest_held(self) -> Meeting | None:
        """Give the meeting that began last."""
        return next(iter(reversed(self.held())), None)

    @property
    def draft(self) -> Meeting | None:
        """Give the meeting whose draft is at hand: the open one, else the one that was ended last, if not published."""
        ended = [meeting for meeting in self.held() if meeting.phase is Phase.ENDED and meeting.ended_at is not None]
        return self.open_meeting or max(ended, key=_ended, default=None)

    def parties(self) -> tuple[str, ...]:
        """Give the organisations that form the group: those of its members, not of guests and adjuncts."""
        forming = ("member", "deciding")
        names = [person.organisation for person in self.members if person.capacity in forming and person.organisation]
        # "Region" stands for whichever region it is until somebody from it is in the group.
        given = [party for party in self.group.parties if not any(name.startswith(f"{party} ") for name in names)]
        return tuple(_unique((*given, *names)))


def _when(meeting: Meeting) -> tuple[Day, Clock]:
    return meeting.date, meeting.start or Clock.min


def _began(meeting: Meeting) -> datetime:
    assert meeting.started_at is not None
    return meeting.started_at


def _ended(meeting: Meeting) -> tuple[datetime, datetime]:
    assert meeting.ended_at is not None
    return meeting.ended_at, _began(meeting)


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
