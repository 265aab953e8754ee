"""What the bot has said in Slack, found again by the key that goes with each message."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.platform import CannotTell, NotSaid
from bot.slack.calls import Calls
from bot.slack.errors import Refused

EVENT = "mysam"
"""The type of our metadata."""
PAGE = 100
MOST_PAGES = 100
BEFORE = timedelta(seconds=60)
"""How much earlier than asked for is looked: clocks differ."""


@dataclass
class Said:
    """What was found under a key: the parts by number, how many there should be, and whether its files are there.

    `lasting`: people come back to it.
    """

    parts: dict[int, str] = field(default_factory=dict)
    of: int = 0
    files: int = 0
    shared: bool = False
    lasting: bool = False

    @property
    def whole(self) -> bool:
        """Tell whether all of it was said."""
        return 0 < self.of <= len(self.parts) and (not self.files or self.shared)


def metadata(key: str, part: int, of: int, files: int, lasting: bool = False) -> dict[str, Any]:
    """Give what goes with part number `part` of what is said under a key."""
    return {
        "event_type": EVENT,
        "event_payload": {
            "key": key if part == 1 else f"{key}/{part}",
            "of": of,
            "files": files,
            **({"lasting": True} if lasting else {}),
        },
    }


def reference(key: str) -> str:
    """Give the short sign that a message with files carries, since it cannot carry the key."""
    return sha256(key.encode()).hexdigest()[:6].upper()


async def look(calls: Calls, key: str, channel: str, since: datetime, root: str | None) -> Said:
    """Look in a channel, or in a thread of it, for what was said under a key. Raises CannotTell, NotSaid."""
    said = Said()
    async for message in _messages(calls, channel, since, root):
        _take(said, message, key)
        if said.whole:
            break
    return said


def _take(said: Said, message: Mapping[str, Any], key: str) -> None:
    about = message.get("metadata") or {}
    ours = about.get("event_type") == EVENT
    payload = about.get("event_payload") or {} if ours else {}
    if ours and not payload:
        raise CannotTell("the keys of messages are kept from us")
    number = _part(str(payload.get("key", "")), key)
    if number is not None:
        said.parts[number] = str(message.get("ts", ""))
        said.of = max(said.of, int(payload.get("of", 1)))
        said.files = max(said.files, int(payload.get("files", 0)))
        said.lasting = said.lasting or bool(payload.get("lasting"))
    elif message.get("files") and message.get("bot_id") and f"(ref {reference(key)})" in str(message.get("text", "")):
        said.shared = True


def _part(found: str, key: str) -> int | None:
    if found == key:
        return 1
    number = found.removeprefix(f"{key}/") if found.startswith(f"{key}/") else ""
    return int(number) if number.isdecimal() and number.isascii() else None


async def _messages(calls: Calls, channel: str, since: datetime, root: str | None) -> AsyncIterator[Mapping[str, Any]]:
    oldest = f"{(since.astimezone(UTC) - BEFORE).timestamp():.6f}"
    place: dict[str, Any] = {"channel": channel, "oldest": oldest, "include_all_metadata": True, "limit": PAGE}
    method = "conversations.history" if root is None else "conversations.replies"
    function: Callable[..., Awaitable[AsyncSlackResponse]] = calls.client.conversations_history
    if root is not None:
        function = calls.client.conversations_replies
        place["ts"] = root
    cursor: str | None = None
    for _ in range(MOST_PAGES):
        try:
            page = await calls.call(
                method, function, repeatable=True, **place, **({"cursor": cursor} if cursor else {})
            )
        except Refused as refused:
            if refused.code in ("thread_not_found", "message_not_found"):
                return
            raise CannotTell(str(refused)) from None
        for message in page.get("messages", ()):
            yield message
        cursor = (page.get("response_metadata") or {}).get("next_cursor")
        if not cursor or not page.get("has_more", True):
            return
    raise NotSaid(f"{method}: too much to look through", None)
