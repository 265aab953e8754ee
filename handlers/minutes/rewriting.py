"""Edit the draft in place: a passage gets another text, unless somebody else has changed it meanwhile."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.command import Call, Claim, Command, Example, Outcome, React, Sentence, Tell, When, Who
from meetings.document import doc
from meetings.errors import UnknownThing, WrongPhase
from meetings.facts import Rewritten
from meetings.record import Phase

_REWRITE = re.compile(
    r"^(?:skriv\ om|rewrite)\s+(?:stycke"
    r"|passage)\s+(?P<target>\S{1,160})\s+(?P<part>\d{1,3})\s+(?P<stamp>[0-9a-f]{8})\s*:(?P<text>.*)\Z",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class Rewrite:
    """Let a part of a passage, or an action, read `text`; `stamp` marks the text that the writer had before her."""

    target: str
    part: int
    stamp: str
    text: str


@dataclass(frozen=True)
class _Rest:
    """A further sentence of the new text, which is nothing by itself."""


def stamp(text: str) -> str:
    """Return a short mark of a text, by which one sees whether it has changed since."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _read(sentence: Sentence, call: Call) -> Sequence[Claim[Rewrite | _Rest]]:
    match = _REWRITE.match(call.text.strip() or sentence.text) if call.addressed else None
    if match is None:
        return ()
    text = " ".join(match["text"].split())
    intent = Rewrite(match["target"], int(match["part"]), match["stamp"], text) if sentence.first else _Rest()
    return (Claim(intent, (0, len(sentence.text))),)


def _handle(intent: Rewrite | _Rest, call: Call) -> Outcome:
    if isinstance(intent, _Rest):
        return Outcome()
    stands = _text(intent, call)
    if stamp(stands) != intent.stamp and stands != intent.text:
        told = call.texts.paragraph("rewriting.changed", name=_latest(intent, call), text=stands, yours=intent.text)
        return Outcome(replies=(Tell(doc(told)),))
    fact = Rewritten(**call.base, target=intent.target, part=intent.part, text=intent.text, by_hand=True)
    return Outcome((fact,) if stands != intent.text else (), (React(),))


def _text(intent: Rewrite, call: Call) -> str:
    """Give what stands there now, in a meeting whose minutes are still a draft."""
    record = call.ledger.record
    for meeting in record.held():
        for passage in meeting.passages:
            if passage.id == intent.target and intent.part < len(passage.parts):
                if meeting.phase is Phase.PUBLISHED:
                    raise WrongPhase("already_published")
                return passage.parts[intent.part].text
    action = record.actions.get(intent.target)
    if action is None or intent.part or not intent.text:
        raise UnknownThing("passage")
    return action.text


def _latest(intent: Rewrite, call: Call) -> str:
    """Give who wrote what stands there."""
    wrote = [
        fact.said.by
        for fact in call.ledger.counting()
        if isinstance(fact, Rewritten) and fact.target == intent.target and fact.part == intent.part
    ]
    person = call.record.people.get(wrote[-1] or "") if wrote else None
    return person.name if person is not None else "–"


REWRITE: Command[Rewrite | _Rest] = Command(
    name="rewrite",
    words={"sv": ("skriv om stycke",), "en": ("rewrite passage",)},
    read=_read,
    handle=_handle,
    addressed_only=True,
    who=Who.LEAD,
    shown=frozenset(),
    examples=(
        Example(
            "skriv om stycke m12:n1 0 3f2a91bc: Köerna är kortare nu.",
            says="finns inte",
            when=When.AFTER,
            lead=True,
            addressed=True,
        ),
        Example(
            "rewrite passage m12:n1 0 3f2a91bc: The queues are shorter now.",
            says="no such passage",
            language="en",
            when=When.AFTER,
            lead=True,
            addressed=True,
        ),
    ),
)
