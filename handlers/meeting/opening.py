"""Open and close a meeting, by command or in ordinary words from one who leads it; now, or afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from handlers.command import (
    Call,
    Claim,
    Command,
    Example,
    Outcome,
    Post,
    React,
    Reply,
    Sentence,
    Tell,
    When,
    Who,
)
from handlers.meeting import wording as say
from handlers.meeting.talk import closes, opens
from handlers.meeting.undone import settled, take_back_start, was_a_mistake
from handlers.minutes.minutes import choices, findings, publication
from meetings.agenda import agenda
from meetings.attendance import EXPECTED
from meetings.compile import compile_minutes
from meetings.document import Document
from meetings.errors import NoMeeting, WrongPhase
from meetings.facts import (
    About,
    Fact,
    ItemProposed,
    MeetingEnded,
    MeetingMoved,
    MeetingPlanned,
    MeetingStarted,
    MeetingTimed,
)
from meetings.record import Meeting, Pending, Phase

EARLY = timedelta(minutes=45)
"""How long before its booked start ordinary words may open a meeting."""
LATE = timedelta(hours=3)
"""How long after its booked start they still may."""


@dataclass(frozen=True)
class Start:
    """Open the meeting; `at` a local time somebody gave."""

    at: time | None = None
    plain: bool = False


@dataclass(frozen=True)
class End:
    """Close the meeting; `at` a local time somebody gave. `repeated` when it is said again in the same message."""

    at: time | None = None
    plain: bool = False
    repeated: bool = False


# ------------------------------------------------------------------------------------------------ open


def _read_start(sentence: Sentence, call: Call) -> Sequence[Claim[Start]]:
    text = sentence.text
    whole = (0, len(text))
    match = say.START_COMMAND.search(text) if call.addressed and not text.endswith("?") else None
    if match is not None and (match.start() == 0 or sentence.after_address or call.private):
        return (Claim(Start(say.clock_in(text, call)), whole),)
    if call.leads and _about_time(call) and (opening := opens(text, call, booked=call.meeting)) is not None:
        return (Claim(Start(opening.at, plain=True), whole),)
    return ()


def _about_time(call: Call) -> bool:
    """Tell whether a meeting is booked for about now, or one is open already, so that ordinary words may mean it."""
    if call.when is When.DURING:
        return True
    meeting = call.meeting
    if meeting is None or meeting.phase is not Phase.PLANNED:
        return False
    start = datetime.combine(meeting.date, meeting.start or call.now.time(), tzinfo=call.now.tzinfo)
    return start - EARLY <= call.now <= start + LATE


def _start(intent: Start, call: Call) -> Outcome:
    meeting = call.meeting
    if call.when is When.DURING and meeting is not None:
        if intent.at is not None and not intent.plain:
            return Outcome((MeetingTimed(**call.base, opened=intent.at),), (React(),))
        if intent.plain or meeting.started_at == call.said.at:
            return Outcome()
        raise WrongPhase("already_open")
    left = call.record.open_meeting
    closed = () if left is None else (MeetingEnded(**{**call.base, "meeting": left.id}, closed=last_word(left, call)),)
    facts = begin(call, intent.at, booked(call, intent.at))
    return Outcome((*closed, *facts), _opening(facts, call))


def booked(call: Call, at: time | None = None) -> Meeting | None:
    """Give the meeting booked for today nearest to an hour (None: now); in the small hours also last night's."""
    today = call.now.date()
    near = datetime.combine(today, at, tzinfo=call.now.tzinfo) if at else call.now
    planned = (one for one in call.record.meetings.values() if one.phase is Phase.PLANNED)
    starts = {one.id: (one, _booked_start(one, call)) for one in planned}
    fitting = [
        (abs(start - near), one)
        for one, start in starts.values()
        if one.date == today or timedelta() < call.now - start <= LATE
    ]
    return min(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _booked_start(meeting: Meeting, call: Call) -> datetime:
    return datetime.combine(meeting.date, meeting.start or call.now.time(), tzinfo=call.now.tzinfo)


def begin(call: Call, at: time | None, meeting: Meeting | None) -> tuple[Fact, ...]:
    """Give the facts of a meeting that begins now, or that began at a local time before now.

    What has been written since it began belongs to it: it is then open from that moment on. A meeting that nobody has
    booked is booked by it. Raises NoMeeting when ordinary words alone would have to book one.
    """
    if meeting is None and not call.addressed:
        raise NoMeeting()
    day = meeting.date if meeting is not None else call.now.date()
    moment = datetime.combine(day, at, tzinfo=call.now.tzinfo) if at is not None else call.now
    known = max((fact.said.at for fact in call.ledger.facts if _books(fact, meeting)), default=None)
    since = max(moment.astimezone(UTC), known.astimezone(UTC)) if known is not None else moment.astimezone(UTC)
    afterwards = since < call.said.at
    said = call.said.model_copy(update={"at": since}) if afterwards else call.said
    target = meeting.id if meeting is not None else call.ids.new("m")
    facts: list[Fact] = []
    if meeting is None:
        planned = MeetingPlanned(**{**call.base, "said": said}, target=target, date=day, meeting_kind="extra")
        facts.append(planned)
    base = {**call.base, "said": said, "meeting": target}
    if not agenda(call.ledger.after(facts).record if facts else call.record, target):
        # What is said must stand under something: without an item it would be in no minutes.
        title = call.texts.t("meeting.without_agenda")
        facts.append(ItemProposed(**base, item=call.ids.new("i"), title=title, for_meeting=target))
        base = {**base, "id": call.ids.fact()}
    return (*facts, MeetingStarted(**base, opened=at, told=call.said.at if afterwards else None))


def _books(fact: Fact, meeting: Meeting | None) -> bool:
    """Tell whether a fact is what a meeting is known by: it cannot be open before that was said."""
    return meeting is not None and isinstance(fact, MeetingPlanned | MeetingMoved) and fact.target == meeting.id


def _opening(facts: Sequence[Fact], call: Call) -> tuple[Reply, ...]:
    """Tell the channel that the meeting is open, how many are expected, and what it begins with."""
    texts = call.texts
    started = facts[-1]
    assert isinstance(started, MeetingStarted)
    assert started.meeting is not None
    record = call.ledger.after(facts[:-1]).record if len(facts) > 1 else call.record
    meeting = record.meetings[started.meeting]
    coming = sum(report.status == "present" for report in meeting.attendance.values())
    away = sum(report.status == "absent" for report in meeting.attendance.values())
    first = next(iter(agenda(record, meeting.id)), None)
    clock = texts.clock(started.opened or call.now.time())
    expected = (person for person in record.members if person.capacity in EXPECTED and not person.coordinator)
    silent = sum(person.id not in meeting.attendance for person in expected)
    lines = [texts.paragraph("meeting.opened", clock=clock, coming=coming, away=away, silent=silent)]
    if first is not None:
        key = "meeting.first_paragraph" if first.number.startswith("§") else "meeting.first_item"
        lines.append(texts.paragraph(key, number=first.number, title=first.item.title))
    addressed = record.group.only_when_addressed
    lines.append(texts.paragraph("meeting.recording_addressed" if addressed else "meeting.recording"))
    return (Post(Document(tuple(lines))),)


# ----------------------------------------------------------------------------------------------- close


def _read_end(sentence: Sentence, call: Call) -> Sequence[Claim[End]]:
    text = sentence.text
    whole = (0, len(text))
    match = say.END_COMMAND.search(text) if call.addressed and not text.endswith("?") else None
    if match is not None and (match.start() == 0 or sentence.after_address or call.private):
        return (Claim(End(say.clock_in(text, call)), whole),)
    if call.record.open_meeting is None:
        return ()
    if call.leads and (closing := closes(text, call, call.record.open_meeting)) is not None:
        return (Claim(End(closing.at, plain=True, repeated=closing.repeated), closing.span),)
    if asked_for_end(call) is not None and (call.private or call.thread is not None):
        at = say.clock_in(text, call) if len(text) < 40 else None
        if at is not None or say.OVER.match(text):
            return (Claim(End(at), whole),)
    return ()


def asked_for_end(call: Call) -> Pending | None:
    """Give the question whether the open meeting is over, if the speaker has been asked it and has not answered."""
    pending = call.pending
    return pending if pending is not None and pending.about is About.END else None


def _end(intent: End, call: Call) -> Outcome:
    meeting = call.record.open_meeting
    if intent.repeated:
        return Outcome()
    if meeting is None:
        if intent.plain:
            return Outcome()
        raise WrongPhase("not_open")
    if intent.at is None and was_a_mistake(meeting, call):
        return take_back_start(meeting, call)
    return finish(meeting, call, intent.at)


def finish(meeting: Meeting, call: Call, at: time | None) -> Outcome:
    """Close a meeting that is open; told no hour it ends as booked, and one that nobody ended with its last word."""
    closed = at or last_word(meeting, call)
    ended = MeetingEnded(**{**call.base, "meeting": meeting.id}, closed=closed)
    told = brief(call, meeting.id, (ended,))
    coordinators = tuple(Tell(told, to=person.id) for person in call.record.coordinators)
    facts: tuple[Fact, ...] = (ended, *settled(meeting, call))
    if call.record.group.publish_at_end:
        published, post = publication(call, meeting.id, call.ledger.after((ended,)))
        return Outcome((*facts, published), (React(), post, *coordinators))
    return Outcome(facts, (React(), *coordinators))


def last_word(meeting: Meeting, call: Call) -> time | None:
    """Give the hour of what was last taken down in a meeting that lapsed without a booked end."""
    if not meeting.lapsed or meeting.end is not None:
        return None
    written = [passage.at for passage in meeting.passages if passage.at is not None]
    last = max((*written, meeting.told_at or call.said.at)).astimezone(call.record.group.zone)
    return last.time().replace(second=0, microsecond=0)


def brief(call: Call, meeting: str, facts: Sequence[Fact], key: str = "meeting.ended") -> Document:
    """Tell the coordinator in short what the draft holds once these facts are there, and what to look at in it.

    `key` is the sentence that it begins with.
    """
    texts = call.texts
    minutes = compile_minutes(call.ledger.after(facts).record, meeting)
    lapsed = call.record.meetings[meeting].lapsed if meeting in call.record.meetings else False
    ended = next((fact for fact in facts if isinstance(fact, MeetingEnded)), None)
    told = ended.closed if ended is not None else None
    clock = told or (minutes.end if lapsed or ended is None else None) or call.now.time()
    head = texts.paragraph(
        key,
        clock=texts.clock(clock),
        day=texts.short_date(minutes.date, call.now.date()),
        items=texts.t("meeting.items", n=len(minutes.items)),
        actions=texts.t("meeting.actions", n=len(minutes.actions)),
        questions=texts.t("meeting.questions", n=len(minutes.questions)),
    )
    return Document.of(head, *findings(minutes, texts), choices(texts))


START = Command(
    name="start",
    words={"sv": ("starta mötet", "starta"), "en": ("start the meeting", "start")},
    read=_read_start,
    handle=_start,
    who=Who.LEAD,
    shown=frozenset({When.BEFORE}),
    examples=(
        Example("starta mötet", ("meeting_planned", "meeting_started"), lead=True, addressed=True),
        Example("starta mötet i efterhand 8.30", ("meeting_planned", "meeting_started"), lead=True, addressed=True),
        Example("start the meeting", ("meeting_planned", "meeting_started"), language="en", lead=True, addressed=True),
    ),
)

END = Command(
    name="end",
    words={"sv": ("avsluta mötet", "avsluta"), "en": ("end the meeting", "end")},
    read=_read_end,
    handle=_end,
    who=Who.LEAD,
    shown=frozenset({When.DURING}),
    examples=(
        Example("avsluta mötet", ("meeting_ended",), when=When.DURING, lead=True, addressed=True),
        Example("då avslutar vi där, tack alla", ("meeting_ended",), when=When.DURING, lead=True),
        Example("meeting adjourned, thanks", ("meeting_ended",), language="en", when=When.DURING, lead=True),
    ),
)
