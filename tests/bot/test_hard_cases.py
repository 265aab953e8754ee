"""Hard cases 1, 2, 3 and 7 of the record (docs/architecture.md): what is written when, and where it comes from."""

from __future__ import annotations

import pytest

from meetings.facts import Answered, Asked, Noted, Source
from tests.bot.channel import CARIN, CASES, KARIN, LEAD, MALIN, MEETING, SVEN, Channel

# --------------------------------------------------------------------------------------------------- case 1: two orders


def test_case_1_a_message_that_comes_late_lands_where_it_was_written(channel: Channel) -> None:
    channel.open()
    channel.say(MALIN, CASES, "13:02")
    channel.say(LEAD, "Nya lokaler: flytten är klar i oktober", "13:20")
    channel.say(KARIN, "Handläggningstiden ligger på tre veckor", "13:10")
    assert channel.notes("Välkommen") == [CASES, "Handläggningstiden ligger på tre veckor"]
    assert channel.notes("Nya lokaler") == ["flytten är klar i oktober"]


def test_case_1_a_late_word_about_attendance_does_not_overrule_a_newer_one(channel: Channel) -> None:
    channel.say(MALIN, "Jag kommer den 15:e", "2026-09-10 12:00")
    channel.say(MALIN, "Jag har förhinder den 15:e", "2026-09-09 12:00")
    channel.open()
    assert channel.attendee(MALIN).status == "present"


def test_case_1_a_late_change_of_item_moves_the_notes_that_were_written_after_it(channel: Channel) -> None:
    channel.open()
    channel.say(MALIN, CASES, "13:20")
    channel.say(LEAD, "punkt 5", "13:10")
    assert channel.notes("Nya lokaler") == [CASES]
    assert channel.notes("Välkommen") == []


def test_case_1_the_ledger_keeps_the_order_of_arrival(channel: Channel) -> None:
    channel.open()
    late = channel.say(MALIN, CASES, "13:20")
    early = channel.say(KARIN, "Handläggningstiden ligger på tre veckor", "13:10")
    notes = [fact.said.message for fact in channel.facts() if isinstance(fact, Noted)]
    assert notes == [late, early]


def test_case_1_the_bot_introduces_itself_once_even_when_the_first_message_comes_late(channel: Channel) -> None:
    channel.say(MALIN, "Hej!", "2026-09-10 12:00")
    channel.say(KARIN, "Hej på er!", "2026-09-09 12:00")
    assert len(channel.said_in_channel()) == 1


def test_case_1_a_new_desk_folds_the_same_minutes_from_what_is_kept(channel: Channel) -> None:
    channel.open()
    channel.say(LEAD, "Nya lokaler: flytten är klar i oktober", "13:20")
    channel.say(KARIN, "Handläggningstiden ligger på tre veckor", "13:10")
    again = channel.another_desk()
    assert channel.wait(again.minutes(channel.group, MEETING)) == channel.minutes()


# ----------------------------------------------------------------------------------- case 2: the context of the writing


def test_case_2_an_edit_lands_under_the_item_that_was_open_when_the_message_was_written(channel: Channel) -> None:
    channel.open()
    channel.say(LEAD, "punkt 4", "13:01")
    note = channel.say(MALIN, CASES, "13:02")
    channel.say(LEAD, "punkt 5", "13:10")
    channel.edit(note, CASES.replace("tolv", "fjorton"), "13:12")
    assert channel.notes("Ungdomsprojektet") == [CASES.replace("tolv", "fjorton")]
    assert channel.notes("Nya lokaler") == []


def test_case_2_chatter_of_the_meeting_that_becomes_a_note_lands_where_it_was_written(channel: Channel) -> None:
    channel.open()
    channel.say(LEAD, "punkt 4", "13:01")
    note = channel.say(MALIN, "Hej!", "13:02")
    channel.say(LEAD, "punkt 5", "13:10")
    channel.edit(note, CASES, "13:12")
    assert channel.notes("Ungdomsprojektet") == [CASES]


def test_case_2_chatter_from_before_the_meeting_stays_chatter_when_it_is_edited_in_it(channel: Channel) -> None:
    early = channel.say(MALIN, "Hej!", "12:30")
    channel.open()
    channel.edit(early, CASES, "13:12")
    assert channel.facts_of(early) == []
    assert CASES not in str(channel.minutes())


def test_case_2_an_items_number_means_the_agenda_that_stood_when_it_was_written(channel: Channel) -> None:
    channel.open()
    note = channel.say(LEAD, "punkt 5: flytten är klar i oktober", "13:02")
    channel.say(LEAD, "@mötesbot flytta Nya lokaler före Ungdomsprojektet", "13:05")
    assert channel.titles()[3:5] == ["Nya lokaler", "Ungdomsprojektet"]
    channel.edit(note, "punkt 5: flytten är klar i november", "13:06")
    assert channel.notes("Nya lokaler") == ["flytten är klar i november"]


def test_case_2_notes_follow_their_item_when_it_gets_another_name(channel: Channel) -> None:
    item = channel.say(MALIN, "punkt: Ny blankett", "2026-09-08 10:00")
    channel.open()
    channel.say(LEAD, "Ny blankett: den är på remiss", "13:02")
    channel.edit(item, "punkt: Ny digital blankett", "13:10")
    assert channel.notes("Ny digital blankett") == ["den är på remiss"]
    assert channel.said_to(LEAD) == []


def test_case_2_an_edit_after_an_undo_still_knows_the_item_that_was_there(channel: Channel) -> None:
    item = channel.say(MALIN, "punkt: Ny blankett", "2026-09-08 10:00")
    channel.open()
    note = channel.say(LEAD, "Ny blankett: den är på remis", "13:02")
    channel.say(MALIN, "ångra", "13:05", thread=item)
    channel.edit(note, "Ny blankett: den är på remiss", "13:06")
    assert channel.notes("Ny blankett") == ["den är på remiss"]


def test_case_2_an_edited_answer_answers_the_question_that_was_open_when_it_was_written(channel: Channel) -> None:
    channel.say(SVEN, "Elin kan inte vara med på tisdag", "2026-09-10 10:00")
    answer = channel.privately(SVEN, "Elin Sand", "2026-09-10 10:05")
    channel.edit(answer, "Elin Strand", "2026-09-10 10:07")
    channel.open()
    assert channel.attendee("Elin Strand").status == "absent"
    assert "Elin Sand" not in [row.name for row in channel.minutes().attendance]


def test_case_2_one_who_edits_her_only_message_was_still_there(channel: Channel) -> None:
    channel.open()
    note = channel.say(MALIN, CASES, "13:02")
    channel.edit(note, CASES.replace("tolv", "fjorton"), "13:04")
    channel.close()
    assert channel.attendee(MALIN).status == "present"


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param((CASES, "Haha!", CASES.replace("tolv", "tio")), id="a note becomes chatter and a note again"),
        pytest.param(("Haha!", CASES, "Haha!", CASES.replace("tolv", "tio")), id="chatter comes and goes"),
        pytest.param((CASES, "Haha!", "Hej!", CASES), id="chatter changed to other chatter on the way"),
    ],
)
def test_case_2_the_last_of_many_edits_counts(channel: Channel, texts: tuple[str, ...]) -> None:
    channel.open()
    note = channel.say(MALIN, texts[0], "13:02")
    for text in texts[1:]:
        channel.edit(note, text)
    assert channel.notes("Välkommen") == [texts[-1]]
    assert channel.said_to(MALIN) == []


def test_case_2_an_edit_stands_over_an_earlier_correction_of_the_same_words(channel: Channel) -> None:
    channel.open()
    note = channel.say(MALIN, "Vi har 34 deltagare i projektet i höst", "13:02")
    channel.say(MALIN, "rättelse: 36, inte 34", "13:03")
    assert channel.notes("Välkommen") == ["Vi har 36 deltagare i projektet i höst"]
    channel.edit(note, "Vi har 36 deltagare i projektet och sju på väntelistan", "13:05")
    assert channel.notes("Välkommen") == ["Vi har 36 deltagare i projektet och sju på väntelistan"]


# ------------------------------------------------------------------------------------------------------ case 3: sources


def test_case_3_every_fact_has_a_source(channel: Channel) -> None:
    play_whole_meeting(channel)
    for fact in channel.facts():
        assert fact.said.source in Source
        assert fact.said.at.tzinfo is not None
        if fact.said.source is Source.MESSAGE:
            assert fact.said.message
            assert fact.said.by


def test_case_3_an_answer_names_its_question_and_what_it_led_to(channel: Channel) -> None:
    channel.say(SVEN, "Elin kan inte vara med på tisdag", "2026-09-10 10:00")
    answer = channel.privately(SVEN, "Elin Sand", "2026-09-10 10:05")
    (asked,) = [fact for fact in channel.facts() if isinstance(fact, Asked)]
    answered, report = [fact for fact in channel.facts() if fact.said.message == answer]
    assert isinstance(answered, Answered)
    assert answered.question == asked.question
    assert (report.kind, report.said.answers) == ("attendance_reported", asked.question)


def play_whole_meeting(channel: Channel) -> None:
    channel.say(MALIN, "punkt: Ny blankett", "2026-09-08 10:00")
    channel.say(CARIN, "Jag har förhinder den 15:e", "2026-09-09 10:00")
    channel.open()
    channel.say(MALIN, CASES, "13:02")
    channel.say(LEAD, "närvarande: Sven-Åke, Malin, Karin", "13:03")
    channel.say(LEAD, "Nya lokaler: beslut: att vi flyttar i oktober", "13:20")
    channel.say(LEAD, "uppgift: Malin bokar lokal senast fredag", "13:25")
    channel.close()


# ------------------------------------------------------------------------------------------ case 7: inference is marked


@pytest.mark.parametrize(
    ("who", "text", "name", "basis"),
    [
        pytest.param(MALIN, "jag är med på länk", MALIN, "said_by_self", id="said by oneself"),
        pytest.param(SVEN, "Malin har förhinder idag", MALIN, "said_by_other", id="said by another"),
        pytest.param(LEAD, "närvarande: Sven-Åke, Malin, Elin Sand", MALIN, "called", id="called"),
        pytest.param(MALIN, CASES, MALIN, "wrote", id="wrote in the meeting"),
        pytest.param(MALIN, CASES, CARIN, "inferred", id="nothing known"),
    ],
)
def test_case_7_attendance_knows_what_it_rests_on(channel: Channel, who: str, text: str, name: str, basis: str) -> None:
    channel.open()
    channel.say(who, text, "13:02")
    channel.close()
    row = channel.attendee(name)
    assert row.basis == basis
    inferred = " ".join(channel.checks("attendance_inferred"))
    assert (name in inferred) is (basis in ("wrote", "inferred"))


def test_case_7_what_somebody_said_goes_before_what_follows_from_her_writing(channel: Channel) -> None:
    channel.open()
    channel.say(MALIN, CASES, "13:02")
    channel.say(MALIN, "jag är med på länk", "13:03")
    channel.close()
    assert channel.attendee(MALIN).basis == "said_by_self"
    assert MALIN not in " ".join(channel.checks("attendance_inferred"))


def test_case_7_what_waits_for_an_answer_is_shown_before_publishing(channel: Channel) -> None:
    channel.open()
    channel.say(LEAD, "uppgift: Elin bokar lokal", "13:05")
    assert len(channel.checks("unanswered")) == 1
