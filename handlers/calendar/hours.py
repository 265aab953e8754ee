"""The hours a meeting gets: as told, as a bare number beside its start or end, or by how much it is moved."""

from __future__ import annotations

import re
from datetime import time

from meetings.record import Meeting
from meetings.when import When

# "börjar 14", "starten till 14": a number that is an hour because a start or an end stands beside it.
_BARE_HOUR = re.compile(
    r"\b(?:vi|börjar|startar|start\w*|börja|ses|igång|gång|slutar|sluta|slutet|tid(?:en)?|till|redan|kl|klockan|starts?|starting|begins?|ends?|until|at|to|is|förlängs|kortas)"
    r"\s*:?\s*(?:redan\s+|först\s+|i\s?stället\s+|nu\s+|vid\s+|till\s+|kl\s+|at\s+)*(?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d))?(?![\w/]|[.:]\d)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:slutar|sluttid\w*|slutet|pågår|varar|håller\s+på|förläng\w*|korta\w*|dra\w*\s+ut|ends?|finish\w*|until|extend\w*|shorten\w*|runs?\s+(?:to|until))\b",
    re.IGNORECASE,
)
_BY_HOURS = re.compile(
    r"\b(?:(?P<half>en\s+halvtimme|halvtimme|half\s+an\s+hour|30\s+min\w*)|(?P<quarter>en\s+kvart|kvart|a\s+quarter|15\s+min\w*)|(?P<count>en|två|an|one|two|\d)\s+(?:timme|timmar|h|hours?))\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\b(?:tidigare|tidigarelägg\w*|tidigarelagt|earlier)\b", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?:senare|senarelägg\w*|senarelagt|skjut\w*|framskjut\w*|later|postpon\w*|push\w*|delay\w*)\b", re.IGNORECASE
)
_COUNTS = {"en": 1, "an": 1, "one": 1, "två": 2, "two": 2}
_OFFICE_BEGINS = 7


def new_hours(text: str, bare: str, clock: When | None, source: Meeting | None) -> tuple[time | None, time | None]:
    """Give the start and end that a sentence tells; an hour beside words of an end is the end.

    `bare` has blanks where dates stand; `clock` is the hour that was read as one.
    """
    start = clock.start if clock else _bare_hour(bare)
    end = clock.end if clock else None
    if start is None:
        return _by_hours(text, source), None
    if end is None and _ENDS.search(bare):
        return None, start
    return start, end


def _bare_hour(bare: str) -> time | None:
    found = _BARE_HOUR.search(bare)
    if found is None:
        return None
    hour = int(found["hour"])
    if hour < _OFFICE_BEGINS:
        hour += 12
    return time(hour, int(found["minute"] or 0)) if _OFFICE_BEGINS <= hour <= 21 else None


def _by_hours(text: str, source: Meeting | None) -> time | None:
    """Reckon "en timme senare" from the hour the meeting was to begin."""
    found = _BY_HOURS.search(text)
    if found is None or source is None or source.start is None:
        return None
    minutes = (
        30
        if found["half"]
        else 15
        if found["quarter"]
        else 60 * (_COUNTS.get(found["count"].casefold()) or int(found["count"]))
    )
    if _EARLIER.search(text):
        minutes = -minutes
    elif not _LATER.search(text):
        return None
    at = source.start.hour * 60 + source.start.minute + minutes
    return time(at // 60, at % 60) if 0 <= at < 24 * 60 else None
