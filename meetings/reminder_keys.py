"""The keys of reminders: each names whom or what it is about and its day, so that a moved meeting gets new ones."""

from __future__ import annotations

from datetime import date, time

from meetings.due_post import Matter
from meetings.record import Meeting

CORRECTED = "corrected"
"""Opens the key of what is said when a meeting is moved or called off of which something was out."""


def meeting_key(matter: Matter, meeting: Meeting) -> str:
    """Give the key of a reminder of a meeting on its day; of one that is told by the minute, at its hour too."""
    clock = f"T{meeting.start:%H%M}" if matter is Matter.SOON and meeting.start is not None else ""
    return f"{matter}:{meeting.id}:{meeting.date.isoformat()}{clock}"


def dated_key(matter: Matter, id: str, day: date) -> str:
    """Give the key of a reminder that comes on a day, of a person's tasks or a meeting's minutes."""
    return f"{matter}:{id}:{day.isoformat()}"


def corrected_key(meeting: Meeting) -> str:
    """Give the key of a correction: what was out of this meeting was put right when it came to stand as it does."""
    start = f"{meeting.start or time.min:%H%M}"
    return f"{CORRECTED}:{meeting.id}:{meeting.date.isoformat()}T{start}"


def matter_of(key: str) -> str:
    """Give what a key opens with: the matter."""
    return key.partition(":")[0]


def concerned(key: str) -> str:
    """Give the id that a key is about: a meeting's or a person's."""
    return key.partition(":")[2].rpartition(":")[0]


def day_of(key: str) -> date | None:
    """Give the day a key is for; None when it has none."""
    try:
        return date.fromisoformat(key.rpartition(":")[2].partition("T")[0])
    except ValueError:
        return None
