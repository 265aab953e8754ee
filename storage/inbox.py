"""Events that had their effect, each taken down once however many programs see it at the same time."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from storage.tables import InboxRow, Row


def first_time(session: Session, source: str, event: str, conversation: str | None = None) -> bool:
    """Take down that an event had its effect; False when that was done before."""
    values = {"source": source, "event_id": event, "seen_at": datetime.now(UTC), "conversation": conversation}
    kept = session.execute(insert_once(session, InboxRow, values).returning(col(InboxRow.event_id)))
    return kept.first() is not None


def insert_once(session: Session, table: type[Row], values: Mapping[str, Any]) -> postgresql.Insert | sqlite.Insert:
    """Insert, or do nothing when it is there; another transaction that is just inserting it is waited for."""
    build = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    return build(table).values(**values).on_conflict_do_nothing()
