"""Questions that stay open are kept until somebody closes them; questions to the room are not."""

from __future__ import annotations

import pytest

from handlers.command import When
from handlers.conclusions.questions import CLOSE_QUESTION, RAISE_QUESTION, read_questions
from meetings.errors import UnknownThing, WrongPhase
from meetings.facts import ActionAgreed, Asked, QuestionClosed, QuestionRaised
from meetings.record import Question, Record
from tests.handlers.conclusions import played
from tests.situation import call, record


def with_questions() -> Record:
    known = record(When.DURING)
    for key, text in (("k1", "vem som betalar tolken"), ("k2", "vem som bokar lokal"), ("k3", "vem som bokar tolken")):
        known.questions[key] = Question(id=key, text=text, meeting="m1", item=None)
    return known


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("öppen fråga: vem betalar?", "vem betalar?"),
        ("Fråga kvar: vem betalar", "vem betalar"),
        ("skriv som obesvarad fråga: vem betalar?", "vem betalar?"),
        ("Vi har kvar att reda ut: ersättning för tolk", "ersättning för tolk"),
        ("Frågan om vem som betalar kvarstår", "vem som betalar"),
        ("Frågan om tolkar är fortfarande öppen", "tolkar"),
        ("Vi fick inget svar på frågan om tolkar, den ligger öppen", "tolkar"),
        ("Frågan vem som betalar är inte löst", "vem som betalar"),
        ("Återstår att lösa: vem som betalar", "vem som betalar"),
        ("Parkerad fråga: hyran", "hyran"),
        ("Fråga som finns kvar: vem betalar tolken?", "vem betalar tolken?"),
        ("Frågor som fortfarande finns är vem som betalar", "vem som betalar"),
        ("Det är fortfarande oklart vem som betalar", "vem som betalar"),
        ("Vem som betalar är ännu inte klart", "Vem som betalar"),
        ("Vi vet inte än vem som betalar tolken", "vem som betalar tolken"),
        ("Frågan om vem som betalar får vi återkomma till", "vem som betalar"),
        ("it's still unclear who pays for it", "who pays for it"),
        ("open question: who pays?", "who pays?"),
        ("The question about interpreters remains open", "interpreters"),
    ],
)
def test_a_question_that_stays_open_is_kept(text: str, question: str) -> None:
    outcome = played(RAISE_QUESTION, call(When.DURING), text)
    assert outcome is not None
    assert isinstance(outcome.facts[0], QuestionRaised)
    assert outcome.facts[0].text == question


@pytest.mark.parametrize(
    "text",
    ["vem tar frågan vidare?", "frågan är om vi hinner", "är det en öppen fråga?", "bra fråga!", "jag har en fråga"],
)
def test_a_question_to_the_room_is_none(text: str) -> None:
    assert played(RAISE_QUESTION, call(When.DURING), text) is None


def test_a_task_said_with_the_question_knows_what_it_is_about() -> None:
    outcome = played(
        RAISE_QUESTION,
        call(When.DURING, by="Tora Lindmo"),
        "Fråga kvar: ska gruppen vara styrgrupp för ombuden – tas med skolan, jag återkommer om detta",
    )
    assert outcome is not None
    question, task = outcome.facts
    assert isinstance(question, QuestionRaised)
    assert isinstance(task, ActionAgreed)
    assert question.text == "ska gruppen vara styrgrupp för ombuden – tas med skolan"
    assert (task.owner.name, task.text) == ("Tora Lindmo", "återkomma om: ska gruppen vara styrgrupp för ombuden")


def test_free_text_raises_no_question_outside_a_meeting() -> None:
    assert played(RAISE_QUESTION, call(When.BEFORE), "Frågan om tolkar kvarstår") is None
    with pytest.raises(WrongPhase):
        played(RAISE_QUESTION, call(When.BEFORE), "öppen fråga: vem betalar?")


def test_a_note_without_a_question_costs_nothing() -> None:
    assert read_questions("vi har tre nya deltagare", call(When.DURING)) == ()


@pytest.mark.parametrize("text", ["frågan om vem som betalar är besvarad", "stäng frågan om vem som betalar"])
def test_an_open_question_is_closed_by_its_words(text: str) -> None:
    outcome = played(CLOSE_QUESTION, call(When.DURING, of=with_questions()), text)
    assert outcome is not None
    (fact,) = outcome.facts
    assert isinstance(fact, QuestionClosed)
    assert fact.question == "k1"


def test_words_that_fit_several_open_questions_are_asked_about() -> None:
    outcome = played(CLOSE_QUESTION, call(When.DURING, of=with_questions()), "stäng frågan om vem som bokar")
    assert outcome is not None
    assert isinstance(outcome.facts[0], Asked)


def test_a_question_that_is_not_there_is_told_only_to_one_who_addressed_the_bot() -> None:
    assert played(CLOSE_QUESTION, call(When.DURING), "frågan om månen är löst") is None
    with pytest.raises(UnknownThing):
        played(CLOSE_QUESTION, call(When.DURING, addressed=True), "stäng frågan om månen")
