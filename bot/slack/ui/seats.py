"""Who does something, where, and in which of the groups that she can mean."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from datetime import date as Day

from bot.at_hand import at_hand
from bot.desk import Desk
from bot.platform import Author
from bot.slack.people import NotToldNow
from bot.slack.workspaces import Workspace
from bot.turn import speaker_of
from meetings.group import Person
from meetings.language import Language, Texts, texts_for
from meetings.ledger import Ledger
from meetings.record import Meeting, Record

NAME_SECONDS = 1.0
"""How long Slack may take to say who somebody is; without an answer the name counts that came along."""


@dataclass(frozen=True)
class Seat:
    """Somebody at a view: where it was opened, and the group it is about; no group where there is none yet.

    `channel` is one that others read too, None in a private talk and on the bot's own page.
    """

    workspace: Workspace
    author: Author
    channel: str | None
    group: str | None
    ledger: Ledger | None
    language: Language

    @property
    def texts(self) -> Texts:
        """Give the words that the views speak."""
        return texts_for(self.language)

    @property
    def record(self) -> Record:
        """Give the group's record as it stands. Raises LookupError where there is no group."""
        if self.ledger is None:
            raise LookupError("no group")
        return self.ledger.record

    @property
    def person(self) -> Person | None:
        """Give whom the group knows her as."""
        return speaker_of(self.record, self.author.account, self.author.name) if self.ledger is not None else None

    @property
    def leads(self) -> bool:
        """Tell whether she leads the group."""
        return self.ledger is not None and self.record.leads(self.person)

    @property
    def today(self) -> Day:
        """Give the day it is for the group."""
        now = datetime.now(UTC)
        return now.astimezone(self.record.group.zone).date() if self.ledger is not None else now.date()

    @property
    def meeting(self) -> Meeting | None:
        """Give the meeting at hand."""
        return at_hand(self.record, self.today) if self.ledger is not None else None

    def say(self, key: str, /, **told: object) -> str:
        """Give words to the bot, in the group's own language."""
        return texts_for(self.record.group.language).t(key, **told)

    def said(self, words: str) -> str:
        """Give words with the group's name before them, which settles which group they are for."""
        return f"{self.record.group.name}: {words}"


class Seats:
    """Finds them."""

    def __init__(self, desk: Desk, language: Language) -> None:
        """`language` is spoken where there is no group."""
        self._desk = desk
        self._language = language

    async def author(self, workspace: Workspace, account: str, shown: str) -> Author:
        """Give somebody with her name, asked for if need be."""
        with suppress(NotToldNow, TimeoutError):
            async with asyncio.timeout(NAME_SECONDS):
                await workspace.people.learn((account,) if account else ())
        return self.known(workspace, account, shown)

    @staticmethod
    def known(workspace: Workspace, account: str, shown: str) -> Author:
        """Give somebody with the name that is at hand."""
        return Author(account, workspace.people.name(account) or shown or account)

    async def at(self, workspace: Workspace, author: Author, channel: str | None, group: str | None = None) -> Seat:
        """Give the seat in a group, or in the one a channel is most likely about: where a meeting is, or hers."""
        if group is not None and group in await self._desk.reached(workspace.name, None):
            return await self._seat(workspace, author, channel, group)
        if channel is None:
            own = await self.own(workspace, author)
            return own[0] if len(own) == 1 else self._nowhere(workspace, author, channel, own)
        seats = [
            await self._seat(workspace, author, channel, one)
            for one in await self._desk.reached(workspace.name, channel)
        ]
        if not seats:
            return self._nowhere(workspace, author, channel, ())
        return min(seats, key=lambda seat: (seat.record.open_meeting is None, seat.person is None))

    async def own(self, workspace: Workspace, author: Author) -> tuple[Seat, ...]:
        """Give the seats in all groups that somebody is in."""
        found = []
        for group in await self._desk.reached(workspace.name, None):
            seat = await self._seat(workspace, author, None, group)
            if seat.person is not None:
                found.append(seat)
        return tuple(found)

    async def names(self, workspace: Workspace) -> dict[str, str]:
        """Give the names of all groups of a workspace by their ids."""
        groups = await self._desk.reached(workspace.name, None)
        return {group: (await self._desk.record(group)).group.name for group in groups}

    async def _seat(self, workspace: Workspace, author: Author, channel: str | None, group: str) -> Seat:
        ledger = await self._desk.ledger(group)
        return Seat(workspace, author, channel, group, ledger, ledger.record.group.language)

    def _nowhere(
        self, workspace: Workspace, author: Author, channel: str | None, own: tuple[Seat, ...] | tuple[()]
    ) -> Seat:
        language = own[0].language if own else self._language
        return Seat(workspace, author, channel, None, None, language)
