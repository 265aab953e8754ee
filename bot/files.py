"""Files that people share are fetched and kept, in a group that wants that: the content and its fact together."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from bot.outgoing import Fetching
from bot.platform import LARGEST, CannotFetch, Platform
from bot.turns import TRIES, Turns
from meetings.facts import AttachmentKept, Said, Source
from meetings.files import announced
from meetings.ledger import Ledger
from meetings.record import Phase
from storage.attachments import Content
from storage.errors import VersionMoved
from storage.store import Store

MOST_AT_ONCE = 2
"""So many are in memory at a time."""


class Files:
    """Fetches one file at a time for whoever asks, and keeps it in its group's turn."""

    def __init__(self, store: Store, turns: Turns) -> None:
        self._store = store
        self._turns = turns
        self._room = asyncio.Semaphore(MOST_AT_ONCE)

    async def is_wanted(self, group: str, file: Fetching) -> bool:
        """Tell whether a file is still to be kept: its message brings it, the group keeps such, and it is not there."""
        ledger = await self._turns.fresh(group)
        return _is_wanted(ledger, file) and not await self._is_there(group, ledger, file)

    async def keep(self, group: str, file: Fetching, platform: Platform, at: datetime) -> None:
        """Fetch a file and keep it, if it is still wanted then. Raises CannotSay, NotSaid, and VersionMoved.

        Raises CannotFetch too when the minutes it belongs to were published meanwhile.
        """
        async with self._room:
            content = await platform.fetch(file.ref)
            if len(content) > LARGEST:
                raise CannotFetch("too large")
            async with self._turns.of(group):
                await self._keep(group, file, content, at.astimezone(UTC))

    async def _keep(self, group: str, file: Fetching, content: bytes, at: datetime) -> None:
        for _ in range(TRIES):
            ledger = await self._turns.archive.ledger(group)
            if not _is_wanted(ledger, file) or await self._is_there(group, ledger, file):
                return
            passage = announced(ledger.record, file.message, file.ref)
            meeting = next((m for m in ledger.record.meetings.values() if passage in m.passages), None)
            assert meeting is not None
            if meeting.phase is Phase.PUBLISHED:
                raise CannotFetch("published already")
            kept = Content(file.message, file.ref, content, at)
            # What is published stays as it was first fetched, also when it is shared anew.
            there = await self._store.checksum_of(group, file.message, file.ref)
            checksum, size = there or (kept.sha256, len(content))
            by = ledger.record.person_of_account(file.account)
            fact = AttachmentKept(
                id=f"kept:{file.message}:{file.ref}@{ledger.version}",
                said=Said(source=Source.CLOCK, at=at, by=by.id if by else None),
                meeting=meeting.id,
                of=file.message,
                ref=file.ref,
                name=file.name,
                sha256=checksum,
                size=size,
            )
            try:
                await self._store.append(group, ledger.version, (fact,), content=kept)
            except VersionMoved:
                await self._turns.archive.catch_up(group, ledger)
                continue
            ledger.append((fact,))
            return
        raise VersionMoved(group, 0)

    async def _is_there(self, group: str, ledger: Ledger, file: Fetching) -> bool:
        if (file.message, file.ref) not in ledger.record.kept_files:
            return False
        return await self._store.checksum_of(group, file.message, file.ref) is not None


def _is_wanted(ledger: Ledger, file: Fetching) -> bool:
    record = ledger.record
    if record.settings is None or record.group.attachments != "keep":
        return False
    return announced(record, file.message, file.ref) is not None
