"""What the ledger says of its own facts: which version of a message stands, what is undone."""

from __future__ import annotations

from typing import Literal

from meetings.facts.base import BaseFact


class VersionStands(BaseFact):
    """From now on this version of a message counts: 0 none (deleted), 1 as first written, 2 the first edit …"""

    kind: Literal["version_stands"] = "version_stands"
    of: str
    stands: int
    why: Literal["edited", "deleted", "restored", "held"]


class Withdrawn(BaseFact):
    """These facts no longer count: undone by their author or the coordinator, or taken back as a start by mistake."""

    kind: Literal["withdrawn"] = "withdrawn"
    targets: tuple[str, ...]
