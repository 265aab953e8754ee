"""What the outbox costs: taking what is due beside millions that are over, and saying things, on both engines."""

from __future__ import annotations

import asyncio
import os
import statistics
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from bench.postgresql import postgresql
from bench.speed import Figure
from bot.desk import Desk
from bot.platform import Author, Written
from handlers.groups.founding import found
from storage.database import Database
from storage.migrate import migrate
from storage.outgoing import Ending, Kind, Outgoing, State, Verb, in_hand
from storage.store import NewGroup, Store
from torture.calm import Calm
from torture.platform import NAME

FINISHED, BIG = 100_000, 2_000_000
"""How many rows are over, and how many with BIG=1."""
GROUPS = 100_000
SAID, TOGETHER = 400, 20
TAKEN, TIMES = 20, 30
NOW = datetime(2026, 9, 15, 8, 0, tzinfo=UTC)

_TEN = "SELECT 0 AS n UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 \
UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9"
_NUMBERS = {
    "sqlite": f"WITH d AS ({_TEN}) SELECT a.n+10*b.n+100*c.n+1000*e.n+10000*f.n+100000*g.n+1000000*h.n AS n \
FROM d a, d b, d c, d e, d f, d g, d h",
    "postgresql": "SELECT n FROM generate_series(0, 9999999) AS n",
}
_OVER = (
    "INSERT INTO outbox (key, group_id, platform, number, kind, verb, recipient, payload, state, attempts, created_at) "
    "SELECT 'over/' || n, 'g0', 'torture', 1, 'reply', 'send', '#g0', '{{}}', 'sent', 1, :at FROM ({numbers}) AS s "
    "WHERE n < :many"
)
_GROUPS = (
    "INSERT INTO groups (id, name, slug, platform, version, wakes_at) "
    "SELECT 'g' || n, 'g' || n, 'g' || n, 'torture', 0, :at FROM ({numbers}) AS s WHERE n < :many AND n > 0"
)


def outbox(folder: Path) -> Iterator[tuple[Figure, ...]]:
    """Measure on SQLite and on a PostgreSQL of its own; BIG=1 with millions of rows that are over."""
    many = BIG if os.environ.get("BIG", "") not in ("", "0") else FINISHED
    for engine in ("sqlite", "postgresql"):
        with _address(engine, folder) as url:
            migrate(url)
            yield asyncio.run(_measured(engine, url, many))


@contextmanager
def _address(engine: str, folder: Path) -> Iterator[str]:
    if engine == "sqlite":
        yield f"sqlite:///{folder / 'outbox.db'}"
    else:
        with postgresql() as url:
            yield url


async def _measured(engine: str, url: str, many: int) -> tuple[Figure, ...]:
    database = Database.open(url)
    store = Store(database)
    try:
        await store.found([NewGroup("g0", "g0", "g0", NAME, ("#g0",))])
        empty = await _taken(store)
        await database.write(lambda session: _fill(session, engine, _OVER, many, NOW))
        bare = await _median(lambda: database.read(lambda session: session.connection().execute(text("SELECT 1"))))
        among, poll = await _taken(store), await _median(lambda: store.outbox.claim(TAKEN, TAKEN))
        later = NOW + timedelta(days=1)
        await database.write(lambda session: _fill(session, engine, _GROUPS, GROUPS, later))
        await store.wakes.claim(NOW, TAKEN)
        nobody = await _median(lambda: store.wakes.claim(NOW, TAKEN))
        somebody = await _median(lambda: store.wakes.claim(later, TAKEN))
        (said, cpu), commits = await _said(store), await _commits(database)
    finally:
        await database.close()
    one = f"bare SELECT 1 {bare:.2f} ms"
    return (
        Figure(f"{engine}: {TAKEN} taken, {many:,} over", among, "ms", "5", f"empty table {empty:.2f} ms, {one}"),
        Figure(f"{engine}: nothing due, {many:,} over", poll, "ms", "5", one),
        Figure(f"{engine}: {TAKEN} of {GROUPS:,} groups woken", somebody, "ms", "5", f"none to wake {nobody:.2f} ms"),
        Figure(f"{engine}: turn, outbox and post", said, "1/s", "-", f"bare commits {commits:,.0f} 1/s"),
        Figure(f"{engine}: CPU of one of them", cpu * 1000, "ms", "10", "-"),
    )


def _fill(session: Session, engine: str, statement: str, many: int, at: datetime) -> None:
    told: dict[str, Any] = {"many": many, "at": at if engine == "postgresql" else at.strftime("%Y-%m-%d %H:%M:%S.%f")}
    session.connection().execute(text(statement.format(numbers=_NUMBERS[engine])), told)


async def _taken(store: Store) -> float:
    """Give the median milliseconds of taking what is due in hand."""
    took = []
    for number in range(TIMES):
        rows = tuple(
            Outgoing(f"{time.monotonic_ns()}/{n}", NAME, Kind.REPLY, Verb.SEND, f"#{n}", {}) for n in range(TAKEN)
        )
        claim = f"c{number}"
        await store.append("g0", 0, (), outgoing=rows, claim=claim)
        await store.outbox.give_back(in_hand(rows, "g0", claim, 0.0))
        began = time.perf_counter()
        claimed = await store.outbox.claim(TAKEN, TAKEN)
        took.append((time.perf_counter() - began) * 1000)
        assert len(claimed) == TAKEN
        await store.outbox.finish([Ending(row, State.SENT) for row in claimed])
    return statistics.median(took)


async def _median(do: Callable[[], Awaitable[object]]) -> float:
    took = []
    for _ in range(TIMES):
        began = time.perf_counter()
        await do()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


async def _said(store: Store) -> tuple[float, float]:
    """Give how many messages a second are heard, kept and answered, so many at once, and the CPU seconds of each."""
    desk, chat = Desk(store, alone=not store.shared), Calm()
    for number in range(TOGETHER):
        data = {
            "group": {"name": f"Nätverk {number}", "channel": f"#n{number}", "convener": f"Maj {number}"},
            "members": [{"name": f"Maj {number}", "organisation": "Ekvik", "account": True, "coordinator": True}],
            "meetings": [{"date": "2026-10-13", "start": "10:00"}],
        }
        founding = found(data, NOW)
        await desk.found(founding.group_id, founding.facts, NAME, (f"#n{number}",))

    async def talk(group: int, numbers: range) -> None:
        for number in numbers:
            author = Author(f"Maj {group}", f"Maj {group}")
            text = "@mötesbot dagordning"
            await desk.hear(Written(f"#n{group}", author, f"b{group}.{number}", NOW, text), chat)

    each = SAID // TOGETHER
    await asyncio.gather(*(talk(group, range(2)) for group in range(TOGETHER)))
    began, worked = time.perf_counter(), time.process_time()
    await asyncio.gather(*(talk(group, range(2, 2 + each)) for group in range(TOGETHER)))
    return SAID / (time.perf_counter() - began), (time.process_time() - worked) / SAID


async def _commits(database: Database) -> float:
    """Give how many transactions with one row are committed a second, so many at once."""
    await database.write(lambda session: session.connection().execute(text("CREATE TABLE bare (words TEXT)")))

    statement = text("INSERT INTO bare VALUES ('x')")

    async def some() -> None:
        for _ in range(SAID // TOGETHER):
            await database.write(lambda session: session.connection().execute(statement))

    began = time.perf_counter()
    await asyncio.gather(*(some() for _ in range(TOGETHER)))
    return SAID / (time.perf_counter() - began)
