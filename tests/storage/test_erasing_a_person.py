"""A person is erased from a group: nothing names her but what is published, and folding agrees."""

import asyncio
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import TextClause, text
from sqlmodel import Session

from meetings.facts import (
    About,
    ActionAgreed,
    Asked,
    AttendanceReported,
    Basis,
    Block,
    Decided,
    Fact,
    GroupFounded,
    MeetingPlanned,
    Noted,
    Option,
    Owner,
    OwnerKind,
    PersonErased,
    PersonRegistered,
    Reserved,
    Rewritten,
    SettingsChanged,
    UnknownSpeaker,
)
from meetings.group import Convener, GroupSettings, Person
from meetings.ledger import Ledger
from storage.database import Database
from storage.erasure import Eraser
from storage.errors import Ambiguous, StorageError
from storage.migrate import migrate
from storage.published import Revision
from storage.store import Store
from storage.tables import Row
from tests.storage.conftest import Run
from tests.storage.facts import NOON, said

LATER = NOON + timedelta(days=1)
NAME = "Valborg Hed-Ekman"
SETTINGS = GroupSettings(name="Mysam Lindby", channel="#lindby", convener=Convener(kind="person", name="Bo Ås"))
VALBORG = Person(
    id="p2", name=NAME, role="Enhetschef", organisation="Lindby kommun", account="U0VALBORG", aliases=("Vallan",)
)


def founded(*, convener: str = "Bo Ås") -> list[Fact]:
    settings = SETTINGS.model_copy(update={"convener": Convener(kind="person", name=convener, contact="070-000 00 00")})
    return [
        GroupFounded(id="f1", said=said(1), settings=settings),
        PersonRegistered(id="f2", said=said(1), person=Person(id="p1", name="Bo Ås", account="U0BO", coordinator=True)),
        PersonRegistered(id="f3", said=said(1), person=VALBORG),
        MeetingPlanned(id="f4", said=said(1), target="m1", date=date(2026, 3, 24), title="Hos Valborg Hed-Ekman"),
    ]


def spoken() -> list[Fact]:
    hers = said(5).model_copy(update={"by": "p2"})
    her_notes: list[Fact] = [
        Noted(id="f5", said=hers, meeting="m1", note="n1", blocks=(Block(text="Vi letar efter besked"),)),
        Noted(id="f6", said=said(6), meeting="m1", note="n2", blocks=(Block(text="Hon är nöjd"),), by="p2"),
        Rewritten(id="f7", said=said(7), meeting="m1", target="n1", text="Kommunen letar efter besked"),
        Reserved(id="f8", said=said(8), meeting="m1", person="p2", text="eftersom det blir orimligt kostsamt"),
        Asked(id="f9", said=said(9), question="q1", to="p2", about=About.WHO, options=(Option(label="Ja", text="ja"),)),
    ]
    the_groups: list[Fact] = [
        Noted(id="f10", said=said(10), meeting="m1", note="n3", blocks=(Block(text="Valborgs plan"),), by="p1"),
        Noted(id="f11", said=hers, meeting="m1", note="n4", name="Kim", blocks=(Block(text="Kim nickade"),)),
        Decided(id="f12", said=hers, meeting="m1", decision="d1", clauses=("att Valborg Hed-Ekman bjuder in",)),
        ActionAgreed(
            id="f13", said=hers, meeting="m1", action="a1", text="V. Hed-Ekman bjuder in alla",
            owner=Owner(kind=OwnerKind.PERSON, name=NAME, person="p2"),
        ),
        AttendanceReported(id="f14", said=hers, meeting="m1", person="p2", status="present", basis=Basis.SELF),
        UnknownSpeaker(id="f15", said=said(15), meeting="m1", name="Vallan"),
        SettingsChanged(id="f16", said=said(16), settings=SETTINGS.model_copy(update={"place": "hos Valborg"})),
    ]  # fmt: skip
    return [*her_notes, *the_groups]


def keep(store: Store, run: Run, facts: Sequence[Fact], **more: Revision) -> None:
    version = run(store.version("g"))
    run(store.append("g", version, facts, **more))  # type: ignore[arg-type]


def execute(statement: TextClause, session: Session) -> None:
    session.execute(statement)


def everything(database: Database, run: Run, *, but: Sequence[str] = ()) -> str:
    """Read every row of every table as one text."""

    def work(session: Session) -> str:
        rows = (session.execute(text(f"SELECT * FROM {name}")).all() for name in Row.metadata.tables if name not in but)
        return repr([tuple(row) for found in rows for row in found])

    return run(database.read(work))


def test_nothing_names_her_any_more_and_what_is_the_groups_stands(store: Store, database: Database, run: Run) -> None:
    keep(store, run, [*founded(), *spoken()])
    erased = run(Eraser(database).erase(NAME, "g", None, LATER))
    assert erased is not None
    assert (erased.person, erased.called, erased.words, erased.done) == ("p2", "Borttagen person 1", 5, True)
    left = everything(database, run)
    for trace in (
        NAME,
        "Hed-Ekman",
        "Valborg",
        "Vallan",
        "U0VALBORG",
        "Enhetschef",
        "letar efter besked",
        "orimligt kostsamt",
    ):
        assert trace not in left
    for trace in ("Borttagen person 1 bjuder in alla", "Borttagen person 1:s plan", "Kim nickade"):
        assert trace in left


def test_folding_agrees_with_what_is_left(store: Store, database: Database, run: Run) -> None:
    keep(store, run, [*founded(), *spoken()])
    run(Eraser(database).erase(NAME, "g", None, LATER))
    record = Ledger(run(store.load("g")).facts).record
    gone = record.people["p2"]
    assert gone == Person(id="p2", name="Borttagen person 1", organisation="Lindby kommun", registered=False)
    assert record.actions["a1"].owner.name == gone.name
    assert record.meetings["m1"].attendance["p2"].status == "present"
    assert record.person_of_account("U0VALBORG") is None
    assert [person.name for person in record.members] == ["Bo Ås"]


def test_a_working_copy_that_catches_up_folds_the_same(store: Store, database: Database, run: Run) -> None:
    keep(store, run, founded())
    before = Ledger(run(store.load("g")).facts)
    run(Eraser(database).erase(NAME, "g", None, LATER))
    (news,) = run(store.since("g", before.version)).facts
    assert isinstance(news, PersonErased)
    before.append([news])
    assert before.record.people == Ledger(run(store.load("g")).facts).record.people


def test_looking_first_changes_nothing(store: Store, database: Database, run: Run) -> None:
    keep(store, run, [*founded(), *spoken()])
    before = everything(database, run)
    (look,) = run(Eraser(database).look("valborg hed-ekman"))
    assert (look.group, look.name, look.words, look.done) == ("g", NAME, 5, False)
    assert everything(database, run) == before


def test_published_minutes_stand_and_are_told_of(store: Store, database: Database, run: Run) -> None:
    keep(store, run, founded())
    one = Revision("m0", 1, "published", f'{{"text": "{NAME} var där"}}', NOON, {"md": f"# {NAME}".encode()})
    other = Revision("m1", 1, "published", '{"text": "Bo Ås var där"}', NOON)
    keep(store, run, [], revision=one)
    keep(store, run, [], revision=other)
    erased = run(Eraser(database).erase(NAME, "g", None, LATER))
    assert erased is not None
    assert [(naming.meeting, naming.revision) for naming in erased.revisions] == [("m0", 1)]
    assert run(store.revisions("g", "m0")) == (Revision("m0", 1, "published", one.minutes, NOON),)
    assert run(store.revision_files("g", "m0", 1)) == {"md": f"# {NAME}".encode()}
    assert NAME not in everything(database, run, but=("revisions", "revision_files"))


def test_the_guards_stand_afterwards(store: Store, database: Database, run: Run) -> None:
    keep(store, run, [*founded(), *spoken()])
    run(Eraser(database).erase(NAME, "g", None, LATER))
    for statement in ("UPDATE facts SET kind = 'noted'", "DELETE FROM texts", "UPDATE texts SET texts = '{\"a\": 1}'"):
        with pytest.raises(StorageError):
            run(database.write(partial(execute, text(statement))))
    assert Ledger(run(store.load("g")).facts).record.actions["a1"].text == "Borttagen person 1 bjuder in alla"


def test_two_of_the_same_name_are_told_apart_by_their_ids(store: Store, database: Database, run: Run) -> None:
    twin = PersonRegistered(id="f5", said=said(5), person=Person(id="p3", name=NAME, organisation="Region Lindby"))
    keep(store, run, [*founded(), twin])
    with pytest.raises(Ambiguous) as asked:
        run(Eraser(database).erase(NAME, "g", None, LATER))
    assert asked.value.people == ("p2", "p3")
    run(Eraser(database).erase(NAME, "g", "p2", LATER))
    people = Ledger(run(store.load("g")).facts).record.people
    assert (people["p2"].name, people["p3"].name) == ("Borttagen person 1", NAME)


def test_one_who_was_only_named_is_taken_out_of_the_words(store: Store, database: Database, run: Run) -> None:
    named = Noted(id="f5", said=said(5), meeting="m1", note="n1", blocks=(Block(text="Ulla Tun ringde"),), by="p1")
    keep(store, run, [*founded(), named])
    erased = run(Eraser(database).erase("Ulla Tun", "g", None, LATER))
    assert erased is not None
    assert (erased.person, erased.words, erased.named) == (None, 0, 1)
    assert "Ulla" not in everything(database, run)


def test_nobody_of_the_name_is_nothing_to_erase(store: Store, database: Database, run: Run) -> None:
    keep(store, run, founded())
    assert run(Eraser(database).look("Nora Ingen")) == ()
    assert run(Eraser(database).erase("Nora Ingen", "g", None, LATER)) is None
    assert run(store.version("g")) == 4


def test_the_second_who_is_erased_has_the_next_number(store: Store, database: Database, run: Run) -> None:
    keep(store, run, founded())
    run(Eraser(database).erase(NAME, "g", None, LATER))
    erased = run(Eraser(database).erase("Bo Ås", "g", None, LATER))
    assert erased is not None
    assert (erased.called, erased.responsible) == ("Borttagen person 2", True)
    assert "070-000" not in everything(database, run)


def test_her_name_is_gone_from_the_files_bytes(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'mysam.db'}"
    migrate(url)

    async def live() -> None:
        database = Database.open(url)
        store = Store(database)
        await store.create_group("g", "Mysam Lindby", "mysam-lindby", "terminal", ["#lindby"])
        await store.append("g", 0, [*founded(), *spoken()])
        assert b"Valborg" in _bytes(tmp_path)
        await Eraser(database).erase(NAME, "g", None, LATER)
        assert not [trace for trace in (b"Valborg", b"Hed-Ekman", b"U0VALBORG", b"Vallan") if trace in _bytes(tmp_path)]
        await database.close()

    asyncio.run(live())


def _bytes(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()))
