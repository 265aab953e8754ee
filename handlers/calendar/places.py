"""Where a meeting is to be held from now on, found beside the words that tell of a change."""

from __future__ import annotations

import re
from typing import NamedTuple

from handlers.calendar.clauses import capital_place
from handlers.calendar.cue_vocabulary import (
    A_MEETING,
    BARE_PLACE_LABEL,
    CHANGES,
    FRAME,
    HOUSES,
    ONLINE,
    PLACE_LABEL,
    SITS,
)

_WORD = re.compile(r"[^\W_][\w'&/-]*")
_STOP = re.compile(
    r"[.;!?()\n]|\s[–-]\s|,\s*(?=(?:"
    r"vi|jag|det|så|samma|men|och|inte|tid|välkomna|ses|we|same|but|and|not|so|see)\b)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*,?\s*\b(?:i\s?stället|instead|tack|please|thanks|nu|now|då|den\s+här\s+gången|this\s+time|för\s+(?:mötet|nästa\s+möte|alla)"
    r"|for\s+(?:the|our)\s+(?:next\s+)?meeting|som\s+(?:vanligt|plats|lokal)|on|på|kl|och|and|at|for|för|the|den|in)\W*\Z",
    re.IGNORECASE,
)
_FOR = re.compile(r"\s+(?:för|till|for|at|hos)\s+[^:.]*?\b(?:är|blir|is|will\s+be)\b", re.IGNORECASE)
_BECOMES = re.compile(
    r"\b(?:blir|tar|kör|får|väljer|'ll\s+be|'ll\s+use|is|use|take)\s+(?:vi\s+|det\s+|nu\s+)*(?=[A-ZÅÄÖ])"
)
_STAYS = re.compile(r"\b(?:håller\s+(?:vi\s+)?till|vi\s+sitter|sitter\s+vi)\b", re.IGNORECASE)
_THEN = re.compile(
    r"\s*[,.–-]?\s*(?:så\s+|och\s+|so\s+|and\s+)?(?:det|vi|mötet|we|it)(?:\s+(?:blir|är|ses|kör|sitter|are|is|will\s+be)|'re|'ll\s+be)\s+(?:(?:i|på|in|at)\s+)?",
    re.IGNORECASE,
)
_LONGEST = 6


class Place(NamedTuple):
    """A place as it stands in a text."""

    text: str
    start: int
    end: int


def find_place(text: str, *, ours: bool, lacking: str = "") -> Place | None:
    """Give the place a meeting is moved to. `text` has blanks where its dates stand.

    After a label ("ny lokal:") it is what follows; after "vi sitter i" it must have a capital or be a kind of house,
    and a change be told. `ours` tells that the group or its meeting is what the sentence is about; `lacking` is what
    was said of the place that is not to be had.
    """
    label = PLACE_LABEL.search(text)
    if label is not None:
        told = _FOR.match(text, label.end()) or _THEN.match(text, label.end())
        return _after(text, told.end() if told else label.end(), free=label["is"] is None) or _before(
            text, label.start()
        )
    bare = BARE_PLACE_LABEL.match(text)
    if bare is not None:
        return _after(text, bare.end(), free=True)
    if lacking and any(HOUSES.search(word) for word in _WORD.findall(lacking)):
        becomes = _BECOMES.search(text)
        if becomes is not None:
            return _after(text, becomes.end(), free=False)
    if not ours or not (CHANGES.search(text) or A_MEETING.search(text) or _STAYS.search(text)):
        return None
    for sits in SITS.finditer(text):
        found = _after(text, sits.end(), free=False)
        if found is not None:
            return found
    online = ONLINE.search(text)
    if online is None:
        return None
    return Place(capital_place(online["place"]), *online.span())


def _after(text: str, begin: int, *, free: bool) -> Place | None:
    """Give the words that follow, past those of the frame, as far as the sentence is about the place."""
    stop = _STOP.search(text, _first_word(text, begin))
    end = stop.start() if stop else len(text)
    words = list(_WORD.finditer(text, begin, end))
    while words and words[0][0].casefold() in FRAME and not _is_room(words):
        if not free:
            break
        words.pop(0)
    if not words:
        return None
    article = 1 if words[0][0].casefold() == "the" else 0
    if not free and not (len(words) > article and _named(words, article)):
        return None
    first = words[0].start()
    if free and re.search(r"\bthe\s+\Z", text[:first], re.IGNORECASE):
        first = text.casefold().rindex("the", 0, first)
    gap = re.search(r"\s{3,}", text[first:end])
    chunk = text[first : first + gap.start() if gap else end]
    for _ in range(_LONGEST):
        chunk = _AFTER.sub("", chunk)
    kept = list(_WORD.finditer(chunk))
    if not free:
        # Only the name itself: what follows it in small letters is something else.
        last = 0
        for number, word in enumerate(kept):
            if number <= article or word[0][:1].isupper() or word[0].isdigit() or HOUSES.search(word[0]):
                last = number
            elif not re.match(r"(?:i|på|of|in|och|hos|sal|rum|lokal)\Z", word[0]):
                break
        chunk = chunk[: kept[last].end()] if kept else ""
    chunk = chunk.strip(" ,:–-\"”“'")
    if not chunk or len(chunk.split()) > _LONGEST:
        return None
    return Place(capital_place(chunk), first, first + len(chunk))


def _first_word(text: str, begin: int) -> int:
    found = _WORD.search(text, begin)
    return found.start() if found else len(text)


def _is_room(words: list[re.Match[str]]) -> bool:
    """Tell "sal Eken" and "rum 4" from the words alone."""
    return bool(
        len(words) > 1
        and re.fullmatch(r"(?:sal|rum|lokal|room|konferensrum)", words[0][0], re.IGNORECASE)
        and (words[1][0][:1].isupper() or words[1][0].isdigit())
    )


def _named(words: list[re.Match[str]], number: int) -> bool:
    word = words[number][0]
    if word[0].isupper() or HOUSES.search(word) or ONLINE.fullmatch(word):
        return True
    return len(words) > number + 1 and HOUSES.search(words[number + 1][0]) is not None and word.casefold() not in FRAME


def _before(text: str, end: int) -> Place | None:
    """Give the name a sentence begins with: "Rådhuset blir ny lokal"."""
    found = re.match(
        r"\W*(?P<place>[^,.:;!?]{2,60}?)\s+(?:blir|är|is|will\s+be)\s+(?:vår\s+|mötets\s+|our\s+|the\s+)?\Z",
        text[:end],
        re.IGNORECASE,
    )
    if found is None or not found["place"][0].isupper():
        return None
    return Place(found["place"], *found.span("place"))
