"""The port to the fake chat, with each refusal told as what it means."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from aiohttp import ClientConnectorError, ClientError, ClientSession

from bot.platform import CannotFetch, CannotTell, File, NotSaid, PerhapsSaid
from documents.text import to_text
from meetings.document import Document
from torture.chat import ON_PURPOSE, PID
from torture.points import IN_CHAT, Points

NAME = "torture"


class ChatPlatform:
    """Says things in the fake chat. `blind`: it never finds anything, so that what is doubtful is said again."""

    name = NAME

    def __init__(self, session: ClientSession, address: str, points: Points, *, blind: bool) -> None:
        self._session = session
        self._address = address
        self._points = points
        self._blind = blind

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
        """Say something in a conversation."""
        return await self._post(conversation, to_text(document), cause, key, files)

    async def react(self, conversation: str, message: str, emoji: str) -> None:
        """Put an emoji on a message."""
        await self._call("POST", "/react", {"where": conversation, "message": message, "emoji": emoji})

    async def tell_privately(
        self,
        account: str,
        document: Document,
        *,
        conversation: str | None = None,
        cause: str | None = None,
        key: str | None = None,
    ) -> str | None:
        """Say something to one person."""
        return await self._post(account, to_text(document), cause, key, ())

    async def find(
        self,
        key: str,
        *,
        conversation: str | None,
        account: str | None,
        since: datetime,
        thread: str | None = None,
    ) -> str | None:
        """Look through the history for a key."""
        if self._blind:
            return None
        before: dict[str, Any] = {}
        while True:
            query = {"where": account or conversation or "", **before}
            page = await self._call("GET", "/history", query, then=self._points.then(IN_CHAT[2], ""))
            for message in page["messages"]:
                if message["key"] == key:
                    return str(message["id"])
            if page["before"] is None:
                return None
            before = {"before": page["before"]}

    async def fetch(self, ref: str) -> bytes:
        """Raise CannotFetch: nobody shares a file here."""
        raise CannotFetch("no files")

    async def _post(
        self, where: str, text: str, cause: str | None, key: str | None, files: Sequence[File]
    ) -> str | None:
        body = {"where": where, "text": text, "cause": cause, "key": key, "files": [file.name for file in files]}
        then = self._points.then(*IN_CHAT[:2])
        return str((await self._call("POST", "/say", body, then=then))["id"])

    async def _call(self, method: str, path: str, told: Mapping[str, Any], then: str = "") -> dict[str, Any]:
        headers = {PID: str(os.getpid()), ON_PURPOSE: then} if then else {}
        body, query = (told, None) if method == "POST" else (None, told)
        asked = self._session.request(method, self._address + path, json=body, params=query, headers=headers)
        try:
            async with asked as response:
                match response.status:
                    case 200:
                        answer: dict[str, Any] = await response.json()
                        return answer
                    case 429:
                        raise NotSaid("rate_limited", after=float(response.headers["Retry-After"]))
                    case 403:
                        raise CannotTell("not_allowed")
                    case status:
                        raise PerhapsSaid(f"status {status}")
        except ClientConnectorError as error:
            raise NotSaid("not reached") from error
        except ClientError as error:
            raise PerhapsSaid(type(error).__name__) from error
