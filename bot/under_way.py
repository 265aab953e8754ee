"""Counts what is under way, so that a door can rest when all of it is done."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Self


class UnderWay:
    """Enter it (`with`) around each thing that is taken in hand."""

    def __init__(self) -> None:
        self.resting = False
        """Whether nothing more is to be taken in hand."""
        self._count = 0
        self._idle = asyncio.Event()
        self._idle.set()

    def __enter__(self) -> Self:
        self._count += 1
        self._idle.clear()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._count -= 1
        if not self._count:
            self._idle.set()

    async def over(self) -> None:
        """Say that nothing more is to be taken in hand, and return when nothing is."""
        self.resting = True
        await self._idle.wait()
