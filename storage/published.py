"""What was published, within one transaction: kept once, read back only if it is still the same."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import insert
from sqlmodel import Session, col, select

from storage.attachments import freeze_contents
from storage.errors import BrokenDatabase
from storage.tables import RevisionFileRow, RevisionRow


@dataclass(frozen=True)
class Revision:
    """Minutes as published: `minutes` is their JSON, `files` the bytes of each format; frozen once kept."""

    meeting: str
    number: int
    status: str
    minutes: str
    published_at: datetime
    files: Mapping[str, bytes] = field(default_factory=dict)
    attachments: tuple[str, ...] = ()
    """The checksums of the files it names that people shared and the group keeps."""

    @property
    def checksum(self) -> str:
        """Give the SHA-256 of the minutes' JSON, in hexadecimal."""
        return _checksum(self.minutes.encode())


def keep_revision(session: Session, group: str, revision: Revision) -> None:
    """Keep a revision and its files, each with its checksum."""
    key = {"group_id": group, "meeting_id": revision.meeting, "revision": revision.number}
    session.execute(
        insert(RevisionRow).values(
            **key,
            status=revision.status,
            minutes=revision.minutes,
            checksum=revision.checksum,
            published_at=revision.published_at,
        )
    )
    files = [
        {**key, "format": format, "content": content, "checksum": _checksum(content)}
        for format, content in sorted(revision.files.items())
    ]
    if files:
        session.execute(insert(RevisionFileRow), files)
    freeze_contents(session, group, revision.meeting, revision.number, revision.attachments)


def read_revisions(session: Session, group: str, meeting: str) -> tuple[Revision, ...]:
    """Read what was published of a meeting, oldest first, without its files. Raises BrokenDatabase."""
    query = (
        select(RevisionRow)
        .where(RevisionRow.group_id == group, RevisionRow.meeting_id == meeting)
        .order_by(col(RevisionRow.revision))
    )
    return tuple(_published(row) for row in session.exec(query))


def read_latest(session: Session, group: str, meeting: str) -> Revision | None:
    """Read the latest of what was published of a meeting, without its files. Raises BrokenDatabase."""
    query = (
        select(RevisionRow)
        .where(RevisionRow.group_id == group, RevisionRow.meeting_id == meeting)
        .order_by(col(RevisionRow.revision).desc())
        .limit(1)
    )
    row = session.exec(query).first()
    return _published(row) if row is not None else None


def read_files(session: Session, group: str, meeting: str, number: int) -> dict[str, bytes]:
    """Read the files of a published revision by format. Raises BrokenDatabase."""
    query = (
        select(RevisionFileRow)
        .where(
            RevisionFileRow.group_id == group,
            RevisionFileRow.meeting_id == meeting,
            RevisionFileRow.revision == number,
        )
        .order_by(col(RevisionFileRow.format))
    )
    return {row.format: _content(row) for row in session.exec(query)}


def _published(row: RevisionRow) -> Revision:
    found = Revision(row.meeting_id, row.revision, row.status, row.minutes, row.published_at)
    if found.checksum != row.checksum:
        raise BrokenDatabase(f"Revision {row.revision} of meeting {row.meeting_id} is not what was published.")
    return found


def _content(row: RevisionFileRow) -> bytes:
    if _checksum(row.content) != row.checksum:
        raise BrokenDatabase(f"The {row.format} file of revision {row.revision} is not what was published.")
    return row.content


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
