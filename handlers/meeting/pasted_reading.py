"""Take pasted notes apart: what is told of the meeting before its items, and what stands under which heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time

from handlers.command import Call
from handlers.meeting.wording import Hours, told_hours
from meetings import when as dates
from meetings.agenda import Entry
from meetings.item_lead import read_lead
from meetings.words import fold

_NOTES = (
    r"(?:minnes|mötes)?anteckning(?:ar|arna|en)?|protokoll(?:et)?|noteringar(?:na)?|(?:meeting\ )?(?:notes|minutes)"
)
# "klistra in", "här är anteckningarna från mötet 12 maj:", "Minnesanteckningar Mysam Nordvik 12 maj 2026".
_PASTE = re.compile(r"\A\W*(?:klistrar?\s+in|inklistra(?:t|de)|paste(?:d)?)\b(?P<rest>[^\n]{0,120})\Z", re.IGNORECASE)
_HERE = re.compile(
    rf"""\A\W*(?:hej[\s!,.]+)?(?:här|nedan|detta|nu|here)\s+(?:är|kommer|följer|har\ ni|har\ du|are
      |is)\s+(?:nu\s+)?(?:alla\s+|mina\s+|våra\s+|the\s+|my\s+|our\s+)?
        (?:{_NOTES})\b(?P<rest>[^\n?]{{0,120}})\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_TITLE = re.compile(rf"\A[#*\s]*(?:{_NOTES})\b[^\n?!]{{0,100}}\Z", re.IGNORECASE)
_DONE = re.compile(
    r"\A\W*(?:klart?|slut|färdig(?:t)?|det\ var\ allt|det\ var\ alla|done|that's\ all|that\ is\ all|finished|end)\W*\Z",
    re.IGNORECASE | re.VERBOSE,
)
_ABOUT_MEETING = re.compile(
    r"\A[\s*#]*(?P<what>datum|dag|date|tid|tidpunkt|klockan|kl|time|plats|lokal|var|place|location|möte"
    r"|meeting|grupp|group)\s*(?:och\ tid|och\ plats|and\ time"
    r"|and\ place)?[\s*]*:[\s*]*(?P<value>[^\n]{1,120})\Z",
    re.IGNORECASE | re.VERBOSE,
)
_SIGNED = re.compile(
    r"\A\W*(?:vid\ (?:anteckningarna|pennan|protokollet)|antecknat\ av|sekreterare|ordförande"
    r"|mötesordförande|note[- ]?taker|chair|minutes\ by|notes\ by|taken\ by)\s*:?[^\n]{0,60}\Z",
    re.IGNORECASE | re.VERBOSE,
)
_NUMBERED = re.compile(
    r"\A(?P<indent>\s*)(?:\*\*)?(?:(?:punkt|item|§)\s*)?(?P<number>\d{1,3})\s*[.):]?(?:\s+|\Z)(?P<title>[^\n]*)\Z",
    re.IGNORECASE,
)
_MARKED = re.compile(r"\A\s*(?:#{1,4}\s+(?P<hash>[^\n]{1,120}?)\s*#*|\*\*(?P<bold>[^*\n]{1,120})\*\*:?)\s*\Z")
_BULLET = re.compile(r"\A\s*[-*•–]\s+\S")
_LABEL = re.compile(
    r"\A\W*(?:närvar\w*|deltagar\w*|frånvar\w*|förhinder|beslut\w*|uppgift\w*|åtgärd\w*|att\ göra|todo"
    r"|nästa\ möte\w*|bilag\w*|present|absent|apologies|attend\w*|decisions?|actions?|tasks?"
    r"|next\ meeting)\W*\Z",
    re.IGNORECASE | re.VERBOSE,
)
_HOURS = ("tid", "tidpunkt", "klockan", "kl", "time")
_WORDS_IN_A_TITLE = 10
_HEAD_LINES = 8


@dataclass
class Part:
    """Lines under one heading; None: before the first. `entry` is the item of the agenda that the heading names."""

    title: str | None
    entry: Entry | None
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Pasted:
    """Notes as they were read: the day, hours and place they tell, and their parts."""

    lines: tuple[str, ...]
    day: date | None = None
    hours: Hours = Hours()
    place: str | None = None


def begins(first: str, following: int, call: Call) -> str | None:
    """Give what a first line says of the notes that follow it, None when it announces none."""
    found = _PASTE.match(first)
    if found is not None and (call.private or call.addressed or following):
        return found["rest"]
    found = _HERE.match(first)
    if found is not None and following >= 2:
        return found["rest"]
    return first if following >= 4 and _TITLE.match(first) else None


def is_done(text: str) -> bool:
    """Tell whether somebody says that she has sent all of her notes."""
    return _DONE.match(text) is not None


def read_head(announced: str, lines: Sequence[str], call: Call) -> Pasted:
    """Read the day, hours and place of the meeting, and leave out the lines that tell no more than that."""
    day = _past_day(announced, call)
    hours = _hours(announced, call)
    place: str | None = None
    kept: list[str] = []
    for number, line in enumerate(lines):
        about = _ABOUT_MEETING.match(line) if number < _HEAD_LINES else None
        heading = number < _HEAD_LINES and _TITLE.match(line) is not None and len(line.split()) < _WORDS_IN_A_TITLE
        if about is not None or heading:
            what = fold(about["what"]) if about is not None else ""
            day = day or _past_day(line, call)
            at = f"kl {about['value']}" if about is not None and what in _HOURS else line
            hours = _joined(hours, _hours(at, call))
            if about is not None and what in ("plats", "lokal", "var", "place", "location"):
                place = about["value"].strip(" *.")
            continue
        if _SIGNED.match(line):
            continue
        told = told_hours(line.strip(" -*•"), call)
        if told is not None and len(line.split()) < _WORDS_IN_A_TITLE:
            hours = _joined(told, hours)
            continue
        kept.append(line)
    return Pasted(tuple(kept), day, hours, place)


def parts_of(lines: Sequence[str], entries: Sequence[Entry]) -> tuple[Part, ...]:
    """Part the lines by the headings among them; a numbered list inside an item is none."""
    parts = [Part(None, None)]
    expected = 1
    listed = 0
    for place, line in enumerate(lines):
        after = lines[place + 1] if place + 1 < len(lines) else ""
        title, number = _heading(line, after, entries, expected, listed)
        if title is None:
            found = _NUMBERED.match(line)
            listed = int(found["number"]) if found else (listed if _BULLET.match(line) else 0)
            parts[-1].lines.append(line)
            continue
        expected = number + 1 if number else expected
        listed = 0
        lead = read_lead(f"{title}:", entries)
        named, rest = _parted(title)
        entry = lead[0] if lead is not None and lead[1] else None
        if entry is None and rest:
            lead = read_lead(f"{named}:", entries)
            entry = lead[0] if lead is not None and lead[1] else None
        else:
            rest = rest if entry is None or fold(entry.item.title) == fold(named) else ""
            named = named if rest else title
        parts.append(Part(named, entry, [rest] if rest else []))
    return tuple(parts)


def _heading(line: str, after: str, entries: Sequence[Entry], expected: int, listed: int) -> tuple[str | None, int]:
    marked = _MARKED.match(line)
    bare = (marked["hash"] or marked["bold"]).strip(" :") if marked else line.strip()
    if _LABEL.match(bare):
        return None, 0
    numbered = _NUMBERED.match(bare if marked else line)
    if numbered is not None:
        number, title = int(numbered["number"]), numbered["title"].strip(" *")
        known = read_lead(f"{_parted(title)[0]}:", entries) if title else None
        sure = marked is not None or (known is not None and known[1] > 0)
        goes_on = listed and number == listed + 1 and _next_number(after) == number + 1
        fits = number == expected and not numbered["indent"] and _is_title(_parted(title)[0]) and not goes_on
        return (title, number) if title and (sure or fits) else (None, 0)
    if marked is not None:
        return bare, 0
    if _BULLET.match(line) or line[:1].isspace():
        return None, 0
    lead = read_lead(line, entries)
    if lead is not None and lead[1]:
        return bare.rstrip(":") if lead[1] >= len(line) else bare, 0
    alone = bare.endswith(":") and _BULLET.match(after) and expected == 1 and len(bare.split()) <= 6
    return (bare.rstrip(":"), 0) if alone else (None, 0)


def _next_number(line: str) -> int:
    found = _NUMBERED.match(line)
    return int(found["number"]) if found else 0


def _is_title(text: str) -> bool:
    return 0 < len(text.split()) <= _WORDS_IN_A_TITLE and not text.endswith((".", ",", ";", "?"))


def _parted(title: str) -> tuple[str, str]:
    """Part a heading from what is said on its line: "Lokaler: vi flyttar i maj"."""
    named, colon, rest = title.partition(": ")
    return (named.strip(" *:"), rest.strip()) if colon else (title.strip(" *:"), "")


def _past_day(text: str, call: Call) -> date | None:
    """Give the day a text tells, in the year that makes it one that has been."""
    found = dates.find(text, call.now, language=call.record.group.language)
    day = next((one.date for one in found if one.date is not None), None)
    if day is not None and day > call.now.date():
        earlier = (
            day.replace(year=day.year - 1, day=min(day.day, 28)) if day.month == 2 else day.replace(year=day.year - 1)
        )
        booked = any(meeting.date == day for meeting in call.record.meetings.values())
        return day if booked and earlier.year != day.year and _no_meeting(earlier, call) else earlier
    return day


def _no_meeting(day: date, call: Call) -> bool:
    return not any(meeting.date == day for meeting in call.record.meetings.values())


def _hours(text: str, call: Call) -> Hours:
    found = dates.find(text, call.now, language=call.record.group.language)
    span = next((one for one in found if one.start is not None), None)
    return Hours(span.start, span.end) if span is not None else Hours()


def _joined(first: Hours, second: Hours) -> Hours:
    opened: time | None = first.opened or second.opened
    closed: time | None = first.closed or second.closed
    return Hours(opened, closed)
