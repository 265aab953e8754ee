"""Dates and times as people write them in Swedish and English."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from meetings.when import Kind, Trouble, find, first_date, notation, read

STOCKHOLM = ZoneInfo("Europe/Stockholm")
A_WEDNESDAY = dt.datetime(2027, 4, 14, 10, 0, tzinfo=STOCKHOLM)


def said(text: str, language: str = "sv") -> str:
    return notation(*find(text, A_WEDNESDAY, language=language))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("4 maj", "2027-05-04", id="day and month"),
        pytest.param("den 4 maj 2028", "2028-05-04", id="with a year"),
        pytest.param("tis 4/5", "2027-05-04", id="short weekday and slash"),
        pytest.param("4/5-27", "2027-05-04", id="handwritten year"),
        pytest.param("4.5.2027", "2027-05-04", id="dots"),
        pytest.param("2027-05-04", "2027-05-04", id="iso"),
        pytest.param("270504", "2027-05-04", id="six digits"),
        pytest.param("20270504", "2027-05-04", id="eight digits"),
        pytest.param("2:a juni", "2027-06-02", id="ordinal in digits"),
        pytest.param("den tjugofjärde juni", "2027-06-24", id="ordinal in letters"),
        pytest.param("den 21:a", "2027-04-21", id="only the day"),
        pytest.param("den 5:e", "2027-05-05", id="only the day, in the next month"),
        pytest.param("sista maj", "2027-05-31", id="last of a month"),
        pytest.param("7-8 oktober", "2027-10-07/2027-10-08", id="two days"),
        pytest.param("29/12 - 3/1", "2027-12-29/2028-01-03", id="over the new year"),
        pytest.param("2027-06-01 – 2027-06-04", "2027-06-01/2027-06-04", id="iso range"),
        pytest.param("från måndag till onsdag", "2027-04-19/2027-04-21", id="weekday range"),
        pytest.param("mellan 5 och 9 juni", "2027-06-05/2027-06-09", id="between"),
        pytest.param("2, 9 och 16 juni", "2027-06-02;2027-06-09;2027-06-16", id="several with one month"),
        pytest.param("11 alt. 12 november", "2027-11-11|2027-11-12", id="alternatives"),
        pytest.param("måndag eller tisdag v 21", "2027-05-24|2027-05-25", id="weekdays share a week"),
    ],
)
def test_days_are_read(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("kl 9", "T09:00", id="whole hour"),
        pytest.param("kl. 13.00-14.30", "T13:00/T14:30", id="dotted range"),
        pytest.param("13–16.30", "T13:00/T16:30", id="short range"),
        pytest.param("halv fyra", "T15:30", id="half before"),
        pytest.param("halv ett", "T12:30", id="half before one"),
        pytest.param("tio över tolv", "T12:10", id="past twelve"),
        pytest.param("kvart över två", "T14:15", id="quarter past in office hours"),
        pytest.param("tjugo i fem", "T16:40", id="minutes to"),
        pytest.param("fem över halv nio", "T08:35", id="past the half"),
        pytest.param("vid tretiden", "T15:00", id="about"),
        pytest.param("mellan 9 och 11", "T09:00/T11:00", id="between"),
        pytest.param("kl 7 på kvällen", "T19:00", id="part of the day"),
        pytest.param("kl 0930", "T09:30", id="four digits"),
    ],
)
def test_times_are_read(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("1:30-3 pm", "T13:30/T15:00", id="half of the day given once"),
        pytest.param("at 10 on Friday", "2027-04-16T10:00", id="time before the day"),
        pytest.param("May 4th, 2027 at 9 am", "2027-05-04T09:00", id="month first"),
        pytest.param("the 4th of May", "2027-05-04", id="ordinal first"),
        pytest.param("Friday week", "2027-04-23", id="friday week"),
        pytest.param("ten past nine", "T09:10", id="minutes past"),
        pytest.param("tonight at 7", "2027-04-14T19:00", id="tonight"),
        pytest.param("the last Friday of May", "2027-05-28", id="last weekday"),
        pytest.param("late May", "~2027-05-21/2027-05-31", id="late"),
        pytest.param("by the end of June", "../2027-06-30", id="end of a month as a deadline"),
        pytest.param("until 2 June", "../2027-06-02", id="until"),
        pytest.param("every other Tuesday", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", id="every other"),
        pytest.param("an hour and a half", "PT1H30M", id="duration"),
    ],
)
def test_english_is_read_to_the_same_depth(text: str, expected: str) -> None:
    assert said(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("7 oktober kl 9-12", "2027-10-07T09:00/2027-10-07T12:00", id="day then range"),
        pytest.param("kl 13 på fredag", "2027-04-16T13:00", id="time then day"),
        pytest.param("Fredag 16/4: kl 9", "2027-04-16T09:00", id="colon between"),
        pytest.param("fre 9-11", "2027-04-16T09:00/2027-04-16T11:00", id="short weekday with hours"),
        pytest.param("i morgon bitti kl 7", "2027-04-15T07:00", id="tomorrow morning"),
        pytest.param("på måndag förmiddag", "~2027-04-19T08:00/2027-04-19T12:00", id="part of a day"),
        pytest.param(
            "1/6, 8/6 och 15/6 kl 10", "2027-06-01T10:00;2027-06-08T10:00;2027-06-15T10:00", id="one time for all"
        ),
        pytest.param(
            "måndag kl 9 eller tisdag kl 13", "2027-04-19T09:00|2027-04-20T13:00", id="alternatives with times"
        ),
        pytest.param("7 oktober (heldag)", "2027-10-07", id="whole day"),
        pytest.param("3 maj kl 10 till 4 maj kl 12", "2027-05-03T10:00/2027-05-04T12:00", id="over two days"),
        pytest.param("om en timme", "2027-04-14T11:00", id="from now"),
    ],
)
def test_days_and_times_are_put_together(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("i övermorgon", "2027-04-16", id="day after tomorrow"),
        pytest.param("på onsdag", "2027-04-21", id="the same weekday is the next one"),
        pytest.param("fredag nästa vecka", "2027-04-23", id="weekday of next week"),
        pytest.param("nästa vecka på fredag", "2027-04-23", id="the other way round"),
        pytest.param("tisdag om två veckor", "2027-05-04", id="weekday in weeks"),
        pytest.param("om tre veckor", "2027-05-05", id="in weeks"),
        pytest.param("onsdag v 24", "2027-06-16", id="weekday of a week"),
        pytest.param("v. 24-25", "2027-W24/2027-W25", id="weeks"),
        pytest.param("v 21, 23 och 25", "2027-W21;2027-W23;2027-W25", id="several weeks"),
        pytest.param("första måndagen i juni", "2027-06-07", id="nth weekday"),
        pytest.param("i slutet av maj", "~2027-05-21/2027-05-31", id="end of a month"),
        pytest.param("under hösten", "~2027-09-01/2027-11-30", id="season"),
        pytest.param("ht 2028", "~2028-08-20/2028-12-20", id="term"),
        pytest.param("efter påsk 2028", "2028-04-18/..", id="after a holiday"),
        pytest.param("innan midsommar", "../2027-06-24", id="before a holiday"),
        pytest.param("under november", "2027-11", id="month"),
        pytest.param("månadsskiftet maj/juni", "~2027-05-29/2027-06-03", id="turn of the month"),
        pytest.param("veckan efter påsk 2028", "2028-W16", id="week beside a holiday"),
        pytest.param("sista dagen i maj", "2027-05-31", id="last day"),
        pytest.param("den 15 och 16", "2027-04-15;2027-04-16", id="one article for two days"),
        pytest.param("tredje kvartalet", "~2027-07-01/2027-09-30", id="quarter"),
        pytest.param("i måndags", "2027-04-12", id="said to be past"),
    ],
)
def test_relative_and_vague_times_are_read(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("senast 3 maj", "../2027-05-03", id="at the latest"),
        pytest.param("innan 3 maj", "../2027-05-02", id="before excludes the day"),
        pytest.param("senast på fredag kl 12", "../2027-04-16T12:00", id="with a time"),
        pytest.param("inom en vecka", "../2027-04-21", id="within"),
        pytest.param("fr.o.m. 1 september", "2027-09-01/..", id="from"),
        pytest.param("efter den 3 maj", "2027-05-04/..", id="after excludes the day"),
        pytest.param("till nästa möte", "EVENT:next_meeting", id="next meeting"),
        pytest.param("inför årsmötet", "EVENT:årsmötet", id="another meeting"),
        pytest.param("vid utvecklingsdagen den 7 oktober", "2027-10-07", id="an event with its date"),
        pytest.param("så snart som möjligt", "ASAP", id="haste"),
        pytest.param("två dagar före mötet", "EVENT:två dagar före mötet", id="distance from an event"),
    ],
)
def test_bounds_and_events_are_read(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("45 min", "PT45M", id="minutes"),
        pytest.param("en och en halv timme", "PT1H30M", id="one and a half hours"),
        pytest.param("2,5 timmar", "PT2H30M", id="decimal"),
        pytest.param("en timme och 15 minuter", "PT1H15M", id="hours and minutes"),
        pytest.param("två dagar", "P2D", id="days"),
        pytest.param("1h 30m", "PT1H30M", id="short units"),
        pytest.param("10 min sen", "PT10M", id="late"),
    ],
)
def test_durations_are_read(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Maj hälsar och Mars också", id="names that are months"),
        pytest.param("Tor är fri", id="names and words that are weekdays"),
        pytest.param("vi är fyra grupper", id="a count in letters"),
        pytest.param("20-30 personer mellan 16-64 år", id="counts and ages"),
        pytest.param("1 250 000 kr, 12,5 % och 11.50 kr", id="amounts"),
        pytest.param("§ 12, punkt 3 och bilaga 4", id="labels"),
        pytest.param("version 2.10", id="version"),
        pytest.param("dnr 2027/45", id="case number"),
        pytest.param("070-123 45 67", id="telephone"),
        pytest.param("i vår grupp", id="our and spring"),
        pytest.param("öppet 24/7", id="round the clock"),
        pytest.param("May I speak?", id="the verb may"),
        pytest.param("en gång var det en fråga", id="once"),
        pytest.param("två tredjedelar, alltså 2/3 av rösterna", id="fraction"),
        pytest.param("punkt 9-12", id="items"),
        pytest.param("Storgatan 5", id="address"),
        pytest.param("0/5 klara", id="day nought"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_date_stays_unread(text: str) -> None:
    assert find(text, A_WEDNESDAY) == ()


def test_a_title_between_day_and_time_is_a_gap() -> None:
    text = "7 oktober temadag kl 9-15"
    (when,) = find(text, A_WEDNESDAY)
    assert notation(when) == "2027-10-07T09:00/2027-10-07T15:00"
    assert [text[low:high] for low, high in when.gaps] == ["temadag"]


def test_several_expressions_keep_their_order_and_places() -> None:
    text = "Vi behöver 2 timmar på fredag, och rapporten senast 3 maj."
    found = find(text, A_WEDNESDAY)
    assert [when.kind for when in found] == [Kind.DURATION, Kind.DAY, Kind.DAY]
    assert [text[slice(*when.span)] for when in found] == ["2 timmar", "på fredag", "senast 3 maj"]
    assert [when.deadline for when in found] == [False, False, True]


def test_a_moved_meeting_gets_a_new_day_and_no_deadline() -> None:
    (when,) = find("vi flyttar mötet till fredag kl 10", A_WEDNESDAY)
    assert notation(when) == "2027-04-16T10:00"
    assert not when.deadline


def test_a_move_names_the_old_day_and_what_is_offered_instead() -> None:
    (when,) = find("flytta mötet 29/10 till 3 el 4 nov", A_WEDNESDAY)
    assert when.kind is Kind.SEVERAL
    assert [part.kind for part in when.parts] == [Kind.DAY, Kind.ALTERNATIVES]


def test_a_year_in_bold_belongs_to_its_date() -> None:
    assert said("**Datum: 23 mars 2029**") == "2029-03-23"


@pytest.mark.parametrize("text", ["på tisdag", "den 27:e", "tisdagens möte"])
def test_the_groups_known_meeting_is_preferred(text: str) -> None:
    known = dt.date(2027, 4, 27)
    found = first_date(text, A_WEDNESDAY, meeting_dates=[known])
    assert found is not None
    assert found.date == known


def test_the_same_day_is_left_to_whoever_knows_which() -> None:
    (when,) = find("vi ses samma dag", A_WEDNESDAY)
    assert (when.kind, when.event) == (Kind.EVENT, "same_day")


def test_an_answer_with_small_words_is_one_expression() -> None:
    when = read("ja, det blir den 8/9 kl 9 då", A_WEDNESDAY)
    assert when is not None
    assert notation(when) == "2027-09-08T09:00"


@pytest.mark.parametrize("text", ["Anna ringer den 8/9", "8/9 eller så ringer vi den 9/10 till Anna", "kanske"])
def test_a_text_that_says_more_is_not_one_expression(text: str) -> None:
    assert read(text, A_WEDNESDAY) is None


@pytest.mark.parametrize(
    ("text", "expected", "past"),
    [
        pytest.param("I februari beslutade styrelsen om medel", "2027-02", True, id="month first"),
        pytest.param("Det beslutades i november", "2026-11", True, id="verb first"),
        pytest.param("Mötet hölls den 3 mars", "2027-03-03", True, id="day"),
        pytest.param("vi ses i november", "2027-11", False, id="not in the past"),
        pytest.param("Vi beslutade att ses den 15 maj", "2027-05-15", False, id="decided for the future"),
    ],
)
def test_what_is_told_as_past_is_not_put_in_the_future(text: str, expected: str, past: bool) -> None:
    (when,) = find(text, A_WEDNESDAY)
    assert notation(when) == expected
    assert when.past is past


def test_decomposed_letters_keep_their_places() -> None:
    text = "Möte på måndag kväll".replace("å", "a\u030a").replace("ö", "o\u0308").replace("ä", "a\u0308")
    (when,) = find(text, A_WEDNESDAY)
    assert text[slice(*when.span)] == when.text == text[text.index("p") :]
    assert not when.has(Trouble.AMBIGUOUS)
