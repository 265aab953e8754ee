"""`mysam chat`: find the group and a place for its record, and let somebody talk."""

from __future__ import annotations

import asyncio
import sys
import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from bot.app import open_desk
from bot.config import Settings, database_in
from bot.demonstration import demonstration
from bot.misuse import GroupFileError
from bot.screen import Screen
from bot.terminal import Chat, Clock
from handlers.groups.founding import Founding, found_groups
from handlers.groups.keys import FoundingError
from meetings.facts import GroupFounded
from meetings.language import Language, texts_for
from meetings.record import Record

_ZONE = ZoneInfo("Europe/Stockholm")


def chat(settings: Settings, *, group: Path | None, data: Path | None, clock: datetime | None) -> None:
    """Let somebody talk with the bot in the terminal; raises MysamError and OSError.

    `group` describes the group to talk in, else it is the demonstration's; `data` is where to keep everything, else it
    is gone afterwards; `clock` is where a clock that one moves oneself begins, local time when it has no zone.
    """
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    described = _describe(group, clock, settings.language)
    zone = _found(described, datetime.now(UTC), group)[1]
    start = clock.replace(tzinfo=clock.tzinfo or zone).astimezone(UTC) if clock else None
    founding, _ = _found(described, start or datetime.now(UTC), group)
    with TemporaryDirectory(prefix="mysam-") as temporary:
        place = data or settings.data or Path(temporary)
        place.mkdir(parents=True, exist_ok=True)
        told = "gone" if str(place) == temporary else "kept"
        url = database_in(place)
        if settings.database_url and not data:
            url, told = settings.database_url, "elsewhere"
        asyncio.run(_sit(url, place, told, founding, Clock(start)))


async def _sit(url: str, place: Path, told: str, founding: Founding, clock: Clock) -> None:
    async with open_desk(url, serves=True) as desk:
        if founding.group_id not in await desk.groups():
            await desk.found(founding.group_id, founding.facts, Screen.name, (founding.channel,))
        record = await desk.record(founding.group_id)
        screen = Screen(record.group.language, place)
        screen.line(f"{record.group.name}  {record.group.channel}", "bold")
        screen.say(told, place=place)
        coming = record.coming(clock.now().astimezone(record.group.zone).date())
        if coming:
            texts = texts_for(record.group.language)
            screen.say("next", when=texts.date_time_range(coming[0].date, coming[0].start, coming[0].end))
        await Chat(desk, screen, clock, founding.group_id).run(_first(record))


def _first(record: Record) -> str:
    """Give the account of whoever writes for the group, since that one has most to try."""
    able = (person.account for person in (*record.coordinators, *record.members) if person.account)
    return next(able, "?")


def _describe(path: Path | None, clock: datetime | None, language: Language) -> Mapping[str, Any]:
    if path is None:
        moment = clock or datetime.now(UTC)
        return demonstration(moment.astimezone(_ZONE) if moment.tzinfo else moment, language)
    try:
        return tomllib.loads(path.read_bytes().decode())
    except (ValueError, RecursionError) as error:
        raise GroupFileError(f"{path} är inte riktig TOML: {error}.", f"{path} is not proper TOML: {error}.") from error


def _found(described: Mapping[str, Any], at: datetime, path: Path | None) -> tuple[Founding, ZoneInfo]:
    """Give the first group described, and its zone."""
    try:
        foundings = found_groups(described, at)
    except FoundingError as error:
        raise GroupFileError(
            f"{path} går inte att använda:\n{error.text('sv')}", f"{path} cannot be used:\n{error.text('en')}"
        ) from error
    settings = [fact.settings for founding in foundings for fact in founding.facts if isinstance(fact, GroupFounded)]
    if not settings:
        raise GroupFileError(f"{path} beskriver ingen grupp.", f"{path} describes no group.")
    return foundings[0], settings[0].zone
