"""What is to be said is kept with its facts, taken in hand by one at a time, and put down only by whoever has it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from meetings.facts import Fact, MeetingCancelled, MeetingMoved, MeetingRenamed
from storage.database import Database, address, connect
from storage.errors import AlreadySeen, Conflict, StorageError, VersionMoved
from storage.outbox import Outbox
from storage.outgoing import Claimed, Ending, Kind, Outgoing, State, Verb, in_hand
from storage.store import Store
from storage.upkeep import INBOX_KEPT, OUTBOX_KEPT
from storage.wakes import Next
from tests.storage.conftest import Run
from tests.storage.facts import NOON, proposed, said

NEVER = float("inf")


def row(key: str, **told: Any) -> Outgoing:
    """Make something to be said, privately to Malin unless told otherwise."""
    plain = Outgoing(key, "slack:T1", Kind.REPLY, Verb.TELL, "malin", {"document": {"blocks": []}})
    return replace(plain, **told)


def keep(store: Store, run: Run, *rows: Outgoing, group: str = "g", claim: str = "mine") -> tuple[Claimed, ...]:
    """Keep rows with no facts; give them as they are in hand."""
    version = run(store.version(group))
    run(store.append(group, version, [], outgoing=rows, claim=claim))
    return in_hand(rows, group, claim, NEVER)


def let_leases_end(url: str) -> None:
    """Let all that waits or is in hand be due now, as if a minute had passed."""
    execute(url, "UPDATE outbox SET run_at = first_try_at WHERE run_at IS NOT NULL AND first_try_at IS NOT NULL")
    execute(url, "UPDATE outbox SET run_at = created_at WHERE run_at IS NOT NULL AND first_try_at IS NULL")


def execute(url: str, statement: str) -> Any:
    engine = connect(address(url), threads=1)
    try:
        with engine.begin() as connection:
            found = connection.execute(text(statement))
            return found.all() if found.returns_rows else found.rowcount
    finally:
        engine.dispose()


def states(store: Store, run: Run) -> dict[str, str]:
    return {entry.key: entry.state for entry in run(store.outbox.entries())}


def keys(rows: Sequence[Claimed]) -> list[str]:
    return [one.what.key for one in rows]


# ------------------------------------------------------------------------------------- kept with the facts


def test_what_is_to_be_said_is_kept_with_its_facts_or_not_at_all(store: Store, run: Run) -> None:
    with pytest.raises(VersionMoved):
        run(store.append("g", 7, [proposed(1)], outgoing=[row("a")], claim="x"))
    assert states(store, run) == {}
    run(store.append("g", 0, [proposed(1)], outgoing=[row("a")], claim="x"))
    with pytest.raises(Conflict):
        run(store.append("g", 1, [proposed(2)], outgoing=[row("a")], claim="x"))
    assert run(store.version("g")) == 1
    assert states(store, run) == {"a": "sending"}


def test_what_is_kept_is_in_hand_of_the_one_who_kept_it(store: Store, run: Run) -> None:
    (mine,) = keep(store, run, row("a"))
    assert run(store.outbox.claim(10, 10)) == ()
    assert run(store.outbox.finish([Ending(mine, State.SENT, "1726.5")])) == ()
    (entry,) = run(store.outbox.entries())
    assert (entry.state, entry.external_id, entry.run_at) == ("sent", "1726.5", None)


def test_nothing_of_what_was_said_stays_when_it_is_over(store: Store, run: Run, url: str) -> None:
    (mine,) = keep(store, run, row("a", payload={"document": "hemlig"}))
    run(store.outbox.finish([Ending(mine, State.SENT)]))
    assert "hemlig" not in str(execute(url, "SELECT * FROM outbox"))


def test_what_is_delayed_waits_for_somebody_to_take_it(store: Store, run: Run, url: str) -> None:
    assert keep(store, run, row("a", delay=timedelta(minutes=1), kind=Kind.REMINDER)) == ()
    assert run(store.outbox.claim(10, 10)) == ()
    let_leases_end(url)
    (taken,) = run(store.outbox.claim(10, 10))
    assert (taken.attempts, taken.tried_since) == (1, None)


# ------------------------------------------------------------------------------------------ leases and fencing


def test_another_takes_it_when_the_lease_has_ended_and_knows_that_it_may_have_been_said(
    store: Store, run: Run, url: str
) -> None:
    keep(store, run, row("a"))
    let_leases_end(url)
    (taken,) = run(store.outbox.claim(10, 10))
    assert (taken.attempts, taken.group, taken.what.payload) == (2, "g", row("a").payload)
    assert taken.tried_since is not None
    assert run(store.outbox.claim(10, 10)) == ()


def test_who_has_lost_it_puts_nothing_down(store: Store, run: Run, url: str) -> None:
    (lost,) = keep(store, run, row("a"))
    let_leases_end(url)
    (taken,) = run(store.outbox.claim(10, 10))
    follow = (row("b", recipient="#g"),)
    assert run(store.outbox.finish([Ending(lost, State.DEAD, follow=follow)])) == ()
    assert not run(store.outbox.postpone(lost, timedelta(), None, doubtful=True))
    run(store.outbox.give_back([lost]))
    assert states(store, run) == {"a": "sending"}
    run(store.outbox.finish([Ending(taken, State.SENT)]))
    assert states(store, run) == {"a": "sent"}


def test_what_was_certainly_not_said_is_not_looked_for(store: Store, run: Run, url: str) -> None:
    (mine,) = keep(store, run, row("a"))
    assert run(store.outbox.postpone(mine, timedelta(seconds=5), "NotSaid: full", doubtful=False))
    assert run(store.outbox.claim(10, 10)) == ()
    let_leases_end(url)
    (taken,) = run(store.outbox.claim(10, 10))
    assert (taken.attempts, taken.tried_since) == (2, None)


def test_what_was_not_begun_is_given_back_as_it_was(store: Store, run: Run, url: str) -> None:
    (mine,) = keep(store, run, row("a"))
    run(store.outbox.give_back([mine]))
    (taken,) = run(store.outbox.claim(10, 10))
    assert (taken.attempts, taken.tried_since) == (1, None)


def test_two_that_take_at_once_never_take_the_same(url: str, store: Store, run: Run) -> None:
    run(store.outbox.give_back(keep(store, run, *(row(f"a{n}", recipient=f"p{n}") for n in range(60)))))
    bases = [Database.open(url) for _ in range(3)]

    async def all_of_them() -> list[tuple[Claimed, ...]]:
        boxes = [Outbox(base) for base in bases]
        return await asyncio.gather(*(box.claim(10, 100) for _ in range(4) for box in boxes))

    taken = [key for rows in run(all_of_them()) for key in keys(rows)]
    for base in bases:
        run(base.close())
    assert sorted(taken) == sorted(f"a{n}" for n in range(60))


# ---------------------------------------------------------------------------------------------- order and fairness


def test_what_is_for_one_person_waits_for_what_was_tried_before(store: Store, run: Run, url: str) -> None:
    first, second, other = keep(store, run, row("a"), row("b", number=2), row("c", number=3, recipient="karin"))
    run(store.outbox.postpone(first, timedelta(), "lost", doubtful=True))
    run(store.outbox.give_back([second, other]))
    assert keys(run(store.outbox.claim(10, 10))) == ["a", "c"]
    assert run(store.outbox.claim(10, 10)) == ()
    let_leases_end(url)
    (again, _) = run(store.outbox.claim(10, 10))
    run(store.outbox.finish([Ending(again, State.SENT)]))
    assert keys(run(store.outbox.claim(10, 10))) == ["b"]


def test_what_is_due_is_taken_in_the_order_it_was_brought(store: Store, run: Run) -> None:
    run(store.outbox.give_back(keep(store, run, *(row(f"a{n}", number=n, recipient=f"p{n}") for n in range(1, 12)))))
    assert keys(run(store.outbox.claim(20, 20))) == [f"a{n}" for n in range(1, 12)]


def test_a_busy_platform_keeps_no_other_waiting(store: Store, run: Run) -> None:
    many = [row(f"a{n}", recipient=f"p{n}") for n in range(50)]
    run(store.outbox.give_back(keep(store, run, *many, row("b", platform="slack:T2"))))
    taken = run(store.outbox.claim(20, 5))
    assert len([key for key in keys(taken) if key.startswith("a")]) == 5
    assert "b" in keys(taken)


def test_a_platform_that_asks_to_wait_rests_alone(store: Store, run: Run) -> None:
    rows = keep(store, run, row("a"), row("b", recipient="karin"), row("c", platform="slack:T2"))
    run(store.outbox.give_back(rows))
    run(store.outbox.rest("slack:T1", timedelta(seconds=30)))
    assert keys(run(store.outbox.claim(10, 10))) == ["c"]
    waiting, late = run(store.outbox.waiting())
    assert waiting == {"pending": 2, "sending": 1}
    assert late is None


# ------------------------------------------------------------------------------------------- cancelled and blanked


def changes(meeting: str) -> list[Fact]:
    day = NOON.date() + timedelta(days=7)
    return [
        MeetingMoved(id="c1", said=said(9), target=meeting, date=day, start=time(13)),
        MeetingRenamed(id="c2", said=said(9), target=meeting, name="Vårmöte"),
        MeetingCancelled(id="c3", said=said(9), target=meeting),
    ]


@pytest.mark.parametrize("number", range(3), ids=["moved", "renamed", "cancelled"])
def test_a_reminder_of_a_meeting_that_changes_is_no_longer_said(store: Store, run: Run, number: int) -> None:
    reminder = row("a", kind=Kind.REMINDER, meeting="m1", delay=timedelta(minutes=1))
    keep(store, run, reminder, replace(reminder, key="b", meeting="m2"), row("c", meeting="m1"))
    run(store.append("g", 0, [changes("m1")[number]]))
    assert states(store, run) == {"a": "cancelled", "b": "pending", "c": "sending"}


def test_no_reminder_is_taken_after_its_meeting_has_moved(url: str, store: Store, run: Run) -> None:
    meetings = 300
    for number in range(meetings):
        run(store.create_group(f"g{number}", "G", f"g{number}", "slack:T1"))
        delayed = row(f"r{number}", kind=Kind.REMINDER, meeting="m1", delay=timedelta(microseconds=1))
        run(store.append(f"g{number}", 0, [], outgoing=[delayed], claim="x"))
    moved: list[str] = []
    taken: list[str] = []
    after: list[str] = []
    base = Database.open(url)

    async def take(box: Outbox) -> None:
        while len(moved) < meetings:
            known = tuple(moved)
            rows = keys(await box.claim(3, 3))
            taken.extend(rows)
            after.extend(key for key in rows if key in known)

    async def move(store: Store) -> None:
        for number in range(meetings):
            await store.append(f"g{number}", 0, [changes("m1")[0]])
            moved.append(f"r{number}")

    async def both() -> None:
        await asyncio.gather(take(store.outbox), take(Outbox(base)), move(Store(base)))

    run(both())
    run(base.close())
    assert after == []
    told = states(store, run)
    assert sorted(key for key, state in told.items() if state == "sending") == sorted(taken)
    assert {state for key, state in told.items() if key not in taken} <= {"cancelled"}


def test_what_a_blanked_message_was_answered_with_is_forgotten(store: Store, run: Run, url: str) -> None:
    run(store.append("g", 0, [proposed(1), proposed(2)]))
    secret = {"document": "hemlig"}
    keep(store, run, row("a", cause="msg-1", payload=secret), row("b", cause="msg-2"))
    (unknown,) = keep(store, run, row("c", cause="msg-1", payload=secret), claim="other")
    run(store.outbox.finish([Ending(unknown, State.UNKNOWN)]))
    run(store.append("g", 2, [], blank=["f1"]))
    assert states(store, run) == {"a": "cancelled", "b": "sending", "c": "cancelled"}
    assert "hemlig" not in str(execute(url, "SELECT * FROM outbox"))


# ----------------------------------------------------------------------------------- unknown, and what follows


def test_what_is_unknown_waits_for_a_person_and_can_be_said_again(store: Store, run: Run) -> None:
    (mine,) = keep(store, run, row("a"))
    asked = row("a/asked")
    (follows,) = run(store.outbox.finish([Ending(mine, State.UNKNOWN, error="lost", follow=(asked,))]))
    assert follows.what == asked
    assert run(store.outbox.claim(10, 10)) == ()
    assert run(store.outbox.resolve("a", sent=False))
    run(store.outbox.finish([Ending(follows, State.SENT)]))
    (again,) = run(store.outbox.claim(10, 10))
    assert (again.what.payload, again.attempts, again.tried_since) == (row("a").payload, 1, None)
    assert not run(store.outbox.resolve("a", sent=False))


def test_what_is_unknown_can_be_said_to_be_there(store: Store, run: Run) -> None:
    (mine,) = keep(store, run, row("a"))
    run(store.outbox.finish([Ending(mine, State.UNKNOWN)]))
    assert run(store.outbox.resolve("a", sent=True))
    assert states(store, run) == {"a": "sent"}
    assert not run(store.outbox.resolve("nothing", sent=True))


def test_what_follows_is_kept_once(store: Store, run: Run) -> None:
    first, second = keep(store, run, row("a"), row("b"))
    once = (row("only"),)
    assert len(run(store.outbox.finish([Ending(first, State.DEAD, follow=once)]))) == 1
    assert run(store.outbox.finish([Ending(second, State.DEAD, follow=once)])) == ()
    assert states(store, run) == {"a": "dead", "b": "dead", "only": "sending"}


def test_all_that_comes_out_of_a_backup_can_be_held(store: Store, run: Run) -> None:
    keep(store, run, row("a"), row("b", delay=timedelta(days=1)))
    assert run(store.outbox.hold()) == 2
    assert states(store, run) == {"a": "unknown", "b": "unknown"}


def test_rows_are_listed_by_state_without_what_they_say(store: Store, run: Run) -> None:
    mine, _ = keep(store, run, row("a"), row("b"))
    run(store.outbox.finish([Ending(mine, State.DEAD, error="CannotSay: is_archived")]))
    assert [entry.key for entry in run(store.outbox.entries(State.SENDING))] == ["b"]
    (dead,) = run(store.outbox.entries(State.DEAD))
    assert (dead.last_error, dead.recipient, dead.group) == ("CannotSay: is_archived", "malin", "g")


# ------------------------------------------------------------------------------------------------ the inbox


def test_eight_hundred_deliveries_of_two_hundred_events_have_two_hundred_effects(
    url: str, store: Store, run: Run
) -> None:
    other = Database.open(url)
    stores = [store, Store(other)]

    async def deliver(number: int) -> int:
        at = stores[number % 2]
        event = number // 4
        while True:
            version = await at.version("g")
            try:
                await at.append(
                    "g", version, [proposed(event)], seen=("slack:T1", f"E{event}"),
                    outgoing=[row(f"g/E{event}/1")], claim=str(number),
                )  # fmt: skip
            except AlreadySeen:
                return 0
            except VersionMoved:
                continue
            return 1

    async def all_of_them() -> int:
        effects = 0
        for first in range(0, 800, 16):
            effects += sum(await asyncio.gather(*(deliver(number) for number in range(first, first + 16))))
        return effects

    assert run(all_of_them()) == 200
    run(other.close())
    assert len(states(store, run)) == run(store.version("g")) == 200


# ----------------------------------------------------------------------------------------- waking and upkeep


def test_a_group_is_looked_at_after_each_change_and_then_when_it_was_said(store: Store, run: Run) -> None:
    (woken,) = run(store.wakes.claim(NOON, 10))
    assert (woken.group, woken.version, woken.by_the_clock) == ("g", 0, False)
    assert run(store.wakes.claim(NOON, 10)) == ()
    run(store.wakes.put_right([at(0, NOON + timedelta(hours=1))]))
    assert run(store.wakes.claim(NOON, 10)) == ()
    (woken,) = run(store.wakes.claim(NOON + timedelta(hours=1), 10))
    assert woken.by_the_clock
    run(store.append("g", 0, [proposed(1)]))
    assert [one.version for one in run(store.wakes.claim(NOON, 10))] == [1]


def test_what_was_reckoned_before_a_change_does_not_count(store: Store, run: Run) -> None:
    run(store.wakes.claim(NOON, 10))
    run(store.append("g", 0, [proposed(1)]))
    run(store.wakes.put_right([at(0, None)]))
    assert [one.group for one in run(store.wakes.claim(NOON, 10))] == ["g"]
    run(store.wakes.put_right([at(1, None)]))
    assert run(store.wakes.claim(datetime.max.replace(tzinfo=UTC) - timedelta(days=1), 10)) == ()
    run(store.wakes.wake_all())
    assert len(run(store.wakes.claim(NOON, 10))) == 1


def test_who_looks_and_dies_is_followed_by_another(store: Store, run: Run) -> None:
    run(store.wakes.claim(NOON, 10))
    assert [one.group for one in run(store.wakes.claim(NOON + timedelta(seconds=61), 10))] == ["g"]


def at(version: int, moment: datetime | None) -> Next:
    return Next("g", version, moment)


def test_old_events_and_rows_that_are_over_are_let_go_of(store: Store, run: Run) -> None:
    run(store.append("g", 0, [], seen=("slack:T1", "E1")))
    done, open_, held = keep(store, run, row("a"), row("b"), row("c"))
    run(store.outbox.finish([Ending(done, State.SENT), Ending(held, State.UNKNOWN)]))
    now = datetime.now(UTC)
    assert run(store.upkeep.prune(now)) == 0
    assert run(store.upkeep.prune(now + INBOX_KEPT + timedelta(minutes=1))) == 1
    assert not run(store.seen("slack:T1", "E1"))
    assert run(store.upkeep.prune(now + OUTBOX_KEPT + timedelta(minutes=1))) == 1
    assert states(store, run) == {open_.what.key: "sending", held.what.key: "unknown"}


def test_something_is_remembered_until_something_else_is(store: Store, run: Run) -> None:
    assert run(store.upkeep.remembered("zones")) is None
    run(store.upkeep.remember("zones", "2026.5"))
    run(store.upkeep.remember("zones", "2026.6"))
    assert run(store.upkeep.remembered("zones")) == "2026.6"


def test_the_outbox_may_fail_as_all_storage_does(url: str, run: Run) -> None:
    execute(url, "ALTER TABLE outbox RENAME TO elsewhere")
    base = Database.open(url)
    try:
        with pytest.raises(StorageError):
            run(Outbox(base).claim(1, 1))
    finally:
        run(base.close())
        execute(url, "ALTER TABLE elsewhere RENAME TO outbox")
