"""Commands as people say them in passing: taken back, searched for, published, corrected, ticked off, agreed on."""

from __future__ import annotations

import pytest

from handlers.catalogue import COMMANDS
from handlers.command import When
from handlers.reading.chatter import is_chatter
from handlers.reading.parts import split
from handlers.reading.understand import understand
from tests.situation import call


def read_as(text: str, when: When, *, lead: bool = False, addressed: bool = False, language: str = "sv") -> list[str]:
    talk = call(when, "Tora Lindmo" if lead else "Malin Ros", addressed=addressed, language=language)
    return [reading.command for reading in understand(text, talk, COMMANDS).readings]


def claimed(text: str, when: When) -> set[str]:
    """Give the commands that claim a text which somebody who leads says to the bot."""
    talk = call(when, "Tora Lindmo", addressed=True)
    return {one.name for one in COMMANDS for part in split([text]) if one.read(part, talk)}


@pytest.mark.parametrize(
    "text",
    [
        "nej det blev fel, ångra det", "oj, fel kanal, ta tillbaka det", "stryk mitt senaste meddelande tack",
        "bortse från det jag skrev nyss", "oops, take that back", "ignore my last message", "scratch that",
    ],
)  # fmt: skip
def test_what_was_said_by_mistake_is_taken_back(text: str) -> None:
    assert read_as(text, When.DURING) == ["undo"]


@pytest.mark.parametrize(
    "text", ["ångrar att jag tog bilen", "glöm inte nyckeln", "stryk den sista meningen i rapporten", "ta bort det"]
)
def test_words_that_only_sound_so_take_nothing_back(text: str) -> None:
    assert "undo" not in read_as(text, When.DURING)


@pytest.mark.parametrize(
    ("text", "command", "when"),
    [
        pytest.param("har vi någonsin pratat om cykelgaraget?", "search", When.BEFORE, id="ever"),
        pytest.param("finns det något antecknat om cykelgaraget?", "search", When.BEFORE, id="anything noted"),
        pytest.param("what was the decision on the bike shed?", "search", When.BEFORE, id="the decision"),
        pytest.param("kan jag få instruktioner", "help", When.BEFORE, id="instructions"),
        pytest.param("vad har jag kvar på listan", "show_actions", When.AFTER, id="what is left"),
        pytest.param("vad är det Karin Holmsund ska göra?", "show_actions", When.AFTER, id="what she is to do"),
        pytest.param("is there anything outstanding from me?", "show_actions", When.AFTER, id="outstanding"),
    ],
)
def test_one_may_ask_in_ones_own_words(text: str, command: str, when: When) -> None:
    assert read_as(text, when, addressed=True) == [command]


@pytest.mark.parametrize(
    "text", ["ok, ut med dem", "ser bra ut, publicera", "anteckningarna kan gå ut nu", "looks good, send them out"]
)
def test_the_draft_is_published_with_a_nod(text: str) -> None:
    assert "publish" in claimed(text, When.AFTER)


@pytest.mark.parametrize(
    "text",
    [
        "ändra 14 tkr till 41 tkr", "det står maj i anteckningarna, ska vara mars",
        "namnet stavas Lindmoe, inte Lindmo",
        "it says May in the notes, should be March",
    ],
)  # fmt: skip
def test_what_stands_wrong_is_corrected(text: str) -> None:
    assert read_as(text, When.DURING, addressed=True) == ["correct"]


@pytest.mark.parametrize(
    "text", ["fel starttid i anteckningarna, mötet började 13.10", "ändra i protokollet: mötet slutade 14.40"]
)
def test_wrong_hours_are_corrected(text: str) -> None:
    assert "tell_hours" in claimed(text, When.AFTER)


@pytest.mark.parametrize(
    ("text", "commands"),
    [
        pytest.param("dagordningen fastställs", ["approve"], id="adopted"),
        pytest.param("då godkänner vi dagordningen, och sen tar vi Trisam", ["approve", "take_item"], id="and a step"),
        pytest.param("BESLUT lokalen hyrs ut på helger", ["decide"], id="in capitals"),
        pytest.param("vi noterar det som beslut: lokalen hyrs ut", ["decide"], id="noted as a decision"),
        pytest.param("alla nickar till att börja kvart över", ["agree"], id="nods"),
        pytest.param("vi ses en kvart tidigare på hösten, så får det bli", ["agree"], id="so be it"),
        pytest.param("frågetecken att ta med vidare: vem betalar hyran", ["raise_question"], id="a question mark"),
        pytest.param("sluta anteckna en stund", ["off_record"], id="a pause"),
        pytest.param("boka lokal till planeringsdagen är gjort, bocka av", ["finish_action"], id="ticked off last"),
    ],
)
def test_a_meeting_is_led_in_everyday_words(text: str, commands: list[str]) -> None:
    assert read_as(text, When.DURING, lead=True) == commands


@pytest.mark.parametrize(
    "text",
    [
        "min cykel är lagad nu", "enligt uppgift från kommunen", "hold on, phone", "where's the link to that list",
        "vi kan inte göra något åt det ändå", "mind your step", "alla med på det?",
    ],
)  # fmt: skip
def test_talk_of_other_things_is_no_note(text: str) -> None:
    assert is_chatter(text)


@pytest.mark.parametrize(
    "text",
    ["min enhet har anställt två personer", "enligt kommunen är 34 inskrivna", "våra barn får vänta i tre månader"],
)
def test_what_is_said_of_the_work_is_no_chatter(text: str) -> None:
    assert not is_chatter(text)
