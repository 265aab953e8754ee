"""What happens to channels and accounts: the bot is invited or taken out, a channel is archived or gets another id."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from bot.desk import Desk
from bot.platform import DeliveryError
from bot.slack.errors import advice
from bot.slack.happenings import Archived, Happening, HomeOpened, IdChanged, Joined, PersonChanged
from bot.slack.marks import Marks
from bot.slack.workspaces import Workspace
from meetings.document import Document
from meetings.facts import Said, SettingsChanged, Source
from meetings.language import Language, texts_for

_log = logging.getLogger(__name__)

Welcome = Callable[[Language], Document]
"""Gives what is said in a channel that the bot is invited to."""


class Moves(Protocol):
    """What is kept of conversations."""

    async def move(self, platform: str, old: str, new: str) -> None:
        """Let what is known of a conversation hold for its new id."""

    async def first_time(self, platform: str, event: str, conversation: str) -> bool:
        """Take down that an event happened; False when that was done before."""


class Opens(Protocol):
    """The bot's own page."""

    async def opened(self, workspace: Workspace, account: str) -> None:
        """Show it to somebody who opens it."""


def welcome(language: Language) -> Document:
    """Say what is taken down, how to stay off it, and how to begin."""
    texts = texts_for(language)
    return Document.of(texts.paragraph("slack.channel.welcome"), texts.paragraph("slack.channel.begin"))


class Lifecycle:
    """People who come to a channel are not in its group by that, and who leaves stays in its records."""

    def __init__(
        self,
        desk: Desk,
        kept: Moves,
        marks: Marks,
        language: Language,
        *,
        greet: Welcome = welcome,
        home: Opens | None = None,
    ) -> None:
        """`language` is spoken where there is no group yet."""
        self._desk = desk
        self._kept = kept
        self._marks = marks
        self._language = language
        self._greet = greet
        self._home = home

    async def happened(self, workspace: Workspace, what: Happening) -> None:
        """Do what a happening calls for. Raises StorageError when it could not be kept, so that it comes again."""
        match what:
            case Joined() if what.account == workspace.bot_user and what.left:
                await self._warn(workspace, what.conversation, "not_in_channel", what.event, what.at)
            case Joined() if what.account == workspace.bot_user:
                await self._invited(workspace, what)
            case Archived(back=False):
                await self._warn(workspace, what.conversation, "is_archived", what.event, what.at)
            case IdChanged():
                await self._moved(workspace, what)
            case PersonChanged():
                workspace.people.remember(what.account, what.name)
            case HomeOpened(tab="home") if self._home is not None:
                await self._home.opened(workspace, what.account)
            case _:
                pass

    async def _invited(self, workspace: Workspace, what: Joined) -> None:
        # What was written before, or while the bot was out, was not written to it.
        await self._marks.begin(workspace.name, what.conversation, what.at)
        if await self._desk.reached(workspace.name, what.conversation):
            return
        if await self._kept.first_time(workspace.name, what.event, what.conversation):
            await self._say(workspace, what.conversation, self._greet(self._language), f"welcome:{what.event}")

    async def _warn(self, workspace: Workspace, conversation: str, code: str, event: str, at: datetime) -> None:
        """Tell those who lead the groups of a channel that nothing can be said there any more, and what to do."""
        groups = await self._desk.reached(workspace.name, conversation)
        if not groups or not await self._kept.first_time(workspace.name, event, conversation):
            return
        for group in groups:
            record = await self._desk.record(group)
            texts = texts_for(record.group.language)
            told = texts.paragraph("slack.channel.trouble", group=record.group.name, advice=advice(code, texts))
            for person in record.coordinators:
                if person.account is not None:
                    await self._tell(workspace, person.account, Document.of(told), f"{event}:{group}:{person.id}")

    async def _moved(self, workspace: Workspace, what: IdChanged) -> None:
        """Let the groups of a channel be found under its new id, and write there."""
        for group in await self._desk.reached(workspace.name, what.old):
            settings = (await self._desk.record(group)).group
            if settings.channel == what.old:
                said = Said(source=Source.INTERACTION, at=what.at)
                changed = settings.model_copy(update={"channel": what.new})
                fact = SettingsChanged(id=f"{what.event}:channel", said=said, settings=changed, changed=("channel",))
                await self._desk.note(group, fact)
        await self._kept.move(workspace.name, what.old, what.new)
        self._marks.move(workspace.name, what.old, what.new)
        self._desk.look_anew()

    async def _say(self, workspace: Workspace, conversation: str, document: Document, key: str) -> None:
        try:
            await workspace.port.send(conversation, document, key=key)
        except DeliveryError as error:
            _log.warning("not said in a channel: %s", error)

    async def _tell(self, workspace: Workspace, account: str, document: Document, key: str) -> None:
        try:
            await workspace.port.tell_privately(account, document, key=key)
        except DeliveryError as error:
            _log.warning("not told: %s", error)
