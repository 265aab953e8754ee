"""Read what is longer than a day: weeks, months, seasons, terms, holidays, and their beginnings, middles and ends."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from meetings.when import calendar
from meetings.when.line import Hit, Line
from meetings.when.result import Kind, Precision, Problem, Trouble, When
from meetings.when.spoken_days import read_week
from meetings.when.tokens import Shape
from meetings.when.vocabulary import HOLIDAYS, MONTHS, ORDINALS, PAST_SEASONS, SEASONS

_IN = frozenset(
    ["i", "under", "till", "in", "during", "by", "until", "inom", "before", "innan", "efter", "after", "för", "till", "of", "av", "på", "this", "from", "från"]
)
_EITHER = frozenset({"eller", "el", "alt", "or"})
_VAGUE = frozenset(["vår", "höst", "sommar", "vinter", "spring", "fall"])
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


@dataclass(slots=True)
class Stretch:
    """A run of days with its precision and the place after it."""

    first: dt.date
    last: dt.date
    precision: Precision
    next: int
    problems: tuple[Problem, ...] = ()


def read_period(line: Line, place: int) -> Hit | None:
    """Read a week, month, season, holiday or a part of one; several of them with «och» and «eller»."""
    return (
        _part(line, place)
        or _weeks(line, place)
        or _turn(line, place)
        or _months(line, place)
        or _past_season(line, place)
        or _named(line, place)
        or _year(line, place)
    )


def _hit(kind: Kind, stretch: Stretch, first: int, weak: bool = False) -> Hit:
    when = When(kind, date=stretch.first, until=stretch.last, precision=stretch.precision, problems=stretch.problems)
    return Hit(when, first, stretch.next, weak)


def _week(line: Line, place: int) -> Stretch | None:
    found = read_week(line, place)
    if found is None or found[0] is None:
        return None
    monday, problems, after = found
    return Stretch(monday, calendar.add_days(monday, 6), Precision.WEEK, after, problems)


def _weeks(line: Line, place: int) -> Hit | None:
    found = read_week(line, place)
    if found is None:
        return None
    if found[0] is None:
        when = When(Kind.WEEK, precision=Precision.WEEK, problems=found[1])
        return Hit(when, place, found[2])
    stretch = _week(line, place)
    if stretch is None:
        return None
    hit = _hit(Kind.WEEK, stretch, place)
    parts, join = [hit.when], ""
    while line.at(hit.next - 1).shape is Shape.NUMBER:
        mark, word = line.at(hit.next), line.word(hit.next)
        number = line.at(hit.next + 1)
        dashed = mark.shape is Shape.DASH or word in ("till", "to")
        if not (dashed or mark.text == "," or word in ("och", "and", "samt", *_EITHER)):
            break
        after = hit.next + 1
        after += line.word(after) in ("v", "vecka", "week")
        number = line.at(after)
        if number.shape is not Shape.NUMBER or len(number.text) > 2 or line.counts_something(after + 1):
            break
        if line.at(after + 1).shape is Shape.WORD and not line.open_after(after + 1):
            break
        year = line.year(after + 1)
        monday, problems = calendar.iso_week(
            number.values[0], year[0] if year else None, parts[-1].date or stretch.first
        )
        following = year[1] if year else after + 1
        if monday is None:
            return Hit(replace(parts[0], problems=problems), place, following)
        last = calendar.add_days(monday, 6)
        if dashed:
            hit.when = replace(parts[0], until=last, problems=(*parts[0].problems, *problems))
            hit.next = following
            return hit
        join = "|" if word in _EITHER else join
        parts.append(When(Kind.WEEK, date=monday, until=last, precision=Precision.WEEK, problems=problems))
        hit.next = following
    if len(parts) > 1:
        kind = Kind.ALTERNATIVES if join else Kind.SEVERAL
        hit.when = When(kind, parts=tuple(parts), precision=Precision.WEEK)
    return hit


def _month(line: Line, place: int) -> Stretch | None:
    """Read a month from its name, or «nästa månad»."""
    today = line.scene.today
    start = today.replace(day=1)
    for step, phrases in (
        (1, (("nästa", "månad"), ("next", "month"), ("kommande", "månad"))),
        (0, (("denna", "månad"), ("den", "här", "månaden"), ("this", "month"), ("månaden",), ("the", "month"))),
        (-1, (("förra", "månaden"), ("last", "month"))),
    ):
        for phrase in phrases:
            after = line.words_at(place, *phrase)
            if after and (len(phrase) > 1 or line.word(place - 1) in ("av", "på", "of")):
                first = calendar.add_months(start, step)
                return Stretch(first, calendar.month_end(first.year, first.month), Precision.MONTH, after)
    month = MONTHS.get(line.word(place), 0)
    if not month:
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
    if month != today.month and line.told_as_past(before, after):
        return today.year - (not ended), ()
    last = calendar.month_end(today.year - (not ended), month)
    if month == today.month or (today - last).days > calendar.GRACE:
        return today.year + ended, ()
    if line.sentence_is_past(before):
        return last.year, ()
    coming = dt.date(last.year + 1, month, 1)
    return coming.year, (Problem(Trouble.PAST, (coming, last.replace(day=1))),)


def _months(line: Line, place: int) -> Hit | None:
    first, told = place, False
    place += line.words_at(place, "någon", "gång") and 2
    if line.word(place) in _IN:
        place, told = place + 1, True
    name = line.at(place)
    stretch = _month(line, place)
    if stretch is None or line.at(stretch.next).shape is Shape.ORDINAL:
        return None
    told = told and not (name.capital and line.word(place - 1) in ("till", "för", "av", "på", "från", "of"))
    told = told or stretch.next - place > 1
    hit = _hit(Kind.MONTH, stretch, first if told else place, weak=not told)
    if line.word(first) in ("för", "av", "of", "på", "till", "by", "from", "från", "until", "innan", "efter", "after"):
        return None
    mark, word = line.at(stretch.next), line.word(stretch.next)
    after = stretch.next + 1
    after += line.word(after) in ("i", "in")
    if not (mark.shape is Shape.DASH or mark.text == "/" or word in ("till", "to", "och", "and", *_EITHER)):
        return hit
    second = _month(line, after)
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


def stretch_at(line: Line, place: int) -> Stretch | None:
    """Read a week, month, season, holiday or year as plain days, for the words that cut it or bound it."""
    place += line.word(place) in ("den", "the") and line.word(place + 1) != "här"
    return (
        _week(line, place)
        or _month(line, place)
        or _season(line, place)
        or _holiday(line, place)
        or _bare_year(line, place)
    )


def _bare_year(line: Line, place: int) -> Stretch | None:
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


def _season(line: Line, place: int) -> Stretch | None:
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


def _holiday(line: Line, place: int) -> Stretch | None:
    found = line.phrase(place, HOLIDAYS, 3)
    if found is None:
        return None
    name, after = found
    year = None
    if written := line.year(after):
        year, after = written
    first, last = calendar.coming_holiday(HOLIDAYS[name], year, line.scene.today)
    return Stretch(first, last, Precision.DAY, after)


def _named(line: Line, place: int) -> Hit | None:
    """Read «under hösten», «i höst», «över påsk», «ht 2026», «mellan jul och nyår»."""
    if after := line.words_at(place, "mellan", "jul", "och", "nyår"):
        year = line.scene.today.year
        return _hit(Kind.PERIOD, Stretch(dt.date(year, 12, 27), dt.date(year, 12, 30), Precision.DAY, after), place)
    first, word = place, line.word(place)
    place += word in ("i", "under", "in", "during", "till", "över", "over", "this", "at", "för")
    told = place > first
    place += line.word(place) == "the"
    stretch = _season(line, place) or (
        _holiday(line, place) if word in ("över", "over", "i", "under", "during") else None
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
        begins, ends = (0, 1, 3)[index], (1, 3, 4)[index]
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


def _year(line: Line, place: int) -> Hit | None:
    """Read «under 2027», «nästa år», «2026-05»."""
    token = line.at(place + 1)
    if line.word(place) in ("under", "during") and token.shape is Shape.NUMBER:
        stretch = _bare_year(line, place + 1)
        return _hit(Kind.PERIOD, stretch, place) if stretch else None
    start = place + (line.word(place) in ("i", "under", "during", "in"))
    if line.at(start).shape is Shape.YEAR_MONTH:
        year, month = line.at(start).values
        found = Stretch(dt.date(year, month, 1), calendar.month_end(year, month), Precision.MONTH, start + 1)
        return _hit(Kind.MONTH, found, place, weak=start == place)
    if line.words_at(start, "nästa", "år") or line.words_at(start, "next", "year"):
        stretch = _bare_year(line, start)
        return _hit(Kind.PERIOD, stretch, place) if stretch else None
    return None
