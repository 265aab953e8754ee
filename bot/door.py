"""What a door is: a way in from one place where people write, opened and closed with the program."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from aiohttp import web

from bot.platform import Platform
from meetings.language import Language


class Door(Protocol):
    """A way in. `bot.serve` makes those that the settings ask for, with the desk they hand events to.

    The order is: `open`, `routes`, and then the program listens; at the end `rest`, the worker stops, and `close`.
    """

    name: str
    """What kind of door it is: "webchat", "slack"; the same in logs, figures and at `/readyz`."""

    async def open(self) -> None:
        """Make ready and begin to take events. Raises MysamError for what a person must mend first.

        What may take long, such as a connection that is tried until it is there, is begun here and goes on by itself.
        """

    def routes(self) -> Iterable[web.RouteDef]:
        """Give what the door answers on the program's one web application; each handler guards itself."""

    def platform(self, name: str) -> Platform | None:
        """Give the platform of this name, `Platform.name`, that the door reaches; None when it is not one of its."""

    def greeting(self, language: Language) -> str:
        """Say in one line where it leads, when it is open; no secrets."""

    def trouble(self) -> str | None:
        """Say in a few English words why nothing comes in or goes out just now; None when all is well. No secrets."""

    async def rest(self) -> None:
        """Take nothing more in, and return when what was taken is done. What is to be said can still be said."""

    async def close(self) -> None:
        """Close everything; also after an `open` that failed or never was."""
