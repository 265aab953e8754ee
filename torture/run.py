"""One run on one engine: groups come to life, programs are ended at every point, and in the end it is counted."""

from __future__ import annotations

import asyncio
import multiprocessing
import random
import time
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import Any

from aiohttp import ClientSession
from sqlalchemy import bindparam, text

from storage.database import Database
from storage.migrate import migrate
from storage.outgoing import State
from storage.store import NewGroup, Store
from torture.calm import Expected, Oracle, Thing, oracle, reaction
from torture.chat import Message, serve
from torture.platform import NAME
from torture.points import Fuse
from torture.programs import LOOKS, Ended, Program, Programs
from torture.replica import Setting
from torture.scripts import BEGINNING, Closed, Group, Heard, Struck, groups
from torture.verdict import Verdict, judge

LAG = 0.15
"""The part of a lease after which what was said can be seen; nobody waits for an answer longer than three quarters."""
REACHED = 12.0
"""Seconds within which a program comes to the point where it is to be ended, else another point is tried."""
TRIES = 3
_HELD = text("SELECT key, claim FROM outbox WHERE state = 'sending' AND key IN :keys").bindparams(
    bindparam("keys", expanding=True)
)


@dataclass(frozen=True)
class Plan:
    """How a run goes: how many programs, where each is ended, how much is said at least, and for how long at most."""

    programs: int
    fuses: Sequence[Fuse]
    posts: int
    seconds: float
    lease: timedelta = timedelta(seconds=2)
    together: int = 12
    seed: int = 1
    blind: bool = False
    faults: bool = True


@dataclass
class Result:
    """What came of a run: where programs were ended, and how often something was in hand there and being said."""

    verdict: Verdict = field(default_factory=Verdict)
    kills: Counter[str] = field(default_factory=Counter)
    hits: Counter[str] = field(default_factory=Counter)
    stops: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    events: int = 0
    delivered: int = 0
    refused: int = 0
    groups: int = 0
    seconds: float = 0


async def run(url: str, plan: Plan, folder: Path) -> Result:
    """Play a run on an empty database."""
    began = time.monotonic()
    await asyncio.to_thread(migrate, url)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["torture.replica", "torture.chat"])
    with chat_server(context, plan) as address:
        database = Database.open(url)
        programs = Programs(context, random.Random(plan.seed).randrange)
        try:
            async with oracle(folder) as calm, ClientSession(address) as session:
                it = _Run(plan, programs, Store(database, plan.lease), database, calm, session)
                await programs.open(Setting(url, plan.lease, address, 0, it.offset, folder, plan.blind), plan.programs)
                result = await it.play()
        finally:
            await programs.close()
            await database.close()
    result.seconds = time.monotonic() - began
    return result


@contextmanager
def chat_server(context: ForkServerContext, plan: Plan) -> Iterator[str]:
    """Run the chat server, and give where it is."""
    ours, theirs = multiprocessing.Pipe()
    lease = plan.lease.total_seconds()
    told = (theirs, plan.seed, lease * LAG, lease * 2, plan.faults)
    process = context.Process(target=serve, args=told, daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{ours.recv()}"
    finally:
        process.kill()
        process.join()


class _Run:
    """The parts of a run at work: one that brings groups, one that ends programs, one that reads along in the chat."""

    def __init__(
        self, plan: Plan, programs: Programs, store: Store, database: Database, calm: Oracle, chat: ClientSession
    ) -> None:
        self._plan = plan
        self._programs = programs
        self._store = store
        self._database = database
        self._calm = calm
        self._chat = chat
        self._result = Result()
        self._expected: list[Thing] = []
        self._said: list[Message] = []
        self._emojis: list[Thing] = []
        self._held: Counter[str] = Counter()
        self._heard_more = asyncio.Condition()
        self._ending = True
        self._until = time.monotonic() + plan.seconds
        self.offset = BEGINNING.astimezone(UTC) - datetime.now(UTC)

    async def play(self) -> Result:
        """Play it, and judge when nothing more comes."""
        reading = asyncio.create_task(self._read_along())
        living = asyncio.create_task(self._live())
        try:
            await self._end_programs()
            self._ending = False
            done, _ = await asyncio.wait({living}, timeout=max(1.0, self._until - time.monotonic()))
            if done:
                living.result()
                await self._come_to_rest()
            else:
                self._result.missed.append("not every group's script came to its end")
        finally:
            for task in (living, reading):
                task.cancel()
        await self._read_once()
        return await self._judge()

    # Groups

    async def _live(self) -> None:
        """Bring groups to life, so many at a time, until enough was said and every program was ended."""
        coming = groups(lambda: datetime.now(UTC) + self.offset)
        active: set[asyncio.Task[None]] = set()
        while self._ending or len(self._expected) < self._plan.posts:
            if len(active) >= self._plan.together:
                done, active = await asyncio.wait(active, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    task.result()
            group = next(coming)
            expected = await self._calm.expect(group)
            self._expected += expected.things
            self._result.groups += 1
            active.add(asyncio.create_task(self._play(group, expected)))
        await asyncio.gather(*active)

    async def _play(self, group: Group, expected: Expected) -> None:
        founding = group.founding
        new = NewGroup(group.id, group.id, group.id, NAME, (founding.channel,), founding.facts)
        await self._store.found((new,))
        places = {place for place, _ in expected.things}
        for number, step in enumerate(group.steps):
            match step:
                case Heard():
                    self._result.events += 1
                    await self._programs.deliver(step.event, again=step.again)
                case Closed():
                    await self._over(group.id)
                    await self._chat.post("/close", json={"where": step.channel})
                case Struck():
                    await self._until_said(places, expected.after[number])

    async def _until_said(self, places: set[str], many: int) -> None:
        async with self._heard_more:
            await self._heard_more.wait_for(lambda: sum(self._held[place] for place in places) >= many)

    async def _over(self, group: str) -> None:
        """Return when nothing is left to say in a group."""
        while await self._count("SELECT count(*) FROM outbox WHERE run_at IS NOT NULL AND group_id = :group", group):
            await asyncio.sleep(LOOKS)

    # Ends

    async def _end_programs(self) -> None:
        """End programs as planned, each as soon as it is there; what is not reached is tried again with another."""
        waiting = deque((fuse, 1) for fuse in self._plan.fuses)
        running = self._programs.running
        await asyncio.gather(*(self._end_one_after_the_other(program, waiting) for program in running))

    async def _end_one_after_the_other(self, program: Program, waiting: deque[tuple[Fuse, int]]) -> None:
        while waiting and time.monotonic() < self._until:
            fuse, tries = waiting.popleft()
            ended = await self._programs.end(program, fuse, REACHED)
            if ended is None:
                if tries < TRIES:
                    waiting.append((fuse, tries + 1))
                else:
                    self._result.missed.append(fuse.point)
                continue
            if fuse.how == "kill":
                await self._was_killed(ended)
                program = await self._programs.start()
            else:
                await self._was_stopped(program, ended)
        self._result.missed += [fuse.point for fuse, _ in waiting]
        waiting.clear()

    async def _was_killed(self, ended: Ended) -> None:
        self._result.kills[ended.point] += 1
        if await self._in_hand(ended):
            self._result.hits[ended.point] += 1

    async def _was_stopped(self, program: Program, ended: Ended) -> None:
        """Let it sleep until its leases are over and others have what it had, and then go on as if nothing was."""
        self._result.stops[ended.point] += 1
        until = time.monotonic() + self._plan.lease.total_seconds() * 1.5
        while time.monotonic() < until:
            await asyncio.sleep(LOOKS)
        self._programs.resume(program)

    async def _in_hand(self, ended: Ended) -> int:
        """Count what is being said under the claims of a program that is no more."""
        if not ended.in_hand:
            return 0
        keys = [key for key, _ in ended.in_hand]
        rows = await self._database.read(lambda session: session.connection().execute(_HELD, {"keys": keys}).all())
        return len({tuple(row) for row in rows} & set(ended.in_hand))

    # The end

    async def _come_to_rest(self) -> None:
        """Return when nothing is due any more and nobody has anything to look at, or it takes too long."""
        while time.monotonic() < self._until:
            due = datetime.now(UTC) + self.offset
            if not await self._count("SELECT count(*) FROM outbox WHERE run_at IS NOT NULL") and not await self._count(
                "SELECT count(*) FROM groups WHERE wakes_at <= :due", due=due + self._plan.lease
            ):
                return
            await asyncio.sleep(LOOKS * 5)

    async def _judge(self) -> Result:
        left = await self._store.outbox.entries(State.PENDING, State.SENDING, State.UNKNOWN)
        self._result.verdict = judge(self._expected, self._said, self._emojis, left)
        self._result.delivered = self._programs.delivered
        self._result.refused = len(self._programs.failures)
        return self._result

    async def _count(self, statement: str, group: str = "", due: datetime | None = None) -> int:
        told: dict[str, Any] = {"group": group, "due": due}
        asked = {name: value for name, value in told.items() if f":{name}" in statement}
        return int(
            await self._database.read(
                lambda session: session.connection().execute(text(statement), asked).scalar() or 0
            )
        )

    async def _read_along(self) -> None:
        while True:
            await self._read_once()
            await asyncio.sleep(LOOKS)

    async def _read_once(self) -> None:
        since = {"said": str(len(self._said)), "emojis": str(len(self._emojis))}
        async with self._chat.get("/said", params=since) as response:
            told = await response.json()
        new = [Message(**{**one, "files": tuple(one["files"])}) for one in told["said"]]
        emojis = [reaction(*one) for one in told["emojis"]]
        if not new and not emojis:
            return
        async with self._heard_more:
            self._said += new
            self._emojis += emojis
            self._held.update(one.where for one in new)
            self._held.update(where for where, _ in emojis)
            self._heard_more.notify_all()
