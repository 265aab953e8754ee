"""What Slack refuses for good: whoever can do something about it is told, and nothing is lost by it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.replay.transcript import read
from slack_play.channel import Cast, shown
from slack_play.meeting import CHANNEL, LEAD, PEOPLE
from slack_play.program import Played, events_url, played
from slack_play.strict import BOT, CheckError, Strict, free_port, strict

BEN = PEOPLE[1]
_GROUP = f"""
m01 | 2037-11-20 09:00 | {CHANNEL} | {LEAD} | @mötesbot ny grupp Nätverk Lövsta
m02 | 2037-11-20 09:02 | {CHANNEL} | {LEAD} | @mötesbot lägg till deltagare: {BEN}, ordförande, Lövsta kommun
m03 | 2037-11-20 09:04 | {CHANNEL} | {BEN} | punkt: Lokaler
m04 | 2037-11-20 09:06 | {CHANNEL} | {LEAD} | @mötesbot starta mötet
m05 | 2037-11-20 09:08 | {CHANNEL} | {BEN} | Lokaler: vi flyttar i maj
m06 | 2037-11-20 09:10 | {CHANNEL} | {LEAD} | @mötesbot avsluta mötet
"""
"""A meeting that is ready to be published."""


class Scene:
    """A workspace with a meeting that is over, and the program beside it."""

    def __init__(self, slack: Strict, program: Played, cast: Cast) -> None:
        self.slack, self.program = slack, program
        self.channel, self.siv, self.ben = cast.channels[CHANNEL], cast.people[LEAD], cast.people[BEN]

    async def say(self, user: str, text: str, *, privately: bool = False) -> str:
        """Let somebody write, and let it be answered."""
        done = await self.slack.do("say", channel=f"@{user}" if privately else self.channel, user=user, text=text)
        await self.settle()
        return str(done["ts"])

    async def settle(self) -> None:
        """Let everything that is under way happen."""
        self.program.now += timedelta(minutes=1)
        await self.slack.do("idle", quiet_ms=200)
        await self.program.settle()

    async def refuse(self, method: str, code: str, times: int = 1) -> None:
        """Let a method be refused."""
        await self.slack.do("fault", kind="error", method=method, error=code, count=times)

    async def told(self, place: str, *words: str) -> None:
        """Raise CheckError unless each of these words was said in a place."""
        said = [shown(one["text"]) for one in await self.slack.said(place)]
        for one in words:
            if not any(shown(one) in text for text in said):
                raise CheckError(f"not said in {place}: {one}\nbut: {said[-4:]}")

    async def untold(self, place: str, words: str) -> None:
        """Raise CheckError when words were said in a place."""
        if any(shown(words) in shown(one["text"]) for one in await self.slack.said(place)):
            raise CheckError(f"said in {place}: {words}")


async def _archived(scene: Scene) -> None:
    await scene.slack.do("archive", channel=scene.channel, user=scene.ben)
    await scene.settle()
    await scene.told(f"@{scene.siv}", "arkiverad")
    await scene.say(scene.siv, "publicera", privately=True)
    await scene.told(f"@{scene.siv}", "Skicka nu")


async def _left(scene: Scene) -> None:
    await scene.slack.do("leave", channel=scene.channel, user=BOT)
    await scene.settle()
    await scene.told(f"@{scene.siv}", "/invite")
    await scene.say(scene.siv, "publicera", privately=True)
    await scene.untold(scene.channel, "Version 1")
    await scene.told(f"@{scene.siv}", "Skicka nu")
    await scene.slack.do("join", channel=scene.channel, user=BOT, inviter=scene.siv)
    await scene.settle()
    await _again(scene)


async def _again(scene: Scene) -> None:
    """Let the minutes be sent again by the one who was asked."""
    place = f"@{scene.siv}"
    for message in reversed(await scene.slack.said(place)):
        for button in message["buttons"]:
            if button["text"] == "Skicka nu":
                await scene.slack.do(
                    "click", user=scene.siv, action_id=button["action_id"], channel=place, ts=message["ts"]
                )
                await scene.settle()
                await scene.told(scene.channel, "Version 1")
                return
    raise CheckError("nobody was asked whether to send the minutes again")


async def _no_scope(scene: Scene) -> None:
    await scene.refuse("files.getUploadURLExternal", "missing_scope")
    await scene.refuse("pins.add", "missing_scope")
    await scene.say(scene.siv, "publicera", privately=True)
    await scene.told(scene.channel, "Version 1")


async def _no_post(scene: Scene) -> None:
    await scene.slack.do(
        "fault", kind="error", method="chat.postMessage", error="missing_scope", channel=scene.channel, count=1
    )
    await scene.say(scene.siv, "publicera", privately=True)
    await scene.told(f"@{scene.siv}", "Skicka nu")
    await _again(scene)


async def _gone(scene: Scene) -> None:
    await scene.refuse("chat.postEphemeral", "user_not_in_channel")
    await scene.refuse("conversations.open", "user_disabled", 2)
    asked = await scene.say(scene.ben, "Kalle har personnummer 19121212-1212 och undrar")
    found = await scene.slack.look("messages", channel=scene.channel, thread_ts=asked)
    if not any(one["bot"] for one in found):
        raise CheckError("nothing tells in the thread that somebody could not be written to")
    await scene.untold(scene.channel, "19121212")


async def _revoked(scene: Scene) -> None:
    facts = len((await scene.program.store.load("natverk-lovsta")).facts)
    await scene.slack.do("uninstall")
    await scene.settle()
    await scene.say(scene.ben, "punkt: Ingen hör")
    if not scene.program.door.trouble():
        raise CheckError("the program does not know that it was taken out")
    if len((await scene.program.store.load("natverk-lovsta")).facts) != facts:
        raise CheckError("something was kept after the bot was taken out")


SCENES: Mapping[str, Callable[[Scene], Awaitable[None]]] = {
    "the channel is archived": _archived,
    "the bot is taken out of the channel": _left,
    "permissions are missing": _no_scope,
    "the minutes may not be posted": _no_post,
    "somebody has left": _gone,
    "the token is revoked": _revoked,
}


async def _refused(shared: Path, folder: Path, what: str, mode: str, manifest: Mapping[str, Any]) -> None:
    folder.mkdir(parents=True)
    transcript = read(_GROUP.encode())
    cast, port = Cast.of(transcript), free_port()
    first = min(step.at for step in transcript.steps)
    url = events_url(port) if mode == "http" else None
    clock = str(int(first.timestamp()) - 60)
    async with (
        strict(shared, folder, manifest, events_url=url, workspace=cast.workspace(), clock=clock) as slack,
        played(folder, slack.address, mode, port, first) as program,
    ):
        if mode == "socket":
            await slack.until_connected()
        for step in transcript.steps:
            program.now = step.at
            await slack.do("clock", now=int(step.at.timestamp()) - 1)
            await cast.play(slack, step)
            await program.settle()
        await SCENES[what](Scene(slack, program, cast))
        wrong = await slack.look("violations")
    if wrong:
        raise CheckError(f"violations: {wrong}")


def run(shared: Path, folder: Path, what: str, mode: str, manifest: Mapping[str, Any]) -> None:
    """Play one of SCENES; raises CheckError when nobody is told, or something is lost."""
    asyncio.run(_refused(shared, folder, what, mode, manifest))
