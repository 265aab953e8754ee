"""A wish for a new group is read as it is said, and nothing else is."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.groups.by_talk import founding_of, read_founding, read_link
from handlers.groups.templates import apply_template, find_template, municipalities, templates
from meetings.group import GroupSettings, Person
from meetings.ledger import Ledger
from tests.situation import ZONE


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("@mötesbot ny grupp Mysam Ekvik", "Mysam Ekvik", ""),
        ("ny grupp: Styrelsen Ekvik", "Styrelsen Ekvik", ""),
        ("@mötesbot skapa en grupp som heter Projekt Trygg Väg. tack", "Projekt Trygg Väg", "tack"),
        ("@mötesbot ny grupp Mysam Ekvik, använd Mysam-mallen", "Mysam Ekvik", "använd Mysam-mallen"),
        ("@mötesbot ny grupp Mysam Ekvik med Mysam-mallen", "Mysam Ekvik", "med Mysam-mallen"),
        ("@mötesbot starta gruppen Norr - Söder", "Norr - Söder", ""),
        ('@mötesbot ny grupp "Fyrklövern"', "Fyrklövern", ""),
        ("@meetingbot set up a group called Project Board", "Project Board", ""),
        ("@mötesbot ny grupp Mysam Ekvik\nfyra möten per år", "Mysam Ekvik", "fyra möten per år"),
        ("@mötesbot ny grupp", "", ""),
    ],
)
def test_a_new_group_is_read_with_its_name(text: str, name: str, rest: str) -> None:
    intent = read_founding(text)
    assert intent is not None
    assert (intent.name, intent.rest) == (name, rest)


@pytest.mark.parametrize(
    "text",
    [
        "gruppen är trevlig",
        "starta mötet",
        "en grupp träffades igår",
        "nya rutiner",
        "grupp 3 redovisar",
        "> ny grupp X",
    ],
)
def test_other_words_found_nothing(text: str) -> None:
    assert read_founding(text) is None


def test_whoever_sets_up_a_group_is_member_and_coordinator() -> None:
    known = Person(id="p7", name="Ulla Falk", role="Enhetschef", organisation="Försäkringskassan", account="u7")
    intent = read_founding("ny grupp Mysam Ekvik")
    assert intent is not None
    founding = founding_of(
        intent,
        group_id="mysam-ekvik",
        channel="#mysam-ekvik",
        at=datetime(2026, 9, 1, tzinfo=ZONE),
        account="u7",
        name="ulla",
        known=known,
    )
    record = Ledger(founding.facts).record
    (founder,) = record.members
    assert (founder.name, founder.organisation, founder.coordinator) == ("Ulla Falk", "Försäkringskassan", True)
    assert record.leads(founder)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("den här kanalen hör till Mysam Ekvik", "Mysam Ekvik"),
        ("koppla kanalen till Mysam Ekvik.", "Mysam Ekvik"),
        ("this channel belongs to Mysam Ekvik", "Mysam Ekvik"),
        ("kanalen är rörig", None),
    ],
)
def test_a_channel_is_given_to_a_group_by_saying_so(text: str, name: str | None) -> None:
    assert read_link(text) == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mysam Ekvik", ("Ekviks kommun",)),
        ("Mysam Hedefors", ("Hedefors kommun",)),
        ("mysam boda", ("Boda kommun",)),
        ("Mysam Kalmar", ("Kalmar kommun",)),
        ("Mysam Norrby och Söderby", ("Norrby kommun", "Söderby kommun")),
        ("Mysam", ()),
    ],
)
def test_the_municipality_is_in_the_groups_name(name: str, expected: tuple[str, ...]) -> None:
    assert municipalities(name) == expected


@pytest.mark.parametrize("template", templates(), ids=lambda template: str(template.id))
def test_every_template_gives_an_agenda_in_both_languages(template: object) -> None:
    for known in templates():
        for language in ("sv", "en"):
            group = GroupSettings.model_validate({"name": "Mysam Ekvik", "channel": "#e", "language": language})
            made, named = apply_template(known, group)
            assert {item.place for item in made.standing} == {"head", "tail"}
            assert "standing" in named


@pytest.mark.parametrize(
    "words", ["Mysam", "styrelse", "styrelsens", "protokolls", "projektgrupps", "förenings", "board"]
)
def test_a_template_is_found_by_what_people_call_it(words: str) -> None:
    assert find_template(words) is not None


@given(st.text(max_size=200))
def test_reading_a_founding_survives_any_text(text: str) -> None:
    read_founding(text)
    read_link(text)
    find_template(text)
    municipalities(text)
