"""Save everything that is kept, beside a bot that runs: whole and looked over, or not at all. No backup holds a key."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import URL

from storage.errors import DiskFull, MissingProgram, NotBackedUp, wrapped
from storage.integrity import check, reading

_STAMP = "%Y%m%dT%H%M%SZ"
_STAMPED = r"-\d{8}T\d{6}Z"
COMPANION = "-webchat.db"


def target(to: Path, stem: str, suffix: str, at: datetime) -> Path:
    """Give the file to save in: `to` when it is named like a file, else one in that folder named by the time."""
    if to.suffix and not to.is_dir():
        return to
    return to / f"{stem}-{at.astimezone(UTC):{_STAMP}}{suffix}"


def companion(backup: Path) -> Path:
    """Give the file beside a backup that the web chat's own log is saved in."""
    return backup.with_name(f"{backup.stem}{COMPANION}")


def save(database: Path, to: Path, *, replaces: bool = False) -> None:
    """Save a SQLite file as it stands at one moment, without what was erased in it, and look the copy over.

    Raises NotBackedUp when there is something at `to` that it does not replace, MissingDatabase, BrokenFile, and
    DatabaseUnavailable.
    """
    with _unfinished(to, replaces=replaces) as copy:
        # SQLite itself tells of an error, but not of which, when there is no room at all.
        if database.is_file() and shutil.disk_usage(copy.parent).free < database.stat().st_size // 2:
            raise DiskFull(f"There is no room for a copy of {database} in {copy.parent}.")
        with closing(reading(database)) as connection:
            # Unlike a copy of the file this has what is still in the log, and none of the bytes that nothing owns.
            connection.execute("PRAGMA query_only=OFF")
            connection.execute("VACUUM INTO ?", (str(copy),))
        check(copy, thorough=True)


def dump(url: URL, to: Path) -> None:
    """Save a PostgreSQL database with `pg_dump -Fc`. Raises MissingProgram, and NotBackedUp with what it said."""
    program = shutil.which("pg_dump")
    if program is None:
        raise MissingProgram("pg_dump")
    # The password goes another way than the arguments, which everybody on the machine can see.
    secret = {"PGPASSWORD": str(url.password)} if url.password else {}
    place = url.set(drivername="postgresql", password=None).render_as_string()
    with _unfinished(to) as copy:
        done = subprocess.run(
            [program, "--format=custom", "--no-password", f"--file={copy}", f"--dbname={place}"],
            env={**os.environ, **secret},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise NotBackedUp(" ".join(done.stderr.split()) or f"pg_dump: {done.returncode}")


def rotate(folder: Path, stem: str, suffix: str, keep: int) -> tuple[Path, ...]:
    """Remove all but the newest `keep` of the backups that were named by their time; give those removed."""
    pattern = re.compile(rf"({re.escape(stem)}{_STAMPED})(?:{re.escape(COMPANION)}|{re.escape(suffix)})")
    found = [(match[1], file) for file in folder.iterdir() if (match := pattern.fullmatch(file.name))]
    newest = sorted({name for name, _ in found}, reverse=True)[:keep]
    gone = tuple(sorted(file for name, file in found if name not in newest))
    for file in gone:
        file.unlink()
    return gone


@contextmanager
def _unfinished(to: Path, *, replaces: bool = False) -> Iterator[Path]:
    """Give a name to write to for a while; the file gets its own once it is whole and on the disk, or is removed."""
    with wrapped():
        to.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if to.exists() and not replaces:
            raise NotBackedUp(f"{to} is there already")
        copy = to.with_name(f".{to.name}.{uuid4().hex}")
        try:
            # What a group says is for nobody else on the machine.
            copy.touch(mode=0o600)
            yield copy
            on_disk(copy)
            copy.replace(to)
            on_disk(to.parent)
        finally:
            copy.unlink(missing_ok=True)


def on_disk(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    if path.is_dir() and os.name == "nt":
        return  # a folder cannot be opened there, and needs no such thing
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
