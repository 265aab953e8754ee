"""Files that people send along with what they write: what a platform tells of them, and which are let go of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from meetings.facts import AttachmentAnnounced, AttachmentLetGo, Fact, VersionStands
from meetings.record import Passage, Record


@dataclass(frozen=True)
class SharedFile:
    """A file in a message. `ref` is what the platform fetches it by, `url` where people find it, `size` in bytes."""

    name: str
    ref: str
    size: int | None = None
    url: str | None = None


def announced(record: Record, message: str, ref: str) -> Passage | None:
    """Give the attachment that a message's file is in the record, if it counts."""
    found = (p for meeting in record.meetings.values() for p in meeting.passages if p.message == message)
    return next((passage for passage in found if passage.ref == ref), None)


def let_go(record: Record, facts: Sequence[Fact]) -> tuple[AttachmentLetGo, ...]:
    """Give what these facts of an edit or a deletion let go of: the kept files that no message brings any more."""
    return tuple(_let_go(record, facts))


def _let_go(record: Record, facts: Sequence[Fact]) -> Iterator[AttachmentLetGo]:
    for stands in facts:
        if not isinstance(stands, VersionStands) or stands.why == "held":
            continue
        brought = [f for f in facts if f.said.message == stands.of and f.said.version == stands.stands]
        if stands.stands and not brought:
            continue  # only told of: what the message said stands
        left = {fact.ref for fact in brought if isinstance(fact, AttachmentAnnounced)}
        for (message, ref), kept in record.kept_files.items():
            if message == stands.of and ref not in left:
                # Never before it was kept, however the clocks go: it is folded in the order of the writing.
                said = stands.said.model_copy(update={"message": None, "at": max(stands.said.at, kept.at)})
                yield AttachmentLetGo(id=f"{stands.id}:{ref}", said=said, meeting=kept.meeting, of=message, ref=ref)
