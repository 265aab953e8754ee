"""What an edit or a deletion does: the message's facts are replaced or withdrawn, in the context of its writing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from handlers.asking import ask
from handlers.command import Call, Command, Outcome
from handlers.undo import ask_about_dependants
from meetings.document import Document
from meetings.facts import About, Fact, Option, Said, VersionStands
from meetings.record import Phase

Understand = Callable[[str, Call, Sequence[Command[Any]]], Outcome]

_ACKNOWLEDGED_ALREADY = ("id", "said")


def edit(text: str, call: Call, changed: Said, commands: Sequence[Command[Any]], understand: Understand) -> Outcome:
    """Understand a message's new text where it was written, and let that version stand.

    `call.said` holds the message's own time and its new version, `changed` when and by whom it was edited. Until the
    minutes are published the new version counts; after that nothing changes by itself: the coordinator is asked.
    """
    message = call.said.message
    assert message is not None
    stood = call.ledger.stands(message)
    old = call.ledger.of_message(message, stood)
    outcome = understand(text, call, commands)
    if _same(old, outcome.facts):
        return Outcome()
    stands = VersionStands(
        **{**call.base, "said": changed}, of=message, stands=call.said.version if outcome.facts else 0, why="edited"
    )
    if _published(call, (*old, *outcome.facts)):
        held = stands.model_copy(update={"stands": stood if old else 0, "why": "held"})
        asked = _ask_about_late(call, changed)
        return Outcome((*outcome.facts, held, *asked.facts), asked.replies)
    asked = ask_about_dependants(replace(call, said=changed), stands)
    replies = outcome.replies if old else (*outcome.replies,)
    return Outcome((*outcome.facts, stands, *asked.facts), (*replies, *asked.replies))


def delete(call: Call, changed: Said) -> Outcome:
    """Let nothing of a message count any longer, unless its minutes are out: then the coordinator is asked."""
    message = call.said.message
    assert message is not None
    stood = call.ledger.stands(message)
    old = call.ledger.of_message(message, stood)
    if not old or stood == 0:
        return Outcome()
    stands = VersionStands(**{**call.base, "said": changed}, of=message, stands=0, why="deleted")
    if _published(call, old):
        asked = _ask_about_late(call, changed)
        return Outcome(asked.facts, asked.replies)
    asked = ask_about_dependants(replace(call, said=changed), stands)
    return Outcome((stands, *asked.facts), asked.replies)


def hold_back(call: Call, outcome: Outcome) -> Outcome:
    """Keep what a message says of a meeting whose minutes are already out apart from them, and ask the coordinator."""
    message = call.said.message
    if message is None or not outcome.facts or not _published(call, outcome.facts):
        return outcome
    held = VersionStands(**call.base, of=message, stands=0, why="held")
    asked = _ask_about_late(call, call.said)
    return Outcome((*outcome.facts, held, *asked.facts), asked.replies)


def _published(call: Call, facts: Sequence[Fact]) -> bool:
    now = call.ledger.record.meetings
    return any(
        fact.meeting in now and now[fact.meeting].phase is Phase.PUBLISHED and _belongs_to_minutes(fact)
        for fact in facts
    )


def _belongs_to_minutes(fact: Fact) -> bool:
    return fact.kind not in ("asked", "answered", "wrote_in_meeting", "supported", "published", "blocked")


def _ask_about_late(call: Call, changed: Said) -> Outcome:
    coordinators = call.record.coordinators
    if not coordinators:
        return Outcome()
    texts = call.texts
    message = call.said.message
    name = call.speaker.name if call.speaker else call.author
    options = (
        Option(label=texts.t("edits.leave"), text=""),
        Option(label=texts.t("edits.correct"), text=texts.t("edits.say_correct", message=message)),
    )
    question = Document.of(texts.paragraph("edits.after_publication", name=name))
    at_change = replace(call, said=changed)
    return ask(at_change, About.LATE_EDIT, question, options=options, to=coordinators[0].id, concerns=message)


def _same(old: Sequence[Fact], new: Sequence[Fact]) -> bool:
    """Tell whether two versions say the same: an edit that only adds a link's preview, or a comma the record drops."""
    return [_content(fact) for fact in old] == [_content(fact) for fact in new]


def _content(fact: Fact) -> dict[str, Any]:
    return fact.model_dump(exclude=set(_ACKNOWLEDGED_ALREADY))
