"""Put days and times together: 23/3 kl 13, kl 9 på torsdag, i morgon förmiddag, 8/9, 6/10 och 10/11 kl 13."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from meetings.when.clock import bare_hour, read_clock
from meetings.when.days import read_days
from meetings.when.line import Hit, Line
from meetings.when.periods import read_period
from meetings.when.result import Kind, Precision, Problem, Trouble, When
from meetings.when.tokens import Shape
from meetings.when.vocabulary import CALENDAR_UNITS, PARTS_OF_DAY, PARTS_OF_TODAY, WEEKDAYS

_DATED = frozenset({Kind.DAY, Kind.RANGE, Kind.SEVERAL, Kind.ALTERNATIVES})
_WHOLE_DAY = (("heldag",), ("hela", "dagen"), ("all", "day"), ("full", "day"), ("gemensam", "heldag"))
_EITHER = frozenset({"eller", "or", "alt", "alternativt", "el"})


def read_moment(line: Line, place: int) -> Hit | None:
    """Read a day with its time, a time with its day, or either alone."""
    if hit := _part_of_today(line, place) or _hours_ahead(line, place):
        return hit
    days, period = read_days(line, place), read_period(line, place)
    hit = period if period is not None and (days is None or period.next > days.next) else days
    if hit is not None and hit.when.kind in _DATED:
        hit = _with_time(line, hit)
    clock = _clocks(line, place)
    if clock is not None and (hit is None or clock.next > hit.next):
        return _with_day(line, clock)
    if hit is None:
        return _loose_part(line, place)
    return hit


def _clocks(line: Line, place: int) -> Hit | None:
    """Read a time, or «kl 9 eller 10»."""
    first = read_clock(line, place)
    if first is None or line.word(first.next) not in _EITHER:
        return first
    after = first.next + 1
    second = read_clock(line, after)
    if second is None and not first.weak:
        second = bare_hour(line, after)
    if second is None or second.when.start is None:
        return first
    when = When(Kind.ALTERNATIVES, parts=(first.when, second.when), precision=Precision.MINUTE)
    return Hit(when, place, second.next, first.weak)


def join(day: When, clock: When) -> When:
    """Give a day, or each of several, its time; times that are alternatives make the days so."""
    if clock.kind is Kind.ALTERNATIVES:
        return replace(clock, parts=tuple(join(day, part) for part in clock.parts))
    if day.parts:
        return replace(day, parts=tuple(join(part, clock) for part in day.parts))
    return replace(
        day,
        start=clock.start,
        end=clock.end,
        precision=clock.precision,
        problems=(*day.problems, *clock.problems),
    )


def _with_time(line: Line, hit: Hit) -> Hit:
    place = hit.next
    if part := _part_of_day(line, place):
        window, after = part
        clock = read_clock(line, after + (line.at(after).text == ","))
        if clock is not None and clock.when.start is not None:
            return Hit(join(hit.when, _moved(clock.when, window)), hit.first, clock.next)
        partly = _in_part(hit.when, window)
        return Hit(partly, hit.first, after) if partly is not None else hit
    for words in _WHOLE_DAY:
        for skip in (0, 1):
            if skip and line.at(place).text not in (",", "-", "(", ":"):
                continue
            if after := line.words_at(place + skip, *words):
                return replace(
                    hit, next=after + (line.at(place).text == "(" and line.at(after).text == ")"), weak=False
                )
    skip = 0
    mark = line.at(place)
    if (
        (mark.shape is Shape.MARK and mark.text in (",", "(", ":", "|", "–"))
        or (mark.shape is Shape.DASH and not mark.glued)
        or (line.word(place) in ("med", "start", "från", "from", "starting", "fr") and _told(line, place + 1))
    ):
        skip = 1
    clock = _clocks(line, place + skip)
    if clock is None and skip == 0 and hit.when.kind is Kind.DAY and _takes_bare_hour(line, hit):
        clock = bare_hour(line, place)
    if clock is None or (clock.weak and skip and line.at(place).text not in (",", "(", ":")):
        return hit
    if clock.weak and line.at(clock.next).shape is Shape.WORD and not line.open_after(clock.next):
        return hit
    if clock.when.kind is Kind.TIME and clock.when.start is None and clock.weak:
        return hit
    closing = skip and line.at(place).text == "(" and line.at(clock.next).text == ")"
    when = join(hit.when, clock.when)
    if clash := _hour_or_day(line, hit, clock):
        when = replace(when, problems=(*when.problems, clash))
    return Hit(when, hit.first, clock.next + bool(closing))


def _told(line: Line, place: int) -> bool:
    return line.word(place) in ("kl", "klockan", "at") or line.at(place).shape is Shape.CLOCK


def _takes_bare_hour(line: Line, hit: Hit) -> bool:
    token = line.at(hit.next)
    return token.shape is Shape.NUMBER and (7 <= token.values[0] <= 20 or len(token.text) == 4)


def _hour_or_day(line: Line, hit: Hit, clock: Hit) -> Problem | None:
    """«Ons 15» is Wednesday at three, or Wednesday the 15th if there is one soon."""
    token = line.at(clock.next - 1)
    bare = clock.next - clock.first == 1 and token.shape is Shape.NUMBER and len(token.text) <= 2
    day = hit.when.date
    if not bare or day is None or line.word(hit.next - 1) not in WEEKDAYS:
        return None
    for ahead in range(0, 46, 7):
        other = day + dt.timedelta(days=ahead)
        if other.day == token.values[0]:
            return Problem(Trouble.AMBIGUOUS, (day, other))
    return None


def _with_day(line: Line, clock: Hit) -> Hit:
    """Read the day that follows a time, unless that day has a time of its own."""
    place = clock.next
    skip = line.at(place).text == ","
    day = read_days(line, place + skip)
    if day is None or day.when.kind not in _DATED or (skip and day.weak):
        return clock
    if line.at(day.first).shape in (Shape.NUMBER, Shape.ORDINAL) and clock.weak and not day.when.date:
        return clock
    after = day.next
    own = read_clock(line, after + (line.at(after).text == ","))
    if own is not None and not own.weak:
        return clock
    return Hit(join(day.when, clock.when), clock.first, after)


def _part_of_day(line: Line, place: int) -> tuple[tuple[int, int], int] | None:
    start = place
    start += line.word(start) in ("på", "in", "i", "vid", "at", "efter")
    start += line.word(start) == "the"
    word = line.word(start)
    if word not in PARTS_OF_DAY or (word == "night" and start == place):
        return None
    if line.word(place) == "efter" or (
        word in ("fm", "em") and line.at(start).capital and start == place and len(word) < 2
    ):
        return None
    return PARTS_OF_DAY[word], start + 1


def _in_part(when: When, window: tuple[int, int]) -> When | None:
    if when.parts:
        parts = [_in_part(part, window) for part in when.parts]
        return replace(when, parts=tuple(part for part in parts if part is not None))
    if when.kind is not Kind.DAY:
        return None
    return replace(
        when,
        kind=Kind.PERIOD,
        until=when.date,
        start=dt.time(window[0]),
        end=dt.time(window[1]),
        precision=Precision.PART_OF_DAY,
    )


def _moved(clock: When, window: tuple[int, int]) -> When:
    """Move a time into the part of the day that was said before it: «i kväll kl 7»."""
    start = clock.start
    if start is None:
        return clock
    problems = tuple(problem for problem in clock.problems if problem.trouble is not Trouble.AMBIGUOUS)
    if window[0] >= 12 and start.hour < 12:
        end = clock.end.replace(hour=clock.end.hour + 12) if clock.end and clock.end.hour < 12 else clock.end
        return replace(clock, start=start.replace(hour=start.hour + 12), end=end, problems=problems)
    if window[1] <= 12 and start.hour > 12 and start.hour - 12 >= 5:
        return replace(clock, start=start.replace(hour=start.hour - 12), problems=problems)
    return replace(clock, problems=problems)


def _part_of_today(line: Line, place: int) -> Hit | None:
    found = line.phrase(place, PARTS_OF_TODAY, 2)
    if found is None:
        return None
    words, after = found
    window = PARTS_OF_TODAY[words]
    today = When(Kind.DAY, date=line.scene.today)
    clock = read_clock(line, after)
    if clock is not None and clock.when.start is not None:
        return Hit(join(today, _moved(clock.when, window)), place, clock.next)
    when = _in_part(today, window)
    return Hit(when, place, after) if when is not None else None


def _loose_part(line: Line, place: int) -> Hit | None:
    """Read «på eftermiddagen» with the day that may follow."""
    if line.word(place) not in ("på", "in"):
        return None
    part = _part_of_day(line, place)
    if part is None:
        return None
    window, after = part
    day = read_days(line, after)
    if day is not None and (when := _in_part(day.when, window)) is not None:
        return Hit(when, place, day.next)
    start, end = dt.time(window[0]), dt.time(window[1])
    return Hit(When(Kind.PERIOD, start=start, end=end, precision=Precision.PART_OF_DAY), place, after)


def _hours_ahead(line: Line, place: int) -> Hit | None:
    """Read «om en timme», «in 30 minutes» as a time counted from now."""
    if line.word(place) not in ("om", "in"):
        return None
    half = line.words_at(place + 1, "en", "halvtimme") or line.words_at(place + 1, "half", "an", "hour")
    count, unit, after = line.number(place + 1), line.word(place + 2), place + 3
    if half:
        minutes, after = 30, half
    elif line.words_at(place + 1, "en", "kvart"):
        minutes = 15
    elif count and CALENDAR_UNITS.get(unit, ("", 0))[0] == "minutes":
        minutes = count * CALENDAR_UNITS[unit][1]
    else:
        return None
    moment = line.scene.now + dt.timedelta(minutes=minutes)
    start = moment.time().replace(second=0, microsecond=0, fold=0)
    return Hit(When(Kind.DAY, date=moment.date(), start=start, precision=Precision.MINUTE), place, after)
