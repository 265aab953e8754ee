"""How far conversations have been heard, and what happened in them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlmodel import select

from storage.database import Database
from storage.heard import Heard
from storage.store import Store
from storage.tables import OutboxRow
from tests.storage.conftest import Run

NOW = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)
SLACK = "slack:T0TEST"
LATER = "meeting_id cause run_at expires_at first_try_at claim external_id last_error".split()


def test_marks_are_kept_by_platform(database: Database, run: Run) -> None:
    heard = Heard(database)
    run(heard.keep({(SLACK, "C1"): NOW, (SLACK, "C2"): NOW, ("slack:T2", "C1"): NOW}))
    run(heard.keep({(SLACK, "C1"): NOW + timedelta(microseconds=1)}))
    assert run(heard.marks(SLACK)) == {"C1": NOW + timedelta(microseconds=1), "C2": NOW}


def test_an_event_happens_for_the_first_time_once(database: Database, run: Run) -> None:
    heard = Heard(database)
    assert [run(heard.first_time(SLACK, "Ev1", "C1")) for _ in range(2)] == [True, False]
    assert run(heard.first_time("slack:T2", "Ev1", "C1"))


def test_what_happened_in_a_conversation_is_told_in_order(database: Database, run: Run) -> None:
    heard = Heard(database)
    for event, conversation in (("2.000001", "C1"), ("1.000001", "C1"), ("3.000001", "C2")):
        run(heard.first_time(SLACK, event, conversation))
    assert run(heard.taken(SLACK, "C1", datetime.now(UTC) - timedelta(minutes=1))) == ("1.000001", "2.000001")
    assert run(heard.taken(SLACK, "C1", datetime.now(UTC) + timedelta(minutes=1))) == ()


def test_a_conversation_that_moves_takes_everything_along(database: Database, run: Run) -> None:
    heard, store = Heard(database), Store(database)
    run(store.create_group("vallby", "Vallby", "vallby", SLACK, ("C1", "C9")))
    run(heard.keep({(SLACK, "C1"): NOW}))
    run(heard.first_time(SLACK, "1.000001", "C1"))
    row = OutboxRow(
        key="vallby/1/1",
        group_id="vallby",
        platform=SLACK,
        number=1,
        kind="reply",
        verb="send",
        recipient="C1",
        payload={},
        state="pending",
        attempts=0,
        created_at=NOW,
        **dict.fromkeys(LATER),
    )
    run(database.write(lambda session: session.add(row)))
    for _ in range(2):
        run(heard.move(SLACK, "C1", "C2"))
    assert run(database.read(lambda session: session.exec(select(OutboxRow.recipient)).all())) == ["C2"]
    assert [group.id for group in run(store.groups_in(SLACK, "C2"))] == ["vallby"]
    assert run(store.groups_in(SLACK, "C1")) == ()
    assert run(heard.marks(SLACK)) == {"C2": NOW}
    assert run(heard.taken(SLACK, "C2", datetime.now(UTC) - timedelta(minutes=1))) == ("1.000001",)
