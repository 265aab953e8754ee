"""What several kinds of facts need when they are folded: the meeting and the item that they belong to."""

from __future__ import annotations

from collections.abc import Mapping

from meetings import facts as f
from meetings.facts import Fact
from meetings.record import Item, Meeting, Record

Ghosts = Mapping[str, f.ItemProposed]
"""Proposals of items by item id, also those that no longer count: what an orphan was called (hard case 4)."""


def held_meeting(record: Record, fact: Fact) -> Meeting | None:
    """Give the meeting a fact is about, once that meeting has begun."""
    meeting = record.meetings.get(fact.meeting or "")
    return meeting if meeting is not None and meeting.is_held else None


def resolve_item(record: Record, meeting: Meeting | None, item: str | None, ghosts: Ghosts) -> str | None:
    """Give the item a fact belongs to: the one it names, else the one open when it was written (hard case 2)."""
    if item is None:
        return meeting.item_now if meeting is not None else None
    known = record.items.get(item)
    if known is None and item in ghosts:
        known = record.items[item] = proposed_item(ghosts[item])
        known.removed = True
        known.for_meeting = known.for_meeting or (meeting.id if meeting else None)
    if known is not None and known.removed:
        known.orphaned = True
    return item


def proposed_item(fact: f.ItemProposed) -> Item:
    """Give the item that a proposal makes."""
    return Item(
        id=fact.item,
        title=fact.title,
        owner=fact.owner,
        minutes=fact.minutes,
        proposed_by=fact.said.by,
        message=fact.said.message,
        for_meeting=fact.for_meeting,
        after=fact.after,
        before=fact.before,
        origin=fact.origin,
    )


def has_dependants(record: Record, item: str) -> bool:
    """Tell whether something stands under an item."""
    passages = any(passage.item == item for meeting in record.meetings.values() for passage in meeting.passages)
    actions = any(action.item == item for action in record.actions.values())
    return passages or actions or any(question.item == item for question in record.questions.values())
