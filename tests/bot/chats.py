"""A chat that can fail in every way, before it says something or after, and that can be looked through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.platform import CannotFetch, CannotTell, File
from documents.text import to_text
from meetings.document import Document


@dataclass(frozen=True)
class Said:
    """What stands in the chat: `where` is a conversation, or an account that was told privately."""

    where: str
    text: str
    key: str | None = None
    thread: str | None = None
    files: tuple[str, ...] = ()


class FailingChat:
    """Says things unless a test puts a fault in the way: `before` and `after` are called with each, and may raise."""

    def __init__(self, name: str = "replay", *, tells: bool = True) -> None:
        self.name = name
        self.said: list[Said] = []
        self.looked: list[str] = []
        self.reactions: list[tuple[str, str]] = []
        self.shared: dict[str, bytes] = {}
        self.before: Callable[[str], None] = lambda where: None
        self.after: Callable[[str], None] = lambda where: None
        self._tells = tells

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
        return self._say(Said(conversation, to_text(document), key, thread, tuple(file.name for file in files)))

    async def react(self, conversation: str, message: str, emoji: str) -> None:
        self.before(conversation)
        if (message, emoji) not in self.reactions:
            self.reactions.append((message, emoji))
        self.after(conversation)

    async def tell_privately(
        self,
        account: str,
        document: Document,
        *,
        conversation: str | None = None,
        cause: str | None = None,
        key: str | None = None,
    ) -> str | None:
        return self._say(Said(account, to_text(document), key))

    async def find(
        self,
        key: str,
        *,
        conversation: str | None,
        account: str | None,
        since: datetime,
        thread: str | None = None,
    ) -> str | None:
        self.looked.append(key)
        if not self._tells:
            raise CannotTell("no history")
        return next((f"n{number}" for number, one in enumerate(self.said) if one.key == key), None)

    async def fetch(self, ref: str) -> bytes:
        self.before(ref)
        if ref not in self.shared:
            raise CannotFetch("gone")
        return self.shared[ref]

    def texts(self, where: str) -> list[str]:
        """Give what was said somewhere."""
        return [one.text for one in self.said if one.where == where]

    def _say(self, said: Said) -> str:
        self.before(said.where)
        self.said.append(said)
        self.after(said.where)
        return f"n{len(self.said) - 1}"
