"""What falls due by the clock in a group: each thing once, under a key that is the same at every look."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from meetings.convenership import endings, takeovers
from meetings.due_post import DuePost, Matter
from meetings.record import Meeting, Phase, Record
from meetings.reminders import after_meetings, before_meetings, of_tasks, of_terms
from meetings.working_hours import is_quiet, put_off_moment

__all__ = ["DuePost", "Matter", "booked_end", "due", "expected", "next_due", "to_come"]

LONGEST = timedelta(hours=4)
"""How long a meeting without a booked end may go on before somebody is asked."""
GRACE = timedelta(minutes=30)
"""How long after its time is over the talk of a meeting that nobody has ended is still taken down."""
EXTENSION = timedelta(hours=3)
"""How long it is taken down after somebody has said that the meeting goes on."""
AFTERWARDS = timedelta(hours=1)
"""How long a meeting may be written up that was said to have begun when its time was over already."""


def due(record: Record, now: datetime) -> tuple[DuePost, ...]:
    """Give what is to happen now or should have happened already, in order."""
    return tuple(post for post in to_come(record) if post.at <= now and _may_happen(post, record, now))


def to_come(record: Record) -> tuple[DuePost, ...]:
    """Give everything that will fall due as things stand, in order; what has happened is not among it."""
    if record.settings is None:
        return ()
    meeting = record.open_meeting
    posts = _ends(record, meeting) if meeting is not None and not meeting.lapsed else []
    if record.settings.reminders.convening:
        posts += [DuePost(at, key, Matter.CONVENERSHIP_ENDS) for at, key in endings(record.settings)]
    posts += [DuePost(at, key, Matter.CONVENERSHIP_PASSES, timely=True) for at, key in takeovers(record.settings)]
    posts += [*before_meetings(record), *of_tasks(record), *after_meetings(record), *of_terms(record)]
    return tuple(sorted((post for post in posts if post.key not in record.reminded), key=_in_order))


def next_due(record: Record, now: datetime) -> datetime | None:
    """Give the moment from now on at which something is to be looked at, None when nothing is to come."""
    moments = (_looked_at(post, record, now) for post in to_come(record))
    return min((moment for moment in moments if moment is not None), default=None)


def _looked_at(post: DuePost, record: Record, now: datetime) -> datetime | None:
    if post.at > now:
        return post.at
    if _may_happen(post, record, now):
        return now
    # While a meeting goes on, its end is what is waited for.
    awake = put_off_moment(now, record.group) if record.listening is None else None
    return min((moment for moment in (awake, post.until) if moment is not None), default=None)


def _may_happen(post: DuePost, record: Record, now: datetime) -> bool:
    """Tell whether what is past its time may happen: it waits out a meeting that goes on, and the quiet hours."""
    return post.timely or post.is_over(now) or record.listening is None and not is_quiet(now, record.group)


def _in_order(post: DuePost) -> tuple[datetime, str]:
    return post.at, post.key


def expected(record: Record, at: datetime) -> bool:
    """Tell whether a meeting that nobody has opened is booked for this moment."""
    return any(
        meeting.phase is Phase.PLANNED
        and meeting.start is not None
        and timedelta(minutes=-5) <= at - _moment(record, meeting, meeting.start) <= LONGEST
        for meeting in record.meetings.values()
    )


def booked_end(record: Record, meeting: Meeting) -> datetime | None:
    """Give the moment a meeting is booked to end, on the day after when the hour is before that of its start."""
    if meeting.end is None:
        return None
    end = _moment(record, meeting, meeting.end)
    return end + timedelta(days=1) if meeting.start is not None and meeting.end <= meeting.start else end


def _ends(record: Record, meeting: Meeting) -> list[DuePost]:
    """Ask at the end of its time, and soon after stop taking down what is said (hard case 8)."""
    assert meeting.started_at is not None
    assert meeting.told_at is not None
    if meeting.goes_on_since is not None:
        lapse = meeting.goes_on_since + EXTENSION
        return [DuePost(lapse, f"lapse:{meeting.id}:{lapse.isoformat()}", Matter.LAPSE, meeting.id, timely=True)]
    over = booked_end(record, meeting) or meeting.started_at + LONGEST
    if over <= meeting.told_at:
        over = meeting.told_at + AFTERWARDS
    stamp = f"{meeting.id}:{over.isoformat()}"
    return [
        DuePost(over, f"end:{stamp}", Matter.ASK_FOR_END, meeting.id, timely=True),
        DuePost(over + GRACE, f"lapse:{stamp}", Matter.LAPSE, meeting.id, timely=True),
    ]


def _moment(record: Record, meeting: Meeting, clock: time) -> datetime:
    return datetime.combine(meeting.date, clock, tzinfo=record.group.zone)
