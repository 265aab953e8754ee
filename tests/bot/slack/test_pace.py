"""How fast the bot speaks in a channel."""

from __future__ import annotations

import asyncio

import pytest

from bot.platform import NotSaid
from bot.slack.pace import BURST, WINDOW, Pace


class Hours:
    """Time that passes when somebody waits."""

    def __init__(self) -> None:
        self.now = 0.0

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


def test_a_few_messages_go_at_once_and_the_next_waits() -> None:
    hours = Hours()
    pace = Pace(hours.clock, hours.sleep)
    times = []

    async def speak() -> None:
        for _ in range(BURST + 2):
            await pace.turn("C1")
            times.append(hours.now)

    asyncio.run(speak())
    assert times == [0.0] * BURST + [WINDOW] * 2


def test_each_channel_has_its_own_pace() -> None:
    hours = Hours()
    pace = Pace(hours.clock, hours.sleep)

    async def speak() -> None:
        for number in range(2_000):
            await pace.turn(f"C{number}")

    asyncio.run(speak())
    assert hours.now == 0.0


def test_who_would_wait_too_long_is_told_to_come_back() -> None:
    hours = Hours()

    async def nothing(seconds: float) -> None:
        pass

    pace = Pace(hours.clock, nothing)

    async def speak() -> None:
        for _ in range(100):
            await pace.turn("C1")

    with pytest.raises(NotSaid) as caught:
        asyncio.run(speak())
    assert caught.value.after is not None


def test_a_method_is_closed_for_as_long_as_slack_asks() -> None:
    hours = Hours()
    pace = Pace(hours.clock, hours.sleep)
    pace.close("chat.postMessage", 30)
    pace.close("chat.postMessage", 5)
    with pytest.raises(NotSaid) as caught:
        pace.check("chat.postMessage")
    assert caught.value.after == 30
    pace.check("reactions.add")
    hours.now = 30
    pace.check("chat.postMessage")
