"""A filled database of the second revision is brought up: its groups are all looked at, and nothing is to be said."""

from __future__ import annotations

from datetime import UTC, datetime

from alembic import command
from sqlalchemy import text

from storage.database import address, connect
from storage.migrate import config, migrate

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def test_every_group_of_an_older_database_is_looked_at_by_the_clock(empty_url: str) -> None:
    engine = connect(address(empty_url), threads=1, foreign_keys=False)
    settings = config()
    try:
        with engine.begin() as connection:
            settings.attributes["connection"] = connection
            command.upgrade(settings, "0002")
            for name in ("g", "h"):
                row = "INSERT INTO groups (id, name, slug, platform, version) VALUES (:name, :name, :name, 'x', 0)"
                connection.execute(text(row), {"name": name})
            connection.execute(text("INSERT INTO conversations VALUES ('x', '#g', 'g')"))
        migrate(empty_url)
        with engine.begin() as connection:
            from storage.tables import GroupRow

            rows = connection.execute(GroupRow.metadata.tables["groups"].select()).all()
            assert [(row.id, row.wakes_at) for row in rows] == [("g", EPOCH), ("h", EPOCH)]
            assert connection.execute(text("SELECT count(*) FROM conversations")).scalar() == 1
            assert connection.execute(text("SELECT count(*) FROM outbox")).scalar() == 0
    finally:
        engine.dispose()
