"""Reminders through the desk: they come when they are due, once, and people answer them by pressing a button."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from handlers.groups.founding import found
from tests.bot.channel import CARIN, FOUNDED, KARIN, LATER, LEAD, MALIN, MEETING, SVEN, Channel, group
from tests.situation import ZONE


@pytest.fixture
def channel(tmp_path: Path) -> Iterator[Channel]:
    with Channel(tmp_path) as made:
        yield made


def pass_time(channel: Channel, at: str, *, forward: bool = True) -> list[tuple[str, str]]:
    """Let the clock show a local time, and give what was said because of it: to whom, and what."""
    before = len(channel.said())
    moment = datetime.fromisoformat(at).replace(tzinfo=ZONE)
    channel.heard.now = moment
    if forward:
        channel._now = max(channel._now, moment)
    channel.wait(channel.desk.pass_time(moment, channel.heard))
    return [(row["to"] or row["where"], row["text"]) for row in channel.said()[before:]]


def test_the_call_for_items_comes_once_and_not_again_when_the_clock_is_set_back(channel: Channel) -> None:
    assert pass_time(channel, "2026-09-08 12:59") == []
    ((where, text),) = pass_time(channel, "2026-09-08 13:00")
    assert where == "#mysam-nordvik"
    assert "Mysam Nordvik tis 15 september kl. 13.00–15.00" in text
    assert pass_time(channel, "2026-09-08 11:00", forward=False) == []
    assert pass_time(channel, "2026-09-08 13:01") == []


def test_a_desk_that_starts_anew_says_nothing_twice(channel: Channel) -> None:
    pass_time(channel, "2026-09-08 13:00")
    channel.desk = channel.another_desk()
    assert pass_time(channel, "2026-09-08 13:05") == []


def test_who_has_answered_is_not_asked_and_a_button_answers(channel: Channel) -> None:
    channel.say(KARIN, "jag kommer", "2026-09-08 14:00")
    pass_time(channel, "2026-09-08 15:00")
    said = dict(pass_time(channel, "2026-09-14 13:00"))
    assert KARIN not in said
    assert LEAD not in said
    assert "Kommer du?" in said[MALIN]
    channel.privately(MALIN, "Mysam Nordvik: jag kommer 2026-09-15, på plats", "2026-09-14 13:10")
    channel.privately(SVEN, "Mysam Nordvik: jag har förhinder 2026-09-15", "2026-09-14 13:11")
    attendance = channel.record().meetings[MEETING].attendance
    people = {person.name: person.id for person in channel.record().members}
    assert (attendance[people[MALIN]].status, attendance[people[MALIN]].mode) == ("present", "onsite")
    assert attendance[people[SVEN]].status == "absent"


def test_a_moved_meeting_is_corrected_at_once_and_reminded_of_on_its_new_day(channel: Channel) -> None:
    pass_time(channel, "2026-09-08 13:00")
    asked = {to for to, _ in pass_time(channel, "2026-09-14 13:00") if to != "#mysam-nordvik"}
    before = len(channel.said())
    channel.say(LEAD, "@mötesbot flytta mötet till torsdag 17/9", "2026-09-14 14:00")
    said = channel.said()[before:]
    posts = [row["text"] for row in said if row["kind"] == "post" and "flyttat" in row["text"]]
    assert len(posts) == 1
    assert "är flyttat från tis 15 september kl. 13.00 till tors 17 september kl. 13.00–15.00" in posts[0]
    assert {row["to"] for row in said if row["kind"] == "private"} == asked
    # Everybody has now been asked twice: before the new day there is the agenda, and nobody is asked again.
    assert [to for to, _ in pass_time(channel, "2026-09-16 13:00")] == ["#mysam-nordvik"]


def test_taking_the_move_back_is_corrected_too(channel: Channel) -> None:
    pass_time(channel, "2026-09-08 13:00")
    moved = channel.say(LEAD, "@mötesbot flytta mötet till torsdag 17/9", "2026-09-09 14:00")
    before = len(channel.said())
    channel.delete(moved, "2026-09-09 14:05")
    posts = [row["text"] for row in channel.said()[before:] if row["kind"] == "post"]
    assert len(posts) == 1
    assert "är flyttat från tors 17 september kl. 13.00 till tis 15 september" in posts[0]


def test_a_cancelled_meeting_is_told_of_and_no_longer_reminded_of(channel: Channel) -> None:
    pass_time(channel, "2026-09-08 13:00")
    before = len(channel.said())
    channel.say(LEAD, "@mötesbot mötet på tisdag ställs in", "2026-09-09 09:00")
    assert any("är inställt" in row["text"] for row in channel.said()[before:] if row["kind"] == "post")
    assert pass_time(channel, "2026-09-14 16:00") == []


def test_a_group_chooses_and_a_person_is_left_in_peace(channel: Channel) -> None:
    channel.say(LEAD, "@mötesbot påminn inte om dagordningen", "2026-09-08 08:00")
    channel.privately(CARIN, "påminn inte mig", "2026-09-08 08:01")
    pass_time(channel, "2026-09-08 15:00")
    to = [name for name, _ in pass_time(channel, "2026-09-14 13:00")]
    assert "#mysam-nordvik" not in to
    assert CARIN not in to
    assert MALIN in to
    channel.privately(CARIN, "påminn mig igen", "2026-09-14 13:05")
    assert channel.record().muted == {}


def test_soon_is_told_by_the_minute_when_the_group_wants_it(channel: Channel) -> None:
    channel.say(LEAD, "@mötesbot påminn 10 minuter innan", "2026-09-08 08:00")
    pass_time(channel, "2026-09-14 15:00")
    assert pass_time(channel, "2026-09-15 12:49") == []
    assert pass_time(channel, "2026-09-15 12:50") == [
        ("#mysam-nordvik", "Mysam Nordvik börjar om 10 minuter, kl. 13.00, Stadshuset.")
    ]


def test_a_program_that_was_down_says_only_what_is_of_use(channel: Channel) -> None:
    said = pass_time(channel, "2026-09-15 08:00")
    in_channel = [text for to, text in said if to == "#mysam-nordvik"]
    assert len(in_channel) == 1
    assert in_channel[0].startswith("Dagordning Mysam Nordvik tis 15 september")
    assert all("i dag, tis 15 september" in text for to, text in said if to != "#mysam-nordvik")


def test_a_group_found_in_a_file_with_old_meetings_is_not_flooded(tmp_path: Path) -> None:
    data = group(meetings_per_year=4)
    data["meetings"] = [{"date": f"2026-{month:02}-10", "start": "09:00"} for month in range(1, 9)]
    with Channel(tmp_path, data) as channel:
        assert pass_time(channel, "2026-09-07 09:00") == []
        assert pass_time(channel, "2026-09-20 09:00") == []


def test_a_series_is_proposed_shortened_and_booked(channel: Channel) -> None:
    channel.say(LEAD, "@mötesbot föreslå möten första torsdagen i månaden kl 9-10 under våren 2027", "2026-09-08 09:00")
    (proposed,) = channel.said_to(LEAD)
    assert "Jag föreslår 6 möten" in proposed
    channel.privately(LEAD, "hoppa över den tredje och 3 juni", "2026-09-08 09:01")
    assert "Jag föreslår 4 möten" in channel.said_to(LEAD)[-1]
    channel.privately(LEAD, "ja", "2026-09-08 09:02")
    booked = [str(one.date) for one in channel.record().meetings.values() if one.id not in (MEETING, LATER)]
    assert booked == ["2027-01-07", "2027-02-04", "2027-04-01", "2027-05-13"]
    assert not channel.record().pending


def test_a_series_goes_round_the_meetings_that_people_have_in_other_groups(channel: Channel) -> None:
    other = group(name="Styrgruppen Nordvik", channel="#styrgruppen")
    other["meetings"] = [{"date": "2026-10-06", "start": "09:00"}]
    founding = found(other, FOUNDED)
    channel.wait(channel.desk.found(founding.group_id, founding.facts, channel.heard.name, (founding.channel,)))
    channel.say(LEAD, "@mötesbot boka möten första tisdagen i månaden kl 9 till november", "2026-09-08 09:00")
    text = channel.said_to(LEAD)[-1]
    assert "i stället för tis 6 oktober, krock med annan grupp" in text
