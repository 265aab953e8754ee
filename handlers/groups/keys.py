"""Read a file's keys one by one, and gather everything that is wrong with them instead of stopping at the first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from meetings.errors import MysamError
from meetings.language import Language
from meetings.text import line

_SENTENCES: Mapping[str, tuple[str, str]] = {
    "missing": ("uppgiften saknas", "this is missing"),
    "unknown": ("nyckeln finns inte", "there is no such key"),
    "not_table": ("ska vara en tabell", "must be a table"),
    "not_list": ("ska vara en lista", "must be a list"),
    "not_text": ("ska vara en text", "must be a text"),
    "not_flag": ("ska vara true eller false", "must be true or false"),
    "not_number": ("ska vara ett heltal, minst 1", "must be a whole number, at least 1"),
    "not_lead": (
        "ska vara ett heltal från 1 till {most}, eller false",
        "must be a whole number from 1 to {most}, or false",
    ),
    "not_day": ("{value} är inget datum (skriv 2026-03-23)", "{value} is no date (write 2026-03-23)"),
    "not_clock": ("{value} är inget klockslag (skriv 13:00)", "{value} is no time of day (write 13:00)"),
    "not_choice": ("{value} finns inte att välja; det här finns: {choices}", "{value} is not one of {choices}"),
    "not_zone": ("{value} är ingen tidszon (skriv Europe/Stockholm)", "{value} is no zone (write Europe/Stockholm)"),
    "not_channel": ("{value} är ingen kanal (skriv #namn)", "{value} is no channel (write #name)"),
    "no_letters": ("namnet måste ha någon bokstav a–ö eller siffra", "the name must have some letter a–z or figure"),
    "person_twice": ("{value} finns redan bland medlemmarna", "{value} is among the members already"),
    "meeting_twice": ("samma möte finns redan i listan", "the same meeting is in the list already"),
    "no_start": ("har en sluttid men ingen starttid", "has an end but no start"),
    "ends_first": ("slutar {end} men börjar {start}", "ends at {end} but begins at {start}"),
    "group_twice": ("en annan grupp i filen heter också {value}", "another group in the file is also called {value}"),
    "both_forms": ("skriv antingen group eller groups, inte båda", "write either group or groups, not both"),
    "no_group": ("filen beskriver ingen grupp", "the file describes no group"),
    "several_groups": ("filen beskriver flera grupper, inte en", "the file describes several groups, not one"),
}

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})", re.ASCII)


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: at which key (`members[2].capacity`, counted from 1), and what."""

    path: str
    wrong: str
    told: Mapping[str, str] = field(default_factory=dict)

    def text(self, language: Language = "sv") -> str:
        """Say it in one line."""
        swedish, english = _SENTENCES[self.wrong]
        return f"{self.path}: {(swedish if language == 'sv' else english).format(**self.told)}"


class FoundingError(MysamError):
    """What is written about a group cannot stand; `faults` holds every reason."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(fault.text("en") for fault in self.faults))

    def text(self, language: Language = "sv") -> str:
        """Say all that is wrong, one line for each."""
        return "\n".join(fault.text(language) for fault in self.faults)


class Table:
    """One table of the file. A value of the wrong kind is noted among the faults and read as if it were not there."""

    def __init__(self, data: object, path: str, faults: list[Fault], known: Iterable[str]) -> None:
        self.path = path
        self.faults = faults
        self._data: Mapping[str, Any] = {}
        self._is_wrong = False
        if not isinstance(data, Mapping):
            self.fault("not_table")
            # What it lacks as well needs no telling.
            self._is_wrong = True
            return
        self._data = data
        for key in data:
            if key not in known:
                self.fault("unknown", key)

    def fault(self, wrong: str, key: str = "", **told: object) -> None:
        """Note that something is wrong with the table, or with one of its keys."""
        if self._is_wrong:
            return
        path = ".".join(part for part in (self.path, key) if part)
        self.faults.append(Fault(path, wrong, {name: str(value) for name, value in told.items()}))

    def has(self, key: str) -> bool:
        """Tell whether the key is there."""
        return key in self._data

    def text(self, key: str, *, required: bool = False) -> str | None:
        """Read a text on one line; an empty one is none."""
        value = self._data.get(key)
        if value is not None and not isinstance(value, str):
            self.fault("not_text", key)
            return None
        text = line(value) if value else ""
        if required and not text:
            self.fault("missing", key)
        return text or None

    def flag(self, key: str, default: bool) -> bool:
        """Read a yes or no."""
        value = self._data.get(key, default)
        if isinstance(value, bool):
            return value
        self.fault("not_flag", key)
        return default

    def number(self, key: str) -> int | None:
        """Read a whole number from 1 up."""
        value = self._data.get(key)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
            return value
        self.fault("not_number", key)
        return None

    def choice(self, key: str, choices: Iterable[str], default: str) -> str:
        """Read one of some words."""
        offered = tuple(choices)
        value = self._data.get(key, default)
        if value in offered:
            return str(value)
        self.fault("not_choice", key, value=value, choices=", ".join(offered))
        return default

    def day(self, key: str, *, required: bool = False) -> date | None:
        """Read a date, written as TOML's own or as a text."""
        value = self._data.get(key)
        if value is None:
            if required:
                self.fault("missing", key)
            return None
        day = as_day(value)
        if day is None:
            self.fault("not_day", key, value=value)
        return day

    def clock(self, key: str) -> time | None:
        """Read a time of day, written as TOML's own or as a text."""
        value = self._data.get(key)
        if value is None:
            return None
        if isinstance(value, time):
            return value.replace(second=0, microsecond=0)
        found = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
        if found and int(found[1]) < 24 and int(found[2]) < 60:
            return time(int(found[1]), int(found[2]))
        self.fault("not_clock", key, value=value)
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts."""
        value = self._data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self.fault("not_list", key)
            return ()
        return tuple(text for text in map(line, value) if text)

    def rows(self, key: str, known: Iterable[str]) -> list[Table]:
        """Read a list of tables."""
        value = self._data.get(key, [])
        path = f"{self.path}.{key}" if self.path else key
        if not isinstance(value, list):
            self.fault("not_list", key)
            return []
        names = tuple(known)
        return [Table(row, f"{path}[{number}]", self.faults, names) for number, row in enumerate(value, 1)]

    def raw(self, key: str) -> Any:
        """Give what stands at the key as it is, None when nothing does."""
        return self._data.get(key)


def as_day(value: object) -> date | None:
    """Read a date from TOML's own, or from a text like 2026-03-23; None when it is neither."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _DAY.fullmatch(value.strip()):
        return None
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        return None
