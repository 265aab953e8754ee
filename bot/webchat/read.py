"""What a page sends, read: a frame becomes a typed wish, or an error that says what was wrong with it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from bot.platform import Author, Deleted, Edited, Reacted, Written
from bot.webchat.log import Message, direct
from meetings.errors import MysamError
from meetings.language import LANGUAGES, Language
from meetings.text import clean, line

LONGEST = 8_000
"""Letters in one message: a long note fits, a book does not."""
MOST_FILES = 5
_COMMAND = re.compile(r"/minutes(?:\s+|$)", re.IGNORECASE)
_KEY = re.compile(r"[A-Za-z0-9-]{8,64}")
_ID = re.compile(r"[\w:.@ -]{1,120}")
_EMOJI = re.compile(r"[^\s\w]{1,12}")


class FrameError(MysamError):
    """A frame that cannot be used; `key` names the sentence in the catalogues' section `webchat.error`."""

    def __init__(self, key: str, about: str | None = None, **told: object) -> None:
        self.key = key
        self.about = about
        self.told = told
        super().__init__(key)


@dataclass(frozen=True)
class Hello:
    """Somebody sits down in a group as somebody; `since` is the last number the page has seen, `version` its own."""

    group: str
    account: str
    since: int
    version: str
    language: Language


@dataclass(frozen=True)
class Write:
    """A new message. `key` is the page's own name for it, the same when it is sent again.

    `private`: to the bot alone. `panel`: it comes from a button for this group, not from the talk.
    """

    key: str
    text: str
    thread: str | None = None
    private: bool = False
    panel: bool = False
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Change:
    """A message of one's own gets another text."""

    key: str
    id: str
    text: str


@dataclass(frozen=True)
class Remove:
    """A message of one's own is taken away."""

    key: str
    id: str


@dataclass(frozen=True)
class React:
    """An emoji is put on a message, or taken away."""

    key: str
    id: str
    emoji: str
    on: bool


@dataclass(frozen=True)
class Look:
    """Something to be shown: what a message brought, the draft, minutes as published, the figures."""

    what: Literal["captured", "draft", "minutes", "figures"]
    id: str = ""
    revision: int = 0


Frame = Hello | Write | Change | Remove | React | Look


def key_of(data: str) -> str | None:
    """Give the key of a frame that is not read any further, if it is plain to see."""
    found = re.search(r'"key":\s*"([A-Za-z0-9-]{8,64})"', data[-4_000:] if len(data) > 4_000 else data)
    return found[1] if found else None


def read(data: str) -> Frame:
    """Read a frame; raises FrameError with what was wrong and the key of what it was about."""
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        raise FrameError("malformed") from None
    if not isinstance(told, dict):
        raise FrameError("malformed")
    key = told.get("key")
    about = key if isinstance(key, str) and _KEY.fullmatch(key) else None
    try:
        return _frame(told)
    except FrameError as error:
        raise FrameError(error.key, about, **error.told) from None


def _frame(told: dict[str, Any]) -> Frame:
    match told.get("type"):
        case "hello":
            language = told.get("language")
            return Hello(
                group=_text(told, "group", 120),
                account=line(_text(told, "account", 120)),
                since=_number(told, "since"),
                version=_text(told, "version", 80),
                language=next((one for one in LANGUAGES if one == language), "sv"),
            )
        case "write":
            said = _said(told)
            command = _COMMAND.match(said)
            files = _files(told)
            if command is not None:
                said = said[command.end() :] or "?"
            if not said and not files:
                raise FrameError("empty")
            private = told.get("private") is True or command is not None
            panel = told.get("panel") is True or command is not None
            return Write(_key(told), said, _id(told, "thread", False) or None, private, panel, files)
        case "edit":
            said = _said(told)
            if not said:
                raise FrameError("empty")
            return Change(_key(told), _id(told, "id"), said)
        case "delete":
            return Remove(_key(told), _id(told, "id"))
        case "react":
            emoji = told.get("emoji")
            if not isinstance(emoji, str) or not _EMOJI.fullmatch(emoji):
                raise FrameError("malformed")
            return React(_key(told), _id(told, "id"), emoji, told.get("on") is not False)
        case "captured" | "draft" | "minutes" | "figures" as what:
            return Look(what, _id(told, "id", False), _number(told, "revision"))
        case _:
            raise FrameError("malformed")


# -------------------------------------------------------------------------- what becomes of it on the platform


def written(wish: Write, id: str, account: str, channel: str, at: datetime, names: tuple[str, ...]) -> Written:
    """Give a new message as the desk hears it; `names` are those of its files."""
    place = direct(account) if wish.private else channel
    return Written(place, Author(account, account), id, at, wish.text, wish.private, wish.thread, names)


def edited(message: Message, text: str, event: str, now: datetime) -> Edited:
    """Give the new text of a message as the desk hears it."""
    author = message.author or ""
    names = tuple(one.name for one in message.files)
    return Edited(
        message.conversation, Author(author, author), message.id, message.at, now, text, event, message.direct,
        message.thread, names,
    )  # fmt: skip


def deleted(message: Message, event: str, now: datetime) -> Deleted:
    """Give that a message was taken away as the desk hears it."""
    author = message.author or ""
    return Deleted(message.conversation, Author(author, author), message.id, now, event, message.direct)


def reacted(message: Message, wish: React, account: str, event: str, now: datetime) -> Reacted:
    """Give an emoji put on a message, or taken away, as the desk hears it."""
    author, place = Author(account, account), message.conversation
    return Reacted(place, author, message.id, wish.emoji, now, event, not wish.on, message.direct)


def _said(told: dict[str, Any]) -> str:
    text = told.get("text")
    if not isinstance(text, str):
        raise FrameError("malformed")
    if len(text) > LONGEST:
        raise FrameError("too_long", most=LONGEST, n=len(text))
    return clean(text)


def _text(told: dict[str, Any], name: str, most: int) -> str:
    value = told.get(name)
    if not isinstance(value, str) or len(value) > most:
        raise FrameError("malformed")
    return value


def _number(told: dict[str, Any], name: str) -> int:
    value = told.get(name, 0)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**53:
        raise FrameError("malformed")
    return value


def _key(told: dict[str, Any]) -> str:
    key = told.get("key")
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        raise FrameError("malformed")
    return key


def _id(told: dict[str, Any], name: str, required: bool = True) -> str:
    value = told.get(name)
    if value is None and not required:
        return ""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise FrameError("malformed")
    return value


def _files(told: dict[str, Any]) -> tuple[str, ...]:
    files = told.get("files", [])
    if not isinstance(files, list) or len(files) > MOST_FILES:
        raise FrameError("malformed")
    if not all(isinstance(one, str) and _KEY.fullmatch(one) for one in files):
        raise FrameError("malformed")
    return tuple(files)
