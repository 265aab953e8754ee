"""Bring the database up to the tables of this program, at start, however many start at once."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from storage.backup import save
from storage.database import address, connect
from storage.errors import BrokenDatabase, UnknownDatabase, wrapped
from storage.guards import guard, lift
from storage.tables import Row

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0006"
# Any number will do that nobody else locks in the same database.
LOCK = 0x6D7973616D
OLDER = "-from-"
"""What stands before the revision in the name of the copy of a file that is saved before it is changed."""


def migrate(url: str, *, saves_copy: bool = True) -> None:
    """Bring the database at an address up to date; one query when it is already.

    Raises UnknownDatabase when a newer program, or another one, made it, and StorageError when it cannot be done; then
    nothing has changed. Before a filled SQLite file is changed, a copy of it is saved beside it, unless it is one.
    """
    where = address(url)
    # Foreign keys are off: with them on, making a table anew removes every row that refers to it.
    engine = connect(where, threads=1, foreign_keys=False)
    try:
        with wrapped():
            if where.get_backend_name() == "sqlite" and where.database:
                # What a group says is for nobody else on the machine.
                Path(where.database).touch(mode=0o600)
            if _stands_at(engine) != HEAD:
                bring_up(engine, where, config(), saves_copy=saves_copy)
    finally:
        engine.dispose()


def config() -> "Config":
    """Tell Alembic where the migrations are."""
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", "storage:migrations")
    return settings


def bring_up(engine: Engine, where: URL, settings: "Config", *, saves_copy: bool = True) -> None:
    """Run the migrations that are missing, in one transaction under a lock."""
    from alembic import command
    from alembic.script import ScriptDirectory

    known = {script.revision for script in ScriptDirectory.from_config(settings).walk_revisions()}
    before = _known_revision(engine, known)
    if saves_copy and before is not None and engine.dialect.name == "sqlite" and where.database:
        _save_copy(Path(where.database), before)
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
        # Another program may have been first; then this finds nothing to do.
        lift(connection)
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")
        guard(connection)
        _check_references(connection)


def _stands_at(engine: Engine) -> str | None:
    """Ask which revision the database is of, in one query; None when it does not say."""
    with engine.connect() as connection:
        try:
            return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        except DBAPIError:
            return None


def _known_revision(engine: Engine, known: set[str]) -> str | None:
    with engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
    revision = _stands_at(engine) if "alembic_version" in tables else None
    if revision is None:
        # A file with anything in it is somebody else's; in PostgreSQL a schema may be shared.
        strangers = tables if engine.dialect.name == "sqlite" else tables & set(Row.metadata.tables)
        if strangers - {"alembic_version"}:
            raise UnknownDatabase(None)
    elif revision not in known:
        raise UnknownDatabase(revision)
    return revision


def _save_copy(file: Path, revision: str) -> None:
    """Save a whole copy of a SQLite file as `NAME-from-REVISION`."""
    save(file, file.with_name(f"{file.stem}{OLDER}{revision}{file.suffix}"), replaces=True)


def _check_references(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if dangling:
        tables = ", ".join(sorted({row[0] for row in dangling}))
        raise BrokenDatabase(f"The migration would leave rows that refer to nothing in: {tables}")
