"""What people come back to, within reach in Slack: pinned, and the latest behind a bookmark; or left out quietly."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence

from bot.platform import CannotSay, DeliveryError, NotSaid
from bot.slack.calls import Calls
from bot.slack.errors import Refused
from meetings.language import LANGUAGES, Language, texts_for

_log = logging.getLogger(__name__)

TRIES = 3
LONGEST_WAIT = 3.0
"""Minutes are said when they stand in the channel: nothing waits long for their bookmark."""


class Bookmarks:
    """Keeps lasting messages within reach in the channels of one workspace."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self._told: set[str] = set()

    async def keep(self, channel: str, ts: str, language: Language) -> None:
        """Pin a message and move the channel's bookmark to it. What Slack does not allow is left out quietly."""
        await self._quietly(("pins:write",), lambda: self._pin(channel, ts))
        await self._quietly(("bookmarks:read", "bookmarks:write"), lambda: self._bookmark(channel, ts, language))

    async def _quietly(self, scopes: Sequence[str], do: Callable[[], Awaitable[None]]) -> None:
        if not all(map(self._calls.may, scopes)):
            self._tell_once(f"left out without {' and '.join(scopes)}")
            return
        for left in reversed(range(TRIES)):
            try:
                await do()
                return
            except DeliveryError as error:
                wait = (error.after or 1.0) if isinstance(error, NotSaid) else 1.0
                if isinstance(error, CannotSay) or wait > LONGEST_WAIT or not left:
                    self._tell_once(f"left out: {error}")
                    return
            await self._calls.pace.wait(wait)

    def _tell_once(self, line: str) -> None:
        if line not in self._told:
            self._told.add(line)
            _log.info("slack: %s", line)

    async def _pin(self, channel: str, ts: str) -> None:
        try:
            await self._calls.call(
                "pins.add", self._calls.client.pins_add, repeatable=True, channel=channel, timestamp=ts
            )
        except Refused as refused:
            if refused.code != "already_pinned":
                raise

    async def _bookmark(self, channel: str, ts: str, language: Language) -> None:
        calls, client = self._calls, self._calls.client
        there = await calls.call("bookmarks.list", client.bookmarks_list, repeatable=True, channel_id=channel)
        titles = {texts_for(one).t("slack.bookmark") for one in LANGUAGES}
        ours = next((one for one in there.get("bookmarks", ()) if one.get("title") in titles), None)
        found = await calls.call(
            "chat.getPermalink", client.chat_getPermalink, repeatable=True, channel=channel, message_ts=ts
        )
        title, link = texts_for(language).t("slack.bookmark"), found["permalink"]
        if ours is None:
            await calls.call(
                "bookmarks.add", client.bookmarks_add, channel_id=channel, title=title, type="link", link=link
            )
        else:
            await calls.call(
                "bookmarks.edit",
                client.bookmarks_edit,
                repeatable=True,
                bookmark_id=ours["id"],
                channel_id=channel,
                title=title,
                link=link,
            )
