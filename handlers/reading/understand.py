"""Free text, read in context. Three answers: not for me, understood, or misread and told so quietly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from handlers.calendar.effects import booked_once
from handlers.command import Call, Claim, Command, Outcome, React, Reading, Reply, Sentence, Tell, When, Who
from handlers.conclusions.attachments import attach, attach_files, sent_files
from handlers.meeting.forgotten_start import ask_to_open
from handlers.meeting.pasted import take_pasted
from handlers.reading.accompany import accompany, follow_through
from handlers.reading.answers import answer
from handlers.reading.chatter import is_chatter
from handlers.reading.guess import guess, misread
from handlers.reading.notes import noted, notes_among
from handlers.reading.parts import LONGEST_READ, MOST_READ, is_read, split, take_apart, without_address
from handlers.reading.permissions import check, refusal
from meetings.agenda import Entry, agenda, matter_meant, with_matters
from meetings.agenda_order import matters_of
from meetings.document import doc
from meetings.errors import MeetingError, NotAllowed
from meetings.facts import Fact, ItemTaken, Noted, WroteInMeeting
from meetings.item_lead import may_lead, read_lead
from meetings.sieve import may_stand

Commands = Sequence[Command[Any]]

_COUNTED = re.compile(r"\s*(\d{1,2})[.)]\s")
_NUMBER_FIRST = re.compile(r"\s*(?P<number>\d{1,2})[.)]\s+(?=[^\W\d_])")
_ENOUGH_FOR_A_NOTE = 4
"""Words: less than this left beside what a command took is only the joint between two things."""


@dataclass(frozen=True)
class Section:
    """Lines of a message under the item they name, if they name one.

    `headed` tells that the name stands by itself before what is said, and is no part of it.
    """

    entry: Entry | None
    lines: tuple[str, ...]
    headed: bool = True


def understand(text: str, call: Call, commands: Commands) -> Outcome:
    """Read a message as it was meant where it was written: facts, and what to say. Empty when it is not for the bot."""
    parts = take_apart(text)
    addressed = call.addressed or parts.addressed
    if call.record.group.only_when_addressed and not addressed:
        return Outcome()
    if not parts.lines:
        return Outcome(_files_alone(text, call))
    said = "\n".join(without_address(line) for line in parts.lines)
    call = replace(call, addressed=addressed, text=said)
    answered = answer(call.text, call, commands, understand)
    if answered is not None:
        return answered
    pasted = take_pasted(parts.lines, call, commands, read_sentences)
    if pasted is not None:
        return pasted
    facts: list[Fact] = []
    replies: list[Reply] = []
    readings: list[Reading] = []
    for section in _sections(parts.lines, call):
        outcome = _section(section, call, commands)
        facts += outcome.facts
        replies += outcome.replies
        readings += outcome.readings
    if call.addressed and not replies and all(isinstance(fact, Noted | WroteInMeeting) for fact in facts):
        mistaken = misread(call.text, call, commands)
        if mistaken is not None:
            return mistaken
    facts += attach_files(facts, call)
    followed = follow_through(facts, call)
    facts += followed.facts
    replies += followed.replies
    forgotten = ask_to_open([without_address(line) for line in parts.lines[:MOST_READ]], call)
    facts += forgotten.facts
    replies += forgotten.replies
    if not facts and not replies and call.addressed:
        return guess(call.text, call, commands)
    return Outcome(booked_once(facts), _once(replies), tuple(readings))


def _files_alone(text: str, call: Call) -> tuple[Fact, ...]:
    """Attach the files of a message without words to the open item; beside words that are not read they are not."""
    return attach(sent_files(call), call) if not text.strip() and not call.warned and _takes_notes(call) else ()


def _sections(lines: Sequence[str], call: Call) -> list[Section]:
    """Split a message where a line begins by naming an item; in an open meeting only."""
    if call.meeting is None or not _writes_under_items(call):
        return [Section(None, tuple(lines))]
    titles = tuple(item.title for item in call.record.items.values())
    if not any(may_lead(without_address(line), titles) for line in lines[:MOST_READ]):
        return [Section(None, tuple(lines))]
    entries = with_matters(call.record, call.meeting.id)
    sections: list[Section] = []
    gathered: list[str] = []
    entry: Entry | None = None
    headed = True
    for number, line in enumerate(lines):
        if number >= MOST_READ:
            gathered += lines[number:]
            break
        counted = _goes_on_counting(line, gathered)
        heading = not call.addressed or len(lines) > 1
        lead = None if counted else read_lead(without_address(line), entries, heading=heading)
        if lead is None:
            lead = _numbered_next(line, lines, call)
        if lead is None:
            gathered.append(line)
            continue
        if gathered or entry is not None:
            sections.append(Section(entry, tuple(gathered), headed))
        entry, rest, headed = lead[0], without_address(line)[lead[1] :], lead[1] > 0
        entry, rest = _matter_named(entry, rest, entries)
        gathered = [rest] if rest.strip() else []
    return [*sections, Section(entry, tuple(gathered), headed)]


def _matter_named(entry: Entry, rest: str, entries: Sequence[Entry]) -> tuple[Entry, str]:
    """Go on to the matter under an item that is named after it: "övriga frågor, utbildning: …"."""
    matters = [one for one in entries if one.item.under and one.number == entry.number]
    lead = read_lead(rest, matters) if matters and entry.item.standing else None
    return (lead[0], rest[lead[1] :]) if lead is not None else (entry, rest)


def _goes_on_counting(line: str, before: Sequence[str]) -> bool:
    """Tell whether a line is the next one of a numbered list, and so names no item by its number."""
    number = _COUNTED.match(line)
    last = _COUNTED.match(before[-1]) if before else None
    return number is not None and last is not None and int(number[1]) == int(last[1]) + 1


def _numbered_next(line: str, lines: Sequence[str], call: Call) -> tuple[Entry, int] | None:
    """Read "3. Inga synpunkter" from one who leads as said under the item she is at or comes to; no list begins so."""
    found = _NUMBER_FIRST.match(line)
    if found is None or not call.leads or call.meeting is None or call.during is None:
        return None
    if any(_NUMBER_FIRST.match(other) for other in lines[:MOST_READ] if other is not line):
        return None
    entries = agenda(call.record, call.meeting.id)
    now = next((n for n, entry in enumerate(entries) if entry.item.id == call.meeting.item_now), -1)
    near = entries[max(now, 0) : now + 2]
    entry = next((one for one in near if one.number == found["number"] and found["number"] != "1"), None)
    return (entry, found.end()) if entry is not None else None


def _writes_under_items(call: Call) -> bool:
    return call.when is When.DURING or (call.when is When.AFTER and call.leads and call.private)


def _section(section: Section, call: Call, commands: Commands) -> Outcome:
    facts: list[Fact] = []
    if section.entry is not None:
        call = replace(call, item=section.entry.item.id)
        if _takes(section, call):
            facts.append(ItemTaken(**call.base, item=_top(section.entry, call)))
    call = _at_matter(section, call)
    sentences = split(section.lines)
    outcome = read_sentences(sentences, call, commands)
    return Outcome((*facts, *outcome.facts), outcome.replies, outcome.readings)


def _top(entry: Entry, call: Call) -> str:
    """Give the item that the meeting is at when this one is spoken of: the one whose number a matter stands under."""
    entries = agenda(call.record, call.meeting.id) if call.meeting else ()
    return next((one.item.id for one in entries if one.number == entry.number), entry.item.id)


def _at_matter(section: Section, call: Call) -> Call:
    """Go from an item to the matter under it that the words are about, if they are about one."""
    item = call.item or (call.meeting.item_now if call.meeting else None)
    if call.meeting is None or call.during is None or item is None:
        return call
    matters = matters_of(call.record, call.meeting, item)
    matter = matter_meant(" ".join(section.lines), matters) if matters else None
    return replace(call, item=matter.id) if matter is not None else call


def _takes(section: Section, call: Call) -> bool:
    """Tell whether naming the item moves the meeting to it: onwards, and back when the one who leads writes its name.

    Words that begin with its name are said about it; from others than the one who leads they move nothing.
    """
    assert section.entry is not None
    meeting = call.meeting
    if meeting is None or call.when is not When.DURING or meeting.item_now == _top(section.entry, call):
        return False
    if call.leads and section.headed:
        return True
    if not (call.leads or section.headed):
        return False
    order = [entry.item.id for entry in agenda(call.record, meeting.id)]
    now = order.index(meeting.item_now) if meeting.item_now in order else -1
    return bool(section.lines) and order.index(_top(section.entry, call)) > now


def read_sentences(sentences: Sequence[Sentence], call: Call, commands: Commands) -> Outcome:
    """Let the commands claim what is theirs, and make a note of the rest when a meeting is open."""
    facts: list[Fact] = []
    replies: list[Reply] = []
    readings: list[Reading] = []
    rest: list[Sentence] = []
    taken_through = -1
    for sentence in sentences:
        if sentence.line <= taken_through:
            continue
        if not is_read(sentence):
            rest.append(sentence)
            continue
        claimed, claims = _claims(sentence, call, commands)
        for command, claim in claims:
            outcome = _handled(command, claim, call)
            facts += outcome.facts
            replies += outcome.replies
            readings += outcome.readings
            if claim.lines:
                taken_through = max(taken_through, sentence.following[claim.lines - 1].line)
        left = _left(sentence, claimed) if all(command.rest_is_said for command, _ in claims) else None
        if left is not None:
            rest.append(left)
    if _takes_notes(call):
        kept = _notes(notes_among(rest, call), call, commands)
        facts += kept.facts
        replies += kept.replies
        if any(sentence.number >= MOST_READ or sentence.begins >= LONGEST_READ for sentence in rest):
            replies.append(Tell(doc(call.texts.t("reading.long", n=MOST_READ))))
    return Outcome(tuple(facts), tuple(replies), tuple(readings))


def _takes_notes(call: Call) -> bool:
    open_now = call.when is When.DURING and call.meeting is not None and not call.meeting.paused
    return open_now and (call.leads or not call.private)


def _notes(sentences: Sequence[Sentence], call: Call, commands: Commands) -> Outcome:
    note = noted(sentences, call)
    beside = accompany(note, call)
    return Outcome((*note, *beside.facts), beside.replies)


def _claims(
    sentence: Sentence, call: Call, commands: Commands
) -> tuple[list[tuple[int, int]], list[tuple[Command[Any], Claim[Any]]]]:
    """Ask the commands in turn; a claim that overlaps an earlier one loses, so that one command takes each part."""
    spans: list[tuple[int, int]] = []
    claims: list[tuple[Command[Any], Claim[Any]]] = []
    # Known before the text is looked at: what is learned after it is not among what may stand in it.
    bits = [command.bit for command in commands]
    may = may_stand(sentence.text)
    addressed = call.addressed
    leads = addressed or call.leads
    for command, bit in zip(commands, bits, strict=True):
        if not bit & may or not leads and command.who is Who.LEAD or command.addressed_only and not addressed:
            continue
        for claim in command.read(sentence, call):
            start, end = claim.span
            if any(start < other_end and other_start < end for other_start, other_end in spans):
                continue
            spans.append(claim.span)
            claims.append((command, claim))
    claims.sort(key=lambda pair: pair[1].span)
    return spans, claims


def _handled(command: Command[Any], claim: Claim[Any], call: Call) -> Outcome:
    refused: MeetingError | None = None
    try:
        check(command, call)
        outcome = command.handle(claim.intent, call)
    except NotAllowed as error:
        refused, outcome = error, refusal(error, call)
    except MeetingError as error:
        refused, outcome = error, Outcome(replies=(Tell(doc(call.texts.t(error.text_key, **error.told))),))
    return replace(outcome, readings=(Reading(command.name, claim.intent, outcome.facts, refused),))


def _left(sentence: Sentence, claimed: Sequence[tuple[int, int]]) -> Sentence | None:
    """Give what no command took of a sentence, when it is a statement of its own."""
    if not claimed:
        return sentence
    text = sentence.text
    pieces: list[str] = []
    at = 0
    for start, end in sorted(claimed):
        pieces.append(text[at:start])
        at = max(at, end)
    pieces.append(text[at:])
    longest = max((piece.strip(" ,.;:–-") for piece in pieces), key=len)
    if len(longest.split()) < _ENOUGH_FOR_A_NOTE or is_chatter(longest):
        return None
    return replace(sentence, text=longest)


def _once(replies: Sequence[Reply]) -> tuple[Reply, ...]:
    """Say each thing once, and acknowledge once; with words in the same place no emoji is needed beside an error."""
    said: list[Reply] = []
    for reply in replies:
        if reply in said or isinstance(reply, React) and any(isinstance(other, React) for other in said):
            continue
        said.append(reply)
    return tuple(said)
