"""What several kinds of facts need when they are folded: the meeting and the item that they belong to."""

from __future__ import annotations

from collections.abc import Mapping

from meetings import facts as f
from meetings.facts import Fact
from meetings.record import Item, Meeting, Record

Ghosts = Mapping[str, f.ItemProposed | f.PersonRegistered]
"""Who and what was ever named, by id, also where it no longer counts: what an orphan was called (hard case 4)."""


def held_meeting(record: Record, fact: Fact) -> Meeting | None:
    """Give the meeting a fact is about, once that meeting has begun."""
    meeting = record.meetings.get(fact.meeting or "")
    return meeting if meeting is not None and meeting.is_held else None


def resolve_item(record: Record, meeting: Meeting | None, item: str | None, ghosts: Ghosts) -> str | None:
    """Give the item a fact belongs to: the one it names, else the one open when it was written (hard case 2)."""
    meant = item if item is not None or meeting is None else meeting.item_now
    known = known_item(record, meeting, meant, ghosts)
    if known is not None and known.removed:
        known.orphaned = True
    return meant


def known_item(record: Record, meeting: Meeting | None, item: str | None, ghosts: Ghosts) -> Item | None:
    """Give an item by its id; one whose proposal no longer counts comes back as removed."""
    if item is None:
        return None
    proposal = ghosts.get(item)
    if item not in record.items and isinstance(proposal, f.ItemProposed):
        ghost = record.items[item] = proposed_item(proposal)
        ghost.removed = True
        ghost.for_meeting = ghost.for_meeting or (meeting.id if meeting else None)
    return record.items.get(item)


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
        under=fact.under,
    )


def has_dependants(record: Record, item: str) -> bool:
    """Tell whether something stands under an item."""
    passages = any(passage.item == item for meeting in record.meetings.values() for passage in meeting.passages)
    actions = any(action.item == item for action in record.actions.values())
    return passages or actions or any(question.item == item for question in record.questions.values())
