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


class GroupRow(Row, table=True):
    """A group; `version` is the number of facts in its ledger."""

    __tablename__ = "groups"

    id: str = Field(primary_key=True)
    name: str
    slug: str
    platform: str
    version: int = Field(sa_type=BigInteger)


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
