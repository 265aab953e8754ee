"""What is kept is saved whole beside a bot that writes, put back whole, and nothing is left half done."""

import asyncio
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from storage.backup import companion, dump, rotate, save, target
from storage.database import Database, address
from storage.errors import (
    BrokenFile,
    MissingDatabase,
    MissingProgram,
    NotBackedUp,
    UnknownDatabase,
)
from storage.integrity import check
from storage.migrate import migrate
from storage.restore import restore
from storage.store import Store
from tests.storage.conftest import Run, Server, client_programs
from tests.storage.facts import NOON, proposed

SECRET = "Rehabiliteringsplan-Q7"
STARVED = (
    "import resource, sys\n"
    "from pathlib import Path\n"
    "{imports}\n"
    "size = Path(sys.argv[1]).stat().st_size\n"
    "resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, size // 2))\n"
    "try:\n"
    "    {what}\n"
    "except Exception as error:\n"
    "    print(type(error).__name__)\n"
)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Give a database with a group and a hundred facts."""
    file = tmp_path / "mysam.db"
    migrate(f"sqlite:///{file}")
    write(file, *(f"Punkt {number} " + "x" * 900 for number in range(100)))
    return file


def write(file: Path, *titles: str, blank: bool = False) -> None:
    async def append() -> None:
        database = Database.open(f"sqlite:///{file}")
        store = Store(database)
        if not await store.groups():
            await store.create_group("g", "Mysam Lindby", "mysam-lindby", "terminal", ["#lindby"])
        version = await store.version("g")
        facts = [proposed(version + place, title) for place, title in enumerate(titles, 1)]
        blanked = [fact.id for fact in (await store.load("g")).facts] if blank else []
        await store.append("g", version, facts, blank=blanked)
        await database.close()

    asyncio.run(append())


def titles(file: Path) -> list[str]:
    async def read() -> list[str]:
        database = Database.open(f"sqlite:///{file}")
        try:
            return [getattr(fact, "title", "") for fact in (await Store(database).load("g")).facts]
        finally:
            await database.close()

    return asyncio.run(read())


def test_a_backup_holds_all_that_is_kept_and_is_for_its_owner_only(kept: Path, tmp_path: Path) -> None:
    to = tmp_path / "backups" / "one.db"
    save(kept, to)
    assert titles(to) == titles(kept)
    assert stat.S_IMODE(to.stat().st_mode) == 0o600
    assert sorted(file.name for file in to.parent.iterdir() if file.suffix == ".db") == ["one.db"]


def test_a_backup_has_what_is_still_in_the_log_of_one_who_writes(kept: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(kept, isolation_level=None)) as writer:
        writer.execute("PRAGMA wal_autocheckpoint=0")
        writer.execute("UPDATE groups SET name = 'Mysam Nordvik'")
        save(kept, tmp_path / "one.db")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE groups SET name = 'halvvägs'")
        save(kept, tmp_path / "two.db")
        writer.execute("ROLLBACK")
    for copy in ("one.db", "two.db"):
        with closing(sqlite3.connect(tmp_path / copy)) as saved:
            assert saved.execute("SELECT name FROM groups").fetchall() == [("Mysam Nordvik",)]


def test_words_that_were_blanked_are_in_no_backup(tmp_path: Path) -> None:
    file = tmp_path / "mysam.db"
    migrate(f"sqlite:///{file}")
    write(file, *(f"{SECRET} {number} " + "x" * 50 * number for number in range(40)))
    write(file, "Lokaler", blank=True)
    save(file, tmp_path / "one.db")
    assert SECRET.encode() not in (tmp_path / "one.db").read_bytes()
    assert "Lokaler" in titles(tmp_path / "one.db")


def test_nothing_is_written_over(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "one.db").write_text("something of somebody's")
    with pytest.raises(NotBackedUp):
        save(kept, tmp_path / "one.db")
    assert (tmp_path / "one.db").read_text() == "something of somebody's"


def test_without_a_database_no_empty_backup_is_made(tmp_path: Path) -> None:
    with pytest.raises(MissingDatabase):
        save(tmp_path / "mysam.db", tmp_path / "one.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("imports", "what"),
    [
        pytest.param("from storage.backup import save", "save(Path(sys.argv[1]), Path(sys.argv[2]))", id="backup"),
        pytest.param(
            "import storage.migrate\nstorage.migrate.HEAD = 'x'\nfrom storage.migrate import _save_copy",
            "_save_copy(Path(sys.argv[1]), '0001')",
            id="copy before a migration",
        ),
    ],
)
def test_without_room_there_is_a_clear_refusal_and_nothing_half_done(
    kept: Path, tmp_path: Path, imports: str, what: str
) -> None:
    before = {file.name for file in tmp_path.iterdir()}
    program = STARVED.format(imports=imports, what=what)
    command = [sys.executable, "-c", program, str(kept), str(tmp_path / "one.db")]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ended.stdout.strip() in ("DiskFull", "DatabaseUnavailable"), ended.stderr
    assert {file.name for file in tmp_path.iterdir()} <= before | {"mysam.db-wal", "mysam.db-shm"}
    assert len(titles(kept)) == 100


def test_only_the_newest_backups_are_kept_and_nothing_else_is_touched(kept: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    made = []
    for night in range(4):
        file = target(folder, "mysam", ".db", NOON + timedelta(days=night))
        save(kept, file)
        save(kept, companion(file))
        made.append(file)
    (folder / "mysam-before.db").write_text("somebody's own")
    gone = rotate(folder, "mysam", ".db", keep=2)
    assert set(gone) == {*made[:2], *map(companion, made[:2])}
    left = {file.name for file in folder.iterdir() if not file.name.endswith(("-wal", "-shm"))}
    assert left == {"mysam-before.db", *(one.name for file in made[2:] for one in (file, companion(file)))}


def test_a_name_with_an_ending_is_a_file_and_one_without_a_folder(tmp_path: Path) -> None:
    assert target(tmp_path / "x.db", "mysam", ".db", NOON) == tmp_path / "x.db"
    assert target(tmp_path / "nights", "mysam", ".db", NOON) == tmp_path / "nights" / "mysam-20260323T120000Z.db"


def test_what_was_saved_is_put_back_and_what_was_there_is_kept_aside(kept: Path, tmp_path: Path) -> None:
    save(kept, tmp_path / "one.db")
    write(kept, "Skrivet efteråt")
    settled: list[str] = []
    done = restore(kept, tmp_path / "webchat.db", tmp_path / "one.db", NOON, settled.append)
    assert len(titles(kept)) == 100
    assert done.aside == tmp_path / "mysam-before-restore-20260323T120000Z.db"
    assert titles(done.aside)[-1] == "Skrivet efteråt"
    assert (done.with_log, len(settled)) == (False, 1)
    assert not list(tmp_path.glob(".*"))


def test_a_log_that_was_left_behind_is_not_written_into_what_is_put_back(kept: Path, tmp_path: Path) -> None:
    save(kept, tmp_path / "one.db")
    # A program that was killed leaves its log; so does a copy of the folder.
    with closing(sqlite3.connect(kept, isolation_level=None)) as writer:
        writer.execute("PRAGMA wal_autocheckpoint=0")
        writer.execute("UPDATE groups SET name = 'Mysam Nordvik'")
        left = (tmp_path / "mysam.db-wal").read_bytes()
    (tmp_path / "mysam.db-wal").write_bytes(left)
    restore(kept, tmp_path / "webchat.db", tmp_path / "one.db", NOON, lambda _: None)
    with closing(sqlite3.connect(kept)) as restored:
        assert restored.execute("SELECT name FROM groups").fetchall() == [("Mysam Lindby",)]


def test_the_web_chats_log_goes_along(kept: Path, tmp_path: Path) -> None:
    log = tmp_path / "webchat.db"
    with closing(sqlite3.connect(log)) as written:
        written.execute("CREATE TABLE messages (id TEXT)")
    save(kept, tmp_path / "one.db")
    save(log, companion(tmp_path / "one.db"))
    with closing(sqlite3.connect(log)) as written:
        written.execute("DROP TABLE messages")
    done = restore(kept, log, tmp_path / "one.db", NOON, lambda _: None)
    assert done.with_log
    assert done.log_aside is not None
    with closing(sqlite3.connect(log)) as restored:
        assert restored.execute("SELECT count(*) FROM messages").fetchall() == [(0,)]


def test_a_damaged_database_can_be_replaced(kept: Path, tmp_path: Path) -> None:
    save(kept, tmp_path / "one.db")
    kept.write_bytes(b"no database at all" * 500)
    done = restore(kept, tmp_path / "webchat.db", tmp_path / "one.db", NOON, lambda _: None)
    assert len(titles(kept)) == 100
    assert done.aside is not None
    assert done.aside.read_bytes().startswith(b"no database")


def test_a_backup_can_be_put_where_nothing_is(kept: Path, tmp_path: Path) -> None:
    save(kept, tmp_path / "one.db")
    there = tmp_path / "new" / "mysam.db"
    there.parent.mkdir()
    assert restore(there, there.with_name("webchat.db"), tmp_path / "one.db", NOON, lambda _: None).aside is None
    assert len(titles(there)) == 100


def _damage(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 3 : len(content) // 3 + 5000] = os.urandom(5000)
    file.write_bytes(content)


def _cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def _newer(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '7777'")


def _strange(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE recipes (id TEXT)")


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        pytest.param(_damage, BrokenFile, id="damaged"),
        pytest.param(_cut, BrokenFile, id="cut off"),
        pytest.param(_newer, UnknownDatabase, id="of a newer program"),
        pytest.param(_strange, UnknownDatabase, id="another program's"),
    ],
)
def test_what_is_no_good_backup_is_refused_and_the_database_stays(
    kept: Path, tmp_path: Path, spoil: Callable[[Path], None], error: type[Exception]
) -> None:
    save(kept, tmp_path / "one.db")
    write(kept, "Skrivet efteråt")
    spoil(tmp_path / "one.db")
    before = {file.name for file in tmp_path.iterdir()}
    with pytest.raises(error):
        restore(kept, tmp_path / "webchat.db", tmp_path / "one.db", NOON, lambda _: None)
    assert titles(kept)[-1] == "Skrivet efteråt"
    assert {file.name for file in tmp_path.iterdir()} <= before | {"one.db-wal", "one.db-shm"}


def test_damage_is_seen_and_a_whole_file_passes(kept: Path) -> None:
    check(kept)
    check(kept, thorough=True)
    _damage(kept)
    with pytest.raises(BrokenFile):
        check(kept)


def test_a_database_on_postgresql_is_saved_by_its_own_program(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    url = server.clear()

    async def found() -> None:
        database = Database.open(url)
        await Store(database).create_group("g", "Mysam Lindby", "mysam-lindby", "terminal")
        await database.close()

    run(found())
    monkeypatch.setenv("PATH", str(client_programs()))
    dump(address(url), tmp_path / "one.dump")
    listed = subprocess.run(
        [client_programs() / "pg_restore", "--list", tmp_path / "one.dump"], capture_output=True, text=True, check=True
    )
    assert "TABLE DATA public groups" in listed.stdout
    assert [file.name for file in tmp_path.iterdir()] == ["one.dump"]


def test_without_that_program_it_says_so(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingProgram):
        dump(address(server.clear()), tmp_path / "one.dump")


def test_a_server_that_is_away_is_said_to_be_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(client_programs()))
    with pytest.raises(NotBackedUp) as told:
        dump(address("postgresql://somebody:hush-hush@127.0.0.1:1/nothing"), tmp_path / "one.dump")
    assert "hush-hush" not in str(told.value)
    assert list(tmp_path.iterdir()) == []
