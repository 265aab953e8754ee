"""What can go wrong with what is kept: the drivers' errors become these at the seam.

StorageError
├── BadAddress              a database address that cannot be used
├── DatabaseUnavailable     no connection …: may go better later
│   ├── DatabaseLocked      another program has been writing for too long
│   └── DiskFull            there is no room to write
├── AlreadyServed           another program serves this SQLite file
├── MissingDatabase         no such file
├── UnknownDatabase         the database was made by a newer program, or by another one
├── BrokenDatabase          rows that contradict each other, or a file that is not what was published
│   └── BrokenFile          the database's own file is damaged, or no database at all
├── NotBackedUp             a backup was not made, and nothing of it is left
├── MissingProgram          a program of the database's own is needed and not there
├── MissingKey              something is sealed, or is to be, and no key is there
├── BadKey                  what should be a key is none
├── WrongKey                something was sealed with a key that is not among those that are there
├── UnknownGroup            no such group is kept
├── NotExported             a group's words are only let go of once they were handed out
├── Ambiguous               several people in a group are called so
├── Conflict                something with this key is kept already
├── VersionMoved            the group's record grew since it was read: fold again and redo
└── AlreadySeen             the event had its effect before

None of them carries what people wrote: a driver's message may quote the row it is about, so those are not passed on.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import (
    DBAPIError,
    IntegrityError,
    InterfaceError,
    InternalError,
    OperationalError,
    ProgrammingError,
    SQLAlchemyError,
)

from meetings.errors import MysamError

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class StorageError(MysamError):
    """The root of what can go wrong in storage."""


class BadAddress(StorageError):
    """A database address that cannot be used."""


class DatabaseUnavailable(StorageError):
    """The database cannot be reached or used now; it may go better later."""


class DatabaseLocked(DatabaseUnavailable):
    """Another program has been writing in the database for longer than is waited for."""


class DiskFull(DatabaseUnavailable):
    """There is no room to write; what was to be kept was not, and all that was kept before stands."""


class AlreadyServed(StorageError):
    """Another program serves the SQLite file `database`; `process` is its number if it has told."""

    def __init__(self, database: Path, process: int | None) -> None:
        self.database = database
        self.process = process
        who = f" (process {process})" if process else ""
        super().__init__(f"{database} is served by another program{who}.")


class MissingDatabase(StorageError):
    """There is no file `database`."""

    def __init__(self, database: Path) -> None:
        self.database = database
        super().__init__(f"There is no database {database}.")


class UnknownDatabase(StorageError):
    """The database is of a revision that this program does not know; `revision` is None when it has none at all."""

    def __init__(self, revision: str | None) -> None:
        self.revision = revision
        what = f"is of revision {revision}, which" if revision else "holds tables that"
        super().__init__(f"The database {what} this program does not know. A newer program, or another one, made it.")


class BrokenDatabase(StorageError):
    """What is kept contradicts itself."""


class BrokenFile(BrokenDatabase):
    """The database's own file is damaged, or no database at all."""


class NotBackedUp(StorageError):
    """A backup was not made, and nothing of it is left."""


class MissingProgram(StorageError):
    """A `program` of the database's own is needed and cannot be found."""

    def __init__(self, program: str) -> None:
        self.program = program
        super().__init__(f"{program} is not there.")


class MissingKey(StorageError):
    """Something is sealed, or is to be, and no key is there."""


class BadKey(StorageError):
    """What should hold keys, `where`, does not."""

    def __init__(self, where: str) -> None:
        self.where = where
        super().__init__(f"{where} does not hold keys as `mysam keys new` makes them, one a line.")


class WrongKey(StorageError):
    """Something was sealed with a key that is not among those of `where`."""

    def __init__(self, where: str) -> None:
        self.where = where
        super().__init__(f"What is sealed in the database was sealed with another key than those of {where}.")


class UnknownGroup(StorageError):
    """No such group is kept; `group`."""

    def __init__(self, group: str) -> None:
        self.group = group
        super().__init__(f"no group {group!r}")


class NotExported(StorageError):
    """A group's words are only let go of once they were handed out; `group`."""

    def __init__(self, group: str) -> None:
        self.group = group
        super().__init__(f"group {group!r} was never exported")


class Ambiguous(StorageError):
    """Several people in `group` are called so; `people` are their ids."""

    def __init__(self, group: str, people: tuple[str, ...]) -> None:
        self.group = group
        self.people = people
        super().__init__(f"several people in {group} are called so: {', '.join(people)}")


class Conflict(StorageError):
    """Something with this key is kept already."""


class VersionMoved(StorageError):
    """The group's record is no longer at `expected`; `group`."""

    def __init__(self, group: str, expected: int) -> None:
        self.group = group
        self.expected = expected
        super().__init__(f"group {group!r} is no longer at version {expected}")


class AlreadySeen(StorageError):
    """The event had its effect before; `source`, `event`."""

    def __init__(self, source: str, event: str) -> None:
        self.source = source
        self.event = event
        super().__init__(f"event {event!r} from {source!r} was seen before")


@contextmanager
def wrapped() -> Iterator[None]:
    """Turn what a driver raises inside into a `StorageError`, without the row that its message may quote.

    Messages of connections, locks, disks and statements never quote rows, and are passed on.
    """
    try:
        yield
    except IntegrityError as error:
        raise Conflict(_kind(error)) from None
    except (DBAPIError, sqlite3.Error, OSError) as error:
        raise _named(error) from None
    except SQLAlchemyError as error:
        raise StorageError(_kind(error)) from None


def _named(error: DBAPIError | sqlite3.Error | OSError) -> StorageError:
    """Name what went wrong by the code that the driver gives it, where there is one that tells."""
    original = error.orig if isinstance(error, DBAPIError) else error
    extended = getattr(original, "sqlite_errorcode", 0)
    code = extended & 0xFF
    state = getattr(original, "sqlstate", None)
    told = f"{_kind(error) if isinstance(error, DBAPIError) else type(error).__name__}: {original}"
    # Where there is no room at all, not even the index of SQLite's log can be made.
    if (
        code == sqlite3.SQLITE_FULL
        or extended == sqlite3.SQLITE_IOERR_SHMSIZE
        or state == "53100"
        or getattr(original, "errno", None) in _NO_ROOM
    ):
        return DiskFull(told)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) or state == "55P03":
        return DatabaseLocked(told)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or state in ("XX001", "XX002"):
        return BrokenFile(told)
    if isinstance(error, OperationalError | InterfaceError | sqlite3.Error | OSError):
        return DatabaseUnavailable(told)
    if isinstance(error, ProgrammingError | InternalError):
        return StorageError(told)
    return StorageError(_kind(error))


def _kind(error: SQLAlchemyError) -> str:
    original = error.orig if isinstance(error, DBAPIError) else error
    state = getattr(original, "sqlstate", None) or getattr(original, "sqlite_errorname", None)
    return f"{type(original).__name__} {state}" if state else type(original).__name__
