"""Soft consensus is an agreement; a supported proposal is the lead's to settle."""

from __future__ import annotations

import pytest

from handlers.command import Call, When
from handlers.conclusions.agreements import AGREE, SETTLE_PROPOSAL, support
from meetings.errors import NotAllowed, WrongPhase
from meetings.facts import About, Agreed, Answered, Asked, Block, Decided
from meetings.record import Passage, Pending, Record
from tests.handlers.conclusions import played
from tests.situation import NOW, call, record

PROPOSAL = "vi kan väl ställa in i november men behålla tiden i december"


def with_proposal(*, asked: bool = False, text: str = PROPOSAL) -> Record:
    known = record(When.DURING)
    known.meetings["m1"].passages.append(
        Passage(id="n1", what="note", item="i1", parts=[Block(text=text)], by="p3", message="x7", at=NOW[When.DURING])
    )
    if asked:
        known.pending["q1"] = Pending(
            id="q1", to="p1", about=About.PROPOSAL, options=(), concerns="x7", meeting="m1", at=NOW[When.DURING]
        )
    return known


def lead_answers(known: Record) -> Call:
    return call(When.DURING, by="Tora Lindmo", private=True, of=known)


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        ("Överenskommelse: alla kollar hemma", "alla kollar hemma"),
        ("registrera som överenskommelse: vi provar", "vi provar"),
        ("vi är överens om att träffas oftare", "att träffas oftare"),
        ("ok men då är vi överens om att träffas oftare", "att träffas oftare"),
        ("vi enades om en ny tid", "en ny tid"),
        ("Alla är eniga om att Bo blir kontaktperson", "att Bo blir kontaktperson"),
        ("ok så vi säger så, vi ses på plats", "vi ses på plats"),
        ("parterna önskar träffas fysiskt", "parterna önskar träffas fysiskt"),
        ("gruppen är i stort positiv till att testa", "gruppen är i stort positiv till att testa"),
        ("Vi kom fram till att Bo blir kontaktperson", "att Bo blir kontaktperson"),
        ("vi landade i att fortsätta till jul", "att fortsätta till jul"),
        ("we all agree to meet monthly", "to meet monthly"),
    ],
)
def test_what_the_group_agrees_on_is_recorded(text: str, agreed: str) -> None:
    outcome = played(AGREE, call(When.DURING), text)
    assert outcome is not None
    assert isinstance(outcome.facts[0], Agreed)
    assert outcome.facts[0].text == agreed


@pytest.mark.parametrize(
    "text",
    [
        "är vi överens eller?",
        "vi är inte överens om det",
        "vi är överens",
        "jag är inte överens med skrivaren på jobbet",
        "kommunen och regionen är överens om att dela lokal",
        "jag håller med Karin",
        "agreed, coffee first",
        "I agree with Karin",
        "we agree to disagree",
        "ja men då säger vi så",
    ],
)
def test_what_agrees_on_nothing_is_left_alone(text: str) -> None:
    assert played(AGREE, call(When.DURING), text) is None


def test_an_agreement_before_the_meeting_is_told_to_wait() -> None:
    with pytest.raises(WrongPhase):
        played(AGREE, call(When.BEFORE), "överenskommelse: vi provar")
    assert played(AGREE, call(When.BEFORE), "vi är överens om att prova") is None


def test_after_the_meeting_only_one_who_leads_adds_an_agreement() -> None:
    with pytest.raises(NotAllowed):
        played(AGREE, call(When.AFTER, by="Malin Ros"), "överenskommelse: vi provar")
    outcome = played(AGREE, call(When.AFTER, by="Tora Lindmo"), "överenskommelse: vi provar")
    assert outcome is not None
    assert [fact.kind for fact in outcome.facts] == ["agreed"]


def test_two_supporters_make_the_lead_be_asked_once() -> None:
    known = with_proposal()
    made = call(When.DURING, by="Karin Holmsund", of=known)
    outcome = support(made, "x7", {"p4", "p5"})
    (asked,) = outcome.facts
    assert isinstance(asked, Asked)
    assert (asked.to, asked.about, asked.concerns) == ("p1", About.PROPOSAL, "x7")
    known.asked.add(("p1", "x7"))
    assert support(made, "x7", {"p4", "p5", "p6"}).facts == ()


@pytest.mark.parametrize(
    ("supporters", "text"),
    [
        pytest.param({"p4"}, PROPOSAL, id="one is not enough"),
        pytest.param({"p3", "p4"}, PROPOSAL, id="the author's own does not count"),
        pytest.param({"p4", "p5"}, "nu har Bo fått sin nya tjänst", id="applause for news"),
    ],
)
def test_the_lead_is_not_asked_without_need(supporters: set[str], text: str) -> None:
    made = call(When.DURING, by="Karin Holmsund", of=with_proposal(text=text))
    assert support(made, "x7", supporters).facts == ()


def test_support_for_a_message_that_became_no_note_asks_nothing() -> None:
    assert support(call(When.DURING), "unknown", {"p4", "p5"}).facts == ()


@pytest.mark.parametrize("text", ["ja", "ja, som överenskommelse", "Yes, as an agreement", "japp gör det"])
def test_the_leads_yes_records_the_proposals_own_words_under_its_item(text: str) -> None:
    outcome = played(SETTLE_PROPOSAL, lead_answers(with_proposal(asked=True)), text)
    assert outcome is not None
    agreed, answered = outcome.facts
    assert isinstance(agreed, Agreed)
    assert isinstance(answered, Answered)
    assert (agreed.text, agreed.item, agreed.meeting, answered.question) == (PROPOSAL, "i1", "m1", "q1")


def test_the_lead_may_word_the_agreement_herself() -> None:
    text = "ja, registrera som överenskommelse: november ställs in"
    outcome = played(SETTLE_PROPOSAL, lead_answers(with_proposal(asked=True)), text)
    assert outcome is not None
    assert isinstance(outcome.facts[0], Agreed)
    assert outcome.facts[0].text == "november ställs in"


def test_the_lead_may_say_that_it_is_a_decision() -> None:
    outcome = played(SETTLE_PROPOSAL, lead_answers(with_proposal(asked=True)), "ja, som beslut")
    assert outcome is not None
    assert isinstance(outcome.facts[0], Decided)
    assert outcome.facts[0].clauses == (f"att {PROPOSAL}",)


def test_the_leads_no_records_nothing() -> None:
    outcome = played(SETTLE_PROPOSAL, lead_answers(with_proposal(asked=True)), "nej")
    assert outcome is not None
    assert [fact.kind for fact in outcome.facts] == ["answered"]


def test_others_do_not_settle_the_leads_question() -> None:
    made = call(When.DURING, by="Malin Ros", private=True, of=with_proposal(asked=True))
    assert played(SETTLE_PROPOSAL, made, "ja") is None
