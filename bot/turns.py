"""A group's turns, one at a time: each is taken, kept with what is to be said because of it, and folded on."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from uuid import uuid4
from weakref import WeakValueDictionary

from bot.archive import MOST, Archive
from bot.clock import strike
from bot.freeze import Frozen, frozen, publishing
from bot.outgoing import by_the_clock, fetching, written
from bot.platform import Event
from bot.turn import Turn
from bot.unheard import event_id
from bot.which import TakeTurn
from handlers.command import Outcome, Reply
from meetings.facts import (
    Fact,
    GroupFounded,
    PersonErased,
    PersonRegistered,
    PersonRemoved,
    Reminded,
    SettingsChanged,
)
from meetings.history import History, LatestMinutes, Wanted
from meetings.ledger import Ledger
from meetings.record import Record
from storage.errors import AlreadySeen, VersionMoved
from storage.outgoing import Claimed, in_hand
from storage.store import Store

TRIES = 8
"""How often a turn is taken anew because somebody else wrote in the group's ledger meanwhile."""
MOST_DUE = 64
"""How many things that have fallen due happen in one look at a group."""

_WHO_AND_WHERE = (GroupFounded, SettingsChanged, PersonRegistered, PersonRemoved, PersonErased)
"""Facts after which something may be for another account or another channel."""


class Turns:
    """Takes turns over a store. What they bring to say is kept with their facts, and given back in hand."""

    def __init__(self, store: Store, *, alone: bool, most: int = MOST) -> None:
        self._store = store
        self._alone = alone
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self.archive = Archive(store, self._busy, most)

    def of(self, group: str) -> AbstractAsyncContextManager[None]:
        """Wait for the group's turn, and hold it."""
        lock = self._locks.get(group)
        if lock is None:
            lock = self._locks[group] = asyncio.Lock()
        return lock

    async def take(
        self, group: str, event: Event, platform: str, how: TakeTurn, said: Sequence[Reply]
    ) -> tuple[Turn | None, tuple[Claimed, ...]]:
        """Take an event's turn and commit it, with what there is to say but what is `said` already.

        The turn is None when the event was here before. Raises VersionMoved when others write all the time.
        """
        history = History()
        for _ in range(TRIES):
            ledger = await self.archive.ledger(group)
            try:
                turn = how(event, ledger, history)
            except Wanted as wanted:
                history = history.knowing(wanted.query, await self.archive.answer(group, wanted.query))
                continue
            if turn.empty:
                if not self._alone and await self.archive.catch_up(group, ledger):
                    continue
                return turn, ()
            kept = await self._freeze(group, ledger, turn)
            replies = [reply for reply in turn.outcome.replies if reply not in said]
            made = (kept.revision.meeting, kept.revision.number) if kept.revision is not None else None
            after = _afterwards(ledger, kept.facts)
            rows = written(replies, event, after, platform, group, made) if replies else ()
            rows = (*rows, *fetching(kept.facts, event, after, platform, group))
            claim, deadline = uuid4().hex if rows else "", self._store.outbox.deadline()
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
                    outgoing=rows,
                    claim=claim,
                )
            except AlreadySeen:
                return None, ()
            except VersionMoved:
                await self.archive.catch_up(group, ledger)
                history = History()
                continue
            ledger.append(kept.facts)
            ledger.blank(turn.blank)
            return turn, in_hand(rows, group, claim, deadline)
        raise VersionMoved(group, ledger.version)

    async def strike(
        self, group: str, now: datetime, platform: str, *, version: int | None, spread: bool
    ) -> tuple[Claimed, ...]:
        """Let one thing after the other that has fallen due happen, and give what there is to say because of it.

        `version` is that of the ledger as it is kept, where it is known.
        """
        history = History()
        at_hand = await self.archive.ledger(group)
        if version is not None and at_hand.version != version:
            await self.archive.catch_up(group, at_hand)
        said: list[Claimed] = []
        for _ in range(MOST_DUE):
            ledger = await self.archive.ledger(group)
            try:
                outcome = strike(now, ledger, history)
            except Wanted as wanted:
                history = history.knowing(wanted.query, await self.archive.answer(group, wanted.query))
                continue
            if outcome is None:
                break
            record = _afterwards(ledger, outcome.facts)
            stem = f"{group}/{_fallen_due(outcome)}@{ledger.version}"
            rows = by_the_clock(outcome.replies, stem, record, platform, now, spread=spread)
            claim, deadline = uuid4().hex if rows else "", self._store.outbox.deadline()
            try:
                await self._store.append(group, ledger.version, outcome.facts, outgoing=rows, claim=claim)
            except VersionMoved:
                await self.archive.catch_up(group, ledger)
                history = History()
                continue
            ledger.append(outcome.facts)
            said += in_hand(rows, group, claim, deadline)
        return tuple(said)

    async def note(self, group: str, fact: Fact) -> None:
        """Keep a fact whatever the ledger says, in the group's turn or beside that of another."""
        for _ in range(TRIES):
            ledger = await self.archive.ledger(group)
            try:
                await self._store.append(group, ledger.version, (fact,))
            except VersionMoved:
                await self.archive.catch_up(group, ledger)
                continue
            ledger.append((fact,))
            return

    async def fresh(self, group: str) -> Ledger:
        """Give the group's working copy with all that others have written."""
        if not self._alone:
            async with self.of(group):
                await self.archive.catch_up(group, await self.archive.ledger(group))
        return await self.archive.ledger(group)

    async def _freeze(self, group: str, ledger: Ledger, turn: Turn) -> Frozen:
        """Freeze what the turn publishes; a correction goes on from the revision before."""
        published = publishing(turn.outcome.facts)
        latest = None
        if published is not None and published.meeting is not None and published.status == "corrected":
            latest = await self.archive.answer(group, LatestMinutes(published.meeting))
        return frozen(ledger, turn.outcome.facts, turn.ledger or ledger, latest)

    def _busy(self, group: str) -> bool:
        lock = self._locks.get(group)
        return lock is not None and lock.locked()


def _afterwards(ledger: Ledger, facts: Iterable[Fact]) -> Record:
    """Give the record that tells for whom things are and where they are said once these facts are kept."""
    facts = tuple(facts)
    return ledger.after(facts).record if any(isinstance(fact, _WHO_AND_WHERE) for fact in facts) else ledger.record


def _fallen_due(outcome: Outcome) -> str:
    return next((fact.key for fact in outcome.facts if isinstance(fact, Reminded)), "clock")
