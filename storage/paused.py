"""Whether anything is sent at all: a database that was put back waits until a person says so."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlmodel import Session

from storage.tables import MetaRow

_KEY = "paused"


def pause(session: Session, at: datetime) -> None:
    """Let nothing be taken in hand, and no group be looked at by the clock, until it is resumed."""
    session.merge(MetaRow(key=_KEY, value=at.astimezone(UTC).isoformat()))


def resume(session: Session) -> bool:
    """Go on; tell whether it was paused."""
    row = session.get(MetaRow, _KEY)
    if row is not None:
        session.delete(row)
    return row is not None


def paused_since(session: Session) -> datetime | None:
    """Give since when nothing is sent; None when all is as usual."""
    row = session.get(MetaRow, _KEY)
    return datetime.fromisoformat(row.value) if row is not None else None
