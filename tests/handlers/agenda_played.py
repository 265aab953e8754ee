"""Play a whole message through the commands of agenda and calendar, in the catalogue's manner."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from handlers.agenda.changes import CHANGE_ITEM
from handlers.agenda.course import LEAVE_ITEM, TAKE_ITEM
from handlers.agenda.items import ADD_TO_PROPOSAL, PROPOSE_ITEM
from handlers.agenda.moving import MOVE_ITEM
from handlers.agenda.postponing import POSTPONE_ITEM
from handlers.agenda.removing import REMOVE_ITEM
from handlers.agenda.showing import SHOW_AGENDA
from handlers.calendar.changes import CANCEL_MEETING, MOVE_MEETING, PLAN_MEETING, RENAME_MEETING
from handlers.catalogue import COMMANDS
from handlers.command import Answer, Call, Command, Reply, Tell
from handlers.reading.parts import split, take_apart
from meetings.document import Entry, ListBlock
from meetings.facts import Fact

AGENDA: tuple[Command[Any], ...] = (
    PROPOSE_ITEM,
    ADD_TO_PROPOSAL,
    REMOVE_ITEM,
    POSTPONE_ITEM,
    MOVE_ITEM,
    CHANGE_ITEM,
    TAKE_ITEM,
    LEAVE_ITEM,
    SHOW_AGENDA,
)
CALENDAR: tuple[Command[Any], ...] = (CANCEL_MEETING, MOVE_MEETING, RENAME_MEETING, PLAN_MEETING)

NAMES = {command.name for command in (*AGENDA, *CALENDAR)}
IN_ORDER = tuple(command for command in COMMANDS if command.name in NAMES)


@dataclass(frozen=True)
class Played:
    """What became of a message."""

    facts: tuple[Fact, ...]
    replies: tuple[Reply, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """Give the kinds of its facts, in order."""
        return tuple(fact.kind for fact in self.facts)

    @property
    def said(self) -> str:
        """Give all that was said of it, as one text."""
        return "\n".join(_words(reply) for reply in self.replies if isinstance(reply, Answer | Tell))


def _words(reply: Answer | Tell) -> str:
    lines: list[str] = []
    for block in reply.document.blocks:
        entries: tuple[Any, ...] = block.items if isinstance(block, ListBlock) else (block,)
        for number, part in enumerate(entries, 1):
            text = "".join(run.text for run in getattr(part, "runs", ()))
            ordered = isinstance(part, Entry) and isinstance(block, ListBlock) and block.ordered
            lines.append(f"{number}. {text}" if ordered else text)
    return "\n".join(lines)


def play(text: str, call: Call) -> Played:
    """Let the commands read each sentence in turn; a later claim on the same words loses. Errors are raised."""
    parts = take_apart(text)
    call = replace(call, addressed=call.addressed or parts.addressed)
    facts: list[Fact] = []
    replies: list[Reply] = []
    through = -1
    for sentence in split(parts.lines):
        if sentence.line <= through:
            continue
        spans: list[tuple[int, int]] = []
        for command in IN_ORDER:
            for claim in command.read(sentence, call):
                assert 0 <= claim.span[0] <= claim.span[1] <= len(sentence.text)
                if any(start < claim.span[1] and claim.span[0] < end for start, end in spans):
                    continue
                spans.append(claim.span)
                if claim.lines:
                    through = sentence.following[claim.lines - 1].line
                outcome = command.handle(claim.intent, call)
                facts += outcome.facts
                replies += outcome.replies
    return Played(tuple(facts), tuple(replies))
