"""What earlier meetings left to follow up: tasks and open questions, and the item of an agenda they come up under."""

from __future__ import annotations

import re
from collections.abc import Iterable

from meetings.record import Action, Item, Meeting, Question, Record

# "Föregående minnesanteckningar", "Genomgång av protokoll från föregående möte", "Matters arising", "Uppföljning".
_PREVIOUS = re.compile(
    r"""\b(?:föreg\.?|föregående|förra|tidigare|senaste|previous|last)\b[^\n]{0,40}\b(?:\w*anteckning\w*
      |protokoll\w*|möte\w*|minutes|notes|meeting)
      | \b(?:\w*anteckning\w*|protokoll\w*|minutes|notes)\b[^\n]{0,30}\b(?:föreg\.?|föregående|förra|senaste
        |previous|last)\b
      | \b(?:uppföljning|matters\ arising|follow[- ]?up)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def previous_item(items: Iterable[Item]) -> Item | None:
    """Give the item under which the previous minutes, and what they left to do, are gone through."""
    return next((item for item in items if _PREVIOUS.search(item.title)), None)


def carried_actions(record: Record, meeting: Meeting) -> tuple[Action, ...]:
    """Give the tasks of earlier meetings that are still to be done, or were done since the meeting before."""
    return tuple(
        action
        for action in record.actions.values()
        if not action.proposed
        and _earlier(record, action.meeting, meeting)
        and (action.status in ("open", "moved") or meeting.id in (action.touched_in, *action.treated_in))
    )


def carried_questions(record: Record, meeting: Meeting) -> tuple[Question, ...]:
    """Give the questions that earlier meetings left open and nobody has answered."""
    return tuple(
        question
        for question in record.questions.values()
        if question.open and _earlier(record, question.meeting, meeting)
    )


def is_treated(action: Action, meeting: Meeting) -> bool:
    """Tell whether a task belongs in a meeting's minutes: agreed on in it, or followed up in it."""
    return not action.proposed and (action.meeting == meeting.id or meeting.id in action.treated_in)


def place_of(action: Action, meeting: Meeting, items: Iterable[Item]) -> str | None:
    """Give the item of a meeting that a task stands under: its own, or that of the previous minutes."""
    if action.meeting == meeting.id or action.item in {item.id for item in items}:
        return action.item
    previous = previous_item(items)
    return previous.id if previous is not None else None


def _earlier(record: Record, meeting: str | None, than: Meeting) -> bool:
    """Tell whether something was said at a meeting before another, or before all that are known."""
    if meeting == than.id:
        return False
    said_at = record.meetings.get(meeting or "")
    return said_at is None or (said_at.is_held and said_at.date <= than.date)
