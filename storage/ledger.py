"""The ledger within one transaction: its version, its facts, and the words beside them."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import insert, update
from sqlmodel import Session, col, select

from meetings.facts import (
    AttachmentKept,
    AttachmentLetGo,
    Fact,
    MeetingCancelled,
    MeetingMoved,
    MeetingPlanned,
    MeetingRenamed,
    VersionStands,
    dump,
    load,
)
from storage.errors import BrokenDatabase, UnknownGroup, VersionMoved
from storage.tables import FactRow, GroupRow, TextRow
from storage.wakes import AT_ONCE


def require(session: Session, group: str) -> int:
    """Give a group's version. Raises UnknownGroup."""
    version = session.exec(select(GroupRow.version).where(GroupRow.id == group)).one_or_none()
    if version is None:
        raise UnknownGroup(group)
    return version


def advance(session: Session, group: str, expected: int, by: int) -> int:
    """Move the group's version on in one statement, which is also the lock on its ledger, and return it.

    Raises VersionMoved when it is not at `expected`, and UnknownGroup.
    """
    # What falls due may be other things now: the clock is to look at the group.
    values: dict[str, Any] = {"version": expected + by} | ({"wakes_at": AT_ONCE} if by else {})
    moved = session.execute(
        update(GroupRow)
        .where(col(GroupRow.id) == group, col(GroupRow.version) == expected)
        .values(**values)
        .returning(col(GroupRow.version))
    ).scalar()
    if moved is None:
        require(session, group)
        raise VersionMoved(group, expected)
    return expected + by


def keep_facts(session: Session, group: str, version: int, facts: Sequence[Fact]) -> None:
    """Keep facts as the next after `version`, their words apart from them."""
    rows, words = [], []
    for sequence, fact in enumerate(facts, version + 1):
        payload, texts = dump(fact)
        rows.append(
            {
                "group_id": group,
                "sequence": sequence,
                "fact_id": fact.id,
                "kind": fact.kind,
                "meeting_id": _meeting(fact),
                "message": _message(fact),
                "at": fact.said.at,
                "payload": payload,
            }
        )
        if texts:
            words.append({"group_id": group, "fact_id": fact.id, "texts": texts})
    if rows:
        session.execute(insert(FactRow), rows)
    if words:
        session.execute(insert(TextRow), words)


def _message(fact: Fact) -> str | None:
    """Give the message a fact is found by: what is said of its versions or files is found with that message."""
    return fact.of if isinstance(fact, VersionStands | AttachmentKept | AttachmentLetGo) else fact.said.message


def _meeting(fact: Fact) -> str | None:
    """Give the meeting a fact is found by: when one is booked, moved … that one, else the one it was said in."""
    if isinstance(fact, MeetingPlanned | MeetingMoved | MeetingRenamed | MeetingCancelled):
        return fact.target
    return fact.meeting


def blank_texts(session: Session, group: str, facts: Sequence[str]) -> None:
    """Forget the words in these facts; the facts stand."""
    if facts:
        session.execute(
            update(TextRow).where(col(TextRow.group_id) == group, col(TextRow.fact_id).in_(facts)).values(texts={})
        )


def read_facts(session: Session, group: str, condition: Any) -> list[tuple[int, Fact]]:
    """Read the facts whose rows meet a condition, each after its sequence and in that order. Raises BrokenDatabase."""
    query = (
        select(FactRow.sequence, FactRow.payload, TextRow.texts)
        .join(
            TextRow,
            (col(TextRow.group_id) == col(FactRow.group_id)) & (col(TextRow.fact_id) == col(FactRow.fact_id)),
            isouter=True,
        )
        .where(FactRow.group_id == group, condition)
        .order_by(col(FactRow.sequence))
    )
    return [(sequence, _fact(sequence, payload, texts or {})) for sequence, payload, texts in session.exec(query)]


def _fact(sequence: int, payload: Mapping[str, Any], texts: Mapping[str, Any]) -> Fact:
    try:
        return load(payload, texts)
    except (KeyError, ValueError):
        # Not passed on: it quotes what the fact says.
        kind = payload.get("kind")
        raise BrokenDatabase(f"Fact {sequence} ({kind}) cannot be read; a newer program may have kept it.") from None
