"""How fast: messages through the desk, a long replay, and the start; each beside what the machine itself takes."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle, islice
from pathlib import Path

from bench.past import counting
from bench.talk import BEGINNING, CAPTURED, CHANNEL, CHATTER, LEAD, PEOPLE, group, transcript
from bot.app import open_desk
from bot.desk import Desk
from bot.platform import Author, Written
from bot.replay.player import play
from bot.replay.recorder import Recorder
from bot.replay.transcript import read
from handlers.groups.founding import found
from meetings.group import GroupSettings
from meetings.item_words import words_of
from meetings.words import bare, fold

CHATTERED, WRITTEN, LINES, STARTS = 1_080, 200, 10_000, 5


@dataclass(frozen=True)
class Figure:
    """A figure in its unit, what it is aimed at (most, or least), and the baseline it is seen beside."""

    what: str
    value: float
    unit: str
    aim: str
    baseline: str


async def messages(folder: Path) -> tuple[Figure, ...]:
    """Measure the CPU time of a chatter message and of a captured one in an open meeting."""
    async with open_desk(f"sqlite:///{folder / 'messages.db'}") as desk:
        heard = Recorder(lambda _: GroupSettings(name="", channel="").zone)
        founding = found(group(), BEGINNING)
        await desk.found(founding.group_id, founding.facts, heard.name, (CHANNEL,))
        said = _Saying(desk, heard)
        await said.say("@mötesbot starta mötet", LEAD)
        for text in _many(CAPTURED, 2 * len(PEOPLE)):  # everybody has written, and what is built once is built
            await said.say(text)
        chatter = _many(CHATTER, CHATTERED)
        quiet = [seconds for text in chatter if (seconds := await said.quietly(text)) is not None]
        captured = await _cpu(_many(CAPTURED, WRITTEN), said.say)
    turn = f"empty turn {await _cpu(_many(CHATTER, CHATTERED), _nothing) * 1000:.3f} ms"
    commit = f"bare INSERT+COMMIT {_commits(folder / 'bare.db', WRITTEN) * 1000:.2f} ms CPU"
    return (
        Figure("CPU per chatter message, open meeting", sum(quiet) / len(quiet) * 1000, "ms", "0.1", turn),
        Figure("chatter taken for notes, left out above", CHATTERED - len(quiet), "lines", "0", f"of {CHATTERED}"),
        Figure("CPU per captured message", captured * 1000, "ms", "3", commit),
    )


async def replayed(folder: Path) -> tuple[Figure, ...]:
    """Measure how many lines of a long channel are played in a second."""
    source = transcript(LINES).encode()
    began = time.perf_counter()
    lines = read(source)
    reading = LINES / (time.perf_counter() - began)
    async with open_desk(f"sqlite:///{folder / 'replay.db'}") as desk:
        began = time.perf_counter()
        await play(lines, desk, ("json", "md"))
        playing = LINES / (time.perf_counter() - began)
    return (Figure(f"replay of {LINES} lines", playing, "lines/s", "-", f"reading them {reading:,.0f} lines/s"),)


def start(folder: Path) -> tuple[Figure, ...]:
    """Measure the time until a desk over a new database is ready in a new process, and its memory then."""
    url = f"sqlite:///{folder / 'start.db'}"
    ready = (
        "import asyncio, sys\nfrom bot.app import open_desk\n"
        "async def main():\n async with open_desk(sys.argv[1]) as desk:\n  await desk.groups()\n"
        "asyncio.run(main())\n"
    )
    subprocess.run([sys.executable, "-c", ready, url], check=True, capture_output=True)
    seconds, memory = _process(ready, url)
    nothing, least = _process("", url)
    return (
        Figure("time to ready", seconds, "s", "1.5", f"python -c pass {nothing:.3f} s"),
        Figure("resident memory when ready", memory / 1024, "MB", "120", f"python -c pass {least / 1024:.0f} MB"),
    )


class _Saying:
    """Says one thing after the other in the channel, each time by the next of the members who do not lead."""

    def __init__(self, desk: Desk, heard: Recorder) -> None:
        self._desk = desk
        self._heard = heard
        self._number = 0
        self._people = cycle(person for person in PEOPLE if person != LEAD)
        self._at = BEGINNING + timedelta(days=27, hours=3)

    async def quietly(self, text: str) -> float | None:
        """Say something, and give the CPU seconds it took; None when it asked anything of the database."""
        for read_before in (fold, bare, words_of):  # people do not say the same thing forty times over
            read_before.cache_clear()
        with counting() as count:
            seconds = await _cpu((text,), self.say)
        return None if count.statements else seconds

    async def say(self, text: str, who: str | None = None) -> None:
        self._number += 1
        author = who or next(self._people)
        at = self._at + timedelta(seconds=self._number)
        self._heard.now = at
        await self._desk.hear(Written(CHANNEL, Author(author, author), f"b{self._number}", at, text), self._heard)


def _many(texts: tuple[str, ...], count: int) -> tuple[str, ...]:
    """Give so many texts, over and over."""
    return tuple(islice(cycle(texts), count))


async def _cpu(texts: tuple[str, ...], say: Callable[[str], Awaitable[None]]) -> float:
    """Give the CPU seconds, of all threads, that a text takes."""
    began = time.process_time()
    for text in texts:
        await say(text)
    return (time.process_time() - began) / len(texts)


async def _nothing(_: str) -> None:
    await asyncio.sleep(0)


def _commits(file: Path, count: int) -> float:
    """Give the CPU seconds of inserting one row and committing it, as durably as the program does."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE bare (words TEXT)")
    began = time.process_time()
    for text in _many(CAPTURED, count):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO bare VALUES (?)", (text,))
        connection.execute("COMMIT")
    spent = (time.process_time() - began) / count
    connection.close()
    return spent


# Not `ru_maxrss`: a process begins with the one that its parent had reached.
_MEMORY = "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"


def _process(program: str, url: str) -> tuple[float, float]:
    """Give the least wall-clock seconds of a few runs, and the most memory in kilobytes."""
    seconds, memory = [], []
    for _ in range(STARTS):
        began = time.perf_counter()
        measured = [sys.executable, "-c", f"{program}{_MEMORY}", url]
        ran = subprocess.run(measured, check=True, capture_output=True, text=True)
        seconds.append(time.perf_counter() - began)
        memory.append(float(ran.stdout))
    return min(seconds), max(memory)
