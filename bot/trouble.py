"""What has gone wrong with what is kept, in words: for whoever runs the program, and for the one who wrote."""

from __future__ import annotations

from bot.misuse import MisuseError
from meetings.errors import MysamError
from meetings.language import Language, texts_for
from storage.errors import (
    AlreadyServed,
    Ambiguous,
    BadKey,
    BrokenFile,
    DatabaseLocked,
    DatabaseUnavailable,
    DiskFull,
    MissingDatabase,
    MissingKey,
    MissingProgram,
    NotBackedUp,
    UnknownDatabase,
    WrongKey,
)

_UNSAVED: tuple[tuple[type[MysamError], str], ...] = (
    (DiskFull, "full"),
    (DatabaseLocked, "locked"),
    (DatabaseUnavailable, "unreachable"),
    (BrokenFile, "broken"),
)


def told(error: MysamError, language: Language) -> str:
    """Say what is wrong, and what to do about it, to whoever runs the program."""
    texts = texts_for(language)
    match error:
        case MisuseError():
            return error.text(language)
        case DiskFull():
            return texts.t("trouble.full")
        case DatabaseLocked():
            return texts.t("trouble.locked")
        case DatabaseUnavailable():
            return texts.t("trouble.unreachable", why=error)
        case AlreadyServed():
            who = texts.t("trouble.process", number=error.process) if error.process else ""
            return texts.t("trouble.served", database=error.database, who=who)
        case MissingDatabase():
            return texts.t("trouble.missing", database=error.database)
        case UnknownDatabase() if error.revision:
            return texts.t("trouble.newer", revision=error.revision)
        case UnknownDatabase():
            return texts.t("trouble.strange")
        case BrokenFile():
            return texts.t("trouble.broken")
        case MissingProgram():
            return texts.t("trouble.no_pg_dump", program=error.program)
        case NotBackedUp():
            return texts.t("trouble.not_saved", why=error)
        case Ambiguous():
            return texts.t("trouble.namesakes", group=error.group, people=", ".join(error.people))
        case MissingKey():
            return texts.t("trouble.no_key")
        case BadKey():
            return texts.t("trouble.bad_key", where=error.where)
        case WrongKey():
            return texts.t("trouble.wrong_key", where=error.where)
    return str(error)


def sorry(error: BaseException, language: Language, reference: str) -> str:
    """Say to the one who wrote that it was not taken down, and whether it helps to try again."""
    why = next((key for kind, key in _UNSAVED if isinstance(error, kind)), None)
    return texts_for(language).t(f"errors.unsaved_{why}" if why else "errors.ours", reference=reference)
