"""Which of the group's meetings some words mean, and which dates they tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handlers.command import Call
from handlers.command import When as Stage
from meetings.agenda_order import meeting_after
from meetings.item_words import DERIVED, likeness, words_of
from meetings.record import Meeting, Phase
from meetings.when import Kind, When, find

_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
_MONTHS_EN = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_SHORT = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|sept|okt|nov|dec|may|oct)[a-z]*"
ANY_MONTH = "|".join(dict.fromkeys((*_MONTHS, *_MONTHS_EN)))
# "ställ in maj", "tiden i juni", "novembermötet": a month, with nothing before it that makes it a day.
_MONTH = re.compile(
    rf"(?<![\w/])(?<!\d\ )(?<!\d\.\ )(?:i\s+|till\s+|för\s+|in\s+|the\s+)?(?P<month>{ANY_MONTH})(?:s"
    r"|möte\w*|träff\w*|tid\w*|\s+meeting)?(?!\w)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:nästa\s+(?:möte|gång|mysam|sammanträde|träff|styrelsemöte)|next\s+(?:meeting|time))\b", re.IGNORECASE
)
# At the end of what is asked for: "… till 17/9", "… på mötet i november", "… inför planeringsdagen".
_FOR_MEETING = re.compile(
    rf"""[\s,–-]*\b(?:till|inför|på|vid|i|for|at)\s+(?P<ref>(?:(?:mötet|möte|mysam|styrelsen|styrelsemötet
            |the\s+meeting)\s+)?(?:den\s+|i\s+|på\s+|on\s+|in\s+)?
        (?:\d{{1,2}}/\d{{1,2}}|\d{{1,2}}(?::?[ea])?\s+{_SHORT}|(?:{ANY_MONTH})(?:mötet)?|planeringsdag\w*
          |avstämning\w*|nästa\s+(?:möte|gång|mysam)))\W*\Z""",
    re.IGNORECASE | re.VERBOSE,
)


def dates_in(text: str, call: Call) -> tuple[When, ...]:
    """Read every date and time of a text, as meant when it was written."""
    known = tuple(meeting.date for meeting in planned(call))
    return find(text, call.now, meeting_dates=known, language=call.record.group.language)


def planned(call: Call) -> tuple[Meeting, ...]:
    """Give the group's meetings that are still to be held, soonest first."""
    return call.record.coming(call.now.date())


def month_in(text: str) -> int | None:
    """Give the month that a text names without a day."""
    found = _MONTH.search(text)
    if found is None:
        return None
    name = found["month"].casefold()
    return (_MONTHS.index(name) if name in _MONTHS else _MONTHS_EN.index(name)) + 1


def of_month(month: int, call: Call) -> tuple[Meeting, ...]:
    """Give the planned meetings of a month."""
    return tuple(meeting for meeting in planned(call) if meeting.date.month == month)


def meeting_within(period: When, call: Call) -> Meeting | None:
    """Give the one planned meeting of a week, a month or another stretch of days."""
    if period.date is None or period.until is None:
        return None
    within = [meeting for meeting in planned(call) if period.date <= meeting.date <= period.until]
    return within[0] if len(within) == 1 else None


def find_meeting(words: str | None, call: Call, dates: Sequence[When] | None = None) -> Meeting | None:
    """Give the coming meeting that words mean: by its date, its month, its name, or as the next one."""
    if not words or not words.strip():
        return None
    coming = planned(call)
    named = [
        when.date
        for when in (dates_in(words, call) if dates is None else dates)
        if when.kind is Kind.DAY or (when.date and when.start)
    ]
    for day in named:
        of_day = [meeting for meeting in coming if meeting.date == day]
        if of_day:
            return of_day[0]
    if named:
        return None
    if _NEXT.search(words):
        return meeting_after(call.record, call.meeting.id if call.meeting and call.when is not Stage.BEFORE else None)
    month = month_in(words)
    if month is not None:
        of_that = of_month(month, call)
        return of_that[0] if len(of_that) == 1 else None
    return _by_name(words, coming)


def _by_name(words: str, coming: Sequence[Meeting]) -> Meeting | None:
    """Find "planeringsdagen" by what a meeting is called; the ordinary ones have no name of their own."""
    for meeting in coming:
        names = [
            word
            for word in words_of(f"{meeting.title or ''} {meeting.kind}")
            if word.text not in ("ordinary", "möte", "extra")
        ]
        if any(likeness(said.text, name.text) >= DERIVED for said in words_of(words) for name in names):
            same = [one for one in coming if (one.title, one.kind) == (meeting.title, meeting.kind)]
            return meeting if len(same) == 1 else None
    return None


def split_meeting(words: str, call: Call) -> tuple[str, Meeting | None]:
    """Part what is asked for from the meeting it is asked for, when the words end by naming one that is booked."""
    found = _FOR_MEETING.search(words[-120:])
    meeting = find_meeting(found["ref"], call) if found else None
    if found is None or meeting is None or meeting.phase is Phase.CANCELLED:
        return words, None
    return words[: len(words) - len(words[-120:]) + found.start()], meeting
