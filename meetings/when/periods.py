"""Read what is longer than a day: weeks, months, seasons, holidays, and their beginnings, middles and ends."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from meetings.when import calendar
from meetings.when.line import Hit, Line
from meetings.when.result import Kind, Precision, Problem, When
from meetings.when.seasons import PAST_SEASONS
from meetings.when.spoken_days import read_week
from meetings.when.stretches import Stretch, holiday_at, month_at, quarter_at, season_at, stretch_at, year_at
from meetings.when.tokens import Shape
from meetings.when.vague import read_some_time
from meetings.when.vocabulary import MONTHS, ORDINALS, word_set

_IN = word_set("i under till in during by until inom before innan efter after för till of av på this from från")
_EITHER = frozenset({"eller", "el", "alt", "or"})
_ALSO_NAMES = word_set("maj mars april may june jan")
_VAGUE = word_set("vår höst sommar vinter spring fall")
_THIRDS = {
    "början": 0,
    "mitten": 1,
    "slutet": 2,
    "beginning": 0,
    "start": 0,
    "middle": 1,
    "end": 2,
    "early": 0,
    "mid": 1,
    "late": 2,
}
_HALVES = {"första": 0, "first": 0, "andra": 1, "second": 1, "senare": 1}


def read_period(line: Line, place: int) -> Hit | None:
    """Read a week, month, season, holiday or a part of one; several of them with «och» and «eller»."""
    return (
        _part(line, place)
        or read_some_time(line, place)
        or _weeks(line, place)
        or _turn(line, place)
        or _months(line, place)
        or _past_season(line, place)
        or _named(line, place)
        or _quarter(line, place)
        or _beside(line, place)
        or _year(line, place)
    )


def _hit(kind: Kind, stretch: Stretch, first: int, weak: bool = False) -> Hit:
    when = When(kind, date=stretch.first, until=stretch.last, precision=stretch.precision, problems=stretch.problems)
    return Hit(when, first, stretch.next, weak)


def _weeks(line: Line, place: int) -> Hit | None:
    found = read_week(line, place)
    if found is None:
        return None
    monday, problems, after = found
    if monday is None:
        return Hit(When(Kind.WEEK, precision=Precision.WEEK, problems=problems), place, after)
    parts, either = [_week_when(monday, problems)], False
    while line.at(after - 1).shape is Shape.NUMBER:
        further = _further_week(line, after, parts[-1].date or monday)
        if further is None:
            break
        join, week, after = further
        if week.date is None:
            return Hit(week, place, after)
        if join == "-":
            through = replace(parts[-1], until=week.until, problems=(*parts[-1].problems, *week.problems))
            return Hit(through if len(parts) == 1 else _all_weeks([*parts[:-1], through], either), place, after)
        either = either or join == "|"
        parts.append(week)
    return Hit(parts[0] if len(parts) == 1 else _all_weeks(parts, either), place, after)


def _all_weeks(parts: list[When], either: bool) -> When:
    kind = Kind.ALTERNATIVES if either else Kind.SEVERAL
    return When(kind, parts=tuple(parts), precision=Precision.WEEK)


def _week_when(monday: dt.date, problems: tuple[Problem, ...]) -> When:
    last = calendar.add_days(monday, 6)
    return When(Kind.WEEK, date=monday, until=last, precision=Precision.WEEK, problems=problems)


def _further_week(line: Line, place: int, before: dt.date) -> tuple[str, When, int] | None:
    """Read «-41», «och 16», «eller v 16» after a week."""
    mark, word = line.at(place), line.word(place)
    if mark.shape is Shape.DASH or word in ("till", "to"):
        join = "-"
    elif mark.text == "," or word in ("och", "and", "samt"):
        join = "&"
    elif word in _EITHER:
        join = "|"
    else:
        return None
    place += 1
    place += line.word(place) in ("v", "vecka", "week")
    number = line.at(place)
    if number.shape is not Shape.NUMBER or len(number.text) > 2 or not line.open_after(place + 1):
        return None
    year = None if line.at(place + 1).shape is Shape.DASH else line.year(place + 1)
    monday, problems = calendar.iso_week(number.values[0], year[0] if year else None, before)
    after = year[1] if year else place + 1
    if monday is None:
        return join, When(Kind.WEEK, precision=Precision.WEEK, problems=problems), after
    return join, _week_when(monday, problems), after


def _months(line: Line, place: int) -> Hit | None:
    first, told = place, False
    place += line.words_at(place, "någon", "gång") and 2
    if line.word(place) in _IN:
        place, told = place + 1, True
    name = line.at(place)
    if told and line.word(place - 1) == "i" and name.text in ("may", "march"):
        return None
    stretch = month_at(line, place)
    if stretch is None or line.at(stretch.next).shape is Shape.ORDINAL:
        return None
    told = told and not (name.capital and line.word(place - 1) in ("till", "för", "av", "på", "från", "of"))
    told = told or stretch.next - place > 1
    if not told and name.capital and name.text in _ALSO_NAMES and not line.scene.english:
        return None
    hit = _hit(Kind.MONTH, stretch, first if told else place, weak=not told)
    if line.word(first) in ("för", "av", "of", "på", "till", "by", "from", "från", "until", "innan", "efter", "after"):
        return None
    mark, word = line.at(stretch.next), line.word(stretch.next)
    after = stretch.next + 1
    after += line.word(after) in ("i", "in")
    if not (mark.shape is Shape.DASH or mark.text == "/" or word in ("till", "to", "och", "and", *_EITHER)):
        return hit
    second = month_at(line, after)
    if second is None or (name.capital and not line.scene.english and not told):
        return hit
    if mark.shape is Shape.DASH or word in ("till", "to"):
        last = second.last if second.last >= stretch.first else _next_year(second.last)
        hit.when = replace(hit.when, kind=Kind.PERIOD, until=last)
    else:
        kind = Kind.ALTERNATIVES if mark.text == "/" or word in _EITHER else Kind.SEVERAL
        other = When(Kind.MONTH, date=second.first, until=second.last, precision=Precision.MONTH)
        hit.when = When(kind, parts=(hit.when, other), precision=Precision.MONTH)
    hit.next, hit.weak = second.next, False
    return hit


def _next_year(day: dt.date) -> dt.date:
    return calendar.month_end(day.year + 1, day.month)


def _named(line: Line, place: int) -> Hit | None:
    """Read «under hösten», «i höst», «över påsk», «ht 2026», «mellan jul och nyår»."""
    if after := line.words_at(place, "mellan", "jul", "och", "nyår"):
        year = line.scene.today.year
        return _hit(Kind.PERIOD, Stretch(dt.date(year, 12, 27), dt.date(year, 12, 30), Precision.DAY, after), place)
    first, word = place, line.word(place)
    place += word in ("i", "under", "in", "during", "till", "över", "over", "this", "at")
    told = place > first
    place += line.word(place) == "the"
    stretch = season_at(line, place) or (
        holiday_at(line, place) if word in ("över", "over", "i", "under", "during") else None
    )
    if stretch is None:
        return None
    name = line.word(place)
    if not told and not (line.year(place + 1) or name in ("ht", "vt") or name.endswith("terminen")):
        return None
    if name in _VAGUE and (word not in ("i", "this", "in", "during") or not line.open_after(stretch.next)):
        return None
    if name in _VAGUE and line.at(stretch.next).capital:
        return None
    if word == "i" and name == "vår" and line.word(stretch.next) in ("och", "eller", "samt"):
        return None
    return _hit(Kind.PERIOD, stretch, first)


def _past_season(line: Line, place: int) -> Hit | None:
    found = line.phrase(place, PAST_SEASONS, 2)
    if found is None:
        return None
    name, after = found
    today = line.scene.today
    for year in (today.year, today.year - 1):
        first, last = calendar.season_days(PAST_SEASONS[name], year)
        if last < today:
            return _hit(Kind.PERIOD, Stretch(first, last, Precision.SEASON, after), place)
    return None


def _part(line: Line, place: int) -> Hit | None:
    """Read «i slutet av mars», «early May», «mid-April», «första veckan i maj», «senare delen av hösten»."""
    first = place
    place += line.words_at(place, "någon", "gång") and 2
    place += line.word(place) in ("i", "in", "at", "mot", "vid", "towards", "by", "under") and line.word(place) != ""
    place += line.word(place) in ("the", "den")
    word = line.word(place)
    count, index, after = 3, _THIRDS.get(word), place + 1
    if word in ("halva", "halvan", "delen") or line.word(after) in ("halvan", "half", "delen", "halva", "part"):
        count, index, after = 2, _HALVES.get(word), place + 2
    elif line.word(after) in ("veckan", "week") and word in ORDINALS and line.word(after + 1) in ("i", "in", "of"):
        count, index, after = 0, ORDINALS[word], after + 1
    elif (
        word in ("sista", "last")
        and line.word(after) in ("veckan", "week")
        and line.word(after + 1) in ("i", "in", "of")
    ):
        count, index, after = 0, 5, after + 1
    if index is None:
        return None
    linked = line.word(after) in ("av", "på", "of", "i", "in")
    after += linked
    if line.at(after).shape is Shape.DASH:
        after += 1
    if not linked and word not in ("early", "mid", "late"):
        return None
    stretch = stretch_at(line, after)
    if stretch is None:
        return None
    return _hit(Kind.PERIOD, _cut(stretch, count, index), first)


def _cut(stretch: Stretch, count: int, index: int) -> Stretch:
    if count == 0:
        start = calendar.add_days(stretch.first, 7 * (index - 1)) if index < 5 else calendar.add_days(stretch.last, -6)
        return replace(stretch, first=start, last=calendar.add_days(start, 6), precision=Precision.WEEK)
    days = (stretch.last - stretch.first).days + 1
    if stretch.precision is Precision.WEEK:
        begins, ends = (0, 1, 3)[index], (1, 3, 6)[index]
    elif count == 3:
        begins, ends = (0, 10 * days // 30, 20 * days // 30)[index], (10 * days // 30, 20 * days // 30, days)[index] - 1
    else:
        begins, ends = (0, days // 2)[index], (days // 2 - 1, days - 1)[index]
    start, last = calendar.add_days(stretch.first, begins), calendar.add_days(stretch.first, ends)
    precision = Precision.WEEK if stretch.precision is Precision.MONTH else stretch.precision
    return replace(stretch, first=start, last=last, precision=precision)


def _turn(line: Line, place: int) -> Hit | None:
    """Read «månadsskiftet april/maj» and «årsskiftet»."""
    first = place
    place += line.word(place) in ("vid", "kring", "runt", "i", "efter", "före", "till", "innan")
    today = line.scene.today
    if line.word(place) == "årsskiftet" and line.word(first) not in ("efter", "före", "innan"):
        start = dt.date(today.year, 12, 28)
        return _hit(Kind.PERIOD, Stretch(start, calendar.add_days(start, 8), Precision.WEEK, place + 1), first)
    if line.word(place) != "månadsskiftet":
        return None
    month, after = MONTHS.get(line.word(place + 1), 0), place + 2
    if month and (line.at(after).text == "/" or line.at(after).shape is Shape.DASH) and line.word(after + 1) in MONTHS:
        after += 2
    elif not month:
        month, after = today.month, place + 1
    end = calendar.month_end(today.year + (month < today.month), month)
    stretch = Stretch(calendar.add_days(end, -2), calendar.add_days(end, 3), Precision.WEEK, after)
    return _hit(Kind.PERIOD, stretch, first)


def _quarter(line: Line, place: int) -> Hit | None:
    start = place + (line.word(place) in ("i", "under", "in", "during"))
    start += line.word(start) == "the"
    stretch = quarter_at(line, start)
    return _hit(Kind.PERIOD, stretch, place) if stretch else None


def _beside(line: Line, place: int) -> Hit | None:
    """Read «veckan efter påsk», «dagen före julafton»."""
    word, side = line.word(place), line.word(place + 1)
    if word not in ("veckan", "dagen") or side not in ("efter", "före", "innan"):
        return None
    stretch = stretch_at(line, place + 2)
    if stretch is None:
        return None
    later = side == "efter"
    if word == "dagen":
        day = calendar.add_days(stretch.last, 1) if later else calendar.add_days(stretch.first, -1)
        return Hit(When(Kind.DAY, date=day, problems=stretch.problems), place, stretch.next)
    # Easter ends on a Monday, and the week after it is the one that Monday begins.
    monday = calendar.monday_of(calendar.add_days(stretch.last, -1) if later else stretch.first)
    return Hit(_week_when(calendar.add_days(monday, 7 if later else -7), stretch.problems), place, stretch.next)


def _year(line: Line, place: int) -> Hit | None:
    """Read «under 2027», «nästa år», «2026-05»."""
    token = line.at(place + 1)
    if line.word(place) in ("under", "during") and token.shape is Shape.NUMBER:
        stretch = year_at(line, place + 1)
        return _hit(Kind.PERIOD, stretch, place) if stretch else None
    start = place + (line.word(place) in ("i", "under", "during", "in"))
    if line.at(start).shape is Shape.YEAR_MONTH:
        year, month = line.at(start).values
        found = Stretch(dt.date(year, month, 1), calendar.month_end(year, month), Precision.MONTH, start + 1)
        return _hit(Kind.MONTH, found, place, weak=start == place)
    if line.words_at(start, "nästa", "år") or line.words_at(start, "next", "year"):
        stretch = year_at(line, start)
        return _hit(Kind.PERIOD, stretch, place) if stretch else None
    return None
