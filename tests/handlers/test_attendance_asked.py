"""Who was asked in private whether she comes answers with a yes or a no, and nothing else is taken for one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.attendance.reports import REPORT_ATTENDANCE
from handlers.command import Call, Sentence
from meetings.due_post import Matter
from meetings.facts import AttendanceReported, Basis
from meetings.record import Report
from meetings.reminder_keys import meeting_key
from tests.situation import call, record


def asked(*, private: bool = True) -> Call:
    of = record()
    of.reminded[meeting_key(Matter.NOT_ANSWERED, of.meetings["m1"])] = ("p3",)
    return replace(call(of=of), private=private)


def answer(text: str, of: Call) -> list[AttendanceReported]:
    claims = REPORT_ATTENDANCE.read(Sentence(text, first=True, last=True), of)
    facts = REPORT_ATTENDANCE.handle(claims[0].intent, of).facts if claims else ()
    return [fact for fact in facts if isinstance(fact, AttendanceReported)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ja", "present"),
        ("Japp!", "present"),
        ("det gör jag", "present"),
        ("yes I will", "present"),
        ("sure thing", "present"),
        ("👍", "present"),
        ("nej", "absent"),
        ("nä det blir inget", "absent"),
        ("tyvärr inte", "absent"),
        ("det kan jag inte", "absent"),
        ("no I won't", "absent"),
        ("afraid not", "absent"),
    ],
)
def test_a_bare_answer_is_taken(text: str, status: str) -> None:
    assert [report.status for report in answer(text, asked())] == [status]


def test_what_is_said_along_with_the_answer_counts_too() -> None:
    (report,) = answer("ja, men digitalt", asked())
    assert report.mode == "digital"


@pytest.mark.parametrize("text", ["vet inte än", "kanske", "ja?", "tack för påminnelsen", "vilken sal är det i"])
def test_what_is_no_answer_is_left(text: str) -> None:
    assert answer(text, asked()) == []


@pytest.mark.parametrize("text", ["ja", "nej", "yes"])
def test_a_yes_in_the_channel_or_unasked_is_no_answer(text: str) -> None:
    assert answer(text, asked(private=False)) == []
    assert answer(text, replace(call(), private=True)) == []


def test_one_who_has_answered_is_not_taken_to_answer_again() -> None:
    of = asked()
    of.record.meetings["m1"].attendance["p3"] = Report("p3", None, "present", Basis.SELF)
    assert answer("nej", of) == []
