"""What was changed in messages after a meeting's end: never hidden, and one step to take back (hard case 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from meetings.facts import Agreed, Decided, Fact, ItemProposed, Noted, QuestionRaised, Rewritten, VersionStands
from meetings.ledger import Ledger


@dataclass(frozen=True)
class LateChange:
    """A message that was edited or deleted after the end: what it said before, and what it says now.

    `kept` tells that the coordinator's own text stands in its place in the draft.
    """

    message: str
    by: str | None
    why: Literal["edited", "deleted"]
    before: str
    after: str
    kept: bool = False


def late_changes(ledger: Ledger, meeting_id: str) -> tuple[LateChange, ...]:
    """List the messages of a meeting that were changed after its end and still stand changed."""
    meeting = ledger.record.meetings[meeting_id]
    if meeting.ended_at is None:
        return ()
    changes: dict[str, LateChange] = {}
    by_hand = {fact.target.split(":")[0] for fact in ledger.facts if isinstance(fact, Rewritten) and fact.by_hand}
    for stand in ledger.facts:
        if not isinstance(stand, VersionStands) or stand.said.at <= meeting.ended_at:
            continue
        own = ledger.of_message(stand.of)
        if not any(fact.meeting == meeting_id for fact in own):
            continue
        if stand.why in ("restored", "held"):
            changes.pop(stand.of, None)
            continue
        before = changes[stand.of].before if stand.of in changes else late_words(ledger, stand.of, _before(ledger, stand))
        changes[stand.of] = LateChange(
            message=stand.of,
            by=stand.said.by,
            why="deleted" if stand.stands == 0 else "edited",
            before=before,
            after=late_words(ledger, stand.of, stand.stands),
            kept=stand.of in by_hand,
        )
    return tuple(change for change in changes.values() if change.before != change.after)


def _before(ledger: Ledger, stand: VersionStands) -> int:
    """Give the version that stood before this one was said to."""
    stood = 1
    for earlier in ledger.versions(stand.of):
        if earlier is stand:
            break
        stood = earlier.stands
    return stood


def late_words(ledger: Ledger, message: str, version: int) -> str:
    """Give what a version of a message put into the record, in its own words."""
    return "\n".join(words for fact in ledger.of_message(message, version) if (words := _words_of(fact)))


def _words_of(fact: Fact) -> str:
    match fact:
        case Noted():
            return "\n".join(block.text for block in fact.blocks)
        case Decided():
            return "\n".join(fact.clauses)
        case Agreed() | QuestionRaised():
            return fact.text
        case ItemProposed():
            return fact.title
        case _:
            return ""
