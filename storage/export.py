"""What is kept of a group or of a person, read in one transaction, to be handed out; and which groups were."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session, col, select

from meetings.facts import dump
from storage.attachments import Content, read_contents
from storage.database import Database
from storage.ledger import read_facts, require
from storage.published import Revision, read_files
from storage.tables import ConversationRow, FactRow, GroupRow, MetaRow, OutboxRow, RevisionRow

_EXPORTED = "exported:"


@dataclass(frozen=True)
class Kept:
    """All that is kept of a group at a version. Facts are as JSON holds them, with their words, in ledger order."""

    group: str
    name: str
    platform: str
    version: int
    conversations: tuple[tuple[str, str], ...]
    facts: tuple[Mapping[str, Any], ...]
    revisions: tuple[tuple[Revision, Mapping[str, bytes]], ...]
    posts: tuple[Mapping[str, Any], ...]
    attachments: tuple[Content, ...] = ()


@dataclass(frozen=True)
class Exported:
    """That a group was handed out up to a version, when, and the SHA-256 of the manifest."""

    version: int
    at: datetime
    checksum: str


class Exports:
    """Reads what is to be handed out. Every method may raise StorageError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def kept(self, group: str) -> Kept:
        """Read all that is kept of a group. Raises UnknownGroup."""
        return await self._database.read(lambda session: read_kept(session, group))

    async def exported(self, group: str, exported: Exported) -> None:
        """Take down that a group was handed out, in place of the time before."""
        told = {"version": exported.version, "at": exported.at.isoformat(), "checksum": exported.checksum}
        row = MetaRow(key=f"{_EXPORTED}{group}", value=json.dumps(told))
        await self._database.write(lambda session: session.merge(row))

    async def last(self, group: str) -> Exported | None:
        """Give when a group was last handed out, if ever."""
        return await self._database.read(lambda session: last_export(session, group))


def last_export(session: Session, group: str) -> Exported | None:
    """Give when a group was last handed out, if ever."""
    row = session.get(MetaRow, f"{_EXPORTED}{group}")
    if row is None:
        return None
    told = json.loads(row.value)
    return Exported(told["version"], datetime.fromisoformat(told["at"]), told["checksum"])


def read_kept(session: Session, group: str) -> Kept:
    """Read all that is kept of a group. Raises UnknownGroup."""
    version = require(session, group)
    row = session.get_one(GroupRow, group)
    conversations = session.exec(
        select(ConversationRow.platform, ConversationRow.conversation)
        .where(ConversationRow.group_id == group)
        .order_by(col(ConversationRow.platform), col(ConversationRow.conversation))
    )
    facts = read_facts(session, group, col(FactRow.sequence) > 0)
    return Kept(
        group=group,
        name=row.name,
        platform=row.platform,
        version=version,
        conversations=tuple((platform, place) for platform, place in conversations),
        facts=tuple({"sequence": sequence, **_whole(dump(fact))} for sequence, fact in facts),
        revisions=tuple(_revisions(session, group)),
        posts=tuple(_posts(session, group)),
        attachments=read_contents(session, group),
    )


def _whole(parts: tuple[dict[str, Any], dict[str, Any]]) -> dict[str, Any]:
    payload, words = parts
    return {**payload, **words}


def _revisions(session: Session, group: str) -> Sequence[tuple[Revision, Mapping[str, bytes]]]:
    query = (
        select(RevisionRow)
        .where(RevisionRow.group_id == group)
        .order_by(col(RevisionRow.published_at), col(RevisionRow.meeting_id), col(RevisionRow.revision))
    )
    rows = session.exec(query).all()
    return [
        (
            Revision(row.meeting_id, row.revision, row.status, row.minutes, row.published_at),
            read_files(session, group, row.meeting_id, row.revision),
        )
        for row in rows
    ]


def _posts(session: Session, group: str) -> Sequence[Mapping[str, Any]]:
    """Read what was said and to whom, without what was said: that is in the facts, or nowhere any more."""
    order = (col(OutboxRow.created_at), col(OutboxRow.number))
    shown = ("key", "platform", "kind", "verb", "recipient", "meeting_id", "state")
    return [
        {**{name: getattr(row, name) for name in shown}, "created_at": row.created_at.astimezone(UTC).isoformat()}
        for row in session.exec(select(OutboxRow).where(OutboxRow.group_id == group).order_by(*order))
    ]
