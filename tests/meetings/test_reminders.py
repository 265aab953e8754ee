"""Which reminders fall due, and when: rightly timed, few, each once."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.command import When
from meetings.due import DuePost, Matter, due, next_due, to_come
from meetings.facts import Due, DueKind, Owner, OwnerKind
from meetings.group import Convener, Document
from meetings.ledger import Ledger
from meetings.open_work import open_work
from meetings.record import Action, Meeting, Phase, Record, Report
from meetings.reminder_keys import meeting_key
from meetings.reminders import AT_MOST, asked_to_answer, starts_at, still_counts
from meetings.working_hours import is_quiet
from tests.situation import ZONE, board, record

CHANNEL = (Matter.CALL_FOR_ITEMS, Matter.AGENDA, Matter.SOON)
BEFORE = (*CHANNEL, Matter.NOT_ANSWERED)


def with_reminders(made: Record, **chosen: Any) -> Record:
    reminders = made.group.reminders.model_copy(update=chosen)
    made.settings = made.group.model_copy(update={"reminders": reminders})
    return made


def one_meeting(day: date, start: time | None, set_at: datetime | None = None, **chosen: Any) -> Record:
    """Give the standard group with a single meeting."""
    made = with_reminders(record(), **chosen)
    made.actions.clear()
    made.meetings = {"m1": Meeting(id="m1", date=day, start=start, set_at=set_at)}
    return made


def at(posts: tuple[DuePost, ...], matter: Matter) -> str | None:
    moments = [f"{post.at.astimezone(ZONE):%Y-%m-%d %H:%M}" for post in posts if post.matter is matter]
    assert len(moments) < 2
    return next(iter(moments), None)


def task(
    id: str, due: date, person: str = "p3", set_at: datetime | None = None, text: str = "ring hyresvärden"
) -> Action:
    owner = Owner(kind=OwnerKind.PERSON, name="Malin Ros", person=person)
    return Action(id, text, owner, Due(kind=DueKind.DAY, date=due), "m1", None, set_at=set_at)


def with_tasks(*tasks: Action) -> Record:
    made = record()
    made.meetings.clear()
    made.actions = {one.id: one for one in tasks}
    return made


def digests(made: Record) -> list[str]:
    posts = [post for post in to_come(made) if post.matter is Matter.TASKS]
    return [f"{post.person} {post.at.astimezone(ZONE):%m-%d %H:%M}" for post in posts]


# ---------------------------------------------------------------------------------- before meetings


def test_a_meeting_has_a_call_for_items_an_agenda_and_a_question_to_the_silent() -> None:
    posts = to_come(one_meeting(date(2026, 9, 15), time(13)))
    assert at(posts, Matter.CALL_FOR_ITEMS) == "2026-09-08 13:00"
    assert at(posts, Matter.AGENDA) == "2026-09-14 13:00"
    assert at(posts, Matter.NOT_ANSWERED) == "2026-09-14 13:00"
    assert at(posts, Matter.SOON) is None


def test_days_are_wall_time_over_the_change_to_winter_time() -> None:
    posts = to_come(one_meeting(date(2026, 10, 27), time(13)))
    call = next(post for post in posts if post.matter is Matter.CALL_FOR_ITEMS)
    assert call.at == datetime(2026, 10, 20, 11, tzinfo=UTC)
    assert starts_at(one_meeting(date(2026, 10, 27), time(13)), Meeting("m1", date(2026, 10, 27), time(13))) == (
        datetime(2026, 10, 27, 12, tzinfo=UTC)
    )


@pytest.mark.parametrize(
    ("day", "start", "minutes", "moment"),
    [
        pytest.param(date(2026, 3, 29), time(3, 5), 10, datetime(2026, 3, 29, 0, 55, tzinfo=UTC), id="over the gap"),
        pytest.param(date(2026, 10, 25), time(3, 5), 10, datetime(2026, 10, 25, 1, 55, tzinfo=UTC), id="in the fold"),
        pytest.param(date(2026, 10, 25), time(2, 5), 10, datetime(2026, 10, 24, 23, 55, tzinfo=UTC), id="its first"),
    ],
)
def test_minutes_are_elapsed_time(day: date, start: time, minutes: int, moment: datetime) -> None:
    posts = to_come(one_meeting(day, start, soon=minutes))
    assert [post.at for post in posts if post.matter is Matter.SOON] == [moment]


def test_a_reminder_that_is_switched_off_does_not_fall_due() -> None:
    posts = to_come(one_meeting(date(2026, 9, 15), time(13), agenda=None, not_answered=None))
    assert {post.matter for post in posts} == {Matter.CALL_FOR_ITEMS}


def test_each_in_the_channel_is_of_no_use_when_the_next_is_due() -> None:
    posts = {post.matter: post for post in to_come(one_meeting(date(2026, 9, 15), time(13), soon=10))}
    assert posts[Matter.CALL_FOR_ITEMS].until == posts[Matter.AGENDA].at
    assert posts[Matter.AGENDA].until == posts[Matter.SOON].at


def test_a_meeting_booked_late_has_no_late_call_and_the_silent_are_asked_when_it_has_settled() -> None:
    told = datetime(2026, 9, 14, 15, 0, tzinfo=ZONE)
    posts = to_come(one_meeting(date(2026, 9, 15), time(13), told))
    assert [post.matter for post in posts] == [Matter.NOT_ANSWERED]
    assert at(posts, Matter.NOT_ANSWERED) == "2026-09-14 16:00"


def test_a_meeting_that_is_moved_has_new_keys_and_no_burst() -> None:
    made = one_meeting(date(2026, 9, 15), time(13))
    first = {post.key for post in to_come(made)}
    made.meetings["m1"].date = date(2026, 9, 17)
    made.meetings["m1"].set_at = datetime(2026, 9, 14, 14, 0, tzinfo=ZONE)
    moved = to_come(made)
    assert first.isdisjoint(post.key for post in moved)
    assert [post.matter for post in moved] == [Matter.AGENDA, Matter.NOT_ANSWERED]


def test_items_are_not_called_for_again_for_a_day_close_to_the_first() -> None:
    made = one_meeting(date(2026, 9, 25), time(13))
    earlier = Meeting("m1", date(2026, 9, 22), time(13))
    made.reminded[meeting_key(Matter.CALL_FOR_ITEMS, earlier)] = ()
    assert at(to_come(made), Matter.CALL_FOR_ITEMS) is None
    made.meetings["m1"].date = date(2026, 10, 20)
    assert at(to_come(made), Matter.CALL_FOR_ITEMS) == "2026-10-13 13:00"


def test_another_hour_on_the_same_day_calls_for_nothing_twice() -> None:
    made = one_meeting(date(2026, 9, 15), time(13))
    made.reminded.update({post.key: () for post in to_come(made)})
    made.meetings["m1"].start = time(15)
    assert to_come(made) == ()


@pytest.mark.parametrize("phase", [Phase.CANCELLED, Phase.OPEN, Phase.PUBLISHED], ids=str)
def test_nothing_reminds_of_a_meeting_that_is_not_to_come(phase: Phase) -> None:
    made = one_meeting(date(2026, 9, 15), time(13))
    made.meetings["m1"].phase = phase
    made.meetings["m1"].started_at = made.meetings["m1"].told_at = datetime(2026, 9, 15, 13, tzinfo=ZONE)
    assert not [post for post in to_come(made) if post.matter in BEFORE]


def test_only_those_are_asked_who_can_answer_and_have_not() -> None:
    made = record()
    meeting = made.meetings["m1"]
    asked = {person.id for person in asked_to_answer(made, meeting)}
    assert asked == {"p2", "p3", "p4", "p5", "p6", "p7"}  # no coordinator, nobody without an account, no guest
    meeting.attendance["p3"] = Report("p3", None, "absent", made_basis())
    made.muted["p4"] = frozenset({"all"})
    made.muted["p5"] = frozenset({"not_answered"})
    made.muted["p6"] = frozenset({"tasks"})
    assert {person.id for person in asked_to_answer(made, meeting)} == {"p2", "p6", "p7"}


def made_basis() -> Any:
    from meetings.facts import Basis

    return Basis.SELF


def test_nobody_is_asked_more_often_than_twice_however_often_the_meeting_moves() -> None:
    made = one_meeting(date(2026, 9, 15), time(13))
    for number in range(6):
        day = date(2026, 9, 15) + timedelta(weeks=number)
        made.meetings["m1"].date = day
        for post in to_come(made):
            asked = asked_to_answer(made, made.meetings["m1"]) if post.matter is Matter.NOT_ANSWERED else ()
            made.reminded[post.key] = tuple(person.id for person in asked)
    told = [person for to in made.reminded.values() for person in to]
    assert told
    assert max(told.count(person) for person in told) == AT_MOST


@given(
    day=st.dates(date(2026, 1, 20), date(2031, 12, 20)),
    start=st.none() | st.times().map(lambda clock: clock.replace(second=0, microsecond=0)),
    quiet=st.tuples(st.integers(0, 23), st.integers(0, 23)),
    ahead=st.integers(1, 30),
    booked=st.none() | st.integers(0, 40 * 24 * 60),
)
def test_no_reminder_disturbs_nor_comes_when_the_meeting_has_begun(
    day: date, start: time | None, quiet: tuple[int, int], ahead: int, booked: int | None
) -> None:
    set_at = None
    if booked is not None:
        set_at = datetime.combine(day, start or time(0), tzinfo=ZONE).astimezone(UTC) - timedelta(minutes=booked)
    made = one_meeting(day, start, set_at, call_for_items=ahead, agenda=max(1, ahead // 3), soon=None)
    hours = {"quiet_from": time(quiet[0]), "quiet_until": time(quiet[1])}
    made.settings = made.group.model_copy(update=hours)
    for post in to_come(made):
        assert not is_quiet(post.at, made.group), post
        assert post.until is not None
        assert post.at < post.until <= starts_at(made, made.meetings["m1"])
        assert set_at is None or post.at > set_at


# --------------------------------------------------------------------------------------- the clock


def test_a_clock_that_is_set_back_brings_nothing_twice() -> None:
    made = one_meeting(date(2026, 9, 15), time(13))
    noon = datetime(2026, 9, 8, 14, tzinfo=ZONE)
    (post,) = due(made, noon)
    made.reminded[post.key] = ()
    assert due(made, noon - timedelta(hours=3)) == ()
    assert due(made, noon) == ()


def test_what_comes_late_waits_out_the_night_and_the_weekend() -> None:
    made = one_meeting(date(2026, 9, 15), time(13), agenda=None, not_answered=None)
    saturday, monday = datetime(2026, 9, 12, 3, tzinfo=ZONE), datetime(2026, 9, 14, 8, tzinfo=ZONE)
    assert due(made, saturday) == ()
    assert next_due(made, saturday) == monday
    assert [post.matter for post in due(made, monday)] == [Matter.CALL_FOR_ITEMS]


def test_a_meeting_that_goes_on_is_not_disturbed() -> None:
    made = with_reminders(record(When.DURING), agenda=None, not_answered=None)
    opened = made.meetings["m1"].started_at
    assert opened is not None
    made.meetings["m1"].told_at = opened
    made.meetings["m2"].date = date(2026, 9, 22)
    assert due(made, opened + timedelta(minutes=5)) == ()
    assert next_due(made, opened + timedelta(minutes=5)) == datetime(2026, 9, 15, 15, 0, tzinfo=ZONE)
    made.meetings["m1"].phase = Phase.PUBLISHED
    assert [post.matter for post in due(made, opened + timedelta(hours=2))] == [Matter.CALL_FOR_ITEMS]


def test_what_is_of_no_use_any_more_is_done_with_at_once() -> None:
    made = one_meeting(date(2026, 9, 15), time(13))
    night = datetime(2026, 9, 16, 3, tzinfo=ZONE)
    assert all(post.is_over(night) for post in due(made, night))
    assert next_due(made, night) == night


# ------------------------------------------------------------------------------------------- tasks


def test_a_task_is_told_of_a_week_before_and_on_the_day() -> None:
    assert digests(with_tasks(task("a1", date(2026, 5, 15)))) == ["p3 05-08 08:00", "p3 05-15 08:00"]


def test_one_digest_holds_what_is_due_within_days_of_each_other() -> None:
    made = with_tasks(task("a1", date(2026, 5, 18)), task("a2", date(2026, 5, 19)), task("a3", date(2026, 5, 20)))
    assert digests(made) == ["p3 05-11 08:00", "p3 05-18 08:00", "p3 05-19 08:00", "p3 05-20 08:00"]


def test_what_was_told_of_is_not_told_of_again_when_another_task_is_done() -> None:
    made = with_tasks(task("a1", date(2026, 5, 18)), task("a2", date(2026, 5, 19)))
    made.reminded["tasks:p3:2026-05-11"] = ("p3",)
    made.actions["a1"].status = "done"
    assert digests(made) == ["p3 05-19 08:00"]


def test_a_task_due_on_a_weekend_is_told_of_on_the_friday() -> None:
    assert digests(with_tasks(task("a1", date(2026, 5, 17)))) == ["p3 05-08 08:00", "p3 05-15 08:00"]


def test_a_task_agreed_on_lately_is_told_of_on_its_day_only() -> None:
    made = with_tasks(task("a1", date(2026, 5, 15), set_at=datetime(2026, 5, 12, 10, tzinfo=ZONE)))
    assert digests(made) == ["p3 05-15 08:00"]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"status": "done"}, id="done"),
        pytest.param({"proposed": True}, id="only proposed"),
        pytest.param({"due": Due(kind=DueKind.PERIOD, text="i vår")}, id="without a date"),
        pytest.param({"owner": Owner(kind=OwnerKind.ALL, name="alla")}, id="everybody's"),
        pytest.param({"owner": Owner(kind=OwnerKind.PERSON, name="Bo Ekdahl", person="p8")}, id="of one not here"),
        pytest.param({"owner": Owner(kind=OwnerKind.ORGANISATION, name="Nordviks kommun")}, id="of several"),
    ],
)
def test_nobody_is_told_of_a_task(change: dict[str, Any]) -> None:
    one = task("a1", date(2026, 5, 15))
    for name, value in change.items():
        setattr(one, name, value)
    assert digests(with_tasks(one)) == []


def test_an_organisation_is_told_through_the_only_one_there_is_of_it() -> None:
    one = task("a1", date(2026, 5, 15))
    one.owner = Owner(kind=OwnerKind.ORGANISATION, name="Arbetsförmedlingen")
    assert digests(with_tasks(one)) == ["p3 05-08 08:00", "p3 05-15 08:00"]


def test_keys_of_digests_are_let_go_of_when_no_task_needs_them() -> None:
    made = with_tasks(task("a1", date(2026, 5, 15)))
    assert still_counts("tasks:p3:2026-05-08", made)
    assert not still_counts("tasks:p3:2026-03-08", made)
    assert not still_counts("tasks:p4:2026-05-08", made)
    assert still_counts("convenership_ends:FK:2026-06-30", made)


# ------------------------------------------------------------------------------------ after meetings


def test_the_coordinator_is_told_of_minutes_that_are_not_out_after_one_three_and_seven_days() -> None:
    posts = [post for post in to_come(record(When.AFTER)) if post.matter is Matter.UNPUBLISHED]
    assert [f"{post.at.astimezone(ZONE):%m-%d %H:%M}" for post in posts] == [
        "09-16 15:00",
        "09-18 15:00",
        "09-22 15:00",
    ]
    assert [post.until for post in posts] == [posts[1].at, posts[2].at, None]


def test_two_that_a_weekend_brings_together_are_one() -> None:
    made = record(When.AFTER)
    made.meetings["m1"].ended_at = datetime(2026, 9, 18, 15, 0, tzinfo=ZONE)
    posts = [post for post in to_come(made) if post.matter is Matter.UNPUBLISHED]
    assert [f"{post.at.astimezone(ZONE):%m-%d %H:%M}" for post in posts] == ["09-21 08:00", "09-25 15:00"]


def test_minutes_that_are_out_are_not_asked_for() -> None:
    made = record(When.AFTER)
    made.meetings["m1"].phase = Phase.PUBLISHED
    assert not [post for post in to_come(made) if post.matter is Matter.UNPUBLISHED]


def test_adjusters_are_told_before_their_last_day_and_on_it() -> None:
    made = board(When.AFTER)
    posts = [post for post in to_come(made) if post.matter is Matter.ADJUSTING]
    assert [f"{post.at.astimezone(ZONE):%m-%d}" for post in posts] == ["09-25", "09-29"]
    made.meetings["m1"].formal.adjusted["p3"] = date(2026, 9, 20)
    assert not [post for post in to_come(made) if post.matter is Matter.ADJUSTING]
    assert made.group.document is Document.PROTOKOLL


# --------------------------------------------------------------------------------------------- terms


def rhythm(per_year: int | None, founded: datetime, *looked: str) -> list[str]:
    made = record()
    made.settings = made.group.model_copy(update={"meetings_per_year": per_year, "convener": Convener()})
    made.founded_at = founded
    made.reminded.update({f"too_few_meetings:term:{day}": () for day in looked})
    posts = [post for post in to_come(made) if post.matter is Matter.TOO_FEW_MEETINGS]
    return [f"{post.at.astimezone(ZONE):%Y-%m-%d}" for post in posts]


def test_a_term_is_looked_at_two_months_before_it_is_over() -> None:
    assert rhythm(4, datetime(2026, 8, 20, tzinfo=ZONE)) == ["2026-10-30"]
    assert rhythm(4, datetime(2026, 12, 1, tzinfo=ZONE)) == ["2027-04-30"]
    assert rhythm(4, datetime(2026, 8, 20, tzinfo=ZONE), "2026-07-01") == ["2027-04-30"]


@pytest.mark.parametrize("per_year", [None, 1, 12], ids=["no rhythm", "once a year", "often"])
def test_a_group_without_a_rhythm_of_terms_is_left_in_peace(per_year: int | None) -> None:
    assert rhythm(per_year, datetime(2026, 8, 20, tzinfo=ZONE)) == []


def test_nothing_falls_due_where_no_group_is() -> None:
    assert to_come(Record()) == ()
    assert next_due(Record(), datetime(2026, 9, 1, tzinfo=UTC)) is None
    assert open_work(Ledger().record, ()) == frozenset()
