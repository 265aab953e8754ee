"""One thing that falls due by the clock: when, what, about which meeting, and under which key it happens once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Matter(StrEnum):
    """What is due."""

    ASK_FOR_END = "ask_for_end"
    LAPSE = "lapse"
    CONVENERSHIP_ENDS = "convenership_ends"
    CONVENERSHIP_PASSES = "convenership_passes"
    CALL_FOR_ITEMS = "call_for_items"
    AGENDA = "agenda"
    NOT_ANSWERED = "not_answered"
    SOON = "soon"
    TASKS = "tasks"
    UNPUBLISHED = "unpublished"
    ADJUSTING = "adjusting"
    TOO_FEW_MEETINGS = "too_few_meetings"


@dataclass(frozen=True)
class DuePost:
    """Something that is to happen at a time (aware); `key` tells it from everything else that ever falls due.

    `person` is whom alone it is for, an id. After `until` it is of no use any more; a `timely` one may come at any
    hour, all others wait out the hours in which the group is not disturbed.
    """

    at: datetime
    key: str
    matter: Matter
    meeting: str | None = None
    person: str | None = None
    until: datetime | None = None
    timely: bool = False

    def is_over(self, now: datetime) -> bool:
        """Tell whether it is of no use any more."""
        return self.until is not None and now >= self.until
