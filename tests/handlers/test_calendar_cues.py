"""Meetings are booked, moved and cancelled in whatever words those who lead use; everybody else's are left alone."""

from __future__ import annotations

from datetime import date, time

import pytest

from handlers.command import When
from meetings.facts import About, Asked, MeetingCancelled, MeetingMoved, MeetingPlanned
from tests.handlers.agenda_played import play
from tests.situation import call

LEAD = "Tora Lindmo"
DAY = date(2026, 10, 20)


@pytest.mark.parametrize(
    "text",
    [
        "20 oktober blir nästa träff",
        "Vi siktar på den 20 oktober för nästa sammanträde",
        "boka in 20/10",
        "nästa vända är 20/10",
        "höstens sista mysam: 20 oktober",
        "då ses vi tisdagen den 20 oktober igen",
        "skriv in 20 oktober i almanackan för nästa möte",
        "we'll regroup on 20 October",
        "pencil in 20 October for the next meeting",
        "next one's 20 October, details to follow",
        "motet efter höstlovet blir 20 oktober",
    ],
)
def test_a_day_and_a_cue_book_the_next_meeting(text: str) -> None:
    (fact,) = play(text, call(When.DURING, by=LEAD)).facts
    assert isinstance(fact, MeetingPlanned)
    assert fact.date == DAY


@pytest.mark.parametrize(
    "text",
    [
        "OBS! Nytt datum: 20 oktober",
        "vi byter dag till 20 oktober",
        "mötet 15/9 blir 20/10 istället",
        "det blir inte 15 september utan 20 oktober",
        "lokalen är upptagen så vi flyttar till 20 oktober",
        "sammanträdet den 15 september förläggs till den 20 oktober i stället",
        "Vi får tänka om, det blir 20 oktober istället",
        "jag har fått flytta mötet, det är nu 20 oktober",
        "new meeting date: 20 October",
        "vi kör på 20 oktober i stället för 15 september",
        "jag har bokat om mötet till 20 oktober",
        "we'll meet on 20 October instead",
        "change of date: 20 October",
        "the meeting will be on 20 October instead of 15 September",
    ],
)
def test_a_new_day_moves_the_coming_meeting(text: str) -> None:
    (fact,) = play(text, call(by=LEAD)).facts
    assert isinstance(fact, MeetingMoved)
    assert (fact.target, fact.date) == ("m1", DAY)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("mötet skjuts fram en vecka", date(2026, 9, 22)),
        ("vi senarelägger mötet två dagar", date(2026, 9, 17)),
        ("novembermötet tidigareläggs en vecka", date(2026, 11, 3)),
        ("the meeting is pushed back a week", date(2026, 9, 22)),
    ],
)
def test_a_week_later_is_reckoned_from_the_meetings_own_day(text: str, day: date) -> None:
    (fact,) = play(text, call(by=LEAD)).facts
    assert isinstance(fact, MeetingMoved)
    assert fact.date == day


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("mötet börjar 14 istället", time(14), time(16)),
        ("vi drar igång en timme senare på tisdag", time(14), time(16)),
        ("klockan 14 istället för 13 på tisdag", time(14), time(16)),
        ("mötet slutar 14.30 istället", None, time(14, 30)),
        ("starttiden ändras till 12.30", time(12, 30), time(14, 30)),
        ("we start at 2 pm instead of 1 pm", time(14), time(16)),
    ],
)
def test_a_new_hour_moves_the_meeting_and_keeps_its_length(text: str, start: time | None, end: time) -> None:
    (fact,) = play(text, call(by=LEAD)).facts
    assert isinstance(fact, MeetingMoved)
    assert (fact.date, fact.start, fact.end) == (None, start, end)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ändrad lokal: Kvarnen", "Kvarnen"),
        ("vi har fått byta lokal, det blir Kvarnen", "Kvarnen"),
        ("plats för mötet ändrad till Kvarnen", "Kvarnen"),
        ("OBS lokalbyte, sal Linden", "sal Linden"),
        ("lokalen blir Kvarnen på tisdag", "Kvarnen"),
        ("vi sitter i Kvarnen i stället", "Kvarnen"),
        ("på tisdag håller vi till på biblioteket", "biblioteket"),
        ("Stadshuset är upptaget så vi tar Kvarnen istället", "Kvarnen"),
        ("ny plats för mötet: Folkets park, stora scenen", "Folkets park, stora scenen"),
        ("tisdagens möte går på Teams", "Teams"),
        ("new venue for Tuesday: the old library", "the old library"),
        ("we're in Kvarnen on Tuesday instead", "Kvarnen"),
    ],
)
def test_a_new_place_is_kept(text: str, place: str) -> None:
    (fact,) = play(text, call(by=LEAD)).facts
    assert isinstance(fact, MeetingMoved)
    assert (fact.place, fact.date, fact.start) == (place, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "mötet blir inte av",
        "vi hoppar över tisdagens möte",
        "motet ar installt",
        "vi ses inte på tisdag",
        "jag måste tyvärr ställa in mötet på tisdag pga sjukdom",
        "inställt på tisdag, för få kan komma",
        "Tuesday's meeting is off",
        "the meeting won't take place",
        "vi blåser av mötet på tisdag",
        "mötet på tisdag är struket",
        "we're skipping the meeting on Tuesday",
    ],
)
def test_the_coming_meeting_is_cancelled(text: str) -> None:
    first = play(text, call(by=LEAD)).facts[0]
    assert isinstance(first, MeetingCancelled)
    assert first.target == "m1"


@pytest.mark.parametrize(
    "text",
    [
        "styrelsens möte flyttas till 20 oktober",
        "personalmötet är inställt",
        "mötet med hyresvärden flyttas till 20 oktober",
        "Försäkringskassan har flyttat sitt möte till 20 oktober",
        "the staff meeting on Tuesday is cancelled",
        "my meeting with the landlord is moved to 20 October",
        "mötet förra veckan ställdes in",
        "mötet är inte inställt",
        "om för få kommer ställer vi in mötet",
        "jag hörde att mötet är inställt",
        "ska vi ta 20 oktober istället?",
        "kanske 20 oktober istället",
        "20 oktober är jag på semester",
        "konserten flyttas till 20 oktober",
        "rapporten blir klar 20 oktober istället",
        "jag börjar kl 9 istället på tisdag",
        "matchen börjar kl 14 istället",
        "mitt tåg är inställt",
        "bussen på tisdag är inställd",
        "jag kommer inte på tisdag, måste ställa in",
        "jag hoppar över mötet på tisdag",
        "ny lokal för mottagningen är Kvarnen",
        "vårt kontor flyttar till Kvarnen 20 oktober",
        "vi ses på tisdag!",
        "vi ses i fikarummet",
        "nytt datum kommer",
        "mötet kan komma att ställas in",
        "det finns risk att mötet ställs in",
        "vad händer om mötet ställs in",
        "the meeting may move to 20 October",
        "de har inget möte på tisdag",
        "jag bokar lokal till 20 oktober",
        "vi får hitta en ny tid",
        "the deadline is moved to 20 October",
        "if too few come we cancel the meeting",
        "det blir inget möte i sommar",
        "inget möte v 50",
    ],
)
def test_what_is_not_of_the_groups_meeting_changes_nothing(text: str) -> None:
    facts = play(text, call(by=LEAD)).facts
    assert not [fact for fact in facts if isinstance(fact, MeetingPlanned | MeetingMoved | MeetingCancelled)]


@pytest.mark.parametrize(
    "text", ["flytta mötet", "kan du flytta mötet?", "byt dag för mötet", "could you reschedule the meeting?"]
)
def test_the_bot_asks_where_a_meeting_is_moved_when_it_is_not_told(text: str) -> None:
    (fact,) = play(text, call(by=LEAD, addressed=True)).facts
    assert isinstance(fact, Asked)
    assert fact.about is About.NEW_TIME


def test_what_is_told_and_decided_in_one_message_is_booked_once() -> None:
    facts = play("Då bestämmer vi att nästa möte äger rum den 20 oktober kl 13", call(When.DURING, by=LEAD)).facts
    assert len([fact for fact in facts if isinstance(fact, MeetingPlanned)]) == 1
