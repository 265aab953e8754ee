"""The figures for those who lead: attendance per party over the meetings, and action points over time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Day
from typing import Any

from meetings.facts import ActionAgreed, ActionChanged
from meetings.group import Capacity
from meetings.language import Texts
from meetings.ledger import Ledger
from meetings.minutes import Minutes

_COUNTED = (Capacity.MEMBER, Capacity.DECIDING, Capacity.SUBSTITUTE)


def figures(minutes: Sequence[Minutes], ledger: Ledger, texts: Texts) -> dict[str, Any]:
    """Return both figures over the published minutes, oldest first; `ledger` holds all that was ever kept.

    Attendance is a number of people per party and meeting, and whether the party was expected at all.
    """
    days = [texts.short_date(one.date, Day.min) for one in minutes]
    return {
        "meetings": days,
        "parties": [
            {"name": party, "present": [_present(one, party) for one in minutes]} for party in _parties(minutes, ledger)
        ],
        "actions": [_actions(ledger, one.date) for one in minutes],
    }


def _parties(minutes: Sequence[Minutes], ledger: Ledger) -> list[str]:
    seen = [
        row.organisation for one in minutes for row in one.attendance if row.organisation and row.capacity in _COUNTED
    ]
    return list(dict.fromkeys((*ledger.record.parties(), *seen)))


def _present(minutes: Minutes, party: str) -> int:
    return sum(
        row.organisation == party and row.status == "present" and row.capacity in _COUNTED for row in minutes.attendance
    )


def _actions(ledger: Ledger, day: Day) -> dict[str, int]:
    """Count the action points that were open and done at the end of a day."""
    zone = ledger.record.group.zone
    standing: dict[str, bool] = {}
    for fact in ledger.counting():
        if fact.said.at.astimezone(zone).date() > day:
            continue
        if isinstance(fact, ActionAgreed) and not fact.proposed:
            standing[fact.action] = False
        elif isinstance(fact, ActionChanged) and fact.action in standing and fact.status is not None:
            if fact.status == "dropped":
                del standing[fact.action]
            else:
                standing[fact.action] = fact.status == "done"
    done = sum(standing.values())
    return {"open": len(standing) - done, "done": done}
