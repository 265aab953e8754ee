"""`mysam outbox`: what waits is listed without its words, and a person settles what nobody knows of."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.__main__ import DONE, MISUSED, main
from storage.database import Database
from storage.migrate import migrate
from storage.outgoing import Ending, Kind, Outgoing, State, Verb, in_hand
from storage.paused import pause
from storage.store import Store

SECRET = "Bilen säljs till Rut"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Give a folder with a database in which minutes are unknown, a reply waits and another is done."""
    url = f"sqlite:///{tmp_path / 'mysam.db'}"
    migrate(url)

    def row(key: str, kind: Kind = Kind.REPLY) -> Outgoing:
        return Outgoing(key, "slack:T1", kind, Verb.SEND, f"C-{key}", {"document": SECRET}, meeting="m1")

    async def fill() -> None:
        database = Database.open(url)
        store = Store(database)
        await store.create_group("g", "G", "g", "slack:T1")
        rows = (row("minutes", Kind.MINUTES), row("reply"), row("done"))
        await store.append("g", 0, [], outgoing=rows, claim="x")
        unknown, _, done = in_hand(rows, "g", "x", float("inf"))
        endings = [Ending(unknown, State.UNKNOWN, error="CannotTell: no history"), Ending(done, State.SENT, "1.5")]
        await store.outbox.finish(endings)
        await database.close()

    asyncio.run(fill())
    return tmp_path


def states(data: Path) -> dict[str, str]:
    async def read() -> dict[str, str]:
        database = Database.open(f"sqlite:///{data / 'mysam.db'}")
        try:
            return {entry.key: entry.state for entry in await Store(database).outbox.entries()}
        finally:
            await database.close()

    return asyncio.run(read())


def outbox(data: Path, *told: str) -> int:
    return main(["outbox", *told, "--data", str(data)])


def test_what_is_not_over_is_listed_without_what_it_says(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert outbox(data) == DONE
    shown = capsys.readouterr().out
    assert "minutes" in shown
    assert "C-reply" in shown
    assert "CannotTell: no history" in shown
    assert "C-done" not in shown
    assert SECRET not in shown


def test_rows_of_a_state_are_listed(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert outbox(data, "--state", "sent") == DONE
    shown = capsys.readouterr().out
    assert "C-done" in shown
    assert "C-reply" not in shown


@pytest.mark.parametrize(("how", "state"), [("--sent", "sent"), ("--again", "pending")])
@pytest.mark.parametrize("which", ["minutes", "--all"])
def test_what_nobody_knows_of_is_settled(data: Path, how: str, state: str, which: str) -> None:
    assert outbox(data, "resolve", which, how) == DONE
    assert states(data) == {"minutes": state, "reply": "sending", "done": "sent"}


def test_the_folder_may_be_named_before_what_is_to_be_done(data: Path) -> None:
    assert main(["outbox", "--data", str(data), "resolve", "minutes", "--sent"]) == DONE


@pytest.mark.parametrize("key", ["reply", "done", "nothing"])
def test_what_is_not_unknown_cannot_be_said_again(data: Path, key: str) -> None:
    assert outbox(data, "resolve", key, "--again") == MISUSED


def test_sending_is_taken_up_again(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async def wait() -> None:
        database = Database.open(f"sqlite:///{data / 'mysam.db'}")
        await database.write(lambda session: pause(session, datetime(2026, 9, 8, 8, 0, tzinfo=UTC)))
        await database.close()

    asyncio.run(wait())
    assert outbox(data) == DONE
    assert "2026-09-08 08:00" in capsys.readouterr().out
    assert outbox(data, "resume") == DONE
    assert outbox(data) == DONE
    assert "2026-09-08 08:00" not in capsys.readouterr().out
