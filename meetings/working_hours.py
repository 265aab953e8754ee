"""When a group may be spoken to by itself: on working days, in working hours, outside its quiet hours.

Local wall time and the group's zone are the truth; moments are given in UTC.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from meetings.group import GroupSettings
from meetings.when.checks import red_days

MORNING, AFTERNOON, EVENING = time(8), time(15), time(17)
"""The hour at which what has a day and no hour is said, the one it is brought forward to, and the end of the day."""

_DAY = 24 * 60
_LAST_OF_WINDOW = 60
_LONGEST = 30
"""Days: no row of red days is as long."""
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_SATURDAY = 5

Window = tuple[int, int]
"""A stretch of a day, in minutes from midnight, the end not included."""


def is_working_day(day: date) -> bool:
    """Tell whether people work that day: no weekend, no red day, and no eve that is one in practice."""
    if day.weekday() >= _SATURDAY:
        return False
    return not (_FIRST_YEAR <= day.year <= _LAST_YEAR) or day not in red_days(day.year, "sv")


def is_quiet(moment: datetime, group: GroupSettings) -> bool:
    """Tell whether the bot says nothing by itself at a moment: in quiet hours, on a weekend or a red day."""
    local = moment.astimezone(group.zone)
    return not is_working_day(local.date()) or not _inside(_minutes(local.time()), _outside_quiet(group))


def local_moment(day: date, clock: time, group: GroupSettings) -> datetime:
    """Give the moment of a wall time in the group's zone; one that summer time skips is an hour later."""
    return datetime.combine(day, clock, tzinfo=group.zone).astimezone(UTC)


def brought_forward(day: date, clock: time, group: GroupSettings) -> datetime:
    """Give the last moment up to a wall time at which the group may be spoken to.

    That is the time itself when it may be; else earlier the same day, else in the afternoon of a working day before.
    """
    windows = _windows(group)
    minute = _minutes(clock)
    if is_working_day(day):
        if _inside(minute, windows):
            return local_moment(day, clock, group)
        before = [window for window in windows if window[0] < minute]
        if before:
            return local_moment(day, _afternoon(before), group)
    earlier = next(one for one in _days(day, -1) if is_working_day(one))
    return local_moment(earlier, _afternoon(windows), group)


def morning_of(day: date, group: GroupSettings) -> datetime:
    """Give the first moment of a day at which the group may be spoken to; of the working day before when it is none."""
    working = day if is_working_day(day) else working_day_before(day)
    return local_moment(working, _clock(_windows(group)[0][0]), group)


def put_off(day: date, clock: time, group: GroupSettings) -> datetime:
    """Give the first moment from a wall time on at which the group may be spoken to."""
    windows = _windows(group)
    minute = _minutes(clock)
    if is_working_day(day):
        if _inside(minute, windows):
            return local_moment(day, clock, group)
        after = [window for window in windows if window[0] > minute]
        if after:
            return local_moment(day, _clock(after[0][0]), group)
    later = next(one for one in _days(day, 1) if is_working_day(one))
    return local_moment(later, _clock(windows[0][0]), group)


def put_off_moment(moment: datetime, group: GroupSettings) -> datetime:
    """Give the first moment from another on at which the group may be spoken to."""
    local = moment.astimezone(group.zone)
    if not is_quiet(moment, group) and _inside(_minutes(local.time()), _windows(group)):
        return moment.astimezone(UTC)
    return put_off(local.date(), local.time(), group)


def working_day_before(day: date) -> date:
    """Give the last working day before a day."""
    return next(one for one in _days(day, -1) if is_working_day(one))


def _windows(group: GroupSettings) -> tuple[Window, ...]:
    """Give the stretches of a working day in which the group may be spoken to.

    A group whose quiet hours leave nothing of the working hours is spoken to whenever it is not quiet.
    """
    free = _outside_quiet(group)
    first, last = _minutes(MORNING), _minutes(EVENING)
    cut = ((max(begin, first), min(end, last)) for begin, end in free)
    return tuple(window for window in cut if window[0] < window[1]) or free


def _outside_quiet(group: GroupSettings) -> tuple[Window, ...]:
    begin, end = _minutes(group.quiet_from), _minutes(group.quiet_until)
    if begin == end:
        return ((0, _DAY),)
    free = ((end, begin),) if end < begin else ((0, begin), (end, _DAY))
    return tuple(window for window in free if window[0] < window[1])


def _afternoon(windows: tuple[Window, ...] | list[Window]) -> time:
    wanted = _minutes(AFTERNOON)
    if _inside(wanted, windows):
        return AFTERNOON
    begin, end = windows[-1]
    return _clock(max(begin, end - _LAST_OF_WINDOW))


def _inside(minute: int, windows: tuple[Window, ...] | list[Window]) -> bool:
    return any(begin <= minute < end for begin, end in windows)


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _clock(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)


def _days(day: date, step: int) -> Iterator[date]:
    return (day + timedelta(days=step * number) for number in range(1, _LONGEST))
