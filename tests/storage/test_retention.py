"""Words go when a group has said so: of meetings published long ago, handed out before, that no open work rests on."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from meetings.facts import (
    ActionAgreed,
    Block,
    Fact,
    GroupFounded,
    MeetingEnded,
    MeetingPlanned,
    MeetingStarted,
    Noted,
    Owner,
    OwnerKind,
    Published,
    Said,
    Source,
    StandingItemAdded,
)
from meetings.group import GroupSettings
from meetings.ledger import Ledger
from storage.database import Database
from storage.errors import NotExported, StorageError
from storage.export import Exported, Exports
from storage.published import Revision
from storage.retention import LetGo, Retaining, Retention
from storage.store import Store
from tests.storage.conftest import Run
from tests.storage.facts import NOON

MONTH = timedelta(days=31)
LATER = NOON + 30 * MONTH
OWNER = Owner(kind=OwnerKind.ALL)


def meeting(number: int) -> list[Fact]:
    """Hold a meeting so many months after noon, with a note, a task that stays open in the first, and minutes."""
    at = NOON + number * MONTH
    place = f"m{number}"

    def said(minute: int) -> Said:
        return Said(source=Source.MESSAGE, at=at + timedelta(minutes=minute), message=f"{place}-{minute}", by="p1")

    held: list[Fact] = [
        MeetingPlanned(id=f"{place}a", said=said(0), target=place, date=at.date(), title=f"Titel {number}"),
        MeetingStarted(id=f"{place}b", said=said(1), meeting=place),
        Noted(id=f"{place}c", said=said(2), meeting=place, note=f"{place}n", blocks=(Block(text=f"Ord {number}"),)),
        MeetingEnded(id=f"{place}d", said=said(3), meeting=place),
        Published(id=f"{place}e", said=said(4), meeting=place, revision=1, checksum="x"),
    ]
    if number == 1:
        task = ActionAgreed(id="a1", said=said(2), meeting=place, action="a1", text="Uppgift som står", owner=OWNER)
        held.insert(3, task)
    return held


def keep(store: Store, run: Run, numbers: Sequence[int], *, found: bool = True) -> int:
    said = Said(source=Source.FILE, at=NOON)
    founded: list[Fact] = [
        GroupFounded(id="f1", said=said, settings=GroupSettings(name="Mysam Lindby", channel="#lindby")),
        StandingItemAdded(id="f2", said=said, title="Välkommen", place="head"),
    ]
    version = run(store.version("g"))
    if found:
        version = run(store.append("g", version, founded))
    for number in numbers:
        revision = Revision(f"m{number}", 1, "published", f'{{"n": {number}}}', NOON + number * MONTH, {"md": b"# x"})
        version = run(store.append("g", version, meeting(number), revision=revision))
    return version


def hand_out(database: Database, run: Run, version: int, at: datetime = LATER) -> None:
    run(Exports(database).exported("g", Exported(version, at, "0" * 64)))


def words(store: Store, run: Run) -> set[str]:
    """Give the numbers of the meetings whose note and title are still there."""
    facts = run(store.load("g")).facts
    notes = {block.text for fact in facts if isinstance(fact, Noted) for block in fact.blocks}
    titles = {fact.title for fact in facts if isinstance(fact, MeetingPlanned) and fact.title}
    assert {one.split()[-1] for one in notes} == {one.split()[-1] for one in titles}
    return {one.split()[-1] for one in notes}


def test_nothing_goes_unless_a_group_has_said_so(store: Store, database: Database, run: Run) -> None:
    hand_out(database, run, keep(store, run, range(1, 6)))
    assert run(Retaining(database).run(LATER)) == ()
    assert words(store, run) == {"1", "2", "3", "4", "5"}


def test_a_group_that_was_never_handed_out_cannot_say_so(store: Store, database: Database, run: Run) -> None:
    with pytest.raises(NotExported):
        run(Retaining(database).set("g", Retention(12)))


def test_words_of_meetings_published_long_ago_go_and_the_rest_stays(store: Store, database: Database, run: Run) -> None:
    hand_out(database, run, keep(store, run, [1, 2, 3, 25, 26, 27]))
    run(Retaining(database).set("g", Retention(12)))
    before = Ledger(run(store.load("g")).facts).record
    assert run(Retaining(database).run(LATER)) == (LetGo("g", 6, ()),)
    assert words(store, run) == {"25", "26", "27"}
    after = Ledger(run(store.load("g")).facts).record
    assert after == before
    # A task of the first meeting is still open.
    assert after.actions["a1"].text == "Uppgift som står"
    assert [revision.minutes for revision in run(store.revisions("g", "m2"))] == ['{"n": 2}']
    assert run(Retaining(database).run(LATER)) == (LetGo("g", 0, ()),)


def test_the_latest_minutes_stay_however_old(store: Store, database: Database, run: Run) -> None:
    hand_out(database, run, keep(store, run, [2, 3, 4]))
    run(Retaining(database).set("g", Retention(1)))
    run(Retaining(database).run(LATER))
    assert words(store, run) == {"3", "4"}


def test_what_came_after_it_was_handed_out_waits_until_it_is_again(store: Store, database: Database, run: Run) -> None:
    hand_out(database, run, keep(store, run, [2, 3]))
    version = keep(store, run, [4, 5, 6], found=False)
    run(Retaining(database).set("g", Retention(12)))
    assert run(Retaining(database).run(LATER)) == (LetGo("g", 4, (), waiting=2),)
    assert words(store, run) == {"4", "5", "6"}
    hand_out(database, run, version)
    run(Retaining(database).run(LATER))
    assert words(store, run) == {"5", "6"}


def test_minutes_go_too_when_that_was_chosen(store: Store, database: Database, run: Run) -> None:
    hand_out(database, run, keep(store, run, [2, 3, 4, 5]))
    run(Retaining(database).set("g", Retention(12, also_minutes=True)))
    assert run(Retaining(database).run(LATER)) == (LetGo("g", 4, ("m2", "m3")),)
    assert run(store.revisions("g", "m2")) == ()
    assert run(store.revision_files("g", "m3", 1)) == {}
    assert len(run(store.revisions("g", "m5"))) == 1
    with pytest.raises(StorageError):
        run(database.write(lambda session: session.connection().exec_driver_sql("DELETE FROM revisions").close()))


def test_it_is_done_once_a_day_however_often_it_is_asked_for(store: Store, database: Database, run: Run) -> None:
    hand_out(database, run, keep(store, run, [2, 3, 4]))
    run(Retaining(database).set("g", Retention(12)))
    assert len(run(Retaining(database).run_daily(LATER))) == 1
    assert run(Retaining(database).run_daily(LATER + timedelta(hours=1))) == ()
    assert len(run(Retaining(database).run_daily(LATER + timedelta(days=1)))) == 1


def test_a_group_can_change_its_mind(store: Store, database: Database, run: Run) -> None:
    hand_out(database, run, keep(store, run, [2, 3, 4]))
    run(Retaining(database).set("g", Retention(12)))
    assert run(Retaining(database).all()) == {"g": Retention(12)}
    run(Retaining(database).off("g"))
    assert run(Retaining(database).run(LATER)) == ()
