"""How the program logs: one line a record, for machines or for people, and never a word that somebody wrote."""

from __future__ import annotations

import json
import logging
import sys
import threading
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, TextIO

from bot.config import LogForm

ROOMS = ("bot", "handlers", "documents", "storage", "meetings")
_FIELDS = ("group", "message_id", "reference")


def set_up(form: LogForm = "auto", stream: TextIO | None = None) -> None:
    """Send every logger's records to a stream, stderr by default; "auto" is text in a terminal and JSON elsewhere."""
    where = stream or sys.stderr
    handler = logging.StreamHandler(where)
    as_json = form == "json" or form == "auto" and not where.isatty()
    handler.setFormatter(_Json() if as_json else _Text())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for room in ROOMS:
        logging.getLogger(room).setLevel(logging.INFO)
    # Libraries' own levels would open what the root has shut: at DEBUG some write whole bodies.
    for name in ("aiohttp", "slack_bolt", "slack_sdk", "sqlalchemy", "alembic", "asyncio"):
        logging.getLogger(name).setLevel(logging.WARNING)
    # Bolt warns of ways to set it up that are meant here.
    logging.getLogger("slack").setLevel(logging.ERROR)
    logging.captureWarnings(True)
    # A record that cannot be formatted would be printed with its arguments.
    logging.raiseExceptions = False
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread


def failed(
    logger: logging.Logger,
    what: str,
    error: BaseException,
    *,
    group: str | None = None,
    message: str | None = None,
    reference: str | None = None,
) -> None:
    """Log that something failed, with the ids of what it was about, and where the error came from."""
    about = {"group": group, "message": message, "reference": reference}
    told = ", ".join(f"{name} {id}" for name, id in about.items() if id is not None)
    fields = {"group": group, "message_id": message, "reference": reference, "origin": origin(error)}
    logger.error("%s%s", what, f": {told}" if told else "", extra=fields)


def origin(error: BaseException | None) -> str:
    """Tell which errors there were and where they came from, but not in their own words: those may quote a message."""
    told = []
    while error is not None:
        told.append(f"{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}")
        error = error.__cause__ or error.__context__
    return "caused by ".join(told)


def _said(record: logging.LogRecord) -> str:
    """Give a record's message; of another's library only where it was said, since its words may quote a message."""
    if record.name.partition(".")[0] in ROOMS:
        return record.getMessage()
    return f"from {record.module}.{record.funcName}, line {record.lineno}"


def _origin(record: logging.LogRecord) -> str:
    error = record.exc_info[1] if record.exc_info else None
    return origin(error) if error is not None else str(getattr(record, "origin", ""))


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _said(record),
            **{name: getattr(record, name, None) for name in _FIELDS},
            "origin": _origin(record),
        }
        return json.dumps({name: value for name, value in told.items() if value}, ensure_ascii=False)


class _Text(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created).astimezone()
        line = f"{at:%H:%M:%S} {record.levelname} {record.name}: {_said(record)}"
        return "\n".join(filter(None, (line, _origin(record).rstrip())))


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    logging.getLogger("bot").critical("the program failed", exc_info=(kind, error, trace))


def _uncaught_in_thread(arguments: threading.ExceptHookArgs) -> None:
    logging.getLogger("bot").critical("a thread failed", exc_info=arguments.exc_value)
