"""What comes of a reminder that has fallen due: whom it goes to. Its words are made when it is said."""

from __future__ import annotations

from handlers.command import Call, Outcome, Remind, Reply, Tell
from handlers.meeting.keeper import keeper
from handlers.reminders.terms import too_few
from meetings.due_post import DuePost, Matter
from meetings.facts import Fact, Reminded
from meetings.reminders import asked_to_answer, wants

REMINDERS = frozenset(
    {
        Matter.CALL_FOR_ITEMS,
        Matter.AGENDA,
        Matter.NOT_ANSWERED,
        Matter.SOON,
        Matter.TASKS,
        Matter.UNPUBLISHED,
        Matter.ADJUSTING,
        Matter.TOO_FEW_MEETINGS,
    }
)


def remind(post: DuePost, call: Call) -> Outcome:
    """Give who is reminded, and the fact that they were; nobody is when it is of no use any more."""
    replies = () if post.is_over(call.now) else _replies(post, call)
    told = tuple(reply.to for reply in replies if isinstance(reply, Remind | Tell) and reply.to is not None)
    made: Fact = Reminded(**call.base, key=post.key, to=told)
    return Outcome((made,), replies)


def _replies(post: DuePost, call: Call) -> tuple[Reply, ...]:
    meeting = call.meeting
    match post.matter:
        case Matter.CALL_FOR_ITEMS | Matter.AGENDA | Matter.SOON:
            return (_to(post, None),)
        case Matter.NOT_ANSWERED:
            asked = asked_to_answer(call.record, meeting) if meeting is not None else ()
            return tuple(_to(post, person.id) for person in asked)
        case Matter.TASKS:
            return (_to(post, post.person),)
        case Matter.UNPUBLISHED:
            told = keeper(meeting, call.record, lambda person: wants(call.record, person.id, post.matter))
            return (_to(post, told.id),) if told is not None else ()
        case Matter.ADJUSTING:
            formal = meeting.formal if meeting is not None else None
            left = [one for one in formal.adjusters if one not in formal.adjusted] if formal is not None else []
            return tuple(_to(post, person) for person in left if wants(call.record, person, post.matter))
        case Matter.TOO_FEW_MEETINGS:
            return too_few(post, call)
        case _:
            return ()


def _to(post: DuePost, person: str | None) -> Remind:
    return Remind(post.matter, post.key, post.meeting, person, post.until)
