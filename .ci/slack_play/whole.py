"""The whole meeting through Slack while one thing after the other goes wrong, and what must be true afterwards."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.platform import Written
from bot.replay.transcript import Step, read
from slack_play.channel import Cast
from slack_play.faults import FIRST, METHODS, START, Fault
from slack_play.meeting import CHANNEL, PEOPLE, Gesture, gestures, written
from slack_play.program import Played, events_url, played
from slack_play.scenarios import minutes_of, replayed, unequal
from slack_play.strict import BOT, PLATFORM, CheckError, Strict, free_port, strict, until
from storage.outgoing import State

LOOKING = ("conversations.history", "conversations.replies", "bookmarks.edit")
"""What is called only when something went wrong."""


async def whole(
    shared: Path, folder: Path, mode: str, manifest: Mapping[str, Any], faults: Sequence[Fault] = ()
) -> None:
    """Play the meeting with these faults; raises CheckError unless all is as in the replay, and said once."""
    folder.mkdir(parents=True)
    made = gestures()
    transcript = read(written({id: one.text for id, one in made.items()}))
    cast = Cast.of(transcript)
    for name in PEOPLE:
        cast.people.setdefault(name, f"U0PERSON{len(cast.people) + 1:03}")
    port, first = free_port(), min(step.at for step in transcript.steps)
    url = events_url(port) if mode == "http" else None
    clock = str(int(first.timestamp()) - 60)
    workspace = cast.workspace()
    workspace["channels"][cast.channels[CHANNEL]]["members"] = list(cast.people.values())
    async with AsyncExitStack() as open_ones:
        slack = await open_ones.enter_async_context(
            strict(shared, folder, manifest, events_url=url, workspace=workspace, clock=clock)
        )
        for one in faults:
            # Slack has no other way in over HTTP than the program's own.
            if one.before == START and not (mode == "http" and one.rule["method"] == "apps.connections.open"):
                await slack.do("fault", **one.rule)
        program = await open_ones.enter_async_context(played(folder, slack.address, mode, port, first))
        if mode == "socket":
            await slack.until_connected()
        playing = _Playing(slack, program, cast, made, tuple(faults))
        await playing.invite()
        for step in transcript.steps:
            await playing.line(step)
        await program.settle()
        wrong = await _looked_over(slack, program)
        minutes = [cast.back(one) for one in await minutes_of(program.desk)]
    wrong += unequal(
        await replayed(read(written({id: cast.back(text) for id, text in playing.pressed.items()})), folder), minutes
    )
    if wrong:
        raise CheckError("\n".join(wrong))


@dataclass
class _Playing:
    slack: Strict
    program: Played
    cast: Cast
    made: Mapping[str, Gesture]
    faults: tuple[Fault, ...]
    pressed: dict[str, str] = field(default_factory=dict)
    """What commands and buttons said, by their lines."""

    async def invite(self) -> None:
        """Let the bot be invited to the channel."""
        siv = self.cast.people[PEOPLE[0]]
        await self.slack.do("join", channel=self.cast.channels[CHANNEL], user=BOT, inviter=siv)
        await self._delivered()
        await self.program.settle()
        if not await self.slack.said(self.cast.channels[CHANNEL]):
            raise CheckError("the bot said nothing when it was invited")

    async def line(self, step: Step) -> None:
        """Let a line happen, and what goes wrong from it on."""
        event = step.event
        assert event is not None
        id = event.id if isinstance(event, Written) else event.event
        await self.program.pass_time(step.at, PLATFORM)
        await self.slack.do("clock", now=int(step.at.timestamp()) - 1)
        rules = [dict(one.rule) for one in self.faults if one.before == id]
        for rule in rules:
            if rule["kind"] in ("disconnect", "cut"):
                await self.slack.do("socket", action=rule["kind"])
                await self.slack.until_connected()
            elif rule["kind"] != "redeliver":
                await self.slack.do("fault", **rule)
        if id in self.made:
            await self._gesture(id, self.made[id], event.author.account)
        else:
            await self.cast.play(self.slack, step)
        for rule in rules:
            if rule["kind"] == "redeliver":
                await self.slack.do("redeliver", last=rule["last"])
        await self._delivered()
        await self.program.settle()

    async def _delivered(self) -> None:
        """Wait until Slack has delivered what it holds, again where it was not acknowledged."""

        async def all_there() -> bool:
            held = [one for one in await self.slack.look("deliveries") if one["status"] in ("failed", "pending")]
            return not held

        await until(all_there, "an event was never acknowledged", 20.0)

    async def _gesture(self, id: str, gesture: Gesture, who: str) -> None:
        user = self.cast.people[who]
        if gesture.kind == "command":
            self.pressed[id] = gesture.text
            place = self.cast.channels[CHANNEL]
            done = await self.slack.do("command", command="/minutes", user=user, channel=place, text=gesture.text)
        else:
            place, message, button = await self._button(user, gesture.text)
            self.pressed[id] = button["value"]
            done = await self.slack.do(
                "click", user=user, action_id=button["action_id"], channel=place, ts=message["ts"]
            )
        if done["status"] != "acked":
            raise CheckError(f"{gesture}: {done}")

    async def _button(self, user: str, label: str) -> tuple[str, Mapping[str, Any], Mapping[str, Any]]:
        """Find the latest button with a label that somebody sees."""
        for place in (f"@{user}", self.cast.channels[CHANNEL]):
            for message in reversed(await self.slack.said(place, user)):
                for button in message["buttons"]:
                    if button["text"] == label:
                        return place, message, button
        raise CheckError(f"{user} has no button {label}")


async def _looked_over(slack: Strict, program: Played) -> list[str]:
    """Look for broken rules, for what was said twice, for what was not said, and for faults that never happened."""
    called = {one["method"] for one in await slack.look("log")}
    wrong = [f"called beside what the faults name: {method}" for method in called - {*METHODS, *FIRST, *LOOKING}]
    wrong += [f"violation: {one}" for one in await slack.look("violations")]
    if any("late" in one for one in wrong):
        late = [one for one in await slack.look("deliveries") if any(a["status"] == "timeout" for a in one["attempts"])]
        wrong += [f"answered late, or not: {one['body']['event']}"[:300] for one in late]
    wrong += [f"said twice: {key}" for key, times in (await keys_said(slack)).items() if times > 1]
    wrong += [f"not said: {one}" for one in await program.store.outbox.entries(State.UNKNOWN, State.DEAD)]
    wrong += [f"did not go wrong: {rule}" for rule in await slack.look("faults") if not rule["hits"]]
    return wrong


async def keys_said(slack: Strict) -> Counter[str]:
    """Count how often each thing stands somewhere, by its key; files count by the words that go with them."""
    found: Counter[str] = Counter()
    for channel in (await slack.look("state"))["channels"]:
        for one in await slack.said(channel):
            about = ((one["metadata"] or {}).get("event_payload") or {}).get("key")
            if about or one["files"]:
                found[about or f"{channel}: {one['text']}"] += 1
    return found


def run(shared: Path, folder: Path, mode: str, manifest: Mapping[str, Any], faults: Sequence[Fault] = ()) -> None:
    """Play it; see `whole`."""
    asyncio.run(whole(shared, folder, mode, manifest, faults))
