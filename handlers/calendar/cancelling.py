"""Meetings that are cancelled, those that stay, and where their questions go then."""

from __future__ import annotations

import re

from handlers.calendar import wording as say
from handlers.calendar.clauses import Clause
from handlers.calendar.dates import meeting_within
from handlers.calendar.meant import CancelMeeting, MoveQuestions
from handlers.calendar.telling import Telling
from meetings.people import organisations, resolve_organisation
from meetings.when import Kind


def cancel(telling: Telling, clause: Clause, text: str) -> bool:
    """Read that a meeting is cancelled."""
    if any(when.past for when in clause.dates) and not telling.settled:
        return False
    if not telling.settled and (say.NOT_CANCELLED.search(clause.text) or say.FOR_ONESELF.search(text)):
        return False
    if not say.CANCEL.search(clause.text) or say.FOR_ONESELF.search(clause.text) or _is_of_others(telling, clause):
        return False
    meeting = telling.meeting_in(clause)
    if meeting is not None and not (say.ANY_MEETING.search(clause.text) or say.OF_A_DAY.search(clause.text)):
        return False
    if meeting is None:
        named = re.search(rf"\b{say.MEETING}\b", clause.text, re.IGNORECASE)
        days = [when for when in clause.dates if when.kind in (Kind.DAY, Kind.MONTH)]
        period = next((when for when in clause.dates if when.kind in (Kind.WEEK, Kind.PERIOD)), None)
        if days or (period is not None and meeting_within(period, telling.call) is None):
            return telling.add(CancelMeeting(None), clause) if named and telling.call.addressed else False
        meeting = telling.usual() if named and not telling.settled else None
    if meeting is None:
        return False
    telling.cancelled = meeting.id
    telling.about = meeting
    return telling.add(CancelMeeting(meeting.id), clause)


def _is_of_others(telling: Telling, clause: Clause) -> bool:
    """Tell whether a clause is about what another body does: "FK ställer in …", "kommunens möte …"."""
    words = re.findall(r"[^\W\d_][\w-]*", clause.text)[:2]
    names = organisations(telling.call.record.people.values())
    return any(resolve_organisation(word, names) is not None for word in words if not say.HINT.search(word))


def keep(telling: Telling, clause: Clause, text: str) -> bool:
    """Read that a meeting stays as it is; what follows is about it."""
    if not say.KEEP.search(clause.text):
        return False
    telling.about = telling.meeting_in(clause) or telling.about
    return True


def move_questions(telling: Telling, clause: Clause, text: str) -> bool:
    """Read where the items of a meeting go that is cancelled."""
    if not telling.settled or not say.QUESTIONS.search(clause.text):
        return False
    meeting = telling.meeting_in(clause)
    return telling.add(MoveQuestions(meeting.id, telling.cancelled), clause) if meeting else True
