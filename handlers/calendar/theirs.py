"""Whether a sentence is about another body's meeting, or one of the writer's own."""

from __future__ import annotations

import re

from handlers.calendar.cue_vocabulary import A_MEETING, FRAME
from handlers.command import Call

_MEETING = r"(?:möte|sammanträde|träff|avstämning|meeting)"
_GENITIVE = re.compile(rf"(?<![\w'])(?P<who>[^\W\d_][\w-]*(?:s|'s|:s))\s+(?:\w+\s+)?(?={_MEETING})", re.IGNORECASE)
_COMPOUND = re.compile(
    r"(?<![\w-])(?P<of>[\w-]{2,}?)-?(?:möte|sammanträde|träff|avstämning)(?:t|n|et|en|na|s)*(?!\w)", re.IGNORECASE
)
_ENGLISH = re.compile(r"(?<![\w'])(?P<of>[a-z-]+)\s+meetings?\b", re.IGNORECASE)
_WITH = re.compile(
    rf"\b{_MEETING}\w*\s+(?:(?:med|hos|mellan|with|between)\s+(?!(?:oss|er|alla|hela|gruppen|us|you|everyone|all|samma|the\s+group)\b)\w"
    r"|i\s+\w*(?:nämnd|styrelse|utskott|råd|förbund|förening|klubb)\w*)",
    re.IGNORECASE,
)
_OWN = re.compile(
    rf"\b(?:sitt|sina|sin|deras|hans|hennes|min|mitt|mina|din|ditt|their|his|her|my|your)\s+(?:\w+\s+)?{_MEETING}",
    re.IGNORECASE,
)
_THEY = re.compile(r"\A\W*(?:de|dom|han|hon|they|he|she)\s+[^\W\d_]", re.IGNORECASE)
_WHEN = re.compile(
    r"(?:(?:mån|tis|ons|tors|tor|fre|lör|sön)dag|idag|imorgon|dag|vecka|månad|år|höst|vår|sommar|vinter|termin|januari|februari|mars|april|maj|juni|juli|augusti"
    r"|september|oktober|november|december|(?:mon|tues|wednes|thurs|fri)day|today|tomorrow|week|month|year|autumn|spring|january|february|march|may|june|july"
    r"|august|october|(?:th|st|nd|rd|special|short|extra|online|regular|ordinary|planned|scheduled|monthly|quarterly|kort|extrainsatt|physical|video|teams|zoom|digital|nät)\Z)",
    re.IGNORECASE,
)


def is_theirs(text: str, call: Call) -> bool:
    """Tell whether the meeting of a sentence is not the group's: "styrelsens möte", "personalmötet", "my meeting"."""
    if _OWN.search(text) or _THEY.match(text) or (not call.addressed and _WITH.search(text)):
        return True
    return (
        any(not _of_ours(found["who"], call) for found in _GENITIVE.finditer(text))
        or any(
            not A_MEETING.fullmatch(found[0]) and not _of_ours(found["of"], call, part=True)
            for found in _COMPOUND.finditer(text)
        )
        or any(not _of_ours(found["of"], call) for found in _ENGLISH.finditer(text))
    )


def _of_ours(word: str, call: Call, *, part: bool = False) -> bool:
    """Tell a word of time, of the frame or of the group's own name from somebody else's."""
    word = word.casefold()
    stem = re.sub(r"(?:'s|:s|s)\Z", "", word)
    if not part and (word in FRAME or stem in FRAME) or _WHEN.match(word) or A_MEETING.fullmatch(stem):
        return True
    own = re.findall(r"\w{4,}", call.record.group.name.casefold())
    return any(part.startswith(stem[:-2]) or stem.startswith(part[:-2]) for part in own if len(stem) > 4)
