"""When a group may be spoken to: on working days, in working hours, outside its quiet hours; brought forward else."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.group import GroupSettings
from meetings.working_hours import (
    brought_forward,
    is_quiet,
    is_working_day,
    local_moment,
    morning_of,
    put_off,
    put_off_moment,
)

ZONE = ZoneInfo("Europe/Stockholm")
GROUP = GroupSettings(name="Mysam Nordvik", channel="#n")
HOURS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0, tzinfo=None))
DAYS = st.dates(date(2025, 1, 10), date(2040, 12, 20))


def group(quiet_from: time = time(18), quiet_until: time = time(7)) -> GroupSettings:
    return GROUP.model_copy(update={"quiet_from": quiet_from, "quiet_until": quiet_until})


def local(moment: datetime) -> str:
    return f"{moment.astimezone(ZONE):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("day", "works"),
    [
        pytest.param(date(2026, 3, 23), True, id="a Monday"),
        pytest.param(date(2026, 3, 21), False, id="a Saturday"),
        pytest.param(date(2026, 4, 3), False, id="Good Friday"),
        pytest.param(date(2026, 12, 24), False, id="Christmas Eve, red in practice"),
        pytest.param(date(2026, 6, 19), False, id="Midsummer Eve"),
    ],
)
def test_working_days_are_those_people_work(day: date, works: bool) -> None:
    assert is_working_day(day) is works


@pytest.mark.parametrize(
    ("day", "clock", "at"),
    [
        pytest.param(date(2026, 3, 23), time(13), "2026-03-23 13:00", id="in working hours it stays"),
        pytest.param(date(2026, 3, 22), time(13), "2026-03-20 15:00", id="from a Sunday to Friday afternoon"),
        pytest.param(date(2026, 3, 23), time(6, 30), "2026-03-20 15:00", id="before the morning, the day before"),
        pytest.param(date(2026, 3, 24), time(18, 30), "2026-03-24 15:00", id="an evening, the same afternoon"),
        pytest.param(date(2026, 4, 6), time(10), "2026-04-02 15:00", id="over the whole of Easter"),
    ],
)
def test_what_would_disturb_is_brought_forward(day: date, clock: time, at: str) -> None:
    assert local(brought_forward(day, clock, GROUP)) == at


@pytest.mark.parametrize(
    ("day", "clock", "at"),
    [
        pytest.param(date(2026, 3, 21), time(14, 30), "2026-03-23 08:00", id="from a Saturday to Monday morning"),
        pytest.param(date(2026, 3, 23), time(20), "2026-03-24 08:00", id="an evening, the next morning"),
        pytest.param(date(2026, 3, 23), time(14, 24), "2026-03-23 14:24", id="in working hours it stays"),
    ],
)
def test_what_reminds_of_something_late_is_put_off(day: date, clock: time, at: str) -> None:
    assert local(put_off(day, clock, GROUP)) == at


def test_a_group_that_is_quiet_all_the_working_day_is_spoken_to_in_the_evening() -> None:
    evening = group(time(7), time(18))
    assert local(brought_forward(date(2026, 3, 24), time(13), evening)) == "2026-03-24 06:00"
    assert local(put_off(date(2026, 3, 24), time(13), evening)) == "2026-03-24 18:00"


@given(DAYS, HOURS, HOURS, HOURS)
def test_no_moment_lies_in_quiet_hours_on_a_weekend_or_a_red_day(
    day: date, clock: time, quiet_from: time, quiet_until: time
) -> None:
    settings = group(quiet_from, quiet_until)
    wanted = local_moment(day, clock, settings)
    before, after = brought_forward(day, clock, settings), put_off(day, clock, settings)
    assert not is_quiet(before, settings)
    assert not is_quiet(after, settings)
    assert not is_quiet(morning_of(day, settings), settings)
    assert before <= wanted <= after
    assert after - before < timedelta(days=16)


@given(st.datetimes(datetime(2025, 1, 10), datetime(2040, 12, 1), timezones=st.just(UTC)))
def test_a_moment_that_is_put_off_is_never_earlier_nor_quiet(moment: datetime) -> None:
    later = put_off_moment(moment, GROUP)
    assert later >= moment.replace(second=0, microsecond=0)
    assert not is_quiet(later, GROUP)


def test_an_hour_that_summer_time_skips_is_an_hour_later() -> None:
    assert local(local_moment(date(2026, 3, 29), time(2, 30), GROUP)) == "2026-03-29 03:30"


def test_of_an_hour_that_comes_twice_the_first_is_meant() -> None:
    assert local_moment(date(2026, 10, 25), time(2, 30), GROUP) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
