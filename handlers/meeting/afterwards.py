"""Set right what was taken down of a meeting's course: its hours, that it goes on, that it was opened by mistake."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from handlers.command import Answer, Call, Claim, Command, Example, Outcome, Post, React, Sentence, Tell, When, Who
from handlers.meeting import wording as say
from handlers.meeting.opening import LATE, asked_for_end, begin, booked, brief, finish
from handlers.meeting.undone import settled, take_back_start
from meetings import when as dates
from meetings.compile import end_of, start_of
from meetings.document import doc
from meetings.errors import NoMeeting, WrongPhase
from meetings.facts import Fact, MeetingEnded, MeetingGoesOn, MeetingStarted, MeetingTimed
from meetings.record import Meeting, Phase

_SOON = timedelta(minutes=15)


@dataclass(frozen=True)
class TellHours:
    """The meeting of `day` (None: the one it is natural to mean) began and ended at these hours.

    `corrects`: it was said to be wrong in the minutes.
    """

    hours: say.Hours
    day: date | None = None
    corrects: bool = False


@dataclass(frozen=True)
class GoOn:
    """The meeting is not over: it goes on, or is opened again."""


@dataclass(frozen=True)
class NeverOpened:
    """The meeting was opened by mistake."""


# ----------------------------------------------------------------------------------------------- hours


def _read_hours(sentence: Sentence, call: Call) -> Sequence[Claim[TellHours]]:
    text = sentence.text
    corrects = say.CORRECTS_HOURS.match(text[:200]) is not None
    if not (call.leads or corrects and call.addressed) or len(text) > 200 or text.rstrip().endswith("?"):
        return ()
    hours = say.told_hours(text, call)
    if hours is None:
        return ()
    meant = TellHours(hours, _day(text, call), corrects)
    meeting = _meant(meant, call)
    if meeting is None and not call.addressed:
        return ()
    return (Claim(meant, (0, len(text))),)


def _day(text: str, call: Call) -> date | None:
    found = dates.find(text, call.now, language=call.record.group.language)
    return next((one.date for one in found if one.kind is dates.Kind.DAY and one.date is not None), None)


def _meant(intent: TellHours, call: Call) -> Meeting | None:
    """Give the meeting whose hours are told: of that day; the open one; today's that nobody opened; the draft's."""
    record = call.record
    if intent.day is not None:
        of_day = [
            one for one in record.meetings.values() if one.date == intent.day and one.phase is not Phase.CANCELLED
        ]
        return of_day[0] if of_day and intent.day <= call.now.date() else None
    if record.open_meeting is not None:
        return record.open_meeting
    today = booked(call, intent.hours.opened)
    if today is not None and (today.start is None or _at(today, call) <= call.now + _SOON):
        return today
    return record.draft or (record.latest_held() if call.addressed else None)


def _at(meeting: Meeting, call: Call) -> datetime:
    assert meeting.start is not None
    return datetime.combine(meeting.date, meeting.start, tzinfo=call.now.tzinfo)


def _tell_hours(intent: TellHours, call: Call) -> Outcome:
    hours = intent.hours
    meeting = _meant(intent, call)
    if meeting is None:
        raise NoMeeting()
    if meeting.phase is Phase.PUBLISHED:
        raise WrongPhase("already_published")
    if meeting.phase is Phase.PLANNED:
        return _held_unheard(meeting, hours, call)
    facts: list[Fact] = []
    if meeting.is_open and hours.closed is not None:
        if hours.opened is not None:
            facts.append(MeetingTimed(**{**call.base, "meeting": meeting.id}, opened=hours.opened))
        ended = finish(meeting, call, hours.closed)
        return Outcome((*facts, *ended.facts), ended.replies)
    timed = MeetingTimed(**{**call.base, "meeting": meeting.id}, opened=hours.opened, closed=hours.closed)
    after = call.ledger.after((timed,)).record
    start, end = start_of(after, after.meetings[meeting.id]), end_of(after, after.meetings[meeting.id])
    if not call.private or start is None:
        return Outcome((timed,), (React(),))
    span = call.texts.time_range(start, end)
    day = call.texts.short_date(meeting.date, call.now.date())
    return Outcome((timed,), (Answer(doc(call.texts.t("meeting.timed", day=day, span=span))),))


def _held_unheard(meeting: Meeting, hours: say.Hours, call: Call) -> Outcome:
    """Open afterwards a meeting that nobody opened, and close it when its end is told."""
    facts = begin(call, hours.opened or meeting.start, meeting)
    if hours.opened is None:
        facts = (*facts[:-1], facts[-1].model_copy(update={"opened": None}))
    if hours.closed is None:
        clock = call.texts.clock(hours.opened or call.now.time())
        return Outcome(facts, (Post(doc(call.texts.t("meeting.opened_afterwards", clock=clock))),))
    ended = MeetingEnded(**{**call.base, "meeting": meeting.id}, closed=hours.closed)
    told = brief(call, meeting.id, (*facts, ended))
    coordinators = tuple(Tell(told, to=person.id) for person in call.record.coordinators)
    return Outcome((*facts, ended), (React(), *coordinators))


# --------------------------------------------------------------------------------------------- goes on


def _read_on(sentence: Sentence, call: Call) -> Sequence[Claim[GoOn]]:
    text = sentence.text
    whole = (0, len(text))
    if not (call.leads or call.addressed) or len(text) > 120:
        return ()
    if say.REOPEN.match(text):
        return (Claim(GoOn(), whole),)
    if not call.leads or not say.GOES_ON.match(text):
        return ()
    going = call.record.open_meeting
    if going is not None:
        return (Claim(GoOn(), whole),) if going.lapsed or call.addressed or asked_for_end(call) else ()
    held = call.record.draft
    just_ended = held is not None and held.ended_at is not None and call.said.at - held.ended_at <= LATE
    return (Claim(GoOn(), whole),) if just_ended else ()


def _go_on(intent: GoOn, call: Call) -> Outcome:
    going = call.record.open_meeting
    if going is not None:
        goes_on = MeetingGoesOn(**{**call.base, "meeting": going.id})
        return Outcome((goes_on, *settled(going, call)), (React(),))
    held = call.record.draft or call.record.latest_held()
    if held is None:
        raise WrongPhase("not_open")
    if held.phase is Phase.PUBLISHED:
        raise WrongPhase("already_published")
    reopened = MeetingStarted(**{**call.base, "meeting": held.id})
    clock = call.texts.clock(call.now.time())
    return Outcome((reopened,), (Post(doc(call.texts.t("meeting.reopened", clock=clock))),))


# ------------------------------------------------------------------------------------------- by mistake


def _read_mistake(sentence: Sentence, call: Call) -> Sequence[Claim[NeverOpened]]:
    open_now = call.record.open_meeting is not None
    if not (call.leads and open_now) or len(sentence.text) > 160 or not say.opened_by_mistake(sentence.text):
        return ()
    return (Claim(NeverOpened(), (0, len(sentence.text))),)


def _never_opened(intent: NeverOpened, call: Call) -> Outcome:
    meeting = call.record.open_meeting
    if meeting is None:
        raise WrongPhase("not_open")
    return take_back_start(meeting, call)


TELL_HOURS: Command[TellHours] = Command(
    name="tell_hours",
    words={"sv": ("mötet började", "mötet slutade"), "en": ("the meeting began", "the meeting ended")},
    read=_read_hours,
    handle=_tell_hours,
    who=Who.LEAD,
    shown=frozenset({When.DURING, When.AFTER}),
    examples=(
        Example("mötet började 13.05", ("meeting_timed",), when=When.DURING, lead=True),
        Example("mötet slutade 14.50", ("meeting_timed",), when=When.AFTER, lead=True, addressed=True),
        Example("the meeting ended at 2:50 pm", ("meeting_timed",), when=When.AFTER, lead=True, language="en"),
    ),
)
GO_ON: Command[GoOn] = Command(
    name="go_on",
    words={"sv": ("öppna mötet igen", "vi fortsätter"), "en": ("open the meeting again", "we go on")},
    read=_read_on,
    handle=_go_on,
    who=Who.LEAD,
    shown=frozenset({When.AFTER}),
    examples=(
        Example(
            "öppna mötet igen", ("meeting_started",), says="öppet igen", when=When.AFTER, lead=True, addressed=True
        ),
        Example("reopen the meeting", ("meeting_started",), when=When.AFTER, lead=True, addressed=True, language="en"),
    ),
)
NEVER_OPENED: Command[NeverOpened] = Command(
    name="never_opened",
    words={"sv": ("ångra starten",), "en": ("undo the start",)},
    read=_read_mistake,
    handle=_never_opened,
    who=Who.LEAD,
    shown=frozenset({When.DURING}),
    examples=(
        Example("oj fel, stoppa mötet", ("withdrawn",), says="öppnades inte", when=When.DURING, lead=True),
        Example("oops, wrong day, stop the meeting", ("withdrawn",), when=When.DURING, lead=True, language="en"),
    ),
)
