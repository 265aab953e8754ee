"""Open and close a meeting, by command or in ordinary words from one who leads it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from handlers.command import Call, Claim, Command, Example, Outcome, Post, React, Reply, Sentence, Tell, When, Who
from handlers.minutes import choices, findings
from meetings import when as dates
from meetings.agenda import agenda
from meetings.compile import compile_minutes
from meetings.document import Document
from meetings.errors import NoMeeting, WrongPhase
from meetings.facts import Fact, MeetingEnded, MeetingPlanned, MeetingStarted
from meetings.record import Meeting, Phase

EARLY = timedelta(minutes=45)
"""How long before its booked start ordinary words may open a meeting."""
LATE = timedelta(hours=3)
"""How long after its booked start they still may."""

_START_COMMAND = re.compile(
    r"\b(?:starta|startmöte|start|öppna|börja|begin|open)\s*(?:mötet|möte|sammanträdet|the\ meeting|meeting)?\s*(?:nu|now)?\W*$",
    re.IGNORECASE | re.VERBOSE,
)
_START_WORDS = re.compile(
    r"""\bdå\ (?:kör|börjar|startar|sätter)\ vi\b(?!\ (?:inte|om\b))
      | ^(?:nu|då)\ (?:öppnar|börjar|startar)\ (?:vi|jag)\b | ^vi\ (?:kör\ igång|sätter\ igång|börjar|startar|är\ igång)(?:\ (?:nu|då|mötet))*\W*$
      | \bjag\ (?:öppnar|förklarar)\ (?:härmed\ )?(?:mötet|sammanträdet)(?!\ (?:avslutat|för\ avslutat|slut))
      | \b(?:mötet|sammanträdet|mysam|mötena?)\ (?:är\ (?:nu\ )?(?:öppnat|öppet|igång|startat)|öppnas|börjar\ nu|startar\ nu)\b
      | ^(?:hjärtligt\ )?välkom(?:na|men)\ (?:allihop\ |alla\ )?till\ (?:dagens\ |mötet|sammanträdet|mysam)
      | \b(?:let's\ (?:start|begin|get\ started)|i\ (?:now\ )?open\ the\ meeting|the\ meeting\ is\ (?:now\ )?open|welcome\ to\ (?:the|today's)\ meeting|meeting\ called\ to\ order)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_END_COMMAND = re.compile(
    r"\b(?:avsluta|stäng|sluta|end|close|stop|finish)\s*(?:mötet|möte|sammanträdet|the\ meeting|meeting)?\s*(?:nu|now|kl\.?\s*[\d.:]+|at\s*[\d.:]+)?\W*$",
    re.IGNORECASE | re.VERBOSE,
)
_END_WORDS = re.compile(
    r"""\b(?:mötet|sammanträdet|mysam)\ (?:är\ (?:nu\ |härmed\ )?(?:avslutat|slut|över)|avslutas|slut\b)
      | \bförklarar\ (?:jag\ )?(?:härmed\ )?(?:mötet|sammanträdet)\ (?:för\ )?(?:avslutat|slut)
      | \b(?:då|nu|så|vi|jag)\ (?:avslutar|rundar|stänger|slutar|bryter)\ (?:vi|jag|av|här|där|mötet|nu|för\ idag|för\ i\ dag)\b
      | \b(?:vi\ )?avslutar\ (?:vi\ )?(?:där|här|mötet)\b | \b(?:då\ är\ vi\ klara)\ (?:för\ (?:idag|i\ dag))
      | \b(?:meeting\ (?:is\ )?(?:adjourned|closed|over)|that\ concludes|we\ (?:are|'re)\ done\ for\ today|let's\ (?:close|end)\ (?:here|the\ meeting))
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NEGATED = re.compile(r"\b(?:inte|aldrig|när|hur|om|kanske|snart|not|when|how|if|maybe|soon)\b|\?", re.IGNORECASE)


@dataclass(frozen=True)
class Start:
    """Open the meeting; `at` a local time somebody gave."""

    at: time | None = None
    plain: bool = False


@dataclass(frozen=True)
class End:
    """Close the meeting; `at` a local time somebody gave."""

    at: time | None = None
    plain: bool = False


def _clock(text: str, call: Call) -> time | None:
    found = next((w for w in dates.find(text, call.now, language=call.record.group.language) if w.start), None)
    return found.start if found is not None else None


def _read_start(sentence: Sentence, call: Call) -> Sequence[Claim[Start]]:
    text = sentence.text
    whole = (0, len(text))
    if call.addressed and (match := _START_COMMAND.search(text)) and not text.endswith("?"):
        if match.start() == 0 or sentence.after_address or call.private:
            return (Claim(Start(_clock(text, call)), whole),)
    if _START_WORDS.search(text) and not _NEGATED.search(text) and call.leads and _about_time(call):
        return (Claim(Start(plain=True), whole),)
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
    record = call.record
    if call.when is When.DURING:
        started = call.meeting.started_at if call.meeting else None
        if intent.plain or started == call.said.at:
            return Outcome()
        raise WrongPhase("already_open")
    meeting, facts = _meeting_to_start(call)
    facts.append(MeetingStarted(**{**call.base, "meeting": meeting.id}, opened=intent.at))
    return Outcome(tuple(facts), _opening(meeting, call, intent.at or call.now.time()))


def _meeting_to_start(call: Call) -> tuple[Meeting, list[Fact]]:
    """Give the meeting meant: the one booked for today nearest to now, else a new one from now on."""
    today = [m for m in call.record.coming(call.now.date()) if m.date == call.now.date()]
    if today:
        now = call.now.time()
        return min(today, key=lambda m: abs(_minutes(m.start or now) - _minutes(now))), []
    if not call.addressed:
        raise NoMeeting()
    target = call.ids.new("m")
    planned = MeetingPlanned(**call.base, target=target, date=call.now.date(), meeting_kind="extra")
    return Meeting(id=target, date=call.now.date(), place=call.record.group.place, kind="extra"), [planned]


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _opening(meeting: Meeting, call: Call, at: time) -> tuple[Reply, ...]:
    texts = call.texts
    coming = sum(report.status == "present" for report in meeting.attendance.values())
    away = sum(report.status == "absent" for report in meeting.attendance.values())
    first = next(iter(agenda(call.record, meeting.id)), None)
    lines = [texts.paragraph("meeting.opened", clock=texts.clock(at), coming=coming, away=away)]
    if first is not None:
        lines.append(texts.paragraph("meeting.first_item", number=first.number, title=first.item.title))
    lines.append(texts.paragraph("meeting.recording"))
    return (Post(Document(tuple(lines))),)


def _read_end(sentence: Sentence, call: Call) -> Sequence[Claim[End]]:
    text = sentence.text
    whole = (0, len(text))
    if call.addressed and (match := _END_COMMAND.search(text)) and not text.endswith("?"):
        if match.start() == 0 or sentence.after_address or call.private:
            return (Claim(End(_clock(text, call)), whole),)
    if call.when is When.DURING and call.leads and _END_WORDS.search(text) and not _NEGATED.search(text):
        return (Claim(End(_clock(text, call), plain=True), whole),)
    return ()


def _end(intent: End, call: Call) -> Outcome:
    meeting = call.record.open_meeting
    if meeting is None:
        if intent.plain:
            return Outcome()
        raise WrongPhase("not_open")
    ended = MeetingEnded(**{**call.base, "meeting": meeting.id}, closed=intent.at)
    told = _brief(call, meeting.id, ended)
    return Outcome((ended,), (React(), *(Tell(told, to=person.id) for person in call.record.coordinators)))


def _brief(call: Call, meeting: str, ended: MeetingEnded) -> Document:
    """Tell the coordinator in short what the draft holds and what to look at in it."""
    texts = call.texts
    minutes = compile_minutes(call.ledger.after((ended,)).record, meeting)
    head = texts.paragraph(
        "meeting.ended",
        clock=texts.clock(ended.closed or call.now.time()),
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
