"""What a text may change in the group's calendar: a meeting booked, moved, renamed, cancelled, and what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from meetings.when import When


@dataclass(frozen=True)
class PlanMeeting:
    """Book a meeting; `again` is the id of one that is booked for that day already and is only spoken of."""

    date: date
    start: time | None = None
    end: time | None = None
    place: str | None = None
    name: str | None = None
    preliminary: bool = False
    again: str | None = None
    doubt: When | None = None
    red_day: str | None = None


@dataclass(frozen=True)
class MoveMeeting:
    """Give a booked meeting another day, hour or place. `target` None: no such meeting is booked."""

    target: str | None
    date: date | None = None
    start: time | None = None
    end: time | None = None
    place: str | None = None
    doubt: When | None = None
    red_day: str | None = None


@dataclass(frozen=True)
class RenameMeeting:
    """Call a booked meeting something else."""

    target: str
    name: str


@dataclass(frozen=True)
class CancelMeeting:
    """Cancel a booked meeting. `target` None: no such meeting is booked."""

    target: str | None


@dataclass(frozen=True)
class MoveQuestions:
    """Move what a meeting was to take up to another meeting."""

    to: str
    source: str | None = None


@dataclass(frozen=True)
class FillMeeting:
    """Give a coming meeting items of its own."""

    target: str
    titles: tuple[str, ...]


Change = PlanMeeting | MoveMeeting | RenameMeeting | CancelMeeting | MoveQuestions | FillMeeting
