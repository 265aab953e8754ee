"""Read a transcript: the groups it sets up, and line by line what reaches the bot, from whom, where and when."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.misuse import TranscriptError
from bot.platform import Author, Deleted, Edited, Event, Reacted, Written
from handlers.groups.founding import Founding, found_groups
from handlers.groups.keys import FoundingError
from meetings.facts import GroupFounded
from meetings.language import Language

DEFAULT_ZONE = ZoneInfo("Europe/Stockholm")
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
"""When the groups of a transcript without any line are set up."""

_FENCE = "+++"
DIRECT = "DM"
_SEPARATOR = " | "

_STAMP = re.compile(r"(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})", re.ASCII)
_ON = re.compile(r"\[(?P<form>ändrar|raderar|reaktion) (?P<id>[^\]\s]+)\](?: |$)(?P<rest>.*)", re.DOTALL)
_THREAD = re.compile(r"\[svar (?P<id>[^\]\s]+)\](?: |$)(?P<rest>.*)", re.DOTALL)
_FILE = re.compile(r"\[bilaga (?P<name>[^\]]+)\](?: |$)(?P<rest>.*)", re.DOTALL)
_PAUSE = re.compile(r"\[klocka\]\s*")
_ESCAPE = re.compile(r"\\([n\\])")

_REASONS: Mapping[str, tuple[str, str]] = {
    "encoding": ("raden är inte UTF-8", "the line is not UTF-8"),
    "fields": ("raden ska ha fem fält: id | tid | var | vem | text", "the fields are id | time | where | who | text"),
    "no_id": ("meddelandet har inget id", "the message has no id"),
    "id_twice": ("id {value} är redan använt", "the id {value} is used already"),
    "stamp": ("tiden ska skrivas ÅÅÅÅ-MM-DD TT:MM", "the time is written YYYY-MM-DD HH:MM"),
    "where": ("var ska vara #kanal eller DM", "where is a #channel or DM"),
    "no_author": ("det står inte vem som skriver", "it does not say who writes"),
    "empty": ("meddelandet är tomt", "the message is empty"),
    "unknown_message": ("det finns inget meddelande {value}", "there is no message {value}"),
}  # fmt: skip


@dataclass(frozen=True)
class Broken:
    """A line that cannot be played, counted from the top of the file, and why."""

    number: int
    reason: str
    value: str = ""

    def text(self, language: Language = "sv") -> str:
        """Say it in one line."""
        swedish, english = _REASONS[self.reason]
        if language == "en":
            return f"line {self.number} is skipped: {english.format(value=self.value)}"
        return f"rad {self.number} hoppas över: {swedish.format(value=self.value)}"


@dataclass(frozen=True)
class Step:
    """One line: the moment it carries, and the event that then reaches the bot; None when only time passes.

    The moment is the line's stamp and as many microseconds as the line's number, so that lines written in the same
    minute keep their order.
    """

    at: datetime
    event: Event | None


@dataclass(frozen=True)
class Transcript:
    """A transcript as read: what sets up its groups, what happens, and what could not be read."""

    header: Mapping[str, Any]
    zones: Mapping[str, ZoneInfo]
    steps: tuple[Step, ...]
    broken: tuple[Broken, ...]

    def foundings(self) -> tuple[Founding, ...]:
        """Give the foundings of the groups in the header, in effect before the first message was written."""
        first = min((step.at for step in self.steps), default=BEGINNING)
        return found_groups(self.header, first.replace(second=0, microsecond=0))

    def zone(self, conversation: str) -> ZoneInfo:
        """Give the zone whose local time is used in a conversation: its group's, else the first group's."""
        return _zone(self.zones, conversation)


def read(content: bytes) -> Transcript:
    """Read a transcript; raises TranscriptError when its header cannot be used. Broken lines are listed."""
    lines = content.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    header, begin = _header(lines)
    zones = _zones(header)
    reader = _Reader(zones)
    for number, raw in enumerate(lines[begin:], begin + 1):
        reader.take(number, raw)
    return Transcript(header, zones, tuple(reader.steps), tuple(reader.broken))


def _header(lines: Sequence[bytes]) -> tuple[Mapping[str, Any], int]:
    """Give the front matter, and the index of the line after it."""
    first = next((n for n, line in enumerate(lines) if line.strip() and not line.startswith(b"# ")), None)
    if first is None or lines[first].count(_SEPARATOR.encode()) >= 4:
        return {}, 0
    if lines[first].strip() != _FENCE.encode():
        raise TranscriptError(
            f"Rad {first + 1}: filen ska börja med en rad {_FENCE}.",
            f"Line {first + 1}: the file must begin with a line {_FENCE}.",
        )
    last = next((n for n, line in enumerate(lines[first + 1 :], first + 1) if line.strip() == _FENCE.encode()), None)
    if last is None:
        raise TranscriptError(
            f"Filens huvud slutar aldrig: det saknas en rad {_FENCE}.",
            f"The file's header never ends: a line {_FENCE} is missing.",
        )
    try:
        # Empty lines in place of what stands above make the error count from the top of the file.
        text = "\n" * (first + 1) + b"\n".join(lines[first + 1 : last]).decode()
        return tomllib.loads(text.replace("\r", "")), last + 1
    except (ValueError, RecursionError) as error:
        raise TranscriptError(
            f"Filens huvud är inte riktig TOML: {error}.", f"The file's header is not proper TOML: {error}."
        ) from error


def _zones(header: Mapping[str, Any]) -> dict[str, ZoneInfo]:
    try:
        foundings = found_groups(header, BEGINNING)
    except FoundingError as error:
        raise TranscriptError(
            f"Filens huvud går inte att använda:\n{error.text('sv')}",
            f"The file's header cannot be used:\n{error.text('en')}",
        ) from error
    zones: dict[str, ZoneInfo] = {}
    for founding in foundings:
        for fact in founding.facts:
            if isinstance(fact, GroupFounded):
                zones.setdefault(founding.channel, fact.settings.zone)
    return zones


def _zone(zones: Mapping[str, ZoneInfo], conversation: str) -> ZoneInfo:
    return zones.get(conversation) or next(iter(zones.values()), DEFAULT_ZONE)


class _Reader:
    """Reads line by line. It remembers the messages, because what changes one carries its place and time."""

    def __init__(self, zones: Mapping[str, ZoneInfo]) -> None:
        self.steps: list[Step] = []
        self.broken: list[Broken] = []
        self._zones = zones
        self._ids: set[str] = set()
        self._messages: dict[str, Written] = {}

    def take(self, number: int, raw: bytes) -> None:
        try:
            line = raw.removesuffix(b"\r").decode()
        except UnicodeDecodeError:
            self._skip(number, "encoding")
            return
        if not line.strip() or line == "#" or line.startswith("# "):
            return
        fields = _fields(line)
        if fields is None:
            self._skip(number, "fields")
            return
        id_, stamp, where, who, text = fields
        at = _moment(stamp, _zone(self._zones, where), number)
        if at is None:
            self._skip(number, "stamp")
        elif not id_:
            self._skip(number, "no_id")
        elif id_ in self._ids:
            self._skip(number, "id_twice", id_)
        elif _PAUSE.fullmatch(text):
            self._ids.add(id_)
            self.steps.append(Step(at, None))
        elif where != DIRECT and (not where.startswith("#") or len(where) == 1):
            self._skip(number, "where")
        elif not who:
            self._skip(number, "no_author")
        else:
            event = self._event(number, id_, at, where, who, text)
            if event is not None:
                self._ids.add(id_)
                self.steps.append(Step(at, event))

    def _event(self, number: int, id_: str, at: datetime, where: str, who: str, text: str) -> Event | None:
        author = Author(account=who, name=who)
        on = _ON.fullmatch(text)
        if on is None:
            return self._written(number, id_, at, where, author, text)
        message = self._messages.get(on["id"])
        if message is None:
            self._skip(number, "unknown_message", on["id"])
            return None
        place, private, rest = message.conversation, message.private, _unescape(on["rest"])
        if on["form"] == "raderar":
            del self._messages[on["id"]]
            return Deleted(place, author, message.id, at, event=id_, private=private)
        if not rest.strip():
            self._skip(number, "empty")
            return None
        if on["form"] == "reaktion":
            return Reacted(place, author, message.id, rest.strip(), at, event=id_, private=private)
        return Edited(
            conversation=place,
            author=author,
            id=message.id,
            at=message.at,
            edited_at=at,
            text=rest,
            event=id_,
            private=private,
            thread=message.thread,
            files=message.files,
        )

    def _written(self, number: int, id_: str, at: datetime, where: str, author: Author, text: str) -> Written | None:
        thread, files = None, []
        in_thread = _THREAD.fullmatch(text)
        if in_thread:
            thread, text = in_thread["id"], in_thread["rest"]
        while attached := _FILE.fullmatch(text):
            files.append(attached["name"].strip())
            text = attached["rest"]
        if not text.strip() and not files:
            self._skip(number, "empty")
            return None
        private = where == DIRECT
        # Each person's talk with the bot is a conversation of its own.
        place = f"{DIRECT} {author.account}" if private else where
        written = Written(place, author, id_, at, _unescape(text), private, thread, tuple(files))
        self._messages[id_] = written
        return written

    def _skip(self, number: int, reason: str, value: str = "") -> None:
        self.broken.append(Broken(number, reason, value))


def _fields(line: str) -> tuple[str, str, str, str, str] | None:
    parts = line.split(_SEPARATOR, 4)
    if len(parts) == 4 and parts[3].endswith(" |"):
        # An editor has taken away the space that ends a line without a text.
        parts = [*parts[:3], parts[3].removesuffix(" |"), ""]
    if len(parts) != 5:
        return None
    id_, stamp, where, who = (part.strip() for part in parts[:4])
    return id_, stamp, where, who, parts[4]


def _moment(stamp: str, zone: ZoneInfo, number: int) -> datetime | None:
    found = _STAMP.fullmatch(stamp)
    if found is None:
        return None
    year, month, day, hour, minute = (int(part) for part in found.groups())
    try:
        local = datetime(year, month, day, hour, minute, tzinfo=zone)
        return local.astimezone(UTC) + timedelta(microseconds=number)
    except (ValueError, OverflowError):
        return None


def _unescape(text: str) -> str:
    return _ESCAPE.sub(lambda found: "\n" if found[1] == "n" else "\\", text)
