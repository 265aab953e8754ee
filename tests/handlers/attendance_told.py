"""What a sentence reports of attendance, asked as the catalogue asks: the roll call first."""

from __future__ import annotations

from handlers.attendance.reports import REPORT_ATTENDANCE, ROLL_CALL
from handlers.command import Call, Sentence
from meetings.facts import AttendanceReported


def reports(text: str, of: Call) -> list[AttendanceReported]:
    sentence = Sentence(text, first=True, last=True)
    for command in (ROLL_CALL, REPORT_ATTENDANCE):
        if claims := command.read(sentence, of):
            facts = command.handle(claims[0].intent, of).facts
            return [fact for fact in facts if isinstance(fact, AttendanceReported)]
    return []


def only(text: str, of: Call) -> AttendanceReported:
    found = reports(text, of)
    assert len(found) == 1, found
    return found[0]
