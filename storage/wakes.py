"""When each group is looked at by the clock next: found without loading any of the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlmodel import Session

from storage.database import Database
from storage.paused import paused_since
from storage.tables import GroupRow

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
"""What is before every time that a clock can show, also one that is played with."""

_T: Any = GroupRow.__table__  # type: ignore[attr-defined]
_PUT_RIGHT = (
    update(_T)
    .where(_T.c.id == bindparam("the_group"), _T.c.version == bindparam("the_version"))
    .values(wakes_at=bindparam("the_time"))
)


@dataclass(frozen=True)
class Woken:
    """A group that is to be looked at, by the version it had then; `since` is when it was to be."""

    group: str
    platform: str
    version: int
    since: datetime

    @property
    def by_the_clock(self) -> bool:
        """Tell whether a moment came, rather than that something was written."""
        return self.since > AT_ONCE


@dataclass(frozen=True)
class Next:
    """When a group, at a version, is to be looked at next; None when nothing is to come."""

    group: str
    version: int
    at: datetime | None


class Wakes:
    """Finds the groups that have something due. Every method may raise StorageError."""

    def __init__(self, database: Database, lease: timedelta) -> None:
        self._database = database
        self._lease = lease

    async def claim(self, now: datetime, limit: int) -> tuple[Woken, ...]:
        """Give groups that are to be looked at, and let nobody else find them for the time of a lease."""

        def work(session: Session) -> tuple[Woken, ...]:
            if paused_since(session) is not None:
                return ()
            free = (
                select(_T.c.id, _T.c.wakes_at)
                .where(_T.c.wakes_at.is_not(None), _T.c.wakes_at <= now)
                .order_by(_T.c.wakes_at)
                .limit(limit)
                .with_for_update(skip_locked=True)
            )
            found: Mapping[str, datetime] = {row.id: row.wakes_at for row in session.execute(free)}
            if not found:
                return ()
            taken = update(_T).where(_T.c.id.in_(tuple(found))).values(wakes_at=now.astimezone(UTC) + self._lease)
            rows = session.execute(taken.returning(_T.c.id, _T.c.platform, _T.c.version)).all()
            woken = (Woken(row.id, row.platform, row.version, found[row.id]) for row in rows)
            return tuple(sorted(woken, key=lambda one: (one.since, one.group)))

        return await self._database.write(work)

    async def put_right(self, nexts: Sequence[Next]) -> None:
        """Keep when groups are to be looked at next; not of one that has changed: it is looked at at once."""
        told = [
            {"the_group": one.group, "the_version": one.version, "the_time": one.at and one.at.astimezone(UTC)}
            for one in sorted(nexts, key=lambda one: one.group)  # two that do this at once meet in the same order
        ]
        if told:
            await self._database.write(lambda session: session.connection().execute(_PUT_RIGHT, told))

    async def wake_all(self) -> None:
        """Let every group be looked at as soon as can be."""
        await self._database.write(lambda session: session.execute(update(_T).values(wakes_at=AT_ONCE)))
