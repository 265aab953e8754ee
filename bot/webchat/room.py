"""The web chat as a platform: what the bot says goes into the log, and from there to everybody who may see it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import uuid4

from bot.platform import CannotFetch, File
from bot.webchat.log import Attached, Log, Message, direct
from bot.webchat.render import render
from meetings.document import Document
from meetings.files import SharedFile

Told = Callable[[Message], None]
BOT = "bot"
"""Who put a reaction there when it was the bot."""


class Room:
    """Everything that is said on the web chat, by people and by the bot. `told` is called with each change."""

    name = "webchat"

    def __init__(self, log: Log, told: Told, clock: Callable[[], datetime] | None = None, address: str = "") -> None:
        """`address` is where the page is found."""
        self.log = log
        self.address = address.rstrip("/")
        self._told = told
        self._clock = clock or (lambda: datetime.now(UTC))
        self.moment: datetime | None = None
        """The time it is when that is not now: while something invented is played."""

    def now(self) -> datetime:
        """Give the time."""
        return self.moment or self._clock()

    def put(self, message: Message) -> Message:
        """Keep a message, new or changed, and tell everybody who may see it."""
        kept = self.log.put(message, self.now())
        self._told(kept)
        return kept

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
        """Say something in the channel, or in somebody's private talk."""
        said = self._said(conversation, document, key)
        if self.log.get(said.id) is not None:
            return said.id
        hung = tuple(
            self.log.keep_file(f"{said.id}-{number}", BOT, one.name, one.content, self.now(), said.id)
            for number, one in enumerate(files, 1)
        )
        owner = conversation.removeprefix(direct("")) if conversation.startswith(direct("")) else None
        self.put(replace(said, thread=self._root(thread), private_to=owner, files=hung))
        return said.id

    async def react(self, conversation: str, message: str, emoji: str) -> None:
        """Put an emoji on a message."""
        self.toggle(message, BOT, emoji, on=True)

    async def tell_privately(
        self,
        account: str,
        document: Document,
        *,
        conversation: str | None = None,
        cause: str | None = None,
        key: str | None = None,
    ) -> str | None:
        """Say something that one person sees: where it came up, or in her private talk."""
        said = self._said(conversation or direct(account), document, key)
        if self.log.get(said.id) is None:
            self.put(replace(said, private_to=account, thread=self._root(cause) if conversation else None))
        return said.id

    async def find(
        self,
        key: str,
        *,
        conversation: str | None,
        account: str | None,
        since: datetime,
        thread: str | None = None,
    ) -> str | None:
        """Look in the log for what was said under a key."""
        there = self.log.get(_id(key))
        return there.id if there is not None else None

    async def fetch(self, ref: str) -> bytes:
        """Give the content of a file that hangs on a message in the log."""
        there = self.log.file(ref)
        if there is None:
            raise CannotFetch("no longer in the log")
        return there[1]

    def shared(self, files: Sequence[Attached]) -> tuple[SharedFile, ...]:
        """Give files of the log as they can be fetched, and where people download them."""
        return tuple(SharedFile(one.name, one.id, url=f"{self.address}/files/{one.id}") for one in files)

    def toggle(self, message: str, account: str, emoji: str, *, on: bool) -> None:
        """Put somebody's emoji on a message, or take it away; nothing when the message is not here."""
        there = self.log.get(message)
        if there is None or there.deleted:
            return
        by = [one for one in there.reactions.get(emoji, ()) if one != account] + ([account] if on else [])
        reactions = {**there.reactions, emoji: tuple(by)}
        self.put(replace(there, reactions={key: who for key, who in reactions.items() if who}))

    def _said(self, conversation: str, document: Document, key: str | None) -> Message:
        nodes: tuple[dict[str, Any], ...] = render(document)
        return Message(_id(key), conversation, self.now(), None, document=nodes)

    def _root(self, thread: str | None) -> str | None:
        """Give the message at the root of a thread: an answer to an answer stands in the same one."""
        above = self.log.get(thread) if thread else None
        return (above.thread or above.id) if above is not None else None


def _id(key: str | None) -> str:
    """Give the id of what is said under a key: saying it again is the same message."""
    return f"b-{sha256(key.encode()).hexdigest()[:32] if key is not None else uuid4().hex}"
