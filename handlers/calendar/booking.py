"""Meetings that are booked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.calendar import wording as say
from handlers.calendar.clauses import Clause, place_after, red_day
from handlers.calendar.dates import month_in, planned
from handlers.calendar.meant import PlanMeeting
from handlers.calendar.telling import Telling
from meetings.when import Kind, When


def plan(telling: Telling, clause: Clause, text: str) -> bool:
    """Read that meetings are booked."""
    days = [one for when in clause.dates for one in (when.parts if when.kind is Kind.SEVERAL else (when,))]
    days = [when for when in days if when.kind is Kind.DAY and not when.past and not when.deadline]
    if not days or any(when.kind is Kind.ALTERNATIVES for when in clause.dates):
        return False
    first = next(when for when in clause.dates if when.kind in (Kind.DAY, Kind.SEVERAL))
    before = text[clause.begin : first.span[0]]
    spoken = say.NEXT.search(before) or say.NEW_MEETING.match(before) or _in_a_row(telling, before, days)
    booked = (
        say.BOOK.search(clause.text)
        if telling.settled
        or telling.call.addressed
        or re.match(
            r"\W*(?:då\s+|vi\s+|jag\s+)?(?:boka|planera|lägg|sätt|kalla|kör|book|schedule|plan|set)",
            clause.text,
            re.IGNORECASE,
        )
        else None
    )
    booked = booked or (say.HELD.search(clause.text) if telling.settled else None)
    called = say.CALLED.match(before) if not telling.settled and telling.call.during is None else None
    if not (spoken or booked or called):
        return False
    telling.planning = True
    for when in days:
        plan_day(
            telling,
            when,
            clause,
            text,
            new=bool(booked) and telling.settled,
            called=bool(called) and not spoken and not booked,
        )
    return True


def _in_a_row(telling: Telling, before: str, days: Sequence[When]) -> bool:
    """Tell whether a date is one of several meetings told: "vårens möten: …", "…, därefter 19 januari"."""
    if telling.planning and say.AND_THEN.match(before):
        return True
    if not say.SCHEDULE.match(before):
        return False
    taken = {meeting.date for meeting in planned(telling.call)}
    of_month = month_in(before)
    there = {meeting.date.month for meeting in planned(telling.call)}
    return of_month is None or of_month not in there or any(when.date in taken for when in days)


def all_at(telling: Telling, clause: Clause, text: str) -> bool:
    """Read "…, alla kl 9-11"."""
    hour = next((when for when in clause.dates if when.start is not None and when.date is None), None)
    if hour is None or not telling.planning or not say.ALL_AT.match(clause.text):
        return False
    telling.found = [
        (replace(change, start=hour.start, end=hour.end), span)
        if isinstance(change, PlanMeeting) and change.start is None
        else (change, span)
        for change, span in telling.found
    ]
    return True


def plan_day(telling: Telling, when: When, clause: Clause, text: str, *, new: bool, called: bool) -> None:
    """Book one day, unless it only tells again of a meeting that is booked."""
    there = next((meeting for meeting in planned(telling.call) if meeting.date == when.date), None)
    name = next((kind for pattern, kind in say.KINDS if pattern.search(clause.text)), None)
    if there is not None and (called or (telling.call.during is None and not new)):
        return
    if called and when.start is None and not telling.call.addressed:
        return
    if new and there is not None and (name is None or name in (there.kind, there.title)):
        return
    if when.date is None and not when.problems:
        return
    again = there.id if there is not None and not new else None
    place = place_after(text, clause.dates[-1]) or (
        found["place"].capitalize() if (found := say.ONLINE.search(clause.text)) else None
    )
    usual = telling.call.meeting if say.SAME_TIME.search(clause.text) and when.start is None else None
    telling.add(
        PlanMeeting(
            when.date or telling.call.now.date(),
            usual.start if usual else when.start,
            usual.end if usual else when.end,
            place,
            None if again or name == "styrelsemöte" else name,
            bool(say.PRELIMINARY.search(text[clause.begin : clause.span[1] + 20])),
            again,
            None if when.certain else when,
            red_day(when),
        ),
        clause,
    )
