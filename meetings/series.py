"""Propose the dates of a row of meetings from a rhythm: none on a red day, in July, or when somebody is elsewhere."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from datetime import date as Day
from enum import StrEnum
from itertools import pairwise

from meetings.when import occurrences
from meetings.when.calendar import add_months, month_end, nth_weekday
from meetings.working_hours import is_working_day

MOST = 12
"""How many meetings are proposed at once."""
RARELY = 60
"""Days between meetings from which one of them is moved out of July rather than left out."""

_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
_TUESDAY = 1
_LOOKED_AT = 400
_COUNTED = re.compile(r"FREQ:(?P<times>\d+)/(?P<every>\d+)?(?P<unit>[A-Z]+?)S?\Z")
_INTERVAL = re.compile(r"INTERVAL=(\d+)")
# The part of each half-year in which people are at work, and those of its quarters.
_TERMS = (((1, 15), (6, 10)), ((8, 20), (12, 10)))
_QUARTERS = (((1, 15), (3, 31)), ((4, 1), (6, 10)), ((8, 20), (9, 30)), ((10, 1), (12, 10)))
_CHRISTMAS = ((12, 23), (1, 6))


class Why(StrEnum):
    """Why a day will not do."""

    RED_DAY = "red_day"
    SQUEEZED = "squeezed"
    JULY = "july"
    CHRISTMAS = "christmas"
    TAKEN = "taken"
    BUSY = "busy"


@dataclass(frozen=True)
class Slot:
    """A day proposed, in place of the `wished` one if that would not do, and who is elsewhere on it all the same."""

    date: Day
    wished: Day | None = None
    why: Why | None = None
    busy: tuple[str, ...] = ()


@dataclass(frozen=True)
class Series:
    """What a rhythm gives: the days proposed, and those left out with the reason."""

    slots: tuple[Slot, ...]
    left_out: tuple[tuple[date, Why], ...] = ()


@dataclass(frozen=True)
class Known:
    """What the proposal has to go round: days the group meets on, who is elsewhere when, and its usual weekday.

    `latest` is the meeting a rhythm without a day goes on from, such as every quarter.
    """

    taken: Collection[date] = frozenset()
    busy: Mapping[date, tuple[str, ...]] | None = None
    weekday: int = _TUESDAY
    latest: date | None = None


def propose(rule: str, since: date, until: date, known: Known) -> Series:
    """Give the days of a rhythm (`meetings.when`: an RRULE, `EVENWEEKS;…` or `FREQ:2/TERM`) within two days.

    A day that will not do is replaced by one near it, the same weekday first; of a rhythm of weeks it is left out.
    """
    wished = list(_wished(rule, since, until, known))
    apart = min(((after - day).days for day, after in pairwise(wished)), default=RARELY)
    if rule.startswith("FREQ:"):
        apart = max(apart, RARELY // 2)
    slots: list[Slot] = []
    left_out: list[tuple[date, Why]] = []
    for day in wished:
        if len(slots) == MOST:
            break
        taken = {*known.taken, *(slot.date for slot in slots)}
        slot = _slot(day, apart, (since, until), taken, known)
        if slot is not None:
            slots.append(slot)
        else:
            left_out.append((day, _why_not(day, taken) or Why.TAKEN))
    return Series(tuple(sorted(slots, key=lambda slot: slot.date)), tuple(left_out))


def _slot(day: date, apart: int, within: tuple[date, date], taken: Collection[date], known: Known) -> Slot | None:
    busy = known.busy or {}
    why = _why_not(day, taken)
    if why is None and not busy.get(day):
        return Slot(day)
    fits = [near for near in _near(day, apart, why) if within[0] <= near <= within[1] and _why_not(near, taken) is None]
    free = next((near for near in fits if not busy.get(near)), None)
    if free is not None:
        return Slot(free, day, why or Why.BUSY)
    if why is None:
        return Slot(day, busy=tuple(busy.get(day, ())))
    return Slot(fits[0], day, why, tuple(busy.get(fits[0], ()))) if fits else None


def _near(day: date, apart: int, why: Why | None) -> Iterator[date]:
    """Give the days that may stand in for one, the best first; none in a rhythm of weeks, or for a monthly July."""
    if apart < 21 or why is Why.JULY and apart < RARELY:
        return
    weeks = 2 if apart < RARELY else 6
    steps = [*(number * _WEEK for number in range(1, weeks + 1)), *(number * _DAY for number in range(1, 6))]
    for step in steps:
        for near in (day - step, day + step):
            # A monthly meeting stays in its month.
            if apart >= RARELY or near.month == day.month:
                yield near


def _why_not(day: date, taken: Collection[date]) -> Why | None:
    if day in taken:
        return Why.TAKEN
    if day.month == 7:
        return Why.JULY
    if (day.month, day.day) >= _CHRISTMAS[0] or (day.month, day.day) <= _CHRISTMAS[1]:
        return Why.CHRISTMAS
    if not is_working_day(day):
        return Why.RED_DAY
    squeezed = not is_working_day(day - _DAY) and not is_working_day(day + _DAY)
    return Why.SQUEEZED if squeezed else None


# ---------------------------------------------------------------------------------- what is wished


def _wished(rule: str, since: date, until: date, known: Known) -> Iterator[date]:
    counted = _COUNTED.match(rule)
    if counted is not None:
        times, every, unit = int(counted["times"]), int(counted["every"] or 1), counted["unit"]
        if unit == "YEAR" and times % 2 == 0:
            times, unit = times // 2, "TERM"
        yield from _spread(times, every, unit, since, until, known)
    elif "BY" in rule or "WEEKS" in rule:
        yield from _by_rule(rule, since, until)
    elif rule.startswith(("FREQ=MONTHLY", "FREQ=YEARLY")):
        yield from _by_months(rule, since, until, known)
    else:
        first = since + timedelta(days=(known.weekday - since.weekday()) % 7)
        yield from _by_rule(rule, first, until)


def _by_rule(rule: str, since: date, until: date) -> Iterator[date]:
    # The hour lies in the rule as well, but only the day is wanted of it.
    plain = ";".join(part for part in rule.split(";") if not part.startswith(("BYHOUR", "BYMINUTE")))
    found = occurrences(plain, datetime.combine(since, time(12)), _LOOKED_AT)
    return (moment.date() for moment in found if moment.date() <= until)


def _by_months(rule: str, since: date, until: date, known: Known) -> Iterator[date]:
    """Go on month by month from the latest meeting, on the same weekday of the month: every second Tuesday."""
    interval = _INTERVAL.search(rule)
    step = (int(interval[1]) if interval else 1) * (12 if rule.startswith("FREQ=YEARLY") else 1)
    anchor = known.latest or since + timedelta(days=(known.weekday - since.weekday()) % 7)
    nth = min((anchor.day - 1) // 7 + 1, 4)
    for number in range(_LOOKED_AT):
        month = add_months(anchor.replace(day=1), step * number)
        day = nth_weekday(nth, anchor.weekday(), month.year, month.month)
        if month > until:
            return
        if day is not None and since <= day <= until and day != known.latest:
            yield day


def _spread(times: int, every: int, unit: str, since: date, until: date, known: Known) -> Iterator[date]:
    """Spread so many meetings over each term, quarter, month or year; those that are booked there count."""
    for begin, end in list(_spans(unit, since, until))[::every]:
        booked = [day for day in known.taken if begin <= day <= end]
        first, last = max(begin, since), min(end, until)
        if first > last:
            continue
        wanted = times
        if last < end:
            wanted = math.ceil(times * ((last - begin).days + 1) / ((end - begin).days + 1))
        left = wanted - len(booked)
        if left <= 0:
            continue
        length = (last - first).days
        for number in range(left):
            day = first + timedelta(days=round(length * (number + 0.5) / left))
            nearest = day + timedelta(days=(known.weekday - day.weekday() + 3) % 7 - 3)
            yield min(max(nearest, first), last)


def _spans(unit: str, since: date, until: date) -> Iterator[tuple[date, date]]:
    for year in range(since.year, until.year + 1):
        if unit == "MONTH":
            months = (month for month in range(1, 13) if month != 7)
            spans: Sequence[tuple[date, date]] = [(date(year, one, 1), month_end(year, one)) for one in months]
        elif unit == "YEAR":
            spans = [(date(year, 1, 15), date(year, 12, 10))]
        else:
            parts = _QUARTERS if unit == "QUARTER" else _TERMS
            spans = [(date(year, *begin), date(year, *end)) for begin, end in parts]
        yield from (span for span in spans if span[1] >= since and span[0] <= until)
