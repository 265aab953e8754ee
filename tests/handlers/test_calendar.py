"""Those who lead book, move, rename and cancel meetings; questions, guesses and others' meetings do nothing."""

from __future__ import annotations

from datetime import date, time

import pytest

from handlers.calendar.effects import apply_effects, calendar_effects
from handlers.calendar.events import note_events, read_events
from handlers.command import Example, When
from meetings.errors import NoMeeting
from meetings.evolve import evolve
from meetings.facts import About, Asked, Basis, MeetingCancelled, MeetingMoved, MeetingPlanned, MeetingRenamed
from meetings.record import Report
from tests.handlers.agenda_played import CALENDAR, play
from tests.situation import call, record

LEAD = "Tora Lindmo"
EXAMPLES = [
    pytest.param(one, id=f"{command.name}: {one.text[:40]}") for command in CALENDAR for one in command.examples
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_commands_examples_are_understood(example: Example) -> None:
    played = play(example.text, call(example.when, by=LEAD, addressed=example.addressed, language=example.language))
    assert played.kinds == example.gives
    assert example.says is None or example.says in played.said


@pytest.mark.parametrize(
    ("text", "day", "start", "end", "place"),
    [
        ("Nästa Mysam blir torsdag 8 oktober 9-11 i Folkets hus", date(2026, 10, 8), time(9), time(11), "Folkets hus"),
        ("vi bokar in ett extra möte 24/9 kl 10 på Teams", date(2026, 9, 24), time(10), None, "Teams"),
        ("Möte på fredag kl 10 för att gå igenom budgeten", date(2026, 9, 11), time(10), None, None),
        ("nästa möte 2/12 kl 10-12", date(2026, 12, 2), time(10), time(12), None),
    ],
)
def test_one_who_leads_books_a_meeting(text: str, day: date, start: time, end: time | None, place: str | None) -> None:
    played = play(text, call(by=LEAD))
    (fact,) = played.facts
    assert isinstance(fact, MeetingPlanned)
    assert (fact.date, fact.start, fact.end, fact.place) == (day, start, end, place)
    assert "2026" in played.said


def test_several_dates_book_several_meetings() -> None:
    played = play("@mötesbot lägg upp mötena: 8/12, 19/1 och 9/2 kl 13", call(by=LEAD))
    assert [fact.date for fact in played.facts if isinstance(fact, MeetingPlanned)] == [
        date(2026, 12, 8),
        date(2027, 1, 19),
        date(2027, 2, 9),
    ]


def test_a_preliminary_meeting_is_booked_as_such() -> None:
    (fact,) = play("då säger vi nästa möte 3/12 kl 10-12, prel", call(When.DURING, by=LEAD)).facts
    assert isinstance(fact, MeetingPlanned)
    assert fact.preliminary


def test_a_meeting_that_is_booked_already_is_told_in_the_meeting_without_becoming_two() -> None:
    (fact,) = play("Nästa möte 10 november kl 13 på Teams", call(When.DURING, by=LEAD)).facts
    assert isinstance(fact, MeetingPlanned)
    assert (fact.target, fact.end) == ("m2", time(15))


def test_nothing_is_said_of_a_meeting_that_is_only_repeated() -> None:
    assert not play("Nästa möte 10 november kl 13 på Teams som planerat", call(When.DURING, by=LEAD)).said


def test_telling_more_of_a_booked_meeting_keeps_who_has_reported_for_it() -> None:
    known = record(When.DURING)
    known.meetings["m2"].attendance["p4"] = Report("p4", None, "absent", Basis.SELF)
    facts = play("Nästa möte 10 november kl 14 på Teams", call(When.DURING, by=LEAD, of=known)).facts
    for fact in facts:
        evolve(known, fact, set())
    assert (known.meetings["m2"].start, known.meetings["m2"].end) == (time(14), time(15))
    assert "p4" in known.meetings["m2"].attendance


@pytest.mark.parametrize(
    "text",
    [
        "Kommande möten: 19/1 och 16/3, alla kl 9-11",
        "Vårens mötestider är 19 januari och 16 mars kl 9-11",
        "Mötestider våren 2027:\n- 19 januari 9-11\n- 16 mars 9-11",
        "Nästa möte är 19/1 kl 9-11 på Teams, därefter 16/3 kl 9-11",
    ],
)
def test_a_list_of_coming_meetings_books_them_all(text: str) -> None:
    facts = play(text, call(When.DURING, by=LEAD)).facts
    assert [(fact.date, fact.start) for fact in facts if isinstance(fact, MeetingPlanned)] == [
        (date(2027, 1, 19), time(9)),
        (date(2027, 3, 16), time(9)),
    ]


@pytest.mark.parametrize(
    "text",
    ["Möten med skolan: 3 oktober och 7 oktober", "projektets möten i höst: 5/10 och 9/11", "styrelsen har möte 3/12"],
)
def test_others_meetings_are_not_booked(text: str) -> None:
    assert play(text, call(When.DURING, by=LEAD)).facts == ()


def test_a_day_that_clashes_is_moved_to_the_one_taken_instead() -> None:
    text = "10 november krockar för många, vi tar 17 november samma tid i stället"
    (fact,) = play(text, call(When.DURING, by=LEAD)).facts
    assert isinstance(fact, MeetingMoved)
    assert (fact.target, fact.date) == ("m2", date(2026, 11, 17))


def test_another_place_is_told_for_a_coming_meeting() -> None:
    (fact,) = play("mötet i november blir i Stadshuset i stället", call(When.DURING, by=LEAD)).facts
    assert isinstance(fact, MeetingMoved)
    assert (fact.target, fact.date, fact.place) == ("m2", None, "Stadshuset")


@pytest.mark.parametrize(
    "text",
    [
        "Dags för Mysam tis 15/9 kl 13.00-15.00 i Stadshuset. Har ni punkter så skriv här",
        "Kallelse till mötet 15 sept kl 13.00",
        "påminner om mötet på tisdag kl 13",
        "när är nästa möte?",
        "ska vi ställa in på tisdag?",
        "kanske vi flyttar mötet till 17/9",
        "vi hade möte 3/9",
        "vi har personalmöte 24/9 kl 9",
        "jag har möte med regionen 24/9 kl 10",
        "Försäkringskassans möte 15/9 är inställt",
        "FK ställer in drop-in i november",
        "krasslig, det blir inget möte för mig på tisdag",
        "flytta mötet till 3 el 4 november",
        "mötet på tisdag är i ny lokal",
    ],
)
def test_invitations_questions_guesses_and_others_meetings_change_nothing(text: str) -> None:
    assert play(text, call(by=LEAD)).facts == ()


@pytest.mark.parametrize(
    "text",
    [
        "övrig fråga: flytta mötet 15/9 till 17/9",
        "till mötet 15/9: punkt om ny lokal",
        "punkt: Nästa möte 8 oktober kl 9",
    ],
)
def test_what_is_asked_for_the_agenda_moves_no_meeting(text: str) -> None:
    assert play(text, call(by=LEAD)).kinds == ("item_proposed",)


@pytest.mark.parametrize("text", ["mötet på tisdag ställs in", "Nästa möte 8 oktober kl 9", "flytta mötet till 17/9"])
def test_a_member_changes_no_calendar_by_plain_words(text: str) -> None:
    assert play(text, call()).facts == ()


@pytest.mark.parametrize(
    ("text", "target", "day", "start", "place"),
    [
        ("mötet den 15/9 flyttas till 17/9 kl 9", "m1", date(2026, 9, 17), time(9), None),
        ("flytta mötet den 10/11 till 12/11 kl 9", "m2", date(2026, 11, 12), time(9), None),
        ("flytta novembermötet till 12/11", "m2", date(2026, 11, 12), None, None),
        ("glöm inte att 15/9 börjar kl 14 istället", "m1", None, time(14), None),
        ("nytt datum för mysam: 22 september 13-15", "m1", date(2026, 9, 22), time(13), None),
        ("byt lokal till Biblioteket för mötet på tisdag", "m1", None, None, "Biblioteket"),
        ("inställt på tisdag tyvärr, mötet flyttas till 22/9 samma tid", "m1", date(2026, 9, 22), None, None),
    ],
)
def test_a_meeting_is_moved(text: str, target: str, day: date | None, start: time | None, place: str | None) -> None:
    (fact,) = play(text, call(by=LEAD)).facts
    assert isinstance(fact, MeetingMoved)
    assert (fact.target, fact.date, fact.start, fact.place) == (target, day, start, place)


@pytest.mark.parametrize(
    "text",
    ["ställ in november", "Novembermötet ställs in", "vi ställer in mötet 10/11", "vi kör inget möte i november"],
)
def test_a_month_alone_means_the_booked_meeting_of_that_month(text: str) -> None:
    (fact,) = play(text, call(by=LEAD)).facts
    assert isinstance(fact, MeetingCancelled)
    assert fact.target == "m2"


def test_what_was_proposed_for_a_cancelled_meeting_goes_to_the_next() -> None:
    assert play("mötet på tisdag ställs in", call(by=LEAD)).kinds == (
        "meeting_cancelled",
        "item_postponed",
        "item_postponed",
    )


def test_a_meeting_that_is_not_booked_cannot_be_cancelled() -> None:
    with pytest.raises(NoMeeting):
        play("@mötesbot avboka mötet den 8 oktober", call(by=LEAD))


def test_a_doubtful_date_is_asked_about_with_its_readings() -> None:
    (fact,) = play("boka möte fredag 8 september kl 9", call(by=LEAD)).facts
    assert isinstance(fact, Asked)
    assert fact.about is About.WHEN
    assert fact.options[0].text == "boka möte 2026-09-08 kl 09.00"
    answer = play(fact.options[0].text, call(by=LEAD)).facts[0]
    assert isinstance(answer, MeetingPlanned)
    assert answer.date == date(2026, 9, 8)


# ---------------------------------------------------------------------------------------- what is settled


def test_an_agreement_renames_what_is_kept() -> None:
    text = "tiden i november behålls men heter arbetsgrupp/avstämning"
    outcome = apply_effects(calendar_effects(text, call(When.DURING)), call(When.DURING))
    (fact,) = outcome.facts
    assert isinstance(fact, MeetingRenamed)
    assert (fact.target, fact.name) == ("m2", "arbetsgrupp/avstämning")


def test_a_supported_proposal_gives_the_meeting_its_name_and_its_items() -> None:
    text = "behåll gärna tiden i november och kalla den nåt annat, avstämning kanske. lokalerna + unga konkret"
    facts = apply_effects(calendar_effects(text, call(When.DURING)), call(When.DURING)).facts
    assert [fact.kind for fact in facts] == ["meeting_renamed", "item_proposed", "item_proposed"]


def test_a_decision_cancels_plans_and_moves_the_questions() -> None:
    text = "att ställa in 15/9, köra ett kortare möte 24/9, och övriga frågor flyttas till 10/11"
    facts = apply_effects(calendar_effects(text, call()), call()).facts
    assert [fact.kind for fact in facts] == ["meeting_cancelled", "meeting_planned", "item_postponed", "item_postponed"]


def test_a_decision_books_a_meeting_that_is_held_another_day() -> None:
    text = "att mötet den 10 november ställs in samt att ett kortare möte genomförs under planeringsdagen den 7 oktober"
    facts = apply_effects(calendar_effects(text, call(When.DURING)), call(When.DURING)).facts
    assert [fact.kind for fact in facts] == ["meeting_cancelled", "meeting_planned"]


@pytest.mark.parametrize(
    "text", ["att inbjudan skickas 10/11", "Lövnäs 5-6 nov: beslut att anmäla sig", "att behålla tiden i november", ""]
)
def test_a_decision_about_something_else_leaves_the_calendar(text: str) -> None:
    assert calendar_effects(text, call()) == ()


# ------------------------------------------------------------------------------------------------- events


def test_others_days_are_told_with_title_and_place() -> None:
    text = (
        "På gång: Resultatkonferens 26 september 13-16.30 Folkets park, Storgatan 3. "
        "Teamkonferens 9 oktober, heldag Nordvik"
    )
    first, second = note_events(read_events(text, call(When.DURING)), call(When.DURING))
    assert (first.title, first.start, first.place) == ("Resultatkonferens", time(13), "Folkets park, Storgatan 3")
    assert (second.title, second.date, second.start, second.place) == (
        "Teamkonferens",
        date(2026, 10, 9),
        None,
        "Nordvik",
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Jubileumskonferens prel 22 jan 2027", "Jubileumskonferens"),
        ("12 oktober: temadag om skolfrånvaro", "Temadag om skolfrånvaro"),
        ("LMN höstkonferens 17/11: beslut att inbjudan tas upp", "LMN höstkonferens"),
    ],
)
def test_a_day_of_others_is_an_event(text: str, title: str) -> None:
    assert [event.title for event in read_events(text, call(When.DURING))] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "anmälan till konferensen senast 3 oktober",
        "kursen var bra, halvdag 10 alt 11 dec",
        "vi hade konferens 3 september",
        "Nordvik 5-6 nov",
        "utbildningen är viktig",
    ],
)
def test_deadlines_alternatives_and_what_has_been_are_no_events(text: str) -> None:
    assert read_events(text, call(When.DURING)) == ()
