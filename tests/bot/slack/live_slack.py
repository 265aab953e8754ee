"""A Slack that also speaks: it delivers events over HTTP or a socket, and the program that hears them beside it."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from aiohttp import ClientSession, ClientTimeout, WSMsgType, web
from aiohttp.test_utils import TestServer

from bot.config import Settings, settings_from
from bot.desk import Desk
from bot.slack.door import EVENTS_PATH, SlackDoor
from storage.database import Database
from storage.keys import Keys, new_key
from storage.migrate import migrate
from storage.store import Store
from tests.bot.slack.fake_slack import BOT, BOT_ID, CHANNEL, SIV, TEAM, FakeSlack, Message, SlackSays
from tests.bot.slack.payloads import Payload, delivered, message

SECRET = "signing-secret"
PATIENCE = 10.0


@dataclass
class LiveSlack(FakeSlack):
    """A workspace whose people are heard: over HTTP when `target` is set, else over its socket."""

    target: str | None = None
    acknowledged: list[str] = field(default_factory=list)
    sockets: list[web.WebSocketResponse] = field(default_factory=list)
    connections: int = 0
    installs_as: dict[str, Any] = field(default_factory=dict)
    _second: int = field(default_factory=lambda: int(time.time()) - 600)
    _numbers: Any = field(default_factory=lambda: count(1))
    _changed: asyncio.Event = field(default_factory=asyncio.Event)
    _answers: dict[str, Payload] = field(default_factory=dict)

    def application(self) -> web.Application:
        app = super().application()
        app.router.add_get("/link", self._link)
        app.middlewares.append(self._noticing)
        return app

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds; looked at whenever Slack is called or answered."""
        async with asyncio.timeout(PATIENCE):
            while not holds():
                self._changed.clear()
                await self._changed.wait()

    @web.middleware
    async def _noticing(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        try:
            return await handler(request)
        finally:
            self._changed.set()

    # -- people

    async def say(self, text: str, user: str = SIV, channel: str = CHANNEL, thread: str | None = None) -> str:
        """Let somebody write, and deliver it; give its stamp."""
        stamp = self.write(channel, user, text, thread)
        await self.deliver(delivered(self.event_of(channel, stamp)))
        return stamp

    def event_of(self, channel: str, stamp: str) -> Payload:
        """Give the event that tells of a message."""
        kept = next(one for one in self.said[channel] if one["ts"] == stamp)
        kind = "im" if channel.startswith("D") else "channel"
        more = {key: kept[key] for key in ("thread_ts", "subtype", "files") if key in kept}
        return message(kept["text"], user=kept["user"], ts=stamp, channel=channel, channel_type=kind, **more)

    def bot_said(self, channel: str = CHANNEL) -> list[str]:
        """Give what the bot has said in a conversation, openly or to one person."""
        said: list[Message] = self.said.get(channel, []) + [one for one in self.whispers if one["channel"] == channel]
        return [one["text"] for one in said if one.get("bot_id") == BOT_ID]

    # -- deliveries

    async def deliver(self, body: Payload, *, retry: int = 0) -> bool:
        """Deliver an event once; tell whether it was acknowledged, which a socket is waited for."""
        if self.target is None:
            number = f"{next(self._numbers)}"
            envelope = {"envelope_id": number, "type": "events_api", "payload": body, "accepts_response_payload": False}
            more = {"retry_attempt": retry, "retry_reason": "timeout"} if retry else {}
            await self.sockets[-1].send_json({**envelope, **more})
            await self.until(lambda: number in self.acknowledged)
            return True
        return (await self.post(json.dumps(body), "application/json", retry=retry))[0] == 200

    async def gesture(self, body: Payload) -> Payload | None:
        """Deliver a command or an interaction; give what came with the acknowledgement, None without one."""
        if self.target is None:
            number = f"{next(self._numbers)}"
            kind = "slash_commands" if "command" in body else "interactive"
            await self.sockets[-1].send_json({"envelope_id": number, "type": kind, "payload": body})
            await self.until(lambda: number in self.acknowledged)
            return self._answers[number]
        form = body if "command" in body else {"payload": json.dumps(body)}
        status, text = await self.post(urlencode(form), "application/x-www-form-urlencoded")
        return (json.loads(text) if text.startswith("{") else {}) if status == 200 else None

    async def post(self, text: str, kind: str, *, retry: int = 0, secret: str = SECRET) -> tuple[int, str]:
        """Send a signed request."""
        assert self.target is not None
        now = str(int(time.time()))
        signature = hmac.new(secret.encode(), f"v0:{now}:{text}".encode(), hashlib.sha256).hexdigest()
        headers = {"Content-Type": kind, "X-Slack-Request-Timestamp": now, "X-Slack-Signature": f"v0={signature}"}
        if retry:
            headers |= {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": "http_timeout"}
        async with (
            ClientSession(timeout=ClientTimeout(total=PATIENCE)) as session,
            session.post(self.target, data=text.encode(), headers=headers) as answer,
        ):
            return answer.status, await answer.text()

    async def _link(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        self.connections += 1
        await socket.send_json({"type": "hello", "num_connections": 1})
        self._changed.set()
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                told = json.loads(frame.data)
                self._answers[told["envelope_id"]] = told.get("payload", {})
                self.acknowledged.append(told["envelope_id"])
                self._changed.set()
        if socket in self.sockets:
            self.sockets.remove(socket)
        self._changed.set()
        return socket

    # -- what Slack answers

    def auth_test(self, a: dict[str, Any]) -> dict[str, Any]:
        return {"team_id": TEAM, "team": "Provet", "user_id": BOT, "bot_id": BOT_ID, "url": self.address}

    def apps_connections_open(self, a: dict[str, Any]) -> dict[str, Any]:
        return {"url": self.address.replace("http", "ws") + "link"}

    def users_info(self, a: dict[str, Any]) -> dict[str, Any]:
        if a["user"] not in self.people:
            raise SlackSays("user_not_found")
        name = self.people[a["user"]]
        return {
            "user": {"id": a["user"], "name": a["user"].lower(), "profile": {"real_name": name, "display_name": "x"}}
        }

    def oauth_v2_access(self, a: dict[str, Any]) -> dict[str, Any]:
        if a["code"] != "good":
            raise SlackSays("invalid_code")
        return {
            "access_token": self.token,
            "token_type": "bot",
            "scope": "chat:write,commands",
            "bot_user_id": BOT,
            "app_id": "A0TEST",
            "team": {"id": TEAM, "name": "Provet"},
            "enterprise": None,
            "is_enterprise_install": False,
            "authed_user": {"id": SIV},
        } | self.installs_as


@dataclass
class Program:
    """The program over a database: its door is open."""

    door: SlackDoor
    desk: Desk
    store: Store
    database: Database
    address: str

    async def settled(self) -> None:
        """Return when everything that was taken is answered."""
        await self.door.idle()
        await self.desk.rest()

    async def kinds(self, group: str = "vallby") -> list[str]:
        """Give the kinds of all facts that are kept of a group."""
        return [fact.kind for fact in (await self.store.load(group)).facts]


def settings_for(slack: LiveSlack, mode: str = "socket", **more: str) -> Settings:
    """Give settings that lead to a Slack of tests."""
    ways = {"socket": {"SLACK_APP_TOKEN": "xapp-test"}, "http": {"SLACK_SIGNING_SECRET": SECRET}}
    token = {} if "SLACK_CLIENT_ID" in more else {"SLACK_BOT_TOKEN": slack.token}
    return settings_from({**ways[mode], **token, "SLACK_API_URL": f"{slack.address}api", **more})


@asynccontextmanager
async def running(
    slack: LiveSlack, folder: Path, mode: str = "socket", make: Callable[..., SlackDoor] = SlackDoor, **more: str
) -> AsyncIterator[Program]:
    """Let the program run, and end it calmly."""
    url = f"sqlite:///{folder / 'mysam.db'}"
    if not (folder / "mysam.db").exists():
        migrate(url)
        (folder / "key").write_text(new_key())
    database = Database.open(url)
    store = Store(database)
    desk = Desk(store, alone=True)
    door = make(settings_for(slack, mode, **more), desk, database, Keys(file=folder / "key"), pauses=(0.0,))
    try:
        await door.open()
        app = web.Application()
        app.add_routes(door.routes())
        async with TestServer(app) as server:
            address = str(server.make_url("/")).rstrip("/")
            if mode == "http":
                slack.target = f"{address}{EVENTS_PATH}"
            else:
                await slack.until(lambda: bool(slack.sockets))
                await slack.deliver(delivered({"type": "nothing"}))
            program = Program(door, desk, store, database, address)
            await program.settled()
            yield program
            await door.rest()
            await desk.rest()
    finally:
        await door.close()
        await database.close()


def play(slack: LiveSlack, scene: Callable[[LiveSlack], Awaitable[None]]) -> None:
    """Let a scene happen with the workspace on the network."""

    async def main() -> None:
        async with TestServer(slack.application()) as server:
            slack.address = str(server.make_url("/"))
            await scene(slack)

    asyncio.run(main())
