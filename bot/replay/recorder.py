"""The platform of a replay: it writes down what the bot says, and to whom, and sends nothing anywhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.platform import CannotFetch, File
from bot.replay.transcript import BEGINNING, DIRECT
from documents.text import to_text
from meetings.document import Document

_Row = dict[str, str | None]


class Recorder:
    """Keeps everything that is said, in order, with the local time of the conversation it is said in."""

    name = "replay"

    def __init__(self, zone: Callable[[str], ZoneInfo]) -> None:
        self.now: datetime = BEGINNING
        self._zone = zone
        self._rows: list[_Row] = []
        self._keys: dict[str, str] = {}

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
        """Write down what is said in a channel, or in somebody's talk with the bot."""
        person = _person(conversation)
        kind = "private" if person else "reply" if thread else "post"
        return self._say(conversation, person, kind, cause or thread, to_text(document), key)

    async def react(self, conversation: str, message: str, emoji: str) -> None:
        """Write down an emoji."""
        self._say(conversation, _person(conversation), "reaction", message, emoji)

    async def tell_privately(
        self,
        account: str,
        document: Document,
        *,
        conversation: str | None = None,
        cause: str | None = None,
        key: str | None = None,
    ) -> str | None:
        """Write down what one person is told."""
        return self._say(conversation or f"{DIRECT} {account}", account, "private", cause, to_text(document), key)

    async def find(
        self,
        key: str,
        *,
        conversation: str | None,
        account: str | None,
        since: datetime,
        thread: str | None = None,
    ) -> str | None:
        """Look under which number something was written down."""
        return self._keys.get(key)

    async def fetch(self, ref: str) -> bytes:
        """Raise CannotFetch: of files a transcript has the names only."""
        raise CannotFetch("a transcript has no files")

    def lines(self) -> bytes:
        """Return everything said, one JSON object a line."""
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in self._rows).encode()

    def _say(
        self, conversation: str, to: str | None, kind: str, reply_to: str | None, text: str, key: str | None = None
    ) -> str:
        local = self.now.astimezone(self._zone(conversation)).replace(tzinfo=None, microsecond=0)
        self._rows.append(
            {
                "at": local.isoformat(),
                "where": DIRECT if _person(conversation) else conversation,
                "to": to,
                "kind": kind,
                "reply_to": reply_to,
                "text": text,
            }
        )
        number = str(len(self._rows))
        if key is not None:
            self._keys[key] = number
        return number


def _person(conversation: str) -> str | None:
    """Give whose private talk with the bot this is; None for a channel."""
    return conversation.removeprefix(f"{DIRECT} ") if conversation.startswith(f"{DIRECT} ") else None
