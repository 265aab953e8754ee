"""The groups to try the page with: there at the first start, and never beside groups in which people work."""

from __future__ import annotations

import asyncio
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from bot.app import open_desk
from bot.webchat.first import settle
from bot.webchat.log import Log
from bot.webchat.room import Room
from handlers.groups.founding import found
from tests.bot.channel import FOUNDED, group

NOW = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)


def groups_after_start(folder: Path, *, in_use: bool) -> tuple[str, ...]:
    async def start() -> tuple[str, ...]:
        async with open_desk(f"sqlite:///{folder / 'mysam.db'}") as desk:
            if in_use:
                founding = found(group(), FOUNDED)
                await desk.found(founding.group_id, founding.facts, "slack:T1", (founding.channel,))
            with closing(Log(folder / "webchat.db")) as log:
                await settle(desk, Room(log, lambda _: None), NOW)
            return await desk.groups()

    return asyncio.run(start())


def test_an_empty_database_gets_groups_to_try_the_page_with(tmp_path: Path) -> None:
    assert len(groups_after_start(tmp_path, in_use=False)) == 2


def test_nothing_invented_is_put_beside_a_group_in_which_people_work(tmp_path: Path) -> None:
    assert groups_after_start(tmp_path, in_use=True) == ("mysam-nordvik",)
