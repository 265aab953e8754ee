"""Where in a sentence items of the agenda are named, whatever words stand around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from handlers.agenda.meant import entries_of
from handlers.command import Call
from meetings.agenda import Entry, by_number
from meetings.item_words import ABBREVIATED, WEAK, fit, likeness, words_of

_NUMBERED = re.compile(
    r"(?:\b(?:punkt(?:en|erna)?|item|number|nr|nummer|ärende)\s*|§\s*)(?P<number>\d{1,2})\b", re.IGNORECASE
)
_SPELT = re.compile(r"\b(?P<word>ettan|tvåan|trean|fyran|femman|sexan|sjuan|åttan|nian|tian)\b", re.IGNORECASE)
_SPELT_NUMBERS = ("ettan", "tvåan", "trean", "fyran", "femman", "sexan", "sjuan", "åttan", "nian", "tian")
# A bare number is an item only beside what tells where items stand: "4 före 3", "ordningen på 5 och 6".
_BARE = re.compile(
    r"(?:\A|(?<=före\s)|(?<=efter\s)|(?<=after\s)|(?<=before\s)|(?<=och\s)|(?<=and\s)|(?<=på\s)|(?<=till\s)|(?<=med\s)|(?<=to\s)|(?<=with\s))"
    r"(?P<number>\d{1,2}):?[ae]?n?(?=\s*(?:\Z|[.!?,]|och\b|and\b|med\b|with\b|mot\b|före\b|innan\b|efter\b|before\b|after\b|först\b|sist\b|first\b|last\b|istället\b|instead\b|tack\b|please\b))",
    re.IGNORECASE,
)
# "på dagordningen", "off the agenda": the list itself, and not the item in which it is gone through.
_THE_LIST = re.compile(
    r"\b(?:på|från|ur|av|till|i|off|from|on|to)\s+(?:the\s+|dagens\s+|mötets\s+)?(?:dagordn\w*|agenda\w*)",
    re.IGNORECASE,
)
_WIDEST = 3
"""How many words may stand between two words of the same title."""
_ENOUGH = 0.6
"""Which share of a title says it when no word of it is found in this title alone."""


class Mentioned(NamedTuple):
    """An item that is named, and where."""

    entry: Entry
    start: int
    end: int


def mentioned(text: str, call: Call, *, bare_numbers: bool = False) -> tuple[Mentioned, ...]:
    """Give the items that a text names by number or by words of their titles, in the order they stand in it."""
    entries = entries_of(call)
    text = _THE_LIST.sub(lambda found: " " * len(found[0]), text)
    found = [*_by_number(text, entries, _NUMBERED), *_spelt(text, entries)]
    if bare_numbers:
        found += _by_number(text, entries, _BARE)
    said = words_of(text)
    own = _telling(entries)
    for entry in entries:
        hits = [
            word
            for word in said
            if any(
                likeness(word.text, titled.text, word.dotted) >= ABBREVIATED for titled in words_of(entry.item.title)
            )
        ]
        clear = [
            word for word in hits if any(likeness(word.text, telling) >= ABBREVIATED for telling in own[entry.item.id])
        ]
        near = hits[:1]
        for word in hits[1:]:
            if text.count(" ", near[-1].end, word.start) > _WIDEST:
                break
            near.append(word)
        if hits and (clear or fit(near, entry.item.title).titled >= _ENOUGH):
            first = clear or near
            found.append(Mentioned(entry, min(one.start for one in first), max(one.end for one in first)))
    return _apart(found)


def _by_number(text: str, entries: Sequence[Entry], pattern: re.Pattern[str]) -> list[Mentioned]:
    named = ((by_number(one["number"], entries), one) for one in pattern.finditer(text))
    return [Mentioned(entry, one.start(), one.end()) for entry, one in named if entry is not None]


def _spelt(text: str, entries: Sequence[Entry]) -> list[Mentioned]:
    numbers = ((_SPELT_NUMBERS.index(one["word"].casefold()) + 1, one) for one in _SPELT.finditer(text))
    named = ((by_number(str(number), entries), one) for number, one in numbers)
    return [Mentioned(entry, one.start(), one.end()) for entry, one in named if entry is not None]


def _telling(entries: Sequence[Entry]) -> dict[str, tuple[str, ...]]:
    """Give the words of each title that are in no other, and that tell items apart."""
    words = {entry.item.id: {word.text for word in words_of(entry.item.title)} for entry in entries}
    return {
        id: tuple(
            word
            for word in own
            if word not in WEAK
            and len(word) > 2
            and not any(word in those for other, those in words.items() if other != id)
        )
        for id, own in words.items()
    }


def _apart(found: Sequence[Mentioned]) -> tuple[Mentioned, ...]:
    """Keep of those that lie over each other the longest, and of each item the first."""
    kept: list[Mentioned] = []
    for one in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    kept.sort(key=lambda m: m.start)
    first: dict[str, Mentioned] = {}
    for one in kept:
        first.setdefault(one.entry.item.id, one)
    return tuple(first.values())
