"""A desk for tests of what stands around it: it keeps real records, hears everything, and answers by simple rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.platform import Event, Platform, Reacted, Written
from meetings.compile import compile_minutes
from meetings.document import doc
from meetings.facts import Fact, MeetingStarted, Said, Source
from meetings.ledger import Ledger
from meetings.minutes import Minutes
from meetings.record import Record


class FakeDesk:
    """Starts a meeting at "starta"; answers "svara" in the thread, "viska" privately, "ropa" aloud, "nicka" with ✅."""

    def __init__(self) -> None:
        self.heard: list[Event] = []
        self.times: list[datetime] = []
        self.reached: dict[str, tuple[str, ...]] = {}
        self._ledgers: dict[str, Ledger] = {}

    async def found(
        self, group_id: str, facts: Sequence[Fact], platform_name: str, conversations: Sequence[str]
    ) -> None:
        self._ledgers[group_id] = Ledger(facts)
        self.reached[group_id] = (platform_name, *conversations)

    async def pass_time(self, now: datetime, platform: Platform) -> None:
        self.times.append(now)

    async def next_due(self, platform_name: str, now: datetime) -> datetime | None:
        return None

    async def hear(self, event: Event, platform: Platform) -> None:
        self.heard.append(event)
        if not isinstance(event, Written):
            return
        for ledger in self._ledgers.values():
            if "starta" in event.text and ledger.record.group.channel == event.conversation:
                coming = ledger.record.coming(event.at.astimezone(ledger.record.group.zone).date())
                said = Said(source=Source.MESSAGE, at=event.at, message=event.id)
                ledger.append([MeetingStarted(id=f"{event.id}:f1", said=said, meeting=coming[0].id)])
        if "svara" in event.text:
            await platform.send(event.conversation, doc("Svar."), thread=event.id, cause=event.id)
        if "viska" in event.text:
            where = None if event.private else event.conversation
            await platform.tell_privately(event.author.account, doc("Viskning."), conversation=where, cause=event.id)
        if "ropa" in event.text:
            await platform.send(event.conversation, doc("Rop."), cause=event.id)
        if "nicka" in event.text:
            await platform.react(event.conversation, event.id, "✅")

    async def record(self, group_id: str) -> Record:
        return self._ledgers[group_id].record

    async def whole(self, group_id: str) -> Record:
        return self._ledgers[group_id].record

    async def minutes(self, group_id: str, meeting_id: str) -> Minutes:
        return compile_minutes(self._ledgers[group_id].record, meeting_id)

    async def groups(self) -> tuple[str, ...]:
        return tuple(sorted(self._ledgers))

    def reactions(self) -> list[tuple[str, bool]]:
        return [(event.emoji, event.removed) for event in self.heard if isinstance(event, Reacted)]
