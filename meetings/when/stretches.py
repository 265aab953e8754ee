"""Read a week, month, season, holiday or year as plain days: what other words cut, bound or name."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from meetings.when import calendar
from meetings.when.line import Line
from meetings.when.result import Precision, Problem, Trouble
from meetings.when.seasons import HOLIDAYS, SEASONS
from meetings.when.spoken_days import read_week
from meetings.when.tokens import Shape
from meetings.when.vocabulary import MONTHS, word_set

_MONTH_STARTS = word_set("nästa next kommande denna den this månaden month förra last")
_IN = word_set("i under till in during by until inom before innan efter after för till av på this from från")


@dataclass(slots=True)
class Stretch:
    """A run of days with its precision and the place after it."""

    first: dt.date
    last: dt.date
    precision: Precision
    next: int
    problems: tuple[Problem, ...] = ()


def stretch_at(line: Line, place: int) -> Stretch | None:
    """Read a week, month, season, holiday or year as plain days, for the words that cut it or bound it."""
    place += line.word(place) in ("den", "the") and line.word(place + 1) != "här"
    return (
        _week(line, place)
        or month_at(line, place)
        or season_at(line, place)
        or holiday_at(line, place)
        or quarter_at(line, place)
        or year_at(line, place)
    )


def quarter_at(line: Line, place: int) -> Stretch | None:
    """Read «kvartal 3», «Q3», «tredje kvartalet 2027», «nästa kvartal», «nästa termin»."""
    today, word, number = line.scene.today, line.word(place), line.at(place + 1)
    quarter, after = 0, place + 2
    if word in ("kvartal", "q", "quarter") and number.shape is Shape.NUMBER:
        quarter = number.values[0]
    elif line.word(place + 1) in ("kvartalet", "quarter"):
        quarter = (today.month + 2) // 3 + 1 if word in ("nästa", "next") else line.ordinal(place) or 0
    elif line.words_at(place, "nästa", "kvartal"):
        quarter = (today.month + 2) // 3 + 1
    elif line.words_at(place, "nästa", "termin") or line.words_at(place, "next", "term"):
        terms = (calendar.coming_season(name, today) for name in ("spring_term", "autumn_term"))
        first, last = min(term for term in terms if term[0] > today)
        return Stretch(first, last, Precision.SEASON, after)
    if not 1 <= quarter <= 5:
        return None
    year, after = line.year(after) or (today.year, after)
    first = dt.date(year + (quarter > 4), (quarter - 1) % 4 * 3 + 1, 1)
    last = calendar.add_days(calendar.add_months(first, 3), -1)
    if last < today and year == today.year:
        first, last = calendar.add_months(first, 12), calendar.add_days(calendar.add_months(first, 15), -1)
    return Stretch(first, last, Precision.SEASON, after)


def year_at(line: Line, place: int) -> Stretch | None:
    """Read «2027», «nästa år»."""
    today = line.scene.today
    if line.word(place) in ("året", "år") or line.words_at(place, "the", "year") or line.words_at(place, "i", "år"):
        after = place + (1 if line.word(place) in ("året", "år") else 2)
        return Stretch(dt.date(today.year, 1, 1), dt.date(today.year, 12, 31), Precision.YEAR, after)
    if after := line.words_at(place, "nästa", "år") or line.words_at(place, "next", "year"):
        return Stretch(dt.date(today.year + 1, 1, 1), dt.date(today.year + 1, 12, 31), Precision.YEAR, after)
    token = line.at(place)
    if token.shape is Shape.NUMBER and (found := line.year(place)) and not line.counts_something(place + 1):
        return Stretch(dt.date(found[0], 1, 1), dt.date(found[0], 12, 31), Precision.YEAR, found[1])
    return None


def season_at(line: Line, place: int) -> Stretch | None:
    """Read a season or a term: «hösten», «ht 2026»."""
    word = line.word(place)
    season = SEASONS.get(word)
    if season is None:
        return None
    token = line.at(place + 1)
    year = line.year(place + 1)
    if word in ("ht", "vt") and token.shape is Shape.NUMBER and len(token.text) == 2:
        year = (2000 + token.values[0], place + 2)
    if word in ("ht", "vt") and year is None:
        return None
    if year is not None:
        first, last = calendar.season_days(season, year[0])
        return Stretch(first, last, Precision.SEASON, year[1])
    first, last = calendar.coming_season(season, line.scene.today)
    return Stretch(first, last, Precision.SEASON, place + 1)


def holiday_at(line: Line, place: int) -> Stretch | None:
    """Read a holiday by its name."""
    found = line.phrase(place, HOLIDAYS, 3)
    if found is None:
        return None
    name, after = found
    year = None
    if written := line.year(after):
        year, after = written
    first, last = calendar.coming_holiday(HOLIDAYS[name], year, line.scene.today)
    return Stretch(first, last, Precision.DAY, after)


def _week(line: Line, place: int) -> Stretch | None:
    found = read_week(line, place)
    if found is None and line.word(place) in ("veckan", "week") and line.word(place - 1) in ("av", "på", "of", "the"):
        found = calendar.monday_of(line.scene.today), (), place + 1
    if found is None:
        return None
    monday, problems, after = found
    if monday is None:
        return None
    return Stretch(monday, calendar.add_days(monday, 6), Precision.WEEK, after, problems)


def month_at(line: Line, place: int) -> Stretch | None:
    """Read a month from its name, or «nästa månad»."""
    today = line.scene.today
    start = today.replace(day=1)
    word = line.word(place)
    if word not in MONTHS and word not in _MONTH_STARTS:
        return None
    for step, phrases in (
        (1, (("nästa", "månad"), ("next", "month"), ("kommande", "månad"))),
        (0, (("denna", "månad"), ("den", "här", "månaden"), ("this", "month"), ("månaden",), ("month",))),
        (-1, (("förra", "månaden"), ("last", "month"))),
    ):
        for phrase in phrases:
            after = line.words_at(place, *phrase)
            if after and (len(phrase) > 1 or line.word(place - 1) in ("av", "på", "of", "the")):
                first = calendar.add_months(start, step)
                return Stretch(first, calendar.month_end(first.year, first.month), Precision.MONTH, after)
    month = MONTHS.get(word, 0)
    if not month or (word == "jul" and not line.scene.english):
        return None
    after = place + 1
    after += line.word(after) in ("månad", "månads")
    found = line.year(after)
    if found:
        year, after = found
        return Stretch(dt.date(year, month, 1), calendar.month_end(year, month), Precision.MONTH, after)
    year, problems = _month_year(line, place, after, month)
    return Stretch(dt.date(year, month, 1), calendar.month_end(year, month), Precision.MONTH, after, problems)


def _month_year(line: Line, place: int, after: int, month: int) -> tuple[int, tuple[Problem, ...]]:
    """Choose the year of a month; where the sentence tells of the past it has been."""
    today = line.scene.today
    before = place - 1 if line.word(place - 1) in _IN else place
    ended = month < today.month
    recalled = ended and line.word(before - 2) in ("från", "from")
    if month != today.month and (recalled or line.told_as_past(before, after)):
        return today.year - (not ended), ()
    last = calendar.month_end(today.year - (not ended), month)
    coming = dt.date(last.year + 1, month, 1)
    if month != today.month and (today - last) < (coming - today) and line.sentence_is_past(before):
        return last.year, ()
    if month == today.month or (today - last).days > calendar.GRACE:
        return today.year + ended, ()
    return coming.year, (Problem(Trouble.PAST, (coming, last.replace(day=1))),)
