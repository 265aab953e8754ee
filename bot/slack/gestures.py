"""Commands, and buttons that say something: words to the bot alone, answered where they were made."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Protocol

from bot.logs import failed
from bot.platform import Author, DeliveryError, Written
from bot.slack.app import Ack, Body
from bot.slack.commands import said_by
from bot.slack.ear import Ear
from bot.slack.people import NotToldNow
from bot.slack.render import SAY
from bot.slack.shapes import map_of, moment, text_of
from bot.slack.workspaces import Workspace
from bot.trouble import sorry
from meetings.document import doc
from meetings.language import Language

_log = logging.getLogger(__name__)


class Part(Protocol):
    """A part of what people can do with views, shortcuts and menus."""

    async def act(self, workspace: Workspace, body: Body, ack: Ack) -> bool:
        """Take a gesture, acknowledging it first; False when it is another part's, and then not acknowledged."""


class Gestures:
    """Asks each part in turn; commands, and buttons with words, are taken here."""

    def __init__(
        self,
        ear: Ear,
        language: Language,
        parts: Sequence[Part] = (),
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`language` is spoken when nothing can be read of a group. `clock` tells when a command was given."""
        self._ear = ear
        self._language = language
        self._parts = parts
        self._clock = clock

    async def act(self, workspace: Workspace, body: Body, ack: Ack) -> None:
        """Take a gesture; what nobody knows is acknowledged, since Slack shows an error otherwise."""
        for part in self._parts:
            if await part.act(workspace, body, ack):
                return
        await ack()
        if body.get("command"):
            await self._command(workspace, body)
        elif body.get("type") == "block_actions":
            await self._press(workspace, body)

    async def _command(self, workspace: Workspace, body: Body) -> None:
        text, openly = said_by(text_of(body.get("command")), text_of(body.get("text")))
        channel = text_of(body.get("channel_id"))
        author = await _author(workspace, text_of(body.get("user_id")), text_of(body.get("user_name")))
        if not author.account or not channel:
            return
        said = Written(
            conversation=channel,
            author=author,
            id=f"command-{text_of(body.get('trigger_id')) or self._clock().timestamp()}",
            at=self._clock(),
            text=text,
            private=not openly,
            gesture=True,
            beside=_shared(channel),
        )
        await self._hear(workspace, said)

    async def _press(self, workspace: Workspace, body: Body) -> None:
        actions = body.get("actions")
        pressed = map_of(actions[0]) if isinstance(actions, list) and actions else {}
        if not text_of(pressed.get("action_id")).startswith(SAY) or not text_of(pressed.get("value")).strip():
            return
        who, container = map_of(body.get("user")), map_of(body.get("container"))
        channel = text_of(container.get("channel_id")) or text_of(map_of(body.get("channel")).get("id"))
        author = await _author(workspace, text_of(who.get("id")), text_of(who.get("name")))
        if not author.account:
            return
        stamp = text_of(pressed.get("action_ts"))
        said = Written(
            conversation=channel or author.account,
            author=author,
            id=f"press-{stamp}-{author.account}",
            at=moment(stamp) or self._clock(),
            text=text_of(pressed.get("value")),
            private=True,
            gesture=True,
            beside=_shared(channel),
        )
        if await self._hear(workspace, said):
            await self._show(workspace, body, channel, text_of(map_of(pressed.get("text")).get("text")))

    async def _hear(self, workspace: Workspace, said: Written) -> bool:
        """Let a gesture be heard; who made it is told when it could not be kept, since nobody delivers it again."""
        try:
            await self._ear.hear(workspace, said, comes_again=False)
        except Exception as error:
            reference = hashlib.sha256(f"{workspace.name}/{said.id}".encode()).hexdigest()[:4].upper()
            failed(_log, "a gesture failed", error, message=said.id, reference=reference)
            words = doc(sorry(error, self._language, reference))
            await workspace.port.tell_privately(said.author.account, words, conversation=said.beside)
            return False
        return True

    async def _show(self, workspace: Workspace, body: Body, channel: str, label: str) -> None:
        """Show in a private talk what was chosen; in a channel the buttons are still others'."""
        message = map_of(body.get("message"))
        blocks = message.get("blocks")
        if _shared(channel) or not channel or not isinstance(blocks, list) or not moment(text_of(message.get("ts"))):
            return
        try:
            await workspace.port.mark_chosen(channel, text_of(message.get("ts")), blocks, label)
        except DeliveryError as error:
            _log.warning("what was chosen is not shown: %s", error)


async def _author(workspace: Workspace, account: str, shown: str) -> Author:
    # Nobody delivers a gesture again: it counts, under the name that came along if need be.
    with suppress(NotToldNow):
        await workspace.people.learn((account,) if account else ())
    return Author(account, workspace.people.name(account) or shown or account)


def _shared(channel: str) -> str | None:
    """Give a channel that others read too; None for a private talk."""
    return channel if channel and not channel.startswith("D") else None
