"""Hard cases 12 and 13 of the record (docs/architecture.md): what is forgotten, and what is never kept."""

from __future__ import annotations

import pytest

from bot.platform import Edited
from meetings.facts import Blocked
from meetings.group import Capacity
from tests.bot.channel import CASES, KARIN, LEAD, MALIN, NUMBER, SVEN, Channel

# -------------------------------------------------------------------- case 12, the part that stands: an identity number


def test_case_12_a_message_edited_into_an_identity_number_is_withdrawn_and_its_words_are_gone(
    channel: Channel,
) -> None:
    channel.open()
    note = channel.say(MALIN, "Malins hemliga anteckning Q7 om lokalerna i Nordvik", "13:02")
    channel.edit(note, f"Malins hemliga anteckning Q7 gäller {NUMBER}", "13:04")
    assert channel.notes("Välkommen") == []
    words = "Q7"
    assert words not in str(channel.facts())
    assert words not in str(channel.record())
    assert words not in str(channel.wait(channel.another_desk().record(channel.group)))
    assert words.encode() not in channel.kept()
    assert NUMBER.encode() not in channel.kept()


def test_case_12_words_edited_away_before_the_number_came_are_gone_too(channel: Channel) -> None:
    channel.open()
    note = channel.say(MALIN, "Malins hemliga anteckning Q7 om lokalerna i Nordvik", "13:02")
    channel.edit(note, "Malins hemliga anteckning Q8 om lokalerna i Nordvik", "13:03")
    channel.edit(note, f"det gäller {NUMBER}", "13:04")
    assert b"Q7" not in channel.kept()
    assert b"Q8" not in channel.kept()


def test_case_12_the_coordinator_learns_that_something_was_stopped_and_nothing_of_what(channel: Channel) -> None:
    channel.open()
    note = channel.say(MALIN, CASES, "13:02")
    channel.edit(note, f"det gäller {NUMBER}", "13:04")
    assert len(channel.checks("something_blocked")) == 1
    assert any("stoppade" in text for text in channel.said_to(LEAD))
    assert NUMBER not in str(channel.said())


def test_case_12_another_desk_forgets_the_words_as_well(channel: Channel) -> None:
    other = channel.another_desk()
    channel.open()
    note = channel.say(MALIN, "Malins hemliga anteckning Q7 om lokalerna i Nordvik", "13:02")
    channel.say(KARIN, "Handläggningstiden ligger på tre veckor", "13:03", desk=other)
    channel.edit(note, f"det gäller {NUMBER}", "13:04")
    channel.say(KARIN, "Väntetiden till kursen är sex veckor", "13:05", desk=other)
    ledger = channel.wait(other._archive.ledger(channel.group))
    assert "Q7" not in str(ledger.facts)


def test_case_12_a_mended_message_counts_again(channel: Channel) -> None:
    channel.open()
    note = channel.say(MALIN, f"det gäller {NUMBER}", "13:02")
    assert channel.facts_of(note) == ["wrote_in_meeting", "blocked"] or channel.facts_of(note) == ["blocked"]
    channel.edit(note, CASES, "13:04")
    assert channel.notes("Välkommen") == [CASES]


# ---------------------------------------------------------------------------------- case 13: the chat is the platform's


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Hej allihop!", id="a greeting"),
        pytest.param("Någon som vill ha kaffe?", id="a question to the room"),
        pytest.param("Glöm inte att stänga fönstren innan ni går", id="talk before the meeting"),
    ],
)
def test_case_13_chatter_leaves_no_row_and_no_text(channel: Channel, text: str) -> None:
    channel.say(SVEN, "Hej!", "2026-09-08 09:00")
    before = len(channel.facts())
    channel.say(MALIN, text, "2026-09-08 10:00")
    assert len(channel.facts()) == before
    assert text.encode() not in channel.kept()
    assert channel.said_to(MALIN) == []


def test_case_13_chatter_in_a_meeting_leaves_no_text(channel: Channel) -> None:
    channel.open()
    channel.say(MALIN, "Någon som vill ha kaffe?", "13:01")
    channel.say(MALIN, "Kanelbullarna är slut, haha", "13:02")
    assert b"kaffe" not in channel.kept()
    assert b"Kanelbullarna" not in channel.kept()


@pytest.mark.parametrize("edited", [False, True], ids=["as written", "as edited"])
@pytest.mark.parametrize("meeting", [False, True], ids=["before the meeting", "in the meeting"])
def test_case_13_blocked_text_is_nowhere(channel: Channel, edited: bool, meeting: bool) -> None:
    if meeting:
        channel.open()
    text = f"Hemligheten Q7kvarn gäller {NUMBER} i Nordvik"
    if edited:
        message = channel.say(MALIN, "Hej!")
        channel.edit(message, text)
    else:
        message = channel.say(MALIN, text)
    for part in (NUMBER, "Q7kvarn", "1212-12"):
        assert part.encode() not in channel.kept()
        assert part not in str(channel.said())
        assert part not in str(channel.record())
    assert any(isinstance(fact, Blocked) for fact in channel.facts())


def test_case_13_what_waits_in_memory_for_a_forgotten_start_is_never_blocked_text(channel: Channel) -> None:
    chatter = channel.say(MALIN, "Hej allihop!", "13:05")
    channel.edit(chatter, f"Hemligheten Q7kvarn gäller {NUMBER} i Nordvik", "13:06")
    assert "Q7" not in str(vars(channel.desk))
    assert NUMBER not in str(vars(channel.desk))


def test_case_13_an_edit_that_changes_nothing_leaves_nothing(channel: Channel) -> None:
    channel.open()
    note = channel.say(MALIN, CASES, "13:02")
    before = channel.facts()
    old = channel.event(note)
    channel.hear(Edited(old.conversation, old.author, note, old.at, old.at, CASES, "same"))
    assert channel.facts() == before


def test_case_13_substitutes_are_listed_in_their_capacity(channel: Channel) -> None:
    channel.say(KARIN, "Tomas Vik går i mitt ställe den 15:e", "2026-09-10 10:00")
    channel.open()
    row = channel.attendee("Tomas Vik")
    assert (row.capacity, row.substitutes_for) == (Capacity.SUBSTITUTE, KARIN)
