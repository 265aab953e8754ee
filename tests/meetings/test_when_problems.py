"""What there is to ask about in a date or a time."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.when import Kind, Problem, Trouble, When, find, notation, read
from meetings.when.other_languages import read_other

STOCKHOLM = ZoneInfo("Europe/Stockholm")
A_WEDNESDAY = dt.datetime(2027, 4, 14, 10, 0, tzinfo=STOCKHOLM)


def only(text: str) -> When:
    (when,) = find(text, A_WEDNESDAY)
    return when


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        pytest.param("31 april", Trouble.IMPOSSIBLE, id="no such day"),
        pytest.param("29 februari 2027", Trouble.IMPOSSIBLE, id="no leap year"),
        pytest.param("vecka 54", Trouble.IMPOSSIBLE, id="no such week"),
        pytest.param("kl 25", Trouble.IMPOSSIBLE, id="no such hour"),
        pytest.param("kl 10.75", Trouble.IMPOSSIBLE, id="no such minute"),
        pytest.param("3/4", Trouble.PAST, id="just been"),
        pytest.param("v 14", Trouble.PAST, id="week that has just been"),
        pytest.param("måndag 4 maj", Trouble.WEEKDAY_CONFLICT, id="another weekday"),
        pytest.param("nästa fredag", Trouble.AMBIGUOUS, id="next friday"),
        pytest.param("fre 16", Trouble.AMBIGUOUS, id="hour or day of the month"),
        pytest.param("kl 6", Trouble.AMBIGUOUS, id="six in the morning or the evening"),
        pytest.param("5-10 min", Trouble.AMBIGUOUS, id="between two durations"),
        pytest.param("2027-03-28 02:30", Trouble.DST_GAP, id="skipped hour"),
        pytest.param("2027-10-31 02:30", Trouble.DST_FOLD, id="hour that comes twice"),
        pytest.param("4 maj kl 15-13", Trouble.END_BEFORE_START, id="end before start"),
        pytest.param("20-10 maj", Trouble.END_BEFORE_START, id="days the wrong way round"),
        pytest.param("onsdag veckan därpå", Trouble.UNREAD_MODIFIER, id="the week after"),
        pytest.param("alla dagar utom fredag", Trouble.UNREAD_MODIFIER, id="exception"),
    ],
)
def test_what_is_not_clear_is_asked_about(text: str, trouble: Trouble) -> None:
    when = only(text)
    assert when.has(trouble)
    assert not when.certain
    assert notation(when).startswith("ask")


@pytest.mark.parametrize(
    ("text", "alternatives"),
    [
        pytest.param("31 april", (dt.date(2027, 4, 30), dt.date(2027, 5, 1)), id="days near"),
        pytest.param("3/4", (dt.date(2028, 4, 3), dt.date(2027, 4, 3)), id="next year first"),
        pytest.param("måndag 4 maj", (dt.date(2027, 5, 4), dt.date(2027, 5, 3)), id="the date, then the weekday"),
        pytest.param("nästa fredag", (dt.date(2027, 4, 23), dt.date(2027, 4, 16)), id="next week first"),
        pytest.param("kl 6", (dt.time(18), dt.time(6)), id="evening first"),
    ],
)
def test_readings_are_offered_with_the_likeliest_first(text: str, alternatives: tuple[dt.date | dt.time, ...]) -> None:
    (problem,) = only(text).problems
    assert problem.alternatives == alternatives


def test_a_red_day_is_a_warning_only() -> None:
    when = only("6 juni")
    assert when.problems == (Problem(Trouble.RED_DAY, detail="Nationaldagen"),)
    assert when.certain


def test_a_date_that_was_long_ago_is_the_next_one() -> None:
    assert notation(only("10/1")) == "2028-01-10"


def test_a_range_that_is_going_on_is_this_years() -> None:
    assert notation(only("12-16 april")) == "2027-04-12/2027-04-16"


def test_a_date_that_was_said_to_be_past_is_marked_and_not_asked_about() -> None:
    when = only("i måndags")
    assert when.certain
    assert when.past


def test_a_part_with_a_problem_makes_the_whole_uncertain() -> None:
    when = only("3/4, 4/5 och 8/6")
    assert when.kind is Kind.SEVERAL
    assert not when.certain


def test_another_language_is_read_only_as_a_short_date() -> None:
    found = read_other("4. toukokuuta 2027", "fi", A_WEDNESDAY)
    assert found is not None
    assert found.date == dt.date(2027, 5, 4)
    assert read_other("tavataan joskus ensi vuonna, sovitaan myöhemmin lisää", "fi", A_WEDNESDAY) is None


@pytest.mark.parametrize("text", ["20 vuotta", "3 henkilöä", "20-24"])
def test_a_count_in_another_language_is_no_date(text: str) -> None:
    assert read_other(text, "fi", A_WEDNESDAY) is None


_WORDS = st.sampled_from(
    "den på i till senast innan efter om nästa förra varje varannan tredje första sista mellan från och eller alt. "
    "måndag tors fre 4 12 31 99 2027 4/5 31/4 13.30 25:61 2027-02-30 kl halv kvart över tre maj februari månad vecka v "
    "hösten jul vår mötet möte - – , ( ) . timme min dagar 1:a 23e – på em pm next Friday of the week from 20270504 T "
    "\u200b å\u0308 🙂".split()
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_WORDS, max_size=14).map(" ".join))
def test_any_heap_of_date_words_is_read_without_overlap(text: str) -> None:
    end = 0
    for when in find(text, A_WEDNESDAY):
        assert when.span[0] >= end
        assert when.text == text[slice(*when.span)]
        assert notation(when)
        end = when.span[1]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_answered(text: str) -> None:
    assert find(text, A_WEDNESDAY) == find(text, A_WEDNESDAY)
    read(text, A_WEDNESDAY)
