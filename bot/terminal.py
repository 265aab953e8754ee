"""The terminal chat: one person sits in a group's channel and can be everybody in it."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import TYPE_CHECKING
from uuid import uuid4

from bot.platform import Author, Deleted, Edited, Reacted, Written
from bot.screen import Screen
from meetings.language import Language
from meetings.people import resolve
from meetings.record import Record
from meetings.text import line

if TYPE_CHECKING:
    from bot.desk import Desk

_MESSAGE = re.compile(r"\[?(\d{1,6})\]?(?:\s+(.*))?", re.DOTALL | re.ASCII)
_TIME = re.compile(r"(?:(\d{4}-\d{2}-\d{2})[T ])?(\d{1,2})[.:](\d{2})", re.ASCII)


class Clock:
    """The real time; or one that stands until it is moved, but for a second with each thing that happens."""

    def __init__(self, start: datetime | None = None) -> None:
        self.runs = start is None
        self._at = start or datetime.now(UTC)

    def now(self) -> datetime:
        """Give the moment."""
        return datetime.now(UTC) if self.runs else self._at

    def tick(self) -> datetime:
        """Give the moment of something new."""
        self._at += timedelta(seconds=1)
        return self.now()

    def move(self, to: datetime) -> None:
        """Let it be another moment."""
        self._at = to.astimezone(UTC)


class _Unheard(Exception):
    """What somebody typed cannot be done; `key` and `values` say why in the screen's words."""

    def __init__(self, key: str = "usage", **values: object) -> None:
        self.key = key
        self.values = values


class Chat:
    """One sitting: who one is, what has been written, and the words that are not for the bot."""

    def __init__(self, desk: Desk, screen: Screen, clock: Clock, group: str) -> None:
        self._desk = desk
        self._screen = screen
        self._clock = clock
        self._group = group
        self._sent: dict[int, Written] = {}
        self._reactions: set[tuple[str, str, str]] = set()
        # A kept database remembers the ids of other sittings.
        self._session = uuid4().hex[:8]
        self._last = 0
        self._events = count(1)

    async def run(self, account: str) -> None:
        """Talk, as this person to begin with, until there is nothing more to read or somebody leaves."""
        self._screen.account = account
        self._screen.say("you", name=account)
        while True:
            await self._desk.pass_time(self._clock.now(), self._screen)
            local = await self._local()
            try:
                # Waiting here holds nothing up: nothing else goes on meanwhile.
                typed = self._screen.ask(f"[{self._last + 1}] {local:%H:%M} {self._screen.account}> ").strip()
            except EOFError:
                self._screen.line("")
                return
            word, _, rest = typed.partition(" ")
            if word.lower() in LEAVE:
                return
            command = next((one for one in COMMANDS if word.lower() in one.words), None)
            try:
                if command is not None:
                    await command.act(self, rest.strip())
                elif typed:
                    await self.write(typed)
            except _Unheard as unheard:
                usage = command.usage(self._screen) if command else ""
                self._screen.say(unheard.key, **{"usage": usage, **unheard.values})

    async def write(self, text: str, *, private: bool = False, under: Written | None = None) -> None:
        """Write in the channel, privately to the bot, or in the thread of a message."""
        if not text:
            raise _Unheard
        channel = (await self._record()).group.channel
        own = f"DM {self._screen.account}" if private else channel
        self._last += 1
        written = Written(
            conversation=under.conversation if under else own,
            author=self._author,
            id=f"{self._session}-{self._last}",
            at=self._clock.tick(),
            text=_unescape(text),
            private=under.private if under else private,
            thread=under.id if under else None,
        )
        self._sent[self._last] = written
        self._screen.numbers[written.id] = self._last
        await self._desk.hear(written, self._screen)

    async def write_privately(self, text: str) -> None:
        """Write to the bot only."""
        await self.write(text, private=True)

    async def answer(self, text: str) -> None:
        """Write under a message."""
        message, rest = self._find(text)
        await self.write(rest, under=message)

    async def edit(self, text: str) -> None:
        """Give one's own message another text."""
        message, rest = self._find(text, own=True)
        if not rest:
            raise _Unheard
        changed = replace(message, text=_unescape(rest))
        self._sent[self._screen.numbers[message.id]] = changed
        edited = Edited(
            conversation=message.conversation,
            author=message.author,
            id=message.id,
            at=message.at,
            edited_at=self._clock.tick(),
            text=changed.text,
            event=self._event(),
            private=message.private,
            thread=message.thread,
        )
        await self._desk.hear(edited, self._screen)

    async def delete(self, text: str) -> None:
        """Take one's own message away."""
        message, _ = self._find(text, own=True)
        del self._sent[self._screen.numbers[message.id]]
        at, event = self._clock.tick(), self._event()
        deleted = Deleted(message.conversation, message.author, message.id, at, event, message.private)
        await self._desk.hear(deleted, self._screen)

    async def react(self, text: str) -> None:
        """Put an emoji on a message; the same one again takes it away."""
        message, emoji = self._find(text)
        if not emoji:
            raise _Unheard
        reaction = (message.id, self._screen.account, emoji)
        removed = reaction in self._reactions
        self._reactions ^= {reaction}
        at, event = self._clock.tick(), self._event()
        reacted = Reacted(message.conversation, self._author, message.id, emoji, at, event, removed, message.private)
        await self._desk.hear(reacted, self._screen)

    async def be(self, name: str) -> None:
        """Become somebody else; somebody nobody knows as well."""
        name = line(name)
        if not name:
            raise _Unheard
        match = resolve(name, (await self._record()).members)
        if match.candidates:
            raise _Unheard("several", names=", ".join(person.name for person in match.candidates))
        if match.person is None:
            self._screen.say("stranger", name=name)
            self._screen.account = name
        elif match.person.account is None:
            raise _Unheard("no_account", name=match.person.name)
        else:
            self._screen.account = match.person.account

    async def list_people(self, _: str) -> None:
        """Show who is in the group."""
        for person in (await self._record()).members:
            without = None if person.account else self._screen.word("without")
            told = (person.name, person.role, person.organisation, without)
            self._screen.line("   " + ", ".join(part for part in told if part))

    async def move_clock(self, text: str) -> None:
        """Let time pass."""
        if self._clock.runs:
            raise _Unheard("runs")
        found = _TIME.fullmatch(text)
        if found is None:
            raise _Unheard
        local = await self._local()
        try:
            day = date.fromisoformat(found[1]) if found[1] else local.date()
            to = datetime.combine(day, time(int(found[2]), int(found[3])), local.tzinfo)
        except ValueError:
            raise _Unheard from None
        if to < local:
            raise _Unheard("back", now=f"{local:%Y-%m-%d %H:%M}")
        self._clock.move(to)

    async def help(self, _: str) -> None:
        """Show the words that are not for the bot."""
        for command in COMMANDS:
            self._screen.line("   " + command.usage(self._screen))
        self._screen.line("   " + self._screen.word("leave"))
        self._screen.say("rest")

    @property
    def _author(self) -> Author:
        return Author(self._screen.account, self._screen.account)

    def _event(self) -> str:
        return f"{self._session}-e{next(self._events)}"

    def _find(self, text: str, *, own: bool = False) -> tuple[Written, str]:
        """Read a message's number and what follows it."""
        found = _MESSAGE.fullmatch(text)
        if found is None:
            raise _Unheard
        message = self._sent.get(int(found[1]))
        if message is None:
            raise _Unheard("no_message", number=found[1])
        if own and message.author != self._author:
            raise _Unheard("not_yours", name=message.author.name)
        return message, (found[2] or "").strip()

    async def _record(self) -> Record:
        return await self._desk.record(self._group)

    async def _local(self) -> datetime:
        return self._clock.now().astimezone((await self._record()).group.zone)


@dataclass(frozen=True)
class Command:
    """A word that is for the chat itself: how it may be written, how help shows it, and what it does."""

    words: tuple[str, ...]
    shown: Mapping[Language, str]
    act: Callable[[Chat, str], Awaitable[None]]

    def usage(self, screen: Screen) -> str:
        """Give how it is written, in the screen's language."""
        return self.shown[screen.language]


LEAVE = ("/sluta", "/quit", "/exit", "/q")
COMMANDS = (
    Command(("/jag", "/me"), {"sv": "/jag NAMN – bli någon annan", "en": "/me NAME – be somebody else"}, Chat.be),
    Command(("/vilka", "/who"), {"sv": "/vilka – gruppens medlemmar", "en": "/who – the members"}, Chat.list_people),
    Command(
        ("/privat", "/private", "/dm"),
        {"sv": "/privat TEXT – skriv bara till boten", "en": "/private TEXT – write to the bot only"},
        Chat.write_privately,
    ),
    Command(
        ("/svar", "/svara", "/reply"),
        {"sv": "/svar N TEXT – svara i tråden under meddelande N", "en": "/reply N TEXT – answer under message N"},
        Chat.answer,
    ),
    Command(
        ("/ändra", "/edit"),
        {"sv": "/ändra N NY TEXT – ändra ditt meddelande N", "en": "/edit N NEW TEXT – change your message N"},
        Chat.edit,
    ),
    Command(
        ("/radera", "/delete"),
        {"sv": "/radera N – ta bort ditt meddelande N", "en": "/delete N – delete your message N"},
        Chat.delete,
    ),
    Command(
        ("/reagera", "/react"),
        {
            "sv": "/reagera N 👍 – sätt en emoji; samma igen tar bort den",
            "en": "/react N 👍 – react; again to take it away",
        },
        Chat.react,
    ),
    Command(
        ("/klocka", "/clock"),
        {"sv": "/klocka 13:30 – låt tiden gå (med --clock)", "en": "/clock 13:30 – let time pass (with --clock)"},
        Chat.move_clock,
    ),
    Command(("/?", "/hjälp", "/help"), {"sv": "/? – den här hjälpen", "en": "/? – this help"}, Chat.help),
)


def _unescape(text: str) -> str:
    return text.replace("\\n", "\n")
