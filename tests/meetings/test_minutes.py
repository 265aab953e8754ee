"""The minutes hold what they were given, in one shape, and can be trusted not to change."""

import json
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from meetings.minutes import Action, Attachment, Attendee, Item, MeetingChange, Minutes, Paragraph, Question

TOP_KEYS = [
    "format", "group", "kind", "title", "status", "revision", "date", "start", "end", "place", "meeting_kind",
    "show_attendance", "attendance", "items", "actions", "questions", "meetings", "events", "working_groups",
    "signatures", "notice", "checks", "language", "timezone", "history",
]  # fmt: skip


def minutes(**more: Any) -> Minutes:
    return Minutes(group="Gruppen", title="Anteckningar", date=date(2026, 2, 3), **more)


def test_every_key_is_there_even_when_there_is_nothing() -> None:
    assert list(minutes().as_data()) == TOP_KEYS
    assert minutes(items=(Item(number="1", title="Ett"),)).as_data()["items"][0] == {
        "number": "1", "title": "Ett", "owner": None, "planned_minutes": None, "state": "taken", "reference": None,
        "paragraphs": [], "decisions": [], "agreements": [], "actions": [], "questions": [], "attachments": [],
        "subitems": [], "proposal": [], "recused": [], "reservations": [],
    }  # fmt: skip


def test_an_action_has_an_owner_and_a_due_even_when_nobody_said() -> None:
    action = minutes(actions=(Action(id="a", text="Ringa"),)).as_data()["actions"][0]
    assert action["owner"] == {"kind": "unknown", "name": None}
    assert action["due"] == {"kind": "none", "text": None, "date": None}


def test_times_are_written_without_seconds_and_dates_as_iso() -> None:
    data = minutes(start=time(13, 0, 59), meetings=(MeetingChange(date=date(2026, 3, 9), start=time(9)),)).as_data()
    assert (data["date"], data["start"], data["meetings"][0]["start"]) == ("2026-02-03", "13:00", "09:00")


def test_from_is_written_as_from() -> None:
    person = Attendee(name="Tyra Malmgård", from_=time(11, 30))
    data = minutes(attendance=(person,)).as_data()
    assert data["attendance"][0]["from"] == "11:30"
    assert Minutes.model_validate(data).attendance == (person,)


def test_minutes_come_back_from_their_own_data() -> None:
    made = minutes(start=time(9), questions=(Question(text="Vem?", item="2"),), place="Teams")
    assert Minutes.model_validate_json(json.dumps(made.as_data())) == made


def test_minutes_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        minutes().title = "Annat"  # type: ignore[misc]


@pytest.mark.parametrize("wrong", [{"status": "nästan"}, {"okänd": 1}, {"date": "31 februari"}], ids=str)
def test_what_the_format_does_not_know_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Minutes.model_validate({**minutes().as_data(), **wrong})


def test_the_checksum_changes_with_any_word_and_with_nothing_else() -> None:
    first = minutes(items=(Item(number="1", title="Ett", paragraphs=(Paragraph(text="Hyran är 10"),)),))
    other = minutes(items=(Item(number="1", title="Ett", paragraphs=(Paragraph(text="Hyran är 11"),)),))
    assert first.checksum() == Minutes.model_validate(first.as_data()).checksum()
    assert first.checksum() != other.checksum()
    assert len(first.checksum()) == 64


def test_an_address_that_may_not_be_followed_is_dropped() -> None:
    assert Attachment(name="Tryck", url="javascript:alert(1)").url is None
    assert Attachment(name="Tryck", url="https://ulvdalen.example/a_b?c=1").url == "https://ulvdalen.example/a_b?c=1"


@given(st.text(st.characters()))
def test_any_text_can_be_kept_and_written(text: str) -> None:
    kept = minutes(items=(Item(number="1", title=text, paragraphs=(Paragraph(text=text),)),))
    assert Minutes.model_validate_json(json.dumps(kept.as_data())) == kept
    assert "\n" not in kept.items[0].title
