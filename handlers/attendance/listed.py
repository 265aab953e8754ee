"""Show who comes and who does not: "vilka kommer?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.command import Answer, Call, Claim, Command, Example, Outcome, Sentence, When
from meetings.attendance import attendance, unanswered
from meetings.document import Document, ListBlock, bullets
from meetings.errors import NoMeeting
from meetings.language import Texts
from meetings.minutes import Attendee

_LIST = (
    r"(?:visa\s+|lista\s+|show\s+(?:the\s+)?)?(?:närvaro(?:n|lista|listan)?|deltagarlista|deltagarlistan"
    r"|deltagare|anmälda"
    r"|attendance(?:\s+list)?|attendees)"
)
_WHO_COMES = (
    r"(?:vilka|vem|vem\s+alla|hur\s+många)\s+(?:som\s+)?(?:kommer|är\s+(?:med|här|närvarande|anmälda)|deltar"
    r"|har\s+(?:svarat|anmält\s+sig|förhinder|tackat\s+(?:ja|nej)))"
    r"|(?:who(?:\s+all)?|how\s+many)(?:\s+is|\s+are|'s|\s+has|\s+have)?\s+(?:coming|attending|here|present"
    r"|joining|replied|answered|absent)"
)
_WHEN = (
    r"(?:\s+(?:på|till|på\s+mötet|till\s+mötet|idag|i\s+dag|mötet|nästa\s+möte|hittills|så\s+långt|[a-zåäö]+dag"
    r"|today|to|the|next|meeting|on|[a-z]+day|so\s+far))*"
)
_ASKED = re.compile(rf"\s*(?:{_LIST}|{_WHO_COMES}){_WHEN}\s*[?.!]*\s*\Z", re.IGNORECASE)


@dataclass(frozen=True)
class ShowAttendance:
    """Show the attendance of the meeting at hand."""


def read_question(sentence: Sentence, call: Call) -> Sequence[Claim[ShowAttendance]]:
    """Find a question to the bot about who comes; put to the room it is none of the bot's business."""
    if not call.addressed or len(sentence.text) > 120 or _ASKED.match(sentence.text) is None:
        return ()
    return (Claim(ShowAttendance(), (0, len(sentence.text))),)


def show_attendance(intent: ShowAttendance, call: Call) -> Outcome:
    """Answer with those who come, those who do not, and those who have not answered."""
    meeting = call.meeting
    if meeting is None:
        raise NoMeeting
    t = call.texts
    day = t.short_date(meeting.date, call.now.date())
    rows = attendance(call.record, meeting)
    present = [attendee_line(row, call.texts) for row in rows if row.status == "present"]
    absent = [attendee_line(row, call.texts) for row in rows if row.status == "absent"]
    silent = [person.name for person in unanswered(call.record, meeting)]
    head = t.t("attendance.list_head", name=meeting.title or call.record.group.name, date=day)
    lists: list[ListBlock] = [
        bullets(t.t(f"attendance.list_{what}", n=len(names), names=", ".join(names)))
        for what, names in (("present", present), ("absent", absent), ("silent", silent))
        if names
    ]
    merged = bullets(*(entry for one in lists for entry in one.items)) if lists else None
    return Outcome(replies=(Answer(Document.of(head, *((merged,) if merged else (t.t("attendance.list_empty"),)))),))


def attendee_line(row: Attendee, t: Texts) -> str:
    """Name somebody, with whom she replaces, how she takes part and her hours."""
    told = [
        t.t("attendance.substitutes", name=row.substitutes_for) if row.substitutes_for else "",
        t.t(f"attendance.{row.mode}") if row.mode else "",
        t.t("attendance.from", time=t.clock(row.from_)) if row.from_ else "",
        t.t("attendance.until", time=t.clock(row.until)) if row.until else "",
    ]
    said = ", ".join(part for part in told if part)
    name = row.name or row.unit or ""
    return f"{name} ({said})" if said else name


SHOW_ATTENDANCE: Command[ShowAttendance] = Command(
    name="show_attendance",
    words={"sv": ("närvaro", "vilka kommer"), "en": ("attendance", "who is coming")},
    read=read_question,
    handle=show_attendance,
    addressed_only=True,
    examples=(
        Example("vilka kommer?", says="Inget svar", addressed=True),
        Example("who is coming?", says="No answer", addressed=True, language="en"),
    ),
    shown=frozenset(When),
)
