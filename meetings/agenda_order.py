"""Which items stand on a meeting's agenda, and in which order: what is standing, left over, proposed and wished for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date as Day
from datetime import time as Clock

from meetings.record import Item, Meeting, Phase, Record


def next_meeting(record: Record) -> Meeting | None:
    """Give the meeting that items without a meeting belong to: the open one, or the soonest planned."""
    planned = (meeting for meeting in _in_order(record) if meeting.phase is Phase.PLANNED)
    return record.listening or next(planned, None)


def meeting_after(record: Record, meeting: str | None) -> Meeting | None:
    """Give the planned meeting that follows another, or the soonest planned when there is no other."""
    planned = [one for one in _in_order(record) if one.phase is Phase.PLANNED and one.id != meeting]
    this = record.meetings.get(meeting) if meeting else None
    return next((one for one in planned if this is None or _when(record, one) >= _when(record, this)), None)


def items_of(record: Record, meeting: Meeting) -> list[Item]:
    """Give a meeting's items in order; removed ones are gone, orphaned ones kept."""
    own = _ordinary(record, _at_home(record, meeting))
    added = [*_not_reached(record, meeting), *(item for item in own if not item.standing)]
    there = {item.id for item in (*own, *added)}
    taken = (record.items.get(item) for item in meeting.taken if item not in there)
    added += [item for item in taken if item is not None and _stands(item)]
    head = [item for item in own if item.standing == "head"]
    tail = [item for item in own if item.standing == "tail"]
    return _as_wished(head, added, tail)


def matters_of(record: Record, meeting: Meeting, item: str) -> list[Item]:
    """Give the matters that are to be taken up under an item of a meeting, in the order they were proposed."""
    there = _at_home(record, meeting)
    return [one for one in there if one.under is not None and _parent(record, one, there) == item]


def _at_home(record: Record, meeting: Meeting) -> list[Item]:
    return [item for item in record.items.values() if _stands(item) and _home(record, item) == meeting.id]


def _ordinary(record: Record, there: list[Item]) -> list[Item]:
    """Leave out the matters that stand under another item."""
    return [item for item in there if item.under is None or _parent(record, item, there) is None]


def _parent(record: Record, matter: Item, there: list[Item]) -> str | None:
    """Give the item that a matter stands under: the standing one of that title at its meeting now."""
    meant = record.items.get(matter.under or "")
    standing = (item for item in there if item.standing)
    return next((item.id for item in standing if meant is not None and item.title == meant.title), None)


def _stands(item: Item) -> bool:
    return not item.removed or item.orphaned


def _home(record: Record, item: Item) -> str | None:
    if item.for_meeting is not None:
        return item.for_meeting
    coming = next_meeting(record)
    if coming is not None and coming.is_open and item.origin == coming.date.isoformat():
        # What the open meeting has postponed comes back at the one after it.
        coming = meeting_after(record, coming.id)
    return coming.id if coming else None


def is_left_over(record: Record, meeting: Meeting, item: Item) -> bool:
    """Tell whether a meeting that is over did not come to an item that somebody had proposed for it."""
    if not _is_over(meeting) or item.standing or item.orphaned or item.removed or item.state is not None:
        return False
    return item.id not in _treated(record, (meeting,))


def _not_reached(record: Record, meeting: Meeting) -> list[Item]:
    """Give what the meetings before did not come to: first what has waited longest, without the place it had there."""
    order = _in_order(record)
    place = next((n for n, one in enumerate(order) if one.id == meeting.id), 0)
    # What waits goes to the next meeting; one that was passed over, and never held, hands on all it had.
    passed = [one for one in order[:place] if _is_over(one) or meeting.is_held and one.phase is Phase.PLANNED]
    waits_at = next((n for n in range(place - 1, -1, -1) if order[n] not in passed), -1)
    homes = {one.id: n for n, one in enumerate(order[:place]) if n > waits_at}
    waiting = [
        item
        for item in record.items.values()
        if item.for_meeting in homes and item.under is None and not (item.standing or item.removed or item.state)
    ]
    if not waiting:
        return []
    treated = _treated(record, order[:place])
    left = [item for item in waiting if item.id not in treated]
    left.sort(key=lambda item: homes[item.for_meeting or ""])
    return [
        replace(
            item,
            origin=item.origin or record.meetings[item.for_meeting or ""].date.isoformat(),
            after=None,
            before=None,
            place=None,
        )
        for item in left
    ]


def _is_over(meeting: Meeting) -> bool:
    return meeting.is_held and not meeting.is_open


def _treated(record: Record, meetings: Sequence[Meeting]) -> set[str]:
    """Give the items that these meetings took up, or wrote or concluded something under."""
    held = {meeting.id for meeting in meetings}
    taken = {item for meeting in meetings for item in meeting.taken}
    written = {
        passage.item
        for meeting in meetings
        for passage in meeting.passages
        if passage.item and passage.what != "attachment"
    }
    agreed = {action.item for action in record.actions.values() if action.item and action.meeting in held}
    asked = {question.item for question in record.questions.values() if question.item and question.meeting in held}
    return taken | written | agreed | asked


def _as_wished(head: list[Item], added: list[Item], tail: list[Item]) -> list[Item]:
    """Put the items that somebody wished a place for where it was wished, in the order they were proposed.

    A wish about an item that is not there, or wishes that go in a circle, leave the item where it stood.
    """
    everything = [*head, *added, *tail]
    there = {item.id for item in everything}
    wishing = [item for item in everything if item.place or _target(item) in there - {item.id}]
    wishes = {item.id for item in wishing}
    placed = [item for item in everything if item.id not in wishes]
    while wishing:
        item = next((one for one in wishing if _target(one) not in wishes), None)
        if item is None:
            item = wishing[0]
            before = everything[: everything.index(item)]
            placed.insert(max((placed.index(one) + 1 for one in before if one in placed), default=0), item)
        else:
            placed.insert(_wished(item, placed, head, tail), item)
        wishing.remove(item)
        wishes.discard(item.id)
    return placed


def _wished(item: Item, placed: list[Item], head: list[Item], tail: list[Item]) -> int:
    ids = [one.id for one in placed]
    if item.after in ids:
        index = ids.index(item.after) + 1
        while index < len(placed) and placed[index].after == item.after:
            index += 1
        return index
    if item.before in ids:
        return ids.index(item.before)
    if item.place == "first":
        heads = {one.id for one in head}
        return max((n + 1 for n, one in enumerate(placed) if one.id in heads or one.place == "first"), default=0)
    tails = {one.id for one in tail}
    return next((n for n, one in enumerate(placed) if one.id in tails), len(placed))


def _target(item: Item) -> str | None:
    return None if item.place else item.after or item.before


def _in_order(record: Record) -> list[Meeting]:
    there = (one for one in record.meetings.values() if one.phase is not Phase.CANCELLED)
    return sorted(there, key=lambda one: _when(record, one))


def _when(record: Record, meeting: Meeting) -> tuple[Day, Clock]:
    """Tell when a meeting is in the order of all; one that was opened without an hour, from when it was opened."""
    if meeting.start is not None or meeting.started_at is None:
        return meeting.date, meeting.start or Clock.min
    return meeting.date, meeting.started_at.astimezone(record.group.zone).time()
