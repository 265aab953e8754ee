"""Ordinary words set up a group; ordinary talk does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.text import to_text
from handlers.catalogue import COMMANDS
from handlers.command import Answer, Call, Outcome, Tell, When
from handlers.groups.founding import found
from handlers.groups.settings_reading import read_changes
from handlers.reading.understand import understand
from meetings.group import Document
from meetings.ledger import Ledger
from meetings.record import Record
from tests.bot.channel import group
from tests.situation import ZONE, call

LEAD = "Tora Lindmo"


def said(text: str, *, by: str = LEAD, when: When = When.BEFORE, addressed: bool = True) -> tuple[Record, Outcome]:
    """Give the record after somebody has said something to the standard group, and what came of it."""
    ledger = Ledger(found(group(), datetime(2026, 9, 1, tzinfo=ZONE)).facts)
    made = heard(call(when, by=by, addressed=addressed), ledger)
    outcome = understand(text, made, COMMANDS)
    ledger.append(outcome.facts)
    return ledger.record, outcome


def heard(made: Call, ledger: Ledger) -> Call:
    speaker = ledger.record.person_of_account(made.author)
    own = made.said.model_copy(update={"by": speaker.id if speaker else None})
    return replace(made, record=ledger.record, ledger=ledger, speaker=speaker, said=own)


def words(outcome: Outcome) -> str:
    return "\n".join(to_text(reply.document) for reply in outcome.replies if isinstance(reply, Answer | Tell))


@pytest.mark.parametrize(
    ("text", "setting", "value"),
    [
        pytest.param("fyra möten per år", "meetings_per_year", 4, id="a number in words"),
        pytest.param("6 ggr/år", "meetings_per_year", 6, id="short for times a year"),
        pytest.param("två gånger per termin", "meetings_per_year", 4, id="twice a term"),
        pytest.param("vi träffas kvartalsvis", "meetings_per_year", 4, id="quarterly"),
        pytest.param("vi ses varannan månad", "meetings_per_year", 6, id="every other month"),
        pytest.param("we meet quarterly", "meetings_per_year", 4, id="English"),
        pytest.param("vi skriver protokoll", "document", Document.PROTOKOLL, id="the document"),
        pytest.param(
            "dokumentet ska heta mötesanteckningar", "document", Document.MOTESANTECKNINGAR, id="the document's name"
        ),
        pytest.param("skriv i löpande text", "style", "prose", id="running text"),
        pytest.param("stil: punkter", "style", "bullets", id="bullets"),
        pytest.param("§-numrering från 84", "first_paragraph", 84, id="the first paragraph"),
        pytest.param("Paragraferna börjar på § 12.", "first_paragraph", 12, id="the first paragraph in a sentence"),
        pytest.param(
            "mötesplats: Biblioteket, sal Linden", "place", "Biblioteket, sal Linden", id="a place with a comma"
        ),
        pytest.param("vi ses alltid på Teams", "place", "Teams", id="where we always meet"),
        pytest.param("protokollen förvaras på kommunkansliet", "stored_at", "kommunkansliet", id="where it is kept"),
        pytest.param("tysta timmar 17-08", "quiet_from", time(17), id="quiet hours begin"),
        pytest.param("stör inte mellan 17.30 och 8", "quiet_until", time(8), id="quiet hours end"),
        pytest.param("språk: engelska", "language", "en", id="language"),
        pytest.param("svara på engelska", "language", "en", id="language by asking"),
        pytest.param("tidszon: Europe/Helsinki", "timezone", "Europe/Helsinki", id="zone"),
        pytest.param("tidszon Finland", "timezone", "Europe/Helsinki", id="zone by country"),
        pytest.param("anteckna bara när du blir tilltalad", "only_when_addressed", True, id="only when addressed"),
        pytest.param("only take notes when you are asked", "only_when_addressed", True, id="only when asked"),
        pytest.param("publicera direkt när mötet är slut", "publish_at_end", True, id="publish at end"),
        pytest.param("publicera för hand", "publish_at_end", False, id="publish by hand"),
        pytest.param("gruppen ska heta Mysam Sundby", "name", "Mysam Sundby", id="name"),
        pytest.param("gruppen kallas också fyrklövern", "aliases", ("fyrklövern",), id="other name"),
        pytest.param(
            "parter: Nordviks kommun, AF och FK",
            "parties",
            ("Nordviks kommun", "Arbetsförmedlingen", "Försäkringskassan"),
            id="parties by their short names",
        ),
    ],
)
def test_a_setting_is_changed_by_saying_so(text: str, setting: str, value: Any) -> None:
    record, outcome = said(text)
    assert getattr(record.group, setting) == value
    assert words(outcome)


@pytest.mark.parametrize(
    "text",
    [
        "förra året hade vi fyra möten per år och det räckte",
        "fyra möten per år räcker väl?",
        "vem är det som sammankallar?",
        "kommunen sammankallar nog",
        "AF tycker att fyra möten per år är bra",
        "vi pratade om mallar och protokoll",
        "Trisam är en viktig punkt",
        "språket i broschyren borde vara enklare",
        "Malin tar över kaffekokningen",
        "publicera broschyren i maj",
        "skolan slutar 15 juni",
        "gruppen har haft det tufft",
        "har ni sett mallen?",
    ],
)
def test_talk_between_people_changes_no_setting(text: str) -> None:
    record, outcome = said(text, addressed=False)
    assert record.group == said("hej", addressed=False)[0].group
    assert not any(fact.kind in ("settings_changed", "standing_item_added") for fact in outcome.facts)


def test_in_an_open_meeting_settings_are_changed_only_when_the_bot_is_spoken_to() -> None:
    made = call(When.DURING, by=LEAD)
    unaddressed = understand("fyra möten per år", made, COMMANDS)
    addressed = understand("fyra möten per år", replace(made, addressed=True), COMMANDS)
    assert "settings_changed" not in [fact.kind for fact in unaddressed.facts]
    assert "settings_changed" in [fact.kind for fact in addressed.facts]


def test_a_template_several_settings_and_the_convener_in_one_message_all_count() -> None:
    record, outcome = said("använd Mysam-mallen, FK sammankallar t.o.m. 2027-06-30, fyra möten per år")
    group = record.group
    assert [item.title for item in group.standing][:3] == ["Välkommen", "Dagordning", "Föregående minnesanteckningar"]
    assert (group.convener.name, group.convener.until) == ("Försäkringskassan", date(2027, 6, 30))
    assert group.meetings_per_year == 4
    assert "Nordviks kommun" in record.parties()
    assert "30 juni 2027" in words(outcome)


def test_settings_on_several_lines_do_not_undo_each_other() -> None:
    record, _ = said("vi skriver protokoll\nfyra möten per år\nstående punkt: Ekonomi\nta bort stående punkt Trisam")
    assert record.group.document is Document.PROTOKOLL
    assert record.group.meetings_per_year == 4
    titles = [item.title for item in record.group.standing]
    assert "Ekonomi" in titles
    assert "Trisam" not in titles


def test_a_template_nobody_knows_is_told_with_those_there_are() -> None:
    record, outcome = said("använd Pajas-mallen")
    assert record.group.template is None
    assert "Mysam, styrelse, projektgrupp och förening" in words(outcome)


def test_a_new_standing_item_comes_before_what_closes_every_agenda_also_of_booked_meetings() -> None:
    record, _ = said("stående punkt: Ekonomi")
    titles = [item.title for item in record.items.values() if item.for_meeting == "m1" and item.standing == "tail"]
    assert titles == ["Trisam", "Samordningsförbundet informerar", "Ekonomi", "Övrigt"]


def test_the_next_convener_follows_on_the_one_there_is_and_the_contact_is_asked_for() -> None:
    record, outcome = said("vi har kommit fram till att kommunen tar över sammankallandet från 1 juli 2027")
    convener = record.group.convener
    assert (convener.name, convener.until) == (LEAD, date(2027, 6, 30))
    assert convener.next is not None
    assert (convener.next.name, convener.next.from_) == ("Nordviks kommun", date(2027, 7, 1))
    assert "kontaktperson" in words(outcome)


@pytest.mark.parametrize("answer", ["Sven-Åke Backe", "det blir Sven-Åke Backe", "kontakt: Sven-Åke"])
def test_the_answer_to_who_the_contact_is_is_kept(answer: str) -> None:
    ledger = Ledger(found(group(), datetime(2026, 9, 1, tzinfo=ZONE)).facts)
    first = understand("kommunen tar över sammankallandet från 1 juli 2027", heard(call(by=LEAD), ledger), COMMANDS)
    ledger.append(first.facts)
    pending = next(iter(ledger.record.pending.values()))
    reply = replace(heard(call(by=LEAD, private=True, message="x2"), ledger), pending=pending)
    ledger.append(understand(answer, reply, COMMANDS).facts)
    after = ledger.record.group.convener.next
    assert after is not None
    assert after.contact == "Sven-Åke Backe"
    assert not ledger.record.pending


def test_the_organisation_of_one_alone_needs_no_question_about_its_contact() -> None:
    record, outcome = said("AF sammankallar till 31 december 2026")
    assert record.group.convener.contact == "Malin Ros"
    assert "asked" not in [fact.kind for fact in outcome.facts]


def test_one_who_does_not_lead_is_told_who_may_and_offered_to_ask_them() -> None:
    record, outcome = said("fyra möten per år", by="Malin Ros")
    assert record.group.meetings_per_year is None
    assert "Det kan Tora Lindmo göra (koordinator i gruppen). Ska jag fråga" in words(outcome)


def test_settings_are_shown_to_whoever_asks() -> None:
    _, outcome = said("visa inställningar", by="Malin Ros")
    assert "Tysta timmar: 18.00–07.00" in words(outcome)


@given(st.text(max_size=200))
def test_reading_settings_survives_any_text(text: str) -> None:
    read_changes(text, call(by=LEAD, addressed=True))


@pytest.mark.parametrize(
    "text", ["anteckna bara på tilltal", "bara när du tilltalas", "only when addressed", "listen only when mentioned"]
)
def test_a_group_can_be_heard_only_when_it_addresses_the_bot(text: str) -> None:
    record, _ = said(text)
    assert record.group.only_when_addressed
