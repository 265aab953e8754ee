"""What would be said if nothing went wrong: the same scripts on one desk, on a chat that never fails."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.app import open_store
from bot.desk import Desk
from bot.platform import CannotFetch, File
from documents.text import to_text
from meetings.document import Document
from torture.platform import NAME
from torture.scripts import Group, Heard, Struck

Thing = tuple[str, str]
"""Something said: where, and what; or an emoji: where, and on which message."""


@dataclass(frozen=True)
class Expected:
    """What is to be said in a group, and how much of it when each of its steps is over."""

    things: tuple[Thing, ...]
    after: tuple[int, ...]


class Calm:
    """A chat where all goes well."""

    name = NAME

    def __init__(self) -> None:
        self.things: list[Thing] = []

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
        """Keep what is said."""
        self.things.append((conversation, to_text(document)))
        return str(len(self.things))

    async def react(self, conversation: str, message: str, emoji: str) -> None:
        """Keep an emoji, which is there once."""
        if (thing := reaction(conversation, message, emoji)) not in self.things:
            self.things.append(thing)

    async def tell_privately(
        self,
        account: str,
        document: Document,
        *,
        conversation: str | None = None,
        cause: str | None = None,
        key: str | None = None,
    ) -> str | None:
        """Keep what one person is told."""
        self.things.append((account, to_text(document)))
        return str(len(self.things))

    async def find(
        self,
        key: str,
        *,
        conversation: str | None,
        account: str | None,
        since: datetime,
        thread: str | None = None,
    ) -> str | None:
        """Find nothing: nothing is ever in doubt."""
        return None

    async def fetch(self, ref: str) -> bytes:
        """Raise CannotFetch: nobody shares a file here."""
        raise CannotFetch("no files")


def reaction(where: str, message: str, emoji: str) -> Thing:
    """Give an emoji as a thing that was said."""
    return where, f"{emoji} on {message}"


class Oracle:
    """Plays scripts where nothing goes wrong."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._chat = Calm()

    async def expect(self, group: Group) -> Expected:
        """Play a group's script, and give what is said."""
        chat, desk, before = self._chat, self._desk, len(self._chat.things)
        await desk.found(group.id, group.founding.facts, NAME, (group.founding.channel,))
        after = []
        for step in group.steps:
            if isinstance(step, Heard):
                await desk.hear(step.event, chat)
            elif isinstance(step, Struck):
                rows = await desk.strike(group.id, step.at, NAME)
                if rows:
                    await desk.courier.begin(rows, chat, step.at)
            after.append(len(chat.things) - before)
        return Expected(tuple(chat.things[before:]), tuple(after))


@asynccontextmanager
async def oracle(folder: Path) -> AsyncIterator[Oracle]:
    """Give one with a database of its own."""
    async with open_store(f"sqlite:///{folder / 'calm.db'}") as store:
        yield Oracle(Desk(store, alone=True))
