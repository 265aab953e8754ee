"""The panel: what each person may see of the record, and what the buttons say."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.webchat.first import plays
from bot.webchat.view import View, captured, panel, people
from meetings.ledger import Ledger
from tests.bot.channel import CASES, KARIN, LEAD, MALIN, MEETING, Channel

NOW = datetime(2026, 9, 15, 11, 0, tzinfo=UTC)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Channel]:
    with Channel(tmp_path) as room:
        yield room


def ledger(room: Channel) -> Ledger:
    return room.wait(room.desk.ledger(room.group))


def seen_by(room: Channel, account: str) -> View:
    return panel(ledger(room), account, NOW, (), "sv")


def test_the_next_meeting_is_shown_with_its_agenda(room: Channel) -> None:
    view = seen_by(room, MALIN)
    assert view["meeting"]["id"] == MEETING
    assert view["meeting"]["state"] == "coming"
    assert view["agenda"][0]["title"] == "Välkommen"


def test_the_item_taken_up_is_marked(room: Channel) -> None:
    room.open()
    room.say(LEAD, "nästa punkt")
    (now,) = [row for row in seen_by(room, MALIN)["agenda"] if row["now"]]
    assert now["title"] == seen_by(room, LEAD)["agenda"][1]["title"]


def test_the_steps_and_the_draft_are_only_for_those_who_lead(room: Channel) -> None:
    room.open()
    room.say(MALIN, CASES)
    room.close()
    assert seen_by(room, MALIN)["lead"] is None
    lead = seen_by(room, LEAD)["lead"]
    assert lead["draft"]["checks"]
    assert [step["id"] for step in lead["steps"]][:2] == ["draft", "publish"]


@pytest.mark.parametrize(("choice", "status"), [("onsite", "present"), ("digital", "present"), ("absent", "absent")])
def test_what_an_answer_button_says_is_what_the_panel_then_shows(room: Channel, choice: str, status: str) -> None:
    (button,) = [one for one in seen_by(room, MALIN)["answer"]["choices"] if one["id"] == choice]
    room.privately(MALIN, button["say"])
    view = seen_by(room, MALIN)
    assert view["answer"]["given"] == choice
    assert [row["status"] for row in view["attendance"] if row["name"] == MALIN] == [status]


def test_a_substitute_is_reported_with_the_words_of_the_panel(room: Channel) -> None:
    room.privately(MALIN, seen_by(room, MALIN)["answer"]["substitute"].replace("{name}", "Rosa Vik"))
    view = seen_by(room, MALIN)
    assert view["answer"]["given"] == "substitute"
    assert any(row["name"] == "Rosa Vik" and MALIN in row["note"] for row in view["attendance"])


@pytest.mark.parametrize("status", ["present", "absent"])
def test_the_roll_is_called_with_the_words_of_the_panel(room: Channel, status: str) -> None:
    room.open()
    (row,) = [row for row in seen_by(room, LEAD)["attendance"] if row["name"] == KARIN]
    room.privately(LEAD, row["call"][status])
    (row,) = [row for row in seen_by(room, LEAD)["attendance"] if row["name"] == KARIN]
    assert row["status"] == status
    assert "call" not in next(row for row in seen_by(room, MALIN)["attendance"] if row["name"] == KARIN)


def test_an_action_point_is_ticked_off_by_its_owner_with_the_words_of_the_panel(room: Channel) -> None:
    (action,) = seen_by(room, MALIN)["actions"]
    assert action["mine"]
    assert seen_by(room, KARIN)["actions"][0]["done"] is None
    room.privately(MALIN, action["done"])
    assert seen_by(room, MALIN)["actions"] == []


def test_each_step_of_those_who_lead_brings_the_next(room: Channel) -> None:
    room.say(MALIN, "hej på er", "12:59")
    for step, state in (("start", "open"), ("pause", "open"), ("resume", "open"), ("next", "open"), ("call", "open")):
        (button,) = [one for one in seen_by(room, LEAD)["lead"]["steps"] if one["id"] == step]
        room.privately(LEAD, button["say"])
        assert seen_by(room, LEAD)["meeting"]["state"] == state, step
    assert all(row["status"] != "unknown" for row in seen_by(room, LEAD)["attendance"])
    (end,) = [one for one in seen_by(room, LEAD)["lead"]["steps"] if one["id"] == "end"]
    room.privately(LEAD, end["say"])
    assert room.record().open_meeting is None


def test_what_a_message_brought_is_for_its_writer_and_those_who_lead(room: Channel) -> None:
    room.open()
    message = room.say(MALIN, CASES)
    told = {who: captured(ledger(room), message, who, "sv") for who in (MALIN, LEAD, KARIN)}
    assert CASES in told[MALIN]["facts"][0]
    assert told[LEAD]["facts"] == told[MALIN]["facts"]
    assert (told[KARIN]["facts"], told[KARIN]["undo"], told[KARIN]["hidden"]) == ([], None, True)


def test_one_can_be_everybody_who_has_an_account(room: Channel) -> None:
    named = {row["account"]: row["leads"] for row in people(room.record())}
    assert named[LEAD]
    assert not named[MALIN]


def test_the_first_groups_have_a_meeting_behind_them_and_one_ahead() -> None:
    for play in plays(NOW):
        planned = sorted(fact.date for fact in play.founding.facts if fact.kind == "meeting_planned")
        assert planned[0] < NOW.date() <= planned[1]
        assert planned[0].weekday() < 5
