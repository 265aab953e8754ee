"""Hears what happens in Slack: in order in each conversation, each thing once, and answers for it when it is kept."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Protocol, TypeVar

from bot.logs import failed
from bot.platform import Deleted, Edited, Event, Platform, Reacted, Written
from bot.slack.happenings import Happening
from bot.slack.marks import Marks
from bot.slack.people import NotToldNow
from bot.slack.read import conversation_of, people_in, read, stamp_in
from bot.slack.shapes import Body
from bot.slack.workspaces import Workspace

_log = logging.getLogger(__name__)

LAST_TRY = 2
"""The redelivery from which on a message is heard even when Slack cannot say who wrote it."""
NAMES_SECONDS = 2.5
"""How long Slack may take to say who somebody is; it gives up waiting for us after three."""
_REMEMBERED = 4_000
_EARLY = 200

V = TypeVar("V")
_Key = tuple[str, str, str]
"""A platform's name, a conversation of it, and a message there."""


class Hears(Protocol):
    """What the ear needs of the desk."""

    async def hear(
        self, event: Event, platform: Platform, *, comes_again: bool = False, kept: Callable[[], None] = ...
    ) -> None:
        """Take an event; `kept` is called when it is committed. With `comes_again` it raises what may pass."""


class Ear:
    """One for all workspaces. When something was taken, its effect is committed; answers come by themselves."""

    def __init__(
        self,
        desk: Hears,
        marks: Marks,
        happened: Callable[[Workspace, Happening], Awaitable[None]],
        met: Callable[[Workspace, str], Awaitable[None]],
    ) -> None:
        """`happened` takes what is no word to the bot; `met` is told of each conversation before it is heard."""
        self._desk = desk
        self._marks = marks
        self._happened = happened
        self._met = met
        self._lanes: dict[tuple[str, str], _Lane] = {}
        self._heard: OrderedDict[_Key, None] = OrderedDict()
        self._early: OrderedDict[_Key, tuple[Deleted | Reacted, ...]] = OrderedDict()
        self._answering: set[asyncio.Task[None]] = set()

    async def take(self, workspace: Workspace, body: Body, retry: int = 0) -> None:
        """Take an event of the Events API. Raises when it was not kept, so that it is delivered again."""
        # The lane is entered before names are asked for, or who is known already would overtake who is not.
        async with self._lane(workspace.name, conversation_of(body)):
            try:
                async with asyncio.timeout(NAMES_SECONDS):
                    await workspace.people.learn(people_in(body))
            except (NotToldNow, TimeoutError):
                if retry < LAST_TRY:
                    self._marks.miss(workspace.name, conversation_of(body), stamp_in(body))
                    raise
            event = read(body, workspace.people.name, workspace.bot_user)
            if isinstance(event, Written | Edited | Deleted | Reacted):
                await self._hear(workspace, event, comes_again=True)
            elif event is not None:
                await self._happened(workspace, event)

    async def hear(self, workspace: Workspace, event: Event, *, comes_again: bool = True) -> None:
        """Hear what was written, changed, taken away or reacted to. With `comes_again`, raises when it was not kept."""
        async with self._lane(workspace.name, event.conversation):
            await self._hear(workspace, event, comes_again)

    async def _hear(self, workspace: Workspace, event: Event, comes_again: bool) -> None:
        key = (workspace.name, event.conversation, event.on if isinstance(event, Reacted) else event.id)
        await self._met(workspace, event.conversation)
        match event:
            case Written():
                # A mention comes twice, as a message and as a mention; and an edit may overtake what it changes.
                if key in self._heard:
                    return
                workspace.port.note_thread(event.conversation, event.id, event.thread)
                async with self._marks.hearing(workspace.name, event.conversation, event.id):
                    await self._keep(event, workspace.port, comes_again)
                _remember(self._heard, key, None, _REMEMBERED)
                for early in self._early.pop(key, ()):
                    await self._keep(early, workspace.port, comes_again)
            case Edited():
                await self._keep(event, workspace.port, comes_again)
                _remember(self._heard, key, None, _REMEMBERED)
            case Deleted() | Reacted():
                await self._keep(event, workspace.port, comes_again)
                if key not in self._heard:
                    _remember(self._early, key, (*self._early.get(key, ()), event), _EARLY)

    async def rest(self) -> None:
        """Return when everything that was taken is answered."""
        while self._answering:
            await asyncio.gather(*self._answering, return_exceptions=True)

    async def _keep(self, event: Event, platform: Platform, comes_again: bool) -> None:
        """Let the desk hear, and return as soon as it is kept; what is said about it goes on by itself."""
        kept = asyncio.Event()
        hearing = asyncio.create_task(self._desk.hear(event, platform, comes_again=comes_again, kept=kept.set))
        self._answering.add(hearing)
        hearing.add_done_callback(self._answering.discard)
        hearing.add_done_callback(lambda _: kept.set())
        await kept.wait()
        if hearing.done():
            # Raises what went wrong before it was kept.
            hearing.result()
        else:
            hearing.add_done_callback(_look)

    @asynccontextmanager
    async def _lane(self, platform: str, conversation: str) -> AsyncIterator[None]:
        lane = self._lanes.setdefault((platform, conversation), _Lane())
        lane.waiting += 1
        try:
            async with lane.lock:
                yield
        finally:
            lane.waiting -= 1
            if not lane.waiting:
                del self._lanes[platform, conversation]


class _Lane:
    """What is written in one conversation is heard in the order it comes."""

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.waiting = 0


def _look(hearing: asyncio.Task[None]) -> None:
    if not hearing.cancelled() and (error := hearing.exception()) is not None:
        failed(_log, "failed after it was kept", error)


def _remember(known: OrderedDict[_Key, V], key: _Key, value: V, most: int) -> None:
    known[key] = value
    known.move_to_end(key)
    while len(known) > most:
        known.popitem(last=False)
