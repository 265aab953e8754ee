"""How fast Slack is spoken to: a few messages a channel at a time, and nothing while it has asked to be left alone."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable

from bot.platform import NotSaid

BURST = 3
WINDOW = 3.2
"""So many messages in so many seconds may be said in a channel; Slack allows about one a second."""
LONGEST_TURN = 8.0
"""Who would wait longer than this for a turn is told to come back."""
_MOST_CHANNELS = 1_000


class Pace:
    """Waits its turn in each channel, and remembers until when each method is closed."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._said: dict[str, deque[float]] = {}
        self._closed: dict[str, float] = {}

    async def turn(self, channel: str) -> None:
        """Wait until something may be said in the channel. Raises NotSaid when that is too long."""
        now = self._clock()
        said = self._said.setdefault(channel, deque(maxlen=BURST))
        at = now if len(said) < BURST else max(now, said[0] + WINDOW)
        if at - now > LONGEST_TURN:
            raise NotSaid(f"{channel}: too much at once", at - now)
        said.append(at)
        if len(self._said) > _MOST_CHANNELS:
            self._said = {one: when for one, when in self._said.items() if when[-1] + WINDOW > now}
        if at > now:
            await self._sleep(at - now)

    async def wait(self, seconds: float) -> None:
        """Let time pass, and a little more: what is a moment too early counts as too early."""
        await self._sleep(seconds + 0.05)

    def close(self, method: str, seconds: float) -> None:
        """Keep from calling a method for so long."""
        self._closed[method] = max(self._closed.get(method, 0.0), self._clock() + seconds)

    def check(self, method: str) -> None:
        """Raise NotSaid while the method is closed."""
        left = self._closed.get(method, 0.0) - self._clock()
        if left > 0:
            raise NotSaid(f"{method}: ratelimited", left)
        self._closed.pop(method, None)
