"""Mysam's parts in this process, with a clock that is moved by hand: what a written channel is played with."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from aiohttp import web

from bot.app import open_database
from bot.config import settings_from
from bot.desk import Desk
from bot.sealing import keys_for
from bot.serve import application
from bot.slack.door import EVENTS_PATH, SlackDoor
from bot.worker import Worker
from slack_play.strict import APP_TOKEN, BOT_TOKEN, SECRET, until
from storage.outgoing import State
from storage.store import Store

PATIENCE = 60.0
LEASE = timedelta(seconds=8)


def environment(address: str, mode: str) -> dict[str, str]:
    """Give the variables that lead the program to a Slack at `address`."""
    way = {"SLACK_APP_TOKEN": APP_TOKEN} if mode == "socket" else {"SLACK_SIGNING_SECRET": SECRET}
    return {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_API_URL": f"{address}/api/", **way}


def events_url(port: int) -> str:
    """Give where the program hears Slack over HTTP."""
    return f"http://127.0.0.1:{port}{EVENTS_PATH}"


@dataclass
class Played:
    """The program with its Slack door open. `now` is what its clock shows."""

    desk: Desk
    door: SlackDoor
    worker: Worker
    store: Store
    now: datetime

    async def settle(self) -> None:
        """Return when everything that came in is kept, and all there is to say about it is said or given up."""
        await until(self._over, "something was not said in time", PATIENCE)

    async def pass_time(self, until: datetime, platform: str) -> None:
        """Let the clock go on; what falls due happens at its own time."""
        while (due := await self.desk.next_due(platform, self.now)) is not None and due <= until:
            await self._strike(due)
        await self._strike(until)

    async def _strike(self, at: datetime) -> None:
        self.now = max(self.now, at)
        await self.settle()

    async def _over(self) -> bool:
        await self.door.idle()
        more = await self.worker.round()
        await self.worker.settled()
        waiting = (await self.store.outbox.waiting())[0]
        return not more and not {State.PENDING, State.SENDING} & waiting.keys()


@asynccontextmanager
async def played(folder: Path, slack: str, mode: str, port: int, now: datetime, **more: str) -> AsyncIterator[Played]:
    """Let the program run against the Slack at `slack`, put together as `mysam run` does.

    Its clock is moved by hand, and it takes what has no answer for lost sooner, so that nobody waits a minute for it.
    """
    url = f"sqlite:///{folder / 'mysam.db'}"
    settings = settings_from({**environment(slack, mode), "MYSAM_WEBCHAT": "0", "MYSAM_DATA": str(folder), **more})
    async with open_database(url) as database:
        store = Store(database, LEASE)
        desk = Desk(store, alone=not store.shared)
        program: Played
        door = SlackDoor(settings, desk, database, keys_for(settings, url), clock=lambda: program.now)
        worker = Worker(desk, store, door.platform, lambda: program.now)
        program = Played(desk, door, worker, store, now)
        await door.open()
        runner = web.AppRunner(application((door.routes(),)), access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        try:
            yield program
        finally:
            await door.rest()
            await desk.rest()
            await runner.cleanup()
            await door.close()
