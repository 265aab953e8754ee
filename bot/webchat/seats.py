"""Who sits at the web chat: one seat for each open page, with its own queue, so that a slow page holds nobody up."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from aiohttp import WSCloseCode, web

from bot.webchat.log import Message
from bot.webchat.render import message_node
from bot.webchat.security import Bucket
from meetings.language import Language

_QUEUE = 2_000
_FAREWELL = 2.0
"""Seconds."""
_AT_ONCE, _A_SECOND = 40, 8


class Seat:
    """One open page: where it sits and as whom, None until it has said so."""

    def __init__(self, socket: web.WebSocketResponse) -> None:
        self.socket = socket
        self.group: str | None = None
        self.account = ""
        self.channel = ""
        self.language: Language = "sv"
        self.panel = ""
        """The panel as it was last sent."""
        self.pace = Bucket(_AT_ONCE, _A_SECOND)
        self.warnings = Bucket(3, 1)
        self.refused = 0
        self._queue: asyncio.Queue[str] = asyncio.Queue(_QUEUE)

    def sees(self, message: Message) -> bool:
        """Tell whether a message is for this page."""
        if self.group is None or message.private_to not in (None, self.account):
            return False
        return message.direct or message.conversation == self.channel

    def send(self, frame: dict[str, Any]) -> None:
        """Put something in the queue to the page; one that takes nothing is left, and can come back."""
        try:
            self._queue.put_nowait(json.dumps(frame, ensure_ascii=False))
        except asyncio.QueueFull:
            transport = self.socket.get_extra_info("transport")
            if transport is not None:
                transport.abort()

    async def deliver(self) -> None:
        """Send what is in the queue, until the page is gone."""
        with suppress(ConnectionError, RuntimeError):
            while True:
                await self.socket.send_str(await self._queue.get())
                self._queue.task_done()

    async def leave(self) -> None:
        """Send what is in the queue, and say that the program ends; a page that takes nothing is not waited for."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_FAREWELL):
                await self._queue.join()
                await self.socket.close(code=WSCloseCode.GOING_AWAY)


class Seats:
    """Every open page."""

    def __init__(self) -> None:
        self._seats: set[Seat] = set()

    def __iter__(self) -> Iterator[Seat]:
        return iter(tuple(self._seats))

    def __len__(self) -> int:
        return len(self._seats)

    def add(self, seat: Seat) -> None:
        """Let a page sit down."""
        self._seats.add(seat)

    def remove(self, seat: Seat) -> None:
        """Let a page leave."""
        self._seats.discard(seat)

    def tell(self, message: Message) -> None:
        """Send a message to every page that may see it."""
        node = message_node(message)
        for seat in self:
            if seat.sees(message):
                seat.send({"type": "message", "message": node})

    async def leave(self) -> None:
        """Say to every page that the program ends."""
        await asyncio.gather(*(seat.leave() for seat in self))
