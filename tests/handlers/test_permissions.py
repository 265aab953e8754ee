"""Who may do what in a group, and what the others are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from documents.text import to_text
from handlers.catalogue import COMMANDS
from handlers.command import Outcome, Tell, When
from handlers.reading.understand import understand
from meetings.record import Pending
from tests.handlers.test_catalogue import ledger_when
from tests.handlers.test_settings import heard
from tests.situation import call

COORDINATOR, MEMBER, GUEST, STRANGER = "Tora Lindmo", "Malin Ros", "Olle Berg", "Pelle Okänd"
REFUSED = "Det kan "


def told(by: str, text: str, when: When) -> Outcome:
    return understand(text, heard(call(when, by=by, addressed=True), ledger_when(when)), COMMANDS)


def is_refused(outcome: Outcome) -> bool:
    return any(REFUSED in to_text(reply.document) for reply in outcome.replies if isinstance(reply, Tell))


@pytest.mark.parametrize(
    ("text", "when", "coordinator", "member", "guest"),
    [
        pytest.param("jag har förhinder", When.BEFORE, True, True, True, id="own absence"),
        pytest.param("jag kommer", When.BEFORE, True, True, True, id="own presence"),
        pytest.param("punkt: Busskort", When.BEFORE, True, True, True, id="an item of one's own"),
        pytest.param("uppgift: jag bokar lokal senast fredag", When.DURING, True, True, True, id="a task of one's own"),
        pytest.param("visa dagordningen", When.BEFORE, True, True, True, id="see the agenda"),
        pytest.param("Elin Sand har förhinder", When.BEFORE, True, True, True, id="somebody else's absence"),
        pytest.param(
            "Sten Ask går i stället för Malin Ros 15/9", When.BEFORE, True, True, False, id="own party's substitute"
        ),
        pytest.param(
            "Sten Ask ersätter Karin Holmsund 15/9", When.BEFORE, True, False, False, id="another party's substitute"
        ),
        pytest.param("ta bort punkten Ungdomsprojektet", When.BEFORE, True, False, False, id="another's item"),
        pytest.param("beslut: vi provar i höst", When.DURING, True, True, False, id="a decision"),
        pytest.param("starta mötet", When.BEFORE, True, False, False, id="start"),
        pytest.param("avsluta mötet", When.DURING, True, False, False, id="stop"),
        pytest.param("publicera", When.AFTER, True, False, False, id="publish"),
        pytest.param("visa utkast", When.AFTER, True, False, False, id="the draft"),
        pytest.param("boka möte 2 december kl 13", When.BEFORE, True, False, False, id="book a meeting"),
        pytest.param("fyra möten per år", When.BEFORE, True, False, False, id="a setting"),
        pytest.param("stående punkt: Ekonomi", When.BEFORE, True, False, False, id="a standing item"),
        pytest.param("Bo Ekdahl har slutat", When.BEFORE, True, False, False, id="the register"),
        pytest.param("Malin Ros är koordinator", When.BEFORE, True, False, False, id="who coordinates"),
    ],
)
@pytest.mark.parametrize("who", ["coordinator", "member", "guest"])
def test_each_may_do_what_is_hers(
    who: str, text: str, when: When, coordinator: bool, member: bool, guest: bool
) -> None:
    by, allowed = {"coordinator": (COORDINATOR, coordinator), "member": (MEMBER, member), "guest": (GUEST, guest)}[who]
    outcome = told(by, text, when)
    assert is_refused(outcome) is not allowed
    if not allowed:
        assert [fact.kind for fact in outcome.facts] in ([], ["asked"])


def test_what_people_tell_each_other_of_substitutes_is_taken_down_whoever_says_it() -> None:
    talk = heard(call(When.BEFORE, by=MEMBER), ledger_when(When.BEFORE))
    outcome = understand("Carin Delin går i stället för Karin Holmsund 15/9", talk, COMMANDS)
    assert [fact.kind for fact in outcome.facts] == ["attendance_reported", "attendance_reported"]


def test_a_refusal_says_who_may_and_offers_to_ask() -> None:
    outcome = told(MEMBER, "avsluta mötet", When.DURING)
    (reply,) = outcome.replies
    assert isinstance(reply, Tell)
    assert to_text(reply.document).startswith("Det kan Tora Lindmo göra (koordinator i gruppen). Ska jag fråga")


def test_a_yes_passes_the_wish_on_to_those_who_may() -> None:
    refused = call(When.DURING, by=MEMBER, addressed=True)
    asked = understand("avsluta mötet", refused, COMMANDS).facts[0]
    assert asked.kind == "asked"
    record = refused.record
    pending = Pending(
        asked.question, asked.to, asked.about, asked.options, asked.concerns, asked.meeting, asked.said.at
    )
    record.pending[pending.id] = pending
    answer = replace(call(When.DURING, by=MEMBER, private=True, message="x2", of=record), pending=pending)
    outcome = understand("ja", answer, COMMANDS)
    passed = [to_text(reply.document) for reply in outcome.replies if isinstance(reply, Tell) and reply.to == "p1"]
    assert passed == ["Malin Ros undrar om du kan göra det här i Mysam Nordvik: avsluta mötet"]
    assert [fact.kind for fact in outcome.facts] == ["answered"]


def test_an_offer_that_is_left_alone_keeps_no_other_question_back() -> None:
    made = call(When.BEFORE, by=MEMBER, addressed=True)
    asked = understand("starta mötet", made, COMMANDS).facts[0]
    assert asked.kind == "asked"
    made.record.pending["q"] = Pending("q", asked.to, asked.about, asked.options, None, asked.meeting, asked.said.at)
    outcome = understand("Elin har förhinder", replace(made, text=""), COMMANDS)
    assert "asked" in [fact.kind for fact in outcome.facts]


def test_one_the_group_does_not_know_is_refused_without_a_question() -> None:
    outcome = told(STRANGER, "avsluta mötet", When.DURING)
    assert is_refused(outcome)
    assert not outcome.facts
