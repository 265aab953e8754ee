"""What is counted while the program works; this counts nothing, `bot.metrics` keeps figures."""

from __future__ import annotations

from typing import Literal

Heard = Literal["captured", "chatter", "repeated", "elsewhere", "failed"]
"""What came of an event: facts, nothing, it had been here before, it belongs to no group, or it could not be taken."""
Posted = Literal["said", "again", "refused", "unknown", "skipped"]
"""What came of an attempt to say something: done, to be tried again, never possible, nobody knows, no longer true."""


class Meter:
    """Told of what happens, by numbers only: never a group, a person or a word of theirs. `platform` is its name."""

    def heard(self, platform: str, outcome: Heard, seconds: float) -> None:
        """Count an event that came in, and the time until what it brought was committed."""

    def posted(self, platform: str, outcome: Posted) -> None:
        """Count an attempt to say something."""

    def held_back(self, platform: str) -> None:
        """Count that a platform asked us to wait before saying more."""

    def ticked(self, late: float) -> None:
        """Take down that the worker began a round, so many seconds later than it meant to."""

    def transacted(self, kind: Literal["read", "write"], seconds: float) -> None:
        """Count a transaction, with the time it waited for a thread."""


SILENT = Meter()
"""Counts nothing."""
