"""What a clause can tell of somebody's attendance, and what the clauses before it told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time as Clock
from enum import StrEnum

from handlers.attendance.people import Mode, Who


class Kind(StrEnum):
    """What is said of somebody."""

    PRESENT = "present"
    ABSENT = "absent"
    LATE = "late"
    LEAVES = "leaves"
    SUBSTITUTE = "substitute"


@dataclass(frozen=True)
class Told:
    """What one clause tells of somebody.

    `instead_of` is who is replaced. `sure` is false when the words alone could be about something else, and a day or
    the meeting must be named with them; `answering` when they only mean something right after others' answers.
    `arriving` marks one who says that she has come just now.
    """

    kind: Kind
    who: tuple[Who, ...]
    instead_of: Who | None = None
    sure: bool = True
    answering: bool = False
    arriving: bool = False
    mode: Mode | None = None
    since: Clock | None = None
    until: Clock | None = None
    minutes_late: int | None = None
    first_minutes: int | None = None
    last_minutes: int | None = None
    minutes_early: int | None = None
    minutes_from_now: int | None = None
    leaves_now: bool = False
    past: bool = False


@dataclass(frozen=True)
class Earlier:
    """Whom the clauses before were about, and who of them is away: what "she", "instead" and a verb alone refer to.

    `until` is the hour something else lasts to, `hour` one named for itself; `hoped` tells that the writer said she
    meant to come.
    """

    subject: tuple[Who, ...] = ()
    absent: Who | None = None
    last: Who | None = None
    until: Clock | None = None
    hour: Clock | None = None
    hoped: bool = False
