"""One of the programs that is ended: a desk, a courier and a worker over the database that all of them share."""

from __future__ import annotations

import asyncio
import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, TCPConnector

from bot.desk import Desk
from bot.platform import Author, Written
from bot.worker import Worker, by_name
from storage.lock import held
from torture.platform import ChatPlatform
from torture.points import Fuse, Points, WatchedStore, watched

POLL = 0.1
NEVER = 1_000_000
"""So many groups never have something due at once: nothing waits to be spread."""


@dataclass(frozen=True)
class Setting:
    """What a program is given: its database, how long a lease is, the chat, and who gives it events."""

    url: str
    lease: timedelta
    chat: str
    events: int
    offset: timedelta
    reports: Path
    blind: bool


def work(setting: Setting) -> None:
    """Work until the process is ended, or told that it is enough."""
    import logging

    logging.disable(logging.CRITICAL)
    with held(setting.url):
        asyncio.run(_work(setting))


async def _work(setting: Setting) -> None:
    points = Points(setting.reports / f"{os.getpid()}.json")
    database = watched(setting.url, points)
    store = WatchedStore(database, points, lease=setting.lease)
    async with ClientSession(connector=TCPConnector(limit=0)) as session:
        platform = ChatPlatform(session, setting.chat, points, blind=setting.blind)
        desk = Desk(store, alone=not store.shared, waits=False, at=points.reach)
        worker = Worker(
            desk, store, by_name([platform]), lambda: datetime.now(UTC) + setting.offset, poll=POLL, crowd=NEVER
        )
        enough = asyncio.Event()
        working = asyncio.create_task(worker.run(enough))
        await _hear(setting, desk, platform, points)
        enough.set()
        await working
    await database.close()


async def _hear(setting: Setting, desk: Desk, platform: ChatPlatform, points: Points) -> None:
    """Take what comes, line by line, until nothing comes any more."""
    reader, writer = await asyncio.open_connection("127.0.0.1", setting.events)
    hearing: set[asyncio.Task[None]] = set()

    def tell(**told: Any) -> None:
        writer.write(json.dumps(told).encode() + b"\n")

    async def take(event: Written) -> None:
        try:
            await desk.hear(event, platform, comes_again=True, kept=lambda: tell(kept=event.id))
        except Exception as error:
            tell(failed=event.id, why=f"{type(error).__name__}: {error}")
        else:
            tell(kept=event.id)

    tell(pid=os.getpid())
    async for line in reader:
        told = json.loads(line)
        if "fuse" in told:
            points.arm(Fuse(**told["fuse"]))
        else:
            task = asyncio.create_task(take(_event(told["event"])))
            hearing.add(task)
            task.add_done_callback(hearing.discard)
    await asyncio.gather(*hearing)
    writer.close()


def dumped(event: Written) -> dict[str, Any]:
    """Give an event as data."""
    return {
        "conversation": event.conversation,
        "author": event.author.account,
        "id": event.id,
        "at": event.at.isoformat(),
        "text": event.text,
        "private": event.private,
    }


def _event(told: dict[str, Any]) -> Written:
    author, at = told.pop("author"), datetime.fromisoformat(told.pop("at"))
    return Written(**told, author=Author(author, author), at=at)
