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
    await asyncio.to_thread(migrate, url)
    database = Database.open(url)
    try:
        store = Store(database)
        yield Desk(store, alone=not store.shared)
    finally:
        await database.close()
