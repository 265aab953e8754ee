"""Whoever speaks to the bot and is not understood gets one line that says what would work."""

from __future__ import annotations

import pytest

from documents.text import to_text
from handlers.catalogue import COMMANDS
from handlers.command import Answer, Tell, When
from handlers.reading.understand import understand
from tests.handlers.test_catalogue import ledger_when
from tests.handlers.test_settings import heard
from tests.situation import call

COORDINATOR, MEMBER = "Tora Lindmo", "Malin Ros"


def told(text: str, by: str = MEMBER, when: When = When.BEFORE, language: str = "sv") -> str:
    situation = heard(call(when, by=by, addressed=True, private=True, language=language), ledger_when(when))
    outcome = understand(text, situation, COMMANDS)
    return "\n".join(to_text(reply.document) for reply in outcome.replies if isinstance(reply, Tell | Answer))


@pytest.mark.parametrize(
    ("text", "by", "says"),
    [
        pytest.param("ångra det Olle skrev i går", COORDINATOR, "Skriv till exempel", id="undo, said in another way"),
        pytest.param("återställ", COORDINATOR, "Skriv till exempel", id="a command without what it is about"),
        pytest.param("nästa punkt", MEMBER, "Mötet är inte öppnat", id="the next item where no meeting is open"),
        pytest.param("klistra in", MEMBER, "Det kan Tora Lindmo göra", id="what only the one who leads may"),
        pytest.param("satrta mötet", COORDINATOR, "Menar du starta mötet?", id="a misspelt command"),
    ],
)
def test_a_command_that_cannot_be_read_is_answered_with_what_would_work(text: str, by: str, says: str) -> None:
    assert says in told(text, by)


@pytest.mark.parametrize("command", [pytest.param(one, id=one.name) for one in COMMANDS if any(one.words.values())])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_nobody_is_asked_whether_she_means_what_she_wrote(command: object, language: str) -> None:
    for word in command.words[language]:  # type: ignore[attr-defined]
        said = told(f"{word} xyzzy plugh", COORDINATOR, language=language)
        assert f"{word} känner" not in said
        assert f"know {word}." not in said


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        pytest.param(
            "sv", ("När du vill:", "Under mötet:", "Efter mötet:", "Gruppen och dess möten:"), id="in Swedish"
        ),
        pytest.param(
            "en",
            ("At any time:", "During the meeting:", "After the meeting:", "The group and its meetings:"),
            id="in English",
        ),
    ],
)
def test_the_whole_help_stands_under_the_times_at_which_it_is_needed(language: str, headings: tuple[str, ...]) -> None:
    said = told("hjälp allt" if language == "sv" else "help all", COORDINATOR, language=language)
    at = [said.index(heading) for heading in headings]
    assert at == sorted(at)
    assert said.index("punkt –" if language == "sv" else "agenda item –") < at[1]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ångra det Olle skrev", id="a command said in a way that cannot be read"),
        pytest.param("satrta mötet", id="a misspelt command"),
        pytest.param("punkt 14", id="an item that is not there"),
    ],
)
def test_what_is_said_to_the_bot_in_a_meeting_is_answered_and_not_noted(text: str) -> None:
    situation = heard(call(When.DURING, by=COORDINATOR, addressed=True), ledger_when(When.DURING))
    outcome = understand(text, situation, COMMANDS)
    assert not [fact for fact in outcome.facts if fact.kind == "noted"]
    assert any(isinstance(reply, Tell) for reply in outcome.replies)


def test_an_item_that_is_not_there_is_no_note_in_the_channel_either() -> None:
    situation = heard(call(When.DURING, by=MEMBER), ledger_when(When.DURING))
    outcome = understand("punkt 14", situation, COMMANDS)
    assert outcome.facts == ()
    assert len(outcome.replies) == 1
