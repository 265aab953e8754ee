"""Approvals belong to the open item or to what they name, and count when one who leads says them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from handlers.command import When
from handlers.conclusions.approvals import APPROVE
from meetings.facts import Decided, Outcome, PreviousMinutesApproved
from meetings.record import Meeting, Phase
from tests.handlers.conclusions import played
from tests.situation import ZONE, call, record


@pytest.mark.parametrize(
    ("text", "clause", "item"),
    [
        ("Dagordning: godkänns", "att godkänna dagordningen", "m1:s1"),
        ("Dagordningen godkänns.", "att godkänna dagordningen", "m1:s1"),
        ("då godkänner vi dagordningen", "att godkänna dagordningen", "m1:s1"),
        (
            "dagordningen godkändes med tillägg av en punkt",
            "att godkänna dagordningen med tillägg av en punkt",
            "m1:s1",
        ),
        ("förra mötets anteckningar godkänns", "att godkänna föregående minnesanteckningar", "m1:s2"),
        ("Godkänns", "att godkänna Ungdomsprojektet", None),
        ("den godkänns också", "att godkänna Ungdomsprojektet", None),
        ("rapporten godkänns", "att godkänna rapporten", None),
        ("the agenda is approved", "att godkänna dagordningen", "m1:s1"),
    ],
)
def test_an_approval_is_a_decision_under_what_it_names(text: str, clause: str, item: str | None) -> None:
    outcome = played(APPROVE, call(When.DURING, by="Tora Lindmo"), text)
    assert outcome is not None
    (fact,) = outcome.facts
    assert isinstance(fact, Decided)
    assert (fact.clauses, fact.outcome, fact.item) == ((clause,), Outcome.APPROVE, item)


def test_two_things_approved_in_one_breath_are_two_decisions() -> None:
    outcome = played(
        APPROVE, call(When.DURING, by="Tora Lindmo"), "Dagordning och föregående minnesanteckningar godkänns"
    )
    assert outcome is not None
    assert [fact.item for fact in outcome.facts if isinstance(fact, Decided)] == ["m1:s1", "m1:s2"]


@pytest.mark.parametrize(
    "text",
    [
        "dagordningen gicks igenom",
        "dagordningen godkänns inte",
        "kan vi godkänna dagordningen?",
        "godkänt på uppkörningen!!",
        "det känns inte helt godkänt",
        "ansökan godkändes av länsstyrelsen",
        "mitt körkort är godkänt",
    ],
)
def test_what_is_no_approval_by_the_meeting_is_left_alone(text: str) -> None:
    assert played(APPROVE, call(When.DURING, by="Tora Lindmo"), text) is None


def test_a_members_approval_decides_nothing() -> None:
    assert played(APPROVE, call(When.DURING, by="Malin Ros"), "Godkänns") is None


@pytest.mark.parametrize("when", [When.BEFORE, When.AFTER])
def test_nothing_is_approved_outside_a_meeting(when: When) -> None:
    assert played(APPROVE, call(when, by="Tora Lindmo"), "Dagordningen godkänns") is None


def test_approving_the_previous_minutes_approves_the_latest_published_ones() -> None:
    known = record(When.DURING)
    for number, phase in enumerate((Phase.PUBLISHED, Phase.PUBLISHED, Phase.ENDED), 1):
        day = date(2026, number, 10)
        known.meetings[f"e{number}"] = Meeting(
            id=f"e{number}", date=day, phase=phase, started_at=datetime(2026, number, 10, 13, tzinfo=ZONE)
        )
    made = call(When.DURING, by="Tora Lindmo", of=known)
    outcome = played(APPROVE, made, "föregående minnesanteckningar godkänns")
    assert outcome is not None
    fact = outcome.facts[1]
    assert isinstance(fact, PreviousMinutesApproved)
    assert fact.of == "e2"


def test_approving_the_open_item_about_the_previous_minutes_approves_them() -> None:
    known = record(When.DURING)
    known.meetings["m1"].item_now = "m1:s2"
    known.meetings["e1"] = Meeting(
        id="e1", date=date(2026, 2, 3), phase=Phase.PUBLISHED, started_at=datetime(2026, 2, 3, 13, tzinfo=ZONE)
    )
    outcome = played(APPROVE, call(When.DURING, by="Tora Lindmo", of=known), "Godkänns")
    assert outcome is not None
    assert [fact.kind for fact in outcome.facts] == ["decided", "previous_minutes_approved"]
