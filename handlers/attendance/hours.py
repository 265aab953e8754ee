"""Find which of the group's meetings a word about attendance is meant for, and the hours that follow from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date as Day
from datetime import datetime, timedelta
from datetime import time as Clock

from handlers.attendance.clauses import Clause
from handlers.attendance.told import Kind, Told
from handlers.command import Call, When
from meetings import when
from meetings.record import Meeting

CLOSE = timedelta(days=1)
"""Two meetings this near each other are told apart by asking when no day was said."""

_MIDNIGHT = Clock(23, 59)
_JUST_OPENED = timedelta(minutes=2)


def days_meant(clauses: Iterable[Clause]) -> tuple[when.When, ...]:
    """Give the days said in some clauses."""
    return tuple(token.day for clause in clauses for token in clause.tokens if token.day is not None)


def meetings_on(days: tuple[when.When, ...], call: Call) -> tuple[Meeting, ...]:
    """Give the meetings, open, just held or to come, that are on the days said; empty when there are none."""
    within = _within(call)
    found: list[Meeting] = []
    for said in days:
        found += [meeting for meeting in _on(said, within, call) if meeting not in found]
    return tuple(found)


def meetings_by_default(told: Told, call: Call) -> tuple[Meeting, ...]:
    """Give the meeting that is meant when no day is said, or the two that are as likely."""
    if call.meeting is None:
        return ()
    coming = call.record.coming(call.now.date())
    if call.when is When.DURING or (call.when is When.AFTER and (told.past or not coming)):
        return (call.meeting,)
    if call.when is When.AFTER:
        return coming[:1]
    near = [
        meeting
        for meeting in coming
        if abs(meeting.date - call.meeting.date) <= CLOSE and meeting.id != call.meeting.id
    ]
    return (call.meeting, *near)


def _within(call: Call) -> tuple[Meeting, ...]:
    coming = call.record.coming(call.now.date())
    own = call.meeting
    return coming if own is None or any(meeting.id == own.id for meeting in coming) else (own, *coming)


def _on(said: when.When, within: tuple[Meeting, ...], call: Call) -> list[Meeting]:
    if said.parts:
        return [meeting for part in said.parts for meeting in _on(part, within, call)]
    if said.kind is when.Kind.EVENT:
        after = [meeting for meeting in within if meeting is not call.meeting or call.when is When.BEFORE]
        return after[:1]
    days = [said.date] if said.date is not None else []
    for problem in said.problems:
        days += [day for day in problem.alternatives if isinstance(day, Day) and not isinstance(day, datetime)]
    span = said.until - said.date if said.date is not None and said.until is not None else timedelta()
    on = [meeting for meeting in within if any(day <= meeting.date <= day + span for day in days)]
    # Of two on one day the hour tells which.
    at_that_hour = [meeting for meeting in on if said.start is not None and meeting.start == said.start]
    return at_that_hour or on


@dataclass(frozen=True)
class Hours:
    """From and until as they go into the record; `outside` when what was said is not within the meeting."""

    since: Clock | None = None
    until: Clock | None = None
    outside: bool = False


def hours(told: Told, meeting: Meeting, call: Call) -> Hours:
    """Work out when somebody comes and goes from what was said, within the meeting's own hours."""
    start, end = meeting.opened or meeting.start, meeting.end
    told = replace(told, since=_in_the_evening(told.since, start, end), until=_in_the_evening(told.until, start, end))
    now = call.now.timetz().replace(second=0, microsecond=0, tzinfo=None)
    since, until = told.since, told.until
    if told.minutes_late is not None and since is None and start is not None:
        since = _later(start, told.minutes_late)
        if meeting.is_open and since <= now:
            since = _later(now, told.minutes_late)
    if told.first_minutes is not None and start is not None:
        until = _later(start, told.first_minutes)
    if told.last_minutes is not None and end is not None:
        since = _later(end, -told.last_minutes)
    if told.minutes_from_now is not None and told.kind is Kind.LEAVES:
        until = _later(now, told.minutes_from_now)
    elif told.minutes_from_now is not None and since is None:
        since = _later(now, told.minutes_from_now)
    if told.minutes_early is not None and end is not None:
        until = _later(end, -told.minutes_early)
    if told.leaves_now:
        until = now
    if since is not None and end is not None and since >= end:
        return Hours(outside=True)
    if until is not None and start is not None and until <= start:
        return Hours(outside=True)
    if since is not None and start is not None and since <= start:
        since = None
    if until is not None and end is not None and until >= end:
        until = None
    return Hours(since, until)


def _in_the_evening(hour: Clock | None, start: Clock | None, end: Clock | None) -> Clock | None:
    """Take "8" for eight in the evening at a meeting that is held then."""
    if hour is None or start is None or hour >= start or hour.hour >= 12:
        return hour
    later = hour.replace(hour=hour.hour + 12)
    return later if start <= later <= (end or _MIDNIGHT) else hour


def arrived(told: Told, person: str, meeting: Meeting, call: Call) -> Clock | None:
    """Give the hour of writing when somebody says in an open meeting that she is there, and was not counted before."""
    began = meeting.started_at
    if not meeting.is_open or began is None or told.kind is not Kind.PRESENT or call.now - began <= _JUST_OPENED:
        return None
    now = call.now.timetz().replace(second=0, microsecond=0, tzinfo=None)
    known = meeting.attendance.get(person)
    own = call.speaker is not None and call.speaker.id == person
    if not own and not told.arriving:
        return None
    if person in meeting.wrote and meeting.wrote[person].replace(second=0) < now:
        return None
    if known is None:
        # "Här!" answers a roll call; who comes late says so: "här nu", "förlåt att jag är sen".
        return now if told.arriving else None
    if known.status == "absent" or known.from_ is not None:
        return now
    expected = known.reported_by == person and told.arriving
    return now if expected else None


def _later(hour: Clock, minutes: int) -> Clock:
    total = min(max(hour.hour * 60 + hour.minute + minutes, 0), 24 * 60 - 1)
    return Clock(total // 60, total % 60)
