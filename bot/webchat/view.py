"""What stands beside the channel: the record as one person may see it, as plain data for the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date as Day
from datetime import datetime
from typing import Any, Literal

from bot.at_hand import answering, at_hand, expected
from bot.webchat.leading import leading
from meetings.agenda import with_matters
from meetings.attendance import attendance
from meetings.captured import describe
from meetings.group import Person
from meetings.language import Language, Texts, texts_for
from meetings.ledger import Ledger
from meetings.record import Action, Meeting, Phase, Record

View = dict[str, Any]


@dataclass(frozen=True)
class Revised:
    """One published revision: its number, how it stands, when it came out (aware), and the formats it comes in."""

    number: int
    status: str
    at: datetime
    formats: tuple[str, ...]


@dataclass(frozen=True)
class Issued:
    """The published minutes of one meeting, with all their revisions, oldest first."""

    meeting: str
    title: str
    date: Day
    revisions: tuple[Revised, ...]


def panel(ledger: Ledger, account: str, now: datetime, issued: Sequence[Issued], language: Language) -> View:
    """Return what this person may see of the group: what is private to others or to those who lead is not in it."""
    record = ledger.record
    texts = texts_for(language)
    person = record.person_of_account(account)
    today = now.astimezone(record.group.zone).date()
    meeting = at_hand(record, today)
    leads = record.leads(person)
    return {
        "group": {"name": record.group.name, "channel": record.group.channel, "language": record.group.language},
        "me": {"account": account, "known": person is not None, "leads": leads},
        "meeting": _meeting(record, meeting, today, texts) if meeting else None,
        "agenda": _agenda(record, meeting) if meeting else [],
        "attendance": _attendance(record, meeting, leads, texts) if meeting else [],
        "answer": _answer(record, meeting, person, today, texts) if meeting and person else None,
        "actions": [_action(one, record, person, today, texts) for one in _open(record, person)],
        "questions": [question.text for question in record.questions.values() if question.open],
        "minutes": [_issued(one, record, texts) for one in issued],
        "lead": leading(ledger, meeting, texts) if leads else None,
    }


def people(record: Record) -> list[View]:
    """Return those one can be in this group."""
    return [
        {
            "account": person.account,
            "name": person.name,
            "role": person.role or "",
            "organisation": person.organisation or "",
            "leads": record.leads(person),
        }
        for person in record.members
        if person.account is not None
    ]


def captured(ledger: Ledger, message: str, account: str, language: Language) -> View:
    """Return what a message put into the record, to its writer and to those who lead; to others nothing."""
    record = ledger.record
    person = record.person_of_account(account)
    own = [fact for fact in ledger.of_message(message) if ledger.counts(fact)]
    mine = person is not None and any(fact.said.by == person.id for fact in own)
    if not (mine or record.leads(person)):
        return {"id": message, "facts": [], "undo": None, "hidden": bool(own)}
    told = [words for fact in own if (words := describe(fact, record, texts_for(language)))]
    undo = texts_for(record.group.language).t("webchat.say.undo") if told else None
    return {"id": message, "facts": told, "undo": undo, "hidden": False}


def _meeting(record: Record, meeting: Meeting, today: Day, texts: Texts) -> View:
    state: Literal["open", "coming", "over"] = (
        "open" if meeting.is_open else "coming" if meeting.phase is Phase.PLANNED else "over"
    )
    spans = {
        "open": texts.clock(meeting.opened) if meeting.opened else "",
        "coming": "",
        "over": texts.clock(meeting.closed) if meeting.closed else "",
    }
    return {
        "id": meeting.id,
        "title": meeting.title or record.group.name,
        "date": texts.short_date(meeting.date, today),
        "time": texts.time_range(meeting.start, meeting.end) if meeting.start else "",
        "place": meeting.place or record.group.place or "",
        "state": state,
        "since": spans[state],
        "paused": meeting.paused,
    }


def _agenda(record: Record, meeting: Meeting) -> list[View]:
    return [
        {
            "number": entry.number,
            "title": entry.item.title,
            "matter": entry.item.under is not None,
            "minutes": entry.item.minutes,
            "owner": (entry.item.owner.name or "") if entry.item.owner else "",
            "now": meeting.is_open and meeting.item_now == entry.item.id,
            "taken": entry.item.id in meeting.taken,
        }
        for entry in with_matters(record, meeting.id)
    ]


def _attendance(record: Record, meeting: Meeting, leads: bool, texts: Texts) -> list[View]:
    say = texts_for(record.group.language)
    rows: list[View] = [
        {
            "name": row.name or row.unit or "",
            "organisation": row.organisation or "",
            "status": row.status,
            "note": _note(row.substitutes_for, row.mode, texts),
        }
        for row in attendance(record, meeting)
    ]
    listed = {row["name"] for row in rows}
    silent = (person for person in expected(record) if person.name not in listed)
    rows += [
        {"name": person.name, "organisation": person.organisation or "", "status": "unknown", "note": ""}
        for person in silent
    ]
    if leads and meeting.is_open:
        for one in rows:
            one["call"] = {
                "present": say.t("webchat.say.is_present", name=one["name"]),
                "absent": say.t("webchat.say.is_absent", name=one["name"]),
            }
    return rows


def _note(substitutes_for: str | None, mode: str | None, texts: Texts) -> str:
    told = []
    if substitutes_for:
        told.append(texts.t("attendance.substitutes", name=substitutes_for))
    if mode:
        told.append(texts.t(f"attendance.{mode}"))
    return ", ".join(told)


def _answer(record: Record, meeting: Meeting, person: Person, today: Day, texts: Texts) -> View | None:
    """Return what somebody has answered and what she may answer, while there is something to answer to."""
    found = answering(record, meeting, person, texts, today)
    return asdict(found) if found is not None else None


def _open(record: Record, person: Person | None) -> list[Action]:
    """Give the action points that are still to be done, one's own first."""
    left = [one for one in record.actions.values() if one.status in ("open", "moved") and not one.proposed]
    return sorted(left, key=lambda one: person is None or one.owner.person != person.id)


def _action(action: Action, record: Record, person: Person | None, today: Day, texts: Texts) -> View:
    mine = person is not None and action.owner.person == person.id
    due = texts.short_date(action.due.date, today) if action.due.date else action.due.text or ""
    may = mine or record.leads(person)
    return {
        "id": action.id,
        "text": action.text,
        "owner": action.owner.name or "",
        "due": due,
        "late": action.due.date is not None and action.due.date < today,
        "mine": mine,
        "done": texts_for(record.group.language).t("webchat.say.done", text=action.text) if may else None,
    }


def _issued(one: Issued, record: Record, texts: Texts) -> View:
    return {
        "meeting": one.meeting,
        "title": one.title,
        "date": texts.short_date(one.date, Day.min),
        "revisions": [
            {
                "number": revision.number,
                "status": texts.t(f"webchat.status.{revision.status}"),
                "at": texts.short_date(revision.at.astimezone(record.group.zone).date(), one.date),
                "formats": list(revision.formats),
            }
            for revision in reversed(one.revisions)
        ],
    }
