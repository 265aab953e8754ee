"""The desk: one event in, one answer out. Routes, takes one turn per group, saves, and only then speaks."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import time
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime

from bot.archive import Archive
from bot.clock import strike
from bot.freeze import Frozen, frozen, publishing
from bot.logs import failed
from bot.meter import SILENT, Heard, Meter
from bot.platform import Event, File, Platform, Written
from bot.reception import Reception
from bot.route import Routes
from bot.trouble import sorry
from bot.turn import Turn
from bot.unheard import Unheard, event_id, happened
from bot.voice import speak
from bot.which import TakeTurn, which
from handlers.command import Reply
from handlers.groups.founding import Founding
from meetings.document import doc
from meetings.due import next_due
from meetings.facts import Answered, Fact, Said, Source
from meetings.history import History, LatestMinutes, Wanted
from meetings.ledger import Ledger
from meetings.minutes import Minutes
from meetings.record import Record
from storage.errors import AlreadySeen, DatabaseUnavailable, VersionMoved
from storage.store import NewGroup, Store

_log = logging.getLogger(__name__)

TRIES = 8
"""How often a turn is taken anew because somebody else wrote in the group's ledger meanwhile."""


class Desk:
    """Everything that happens goes over the desk, whichever platform it comes from; one turn per group at a time."""

    def __init__(self, store: Store, *, alone: bool = False, meter: Meter = SILENT) -> None:
        """`alone`: no other desk works over the same store, so that chatter is judged without asking it anything."""
        self._store = store
        self._alone = alone
        self._meter = meter
        self._routes = Routes(store)
        self._reception = Reception(store, self._routes, self.record, self.found)
        self._archive = Archive(store)
        self._turns: dict[str, asyncio.Lock] = {}
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
        raises, as it then does when nothing can be kept just now; else the writer is told. What cannot be said is
        logged and does not keep the rest from being said.
        """
        began = time.monotonic()
        if isinstance(event, Written) and await self._reception.receive(event, platform):
            return
        routed = await self._routes.find(event, platform.name, self.record)
        if not routed.groups:
            self._meter.heard(platform.name, "elsewhere", time.monotonic() - began)
            return
        event = routed.event
        group, how = which(event, {group: await self._archive.ledger(group) for group in routed.groups})
        try:
            async with self._turns.setdefault(group, asyncio.Lock()):
                turn = await self._turn(group, event, platform.name, how)
                if turn is not None and routed.settles is not None:
                    settled, question = routed.settles
                    about = Said(source=Source.MESSAGE, message=event_id(event), at=happened(event))
                    await self._note(settled, Answered(id=f"{event_id(event)}:which", said=about, question=question))
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
        for reply in turn.outcome.replies if turn is not None else ():
            if reply in said:
                continue
            try:
                await speak((reply,), event, ledger.record, platform, _Paper(self._archive, group))
            except Exception as error:
                failed(_log, "unsaid", error, group=group, message=event_id(event))
        written_before = tuple(self._unheard.since(group, event, turn.outcome.facts if turn is not None else ()))
        self._unheard.remember(group, event, turn, ledger.record)
        for again in written_before:
            await self.hear(again.event, platform, said=again.said)

    async def pass_time(self, now: datetime, platform: Platform) -> None:
        """Let what has fallen due by the clock happen, in every group that is reached on this platform."""
        for group in await self._on_platform(platform.name):
            try:
                async with self._turns.setdefault(group, asyncio.Lock()):
                    said = [reply async for reply in self._strike(group, now)]
                    ledger = await self._archive.ledger(group)
            except Exception as error:
                failed(_log, "the clock's turn failed", error, group=group)
                continue
            for reply in said:
                try:
                    await speak((reply,), None, ledger.record, platform, _Paper(self._archive, group), now)
                except Exception as error:
                    failed(_log, "unsaid by the clock", error, group=group)

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
        """Ask the store again where each group is reached."""
        self._routes.forget()

    async def note(self, group: str, fact: Fact) -> None:
        """Keep a fact that no message brought."""
        async with self._turns.setdefault(group, asyncio.Lock()):
            await self._note(group, fact)

    async def _turn(self, group: str, event: Event, platform: str, how: TakeTurn) -> Turn | None:
        """Take the turn and commit it; None when the event was here before."""
        history = History()
        for _ in range(TRIES):
            ledger = await self._archive.ledger(group)
            try:
                turn = how(event, ledger, history)
            except Wanted as wanted:
                history = history.knowing(wanted.query, await self._archive.answer(group, wanted.query))
                continue
            if turn.empty:
                if not self._alone and await self._archive.catch_up(group, ledger):
                    continue
                return turn
            kept = await self._freeze(group, ledger, turn)
            try:
                await self._store.append(
                    group,
                    ledger.version,
                    kept.facts,
                    seen=(platform, event_id(event), event.conversation),
                    blank=turn.blank,
                    revision=kept.revision,
                    minutes=kept.minutes,
                    standings=kept.standings,
                    checkpoint=kept.checkpoint,
                )
            except AlreadySeen:
                return None
            except VersionMoved:
                await self._archive.catch_up(group, ledger)
                history = History()
                continue
            ledger.append(kept.facts)
            ledger.blank(turn.blank)
            return turn
        raise VersionMoved(group, ledger.version)

    async def _on_platform(self, platform: str) -> tuple[str, ...]:
        """Give the groups of a platform; asked anew when a group is set up here."""
        if platform not in self._clocked:
            self._clocked[platform] = tuple(one.id for one in await self._store.groups() if one.platform == platform)
        return self._clocked[platform]

    async def _strike(self, group: str, now: datetime) -> AsyncIterator[Reply]:
        """Let one thing after the other that has fallen due happen, and give what there is to say."""
        history = History()
        for _ in range(TRIES * TRIES):
            ledger = await self._archive.ledger(group)
            try:
                outcome = strike(now, ledger, history)
            except Wanted as wanted:
                history = history.knowing(wanted.query, await self._archive.answer(group, wanted.query))
                continue
            if outcome is None:
                return
            try:
                await self._store.append(group, ledger.version, outcome.facts)
            except VersionMoved:
                await self._archive.catch_up(group, ledger)
                continue
            ledger.append(outcome.facts)
            for reply in outcome.replies:
                yield reply

    async def _note(self, group: str, fact: Fact) -> None:
        """Keep a fact whatever the ledger says, in the group's turn or beside that of another."""
        for _ in range(TRIES):
            ledger = await self._archive.ledger(group)
            try:
                await self._store.append(group, ledger.version, (fact,))
            except VersionMoved:
                await self._archive.catch_up(group, ledger)
                continue
            ledger.append((fact,))
            return

    async def _freeze(self, group: str, ledger: Ledger, turn: Turn) -> Frozen:
        """Freeze what the turn publishes; a correction goes on from the revision before."""
        published = publishing(turn.outcome.facts)
        latest = None
        if published is not None and published.meeting is not None and published.status == "corrected":
            latest = await self._archive.answer(group, LatestMinutes(published.meeting))
        return frozen(ledger, turn.outcome.facts, turn.ledger or ledger, latest)

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


class _Paper:
    """Finds the minutes that a reply carries: the published revision, or the draft."""

    def __init__(self, archive: Archive, group: str) -> None:
        self._archive = archive
        self._group = group

    async def minutes(self, meeting: str) -> Minutes:
        """Give the meeting's minutes as they stand."""
        return await self._archive.minutes(self._group, meeting)

    async def files(self, meeting: str) -> tuple[File, ...]:
        """Give the files of the meeting's published minutes, as they were frozen."""
        minutes = await self.minutes(meeting)
        name = f"{minutes.date.isoformat()}-{self._group}"
        kept = await self._archive.files(self._group, meeting)
        return tuple(File(f"{name}.{form}", content) for form, content in kept.items())
