"""Hard cases 4 and 5 of the record (docs/architecture.md): what others refer to, and what changes after the end."""

from __future__ import annotations

import pytest

from meetings.record import Phase
from tests.bot.channel import CASES, LEAD, MALIN, MEETING, SVEN, Channel

# --------------------------------------------------------------------------------------------------- case 4: dependants


def item_with_notes(channel: Channel) -> str:
    item = channel.say(MALIN, "punkt: Ny blankett", "2026-09-08 10:00")
    channel.open()
    channel.say(LEAD, "Ny blankett: den är på remiss", "13:02")
    return item


def test_case_4_notes_stay_when_their_item_is_undone(channel: Channel) -> None:
    item = item_with_notes(channel)
    channel.say(MALIN, "ångra", "13:10", thread=item)
    assert channel.notes("Ny blankett") == ["den är på remiss"]
    assert len(channel.checks("withdrawn_with_dependants")) == 1


def test_case_4_notes_stay_when_the_message_with_their_item_is_deleted(channel: Channel) -> None:
    channel.delete(item_with_notes(channel), "13:10")
    assert channel.notes("Ny blankett") == ["den är på remiss"]
    assert len(channel.checks("withdrawn_with_dependants")) == 1


def test_case_4_notes_stay_when_their_item_is_taken_off_the_agenda(channel: Channel) -> None:
    item_with_notes(channel)
    channel.say(LEAD, "@mötesbot ta bort punkten Ny blankett", "13:10")
    assert channel.notes("Ny blankett") == ["den är på remiss"]


def test_case_4_notes_stay_under_an_item_that_was_only_taken_up(channel: Channel) -> None:
    item = channel.say(MALIN, "punkt: Ny blankett", "2026-09-08 10:00")
    channel.open()
    channel.say(LEAD, "punkt 6", "13:02")
    channel.say(SVEN, CASES, "13:03")
    channel.delete(item, "13:10")
    assert channel.notes("Ny blankett") == [CASES]


def test_case_4_what_is_written_while_a_removed_item_is_open_is_not_lost(channel: Channel) -> None:
    channel.say(MALIN, "punkt: Ny blankett", "2026-09-08 10:00")
    channel.open()
    channel.say(LEAD, "punkt 6", "13:02")
    channel.say(LEAD, "@mötesbot ta bort punkten Ny blankett", "13:03")
    channel.say(SVEN, CASES, "13:04")
    assert CASES in str(channel.minutes().items)


def test_case_4_a_visitor_called_in_the_roll_stays_when_the_message_that_named_her_is_deleted(channel: Channel) -> None:
    named = channel.say(MALIN, "kan inte på tisdag, Rosa Vik går i mitt ställe", "2026-09-08 10:00")
    channel.open()
    channel.say(LEAD, "närvarande: Rosa Vik och Sven-Åke", "13:02")
    channel.delete(named, "13:10")
    assert channel.attendee("Rosa Vik").status == "present"


@pytest.mark.parametrize("how", ["undone", "deleted"])
def test_case_4_the_coordinator_is_asked_once(channel: Channel, how: str) -> None:
    item = item_with_notes(channel)
    if how == "undone":
        channel.say(MALIN, "ångra", "13:10", thread=item)
    else:
        channel.delete(item, "13:10")
    channel.say(SVEN, CASES, "13:11")
    asked = [text for text in channel.said_to(LEAD) if "Ny blankett" in text]
    assert len(asked) == 1
    assert not any("Vad ska hända" in text for text in channel.said_in_channel())


def test_case_4_the_notes_are_struck_when_the_coordinator_says_so(channel: Channel) -> None:
    channel.delete(item_with_notes(channel), "13:10")
    channel.privately(LEAD, "Stryk anteckningarna", "13:11")
    assert "den är på remiss" not in str(channel.minutes().items)
    assert "Ny blankett" not in channel.titles()
    assert channel.checks("withdrawn_with_dependants") == []


def test_case_4_the_notes_stay_when_the_coordinator_says_so(channel: Channel) -> None:
    channel.delete(item_with_notes(channel), "13:10")
    channel.privately(LEAD, "Behåll", "13:11")
    assert channel.notes("Ny blankett") == ["den är på remiss"]
    assert channel.record().pending == {}


def test_case_4_an_item_nobody_has_noted_under_goes_without_questions(channel: Channel) -> None:
    item = channel.say(MALIN, "punkt: Ny blankett", "2026-09-08 10:00")
    channel.delete(item)
    channel.open()
    assert "Ny blankett" not in channel.titles()
    assert channel.said_to(LEAD) == []


def test_case_4_a_meeting_does_not_vanish_with_the_message_that_opened_it(channel: Channel) -> None:
    start = channel.open()
    channel.say(MALIN, CASES, "13:02")
    channel.delete(start, "13:10")
    channel.say(SVEN, "Handläggningstiden ligger på tre veckor", "13:11")
    assert channel.notes("Välkommen") == [CASES, "Handläggningstiden ligger på tre veckor"]


def test_case_4_a_meeting_does_not_open_again_with_the_message_that_closed_it_deleted(channel: Channel) -> None:
    channel.open()
    channel.say(MALIN, CASES, "13:02")
    end = channel.close()
    channel.delete(end, "18:00")
    assert channel.record().meetings[MEETING].phase is Phase.ENDED


# ------------------------------------------------------------------------------------------------ case 5: after the end


def test_case_5_an_edit_after_the_end_is_shown_with_what_stood_before(channel: Channel) -> None:
    channel.open()
    note = channel.say(MALIN, CASES, "13:02")
    channel.close()
    channel.edit(note, CASES.replace("tolv", "fjorton"), "15:30")
    (shown,) = channel.checks("changed_after_end")
    assert CASES in shown
    assert "fjorton" in shown
    assert f"återställ {note}" in shown
    assert channel.notes("Välkommen") == [CASES.replace("tolv", "fjorton")]


def test_case_5_a_deletion_after_the_end_is_shown_with_what_stood_before(channel: Channel) -> None:
    channel.open()
    note = channel.say(MALIN, CASES, "13:02")
    channel.close()
    channel.delete(note, "15:30")
    (shown,) = channel.checks("changed_after_end")
    assert CASES in shown
    assert channel.notes("Välkommen") == []


@pytest.mark.parametrize(
    ("before", "after", "shows"),
    [
        pytest.param("Jag har förhinder", "Jag är med på länk", MALIN, id="attendance"),
        pytest.param(
            "uppgift: Malin bokar lokal senast fredag", "uppgift: Malin bokar buss senast fredag", "lokal", id="a task"
        ),
        pytest.param("beslut: att vi flyttar i oktober", "beslut: att vi flyttar i maj", "oktober", id="a decision"),
        pytest.param(
            "öppen fråga: vem betalar flytten?", "öppen fråga: vem betalar hyran?", "flytten", id="a question"
        ),
    ],
)
def test_case_5_whatever_is_edited_after_the_end_is_shown(
    channel: Channel, before: str, after: str, shows: str
) -> None:
    channel.open()
    message = channel.say(MALIN, before, "13:02")
    channel.close()
    channel.edit(message, after, "15:30")
    (shown,) = channel.checks("changed_after_end")
    assert shows in shown


@pytest.mark.parametrize("how", ["edited", "deleted", "edited and then deleted"])
def test_case_5_the_coordinator_restores_what_stood_at_the_end(channel: Channel, how: str) -> None:
    channel.open()
    note = channel.say(MALIN, CASES, "13:02")
    channel.edit(note, CASES.replace("tolv", "tretton"), "13:10")
    channel.close()
    if "edited" in how:
        channel.edit(note, CASES.replace("tolv", "fjorton"), "15:30")
    if "deleted" in how:
        channel.delete(note, "15:40")
    channel.privately(LEAD, f"återställ {note}", "15:50")
    assert channel.notes("Välkommen") == [CASES.replace("tolv", "tretton")]
    assert channel.checks("changed_after_end") == []


def test_case_5_what_is_changed_once_more_after_restoring_is_shown_again(channel: Channel) -> None:
    channel.open()
    note = channel.say(MALIN, CASES, "13:02")
    channel.close()
    channel.edit(note, CASES.replace("tolv", "fjorton"), "15:30")
    channel.privately(LEAD, f"återställ {note}", "15:35")
    channel.edit(note, CASES.replace("tolv", "femton"), "15:40")
    (shown,) = channel.checks("changed_after_end")
    assert CASES in shown
    assert "femton" in shown


def test_case_5_the_coordinators_own_text_stands_over_a_later_edit(channel: Channel) -> None:
    channel.open()
    note = channel.say(MALIN, CASES, "13:02")
    channel.close()
    channel.privately(LEAD, 'ändra "tolv nya ärenden" till "ett dussin ärenden"', "15:10")
    channel.edit(note, CASES.replace("tolv", "fjorton"), "15:30")
    assert channel.notes("Välkommen") == ["Vi har fått in ett dussin ärenden sedan i somras"]
    (shown,) = channel.checks("changed_after_end")
    assert "fjorton" in shown
    assert "Din text" in shown


def test_case_5_the_coordinators_own_text_stands_over_a_later_deletion(channel: Channel) -> None:
    channel.open()
    note = channel.say(MALIN, CASES, "13:02")
    channel.close()
    channel.privately(LEAD, 'ändra "tolv nya ärenden" till "ett dussin ärenden"', "15:10")
    channel.delete(note, "15:30")
    assert channel.notes("Välkommen") == ["Vi har fått in ett dussin ärenden sedan i somras"]
    assert len(channel.checks("changed_after_end")) == 1


def test_case_5_an_edit_before_the_end_is_no_late_change(channel: Channel) -> None:
    channel.open()
    note = channel.say(MALIN, CASES, "13:02")
    channel.edit(note, CASES.replace("tolv", "fjorton"), "14:59")
    channel.close()
    assert channel.checks("changed_after_end") == []
