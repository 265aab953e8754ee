"""A meeting is opened and closed in many ways of speaking, and not by talk that only sounds like it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.command import Call, When
from handlers.meeting.talk import closes, opens
from tests.situation import call


def at_start(text: str, minutes: int = 1) -> Call:
    """Make a call some minutes after the meeting's booked start at 13."""
    of = call(When.BEFORE, "Tora Lindmo")
    assert of.meeting is not None
    assert of.meeting.start is not None
    start = datetime.combine(of.meeting.date, of.meeting.start, tzinfo=of.now.tzinfo)
    return replace(of, now=start + timedelta(minutes=minutes), text=text)


def open_until(text: str, minutes: int) -> Call:
    """Make a call in the open meeting, some minutes from its booked end at 15."""
    of = call(When.DURING, "Tora Lindmo")
    assert of.meeting is not None
    assert of.meeting.end is not None
    end = datetime.combine(of.meeting.date, of.meeting.end, tzinfo=of.now.tzinfo)
    return replace(of, now=end + timedelta(minutes=minutes), text=text)


@pytest.mark.parametrize(
    "text",
    [
        "Då så, klockan är slagen, vi kör igång!",
        "hej hej, roligt att se så många, då kör vi",
        "Sammanträdet förklaras öppnat",
        "Jag förklarar härmed mötet öppnat.",
        "Varmt välkomna till kvällens möte",
        "Välkomna allihopa!",
        "Dags att sätta igång",
        "Alla är på plats så vi drar igång nu",
        "nu börjar vi med upprop",
        "Right, let's get started",
        "I call the meeting to order",
        "good afternoon, welcome to today's meeting",
    ],
)
def test_words_that_open_the_meeting(text: str) -> None:
    of = at_start(text)
    assert opens(text, of, booked=of.meeting) is not None


@pytest.mark.parametrize(
    "text",
    [
        "då kör vi på det förslaget",
        "då kör vi på torsdag i stället",
        "vi börjar om fem minuter",
        "Välkomna! Vi väntar in några till",
        "ska vi sätta igång?",
        "vi kör igång kursen i januari",
        "vi börjar när Malin är här",
        "vi kan inte börja än",
        "mötet börjar 14.30 idag",
        "Let's start with the survey next week",
    ],
)
def test_words_that_only_sound_like_an_opening(text: str) -> None:
    of = at_start(text)
    assert opens(text, of, booked=of.meeting) is None


@pytest.mark.parametrize("minutes", [-40, 60], ids=["long before", "long after"])
def test_a_mere_welcome_opens_only_about_the_booked_time(minutes: int) -> None:
    of = at_start("Välkomna!", minutes)
    assert opens("Välkomna!", of, booked=of.meeting) is None


def test_the_hour_told_at_the_opening_is_kept() -> None:
    text = "Ordföranden förklarar mötet öppnat kl. 13.04"
    of = at_start(text, 6)
    opening = opens(text, of, booked=of.meeting)
    assert opening is not None
    assert opening.at == time(13, 4)


@pytest.mark.parametrize(
    "text",
    [
        "Vi stannar där för idag",
        "då rundar vi av här",
        "Det var allt för i dag",
        "slut för idag!",
        "Ordföranden tackar för visat intresse och förklarar mötet avslutat",
        "Mötet är härmed avslutat",
        "därmed är vi klara, tack",
        "Tack för idag allihop, vi ses i december",
        "that's a wrap, thanks all",
        "we'll leave it there",
        "I declare the meeting closed",
    ],
)
def test_words_that_close_the_meeting_whatever_is_left(text: str) -> None:
    of = open_until(text, -60)
    assert of.meeting is not None
    assert closes(text, of, of.meeting) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Tack för idag Malin!",
        "tack för det",
        "det var allt från mig",
        "vi bryter här för lunch",
        "då avslutar vi den punkten",
        "projektet avslutas i juni",
        "Olle slutar här i mars",
        "ska vi avsluta där?",
        "innan vi avslutar mötet vill jag lyfta en sak",
        "we're done with item 2",
        "Let's end the discussion there and vote",
        "Tack alla!",
    ],
)
def test_words_that_do_not_close_a_meeting_with_much_left(text: str) -> None:
    of = open_until(text, -60)
    assert of.meeting is not None
    assert closes(text, of, of.meeting) is None


@pytest.mark.parametrize("text", ["Tack alla!", "då är vi klara", "Tack för ett bra möte"])
def test_thanks_close_a_meeting_whose_time_is_up(text: str) -> None:
    of = open_until(text, -3)
    assert of.meeting is not None
    assert closes(text, of, of.meeting) is not None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("mötet avslutat 14.35", time(14, 35)),
        ("Vi avslutar där kl 14.38", time(14, 38)),
        ("Stort tack för idag, vi slutar 14.40", time(14, 40)),
        ("Vi avslutar där, nästa möte 3 november kl 13.00", None),
        ("Då avslutar vi här, vi ses 09.30 på fredag", None),
    ],
)
def test_the_hour_told_is_the_meetings_own(text: str, at: time | None) -> None:
    of = open_until(text, -20)
    assert of.meeting is not None
    closing = closes(text, of, of.meeting)
    assert closing is not None
    assert closing.at == at


def test_a_message_that_says_it_twice_closes_once() -> None:
    text = "Mötet är avslutat 14.50. Tack alla!"
    of = open_until(text, -8)
    assert of.meeting is not None
    first, second = (closes(part, of, of.meeting) for part in ("Mötet är avslutat 14.50.", "Tack alla!"))
    assert first is not None
    assert not first.repeated
    assert second is not None
    assert second.repeated


@given(st.text(max_size=120))
def test_any_words_are_read_without_error(text: str) -> None:
    of = open_until(text, -20)
    assert of.meeting is not None
    closes(text, of, of.meeting)
    opens(text, at_start(text), booked=of.meeting)
