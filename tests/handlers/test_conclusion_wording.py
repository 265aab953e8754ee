"""The many ways of saying that a matter is decided, agreed, left open or kept out of the record, and what is none."""

from __future__ import annotations

import pytest

from handlers.catalogue import COMMANDS
from handlers.command import When
from handlers.reading.understand import understand
from meetings.facts import ActionAgreed, Agreed, Decided, Fact, Noted, QuestionRaised
from tests.situation import call

LEAD = "Tora Lindmo"

SAID = {
    Decided: (
        "beslutet är att vi lånar salen på biblioteket",
        "vi fattar beslut om att öppna en mottagning till",
        "mötet beslutar i enlighet med kansliets förslag",
        "då bestämmer vi det: träffarna blir på onsdagar",
        "klubbat: avgiften för nästa år",
        "we've decided to rent the hall",
        "record as a decision that the fee stays",
    ),
    Agreed: (
        "samsyn kring att börja med föräldrarna",
        "hela gruppen ställer sig bakom den nya mallen",
        "parterna är ense om arbetsordningen",
        "ingen har något emot att träffarna blir kortare",
        "alla tycker att vi ska skriva ihop oss",
        "we're in agreement on the timetable",
        "there is consensus that parents come first",
    ),
    QuestionRaised: (
        "återstår att klara ut: vem som sköter bokningen",
        "vi har inte fått besked om hur många platser vi får",
        "ej löst: nycklar till källaren",
        "unresolved: who keeps the register",
        "we don't know yet who keeps the register",
    ),
}
SAID_OF_OTHERS = (
    "styrelsen tar beslut om avgiften i juni",
    "inget beslut fattades om avgiften",
    "vi borde fatta beslut om avgiften",
    "regionen och kommunen är ense om arbetsordningen",
    "vi är inte ense om arbetsordningen",
    "jag tycker att vi ska höja avgiften",
    "the council has decided to raise the fee",
    "no decision was made",
)
NOT_FOR_THE_RECORD = (
    "det här är inte för protokollet, men chefen ska sluta",
    "inget av det här ska antecknas, men chefen ska sluta",
    "notera inte det jag säger om chefen",
    "this is not for the minutes, but the manager is leaving",
)


def facts(text: str) -> tuple[Fact, ...]:
    return understand(text, call(When.DURING, by=LEAD), COMMANDS).facts


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in SAID.items() for text in texts])
def test_what_the_group_concludes_is_kept_as_what_it_is(kind: type[Fact], text: str) -> None:
    assert any(isinstance(fact, kind) for fact in facts(text))


@pytest.mark.parametrize("text", SAID_OF_OTHERS)
def test_what_others_decide_and_what_is_wished_is_a_note(text: str) -> None:
    found = facts(text)
    assert any(isinstance(fact, Noted) for fact in found)
    assert not any(isinstance(fact, Decided | Agreed | QuestionRaised) for fact in found)


@pytest.mark.parametrize("text", NOT_FOR_THE_RECORD)
def test_what_is_not_for_the_record_leaves_no_trace(text: str) -> None:
    assert not any(isinstance(fact, Noted | Decided | Agreed) for fact in facts(text))


def test_a_decision_that_names_nobody_gives_no_task() -> None:
    found = facts("Beslut: att vi köper in fler bänkar")
    assert any(isinstance(fact, Decided) for fact in found)
    assert not any(isinstance(fact, ActionAgreed) for fact in found)
