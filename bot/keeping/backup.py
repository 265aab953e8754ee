"""`mysam backup` and `mysam restore`: everything that is kept, to a file and back again."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from bot.config import Settings
from bot.keeping.place import Place, kept_at, place_of
from bot.keeping.words import Words
from bot.misuse import BackupError
from meetings.due import Matter, to_come
from meetings.facts import Reminded, Said, Source
from meetings.ledger import Ledger
from storage.backup import companion, dump, rotate, save, target
from storage.database import Database, address
from storage.errors import MissingDatabase
from storage.lock import held
from storage.outbox import Outbox
from storage.paused import pause
from storage.restore import restore
from storage.store import Store

STEM = "mysam"
_HAPPENS = (Matter.LAPSE, Matter.CONVENERSHIP_PASSES)
"""What happens to a group whether anybody is told or not, and changes nothing when it has happened before."""


def back_up(settings: Settings, data: str, to: Path | None, keep: int | None) -> None:
    """Save the record, and the web chat's log beside it, and let go of older backups; raises MysamError.

    `to` is a file or a folder, `backups` beside the database when it is not said. Of the backups in a folder the newest
    `keep` stay.
    """
    place, words = place_of(settings, data), Words(settings.language, "data.backup")
    folder = to or place.log.parent / "backups"
    on_sqlite = place.file is not None
    file = target(folder, STEM, ".db" if on_sqlite else ".dump", datetime.now(UTC))
    if keep is not None and file.parent != folder:
        raise BackupError("--keep gäller en mapp; ange den med --to.", "--keep is for a folder; name it with --to.")
    if place.file is not None:
        save(place.file, file)
    else:
        dump(address(place.url), file)
    words.say("saved", file=file)
    if place.log.exists():
        save(place.log, companion(file))
        words.say("saved", file=companion(file))
    if keep is not None:
        for gone in rotate(folder, STEM, file.suffix, keep):
            words.say("gone", file=gone)
    words.say("keys")


def put_back(settings: Settings, data: str, backup: Path | None) -> None:
    """Put a backup in the database's place, so that nothing is sent until somebody says so; raises MysamError.

    Without a backup the database stays what it is, put back by other means, and is only made to wait.
    """
    place, words = place_of(settings, data), Words(settings.language, "data.restore")
    if backup is None:
        asyncio.run(_pause_there(place))
    elif place.file is None:
        raise BackupError(words.text("by_other_means", file=backup), words.in_english("by_other_means", file=backup))
    else:
        _put_back(place, place.file, backup, words)
    words.say("paused")


def _put_back(place: Place, file: Path, backup: Path, words: Words) -> None:
    if not backup.is_file():
        raise MissingDatabase(backup)
    file.parent.mkdir(parents=True, exist_ok=True)
    with held(place.url):
        done = restore(file, place.log, backup, datetime.now(UTC), lambda url: asyncio.run(_pause(url)))
    words.say("back", file=file, backup=backup)
    if not done.with_log:
        words.say("no_log")
    for aside in (done.aside, done.log_aside):
        if aside is not None:
            words.say("aside", file=aside)
    words.say("erased_again")


async def _pause_there(place: Place) -> None:
    with held(place.url):
        async with kept_at(place) as database:
            await _wait(database)


async def _pause(url: str) -> None:
    database = Database.open(url)
    try:
        await _wait(database)
    finally:
        await database.close()


async def _wait(database: Database) -> None:
    """Let nothing be sent, nor ever again what may have been sent since: what waits, and what has fallen due."""
    now = datetime.now(UTC)
    await database.write(lambda session: pause(session, now))
    await Outbox(database).hold()
    store = Store(database)
    for group in await store.groups():
        opened = await store.open(group.id)
        ledger = Ledger(opened.facts, held=opened.held, checkpoint=opened.checkpoint)
        said = Said(source=Source.CLOCK, at=now)
        # What falls due may bring more that does, for as long as there is anything.
        while posts := [post for post in to_come(ledger.record) if post.at <= now and post.matter not in _HAPPENS]:
            told = [Reminded(id=f"restored:{post.key}", said=said, key=post.key) for post in posts]
            await store.append(group.id, ledger.version, told)
            ledger.append(told)
