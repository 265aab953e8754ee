"""`mysam outbox`: what waits to be said, what nobody knows of, and what a person says of that."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.config import Settings
from bot.keeping.place import kept_at, place_of
from bot.keeping.words import Words
from bot.misuse import OutboxError
from storage.outbox import Outbox
from storage.outgoing import Entry, State
from storage.paused import paused_since
from storage.paused import resume as resume_sending

_OPEN = (State.PENDING, State.SENDING, State.UNKNOWN)


def show(settings: Settings, data: str, states: Sequence[str]) -> None:
    """List what is to be said in these states, without what it says; raises MysamError."""
    asyncio.run(_show(settings, data, [State(state) for state in states] or _OPEN, _words(settings)))


def resolve(settings: Settings, data: str, key: str | None, *, sent: bool) -> None:
    """Put down that something unknown was said, or that it is to be said now; all of it without a key."""
    asyncio.run(_resolve(settings, data, key, _words(settings), sent=sent))


def resume(settings: Settings, data: str) -> None:
    """Begin to say things again after a backup was put back; raises MysamError."""
    asyncio.run(_resume(settings, data, _words(settings)))


def _words(settings: Settings) -> Words:
    return Words(settings.language, "data.outbox")


async def _show(settings: Settings, data: str, states: Sequence[State], words: Words) -> None:
    async with kept_at(place_of(settings, data)) as database:
        entries = await Outbox(database).entries(*states)
        since = await database.read(paused_since)
    if since is not None:
        words.say("paused", since=f"{since:%Y-%m-%d %H:%M}")
    if not entries:
        words.say("nothing")
        return
    rows = [tuple(words.text(key) for key in _COLUMNS), *(_row(entry) for entry in entries)]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


_COLUMNS = ("state", "kind", "key", "to", "meeting", "kept", "due", "tries", "error")


def _row(entry: Entry) -> tuple[str, ...]:
    due = f"{entry.run_at:%Y-%m-%d %H:%M}" if entry.run_at is not None else "–"
    return (
        entry.state,
        entry.kind,
        entry.key,
        f"{entry.platform} {entry.recipient}",
        entry.meeting or "–",
        f"{entry.created_at:%Y-%m-%d %H:%M}",
        due,
        str(entry.attempts),
        entry.last_error or "–",
    )


async def _resolve(settings: Settings, data: str, key: str | None, words: Words, *, sent: bool) -> None:
    async with kept_at(place_of(settings, data)) as database:
        outbox = Outbox(database)
        keys = [key] if key is not None else [entry.key for entry in await outbox.entries(State.UNKNOWN)]
        done = sum([await outbox.resolve(one, sent=sent) for one in keys])
    if key is not None and not done:
        raise OutboxError(words.text("not_unknown", key=key), words.in_english("not_unknown", key=key))
    words.say("settled" if sent else "again", n=done)


async def _resume(settings: Settings, data: str, words: Words) -> None:
    async with kept_at(place_of(settings, data)) as database:
        was = await database.write(resume_sending)
    words.say("resumed" if was else "not_paused")
