"""`mysam group`: load groups from a file, all of it or nothing, and show how a group is set up."""

from __future__ import annotations

import asyncio
import tomllib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.app import open_desk
from bot.config import Settings, database_in
from bot.desk import Desk
from bot.misuse import GroupFileError
from documents.text import to_text
from handlers.groups.founding import Founding, found_groups
from handlers.groups.keys import FoundingError
from handlers.groups.roster import roster_document
from handlers.groups.settings_shown import settings_document
from handlers.groups.toml_lines import line_of, lines_of
from meetings.facts import GroupFounded
from meetings.language import texts_for
from meetings.record import Record
from meetings.slug import slug
from meetings.words import fold


def load(settings: Settings, path: Path, place: str, platform: str) -> None:
    """Set up the groups that a file describes; raises GroupFileError with every fault in it, and OSError.

    `place` names a database or a folder. Nothing is kept unless the whole file can be.
    """
    foundings = read_groups(path, datetime.now(UTC))
    asyncio.run(_load(foundings, path, url_of(settings, place), platform))
    for founding in foundings:
        told = {"sv": "Gruppen är upplagd", "en": "The group is set up"}
        print(f"{told[settings.language]}: {_name(founding)} ({founding.group_id}), {founding.channel}")


def show(settings: Settings, name: str, place: str) -> None:
    """Print how a group is set up and who is in it; raises GroupFileError when no one group goes by the name."""
    print(asyncio.run(_show(name, url_of(settings, place), settings)))


def read_groups(path: Path, at: datetime) -> tuple[Founding, ...]:
    """Read the groups that a file describes; raises GroupFileError with the line of every fault, and OSError."""
    try:
        text = path.read_bytes().decode()
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise GroupFileError(f"{path} är inte riktig TOML: {error}.", f"{path} is not proper TOML: {error}.") from error
    try:
        foundings = found_groups(data, at)
    except FoundingError as error:
        lines = lines_of(text)
        placed = ((line_of(fault.path, lines), fault) for fault in error.faults)
        told = sorted(placed, key=lambda pair: pair[0])
        swedish = "\n".join(f"  rad {line}: {fault.text('sv')}" for line, fault in told)
        english = "\n".join(f"  line {line}: {fault.text('en')}" for line, fault in told)
        raise GroupFileError(
            f"{path} går inte att använda:\n{swedish}", f"{path} cannot be used:\n{english}"
        ) from error
    if not foundings:
        raise GroupFileError(f"{path} beskriver ingen grupp.", f"{path} describes no group.")
    return foundings


def url_of(settings: Settings, place: str) -> str:
    """Give the address of the database meant: the one named, the one in the folder named, else that of the settings."""
    if "://" in place:
        return place
    folder = Path(place) if place else settings.data
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        return database_in(folder)
    if settings.database_url:
        return settings.database_url
    raise GroupFileError(
        "Säg var gruppen finns: --data MAPP, eller DATABASE_URL i miljön.",
        "Say where the group is kept: --data FOLDER, or DATABASE_URL in the environment.",
    )


async def _load(foundings: Sequence[Founding], path: Path, url: str, platform: str) -> None:
    async with open_desk(url) as desk:
        there = set(await desk.groups())
        taken = [founding.group_id for founding in foundings if founding.group_id in there]
        if taken:
            names = ", ".join(taken)
            raise GroupFileError(f"{path}: finns redan: {names}. Inget är inläst.", f"{path}: there already: {names}.")
        await desk.found_all(foundings, platform)


async def _show(name: str, url: str, settings: Settings) -> str:
    async with open_desk(url) as desk:
        record = await _named(name, desk)
        texts = texts_for(settings.language)
        today = datetime.now(UTC).astimezone(record.group.zone).date()
        coming = [texts.date_time_range(meeting.date, meeting.start, meeting.end) for meeting in record.coming(today)]
        parts = (settings_document(record, today, texts), roster_document(record, texts))
        return "\n\n".join((*(to_text(part) for part in parts), *(f"- {when}" for when in coming)))


async def _named(name: str, desk: Desk) -> Record:
    records = {id: await desk.record(id) for id in await desk.groups()}
    exact = [r for id, r in records.items() if id in (name, slug(name)) or fold(r.group.name) == fold(name)]
    found = exact or [record for record in records.values() if fold(name) and fold(name) in fold(record.group.name)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(record.group.name for record in records.values()) or "–"
    raise GroupFileError(f"{name} är ingen av grupperna: {known}", f"{name} is none of the groups: {known}")


def _name(founding: Founding) -> str:
    named = (fact.settings.name for fact in founding.facts if isinstance(fact, GroupFounded))
    return next(named, founding.group_id)
