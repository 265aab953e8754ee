"""What was changed in messages after a meeting's end: never hidden, and one step to take back (hard case 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from meetings.captured import describe
from meetings.facts import (
    ActionAgreed,
    AdjusterChosen,
    Agreed,
    AttachmentAnnounced,
    AttendanceReported,
    Decided,
    DecisionProposed,
    EventNoted,
    Fact,
    ItemLeft,
    ItemProposed,
    ItemTaken,
    MeetingEnded,
    MeetingStarted,
    Noted,
    OfficeTaken,
    PassageIncluded,
    PreviousMinutesApproved,
    QuestionRaised,
    Recused,
    Reserved,
    Rewritten,
    UnknownSpeaker,
    VersionStands,
)
from meetings.language import texts_for
from meetings.ledger import Ledger
from meetings.record import Meeting

_OF_MINUTES = (
    AdjusterChosen,
    AttachmentAnnounced,
    AttendanceReported,
    Agreed,
    Decided,
    DecisionProposed,
    EventNoted,
    ItemLeft,
    ItemTaken,
    MeetingEnded,
    MeetingStarted,
    Noted,
    OfficeTaken,
    PassageIncluded,
    PreviousMinutesApproved,
    Recused,
    Reserved,
    Rewritten,
    UnknownSpeaker,
)
_LIVES_ON = (ActionAgreed, QuestionRaised)


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
    for stand in ledger.facts:
        if not isinstance(stand, VersionStands) or stand.said.at <= meeting.ended_at:
            continue
        own = ledger.of_message(stand.of)
        if not any(fact.meeting == meeting_id for fact in own):
            continue
        if stand.why in ("restored", "held"):
            changes.pop(stand.of, None)
            continue
        before = (
            changes[stand.of].before if stand.of in changes else late_words(ledger, stand.of, _before(ledger, stand))
        )
        changes[stand.of] = LateChange(
            message=stand.of,
            by=stand.said.by,
            why="deleted" if stand.why == "deleted" or stand.stands == 0 else "edited",
            before=before,
            after="" if stand.why == "deleted" else late_words(ledger, stand.of, stand.stands),
            kept=by_hand(ledger, stand.of),
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


def by_hand(ledger: Ledger, message: str) -> bool:
    """Tell whether the coordinator's own text stands in the draft for something that a message said."""
    own = (fact for fact in ledger.counting() if isinstance(fact, Rewritten) and fact.by_hand)
    return any(fact.target.rpartition(":")[0] == message for fact in own)


def is_of_minutes(fact: Fact, meeting: Meeting) -> bool:
    """Tell whether a fact is something that the minutes of its meeting are made of.

    What people agree on between meetings, for the next one or about its tasks, is not.
    """
    if isinstance(fact, _LIVES_ON):
        return meeting.ended_at is None or fact.said.at <= meeting.ended_at
    return isinstance(fact, _OF_MINUTES)


def late_words(ledger: Ledger, message: str, version: int) -> str:
    """Give what a version of a message put into the record, in its own words."""
    return "\n".join(words for fact in ledger.of_message(message, version) if (words := _words_of(fact, ledger)))


def _words_of(fact: Fact, ledger: Ledger) -> str:
    match fact:
        case Noted():
            return "\n".join(block.text for block in fact.blocks)
        case Decided():
            return "\n".join(fact.clauses)
        case Agreed() | QuestionRaised():
            return fact.text
        case ItemProposed():
            return fact.title
        case ItemTaken():
            return ""
        case _:
            return describe(fact, ledger.record, texts_for(ledger.record.group.language))
