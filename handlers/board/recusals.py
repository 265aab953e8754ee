"""Recusals (jäv) and reservations at a board's meeting: who takes no part in an item, who stands against a decision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.command import Call, Claim, Command, Example, Outcome, React, Sentence, When
from handlers.reading.asking import ask
from meetings.agenda import agenda, find_items
from meetings.board import is_formal
from meetings.document import Document
from meetings.errors import UnknownItem, WrongPhase
from meetings.facts import About, Fact, Option, Recused, Reserved
from meetings.people import Mention, find_names

_HINT = re.compile(r"\bjäv|\breserv|\bconflict\s+of\s+interest|\brecus|\bdissent", re.IGNORECASE)
_LONGEST = 300

# "Karin anmäler jäv", "jag är jävig", "jäv: Karin", "deltar inte pga jäv"
_RECUSES = re.compile(
    r"\b(?:anmäl(?:er|de|t)|har|är|förklarar(?:\s+sig)?|på\s+grund\s+av|p\.?\s?g\.?\s?a\.?|grund\s+av|declares?|has|have)\s+(?:sig\s+|mig\s+|a\s+|nu\s+|ett\s+)?(?:jäv(?:ig|iga)?|conflict\s+of\s+interest)\b"
    r"|\bjäv\s*(?::|\s[–-]\s|\(|\))|\(\s*jäv\s*\)|\brecuses?\s+(?:him|her|them|my)sel\w+",
    re.IGNORECASE,
)
_NO_RECUSAL = re.compile(
    r"\b(?:ingen|inget|inga|inte|ej|någon|nån|om|no|not|any|if)\b[^.]{0,25}\b(?:jäv|conflict|recus)", re.IGNORECASE
)
# "Conny reserverar sig mot beslutet till förmån för eget förslag", "reservation: Conny"
_RESERVES = re.compile(
    r"""\breserver(?:ar|ade|at)\s+(?:sig|mig)\b(?:\s+(?:också|även))?(?:\s+mot\s+(?:beslutet|detta|det|förslaget|beslut\w*))?(?P<why>.*)\Z
      | \breservation(?:er)?\s*(?:mot\s+beslutet\s*)?(?::|\s[–-]\s)(?P<names>.*)\Z
      | \b(?:(?:makes?|enters?|registers?|records?)\s+(?:a|my|his|her|their)\s+reservation
          |reserves?\s+(?:my|him|her|them)sel(?:f|ves)
          |dissents?)(?:\s+(?:against|from)\s+(?:(?:the|this)\s+decision|it|this))?(?P<why2>.*)\Z""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_NO_RESERVATION = re.compile(r"\b(?:ingen|inga|inte|ej|någon|nobody|no\s+one|not)\b", re.IGNORECASE)
_ME = re.compile(r"\b(?:jag|mig|min|undertecknad|i|my|myself)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:\b(?:punkt(?:en)?|ärende(?:t)?|item|p\.?)\s*|§\s*)\d{1,4}\b", re.IGNORECASE)
_TITLED = re.compile(
    r"\b(?:under|i|vid|på|för|gällande|avseende|in|on|for|regarding)\s+"
    r"(?:punkten\s+|ärendet\s+|frågan\s+(?:om\s+)?)?(?P<title>[^,.;()\n]{3,60})",
    re.IGNORECASE,
)
_REASON = re.compile(r"\A[\s,.:;–—-]*(?:med\s+motiveringen\s*:?\s*|\bbecause\s+)?", re.IGNORECASE)


@dataclass(frozen=True)
class Recuse:
    """These people, as ids, take no part in an item; `place` are the words that name it, None: the one open."""

    people: tuple[str, ...]
    place: str | None = None
    unsure: Mention | None = None
    text: str = ""


@dataclass(frozen=True)
class Reserve:
    """These people make a reservation against what was decided under an item; `why` the words after it."""

    people: tuple[str, ...]
    place: str | None = None
    why: str | None = None
    unsure: Mention | None = None
    text: str = ""


Intent = Recuse | Reserve


def read(sentence: Sentence, call: Call) -> Sequence[Claim[Intent]]:
    """Find a recusal or a reservation, one's own or told of another, at a board's meeting or for one of its items."""
    text = sentence.text
    if not _HINT.search(text) or len(text) > _LONGEST or text.rstrip().endswith("?") or not is_formal(call.record):
        return ()
    whole = (0, len(text))
    if _RECUSES.search(text) and not _NO_RECUSAL.search(text):
        place = _place(text, call)
        people, unsure = _people(text, call)
        if (people or unsure) and (call.during or place):
            return (Claim(Recuse(people, place, unsure, text), whole),)
    found = _RESERVES.search(text) if call.during else None
    if found is None or _NO_RESERVATION.search(text[: found.start("names") if found["names"] else found.end()][:60]):
        return ()
    named = found["names"] if found["names"] is not None else text[: found.start()]
    people, unsure = _people(named, call)
    if not (people or unsure):
        return ()
    why = _REASON.sub("", found["why"] or found["why2"] or "").strip(" .")
    return (Claim(Reserve(people, _place(text, call), why or None, unsure, text), whole),)


def _people(text: str, call: Call) -> tuple[tuple[str, ...], Mention | None]:
    """Give who is meant, as ids, and the first name that fits several."""
    mentions = find_names(text, tuple(call.record.people.values()))
    unsure = next((one for one in mentions if one.match.person is None), None)
    ids = [one.match.person.id for one in mentions if one.match.person]
    if not ids and unsure is None and call.speaker is not None and _ME.search(text):
        ids = [call.speaker.id]
    return tuple(dict.fromkeys(ids)), unsure


def _place(text: str, call: Call) -> str | None:
    """Give the words that name an item: its number, or a part of its title that fits one item only."""
    numbered = _NUMBERED.search(text)
    if numbered:
        return numbered[0]
    entries = agenda(call.record, call.meeting.id) if call.meeting else ()
    titles = (found["title"] for found in _TITLED.finditer(text))
    # A word may belong with the one after it: "under Vävstugan och går ut".
    shorter = (" ".join(title.split()[:size]) for title in titles for size in range(len(title.split()), 0, -1))
    return next((title for title in shorter if len(find_items(title, entries)) == 1), None)


def handle(intent: Intent, call: Call) -> Outcome:
    """Record who takes no part, or stands against the decision."""
    if call.meeting is None or call.when is When.AFTER:
        raise WrongPhase("not_open")
    if intent.unsure is not None:
        return _ask_who(intent.unsure, intent.text, call)
    item = call.item
    if intent.place is not None:
        found = find_items(intent.place, agenda(call.record, call.meeting.id))
        if len(found) != 1:
            raise UnknownItem(words=intent.place)
        item = found[0].item.id
    facts: list[Fact] = []
    for person in intent.people:
        if isinstance(intent, Recuse):
            facts.append(Recused(**call.base, person=person, item=item))
        else:
            facts.append(Reserved(**call.base, person=person, item=item, text=intent.why))
    return Outcome(tuple(facts), (React(),))


def _ask_who(mention: Mention, text: str, call: Call) -> Outcome:
    names = [person.name for person in mention.match.candidates]
    question = call.texts.t("attendance.which", name=mention.text, n=len(names), names=call.texts.names(names))
    options = [Option(label=name, text=text.replace(mention.text, name, 1)) for name in names]
    return ask(call, About.WHO, Document.of(question), options=options, concerns=mention.text)


RECUSE: Command[Intent] = Command(
    name="recuse",
    words={"sv": ("jäv", "reservation"), "en": ("conflict of interest", "reservation")},
    read=read,
    handle=handle,
    cues=(_HINT,),
    rest_is_said=True,
    examples=(
        Example(
            "Karin Holmsund anmäler jäv och lämnar rummet under punkt 5", ("recused",), when=When.DURING, formal=True
        ),
        Example("jag reserverar mig mot beslutet", ("reserved",), when=When.DURING, formal=True),
        Example("reservation: Malin Ros", ("reserved",), when=When.DURING, lead=True, formal=True),
        Example("I have a conflict of interest in item 5", ("recused",), language="en", when=When.DURING, formal=True),
    ),
    shown=frozenset({When.DURING}),
)
