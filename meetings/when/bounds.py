"""Read what bounds a date: senast, till, innan, by; från och med, efter; mellan … och …; runt."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from meetings.when import calendar
from meetings.when.clock import CLOCK_WORDS, clock_between
from meetings.when.days import moves, read_days
from meetings.when.events import read_event
from meetings.when.line import Hit, Line
from meetings.when.moments import join, read_moment
from meetings.when.periods import read_period
from meetings.when.result import Kind, Precision, When
from meetings.when.seasons import HOLIDAYS, SEASONS
from meetings.when.spoken_days import read_spoken_day
from meetings.when.stretches import Stretch, stretch_at
from meetings.when.tokens import Shape
from meetings.when.vocabulary import word_set

_LATEST = (
    ("inte", "senare", "än"),
    ("ej", "senare", "än"),
    ("no", "later", "than"),
    ("not", "later", "than"),
    ("till", "och", "med"),
    ("fram", "till"),
    ("up", "to"),
    ("due", "by"),
    ("due", "on"),
    ("senast",),
    ("till",),
    ("tills",),
    ("tom",),
    ("by",),
    ("until",),
    ("deadline",),
    ("due",),
)
_BEFORE = (("inte", "efter"), ("prior", "to"), ("innan",), ("före",), ("before",))
_FROM = (
    ("från", "och", "med"),
    ("tidigast",),
    ("inte", "före"),
    ("not", "before"),
    ("earliest",),
    ("starting", "from"),
    ("starting",),
    ("from",),
    ("från",),
    ("fr",),
    ("from", "and", "including"),
)
_AFTER = (("efter",), ("after",))
_BETWEEN = (("mellan",), ("between",))
_AROUND = word_set("runt kring omkring around ca cirka")
_STARTS = (
    _AROUND
    | {"inom", "within"}
    | {phrase[0] for phrases in (_LATEST, _BEFORE, _FROM, _AFTER, _BETWEEN) for phrase in phrases}
)
_AROUND_DAYS = 3
_AFTER_SEASON = 45
_SMALL = word_set("på den i vid under on the in at")


def read_bound(line: Line, place: int) -> Hit | None:
    """Read a bounded expression from its first word."""
    word = line.word(place)
    if word not in _STARTS:
        return None
    if after := _any(line, place, _BETWEEN):
        return _between(line, place, after)
    if word in _AROUND:
        return _around(line, place)
    if after := _any(line, place, _FROM):
        return _from(line, place, after)
    if word in ("inom", "within"):
        return _within(line, place)
    if after := _any(line, place, _BEFORE):
        return _before(line, place, after)
    if after := _any(line, place, _AFTER):
        return _after(line, place, after)
    if after := _any(line, place, _LATEST):
        return _latest(line, place, after)
    return None


def _any(line: Line, place: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    for phrase in phrases:
        if after := line.words_at(place, *phrase):
            return after
    return 0


def _target(line: Line, place: int) -> Hit | None:
    """Read what a bound bounds; a bare word may stand here that counts for nothing alone."""
    for skip in (0, 1):
        if skip and line.word(place) not in _SMALL:
            continue
        hit = read_moment(line, place + skip)
        if (
            hit is not None
            and not (hit.weak and hit.when.kind is Kind.TIME)
            and not (
                hit.when.kind is Kind.MONTH and hit.weak and line.at(place + skip).capital and not line.scene.english
            )
        ):
            return hit
    place += line.word(place) in _SMALL
    stretch = stretch_at(line, place)
    if stretch is None or stretch.precision is Precision.YEAR:
        return None
    if line.word(place) in SEASONS and line.word(place) in ("vår", "höst", "spring", "fall"):
        return None
    kind = {Precision.WEEK: Kind.WEEK, Precision.MONTH: Kind.MONTH}.get(stretch.precision, Kind.PERIOD)
    when = When(kind, date=stretch.first, until=stretch.last, precision=stretch.precision, problems=stretch.problems)
    return Hit(when, place, stretch.next)


def _latest(line: Line, place: int, after: int) -> Hit | None:
    weak_word = line.word(place) in ("till", "by", "until", "tills", "tom")
    after += line.at(after).text == ":" and not weak_word
    for skip in (0, 1):
        event = read_event(line, after + skip) if skip == 0 or line.word(after) in _SMALL else None
        if event is not None and event.when.kind is Kind.EVENT and not weak_word:
            return Hit(replace(event.when, deadline=True), place, event.next)
    if inner := _inner(line, after):
        return Hit(inner.when, place, inner.next)
    hit = _target(line, after)
    if hit is None:
        return None
    when = hit.when
    if when.kind is Kind.MONTH and weak_word and line.at(after).capital and line.word(place) == "till":
        return None
    if when.kind is Kind.TIME and weak_word and hit.weak:
        return None
    if line.word(place) == "till" and moves(line, place):
        return Hit(when, place, hit.next)
    return Hit(_deadline(when, firm=not weak_word or line.word(place) == "by"), place, hit.next)


def _inner(line: Line, place: int) -> Hit | None:
    """Read a bound inside a bound: «till efter sommaren», «senast innan jul», «senast inom en vecka»."""
    if line.word(place) in ("efter", "innan", "före", "inom", "after", "before", "within"):
        return read_bound(line, place)
    return None


def _deadline(when: When, firm: bool) -> When:
    if when.parts:
        return replace(when, parts=tuple(_deadline(part, firm) for part in when.parts), deadline=True)
    if when.kind in (Kind.WEEK, Kind.MONTH, Kind.PERIOD) and when.start is None and firm:
        return replace(when, date=None, deadline=True)
    return replace(when, deadline=True)


def _before(line: Line, place: int, after: int) -> Hit | None:
    if (event := read_event(line, place)) is not None and event.when.kind is Kind.EVENT:
        return Hit(replace(event.when, deadline=True), place, event.next)
    hit = _target(line, after)
    if hit is None or hit.when.parts:
        return hit and Hit(replace(hit.when, deadline=True), place, hit.next)
    when = hit.when
    if when.start is not None or when.kind is Kind.TIME:
        return Hit(replace(when, deadline=True), place, hit.next)
    last = None if when.date is None else calendar.add_days(when.date, -1)
    day = replace(when, kind=Kind.DAY, date=last, until=None, deadline=True, precision=Precision.DAY)
    return Hit(_shift(day, -1), place, hit.next)


def _shift(when: When, days: int) -> When:
    """Move what is offered as the day itself is moved."""
    return replace(
        when,
        problems=tuple(
            replace(
                problem,
                alternatives=tuple(
                    calendar.add_days(other, days) if isinstance(other, dt.date) else other
                    for other in problem.alternatives
                ),
            )
            for problem in when.problems
        ),
    )


def _from(line: Line, place: int, after: int) -> Hit | None:
    clocks = clock_between(line, after, ("till", "to", "until", "tom"))
    hit = read_moment(line, after)
    if clocks is not None and (hit is None or hit.next <= clocks.next):
        return clocks
    if hit is None or (hit.weak and hit.when.kind is Kind.TIME):
        hit = _target(line, after)
    if hit is None:
        return None
    when = hit.when
    if when.kind in (Kind.RANGE, Kind.SEVERAL, Kind.ALTERNATIVES) or (when.kind is Kind.TIME and when.end):
        return Hit(when, place, hit.next)
    if when.kind is Kind.MONTH and hit.weak and line.at(after).capital:
        return None
    if (until := _until_month(line, when, hit.next)) is not None:
        return Hit(until[0], place, until[1])
    return Hit(replace(when, not_before=True), place, hit.next)


def _until_month(line: Line, when: When, place: int) -> tuple[When, int] | None:
    """Read the rest of «från mars till juni», «från våren till hösten»."""
    if when.kind not in (Kind.MONTH, Kind.PERIOD, Kind.WEEK) or line.word(place) not in ("till", "to", "until", "tom"):
        return None
    last = stretch_at(line, place + 1)
    if last is None or when.date is None or last.last < when.date:
        return None
    return replace(when, kind=Kind.PERIOD, until=last.last), last.next


def _after(line: Line, place: int, after: int) -> Hit | None:
    if (event := read_event(line, place)) is not None and event.when.kind is Kind.EVENT:
        return Hit(replace(event.when, not_before=True), place, event.next)
    if line.word(after) == "årsskiftet":
        new_year = dt.date(line.scene.today.year + 1, 1, 1)
        return Hit(When(Kind.DAY, date=new_year, not_before=True), place, after + 1)
    season = line.word(after + (line.word(after) == "the"))
    stretch = stretch_at(line, after)
    if stretch is not None and season in SEASONS:
        first = calendar.add_days(stretch.last, 1)
        last = calendar.add_days(first, _AFTER_SEASON)
        when = When(Kind.PERIOD, date=first, until=last, precision=Precision.SEASON)
        return Hit(when, place, stretch.next)
    holiday = line.phrase(after, HOLIDAYS, 3)
    if stretch is not None and holiday is not None and HOLIDAYS[holiday[0]] == "new_year":
        day_after = When(Kind.DAY, date=calendar.add_days(stretch.last, 1), not_before=True)
        return Hit(day_after, place, stretch.next)
    if stretch is not None and holiday is not None:
        return Hit(_working_day_after(stretch), place, stretch.next)
    hit = _target(line, after)
    if hit is None or hit.when.parts:
        return None
    when = hit.when
    if when.start is not None or when.kind is Kind.TIME:
        return Hit(replace(when, not_before=True), place, hit.next)
    last_day = when.until or when.date
    if last_day is None:
        return Hit(when, place, hit.next)
    day = replace(when, kind=Kind.DAY, date=calendar.add_days(last_day, 1), until=None, not_before=True)
    return Hit(_shift(replace(day, precision=Precision.DAY), 1), place, hit.next)


def _working_day_after(stretch: Stretch) -> When:
    day = calendar.add_days(stretch.last, 1)
    while day.weekday() > 4:
        day = calendar.add_days(day, 1)
    return When(Kind.DAY, date=day, not_before=True)


def _within(line: Line, place: int) -> Hit | None:
    found = read_spoken_day(line, place)
    if found is None:
        return None
    day, problems, after = found
    return Hit(When(Kind.DAY, date=day, deadline=True, problems=problems), place, after)


def _between(line: Line, place: int, after: int) -> Hit | None:
    clocks = clock_between(line, after, ("och", "and"))
    days = read_days(line, after)
    if days is not None and days.when.kind is Kind.SEVERAL and len(days.when.parts) == 2:
        first, last = days.when.parts
        problems = (*first.problems, *last.problems)
        until = last.date
        if first.date and until and until < first.date:
            until = calendar.add_days(until, 7) if (first.date - until).days < 7 else until
        when = When(Kind.RANGE, date=first.date, until=until, problems=problems)
        return Hit(when, place, days.next)
    if clocks is not None:
        day = read_days(line, clocks.next)
        if day is not None and day.when.kind is Kind.DAY:
            return Hit(join(day.when, clocks.when), place, day.next)
        return Hit(clocks.when, place, clocks.next)
    return _between_months(line, place, after) or read_period(line, place)


def _between_months(line: Line, place: int, after: int) -> Hit | None:
    start = stretch_at(line, after)
    if start is None or line.word(start.next) not in ("och", "and"):
        return None
    end = stretch_at(line, start.next + 1)
    if end is None or end.last < start.first:
        return None
    when = When(Kind.PERIOD, date=start.first, until=end.last, precision=start.precision)
    return Hit(when, place, end.next)


def _around(line: Line, place: int) -> Hit | None:
    """Read «runt den 15 maj» as a few days about it."""
    after = place + 1
    if line.word(after) in CLOCK_WORDS or line.at(after).shape is Shape.CLOCK:
        return None
    hit = _target(line, after)
    if hit is None or hit.when.kind not in (Kind.DAY, Kind.PERIOD) or hit.when.date is None or hit.when.start:
        return None
    first = calendar.add_days(hit.when.date, -_AROUND_DAYS)
    last = calendar.add_days(hit.when.until or hit.when.date, _AROUND_DAYS)
    return Hit(replace(hit.when, kind=Kind.PERIOD, date=first, until=last, precision=Precision.WEEK), place, hit.next)
