"""A command asks the same of the database after ten past meetings as after two hundred, and chatter asks nothing."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bench.past import Cost, costs, keep_past
from meetings.ledger import Ledger
from storage.database import Database
from storage.migrate import migrate
from storage.store import Store


def after(folder: Path, meetings: int) -> tuple[Cost, ...]:
    url = f"sqlite:///{folder / f'{meetings}.db'}"
    migrate(url)
    asyncio.run(keep_past(url, meetings))
    return asyncio.run(costs(url, meetings))


@pytest.fixture(scope="module")
def ten(tmp_path_factory: pytest.TempPathFactory) -> tuple[Cost, ...]:
    return after(tmp_path_factory.mktemp("ten"), 10)


def test_a_command_costs_the_same_whatever_the_history(ten: tuple[Cost, ...], tmp_path: Path) -> None:
    assert after(tmp_path, 200) == ten


def test_chatter_asks_nothing_of_the_database(ten: tuple[Cost, ...]) -> None:
    chatter = [cost for cost in ten if cost.what.startswith("chatter")]
    assert len(chatter) == 3
    assert {(cost.statements, cost.rows) for cost in chatter} == {(0, 0)}


def test_the_past_that_is_kept_directly_is_the_one_that_would_have_come_to_be(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'past.db'}"
    migrate(url)

    async def read() -> tuple[Ledger, Ledger]:
        group = await keep_past(url, 12)
        database = Database.open(url)
        try:
            store = Store(database)
            opened = await store.open(group)
            whole = await store.load(group)
            begun = Ledger(opened.facts, held=opened.held, checkpoint=opened.checkpoint)
            return begun, Ledger(whole.facts)
        finally:
            await database.close()

    begun, folded = asyncio.run(read())
    assert begun.record == folded.record
    assert list(begun.facts) == list(folded.facts)
