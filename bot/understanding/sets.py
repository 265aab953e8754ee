"""A set of texts as a file: which kind it is, and its rows without what they are judged by."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.misuse import MisuseError

ZONE = ZoneInfo("Europe/Stockholm")


class Kind(StrEnum):
    """What a set asks of each row."""

    DATES = "dates"
    INTENTS = "intents"
    PEOPLE = "people"
    ACTIONS = "actions"
    PERSONAL = "personal"


_TOLD_BY = {"phase": Kind.INTENTS, "query": Kind.PEOPLE, "speaker": Kind.ACTIONS, "now": Kind.DATES}
"""The column that only one kind of set has; looked for in this order."""
_READ = {
    Kind.DATES: ("id", "lang", "text", "now"),
    Kind.INTENTS: ("id", "lang", "phase", "addressed", "speaker_role", "text", "context"),
    Kind.PEOPLE: ("id", "query"),
    Kind.ACTIONS: ("id", "lang", "now", "speaker", "text"),
    Kind.PERSONAL: ("id", "lang", "text"),
}
"""The only columns that are looked at: never the answers expected, nor what is noted about them."""
_MAY_LACK = frozenset({"lang", "context"})


class SetError(MisuseError):
    """A file is no set of texts, or what lies beside it does not describe the group."""


@dataclass(frozen=True)
class TextSet:
    """The rows of a file, each with the columns of its kind."""

    kind: Kind
    rows: tuple[Mapping[str, str], ...]


def read_set(path: Path) -> TextSet:
    """Read a set; raises SetError when the file is none, and OSError."""
    header, *lines = _table(path)
    kind = next((kind for column, kind in _TOLD_BY.items() if column in header), Kind.PERSONAL)
    wanted = _READ[kind]
    missing = [column for column in wanted if column not in header and column not in _MAY_LACK]
    if missing:
        names = ", ".join(missing)
        raise SetError(f"{path}: kolumnen {names} saknas.", f"{path}: the column {names} is missing.")
    rows = []
    for number, cells in enumerate(lines, 2):
        row = dict(zip(header, cells, strict=False))
        if len(cells) < len(header) or not row["id"].strip():
            raise SetError(
                f"{path}, rad {number}: raden har inte alla kolumner, eller inget id.",
                f"{path}, row {number}: the row lacks columns, or has no id.",
            )
        rows.append({column: row.get(column, "") for column in wanted})
    return TextSet(kind, tuple(rows))


def read_rows(path: Path, *columns: str) -> list[dict[str, str]]:
    """Read a table that must have these columns; raises SetError and OSError."""
    header, *lines = _table(path)
    missing = ", ".join(column for column in columns if column not in header)
    if missing:
        raise SetError(f"{path}: kolumnen {missing} saknas.", f"{path}: the column {missing} is missing.")
    return [dict(zip(header, cells, strict=False)) for cells in lines if len(cells) == len(header)]


def read_json(path: Path) -> dict[str, Any]:
    """Read a JSON object; raises SetError and OSError."""
    try:
        data = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise SetError(f"{path} är inte riktig JSON.", f"{path} is not proper JSON.") from error
    if not isinstance(data, dict):
        raise SetError(f"{path} är inget JSON-objekt.", f"{path} is no JSON object.")
    return data


def local_time(text: str, where: str) -> datetime:
    """Read a local time in Stockholm, "2026-03-23T09:00"; raises SetError."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=ZONE)
    except ValueError as error:
        raise SetError(
            f"{where}: {text!r} är ingen tid (skriv 2026-03-23T09:00).",
            f"{where}: {text!r} is no time (write 2026-03-23T09:00).",
        ) from error


def _table(path: Path) -> list[list[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = [cells for cells in csv.reader(file, strict=True) if cells]
    except (ValueError, csv.Error) as error:
        raise SetError(f"{path} är ingen tabell i UTF-8.", f"{path} is no table in UTF-8.") from error
    if not lines or "id" not in lines[0] and "pid" not in lines[0]:
        raise SetError(
            f"{path} börjar inte med en rad som namnger kolumnerna.",
            f"{path} does not begin with a row naming its columns.",
        )
    return lines
