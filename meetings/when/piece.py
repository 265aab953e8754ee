"""A day as written, before its neighbours have told which year or month it is of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from meetings.when.calendar import Settled


@dataclass(slots=True)
class Piece:
    """One day as written, before it is known which year or month it is."""

    first: int
    next: int
    day: int = 0
    month: int = 0
    year: int = 0
    weekday: int | None = None
    weekday_next: int = 0
    settled: Settled | None = None
    marked: bool = False
    month_first: bool = False
    weak: bool = False
    short: bool = False
    monday: dt.date | None = None

    @property
    def complete(self) -> bool:
        """Tell whether the piece says which day it is without its neighbours."""
        return bool(self.settled or (self.day and self.month) or (self.marked and self.day) or not self.day)
