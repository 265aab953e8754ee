"""Who is in a group is told in lists, tables and plain words, and shown again."""

from __future__ import annotations

import pytest

from handlers.command import When
from meetings.group import Capacity, Person
from meetings.record import Record
from tests.handlers.test_settings import LEAD, said, words

AF, FK, KOMMUN = "Arbetsförmedlingen", "Försäkringskassan", "Nordviks kommun"
FORBUND = "Samordningsförbundet Nordvik"


def named(record: Record, name: str) -> Person:
    (person,) = [person for person in record.people.values() if person.name == name]
    return person


@pytest.mark.parametrize(
    ("text", "role", "organisation", "capacity"),
    [
        ("medlemmar: Sten Ask, enhetschef, FK", "enhetschef", FK, "member"),
        ("ny medlem: Sten Ask (rektor, Nordviks kommun)", "rektor", KOMMUN, "member"),
        ("medlemmar: Sten Ask – rektor – kommunen", "rektor", KOMMUN, "member"),
        (f"gäster: Sten Ask, förbundschef, {FORBUND}", "förbundschef", FORBUND, "guest"),
        ("medlemmar: Sten Ask, enhetschef på AF, adjungerad", "enhetschef", AF, "adjunct"),
        ("medlemmar: Sten Ask, handläggare AF", "handläggare", AF, "member"),
        ("lägg till Sten Ask, rektor, kommunen som medlem", "rektor", KOMMUN, "member"),
        ("Sten Ask är ny i gruppen, enhetschef på FK", "enhetschef", FK, "member"),
        ("members:\n- Sten Ask, case officer, FK", "case officer", FK, "member"),
        ("medlemmar:\nnamn;roll;organisation\nSten Ask;rektor;Nordviks kommun", "rektor", KOMMUN, "member"),
        ("medlemmar:\nNamn, Organisation, Roll, Funktion\nSten Ask, FK, rektor, gäst", "rektor", FK, "guest"),
    ],
    ids=[
        "by commas", "in brackets", "by dashes", "as guests", "an adjunct", "role and agency together", "as a member",
        "is new", "a bulleted list", "a table with semicolons", "a table in another order",
    ],
)  # fmt: skip
def test_somebody_listed_is_in_the_register(text: str, role: str, organisation: str, capacity: str) -> None:
    record, outcome = said(text)
    person = named(record, "Sten Ask")
    assert (person.role, person.organisation, person.capacity) == (role, organisation, Capacity(capacity))
    assert person.registered
    assert "Sten Ask" in words(outcome)


def test_several_are_listed_at_once_and_those_there_are_only_changed() -> None:
    record, outcome = said("medlemmar: Sten Ask, rektor; Ulla Falk; Bo Ekdahl, teamledare")
    assert named(record, "Ulla Falk").role is None
    assert named(record, "Bo Ekdahl").role == "teamledare"
    assert named(record, "Bo Ekdahl").organisation == "Försäkringskassan"
    assert "Tillagda: Sten Ask (rektor); Ulla Falk" in words(outcome)
    assert "Ändrade: Bo Ekdahl" in words(outcome)


def test_bare_names_are_members_each() -> None:
    record, _ = said("medlemmar: Sten Ask, Ulla Falk och Per-Olof Lind")
    assert {"Sten Ask", "Ulla Falk", "Per-Olof Lind"} <= {person.name for person in record.members}


@pytest.mark.parametrize(
    ("text", "capacity"),
    [
        ("Bo Ekdahl är adjungerad", "adjunct"),
        ("Bo Ekdahl är gäst", "guest"),
        ("Bo är ersättare", "substitute"),
        ("Bo Ekdahl is a guest", "guest"),
    ],
)
def test_somebody_is_in_the_group_as_what_is_said(text: str, capacity: str) -> None:
    assert named(said(text)[0], "Bo Ekdahl").capacity is Capacity(capacity)


def test_an_organisation_is_always_invited_or_when_it_is_needed() -> None:
    assert "Polismyndigheten" in said("polisen bjuds alltid in som gäst")[0].group.guests
    assert said("skolan och psykiatrin adjungeras vid behov")[0].group.adjuncts == ("Skolan", "Psykiatrin")


@pytest.mark.parametrize("text", ["Bo Ekdahl har slutat", "Bo är inte längre med", "ta bort Bo Ekdahl ur gruppen"])
def test_one_who_has_left_is_no_longer_in_the_register_but_still_known(text: str) -> None:
    record, _ = said(text)
    assert not named(record, "Bo Ekdahl").registered
    assert named(record, "Bo Ekdahl") not in record.members


def test_one_more_coordinator_does_not_push_out_those_there_are() -> None:
    record, _ = said("Malin Ros är koordinator")
    assert {person.name for person in record.coordinators} == {LEAD, "Malin Ros"}


def test_a_coordinator_steps_down() -> None:
    record, _ = said("Malin Ros är också koordinator\nTora Lindmo är inte längre koordinator")
    assert [person.name for person in record.coordinators] == ["Malin Ros"]


@pytest.mark.parametrize(
    "text",
    [
        "Bo har slutat röka",
        "är Bo gäst idag?",
        "Elin är medlem",
        "Malin är sjuk",
        "kursen har slutat",
        "alla deltagare fick kaffe",
        "vi fick många gäster på öppet hus",
    ],
)
def test_other_talk_changes_nobody(text: str) -> None:
    before = said("hej", addressed=False)[0]
    record, _ = said(text, addressed=False)
    assert [(p.name, p.capacity, p.registered) for p in record.people.values()] == [
        (p.name, p.capacity, p.registered) for p in before.people.values()
    ]


def test_in_an_open_meeting_a_remark_about_somebody_is_no_change() -> None:
    _, outcome = said("Bo Ekdahl har slutat", when=When.DURING, addressed=False)
    assert "person_removed" not in [fact.kind for fact in outcome.facts]


def test_a_party_adds_its_own_people_and_no_others() -> None:
    own, _ = said("medlemmar: Sten Ask, handläggare, Arbetsförmedlingen", by="Malin Ros")
    assert named(own, "Sten Ask").organisation == "Arbetsförmedlingen"
    other, outcome = said("medlemmar: Sten Ask, handläggare, Försäkringskassan", by="Malin Ros")
    assert "Sten Ask" not in {person.name for person in other.people.values()}
    assert "Det kan Tora Lindmo göra" in words(outcome)


def test_the_members_are_shown() -> None:
    _, outcome = said("vilka är med i gruppen?", by="Malin Ros")
    assert "Bo Ekdahl – Handläggare, Försäkringskassan, har inte skrivit här" in words(outcome)
