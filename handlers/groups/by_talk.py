"""Found a group by conversation: read the wish, make the first facts, and say what comes next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.command import Answer, Call, Claim, Command, Example, Outcome, React, Sentence
from handlers.groups.founding import Founding
from handlers.reading.parts import take_apart, without_address
from meetings.document import Document, doc
from meetings.errors import NotUnderstood
from meetings.facts import Fact, GroupFounded, PersonRegistered, Said, Source
from meetings.group import Convener, GroupSettings, Person
from meetings.language import Language
from meetings.slug import slug
from meetings.words import fold

_FOUND = re.compile(
    r"""^(?:(?:hej|hi|hello)[,!.]?\s+)?(?:(?:kan\ du|vi\ vill|jag\ vill|snälla|please|can\ you|could\ you)\s+)?
        (?:(?P<verb>skapa|starta|sätt(?:a)?\s+upp|lägg(?:a)?\s+upp|registrera|bilda|create|set\s+up|start|register|make)\s+)?
        (?:en\s+|a\s+)?(?:(?P<new>ny|new)\s+)?(?P<word>grupp(?:en)?|group)\b
        (?:\s*:|\s+(?:som\s+heter|med\s+namnet|vid\s+namn|kallad|called|named))?
        \s*(?P<name>[^\n]*)$""",
    re.IGNORECASE | re.VERBOSE,
)
# Where the name ends and something else begins: "Mysam Nordvik, använd …", "… med Mysam-mallen", "… i #kanal".
_NAME_ENDS = re.compile(
    r"""\s*(?:[,;!?]|\.(?=\s|$)|\s(?:med|enligt|från|using|with|from)\s+(?=\S*\s*(?:mall|template)|\S+mallen)
        |\s(?:i|in)\s+(?:kanalen\s+|channel\s+)?(?=\#)|\s(?:här|here)$|\s(?:tack|please)$)""",
    re.IGNORECASE | re.VERBOSE,
)
_LINK = re.compile(
    r"""(?:den\s+här\s+kanalen|kanalen|this\s+channel)\s+(?:hör\s+(?:också\s+|även\s+)?till|är\s+(?:också\s+)?(?:för|till\s+för)|belongs?\s+(?:also\s+)?to|is\s+(?:also\s+)?for)\s+(?:gruppen\s+|the\s+group\s+)?(?P<name>\S.{0,79}?)
      |(?:koppla|länka|anslut|link|connect)\s+(?:den\s+här\s+)?(?:kanalen|this\s+channel)\s+(?:till|to|with|med)\s+(?:gruppen\s+|the\s+group\s+)?(?P<name2>\S.{0,79}?)""",
    re.IGNORECASE | re.VERBOSE,
)
_CHANNEL = re.compile(r"(?<!\S)#[\w-]+")
_OF_A_GROUP = re.compile(r"grupp|group|projekt|project|styrelse|board", re.IGNORECASE)
_LONGEST_NAME = 80


@dataclass(frozen=True)
class FoundGroup:
    """Set up a group of this name. `rest` is what the message says besides."""

    name: str
    language: Language = "sv"
    rest: str = ""


def read_founding(text: str) -> FoundGroup | None:
    """Read a message to the bot as the wish for a new group; None when it is none. The name may be missing: ""."""
    lines = [without_address(line) for line in take_apart(text).lines]
    match = _FOUND.match(lines[0]) if lines else None
    if match is None or not (match["new"] or match["verb"]):
        return None
    said = match["name"].strip(" \"'”“»«")
    end = _NAME_ENDS.search(said)
    name = said[: end.start()] if end else said
    rest = said[end.start() :].lstrip(" ,;.!?-–—") if end else ""
    name = _CHANNEL.sub("", name).strip(" \"'”“»«.:")
    if len(name) > _LONGEST_NAME or not slug(name):
        name = ""
    language: Language = "en" if fold(match["word"]) == "group" else "sv"
    return FoundGroup(name, language, "\n".join(part for part in (rest, *lines[1:]) if part.strip()))


def read_link(text: str) -> str | None:
    """Read a message to the bot as the wish that its channel belongs to a group; give the group's name."""
    found = _LINK.fullmatch(text.strip().rstrip(" .!"))
    return (found["name"] or found["name2"]).strip(" \"'”“»«") if found else None


def founding_of(
    intent: FoundGroup, *, group_id: str, channel: str, at: datetime, account: str, name: str, known: Person | None
) -> Founding:
    """Give the first facts of a group: its settings, and whoever sets it up as member and coordinator.

    `known` is the same person in another group, whose role and organisation are taken over, but no role in that very
    group. The facts name no message: editing or undoing what founded a group takes the group away from nobody.
    """
    founder = Person(
        id="p1",
        name=known.name if known else name,
        role=known.role if known and not _OF_A_GROUP.search(known.role or "") else None,
        organisation=known.organisation if known else None,
        account=account,
        coordinator=True,
    )
    settings = GroupSettings(
        name=intent.name,
        channel=channel,
        language=intent.language,
        convener=Convener(kind="person", name=founder.name),
    )
    said = Said(source=Source.MESSAGE, at=at, by=founder.id)
    facts: tuple[Fact, ...] = (
        GroupFounded(id="founding:f1", said=said, settings=settings),
        PersonRegistered(id="founding:f2", said=said, person=founder),
    )
    return Founding(group_id, channel, facts)


def _read(sentence: Sentence, call: Call) -> Sequence[Claim[FoundGroup]]:
    if not call.addressed or not (sentence.first or sentence.after_address):
        return ()
    intent = read_founding(sentence.text)
    if intent is None:
        return ()
    return (Claim(replace(intent, rest=""), (0, len(sentence.text) - len(intent.rest))),)


def _handle(intent: FoundGroup, call: Call) -> Outcome:
    """Say that the group is there, and how to go on. The desk has founded it before the message is understood."""
    if not intent.name:
        raise NotUnderstood("group")
    texts, group = call.texts, call.record.group
    if call.speaker is None or not call.leads:
        return Outcome(replies=(Answer(doc(texts.t("groups.there_already", group=group.name))),))
    told = Document.of(
        texts.paragraph("groups.founded", group=group.name, channel=group.channel),
        texts.paragraph("groups.founded_next"),
    )
    return Outcome(replies=(React(), Answer(told)))


FOUND_GROUP: Command[FoundGroup] = Command(
    name="found_group",
    words={"sv": ("ny grupp",), "en": ("new group",)},
    read=_read,
    handle=_handle,
    addressed_only=True,
    examples=(
        Example("ny grupp Mysam Nordvik", says="koordinator", lead=True, addressed=True),
        Example("skapa en grupp som heter Mysam Nordvik", says="finns redan", addressed=True),
        Example("new group Mysam Nordvik", says="coordinator", language="en", lead=True, addressed=True),
    ),
    shown=frozenset(),
)
