"""Put a backup back in a SQLite database's place: looked over first, what was there kept aside, and nothing sent."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from storage.backup import companion, on_disk
from storage.errors import MissingDatabase, wrapped
from storage.integrity import check
from storage.migrate import migrate

_LOG = ("-wal", "-shm")


@dataclass(frozen=True)
class Restored:
    """What was put back, and where that which was there before is now; None when there was nothing."""

    aside: Path | None
    log_aside: Path | None
    with_log: bool


def restore(database: Path, log: Path, backup: Path, at: datetime, settle: Callable[[str], None]) -> Restored:
    """Put a backup, and the web chat's log if it was saved with it, where the database is. Whoever calls holds it.

    The backup is brought up to this program's tables and handed to `settle` by its address before it takes the
    database's place, so that nobody can begin to send from it. Raises MissingDatabase, BrokenFile, UnknownDatabase and
    DatabaseUnavailable; then what was there is as it was.
    """
    check(backup, thorough=True)
    saved_log = companion(backup)
    with_log = saved_log.is_file()
    if with_log:
        check(saved_log, thorough=True)
    stamp = f"before-restore-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    with wrapped():
        ready = _copied(backup, database)
        try:
            url = f"sqlite:///{ready}"
            migrate(url, saves_copy=False)
            settle(url)
            _fold_log_in(ready)
            log_aside = _replaced(_copied(saved_log, log), log, stamp) if with_log else None
            return Restored(_replaced(ready, database, stamp), log_aside, with_log)
        finally:
            for ending in ("", *_LOG):
                ready.with_name(ready.name + ending).unlink(missing_ok=True)


def _copied(source: Path, beside: Path) -> Path:
    if not source.is_file():
        raise MissingDatabase(source)
    copy = beside.with_name(f".{beside.name}.{uuid4().hex}")
    copy.touch(mode=0o600)
    shutil.copyfile(source, copy)
    return copy


def _replaced(ready: Path, place: Path, stamp: str) -> Path | None:
    """Put a file in the place of another, which is kept beside under a name of its own."""
    on_disk(ready)
    aside = None
    if place.exists():
        aside = place.with_name(f"{place.stem}-{stamp}{place.suffix}")
        with suppress(sqlite3.Error):  # a damaged file keeps its log
            _fold_log_in(place)
        # The name stays with what was there until the new file takes it over: there is always a whole database there.
        _linked(place, aside)
        for ending in _LOG:
            # A log must not be met by another file than its own: it would be written into that.
            with suppress(FileNotFoundError):
                place.with_name(place.name + ending).replace(aside.with_name(aside.name + ending))
    ready.replace(place)
    on_disk(place.parent)
    return aside


def _linked(file: Path, name: Path) -> None:
    try:
        os.link(file, name)
    except OSError:  # not every file system can
        name.touch(mode=0o600)
        shutil.copyfile(file, name)


def _fold_log_in(file: Path) -> None:
    """Write what is in a file's log into the file, and let the log go."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
