"""Who decides and signs at a board's meeting, how far its protokoll has come, and when its notice goes up."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.command import When
from meetings.board import deciding, notice, status
from meetings.facts import Basis
from meetings.group import Capacity
from meetings.minutes import Attendee
from meetings.record import Meeting, Record, Report
from tests.situation import board, record


@pytest.fixture
def held() -> tuple[Record, Meeting]:
    made = board(When.AFTER)
    return made, made.meetings["m1"]


def member(
    name: str, capacity: Capacity = Capacity.DECIDING, *, present: bool = True, of: str | None = None
) -> Attendee:
    return Attendee(name=name, capacity=capacity, status="present" if present else "absent", substitutes_for=of)


def test_a_substitute_decides_only_in_an_empty_seat() -> None:
    there = (member("Ada"), member("Bea"), member("Sub", Capacity.SUBSTITUTE))
    assert [one.name for one in deciding(there)] == ["Ada", "Bea"]
    assert [one.name for one in deciding((*there, member("Cia", present=False)))] == ["Ada", "Bea", "Sub"]


def test_a_substitute_for_somebody_decides() -> None:
    there = (member("Ada"), member("Sub", Capacity.SUBSTITUTE, of="Bea"))
    assert [one.name for one in deciding(there)] == ["Ada", "Sub"]


def test_officials_do_not_decide() -> None:
    assert deciding((member("Ada", Capacity.OTHER), member("Bea", Capacity.GUEST))) == ()


def test_a_protokoll_is_a_draft_until_every_adjuster_has_adjusted(held: tuple[Record, Meeting]) -> None:
    _, meeting = held
    meeting.formal.adjusters = ["p3", "p4"]
    meeting.formal.adjusted = {"p3": date(2026, 9, 17)}
    assert status(meeting) == "draft"
    meeting.formal.adjusted["p4"] = date(2026, 9, 18)
    assert status(meeting) == "adjusted"


@pytest.mark.parametrize(
    ("told", "expected"), [("published", "adjusted"), ("corrected", "corrected"), ("approved", "approved")]
)
def test_what_came_after_the_adjusting_counts(held: tuple[Record, Meeting], told: str, expected: str) -> None:
    _, meeting = held
    meeting.formal.adjusted = {"p3": date(2026, 9, 17)}
    meeting.revision = 1
    meeting.revision_status = told  # type: ignore[assignment]
    assert status(meeting) == expected


def test_without_an_adjusting_there_are_no_days_to_propose(held: tuple[Record, Meeting]) -> None:
    made = notice(*held)
    assert made is not None
    assert (made.adjusted, made.posted, made.removed, made.proposed) == (None, None, None, False)


def test_notes_have_no_notice() -> None:
    made = record(When.AFTER)
    assert notice(made, made.meetings["m1"]) is None


def test_the_vice_chair_chairs_when_the_chair_is_away() -> None:
    made = board()
    for key, role in (("p2", "ordförande"), ("p3", "vice ordförande")):
        made.people[key] = made.people[key].model_copy(update={"role": role})
    meeting = made.meetings["m1"]
    assert made.chair_of(meeting) == made.people["p2"]
    assert not made.leads(made.people["p3"])
    meeting.attendance["p2"] = Report("p2", None, "absent", Basis.SELF)
    assert made.chair_of(meeting) == made.people["p3"]
    assert made.leads(made.people["p3"])
