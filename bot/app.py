"""The only place where concrete things meet: a database, its store, and the desk over it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.desk import Desk
from storage.database import Database
from storage.migrate import migrate
from storage.store import Store


@asynccontextmanager
async def open_desk(url: str) -> AsyncIterator[Desk]:
    """Open the database at `url`, bring it up to this program's tables, and give the desk over it."""
    async with open_store(url) as store:
        yield Desk(store, alone=not store.shared)


@asynccontextmanager
async def open_store(url: str) -> AsyncIterator[Store]:
    """Open the database at `url`, bring it up to this program's tables, and give the store in it."""
    await asyncio.to_thread(migrate, url)
    database = Database.open(url)
    try:
        yield Store(database)
    finally:
        await database.close()
