"""Read a day by its number in a month: sista fredagen i maj, första vardagen i juni, the last day of the month."""

from __future__ import annotations

import datetime as dt

from meetings.when import calendar
from meetings.when.checks import red_days
from meetings.when.line import Line
from meetings.when.result import Problem, Trouble
from meetings.when.vocabulary import LAST_WORDS, MONTHS, WEEKDAYS

Spoken = tuple[dt.date | None, tuple[Problem, ...], int]
"""The day, what there is to ask about it, and the place after it."""
_WORKING = frozenset({"vardagen", "arbetsdagen", "bankdagen"})


def read_nth_day(line: Line, place: int) -> Spoken | None:
    """Read «sista fredagen i maj», «the first Tuesday of April 2027», «första måndagen i nästa månad»."""
    place += line.word(place) in ("den", "the")
    word = line.word(place)
    if not (word in LAST_WORDS or word == "näst" or line.ordinal(place)):
        return None
    second_last = line.words_at(place, "näst", "sista")
    nth = -2 if second_last else -1 if word in LAST_WORDS else line.ordinal(place) or 0
    place = second_last or place + 1
    if nth in (1, -1) and line.word(place) in ("dagen", "day") and line.word(place + 1) in ("i", "in", "of"):
        return _first_or_last_day(line, place + 2, nth)
    working = line.words_at(place, "working", "day") or place + (line.word(place) in _WORKING)
    if nth in (1, -1) and working > place and line.word(working) in ("i", "in", "of"):
        return _working_day(_first_or_last_day(line, working + 1, nth), nth)
    weekday = WEEKDAYS.get(line.word(place))
    if not nth or nth > 5 or weekday is None or line.word(place + 1) not in ("i", "in", "of"):
        return None
    place += 2
    today = line.scene.today
    step = 0
    for words in (("nästa", "månad"), ("next", "month")):
        if after := line.words_at(place, *words):
            first = calendar.add_months(today.replace(day=1), 1)
            return calendar.nth_weekday(nth, weekday, first.year, first.month), (), after
    month = MONTHS.get(line.word(place), 0)
    if not month:
        return None
    after = place + 1
    if found := line.year(after):
        year, after = found
        day = calendar.nth_weekday(nth, weekday, year, month)
        return (day, (), after) if day else (None, (calendar.impossible(),), after)
    here = calendar.nth_weekday(nth, weekday, today.year, month)
    following = calendar.nth_weekday(nth, weekday, today.year + 1, month)
    if here is None or following is None:
        return here, () if here else (calendar.impossible(),), after
    step = (today - here).days
    if step <= 0:
        return here, (), after
    return following, (Problem(Trouble.PAST, (following, here)),) if step <= calendar.GRACE else (), after


def _first_or_last_day(line: Line, place: int, nth: int) -> Spoken | None:
    month, today = MONTHS.get(line.word(place), 0), line.scene.today
    for step, words in ((0, ("månaden",)), (0, ("the", "month")), (1, ("nästa", "månad")), (1, ("next", "month"))):
        if after := line.words_at(place, *words):
            first = calendar.add_months(today.replace(day=1), step)
            return first if nth == 1 else calendar.month_end(first.year, first.month), (), after
    if not month:
        return None
    year, after = line.year(place + 1) or (today.year + (month < today.month), place + 1)
    last = calendar.month_end(year, month)
    return last.replace(day=1) if nth == 1 else last, (), after


def _working_day(found: Spoken | None, step: int) -> Spoken | None:
    """Go from the first or last day of a month to the nearest one in it that people work."""
    if found is None:
        return None
    day, problems, after = found
    if day is None:
        return found
    while day.weekday() > 4 or day in red_days(day.year, "sv"):
        day = calendar.add_days(day, step)
    return day, problems, after
