"""Databases are opened by address, and what goes wrong with them is a typed error."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session

from storage.database import Database, address
from storage.errors import BadAddress, DatabaseUnavailable, StorageError
from storage.migrate import migrate
from tests.storage.conftest import Run


@pytest.mark.parametrize(
    ("written", "driver"),
    [
        ("sqlite:///mysam.db", "sqlite+pysqlite"),
        ("postgres://bot@db/mysam", "postgresql+psycopg"),
        ("postgresql://bot@db/mysam", "postgresql+psycopg"),
        ("postgresql+psycopg://bot@db/mysam", "postgresql+psycopg"),
    ],
)
def test_an_address_is_understood(written: str, driver: str) -> None:
    assert address(written).drivername == driver


@pytest.mark.parametrize(
    "written",
    ["", "mysam.db", "sqlite://", "sqlite:///:memory:", "mysql://db/mysam", "postgres://bot:secret@db:port/x"],
)
def test_an_address_that_cannot_be_used_is_an_error_that_keeps_its_password(written: str) -> None:
    with pytest.raises(BadAddress) as caught:
        address(written)
    assert "secret" not in str(caught.value)


def test_a_server_that_is_not_there_is_unavailable() -> None:
    with pytest.raises(DatabaseUnavailable):
        migrate("postgresql://bot@127.0.0.1:1/mysam")


def test_a_folder_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailable):
        migrate(f"sqlite:///{tmp_path / 'nowhere' / 'mysam.db'}")


def test_a_file_that_is_no_database_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "mysam.db").write_text("Dagordning\n" * 100)
    with pytest.raises(StorageError):
        migrate(f"sqlite:///{tmp_path / 'mysam.db'}")


def test_only_the_owner_can_read_the_file(tmp_path: Path) -> None:
    migrate(f"sqlite:///{tmp_path / 'mysam.db'}")
    assert (tmp_path / "mysam.db").stat().st_mode & 0o077 == 0


def test_a_transaction_that_fails_leaves_nothing(database: Database, run: Run) -> None:
    add = text("INSERT INTO inbox (source, event_id, seen_at) VALUES ('slack', 'E1', '2026-03-23 12:00:00+00:00')")
    with pytest.raises(StorageError):
        run(database.write(lambda session: (session.execute(add), session.execute(text("no such statement")))))
    assert run(database.read(lambda session: session.execute(text("SELECT count(*) FROM inbox")).scalar())) == 0


def test_readers_do_not_wait_for_a_writer(database: Database, run: Run) -> None:
    add = text("INSERT INTO groups (id, name, slug, platform, version) VALUES ('g', 'Lag', 'lag', 'terminal', 0)")

    def count(session: Session) -> object:
        return session.execute(text("SELECT count(*) FROM groups")).scalar()

    async def read_inside_a_write() -> object:
        loop = asyncio.get_running_loop()

        def write(session: Session) -> object:
            session.execute(add)
            return asyncio.run_coroutine_threadsafe(database.read(count), loop).result(timeout=20)

        return await database.write(write)

    assert run(read_inside_a_write()) == 0
    assert run(database.read(count)) == 1


def test_a_sqlite_file_survives_a_power_cut_and_enforces_references(tmp_path: Path, run: Run) -> None:
    url = f"sqlite:///{tmp_path / 'mysam.db'}"
    migrate(url)
    database = Database.open(url)
    pragmas = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "busy_timeout": 30_000}
    for name, value in pragmas.items():

        def ask(session: Session, name: str = name) -> object:
            return session.execute(text(f"PRAGMA {name}")).scalar()

        assert run(database.read(ask)) == run(database.write(ask)) == value, name
    with pytest.raises(StorageError):
        run(database.read(lambda session: session.execute(text("DELETE FROM groups"))))
    run(database.close())
