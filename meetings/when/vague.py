"""Read what is some time away: om några dagar, in a couple of weeks."""

from __future__ import annotations

from meetings.when import calendar
from meetings.when.line import Hit, Line
from meetings.when.result import Kind, Precision, When
from meetings.when.vocabulary import CALENDAR_UNITS

_SOME = (
    (("några",), 2, 5),
    (("några", "få"), 2, 4),
    (("ett", "par"), 2, 3),
    (("ett", "par", "tre"), 2, 3),
    (("a", "few"), 2, 5),
    (("a", "couple", "of"), 2, 3),
    (("a", "couple"), 2, 3),
    (("some",), 2, 5),
)


def read_some_time(line: Line, place: int) -> Hit | None:
    """Read «om några dagar» as the stretch of days it may mean, from the fewest to the most."""
    if line.word(place) not in ("om", "in", "inom", "within"):
        return None
    for words, fewest, most in sorted(_SOME, key=lambda row: -len(row[0])):
        after = line.words_at(place + 1, *words)
        unit = CALENDAR_UNITS.get(line.word(after)) if after else None
        if unit is None or unit[0] == "minutes":
            continue
        counted, size = unit
        add = calendar.add_days if counted == "days" else calendar.add_months
        first, last = (add(line.scene.today, size * count) for count in (fewest, most))
        within = line.word(place) in ("inom", "within")
        when = When(Kind.PERIOD, date=None if within else first, until=last, deadline=within, precision=Precision.WEEK)
        return Hit(when, place, after + 1)
    return None
