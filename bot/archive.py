"""What the desk has at hand of every group: a working copy by its open work, and its history when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date as Day
from typing import Any

from meetings.board import as_it_stands
from meetings.compile import compile_minutes
from meetings.facts import Blocked, PersonErased
from meetings.history import BusyDays, FiledWithin, Find, LatestMinutes, OfMessage, Query
from meetings.late import late_changes
from meetings.ledger import Ledger, Numbered
from meetings.minutes import Minutes
from meetings.record import Phase
from storage.store import Store

MOST = 5_000
"""How many groups' working copies are kept in memory."""


class Archive:
    """Keeps the ledgers of the groups that were last asked for in memory, as far as open work goes.

    All else is read when it is wanted. A group that is `busy`, with a turn under way, keeps its working copy.
    """

    def __init__(self, store: Store, busy: Callable[[str], bool] = lambda _: False, most: int = MOST) -> None:
        self._store = store
        self._busy = busy
        self._most = most
        self._ledgers: dict[str, Ledger] = {}

    def __len__(self) -> int:
        return len(self._ledgers)

    async def ledger(self, group: str) -> Ledger:
        """Give the group's working copy, folded from the store when it is not in memory."""
        if group not in self._ledgers:
            opened = await self._store.open(group)
            # Another may have been quicker while this one read: there is one working copy only.
            self._ledgers.setdefault(group, Ledger(opened.facts, held=opened.held, checkpoint=opened.checkpoint))
            self._let_go_of_some(group)
        else:
            self._ledgers[group] = self._ledgers.pop(group)
        return self._ledgers[group]

    def forget(self, group: str) -> Ledger | None:
        """Drop the working copy, to be folded anew; give it as it was."""
        return self._ledgers.pop(group, None)

    async def catch_up(self, group: str, ledger: Ledger) -> bool:
        """Fold what another desk has written in the group's ledger meanwhile; tell whether it had."""
        if await self._store.version(group) == ledger.version:
            return False
        news = (await self._store.since(group, ledger.version)).facts
        if any(isinstance(fact, Blocked | PersonErased) for fact in news):
            # Words in older facts may have been blanked with it: nothing of them stays in memory.
            self.forget(group)
        else:
            ledger.append(news)
        return True

    async def answer(self, group: str, query: Query[Any]) -> Any:
        """Fetch what history answers to a question."""
        match query:
            case OfMessage():
                return await self._of_message(group, query.message)
            case Find():
                return await self._store.find(group, query.stems, latest=query.latest)
            case FiledWithin():
                return await self._store.filed(group, query.since, query.until)
            case LatestMinutes():
                latest = await self._store.latest(group, query.meeting)
                return Minutes.model_validate_json(latest[0].minutes) if latest else None
            case BusyDays():
                return await self._busy_days(group, query)
        raise TypeError(type(query).__name__)

    async def _busy_days(self, group: str, query: BusyDays) -> tuple[tuple[Day, str], ...]:
        """Look through the groups that are reached where this one is for meetings of the same people."""
        every = {one.id: one.platform for one in await self._store.groups()}
        found: set[tuple[Day, str]] = set()
        for other, platform in every.items():
            if other == group or platform != every[group]:
                continue
            record = (await self.ledger(other)).record
            there = {person.account for person in record.members} & set(query.accounts)
            days = (
                {meeting.date for meeting in record.coming(query.since) if meeting.date <= query.until} if there else ()
            )
            found |= {(day, account) for day in days for account in there if account is not None}
        return tuple(sorted(found))

    async def minutes(self, group: str, meeting: str, number: int | None = None) -> Minutes:
        """Give a meeting's minutes: the latest published revision as it was frozen, else the draft as it stands.

        With a `number` that revision, as it was frozen, also when others came after it. Raises LookupError.
        """
        if number is not None:
            published = await self._store.revisions(group, meeting)
            if published and published[-1].number != number:
                earlier = next((one for one in published if one.number == number), None)
                if earlier is None:
                    raise LookupError(f"meeting {meeting} of group {group} has no revision {number}")
                return Minutes.model_validate_json(earlier.minutes)
        ledger = await self.ledger(group)
        known = ledger.record.meetings.get(meeting)
        if known is not None and known.phase is not Phase.PUBLISHED:
            return compile_minutes(ledger.record, meeting, late_changes(ledger, meeting))
        latest = await self._store.latest(group, meeting)
        if latest is None:
            raise LookupError(f"meeting {meeting} of group {group} has no minutes")
        revision, status = latest
        frozen = Minutes.model_validate_json(revision.minutes)
        if known is not None:
            return as_it_stands(ledger.record, meeting, frozen)
        past = ledger.with_history(await self._store.facts_of_meeting(group, meeting))
        stands = as_it_stands(past.record, meeting, frozen)
        # Approved by a later meeting, whose facts are not among those.
        return stands.model_copy(update={"status": "approved"}) if status == "approved" else stands

    async def files(self, group: str, meeting: str, number: int | None = None) -> dict[str, bytes]:
        """Give the files of a meeting's published revision, the latest or a given one; none before one."""
        if number is not None:
            return await self._store.revision_files(group, meeting, number)
        latest = await self._store.latest(group, meeting)
        return await self._store.revision_files(group, meeting, latest[0].number) if latest else {}

    async def whole(self, group: str) -> Ledger:
        """Give all that was ever kept of a group; for looking back over everything, as a replay does at its end."""
        return Ledger((await self._store.load(group)).facts, whole=True)

    def _let_go_of_some(self, newest: str) -> None:
        """Drop the working copies that were longest not asked for, while there are too many."""
        if len(self._ledgers) <= self._most:
            return
        idle = [group for group in self._ledgers if group != newest and not self._busy(group)]
        for group in idle[: len(self._ledgers) - self._most]:
            del self._ledgers[group]

    async def _of_message(self, group: str, message: str) -> tuple[Numbered, ...]:
        at_hand = (await self.ledger(group)).record.meetings
        own = await self._store.facts_of_message(group, message)
        past = dict.fromkeys(fact.meeting for _, fact in own if fact.meeting and fact.meeting not in at_hand)
        beside = [one for meeting in past for one in await self._store.facts_of_meeting(group, meeting)]
        return tuple(sorted({number: (number, fact) for number, fact in (*own, *beside)}.values(), key=lambda n: n[0]))
