"""What is at hand in a group, and what one person can say now: what panels show, with the words it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day
from typing import Literal

from handlers.minutes.rewriting import stamp
from meetings.agenda import with_matters
from meetings.attendance import EXPECTED
from meetings.group import Person
from meetings.language import Texts, texts_for
from meetings.record import Meeting, Phase, Record


@dataclass(frozen=True)
class Choice:
    """Something to press: `say` is what pressing it says, `primary` what comes first."""

    id: str
    label: str
    say: str
    primary: bool = False


@dataclass(frozen=True)
class Answering:
    """What somebody has answered about a meeting, and what she may; `substitute` has a place for a name."""

    given: Literal["", "present", "onsite", "digital", "absent", "substitute"]
    choices: tuple[Choice, ...]
    substitute: str


@dataclass(frozen=True)
class Piece:
    """A part of a draft that can be edited: `begins` are the words before its new text."""

    id: str
    what: str
    text: str
    held: bool
    begins: str


def at_hand(record: Record, today: Day) -> Meeting | None:
    """Give the meeting that a panel is about: the one going on, else the next, else the one held last."""
    coming = record.coming(today)
    return record.open_meeting or (coming[0] if coming else record.latest_held())


def draft_at_hand(record: Record) -> Meeting | None:
    """Give the meeting whose minutes are being written: the one that began last and is not published."""
    return next((one for one in reversed(record.held()) if one.phase is not Phase.PUBLISHED), None)


def steps(record: Record, meeting: Meeting | None, drafted: Meeting | None, texts: Texts) -> tuple[Choice, ...]:
    """Give the steps that lead on from here, for those who lead."""
    if meeting is not None and meeting.is_open:
        ids = [("next", True), ("resume" if meeting.paused else "pause", False), ("end", False)]
    elif drafted is not None:
        ids = [("draft", True), ("publish", False), ("start", False)]
    else:
        ids = [("start", True)]
    say = texts_for(record.group.language)
    found = [Choice(id, texts.t(f"webchat.step.{id}"), say.t(f"webchat.say.{id}"), primary) for id, primary in ids]
    quiet = silent(record, meeting) if meeting is not None and meeting.is_open else ()
    if quiet:
        called = say.t("webchat.say.is_present", name=", ".join(person.name for person in quiet))
        found.insert(1, Choice("call", texts.t("webchat.step.call"), called))
    return tuple(found)


def expected(record: Record) -> tuple[Person, ...]:
    """Give those who are to come to the group's meetings."""
    return tuple(person for person in record.members if person.capacity in EXPECTED)


def silent(record: Record, meeting: Meeting) -> tuple[Person, ...]:
    """Give those of whom nobody knows whether they are there."""
    return tuple(one for one in expected(record) if one.id not in meeting.attendance and one.id not in meeting.wrote)


def answering(record: Record, meeting: Meeting, person: Person, texts: Texts, today: Day) -> Answering | None:
    """Give what somebody has answered and what she may answer, while there is something to answer to."""
    if meeting.phase not in (Phase.PLANNED, Phase.OPEN):
        return None
    say = texts_for(record.group.language)
    report = meeting.attendance.get(person.id)
    replaced = any(one.substitutes_for == person.id for one in meeting.attendance.values())
    given: Literal["", "present", "onsite", "digital", "absent", "substitute"] = ""
    if report is not None:
        given = "absent" if report.status == "absent" else report.mode or "present"
    if replaced and given in ("", "absent"):
        given = "substitute"
    when = {"date": say.short_date(meeting.date, today)} if meeting.phase is Phase.PLANNED else {}
    suffix = "_on" if when else ""
    choices = tuple(
        Choice(choice, texts.t(f"webchat.answer.{choice}"), say.t(f"webchat.say.{choice}{suffix}", **when))
        for choice in ("onsite", "digital", "absent")
    )
    return Answering(given, choices, say.t(f"webchat.say.substitute{suffix}", name="{name}", **when))


def pieces(record: Record, meeting: Meeting, loose: str) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    """Give each item of a draft with what can be edited under it; `loose` is the heading of what stands under none."""
    say = texts_for(record.group.language)
    rows = [(entry.item.id, f"{entry.number} {entry.item.title}") for entry in with_matters(record, meeting.id)]
    for item, title in (*rows, (None, loose)):
        found = [
            _piece(passage.id, number, part.text, passage.what, say, passage.held)
            for passage in meeting.passages
            if passage.item == item and passage.what != "attachment"
            for number, part in enumerate(passage.parts)
        ]
        found += [
            _piece(one.id, 0, one.text, "action", say, False)
            for one in record.actions.values()
            if one.meeting == meeting.id and one.item == item and one.status != "dropped"
        ]
        if found:
            yield title, tuple(found)


def _piece(target: str, part: int, text: str, what: str, say: Texts, held: bool) -> Piece:
    begins = say.t("webchat.say.rewrite", target=target, part=part, stamp=stamp(text))
    return Piece(f"{target}.{part}", what, text, held, begins)
