"""The rows: one table for each thing that is kept, and nothing else."""

# No `from __future__ import annotations` here: SQLModel reads the annotations themselves.

from datetime import date as Day
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    MetaData,
    Text,
    UniqueConstraint,
    text,
)
from sqlmodel import Field, SQLModel

# SQLite can only drop or change a constraint that has a name.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(SQLModel):
    """What all rows share: one catalogue of tables with named constraints."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMES)


def _partial(table: str, *columns: str, where: str) -> Index:
    """Index only the rows that a condition holds for; a query must state it in the same words."""
    name = f"ix_{table}_{columns[0]}"
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))


class GroupRow(Row, table=True):
    """A group; `version` is the number of facts in its ledger, `wakes_at` when the clock is to look at it next."""

    __tablename__ = "groups"
    __table_args__ = (_partial("groups", "wakes_at", where="wakes_at IS NOT NULL"),)

    id: str = Field(primary_key=True)
    name: str
    slug: str
    platform: str
    version: int = Field(sa_type=BigInteger)
    wakes_at: datetime | None = None


class ConversationRow(Row, table=True):
    """A conversation that a group is reached in; several groups may share one."""

    __tablename__ = "conversations"

    platform: str = Field(primary_key=True)
    conversation: str = Field(primary_key=True)
    group_id: str = Field(primary_key=True, foreign_key="groups.id", index=True)


class FactRow(Row, table=True):
    """One fact in a group's ledger, without the words in it. Never changed, never removed."""

    __tablename__ = "facts"
    __table_args__ = (
        UniqueConstraint("group_id", "fact_id"),
        Index(None, "group_id", "message"),
        Index(None, "group_id", "meeting_id"),
    )

    group_id: str = Field(primary_key=True, foreign_key="groups.id")
    sequence: int = Field(primary_key=True, sa_type=BigInteger)
    fact_id: str
    kind: str
    meeting_id: str | None
    message: str | None
    at: datetime
    payload: dict[str, Any] = Field(sa_type=JSON)


class TextRow(Row, table=True):
    """The words in a fact, kept apart so that they can be blanked while the fact stands."""

    __tablename__ = "texts"
    __table_args__ = (ForeignKeyConstraint(["group_id", "fact_id"], ["facts.group_id", "facts.fact_id"]),)

    group_id: str = Field(primary_key=True)
    fact_id: str = Field(primary_key=True)
    texts: dict[str, Any] = Field(sa_type=JSON)


class InboxRow(Row, table=True):
    """An event that had its effect, so that it has no second one when it is delivered again."""

    __tablename__ = "inbox"

    source: str = Field(primary_key=True)
    event_id: str = Field(primary_key=True)
    seen_at: datetime = Field(index=True)
    conversation: str | None = None


class HeardRow(Row, table=True):
    """How far a conversation has been heard, on a platform whose history can be read afterwards."""

    __tablename__ = "heard"

    platform: str = Field(primary_key=True)
    conversation: str = Field(primary_key=True)
    until: datetime


class RevisionRow(Row, table=True):
    """Minutes as they were published. Never changed, never removed; `minutes` is JSON, byte for byte."""

    __tablename__ = "revisions"

    group_id: str = Field(primary_key=True, foreign_key="groups.id")
    meeting_id: str = Field(primary_key=True)
    revision: int = Field(primary_key=True)
    status: str
    minutes: str = Field(sa_type=Text)
    checksum: str
    published_at: datetime


class RevisionFileRow(Row, table=True):
    """One file of a published revision, byte for byte. Never changed, never removed."""

    __tablename__ = "revision_files"
    __table_args__ = (
        ForeignKeyConstraint(
            ["group_id", "meeting_id", "revision"],
            ["revisions.group_id", "revisions.meeting_id", "revisions.revision"],
        ),
    )

    group_id: str = Field(primary_key=True)
    meeting_id: str = Field(primary_key=True)
    revision: int = Field(primary_key=True)
    format: str = Field(primary_key=True)
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    checksum: str


class AttachmentRow(Row, table=True):
    """A file that somebody shared in a message, byte for byte; `ref` is what its platform calls it. Never changed."""

    __tablename__ = "attachments"

    group_id: str = Field(primary_key=True, foreign_key="groups.id")
    message: str = Field(primary_key=True)
    ref: str = Field(primary_key=True)
    sha256: str
    size: int
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    kept_at: datetime


class RevisionAttachmentRow(Row, table=True):
    """That a published revision names a file that is kept. Never changed, never removed, and so neither is the file."""

    __tablename__ = "revision_attachments"
    __table_args__ = (
        ForeignKeyConstraint(
            ["group_id", "meeting_id", "revision"],
            ["revisions.group_id", "revisions.meeting_id", "revisions.revision"],
        ),
        ForeignKeyConstraint(
            ["group_id", "message", "ref"], ["attachments.group_id", "attachments.message", "attachments.ref"]
        ),
        Index(None, "group_id", "message"),
    )

    group_id: str = Field(primary_key=True)
    meeting_id: str = Field(primary_key=True)
    revision: int = Field(primary_key=True)
    message: str = Field(primary_key=True)
    ref: str = Field(primary_key=True)


class CheckpointRow(Row, table=True):
    """Which facts a group's open work rests on, of those up to `version`; made anew whenever it is missing."""

    __tablename__ = "checkpoints"

    group_id: str = Field(primary_key=True, foreign_key="groups.id")
    version: int = Field(sa_type=BigInteger)
    kept: list[Any] = Field(sa_type=JSON)
    since: datetime


class FiledRow(Row, table=True):
    """How the latest revision of a meeting's minutes is filed, so that it is found; made from what was published."""

    __tablename__ = "filed"
    __table_args__ = (Index(None, "group_id", "date"),)

    group_id: str = Field(primary_key=True, foreign_key="groups.id")
    meeting_id: str = Field(primary_key=True)
    revision: int
    status: str
    date: Day
    title: str
    kind: str
    language: str


class PassageRow(Row, table=True):
    """A passage of the latest revision of a meeting's minutes; the database keeps an index of the words in it."""

    __tablename__ = "passages"
    __table_args__ = (
        ForeignKeyConstraint(["group_id", "meeting_id"], ["filed.group_id", "filed.meeting_id"]),
        Index(None, "group_id", "meeting_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    group_id: str
    meeting_id: str
    language: str
    what: str
    number: str
    heading: str
    text: str = Field(sa_type=Text)


OPEN = "state IN ('pending', 'sending', 'unknown')"
"""Which rows of the outbox still hold what is to be said."""


class OutboxRow(Row, table=True):
    """Something to be said, once: what it is until it is over, and afterwards only that it was.

    `run_at` is when it is due, or when the lease of the one who has it in hand ends; None when it is over, or waits for
    a person. `first_try_at` is since when it may have been said.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        _partial("outbox", "run_at", where="run_at IS NOT NULL"),
        _partial("outbox", "group_id", "recipient", where=OPEN),
        Index(None, "created_at"),
    )

    key: str = Field(primary_key=True)
    group_id: str = Field(foreign_key="groups.id")
    platform: str
    number: int
    kind: str
    verb: str
    recipient: str
    meeting_id: str | None
    cause: str | None
    payload: dict[str, Any] = Field(sa_type=JSON)
    run_at: datetime | None
    expires_at: datetime | None
    state: str
    attempts: int
    first_try_at: datetime | None
    claim: str | None
    external_id: str | None
    last_error: str | None
    created_at: datetime


class MetaRow(Row, table=True):
    """Something the program remembers about itself."""

    __tablename__ = "meta"

    key: str = Field(primary_key=True)
    value: str


class InstallationRow(Row, table=True):
    """The bot in a workspace of a platform; `bot_token` and `raw` are sealed, and empty once it is revoked."""

    __tablename__ = "installations"

    platform: str = Field(primary_key=True)
    bot_token: str = Field(sa_type=Text)
    bot_user: str
    app_id: str
    scopes: str = Field(sa_type=Text)
    enterprise: str | None
    team: str
    name: str
    installed_at: datetime
    revoked_at: datetime | None
    raw: str = Field(sa_type=Text)
