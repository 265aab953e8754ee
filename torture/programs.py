"""The programs of a run: started, given events, ended where it hurts, and started again."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from typing import Any

from bot.platform import Written
from torture.points import Fuse
from torture.replica import Setting, dumped, work

PATIENCE = 1.0
"""Seconds after which an event that nobody has acknowledged is delivered again."""
LOOKS = 0.02
"""Seconds between two looks for something that no signal tells of."""


@dataclass
class Program:
    """A process, and the line to it once it listens."""

    process: ForkServerProcess
    listens: asyncio.Event = field(default_factory=asyncio.Event)
    over: asyncio.Event = field(default_factory=asyncio.Event)
    line: asyncio.StreamWriter | None = None

    @property
    def pid(self) -> int:
        """Give the number of the process."""
        assert self.process.pid is not None
        return self.process.pid

    def tell(self, told: dict[str, Any]) -> None:
        """Send it something."""
        if self.line is not None and not self.over.is_set():
            self.line.write(json.dumps(told).encode() + b"\n")


@dataclass(frozen=True)
class Ended:
    """Where a program was ended, and what was in its hand then, by key and claim."""

    point: str
    in_hand: tuple[tuple[str, str], ...]


class Programs:
    """Keeps so many programs over one database, and brings them events until one of them has kept each."""

    def __init__(self, context: ForkServerContext, choose: Callable[[int], int]) -> None:
        self._context = context
        self._choose = choose
        self._setting: Setting | None = None
        self._running: list[Program] = []
        self._kept: dict[str, asyncio.Event] = {}
        self.failures: list[str] = []
        self.delivered = 0

    async def open(self, setting: Setting, many: int) -> None:
        """Start so many programs; the setting's port of events is found here."""
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        self._setting = Setting(**{**vars(setting), "events": server.sockets[0].getsockname()[1]})
        await asyncio.gather(*(self.start() for _ in range(many)))

    async def start(self) -> Program:
        """Start one, and return when it listens."""
        process = self._context.Process(target=work, args=(self._setting,), daemon=True)
        process.start()
        program = Program(process)
        self._running.append(program)
        asyncio.get_running_loop().add_reader(process.sentinel, self._gone, program)
        listens, gone = asyncio.create_task(program.listens.wait()), asyncio.create_task(program.over.wait())
        await asyncio.wait({listens, gone}, return_when=asyncio.FIRST_COMPLETED)
        listens.cancel(), gone.cancel()
        if program.over.is_set():
            raise RuntimeError("a program ended before it did anything")
        return program

    @property
    def running(self) -> tuple[Program, ...]:
        """Give those that run."""
        return tuple(self._running)

    async def deliver(self, event: Written, *, again: bool) -> None:
        """Bring an event to one program after the other until one has kept it; `again`: at first to two at once."""
        kept = self._kept.setdefault(event.id, asyncio.Event())
        many = 2 if again else 1
        while not kept.is_set():
            there = [program for program in self._running if program.line is not None]
            for _ in range(min(many, len(there))):
                program = there.pop(self._choose(len(there)))
                program.tell({"event": dumped(event)})
                self.delivered += 1
            many = 1
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    await kept.wait()

    async def end(self, program: Program, fuse: Fuse, within: float) -> Ended | None:
        """Let a program be ended at a point, and return when it is; None when it was not there in time."""
        assert self._setting is not None
        report = self._setting.reports / f"{program.pid}.json"
        program.tell({"fuse": asdict(fuse)})
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                while not report.exists():
                    await asyncio.sleep(LOOKS)
        if not report.exists():
            return None
        told = json.loads(report.read_text())
        report.unlink()
        try:
            async with asyncio.timeout(within):
                await (program.over.wait() if fuse.how == "kill" else self._stopped(program))
        except TimeoutError:
            return None  # it gave up calling the chat before the chat could end it
        return Ended(told["point"], tuple((key, claim) for key, claim in told["in_hand"]))

    def resume(self, program: Program) -> None:
        """Let a program that was stopped go on."""
        os.kill(program.pid, signal.SIGCONT)

    async def close(self) -> None:
        """End every program."""
        for program in self.running:
            program.process.kill()
            await program.over.wait()

    async def _stopped(self, program: Program) -> None:
        while Path(f"/proc/{program.pid}/stat").read_text().rpartition(")")[2].split()[0] != "T":
            await asyncio.sleep(LOOKS)

    def _gone(self, program: Program) -> None:
        asyncio.get_running_loop().remove_reader(program.process.sentinel)
        self._running.remove(program)
        program.over.set()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            hello = json.loads(await reader.readline())
            program = next(one for one in self._running if one.pid == hello["pid"])
            program.line = writer
            program.listens.set()
            async for line in reader:
                told = json.loads(line)
                if "kept" in told:
                    self._kept[told["kept"]].set()
                else:
                    self.failures.append(told["why"])
        writer.close()
