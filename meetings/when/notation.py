"""Write what was read in a compact notation: ISO 8601, RRULE, and ask: where it is left open."""

from __future__ import annotations

import datetime as dt

from meetings.when.result import Kind, Trouble, When


def notation(*whens: When) -> str:
    """Give the notation of one expression, of several joined by a semicolon, or `none`."""
    if not whens:
        return "none"
    if len(whens) == 1:
        return _one(whens[0])
    if not all(when.certain for when in whens):
        return "ask"
    return ";".join(_said(when) for when in whens)


def _one(when: When) -> str:
    if when.certain:
        return _said(when)
    for problem in when.problems:
        offered = [_reading(when, other) for other in problem.alternatives]
        asked = problem.trouble in (Trouble.PAST, Trouble.AMBIGUOUS, Trouble.UNREAD_MODIFIER, Trouble.WEEKDAY_CONFLICT)
        if offered and asked:
            return "ask:" + "|".join(offered)
    return "ask"


def _reading(when: When, other: dt.date | dt.time) -> str:
    if isinstance(other, dt.time):
        return _moment(when.date, other)
    if when.kind is Kind.WEEK:
        return _week(other)
    if when.kind is Kind.MONTH:
        return f"{other:%Y-%m}"
    if when.kind is Kind.DAY and when.start is not None:
        return _span(other, when.start, other if when.end else None, when.end)
    return other.isoformat()


def _said(when: When) -> str:
    kind = when.kind
    if kind is Kind.SEVERAL:
        return ";".join(_said(part) for part in when.parts)
    if kind is Kind.ALTERNATIVES:
        return "|".join(_said(part) for part in when.parts)
    if kind is Kind.ASAP:
        return "ASAP"
    if kind is Kind.EVENT:
        return f"EVENT:{when.event}"
    if kind is Kind.DURATION and when.duration is not None:
        return _duration(when.duration)
    if kind is Kind.RECURRENCE and when.rule is not None:
        return f"RRULE:{when.rule}" if when.rule.startswith("FREQ=") else when.rule
    return _calendar(when)


def _calendar(when: When) -> str:
    first, last = when.date, when.until
    if first is None and last is not None:
        return f"../{last}"
    if when.kind is Kind.TIME or first is None:
        start = f"T{when.start:%H:%M}" if when.start else "none"
        return f"{start}/T{when.end:%H:%M}" if when.end else start
    if when.kind is Kind.WEEK and last is not None:
        text = _week(first) if (last - first).days < 7 else f"{_week(first)}/{_week(last)}"
        return f"{first}/.." if when.not_before else text
    if when.kind is Kind.MONTH:
        return f"{first}/.." if when.not_before else f"{first:%Y-%m}"
    if when.kind is Kind.PERIOD:
        return f"{first}/.." if when.not_before else "~" + _span(first, when.start, last, when.end)
    if when.kind is Kind.RANGE:
        return _span(first, when.start, last, when.end)
    text = _span(first, when.start, first if when.end else None, when.end)
    if when.deadline:
        return f"../{text}"
    return f"{text}/.." if when.not_before else text


def _moment(day: dt.date | None, clock: dt.time | None) -> str:
    return (day.isoformat() if day else "") + (f"T{clock:%H:%M}" if clock else "")


def _span(first: dt.date, start: dt.time | None, last: dt.date | None, end: dt.time | None) -> str:
    begin = _moment(first, start)
    if last is None:
        return begin
    return f"{begin}/{_moment(last, end or start)}"


def _week(monday: dt.date) -> str:
    year, week, _ = monday.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _duration(length: dt.timedelta) -> str:
    days, minutes = divmod(int(length.total_seconds()) // 60, 24 * 60)
    hours, minutes = divmod(minutes, 60)
    clock = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    return "P" + (f"{days}D" if days else "") + (f"T{clock}" if clock else "")
