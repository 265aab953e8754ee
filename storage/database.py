"""The engine under the store: where it is, how it is set up, and the threads that wait for it."""

import asyncio
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Literal, TypeVar

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlmodel import Session

from storage.errors import BadAddress, wrapped

READERS = 4
WRITERS_POSTGRESQL = 4
LOCK_WAIT_MS = 30_000

T = TypeVar("T")
Kind = Literal["read", "write"]
Timed = Callable[[Kind, float], None]
"""Told of each transaction, and how many seconds it took with the time it waited for a thread."""


def untimed(kind: Kind, seconds: float) -> None:
    """Take no time."""


def address(text: str) -> URL:
    """Read a database address: `sqlite:///FILE`, `postgresql://…`, `postgresql+psycopg://…` or `postgres://…`.

    Raises BadAddress for anything else; a SQLite database in memory is none, since several connections share it.
    """
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        # Not shown: an address that cannot be read may still hold a password.
        raise BadAddress("The database address cannot be read.") from None
    if url.drivername in ("sqlite", "sqlite+pysqlite"):
        if not url.database or url.database == ":memory:" or url.query:
            raise BadAddress("A SQLite address names a file: sqlite:///mysam.db")
        return url.set(drivername="sqlite+pysqlite")
    if url.drivername in ("postgres", "postgresql", "postgresql+psycopg"):
        return url.set(drivername="postgresql+psycopg")
    raise BadAddress(f"{url.drivername} is no database that is known here; sqlite and postgresql are.")


def connect(
    url: URL, *, threads: int, begin: str = "BEGIN IMMEDIATE", foreign_keys: bool = True, reads_only: bool = False
) -> Engine:
    """Make an engine for so many threads; the other arguments are for SQLite alone. Nothing is opened yet."""
    # An error's text must not show what was being written.
    options: dict[str, Any] = {"pool_size": threads, "max_overflow": 0, "hide_parameters": True}
    if url.get_backend_name() == "postgresql":
        # Without prepared statements it also works behind a pooler that gives each transaction another connection.
        return create_engine(url, pool_pre_ping=True, connect_args={"prepare_threshold": None}, **options)
    engine = create_engine(url, **options)

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _: Any) -> None:
        # The driver opens no transactions by itself: ours are said below, with the lock taken at their beginning.
        connection.isolation_level = None
        _log_ahead(connection)
        for pragma in (
            f"busy_timeout={LOCK_WAIT_MS}",
            "synchronous=FULL",
            "secure_delete=ON",
            f"foreign_keys={'ON' if foreign_keys else 'OFF'}",
            f"query_only={'ON' if reads_only else 'OFF'}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Let a SQLite file be written through a log, so that readers and the writer never wait for each other.

    Only the first change of a file to this needs a lock, and for that one SQLite gives up at once where it otherwise
    waits; several programs that make a file together would meet there.
    """
    until = time.monotonic() + LOCK_WAIT_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
        time.sleep(0.01)


class Database:
    """An open database. A function given to `read` or `write` holds a whole transaction, in a thread of its own.

    So no transaction can stay open while something else is waited for. Giving up waiting does not stop the thread: its
    transaction is committed or not, as if nobody had given up.
    """

    def __init__(self, url: URL, reader: Engine, writer: Engine, writers: int, timed: Timed) -> None:
        self.url = url
        self._timed = timed
        self._reader = reader
        self._writer = writer
        self._reading = ThreadPoolExecutor(READERS, "mysam-read")
        self._writing = ThreadPoolExecutor(writers, "mysam-write")

    @classmethod
    def open(cls, url: str, timed: Timed = untimed) -> "Database":
        """Open the database at an address that `address` understands; it is reached only when it is needed."""
        where = address(url)
        if where.get_backend_name() == "postgresql":
            engine = connect(where, threads=READERS + WRITERS_POSTGRESQL)
            return cls(where, engine, engine, WRITERS_POSTGRESQL, timed)
        # SQLite has one writer at a time whatever we do; one thread for it queues here, in order, and not in the file.
        reader = connect(where, threads=READERS, begin="BEGIN", reads_only=True)
        return cls(where, reader, connect(where, threads=1), 1, timed)

    async def read(self, work: Callable[[Session], T]) -> T:
        """Do some reading in one transaction and return what it returns. Raises StorageError."""
        return await self._do("read", self._reading, self._reader, work)

    async def write(self, work: Callable[[Session], T]) -> T:
        """Do some writing in one transaction, commit it, and return what it returns. Raises StorageError."""
        return await self._do("write", self._writing, self._writer, work)

    async def scrub(self) -> None:
        """Take out of the files what was overwritten in the database: SQLite's log still holds it until then.

        While another program reads the file it is left for the next time. PostgreSQL does this by itself, when it
        vacuums and recycles its log.
        """
        if self.url.get_backend_name() == "sqlite":
            await asyncio.get_running_loop().run_in_executor(self._writing, self._checkpoint)

    async def close(self) -> None:
        """Let what runs finish, and close every connection."""
        for executor in (self._reading, self._writing):
            await asyncio.to_thread(partial(executor.shutdown, wait=True))
        self._reader.dispose()
        self._writer.dispose()

    async def _do(self, kind: Kind, executor: ThreadPoolExecutor, engine: Engine, work: Callable[[Session], T]) -> T:
        began = time.monotonic()
        try:
            return await asyncio.get_running_loop().run_in_executor(executor, self._transact, engine, work)
        finally:
            self._timed(kind, time.monotonic() - began)

    @staticmethod
    def _transact(engine: Engine, work: Callable[[Session], T]) -> T:
        with wrapped(), Session(engine, expire_on_commit=False) as session, session.begin():
            return work(session)

    def _checkpoint(self) -> None:
        with wrapped():
            connection = self._writer.raw_connection()
            try:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                connection.close()
