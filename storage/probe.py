"""Whether the database answers, and whether its tables are this program's."""

from sqlalchemy import text
from sqlmodel import Session

from storage.migrate import HEAD


def at_head(session: Session) -> bool:
    """Ask the database which revision it is of, and tell whether that is the one this program works with."""
    found = session.connection().execute(text("SELECT version_num FROM alembic_version")).scalar()
    return bool(found == HEAD)
