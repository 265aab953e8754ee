"""`mysam retention`: how long words stay, group by group."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from bot.config import Settings
from bot.keeping.place import group_named, kept_at, place_of
from bot.keeping.words import Words
from bot.misuse import BackupError
from storage.errors import NotExported
from storage.export import Exports
from storage.retention import Retaining, Retention
from storage.store import Store


def choose(settings: Settings, data: str, name: str, months: int | None, *, also_minutes: bool) -> None:
    """Let a group's words go so many months after publishing, or never when it is None; raises MysamError."""
    words = Words(settings.language, "data.retention")
    asyncio.run(_choose(settings, data, name, months, words, also_minutes=also_minutes))


def show(settings: Settings, data: str) -> None:
    """Tell what every group has said; raises MysamError."""
    asyncio.run(_show(settings, data, Words(settings.language, "data.retention")))


def run(settings: Settings, data: str) -> None:
    """Do it now; raises MysamError. A bot that runs does it by itself once a day."""
    asyncio.run(_run(settings, data, Words(settings.language, "data.retention")))


async def _choose(
    settings: Settings, data: str, name: str, months: int | None, words: Words, *, also_minutes: bool
) -> None:
    async with kept_at(place_of(settings, data)) as database:
        group = await group_named(name, Store(database))
        if months is None:
            await Retaining(database).off(group.id)
            words.say("off", group=group.name)
            return
        try:
            await Retaining(database).set(group.id, Retention(months, also_minutes))
        except NotExported:
            told = {"group": group.name}
            raise BackupError(words.text("not_exported", **told), words.in_english("not_exported", **told)) from None
        words.say("minutes" if also_minutes else "words", group=group.name, months=months)


async def _show(settings: Settings, data: str, words: Words) -> None:
    async with kept_at(place_of(settings, data)) as database:
        said = await Retaining(database).all()
        for group in await Store(database).groups():
            retention = said.get(group.id)
            if retention is None:
                words.say("never", group=group.name)
            else:
                key = "minutes" if retention.also_minutes else "words"
                words.say(key, group=group.name, months=retention.months)
            exported = await Exports(database).last(group.id)
            if exported is not None:
                words.say("exported", date=f"{exported.at:%Y-%m-%d}", checksum=exported.checksum)


async def _run(settings: Settings, data: str, words: Words) -> None:
    async with kept_at(place_of(settings, data)) as database:
        names = {group.id: group.name for group in await Store(database).groups()}
        for one in await Retaining(database).run(datetime.now(UTC)):
            words.say("gone", group=names[one.group], n=one.words, minutes=len(one.minutes))
            if one.waiting:
                words.say("waiting", n=one.waiting)
