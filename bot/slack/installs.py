"""Installing the bot in a workspace: Slack's page, what comes back from it, and an installation that ends."""

from __future__ import annotations

import hashlib
import hmac
import logging
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from logging import Logger
from typing import Protocol

from slack_bolt.error import BoltError
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.installation_store.models.installation import Installation as SlackInstallation
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from bot.config import SLACK_API, SlackSettings
from bot.slack.workspaces import QUIET, Line, Workspaces, platform_name
from storage.errors import StorageError
from storage.installs import Installation

_log = logging.getLogger(__name__)

INSTALL_PATH = "/slack/install"
REDIRECT_PATH = "/slack/oauth_redirect"
STATE_SECONDS = 600
_REMEMBERED = 1_000
_PAGE = "https://slack.com/oauth/v2/authorize"


class KeptInstalls(Protocol):
    """Where installations are kept."""

    async def put(self, installation: Installation) -> None:
        """Keep one."""

    async def get(self, platform: str) -> Installation | None:
        """Give one that is not revoked."""

    async def revoke(self, platform: str, at: datetime) -> None:
        """Take down that the bot is no longer let in."""


class SignedState(AsyncOAuthStateStore):
    """What goes to Slack's page and comes back: signed, good for a while, and once. Nothing is kept of it."""

    def __init__(self, secret: str, clock: Callable[[], float] = time.time) -> None:
        self._key = hashlib.sha256(b"mysam slack state\0" + secret.encode()).digest()
        self._clock = clock
        self._used: OrderedDict[str, None] = OrderedDict()

    @property
    def logger(self) -> Logger:
        """Give where Slack's libraries write."""
        return QUIET

    async def async_issue(self, *args: object, **kwargs: object) -> str:
        """Make a new one."""
        told = f"{int(self._clock()) + STATE_SECONDS}.{secrets.token_urlsafe(18)}"
        return f"{told}.{self._signature(told)}"

    async def async_consume(self, state: str) -> bool:
        """Tell whether it is one of ours, still good, and not used yet."""
        told, _, signature = (state or "").rpartition(".")
        until = told.partition(".")[0]
        if not hmac.compare_digest(self._signature(told).encode(), signature.encode()) or not until.isdecimal():
            return False
        if int(until) < self._clock() or state in self._used:
            return False
        self._used[state] = None
        while len(self._used) > _REMEMBERED:
            self._used.popitem(last=False)
        return True

    def _signature(self, told: str) -> str:
        return hmac.new(self._key, told.encode(), hashlib.sha256).hexdigest()


class Arrivals(AsyncInstallationStore):
    """Keeps what Slack tells of a new installation; its groups, if it had any before, are reached again at once."""

    def __init__(self, kept: KeptInstalls, workspaces: Workspaces) -> None:
        self._kept = kept
        self._workspaces = workspaces

    @property
    def logger(self) -> Logger:
        """Give where Slack's libraries write."""
        return QUIET

    async def async_save(self, installation: SlackInstallation) -> None:
        """Keep an installation. Raises BoltError, which Slack's library shows as a page, when it cannot be kept."""
        org_wide = bool(installation.is_enterprise_install)
        name = platform_name(installation.enterprise_id, installation.team_id, org_wide)
        if name is None or not installation.bot_token or not installation.bot_user_id:
            raise BoltError("Slack told of no workspace, or gave no token for the bot")
        one = Installation(
            platform=name,
            bot_token=installation.bot_token,
            bot_user=installation.bot_user_id,
            app_id=installation.app_id or "",
            team=installation.team_id or "",
            name=installation.team_name or installation.enterprise_name or "",
            installed_at=datetime.now(UTC),
            scopes=tuple(installation.bot_scopes or ()),
            enterprise=installation.enterprise_id,
            raw={"is_enterprise_install": org_wide, "installer": installation.user_id},
        )
        try:
            await self._kept.put(one)
        except StorageError as error:
            _log.error("an installation could not be kept: %s", type(error).__name__)
            raise BoltError("the installation could not be kept") from error
        self._workspaces.add(name, one.bot_token, one.bot_user)
        _log.info("installed in %s", name)


async def depart(name: str, at: datetime | None, kept: KeptInstalls | None, workspaces: Workspaces) -> None:
    """Take down that the bot is let into a workspace no longer; its groups stay as they are.

    News older than the installation are of one before it.
    """
    if kept is not None:
        there = await kept.get(name)
        if there is None or at is not None and there.installed_at > at:
            return
        await kept.revoke(name, datetime.now(UTC))
    elif workspaces.named(name) is None:
        return
    workspaces.drop(name)
    _log.warning("the bot is no longer let into %s", name)


def oauth_flow(
    settings: SlackSettings,
    line: Line,
    arrivals: Arrivals,
    scopes: Sequence[str],
    public_url: str | None,
) -> AsyncOAuthFlow | None:
    """Make what installs in several workspaces; None when there is only one, with a token of its own."""
    if settings.client_id is None or settings.client_secret is None:
        return None
    page = _PAGE if settings.api_url == SLACK_API else settings.api_url.removesuffix("api/") + "oauth/v2/authorize"
    made = AsyncOAuthSettings(
        client_id=settings.client_id,
        client_secret=settings.client_secret,
        scopes=tuple(scopes),
        user_scopes=(),
        redirect_uri=f"{public_url}{REDIRECT_PATH}" if public_url else None,
        install_path=INSTALL_PATH,
        redirect_uri_path=REDIRECT_PATH,
        authorization_url=page,
        installation_store=arrivals,
        installation_store_bot_only=True,
        state_store=SignedState(settings.client_secret),
        state_expiration_seconds=STATE_SECONDS,
        logger=QUIET,
    )
    return AsyncOAuthFlow(client=line.client(None), logger=QUIET, settings=made)
