"""What was put back, on either engine, takes nothing in hand until a person says so, and nothing twice after that."""

import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.__main__ import DONE, main
from storage.backup import dump
from storage.database import Database, address
from storage.outbox import Outbox
from storage.outgoing import Kind, Outgoing, State, Verb
from storage.paused import pause, paused_since, resume
from storage.store import Store
from storage.wakes import Wakes
from tests.storage.conftest import Run, Server, client_programs
from tests.storage.facts import NOON

SOON = timedelta(microseconds=1)


def post(key: str) -> Outgoing:
    return Outgoing(key, "terminal", Kind.REPLY, Verb.SEND, "#lindby", {"text": "hej"}, delay=SOON)


def test_nothing_is_taken_in_hand_while_paused(store: Store, database: Database, run: Run) -> None:
    run(store.append("g", 0, [], outgoing=[post("a")]))
    run(database.write(lambda session: pause(session, NOON)))
    assert run(database.read(paused_since)) == NOON
    now = datetime.now(UTC)
    assert run(Outbox(database).claim(9, 9)) == ()
    assert run(Wakes(database, timedelta(minutes=1)).claim(now, 9)) == ()
    assert run(database.write(resume)) is True
    assert [row.what.key for row in run(Outbox(database).claim(9, 9))] == ["a"]
    assert [one.group for one in run(Wakes(database, timedelta(minutes=1)).claim(now, 9))] == ["g"]


def test_resuming_what_is_not_paused_says_so(database: Database, run: Run) -> None:
    assert run(database.read(paused_since)) is None
    assert run(database.write(resume)) is False


def test_a_database_that_its_own_program_put_back_says_nothing_twice(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    programs = client_programs()
    monkeypatch.setenv("PATH", str(programs))
    url = server.clear()

    async def before() -> None:
        database = Database.open(url)
        store = Store(database)
        await store.create_group("g", "Mysam Lindby", "mysam-lindby", "terminal")
        await store.append("g", 0, [], outgoing=[post("a")])
        await database.close()

    async def after(where: str) -> tuple[dict[str, str], int]:
        database = Database.open(where)
        await database.write(resume)
        states = {entry.key: entry.state for entry in await Outbox(database).entries()}
        claimed = len(await Outbox(database).claim(9, 9))
        await database.close()
        return states, claimed

    run(before())
    dump(address(url), tmp_path / "one.dump")
    there = server.empty()
    restored = ["pg_restore", "--no-owner", "--exit-on-error", "--single-transaction", f"--dbname={there}"]
    subprocess.run([programs / restored[0], *restored[1:], tmp_path / "one.dump"], check=True)
    assert main(["restore", "--only-pause", "--data", there]) == DONE
    assert run(after(there)) == ({"a": State.UNKNOWN}, 0)
