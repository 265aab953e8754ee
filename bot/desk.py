"""The desk: one event in, one answer out. Routes, takes one turn per group, saves, and only then speaks."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable, Sequence
from datetime import datetime

from bot.archive import MOST
from bot.courier import Courier
from bot.files import Files
from bot.logs import failed
from bot.meter import SILENT, Heard, Meter
from bot.paper import Paper
from bot.platform import Event, Platform, Written
from bot.reception import Reception
from bot.route import Routes
from bot.trouble import sorry
from bot.turns import Turns
from bot.unheard import Unheard, event_id, happened
from bot.unknown import Resolver
from bot.which import which
from handlers.command import Reply
from handlers.groups.founding import Founding
from meetings.document import doc
from meetings.due import next_due
from meetings.facts import Answered, Fact, Said, Source
from meetings.ledger import Ledger
from meetings.minutes import Minutes
from meetings.record import Record
from storage.errors import DatabaseUnavailable, VersionMoved
from storage.outgoing import Claimed
from storage.store import NewGroup, Store

_log = logging.getLogger(__name__)


class Desk:
    """Everything that happens goes over the desk, whichever platform it comes from; one turn per group at a time."""

    def __init__(
        self,
        store: Store,
        *,
        alone: bool = False,
        waits: bool = True,
        meter: Meter = SILENT,
        at: Callable[[str], None] = lambda _: None,
        most: int = MOST,
    ) -> None:
        """`alone`: no other desk works over the same store, so that chatter is judged without asking it anything.

        `waits`: `hear` returns when what there is to say is said, else as soon as it is kept. `at` is told the steps of
        saying something (`bot.courier.POINTS`); of so many groups as `most` the working copies stay in memory.
        """
        self._store = store
        self._waits = waits
        self._meter = meter
        self._routes = Routes(store)
        self._reception = Reception(store, self._routes, self.record, self.found)
        self._resolver = Resolver(store, self.record)
        self._turns = Turns(store, alone=alone, most=most)
        self._archive = self._turns.archive
        self.courier = Courier(
            store, self._turns.fresh, Paper(self._archive), Files(store, self._turns), meter=meter, at=at
        )
        self._clocked: dict[str, tuple[str, ...]] = {}
        self._unheard = Unheard()

    async def found(
        self, group_id: str, facts: Sequence[Fact], platform_name: str, conversations: Sequence[str]
    ) -> None:
        """Set up a group that is reached in these conversations of a platform. Raises Conflict when it is there."""
        await self._keep_new((_new_group(group_id, facts, platform_name, conversations),))

    async def found_all(self, foundings: Sequence[Founding], platform_name: str) -> None:
        """Set up several groups, each in its channel, all of them or none. Raises Conflict when one is there."""
        await self._keep_new([_new_group(one.group_id, one.facts, platform_name, (one.channel,)) for one in foundings])

    async def _keep_new(self, groups: Sequence[NewGroup]) -> None:
        await self._store.found(groups)
        self._routes.forget()
        self._clocked.clear()

    async def hear(
        self,
        event: Event,
        platform: Platform,
        *,
        said: Sequence[Reply] = (),
        comes_again: bool = False,
        kept: Callable[[], None] = lambda: None,
    ) -> None:
        """Take an event: route it, let its group have its turn, keep what it brings, and answer what is not `said` yet.

        `kept` is called when what the event brought is committed: it may be acknowledged then, before it is answered.
        An event that comes again has no second effect. With `comes_again` the platform delivers it once more when this
        raises, as it then does when nothing can be kept just now; else the writer is told. What cannot be said does not
        keep the rest from being said: it stays in the outbox, for a worker to try again.
        """
        began = time.monotonic()
        if isinstance(event, Written) and (
            await self._resolver.receive(event, platform) or await self._reception.receive(event, platform)
        ):
            return
        routed = await self._routes.find(event, platform.name, self.record)
        if not routed.groups:
            self._meter.heard(platform.name, "elsewhere", time.monotonic() - began)
            return
        event = routed.event
        group, how = which(event, {group: await self._archive.ledger(group) for group in routed.groups})
        try:
            async with self._turns.of(group):
                turn, rows = await self._turns.take(group, event, platform.name, how, said)
                if turn is not None and routed.settles is not None:
                    settled, question = routed.settles
                    about = Said(source=Source.MESSAGE, message=event_id(event), at=happened(event))
                    answered = Answered(id=f"{event_id(event)}:which", said=about, question=question)
                    await self._turns.note(settled, answered)
                ledger = await self._archive.ledger(group)
        except Exception as error:
            self._meter.heard(platform.name, "failed", time.monotonic() - began)
            if comes_again and isinstance(error, DatabaseUnavailable | VersionMoved):
                self._archive.forget(group)
                raise
            await self._apologise(event, group, platform, error)
            return
        kept()
        outcome: Heard = "repeated" if turn is None else "chatter" if turn.empty else "captured"
        self._meter.heard(platform.name, outcome, time.monotonic() - began)
        if rows:
            saying = self.courier.begin(rows, platform, happened(event))
            if self._waits:
                await saying
        written_before = tuple(self._unheard.since(group, event, turn.outcome.facts if turn is not None else ()))
        self._unheard.remember(group, event, turn, ledger.record)
        for again in written_before:
            await self.hear(again.event, platform, said=again.said)

    async def pass_time(self, now: datetime, platform: Platform) -> None:
        """Let what has fallen due by the clock happen, in every group that is reached on this platform."""
        for group in await self._on_platform(platform.name):
            try:
                rows = await self.strike(group, now, platform.name)
            except Exception as error:
                failed(_log, "the clock's turn failed", error, group=group)
                continue
            if rows:
                await self.courier.begin(rows, platform, now)

    async def strike(
        self, group: str, now: datetime, platform: str, *, version: int | None = None, spread: bool = False
    ) -> tuple[Claimed, ...]:
        """Let what has fallen due in a group happen, and give what is to be said because of it, in hand.

        `version` is that of the ledger as it is kept, where it is known. `spread`: much falls due at this moment in
        other groups too.
        """
        async with self._turns.of(group):
            return await self._turns.strike(group, now, platform, version=version, spread=spread)

    async def rest(self) -> None:
        """Finish what is being said, and put down all that is done."""
        await self.courier.rest()

    async def next_due(self, platform_name: str, now: datetime) -> datetime | None:
        """Give when, from now on, something falls due next in the groups that are reached on a platform."""
        groups = await self._on_platform(platform_name)
        moments = [next_due((await self._archive.ledger(group)).record, now) for group in groups]
        return min((moment for moment in moments if moment is not None), default=None)

    async def record(self, group_id: str) -> Record:
        """Give a group's record as it stands; for looking only."""
        return (await self._archive.ledger(group_id)).record

    async def minutes(self, group_id: str, meeting_id: str) -> Minutes:
        """Give a meeting's minutes: the latest published revision as it was frozen, else the draft as it stands."""
        return await self._archive.minutes(group_id, meeting_id)

    async def whole(self, group_id: str) -> Record:
        """Give a group's record with all that was ever kept of it; for looking back over everything."""
        return (await self._archive.whole(group_id)).record

    async def ledger(self, group_id: str) -> Ledger:
        """Give a group's working copy as it stands; for looking only."""
        return await self._archive.ledger(group_id)

    async def history(self, group_id: str) -> Ledger:
        """Give all that was ever kept of a group; for looking back over everything."""
        return await self._archive.whole(group_id)

    @property
    def in_memory(self) -> int:
        """Give how many groups' open work is in memory."""
        return len(self._archive)

    async def groups(self) -> tuple[str, ...]:
        """Give the ids of all groups, in order."""
        return tuple(group.id for group in await self._store.groups())

    async def reached(self, platform: str, conversation: str | None) -> tuple[str, ...]:
        """Give the ids of the groups that a conversation is about; without one, of all on the platform."""
        return await self._routes.reached(platform, conversation)

    def look_anew(self) -> None:
        """Ask the store again which groups there are and where each is reached."""
        self._routes.forget()
        self._clocked.clear()

    async def note(self, group: str, fact: Fact) -> None:
        """Keep a fact that no message brought."""
        async with self._turns.of(group):
            await self._turns.note(group, fact)

    async def _on_platform(self, platform: str) -> tuple[str, ...]:
        """Give the groups of a platform; asked anew when a group is set up here."""
        if platform not in self._clocked:
            self._clocked[platform] = tuple(one.id for one in await self._store.groups() if one.platform == platform)
        return self._clocked[platform]

    async def _apologise(self, event: Event, group: str, platform: Platform, error: Exception) -> None:
        """Log what went wrong by the message's id, never its words, and tell the writer so with a reference."""
        message = event_id(event)
        reference = hashlib.sha256(f"{group}/{message}".encode()).hexdigest()[:4].upper()
        failed(_log, "turn failed", error, group=group, message=message, reference=reference)
        ledger = self._archive.forget(group)
        settings = ledger.record.settings if ledger is not None else None
        words = doc(sorry(error, settings.language if settings else "sv", reference))
        conversation = None if event.private else event.conversation
        await platform.tell_privately(event.author.account, words, conversation=conversation, cause=message)


def _new_group(id: str, facts: Sequence[Fact], platform: str, conversations: Sequence[str]) -> NewGroup:
    name = next((fact.settings.name for fact in facts if fact.kind == "group_founded"), id)
    return NewGroup(id, name, id, platform, conversations, facts)
