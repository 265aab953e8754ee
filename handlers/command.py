"""The vocabulary of what people can ask: a command, the call it is made in, its claim and its outcome."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any, Generic, Literal, TypeVar

from meetings.document import Document
from meetings.due import Matter
from meetings.errors import MeetingError
from meetings.facts import Fact, Said
from meetings.files import SharedFile
from meetings.group import Person
from meetings.history import NO_HISTORY, History
from meetings.language import Texts
from meetings.ledger import Ledger
from meetings.record import Meeting, Pending, Record
from meetings.sieve import SIEVE


class When(StrEnum):
    """Where the writing falls in the life of the meeting it is about."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class Who(StrEnum):
    """Who may use a command. A lead is the convener or a coordinator; some also act for others."""

    ANYONE = "anyone"
    LEAD = "lead"


class Ids:
    """Hand out ids for what one message brings into the record, the same ones at each reading of it.

    The n-th item of a message keeps its id when the message is edited, so that what refers to it still does.
    """

    def __init__(self, message: str, version: int = 1) -> None:
        self._message = message
        self._version = version
        self._given: dict[str, int] = {}

    def fact(self) -> str:
        """Give the id of the next fact, which is of one version of the message only: `m02:f1.1`."""
        return f"{self.new('f')}.{self._version}"

    def new(self, letter: str) -> str:
        """Give the next id of this kind: `m02:i1` for the first item of message m02."""
        self._given[letter] = self._given.get(letter, 0) + 1
        return f"{self._message}:{letter}{self._given[letter]}"

    def given(self, letter: str) -> tuple[str, ...]:
        """Give the ids of this kind that have been handed out so far, in order."""
        return tuple(f"{self._message}:{letter}{number}" for number in range(1, self._given.get(letter, 0) + 1))


@dataclass(frozen=True)
class Call:
    """Everything known when a message was written; what a reader and a handler go by.

    `now` is the local time of the writing; `record` and all that is taken from it is as it stood then (hard case 2).
    `meeting` is the open one, else the one just ended when the talk is about it, else the next to come.
    `addressed` is true for a mention of the bot and for a private message.
    """

    record: Record
    texts: Texts
    now: datetime
    said: Said
    author: str
    speaker: Person | None
    ids: Ids
    addressed: bool = False
    private: bool = False
    thread: str | None = None
    files: tuple[str, ...] = ()
    shared: tuple[SharedFile, ...] = ()
    """The files again, in the same order, where the platform gives them out."""
    meeting: Meeting | None = None
    when: When = When.BEFORE
    pending: Pending | None = None
    item: str | None = None
    """The item the message names for all its text ("Trisam: …"), as an id; None when it names none."""
    ledger: Ledger = field(default_factory=Ledger)
    """The facts open work rests on, for what looks back: undo, what was captured, what was changed after the end."""
    history: History = NO_HISTORY
    """What is over and done with, for search and corrections: asked, it may end the turn until it is fetched."""
    text: str = ""
    """All that the message says, without the address to the bot."""
    warned: bool = False
    """Whether the guard found something about one person in the text."""

    @cached_property
    def leads(self) -> bool:
        """Tell whether the speaker convenes or writes for the group; asked by most commands of every sentence."""
        return self.record.leads(self.speaker)

    @property
    def during(self) -> str | None:
        """Give the id of the meeting this is said in, None when none is open."""
        return self.meeting.id if self.meeting is not None and self.when is When.DURING else None

    @property
    def base(self) -> dict[str, Any]:
        """Give what every fact of this call begins with: `Noted(**call.base, note=…)`."""
        return {"id": self.ids.fact(), "said": self.said, "meeting": self.meeting.id if self.meeting else None}


@dataclass(frozen=True)
class Sentence:
    """One sentence, line or bullet of a message, without its mark and without the address to the bot.

    `text` is as written. `first` and `last` tell whether it opens or closes the message. `number` is its number
    in it, `begins` how many characters stand before it, `line` the number of its line; `following` are the
    lines that come after it and belong to it (att-clauses, a pasted list).
    """

    text: str
    bullet: bool = False
    level: int = 0
    numbered: bool = False
    line: int = 0
    first: bool = False
    last: bool = False
    following: tuple[Sentence, ...] = ()
    after_address: bool = False
    begins: int = 0
    number: int = 0


Intent = TypeVar("Intent")


@dataclass(frozen=True)
class Claim(Generic[Intent]):
    """A part of a sentence that a command takes for its own, and what it takes it to mean.

    `span` is in `sentence.text`; `lines` tells how many of the sentence's following lines are taken as well.
    """

    intent: Intent
    span: tuple[int, int]
    lines: int = 0


@dataclass(frozen=True)
class React:
    """Acknowledge the message with an emoji."""

    emoji: str = "✅"


@dataclass(frozen=True)
class Tell:
    """Say something to one person only; `to` is a person's id, None the writer.

    `minutes` names a meeting whose minutes, as they stand, follow the document.
    """

    document: Document
    to: str | None = None
    minutes: str | None = None


@dataclass(frozen=True)
class Answer:
    """Say something where the message stands: in its thread, or privately when it came privately."""

    document: Document


@dataclass(frozen=True)
class Post:
    """Say something in the channel that everybody needs to know.

    `minutes` names the meeting whose minutes and files go along; not `whole`: its files only.
    """

    document: Document
    minutes: str | None = None
    whole: bool = True


@dataclass(frozen=True)
class Remind:
    """Remind people of something; the words are made at the moment it is said, from the record as it stands then.

    `key` is that of what fell due (`meetings.due.DuePost`), `to` a person's id or None for the channel. It is not said
    after `until`, nor when it is no longer true.
    """

    matter: Matter
    key: str
    meeting: str | None = None
    to: str | None = None
    until: datetime | None = None


Reply = React | Tell | Answer | Post | Remind


@dataclass(frozen=True)
class Reading:
    """What a part of a message was taken for: a command and its intent, the facts it gave, and why it gave none."""

    command: str
    intent: Any
    facts: tuple[Fact, ...] = ()
    refused: MeetingError | None = None


@dataclass(frozen=True)
class Outcome:
    """What a handler gives: facts to append, and what to say.

    `readings` tell, for a whole message, how it came to that; handlers leave them to the reader.
    """

    facts: tuple[Fact, ...] = ()
    replies: tuple[Reply, ...] = ()
    readings: tuple[Reading, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Example:
    """A text that the command must understand: help shows it, the tests play it.

    `gives` are the kinds of the facts it becomes in the standard situation, in order; `says` a part of what is said.
    `formal` puts it in a board that writes protokoll.
    """

    text: str
    gives: tuple[str, ...] = ()
    says: str | None = None
    language: Literal["sv", "en"] = "sv"
    when: When = When.BEFORE
    lead: bool = False
    addressed: bool = False
    formal: bool = False


@dataclass(frozen=True)
class Command(Generic[Intent]):
    """A thing people can ask, declared once.

    `words` are its explicit words per language, first the one that help shows; `read` finds it in a sentence in
    people's own wording; `handle` turns the intent into an outcome, or raises a `MeetingError` that may be told.
    """

    name: str
    words: Mapping[str, tuple[str, ...]]
    read: Callable[[Sentence, Call], Sequence[Claim[Intent]]]
    handle: Callable[[Intent, Call], Outcome]
    examples: tuple[Example, ...]
    cues: tuple[re.Pattern[str], ...] = ()
    """Expressions of which at least one stands in every sentence it claims a part of; none: it is asked of all."""
    addressed_only: bool = False
    """Whether it claims nothing of what is not said to the bot."""
    who: Who = Who.ANYONE
    rest_is_said: bool = False
    """Whether what stands beside its claim in a sentence was said in the meeting too, and is kept as a note."""
    shown: frozenset[When] = field(default_factory=lambda: frozenset(When))
    """In which phases help offers it."""

    @cached_property
    def bit(self) -> int:
        """Give the bit of its cues in the sieve; it is asked of a sentence that has the bit too."""
        return SIEVE.bit(self.cues)
