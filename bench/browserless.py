"""The web chat without browsers: fifty sockets on one group beside a bare socket that echoes, and the page's weight."""

from __future__ import annotations

import asyncio
import gzip
import json
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import IO, Any

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from bench.speed import Figure

WINDOWS, SAID = 50, 40
_GROUP, _LEAD = "mysam-ekvik", "Maj Lindhagen"
_NOTE = "Mottagningen tog emot {number} besök under veckan"

_ECHO = """
import json
from aiohttp import WSMsgType, web

there = set()

async def talk(request):
    socket = web.WebSocketResponse(compress=False)
    await socket.prepare(request)
    there.add(socket)
    async for arrived in socket:
        for one in tuple(there):
            await one.send_str(arrived.data)
    there.discard(socket)
    return socket

app = web.Application()
app.add_routes([web.get("/socket", talk)])
web.run_app(app, host="127.0.0.1", port=0, access_log=None, print=lambda told: print(told, flush=True))
"""


async def windows(folder: Path) -> tuple[Figure, ...]:
    """Measure the time until all windows have a message in an open meeting, the program's memory, and the page."""
    program = [sys.executable, "-m", "bot", "run", "--port", "0", "--data", str(folder / "webchat")]
    seen, memory, opening = await _measured(program, greet=True)
    bare, least, _ = await _measured([sys.executable, "-c", _ECHO], greet=False)
    raw, packed = _page()
    return (
        Figure(
            f"a message seen by {WINDOWS} windows, median", seen * 1000, "ms", "50", f"bare echo {bare * 1000:.1f} ms"
        ),
        Figure(f"memory with {WINDOWS} windows", memory, "MB", "150", f"bare echo {least:.0f} MB"),
        Figure("page served after start", opening, "s", "2", "-"),
        Figure("the page's files", raw / 1024, "kB", "150", f"gzip would give {packed / 1024:.0f} kB"),
    )


async def _measured(program: Sequence[str], *, greet: bool) -> tuple[float, float, float]:
    """Give the median seconds of a message to all windows, the program's memory in MB, and its seconds to start."""
    began = time.perf_counter()
    process = subprocess.Popen(program, stdout=subprocess.PIPE, text=True)
    try:
        address = await asyncio.to_thread(_address, process.stdout)
        opening = time.perf_counter() - began
        async with ClientSession() as session:
            sockets = [await session.ws_connect(f"{address}/socket", origin=address) for _ in range(WINDOWS)]
            if greet:
                await _sit(session, address, sockets)
            took = [await _said(sockets, number) for number in range(SAID)]
            memory = _resident(process.pid)
            await asyncio.gather(*(socket.close() for socket in sockets))
    finally:
        process.terminate()
        process.wait()
    return statistics.median(took), memory, opening


async def _sit(session: ClientSession, address: str, sockets: Sequence[ClientWebSocketResponse]) -> None:
    """Sit down as the members, several windows each, and let the meeting be opened."""
    async with session.get(address) as page:
        found = re.search(r'data-version="(\w+)"', await page.text())
    async with session.get(f"{address}/groups") as groups:
        people = next(one["people"] for one in await groups.json() if one["id"] == _GROUP)
    accounts = [_LEAD, *(one["account"] for one in people if one["account"] != _LEAD)]
    for number, socket in enumerate(sockets):
        hello = {"type": "hello", "group": _GROUP, "account": accounts[number % len(accounts)], "since": 0}
        await socket.send_json({**hello, "version": found[1] if found else "", "language": "sv"})
        await _until(socket, '"type": "panel"')
    start = {"type": "write", "key": "bench-start", "text": "@mötesbot starta mötet"}
    await sockets[0].send_json(start)
    await asyncio.gather(*(_until(socket, '"state": "open"') for socket in sockets))


async def _said(sockets: Sequence[ClientWebSocketResponse], number: int) -> float:
    """Give the seconds from when one window says something until every window has it."""
    text = _NOTE.format(number=1_000 + number)
    frame: dict[str, Any] = {"type": "write", "key": f"bench-{number:06}", "text": text}
    began = time.perf_counter()
    await sockets[number % len(sockets)].send_str(json.dumps(frame, ensure_ascii=False))
    await asyncio.gather(*(_until(socket, text) for socket in sockets))
    return time.perf_counter() - began


async def _until(socket: ClientWebSocketResponse, words: str) -> None:
    while True:
        arrived = await socket.receive(timeout=30)
        if arrived.type is not WSMsgType.TEXT:
            raise ConnectionError(f"a window was closed: {arrived.type.name}")
        if words in arrived.data:
            return


def _address(told: IO[str] | None) -> str:
    for line in told or ():
        if found := re.search(r"http://127\.0\.0\.1:\d+", line):
            return found[0]
    raise ConnectionError("the program ended before it served anything")


def _resident(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


def _page() -> tuple[int, int]:
    """Give the bytes of what a browser fetches, as they are and as gzip would make them."""
    files = [one.read_bytes() for one in resources.files("bot.webchat").joinpath("page").iterdir() if one.is_file()]
    return sum(map(len, files)), sum(len(gzip.compress(one)) for one in files)
