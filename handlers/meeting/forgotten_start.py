"""Notice that a meeting has begun though nobody has opened it, and ask the one who leads it once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from handlers.command import Call, Outcome, When
from handlers.reading.asking import ask
from meetings.agenda import agenda
from meetings.document import doc
from meetings.due import booked_end
from meetings.facts import About, Option
from meetings.item_lead import read_lead
from meetings.record import Meeting, Phase

_BEFORE = timedelta(minutes=5)
_LONGEST = timedelta(hours=3)
# What is only written in a meeting: a roll call, a decision, an approval.
_IN_MEETING = re.compile(
    r"\A\W*(?:upprop|närvarande|närvaro|på\ plats|roll\ call|present|attending|beslut|decision|decided"
    r"|godkän\w+)\b[^?]*\Z",
    re.IGNORECASE | re.VERBOSE,
)
_BULLET = re.compile(r"\A\s*[-*•–]\s+\S")


def ask_to_open(lines: Sequence[str], call: Call) -> Outcome:
    """Ask privately whether to open the booked meeting, when one who leads writes as if it were open."""
    meeting = call.meeting
    if meeting is None or call.private or not call.leads or call.speaker is None or not _is_time(meeting, call):
        return Outcome()
    if not any(_is_of_meeting(line, lines, call) for line in lines):
        return Outcome()
    assert meeting.start is not None
    texts = call.texts
    clock = texts.clock(meeting.start)
    options = (
        Option(label=texts.t("meeting.yes_open", clock=clock), text=texts.t("meeting.say_open", clock=clock)),
        Option(label=texts.t("meeting.no_open"), text=""),
    )
    question = doc(texts.t("meeting.shall_i_open", clock=clock))
    return ask(
        call, About.START, question, options=options, to=call.speaker.id, concerns=f"start:{meeting.id}:{meeting.date}"
    )


def _is_time(meeting: Meeting, call: Call) -> bool:
    if call.when is not When.BEFORE or meeting.phase is not Phase.PLANNED or meeting.start is None:
        return False
    start = datetime.combine(meeting.date, meeting.start, tzinfo=call.now.tzinfo)
    return start - _BEFORE <= call.now <= (booked_end(call.record, meeting) or start + _LONGEST)


def _is_of_meeting(line: str, lines: Sequence[str], call: Call) -> bool:
    assert call.meeting is not None
    if _IN_MEETING.match(line):
        return True
    lead = read_lead(line, agenda(call.record, call.meeting.id))
    if lead is None or line.rstrip().endswith("?"):
        return False
    return bool(line[lead[1] :].strip()) or any(_BULLET.match(other) for other in lines)
