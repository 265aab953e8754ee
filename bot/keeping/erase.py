"""`mysam erase`: a person is taken out of what is kept, everywhere but in what is published."""

from __future__ import annotations

import asyncio
from contextlib import closing
from datetime import UTC, datetime

from bot.config import Settings
from bot.keeping.place import Place, group_named, kept_at, place_of
from bot.keeping.words import Words
from bot.misuse import NobodyError
from bot.webchat.log import Log
from meetings.language import texts_for
from storage.copies import drop_copies
from storage.erasure import Erased, Eraser
from storage.errors import wrapped
from storage.store import Store


def erase(settings: Settings, data: str, name: str, group: str | None, person: str | None, *, yes: bool) -> None:
    """Tell what would be erased and what stands, and with `yes` erase it; raises MysamError.

    Raises NobodyError when nobody of that name is found, Ambiguous when several in one group are.
    """
    place, words = place_of(settings, data), Words(settings.language, "data.erase")
    found = asyncio.run(_erase(place, name, group, person, words, yes=yes))
    if not yes:
        words.say("how")
        return
    if place.log.exists():
        accounts = tuple(dict.fromkeys(account for one in found for account in (*one.accounts, one.name)))
        with wrapped(), closing(Log(place.log)) as log:
            gone = sum(log.erase(accounts, one.forgetting.value) for one in found)
        words.say("log", n=gone)
    if place.file is not None:
        for copy in drop_copies(place.file):
            words.say("copy", file=copy)
    words.say("backups")


async def _erase(
    place: Place, name: str, group: str | None, person: str | None, words: Words, *, yes: bool
) -> tuple[Erased, ...]:
    async with kept_at(place) as database:
        eraser = Eraser(database)
        there = {one.id: one.name for one in await Store(database).groups()}
        only = (await group_named(group, Store(database))).id if group else None
        found = await eraser.look(name, only, person)
        if not found:
            raise NobodyError(words.text("nobody", name=name), words.in_english("nobody", name=name))
        for one in found:
            _tell(one, there[one.group], words)
        if not yes:
            return found
        done = [await eraser.erase(name, one.group, one.person, datetime.now(UTC)) for one in found]
        words.say("done")
        return tuple(one for one in done if one is not None)


def _tell(one: Erased, group: str, words: Words) -> None:
    texts = texts_for(words.language)
    words.say("group", group=group, name=one.name, called=one.called)
    words.say("words", n=one.words)
    words.say("named", n=one.named)
    if one.perhaps:
        words.say("perhaps", n=one.perhaps)
    if one.responsible:
        words.say("responsible")
    if one.files:
        words.say("files", n=one.files)
    if one.files_published:
        words.say("files_published", n=one.files_published)
    for naming in one.revisions:
        date = texts.full_date(naming.published_at.date())
        words.say("published", meeting=naming.meeting, revision=naming.revision, date=date)
