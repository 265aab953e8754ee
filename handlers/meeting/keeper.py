"""Whom the bot turns to about a meeting: who opened it, else a coordinator, else somebody who leads."""

from __future__ import annotations

from collections.abc import Callable

from meetings.group import Person
from meetings.record import Meeting, Record


def keeper(
    meeting: Meeting | None, record: Record, fit: Callable[[Person], bool] = lambda person: True
) -> Person | None:
    """Give whom to ask about a meeting, among those with an account who `fit`; None when there is nobody."""
    opener = record.people.get((meeting.opened_by if meeting is not None else None) or "")
    leading = [person for person in record.members if record.leads(person)]
    asked = (*((opener,) if opener is not None and record.leads(opener) else ()), *record.coordinators, *leading)
    return next((person for person in asked if person.account is not None and fit(person)), None)
