"""A web chat to sit at: a real server on a port of this machine, and pages that are sockets."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Coroutine
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType, web

from bot.app import open_store
from bot.desk import Desk
from bot.listening import find_port
from bot.serve import application
from bot.webchat.log import Log
from bot.webchat.published import Shelf
from bot.webchat.room import Room
from bot.webchat.seats import Seats
from bot.webchat.security import Sessions
from bot.webchat.server import Server
from bot.worker import Worker, by_name
from handlers.groups.founding import found
from tests.bot.channel import CHANNEL, FOUNDED, group

T = TypeVar("T")

GROUP = "mysam-nordvik"
ELSEWHERE = "mysam-sydvik"
"""A group of another platform, in the same database."""


class Page:
    """One open page: what it does, and the frames it was sent."""

    def __init__(self, chat: Chat, socket: ClientWebSocketResponse) -> None:
        self._chat = chat
        self.socket = socket
        self.frames: list[dict[str, Any]] = []
        self._keys = 0
        self._name = f"{id(self):x}".rjust(8, "0")

    def send(self, **frame: Any) -> str:
        """Send a frame, and give its key."""
        self._keys += 1
        key = str(frame.setdefault("key", f"{self._name}-{self._keys}"))
        self._chat.wait(self.socket.send_str(json.dumps(frame)))
        return key

    def raw(self, text: str) -> None:
        """Send anything."""
        self._chat.wait(self.socket.send_str(text))

    def until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Take frames until one is as wanted."""
        return self._chat.wait(self._until(wanted))

    def until_type(self, kind: str) -> dict[str, Any]:
        """Take frames until one is of a kind."""
        return self.until(lambda frame: frame["type"] == kind)

    def write(self, text: str, **more: Any) -> str:
        """Write something, wait until it is taken, and give the message's id."""
        key = self.send(type="write", text=text, **more)
        self.until(lambda frame: frame["type"] in ("ack", "error") and frame["key"] == key)
        return f"w-{key}"

    def do(self, kind: str, **more: Any) -> dict[str, Any]:
        """Do something else and give what came back."""
        key = self.send(type=kind, **more)
        return self.until(lambda frame: frame["type"] in ("ack", "error") and frame["key"] == key)

    def panel(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Take frames until a panel is as wanted; the last one that came may be it."""
        shown = [frame["panel"] for frame in self.frames if frame["type"] == "panel"]
        if shown and wanted(shown[-1]):
            return dict(shown[-1])
        return dict(self.until(lambda frame: frame["type"] == "panel" and wanted(frame["panel"]))["panel"])

    def messages(self) -> dict[str, dict[str, Any]]:
        """Give the messages as this page knows them."""
        known: dict[str, dict[str, Any]] = {}
        for frame in self.frames:
            if frame["type"] == "welcome":
                known = {} if frame["whole"] else known
                known |= {one["id"]: one for one in frame["messages"]}
            if frame["type"] == "message":
                known[frame["message"]["id"]] = frame["message"]
        return known

    def everything(self) -> str:
        """Give all that was ever sent to this page, as text."""
        return json.dumps(self.frames, ensure_ascii=False)

    async def _until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        async with asyncio.timeout(5):
            while True:
                arrived = await self.socket.receive()
                assert arrived.type is WSMsgType.TEXT, arrived
                frame: dict[str, Any] = json.loads(arrived.data)
                self.frames.append(frame)
                if wanted(frame):
                    return frame


class Chat:
    """A running web chat over a folder; `secret` makes one sign in."""

    def __init__(self, folder: Path, secret: str | None = None) -> None:
        self.folder = folder
        self.secret = secret
        self._moment = datetime(2026, 9, 15, 10, 55, tzinfo=UTC)
        self._runner = asyncio.Runner()
        self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()
        self._runner.close()

    def wait(self, work: Coroutine[Any, Any, T]) -> T:
        """Let something that waits be done."""
        return self._runner.run(work)

    def restart(self) -> None:
        """Stop the server and start it anew over what is kept."""
        self._close()
        self._open()

    def found(self, name: str, channel: str) -> None:
        """Set up one more group of the web chat, with the same people."""
        described = found(group(name=name, channel=channel), FOUNDED)
        self.wait(self.desk.found(described.group_id, described.facts, self.room.name, (channel,)))

    def page(self, account: str, since: int = 0, **more: Any) -> Page:
        """Open a page as somebody and wait until it is greeted and has its panel."""
        page = self.bare_page()
        hello = {"group": GROUP, "account": account, "since": since, "version": self.version, "language": "sv", **more}
        page.raw(json.dumps({"type": "hello", **hello}))
        page.until_type("welcome")
        page.until_type("panel")
        return page

    def bare_page(self, **headers: str) -> Page:
        """Open a socket and say nothing."""
        origin = {"Origin": self.address, **headers}
        return Page(self, self.wait(self._connect(origin)))

    def get(self, path: str, **headers: str) -> tuple[int, bytes, dict[str, str]]:
        """Fetch something: status, body and headers."""
        return self.wait(self._get("GET", path, headers, None))

    def post(self, path: str, content: bytes | dict[str, str], **headers: str) -> tuple[int, bytes, dict[str, str]]:
        """Send something: status, body and headers."""
        return self.wait(self._get("POST", path, {"Origin": self.address, **headers}, content))

    def _tick(self) -> datetime:
        """Give the time: just before the meeting of the standard group, a little later at each look."""
        self._moment += timedelta(milliseconds=20)
        return self._moment

    async def _connect(self, headers: dict[str, str]) -> ClientWebSocketResponse:
        return await self.session.ws_connect(f"{self.address}/socket", headers=headers, max_msg_size=0)

    async def _get(
        self, method: str, path: str, headers: dict[str, str], content: Any
    ) -> tuple[int, bytes, dict[str, str]]:
        url = f"{self.address}{path}"
        async with self.session.request(method, url, headers=headers, data=content, allow_redirects=False) as answer:
            return answer.status, await answer.read(), dict(answer.headers)

    def _open(self) -> None:
        self._stop = asyncio.Event()
        self._ready = asyncio.Event()
        self.wait(self._start())

    async def _start(self) -> None:
        self._serving = asyncio.create_task(self._serve())
        ready = asyncio.create_task(self._ready.wait())
        await asyncio.wait({self._serving, ready}, return_when=asyncio.FIRST_COMPLETED)
        if self._serving.done():
            self._serving.result()
        self.session = ClientSession()

    async def _serve(self) -> None:
        async with open_store(f"sqlite:///{self.folder / 'mysam.db'}") as store:
            with closing(find_port("127.0.0.1", 0)) as listening, closing(Log(self.folder / "webchat.db")) as log:
                self.desk = desk = Desk(store, alone=True)
                seats = Seats()
                self.room = Room(log, seats.tell, self._tick)
                if not await desk.groups():
                    described = found(group(), FOUNDED)
                    await desk.found(described.group_id, described.facts, self.room.name, (CHANNEL,))
                    other = found(group(name="Mysam Sydvik", channel="#sydvik"), FOUNDED)
                    await desk.found(other.group_id, other.facts, "slack", ("#sydvik",))
                server = Server(
                    desk, self.room, Shelf(store, self.room.name), seats, Sessions(self.secret), self.secret
                )
                self.version = server.version
                server.begin()
                runner = web.AppRunner(application([server.routes()]), shutdown_timeout=1)
                await runner.setup()
                await web.SockSite(runner, listening).start()
                self.address = f"http://127.0.0.1:{listening.getsockname()[1]}"
                worker = asyncio.create_task(Worker(desk, store, by_name([self.room]), self._tick).run(self._stop))
                self._ready.set()
                await self._stop.wait()
                await server.rest()
                await worker
                await runner.cleanup()
                await server.end()

    def _close(self) -> None:
        self.wait(self._end())

    async def _end(self) -> None:
        self._stop.set()
        await self.session.close()
        await self._serving
