"""One program at a time serves a SQLite file: a lock beside it, which the system lets go of when the program ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from storage.database import address
from storage.errors import AlreadyServed, wrapped

if sys.platform == "win32":
    import msvcrt

    # Far behind what is written in the file, since what is locked cannot be read there.
    _PLACE = 1 << 30

    def _lock(file: int) -> None:
        os.lseek(file, _PLACE, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        os.lseek(file, 0, os.SEEK_SET)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def lock_file(database: Path) -> Path:
    """Give the file that is locked while a program serves a database file."""
    return database.with_name(f"{database.name}.lock")


@contextmanager
def held(url: str) -> Iterator[None]:
    """Hold a database for oneself. Raises AlreadyServed when another program does, and DatabaseUnavailable.

    Only a SQLite file is held: PostgreSQL is there for several. What reads, or writes a little, needs no hold.
    """
    where = address(url)
    if where.get_backend_name() != "sqlite" or not where.database:
        yield
        return
    database = Path(where.database)
    # The file stays when it is let go of: taken away, it could be held twice.
    with wrapped():
        file = os.open(lock_file(database), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            _lock(file)
        except OSError:
            raise AlreadyServed(database, _holder(file)) from None
        with suppress(OSError):  # who holds it is only to be told
            os.ftruncate(file, 0)
            os.write(file, str(os.getpid()).encode())
        yield
    finally:
        os.close(file)


def _holder(file: int) -> int | None:
    """Read the number of the process that holds the lock, if it has said so."""
    try:
        return int(os.read(file, 20))
    except (OSError, ValueError):
        return None
