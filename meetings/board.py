"""What follows from the formal side of a board's meeting: who signs, when the notice goes up, who decides on what."""

from __future__ import annotations

from datetime import date, timedelta

from meetings import minutes as m
from meetings.group import Capacity, Document
from meetings.record import Meeting, Record

ADJUST_WITHIN = timedelta(days=14)
"""At latest so long after the meeting its protokoll is to be adjusted (kommunallagen 5 kap. 69 §)."""
NOTICE_WITHIN = timedelta(days=2)
"""At latest so long after the adjusting the notice is proposed to go up."""
NOTICE_STAYS = timedelta(weeks=3)
"""So long after it went up the notice is proposed to come down."""


def is_formal(record: Record) -> bool:
    """Tell whether the group writes protokoll, which is adjusted and announced."""
    return record.group.document is Document.PROTOKOLL


def adjust_by(meeting: Meeting) -> date:
    """Give the last day for adjusting a meeting's protokoll."""
    return meeting.date + ADJUST_WITHIN


def notice(record: Record, meeting: Meeting) -> m.Notice | None:
    """Give the proof of notice: what has been said, and what follows as a proposal from the day of the adjusting."""
    if not is_formal(record):
        return None
    formal = meeting.formal
    adjusted = formal.adjusted_on
    posted = formal.posted or (adjusted + NOTICE_WITHIN if adjusted else None)
    removed = formal.taken_down or (posted + NOTICE_STAYS if posted else None)
    return m.Notice(
        adjusted=adjusted,
        posted=posted,
        removed=removed,
        stored_at=record.group.stored_at,
        proposed=posted is not None and formal.posted is None,
    )


def signatures(record: Record, meeting: Meeting) -> tuple[m.Signature, ...]:
    """Give those who sign a protokoll: chair, secretary and the adjusters chosen at the meeting."""
    people = [(record.chair_of(meeting), "chair"), (record.secretary_of(meeting), "secretary")]
    people += [(record.people.get(key), "adjuster") for key in meeting.formal.adjusters]
    purposes: dict[str, m.Purpose] = {"chair": "chair", "secretary": "secretary", "adjuster": "adjuster"}
    return tuple(
        m.Signature(name=person.name, title=person.role, purpose=purposes[purpose])
        for person, purpose in people
        if person is not None
    )


def deciding(attendance: tuple[m.Attendee, ...]) -> tuple[m.Attendee, ...]:
    """Give those who decide: the deciding members who are there, and the substitutes who serve in an empty seat."""
    seat = Capacity.DECIDING if any(one.capacity is Capacity.DECIDING for one in attendance) else Capacity.MEMBER
    empty = any(one.capacity is seat and one.status == "absent" for one in attendance)
    return tuple(
        one
        for one in attendance
        if one.status == "present"
        and (one.capacity is seat or one.capacity is Capacity.SUBSTITUTE and (one.substitutes_for or empty))
    )


def recused(record: Record, meeting: Meeting, item: str) -> tuple[str, ...]:
    """Name those who took no part in an item for a conflict of interest."""
    people = (record.people.get(one.person) for one in meeting.formal.recusals if one.item == item)
    return tuple(person.name for person in people if person is not None)


def reservations(record: Record, meeting: Meeting, item: str) -> tuple[m.Reservation, ...]:
    """Give the reservations made against what was decided under an item."""
    rows = []
    for one in meeting.formal.reservations:
        person = record.people.get(one.person)
        if one.item == item and person is not None:
            rows.append(m.Reservation(name=person.name, text=one.text))
    return tuple(rows)


def as_it_stands(record: Record, meeting_id: str, frozen: m.Minutes) -> m.Minutes:
    """Give a published revision as it is now: its status, when it was adjusted and announced."""
    meeting = record.meetings[meeting_id]
    told = {"status": status(meeting), "notice": notice(record, meeting) if frozen.notice else None}
    return frozen.model_copy(update=told)


def status(meeting: Meeting) -> m.Status:
    """Tell how far a meeting's minutes have come."""
    adjusted = meeting.formal.adjusted_on is not None
    if not meeting.revision:
        return "adjusted" if adjusted else "draft"
    told = meeting.revision_status or "published"
    return "adjusted" if adjusted and told == "published" else told
