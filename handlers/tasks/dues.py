"""When a task is to be done, from the words of its sentence, and the sentence without them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date as Day

from handlers.command import Call
from meetings.agenda_order import meeting_after
from meetings.facts import Due, DueKind
from meetings.when import Kind, Trouble, When, find

_KINDS = {
    Kind.DAY: DueKind.DAY,
    Kind.RANGE: DueKind.PERIOD,
    Kind.WEEK: DueKind.PERIOD,
    Kind.MONTH: DueKind.MONTH,
    Kind.PERIOD: DueKind.PERIOD,
    Kind.EVENT: DueKind.EVENT,
    Kind.ASAP: DueKind.PERIOD,
    Kind.RECURRENCE: DueKind.PERIOD,
    Kind.ALTERNATIVES: DueKind.PERIOD,
}
# What only leads to the date, and is left hanging when the date is cut out.
_LEADS_TO_IT = re.compile(
    r"""[\s,;:(–—-]*\b(?:(?:och\s+)?(?:ska\s+(?:vara\s+)?|är\s+|blir\s+)?(?:klara?|klart|färdigt?|done)|deadline|
        senast|helst|före|innan|inför|till|by|due|before)?
        [\s,;:(–—-]*\Z""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True)
class FoundDue:
    """A due date in a text: what it is, how it was read, and where the words stand."""

    due: Due
    when: When
    start: int
    end: int

    @property
    def names_an_event(self) -> bool:
        """Tell whether the words may as well say what the task is about: "boka lokal till planeringsdagen"."""
        return self.due.kind is DueKind.EVENT


def find_due(text: str, call: Call) -> FoundDue | None:
    """Find until when something is to be done; the first expression that can be a deadline.

    "From" a day is one only where nothing else is said: "anteckningarna från idag skickas ut före torsdag".
    """
    dates = [meeting.date for meeting in call.record.coming(call.now.date())]
    fitting = [
        when
        for when in find(text, call.now, meeting_dates=dates)
        if when.kind in _KINDS and not when.past and not (when.kind is Kind.DAY and when.date is None)
    ]
    when = next((one for one in fitting if not one.not_before), fitting[0] if fitting else None)
    if when is None:
        return None
    start, end = when.span
    return FoundDue(_due(when, text[start:end].strip(), call), when, start, end)


def without(text: str, due: FoundDue) -> str:
    """Give the text without the words of its date, and without what only led to them; an event's words stay."""
    if due.names_an_event:
        return text.strip(" \t,;:–—-")
    before, after = text[: due.start], text[due.end :]
    leads = _LEADS_TO_IT.search(before)
    if leads is not None:
        before = before[: leads.start()]
    if before.rstrip().endswith("(") and after.lstrip().startswith(")"):
        before, after = before.rstrip()[:-1], after.lstrip()[1:]
    elif after.strip(" .") == ")" and "(" not in before:
        after = ""
    return f"{before.rstrip()} {after.lstrip(' ,;')}".strip(" \t,;:–—-")


def _due(when: When, words: str, call: Call) -> Due:
    kind = _KINDS[when.kind]
    day = when.until or when.date
    if when.kind is Kind.EVENT and when.event == "next_meeting":
        following = meeting_after(call.record, call.meeting.id if call.meeting else None)
        return Due(kind=DueKind.MEETING, text=words, date=following.date if following else None)
    if when.kind is Kind.MONTH:
        day = when.until or (_last_day(when.date) if when.date else None)
    if kind is DueKind.PERIOD:
        day = None
    certain = when.certain or when.has(Trouble.RED_DAY)
    return Due(kind=kind, text=words, date=day if certain else None)


def _last_day(day: Day) -> Day:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
