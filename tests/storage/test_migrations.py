"""The database is brought up to date at start: whole or not at all, however many start at once, and nothing is lost."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from pytest_alembic import MigrationContext, create_alembic_fixture, tests
from sqlalchemy import Connection, Engine, event, text

import storage.migrate
from storage.database import Database, address, connect
from storage.errors import BrokenDatabase, UnknownDatabase
from storage.migrate import HEAD, bring_up, config, migrate
from storage.published import Revision
from storage.store import Store
from tests.storage.conftest import Run
from tests.storage.facts import NOON, proposed

alembic_runner = create_alembic_fixture({"script_location": "storage:migrations"})

# A later migration that makes the parent of every other table anew, which is what takes its children along when
# foreign keys are on, and its guards in any case.
REMAKE = '''"""Remake."""
import sqlalchemy as sa
from alembic import op
revision = "9999"
down_revision = "0006"
def upgrade():
    anew = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    for table in ("groups", "facts", "revisions"):
        with op.batch_alter_table(table, recreate=anew) as batch:
            batch.add_column(sa.Column("remark", sa.String(), nullable=False, server_default=""))
    {more}
def downgrade():
    pass
'''


@pytest.fixture
def url(empty_url: str) -> str:
    """Give the address of a database of the test's own, since its tables will be changed."""
    migrate(empty_url)
    return empty_url


@pytest.fixture
def alembic_engine(empty_url: str) -> Iterator[Connection]:
    """Give pytest-alembic a connection to an empty database."""
    engine = connect(address(empty_url), threads=2, foreign_keys=False)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.mark.parametrize(
    "check",
    [
        tests.test_single_head_revision,
        tests.test_upgrade,
        tests.test_model_definitions_match_ddl,
        tests.test_up_down_consistency,
    ],
)
def test_the_migrations_and_the_tables_say_the_same(
    check: Callable[[MigrationContext], None], alembic_runner: MigrationContext
) -> None:
    check(alembic_runner)


def test_the_program_knows_its_own_newest_migration() -> None:
    assert ScriptDirectory.from_config(config()).get_heads() == [HEAD]


def test_a_start_with_nothing_to_do_is_one_query(url: str) -> None:
    said: list[str] = []

    def listen(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        said.append(statement)

    event.listen(Engine, "before_cursor_execute", listen)
    try:
        migrate(url)
    finally:
        event.remove(Engine, "before_cursor_execute", listen)
    assert [statement for statement in said if not statement.startswith("BEGIN")] == [
        "SELECT version_num FROM alembic_version"
    ]


def test_four_that_start_at_once_all_come_up(empty_url: str, run: Run) -> None:
    # Each says when it is ready and waits for the word, so that they really meet.
    program = (
        "import sys, alembic.command\n"
        "from storage.migrate import migrate\n"
        "print('ready', flush=True)\n"
        "sys.stdin.readline()\n"
        "migrate(sys.argv[1])"
    )
    command = [sys.executable, "-c", program, empty_url]
    pipe = subprocess.PIPE
    started = [subprocess.Popen(command, text=True, stdin=pipe, stdout=pipe, stderr=pipe) for _ in range(4)]
    for process in started:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    ended = [process.communicate(timeout=60)[1] for process in started]
    assert [process.returncode for process in started] == [0, 0, 0, 0], ended
    assert _kept(empty_url, run) == ()


def test_a_database_from_a_newer_program_is_left_alone(url: str) -> None:
    _execute(url, "UPDATE alembic_version SET version_num = '7777'")
    with pytest.raises(UnknownDatabase, match="7777"):
        migrate(url)


def test_tables_of_another_program_are_left_alone(empty_url: str) -> None:
    _execute(empty_url, "CREATE TABLE groups (id integer)")
    with pytest.raises(UnknownDatabase):
        migrate(empty_url)
    _execute(empty_url, "DROP TABLE groups")
    migrate(empty_url)


def test_a_filled_database_keeps_everything_through_every_migration(url: str, tmp_path: Path, run: Run) -> None:
    _fill(url, run)
    before = _kept(url, run)
    _upgrade(url, _later(tmp_path))
    assert _kept(url, run) == before != ()
    assert _execute(url, "SELECT count(*) FROM texts").scalar() == 2
    assert _execute(url, "SELECT count(*) FROM revision_files").scalar() == 1
    assert _execute(url, "SELECT count(*) FROM conversations").scalar() == 1


def test_the_guards_stand_after_a_migration_too(url: str, tmp_path: Path, run: Run) -> None:
    _fill(url, run)
    _upgrade(url, _later(tmp_path))
    for statement in ("DELETE FROM revision_files", "UPDATE facts SET kind = 'noted'", "DELETE FROM revisions"):
        with pytest.raises(Exception, match="is kept as it is"):
            _execute(url, statement)


def test_a_migration_that_fails_changes_nothing(url: str, tmp_path: Path, run: Run) -> None:
    _fill(url, run)
    with pytest.raises(RuntimeError, match="half way"):
        _upgrade(url, _later(tmp_path, "raise RuntimeError('half way')"))
    assert _execute(url, "SELECT version_num FROM alembic_version").scalar() == HEAD
    with pytest.raises(Exception, match="is kept as it is"):
        _execute(url, "DELETE FROM revisions")
    migrate(url)
    assert [fact.id for fact in _kept(url, run)] == ["f1", "f2"]


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_migration_that_would_leave_rows_without_their_parent_is_refused(url: str, tmp_path: Path, run: Run) -> None:
    _fill(url, run)
    with pytest.raises(BrokenDatabase, match="facts"):
        _upgrade(url, _later(tmp_path, 'op.execute("DELETE FROM groups")'))
    assert [fact.id for fact in _kept(url, run)] == ["f1", "f2"]


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_copy_of_the_file_is_saved_before_it_is_changed(url: str, tmp_path: Path, run: Run) -> None:
    _fill(url, run)
    before = _kept(url, run)
    assert not list(tmp_path.glob("*from*"))
    _upgrade(url, _later(tmp_path))
    (copy,) = tmp_path.glob("*from*")
    assert copy.name == f"mysam-from-{HEAD}.db"
    assert copy.stat().st_mode & 0o077 == 0
    assert _kept(f"sqlite:///{copy}", run) == before
    assert _execute(f"sqlite:///{copy}", "SELECT version_num FROM alembic_version").scalar() == HEAD


def test_a_new_database_needs_no_copy(tmp_path: Path) -> None:
    migrate(f"sqlite:///{tmp_path / 'mysam.db'}")
    assert not list(tmp_path.glob("*from*"))


def _later(tmp_path: Path, more: str = "") -> Config:
    """Make settings of a later program, with one migration more."""
    folder = tmp_path / "later"
    folder.mkdir()
    (folder / "v9999_remake.py").write_text(REMAKE.format(more=more))
    settings = config()
    settings.set_main_option("path_separator", "newline")
    own = Path(storage.migrate.__file__).parent / "migrations" / "versions"
    settings.set_main_option("version_locations", f"{own}\n{folder}")
    return settings


def _upgrade(url: str, settings: Config) -> None:
    where = address(url)
    engine = connect(where, threads=1, foreign_keys=False)
    try:
        bring_up(engine, where, settings)
    finally:
        engine.dispose()


def _fill(url: str, run: Run) -> None:
    """Keep a group with two facts, their words and a publication."""

    async def fill() -> None:
        database = Database.open(url)
        store = Store(database)
        await store.create_group("g", "Mysam Lindby", "mysam-lindby", "terminal", ["#mysam-lindby"])
        published = Revision("m1", 1, "published", "{}", NOON, {"md": b"# Lokaler"})
        await store.append("g", 0, [proposed(1), proposed(2, "Budget")], seen=("slack", "E1"), revision=published)
        await database.close()

    run(fill())


def _kept(url: str, run: Run) -> tuple[Any, ...]:
    """Read the facts of the group, if there is one, and its publication for their checksums."""

    async def read() -> tuple[Any, ...]:
        database = Database.open(url)
        store = Store(database)
        try:
            if not await store.groups():
                return ()
            await store.revisions("g", "m1")
            await store.revision_files("g", "m1", 1)
            return (await store.load("g")).facts
        finally:
            await database.close()

    return run(read())


def _execute(url: str, statement: str) -> Any:
    engine = connect(address(url), threads=1)
    try:
        with engine.begin() as connection:
            found = connection.execute(text(statement))
            return found.freeze()() if found.returns_rows else found
    finally:
        engine.dispose()
