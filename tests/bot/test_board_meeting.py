"""A board's meeting in the channel: numbers, roll call, adjusters, decisions, matters of their own, what comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from meetings.minutes import Item
from tests.bot.board import CARIN, CHAIR, KARIN, OFFICIAL, STAND_IN, VICE, board
from tests.bot.channel import LATER, LEAD, Channel


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Channel]:
    with Channel(tmp_path, board()) as channel:
        yield channel


def opened(room: Channel) -> Channel:
    room.say(CHAIR, "Jag öppnar mötet. Upprop: jag, Siv, Karin Stål och Carin Ås. Från kansliet Per och Tora", "13:00")
    return room


def item(room: Channel, title: str, meeting: str = "m1") -> Item:
    (found,) = [one for one in room.minutes(meeting).items if one.title == title]
    return found


def clauses(one: Item) -> list[str]:
    return [clause for decision in one.decisions for clause in decision.clauses]


def test_paragraphs_run_on_from_one_meeting_to_the_next(room: Channel) -> None:
    opened(room)
    room.close()
    numbers = [one.number for one in room.minutes().items]
    assert numbers == [f"§ {number}" for number in range(40, 47)]
    room.say(CHAIR, "Jag öppnar mötet", "2026-11-10 13:00")
    assert room.minutes(LATER).items[0].number == "§ 47"


def test_the_roll_call_that_opens_the_meeting_lists_members_and_officials(room: Channel) -> None:
    opened(room)
    present = {row.name: row.capacity for row in room.minutes().attendance if row.status == "present"}
    assert present == {
        CHAIR: "deciding",
        VICE: "deciding",
        KARIN: "deciding",
        CARIN: "deciding",
        OFFICIAL: "other",
        LEAD: "other",
    }


def test_a_substitute_who_comes_later_has_the_hour(room: Channel) -> None:
    room.say(STAND_IN, "kan bara från 14.00, går in som ersättare då", "2026-09-14 08:00")
    opened(room)
    row = room.attendee(STAND_IN)
    assert (row.status, str(row.from_)) == ("present", "14:00:00")


def test_an_adjuster_is_chosen_when_the_chair_supports_an_offer(room: Channel) -> None:
    opened(room)
    room.say(CHAIR, "justerare?", "13:02")
    offer = room.say(KARIN, "jag kan", "13:03")
    room.react(offer, CHAIR, "✅")
    assert clauses(item(room, "Val av justerare")) == ["att utse Karin Stål till justerare"]
    assert [one.name for one in room.minutes().signatures if one.purpose == "adjuster"] == [KARIN]


def test_an_offer_that_only_a_member_supports_chooses_nobody(room: Channel) -> None:
    opened(room)
    room.say(CHAIR, "justerare?", "13:02")
    offer = room.say(KARIN, "jag kan", "13:03")
    room.react(offer, VICE, "✅")
    room.close()
    assert room.record().meetings["m1"].formal.adjusters == []
    assert any(KARIN in text for text in room.checks("no_adjuster"))


@pytest.mark.parametrize("answer", ["ja", "absolut, det går bra", "jag kan"])
def test_one_who_is_asked_by_name_is_chosen_by_her_yes(room: Channel, answer: str) -> None:
    opened(room)
    room.say(CHAIR, "Siv, kan du justera idag?", "13:02")
    room.say(VICE, answer, "13:03")
    assert clauses(item(room, "Val av justerare")) == ["att utse Siv Lund till justerare"]


def test_one_who_is_asked_by_name_may_answer_with_a_reaction(room: Channel) -> None:
    opened(room)
    question = room.say(CHAIR, "Siv, kan du justera idag?", "13:02")
    room.react(question, KARIN, "👍")
    assert room.record().meetings["m1"].formal.adjusters == []
    room.react(question, VICE, "👍")
    assert clauses(item(room, "Val av justerare")) == ["att utse Siv Lund till justerare"]


def test_a_choice_can_be_undone(room: Channel) -> None:
    opened(room)
    room.say(CHAIR, "Siv justerar", "13:02")
    room.say(CHAIR, "@mötesbot ångra", "13:03")
    assert clauses(item(room, "Val av justerare")) == []
    assert [one for one in room.minutes().signatures if one.purpose == "adjuster"] == []


def test_jag_kan_is_no_offer_when_nobody_has_asked(room: Channel) -> None:
    opened(room)
    room.say(LEAD, "Årsredovisning: vi går igenom siffrorna", "13:10")
    message = room.say(KARIN, "jag kan", "13:11")
    assert "adjuster_offered" not in room.facts_of(message)


def test_the_one_who_offered_is_meant_though_another_sounds_like_her(room: Channel) -> None:
    opened(room)
    room.say(CHAIR, "vem kan justera idag?", "13:02")
    room.say(CARIN, "det kan jag göra", "13:03")
    room.say(CHAIR, "toppen, tack Carin", "13:04")
    assert clauses(item(room, "Val av justerare")) == ["att utse Carin Ås till justerare"]


def test_two_adjusters_are_named_after_their_item(room: Channel) -> None:
    opened(room)
    room.say(LEAD, "Val av justerare: Siv och Karin Stål", "13:02")
    assert clauses(item(room, "Val av justerare")) == ["att utse Siv Lund och Karin Stål till justerare"]


def test_a_blank_choice_is_flagged(room: Channel) -> None:
    opened(room)
    room.say(LEAD, "Val av justerare, beslut: att utse", "13:02")
    assert room.checks("blank_decision")


def test_each_att_clause_stands_by_itself_and_an_edit_leaves_no_trace_of_the_old_amount(room: Channel) -> None:
    opened(room)
    text = "Vävstugan beslut:\natt bevilja {} kr\natt bidraget betalas ut under förutsättning av att kommunen deltar"
    message = room.say(LEAD, text.format("18 000"), "13:20")
    room.edit(message, text.format("180 000"), "13:21")
    assert clauses(item(room, "Ansökan från Vävstugan")) == [
        "att bevilja 180 000 kr",
        "att bidraget betalas ut under förutsättning av att kommunen deltar",
    ]
    assert "18 000" not in room.minutes().model_dump_json().replace("180 000", "")


def test_a_decision_whose_clauses_stand_below_needs_no_colon(room: Channel) -> None:
    opened(room)
    room.say(LEAD, "Årsredovisning. Styrelsen beslutar\natt fastställa den\natt skicka den till medlemmarna", "13:20")
    assert clauses(item(room, "Årsredovisning")) == ["att fastställa den", "att skicka den till medlemmarna"]


def test_a_decision_at_the_end_of_a_note_leaves_the_note(room: Channel) -> None:
    opened(room)
    room.say(LEAD, "Årsredovisning: resultatet blev 84 300 kr. Beslut att godkänna årsredovisningen", "13:20")
    assert room.notes("Årsredovisning") == ["resultatet blev 84 300 kr."]
    assert clauses(item(room, "Årsredovisning")) == ["att godkänna årsredovisningen"]


def test_another_question_is_a_matter_under_its_item_with_its_own_decision(room: Channel) -> None:
    room.say(VICE, "övrig fråga: gemensam utbildning för styrelsen", "2026-09-14 08:00")
    opened(room)
    room.say(LEAD, "övriga frågor, gemensam utbildning: alla är positiva. Beslut: att boka en heldag i maj", "14:30")
    room.say(LEAD, "Logotypen: beslut att behålla den", "14:35")
    other = item(room, "Övriga frågor")
    assert [sub.title for sub in other.subitems] == ["Gemensam utbildning för styrelsen", "Logotypen"]
    assert [paragraph.text for paragraph in other.subitems[0].paragraphs] == ["alla är positiva."]
    assert other.subitems[0].decisions[0].clauses == ("att boka en heldag i maj",)
    assert [one.title for one in room.minutes().items][-1] == "Övriga frågor"


def test_what_is_referred_back_comes_on_the_next_agenda_with_its_origin(room: Channel) -> None:
    opened(room)
    room.say(LEAD, "arbetsordning, beslut: att återremittera ärendet till kansliet", "14:00")
    room.say(LEAD, "beslut: förfrågan från gymnasiet om praktikplatser återremitteras för fortsatt beredning", "14:05")
    room.close()
    coming = [one for one in room.record().items.values() if one.origin == "2026-09-15"]
    assert [one.title for one in coming] == [
        "Ny arbetsordning",
        "Förfrågan från gymnasiet om praktikplatser",
    ]
    assert {"Ny arbetsordning", "Förfrågan från gymnasiet om praktikplatser"} <= set(room.titles(LATER))


def test_what_a_note_says_is_taken_up_next_time_comes_on_the_next_agenda(room: Channel) -> None:
    opened(room)
    room.say(
        LEAD, "info: Frågan om lokaler tas upp som ärende vid kommande sammanträde. Avtalet löper ut i maj", "14:00"
    )
    room.close()
    assert "Lokaler" in room.titles(LATER)
    assert room.checks("action_proposed") == []


def test_jav_keeps_somebody_out_of_one_item_only(room: Channel) -> None:
    opened(room)
    room.say(KARIN, "jag anmäler jäv under Vävstugan och går ut", "13:15")
    assert item(room, "Ansökan från Vävstugan").recused == (KARIN,)
    assert item(room, "Årsredovisning").recused == ()
    assert room.attendee(KARIN).until is None


def test_a_reservation_stands_under_the_decision(room: Channel) -> None:
    opened(room)
    room.say(LEAD, "Vävstugan: beslut att avslå ansökan", "13:20")
    room.say(VICE, "jag reserverar mig mot beslutet till förmån för bifall", "13:21")
    (reservation,) = item(room, "Ansökan från Vävstugan").reservations
    assert (reservation.name, reservation.text) == (VICE, "till förmån för bifall")


def test_a_proposed_decision_is_decided_as_proposed(room: Channel) -> None:
    room.say(LEAD, "Vävstugan, förslag till beslut:\natt bevilja 90 000 kr\natt följa upp i maj", "2026-09-14 08:00")
    opened(room)
    room.say(LEAD, "Vävstugan: beslut enligt förslag", "13:20")
    assert clauses(item(room, "Ansökan från Vävstugan")) == ["att bevilja 90 000 kr", "att följa upp i maj"]


def test_the_vice_chair_leads_and_signs_when_the_chair_is_away(room: Channel) -> None:
    room.say(CHAIR, "har förhinder den 15:e, Bo Vik går i mitt ställe", "2026-09-14 08:00")
    room.say(VICE, "Jag förklarar mötet öppnat", "13:00")
    assert room.record().open_meeting is not None
    signed = {one.purpose: one.name for one in room.minutes().signatures}
    assert signed["chair"] == VICE


def test_somebody_else_writes_the_protokoll_when_it_is_said(room: Channel) -> None:
    opened(room)
    room.say(CHAIR, "Per för protokoll idag", "13:01")
    signed = {one.purpose: one.name for one in room.minutes().signatures}
    assert signed["secretary"] == OFFICIAL


def test_too_few_for_a_quorum_is_told(tmp_path: Path) -> None:
    with Channel(tmp_path, board(quorum=3)) as room:
        room.say(CHAIR, "Jag öppnar mötet. Upprop: jag, Siv och Carin Ås", "13:00")
        room.close()
        assert room.checks("no_quorum") == []
        room.say(CHAIR, "Jag öppnar mötet. Upprop: jag och Siv", "2026-11-10 13:00")
        room.say(CHAIR, "Då avslutar vi mötet", "2026-11-10 14:00")
        assert room.checks("no_quorum", LATER)


def test_one_who_is_out_for_jav_is_not_counted_for_the_quorum(tmp_path: Path) -> None:
    with Channel(tmp_path, board(quorum=3)) as room:
        room.say(CHAIR, "Jag öppnar mötet. Upprop: jag, Siv och Karin Stål", "13:00")
        room.say(KARIN, "jag är jävig i frågan om Vävstugan", "13:10")
        room.say(LEAD, "Vävstugan: beslut att bevilja 90 000 kr", "13:20")
        assert any("Vävstugan" in text for text in room.checks("no_quorum"))


def test_the_agenda_shows_matters_and_proposed_decisions_under_their_items(room: Channel) -> None:
    room.say(VICE, "övrig fråga: gemensam utbildning", "2026-09-14 08:00")
    room.say(LEAD, "Vävstugan, förslag till beslut: att bevilja 90 000 kr", "2026-09-14 08:05")
    room.say(LEAD, "@mötesbot visa dagordningen", "2026-09-14 08:10")
    shown = room.said_in_channel()[-1]
    assert "förslag: att bevilja 90 000 kr" in shown
    assert shown.index("Övriga frågor") < shown.index("Gemensam utbildning")


def test_a_decision_that_cancels_and_plans_is_clause_by_clause_and_takes_effect(room: Channel) -> None:
    opened(room)
    text = "Vi beslutar att ställa in 10/11, hålla ett extra möte den 3 december, och övriga frågor flyttas till 3/12"
    room.say(CHAIR, f"övriga frågor: {text}", "14:40")
    assert clauses(item(room, "Övriga frågor")) == [
        "att ställa in 10/11",
        "att hålla ett extra möte den 3 december",
        "att övriga frågor flyttas till 3/12",
    ]
    changes = {(one.change, str(one.date)) for one in room.minutes().meetings}
    assert changes == {("cancelled", "2026-11-10"), ("planned", "2026-12-03")}


def test_a_roll_call_by_capacity_lists_people_and_changes_no_roster(room: Channel) -> None:
    before = room.record().members
    room.say(
        CHAIR,
        "Jag öppnar mötet. Beslutande: jag, Siv, Karin Stål. Ersättare: Bo Vik fr. 14.00. Tjänstemän: Per och Tora",
        "13:00",
    )
    assert room.record().members == before
    present = [row.name for row in room.minutes().attendance if row.status == "present"]
    assert present == [CHAIR, VICE, KARIN, STAND_IN, LEAD, OFFICIAL]
    assert str(room.attendee(STAND_IN).from_) == "14:00:00"


def test_a_matter_that_is_tabled_comes_first_on_the_next_agenda(room: Channel) -> None:
    opened(room)
    room.say(LEAD, "Vävstugan: ärendet bordläggs", "13:20")
    assert clauses(item(room, "Ansökan från Vävstugan")) == ["att ärendet bordläggs"]
    assert item(room, "Ansökan från Vävstugan").state == "postponed"
    room.close()
    assert room.titles(LATER)[2] == "Ansökan från Vävstugan"


def test_a_decision_by_a_proposal_that_nobody_made_is_flagged(room: Channel) -> None:
    opened(room)
    room.say(LEAD, "Vävstugan: beslut: enligt förslag", "13:20")
    assert room.checks("blank_decision")


@pytest.mark.parametrize(
    "text", ["ska vi bordlägga ärendet?", "om ärendet bordläggs hinner vi inte", "bordet bordläggs"]
)
def test_talk_of_tabling_tables_nothing(room: Channel, text: str) -> None:
    opened(room)
    message = room.say(LEAD, text, "13:20")
    assert "decided" not in room.facts_of(message)
