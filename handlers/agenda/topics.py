"""Find the topic of a wish for the agenda by taking away the words that frame it, whatever their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from handlers.agenda.topic_vocabulary import (
    ABOUT,
    ASKS_FOR,
    HANDLING,
    LENGTH,
    NEW_ITEM,
    NO_WISH,
    PASSING,
    PUTS,
    ROOM_FOR,
    SOFT,
    SPOKEN_MINUTES,
    TAKES_UP,
    THE_AGENDA,
    THE_MEETING,
    TREATING,
    WHO_WISHES,
    WISHING,
)
from meetings.sieve import Sifted

_WORD = re.compile(r"[^\W_]+(?:['’.:/-][^\W_]+)*|&")
_LONGEST = 14
"""Words: a topic is a name for something, and what is longer is a story."""
_FRAME = WISHING | TREATING | HANDLING | PASSING
_LABEL = re.compile(r"\A[^:\n]{3,60}:\s+(?=\S)|\A[^–\n]{3,60}\s[–-]\s+(?=\S)")
_STOPS = re.compile(r"[,;!?.]\s+(?=\S)|\s[–-]\s")


class Topic(NamedTuple):
    """A topic as it stands in a text, from `start` to `end`, and how many minutes it is to take."""

    text: str
    start: int
    end: int
    minutes: int | None = None


class _Word(NamedTuple):
    text: str
    start: int
    end: int
    framed: bool


TOPIC_CUES = (THE_AGENDA, THE_MEETING, ROOM_FOR, ASKS_FOR)
"""What names the agenda, a meeting or time for something."""
_GLANCES = tuple(Sifted(cue) for cue in TOPIC_CUES)


def may_hold_topic(text: str) -> bool:
    """Tell at a glance whether a text names the agenda, a meeting or time for something."""
    return any(cue.search(text) for cue in _GLANCES)


def find_topic(text: str, *, addressed: bool) -> Topic | None:
    """Give the topic that a sentence wishes to have on the agenda; None where it is no such wish.

    It is one when the agenda is named beside a wish, or when something is to be treated at the meeting. To the bot
    itself a wish is enough.
    """
    if NO_WISH.search(text):
        return None
    agenda = [found.span() for found in THE_AGENDA.finditer(text)]
    meeting = [found.span() for found in THE_MEETING.finditer(text)]
    length = LENGTH.search(text)
    who = [found.span() for found in WHO_WISHES.finditer(text)]
    words = list(_words(text, [*agenda, *meeting, *who, *([length.span()] if length else [])]))
    labelled = _LABEL.match(text) is not None
    named, tied = bool(agenda), bool(meeting or length)
    if not ((named or meeting) if labelled else _enough(text, words, named, tied, addressed)):
        return None
    found = _topic(text, words, labelled)
    if found is None:
        return None
    return found._replace(minutes=_minutes(length))


def _enough(text: str, words: list[_Word], agenda: bool, tied: bool, addressed: bool) -> bool:
    """Tell whether what frames a topic makes a wish of it."""
    said = {word.text for word in words if word.framed}
    room = ROOM_FOR.search(text) is not None
    wished = room or bool(said & WISHING)
    treated = room or bool(said & TREATING) or TAKES_UP.search(text) is not None
    put = PUTS.search(text) is not None
    return (
        (agenda and (wished or treated or NEW_ITEM.match(text) is not None))
        or (tied and (wished or "jag" in said or "i" in said) and treated)
        or (tied and put)
        or (addressed and (put or wished and treated))
        or (treated and ASKS_FOR.search(text) is not None)
        or room
    )


def _words(text: str, taken: list[tuple[int, int]]) -> Iterator[_Word]:
    for found in _WORD.finditer(text):
        inside = any(start <= found.start() < end for start, end in taken)
        word = found[0].casefold()
        yield _Word(word, found.start(), found.end(), inside or word in _FRAME)


def _topic(text: str, words: list[_Word], labelled: bool) -> Topic | None:
    """Give the longest row of words that frame nothing; soft words hold such rows together."""
    label = _LABEL.match(text) if labelled else None
    begin = label.end() if label is not None else 0
    rows: list[list[_Word]] = [[]]
    last = 0
    for word in words:
        if word.start < begin:
            continue
        if rows[-1] and _STOPS.search(text, last, word.start):
            rows.append([])
        if not word.framed or (rows[-1] and word.text in SOFT):
            rows[-1].append(word)
        elif rows[-1]:
            rows.append([])
        last = word.end
    rows = [trimmed for row in rows if (trimmed := _trimmed(row))]
    if not rows:
        return None
    places = {word.start: place for place, word in enumerate(words)}

    def weight(row: list[_Word]) -> int:
        before = words[places[row[0].start] - 1].text if places[row[0].start] else ""
        return sum(not word.framed for word in row) + (2 if before in ABOUT else 0)

    best = rows[0] if label is not None else max(rows, key=weight)
    if len(best) > _LONGEST:
        return None
    return Topic(text[best[0].start : best[-1].end], best[0].start, best[-1].end)


def _trimmed(row: list[_Word]) -> list[_Word]:
    while row and row[-1].framed:
        row = row[:-1]
    while row and row[0].framed:
        row = row[1:]
    return row


def _minutes(length: re.Match[str] | None) -> int | None:
    if length is None:
        return None
    return int(length["figure"]) if length["figure"] else SPOKEN_MINUTES[" ".join(length["word"].casefold().split())]
