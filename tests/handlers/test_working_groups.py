"""Working groups: set up by the meeting, with whom; another body's own are only told of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.catalogue import COMMANDS
from handlers.command import When
from handlers.reading.understand import understand
from meetings.compile import compile_minutes
from meetings.ledger import Ledger
from meetings.minutes import WorkingGroup
from tests.handlers.test_catalogue import ledger_when
from tests.situation import call


def ledger_after(*texts: str, by: str = "Tora Lindmo") -> Ledger:
    """Give the ledger when these messages have been written in the open meeting."""
    ledger = ledger_when(When.DURING)
    for number, text in enumerate(texts):
        made = call(When.DURING, by, of=ledger.record, message=f"z{number}")
        ledger = ledger.after(understand(text, replace(made, ledger=ledger), COMMANDS).facts)
    return ledger


def groups_after(*texts: str, by: str = "Tora Lindmo") -> tuple[WorkingGroup, ...]:
    """Give the working groups in the minutes when these messages have been written."""
    return compile_minutes(ledger_after(*texts, by=by).record, "m1").working_groups


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("En arbetsgrupp tillsätts för att se över lokalerna.", "se över lokalerna"),
        ("beslut: att tillsätta en arbetsgrupp för att ta fram förslag på lokaler", "ta fram förslag på lokaler"),
        ("Vi bildar en arbetsgrupp kring tolkfrågan", "tolkfrågan"),
        ("vi är överens om att en arbetsgrupp bildas för att se över rutinerna", "se över rutinerna"),
        (
            "Resultatet av diskussionen mynnar ut i att en arbetsgrupp ska tillsättas för att spåna vidare.",
            "spåna vidare",
        ),
        ("a working group is set up to review the premises", "review the premises"),
    ],
)
def test_a_working_group_is_set_up_for_a_purpose(text: str, purpose: str) -> None:
    (group,) = groups_after(text)
    assert group.purpose == purpose


def test_a_working_group_without_a_purpose_is_called_after_its_item() -> None:
    (group,) = groups_after("Nya lokaler: vi tillsätter en arbetsgrupp")
    assert group.purpose == "Nya lokaler"


@pytest.mark.parametrize(
    "text",
    [
        "Arbetsgrupp inom Nordviks kommun som jobbar med frågan",
        "kommunen har tillsatt en arbetsgrupp för att se över lokalerna",
        "AF bildar en arbetsgrupp kring detta",
        "vi borde tillsätta en arbetsgrupp",
        "länets arbetsgrupp träffas i maj",
        "ska vi bilda en arbetsgrupp?",
    ],
)
def test_others_groups_and_wishes_are_information_only(text: str) -> None:
    assert groups_after(text) == ()


def test_members_have_their_degree() -> None:
    (group,) = groups_after(
        "En arbetsgrupp tillsätts för att spåna vidare",
        "Malin, Sven-Åke och Elin Sand eller Olle är intresserade av att delta i arbetsgruppen. Bo är gärna med",
        "I arbetsgruppen ingår Karin Holmsund",
    )
    assert [(one.name, one.degree) for one in group.members] == [
        ("Malin Ros", "interested"),
        ("Sven-Åke Backe", "interested"),
        ("Elin Sand", "either_or"),
        ("Olle Berg", "either_or"),
        ("Bo Ekdahl", "interested"),
        ("Karin Holmsund", "member"),
    ]


def test_members_are_named_where_the_group_is_set_up() -> None:
    (group,) = groups_after(
        "beslut: att bilda en arbetsgrupp för att se över avtalet bestående av Malin Ros och Olle Berg"
    )
    assert (group.purpose, [one.name for one in group.members]) == ("se över avtalet", ["Malin Ros", "Olle Berg"])


def test_somebody_can_offer_herself() -> None:
    (group,) = groups_after("Vi bildar en arbetsgrupp kring tolkfrågan.\nJag är gärna med", by="Malin Ros")
    assert [(one.name, one.degree) for one in group.members] == [("Malin Ros", "interested")]


def test_an_organisation_that_is_to_appoint_somebody_has_a_vacant_seat() -> None:
    (group,) = groups_after(
        "En arbetsgrupp tillsätts för att spåna vidare",
        "Även representanter för FK och vården skulle vara bra att ha med",
    )
    assert group.vacant == ("Försäkringskassan", "vården")


def test_a_name_that_fits_several_is_asked_about_and_not_guessed() -> None:
    ledger = ledger_after(
        "En arbetsgrupp tillsätts för att spåna vidare", "Elin är intresserad av att vara med i gruppen"
    )
    (asked,) = ledger.record.pending.values()
    assert [option.label for option in asked.options] == ["Elin Sand", "Elin Strand"]
    assert groups_after("En arbetsgrupp tillsätts", "Elin är gärna med i arbetsgruppen")[0].members == ()


def test_talk_of_being_with_at_something_else_is_no_membership() -> None:
    (group,) = groups_after("En arbetsgrupp tillsätts för att spåna vidare", "Trisam: Malin är gärna med på kursen")
    assert group.members == ()
