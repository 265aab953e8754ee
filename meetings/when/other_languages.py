"""Read a single date in another language than Swedish and English, by dateparser, from a span already cut out."""

from __future__ import annotations

import datetime as dt

from meetings.when.result import Kind, When

_LONGEST = 40


def read_other(text: str, language: str, now: dt.datetime) -> When | None:
    """
    Read a short delimited text as one calendar date with day and month, in a language named by its two letters.

    Only the date is taken: dateparser's times are not safe. Nothing is read from longer or looser text.
    """
    words = text.strip()
    if not words or len(words) > _LONGEST or language in ("sv", "en"):
        return None
    import dateparser

    # With a number in it a relative reading is a count as often as a distance: «20 vuotta» is 20 years.
    parsers = ["absolute-time"] if any(letter.isdigit() for letter in words) else ["relative-time"]
    try:
        found = dateparser.parse(
            words,
            languages=[language],
            settings={
                "PARSERS": parsers,
                "REQUIRE_PARTS": ["day", "month"],
                "DATE_ORDER": "DMY",
                "PREFER_DATES_FROM": "future",
                "RELATIVE_BASE": now.replace(tzinfo=None),
            },
        )
    except (ValueError, OverflowError):
        return None
    if found is None:
        return None
    start = text.index(words)
    return When(Kind.DAY, text=words, span=(start, start + len(words)), date=found.date())
