"""Which of several groups a message is about: the one it names, its thread, the open meeting, who writes, its dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from meetings import when as dates
from meetings.agenda import agenda
from meetings.group import Document, Person
from meetings.people import organisations
from meetings.record import Phase, Record
from meetings.words import fold

_ENDINGS = frozenset(
    ("", "n", "en", "et", "t", "s", "ns", "ens", "ets", "möte", "mötet", "mötets", "möten", "gruppen", "gruppens")
)
_SHORTEST_PART = 4
_BOARD = ("styrelse", "board")
_COMMON = frozenset(
    "och för the and samt med grupp gruppen group ordinary extra möte mötet meeting norra södra östra västra".split()
)
"""Words in names and titles that tell no group from another."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# "styrelse: …", "till Lokala gruppen 17/9: …", "Mysam Nordvik – …".
_LEAD = re.compile(
    r"""\s*(?:(?:till|för|i|inför|ang\.?|gäller|to|for|in|about)\s+)?(?P<name>[^\W\d_][^\n:]{1,60}?)
        (?P<date>\s+(?:den\s+)?\d[\d/:. -]*(?:[^\W\d_]{3,9})?)?\s*:(?=\s)\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_ITS_OWN = re.compile(
    r"\b(?:till|i|inför|för|åt|hos|på|kallelse(?:n)?|dagordning(?:en)?|utkast(?:et)?|to|for|in|at)\s+(?:den\s+|the\s+|mötet\s+med\s+)?(?P<word>[^\W\d_]{4,}(?:-[^\W\d_]+)*)",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\d|\b(?:måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|idag|i\s+dag|imorgon|i\s+morgon|monday|tuesday|wednesday|thursday|friday|today|tomorrow)",
    re.IGNORECASE,
)
_PROTOKOLL = re.compile(r"\b(?:protokoll\w*|anslag\w*|juster\w*|paragraf\w*)\b|§", re.IGNORECASE)
_NOTES = re.compile(r"\b(?:minnes|mötes)anteckning\w*\b", re.IGNORECASE)
_PREPOSITION = r"(?:\s*[,(–-]?\s*(?:i|till|för|på|hos|in|for|to|of)?\s+|\s*\()"
_SHORT = 7


@dataclass(frozen=True)
class Heard:
    """What tells of an event which group it is about.

    `messages` are those it belongs to: the one that is edited or reacted on, the one whose thread it is in.
    """

    text: str
    account: str
    author: str
    at: datetime
    private: bool = False
    addressed: bool = False
    messages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """A group that a message may be about, and whom its writer is in it."""

    id: str
    record: Record
    speaker: Person | None


@dataclass(frozen=True)
class Choice:
    """The groups that a message can be about, the only one or several, and its text without their name."""

    groups: tuple[str, ...]
    text: str


def choose(heard: Heard, groups: Sequence[Group]) -> Choice:
    """Tell which groups a message can be about; `groups` are those of its channel, or of its writer."""
    known = [group for group in groups if any(message in group.record.traces for message in heard.messages)]
    if len(known) == 1:
        return Choice((known[0].id,), heard.text)
    groups = known or groups
    lead = _named_first(heard.text, groups)
    if lead is not None:
        return Choice((lead[0].id,), lead[1])
    named = _named(heard, groups)
    if named is not None and (heard.addressed or heard.private):
        return Choice((named[0].id,), named[1])
    own = [group for group in groups if group.speaker is not None] or list(groups)
    meeting = [group for group in own if group.record.open_meeting is not None]
    if len(meeting) == 1 and not heard.private:
        return Choice((meeting[0].id,), heard.text)
    if named is not None:
        return Choice((named[0].id,), heard.text)
    for narrow in (_by_document, _by_date, _by_item):
        if len(own) > 1:
            own = narrow(heard, own) or own
    return Choice(tuple(group.id for group in own), heard.text)


# ---------------------------------------------------------------------------------------- by its name


def _named_first(text: str, groups: Sequence[Group]) -> tuple[Group, str] | None:
    """Read a name that opens the message; with a date beside it the text stays whole, since the date tells more."""
    found = _LEAD.match(text)
    if found is None:
        return None
    words = _words(found["name"])
    fitting = [group for group in groups if _is_called(found["name"], group) or _fits_all(words, group, groups)]
    if len(fitting) != 1:
        return None
    return fitting[0], text if found["date"] else text[found.end() :]


def _named(heard: Heard, groups: Sequence[Group]) -> tuple[Group, str] | None:
    """Find the one group whose whole name stands in the text, or a part of it that is no other's."""
    text = heard.text
    folded = fold(text)
    whole = [(name, group) for group in groups for name in _names(group) if _stands(name, folded)]
    longest = max((len(name) for name, _ in whole), default=0)
    called = {group.id: (name, group) for name, group in whole if len(name) == longest}
    if len(called) == 1:
        name, group = next(iter(called.values()))
        return group, _without(name, text)
    if called:
        return None
    parts = {fold(match["word"]) for match in _ITS_OWN.finditer(text)}
    few = len(text.split()) <= _SHORT and ":" not in text
    if few and (heard.private or heard.addressed):
        parts |= {fold(word) for word in _WORD.findall(text)}
    fitting = {group.id: (part, group) for part in parts for group in groups if _fits_all((part,), group, groups)}
    if len(fitting) != 1:
        return None
    part, group = next(iter(fitting.values()))
    return group, _without(part, text) if few else text


def _names(group: Group) -> tuple[str, ...]:
    settings = group.record.group
    return tuple(fold(name) for name in (settings.name, *settings.aliases) if name)


def _is_called(words: str, group: Group) -> bool:
    return fold(words).strip() in _names(group)


def _stands(name: str, folded: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded) is not None


def _without(name: str, text: str) -> str:
    """Cut a name that opens or closes a text, with what ties it to the rest; in the middle it stays."""
    opening = re.match(rf"\s*{re.escape(name)}\s*[:,–-]?\s+(?=\S)", text, re.IGNORECASE)
    if opening:
        return text[opening.end() :]
    closing = re.search(rf"(?<=\S){_PREPOSITION}{re.escape(name)}s?\)?\s*[.!?]*\s*$", text, re.IGNORECASE)
    return text[: closing.start()] if closing else text


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in (fold(word) for word in _WORD.findall(text)) if word not in _COMMON)


def _fits_all(words: Iterable[str], group: Group, groups: Sequence[Group]) -> bool:
    """Tell whether all the words are of this group's name or kind, and not all of another's."""
    said = tuple(words)
    if not said or not all(_fits(word, group) for word in said):
        return False
    return not any(other is not group and all(_fits(word, other) for word in said) for other in groups)


def _fits(word: str, group: Group) -> bool:
    return any(_same(word, own) for own in _own_words(group))


def _own_words(group: Group) -> set[str]:
    """Give the words a group goes by: of its names, its kind and its meetings' titles, but no organisation's name."""
    settings = group.record.group
    parties = {fold(name) for name in organisations(group.record.people.values())}
    words = {word for name in (settings.name, *settings.aliases) for word in _words(name)} - parties
    if settings.document is Document.PROTOKOLL or settings.template == "board":
        words.update(_BOARD)
    for meeting in group.record.meetings.values():
        if meeting.phase is Phase.PLANNED or meeting.is_open:
            words.update(_words(f"{meeting.title or ''} {meeting.kind}"))
    return words


def _same(said: str, own: str) -> bool:
    short, long = sorted((said, own), key=len)
    return said == own or (len(short) >= _SHORTEST_PART and long.startswith(short) and long[len(short) :] in _ENDINGS)


# ------------------------------------------------------------------------------- by what it speaks of


def _by_document(heard: Heard, groups: Sequence[Group]) -> list[Group]:
    protokoll = _PROTOKOLL.search(heard.text) is not None
    if protokoll == (_NOTES.search(heard.text) is not None):
        return []
    return [group for group in groups if (group.record.group.document is Document.PROTOKOLL) is protokoll]


def _by_date(heard: Heard, groups: Sequence[Group]) -> list[Group]:
    if not _DATED.search(heard.text):
        return []
    found = []
    for group in groups:
        local = heard.at.astimezone(group.record.group.zone)
        said = {when.date for when in dates.find(heard.text, local, language=group.record.group.language) if when.date}
        if any(meeting.date in said for meeting in group.record.coming(local.date())):
            found.append(group)
    return found


def _by_item(heard: Heard, groups: Sequence[Group]) -> list[Group]:
    """Give the groups on whose next agenda stands an item, added by somebody, that is named whole."""
    folded = fold(heard.text)
    found = []
    for group in groups:
        coming = group.record.coming(heard.at.astimezone(group.record.group.zone).date())
        added = [entry for entry in agenda(group.record, coming[0].id) if not entry.item.standing] if coming else []
        if any(_stands(fold(entry.item.title), folded) for entry in added):
            found.append(group)
    return found
