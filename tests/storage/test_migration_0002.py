"""A filled database of the first revision is brought up: its facts are found anew, its minutes filed and searched."""

from __future__ import annotations

import json
from typing import Any

import pytest
from alembic import command
from sqlalchemy import text

from meetings.minutes import Decision, Item, Minutes
from meetings.search import stems
from storage.database import Database, address, connect
from storage.migrate import config, migrate
from storage.store import Store
from tests.storage.conftest import Run
from tests.storage.facts import NOON

AT = NOON.isoformat(sep=" ")
SAID = {"source": "message", "at": NOON.isoformat(), "message": "event-9", "version": 2, "by": "p1"}


def facts() -> list[dict[str, Any]]:
    """Give facts as the first revision kept them: by the event and the meeting they were said in."""
    planned: dict[str, Any] = {"kind": "meeting_planned", "id": "f1", "said": SAID, "meeting": "m1", "target": "m2"}
    planned |= {"date": "2026-11-10", "start": None, "end": None, "meeting_kind": "ordinary", "preliminary": False}
    stands: dict[str, Any] = {
        "kind": "version_stands",
        "id": "f2",
        "said": SAID,
        "meeting": "m1",
        "of": "msg-1",
        "stands": 2,
    }
    taken: dict[str, Any] = {"kind": "item_taken", "id": "f3", "said": SAID, "meeting": "m1", "item": "i1"}
    return [planned, stands | {"why": "edited"}, taken]


def minutes(revision: int, clause: str) -> str:
    item = Item(number="4", title="Bilpoolen", decisions=(Decision(clauses=(clause,)),))
    made = Minutes(group="Mysam Lindby", title="Möte", date=NOON.date(), revision=revision, items=(item,))
    return made.model_dump_json(by_alias=True)


@pytest.fixture
def filled(empty_url: str) -> str:
    """Give the address of a database at the first revision, with facts and two revisions of minutes in it."""
    engine = connect(address(empty_url), threads=1, foreign_keys=False)
    settings = config()
    with engine.begin() as connection:
        settings.attributes["connection"] = connection
        command.upgrade(settings, "0001")
        group = "INSERT INTO groups (id, name, slug, platform, version) VALUES ('g', 'Lindby', 'lindby', 'terminal', 3)"
        connection.execute(text(group))
        for number, payload in enumerate(facts(), 1):
            row = "INSERT INTO facts VALUES ('g', :number, :id, :kind, 'm1', 'event-9', :at, :payload)"
            values = {"number": number, "id": payload["id"], "kind": payload["kind"], "at": AT}
            connection.execute(text(row), {**values, "payload": json.dumps(payload)})
        for number, clause in ((1, "att sälja bilen"), (2, "att behålla bilen")):
            row = "INSERT INTO revisions VALUES ('g', 'm1', :number, :status, :minutes, 'x', :at)"
            status = "published" if number == 1 else "corrected"
            values = {"number": number, "status": status, "minutes": minutes(number, clause), "at": AT}
            connection.execute(text(row), values)
    engine.dispose()
    return empty_url


def test_a_filled_database_of_the_first_revision_is_brought_up(filled: str, run: Run) -> None:
    migrate(filled)
    database = Database.open(filled)
    store = Store(database)
    try:
        assert [fact.id for fact in run(store.load("g")).facts] == ["f1", "f2", "f3"]
        assert [fact.id for _, fact in run(store.facts_of_message("g", "msg-1"))] == ["f2"]
        assert [fact.id for _, fact in run(store.facts_of_meeting("g", "m2"))] == ["f1"]
        assert [fact.id for _, fact in run(store.facts_of_meeting("g", "m1"))] == ["f2", "f3"]
        (there,) = run(store.filed("g"))
        assert (there.meeting, there.revision, there.status, there.date) == ("m1", 2, "corrected", NOON.date())
        assert [hit.passage.text for hit in run(store.find("g", stems("behålla")))] == ["att behålla bilen"]
        assert run(store.find("g", stems("sälja"))) == ()
        opened = run(store.open("g"))
        assert (opened.checkpoint, opened.held, len(opened.facts)) == (None, (), 3)
    finally:
        run(database.close())


def test_the_guards_stand_again_afterwards(filled: str) -> None:
    migrate(filled)
    engine = connect(address(filled), threads=1)
    try:
        with pytest.raises(Exception, match="is kept as it is"), engine.begin() as connection:
            connection.execute(text("UPDATE facts SET kind = 'noted'"))
    finally:
        engine.dispose()
