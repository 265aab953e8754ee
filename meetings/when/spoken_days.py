"""Read a single day said in relation to another: i morgon, torsdag nästa vecka, om två veckor, sista fredagen i maj."""

from __future__ import annotations

import datetime as dt

from meetings.when import calendar
from meetings.when.line import Line
from meetings.when.nth_days import Spoken, read_nth_day
from meetings.when.result import Problem, Trouble
from meetings.when.seasons import HOLIDAYS
from meetings.when.tokens import Shape
from meetings.when.vocabulary import (
    CALENDAR_UNITS,
    PAST_WEEKDAYS,
    RELATIVE_DAYS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
)

_ONE_DAY = frozenset(
    name
    for name, key in HOLIDAYS.items()
    if key not in ("easter", "midsummer", "christmas", "between_days", "new_year")
)
_DAYS_END = frozenset({"eod", "cob", "end of day", "end of the day", "close of business", "dagens slut"})
_BEFORE = frozenset({"förra", "last", "föregående", "previous"})


def read_spoken_day(line: Line, place: int) -> Spoken | None:
    """Read the day from here, with what there is to ask about and the place after it."""
    if found := line.phrase(place, RELATIVE_DAYS):
        words, after = found
        if words in _DAYS_END and (weekday := _on_weekday(line, after)):
            return calendar.coming_weekday(weekday[0], line.scene), (), weekday[1]
        return calendar.add_days(line.scene.today, RELATIVE_DAYS[words]), (), after
    return (
        _distance(line, place)
        or _ago(line, place)
        or read_nth_day(line, place)
        or _holiday(line, place)
        or _weekday(line, place)
        or _week_then_weekday(line, place)
    )


def read_week(line: Line, place: int) -> Spoken | None:
    """Read a week as its Monday: «nästa vecka», «v. 38», «week 38 2027»."""
    scene, first = line.scene, place
    place += line.word(place) in ("i", "in", "under", "during", "på", "of") and line.word(place + 1) != "veckan"
    place += line.word(place) == "the"
    if line.word(place) not in _WEEK_STARTS:
        return None
    monday = calendar.monday_of(scene.today)
    for step, phrases in _WEEKS:
        for phrase in phrases:
            if after := line.words_at(place, *phrase):
                return calendar.add_days(monday, 7 * step), (), after
    word, token = line.word(place), line.at(place + 1)
    if word not in _WEEK_WORDS:
        return None
    if token.shape is not Shape.NUMBER or len(token.text) > 2 or line.counts_something(place + 2):
        return None
    if word in ("v", "w") and first == place and line.at(place).capital and not token.glued and word == "w":
        return None
    after, year = place + 2, None
    through = line.at(after).shape is Shape.DASH and line.at(after + 1).shape is Shape.NUMBER
    if not (through and line.at(after + 1).values[0] > token.values[0]) and (found := line.year(after)):
        year, after = found
    settled, problems = calendar.iso_week(token.values[0], year, scene.today)
    return settled, problems, after


_WEEKS: tuple[tuple[int, tuple[tuple[str, ...], ...]], ...] = (
    (
        1,
        (("nästa", "vecka"), ("nästkommande", "vecka"), ("kommande", "vecka"), ("next", "week"), ("följande", "vecka")),
    ),
    (
        2,
        (
            ("nästnästa", "vecka"),
            ("veckan", "efter", "nästa", "vecka"),
            ("veckan", "efter", "nästa"),
            ("week", "after", "next"),
        ),
    ),
    (0, (("denna", "vecka"), ("den", "här", "veckan"), ("innevarande", "vecka"), ("this", "week"), ("den", "veckan"))),
    (-1, (("förra", "veckan"), ("föregående", "vecka"), ("last", "week"), ("previous", "week"))),
)


_WEEK_WORDS = frozenset({"vecka", "veckan", "v", "week", "w", "veckorna", "veckor", "weeks"})
_WEEK_STARTS = _WEEK_WORDS | {phrase[0] for _, phrases in _WEEKS for phrase in phrases}


def _distance(line: Line, place: int) -> Spoken | None:
    """Read «om två veckor», «in a fortnight», «two weeks from now», «om en vecka på torsdag»."""
    prefix = line.word(place)
    start = place + (prefix in ("om", "in", "inom", "within"))
    count, unit, after = _count_of(line, start)
    if not count or unit not in CALENDAR_UNITS:
        return None
    counted, size = CALENDAR_UNITS[unit]
    if counted == "minutes":
        return None
    ending = (
        line.words_at(after, "from", "now") or line.words_at(after, "from", "today") or line.words_at(after, "framåt")
    )
    if start == place:
        if unit not in ("week", "weeks", "fortnight") or line.word(after) not in ("from", "on"):
            if not ending:
                return None
        else:
            weekday = WEEKDAYS.get(line.word(after + 1))
            if weekday is not None:
                coming = calendar.coming_weekday(weekday, line.scene)
                return calendar.add_days(coming, 7 * count), (), after + 2
            if line.word(after + 1) == "tomorrow":
                return calendar.add_days(line.scene.today, 1 + 7 * count), (), after + 2
            if not ending:
                return None
    after = ending or after
    today = line.scene.today
    day = calendar.add_days(today, size * count) if counted == "days" else calendar.add_months(today, size * count)
    if unit.startswith(("veck", "week")) and (weekday_after := _on_weekday(line, after)):
        weekday, after = weekday_after
        return _weeks_on(line, weekday, count), (), after
    return day, (), after


def _weeks_on(line: Line, weekday: int, weeks: int) -> dt.date:
    scene = line.scene
    monday = calendar.add_days(calendar.monday_of(scene.today), 7 * weeks)
    return calendar.add_days(monday, weekday)


def _count_of(line: Line, place: int) -> tuple[int, str, int]:
    count = line.number(place, 400)
    if line.words_at(place, "ett", "par") or line.words_at(place, "a", "couple"):
        return 0, "", place
    if not count:
        return 0, "", place
    return count, line.word(place + 1), place + 2


def _ago(line: Line, place: int) -> Spoken | None:
    start = place + (line.word(place) == "för")
    count, unit, after = _count_of(line, start)
    ending = line.word(after) in ("sedan", "sen") if start > place else line.word(after) == "ago"
    if not count or unit not in CALENDAR_UNITS or not ending:
        return None
    counted, size = CALENDAR_UNITS[unit]
    if counted == "minutes":
        return None
    today = line.scene.today
    day = calendar.add_days(today, -size * count) if counted == "days" else calendar.add_months(today, -size * count)
    return day, (), after + 1


def _on_weekday(line: Line, place: int) -> tuple[int, int] | None:
    place += line.word(place) in ("på", "on")
    place += line.at(place).text == ","
    word = line.word(place)
    if word not in WEEKDAYS or line.at(place + 1).shape in (Shape.DAY_MONTH, Shape.DATE, Shape.ORDINAL):
        return None
    if word in SHORT_WEEKDAYS and line.word(place - 1) not in ("på", "on") and len(word) < 3:
        return None
    if line.word(place + 1) in ("den", "the"):
        return None
    return WEEKDAYS[word], place + 1


def _weekday(line: Line, place: int) -> Spoken | None:
    """Read a weekday that is more than a weekday: «nästa torsdag», «torsdag v 24», «i torsdags», «Friday week»."""
    scene, word = line.scene, line.word(place)
    if word == "i" and line.word(place + 1) in PAST_WEEKDAYS:
        return _previous(scene.today, PAST_WEEKDAYS[line.word(place + 1)]), (), place + 2
    following = WEEKDAYS.get(line.word(place + 1))
    if word in _BEFORE and following is not None:
        return _previous(scene.today, following), (), place + 2
    if word in ("nästa", "next", "nästkommande") and following is not None:
        return _next_weekday(scene, following, place + 2)
    if word in ("this", "denna", "nu", "kommande", "coming") and following is not None:
        return calendar.coming_weekday(following, scene), (), place + 2
    if (after := line.words_at(place, "den", "här") or line.words_at(place, "nu", "på")) and line.word(
        after
    ) in WEEKDAYS:
        return calendar.coming_weekday(WEEKDAYS[line.word(after)], scene), (), after + 1
    weekday = WEEKDAYS.get(word)
    if weekday is None:
        return None
    after = place + 1
    after += line.at(after).text == ","
    if week := read_week(line, after):
        monday, problems, after = week
        return _in_week(monday, problems, weekday), _weekday_problems(problems, weekday), after
    if line.word(after) in ("om", "in"):
        count, unit, ending = _count_of(line, after + 1)
        counted, size = CALENDAR_UNITS.get(unit, ("", 0))
        if count and counted == "days" and count * size % 7 == 0:
            # "Onsdag om fjorton dagar", said on a Wednesday, counts from that day.
            today = scene.today.weekday() == weekday
            coming = scene.today if today else calendar.coming_weekday(weekday, scene)
            return calendar.add_days(coming, count * size), (), ending
    if line.word(after) == "week" and line.at(after + 1).shape is not Shape.NUMBER:
        return calendar.add_days(calendar.coming_weekday(weekday, scene), 7), (), after + 1
    return None


def _in_week(monday: dt.date | None, problems: tuple[Problem, ...], weekday: int) -> dt.date | None:
    return None if monday is None else calendar.add_days(monday, weekday)


def _weekday_problems(problems: tuple[Problem, ...], weekday: int) -> tuple[Problem, ...]:
    """Move what is offered from the Mondays of the weeks to the weekday meant."""
    return tuple(
        Problem(
            problem.trouble,
            tuple(calendar.add_days(day, weekday) for day in problem.alternatives if isinstance(day, dt.date)),
            problem.detail,
        )
        for problem in problems
    )


def _previous(today: dt.date, weekday: int) -> dt.date:
    return calendar.add_days(today, -((today.weekday() - weekday - 1) % 7 + 1))


def _next_weekday(scene: calendar.Scene, weekday: int, after: int) -> Spoken:
    """Ask which «nästa torsdag» is meant, unless the coming one is already next week's."""
    coming = calendar.weekday_after(scene.today, weekday)
    next_weeks = calendar.add_days(calendar.monday_of(scene.today), 7 + weekday)
    if coming == next_weeks:
        return coming, (), after
    return next_weeks, (Problem(Trouble.AMBIGUOUS, (next_weeks, coming)),), after


def _week_then_weekday(line: Line, place: int) -> Spoken | None:
    """Read «nästa vecka på torsdag», «v38 torsdag»."""
    week = read_week(line, place)
    if week is None:
        return None
    monday, problems, after = week
    on = _on_weekday(line, after)
    if on is None:
        return None
    weekday, after = on
    return _in_week(monday, problems, weekday), _weekday_problems(problems, weekday), after


def _holiday(line: Line, place: int) -> Spoken | None:
    found = line.phrase(place, _ONE_DAY, 3)
    if found is None:
        return None
    name, after = found
    year = None
    if written := line.year(after):
        year, after = written
    first, _ = calendar.coming_holiday(HOLIDAYS[name], year, line.scene.today)
    return first, (), after
