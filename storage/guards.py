"""What the database itself refuses: to change or remove a fact or a publication, to change a file or words."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, inspect
from sqlmodel import Session

FROZEN = ("facts", "revisions", "revision_files", "revision_attachments")
WORDS = "texts"
FILES = "attachments"
"""May be removed while no published revision refers to them; the tables' own references see to that."""

_REFUSE_FUNCTION = """
CREATE OR REPLACE FUNCTION mysam_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF current_setting('mysam.maintenance', true) = 'on' AND TG_OP <> 'TRUNCATE' THEN RETURN COALESCE(NEW, OLD); END IF;
  RAISE EXCEPTION '%% is kept as it is', TG_TABLE_NAME;
END $$
"""


def guard(connection: Connection) -> None:
    """Put the guards up; every table must be there."""
    lift(connection)
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(_REFUSE_FUNCTION)
    for statement in _statements(connection.dialect.name):
        connection.exec_driver_sql(statement)


def lift(connection: Connection) -> None:
    """Take the guards down: in a migration, which may have to move rows."""
    there = set(inspect(connection).get_table_names())
    for table in sorted(there & {*FROZEN, WORDS, FILES}):
        for name in ("update", "delete", "truncate"):
            on = f" ON {table}" if connection.dialect.name == "postgresql" else ""
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_refuse_{name}{on}")


@contextmanager
def maintenance(session: Session) -> Iterator[None]:
    """Let a transaction change what is otherwise kept as it is: when a person is erased, or minutes are removed.

    The guards stand again at its end, whatever becomes of it.
    """
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        # Not by taking them down: that would wait for everybody who reads, and they for us.
        connection.exec_driver_sql("SET LOCAL mysam.maintenance = 'on'")
        yield
        session.flush()
        connection.exec_driver_sql("SET LOCAL mysam.maintenance = 'off'")
        return
    lift(connection)
    yield
    session.flush()
    guard(connection)


def _statements(dialect: str) -> list[str]:
    events = [(table, name, "") for table in FROZEN for name in ("update", "delete")] + [(FILES, "update", "")]
    if dialect == "postgresql":
        events += [(WORDS, "update", "WHEN (NEW.texts::text <> '{}')"), (WORDS, "delete", "")]
        return [
            f"CREATE TRIGGER {table}_refuse_{name} BEFORE {name.upper()} ON {table} "
            f"FOR EACH ROW {when} EXECUTE FUNCTION mysam_refuse()"
            for table, name, when in events
        ] + [
            f"CREATE TRIGGER {table}_refuse_truncate BEFORE TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION mysam_refuse()"
            for table in (*FROZEN, WORDS, FILES)
        ]
    events += [(WORDS, "update", "WHEN NEW.texts <> '{}'"), (WORDS, "delete", "")]
    return [
        f"CREATE TRIGGER {table}_refuse_{name} BEFORE {name.upper()} ON {table} "
        f"FOR EACH ROW {when} BEGIN SELECT RAISE(ABORT, '{table} is kept as it is'); END"
        for table, name, when in events
    ]
