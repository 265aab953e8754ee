"""Files that people shared: kept as they are, let go of with their message, and for good once they are published."""

import hashlib
from collections.abc import Sequence
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import text
from sqlmodel import Session

from meetings.facts import AttachmentKept, AttachmentLetGo, Fact, GroupFounded, PersonRegistered, Said, Source
from meetings.group import GroupSettings, Person
from meetings.ledger import Ledger
from storage.attachments import Content
from storage.database import Database
from storage.erasure import Eraser
from storage.errors import BrokenDatabase, StorageError
from storage.export import Exports
from storage.published import Revision
from storage.retention import Retaining, Retention
from storage.store import Store
from tests.storage.conftest import Run
from tests.storage.facts import NOON
from tests.storage.test_retention import LATER, hand_out, keep

NAME = "Valborg Hed-Ekman"
PLAN, MAP = b"en plan", b"en karta"


def kept(ref: str, content: bytes, message: str = "x1", meeting: str = "m2", by: str | None = None) -> AttachmentKept:
    said = Said(source=Source.CLOCK, at=NOON, by=by)
    checksum = hashlib.sha256(content).hexdigest()
    return AttachmentKept(
        id=f"kept:{ref}", said=said, meeting=meeting, of=message, ref=ref, name=f"{ref}.pdf", sha256=checksum,
        size=len(content),
    )  # fmt: skip


def gone(ref: str, message: str = "x1") -> AttachmentLetGo:
    return AttachmentLetGo(id=f"gone:{ref}", said=Said(source=Source.MESSAGE, at=NOON), of=message, ref=ref)


def append(store: Store, run: Run, facts: Sequence[Fact], content: bytes | None = None, ref: str = "F1") -> None:
    file = Content("x1", ref, content, NOON) if content is not None else None
    run(store.append("g", run(store.version("g")), facts, content=file))


def publish(store: Store, run: Run, content: bytes, meeting: str = "m2") -> None:
    checksums = (hashlib.sha256(content).hexdigest(),)
    revision = Revision(meeting, 1, "published", "{}", NOON, {"md": b"# x"}, checksums)
    run(store.append("g", run(store.version("g")), [], revision=revision))


def execute(session: Session, statement: str) -> None:
    session.connection().execute(text(statement))


def test_a_file_is_read_back_as_it_was_and_goes_when_it_is_let_go_of(store: Store, run: Run) -> None:
    append(store, run, [kept("F1", PLAN)], PLAN)
    append(store, run, [kept("F2", MAP)], MAP, "F2")
    assert run(store.content("g", "F1")) == ("x1", PLAN)
    assert run(store.checksum_of("g", "x1", "F2")) == (hashlib.sha256(MAP).hexdigest(), len(MAP))
    assert len(run(store.facts_of_message("g", "x1"))) == 2
    append(store, run, [gone("F1")])
    assert run(store.content("g", "F1")) is None
    assert run(store.checksum_of("g", "x1", "F1")) is None
    assert run(store.content("g", "F2")) == ("x1", MAP)
    assert set(Ledger(run(store.load("g")).facts).record.kept_files) == {("x1", "F2")}


def test_a_file_that_published_minutes_name_is_never_let_go_of(store: Store, database: Database, run: Run) -> None:
    append(store, run, [kept("F1", PLAN)], PLAN)
    publish(store, run, PLAN)
    append(store, run, [gone("F1")])
    append(store, run, [kept("F1", MAP).model_copy(update={"id": "again"})], MAP)
    assert run(store.content("g", "F1")) == ("x1", PLAN)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE attachments SET content = ''",
        "UPDATE attachments SET sha256 = 'x'",
        "DELETE FROM attachments",
        "DELETE FROM revision_attachments",
        "UPDATE revision_attachments SET revision = 2",
    ],
)
def test_the_database_itself_refuses_to_change_what_is_published(
    store: Store, database: Database, run: Run, statement: str
) -> None:
    append(store, run, [kept("F1", PLAN)], PLAN)
    publish(store, run, PLAN)
    with pytest.raises(StorageError):
        run(database.write(partial(execute, statement=statement)))
    assert run(store.content("g", "F1")) == ("x1", PLAN)


def test_a_file_that_was_changed_on_the_disk_is_not_passed_off_as_the_same(
    store: Store, database: Database, run: Run
) -> None:
    row = "INSERT INTO attachments VALUES ('g', 'x1', 'F1', 'not its sum', 3, :content, :at)"
    run(
        database.write(lambda session: session.connection().execute(text(row), {"content": b"abc", "at": NOON}).close())
    )
    with pytest.raises(BrokenDatabase):
        run(store.content("g", "F1"))


def test_all_files_of_a_group_are_handed_out(store: Store, database: Database, run: Run) -> None:
    append(store, run, [kept("F1", PLAN)], PLAN)
    append(store, run, [kept("F2", MAP)], MAP, "F2")
    assert [one.content for one in run(Exports(database).kept("g")).attachments] == [PLAN, MAP]


@pytest.mark.parametrize("published", [False, True], ids=["not published", "published"])
def test_what_an_erased_person_shared_goes_unless_it_is_published(
    store: Store, database: Database, run: Run, published: bool
) -> None:
    said = Said(source=Source.FILE, at=NOON)
    append(store, run, [
        GroupFounded(id="f1", said=said, settings=GroupSettings(name="Mysam Lindby", channel="#lindby")),
        PersonRegistered(id="f2", said=said, person=Person(id="p2", name=NAME, account="U0VALBORG")),
    ])  # fmt: skip
    append(store, run, [kept("F1", PLAN, by="p2")], PLAN)
    if published:
        publish(store, run, PLAN)
    erased = run(Eraser(database).erase(NAME, "g", None, LATER))
    assert erased is not None
    assert (erased.files, erased.files_published) == ((0, 1) if published else (1, 0))
    assert (run(store.content("g", "F1")) is not None) == published
    assert Ledger(run(store.load("g")).facts).record.kept_files == {}


@pytest.mark.parametrize("also_minutes", [False, True])
def test_files_of_meetings_published_long_ago_go_with_their_minutes(
    store: Store, database: Database, run: Run, also_minutes: bool
) -> None:
    version = keep(store, run, [2, 3])
    append(store, run, [kept("F1", PLAN)], PLAN)
    append(store, run, [kept("F2", MAP)], MAP, "F2")
    run(store.append("g", version + 2, [], revision=Revision("m2", 2, "corrected", "{}", NOON, {}, (
        hashlib.sha256(PLAN).hexdigest(),
    ))))  # fmt: skip
    hand_out(database, run, keep(store, run, [25, 26], found=False))
    run(Retaining(database).set("g", Retention(12, also_minutes=also_minutes)))
    (done,) = run(Retaining(database).run(LATER + timedelta(days=1)))
    assert done.files == 1 + also_minutes
    assert (run(store.content("g", "F1")) is None) == also_minutes
    assert run(store.content("g", "F2")) is None
