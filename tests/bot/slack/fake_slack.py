"""A Slack for tests: a Web API on this machine that keeps what is said, and fails when it is told to."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from aiohttp import ClientSession, ClientTimeout, web
from aiohttp.test_utils import TestServer

from tests.bot.slack.block_kit import problems

Message = dict[str, Any]
T = TypeVar("T")

TEAM, BOT, BOT_ID = "T0TEST", "U0BOT", "B0BOT"
CHANNEL, ARCHIVED, ELSEWHERE = "C0STYRELSEN", "C0ARKIV", "C0ANNAT"
SIV, OLLE, GONE = "U0SIV", "U0OLLE", "U0BORTA"
SCOPES = (
    "channels:history channels:read chat:write bookmarks:read bookmarks:write files:read files:write groups:history "
    "groups:read im:history im:write pins:write reactions:read reactions:write users:read"
).split()


@dataclass
class Fault:
    """What happens to the next calls of a method: an answer that is lost, a refusal, a wait."""

    method: str
    kind: str
    skip: int = 0
    code: str = "internal_error"
    seconds: int = 1
    times: int = 1


@dataclass
class FakeSlack:
    """One workspace with a few people and channels. `calls` is every call in order, `said` what stands where."""

    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    said: dict[str, list[Message]] = field(default_factory=lambda: {CHANNEL: [], ARCHIVED: [], ELSEWHERE: []})
    whispers: list[Message] = field(default_factory=list)
    pins: list[tuple[str, str]] = field(default_factory=list)
    bookmarks: list[dict[str, Any]] = field(default_factory=list)
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=lambda: {SIV: "Siv Alm", OLLE: "Olle Berg"})
    scopes: list[str] = field(default_factory=lambda: list(SCOPES))
    faults: list[Fault] = field(default_factory=list)
    page: int = 100
    lag: int = 0
    """How many of the latest messages the history does not show yet."""
    address: str = ""
    token: str = "xoxb-test"
    _second: int = 1_774_000_000

    def fail(self, method: str, kind: str, **more: Any) -> None:
        """Let a method fail: kind is drop_response, drop_request, http_500, ratelimited or error."""
        self.faults.append(Fault(method, kind, **more))

    def methods(self) -> list[str]:
        """Give the names of the methods that were called, in order."""
        return [method for method, _ in self.calls]

    def count(self, method: str) -> int:
        """Give how often a method was called."""
        return Counter(self.methods())[method]

    def write(self, channel: str, user: str, text: str, thread: str | None = None) -> str:
        """Let somebody write; give the message's stamp."""
        message = {"type": "message", "user": user, "text": text, "ts": self._stamp()}
        if thread is not None:
            message["thread_ts"] = thread
        self.said.setdefault(channel, []).append(message)
        return str(message["ts"])

    def share(self, channel: str, user: str, text: str, name: str, content: bytes, **more: Any) -> str:
        """Let somebody write with a file, of which `more` tells otherwise; give the message's stamp."""
        id = f"F{len(self.files)}"
        self.files[id] = {
            "id": id,
            "name": name,
            "mode": "hosted",
            "size": len(content),
            "content": content,
            "permalink": f"https://test.slack.example/files/{user}/{id}/{name}",
            "url_private": f"{self.address}files/{id}/{name}",
        } | more
        stamp = self.write(channel, user, text)
        self.said[channel][-1] |= {"subtype": "file_share", "files": [self._shown(self.files[id])]}
        return stamp

    @staticmethod
    def _shown(file: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in file.items() if key not in ("content", "leads_to")}

    def talk_with(self, user: str) -> list[Message]:
        """Give what stands in somebody's private talk with the bot."""
        return self.said.get(f"D{user[1:]}", [])

    def _stamp(self) -> str:
        self._second += 1
        return f"{self._second}.{len(self.calls):06d}"

    # -- the server

    def application(self) -> web.Application:
        """Give what answers on the network."""
        app = web.Application(client_max_size=8 * 1024 * 1024)
        app.router.add_route("*", "/api/{method}", self._answer)
        app.router.add_post("/upload/{file}", self._upload)
        app.router.add_get("/files/{file}/{name}", self._download)
        return app

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        arguments: dict[str, Any] = dict(request.query)
        if request.method == "POST":
            arguments |= await request.json() if request.content_type == "application/json" else await request.post()
        self.calls.append((method, arguments))
        fault = self._fault(method)
        kind = fault.kind if fault is not None else None
        if kind == "drop_request":
            return self._cut(request)
        if kind == "http_500":
            return web.Response(status=500, text="Server Error")
        if fault is not None and kind == "ratelimited":
            return web.json_response(
                {"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": str(fault.seconds)}
            )
        if fault is not None and kind == "error":
            return web.json_response({"ok": False, "error": fault.code})
        try:
            body = {"ok": True, **getattr(self, method.replace(".", "_"))(arguments)}
        except SlackSays as no:
            body = {"ok": False, "error": str(no), **no.more}
        if kind == "drop_response":
            return self._cut(request)
        return web.json_response(body, headers={"X-OAuth-Scopes": ",".join(self.scopes)})

    def _fault(self, method: str) -> Fault | None:
        for fault in self.faults:
            if fault.method == method and fault.times > 0:
                if fault.skip > 0:
                    fault.skip -= 1
                    continue
                fault.times -= 1
                return fault
        return None

    @staticmethod
    def _cut(request: web.Request) -> web.Response:
        if request.transport is not None:
            request.transport.abort()
        return web.Response()

    async def _upload(self, request: web.Request) -> web.Response:
        self.calls.append(("upload", {}))
        content = await request.read()
        file = self.files[request.match_info["file"]]
        if len(content) != file["length"]:
            return web.Response(status=400)
        file["content"] = content
        return web.Response(text="OK")

    async def _download(self, request: web.Request) -> web.StreamResponse:
        self.calls.append(("download", {"file": request.match_info["file"]}))
        fault = self._fault("download")
        if fault is not None:
            return web.Response(status=500) if fault.kind == "http_500" else self._cut(request)
        if request.headers.get("Authorization") != f"Bearer {self.token}":
            return web.Response(text="<html>Sign in</html>", content_type="text/html")
        file = self.files[request.match_info["file"]]
        if "leads_to" in file:
            return web.Response(status=302, headers={"Location": file["leads_to"]})
        return web.Response(body=file["content"], content_type="text/html")

    # -- what Slack answers

    def _need(self, scope: str) -> None:
        if scope not in self.scopes:
            raise SlackSays("missing_scope", needed=scope)

    def _place(self, channel: str) -> list[Message]:
        if channel not in self.said:
            raise SlackSays("channel_not_found")
        if channel == ELSEWHERE:
            raise SlackSays("not_in_channel")
        return self.said[channel]

    def _find(self, channel: str, ts: str, error: str = "message_not_found") -> Message:
        for message in self._place(channel):
            if message["ts"] == ts:
                return message
        raise SlackSays(error)

    def auth_test(self, a: dict[str, Any]) -> dict[str, Any]:
        return {"team_id": TEAM, "user_id": BOT, "bot_id": BOT_ID}

    def chat_postMessage(self, a: dict[str, Any]) -> dict[str, Any]:
        place = self._place(a["channel"])
        if a["channel"] == ARCHIVED:
            raise SlackSays("is_archived")
        root = a.get("thread_ts")
        if root and self._find(a["channel"], root, "thread_not_found").get("thread_ts", root) != root:
            raise SlackSays("cannot_reply_to_message")
        message = self._message(a)
        place.append(message)
        return {"channel": a["channel"], "ts": message["ts"]}

    def chat_postEphemeral(self, a: dict[str, Any]) -> dict[str, Any]:
        self._place(a["channel"])
        if a["user"] not in self.people:
            raise SlackSays("user_not_in_channel")
        message = {**self._message(a), "to": a["user"], "channel": a["channel"]}
        self.whispers.append(message)
        return {"message_ts": message["ts"]}

    def chat_update(self, a: dict[str, Any]) -> dict[str, Any]:
        message = self._find(a["channel"], a["ts"])
        if message.get("bot_id") != BOT_ID:
            raise SlackSays("cant_update_message")
        self._check(a)
        message.update({name: a[name] for name in ("text", "blocks") if name in a})
        return {"ts": a["ts"]}

    def chat_getPermalink(self, a: dict[str, Any]) -> dict[str, Any]:
        self._find(a["channel"], a["message_ts"])
        return {"permalink": f"https://test.slack.example/archives/{a['channel']}/p{a['message_ts'].replace('.', '')}"}

    def _message(self, a: dict[str, Any]) -> Message:
        self._check(a)
        kept: Message = {name: a[name] for name in ("text", "blocks", "thread_ts", "metadata") if name in a}
        return {**kept, "type": "message", "user": BOT, "bot_id": BOT_ID, "ts": self._stamp()}

    @staticmethod
    def _check(a: dict[str, Any]) -> None:
        if not a.get("text"):
            raise SlackSays("no_text")
        if found := problems(a.get("blocks", [])):
            raise SlackSays("invalid_blocks", errors=found)

    def conversations_open(self, a: dict[str, Any]) -> dict[str, Any]:
        if a["users"] == GONE:
            raise SlackSays("user_disabled")
        if a["users"] not in self.people:
            raise SlackSays("user_not_found")
        talk = f"D{a['users'][1:]}"
        self.said.setdefault(talk, [])
        return {"channel": {"id": talk}}

    def conversations_history(self, a: dict[str, Any]) -> dict[str, Any]:
        self._need("channels:history")
        seen = self._place(a["channel"])
        seen = seen[: len(seen) - self.lag]
        return self._page([m for m in seen if m.get("thread_ts", m["ts"]) == m["ts"]][::-1], a)

    def conversations_replies(self, a: dict[str, Any]) -> dict[str, Any]:
        self._need("channels:history")
        message = self._find(a["channel"], a["ts"], "thread_not_found")
        root = message.get("thread_ts", message["ts"])
        found = [m for m in self.said[a["channel"]] if root in (m["ts"], m.get("thread_ts"))]
        return self._page([m for m in found if m["ts"] == root or m in found[: len(found) - self.lag]], a)

    def _page(self, found: list[Message], a: dict[str, Any]) -> dict[str, Any]:
        found = [m for m in found if float(m["ts"]) > float(a.get("oldest", 0)) or m["ts"] == a.get("ts")]
        start = int(a.get("cursor") or 0)
        most = min(int(a.get("limit", 100)), self.page)
        shown = [m if a.get("include_all_metadata") else {**m, "metadata": None} for m in found[start : start + most]]
        more = start + most < len(found)
        return {
            "messages": shown,
            "has_more": more,
            "response_metadata": {"next_cursor": str(start + most) if more else ""},
        }

    def reactions_add(self, a: dict[str, Any]) -> dict[str, Any]:
        message = self._find(a["channel"], a["timestamp"])
        names = message.setdefault("reactions", [])
        if a["name"] in names:
            raise SlackSays("already_reacted")
        names.append(a["name"])
        return {}

    def pins_add(self, a: dict[str, Any]) -> dict[str, Any]:
        self._need("pins:write")
        if (a["channel"], a["timestamp"]) in self.pins:
            raise SlackSays("already_pinned")
        self.pins.append((a["channel"], a["timestamp"]))
        return {}

    def bookmarks_list(self, a: dict[str, Any]) -> dict[str, Any]:
        self._need("bookmarks:read")
        return {"bookmarks": [one for one in self.bookmarks if one["channel_id"] == a["channel_id"]]}

    def bookmarks_add(self, a: dict[str, Any]) -> dict[str, Any]:
        self._need("bookmarks:write")
        self.bookmarks.append({"id": f"Bk{len(self.bookmarks)}", **a})
        return {"bookmark": self.bookmarks[-1]}

    def bookmarks_edit(self, a: dict[str, Any]) -> dict[str, Any]:
        self._need("bookmarks:write")
        found = next(one for one in self.bookmarks if one["id"] == a["bookmark_id"])
        found.update(a)
        return {"bookmark": found}

    def files_info(self, a: dict[str, Any]) -> dict[str, Any]:
        self._need("files:read")
        if a["file"] not in self.files:
            raise SlackSays("file_not_found")
        return {"file": self._shown(self.files[a["file"]])}

    def files_getUploadURLExternal(self, a: dict[str, Any]) -> dict[str, Any]:
        self._need("files:write")
        file = f"F{len(self.files)}"
        self.files[file] = {"id": file, "name": a["filename"], "length": int(a["length"]), "content": None}
        return {"upload_url": f"{self.address}upload/{file}", "file_id": file}

    def files_completeUploadExternal(self, a: dict[str, Any]) -> dict[str, Any]:
        files = [self.files[one["id"]] for one in json.loads(a["files"])]
        if any(file["content"] is None for file in files):
            raise SlackSays("file_not_found")
        shown = [{"id": file["id"], "name": file["name"]} for file in files]
        thread = {"thread_ts": a["thread_ts"]} if "thread_ts" in a else {}
        message = self._message({"text": a.get("initial_comment") or " ", **thread})
        self._place(a["channel_id"]).append({**message, "subtype": "file_share", "files": shown})
        return {"files": shown}


class SlackSays(Exception):
    """Slack's word for why it refuses."""

    def __init__(self, code: str, **more: Any) -> None:
        super().__init__(code)
        self.more = more


def play(slack: FakeSlack, scene: Callable[[ClientSession], Awaitable[T]]) -> T:
    """Let a scene happen with the workspace on the network, and give what it gives."""

    async def main() -> T:
        async with TestServer(slack.application()) as server:
            slack.address = str(server.make_url("/"))
            async with ClientSession(timeout=ClientTimeout(total=10)) as session:
                return await scene(session)

    return asyncio.run(main())
