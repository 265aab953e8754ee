"""The words of the intent sets for what came into the record: a table from kinds of facts to intents and slots."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time
from typing import Any

from bot.understanding.situation import Played
from bot.understanding.tasks import owner_name
from handlers.attendance.people import Who
from handlers.attendance.reading import ReportAttendance
from handlers.attendance.told import Kind
from handlers.calendar.meant import MoveMeeting
from meetings.agenda import agenda
from meetings.facts import (
    ActionAgreed,
    ActionChanged,
    Agreed,
    AttendanceReported,
    BlockStyle,
    CapturePaused,
    Decided,
    Fact,
    ItemMoved,
    ItemPostponed,
    ItemProposed,
    ItemRemoved,
    ItemTaken,
    MeetingCancelled,
    MeetingMoved,
    MeetingPlanned,
    MinutesCorrected,
    Noted,
    OwnerKind,
    QuestionRaised,
    Rewritten,
)
from meetings.people import find_names

_KINDS = {
    Kind.PRESENT: "present",
    Kind.ABSENT: "absent",
    Kind.LATE: "late",
    Kind.LEAVES: "leaves_early",
    Kind.SUBSTITUTE: "substitute",
}


@dataclass(frozen=True)
class Intent:
    """What somebody meant to do, with what is said of it."""

    name: str
    slots: Mapping[str, Any] = field(default_factory=dict)


class Naming:
    """Names the people, items and meetings of the record as the sets do."""

    def __init__(self, played: Played) -> None:
        self._played = played
        self._record = played.record

    def person(self, id: str | None) -> str:
        """Give a person's name, `@me` for the one who wrote."""
        if id == self._played.speaker.id:
            return "@me"
        person = self._record.people.get(id or "")
        return person.name if person is not None else ""

    def title(self, id: str | None) -> str:
        """Give an item's title."""
        item = self._record.items.get(id or "")
        return item.title if item is not None else ""

    def item(self, words: str) -> str:
        """Give the title of the item with a number, else the words."""
        before = self._played.before
        meeting = next(iter(before.meetings.values()), None)
        number = words.casefold().removeprefix("punkt ").removeprefix("item ").strip()
        entries = agenda(before, meeting.id) if meeting is not None else ()
        return next((entry.item.title for entry in entries if entry.number == number), words)

    def named(self, words: str) -> list[str]:
        """Give the people named in some words."""
        found = find_names(words, tuple(self._record.people.values()))
        return [one.match.person.name for one in found if one.match.person is not None]

    def owner(self, fact: ActionAgreed) -> dict[str, Any]:
        """Give who answers for a task."""
        name = owner_name(fact.owner, self._played)
        if fact.owner.kind is OwnerKind.ORGANISATION:
            return {"org": name}
        return {"who": [name]} if name else {}

    def day_of(self, meeting: str | None) -> str:
        """Give a meeting's day."""
        known = self._record.meetings.get(meeting or "")
        return known.date.isoformat() if known is not None else ""

    def changed(self, change: MoveMeeting) -> dict[str, Any]:
        """Give where and when a meeting is moved to."""
        day = change.date.isoformat() if change.date is not None else ""
        return {"date": day, "start": _clock(change.start), "end": _clock(change.end), "place": change.place}

    def told(self, intent: ReportAttendance) -> list[Intent]:
        """Give what was told of people though it could not be noted."""
        return [
            Intent(
                _KINDS[one.told.kind],
                {
                    "who": [self.who(who) for who in one.told.who],
                    "for": self.who(one.told.instead_of) if one.told.instead_of is not None else "",
                    "at": _clock(one.told.since),
                    "until": _clock(one.told.until),
                },
            )
            for one in intent.reports
        ]

    def who(self, who: Who) -> str:
        """Give the name of one who was spoken of, `@me` for the one who wrote."""
        return "@me" if who.me else self.person(who.person) or who.name


def intents_of_fact(fact: Fact, naming: Naming) -> Sequence[Intent]:
    """Give the intents that a fact tells of; none for what is only kept beside it."""
    row = _ROWS.get(type(fact))
    return row(fact, naming) if row is not None else ()


def _proposed(fact: ItemProposed, naming: Naming) -> Sequence[Intent]:
    slots = {
        "title": fact.title,
        "minutes": fact.minutes,
        "owner": fact.owner.name if fact.owner is not None else "",
        "after": naming.title(fact.after),
        "before": naming.title(fact.before),
        "under": naming.title(fact.under),
    }
    return (Intent("add_item", slots),)


def _removed(fact: ItemRemoved, naming: Naming) -> Sequence[Intent]:
    return (Intent("remove_item", {"item": naming.title(fact.item)}),)


def _moved(fact: ItemMoved, naming: Naming) -> Sequence[Intent]:
    where = {"to": fact.place, "after": naming.title(fact.after), "before": naming.title(fact.before)}
    return (Intent("move_item", {"item": naming.title(fact.item), **where}),)


def _postponed(fact: ItemPostponed, naming: Naming) -> Sequence[Intent]:
    return (Intent("move_item", {"item": naming.title(fact.item), "to": "next_meeting"}),)


def _attendance(fact: AttendanceReported, naming: Naming) -> Sequence[Intent]:
    if fact.person is None:
        return (Intent(fact.status, {"org": fact.unit}),)
    who = [naming.person(fact.person)]
    if fact.substitutes_for is not None:
        slots = {"who": who, "for": naming.person(fact.substitutes_for), "until": _clock(fact.until)}
        return (Intent("substitute", slots),)
    if fact.status == "absent":
        return (Intent("absent", {"who": who}),)
    found = []
    if fact.from_ is not None:
        found.append(Intent("late", {"who": who, "at": _clock(fact.from_)}))
    if fact.until is not None:
        found.append(Intent("leaves_early", {"who": who, "at": _clock(fact.until)}))
    if fact.mode == "digital":
        found.append(Intent("digital", {"who": who}))
    return found or (Intent("present", {"who": who}),)


def _noted(fact: Noted, naming: Naming) -> Sequence[Intent]:
    slots = {"item": naming.title(fact.item), "org": fact.organisation}
    if any(block.style is not BlockStyle.PROSE for block in fact.blocks):
        return [Intent("note", {**slots, "text": block.text}) for block in fact.blocks]
    return (Intent("note", {**slots, "text": " ".join(block.text for block in fact.blocks)}),)


def _decided(fact: Decided, naming: Naming) -> Sequence[Intent]:
    return (Intent("decision", {"text": " ".join(fact.clauses), "item": naming.title(fact.item)}),)


def _agreed(fact: Agreed, naming: Naming) -> Sequence[Intent]:
    return (Intent("agreement", {"text": fact.text}),)


def _raised(fact: QuestionRaised, naming: Naming) -> Sequence[Intent]:
    return (Intent("open_question", {"text": fact.text}),)


def _action(fact: ActionAgreed, naming: Naming) -> Sequence[Intent]:
    return (Intent("action", {**naming.owner(fact), "task": fact.text, "due": fact.due.text}),)


def _action_changed(fact: ActionChanged, naming: Naming) -> Sequence[Intent]:
    return (Intent("action_done", {}),) if fact.status == "done" else ()


def _planned(fact: MeetingPlanned, naming: Naming) -> Sequence[Intent]:
    slots = {"date": fact.date.isoformat(), "start": _clock(fact.start), "end": _clock(fact.end), "place": fact.place}
    return (Intent("plan_meeting", slots),)


def _meeting_moved(fact: MeetingMoved, naming: Naming) -> Sequence[Intent]:
    day = fact.date.isoformat() if fact.date is not None else ""
    slots = {"date": day, "start": _clock(fact.start), "end": _clock(fact.end), "place": fact.place}
    return (Intent("move_meeting", slots),)


def _meeting_cancelled(fact: MeetingCancelled, naming: Naming) -> Sequence[Intent]:
    return (Intent("cancel_meeting", {"date": naming.day_of(fact.target)}),)


def _item_taken(fact: ItemTaken, naming: Naming) -> Sequence[Intent]:
    return (Intent("next_item", {"item": naming.title(fact.item)}),)


def _rewritten(fact: Rewritten, naming: Naming) -> Sequence[Intent]:
    return (Intent("correct", {"new": fact.text}),)


def _corrected(fact: MinutesCorrected, naming: Naming) -> Sequence[Intent]:
    return (Intent("correct", {"old": fact.was, "new": fact.now}),)


def _paused(fact: CapturePaused, naming: Naming) -> Sequence[Intent]:
    return (Intent("off_record"),)


def _clock(at: time | None) -> str:
    return f"{at:%H:%M}" if at is not None else ""


_ROWS: Mapping[type, Callable[[Any, Naming], Sequence[Intent]]] = {
    ItemProposed: _proposed,
    ItemRemoved: _removed,
    ItemMoved: _moved,
    ItemPostponed: _postponed,
    AttendanceReported: _attendance,
    Noted: _noted,
    Decided: _decided,
    Agreed: _agreed,
    QuestionRaised: _raised,
    ActionAgreed: _action,
    ActionChanged: _action_changed,
    MeetingPlanned: _planned,
    MeetingMoved: _meeting_moved,
    MeetingCancelled: _meeting_cancelled,
    ItemTaken: _item_taken,
    Rewritten: _rewritten,
    MinutesCorrected: _corrected,
    CapturePaused: _paused,
}
