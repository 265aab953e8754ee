"""What the program does for its own sake: let go of what is over, and remember things about itself."""

import asyncio
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import uuid4

from sqlalchemy import delete, select, tuple_
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from storage.copies import KEPT as COPIES_KEPT
from storage.copies import drop_copies
from storage.database import Database
from storage.integrity import sqlite_file
from storage.retention import Retaining
from storage.tables import InboxRow, MetaRow, OutboxRow

INBOX_KEPT = timedelta(days=3)
"""Longer than any platform delivers an event again."""
OUTBOX_KEPT = timedelta(days=90)
BATCH = 5_000
"""How many rows go at once, so that nobody waits long for the tables."""
_ARRANGEMENT = "groups"
"""Under this is remembered how groups are arranged: something else each time that changes."""


class Upkeep:
    """Keeps the tables small. Every method may raise StorageError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def prune(self, now: datetime) -> int:
        """Let go of events and of rows that are over, of long ago; give how many rows went.

        Once a day groups' words go too, where a group has said so. Copies of the file that were saved before it was
        changed go when they are old.
        """
        inbox: Any = InboxRow.__table__  # type: ignore[attr-defined]
        outbox: Any = OutboxRow.__table__  # type: ignore[attr-defined]
        over = (outbox.c.run_at.is_(None), outbox.c.state != "unknown")
        old_events = select(inbox.c.source, inbox.c.event_id).where(inbox.c.seen_at < now - INBOX_KEPT).limit(BATCH)
        old_rows = select(outbox.c.key).where(outbox.c.created_at < now - OUTBOX_KEPT, *over).limit(BATCH)
        gone = 0
        for table, key, old in (
            (inbox, (inbox.c.source, inbox.c.event_id), old_events),
            (outbox, (outbox.c.key,), old_rows),
        ):
            while True:
                went = await self._database.write(partial(_drop, table=table, key=key, old=old))
                gone += went
                if went < BATCH:
                    break
        await Retaining(self._database).run_daily(now)
        file = sqlite_file(self._database.url.render_as_string(hide_password=False))
        if file is not None:
            await asyncio.to_thread(drop_copies, file, now - COPIES_KEPT)
        return gone

    async def remembered(self, key: str) -> str | None:
        """Give what is remembered under a key."""

        def work(session: Session) -> str | None:
            row = session.get(MetaRow, key)
            return row.value if row is not None else None

        return await self._database.read(work)

    async def remember(self, key: str, value: str) -> None:
        """Remember something in place of what was remembered before."""
        await self._database.write(lambda session: _remember(session, key, value))

    async def arrangement(self) -> str | None:
        """Give a sign that is another one whenever a group was set up or linked, by whichever program."""
        return await self.remembered(_ARRANGEMENT)


def rearrange(session: Session) -> None:
    """Take down that groups are arranged in another way now."""
    _remember(session, _ARRANGEMENT, uuid4().hex)


def _remember(session: Session, key: str, value: str) -> None:
    build = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    remembered = build(MetaRow).values(key=key, value=value)
    session.execute(remembered.on_conflict_do_update(index_elements=["key"], set_={"value": value}))


def _drop(session: Session, *, table: Any, key: tuple[Any, ...], old: Any) -> int:
    chosen = tuple_(*key).in_(old) if len(key) > 1 else key[0].in_(old)
    result: Any = session.execute(delete(table).where(chosen))
    return int(result.rowcount)
