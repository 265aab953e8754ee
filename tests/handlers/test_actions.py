"""Tasks said as tasks, followed up, and shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from handlers.command import Answer, Tell, When
from handlers.tasks.actions import ADD_ACTION, NAME_OWNER, handed_out
from handlers.tasks.followed import CHANGE_ACTION, FINISH_ACTION
from handlers.tasks.shown import SHOW_ACTIONS
from meetings.document import Button, Buttons, ListBlock
from meetings.errors import DoubtfulDate, NotAllowed, NotUnderstood, UnknownPerson, UnknownThing
from meetings.facts import About, ActionAgreed, ActionChanged, Answered, Asked, Due, Owner, OwnerKind
from meetings.record import Action, Pending, Record
from tests.handlers.conclusions import played
from tests.situation import NOW, call, record


def with_tasks() -> Record:
    known = record(When.AFTER)
    for number, (text, person, name) in enumerate(
        (
            ("skicka listan till skolan", "p4", "Karin Holmsund"),
            ("skicka listan till kommunen", "p2", "Sven-Åke Backe"),
        )
    ):
        owner = Owner(kind=OwnerKind.PERSON, name=name, person=person)
        key = f"b{number}"
        known.actions[key] = Action(id=key, text=text, owner=owner, due=Due(), meeting="m1", item=None)
    return known


@pytest.mark.parametrize(
    ("text", "owner", "task", "due"),
    [
        ("uppgift: Malin ringer hyresvärden senast 2 oktober", "Malin Ros", "ringa hyresvärden", "2026-10-02"),
        ("Uppgift: Malin donar med skylten", "Malin Ros", "donar med skylten", None),
        ("uppgift Malin: ring hyresvärden", "Malin Ros", "ring hyresvärden", None),
        ("ny uppgift till Malin: ring hyresvärden", "Malin Ros", "ring hyresvärden", None),
        ("att göra: boka lokal – Karin Holmsund, senast 2/10", "Karin Holmsund", "boka lokal", "2026-10-02"),
        ("att göra: boka lokal (FK)", "Försäkringskassan", "boka lokal", None),
        ("åtgärd: boka lokal, ansvarig: Region Nordvik", "Region Nordvik", "boka lokal", None),
        ("AP: Carin Delin - kontakta psykiatrin", "Carin Delin", "kontakta psykiatrin", None),
        ("todo: book a room (Malin Ros)", "Malin Ros", "book a room", None),
        ("action: Malin Ros to book a room", "Malin Ros", "book a room", None),
        ("uppgift till Gunvor Ek: hålla i fikat", "Gunvor Ek", "hålla i fikat", None),
    ],
)
def test_a_task_said_as_one_is_registered(text: str, owner: str, task: str, due: str | None) -> None:
    outcome = played(ADD_ACTION, call(When.DURING), text)
    assert outcome is not None
    (fact,) = outcome.facts
    assert isinstance(fact, ActionAgreed)
    assert (fact.owner.name, fact.text, fact.due.date and fact.due.date.isoformat()) == (owner, task, due)
    assert not fact.proposed


def test_a_list_under_a_heading_is_a_task_each() -> None:
    outcome = played(
        ADD_ACTION, call(When.DURING), "Att göra:", "boka lokal – Malin", "jag skriver inbjudan", bullets=True
    )
    assert outcome is not None
    found = [(fact.owner.name, fact.text) for fact in outcome.facts if isinstance(fact, ActionAgreed)]
    assert found == [("Malin Ros", "boka lokal"), ("Malin Ros", "skriva inbjudan")]


def test_a_task_without_an_owner_is_registered_and_the_writer_asked_who_takes_it() -> None:
    outcome = played(ADD_ACTION, call(When.DURING), "uppgift: uppdatera listan")
    assert outcome is not None
    task, asked = outcome.facts
    assert isinstance(task, ActionAgreed)
    assert isinstance(asked, Asked)
    assert task.owner.kind is OwnerKind.UNKNOWN
    assert (asked.about, asked.to, asked.concerns) == (About.OWNER, "p3", task.action)


@pytest.mark.parametrize("answer", ["Karin Holmsund", "Karin Holmsund tar det", "det gör Karin Holmsund"])
def test_the_answer_to_who_takes_it_gives_the_task_its_owner(answer: str) -> None:
    known = record(When.DURING)
    pending = Pending(id="q1", to="p3", about=About.OWNER, options=(), concerns="a1", meeting="m1", at=NOW[When.DURING])
    known.pending["q1"] = pending
    made = replace(call(When.DURING, private=True, of=known), pending=pending)
    outcome = played(NAME_OWNER, made, answer)
    assert outcome is not None
    changed, answered = outcome.facts
    assert isinstance(changed, ActionChanged)
    assert isinstance(answered, Answered)
    assert changed.owner is not None
    assert (changed.action, changed.owner.person) == ("a1", "p4")


def test_a_name_that_fits_two_is_asked_about_and_offered_in_full() -> None:
    outcome = played(ADD_ACTION, call(When.DURING), "uppgift: Elin bokar rum till 2 oktober")
    assert outcome is not None
    (asked,) = outcome.facts
    assert isinstance(asked, Asked)
    assert [option.text for option in asked.options] == [
        "uppgift: boka rum, till 2 oktober – Elin Sand",
        "uppgift: boka rum, till 2 oktober – Elin Strand",
    ]
    (tell,) = [reply for reply in outcome.replies if isinstance(reply, Tell)]
    assert any(isinstance(block, Buttons) and isinstance(block.buttons[0], Button) for block in tell.document.blocks)
    again = played(ADD_ACTION, call(When.DURING), asked.options[1].text)
    assert again is not None
    assert isinstance(again.facts[0], ActionAgreed)
    assert (again.facts[0].owner.person, again.facts[0].text) == ("p7", "boka rum")


@pytest.mark.parametrize("text", ["den uppgiften är svår", "enligt uppgift från registret", "uppgift: vem tar det?"])
def test_talk_about_tasks_is_none(text: str) -> None:
    assert played(ADD_ACTION, call(When.DURING), text) is None


def test_a_task_without_words_is_asked_for() -> None:
    with pytest.raises(NotUnderstood):
        played(ADD_ACTION, call(When.DURING), "uppgift:")


@pytest.mark.parametrize(
    "text",
    [
        "klart! lokalen till planeringsdagen är bokad",
        "✅ lokal bokad",
        "min uppgift att boka lokal är klar",
        "jag har gjort min uppgift, lokalen är bokad",
        "Malin har bokat lokalen så den kan ni stryka från listan",
        "done: lokal bokad",
    ],
)
def test_a_task_is_done_when_somebody_says_so(text: str) -> None:
    outcome = played(FINISH_ACTION, call(When.AFTER), text)
    assert outcome is not None
    (fact,) = outcome.facts
    assert isinstance(fact, ActionChanged)
    assert (fact.action, fact.status) == ("a1", "done")


@pytest.mark.parametrize(
    "text",
    ["klart jag gör!", "är det klart?", "fixat håret idag", "klart slut", "are we done?", "klart, då går vi vidare"],
)
def test_talk_of_being_done_closes_nothing(text: str) -> None:
    outcome = played(FINISH_ACTION, call(When.DURING), text)
    assert outcome is None or not outcome.facts


def test_a_task_that_is_not_there_is_told_only_to_one_who_addressed_the_bot() -> None:
    with pytest.raises(UnknownThing):
        played(FINISH_ACTION, call(When.AFTER, addressed=True), "bocka av måla staketet")
    outcome = played(FINISH_ACTION, call(When.AFTER), "klart! staketet är målat")
    assert outcome is not None
    assert (outcome.facts, outcome.replies) == ((), ())


def test_words_that_fit_two_tasks_are_asked_about() -> None:
    made = call(When.AFTER, by="Tora Lindmo", addressed=True, of=with_tasks())
    outcome = played(FINISH_ACTION, made, "bocka av skicka listan")
    assert outcome is not None
    (asked,) = outcome.facts
    assert isinstance(asked, Asked)
    assert [option.label for option in asked.options] == ["skicka listan till skolan", "skicka listan till kommunen"]


def test_ones_own_task_is_meant_before_anothers() -> None:
    made = call(When.AFTER, by="Karin Holmsund", of=with_tasks())
    outcome = played(FINISH_ACTION, made, "klart! listan är skickad")
    assert outcome is not None
    assert isinstance(outcome.facts[0], ActionChanged)
    assert outcome.facts[0].action == "b0"


def test_a_task_gets_another_date() -> None:
    outcome = played(CHANGE_ACTION, call(When.AFTER), "flytta uppgiften boka lokal till 2 oktober")
    assert outcome is not None
    (fact,) = outcome.facts
    assert isinstance(fact, ActionChanged)
    assert fact.due is not None
    assert (fact.status, fact.due.date) == ("moved", date(2026, 10, 2))


def test_a_date_that_is_none_is_told() -> None:
    with pytest.raises(DoubtfulDate):
        played(CHANGE_ACTION, call(When.AFTER), "flytta uppgiften boka lokal till sedan")


def test_a_task_is_given_to_somebody_else_by_its_owner_or_one_who_leads() -> None:
    for by in ("Malin Ros", "Tora Lindmo"):
        outcome = played(CHANGE_ACTION, call(When.AFTER, by=by), "ge uppgiften boka lokal till Karin Holmsund")
        assert outcome is not None
        assert isinstance(outcome.facts[0], ActionChanged)
        assert outcome.facts[0].owner == Owner(kind=OwnerKind.PERSON, name="Karin Holmsund", person="p4")
    with pytest.raises(NotAllowed):
        played(CHANGE_ACTION, call(When.AFTER, by="Carin Delin"), "ge uppgiften boka lokal till Karin Holmsund")
    with pytest.raises(UnknownPerson):
        played(CHANGE_ACTION, call(When.AFTER), "ge uppgiften boka lokal till xyz")


@pytest.mark.parametrize("text", ["stryk uppgiften boka lokal", "uppgiften boka lokal är inte aktuell längre"])
def test_a_task_is_dropped(text: str) -> None:
    outcome = played(CHANGE_ACTION, call(When.AFTER, by="Tora Lindmo"), text)
    assert outcome is not None
    assert isinstance(outcome.facts[0], ActionChanged)
    assert outcome.facts[0].status == "dropped"


def test_ones_own_tasks_are_shown_to_oneself() -> None:
    outcome = played(
        SHOW_ACTIONS, call(When.AFTER, by="Karin Holmsund", of=with_tasks()), "vad har jag lovat att göra?"
    )
    assert outcome is not None
    (reply,) = outcome.replies
    assert isinstance(reply, Tell)
    (found,) = [block for block in reply.document.blocks if isinstance(block, ListBlock)]
    assert [entry.runs[0].text for entry in found.items] == ["skicka listan till skolan"]


@pytest.mark.parametrize(
    "text",
    ["öppna uppgifter", "visa öppna uppgifter", "vilka åtgärder är inte klara än", "vem skulle göra vad efter mötet?"],
)
def test_everybodys_open_tasks_are_shown_with_their_owners(text: str) -> None:
    outcome = played(SHOW_ACTIONS, call(When.AFTER, addressed=True, of=with_tasks()), text)
    assert outcome is not None
    (reply,) = outcome.replies
    assert isinstance(reply, Answer)
    (found,) = [block for block in reply.document.blocks if isinstance(block, ListBlock)]
    assert [entry.runs[0].text for entry in found.items] == [
        "boka lokal till planeringsdagen – Malin Ros",
        "skicka listan till skolan – Karin Holmsund",
        "skicka listan till kommunen – Sven-Åke Backe",
    ]


def test_a_question_to_the_room_about_tasks_is_not_the_bots() -> None:
    assert played(SHOW_ACTIONS, call(When.DURING), "vem skulle göra vad?") is None


@pytest.mark.parametrize(
    ("text", "owner", "task"),
    [
        ("Boka lokal – Karin Holmsund, 1 okt", "Karin Holmsund", "boka lokal"),
        ("Ringa rektorerna (Malin)", "Malin Ros", "ringa rektorerna"),
        ("Malin: ta fram statistik", "Malin Ros", "ta fram statistik"),
    ],
)
def test_a_line_that_names_what_is_to_be_done_and_by_whom_hands_it_out(text: str, owner: str, task: str) -> None:
    (intent,) = handed_out(text, call(When.DURING, by="Tora Lindmo"))
    assert ([one.name for one in intent.owners], intent.text) == ([owner], task)


@pytest.mark.parametrize(
    "text", ["Läsa rapporten", "boka lokal är svårt – Malin", "Malin: 12 har fått jobb", "Lokalen (Malin)"]
)
def test_a_line_without_an_owner_or_a_verb_hands_out_nothing(text: str) -> None:
    assert handed_out(text, call(When.DURING, by="Tora Lindmo")) == ()
