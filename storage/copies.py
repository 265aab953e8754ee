"""The copies of a SQLite file that are saved before it is changed: kept for a while, as they hold what was blanked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from storage.errors import wrapped
from storage.migrate import OLDER

KEPT = timedelta(days=14)
"""Long enough to find out that the older program is wanted back."""


def drop_copies(database: Path, before: datetime | None = None) -> tuple[Path, ...]:
    """Remove the copies that were saved before a database was changed, of before this time or all; give those removed.

    They lack what was written since, and hold the words that were blanked since.
    """
    with wrapped():
        found = sorted(database.parent.glob(f"{database.stem}{OLDER}*{database.suffix}"))
        gone = tuple(file for file in found if before is None or _saved_at(file) < before)
        for file in gone:
            file.unlink(missing_ok=True)
        return gone


def _saved_at(file: Path) -> datetime:
    return datetime.fromtimestamp(file.stat().st_mtime, UTC)
