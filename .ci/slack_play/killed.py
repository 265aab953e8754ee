"""`mysam run` is killed at named moments and started again: nothing may be lost, and nothing be there twice."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.app import open_desk
from bot.replay.transcript import read
from slack_play.channel import Cast, in_slack, line, shown
from slack_play.manifest import MYSAM
from slack_play.meeting import CHANNEL, LEAD, PEOPLE
from slack_play.program import environment, events_url
from slack_play.scenarios import minutes_of, replayed, unequal
from slack_play.strict import BOT, CheckError, Strict, free_port, strict, until
from slack_play.whole import keys_said

HELD_MS = 2500
SAID_SECONDS = 120.0
"""What was in hand of a program that was killed comes into another's hand after a minute."""
BEN, CLEO = PEOPLE[1], PEOPLE[2]


class Program:
    """`mysam run` as a process."""

    def __init__(self, folder: Path, slack: Strict, mode: str, port: int) -> None:
        self._slack, self._mode, self._port = slack, mode, port
        self._data = folder / "data"
        self._log = folder / "mysam.log"
        self._trouble: str | None = None
        self._process: asyncio.subprocess.Process | None = None
        self.database = self._data / "mysam.db"

    async def start(self, listens: bool = True) -> None:
        """Let it run; wait until it listens."""
        variables = {
            "MYSAM_WEBCHAT": "0", "MYSAM_DATA": str(self._data), "PORT": str(self._port), "MYSAM_LANGUAGE": "sv",
            **environment(self._slack.address, self._mode),
        }  # fmt: skip
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                str(MYSAM), "run", stdout=log, stderr=log, env={**kept, **variables}
            )
        if listens:
            try:
                await until(self._listens, "mysam run did not start")
            except CheckError as error:
                raise CheckError(f"{error}: {self._trouble}; {self._log.read_text('utf-8')[-2000:]}") from None

    async def kill(self) -> None:
        """End it at once, as a power cut does."""
        assert self._process is not None
        self._process.kill()
        await self._process.wait()

    async def stop(self) -> None:
        """End it calmly; raises CheckError when it does not end well."""
        assert self._process is not None
        self._process.terminate()
        async with asyncio.timeout(30):
            status = await self._process.wait()
        if status:
            raise CheckError(f"mysam run ended with {status}: {self._log.read_text('utf-8')[-2000:]}")

    def unsaid(self, *states: str) -> list[str]:
        """Give the keys of what stands in these states of the outbox."""
        marks = ",".join("?" * len(states))
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as kept:
            return [key for (key,) in kept.execute(f"SELECT key FROM outbox WHERE state IN ({marks})", states)]

    async def _listens(self) -> bool:
        if self._process is not None and self._process.returncode is not None:
            raise CheckError(f"mysam run ended: {self._log.read_text('utf-8')[-2000:]}")
        self._trouble = await self._slack.trouble(f"http://127.0.0.1:{self._port}/readyz")
        return self._trouble is None


@dataclass
class _Kills:
    """Plays people while the program comes and goes, and writes down what they wrote."""

    slack: Strict
    program: Program
    cast: Cast
    lines: list[str] = field(default_factory=list)

    async def say(self, who: str, text: str, *, privately: bool = False, wait: bool = True) -> str:
        """Let somebody write, and give the line's id."""
        user = self.cast.people[who]
        place = f"@{user}" if privately else self.cast.channels[CHANNEL]
        done = await self.slack.do("say", channel=place, user=user, text=in_slack(text), wait=wait)
        id = f"m{len(self.lines) + 1:02}"
        self.cast.stamps[id] = done["ts"]
        self._write(id, done["ts"], "DM" if privately else CHANNEL, who, text)
        return id

    async def change(self, who: str, id: str, text: str | None) -> None:
        """Let somebody edit a message, or delete it."""
        told = {"channel": self.cast.channels[CHANNEL], "ts": self.cast.stamps[id], "wait": False}
        await (self.slack.do("delete", **told) if text is None else self.slack.do("edit", text=text, **told))
        form = f"[raderar {id}]" if text is None else f"[ändrar {id}] {text}"
        now = f"{(await self.slack.look('status'))['now']:.6f}"
        self._write(f"m{len(self.lines) + 1:02}", now, CHANNEL, who, form)

    async def rest(self) -> None:
        """Let everything that is under way happen."""
        done = await self.slack.do("idle", quiet_ms=1200, timeout_ms=20_000)
        if not done["idle"]:
            raise CheckError(f"no rest: {done}")

    async def kill_in(self, method: str) -> None:
        """Kill the program while it waits for an answer of a method, which Slack carries out all the same."""

        async def called() -> bool:
            return any(one["fault"] == "delay_ms" for one in await self.slack.look("log", method=method, since=since))

        since = str(len(await self.slack.look("log")) - 1)
        await until(called, f"{method} was not called")
        await self.program.kill()
        await asyncio.sleep(HELD_MS / 1000)

    async def hold(self, method: str) -> None:
        """Let the next call of a method take long."""
        await self.slack.do("fault", kind="delay_ms", method=method, ms=HELD_MS)

    def _write(self, id: str, stamp: str, where: str, who: str, text: str) -> None:
        self.lines.append(line(id, stamp, where, who, text))


async def _scene(kills: _Kills) -> None:
    slack, program = kills.slack, kills.program
    await program.start()
    await slack.do("join", channel=kills.cast.channels[CHANNEL], user=BOT, inviter=kills.cast.people[LEAD])
    await kills.say(LEAD, "@mötesbot ny grupp Nätverk Lövsta")
    await kills.say(LEAD, f"@mötesbot lägg till deltagare: {BEN}, ordförande, Lövsta; {CLEO}, sekreterare, Lövsta")
    await kills.rest()

    # Nothing of a message is kept yet: who wrote it is being asked.
    await kills.hold("users.info")
    await kills.say(BEN, "punkt: Lokaler", wait=False)
    await kills.kill_in("users.info")

    # Nobody listens.
    bilpool = await kills.say(CLEO, "punkt: Bilpoolen", wait=False)
    await kills.change(CLEO, bilpool, "punkt: Bilpoolen och parkeringen")
    wrong = await kills.say(BEN, "punkt: Fel kanal", wait=False)
    await kills.change(BEN, wrong, None)

    # What was missed is being read.
    await kills.hold("conversations.history")
    await program.start(listens=False)
    await kills.kill_in("conversations.history")
    await program.start()
    await kills.rest()

    # What is to be said is kept, and being said.
    await kills.hold("chat.postMessage")
    await kills.say(LEAD, "@mötesbot starta mötet", wait=False)
    await kills.kill_in("chat.postMessage")
    await program.start()
    await kills.rest()
    await kills.say(BEN, "Lokaler: vi flyttar i maj")
    note = await kills.say(CLEO, "Bilpoolen: två nya bilar köps in under våren")
    await kills.change(CLEO, note, "Bilpoolen: tre nya bilar köps in under våren")
    await kills.say(CLEO, "beslut: bilpoolen öppnas för alla")
    await kills.rest()

    # A sign is being put on a message.
    await kills.hold("reactions.add")
    await kills.say(LEAD, "@mötesbot avsluta mötet", wait=False)
    await kills.kill_in("reactions.add")
    await program.start()
    await kills.rest()

    # The minutes stand in the channel, and their files are on the way.
    await kills.hold("files.completeUploadExternal")
    await kills.say(LEAD, "publicera", privately=True, wait=False)
    await kills.kill_in("files.completeUploadExternal")
    await program.start()


async def _killed(shared: Path, folder: Path, mode: str, manifest: Mapping[str, Any]) -> None:
    folder.mkdir(parents=True)
    cast = Cast({name: f"U0PERSON{number:03}" for number, name in enumerate(PEOPLE, 1)}, {CHANNEL: "C0CHANNEL01"})
    workspace = cast.workspace()
    workspace["channels"]["C0CHANNEL01"]["members"] = list(cast.people.values())
    port = free_port()
    url = events_url(port) if mode == "http" else None
    async with (
        strict(shared, folder, manifest, events_url=url, workspace=workspace) as slack,
        _ended(Program(folder, slack, mode, port)) as program,
    ):
        kills = _Kills(slack, program, cast)
        await _scene(kills)
        await until(_all_said(program), "something was not said in time", SAID_SECONDS)
        await kills.rest()
        await program.stop()
        wrong = [f"violation: {one}" for one in await slack.look("violations")]
        wrong += [f"said twice: {key}" for key, times in (await keys_said(slack)).items() if times > 1]
        said = [shown(one["text"]) for one in await slack.said(cast.channels[CHANNEL])]
    wrong += [f"not said: {key}" for key in program.unsaid("dead", "unknown")]
    wrong += [f"not in the channel: {words}" for words in _ANSWERS if not any(shown(words) in text for text in said)]
    async with open_desk(f"sqlite:///{program.database}") as desk:
        minutes = [cast.back(one) for one in await minutes_of(desk)]
    wrong += unequal(await replayed(read("".join(kills.lines).encode()), folder), minutes)
    if wrong:
        raise CheckError("\n".join(wrong))


_ANSWERS = ("Jag är mötessekreterare för Nätverk Lövsta", "Mötet är öppnat", "Version 1")


def _all_said(program: Program) -> Any:
    async def over() -> bool:
        return not program.unsaid("pending", "sending")

    return over


@asynccontextmanager
async def _ended(program: Program) -> AsyncIterator[Program]:
    """Leave no process behind."""
    try:
        yield program
    finally:
        if program._process is not None and program._process.returncode is None:
            await program.kill()


def run(shared: Path, folder: Path, mode: str, manifest: Mapping[str, Any]) -> None:
    """Play it; raises CheckError when something was lost, or is there twice."""
    asyncio.run(_killed(shared, folder, mode, manifest))
