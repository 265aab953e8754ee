"""Settle which date a half-said one is: no year, no month, a weekday, a season; pure arithmetic."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from meetings.when.result import Problem, Trouble
from meetings.when.seasons import SEASON_DAYS

GRACE = 60
"""Days after which a date without a year surely means the next one; before that the writer is asked."""
MEETING_REACH = 14
"""Days within which a weekday may mean the group's known meeting."""

Settled = tuple[dt.date | None, tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class Scene:
    """When, and in which group, something was written."""

    now: dt.datetime
    today: dt.date
    meeting_dates: tuple[dt.date, ...] = ()
    english: bool = False


def make(year: int, month: int, day: int) -> dt.date | None:
    """Give the date, or None where the calendar has none."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> dt.date:
    """Give the last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: dt.date, months: int) -> dt.date:
    """Go so many months on, to the month's last day where the day does not exist."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if not 1 <= year <= 9998:
        return day
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_days(day: dt.date, days: int) -> dt.date:
    """Go so many days on; a leap out of the calendar stays where it is."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return day


def impossible(*near: dt.date | None) -> Problem:
    """Say that there is no such date, with those near it."""
    return Problem(Trouble.IMPOSSIBLE, tuple(day for day in near if day is not None))


def _missing(year: int, month: int) -> Settled:
    if not 1 <= month <= 12:
        return None, (impossible(),)
    last = month_end(year, month)
    return None, (impossible(last, add_days(last, 1)),)


def exact_date(year: int, month: int, day: int) -> Settled:
    """Settle a date with its year."""
    found = make(year, month, day)
    return (found, ()) if found else _missing(year, month)


def annual_date(month: int, day: int, today: dt.date) -> Settled:
    """Settle a date without a year: the next one, to be asked about if it has just been."""
    here = make(today.year, month, day)
    if here is None:
        return _missing(today.year, month)
    if here >= today:
        before = make(today.year - 1, month, day)
        if before is None or (today - before).days > GRACE:
            return here, ()
        return here, (Problem(Trouble.PAST, (here, before)),)
    following = make(today.year + 1, month, day)
    if following is None:
        return here, (Problem(Trouble.PAST, (here,)),)
    if (today - here).days <= GRACE:
        return following, (Problem(Trouble.PAST, (following, here)),)
    return following, ()


def with_weekday(settled: Settled, weekday: int | None) -> Settled:
    """Hold a date against the weekday that was said with it."""
    day, problems = settled
    if day is None or weekday is None:
        return settled
    for problem in problems:
        fits = [other for other in problem.alternatives if isinstance(other, dt.date) and other.weekday() == weekday]
        if problem.trouble is Trouble.PAST and fits:
            rest = tuple(other for other in problem.alternatives if other not in fits)
            return fits[0], (Problem(Trouble.PAST, (*fits, *rest)),)
    if day.weekday() == weekday:
        return settled
    step = (weekday - day.weekday() + 3) % 7 - 3
    return day, (*problems, Problem(Trouble.WEEKDAY_CONFLICT, (day, add_days(day, step))))


def day_of_month(day: int, weekday: int | None, scene: Scene) -> Settled:
    """Settle «den 23:e»: the group's meeting with that day, else the next one."""
    if not 1 <= day <= 31:
        return None, (impossible(),)
    for known in scene.meeting_dates:
        if known.day == day and 0 <= (known - scene.today).days <= 62 and weekday in (None, known.weekday()):
            return known, ()
    start = scene.today.replace(day=1)
    candidates = [
        found
        for found in (make(month.year, month.month, day) for month in (add_months(start, step) for step in range(4)))
        if found and found >= scene.today
    ]
    if weekday is None or any(found.weekday() == weekday for found in candidates[:1]):
        return candidates[0], ()
    later = [found for found in candidates if found.weekday() == weekday]
    return candidates[0], (Problem(Trouble.WEEKDAY_CONFLICT, (candidates[0], *later[:1])),)


def coming_weekday(weekday: int, scene: Scene) -> dt.date:
    """Give the group's meeting day of that weekday within two weeks, else the first such day after today."""
    for known in sorted(scene.meeting_dates):
        if known.weekday() == weekday and 0 <= (known - scene.today).days <= MEETING_REACH:
            return known
    return weekday_after(scene.today, weekday)


def weekday_after(day: dt.date, weekday: int) -> dt.date:
    """Give the first such weekday after a day."""
    return add_days(day, (weekday - day.weekday() - 1) % 7 + 1)


def monday_of(day: dt.date) -> dt.date:
    """Give the Monday of a day's week."""
    return add_days(day, -day.weekday())


def iso_week(week: int, year: int | None, today: dt.date) -> Settled:
    """Settle a week number as its Monday."""
    if year is not None:
        monday = _week_monday(year, week)
        return (monday, ()) if monday else (None, (impossible(),))
    here, following = _week_monday(today.year, week), _week_monday(today.year + 1, week)
    before = _week_monday(today.year - 1, week)
    if here is None:
        near = [_week_monday(today.year, 52), _week_monday(today.year + 1, 1)] if week == 53 else []
        return None, (impossible(*near),)
    if add_days(here, 6) >= today:
        if before and 0 <= (today - before).days - 6 <= GRACE:
            return here, (Problem(Trouble.PAST, (here, before)),)
        return here, ()
    if following is None:
        return here, (Problem(Trouble.PAST, (here,)),)
    if (today - here).days - 6 <= GRACE:
        return following, (Problem(Trouble.PAST, (following, here)),)
    return following, ()


def _week_monday(year: int, week: int) -> dt.date | None:
    try:
        return dt.date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def nth_weekday(nth: int, weekday: int, year: int, month: int) -> dt.date | None:
    """Give the nth such weekday of a month, counted from the end where `nth` is negative."""
    first, last = dt.date(year, month, 1), month_end(year, month)
    if nth > 0:
        found = add_days(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        found = add_days(last, -((last.weekday() - weekday) % 7) + 7 * (nth + 1))
    return found if found.month == month else None


def season_days(season: str, year: int) -> tuple[dt.date, dt.date]:
    """Give first and last day of a season that begins in a year."""
    (month, day), (last_month, last_day) = SEASON_DAYS[season]
    return dt.date(year, month, day), dt.date(year + (last_month < month), last_month, last_day)


def coming_season(season: str, today: dt.date) -> tuple[dt.date, dt.date]:
    """Give the season we are in or the next one."""
    for year in (today.year - 1, today.year):
        first, last = season_days(season, year)
        if last >= today:
            return first, last
    return season_days(season, today.year + 1)


_EASTER_DISTANCE = {
    "maundy_thursday": (-3, -3),
    "good_friday": (-2, -2),
    "easter_eve": (-1, -1),
    "easter_day": (0, 0),
    "easter_monday": (1, 1),
    "easter": (-2, 1),
    "ascension": (39, 39),
    "whitsun": (49, 49),
}
_FIXED_HOLIDAYS = {
    "walpurgis": ((4, 30), (4, 30)),
    "national_day": ((6, 6), (6, 6)),
    "lucia": ((12, 13), (12, 13)),
    "christmas_eve": ((12, 24), (12, 24)),
    "christmas_day": ((12, 25), (12, 25)),
    "boxing_day": ((12, 26), (12, 26)),
    "christmas": ((12, 24), (12, 26)),
    "between_days": ((12, 27), (12, 30)),
    "new_years_eve": ((12, 31), (12, 31)),
    "new_years_day": ((1, 1), (1, 1)),
    "new_year": ((1, 1), (1, 1)),
    "epiphany": ((1, 6), (1, 6)),
}


@lru_cache(maxsize=256)
def holiday_days(name: str, year: int) -> tuple[dt.date, dt.date]:
    """Give first and last day of a holiday in a year."""
    if name in _FIXED_HOLIDAYS:
        (month, day), (last_month, last_day) = _FIXED_HOLIDAYS[name]
        return dt.date(year, month, day), dt.date(year, last_month, last_day)
    if name in _EASTER_DISTANCE:
        from dateutil.easter import easter

        first, last = _EASTER_DISTANCE[name]
        sunday = easter(year)
        return sunday + dt.timedelta(first), sunday + dt.timedelta(last)
    if name == "all_saints":
        saturday = weekday_after(dt.date(year, 10, 30), 5)
        return saturday, saturday
    saturday = weekday_after(dt.date(year, 6, 19), 5)
    first_day = saturday if name == "midsummer_day" else saturday - dt.timedelta(1)
    return first_day, first_day if name == "midsummer_eve" else saturday


def coming_holiday(name: str, year: int | None, today: dt.date) -> tuple[dt.date, dt.date]:
    """Give the days of a holiday that is on or comes next."""
    if year is not None:
        return holiday_days(name, year)
    days = holiday_days(name, today.year)
    return days if days[1] >= today else holiday_days(name, min(today.year + 1, 4000))
