"""`mysam run`: one program with a database, a desk, its doors and one web application, from start to a calm end."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path

import platformdirs
from aiohttp import web

from bot.app import open_database
from bot.config import Settings, database_in
from bot.desk import Desk
from bot.door import Door
from bot.health import Health
from bot.listening import address_of, find_port
from bot.logs import failed, set_up
from bot.metrics import Figures
from bot.misuse import ConfigError
from bot.platform import Platform
from bot.sealing import keys_for
from bot.webchat.door import WebChat
from bot.webchat.security import HEADERS, check_address
from bot.webchat.server import LARGEST_FILE
from bot.worker import Worker
from meetings.language import texts_for
from storage.database import Database
from storage.database import address as database_address
from storage.keys import Keys
from storage.probe import standing
from storage.store import Store

_log = logging.getLogger(__name__)

PORT = 8080
REST_SECONDS = 10
STOP_SECONDS = 20
"""How long the doors may take to finish what came in when the program is told to stop, and all of it together."""


def run(settings: Settings, *, host: str | None = None, port: int | None = None, data: Path | None = None) -> None:
    """Serve until the program is stopped; raises MysamError and OSError. `data` is where everything is kept.

    `host` and `port` go before the settings; a port of the settings is taken exactly, another may give way.
    """
    host = host or settings.host or "127.0.0.1"
    if settings.webchat:
        check_address(host, settings.access_secret)
    elif settings.slack is None:
        raise ConfigError(
            "MYSAM_WEBCHAT=0 och inget Slack: då finns ingen dörr att öppna.",
            "MYSAM_WEBCHAT=0 and no Slack: there is no door to open.",
        )
    set_up(settings.log)
    place = data or settings.data or Path(platformdirs.user_data_dir("mysam", appauthor=False))
    elsewhere = settings.database_url if data is None else None
    url = elsewhere or database_in(place)
    if settings.webchat or not elsewhere:
        place.mkdir(parents=True, exist_ok=True)

    def say(key: str, **told: object) -> None:
        print(texts_for(settings.language).t(f"webchat.run.{key}", **told), flush=True)

    exactly = port is None and settings.port is not None
    wanted = next(one for one in (port, settings.port, PORT) if one is not None)
    with closing(find_port(host, wanted, settings.language, exactly=exactly)) as listening:
        there: int = listening.getsockname()[1]
        if wanted and there != wanted:
            say("taken", port=wanted, there=there)

        def ready(doors: Sequence[Door]) -> None:
            for door in doors:
                print(door.greeting(settings.language), flush=True)
            say("kept_there" if elsewhere else "kept", place=place)
            say("stop")

        asyncio.run(serve(settings, url, place, listening, address_of(listening, host), ready))


async def serve(
    settings: Settings,
    url: str,
    place: Path,
    listening: socket.socket,
    address: str,
    ready: Callable[[Sequence[Door]], None],
) -> None:
    """Serve on a socket that listens, until the program is told to stop; `ready` is called when all doors are open."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, stopped.set)
    figures = Figures(database_address(url).get_backend_name())
    async with open_database(url, serves=True, timed=figures.transacted) as database:
        store = Store(database)
        desk = Desk(store, alone=not store.shared, meter=figures)
        doors = _doors(settings, desk, database, place, address, keys_for(settings, url))
        health = Health(
            doors,
            figures,
            lambda: database.read(standing),
            store.outbox.waiting,
            lambda: desk.in_memory,
            settings.metrics_token,
        )
        worker = Worker(desk, store, _reached_by(doors), meter=figures)
        try:
            for door in doors:
                await door.open()
            runner = web.AppRunner(
                application((health.routes(), *(door.routes() for door in doors))), access_log=None, shutdown_timeout=2
            )
            await runner.setup()
            enough = asyncio.Event()
            working = asyncio.create_task(worker.run(enough))
            try:
                await web.SockSite(runner, listening).start()
                ready(doors)
                await stopped.wait()
                health.stopping = True
                await _rest(runner, doors)
            finally:
                enough.set()
                await _finished(working)
                await runner.cleanup()
        finally:
            for door in doors:
                await _calmly(door.close(), f"closing the door {door.name}")


def application(routes: Iterable[Iterable[web.RouteDef]]) -> web.Application:
    """Give the application that answers all of this."""
    app = web.Application(client_max_size=LARGEST_FILE + 1024)
    for some in routes:
        app.add_routes(some)
    app.on_response_prepare.append(_add_headers)
    return app


def _doors(
    settings: Settings, desk: Desk, database: Database, place: Path, address: str, keys: Keys
) -> tuple[Door, ...]:
    """Make the doors that the settings ask for."""
    doors: list[Door] = []
    if settings.webchat:
        page = settings.public_url or address
        log, secret = place / "webchat.db", settings.access_secret
        on_trial = settings.slack is None
        doors.append(WebChat(desk, Store(database), log, page, secret, settings.language, on_trial=on_trial))
    if settings.slack is not None:
        from bot.slack.ui.wiring import slack_door

        doors.append(slack_door(settings, desk, database, keys))
    return tuple(doors)


def _reached_by(doors: Sequence[Door]) -> Callable[[str], Platform | None]:
    """Find a platform by its name, behind whichever door it is."""
    return lambda name: next(filter(None, (door.platform(name) for door in doors)), None)


async def _rest(runner: web.AppRunner, doors: Sequence[Door]) -> None:
    """Stop listening, and let every door finish what it has in hand, for as long as that may take."""
    for site in tuple(runner.sites):
        await site.stop()
    try:
        async with asyncio.timeout(REST_SECONDS):
            await asyncio.gather(*(_calmly(door.rest(), f"resting of the door {door.name}") for door in doors))
    except TimeoutError:
        _log.warning("not everything that came in was finished in %s s; it comes again", REST_SECONDS)


async def _finished(working: asyncio.Task[None]) -> None:
    """Wait until the worker has said what it was saying, for as long as that may take; the rest is in the outbox."""
    try:
        async with asyncio.timeout(STOP_SECONDS - REST_SECONDS):
            await _calmly(working, "the worker")
    except TimeoutError:
        _log.warning("not everything was said in %s s; it is looked for before it is said again", STOP_SECONDS)


async def _calmly(work: Awaitable[None], what: str) -> None:
    """Let one part's end fail without keeping the others from theirs."""
    try:
        await work
    except Exception as error:
        failed(_log, f"{what} failed", error)


async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
