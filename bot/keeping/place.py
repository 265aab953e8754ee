"""Where everything is kept, and which group is meant."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from bot.app import open_database
from bot.config import Settings, database_in
from bot.misuse import GroupFileError
from meetings.slug import slug
from meetings.words import fold
from storage.database import Database
from storage.errors import MissingDatabase
from storage.integrity import sqlite_file
from storage.store import Group, Store

LOG = "webchat.db"


@dataclass(frozen=True)
class Place:
    """Where the record is, and the web chat's own log; `file` is the record's when it is a SQLite database."""

    url: str
    log: Path
    file: Path | None


def place_of(settings: Settings, data: str) -> Place:
    """Give where `mysam run` keeps everything when it is started with these settings, or what `data` names."""
    folder = settings.data or Path(platformdirs.user_data_dir("mysam", appauthor=False))
    if "://" in data:
        url = data
    elif data:
        folder, url = Path(data), database_in(Path(data))
    else:
        url = settings.database_url or database_in(folder)
    file = sqlite_file(url)
    if file is not None and "://" in data:
        folder = file.parent
    return Place(url, folder / LOG, file)


@asynccontextmanager
async def kept_at(place: Place) -> AsyncIterator[Database]:
    """Open the database there; raises MissingDatabase when nothing was ever kept, and StorageError."""
    if place.file is not None and not place.file.exists():
        raise MissingDatabase(place.file)
    async with open_database(place.url) as database:
        yield database


async def group_named(name: str, store: Store) -> Group:
    """Find a group by its id, its name, or a part of that. Raises GroupFileError when no one group is meant."""
    groups = await store.groups()
    exact = [group for group in groups if name in (group.id, group.slug) or fold(group.name) == fold(name)]
    found = exact or [group for group in groups if slug(name) and slug(name) in slug(group.name)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(group.name for group in groups) or "–"
    raise GroupFileError(f"{name} är ingen av grupperna: {known}", f"{name} is none of the groups: {known}")
