"""What is done when the clock says so: ask whether a meeting is over, and no longer take down one nobody has ended."""

from __future__ import annotations

from handlers.command import Call, Outcome, Tell
from handlers.groups.convenership import pass_on, remind_of_end
from handlers.meeting.keeper import keeper
from handlers.reading.asking import ask
from handlers.reminders.falling_due import REMINDERS, remind
from meetings.document import doc
from meetings.due import DuePost, Matter
from meetings.facts import About, Fact, MeetingLapsed, Option, Reminded
from meetings.record import Meeting


def fall_due(post: DuePost, call: Call) -> Outcome:
    """Give what comes of something that has fallen due; its key is kept, so that it comes of it once."""
    if post.matter in REMINDERS:
        return remind(post, call)
    outcome = _done(post, call)
    made: Fact = Reminded(**call.base, key=post.key)
    return Outcome((made, *outcome.facts), outcome.replies)


def _done(post: DuePost, call: Call) -> Outcome:
    match post.matter:
        case Matter.CONVENERSHIP_ENDS:
            return remind_of_end(post, call)
        case Matter.CONVENERSHIP_PASSES:
            return pass_on(post, call)
        case Matter.ASK_FOR_END | Matter.LAPSE:
            assert call.meeting is not None
            return (_ask_for_end if post.matter is Matter.ASK_FOR_END else _lapse)(call.meeting, call)
        case _:
            return Outcome()


def _ask_for_end(meeting: Meeting, call: Call) -> Outcome:
    """Ask the one who leads the meeting, privately, whether it is over."""
    asked = keeper(meeting, call.record)
    if asked is None:
        return Outcome()
    texts = call.texts
    clock = texts.clock(meeting.end) if meeting.end is not None else ""
    booked = "" if clock else "_unbooked"
    options = (
        Option(label=texts.t(f"meeting.yes_over{booked}", clock=clock), text=texts.t("meeting.say_over")),
        Option(label=texts.t("meeting.no_goes_on"), text=texts.t("meeting.say_goes_on")),
    )
    question = doc(texts.t(f"meeting.is_it_over{booked}", clock=clock))
    return ask(call, About.END, question, options=options, to=asked.id)


def _lapse(meeting: Meeting, call: Call) -> Outcome:
    asked = keeper(meeting, call.record)
    lapsed = MeetingLapsed(**call.base)
    told = (Tell(doc(call.texts.paragraph("meeting.lapsed")), to=asked.id),) if asked is not None else ()
    return Outcome((lapsed,), told)
