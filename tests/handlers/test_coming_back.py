"""What a decision refers back or puts off, and what a note says is taken up next time, comes on a later agenda."""

from __future__ import annotations

import pytest

from handlers.agenda.coming_back import next_time, referred, without_next_time
from handlers.command import When
from handlers.conclusions.outcomes import outcome_of
from meetings.facts import Decided, ItemPostponed, ItemProposed
from tests.situation import call

LEAD = "Tora Lindmo"


def decided(clause: str, item: str | None = None, under: str | None = None) -> Decided:
    made = call(When.DURING, LEAD, formal=True)
    return Decided(**made.base, decision="d1", item=item, clauses=(clause,), outcome=outcome_of((clause,)), under=under)


@pytest.mark.parametrize(
    ("clause", "title"),
    [
        ("att återremittera förfrågan om praktikplatser till kansliet", "Förfrågan om praktikplatser"),
        ("att förfrågan från gymnasiet återremitteras för fortsatt beredning", "Förfrågan från gymnasiet"),
        ("att bordlägga frågan om logotyp", "Logotyp"),
        ("att skjuta upp upphandlingen av städ tills vidare", "Upphandlingen av städ"),
        ("att återremittera ärendet", "Ungdomsprojektet"),
        ("att ärendet återremitteras till arbetsutskottet", "Ungdomsprojektet"),
    ],
)
def test_what_is_referred_back_is_an_item_with_its_origin(clause: str, title: str) -> None:
    facts = referred(decided(clause), call(When.DURING, LEAD, formal=True))
    (fact,) = facts
    assert isinstance(fact, ItemProposed)
    assert (fact.title, fact.origin, fact.for_meeting) == (title, "2026-09-15", None)


def test_an_item_that_is_tabled_is_postponed_itself() -> None:
    (fact,) = referred(decided("att bordlägga ärendet till den 10 november"), call(When.DURING, LEAD, formal=True))
    assert isinstance(fact, ItemPostponed)
    assert (fact.item, fact.to) == ("i0", "m2")


def test_a_sub_matter_that_is_referred_back_keeps_its_heading() -> None:
    made = decided("att återremittera frågan", item="m1:s5", under="Logotypen")
    (fact,) = referred(made, call(When.DURING, LEAD, formal=True))
    assert isinstance(fact, ItemProposed)
    assert fact.title == "Logotypen"


@pytest.mark.parametrize(
    "clause", ["att bevilja 20 000 kr", "att godkänna rapporten", "att flytta kontoret", "att utse", "att"]
)
def test_other_decisions_bring_nothing_back(clause: str) -> None:
    assert referred(decided(clause), call(When.DURING, LEAD, formal=True)) == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Fortsatt finansiering 2027 tas upp som ärende vid kommande sammanträde", "Fortsatt finansiering 2027"),
        ("Frågan om lokaler tas upp på nästa möte.", "Lokaler"),
        ("Rapporten om språkstöd behandlas vid nästa sammanträde", "Rapporten om språkstöd"),
        ("Vi tackar för besöket. Budgeten tas upp igen nästa gång", "Budgeten"),
        ("Handlingsplanen ska tas upp till beslut vid nästa styrelsemöte", "Handlingsplanen"),
    ],
)
def test_what_is_taken_up_next_time_is_an_item(text: str, title: str) -> None:
    (fact,) = next_time(text, call(When.DURING, LEAD, formal=True))
    assert isinstance(fact, ItemProposed)
    assert fact.title == title


@pytest.mark.parametrize(
    "text",
    [
        "Det tas upp på nästa möte",
        "Frågan tas inte upp på nästa möte",
        "Nästa möte är den 10 november",
        "Enkäten tas upp i länsledningen",
        "Vi ses nästa gång",
        "Budgeten togs upp på förra mötet",
    ],
)
def test_what_makes_no_item(text: str) -> None:
    assert next_time(text, call(When.DURING, LEAD, formal=True)) == ()


def test_an_item_that_is_there_already_comes_once() -> None:
    made = call(When.DURING, LEAD, formal=True)
    made.record.items["i1"].for_meeting = "m2"
    assert next_time("Nya lokaler tas upp på nästa möte", made) == ()


def test_the_rest_of_a_note_is_still_read_for_tasks() -> None:
    text = "Budgeten tas upp på nästa möte. Malin bokar lokal"
    assert without_next_time(text, call(When.DURING, LEAD, formal=True)) == "Malin bokar lokal"
