"""What an edit or a deletion does: the message's facts are replaced or withdrawn, in the context of its writing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from handlers.command import Call, Command, Outcome
from handlers.minutes.undo import ask_about_dependants
from handlers.reading.asking import ask
from meetings.document import Document
from meetings.facts import (
    About,
    ActionAgreed,
    Agreed,
    Blocked,
    Decided,
    Fact,
    MeetingEnded,
    MeetingStarted,
    Noted,
    Option,
    QuestionRaised,
    Rewritten,
    Said,
    VersionStands,
    Withdrawn,
    WroteInMeeting,
)
from meetings.late import by_hand, is_of_minutes
from meetings.record import Phase

Understand = Callable[[str, Call, Sequence[Command[Any]]], Outcome]

_OWN_TO_A_VERSION = ("id", "said")


def edit(text: str, call: Call, changed: Said, commands: Sequence[Command[Any]], understand: Understand) -> Outcome:
    """Understand a message's new text where it was written, and let that version stand.

    `call.said` holds the message's own time and its new version, `changed` when and by whom it was edited. Until the
    minutes are published the new version counts; after that nothing changes by itself: the coordinator is asked.
    """
    message = call.said.message
    assert message is not None
    stood = call.ledger.stands(message)
    old = _content_of(call, stood)
    outcome = understand(text, call, commands)
    new = _without_repeated_undo(outcome.facts, call)
    if _same(old, new):
        return Outcome() if old or outcome.facts else Outcome(replies=outcome.replies)
    stands = VersionStands(
        **{**call.base, "said": changed}, of=message, stands=call.said.version if new else 0, why="edited"
    )
    if _published(call, (*old, *new)):
        held = stands.model_copy(update={"stands": stood if old else 0, "why": "held"})
        asked = _ask_about_late(call, changed)
        return Outcome((*new, held, *asked.facts), asked.replies)
    facts = (*new, *_superseded(old, new, call, changed), stands)
    asked = ask_about_dependants(replace(call, said=changed), facts)
    return Outcome((*facts, *asked.facts), (*outcome.replies, *asked.replies))


def delete(call: Call, changed: Said) -> Outcome:
    """Let nothing of a message count any longer.

    What it says stands, and the deletion is only told of, when its minutes are out, when the coordinator has her own
    text in its place, and when it opened or closed a meeting: that is undone, not deleted.
    """
    message = call.said.message
    assert message is not None
    stood = call.ledger.stands(message)
    old = _content_of(call, stood)
    if not old or stood == 0 or any(isinstance(fact, MeetingStarted | MeetingEnded) for fact in old):
        return Outcome()
    stands = VersionStands(**{**call.base, "said": changed}, of=message, stands=0, why="deleted")
    told_of = stands.model_copy(update={"stands": stood})
    if _published(call, old):
        asked = _ask_about_late(call, changed)
        return Outcome((told_of, *asked.facts), asked.replies)
    if by_hand(call.ledger, message):
        return Outcome((told_of,))
    asked = ask_about_dependants(replace(call, said=changed), (stands,))
    return Outcome((stands, *asked.facts), asked.replies)


def hold_back(call: Call, outcome: Outcome) -> Outcome:
    """Keep what a message says of a meeting whose minutes are already out apart from them, and ask the coordinator."""
    message = call.said.message
    if message is None or not outcome.facts or not _published(call, outcome.facts):
        return outcome
    held = VersionStands(**call.base, of=message, stands=0, why="held")
    asked = _ask_about_late(call, call.said)
    return Outcome((*outcome.facts, held, *asked.facts), asked.replies, outcome.readings)


def is_content(fact: Fact) -> bool:
    """Tell whether a fact is what a message says, and not only that somebody wrote or that something was stopped."""
    return not isinstance(fact, WroteInMeeting | Blocked)


def _content_of(call: Call, version: int) -> tuple[Fact, ...]:
    assert call.said.message is not None
    return tuple(fact for fact in call.ledger.of_message(call.said.message, version) if is_content(fact))


def _without_repeated_undo(facts: Sequence[Fact], call: Call) -> tuple[Fact, ...]:
    """Leave out what an undo took back already before its message was edited."""
    assert call.said.message is not None
    return tuple(fact for fact in facts if not (isinstance(fact, Withdrawn) and _undone(fact, call)))


def _undone(undo: Withdrawn, call: Call) -> bool:
    earlier = (fact for fact in call.ledger.facts if isinstance(fact, Withdrawn))
    done = {target for fact in earlier if fact.said.message == undo.said.message for target in fact.targets}
    return done.issuperset(undo.targets)


def _superseded(old: Sequence[Fact], new: Sequence[Fact], call: Call, changed: Said) -> tuple[Fact, ...]:
    """Withdraw corrections of passages that the message now words otherwise: its newest words count.

    The coordinator's own text in the draft is no such correction: it stands.
    """
    before, after = _passages(old), _passages(new)
    targets = tuple(
        fact.id
        for fact in call.ledger.counting()
        if isinstance(fact, Rewritten)
        and not fact.by_hand
        and (fact.target, fact.part) in before
        and before[fact.target, fact.part] != after.get((fact.target, fact.part))
    )
    return (Withdrawn(**{**call.base, "said": changed}, targets=targets),) if targets else ()


def _passages(facts: Sequence[Fact]) -> dict[tuple[str, int], str]:
    """Give the passages that facts bring, by what a correction names them with."""
    found: dict[tuple[str, int], str] = {}
    for fact in facts:
        match fact:
            case Noted():
                found.update({(fact.note, part): block.text for part, block in enumerate(fact.blocks)})
            case Decided():
                found.update({(fact.decision, part): clause for part, clause in enumerate(fact.clauses)})
            case Agreed():
                found[fact.agreement, 0] = fact.text
            case ActionAgreed():
                found[fact.action, 0] = fact.text
            case QuestionRaised():
                found[fact.question, 0] = fact.text
            case _:
                pass
    return found


def _published(call: Call, facts: Sequence[Fact]) -> bool:
    now = call.ledger.record.meetings
    return any(
        meeting.phase is Phase.PUBLISHED and is_of_minutes(fact, meeting)
        for fact in facts
        if fact.meeting is not None and (meeting := now.get(fact.meeting)) is not None
    )


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
    return fact.model_dump(exclude=set(_OWN_TO_A_VERSION))
