"""Recurrence in words, and the dates it gives."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from meetings.when import find, notation, occurrences

STOCKHOLM = ZoneInfo("Europe/Stockholm")
A_WEDNESDAY = dt.datetime(2027, 4, 14, 10, 0, tzinfo=STOCKHOLM)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("varje tisdag kl 9", "RRULE:FREQ=WEEKLY;BYDAY=TU;BYHOUR=9;BYMINUTE=0", id="weekly with a time"),
        pytest.param("på torsdagar", "RRULE:FREQ=WEEKLY;BYDAY=TH", id="plural weekday"),
        pytest.param("varannan måndag", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", id="every other"),
        pytest.param("varannan vecka på fredagar", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", id="weekday after"),
        pytest.param("var femte vecka", "RRULE:FREQ=WEEKLY;INTERVAL=5", id="every fifth"),
        pytest.param("andra onsdagen i varje månad", "RRULE:FREQ=MONTHLY;BYDAY=2WE", id="nth weekday"),
        pytest.param("sista fredagen i månaden", "RRULE:FREQ=MONTHLY;BYDAY=-1FR", id="last weekday"),
        pytest.param("den 10:e varje månad", "RRULE:FREQ=MONTHLY;BYMONTHDAY=10", id="day of the month"),
        pytest.param("kvartalsvis", "RRULE:FREQ=MONTHLY;INTERVAL=3", id="quarterly"),
        pytest.param("en gång om året", "RRULE:FREQ=YEARLY", id="yearly"),
        pytest.param("3 ggr/termin", "FREQ:3/TERM", id="times a term"),
        pytest.param("sex möten per år", "FREQ:6/YEAR", id="meetings a year"),
        pytest.param("ojämna veckor", "ODDWEEKS", id="odd weeks"),
        pytest.param("tisdagar jämna veckor", "EVENWEEKS;BYDAY=TU", id="weekday of even weeks"),
        pytest.param("every three weeks", "RRULE:FREQ=WEEKLY;INTERVAL=3", id="english"),
    ],
)
def test_recurrence_is_read(text: str, expected: str) -> None:
    assert notation(*find(text, A_WEDNESDAY)) == expected


def test_occurrences_keep_the_wall_time_over_summer_time() -> None:
    start = dt.datetime(2027, 3, 22, 9, tzinfo=STOCKHOLM)
    first, second = occurrences("FREQ=WEEKLY;BYDAY=MO", start, 2)
    assert (first.hour, second.hour) == (9, 9)
    assert first.utcoffset() != second.utcoffset()


def test_even_weeks_follow_the_numbers_of_a_year_with_53_weeks() -> None:
    start = dt.datetime(2026, 12, 21, 9, tzinfo=STOCKHOLM)
    weeks = [moment.isocalendar().week for moment in occurrences("EVENWEEKS;BYDAY=MO", start, 3)]
    assert weeks == [52, 2, 4]


@pytest.mark.parametrize("rule", ["FREQ:2/TERM", "FREQ:1/TERM"])
def test_a_frequency_without_a_pattern_has_no_dates(rule: str) -> None:
    assert occurrences(rule, A_WEDNESDAY, 3) == ()
