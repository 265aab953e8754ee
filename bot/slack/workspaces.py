"""The workspaces the bot is let into: for each its name in the program, its client, its people and its way out."""

from __future__ import annotations

import logging
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.people import People
from bot.slack.platform import SlackPlatform
from storage.installs import Installation

FRESH_SECONDS = 60.0
"""How long an installation is taken as it was read; another program may renew or revoke it meanwhile."""

# Slack's libraries write what people wrote into their lines when they are asked for every detail.
QUIET = logging.getLogger("slack")
QUIET.setLevel(logging.ERROR)


@dataclass
class Workspace:
    """A workspace, or an organisation that installed the bot for all of its workspaces.

    `name` is what the program calls it ("slack:T0123"); `bot_user` the bot's own account in it.
    """

    name: str
    bot_user: str
    client: AsyncWebClient
    people: People
    port: SlackPlatform
    read_at: float = 0.0


class Installed(Protocol):
    """Where installations are kept."""

    async def get(self, platform: str) -> Installation | None:
        """Give one that is not revoked."""

    async def all(self) -> tuple[Installation, ...]:
        """Give all that are not revoked."""


@dataclass(frozen=True)
class Line:
    """What calls to Slack go through: one session for all, an address, and which certificates are trusted."""

    session: ClientSession
    address: str
    trusted: ssl.SSLContext | None = None

    def client(self, token: str | None) -> AsyncWebClient:
        """Make a client that tries nothing again by itself: what was perhaps said must not be said twice."""
        client = AsyncWebClient(
            token=token,
            base_url=self.address,
            session=self.session,
            ssl=self.trusted,
            retry_handlers=[],
            logger=QUIET,
        )
        # It reads the environment by itself, and knows nothing of the addresses that are reached straight.
        client.proxy = None
        return client


def platform_name(enterprise: str | None, team: str | None, org_wide: bool) -> str | None:
    """Give what the program calls a workspace; an organisation that is let in as a whole is one place.

    Its channels are shared between its workspaces, and its ids are the same in all of them.
    """
    if org_wide and enterprise:
        return f"slack:{enterprise}"
    return f"slack:{team}" if team else None


class Workspaces:
    """Those that are known, read anew from where installations are kept when they are no longer fresh."""

    def __init__(
        self,
        line: Line,
        make_port: Callable[[str, AsyncWebClient], SlackPlatform],
        installed: Installed | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Without `installed` there is only the workspace that is added with `add`."""
        self._line = line
        self._make_port = make_port
        self._installed = installed
        self._clock = clock
        self._known: dict[str, Workspace] = {}

    def add(self, name: str, token: str, bot_user: str) -> Workspace:
        """Let a workspace be known; one that is known already gets the token."""
        known = self._known.get(name)
        if known is not None:
            known.client.token, known.bot_user, known.read_at = token, bot_user, self._clock()
            return known
        client = self._line.client(token)
        port = self._make_port(name, client)
        self._known[name] = new = Workspace(name, bot_user, client, People(client), port, self._clock())
        return new

    def drop(self, name: str) -> None:
        """Let a workspace be known no longer."""
        self._known.pop(name, None)

    def named(self, name: str) -> Workspace | None:
        """Give a workspace by its name."""
        return self._known.get(name)

    def all(self) -> tuple[Workspace, ...]:
        """Give those that are known, by name."""
        return tuple(self._known[name] for name in sorted(self._known))

    async def load(self) -> None:
        """Read all installations."""
        if self._installed is None:
            return
        there = {one.platform: one for one in await self._installed.all() if one.platform.startswith("slack:")}
        for name in set(self._known) - set(there):
            self.drop(name)
        for name, one in there.items():
            self.add(name, one.bot_token, one.bot_user)

    async def of(self, enterprise: str | None, team: str | None, org_wide: bool) -> Workspace | None:
        """Give the workspace that something came from; None when the bot is not let into it.

        A command or a button does not always tell that it is the whole organisation that let the bot in.
        """
        names = (platform_name(enterprise, team, org_wide), platform_name(enterprise, team, not org_wide))
        for name in names:
            found = await self._look(name) if name is not None else None
            if found is not None:
                return found
        return None

    async def _look(self, name: str) -> Workspace | None:
        known = self._known.get(name)
        if self._installed is None or known is not None and self._clock() - known.read_at < FRESH_SECONDS:
            return known
        one = await self._installed.get(name)
        if one is None:
            self.drop(name)
            return None
        return self.add(name, one.bot_token, one.bot_user)
