"""Hold what was read against the calendar and the clock: red days, summer time, what has been."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import lru_cache

from meetings.when.result import Kind, Precision, Problem, Trouble, When

_WEEKEND = {5: ("lördag", "Saturday"), 6: ("söndag", "Sunday")}


@lru_cache(maxsize=64)
def red_days(year: int, language: str) -> dict[dt.date, str]:
    """Give the red days and the eves of a Swedish year, by name."""
    from holidays import country_holidays

    spoken = "en_US" if language == "en" else "sv"
    return dict(country_holidays("SE", years=year, categories=("public", "de_facto"), language=spoken).items())


def checked(when: When, now: dt.datetime, language: str) -> When:
    """Add the problems that the calendar and the clock show."""
    if when.parts:
        parts = tuple(checked(part, now, language) for part in when.parts)
        return replace(when, parts=parts, past=all(part.past for part in parts))
    problems = list(when.problems)
    today = now.date()
    if when.kind is Kind.DAY and when.date is not None and not when.deadline and not when.not_before:
        if when.date >= today and (name := _red(when.date, language)):
            problems.append(Problem(Trouble.RED_DAY, detail=name))
        if when.start is not None:
            problems.extend(_changed_hours(when, now.tzinfo))
    return replace(when, problems=tuple(problems), past=_past(when, now))


def _red(day: dt.date, language: str) -> str:
    if 1990 <= day.year <= 2100 and (name := red_days(day.year, language).get(day)):
        return name
    names = _WEEKEND.get(day.weekday())
    return names[language == "en"] if names else ""


def _changed_hours(when: When, zone: dt.tzinfo | None) -> list[Problem]:
    """Find an hour that summer time skips (it does not come back from UTC) or repeats (its two folds differ)."""
    if zone is None or when.date is None:
        return []
    found: list[Problem] = []
    for clock in (when.start, when.end):
        if clock is None:
            continue
        local = dt.datetime.combine(when.date, clock, zone)
        back = local.astimezone(dt.UTC).astimezone(zone)
        if back.replace(tzinfo=None) != local.replace(tzinfo=None):
            found.append(Problem(Trouble.DST_GAP, (back.time(),)))
        elif local.utcoffset() != local.replace(fold=1).utcoffset():
            found.append(Problem(Trouble.DST_FOLD, (clock,)))
    return found


def _past(when: When, now: dt.datetime) -> bool:
    if any(problem.trouble is Trouble.PAST for problem in when.problems):
        return False
    if when.kind in (Kind.TIME, Kind.RECURRENCE, Kind.DURATION, Kind.EVENT, Kind.ASAP):
        return False
    last = when.until or when.date
    if last is None:
        return False
    if last == now.date() and when.precision is Precision.MINUTE and when.start is not None:
        return (when.end or when.start) < now.time()
    return last < now.date()
