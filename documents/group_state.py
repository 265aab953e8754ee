"""The state of groups as a JSON file, format group/1: who they are, what is coming, what is still open."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day
from datetime import datetime
from typing import Any

from meetings import minutes as m
from meetings.agenda import Entry, with_matters
from meetings.facts import Owner
from meetings.group import Convener
from meetings.language import texts_for
from meetings.record import Action, Meeting, Phase, Record
from meetings.reminders_to_come import reminders_to_come
from meetings.slug import slug

# A meeting that nobody has booked: what would be on its agenda is what waits without a meeting.
_NOT_BOOKED = Meeting(id="not booked", date=Day.max)


@dataclass(frozen=True)
class Filed:
    """Minutes as they were written to a folder."""

    folder: str
    minutes: m.Minutes


def render(groups: Sequence[tuple[Record, Sequence[Filed]]], now: datetime) -> bytes:
    """Return the groups, each with its filed minutes, as indented JSON in UTF-8; `now` tells what is upcoming."""
    data = {"format": "group/1", "groups": [_group(record, filed, now) for record, filed in groups]}
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _group(record: Record, filed: Iterable[Filed], now: datetime) -> dict[str, Any]:

    group = record.group
    today = now.astimezone(group.zone).date()
    return {
        "name": group.name,
        "slug": slug(group.name),
        "channel": group.channel,
        "document": group.document.value,
        "style": group.style,
        "language": group.language,
        "convener": _convener(group.convener.on(today)),
        "members": [
            {
                "name": person.name,
                "role": person.role,
                "organisation": person.organisation,
                "capacity": person.capacity.value,
                "account": person.account is not None,
                "coordinator": person.coordinator,
            }
            for person in record.members
        ],
        "parties": list(record.parties()),
        "standing": [{"title": item.title, "place": item.place} for item in group.standing],
        "rhythm": {"per_year": group.meetings_per_year},
        "meetings": [_meeting(record, meeting) for meeting in _upcoming(record, today)],
        "backlog": list(_backlog(record, today)),
        "actions": _actions(record),
        "questions": [
            _data(m.Question(text=question.text, item=_number(record, question.meeting, question.item)))
            for question in record.questions.values()
            if question.open
        ],
        "reminders": [
            {"at": one.at.date().isoformat(), "to": one.to, "text": one.text}
            for one in reminders_to_come(record, now, texts_for(group.language))
        ],
        "minutes": [
            {
                "folder": one.folder,
                "date": one.minutes.date.isoformat(),
                "status": one.minutes.status,
                "revision": one.minutes.revision,
            }
            for one in filed
        ],
    }


def _convener(convener: Convener) -> dict[str, Any]:
    return {
        "kind": convener.kind,
        "name": convener.name,
        "contact": convener.contact,
        "from": convener.from_.isoformat() if convener.from_ else None,
        "until": convener.until.isoformat() if convener.until else None,
        "next": _convener(convener.next) if convener.next else None,
    }


def _upcoming(record: Record, today: Day) -> list[Meeting]:
    to_come = (Phase.PLANNED, Phase.CANCELLED)
    upcoming = [meeting for meeting in record.meetings.values() if meeting.phase in to_come and meeting.date >= today]
    return sorted(upcoming, key=lambda meeting: (meeting.date, meeting.start is not None, meeting.start))


def _meeting(record: Record, meeting: Meeting) -> dict[str, Any]:
    planned = "preliminary" if meeting.preliminary else "planned"
    return {
        "date": meeting.date.isoformat(),
        "start": f"{meeting.start:%H:%M}" if meeting.start else None,
        "end": f"{meeting.end:%H:%M}" if meeting.end else None,
        "place": meeting.place,
        "kind": meeting.kind,
        "title": meeting.title,
        "status": "cancelled" if meeting.phase is Phase.CANCELLED else planned,
        "items": list(_items(record, meeting)),
    }


def _backlog(record: Record, today: Day) -> Iterator[dict[str, Any]]:
    """Give what waits for a meeting that is not booked, or for one whose day went by without it."""
    for meeting in record.meetings.values():
        if meeting.phase is Phase.PLANNED and meeting.date < today:
            yield from _items(record, meeting)
    longer = replace(record, meetings={**record.meetings, _NOT_BOOKED.id: _NOT_BOOKED})
    yield from _items(longer, _NOT_BOOKED)


def _items(record: Record, meeting: Meeting) -> Iterator[dict[str, Any]]:
    for entry in with_matters(record, meeting.id):
        if not entry.item.standing:
            yield {
                "title": entry.item.title,
                "owner": _owner_name(record, entry.item.owner),
                "from": entry.item.origin or _left_at(record, meeting, entry),
            }


def _left_at(record: Record, meeting: Meeting, entry: Entry) -> str | None:
    """Give the day of the earlier meeting that did not come to an item."""
    earlier = record.meetings.get(entry.item.for_meeting or "")
    return earlier.date.isoformat() if earlier and earlier.id != meeting.id else None


def _actions(record: Record) -> list[dict[str, Any]]:
    open_ones = (a for a in record.actions.values() if a.status in ("open", "moved") and not a.proposed)
    return [_data(_action(record, str(number), action)) for number, action in enumerate(open_ones, 1)]


def _action(record: Record, number: str, action: Action) -> m.Action:
    return m.Action(
        id=number,
        text=action.text,
        owner=m.Owner(kind=action.owner.kind, name=_owner_name(record, action.owner)),
        due=m.Due(kind=action.due.kind, text=action.due.text, date=action.due.date),
        status=action.status,
        item=_number(record, action.meeting, action.item),
    )


def _number(record: Record, meeting: str | None, item: str | None) -> str | None:
    """Give the number that an item had at its meeting."""
    entries = with_matters(record, meeting) if meeting and item else ()
    return next((entry.number for entry in entries if entry.item.id == item), None)


def _owner_name(record: Record, owner: Owner | None) -> str | None:
    if owner is None:
        return None
    person = record.people.get(owner.person or "")
    return person.name if person else owner.name


def _data(part: m.Part) -> dict[str, Any]:
    return part.model_dump(mode="json", by_alias=True)
