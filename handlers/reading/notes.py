"""Notes: what is said under an item, with its bullets and its speaker; and the command that says so outright."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.command import Call, Claim, Command, Example, Outcome, React, Sentence, When
from handlers.reading.chatter import is_chatter, is_link, without_noise
from handlers.reading.parts import is_read
from handlers.reading.small_talk import is_private, says_little
from handlers.reading.speakers import Speaker, is_head, named_speaker, speaker_of
from handlers.tasks.reading import read_actions
from meetings.agenda import agenda, find_items
from meetings.errors import UnknownItem, WrongPhase
from meetings.facts import Block, BlockStyle, Fact, Noted, UnknownSpeaker
from meetings.personal import Verdict, guard
from meetings.words import fold

_TABLE_ROW = re.compile(r"\|.*\|\Z|[^\t]+(?:\t[^\t]*)+\Z")
_TABLE_RULE = re.compile(r"[|\s:+=-]+\Z")
_NOTHING = re.compile(
    r"^(?:(?:nej|ok|no)[\s,]+)?(?:(?:det\s+)?(?:finns|fanns|var)\s+)?(?:inga|inget|ingenting|no|nothing"
    r"|none)(?:\s+(?:fler|mer|under|att\s+ta\s+upp\s+under|more|further|on|under))*"
    r"\s+(?P<place>[^.!?,]{3,40}?)(?:\s+(?:idag|i\s+dag|denna\s+gång|today))?[.!]*$",
    re.IGNORECASE,
)
_OTHER_MATTERS = re.compile(
    r"(?:övrigt|övriga\s+(?:frågor|ärenden|punkter)|other\s+(?:business|matters)|any\s+other\s+business"
    r"|aob)\Z",
    re.IGNORECASE,
)
_ENDS_UNDER = re.compile(r"^.{3,60}\b(?:under|på|on)\s+(?P<place>[\w -]{3,60}?)[.!]*$", re.IGNORECASE)
_EXPLICIT = re.compile(
    r"^(?:anteckna|anteckning|notera|not|note|minute|skriv(?:\s+(?:in|ner|upp))?)\b"
    r"(?P<place>\s*(?:p\.|punkt|på punkt|under|item|to item)\s*[^:]{1,40})?\s*(?::|\b(?:att|that)\b)\s*(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_AFTERWARDS = re.compile(
    r"""^(?:(?:lägg\s+till|skriv\s+till|fyll\s+på|add|tillägg|komplettering|addition)\s+(?:på|under|till|to
        |under\s+item|i|on)
          |komplettera|utöka|fyll\s+på|complete|supplement)\s+
        (?P<place>(?:punkt(?:en)?|item|p\.?)?\s*[^:]{1,40}?)\s*(?::|\b(?:med\s+)?(?:att|that)\b
          |\bmed\b(?!\s+att\b))\s*(?P<text>\S.*)$""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)


_LONGEST_PROMISE = 160
_PROMISES = re.compile(r"^(?:jag|vi|i|we|i'll|we'll)\s+\w+\s+\w+,?\s+\w+", re.IGNORECASE)
_TAKES_ON = re.compile(
    r"^(?:(?:ja|jo|japp|jajamän|absolut|visst|ok|okej|yes|sure)\b[\s,!.]*(?P<said>(?:jag|vi|i|we)\s+[^?]{4,80})"
    r"|(?:klart|klar)\s+(?:senast|till|den|före|by)\b[^?]{1,40})$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Note:
    """Words to keep under an item; `place` names it when they say so."""

    text: str
    place: str | None = None


def notes_among(sentences: Sequence[Sentence], call: Call) -> tuple[Sentence, ...]:
    """Give the sentences nobody claimed that belong in the record; with a note the link that follows it."""
    kept: list[Sentence] = []
    for sentence in sentences:
        if not is_read(sentence):
            kept.append(sentence)
            continue
        heads = is_head(sentence.text, call)
        if heads or is_note(sentence, call) or (kept and is_link(sentence.text) and sentence.line - kept[-1].line <= 1):
            kept.append(sentence)
    return tuple(kept)


def is_note(sentence: Sentence, call: Call) -> bool:
    """Tell whether words nobody claimed belong in the record of an open meeting."""
    if _TABLE_ROW.match(sentence.text):
        return _TABLE_RULE.match(sentence.text) is None
    if sentence.bullet:
        return bool(without_noise(sentence.text))
    nothing = _NOTHING.match(sentence.text)
    if nothing is not None and _OTHER_MATTERS.match(nothing["place"]):
        return True
    # Under an item that its writer names it is written as a note, whatever it is of.
    taken_down = call.leads and call.item is not None
    if not is_chatter(sentence.text, lead=call.leads, topics=_topics(call), taken_down=taken_down):
        return True
    if len(sentence.text) < _LONGEST_PROMISE and says_little(sentence.text, topics=_topics(call)):
        # "I'll get back to you on this" says little of the matter, and yet it is something to do.
        return not is_private(sentence.text) and bool(read_actions(sentence.text, call))
    # "ja jag bokar lokalen", "klart senast 1 oktober": a short retort that takes something on is kept.
    if len(sentence.text) < _LONGEST_PROMISE and _PROMISES.match(sentence.text):
        # "jag fixar kaffe till planeringsdagen", "jag bokar lokal, Siv fixar fika"
        tasks = read_actions(sentence.text, call)
        if len(tasks) > 1 or any(one.when is not None for one in tasks):
            return True
    short = _TAKES_ON.match(sentence.text)
    return short is not None and (short["said"] is None or bool(read_actions(short["said"], call)))


def _topics(call: Call) -> tuple[str, ...]:
    """Give the titles of the group's items."""
    return tuple(item.title for item in call.record.items.values())


def blocks_of(sentences: Sequence[Sentence]) -> tuple[Block, ...]:
    """Make the blocks of a note: a bullet each, and a paragraph of the sentences that stand on one line."""
    blocks: list[Block] = []
    line: int | None = None
    for sentence in sentences:
        text = without_noise(_cells(sentence.text))
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


def _cells(text: str) -> str:
    """Give a row of a pasted table as its cells with bars between; other text as written."""
    if not _TABLE_ROW.match(text):
        return text
    return " | ".join(cell.strip() for cell in re.split(r"[|\t]", text.strip("|")) if cell.strip())


def noted(sentences: Sequence[Sentence], call: Call) -> tuple[Fact, ...]:
    """Give the facts of what these sentences say, a note for each who speaks in them."""
    facts: list[Fact] = []
    for speaker, said in _turns(sentences, call):
        facts += _note(speaker, said, _placed(said, call))
    return tuple(facts)


def _turns(sentences: Sequence[Sentence], call: Call) -> list[tuple[Speaker, list[Sentence]]]:
    """Part a message where a line begins with a new speaker: "AF: …", and on the next line "FK: …"."""
    turns: list[tuple[Speaker, list[Sentence]]] = []
    line = -1
    for sentence in sentences:
        begins_line = bool(turns) and sentence.line != line and is_read(sentence)
        new = named_speaker(sentence.text, call) if begins_line else None
        # A name that nobody has counts only in a list of speakers.
        if new is not None and new.name is not None and not turns[-1][0].begins:
            new = None
        line = sentence.line
        if not turns or new is not None:
            speaker = new or speaker_of(sentence.text, call)
            turns.append((speaker, [replace(sentence, text=sentence.text[speaker.begins :])]))
        else:
            turns[-1][1].append(sentence)
    return turns


def _note(speaker: Speaker, sentences: Sequence[Sentence], call: Call) -> tuple[Fact, ...]:
    """Give the facts of one speaker's note; a passage about one person is kept apart, held back."""
    blocks = blocks_of(sentences)
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
    if len(sentences) != 1 or call.item is not None or call.meeting is None:
        return call
    entries = agenda(call.record, call.meeting.id)
    for pattern in (_ENDS_UNDER, _NOTHING):
        if (match := pattern.match(sentences[0].text)) is None:
            continue
        title = fold(match["place"])
        named = [entry for entry in entries if fold(entry.item.title) == title]
        if not named and _OTHER_MATTERS.match(title):
            named = [entry for entry in entries if _OTHER_MATTERS.match(entry.item.title)]
        if len(named) == 1:
            return replace(call, item=named[0].item.id)
    return call


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
    cues=(_EXPLICIT, _AFTERWARDS),
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
