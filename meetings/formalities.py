"""What is formal about a board's meeting, as it stands: offices, adjusters, the notice, recusals and reservations."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Day
from datetime import datetime


@dataclass(frozen=True)
class Reservation:
    """Somebody's reservation against what was decided under an item; ids, and the words after it if any."""

    id: str
    person: str
    item: str | None
    text: str | None = None


@dataclass(frozen=True)
class Recusal:
    """Somebody who took no part in an item, for a conflict of interest; ids."""

    person: str
    item: str | None


@dataclass
class Formalities:
    """The formal side of one meeting. People and items are ids.

    `asked_person` was asked to adjust, in the message `asked_in`; `offered` tells who has offered to, with the message
    it was said in; `adjusted` who has adjusted, and when.
    """

    chair: str | None = None
    secretary: str | None = None
    adjuster_asked: datetime | None = None
    asked_person: str | None = None
    asked_in: str | None = None
    offered: dict[str, str | None] = field(default_factory=dict)
    adjusters: list[str] = field(default_factory=list)
    adjusted: dict[str, Day] = field(default_factory=dict)
    posted: Day | None = None
    taken_down: Day | None = None
    recusals: list[Recusal] = field(default_factory=list)
    reservations: list[Reservation] = field(default_factory=list)

    @property
    def adjusted_on(self) -> Day | None:
        """Give the day the last of the chosen adjusters adjusted; None while one of them is left, or none is chosen."""
        days = [self.adjusted.get(person) for person in self.adjusters]
        done = [day for day in days if day is not None]
        return max(done) if done and len(done) == len(days) else None
