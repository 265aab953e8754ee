"""What falls due about who convenes: a reminder about a month before it ends, and the day somebody else takes over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from meetings.group import Convener, GroupSettings, Person
from meetings.record import Record
from meetings.words import fold
from meetings.working_hours import morning_of

BEFORE_IT_ENDS = timedelta(days=30)


def endings(group: GroupSettings) -> Iterator[tuple[datetime, str]]:
    """Give when to remind of each convenership that has an end, and the key of that reminder."""
    for convener in _all(group.convener):
        if convener.until is not None and convener.name is not None:
            key = f"convenership_ends:{convener.name}:{convener.until.isoformat()}"
            yield morning_of(convener.until - BEFORE_IT_ENDS, group), key


def takeovers(group: GroupSettings) -> Iterator[tuple[datetime, str]]:
    """Give when the convener that is next takes over, and the key of it."""
    after = group.convener.next
    if after is not None and after.from_ is not None:
        at = datetime.combine(after.from_, time.min, tzinfo=group.zone)
        yield at, f"convenership_passes:{after.name}:{after.from_.isoformat()}"


def ending(group: GroupSettings, key: str) -> Convener | None:
    """Give the convenership whose end a reminder's key is about, None when it no longer ends then."""
    keyed = (c for c in _all(group.convener) if c.until and f"convenership_ends:{c.name}:{c.until.isoformat()}" == key)
    return next(keyed, None)


def those_who_convene(convener: Convener, record: Record) -> tuple[Person, ...]:
    """Give those who can be told for a convener: the contact or the person, else all of the organisation."""
    reachable = [person for person in record.members if person.account is not None]
    named = [person for person in reachable if person.name in (convener.contact, convener.name)]
    if named or convener.kind != "organisation":
        return tuple(named)
    return tuple(person for person in reachable if fold(person.organisation or "") == fold(convener.name or ""))


def _all(convener: Convener | None) -> Iterator[Convener]:
    while convener is not None:
        yield convener
        convener = convener.next
