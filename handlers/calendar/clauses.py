"""A text about meetings in clauses, and what stands in one: a day that was and one that will be, a place, a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from handlers.calendar import wording as say
from meetings.record import Meeting
from meetings.when import Kind, Trouble, When


@dataclass(frozen=True)
class Clause:
    """A stretch of a text with its own verb; its dates have spans in the whole text."""

    text: str
    begin: int
    dates: tuple[When, ...]

    @property
    def span(self) -> tuple[int, int]:
        return self.begin, self.begin + len(self.text)


def clauses_of(text: str, dates: Sequence[When]) -> list[Clause]:
    """Part a text into clauses; a date is never cut."""
    inside = [when.span for when in dates]
    clauses: list[Clause] = []
    begin = 0
    cuts = [cut for cut in say.CUT.finditer(text) if not any(a < cut.end() and cut.start() < b for a, b in inside)]
    for start, end in [*((cut.start(), cut.end()) for cut in cuts), (len(text), len(text))]:
        if text[begin:start].strip():
            own = tuple(when for when in dates if begin <= when.span[0] < start)
            clauses.append(Clause(text[begin:start], begin, own))
        begin = end
    return clauses


def from_to(dates: Sequence[When]) -> list[When]:
    """Part "den 10/11 till 12/11" in the day that was and the day that will be."""
    found: list[When] = []
    for when in dates:
        pair = when.kind is Kind.SEVERAL and len(when.parts) == 2
        found += [replace(part, span=when.span) for part in when.parts] if pair else [when]
    return found


def red_day(when: When | None) -> str | None:
    """Give the name of the red day that a date falls on."""
    return (
        next((problem.detail for problem in when.problems if problem.trouble is Trouble.RED_DAY), None)
        if when
        else None
    )


def name_in(words: str) -> str:
    """Give the name that words give a meeting, without what leads to it."""
    words = re.sub(r"\A(?:om\s+till|till|för|to)\s+", "", words.strip(' .,;:!?"”“'), flags=re.IGNORECASE)
    words = re.sub(r"\s+(?:i\s?stället|i\s+stället|instead|tack|please)\Z", "", words, flags=re.IGNORECASE)
    return words.strip(' .,;:!?"”“')


def place_after(text: str, when: When) -> str | None:
    """Give the place that stands right after a date."""
    found = say.PLACE.match(text[when.span[1] :])
    if found is None:
        return None
    place = (found["place"] or found["bare"]).strip(" ,")
    return (
        None
        if re.match(r"(?:och|samma|vanlig|stället|i|på|plats|grund|tid|nytt)\b", place, re.IGNORECASE)
        else capital_place(place)
    )


def capital_place(place: str) -> str:
    """Write a service's name with its capital."""
    return place[:1].upper() + place[1:] if place.casefold() in ("teams", "zoom", "skype", "digitalt") else place


def shifted(meeting: Meeting, start: time) -> time | None:
    """Give the end of a meeting that is as long as before and begins at another hour."""
    assert meeting.start is not None
    assert meeting.end is not None
    minutes = start.hour * 60 + start.minute + meeting.end.hour * 60 + meeting.end.minute
    minutes -= meeting.start.hour * 60 + meeting.start.minute
    return time(minutes // 60, minutes % 60) if 0 <= minutes < 24 * 60 else None
