"""`mysam keys`: make keys, see which there are, and seal everything anew."""

from __future__ import annotations

import asyncio

from bot.config import Settings
from bot.keeping.place import Place, kept_at, place_of
from bot.keeping.words import Words
from bot.sealing import keys_for
from storage.installs import Installs
from storage.keys import Keys, new_key


def make() -> None:
    """Print a new key."""
    print(new_key())


def show(settings: Settings, data: str) -> None:
    """Tell where the keys are and their marks, never the keys themselves; raises MysamError."""
    words = Words(settings.language, "data.keys")
    keys = keys_for(settings, place_of(settings, data).url)
    words.say("where", where=keys.file or "MYSAM_KEYS")
    if not keys.there:
        words.say("none")
        return
    for number, mark in enumerate(keys.fingerprints(), 1):
        words.say("newest" if number == 1 else "older", mark=mark)


def rotate(settings: Settings, data: str, *, forget_old: bool) -> None:
    """Seal what is sealed anew with a new key, or with the newest of those in the environment; raises MysamError.

    Keys in a file get a new one first; the old ones stay there, to open older backups, unless they are to be forgotten.
    """
    place, words = place_of(settings, data), Words(settings.language, "data.keys")
    keys = keys_for(settings, place.url)
    if keys.file is not None and keys.there:
        keys.add()
    words.say("sealed", n=asyncio.run(_reseal(place, keys)))
    if keys.file is not None and forget_old:
        keys.keep_newest()
        words.say("forgotten")
    elif keys.file is not None:
        words.say("kept", file=keys.file)


async def _reseal(place: Place, keys: Keys) -> int:
    async with kept_at(place) as database:
        return await Installs(database, keys).reseal()
