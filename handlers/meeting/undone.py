"""A meeting that was opened by mistake: how it shows, and how nothing is left of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from handlers.command import Answer, Call, Outcome, Post, Reply
from meetings.document import doc
from meetings.errors import WrongPhase
from meetings.facts import (
    About,
    ActionAgreed,
    Agreed,
    Answered,
    AttachmentAnnounced,
    AttendanceReported,
    Decided,
    Fact,
    ItemTaken,
    MeetingPlanned,
    MeetingStarted,
    Noted,
    QuestionRaised,
    Withdrawn,
    WroteInMeeting,
)
from meetings.record import Meeting

AT_ONCE = timedelta(minutes=5)
"""A meeting that is closed this soon, with nothing in it and long before its time, was opened by mistake."""

_OF_THE_MEETING = (Noted, Decided, Agreed, ActionAgreed, QuestionRaised, ItemTaken, AttachmentAnnounced, WroteInMeeting)


def was_a_mistake(meeting: Meeting, call: Call) -> bool:
    """Tell whether a meeting that is closed now was never meant to be open: at once, nothing in it, not its time."""
    told = meeting.told_at
    if told is None or call.said.at - told > AT_ONCE or meeting.goes_on_since is not None:
        return False
    if meeting.end is not None and call.now.date() == meeting.date:
        left = datetime.combine(meeting.date, meeting.end, tzinfo=call.now.tzinfo) - call.now
        if timedelta(hours=-12) < left < 2 * AT_ONCE:
            return False
    content = (*_OF_THE_MEETING[:-1], AttendanceReported)
    return not any(isinstance(fact, content) for fact in _since_start(meeting, call))


def take_back_start(meeting: Meeting, call: Call) -> Outcome:
    """Let the meeting not have been opened: what was taken down in it goes too, what was sent in for it stays."""
    opening = next((fact for fact in call.ledger.counting() if _opens(fact, meeting)), None)
    if opening is None:
        raise WrongPhase("not_open")
    same = [fact for fact in call.ledger.counting() if _same_message(fact, opening)]
    inside = [fact for fact in _since_start(meeting, call) if isinstance(fact, _OF_THE_MEETING) and fact not in same]
    withdrawn = Withdrawn(**call.base, targets=tuple(fact.id for fact in (*same, *inside)))
    planned = any(isinstance(fact, MeetingPlanned) for fact in same)
    day = call.texts.short_date(meeting.date, call.now.date())
    text = call.texts.t("meeting.not_opened" if planned else "meeting.not_opened_kept", day=day)
    reply: Reply = Post(doc(text)) if call.private else Answer(doc(text))
    return Outcome((withdrawn, *settled(meeting, call)), (reply,))


def _opens(fact: Fact, meeting: Meeting) -> bool:
    return isinstance(fact, MeetingStarted) and fact.meeting == meeting.id


def _same_message(fact: Fact, opening: Fact) -> bool:
    """Tell whether a fact opened the meeting, or booked it in the same words."""
    if isinstance(fact, MeetingStarted):
        return fact.meeting == opening.meeting
    return (
        isinstance(fact, MeetingPlanned)
        and fact.said.message == opening.said.message
        and fact.target == opening.meeting
    )


def _since_start(meeting: Meeting, call: Call) -> list[Fact]:
    begun = meeting.started_at or call.said.at
    return [fact for fact in call.ledger.counting() if fact.meeting == meeting.id and fact.said.at >= begun]


def settled(meeting: Meeting, call: Call) -> tuple[Fact, ...]:
    """Give the facts that answer the question whether a meeting is over, whoever was asked it."""
    waiting = (one for one in call.record.pending.values() if one.about is About.END and one.meeting == meeting.id)
    return tuple(Answered(**call.base, question=one.id) for one in waiting if one.id != call.said.answers)
