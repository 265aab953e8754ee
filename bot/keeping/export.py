"""`mysam export`: all that is kept of a group, or of a person, in a folder with open formats."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.config import Settings
from bot.keeping import readme
from bot.keeping.folder import README, as_json, as_lines, hand_out
from bot.keeping.place import Place, group_named, kept_at, place_of
from bot.keeping.words import Words
from bot.misuse import NobodyError
from bot.webchat.log import Log
from meetings.facts import load
from meetings.ledger import Ledger
from storage.erasure import Erased, Eraser
from storage.errors import wrapped
from storage.export import Exported, Exports, Kept
from storage.store import Store

_STRANGE = re.compile(r"[^\w.-]+")


def export_group(settings: Settings, data: str, name: str, to: Path) -> None:
    """Write all that is kept of a group to a new folder, and take down that it was; raises MysamError and OSError."""
    place, words = place_of(settings, data), Words(settings.language, "data.export")
    asyncio.run(_export_group(place, name, to, words))


def export_person(settings: Settings, data: str, name: str, to: Path) -> None:
    """Write what is kept of a person, in every group, to a new folder; raises MysamError and OSError."""
    place, words = place_of(settings, data), Words(settings.language, "data.export")
    asyncio.run(_export_person(place, name, to, words))


async def _export_group(place: Place, name: str, to: Path, words: Words) -> None:
    at = datetime.now(UTC)
    async with kept_at(place) as database:
        group = await group_named(name, Store(database))
        kept = await Exports(database).kept(group.id)
        files = _files_of(kept, at)
        said = _talk(place, [conversation for platform, conversation in kept.conversations if platform == "webchat"])
        if said:
            files["webbchatt.jsonl"] = as_lines(said)
        told = {"format": "mysam-group/1", "group": kept.group, "name": kept.name, "version": kept.version, "at": at}
        checksum = hand_out(to, files, told)
        await Exports(database).exported(group.id, Exported(kept.version, at, checksum))
    words.say("group", name=kept.name, folder=to, n=len(files))
    words.say("checksum", checksum=checksum)


def _files_of(kept: Kept, at: datetime) -> dict[str, bytes]:
    record = Ledger(_facts(kept), whole=True).record
    told = {
        "id": kept.group,
        "name": kept.name,
        "platform": kept.platform,
        "conversations": [{"platform": platform, "conversation": one} for platform, one in kept.conversations],
        "settings": record.settings.model_dump(mode="json") if record.settings else None,
        "people": [person.model_dump(mode="json") for person in record.people.values()],
    }
    files = {
        README: readme.GROUP.format(name=kept.name, at=f"{at:%Y-%m-%d %H:%M}").encode(),
        "grupp.json": as_json(told),
        "fakta.jsonl": as_lines(kept.facts),
        "utskick.jsonl": as_lines(kept.posts),
    }
    published = []
    for revision, contents in kept.revisions:
        folder = f"publicerat/{_STRANGE.sub('_', revision.meeting)}/{revision.number}"
        files[f"{folder}/minutes.json"] = revision.minutes.encode()
        for form, content in contents.items():
            files[f"{folder}/{'fil' if form == 'json' else 'minutes'}.{form}"] = content
        published.append(
            {
                "meeting": revision.meeting,
                "revision": revision.number,
                "status": revision.status,
                "published_at": revision.published_at.isoformat(),
                "sha256": revision.checksum,
                "folder": folder,
            }
        )
    return files | _attachments(kept) | {"publicerat.json": as_json(published)}


def _attachments(kept: Kept) -> dict[str, bytes]:
    """Give the files that people shared, each under its checksum and the name it came with, and a list of them."""
    names = {(f["of"], f["ref"]): f["name"] for f in kept.facts if f["kind"] == "attachment_kept"}
    files: dict[str, bytes] = {}
    listed = []
    for one in kept.attachments:
        name = names.get((one.message, one.ref))
        path = f"bilagor/{one.sha256[:12]}-{_STRANGE.sub('_', name or 'bilaga').strip('.')[-80:]}"
        files[path] = one.content
        about = {"message": one.message, "name": name, "bytes": len(one.content), "sha256": one.sha256}
        listed.append({**about, "kept_at": one.kept_at.isoformat(), "file": path})
    return files | ({"bilagor.json": as_json(listed)} if listed else {})


async def _export_person(place: Place, name: str, to: Path, words: Words) -> None:
    at = datetime.now(UTC)
    async with kept_at(place) as database:
        found = await Eraser(database).look(name)
        if not found:
            raise NobodyError(words.text("nobody", name=name), words.in_english("nobody", name=name))
        sections = [_section(one, await Exports(database).kept(one.group)) for one in found]
    told: dict[str, Any] = {"name": found[0].name, "groups": sections}
    accounts = dict.fromkeys(account for one in found for account in (*one.accounts, one.name))
    if place.log.exists():
        with wrapped(), closing(Log(place.log)) as log:
            told["webbchatt"] = [message for account in accounts for message in log.written_by(account)]
    heading = readme.PERSON.format(name=found[0].name, at=f"{at:%Y-%m-%d %H:%M}")
    files = {README: heading.encode(), "person.json": as_json(told)}
    checksum = hand_out(to, files, {"format": "mysam-person/1", "name": found[0].name, "at": at})
    words.say("person", name=found[0].name, n=len(sections), folder=to)
    words.say("checksum", checksum=checksum)


def _section(one: Erased, kept: Kept) -> dict[str, Any]:
    """Gather what a group holds of somebody."""
    record = Ledger(_facts(kept), whole=True).record

    def held(meeting: str | None) -> str | None:
        known = record.meetings.get(meeting or "")
        return known.date.isoformat() if known else None

    def of(*kinds: str) -> Iterator[Mapping[str, Any]]:
        return (fact for fact in kept.facts if fact["kind"] in kinds)

    own = [fact for fact in kept.facts if one.person and fact["said"]["by"] == one.person]
    numbers = {fact["sequence"] for fact in own}
    return {
        "group": kept.name,
        "person": one.person,
        "register": [_seen(fact) for fact in of("person_registered") if fact["person"]["id"] == one.person],
        "narvaro": [
            {**_seen(fact), "date": held(fact["meeting"])}
            for fact in of("attendance_reported", "wrote_in_meeting")
            if fact["person"] == one.person
        ],
        "uppgifter": [
            _seen(fact)
            for fact in of("action_agreed", "action_changed")
            if fact["owner"] and one.person and fact["owner"]["person"] == one.person
        ],
        "skrivet": [_seen(fact) for fact in own],
        "omnamnd": [
            _seen(fact)
            for fact in kept.facts
            if fact["sequence"] not in numbers and fact["kind"] != "person_registered" and _names(one, fact)
        ],
        "fragor": [_seen(fact) for fact in of("asked") if fact["to"] == one.person],
        "publicerat": [
            {"meeting": naming.meeting, "date": held(naming.meeting), "revision": naming.revision}
            for naming in one.revisions
        ],
    }


def _facts(kept: Kept) -> list[Any]:
    return [load({key: value for key, value in fact.items() if key != "sequence"}, {}) for fact in kept.facts]


def _seen(fact: Mapping[str, Any]) -> dict[str, Any]:
    """Give a fact as somebody outside reads it: without ids of the program's own."""
    said = fact["said"]
    rest = {key: value for key, value in fact.items() if key not in ("id", "said", "sequence") and value is not None}
    return {"at": said["at"], "message": said["message"], **rest}


def _names(one: Erased, fact: Mapping[str, Any]) -> bool:
    return bool(one.forgetting.value(dict(fact)) != dict(fact))


def _talk(place: Place, conversations: Sequence[str]) -> list[Mapping[str, Any]]:
    if not place.log.exists() or not conversations:
        return []
    with wrapped(), closing(Log(place.log)) as log:
        return [message for conversation in conversations for message in log.said_in(conversation)]
