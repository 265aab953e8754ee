"""The group's own decisions are recorded clause by clause; others' decisions, wishes and questions are not."""

from __future__ import annotations

import pytest

from handlers.command import When
from handlers.conclusions.decisions import DECIDE
from meetings.errors import NotAllowed, NotUnderstood, UnknownItem, WrongPhase
from meetings.facts import ActionAgreed, Decided, Outcome, OwnerKind
from tests.handlers.conclusions import played, sentence_of
from tests.situation import call


def decided(text: str, *lines: str, by: str = "Tora Lindmo", bullets: bool = False) -> Decided:
    outcome = played(DECIDE, call(When.DURING, by=by), text, *lines, bullets=bullets)
    assert outcome is not None
    assert isinstance(outcome.facts[0], Decided)
    return outcome.facts[0]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        pytest.param("beslut: vi träffas varannan månad", ("att vi träffas varannan månad",), id="a label"),
        pytest.param("BESLUT:vi tar bort punkten", ("att vi tar bort punkten",), id="shouted, without a space"),
        pytest.param("Beslut – Bo Ekdahl blir kontaktperson", ("att Bo Ekdahl blir kontaktperson",), id="a dash"),
        pytest.param("Beslut att köpa två bord.", ("att köpa två bord",), id="beslut att"),
        pytest.param("registrera beslut: vi byter lokal", ("att vi byter lokal",), id="registrera"),
        pytest.param("vi beslutar alltså att köra på teams", ("att köra på teams",), id="vi beslutar alltså"),
        pytest.param("då beslutar vi att avvakta", ("att avvakta",), id="the other way round"),
        pytest.param("Mötet beslutar att avsätta 5 000 kr", ("att avsätta 5 000 kr",), id="mötet"),
        pytest.param("nu är det beslutat att vi fortsätter", ("att vi fortsätter",), id="det är beslutat"),
        pytest.param("It was decided to buy two tables", ("to buy two tables",), id="English"),
        pytest.param("Decision: we meet in May", ("that we meet in May",), id="an English label"),
    ],
)
def test_the_groups_own_decision_is_recorded_in_its_own_words(text: str, clauses: tuple[str, ...]) -> None:
    assert decided(text).clauses == clauses


@pytest.mark.parametrize(
    "text",
    [
        "styrelsen beslutade i mars att höja avgiften",
        "referensgruppen beslutade om ett av tre förslag",
        "kommunen har beslutat att bygga en ny skola",
        "kommunens beslut: nya riktlinjer från januari",
        "AF: vi beslutade förra veckan att stänga kontoret",
        "Jag tycker vi borde ha ett beslut på det här",
        "Förslag till beslut: att avslå ansökan",
        "det är ett klokt beslut att vänta",
        "bra beslut!",
        "beslutsunderlaget finns på webben",
        "ska vi besluta att köra i höst?",
        "när vi beslutar att flytta måste vi packa",
        "vi kan inte besluta något här",
        "beslut: ska vi ta det nu?",
        "that was a tough decision",
    ],
)
def test_what_is_no_decision_of_the_group_is_left_alone(text: str) -> None:
    assert played(DECIDE, call(When.DURING, by="Tora Lindmo"), text) is None


@pytest.mark.parametrize(
    ("text", "lines", "bullets"),
    [
        pytest.param("Bidraget beslut:", ("att bevilja 40 000 kr", "att betala i mars"), False, id="lines with att"),
        pytest.param("Beslut:", ("bevilja 40 000 kr", "betala i mars"), True, id="bullets without att"),
        pytest.param("beslut: att bevilja 40 000 kr; att betala i mars", (), False, id="a semicolon"),
        pytest.param("beslut att bevilja 40 000 kr samt att betala i mars", (), False, id="samt att"),
        pytest.param("vi beslutar att bevilja 40 000 kr, att betala i mars", (), False, id="a comma"),
        pytest.param("vi beslutar att bevilja 40 000 kr och att betala i mars", (), False, id="och att"),
    ],
)
def test_each_att_clause_is_a_clause_of_its_own(text: str, lines: tuple[str, ...], bullets: bool) -> None:
    decision = decided(text, *lines, bullets=bullets)
    assert decision.clauses == ("att bevilja 40 000 kr", "att betala i mars")
    assert decision.outcome is Outcome.GRANT


def test_the_lines_that_are_clauses_are_claimed_and_the_line_after_them_is_not() -> None:
    sentence = sentence_of("Beslut:", "att köpa bord", "att köpa stolar", "Fikat är framdukat")
    (claim,) = DECIDE.read(sentence, call(When.DURING))
    assert claim.lines == 2


def test_a_condition_is_a_clause_of_its_own() -> None:
    decision = decided("beslut: att bevilja 40 000 kr, under förutsättning att kommunen betalar lika mycket")
    assert decision.clauses == ("att bevilja 40 000 kr", "under förutsättning att kommunen betalar lika mycket")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("beslut att godkänna rapporten", Outcome.APPROVE),
        ("beslut att bevilja medel", Outcome.GRANT),
        ("beslut: förfrågan om nya lokaler återremitteras för beredning", Outcome.REFER_BACK),
        ("beslut att bordlägga punkten", Outcome.POSTPONE),
        ("beslut att uppdra till förbundschef att se över avtalet", Outcome.ASSIGN),
        ("vi beslutar att ställa in majmötet", Outcome.CANCEL),
        ("vi beslutar att flytta mötet", Outcome.MOVE),
        ("beslut att avslå ansökan", Outcome.REJECT),
        ("beslut att köpa bord", Outcome.OTHER),
    ],
)
def test_the_kind_of_a_decision_follows_from_its_verb(text: str, outcome: Outcome) -> None:
    assert decided(text).outcome is outcome


def test_a_heading_that_names_an_item_puts_the_decision_there() -> None:
    decision = decided("Nya lokaler: beslut att avvakta")
    assert (decision.item, decision.under) == ("i1", None)


def test_a_heading_of_its_own_is_a_sub_matter_of_the_open_item() -> None:
    decision = decided("Konferens i Vik 3-4 dec: beslut att två ledamöter åker")
    assert (decision.item, decision.under) == (None, "Konferens i Vik 3-4 dec")


def test_what_is_said_before_a_decision_stays_a_note() -> None:
    text = "rapporten gicks igenom, beslut: att godkänna den"
    (claim,) = DECIDE.read(sentence_of(text), call(When.DURING))
    assert text[: claim.span[0]] == "rapporten gicks igenom, "


def test_a_decision_that_gives_somebody_a_task_makes_the_task_too() -> None:
    outcome = played(
        DECIDE, call(When.DURING), "beslut: att uppdra till förbundschef att till nästa möte ta fram ett förslag"
    )
    assert outcome is not None
    task = outcome.facts[1]
    assert isinstance(task, ActionAgreed)
    assert (task.text, task.owner.kind, task.owner.name) == (
        "ta fram ett förslag",
        OwnerKind.FUNCTION,
        "förbundschef",
    )
    assert task.due.date is not None
    assert task.due.date.isoformat() == "2026-11-10"


def test_a_commission_to_come_back_says_what_about() -> None:
    outcome = played(DECIDE, call(When.DURING), "beslut att uppdra till förbundschef att återkomma i november")
    assert outcome is not None
    task = outcome.facts[1]
    assert isinstance(task, ActionAgreed)
    assert task.text == "återkomma: Ungdomsprojektet"


def test_a_choice_of_a_person_is_a_decision_and_no_task() -> None:
    outcome = played(DECIDE, call(When.DURING), "beslut att utse Karin Holmsund till justerare")
    assert outcome is not None
    assert [fact.kind for fact in outcome.facts] == ["decided"]


def test_before_the_meeting_a_decision_is_told_to_wait() -> None:
    with pytest.raises(WrongPhase):
        played(DECIDE, call(When.BEFORE), "beslut: vi byter lokal")


def test_before_the_meeting_talk_of_deciding_is_not_answered() -> None:
    assert played(DECIDE, call(When.BEFORE), "vi beslutar att byta lokal sen") is None


def test_afterwards_only_one_who_leads_adds_a_decision() -> None:
    text = "lägg till ett beslut i efterhand under punkt 4: vi byter lokal"
    outcome = played(DECIDE, call(When.AFTER, by="Tora Lindmo", private=True), text)
    assert outcome is not None
    assert isinstance(outcome.facts[0], Decided)
    assert (outcome.facts[0].item, outcome.facts[0].clauses) == ("i0", ("att vi byter lokal",))
    with pytest.raises(NotAllowed):
        played(DECIDE, call(When.AFTER, by="Malin Ros", private=True), text)


def test_a_decision_without_words_is_asked_for() -> None:
    with pytest.raises(NotUnderstood):
        played(DECIDE, call(When.DURING), "beslut:")


def test_a_place_that_is_no_item_is_told() -> None:
    with pytest.raises(UnknownItem):
        played(DECIDE, call(When.AFTER, by="Tora Lindmo", private=True), "beslut under rymdfärder: vi byter lokal")
