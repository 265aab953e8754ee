"""What is over costs nothing until it is asked for: search, corrections and edits of what was let go of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from bot.desk import Desk
from meetings.minutes import Minutes
from tests.bot.channel import LATER, LEAD, MEETING, Channel

MALIN, KARIN = "Malin Ros", "Karin Holmsund"
CASES = "Tolv personer är inskrivna i ungdomsprojektet"
POOL = "Bilpoolen har två bilar och tolv som vill låna dem"


@pytest.fixture
def channel(tmp_path: Path) -> Iterator[Channel]:
    with Channel(tmp_path) as opened:
        yield opened


@contextmanager
def statements() -> Iterator[list[str]]:
    """Listen to what is asked of any database meanwhile."""
    said: list[str] = []

    def listen(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            said.append(statement)

    event.listen(Engine, "before_cursor_execute", listen)
    try:
        yield said
    finally:
        event.remove(Engine, "before_cursor_execute", listen)


def hold(channel: Channel) -> str:
    """Hold the first meeting with a note and a decision, publish it, and give the note's message."""
    channel.open()
    channel.say(LEAD, "Ungdomsprojektet: arbetet går som det ska", "13:04")
    channel.say(LEAD, "Nya lokaler", "13:05")
    note = channel.say(MALIN, POOL, "13:06")
    channel.say(LEAD, "beslut: bilpoolen öppnas för alla i huset", "13:07")
    channel.close()
    channel.publish()
    return note


def hold_more(channel: Channel, meetings: int) -> None:
    """Book, hold and publish more meetings, a month apart; the earlier ones are let go of."""
    channel.privately(LEAD, "ställ in mötet den 10 november", "2026-09-16 09:00")
    for number in range(meetings):
        day = f"2027-{number + 1:02}-12"
        channel.privately(LEAD, f"boka möte {day} kl 13-15", f"2026-12-{number + 1:02} 09:00")
    for number in range(meetings):
        day = f"2027-{number + 1:02}-12"
        channel.say(LEAD, "@mötesbot starta mötet", f"{day} 13:00")
        channel.say(MALIN, f"Läget är lugnt för gång nummer {number + 1} i rad", f"{day} 13:20")
        channel.say(LEAD, "@mötesbot avsluta mötet", f"{day} 15:00")
        channel.privately(LEAD, "publicera", f"{day} 16:00")


def latest(channel: Channel, meeting: str = MEETING) -> Minutes:
    return Minutes.model_validate_json(channel.revisions(meeting)[-1].minutes)


# ------------------------------------------------------------------------------------------------ search


def test_what_was_decided_is_found_and_told_to_the_one_who_asks_only(channel: Channel) -> None:
    hold(channel)
    channel.say(KARIN, "@mötesbot vad bestämde vi om bilpoolen?")
    answer = channel.said_to(KARIN)[-1]
    assert "Beslut" in answer
    assert "tisdag 15 september 2026, punkt 5 Nya lokaler" in answer
    assert answer.index("öppnas för alla") < answer.index("två bilar")
    assert not any("öppnas för alla" in text for text in channel.said_in_channel()[-1:] if "bestämde" in text)


def test_drafts_are_not_found(channel: Channel) -> None:
    channel.open()
    channel.say(MALIN, POOL, "13:06")
    channel.close()
    channel.privately(KARIN, "sök bilpoolen")
    assert channel.said_to(KARIN)[-1].startswith("Jag hittar inget om ”bilpoolen”")


def test_the_minutes_of_a_month_are_shown_to_the_one_who_asks(channel: Channel) -> None:
    hold(channel)
    channel.privately(KARIN, "hitta anteckningarna från mötet i september", "2026-10-01 09:00")
    assert POOL in channel.said_to(KARIN)[-1]
    channel.privately(KARIN, "hitta anteckningarna från mötet i juni")
    assert channel.said_to(KARIN)[-1].startswith("Det finns inga publicerade anteckningar")


def test_minutes_that_were_let_go_of_are_found_and_shown_as_they_were_published(channel: Channel) -> None:
    hold(channel)
    hold_more(channel, 3)
    assert MEETING not in channel.record().meetings
    channel.privately(KARIN, "när pratade vi senast om bilpoolen?")
    assert "september 2026" in channel.said_to(KARIN)[-1]
    channel.privately(KARIN, "visa anteckningarna från 15 september 2026")
    assert POOL in channel.said_to(KARIN)[-1]
    assert channel.minutes(MEETING) == latest(channel)


# ------------------------------------------------------------------------------- corrections after publication


def test_words_are_corrected_in_a_new_revision_with_a_trail(channel: Channel) -> None:
    hold(channel)
    channel.privately(LEAD, "rätta i de publicerade anteckningarna: fjorton som vill låna, inte tolv som vill låna")
    first, second = (Minutes.model_validate_json(one.minutes) for one in channel.revisions())
    assert "tolv som vill" in first.model_dump_json()
    assert "fjorton som vill låna dem" in second.model_dump_json()
    assert (second.revision, second.status) == (2, "corrected")
    (trail,) = second.history
    assert (trail.revision, trail.by) == (2, LEAD)
    assert "tolv som vill låna" in trail.text
    assert "fjorton som vill låna" in trail.text


def test_a_correction_is_posted_short_and_with_the_new_files(channel: Channel) -> None:
    hold(channel)
    channel.privately(LEAD, "rätta i de publicerade anteckningarna: tre bilar, inte två bilar")
    post = channel.said_in_channel()[-1]
    assert "Rättelse" in post
    assert "Välkommen" not in post
    assert b"tre bilar" in channel.files(2)["md"]
    assert b"tre bilar" not in channel.files(1)["md"]


def test_the_hour_a_meeting_ended_is_corrected(channel: Channel) -> None:
    hold(channel)
    channel.privately(LEAD, "ändra i minnesanteckningarna: mötet slutade 14.50")
    assert f"{latest(channel).end:%H:%M}" == "14:50"
    assert "14:50" in latest(channel).history[-1].text


def test_only_what_is_corrected_changes(channel: Channel) -> None:
    hold(channel)
    before = latest(channel)
    channel.privately(LEAD, "byt namn på gruppen till Mysam Väster")
    channel.privately(LEAD, "rätta i de publicerade anteckningarna: tre bilar, inte två bilar")
    after = latest(channel)
    assert after.group == before.group
    assert after.attendance == before.attendance


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("rätta i de publicerade anteckningarna: 7, inte 99", "hittar inte", id="not there"),
        pytest.param(
            "rätta i de publicerade anteckningarna från 3 maj: 7, inte 99", "inte publicerade", id="no meeting"
        ),
        pytest.param("rätta i de publicerade anteckningarna: hej", "Vad ska stå i stället", id="no correction"),
    ],
)
def test_a_correction_that_cannot_be_made_is_told_and_makes_no_revision(channel: Channel, text: str, told: str) -> None:
    hold(channel)
    channel.privately(LEAD, text)
    assert told in channel.said_to(LEAD)[-1]
    assert len(channel.revisions()) == 1


def test_one_who_does_not_lead_is_told_who_may_correct(channel: Channel) -> None:
    hold(channel)
    channel.privately(MALIN, "rätta i de publicerade anteckningarna: tre bilar, inte två bilar")
    assert LEAD in channel.said_to(MALIN)[-1]
    assert len(channel.revisions()) == 1


def test_minutes_that_were_let_go_of_are_corrected_by_their_day(channel: Channel) -> None:
    hold(channel)
    hold_more(channel, 3)
    channel.privately(LEAD, "rätta i de publicerade anteckningarna från 15 september 2026: tre bilar, inte två bilar")
    assert "tre bilar" in latest(channel).model_dump_json()
    assert channel.minutes(MEETING).status == "corrected"


def test_an_edit_of_a_message_that_was_let_go_of_is_held_and_can_be_let_in(channel: Channel) -> None:
    note = hold(channel)
    hold_more(channel, 3)
    channel.edit(note, POOL.replace("två", "fem"))
    assert "fem bilar" not in latest(channel).model_dump_json()
    assert any("rätta" in row["text"] or "publicerade" in row["text"] for row in channel.said() if row["to"] == LEAD)
    channel.privately(LEAD, f"rätta {note}")
    assert "fem bilar" in latest(channel).model_dump_json()
    assert [one.status for one in channel.revisions()] == ["published", "corrected"]


def test_approval_sets_how_the_earlier_minutes_stand_and_going_through_them_does_not(channel: Channel) -> None:
    hold(channel)
    channel.say(LEAD, "@mötesbot starta mötet", "2026-11-10 13:00")
    channel.say(LEAD, "Föregående minnesanteckningar gicks igenom", "2026-11-10 13:02")
    assert channel.minutes(MEETING).status == "published"
    channel.say(LEAD, "Föregående minnesanteckningar godkänns", "2026-11-10 13:03")
    assert channel.minutes(MEETING).status == "approved"
    assert len(channel.revisions()) == 1
    (there,) = channel.wait(channel.store.filed(channel.group))
    assert there.status == "approved"


# ---------------------------------------------------------------------------------------------- what it costs


def test_chatter_asks_nothing_of_the_database_whatever_the_phase(channel: Channel) -> None:
    desk = Desk(channel.store, alone=True)
    channel.open()
    channel.say(MALIN, POOL, "13:02", desk=desk)
    channel.say(KARIN, CASES, "13:03", desk=desk)
    with statements() as asked:
        for text in ("Haha!", "Hej alla!", "Hör ni mig?", "👍", "tack"):
            channel.say(KARIN, text, desk=desk)
            channel.say(MALIN, text, desk=desk)
    assert asked == []
    channel.close()
    channel.publish()
    channel.say(KARIN, "Hej!", desk=desk)
    with statements() as asked:
        channel.say(KARIN, "Trevlig helg!", desk=desk)
    assert asked == []


def test_a_desk_that_starts_anew_knows_all_that_open_work_needs(channel: Channel) -> None:
    hold(channel)
    hold_more(channel, 3)
    channel.say(MALIN, "punkt: Cykelparkering")
    again = channel.another_desk()
    assert channel.record(again) == channel.record()
    channel.wait(channel.store.drop_checkpoint(channel.group))
    assert channel.record(channel.another_desk()) == channel.record()


def test_what_is_published_later_meetings_do_not_touch(channel: Channel) -> None:
    hold(channel)
    frozen = latest(channel)
    hold_more(channel, 2)
    assert latest(channel) == frozen
    assert LATER not in [one.id for one in channel.record().held()]
