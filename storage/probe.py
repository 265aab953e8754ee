"""Whether the database answers, whether its tables are this program's, and whether it waits for a person."""

from dataclasses import dataclass

from sqlalchemy import text
from sqlmodel import Session

from storage.migrate import HEAD
from storage.paused import paused_since


@dataclass(frozen=True)
class Standing:
    """`at_head`: the tables are those this program works with. `paused`: nothing is sent until a person says so."""

    at_head: bool
    paused: bool


def standing(session: Session) -> Standing:
    """Ask the database how it stands."""
    found = session.connection().execute(text("SELECT version_num FROM alembic_version")).scalar()
    at_head = bool(found == HEAD)
    return Standing(at_head, at_head and paused_since(session) is not None)
