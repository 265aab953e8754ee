"""`mysam run`: open the database, set up the demonstration groups, find a port, and serve the page."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import platformdirs
from aiohttp import web

from bot.app import open_store
from bot.config import Settings, database_in
from bot.desk import Desk
from bot.misuse import ConfigError
from bot.webchat.first import settle
from bot.webchat.log import Log
from bot.webchat.published import Shelf
from bot.webchat.room import Room
from bot.webchat.seats import Seats
from bot.webchat.security import Sessions, check_address
from bot.webchat.server import Server
from meetings.language import Language, texts_for

_TRIED = 20
"""How many ports are tried after the one that was asked for."""


def run(settings: Settings, *, host: str, port: int, data: Path | None) -> None:
    """Serve the web chat until it is stopped; raises MysamError and OSError. `data` is where everything is kept."""
    check_address(host, settings.access_secret)
    place = data or settings.data or Path(platformdirs.user_data_dir("mysam", appauthor=False))
    place.mkdir(parents=True, exist_ok=True)
    url = settings.database_url if settings.database_url and data is None else database_in(place)

    def say(key: str, **told: object) -> None:
        print(texts_for(settings.language).t(f"webchat.run.{key}", **told), flush=True)

    with closing(find_port(host, port, settings.language)) as listening:
        there: int = listening.getsockname()[1]
        if port and there != port:
            say("taken", port=port, there=there)
        shown = f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{there}"
        asyncio.run(
            serve(
                url,
                place / "webchat.db",
                settings.access_secret,
                listening,
                settings.language,
                lambda: _ready(say, address, place),
            )
        )


def find_port(host: str, port: int, language: Language = "sv") -> socket.socket:
    """Listen on the port, or on a free one close by. Raises ConfigError when none is, or the address is not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for tried in range(port, min(port + _TRIED, 65_536)) if port else (0,):
        listening = socket.socket(family, socket.SOCK_STREAM)
        try:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind((host, tried))
            listening.listen(128)
        except OSError as error:
            listening.close()
            if error.errno is None or isinstance(error, socket.gaierror) or not _is_taken(error):
                raise ConfigError(
                    f"--host {host}: går inte att lyssna på ({error.strerror}).",
                    f"--host {host}: cannot be listened on ({error.strerror}).",
                ) from error
            continue
        return listening
    raise ConfigError(
        f"Ingen ledig port från {port} och framåt; välj en annan med --port.",
        f"No free port from {port} on; choose another with --port.",
    )


async def serve(
    url: str,
    log_path: Path,
    secret: str | None,
    listening: socket.socket,
    language: Language,
    ready: Callable[[], None],
) -> None:
    """Serve on a socket that listens, until the program is told to stop; `ready` is called when the page is there."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, stopped.set)
    async with open_store(url, serves=True) as store:
        with closing(Log(log_path)) as log:
            desk = Desk(store, alone=not store.shared)
            seats = Seats()
            room = Room(log, seats.tell)
            log.forget(datetime.now(UTC))
            await settle(desk, room, datetime.now(UTC))
            server = Server(desk, room, Shelf(store, room.name), seats, Sessions(secret), secret, language)
            runner = web.AppRunner(server.app(), access_log=None, shutdown_timeout=2)
            await runner.setup()
            try:
                await web.SockSite(runner, listening).start()
                ready()
                await stopped.wait()
            finally:
                await runner.cleanup()


def _is_taken(error: OSError) -> bool:
    import errno

    return error.errno in (errno.EADDRINUSE, errno.EACCES)


def _ready(say: Callable[..., None], address: str, place: Path) -> None:
    say("ready", address=address)
    say("kept", place=place)
    say("stop")
