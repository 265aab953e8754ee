"""The port between the desk and the platforms: what comes in, and the few verbs that go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from meetings.document import Document
from meetings.errors import MysamError
from meetings.files import SharedFile


@dataclass(frozen=True)
class Author:
    """Who wrote: the account's id on the platform and the name it shows."""

    account: str
    name: str


@dataclass(frozen=True)
class Written:
    """A new message. `at` is when it was written (aware, UTC); `thread` the message it answers.

    `gesture`: a button or a command, private, which leaves no message that an emoji could be put on. `beside` is the
    channel it was made in: it is about a group there, and answered there where only its author sees it. `shared` are
    the files again, in the same order, where they can be fetched.
    """

    conversation: str
    author: Author
    id: str
    at: datetime
    text: str
    private: bool = False
    thread: str | None = None
    files: tuple[str, ...] = ()
    gesture: bool = False
    beside: str | None = None
    shared: tuple[SharedFile, ...] = ()


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
    shared: tuple[SharedFile, ...] = ()


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


LARGEST = 20 * 1024 * 1024
"""Bytes: a larger file that people share stays where it is."""


@dataclass(frozen=True)
class File:
    """A file that goes along with what is said."""

    name: str
    content: bytes


class DeliveryError(MysamError):
    """Something could not be said. Its text names methods and codes only, never what was to be said.

    DeliveryError
    ├── NotSaid      it was not said, and may be tried again
    ├── CannotSay    it was not said, and never will be as things stand
    │   └── CannotFetch  a file cannot be had
    └── PerhapsSaid  nobody knows whether it was said: look before it is said again
    """


class NotSaid(DeliveryError):
    """It was certainly not said; it may be tried again `after` so many seconds."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        super().__init__(reason)
        self.after = after


class CannotSay(DeliveryError):
    """It was certainly not said and cannot be: the channel is archived, the person is gone, the bot is not let in."""


class CannotFetch(CannotSay):
    """A file cannot be had: it is gone, larger than LARGEST, kept elsewhere, or the bot is not let in."""


class PerhapsSaid(DeliveryError):
    """It may have been said: the answer was lost on the way, or the platform failed in the middle."""


class CannotTell(DeliveryError):
    """The platform cannot be asked whether something was said."""


class Platform(Protocol):
    """What every platform can do for the desk. `cause` is the message that led to it, None for the clock's doings.

    Each returns when the thing is certainly done, and raises NotSaid, CannotSay or PerhapsSaid otherwise. `key` is the
    same at every attempt to say the same thing; a platform that can puts it with the message, so that `find` finds it.
    """

    name: str

    async def send(
        self,
        conversation: str,
        document: Document,
        *,
        thread: str | None = None,
        cause: str | None = None,
        files: Sequence[File] = (),
        key: str | None = None,
        lasting: bool = False,
    ) -> str | None:
        """Say something in a conversation, in the thread of a message if one is given; return the platform's id of it.

        `lasting` is what people come back to, and is kept within reach where the platform has a place for it.
        """

    async def react(self, conversation: str, message: str, emoji: str) -> None:
        """Put an emoji on a message; nothing changes when it is there already."""

    async def tell_privately(
        self,
        account: str,
        document: Document,
        *,
        conversation: str | None = None,
        cause: str | None = None,
        key: str | None = None,
    ) -> str | None:
        """Say something that only one person sees; `conversation` is where it came up, None for a private talk."""

    async def find(
        self,
        key: str,
        *,
        conversation: str | None,
        account: str | None,
        since: datetime,
        thread: str | None = None,
    ) -> str | None:
        """Look whether what was to be said under a key was said since; return the platform's id of it, None if not.

        `conversation`, `account` and `thread` are those it was to be said with; only what was said wholly counts.
        Raises CannotTell where that cannot be seen, and NotSaid when it may be seen `after` a while.
        """

    async def fetch(self, ref: str) -> bytes:
        """Give the content of a file that somebody shared, whole. Raises CannotSay, and NotSaid for what may pass."""
