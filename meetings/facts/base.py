"""What every fact has: its source, and the small models that facts are made of."""

from __future__ import annotations

from datetime import date as Day
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Source(StrEnum):
    """Where a fact comes from (hard case 3: every fact has a source)."""

    MESSAGE = "message"
    INTERACTION = "interaction"
    FILE = "file"
    CLOCK = "clock"


class Confidence(StrEnum):
    """How sure the reading was."""

    SURE = "sure"
    INFERRED = "inferred"


class Model(BaseModel):
    """Frozen and strict about its keys, as everything in the ledger is."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Said(Model):
    """Who said it, in which message, when it was written.

    `at` is the source's own time (aware); the order of arrival is the ledger's sequence. `version` is 1 for a
    message as first written and grows by one with each edit; an edit keeps the `at` of the message it changes.
    """

    source: Source
    at: datetime
    message: str | None = None
    version: int = 1
    by: str | None = None
    confidence: Confidence = Confidence.SURE
    answers: str | None = None


class OwnerKind(StrEnum):
    """What kind of somebody answers for an action or an item."""

    PERSON = "person"
    ORGANISATION = "organisation"
    FUNCTION = "function"
    ALL = "all"
    UNKNOWN = "unknown"


class Owner(Model):
    """Who answers for something; `person` is an id in the record when one person is meant."""

    kind: OwnerKind
    name: str | None = None
    person: str | None = None


class DueKind(StrEnum):
    """How a due date was said."""

    DAY = "day"
    MONTH = "month"
    PERIOD = "period"
    EVENT = "event"
    MEETING = "meeting"
    NONE = "none"


class Due(Model):
    """When something is to be done: the words, and the day that follows from them if one does."""

    kind: DueKind = DueKind.NONE
    text: str | None = None
    date: Day | None = None


class BlockStyle(StrEnum):
    """How a piece of a note was written."""

    BULLET = "bullet"
    PROSE = "prose"
    NUMBERED = "numbered"


class Block(Model):
    """One paragraph or bullet of a note; `level` 0 or 1."""

    text: str
    level: int = 0
    style: BlockStyle = BlockStyle.PROSE


class Basis(StrEnum):
    """What an attendance rests on (hard case 7: inference is marked)."""

    SELF = "said_by_self"
    OTHER = "said_by_other"
    CALLED = "called"
    WROTE = "wrote"
    INFERRED = "inferred"


class Outcome(StrEnum):
    """What kind of decision it is."""

    APPROVE = "approve"
    GRANT = "grant"
    REFER_BACK = "refer_back"
    POSTPONE = "postpone"
    ASSIGN = "assign"
    CANCEL = "cancel"
    MOVE = "move"
    REJECT = "reject"
    OTHER = "other"


class BaseFact(Model):
    """What all facts share. `texts` names the fields that hold people's words: they are stored apart."""

    texts: ClassVar[frozenset[str]] = frozenset()

    id: str
    said: Said
    meeting: str | None = None
