"""Meetings that get another day, hour or place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handlers.calendar import wording as say
from handlers.calendar.clauses import Clause, capital_place, from_to, place_after, red_day, shifted
from handlers.calendar.dates import find_meeting, planned
from handlers.calendar.meant import CancelMeeting, MoveMeeting
from handlers.calendar.telling import Telling
from meetings.record import Meeting
from meetings.when import Kind, When


def clash(telling: Telling, clause: Clause, text: str) -> bool:
    """Read "17 november krockar för många": what follows may tell another day for that meeting."""
    if not say.CLASH.search(clause.text):
        return False
    meeting = telling.meeting_in(clause)
    telling.clashing = meeting is not None
    telling.about = meeting or telling.about
    return telling.clashing


def move(telling: Telling, clause: Clause, text: str) -> bool:
    """Read that a meeting gets another day, hour or place."""
    place = say.NEW_PLACE.search(clause.text)
    moving = say.MOVE.search(clause.text) or (say.TAKES_INSTEAD.search(clause.text) if telling.clashing else None)
    hour = say.OTHER_HOUR.search(clause.text) if _hour_is_new(telling, clause) else None
    if not (place or moving or hour) or any(when.kind is Kind.ALTERNATIVES for when in clause.dates):
        return False
    if telling.settled and moving and not say.ANY_MEETING.search(clause.text):
        return False
    telling.moving = telling.moving or bool(moving)
    days = [when for when in from_to(clause.dates) if when.kind in (Kind.DAY, Kind.TIME, Kind.RANGE) and not when.past]
    source, target = _from_and_to(telling, clause, days, bool(place))
    there = next((one for one in planned(telling.call) if target and target.date == one.date), None)
    if there is not None and there is not source:
        return False
    if source is None and not telling.call.addressed:
        return False
    named = say.ANY_MEETING.search(say.TO_A_MEETING.sub(" ", clause.text)) or re.search(
        r"\b(?:datum|tid|lokal|vi\s+(?:börjar|ses))\b", clause.text, re.IGNORECASE
    )
    if not (named or telling.clashing) or (target is None and place is None):
        return False
    start = target.start if target else None
    end = target.end if target else None
    day = (target.until if target.kind is Kind.RANGE else target.date) if target else None
    if (
        source is not None
        and start is not None
        and end is None
        and source.start
        and source.end
        and (telling.moving or not hour)
    ):
        end = shifted(source, start)
    if source is not None and day == source.date:
        day = None
    telling.about = source
    doubt = target if target is not None and not target.certain else None
    where = capital_place(place["place"]) if place else (place_after(text, target) if target else None)
    if not (day or start or end or where or doubt):
        return False
    # A meeting that is moved is not cancelled; and of two hours told for it the last one counts.
    same = source.id if source else None
    telling.found = [
        (old, span)
        for old, span in telling.found
        if not (isinstance(old, MoveMeeting | CancelMeeting) and old.target == same)
    ]
    return telling.add(
        MoveMeeting(source.id if source else None, day, start, end, where, doubt, red_day(target)), clause
    )


def _hour_is_new(telling: Telling, clause: Clause) -> bool:
    return telling.moving or bool(say.INSTEAD.search(clause.text))


def _from_and_to(
    telling: Telling, clause: Clause, days: Sequence[When], place: bool
) -> tuple[Meeting | None, When | None]:
    """Tell which meeting is moved, and the date or hour it is moved to."""
    booked = {meeting.date: meeting for meeting in planned(telling.call)}
    if days and days[0].date in booked and (len(days) > 1 or place or days[0].kind is Kind.RANGE or days[0].start):
        source: Meeting | None = booked[days[0].date]
        return source, (days[1] if len(days) > 1 else days[0] if days[0].start or days[0].kind is Kind.RANGE else None)
    until = days[-1].span[0] - clause.begin if days and days[-1].date else len(clause.text)
    month = find_meeting(clause.text[:until], telling.call, ())
    earlier = next((c.target for c, _ in reversed(telling.found) if isinstance(c, MoveMeeting)), None)
    source = (
        month or (telling.call.record.meetings.get(earlier) if earlier else None) or telling.about or telling.usual()
    )
    return source, (days[-1] if days else None)
