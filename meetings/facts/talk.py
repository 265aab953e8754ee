"""What the bot asked and was answered, what it stopped, and the life of the minutes."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Literal

from meetings.facts.base import BaseFact, Model


class About(StrEnum):
    """What the bot asks a person about."""

    WHO = "who"
    WHEN = "when"
    ITEM = "item"
    PROPOSAL = "proposal"
    OWNER = "owner"
    SUBSTITUTE = "substitute"
    UNKNOWN_SPEAKER = "unknown_speaker"
    CONTACT = "contact"
    GROUP = "group"
    PERMISSION = "permission"
    LATE_EDIT = "late_edit"
    DEPENDANTS = "dependants"
    SPELLING = "spelling"
    START = "start"
    END = "end"
    SERIES = "series"
    NEW_TIME = "new_time"


class Option(Model):
    """One answer the bot offers: a label people see, and the text that is understood when it is chosen."""

    label: str
    text: str


class Asked(BaseFact):
    """The bot asked somebody something, once, privately."""

    texts: ClassVar[frozenset[str]] = frozenset({"options"})
    kind: Literal["asked"] = "asked"
    question: str
    to: str
    about: About
    options: tuple[Option, ...] = ()
    concerns: str | None = None


class Answered(BaseFact):
    """A question of the bot's is answered."""

    kind: Literal["answered"] = "answered"
    question: str


class Blocked(BaseFact):
    """Something was stopped as personal data; what it was is nowhere."""

    kind: Literal["blocked"] = "blocked"


class Published(BaseFact):
    """A revision of the meeting's minutes is frozen and out; its content is stored beside the ledger.

    `checksum` (SHA-256, hex) is of that content; the desk fills it in when it freezes it, and in a protokoll the number
    that the next one's paragraphs begin with.
    """

    kind: Literal["published"] = "published"
    revision: int
    checksum: str
    status: Literal["published", "corrected"] = "published"
    next_paragraph: int | None = None


class MinutesCorrected(BaseFact):
    """Published minutes are corrected: what they said, and what they say from this revision on.

    `of` tells what is corrected: words as they stand there, when the meeting began or ended (HH:MM), or what `message`
    brought into them and was changed afterwards.
    """

    texts: ClassVar[frozenset[str]] = frozenset({"was", "now"})
    kind: Literal["minutes_corrected"] = "minutes_corrected"
    of: Literal["words", "start", "end", "message"]
    was: str | None = None
    now: str | None = None
