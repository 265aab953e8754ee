"""Fold what becomes of items on the agenda."""

from __future__ import annotations

from meetings import facts as f
from meetings.evolve.common import Ghosts, has_dependants, held_meeting, known_item, proposed_item
from meetings.record import Item, Record

ItemFact = f.ItemProposed | f.ItemChanged | f.ItemMoved | f.ItemRemoved | f.ItemPostponed | f.ItemTaken | f.ItemLeft


def evolve_item(record: Record, fact: ItemFact, ghosts: Ghosts) -> None:
    if isinstance(fact, f.ItemProposed):
        record.items[fact.item] = proposed_item(fact)
        return
    if isinstance(fact, f.ItemTaken):
        # What was written while it was open has it as its place, also when it is withdrawn afterwards.
        known_item(record, held_meeting(record, fact), fact.item, ghosts)
    item = record.items.get(fact.item)
    if item is None:
        return
    match fact:
        case f.ItemChanged():
            item.title = fact.title or item.title
            item.owner = fact.owner or item.owner
            item.minutes = fact.minutes if fact.minutes is not None else item.minutes
        case f.ItemMoved():
            item.after, item.before, item.place = fact.after, fact.before, fact.place
        case f.ItemRemoved():
            item.removed = True
            item.orphaned = has_dependants(record, item.id)
        case f.ItemPostponed():
            _postpone(record, item, fact)
        case f.ItemTaken():
            meeting = held_meeting(record, fact)
            if meeting is not None:
                meeting.item_now = item.id
                meeting.paused = False
                if item.id not in meeting.taken:
                    meeting.taken.append(item.id)
        case f.ItemLeft():
            item.state = fact.state
            item.reference = fact.reference


def _postpone(record: Record, item: Item, fact: f.ItemPostponed) -> None:
    """Leave the item where it was met, and let it come back; an item of a meeting not yet held just moves."""
    meeting = record.meetings.get(item.for_meeting or "")
    if meeting is None or not meeting.is_held:
        item.for_meeting = fact.to
        return
    item.state = "postponed"
    again = f"{item.id}+"
    record.items[again] = Item(
        id=again,
        title=item.title,
        owner=item.owner,
        minutes=item.minutes,
        proposed_by=item.proposed_by,
        message=item.message,
        for_meeting=fact.to,
        place="first",
        origin=meeting.date.isoformat(),
    )
