"""A written channel played through Slack, held against what `mysam replay` makes of it."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.app import open_desk
from bot.desk import Desk
from bot.replay.player import Files, play
from bot.replay.transcript import Transcript, read
from bot.slack.text import sign
from documents.json import render
from slack_play.channel import Cast, differences, shown
from slack_play.program import Played, events_url, played
from slack_play.strict import BOT, PLATFORM, CheckError, Strict, free_port, strict

Manifests = Mapping[str, Mapping[str, Any]]
"""The app's manifest by the way in it is for: socket, http."""


async def scenario(shared: Path, folder: Path, name: str, mode: str, manifest: Mapping[str, Any]) -> None:
    """Play a transcript through Slack; raises CheckError when anything is other than in the replay."""
    transcript = read((shared / "scenarios" / f"{name}.transcript").read_bytes())
    cast = Cast.of(transcript)
    port = free_port()
    url = events_url(port) if mode == "http" else None
    first = min(step.at for step in transcript.steps).timestamp()
    async with (
        strict(
            shared, folder, manifest, events_url=url, workspace=cast.workspace(), clock=str(int(first) - 60)
        ) as slack,
        played(folder, slack.address, mode, port, min(step.at for step in transcript.steps)) as program,
    ):
        if mode == "socket":
            await slack.until_connected()
        await _play(transcript, cast, slack, program)
        wrong = [f"violation: {one}" for one in await slack.look("violations")]
        minutes = await minutes_of(program.desk)
        said = await _said(cast, slack)
    made = await replayed(transcript, folder)
    wrong += unequal(made, [cast.back(one) for one in minutes])
    wrong += differences(_told(made), said)
    if wrong:
        raise CheckError("\n".join(wrong))


async def _play(transcript: Transcript, cast: Cast, slack: Strict, program: Played) -> None:
    foundings = [cast.founding(one) for one in transcript.foundings()]
    for founding in foundings:
        await program.desk.found(founding.group_id, founding.facts, PLATFORM, (founding.channel,))
    for step in transcript.steps:
        await program.pass_time(step.at, PLATFORM)
        second = int(step.at.timestamp())
        now = (await slack.look("status"))["now"]
        # Each stamp takes a second; what is written in one minute stays in it.
        await slack.do("clock", now=max(second - 1, min(now, second + 40)))
        if step.event is not None:
            await cast.play(slack, step)
            await program.settle()


async def minutes_of(desk: Desk) -> list[str]:
    """Give all minutes there are, as files."""
    found: list[str] = []
    for group in await desk.groups():
        held = (await desk.whole(group)).held()
        found += [render(await desk.minutes(group, meeting.id)).decode() for meeting in held]
    return found


async def replayed(transcript: Transcript, folder: Path) -> Files:
    """Play a written channel as `mysam replay` does."""
    async with open_desk(f"sqlite:///{folder / 'replay.db'}") as desk:
        return await play(transcript, desk, ("json",))


def unequal(made: Files, minutes: list[str]) -> list[str]:
    """Tell where minutes are other than those that a replay made."""
    expected = [content.decode() for name, content in sorted(made.items()) if name.endswith("minutes.json")]
    if len(expected) != len(minutes):
        return [f"{len(minutes)} minutes, {len(expected)} in the replay"]
    wrong: list[str] = []
    for one, other in zip(sorted(expected), sorted(minutes), strict=True):
        wrong += _lines(json.loads(one), json.loads(other), "minutes.json")
    return wrong


def _lines(one: Any, other: Any, where: str) -> list[str]:
    """Tell where two trees differ; a stamp counts in whole seconds, which is what a written channel has."""
    if isinstance(one, str) and isinstance(other, str):
        one, other = _FRACTION.sub("", one), _FRACTION.sub("", other)
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        # A written channel has the names of files, and no addresses of theirs.
        compared = [key for key in one if not (key == "url" and one[key] is None)]
        return [line for key in compared for line in _lines(one[key], other[key], f"{where}.{key}")]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return [line for n, (a, b) in enumerate(zip(one, other, strict=True)) for line in _lines(a, b, f"{where}[{n}]")]
    return [] if one == other else [f"{where}: replay {one!r}, Slack {other!r}"]


def _told(made: Files) -> list[str]:
    """Give what was said in the replay: where or to whom, and the words without their looks."""
    rows = [json.loads(line) for line in made["said.jsonl"].decode().splitlines()]
    told: list[str] = []
    for row in rows:
        if row["kind"] == "reaction":
            # A message that is edited gets the same sign again, which in Slack is there already.
            told += {f"on {row['reply_to']}: {row['text']}"}.difference(told)
        else:
            told.append(f"to {row['to'] or row['where']}: {shown(row['text'])}")
    return told


async def _said(cast: Cast, slack: Strict) -> list[str]:
    """Give what was said in Slack, in the same form; files come in a message of their own, which is not compared."""
    state = await slack.look("state")
    names = {id: name for name, id in (*cast.channels.items(), *cast.people.items())}
    ids = {stamp: id for id, stamp in cast.stamps.items()}
    told: list[str] = []
    parts: dict[str, str] = {}
    for id, channel in state["channels"].items():
        for one in await slack.look("messages", channel=id):
            told += [f"on {ids[one['ts']]}: {sign(name)}" for name, by in one["reactions"].items() if BOT in by]
            if one["bot"] and not one["files"]:
                alone = one["visible_to"][0] if one["visible_to"] != "all" else channel.get("user")
                key = _whole(one, parts) or one["ts"]
                parts[key] = f"{parts.get(key) or f'to {names[alone or id]}:'} {shown(cast.back(one['text']))}"
    return [*told, *parts.values()]


def _whole(message: Mapping[str, Any], known: Mapping[str, str]) -> str | None:
    """Give the key of what a message is a part of: that of the first part, which came before it."""
    about = message.get("metadata") or {}
    payload = about.get("event_payload") or {}
    key = str(payload.get("key", ""))
    first = re.sub(r"/\d+$", "", key)
    return first if payload.get("of", 1) > 1 and first in known else key or None


_FRACTION = re.compile(r"(?<=:\d\d)\.\d{1,6}(?=Z$)")


def run(shared: Path, folder: Path, name: str, mode: str, manifest: Mapping[str, Any]) -> None:
    """Play one; see `scenario`."""
    folder.mkdir(parents=True)
    asyncio.run(scenario(shared, folder, name, mode, manifest))
