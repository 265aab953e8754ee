"""Socket Mode: a connection that Slack's events come over, made anew whenever it ends; each is answered when done."""

from __future__ import annotations

import asyncio
import json
import logging
import ssl
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiohttp import ClientError, ClientSession, ClientWebSocketResponse, WSMsgType
from slack_sdk.web.async_client import AsyncWebClient

from bot.net import proxy_for
from bot.slack.errors import delivery_error

_log = logging.getLogger(__name__)

HEARTBEAT_SECONDS = 15
LONGEST_PAUSE = 60.0
_LARGEST_MESSAGE = 16 * 1024 * 1024

Envelope = Mapping[str, Any]
Answer = Callable[[Envelope], Awaitable[dict[str, Any] | None]]
"""Takes an envelope and gives what goes with its acknowledgement; None when it is not acknowledged."""


class Socket:
    """The connection. slack_sdk's own client tries an address that is used up for ever, and has no way to rest."""

    def __init__(
        self,
        client: AsyncWebClient,
        session: ClientSession,
        answer: Answer,
        *,
        trusted: ssl.SSLContext | bool = True,
        again: Callable[[], None] = lambda: None,
        first_pause: float = 1.0,
    ) -> None:
        """`client` carries the app's own token. `again` is called when there is a connection after a time without."""
        self._client = client
        self._session = session
        self._answer = answer
        self._trusted = trusted
        self._again = again
        self._first_pause = first_pause
        self._pause = first_pause
        self._live: list[ClientWebSocketResponse] = []
        self._newest: ClientWebSocketResponse | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._readers: set[asyncio.Task[None]] = set()
        self._wanted = asyncio.Event()
        self._resting = False
        self._greeted = 0
        self._lost = True
        self._keeper: asyncio.Task[None] | None = None
        self.trouble: str | None = "not connected yet"

    def start(self) -> None:
        """Begin to connect, and keep connected from now on."""
        self._keeper = asyncio.create_task(self._keep())

    async def rest(self) -> None:
        """Take nothing more in, and return when what was taken is answered."""
        self._resting = True
        if self._keeper is not None:
            self._keeper.cancel()
            await asyncio.gather(self._keeper, return_exceptions=True)
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def close(self) -> None:
        """Close what is open."""
        await self.rest()
        for connection in list(self._live):
            await connection.close()
        for reader in list(self._readers):
            reader.cancel()
        await asyncio.gather(*self._readers, return_exceptions=True)

    async def _keep(self) -> None:
        while True:
            connection = await self._connect()
            if connection is None:
                await asyncio.sleep(self._pause)
                self._pause = min(self._pause * 2, LONGEST_PAUSE)
                continue
            self._wanted.clear()
            self._live.append(connection)
            self._newest = connection
            reader = asyncio.create_task(self._read(connection))
            self._readers.add(reader)
            reader.add_done_callback(self._readers.discard)
            greeted = self._greeted
            await self._wanted.wait()
            if self._greeted == greeted:
                # It was there and gone again before Slack said hello: do not ask for the next one at once.
                await asyncio.sleep(self._pause)
                self._pause = min(self._pause * 2, LONGEST_PAUSE)

    async def _connect(self) -> ClientWebSocketResponse | None:
        try:
            opened = await self._client.apps_connections_open(app_token=self._client.token or "")
            address = str(opened["url"])
            return await self._session.ws_connect(
                address,
                heartbeat=HEARTBEAT_SECONDS,
                max_msg_size=_LARGEST_MESSAGE,
                proxy=proxy_for(address),
                ssl=self._trusted,
            )
        except Exception as error:
            told = delivery_error(error, "apps.connections.open", repeatable=True)
            self._fail(str(told))
            self._pause = max(self._pause, getattr(told, "after", None) or 0.0)
        return None

    async def _read(self, connection: ClientWebSocketResponse) -> None:
        try:
            async for message in connection:
                if message.type is WSMsgType.TEXT:
                    self._receive(connection, message.data)
        finally:
            if connection in self._live:
                self._live.remove(connection)
            if not self._live:
                self._lost = True
                self._fail("connection lost")
            self._renew(connection)

    def _receive(self, connection: ClientWebSocketResponse, data: str) -> None:
        try:
            envelope = json.loads(data)
        except ValueError:
            return
        if not isinstance(envelope, dict):
            return
        match envelope.get("type"):
            case "hello":
                self._hello()
            case "disconnect":
                # Slack renews connections every few hours; the next one is opened before this one ends.
                _log.info("the connection is to be renewed: %s", envelope.get("reason"))
                self._renew(connection)
            case _ if envelope.get("envelope_id") and not self._resting:
                task = asyncio.create_task(self._take(connection, envelope))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    def _hello(self) -> None:
        self.trouble = None
        self._greeted += 1
        self._pause = self._first_pause
        if self._lost:
            self._lost = False
            self._again()

    async def _take(self, connection: ClientWebSocketResponse, envelope: Envelope) -> None:
        answer = await self._answer(envelope)
        if answer is None:
            return
        text = json.dumps({"envelope_id": envelope["envelope_id"], **({"payload": answer} if answer else {})})
        # Over the newest one when the one it came over has ended meanwhile.
        for open_one in (connection, *reversed(self._live)):
            try:
                await open_one.send_str(text)
                break
            except (ClientError, ConnectionError):
                continue

    def _renew(self, connection: ClientWebSocketResponse) -> None:
        if connection is self._newest:
            self._wanted.set()

    def _fail(self, why: str) -> None:
        if self.trouble != why and not self._resting:
            _log.warning("Socket Mode: %s", why)
        self.trouble = why
