"""Fold the working groups that a meeting sets up."""

from __future__ import annotations

from meetings import facts as f
from meetings.evolve.common import Ghosts, held_meeting, resolve_item
from meetings.record import Record, WorkingGroup, WorkingMember

WorkingGroupFact = f.WorkingGroupFormed | f.WorkingGroupJoined | f.WorkingGroupVacant


def evolve_working_group(record: Record, fact: WorkingGroupFact, ghosts: Ghosts) -> None:
    """Fold a fact about a working group; the last word about somebody counts."""
    meeting = held_meeting(record, fact)
    if meeting is None:
        return
    if isinstance(fact, f.WorkingGroupFormed):
        item = resolve_item(record, meeting, fact.item, ghosts)
        meeting.working_groups[fact.group] = WorkingGroup(fact.group, fact.purpose, item)
        return
    group = meeting.working_groups.get(fact.group)
    if group is None:
        return
    if isinstance(fact, f.WorkingGroupVacant):
        if fact.organisation not in group.vacant:
            group.vacant.append(fact.organisation)
        return
    group.members[fact.person or fact.name] = WorkingMember(fact.name, fact.person, fact.degree)
