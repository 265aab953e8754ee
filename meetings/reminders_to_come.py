"""The reminders that are still to come, in words: when, to whom and about what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from meetings.convenership import ending
from meetings.due import to_come
from meetings.due_post import DuePost, Matter
from meetings.language import Texts
from meetings.record import Record
from meetings.reminders import asked_to_answer


@dataclass(frozen=True)
class ToCome:
    """One reminder: `to` is a person, an organisation or the group, `at` the moment in the group's zone."""

    at: datetime
    to: str
    text: str


def reminders_to_come(record: Record, now: datetime, texts: Texts) -> tuple[ToCome, ...]:
    """List the reminders after `now`, in order; what the clock does without saying anything is not among them."""
    posts = (post for post in to_come(record) if post.at > now)
    return tuple(one for post in posts for one in _in_words(post, record, texts))


def _in_words(post: DuePost, record: Record, texts: Texts) -> tuple[ToCome, ...]:
    group = record.group
    at = post.at.astimezone(group.zone)
    meeting = record.meetings.get(post.meeting or "")
    day = texts.short_date(meeting.date, at.date()) if meeting is not None else ""
    lead = next((person.name for person in record.coordinators), group.name)
    match post.matter:
        case Matter.CALL_FOR_ITEMS | Matter.AGENDA | Matter.SOON:
            to = [group.name]
        case Matter.NOT_ANSWERED:
            to = [person.name for person in asked_to_answer(record, meeting)] if meeting is not None else []
        case Matter.TASKS:
            to = [record.people[post.person].name] if post.person in record.people else []
        case Matter.UNPUBLISHED | Matter.TOO_FEW_MEETINGS:
            to = [lead]
        case Matter.ADJUSTING:
            formal = meeting.formal if meeting is not None else None
            left = [one for one in formal.adjusters if one not in formal.adjusted] if formal is not None else []
            to = [record.people[one].name for one in left if one in record.people]
        case Matter.CONVENERSHIP_ENDS:
            convener = ending(group, post.key)
            to = [convener.name] if convener is not None and convener.name is not None else []
        case _:
            return ()
    return tuple(ToCome(at, name, texts.t(f"reminders.coming_{post.matter}", day=day)) for name in to)
