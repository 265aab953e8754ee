"""`mysam doctor`: looks at everything the bot rests on, and says what is wrong and how it is mended."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.config import Settings
from bot.keeping.place import Place, place_of
from bot.sealing import keys_for
from bot.trouble import told
from meetings.errors import MysamError
from meetings.language import Texts, texts_for
from storage.database import Database
from storage.errors import AlreadyServed, MissingDatabase
from storage.installs import Installs
from storage.integrity import check
from storage.lock import held
from storage.outbox import Outbox
from storage.outgoing import State
from storage.probe import Standing, standing

LEAST_FREE = 200 * 1024 * 1024
"""Bytes of a disk, below which it is nearly full."""
LATE_SECONDS = 900.0
"""How long something may have been due to be said before it is told of."""
PATIENCE = 10.0


@dataclass(frozen=True)
class Finding:
    """One thing looked at. `how` says how it is mended when it is wrong; None of it is secret."""

    what: str
    wrong: bool = False
    how: str = ""


class Unwell(MysamError):
    """Something is wrong; what it is has been told."""


def examine(settings: Settings, data: str) -> None:
    """Look at everything and print it, a line each. Raises Unwell when something is wrong."""
    findings = asyncio.run(_examine(settings, data))
    for one in findings:
        print(f"{'✗' if one.wrong else '✓'} {one.what}")
        if one.wrong and one.how:
            print(f"  → {one.how}")
    texts = texts_for(settings.language)
    wrong = sum(one.wrong for one in findings)
    if wrong:
        raise Unwell(texts.t("data.doctor.wrong", n=wrong))
    print(texts.t("data.doctor.well"))


async def _examine(settings: Settings, data: str) -> list[Finding]:
    texts, place = texts_for(settings.language), place_of(settings, data)
    findings = _disk(place, texts)
    async with _opened(place) as database:
        if isinstance(database, MysamError):
            how = texts.t("data.doctor.begin") if isinstance(database, MissingDatabase) else ""
            findings.append(Finding(told(database, settings.language), True, how))
            found: Database | None = None
        else:
            found = database
            stands = await database.read(standing)
            findings += _database(stands, place, texts)
            if stands.at_head:
                findings += await _outbox(database, texts)
                findings += await _keys(settings, place, database, texts)
            else:
                # What is in tables of another version is not for this program to read.
                found = None
        if settings.slack is None:
            return [*findings, Finding(texts.t("data.doctor.no_slack"))]
        from bot.slack.doctor import examine_slack

        return [*findings, *await examine_slack(settings, settings.slack, place, found, texts)]


@asynccontextmanager
async def _opened(place: Place) -> AsyncIterator[Database | MysamError]:
    """Open the database as it is, beside a bot that runs and without changing anything in it."""
    if place.file is not None and not place.file.exists():
        yield MissingDatabase(place.file)
        return
    try:
        if place.file is not None:
            await asyncio.to_thread(check, place.file)
        database = Database.open(place.url)
    except MysamError as error:
        yield error
        return
    try:
        async with asyncio.timeout(PATIENCE):
            await database.read(standing)
    except (MysamError, TimeoutError) as error:
        await database.close()
        yield error if isinstance(error, MysamError) else MysamError(f"no answer in {PATIENCE:.0f} s")
        return
    try:
        yield database
    finally:
        await database.close()


def _disk(place: Place, texts: Texts) -> list[Finding]:
    if place.file is None:
        return []
    folder = next((one for one in (place.file, *place.file.parents) if one.is_dir()), Path())
    free = shutil.disk_usage(folder).free
    findings = [
        Finding(
            texts.t("data.doctor.free", megabytes=free // (1024 * 1024), folder=folder),
            free < LEAST_FREE,
            texts.t("data.doctor.make_room"),
        )
    ]
    places: Sequence[Path] = [place.file, folder] if place.file.exists() else [folder]
    locked = next((one for one in places if not os.access(one, os.W_OK)), None)
    if locked is not None:
        findings.append(
            Finding(texts.t("data.doctor.not_writable", place=locked), True, texts.t("data.doctor.let_write"))
        )
    return findings


def _database(stands: Standing, place: Place, texts: Texts) -> list[Finding]:
    findings = [
        Finding(
            texts.t("data.doctor.tables" if stands.at_head else "data.doctor.other_tables"),
            not stands.at_head,
            texts.t("data.doctor.start_new"),
        )
    ]
    if stands.paused:
        findings.append(Finding(texts.t("data.doctor.paused"), True, texts.t("data.doctor.resume")))
    if place.file is not None:
        try:
            with held(place.url):
                findings.append(Finding(texts.t("data.doctor.not_running")))
        except AlreadyServed:
            findings.append(Finding(texts.t("data.doctor.running")))
        except MysamError as error:
            findings.append(Finding(told(error, texts.language), True))
    return findings


async def _outbox(database: Database, texts: Texts) -> list[Finding]:
    rows, late = await Outbox(database).waiting()
    waiting = sum(n for state, n in rows.items() if state in (State.PENDING, State.SENDING))
    stuck = late is not None and late > LATE_SECONDS
    findings = [Finding(texts.t("data.doctor.waiting", n=waiting), stuck, texts.t("data.doctor.stuck"))]
    if unknown := rows.get(State.UNKNOWN, 0):
        findings.append(Finding(texts.t("data.doctor.unknown", n=unknown), True, texts.t("data.doctor.resolve")))
    return findings


async def _keys(settings: Settings, place: Place, database: Database, texts: Texts) -> list[Finding]:
    """Look whether what is sealed can be opened; a key is never made here."""
    keys = keys_for(settings, place.url)
    try:
        installs = await Installs(database, keys).all()
    except MysamError as error:
        return [Finding(told(error, texts.language), True)]
    if not installs:
        return []
    return [Finding(texts.t("data.doctor.opened", n=len(installs)))]
