"""The ear takes things in order, keeps them before it says so, and has come again what could not be kept."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from aiohttp import ClientSession

from bot.platform import Event, Platform, Written
from bot.slack.ear import Ear
from bot.slack.happenings import Happening
from bot.slack.marks import Marks
from bot.slack.people import NotToldNow
from bot.slack.platform import SlackPlatform
from bot.slack.workspaces import Line, Workspace, Workspaces
from storage.errors import DatabaseUnavailable
from tests.bot.slack.fake_slack import BOT, CHANNEL, OLLE, TEAM
from tests.bot.slack.live_slack import LiveSlack, play
from tests.bot.slack.payloads import delivered, message
from tests.bot.slack.test_hearing import Kept


class Listener:
    """A desk that takes down what it hears, fails so many times, and answers when it is let."""

    def __init__(self, fails: int = 0) -> None:
        self.heard: list[str] = []
        self.answered: list[str] = []
        self.fails = fails
        self.let = asyncio.Event()

    async def hear(
        self,
        event: Event,
        platform: Platform,
        *,
        comes_again: bool = False,
        kept: Callable[[], None] = lambda: None,
    ) -> None:
        if self.fails:
            self.fails -= 1
            raise DatabaseUnavailable("no room")
        said = event.text if isinstance(event, Written) else type(event).__name__
        self.heard.append(said)
        kept()
        await self.let.wait()
        self.answered.append(said)


def scene(happens: Callable[[LiveSlack, Ear, Workspace, Marks, Listener], Awaitable[None]], fails: int = 0) -> None:
    """Let something happen before an ear."""

    async def main(slack: LiveSlack) -> None:
        async with ClientSession() as session:
            spaces = Workspaces(Line(session, f"{slack.address}api/"), SlackPlatform)
            space = spaces.add(f"slack:{TEAM}", "xoxb-test", BOT)
            marks, listener = Marks(Kept()), Listener(fails)  # type: ignore[arg-type]
            ear = Ear(listener, marks, _nothing, _nowhere)
            await happens(slack, ear, space, marks, listener)
            listener.let.set()
            await ear.rest()

    play(LiveSlack(), main)


async def _nothing(workspace: Workspace, what: Happening) -> None: ...


async def _nowhere(workspace: Workspace, conversation: str) -> None: ...


def test_something_is_taken_when_it_is_kept_and_not_when_it_is_answered() -> None:
    async def happens(slack: LiveSlack, ear: Ear, space: Workspace, marks: Marks, listener: Listener) -> None:
        await ear.take(space, delivered(message("hej")))
        assert (listener.heard, listener.answered) == (["hej"], [])
        listener.let.set()
        await ear.rest()
        assert listener.answered == ["hej"]

    scene(happens)


def test_what_cannot_be_kept_is_raised_and_holds_its_mark_back_until_it_comes_again() -> None:
    async def happens(slack: LiveSlack, ear: Ear, space: Workspace, marks: Marks, listener: Listener) -> None:
        body = delivered(message("hej"))
        with pytest.raises(DatabaseUnavailable):
            await ear.take(space, body)
        assert set(marks.gaps(space.name)) == {CHANNEL}
        await ear.take(space, body, retry=1)
        assert listener.heard == ["hej"]
        assert marks.gaps(space.name) == {}

    scene(happens, fails=1)


def test_who_is_known_does_not_overtake_who_is_not() -> None:
    async def happens(slack: LiveSlack, ear: Ear, space: Workspace, marks: Marks, listener: Listener) -> None:
        space.people.remember(OLLE, "Olle Berg")
        second = message("och sedan", user=OLLE, ts="1774000101.000100")
        await asyncio.gather(
            ear.take(space, delivered(message("först"))),
            ear.take(space, delivered(second)),
            ear.take(space, delivered(message("annanstans", user=OLLE, channel="C0ANNAT"))),
        )
        assert listener.heard == ["annanstans", "först", "och sedan"]

    scene(happens)


def test_a_message_whose_writer_slack_cannot_name_is_heard_in_the_end() -> None:
    async def happens(slack: LiveSlack, ear: Ear, space: Workspace, marks: Marks, listener: Listener) -> None:
        slack.fail("users.info", "http_500", times=9)
        for retry in (0, 1):
            with pytest.raises(NotToldNow):
                await ear.take(space, delivered(message("hej")), retry)
            assert set(marks.gaps(space.name)) == {CHANNEL}
        await ear.take(space, delivered(message("hej")), 2)
        assert listener.heard == ["hej"]
        assert marks.gaps(space.name) == {}

    scene(happens)
