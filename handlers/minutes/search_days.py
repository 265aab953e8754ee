"""Which days an earlier meeting is looked for within: "i februari", "den 12 mars", "2025", "förra mötet"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date as Day

_MONTHS = (
    ("januari", "january", "jan"),
    ("februari", "february", "feb"),
    ("mars", "march", "mar"),
    ("april", "apr"),
    ("maj", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("augusti", "august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAMES = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")
_NAMED = re.compile(
    rf"(?:\b(?P<day>\d{{1,2}})(?:\s*(?:st|nd|rd|th|:?e|:?a))?\s+(?:of\s+)?)?\b(?P<month>{_NAMES})(?:mötet)?\b"
    rf"(?:\s+(?P<after>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?)?(?:,?\s*(?P<year>\d{{4}}))?(?:\s+(?P<last>förra\s+året"
    rf"|i\s+fjol|last\s+year))?",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"\b(?P<day>\d{1,2})/(?P<month>\d{1,2})\b")
_YEAR = re.compile(r"\b(?P<year>20\d{2})\b")
_LAST = re.compile(r"\b(?:förra|senaste|sista|föregående|last|latest|previous)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Days:
    """From one day to another; `last` when only the latest meeting of them is meant."""

    since: Day = Day.min
    until: Day = Day.max
    last: bool = False


def read_days(words: str, today: Day) -> Days | None:
    """Read within which days a meeting was held that is over by `today`; no words mean any, None is no day."""
    if not words.strip():
        return Days()
    iso = _ISO.search(words)
    if iso is not None:
        return _one_day(int(iso["year"]), int(iso["month"]), int(iso["day"]))
    named = _NAMED.search(words)
    if named is not None:
        month = _NUMBERS[named["month"].casefold()]
        day = int(named["day"] or named["after"] or 0)
        year = int(named["year"]) if named["year"] else _latest_year(month, day or 1, today) - bool(named["last"])
        return _one_day(year, month, day) if day else Days(Day(year, month, 1), _last_of(year, month))
    slashed = _SLASHED.search(words)
    if slashed is not None:
        day, month = int(slashed["day"]), int(slashed["month"])
        return _one_day(_latest_year(month, day, today), month, day)
    if _LAST.search(words):
        return Days(last=True)
    years = _YEAR.search(words)
    return Days(Day(int(years["year"]), 1, 1), Day(int(years["year"]), 12, 31)) if years else None


def _latest_year(month: int, day: int, today: Day) -> int:
    return today.year if (month, day) <= (today.month, today.day) else today.year - 1


def _one_day(year: int, month: int, day: int) -> Days | None:
    try:
        found = Day(year, month, day)
    except ValueError:
        return None
    return Days(found, found)


def _last_of(year: int, month: int) -> Day:
    return Day(year, month, monthrange(year, month)[1])
