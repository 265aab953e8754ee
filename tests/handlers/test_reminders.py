"""What a reminder says, to whom it goes, and what is put right when a meeting is moved."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

import pytest

from documents.text import to_text
from handlers.catalogue import COMMANDS
from handlers.command import Ids, Outcome, Post, Remind, Tell, When
from handlers.meeting.timekeeping import fall_due
from handlers.reading.understand import understand
from handlers.reminders.corrections import corrections
from handlers.reminders.wording import compose
from meetings.document import Buttons
from meetings.due import DuePost, Matter, to_come
from meetings.facts import AttendanceReported, Basis, Due, DueKind, Owner, OwnerKind, Reminded, Said, Source
from meetings.history import FiledWithin, History
from meetings.record import Action, Meeting, Phase, Record, Report
from meetings.reminder_keys import meeting_key
from tests.situation import ZONE, board, call, record

DAY_BEFORE = datetime(2026, 9, 14, 13, 0, tzinfo=ZONE)
BEFORE = (Matter.CALL_FOR_ITEMS, Matter.AGENDA, Matter.SOON, Matter.NOT_ANSWERED)


def about(matter: Matter, made: Record, to: str | None = None, meeting: str = "m1") -> Remind:
    return Remind(matter, meeting_key(matter, made.meetings[meeting]), meeting, to)


def said(remind: Remind, made: Record, now: datetime) -> str | None:
    document = compose(remind, made, now)
    return to_text(document) if document is not None else None


def at_the_clock(post: DuePost, made: Record, history: History | None = None) -> Outcome:
    """Let something fall due."""
    given = call(of=made)
    made_call = replace(
        given,
        now=post.at.astimezone(ZONE),
        said=Said(source=Source.CLOCK, at=post.at),
        author="",
        speaker=None,
        ids=Ids(post.key),
        meeting=made.meetings.get(post.meeting or ""),
    )
    return fall_due(post, replace(made_call, history=history) if history is not None else made_call)


# -------------------------------------------------------------------------------------- before meetings


def test_the_call_for_items_tells_day_hour_place_and_what_is_proposed() -> None:
    made = record()
    text = said(about(Matter.CALL_FOR_ITEMS, made), made, datetime(2026, 9, 8, 13, 0, tzinfo=ZONE))
    assert text is not None
    assert text.startswith("Mysam Nordvik tis 15 september kl. 13.00–15.00, Stadshuset")
    assert "Föreslagna punkter hittills: Ungdomsprojektet, Nya lokaler." in text
    assert "senast mån 14 september" in text


def test_the_agenda_tells_who_is_coming_and_only_how_many_have_not_answered() -> None:
    made = record()
    made.meetings["m1"].attendance["p3"] = Report("p3", None, "present", Basis.SELF)
    text = said(about(Matter.AGENDA, made), made, DAY_BEFORE) or ""
    assert "Ungdomsprojektet" in text
    assert "Kommer (1): Malin Ros" in text
    assert "Inget svar: 6" in text
    assert "Elin Sand" not in text


@pytest.mark.parametrize(
    ("now", "near"),
    [
        pytest.param(
            datetime(2026, 9, 11, 15, 0, tzinfo=ZONE), "Mysam Nordvik: tis 15 september kl. 13.00", id="friday"
        ),
        pytest.param(DAY_BEFORE, "i morgon, tis 15 september kl. 13.00–15.00, Stadshuset", id="the day before"),
        pytest.param(
            datetime(2026, 9, 15, 8, 5, tzinfo=ZONE), "i dag, tis 15 september kl. 13.00", id="late, on the day"
        ),
    ],
)
def test_the_question_says_the_day_as_it_is_when_it_is_asked(now: datetime, near: str) -> None:
    made = record()
    text = said(about(Matter.NOT_ANSWERED, made, "p3"), made, now) or ""
    assert near in text
    assert "ingen orsak" in text


@pytest.mark.parametrize(
    ("left", "told"),
    [
        pytest.param(timedelta(minutes=10), "börjar om 10 minuter", id="in time"),
        pytest.param(timedelta(minutes=11, seconds=30), "börjar om 12 minuter", id="rounded up"),
        pytest.param(timedelta(seconds=40), "börjar om 1 minut,", id="late"),
    ],
)
def test_what_is_left_is_counted_when_it_is_said(left: timedelta, told: str) -> None:
    made = record()
    text = said(about(Matter.SOON, made), made, datetime(2026, 9, 15, 13, 0, tzinfo=ZONE) - left) or ""
    assert told in text


@pytest.mark.parametrize("matter", BEFORE, ids=str)
@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"date": date(2026, 9, 16)}, id="another day"),
        pytest.param({"phase": Phase.CANCELLED}, id="called off"),
        pytest.param({"phase": Phase.OPEN}, id="open"),
        pytest.param({"start": time(8)}, id="begun already"),
    ],
)
def test_a_reminder_that_is_no_longer_true_is_not_said(matter: Matter, change: dict[str, Any]) -> None:
    made = record()
    remind = about(matter, made, "p3" if matter is Matter.NOT_ANSWERED else None)
    now = datetime(2026, 9, 15, 9, 0, tzinfo=ZONE)
    if matter is not Matter.CALL_FOR_ITEMS:
        assert said(remind, made, now) is not None
    for name, value in change.items():
        setattr(made.meetings["m1"], name, value)
    assert said(remind, made, now) is None


def test_items_are_not_called_for_when_it_is_too_late_for_them() -> None:
    made = record()
    assert said(about(Matter.CALL_FOR_ITEMS, made), made, datetime(2026, 9, 15, 9, 0, tzinfo=ZONE)) is None


def test_nobody_is_asked_who_has_answered_meanwhile_or_wants_to_be_left_in_peace() -> None:
    made = record()
    remind = about(Matter.NOT_ANSWERED, made, "p3")
    made.meetings["m1"].attendance["p3"] = Report("p3", None, "absent", Basis.SELF)
    assert said(remind, made, DAY_BEFORE) is None
    made.meetings["m1"].attendance.clear()
    made.muted["p3"] = frozenset({"all"})
    assert said(remind, made, DAY_BEFORE) is None


def test_nothing_is_said_after_its_time() -> None:
    made = record()
    remind = replace(about(Matter.AGENDA, made), until=DAY_BEFORE)
    assert said(remind, made, DAY_BEFORE) is None
    assert said(remind, made, DAY_BEFORE - timedelta(seconds=1)) is not None


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("twin", [False, True], ids=["one that day", "two that day"])
def test_pressing_a_button_answers_for_the_meeting_it_stands_under(language: str, twin: bool) -> None:
    made = record()
    made.settings = made.group.model_copy(update={"language": language})
    if twin:
        made.meetings["m3"] = Meeting(id="m3", date=date(2026, 9, 15), start=time(9), end=time(10))
    document = compose(about(Matter.NOT_ANSWERED, made, "p3"), made, DAY_BEFORE)
    assert document is not None
    (buttons,) = [block for block in document.blocks if isinstance(block, Buttons)]
    answers = []
    for button in buttons.buttons:
        group, _, text = button.value.partition(": ")
        assert group == "Mysam Nordvik"
        pressed = replace(call(of=made, private=True, language=language), now=DAY_BEFORE)
        facts = [fact for fact in understand(text, pressed, COMMANDS).facts if isinstance(fact, AttendanceReported)]
        answers += [(fact.meeting, fact.person, fact.status, fact.mode) for fact in facts]
    assert answers == [
        ("m1", "p3", "present", "onsite"),
        ("m1", "p3", "present", "digital"),
        ("m1", "p3", "absent", None),
        ("m1", "p3", "absent", None),
    ]


# ---------------------------------------------------------------------------------- tasks and minutes


def with_tasks(*due: date) -> Record:
    made = record()
    owner = Owner(kind=OwnerKind.PERSON, name="Malin Ros", person="p3")
    made.actions = {
        f"a{number}": Action(
            f"a{number}", f"skriva del {number} av rapporten", owner, Due(kind=DueKind.DAY, date=day), "m0", None
        )
        for number, day in enumerate(due, 1)
    }
    return made


def digest(made: Record, now: datetime) -> str | None:
    return said(Remind(Matter.TASKS, f"tasks:p3:{now.date()}", to="p3"), made, now)


def test_a_digest_tells_what_is_due_and_what_is_late_in_one_message() -> None:
    made = with_tasks(date(2026, 9, 1), date(2026, 9, 7), date(2026, 9, 14), date(2026, 12, 1))
    text = digest(made, datetime(2026, 9, 7, 8, 0, tzinfo=ZONE)) or ""
    assert "del 1 av rapporten, skulle vara klar tis 1 september" in text
    assert "del 2 av rapporten, senast i dag, mån 7 september" in text
    assert "del 3 av rapporten, senast mån 14 september" in text
    assert "del 4" not in text


def test_late_tasks_alone_are_no_reason_to_remind() -> None:
    assert digest(with_tasks(date(2026, 9, 1)), datetime(2026, 9, 7, 8, 0, tzinfo=ZONE)) is None


def test_pressing_done_ticks_the_task_off() -> None:
    made = with_tasks(date(2026, 9, 7))
    document = compose(Remind(Matter.TASKS, "tasks:p3:2026-09-07", to="p3"), made, datetime(2026, 9, 7, 8, tzinfo=ZONE))
    assert document is not None
    (buttons,) = [block for block in document.blocks if isinstance(block, Buttons)]
    text = buttons.buttons[0].value.removeprefix("Mysam Nordvik: ")
    outcome = understand(text, call(of=made, private=True), COMMANDS)
    assert [(fact.kind, getattr(fact, "status", None)) for fact in outcome.facts] == [("action_changed", "done")]


def test_minutes_that_are_out_are_not_asked_for() -> None:
    made = record(When.AFTER)
    remind = Remind(Matter.UNPUBLISHED, "unpublished:m1:2026-09-16", "m1", "p1")
    now = datetime(2026, 9, 16, 15, 0, tzinfo=ZONE)
    assert "inte publicerade än" in (said(remind, made, now) or "")
    made.meetings["m1"].phase = Phase.PUBLISHED
    assert said(remind, made, now) is None


def test_an_adjuster_is_told_the_last_day_and_to_check_the_rules() -> None:
    made = board(When.AFTER)
    remind = Remind(Matter.ADJUSTING, "adjusting:m1:2026-09-25", "m1", "p3")
    text = said(remind, made, datetime(2026, 9, 25, 8, 0, tzinfo=ZONE)) or ""
    assert "senast tis 29 september" in text
    assert "Kontrollera datumen" in text
    assert said(remind, made, datetime(2026, 9, 30, 8, 0, tzinfo=ZONE)) is None


# ------------------------------------------------------------------------------------- the clock's turn


def test_those_who_have_not_answered_are_asked_each_for_herself_and_it_is_kept_whom() -> None:
    made = record()
    post = next(one for one in to_come(made) if one.matter is Matter.NOT_ANSWERED and one.meeting == "m1")
    outcome = at_the_clock(post, made)
    asked = [reply.to for reply in outcome.replies if isinstance(reply, Remind)]
    assert asked == ["p2", "p3", "p4", "p5", "p6", "p7"]
    (fact,) = outcome.facts
    assert isinstance(fact, Reminded)
    assert (fact.key, list(fact.to)) == (post.key, asked)


def test_what_is_of_no_use_any_more_is_kept_and_not_said() -> None:
    made = record()
    post = next(one for one in to_come(made) if one.matter is Matter.CALL_FOR_ITEMS)
    assert post.until is not None
    outcome = at_the_clock(replace(post, at=post.until), made)
    assert [fact.kind for fact in outcome.facts] == ["reminded"]
    assert outcome.replies == ()


def test_the_coordinator_is_told_of_a_term_that_is_short_of_meetings() -> None:
    made = record()
    made.settings = made.group.model_copy(update={"meetings_per_year": 8})
    post = DuePost(
        datetime(2026, 10, 30, 7, 0, tzinfo=UTC), "too_few_meetings:term:2026-07-01", Matter.TOO_FEW_MEETINGS
    )
    nothing = History({FiledWithin(date(2026, 7, 1), date(2026, 12, 31)): ()})
    (reply,) = at_the_clock(post, made, nothing).replies
    assert isinstance(reply, Tell)
    assert reply.to == "p1"
    assert "Höstterminen har 2 möten" in to_text(reply.document)
    made.settings = made.group.model_copy(update={"meetings_per_year": 4})
    assert at_the_clock(post, made, nothing).replies == ()


# ------------------------------------------------------------------------------------------ corrections


def moved(made: Record, **change: Any) -> Record:
    after = deepcopy(made)
    for name, value in change.items():
        setattr(after.meetings["m1"], name, value)
    return after


def put_right(before: Record, after: Record, by: str = "Tora Lindmo") -> Outcome:
    return corrections(before, after, replace(call(by=by, of=before), now=DAY_BEFORE))


def reminded(*told: str) -> Record:
    made = record()
    made.reminded[meeting_key(Matter.CALL_FOR_ITEMS, made.meetings["m1"])] = ()
    made.reminded[meeting_key(Matter.NOT_ANSWERED, made.meetings["m1"])] = told
    return made


@pytest.mark.parametrize(
    ("change", "text"),
    [
        pytest.param(
            {"date": date(2026, 9, 17)},
            "är flyttat från tis 15 september kl. 13.00 till tors 17 september kl. 13.00–15.00, Stadshuset.",
            id="moved",
        ),
        pytest.param({"place": "Teams"}, "är ändrat, nu gäller tis 15 september kl. 13.00–15.00, Teams.", id="place"),
        pytest.param({"start": time(14)}, "är ändrat, nu gäller tis 15 september kl. 14.00–15.00", id="hour"),
        pytest.param({"phase": Phase.CANCELLED}, "tis 15 september kl. 13.00 är inställt.", id="called off"),
        pytest.param({"kind": "avstämning"}, "heter nu Mysam Nordvik, avstämning.", id="renamed"),
    ],
)
def test_what_was_out_is_corrected_in_the_channel_and_to_those_who_were_asked(
    change: dict[str, Any], text: str
) -> None:
    before = reminded("p3", "p4")
    outcome = put_right(before, moved(before, **change))
    posts = [to_text(reply.document) for reply in outcome.replies if isinstance(reply, Post)]
    assert len(posts) == 1
    assert text in posts[0]
    assert [reply.to for reply in outcome.replies if isinstance(reply, Tell)] == ["p3", "p4"]
    (fact,) = outcome.facts
    assert isinstance(fact, Reminded)
    assert (fact.to, fact.said.message) == (("p3", "p4"), None)


def test_the_answers_that_are_in_stand_and_are_to_be_confirmed_when_the_day_changes() -> None:
    before = reminded("p3", "p4")
    before.meetings["m1"].attendance["p3"] = Report("p3", None, "present", Basis.SELF)
    outcome = put_right(before, moved(before, date=date(2026, 9, 17)))
    told = {reply.to: to_text(reply.document) for reply in outcome.replies if isinstance(reply, Tell)}
    assert "Du har svarat för den förra dagen" in told["p3"]
    assert "Kommer du då?" in told["p4"]
    assert "Svar som redan har kommit in ligger kvar" in to_text(
        next(r.document for r in outcome.replies if isinstance(r, Post))
    )


def test_who_has_been_asked_twice_is_told_but_not_asked() -> None:
    before = reminded("p3")
    before.reminded["corrected:m1:2026-09-10T1300"] = ("p3",)
    outcome = put_right(before, moved(before, date=date(2026, 9, 17)))
    (told,) = [reply.document for reply in outcome.replies if isinstance(reply, Tell)]
    assert not any(isinstance(block, Buttons) for block in told.blocks)
    assert "är flyttat" in to_text(told)


def test_whoever_moves_it_is_not_told_that_it_is_moved() -> None:
    before = reminded("p2", "p3")
    outcome = put_right(before, moved(before, date=date(2026, 9, 17)), by="Malin Ros")
    assert [reply.to for reply in outcome.replies if isinstance(reply, Tell)] == ["p2"]


@pytest.mark.parametrize(
    "change",
    [pytest.param({}, id="nothing changed"), pytest.param({"preliminary": True}, id="nothing people were told")],
)
def test_nothing_is_corrected_that_stands(change: dict[str, Any]) -> None:
    before = reminded("p3")
    assert put_right(before, moved(before, **change)) == Outcome()


def test_a_meeting_nobody_was_reminded_of_is_moved_in_silence() -> None:
    before = record()
    assert put_right(before, moved(before, date=date(2026, 9, 17))) == Outcome()


def test_three_hundred_meetings_moved_have_every_earlier_reminder_corrected() -> None:
    chance = Random(7)
    day = date(2026, 10, 5)
    made = record()
    made.meetings = {"m1": made.meetings["m1"]}
    made.meetings["m1"].phase = Phase.PUBLISHED
    for number in range(300):
        one = Meeting(id=f"k{number}:m1", date=day + timedelta(days=number), start=time(9 + number % 7), place="Sal 1")
        made.meetings[one.id] = one
        if number % 3:
            made.reminded[meeting_key(Matter.CALL_FOR_ITEMS, one)] = ()
        if number % 3 == 2:
            made.reminded[meeting_key(Matter.NOT_ANSWERED, one)] = ("p3", "p5")
    after = deepcopy(made)
    rows = [one for one in made.meetings.values() if one.id != "m1"]
    for one in rows:
        after.meetings[one.id].date += timedelta(days=chance.randint(1, 20))
    outcome = put_right(made, after)
    posts = [to_text(reply.document) for reply in outcome.replies if isinstance(reply, Post)]
    told = [reply for reply in outcome.replies if isinstance(reply, Tell)]
    assert len(posts) == len(set(posts)) == 200
    assert len(told) == 2 * 100
    assert sorted(fact.meeting or "" for fact in outcome.facts) == sorted(
        k for k in made.meetings if k != "m1" and int(k[1:-3]) % 3
    )
    # What was on its way when they were moved is no longer said; what is new is for the new days.
    now = DAY_BEFORE
    old = [Remind(Matter.AGENDA, meeting_key(Matter.AGENDA, one), one.id) for one in rows]
    assert all(compose(remind, after, now) is None for remind in old)
    assert not {post.key for post in to_come(made)} & {post.key for post in to_come(after)}


def test_every_word_is_there_in_english_too() -> None:
    before = reminded("p3")
    before.settings = before.group.model_copy(update={"language": "en"})
    english = replace(call(by="Tora Lindmo", of=before, language="en"), now=DAY_BEFORE)
    outcome = corrections(before, moved(before, date=date(2026, 9, 17)), english)
    assert "has moved from Tue 15 September, 13:00" in to_text(
        next(reply.document for reply in outcome.replies if isinstance(reply, Post))
    )
