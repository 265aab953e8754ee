"""Is a SQLite file whole? Looked at when it is about to be served, saved or put back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from storage.database import LOCK_WAIT_MS, address
from storage.errors import BrokenFile, MissingDatabase, wrapped


def sqlite_file(url: str) -> Path | None:
    """Give the file of a SQLite database; None for another engine. Raises BadAddress."""
    where = address(url)
    return Path(where.database) if where.get_backend_name() == "sqlite" and where.database else None


def reading(file: Path) -> sqlite3.Connection:
    """Open a file to read from it, beside whoever writes there. Raises MissingDatabase."""
    if not file.is_file():
        raise MissingDatabase(file)
    connection = sqlite3.connect(file, isolation_level=None, timeout=LOCK_WAIT_MS / 1000)
    connection.execute("PRAGMA query_only=ON")
    return connection


def check(file: Path, *, thorough: bool = False) -> None:
    """See that a SQLite file can be trusted; raises BrokenFile, MissingDatabase, DatabaseUnavailable.

    `thorough` compares every index with its table too, and what rows refer to.
    """
    with wrapped(), closing(reading(file)) as connection:
        faults = connection.execute(f"PRAGMA {'integrity' if thorough else 'quick'}_check(1)").fetchall()
        if faults != [("ok",)]:
            # What it says of the fault may name rows, which nobody needs to see.
            raise BrokenFile(f"{file} is damaged.")
        if thorough and connection.execute("PRAGMA foreign_key_check").fetchone():
            raise BrokenFile(f"{file} holds rows that refer to nothing.")
