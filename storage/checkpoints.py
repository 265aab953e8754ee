"""Checkpoints within one transaction: which facts a group's open work rests on, so that only those are read."""

from collections.abc import Sequence
from datetime import UTC

from sqlalchemy import delete, insert
from sqlmodel import Session, col

from meetings.facts import Fact
from meetings.ledger import Checkpoint
from storage.ledger import read_facts
from storage.tables import CheckpointRow, FactRow

AT_ONCE = 500
"""How many facts one statement asks for by their sequences."""


def keep_checkpoint(session: Session, group: str, checkpoint: Checkpoint) -> None:
    """Keep a group's newest checkpoint in place of the one before."""
    drop_checkpoint(session, group)
    session.execute(
        insert(CheckpointRow).values(
            group_id=group,
            version=checkpoint.version,
            kept=_ranges(checkpoint.kept),
            since=checkpoint.since.astimezone(UTC),
        )
    )


def drop_checkpoint(session: Session, group: str) -> None:
    """Forget a group's checkpoint; it is made anew from its facts."""
    session.execute(delete(CheckpointRow).where(col(CheckpointRow.group_id) == group))


def read_checkpoint(session: Session, group: str) -> tuple[Checkpoint | None, tuple[tuple[int, Fact], ...]]:
    """Read a group's checkpoint, if there is one, and the facts it kept. Raises BrokenDatabase."""
    row = session.get(CheckpointRow, group)
    if row is None:
        return None, ()
    kept = tuple(sequence for first, last in row.kept for sequence in range(first, last + 1))
    facts = [
        numbered
        for begin in range(0, len(kept), AT_ONCE)
        for numbered in read_facts(session, group, col(FactRow.sequence).in_(kept[begin : begin + AT_ONCE]))
    ]
    return Checkpoint(row.version, kept, row.since), tuple(facts)


def _ranges(sequences: Sequence[int]) -> list[list[int]]:
    """Write ascending numbers as runs, each by its first and last."""
    runs: list[list[int]] = []
    for sequence in sequences:
        if runs and runs[-1][1] == sequence - 1:
            runs[-1][1] = sequence
        else:
            runs.append([sequence, sequence])
    return runs
