"""The port between the desk and the platforms: what comes in, and the few verbs that go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from meetings.document import Document


@dataclass(frozen=True)
class Author:
    """Who wrote: the account's id on the platform and the name it shows."""

    account: str
    name: str


@dataclass(frozen=True)
class Written:
    """A new message. `at` is when it was written (aware, UTC); `thread` the message it answers."""

    conversation: str
    author: Author
    id: str
    at: datetime
    text: str
    private: bool = False
    thread: str | None = None
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Edited:
    """The author changed message `id`; `text` is the whole new text, `at` when it was first written."""

    conversation: str
    author: Author
    id: str
    at: datetime
    edited_at: datetime
    text: str
    event: str
    private: bool = False
    thread: str | None = None
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Deleted:
    """The author deleted message `id`."""

    conversation: str
    author: Author
    id: str
    deleted_at: datetime
    event: str
    private: bool = False


@dataclass(frozen=True)
class Reacted:
    """Somebody put an emoji on message `on`, or took it away."""

    conversation: str
    author: Author
    on: str
    emoji: str
    at: datetime
    event: str
    removed: bool = False
    private: bool = False


Event = Written | Edited | Deleted | Reacted


@dataclass(frozen=True)
class File:
    """A file that goes along with what is said."""

    name: str
    content: bytes


class Platform(Protocol):
    """What every platform can do for the desk. `cause` is the message that led to it, None for the clock's doings."""

    name: str

    async def send(
        self,
        conversation: str,
        document: Document,
        *,
        thread: str | None = None,
        cause: str | None = None,
        files: Sequence[File] = (),
    ) -> None:
        """Say something in a conversation, in the thread of a message if one is given."""

    async def react(self, conversation: str, message: str, emoji: str) -> None:
        """Put an emoji on a message."""

    async def tell_privately(
        self, account: str, document: Document, *, conversation: str | None = None, cause: str | None = None
    ) -> None:
        """Say something that only one person sees; `conversation` is where it came up, None for a private talk."""
