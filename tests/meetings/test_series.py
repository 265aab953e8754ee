"""Dates proposed from a rhythm: none on a red day, in July, or when somebody is elsewhere."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.series import MOST, Known, Why, propose
from meetings.working_hours import is_working_day

SINCE, UNTIL = date(2026, 9, 14), date(2027, 6, 30)
RULES = (
    "FREQ=MONTHLY;INTERVAL=3",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;BYDAY=-1TH;BYHOUR=13;BYMINUTE=0",
    "FREQ=MONTHLY;BYMONTHDAY=15",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "EVENWEEKS;BYDAY=TH",
    "FREQ=YEARLY;BYMONTH=3",
    "FREQ:2/TERM",
    "FREQ:3/TERM",
    "FREQ:1/2TERMS",
    "FREQ:4/YEAR",
    "FREQ:5/YEAR",
    "FREQ:2/QUARTER",
    "FREQ:2/MONTH",
)


def days(rule: str, known: Known | None = None, since: date = SINCE, until: date = UNTIL) -> list[str]:
    return [slot.date.isoformat() for slot in propose(rule, since, until, known or Known()).slots]


def test_a_quarter_goes_on_from_the_latest_meeting_on_its_weekday() -> None:
    known = Known(weekday=1, latest=date(2026, 9, 15))
    assert days("FREQ=MONTHLY;INTERVAL=3", known) == ["2026-12-15", "2027-03-16", "2027-06-15"]


def test_so_many_a_term_are_spread_over_what_is_left_of_each() -> None:
    assert days("FREQ:2/TERM") == ["2026-10-06", "2026-11-17", "2027-02-23", "2027-05-04"]


def test_meetings_that_are_booked_in_the_term_count() -> None:
    known = Known(taken=frozenset({date(2026, 10, 13), date(2026, 12, 1), date(2027, 3, 2)}))
    assert days("FREQ:2/TERM", known) == ["2027-03-30"]


def test_the_last_thursday_stays_in_its_month_when_it_is_no_day_for_it() -> None:
    series = propose("FREQ=MONTHLY;BYDAY=-1TH", date(2026, 12, 1), date(2027, 2, 28), Known())
    assert [(str(slot.date), slot.wished, slot.why) for slot in series.slots] == [
        ("2026-12-17", date(2026, 12, 31), Why.CHRISTMAS),
        ("2027-01-28", None, None),
        ("2027-02-25", None, None),
    ]


@pytest.mark.parametrize(
    ("rule", "since", "left_out", "why"),
    [
        pytest.param("FREQ=WEEKLY;BYDAY=TH", date(2026, 5, 11), date(2026, 5, 14), Why.RED_DAY, id="Ascension Day"),
        pytest.param("FREQ=WEEKLY;BYDAY=FR", date(2026, 5, 11), date(2026, 5, 15), Why.SQUEEZED, id="the day after it"),
        pytest.param("FREQ=WEEKLY;BYDAY=TU", date(2026, 7, 20), date(2026, 7, 21), Why.JULY, id="July"),
        pytest.param("FREQ=WEEKLY;BYDAY=MO", date(2026, 12, 28), date(2026, 12, 28), Why.CHRISTMAS, id="Christmas"),
    ],
)
def test_a_week_that_will_not_do_is_left_out_with_the_reason(rule: str, since: date, left_out: date, why: Why) -> None:
    series = propose(rule, since, since + timedelta(days=21), Known())
    assert (left_out, why) in series.left_out
    assert left_out not in [slot.date for slot in series.slots]


def test_a_monthly_july_is_left_out_and_a_quarterly_one_is_moved() -> None:
    june, august = date(2026, 6, 1), date(2026, 8, 31)
    assert days("FREQ=MONTHLY;BYDAY=2TU", since=june, until=august) == ["2026-06-09", "2026-08-11"]
    known = Known(weekday=1, latest=date(2026, 4, 14))
    (slot,) = propose("FREQ=MONTHLY;INTERVAL=3", june, august, known).slots
    assert (slot.date, slot.wished, slot.why) == (date(2026, 6, 30), date(2026, 7, 14), Why.JULY)


def test_a_day_on_which_somebody_is_elsewhere_is_gone_round() -> None:
    known = Known(busy={date(2026, 9, 24): ("Malin Ros",)})
    (slot,) = propose("FREQ=MONTHLY;BYDAY=-1TH", SINCE, date(2026, 9, 30), known).slots
    assert (slot.date, slot.wished, slot.why) == (date(2026, 9, 17), date(2026, 9, 24), Why.BUSY)


def test_who_is_elsewhere_all_the_same_is_named() -> None:
    known = Known(busy={date(2026, 9, 22): ("Malin Ros",)})
    first = propose("FREQ=WEEKLY;BYDAY=TU", SINCE, date(2026, 9, 30), known).slots[1]
    assert (first.date, first.wished, first.busy) == (date(2026, 9, 22), None, ("Malin Ros",))


def test_a_day_the_group_meets_on_already_is_not_proposed() -> None:
    assert "2026-09-22" not in days("FREQ=WEEKLY;BYDAY=TU", Known(taken=frozenset({date(2026, 9, 22)})))


@given(
    rule=st.sampled_from(RULES),
    since=st.dates(date(2025, 1, 1), date(2035, 1, 1)),
    length=st.integers(0, 800),
    weekday=st.integers(0, 4),
    gone=st.sets(st.integers(0, 800), max_size=40),
    latest=st.none() | st.integers(-200, 400),
)
def test_no_day_proposed_is_one_on_which_people_are_away(
    rule: str, since: date, length: int, weekday: int, gone: set[int], latest: int | None
) -> None:
    until = since + timedelta(days=length)
    taken = frozenset(since + timedelta(days=number) for number in gone)
    last = since + timedelta(days=latest) if latest is not None else None
    series = propose(rule, since, until, Known(taken, {}, weekday, last))
    proposed = [slot.date for slot in series.slots]
    assert proposed == sorted(set(proposed))
    assert len(proposed) <= MOST
    for day in proposed:
        assert since <= day <= until
        assert is_working_day(day)
        assert day.month != 7
        assert day not in taken
        assert is_working_day(day - timedelta(days=1)) or is_working_day(day + timedelta(days=1))
