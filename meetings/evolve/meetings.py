"""Fold what becomes of meetings: booked, moved, opened, ended, published."""

from __future__ import annotations

from meetings import facts as f
from meetings.agenda import agenda
from meetings.evolve.common import held_meeting
from meetings.record import CalendarChange, Event, Item, Meeting, Pasting, Phase, Record

MeetingFact = (
    f.MeetingPlanned
    | f.MeetingMoved
    | f.MeetingRenamed
    | f.MeetingCancelled
    | f.MeetingStarted
    | f.MeetingEnded
    | f.MeetingTimed
    | f.MeetingLapsed
    | f.MeetingGoesOn
    | f.PasteBegun
    | f.PasteEnded
    | f.CapturePaused
    | f.CaptureResumed
    | f.EventNoted
    | f.Published
)


def evolve_meeting(record: Record, fact: MeetingFact) -> None:
    match fact:
        case f.MeetingPlanned():
            _plan(record, fact)
            _told(record, fact, CalendarChange("preliminary" if fact.preliminary else "planned", fact.target))
        case f.MeetingMoved():
            moved = record.meetings.get(fact.target)
            if moved is None:
                return
            was, hour = moved.date, moved.start
            moved.date = fact.date or moved.date
            moved.start = fact.start or moved.start
            moved.end = fact.end or moved.end
            moved.place = fact.place or moved.place
            if (moved.date, moved.start) != (was, hour):
                moved.set_at = fact.said.at
            _told(record, fact, CalendarChange("moved", fact.target, moved_from=was))
        case f.MeetingRenamed():
            if fact.target in record.meetings:
                record.meetings[fact.target].kind = fact.name
                _told(record, fact, CalendarChange("renamed", fact.target))
        case f.MeetingCancelled():
            if fact.target in record.meetings:
                record.meetings[fact.target].phase = Phase.CANCELLED
                _told(record, fact, CalendarChange("cancelled", fact.target))
        case f.MeetingStarted():
            _start(record, fact)
        case f.MeetingEnded():
            ended = held_meeting(record, fact)
            if ended is not None:
                ended.phase = Phase.ENDED
                ended.ended_at = fact.said.at
                ended.closed = fact.closed
                ended.lapsed = False
        case f.MeetingTimed() | f.MeetingLapsed() | f.MeetingGoesOn():
            held = held_meeting(record, fact)
            if held is not None:
                _pass_time(held, fact)
        case f.PasteBegun():
            if fact.meeting is not None:
                record.pasting[fact.person] = Pasting(fact.meeting, fact.said.at)
        case f.PasteEnded():
            record.pasting.pop(fact.person, None)
        case f.CapturePaused() | f.CaptureResumed():
            going_on = held_meeting(record, fact)
            if going_on is not None:
                going_on.paused = isinstance(fact, f.CapturePaused)
        case f.EventNoted():
            inside = held_meeting(record, fact)
            if inside is not None:
                event = Event(fact.title, fact.date, fact.until, fact.start, fact.end, fact.place)
                if event not in inside.events:
                    inside.events.append(event)
        case f.Published():
            published = held_meeting(record, fact)
            if published is not None:
                published.phase = Phase.PUBLISHED
                published.revision = fact.revision
                published.revision_status = fact.status
                published.next_paragraph = fact.next_paragraph or published.next_paragraph


def _start(record: Record, fact: f.MeetingStarted) -> None:
    meeting = record.meetings.get(fact.meeting or "")
    if meeting is None:
        return
    for item in record.items.values():
        if item.for_meeting is None and not item.removed:
            item.for_meeting = meeting.id
    meeting.phase = Phase.OPEN
    meeting.started_at = meeting.started_at or fact.began or fact.said.at
    meeting.told_at = fact.told or fact.said.at
    meeting.opened = fact.opened or meeting.opened
    meeting.opened_by = fact.said.by
    meeting.written_up = fact.began is not None
    # Reopened, it has no end yet.
    meeting.ended_at = meeting.closed = None
    meeting.lapsed = False
    if meeting.item_now is None:
        entries = agenda(record, meeting.id)
        meeting.item_now = entries[0].item.id if entries else None


def _pass_time(meeting: Meeting, fact: f.MeetingTimed | f.MeetingLapsed | f.MeetingGoesOn) -> None:
    match fact:
        case f.MeetingTimed():
            meeting.opened = fact.opened or meeting.opened
            meeting.closed = fact.closed or meeting.closed
        case f.MeetingLapsed():
            meeting.lapsed = meeting.is_open
        case f.MeetingGoesOn():
            meeting.lapsed = False
            meeting.goes_on_since = fact.said.at


def _plan(record: Record, fact: f.MeetingPlanned) -> None:
    """Book a meeting, or tell more of one that is booked: who comes to it and what it takes up stays."""
    there = record.meetings.get(fact.target)
    if there is None:
        there = Meeting(id=fact.target, date=fact.date, place=record.group.place)
        record.meetings[fact.target] = there
        _lay_standing_items(record, fact.target)
    start = fact.start or there.start
    if there.set_at is None or there.phase is Phase.CANCELLED or (there.date, there.start) != (fact.date, start):
        there.set_at = fact.said.at
    there.date = fact.date
    there.start = start
    there.end = fact.end or there.end
    there.place = fact.place or there.place
    there.kind = fact.meeting_kind
    there.title = fact.title or there.title
    there.preliminary = fact.preliminary
    if there.phase is Phase.CANCELLED:
        there.phase = Phase.PLANNED


def _lay_standing_items(record: Record, meeting: str) -> None:
    for number, standing in enumerate(record.group.standing):
        item = f"{meeting}:s{number}"
        record.items[item] = Item(id=item, title=standing.title, standing=standing.place, for_meeting=meeting)


def _told(record: Record, fact: MeetingFact, change: CalendarChange) -> None:
    """Note in the meeting where it was said what became of another of the group's meetings; the last word counts."""
    meeting = held_meeting(record, fact)
    if meeting is None or meeting.id == change.meeting:
        return
    replaced = {change.change} | ({"planned", "preliminary"} if change.change in ("moved", "cancelled") else set())
    meeting.calendar = [old for old in meeting.calendar if old.meeting != change.meeting or old.change not in replaced]
    meeting.calendar.append(change)
