"""The only place where concrete things meet: a database, its store, and the desk over it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext

from bot.desk import Desk
from storage.database import Database, Timed, untimed
from storage.integrity import check, sqlite_file
from storage.lock import held
from storage.migrate import migrate
from storage.store import Store


@asynccontextmanager
async def open_desk(url: str, *, serves: bool = False) -> AsyncIterator[Desk]:
    """Open the database at `url`, bring it up to this program's tables, and give the desk over it."""
    async with open_store(url, serves=serves) as store:
        desk = Desk(store, alone=not store.shared)
        try:
            yield desk
        finally:
            await desk.rest()


@asynccontextmanager
async def open_store(url: str, *, serves: bool = False) -> AsyncIterator[Store]:
    """Open the database at `url`, bring it up to this program's tables, and give the store in it."""
    async with open_database(url, serves=serves) as database:
        yield Store(database)


@asynccontextmanager
async def open_database(url: str, *, serves: bool = False, timed: Timed = untimed) -> AsyncIterator[Database]:
    """Open the database at `url` and bring it up to this program's tables.

    `serves`: people are answered from it. Then a SQLite file is held for this program alone, and looked over first.
    Raises AlreadyServed when another program holds it, BrokenFile when it is damaged, and StorageError.
    """
    with held(url) if serves else nullcontext():
        await asyncio.to_thread(_make_ready, url, serves)
        database = Database.open(url, timed)
        try:
            yield database
        finally:
            await database.close()


def _make_ready(url: str, serves: bool) -> None:
    file = sqlite_file(url)
    if serves and file is not None and file.exists():
        check(file)
    migrate(url)
