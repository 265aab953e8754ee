"""Notes: what is said under an item, with its bullets and its speaker; and the command that says so outright."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.chatter import is_chatter, without_noise
from handlers.command import Call, Claim, Command, Example, Outcome, React, Sentence, When
from meetings.agenda import agenda, find_items
from meetings.errors import UnknownItem, WrongPhase
from meetings.facts import Block, BlockStyle, Fact, Noted, UnknownSpeaker
from meetings.people import looks_like_name, resolve, resolve_organisation
from meetings.words import fold
from meetings.personal import Verdict, guard

_PREFIX = re.compile(r"^(?P<who>[^\W\d_][^:\n]{0,45}?)\s*:\s+(?=\S)")
_FROM = re.compile(r"^(?:Från|From|Hälsning från)\s+(?P<who>[^:\n]{2,45}?)\s*:\s+(?=\S)", re.IGNORECASE)
_ENDS_UNDER = re.compile(r"^.{3,60}\b(?:under|på|on)\s+(?P<place>[\w -]{3,60}?)[.!]*$", re.IGNORECASE)
_EXPLICIT = re.compile(
    r"^(?:anteckna|anteckning|notera|not|note|minute|skriv(?:\s+(?:in|ner|upp))?)\b"
    r"(?P<place>\s*(?:p\.|punkt|på punkt|under|item|to item)\s*[^:]{1,40})?\s*(?::|\b(?:att|that)\b)\s*(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_AFTERWARDS = re.compile(
    r"^(?:lägg till|add|tillägg)\s+(?:på|under|till|to|under item|i)\s+(?P<place>(?:punkt|item|p\.?)?\s*[^:]{1,40}?)"
    r"\s*(?::|\b(?:att|that)\b)\s*(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Note:
    """Words to keep under an item; `place` names it when they say so."""

    text: str
    place: str | None = None


@dataclass(frozen=True)
class Speaker:
    """Whose words a note is, and where in the text they begin."""

    begins: int = 0
    person: str | None = None
    organisation: str | None = None
    name: str | None = None


def speaker_of(text: str, call: Call) -> Speaker:
    """Read who speaks: a party or a person named before a colon, else the writer of the message."""
    match = _FROM.match(text) or _PREFIX.match(text)
    if match is not None:
        named = match["who"].strip()
        party = resolve_organisation(named, organisations(call))
        if isinstance(party, str):
            return Speaker(match.end(), organisation=party)
        if looks_like_name(named):
            found = resolve(named, tuple(call.record.people.values()))
            if found.person is not None:
                return Speaker(match.end(), person=found.person.id)
            if not found.candidates and call.leads:
                return Speaker(match.end(), name=named)
    if call.speaker is None:
        return Speaker(name=call.author)
    return Speaker(person=call.speaker.id)


def organisations(call: Call) -> tuple[str, ...]:
    """Give the organisations that people of the group belong to."""
    return tuple(dict.fromkeys(p.organisation for p in call.record.people.values() if p.organisation))


def is_note(sentence: Sentence, call: Call) -> bool:
    """Tell whether words nobody claimed belong in the record of an open meeting."""
    if sentence.bullet:
        return bool(without_noise(sentence.text))
    return not is_chatter(sentence.text, lead=call.leads)


def blocks_of(sentences: Sequence[Sentence]) -> tuple[Block, ...]:
    """Make the blocks of a note: a bullet each, and a paragraph of the sentences that stand on one line."""
    blocks: list[Block] = []
    line: int | None = None
    for sentence in sentences:
        text = without_noise(sentence.text)
        if not text:
            continue
        if sentence.bullet:
            style = BlockStyle.NUMBERED if sentence.numbered else BlockStyle.BULLET
            blocks.append(Block(text=text, level=sentence.level, style=style))
            line = None
        elif line == sentence.line and blocks:
            blocks[-1] = blocks[-1].model_copy(update={"text": f"{blocks[-1].text} {text}"})
        else:
            blocks.append(Block(text=text))
            line = sentence.line
    return tuple(blocks)


def noted(sentences: Sequence[Sentence], call: Call) -> tuple[Fact, ...]:
    """Give the facts of a note made of these sentences; a passage about one person is kept apart, held back."""
    if not sentences:
        return ()
    call = _placed(sentences, call)
    speaker = speaker_of(sentences[0].text, call)
    first = replace(sentences[0], text=sentences[0].text[speaker.begins :])
    blocks = blocks_of((first, *sentences[1:]))
    held = tuple(block for block in blocks if call.warned and _is_personal(block, call))
    facts: list[Fact] = []
    for part, keep_apart in ((tuple(b for b in blocks if b not in held), False), (held, True)):
        if part:
            facts.append(
                Noted(
                    **call.base,
                    note=call.ids.new("n"),
                    item=call.item,
                    blocks=part,
                    by=speaker.person,
                    organisation=speaker.organisation,
                    name=speaker.name,
                    held=keep_apart,
                )
            )
    if speaker.name is not None and facts:
        facts.append(UnknownSpeaker(**call.base, name=speaker.name))
    return tuple(facts)


def _placed(sentences: Sequence[Sentence], call: Call) -> Call:
    """Let a short note that ends by naming an item's whole title stand under it: "inget att tillägga under övrigt"."""
    match = _ENDS_UNDER.match(sentences[0].text) if len(sentences) == 1 and call.item is None else None
    if match is None or call.meeting is None:
        return call
    title = fold(match["place"])
    named = [entry for entry in agenda(call.record, call.meeting.id) if fold(entry.item.title) == title]
    return replace(call, item=named[0].item.id) if len(named) == 1 else call


def _is_personal(block: Block, call: Call) -> bool:
    return guard(block.text, staff=tuple(call.record.people.values())).verdict is Verdict.WARN


def _read(sentence: Sentence, call: Call) -> Sequence[Claim[Note]]:
    match = _EXPLICIT.match(sentence.text)
    if match is None and call.leads and call.addressed:
        match = _AFTERWARDS.match(sentence.text)
    if match is None or not (call.addressed or call.when is When.DURING):
        return ()
    place = match["place"]
    return (Claim(Note(match["text"], place.strip() if place else None), (0, len(sentence.text))),)


def _handle(intent: Note, call: Call) -> Outcome:
    if call.meeting is None or call.when is When.BEFORE:
        raise WrongPhase("not_open")
    if call.when is When.AFTER and not call.leads:
        raise WrongPhase("over")
    if intent.place is not None:
        entries = find_items(intent.place, agenda(call.record, call.meeting.id))
        if len(entries) != 1:
            raise UnknownItem(words=intent.place)
        call = replace(call, item=entries[0].item.id)
    facts = noted((Sentence(intent.text),), call)
    return Outcome(facts, (React(),) if call.addressed else ())


NOTE = Command(
    name="note",
    words={"sv": ("anteckna", "notera", "anteckning"), "en": ("note", "minute")},
    read=_read,
    handle=_handle,
    shown=frozenset({When.DURING, When.AFTER}),
    examples=(
        Example("anteckna: två deltagare har gått vidare till studier", ("noted",), when=When.DURING),
        Example("notera att flytten är klar i oktober", ("noted",), when=When.DURING),
        Example("anteckning punkt 4: väntetiden är tre veckor", ("noted",), when=When.DURING),
        Example(
            "lägg till under punkt 4: gruppen fylldes på två dagar",
            ("noted",),
            when=When.AFTER,
            lead=True,
            addressed=True,
        ),
        Example("note: the region has a vacancy", ("noted",), language="en", when=When.DURING),
    ),
)
