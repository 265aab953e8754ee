"""What can go wrong with what is kept: the drivers' errors become these at the seam.

StorageError
├── BadAddress              a database address that cannot be used
├── DatabaseUnavailable     no connection, locked for too long, disk full …: may go better later
├── UnknownDatabase         the database was made by a newer program, or by another one
├── BrokenDatabase          rows that contradict each other, or a file that is not what was published
├── MissingKey              something is sealed, or is to be, and no key is there
├── BadKey                  what should be a key is none
├── WrongKey                something was sealed with a key that is not among those that are there
├── UnknownGroup            no such group is kept
├── Conflict                something with this key is kept already
├── VersionMoved            the group's record grew since it was read: fold again and redo
└── AlreadySeen             the event had its effect before

None of them carries what people wrote: a driver's message may quote the row it is about, so those are not passed on.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

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


class StorageError(MysamError):
    """The root of what can go wrong in storage."""


class BadAddress(StorageError):
    """A database address that cannot be used."""


class DatabaseUnavailable(StorageError):
    """The database cannot be reached or used now; it may go better later."""


class UnknownDatabase(StorageError):
    """The database is of a revision that this program does not know; `revision` is None when it has none at all."""

    def __init__(self, revision: str | None) -> None:
        self.revision = revision
        what = f"is of revision {revision}, which" if revision else "holds tables that"
        super().__init__(f"The database {what} this program does not know. A newer program, or another one, made it.")


class BrokenDatabase(StorageError):
    """What is kept contradicts itself."""


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
    except (OperationalError, InterfaceError) as error:
        raise DatabaseUnavailable(f"{_kind(error)}: {error.orig}") from None
    except (ProgrammingError, InternalError) as error:
        raise StorageError(f"{_kind(error)}: {error.orig}") from None
    except SQLAlchemyError as error:
        raise StorageError(_kind(error)) from None
    except (sqlite3.Error, OSError) as error:
        raise DatabaseUnavailable(f"{type(error).__name__}: {error}") from None


def _kind(error: SQLAlchemyError) -> str:
    original = error.orig if isinstance(error, DBAPIError) else error
    state = getattr(original, "sqlstate", None) or getattr(original, "sqlite_errorname", None)
    return f"{type(original).__name__} {state}" if state else type(original).__name__
