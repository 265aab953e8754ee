"""Lists of names under a few words of where they are, in whatever order: "Runt bordet: …", "Via Teams deltar …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handlers.attendance.people import ME, Mode, Who, known_people
from handlers.attendance.told import Kind, Told
from handlers.command import Call
from meetings.people import Mention, find_names
from meetings.words import word_set

_LONGEST = 600
_BETWEEN = re.compile(r"(?:\s*\([^()]{0,60}\))?\s*(?:[,+&]|,?\s*\b(?:och|o|samt|and)\b)?\s*", re.IGNORECASE)
_AFTER = re.compile(r"(?:\s*\([^()]{0,60}\))?[\s.!;,]*\Z")
_NEXT_HEAD = re.compile(r"(?:\s*\([^()]{0,60}\))?\s*(?:[.;/|\n–-]|,|\bmen\b|\boch\b|\bmedan\b)+\s*", re.IGNORECASE)
_MYSELF = re.compile(r"\b(?:undertecknade?|jag(?:\s+själv)?|mig(?:\s+själv)?|myself|me|I)\b")
_WORD = re.compile(r"[^\W\d_]+")

_AWAY = word_set(
    """
    frånvarande frånvaro förhinder förhindrade återbud saknas saknar saknade borta sjuk sjuka ej inte icke not absent
    apologies regrets missing away ledig lediga frånv förh
    """
)
_NET = word_set(
    """
    länk länken teams zoom skype skärm skärmen video videolänk digitalt digital digitala distans uppkopplade uppkopplad
    online remote remotely link nätet telefon screen call virtually webben
    """
)
_ROOM = word_set("rummet salen lokalen bordet plats room table fysiskt person site")
_THERE = word_set(
    """
    närvarande närvaro närv deltar deltager deltagare deltagarna deltagande medverkar här sitter present attending
    attendees attendance here participants participating möte mötet anslutna uppropet upprop
    """
)
_WHERE = _AWAY | _NET | _ROOM | _THERE
# What else may stand in the head of such a list.
_BESIDE = word_set(
    """
    dessa dessas följande de vi som personer är e har finns är runt i på med via över genom kring vid av från för dagens
    idag dag nu the in on at around we have has are is us with today now from received sent to of by just också även
    samt dock anmält anmälda anmäld lämnat har gör kommer deltog meddelat inkommit ledamöter medlemmar members people
    folk personerna namn oss alla ok och mötesdeltagare sitting seated joining sal runda following meddelat
    """
)


def read_lists(text: str, call: Call) -> tuple[Told, ...]:
    """Read a sentence that is nothing but lists of known people under such words; empty when anything else is in it."""
    if len(text) > _LONGEST or not (call.during or call.addressed):
        return ()
    words = {word.casefold() for word in _WORD.findall(text)}
    if words.isdisjoint(_WHERE) and words.isdisjoint(_place_words(call)):
        return ()  # every list has a head that tells where those under it are
    names = find_names(text, known_people(call))
    if not names:
        return ()
    listed = sorted((*map(_named, names), *_writer(text, names)), key=lambda who: who.span)
    return tuple(_told(text, listed, call)) if listed[0].span[0] > 0 else ()


def _named(mention: Mention) -> Who:
    match = mention.match
    ids = tuple(person.id for person in match.candidates)
    span = (mention.start, mention.end)
    return Who(mention.text, span, person=match.person.id if match.person else None, candidates=ids)


def _writer(text: str, names: Sequence[Mention]) -> Iterator[Who]:
    """Find where the writer names herself in a list: "Bo samt undertecknad"."""
    for found in _MYSELF.finditer(text):
        if all(found.end() <= name.start or found.start() >= name.end for name in names):
            yield replace(ME, span=found.span())


def _told(text: str, names: Sequence[Who], call: Call) -> Iterator[Told]:
    places = _place_words(call)
    if _AFTER.match(text, names[-1].span[1]) is None:
        return
    lists: list[tuple[str, list[Who]]] = []
    at = 0
    for name in names:
        gap = text[at : name.span[0]]
        if lists and _BETWEEN.fullmatch(gap):
            lists[-1][1].append(name)
        else:
            lead = _NEXT_HEAD.match(gap) if lists else None
            if lists and lead is None:
                return
            lists.append((gap[lead.end() :] if lead else gap, [name]))
        at = name.span[1]
    heads = [_read_head(head, places) for head, _ in lists]
    for head, (_, listed) in zip(heads, lists, strict=True):
        if head is None or any(head is None for head in heads):
            return
        kind, mode = head
        for who in listed:
            yield Told(kind, (who if who.me else replace(who, span=(0, 0)),), mode=mode)


def _read_head(head: str, places: frozenset[str]) -> tuple[Kind, Mode | None] | None:
    """Tell what a head says of those under it; None when it says anything else too."""
    words = frozenset(word.casefold() for word in _WORD.findall(head))
    if not words or "?" in head or words - _AWAY - _NET - _ROOM - _THERE - _BESIDE - places:
        return None
    if words & _AWAY:
        return Kind.ABSENT, None
    if words & _NET:
        return Kind.PRESENT, "digital"
    if words & (_ROOM | places):
        return Kind.PRESENT, "onsite"
    return (Kind.PRESENT, None) if words & _THERE else None


def _place_words(call: Call) -> frozenset[str]:
    place = (call.meeting.place if call.meeting else None) or ""
    return frozenset(word.casefold() for word in re.findall(r"[^\W\d_]{4,}", place)) - _NET
