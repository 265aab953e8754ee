"""Read recurrence, and expand it: varje måndag, varannan torsdag, första tisdagen i månaden, 2 ggr/termin."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from meetings.when.clock import read_clock
from meetings.when.line import Hit, Line
from meetings.when.result import Kind, Precision, When
from meetings.when.tokens import Shape
from meetings.when.vocabulary import (
    FREQUENCY_UNITS,
    FREQUENCY_WORDS,
    LAST_WORDS,
    MONTHS,
    WEEKDAY_PLURALS,
    WEEKDAYS,
    word_set,
)

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_EVERY = frozenset({"varje", "var", "every", "each", "vart"})
_EVERY_OTHER = frozenset({"varannan", "vartannat"})
COUNTED = word_set("gång gånger ggr ggn g gg möten möte träffar sammanträden times time meetings tillfällen")
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_AND = frozenset({"och", "and", "samt", "&"})
_PARITY = {"jämna": "EVENWEEKS", "jämn": "EVENWEEKS", "even": "EVENWEEKS"}
_PARITY |= dict.fromkeys(("udda", "ojämna", "ojämn", "odd"), "ODDWEEKS")
_RULES = {
    "YEAR": ("YEARLY", 1),
    "HALFYEAR": ("MONTHLY", 6),
    "QUARTER": ("MONTHLY", 3),
    "MONTH": ("MONTHLY", 1),
    "WEEK": ("WEEKLY", 1),
    "DAY": ("DAILY", 1),
}
_PLURAL_UNITS = {
    **dict.fromkeys(("veckor", "weeks"), "WEEK"),
    **dict.fromkeys(("månader", "months"), "MONTH"),
    **dict.fromkeys(("dagar", "days"), "DAY"),
    **dict.fromkeys(("år", "years"), "YEAR"),
}
_LARGEST = 52


def read_rhythm(line: Line, place: int) -> Hit | None:
    """Read a recurrence with the weekdays and the time of day that belong to it."""
    first = place
    place += line.word(place) in ("på", "on") and line.word(place + 1) in WEEKDAY_PLURALS
    found = (
        _word(line, place)
        or _parity(line, place)
        or _nth_in_month(line, place)
        or _day_in_month(line, place)
        or _every(line, place)
        or _plural(line, place)
        or _times(line, place)
    )
    if found is None:
        return None
    rule, place = found
    rule, place = _with_weekdays(line, rule, place)
    when = When(Kind.RECURRENCE, rule=rule, precision=Precision.NONE)
    clock_place = place + (line.at(place).text == ",")
    clock = read_clock(line, clock_place) if not rule.startswith("FREQ:") else None
    if clock is not None and clock.when.start is not None and not clock.when.problems:
        start = clock.when.start
        when = replace(when, start=start, end=clock.when.end)
        if rule.startswith("FREQ="):
            when = replace(when, rule=f"{rule};BYHOUR={start.hour};BYMINUTE={start.minute}")
        place = clock.next
    return Hit(when, first, place)


def occurrences(rule: str, start: dt.datetime, count: int) -> tuple[dt.datetime, ...]:
    """
    Give the first occurrences on or after a start, in the wall time of the start.

    A frequency without a pattern («2 ggr/termin», `FREQ:2/TERM`) has none.
    """
    if rule.startswith("FREQ:") or count < 1:
        return ()
    parity, _, rest = rule.partition(";")
    if parity in ("EVENWEEKS", "ODDWEEKS"):
        return _in_weeks(start, count, 0 if parity == "EVENWEEKS" else 1, rest)
    from dateutil.rrule import rrulestr

    zone = start.tzinfo
    found = rrulestr(rule.removeprefix("RRULE:"), dtstart=start.replace(tzinfo=None)).xafter(
        start.replace(tzinfo=None), count=count, inc=True
    )
    return tuple(moment.replace(tzinfo=zone) for moment in found)


def _in_weeks(start: dt.datetime, count: int, odd: int, rest: str) -> tuple[dt.datetime, ...]:
    """Count by the number of the week: a year of 53 weeks shifts the rhythm."""
    codes = rest.removeprefix("BYDAY=").split(",") if rest else [_CODES[start.weekday()]]
    wanted = {_CODES.index(code) for code in codes if code in _CODES}
    found: list[dt.datetime] = []
    day = start
    while wanted and len(found) < count and day.year < 9999:
        if day.isocalendar().week % 2 == odd and day.weekday() in wanted:
            found.append(day)
        day += dt.timedelta(days=1)
    return tuple(found)


def _rule(unit: str, every: int = 1, more: str = "") -> str:
    if unit == "TERM":
        return f"FREQ:1/{every}TERMS" if every > 1 else "FREQ:1/TERM"
    frequency, size = _RULES[unit]
    interval = f";INTERVAL={size * every}" if size * every > 1 else ""
    return f"FREQ={frequency}{interval}{more}"


def _word(line: Line, place: int) -> tuple[str, int] | None:
    rule = FREQUENCY_WORDS.get(line.word(place))
    return (rule, place + 1) if rule else None


def _parity(line: Line, place: int) -> tuple[str, int] | None:
    rule = _PARITY.get(line.word(place))
    if rule and line.word(place + 1) in ("veckor", "vecka", "weeks", "week"):
        return rule, place + 2
    return None


def _interval(line: Line, place: int) -> tuple[int, int] | None:
    """Read «varje», «varannan», «var tredje», «every other», «every two» as 1, 2, 3 …"""
    word = line.word(place)
    if word in _EVERY_OTHER:
        return 2, place + 1
    if word not in _EVERY:
        return None
    following = line.word(place + 1)
    if following in ("other", "annan", "annat"):
        return 2, place + 2
    nth = line.ordinal(place + 1)
    if nth and 1 < nth <= _LARGEST:
        return nth, place + 2
    number = line.number(place + 1)
    if number and word in ("every", "var") and 1 < number <= _LARGEST:
        return number, place + 2
    return (1, place + 1) if word in ("varje", "every", "each") else None


def _every(line: Line, place: int) -> tuple[str, int] | None:
    found = _interval(line, place)
    if found is None:
        return None
    every, place = found
    word = line.word(place)
    if word in WEEKDAYS:
        days, place = _weekdays(line, place)
        return _rule("WEEK", every, f";BYDAY={days}"), place
    if word in ("vardag", "weekday"):
        return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", place + 1
    unit = FREQUENCY_UNITS.get(word) or _PLURAL_UNITS.get(word)
    if unit is None:
        return None
    if unit == "YEAR" and line.word(place + 1) in ("i", "in") and (month := MONTHS.get(line.word(place + 2))):
        return _rule(unit, every, f";BYMONTH={month}"), place + 3
    return _rule(unit, every), place + 1


def _weekdays(line: Line, place: int) -> tuple[str, int]:
    codes: list[str] = []
    while True:
        word = line.word(place)
        number = WEEKDAYS.get(word, WEEKDAY_PLURALS.get(word))
        if number is None:
            return ",".join(codes), place
        if _CODES[number] not in codes:
            codes.append(_CODES[number])
        place += 1
        mark = line.word(place) in _AND or line.at(place).text == ","
        following = line.word(place + 1)
        if not (mark and (following in WEEKDAYS or following in WEEKDAY_PLURALS)):
            return ",".join(codes), place
        place += 1


def _plural(line: Line, place: int) -> tuple[str, int] | None:
    if line.word(place) not in WEEKDAY_PLURALS:
        return None
    days, place = _weekdays(line, place)
    return _rule("WEEK", 1, f";BYDAY={days}"), place


def _with_weekdays(line: Line, rule: str, place: int) -> tuple[str, int]:
    """Read «varannan vecka *på torsdagar*» and «tisdagar *jämna veckor*»."""
    after = place + (line.at(place).text == ",")
    if rule.startswith("FREQ=WEEKLY") and "BYDAY" in rule:
        if (parity := _parity(line, after)) and "INTERVAL" not in rule:
            return f"{parity[0]};{rule[rule.index('BYDAY') :]}", parity[1]
        if (found := _interval(line, after)) and line.word(found[1]) in ("vecka", "week"):
            return _rule("WEEK", found[0], f";{rule[rule.index('BYDAY') :]}"), found[1] + 1
        return rule, place
    takes = rule.startswith("FREQ=WEEKLY") or rule in ("EVENWEEKS", "ODDWEEKS")
    after += line.word(after) in ("på", "on")
    if takes and (line.word(after) in WEEKDAY_PLURALS or line.word(after) in WEEKDAYS):
        if line.at(after + 1).shape in (Shape.DAY_MONTH, Shape.DATE):
            return rule, place
        days, after = _weekdays(line, after)
        return f"{rule};BYDAY={days}", after
    return rule, place


def _month_interval(line: Line, place: int) -> tuple[int, int] | None:
    """Read «i varje månad», «i månaden», «varannan månad», «of the month», «varje kvartal» as months."""
    place += line.word(place) in ("i", "of", "in", "per")
    if after := line.words_at(place, "the", "month") or line.words_at(place, "månaden"):
        return 1, after
    if line.word(place) == "månad" and line.word(place - 1) == "per":
        return 1, place + 1
    found = _interval(line, place)
    if found is None:
        return None
    every, place = found
    unit = FREQUENCY_UNITS.get(line.word(place)) or _PLURAL_UNITS.get(line.word(place))
    if unit in ("MONTH", "QUARTER", "HALFYEAR"):
        return every * _RULES[unit][1], place + 1
    return None


def _nth_in_month(line: Line, place: int) -> tuple[str, int] | None:
    place += line.word(place) in ("den", "the", "på", "on")
    place += line.word(place) in ("den", "the")
    nths: list[int] = []
    while True:
        nth = -1 if line.word(place) in LAST_WORDS else line.ordinal(place)
        if not nth or nth > 5:
            return None
        nths.append(nth)
        place += 1
        if line.word(place) not in _AND or len(nths) > 4:
            break
        place += 1
    weekday = WEEKDAYS.get(line.word(place))
    if weekday is None:
        return None
    months = _month_interval(line, place + 1)
    if months is None:
        return None
    days = ",".join(f"{nth}{_CODES[weekday]}" for nth in nths)
    interval = f";INTERVAL={months[0]}" if months[0] > 1 else ""
    return f"FREQ=MONTHLY{interval};BYDAY={days}", months[1]


def _day_in_month(line: Line, place: int) -> tuple[str, int] | None:
    if line.word(place) not in ("den", "the"):
        return None
    day = -1 if line.word(place + 1) in LAST_WORDS else line.ordinal(place + 1)
    if day is None and line.at(place + 1).shape is Shape.NUMBER:
        day = line.at(place + 1).values[0]
    if not day or not -1 <= day <= 31:
        return None
    months = _month_interval(line, place + 2 + (line.word(place + 2) in ("dagen", "day")))
    if months is None:
        return None
    interval = f";INTERVAL={months[0]}" if months[0] > 1 else ""
    return f"FREQ=MONTHLY{interval};BYMONTHDAY={day}", months[1]


def _times(line: Line, place: int) -> tuple[str, int] | None:
    """Read «2 ggr/termin», «fyra möten per år», «en gång i månaden», «twice a year»."""
    count = _TIMES.get(line.word(place))
    after = place + 1
    if count is None:
        count = line.number(place, 400)
        if not count or line.word(after) not in COUNTED:
            return None
        after += 1
    per = line.word(after) in ("per", "om", "i", "a", "an", "varje", "every", "each", "in")
    if not per and line.at(after).text != "/":
        return None
    unit = FREQUENCY_UNITS.get(line.word(after + 1))
    if unit is None:
        return None
    if count == 1 and unit != "TERM":
        return _rule(unit), after + 2
    return f"FREQ:{count}/{unit}", after + 2
