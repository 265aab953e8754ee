"""`python -m bench.load`: many groups have their reminders due at once, and programs over one database say them all."""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from aiohttp import ClientSession

from bench.postgresql import postgresql
from bot.platform import Author, Written
from storage.database import Database
from storage.migrate import migrate
from storage.store import NewGroup, Store
from torture.platform import NAME
from torture.programs import LOOKS, Program, Programs
from torture.replica import Setting
from torture.run import Plan, chat_server
from torture.scripts import BEGINNING, reminded

POSTS = 5
"""How much is said in each group: the agenda to the channel, and to four people whether they come."""
ASKED = 20
"""How many people ask something privately afterwards, one after the other."""


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    arguments.add_argument("groups", type=int, nargs="?", default=1000)
    arguments.add_argument("--programs", type=int, default=1)
    arguments.add_argument("--engine", choices=("postgresql", "sqlite"), default="postgresql")
    told = arguments.parse_args()
    with TemporaryDirectory(prefix="mysam-load-") as place, _address(told.engine, Path(place)) as url:
        migrate(url)
        asyncio.run(_load(url, told.groups, told.programs, Path(place)))


@contextmanager
def _address(engine: str, folder: Path) -> Iterator[str]:
    if engine == "sqlite":
        yield f"sqlite:///{folder / 'mysam.db'}"
    else:
        with postgresql() as url:
            yield url


async def _load(url: str, many: int, programs: int, folder: Path) -> None:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["torture.replica", "torture.chat"])
    plan = Plan(programs, (), 0, 0, lease=timedelta(seconds=60), faults=False)
    running = Programs(context, random.Random(1).randrange)
    with chat_server(context, plan) as address:
        database = Database.open(url)
        groups = [reminded(number) for number in range(1, many + 1)]
        news = [NewGroup(g.id, g.id, g.id, NAME, (g.founding.channel,), g.founding.facts) for g in groups]
        for begin in range(0, many, 500):
            await Store(database).found(news[begin : begin + 500])
        offset = BEGINNING.astimezone(UTC) - datetime.now(UTC)
        began = time.perf_counter()
        try:
            async with ClientSession(address) as chat:
                await running.open(Setting(url, plan.lease, address, 0, offset, folder, blind=False), programs)
                ready = [_memory(one) for one in running.running]
                before = sum(map(_cpu, running.running))
                while await _said(chat) < many * POSTS:
                    await asyncio.sleep(LOOKS * 5)
                took = time.perf_counter() - began
                cpu = sum(map(_cpu, running.running)) - before
                grown = sum(map(_memory, running.running)) - sum(ready)
                print(f"{many} groups, {programs} programs: {many * POSTS} posts in {took:.1f} s")
                print(f"  {many * POSTS / took * 60:,.0f} posts a minute, {cpu / many / POSTS * 1000:.1f} ms CPU each")
                print(
                    f"  {grown / many * 1000:.0f} MB for 1,000 groups in memory, {sum(ready) / programs:.0f} MB before"
                )
                asked = await _asked(running, many // 2 + 1)
                print(f"  {asked * 1000:.0f} ms from a private question until it is kept")
        finally:
            await running.close()
            await database.close()


async def _asked(running: Programs, number: int) -> float:
    """Give the seconds that a private question takes, the median of a few."""
    group = reminded(number)
    who = next(fact.person.name for fact in group.founding.facts if fact.kind == "person_registered")
    took = []
    for one in range(ASKED):
        event = Written(f"DM {who}", Author(who, who), f"q{one}", BEGINNING.astimezone(UTC), "dagordning", private=True)
        began = time.perf_counter()
        await running.deliver(event, again=False)
        took.append(time.perf_counter() - began)
    return sorted(took)[ASKED // 2]


async def _said(chat: ClientSession) -> int:
    async with chat.get("/many") as response:
        return int((await response.json())["said"])


def _cpu(program: Program) -> float:
    """Give the CPU seconds a process has used."""
    fields = Path(f"/proc/{program.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(program: Program) -> float:
    status = Path(f"/proc/{program.pid}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


if __name__ == "__main__":
    main()
