"""Files that people shared and the group keeps, within one transaction: what a published revision names stays."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, exists, insert, select
from sqlmodel import Session

from meetings.facts import AttachmentLetGo, Fact
from storage.errors import BrokenDatabase
from storage.tables import AttachmentRow, RevisionAttachmentRow

A: Any = AttachmentRow.__table__  # type: ignore[attr-defined]
R: Any = RevisionAttachmentRow.__table__  # type: ignore[attr-defined]
PUBLISHED: ColumnElement[bool] = exists().where(
    R.c.group_id == A.c.group_id, R.c.message == A.c.message, R.c.ref == A.c.ref
)
"""Holds for a file that a published revision names."""


@dataclass(frozen=True)
class Content:
    """A file of a message, whole; `ref` is what the platform knows it by."""

    message: str
    ref: str
    content: bytes
    kept_at: datetime

    @property
    def sha256(self) -> str:
        """Give its checksum, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


def keep_content(session: Session, group: str, kept: Content) -> None:
    """Keep a file, in place of what was let go of."""
    key = {"group_id": group, "message": kept.message, "ref": kept.ref}
    told = {"sha256": kept.sha256, "size": len(kept.content), "kept_at": kept.kept_at}
    there = session.execute(select(A.c.sha256).where(*(A.c[name] == value for name, value in key.items()))).scalar()
    if there is None:
        session.execute(insert(A).values(**key, **told, content=kept.content))


def freeze_contents(session: Session, group: str, meeting: str, revision: int, checksums: Sequence[str]) -> None:
    """Take down that a revision names the files with these checksums: they can no longer be removed."""
    if checksums:
        named = select(A.c.message, A.c.ref).where(A.c.group_id == group, A.c.sha256.in_(checksums))
        rows = [
            {"group_id": group, "meeting_id": meeting, "revision": revision, "message": message, "ref": ref}
            for message, ref in session.execute(named)
        ]
        if rows:
            session.execute(insert(R), rows)


def let_go_of_contents(session: Session, group: str, facts: Sequence[Fact]) -> bool:
    """Remove the files that these facts let go of, but what is published; tell whether there were any."""
    gone = [fact for fact in facts if isinstance(fact, AttachmentLetGo)]
    for fact in gone:
        session.execute(delete(A).where(A.c.group_id == group, A.c.message == fact.of, A.c.ref == fact.ref, ~PUBLISHED))
    return bool(gone)


def remove_unpublished(session: Session, group: str, files: Sequence[tuple[str, str]]) -> int:
    """Remove files, each named by its message and ref, but what is published; give how many those were."""
    removed = 0
    for message, ref in files:
        place = and_(A.c.group_id == group, A.c.message == message, A.c.ref == ref)
        done: Any = session.execute(delete(A).where(place, ~PUBLISHED))
        removed += int(done.rowcount)
    return removed


def remove_of_messages(session: Session, group: str, messages: Sequence[str]) -> int:
    """Remove the files of these messages, but what is published; give how many those were."""
    if not messages:
        return 0
    done: Any = session.execute(delete(A).where(_of(group, messages), ~PUBLISHED))
    return int(done.rowcount)


def count_of_messages(session: Session, group: str, messages: Sequence[str]) -> tuple[int, int]:
    """Count the files of these messages: those that can be removed, and those that are published."""
    if not messages:
        return 0, 0
    found = session.execute(select(PUBLISHED).select_from(A).where(_of(group, messages))).scalars().all()
    return len(found) - sum(map(bool, found)), sum(map(bool, found))


def read_content(session: Session, group: str, ref: str) -> tuple[str, bytes] | None:
    """Read a file and the message it came in. Raises BrokenDatabase when it is no longer what was kept."""
    row = session.execute(select(A).where(A.c.group_id == group, A.c.ref == ref)).mappings().first()
    return (row["message"], _whole(row)) if row is not None else None


def checksum_of(session: Session, group: str, message: str, ref: str) -> tuple[str, int] | None:
    """Give the checksum of a file and how many bytes it has; None when it is not kept."""
    place = and_(A.c.group_id == group, A.c.message == message, A.c.ref == ref)
    found = session.execute(select(A.c.sha256, A.c.size).where(place)).first()
    return (found[0], found[1]) if found is not None else None


def read_contents(session: Session, group: str) -> tuple[Content, ...]:
    """Read all the files of a group, in the order they were kept. Raises BrokenDatabase."""
    rows = session.execute(select(A).where(A.c.group_id == group).order_by(A.c.kept_at, A.c.message, A.c.ref))
    return tuple(Content(row["message"], row["ref"], _whole(row), row["kept_at"]) for row in rows.mappings())


def _of(group: str, messages: Sequence[str]) -> ColumnElement[bool]:
    found: ColumnElement[bool] = and_(A.c.group_id == group, A.c.message.in_(messages))
    return found


def _whole(row: Mapping[Any, Any]) -> bytes:
    content: bytes = row["content"]
    if hashlib.sha256(content).hexdigest() != row["sha256"]:
        raise BrokenDatabase(f"The file {row['ref']} of message {row['message']} is not what was kept.")
    return content
