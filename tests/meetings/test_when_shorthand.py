"""What people write in short: two days or weeks with a stroke, the end of a day, some days away, a month's last."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from meetings.when import Kind, find

NOW = datetime(2026, 9, 7, 9, 0, tzinfo=ZoneInfo("Europe/Stockholm"))


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        ("vi har plats 22/23 oktober", Kind.RANGE, date(2026, 10, 22), date(2026, 10, 23)),
        ("enkäten är öppen v 41/42", Kind.WEEK, date(2026, 10, 5), date(2026, 10, 18)),
        ("v.41/42 passar", Kind.WEEK, date(2026, 10, 5), date(2026, 10, 18)),
        ("jag hör av mig om några dagar", Kind.PERIOD, date(2026, 9, 9), date(2026, 9, 12)),
        ("in a couple of weeks", Kind.PERIOD, date(2026, 9, 21), date(2026, 9, 28)),
    ],
)
def test_two_of_a_kind_and_some_time_are_a_stretch_of_days(text: str, kind: Kind, first: date, last: date) -> None:
    (when,) = find(text, NOW)
    assert (when.kind, when.date, when.until) == (kind, first, last)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("sista vardagen i månaden", date(2026, 9, 30)),
        ("sista arbetsdagen i oktober", date(2026, 10, 30)),
        ("first working day of January 2027", date(2027, 1, 4)),
        ("sista dagen i nästa månad", date(2026, 10, 31)),
        ("om 14 dar", date(2026, 9, 21)),
    ],
)
def test_a_day_is_counted_in_its_month(text: str, day: date) -> None:
    (when,) = find(text, NOW)
    assert (when.kind, when.date) == (Kind.DAY, day)


@pytest.mark.parametrize(
    ("text", "day"), [("send it by EOD", date(2026, 9, 7)), ("by close of business Friday", date(2026, 9, 11))]
)
def test_the_end_of_a_day_is_a_last_day(text: str, day: date) -> None:
    (when,) = find(text, NOW)
    assert when.deadline
    assert when.date == day


def test_an_hour_is_read_before_a_word_of_place() -> None:
    (when,) = find("3 december 18.30 här i föreningslokalen", NOW)
    assert (when.date, when.start) == (date(2026, 12, 3), time(18, 30))


def test_a_stroke_between_day_and_month_is_no_stretch() -> None:
    (when,) = find("nästa möte 5/10", NOW)
    assert (when.kind, when.date) == (Kind.DAY, date(2026, 10, 5))
