"""What falls due by the clock: asked once about a forgotten end, and then no longer listened to."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from handlers.command import When
from meetings.due import EXTENSION, GRACE, LONGEST, Matter, due, expected, to_come
from meetings.group import NO_REMINDERS
from meetings.record import Meeting, Phase, Record
from tests.situation import NOW, ZONE, record

OPENED = datetime(2026, 9, 15, 13, 0, tzinfo=ZONE)
BOOKED_END = datetime(2026, 9, 15, 15, 0, tzinfo=ZONE)


def without_reminders(when: When) -> Record:
    made = record(when)
    made.settings = made.group.model_copy(update={"reminders": NO_REMINDERS})
    return made


def open_record(**meeting: object) -> Record:
    """Give the standard record with its meeting open since one o'clock, in a group without reminders."""
    made = without_reminders(When.DURING)
    going = made.meetings["m1"]
    going.started_at = going.told_at = OPENED
    for name, value in meeting.items():
        setattr(going, name, value)
    return made


def test_nothing_is_due_without_an_open_meeting() -> None:
    assert to_come(without_reminders(When.BEFORE)) == ()
    assert to_come(without_reminders(When.AFTER)) == ()


def test_the_end_is_asked_about_at_its_booked_time_and_not_before() -> None:
    assert due(open_record(), BOOKED_END - timedelta(minutes=1)) == ()
    assert [post.matter for post in due(open_record(), BOOKED_END)] == [Matter.ASK_FOR_END]


def test_listening_stops_half_an_hour_later() -> None:
    posts = due(open_record(), BOOKED_END + GRACE)
    assert [post.matter for post in posts] == [Matter.ASK_FOR_END, Matter.LAPSE]


def test_what_has_been_done_is_not_due_again() -> None:
    made = open_record()
    (asked,) = due(made, BOOKED_END)
    made.reminded[asked.key] = ()
    assert due(made, BOOKED_END) == ()


def test_a_key_is_the_same_at_every_look() -> None:
    assert [post.key for post in to_come(open_record())] == [post.key for post in to_come(open_record())]


def test_a_meeting_that_is_given_a_later_end_is_asked_about_then() -> None:
    (first, _) = to_come(open_record())
    (later, _) = to_come(open_record(end=time(15, 30)))
    assert later.at == first.at + GRACE
    assert later.key != first.key


def test_a_meeting_that_goes_on_is_not_asked_about_but_lapses_in_the_end() -> None:
    on_since = BOOKED_END + timedelta(minutes=2)
    (post,) = to_come(open_record(goes_on_since=on_since))
    assert (post.matter, post.at) == (Matter.LAPSE, on_since + EXTENSION)


def test_a_meeting_without_a_booked_end_is_asked_about_when_it_has_been_open_for_long() -> None:
    assert to_come(open_record(end=None))[0].at == OPENED + LONGEST


def test_an_end_before_the_start_is_on_the_day_after() -> None:
    late = open_record(start=time(22), end=time(0, 30), started_at=OPENED.replace(hour=22))
    assert to_come(late)[0].at == datetime(2026, 9, 16, 0, 30, tzinfo=ZONE)


def test_a_meeting_opened_when_its_time_was_over_is_left_time_to_be_written_up() -> None:
    told = BOOKED_END + timedelta(hours=1)
    assert to_come(open_record(told_at=told))[0].at > told


def test_a_meeting_that_has_lapsed_is_left_alone() -> None:
    assert to_come(open_record(lapsed=True)) == ()


@pytest.mark.parametrize(
    ("at", "awaited"),
    [
        pytest.param("12:50", False, id="well before its start"),
        pytest.param("12:57", True, id="a few minutes before"),
        pytest.param("14:00", True, id="while it should be going on"),
        pytest.param("19:00", False, id="in the evening"),
    ],
)
def test_a_booked_meeting_is_expected_around_its_time(at: str, awaited: bool) -> None:
    moment = datetime.combine(date(2026, 9, 15), time.fromisoformat(at), tzinfo=ZONE).astimezone(UTC)
    assert expected(record(When.BEFORE), moment) is awaited


def test_an_open_or_cancelled_meeting_is_not_expected() -> None:
    assert not expected(record(When.DURING), NOW[When.DURING])
    called_off = record(When.BEFORE)
    called_off.meetings["m1"] = Meeting("m1", date(2026, 9, 15), time(13), time(15), phase=Phase.CANCELLED)
    assert not expected(called_off, NOW[When.DURING])
