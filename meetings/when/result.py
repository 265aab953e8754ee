"""What a date or time in a text was understood to mean: typed, with what there is to ask about."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The shape of an expression."""

    DAY = "day"
    TIME = "time"
    RANGE = "range"
    WEEK = "week"
    MONTH = "month"
    PERIOD = "period"
    RECURRENCE = "recurrence"
    DURATION = "duration"
    EVENT = "event"
    ASAP = "asap"
    SEVERAL = "several"
    ALTERNATIVES = "alternatives"


class Precision(StrEnum):
    """How finely the writer said when."""

    MINUTE = "minute"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    NONE = "none"


class Trouble(StrEnum):
    """What can be wrong with an expression, or left open by it."""

    PAST = "past"
    WEEKDAY_CONFLICT = "weekday_conflict"
    RED_DAY = "red_day"
    DST_GAP = "dst_gap"
    DST_FOLD = "dst_fold"
    END_BEFORE_START = "end_before_start"
    AMBIGUOUS = "ambiguous"
    UNREAD_MODIFIER = "unread_modifier"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class Problem:
    """
    One thing to ask or warn about.

    `alternatives` are the readings to offer, the likeliest first; a week or a month is given by its first day.
    """

    trouble: Trouble
    alternatives: tuple[dt.date | dt.time, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """
    A date or time expression of a text.

    Times are local wall time of the `now` it was read against. `until` is inclusive. With `deadline` the last day or
    time allowed stands in `until`, or in `date` and `start`; «innan 1 juni» gives 31 May. A `past` expression ended
    before `now`: the writer said so («i torsdags», «i februari beslutade vi») and nothing is asked, but no meeting can
    be booked on it. A period has its first and last day, or the hours of a part of a day («på fredag förmiddag»).
    `gaps` are stretches inside `span` that belong to something else («27 oktober *utbildning* kl 9»).
    """

    kind: Kind
    text: str = ""
    span: tuple[int, int] = (0, 0)
    date: dt.date | None = None
    until: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    deadline: bool = False
    not_before: bool = False
    rule: str | None = None
    duration: dt.timedelta | None = None
    event: str | None = None
    parts: tuple[When, ...] = ()
    precision: Precision = Precision.DAY
    problems: tuple[Problem, ...] = ()
    past: bool = False
    gaps: tuple[tuple[int, int], ...] = ()

    @property
    def certain(self) -> bool:
        """Tell whether there is nothing to ask about; a red day alone is a warning."""
        return all(p.trouble is Trouble.RED_DAY for p in self.problems) and all(part.certain for part in self.parts)

    def has(self, trouble: Trouble) -> bool:
        """Tell whether this expression, or a part of it, has that trouble."""
        return any(problem.trouble is trouble for problem in self.problems) or any(
            part.has(trouble) for part in self.parts
        )
