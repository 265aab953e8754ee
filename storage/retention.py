"""Words are let go of when a group says so: of meetings published long ago, and only what was handed out before."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from dateutil.relativedelta import relativedelta
from sqlalchemy import delete
from sqlmodel import Session, col, select

from meetings.facts import AttachmentKept, Fact, Published, dump
from meetings.ledger import Ledger, Numbered
from meetings.open_work import open_work
from storage.attachments import remove_unpublished
from storage.database import Database
from storage.errors import NotExported
from storage.export import last_export
from storage.guards import maintenance
from storage.ledger import blank_texts, read_facts, require
from storage.tables import (
    FactRow,
    FiledRow,
    GroupRow,
    MetaRow,
    PassageRow,
    RevisionAttachmentRow,
    RevisionFileRow,
    RevisionRow,
)

DAILY = timedelta(hours=20)
_KEY, _LAST = "retention:", "retained"


@dataclass(frozen=True)
class Retention:
    """What a group has said: words stay so many `months` after publishing; `also_minutes` go with them."""

    months: int
    also_minutes: bool = False


@dataclass(frozen=True)
class LetGo:
    """What a pass let go of in a group: the words of so many facts, the minutes of these meetings, so many `files`.

    `waiting` is how many more facts will lose their words when the group is handed out anew.
    """

    group: str
    words: int
    minutes: tuple[str, ...]
    waiting: int = 0
    files: int = 0


class Retaining:
    """Keeps what groups have said and does it. Every method may raise StorageError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def set(self, group: str, retention: Retention) -> None:
        """Let a group's words go from now on. Raises NotExported when the group was never handed out."""

        def work(session: Session) -> None:
            require(session, group)
            if last_export(session, group) is None:
                raise NotExported(group)
            session.merge(MetaRow(key=f"{_KEY}{group}", value=json.dumps(asdict(retention))))

        await self._database.write(work)

    async def off(self, group: str) -> None:
        """Let nothing of a group go any more."""

        def work(session: Session) -> None:
            row = session.get(MetaRow, f"{_KEY}{group}")
            if row is not None:
                session.delete(row)

        await self._database.write(work)

    async def all(self) -> dict[str, Retention]:
        """Give what every group has said that has said something, by its id."""
        query = select(MetaRow).where(col(MetaRow.key).startswith(_KEY)).order_by(col(MetaRow.key))
        return await self._database.read(
            lambda session: {row.key.removeprefix(_KEY): _read(row.value) for row in session.exec(query)}
        )

    async def run_daily(self, now: datetime) -> tuple[LetGo, ...]:
        """Do it unless it was done within the day; may be called however often, by however many."""

        def is_due(session: Session) -> bool:
            row = session.get(MetaRow, _LAST)
            due = row is None or now - datetime.fromisoformat(row.value) >= DAILY
            if due:
                session.merge(MetaRow(key=_LAST, value=now.astimezone(UTC).isoformat()))
            return due

        if not await self.all() or not await self._database.write(is_due):
            return ()
        return await self.run(now)

    async def run(self, now: datetime) -> tuple[LetGo, ...]:
        """Do it for every group that has said so, each in a transaction of its own."""
        done = [
            await self._database.write(partial(_let_go, group=group, retention=retention, now=now))
            for group, retention in (await self.all()).items()
        ]
        if any(one.words or one.minutes or one.files for one in done):
            await self._database.scrub()
        return tuple(done)


def _let_go(session: Session, group: str, retention: Retention, now: datetime) -> LetGo:
    # Held, so that nothing is published or corrected meanwhile.
    session.exec(select(GroupRow.version).where(GroupRow.id == group).with_for_update()).one()
    exported = last_export(session, group)
    handed_out = exported.version if exported else 0
    before = now.astimezone(UTC) - relativedelta(months=retention.months)
    facts = read_facts(session, group, col(FactRow.sequence) > 0)
    needed = open_work(Ledger((fact for _, fact in facts), whole=True).record, [fact for _, fact in facts])
    old = _published_before(facts, before, needed)
    of_meeting = _meetings(session, group)
    free = [
        (sequence, fact)
        for sequence, fact in facts
        if fact.id not in needed and _has_words(fact) and _is_old(fact, of_meeting.get(fact.id), old, before)
    ]
    gone = [fact.id for sequence, fact in free if sequence <= handed_out]
    blank_texts(session, group, gone)
    minutes = tuple(sorted(meeting for meeting, sequence in old.items() if sequence <= handed_out))
    removed = _remove_minutes(session, group, minutes) if retention.also_minutes else ()
    handed = [fact for sequence, fact in facts if isinstance(fact, AttachmentKept) and sequence <= handed_out]
    # Blanked before, perhaps: a file that was published then goes when its minutes do.
    files = [(fact.of, fact.ref) for fact in handed if fact.id not in needed and fact.meeting in old]
    removed_files = remove_unpublished(session, group, files)
    return LetGo(group, len(gone), removed, len(free) - len(gone), removed_files)


def _published_before(facts: Sequence[Numbered], before: datetime, needed: frozenset[str]) -> dict[str, int]:
    """Give the meetings last published before a time that no open work rests on, each with that fact's sequence."""
    latest = {fact.meeting: (sequence, fact) for sequence, fact in facts if isinstance(fact, Published)}
    return {
        meeting: sequence
        for meeting, (sequence, fact) in latest.items()
        if meeting is not None and fact.said.at < before and fact.id not in needed
    }


def _meetings(session: Session, group: str) -> dict[str, str | None]:
    """Give the meeting that each fact is found by."""
    query = select(FactRow.fact_id, FactRow.meeting_id).where(FactRow.group_id == group)
    return dict(session.exec(query).all())


def _has_words(fact: Fact) -> bool:
    return any(dump(fact)[1].values())


def _is_old(fact: Fact, meeting: str | None, old: dict[str, int], before: datetime) -> bool:
    return meeting in old if meeting is not None else fact.said.at < before


def _remove_minutes(session: Session, group: str, meetings: Sequence[str]) -> tuple[str, ...]:
    """Remove what was published of these meetings, and where it is found; give those of which there was something."""
    there = select(RevisionRow.meeting_id).where(
        RevisionRow.group_id == group, col(RevisionRow.meeting_id).in_(meetings)
    )
    found = tuple(sorted(set(session.exec(there))))
    if found:
        with maintenance(session):
            for table in (PassageRow, FiledRow, RevisionFileRow, RevisionAttachmentRow, RevisionRow):
                session.execute(delete(table).where(col(table.group_id) == group, col(table.meeting_id).in_(found)))
    return found


def _read(value: str) -> Retention:
    told = json.loads(value)
    return Retention(told["months"], told["also_minutes"])
