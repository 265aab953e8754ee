"""The store: a group's ledger read and grown, one transaction for everything that one event brings about."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from types import MappingProxyType
from typing import Any

from sqlmodel import Session, col, select

from meetings.facts import AttachmentLetGo, Fact
from meetings.ledger import Checkpoint, Numbered
from meetings.minutes import Minutes
from meetings.search import Filed, Hit
from storage.attachments import Content, checksum_of, keep_content, let_go_of_contents, read_content
from storage.checkpoints import drop_checkpoint, keep_checkpoint, read_checkpoint
from storage.database import Database
from storage.errors import AlreadySeen, StorageError
from storage.inbox import first_time, insert_once
from storage.ledger import advance, blank_texts, keep_facts, read_facts, require
from storage.outbox import LEASE, Outbox
from storage.outbox_rows import cancel_blanked, cancel_reminders, keep_outgoing
from storage.outgoing import Outgoing
from storage.published import Revision, keep_revision, read_files, read_latest, read_revisions
from storage.search import file_minutes, find, read_filed, set_standings
from storage.tables import ConversationRow, FactRow, GroupRow, InboxRow
from storage.upkeep import Upkeep, rearrange
from storage.wakes import AT_ONCE, Wakes


@dataclass(frozen=True)
class Group:
    """A group that is kept; `version` is the number of facts in its ledger."""

    id: str
    name: str
    slug: str
    platform: str
    version: int


@dataclass(frozen=True)
class NewGroup:
    """A group to be set up: what it is called, where it is reached, and the facts it begins with."""

    id: str
    name: str
    slug: str
    platform: str
    conversations: Sequence[str] = ()
    facts: Sequence[Fact] = ()


@dataclass(frozen=True)
class Loaded:
    """Facts in ledger order, and the version of the group that they bring a reader to."""

    version: int
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Opened:
    """What a group's open work rests on: the facts its newest checkpoint held, and all that came after it."""

    checkpoint: Checkpoint | None
    held: tuple[Numbered, ...]
    facts: tuple[Fact, ...]


class Store:
    """What is kept of every group. Every method may raise StorageError; see `storage.errors` for which."""

    def __init__(self, database: Database, lease: timedelta = LEASE) -> None:
        """`lease` is how long something may be in hand before somebody else looks after it."""
        self._database = database
        self.outbox = Outbox(database, lease)
        self.wakes = Wakes(database, lease)
        self.upkeep = Upkeep(database)

    @property
    def shared(self) -> bool:
        """Tell whether several programs may write here: a SQLite file is one program's own."""
        return self._database.url.get_backend_name() != "sqlite"

    # Groups and where they are reached

    async def create_group(
        self, id: str, name: str, slug: str, platform: str, conversations: Sequence[str] = ()
    ) -> Group:
        """Keep a new group with an empty ledger. Raises Conflict when the id is taken."""

        new = NewGroup(id, name, slug, platform, conversations)
        return await self._database.write(lambda session: _group(_create(session, new)))

    async def found(self, groups: Sequence[NewGroup]) -> None:
        """Keep new groups with the facts they begin with, all of them or none. Raises Conflict when an id is taken."""

        def work(session: Session) -> None:
            for group in groups:
                _create(session, group)
                advance(session, group.id, 0, len(group.facts))
                keep_facts(session, group.id, 0, group.facts)

        await self._database.write(work)

    async def link(self, group: str, platform: str, conversation: str) -> None:
        """Let a group be reached in one more conversation; nothing happens when it is already."""

        def work(session: Session) -> None:
            require(session, group)
            _link(session, group, platform, conversation)
            rearrange(session)

        await self._database.write(work)

    async def groups(self) -> tuple[Group, ...]:
        """List every group by id."""
        return await self._database.read(
            lambda session: tuple(_group(row) for row in session.exec(select(GroupRow).order_by(col(GroupRow.id))))
        )

    async def groups_in(self, platform: str, conversation: str) -> tuple[Group, ...]:
        """List the groups that are reached in a conversation, by id; several may share one."""
        query = (
            select(GroupRow)
            .join(ConversationRow, col(ConversationRow.group_id) == col(GroupRow.id))
            .where(ConversationRow.platform == platform, ConversationRow.conversation == conversation)
            .order_by(col(GroupRow.id))
        )
        return await self._database.read(lambda session: tuple(_group(row) for row in session.exec(query)))

    async def conversations(self, platform: str) -> tuple[tuple[str, Group], ...]:
        """List the conversations of a platform, each with a group that is reached in it."""
        query = (
            select(ConversationRow, GroupRow)
            .join(GroupRow, col(ConversationRow.group_id) == col(GroupRow.id))
            .where(ConversationRow.platform == platform)
            .order_by(col(ConversationRow.conversation), col(GroupRow.id))
        )
        return await self._database.read(
            lambda session: tuple((place.conversation, _group(row)) for place, row in session.exec(query))
        )

    async def version(self, group: str) -> int:
        """Give the number of facts in a group's ledger. Raises UnknownGroup."""
        return await self._database.read(lambda session: require(session, group))

    # The ledger

    async def open(self, group: str) -> Opened:
        """Read what a group's open work rests on, however long its history. Raises UnknownGroup."""

        def work(session: Session) -> Opened:
            require(session, group)
            checkpoint, held = read_checkpoint(session, group)
            after = checkpoint.version if checkpoint else 0
            rows = read_facts(session, group, col(FactRow.sequence) > after)
            return Opened(checkpoint, held, tuple(fact for _, fact in rows))

        return await self._database.read(work)

    async def load(self, group: str) -> Loaded:
        """Read a group's whole ledger. Raises UnknownGroup."""
        return await self.since(group, 0)

    async def since(self, group: str, sequence: int) -> Loaded:
        """Read the facts that came after a version of the ledger. Raises UnknownGroup."""

        def work(session: Session) -> Loaded:
            rows = read_facts(session, group, col(FactRow.sequence) > sequence)
            if not rows:
                require(session, group)
            # The version is read off the facts themselves, so that nothing can come between the two.
            return Loaded(rows[-1][0] if rows else sequence, tuple(fact for _, fact in rows))

        return await self._database.read(work)

    async def append(
        self,
        group: str,
        expected_version: int,
        facts: Sequence[Fact],
        *,
        seen: tuple[str, str] | tuple[str, str, str] | None = None,
        blank: Sequence[str] = (),
        revision: Revision | None = None,
        minutes: Minutes | None = None,
        standings: Mapping[str, str] = MappingProxyType({}),
        checkpoint: Checkpoint | None = None,
        outgoing: Sequence[Outgoing] = (),
        claim: str = "",
        content: Content | None = None,
    ) -> int:
        """Keep everything that one event brings about, or nothing of it, and return the group's new version.

        `seen` is the event's source and id, and the conversation it happened in if that is told. `blank` names facts
        whose words are to be forgotten while they stand. `minutes` are those of the revision, to be found by their
        words; `standings` tells how earlier ones stand now, by meeting. `checkpoint` is what the ledger holds after
        these facts. `outgoing` is to be said because of them, and is kept as in hand under `claim`; what reminds of
        meetings that the facts change is no longer said. `content` is a file that the facts say is kept.
        Raises AlreadySeen when the event had its effect before, VersionMoved when the ledger is no longer at
        `expected_version`, Conflict when a fact or revision with the same id is kept already, and UnknownGroup.
        """

        def work(session: Session) -> int:
            if seen is not None and not first_time(session, *seen):
                raise AlreadySeen(*seen[:2])
            version = advance(session, group, expected_version, len(facts))
            keep_facts(session, group, expected_version, facts)
            cancel_reminders(session, group, facts)
            if content is not None:
                keep_content(session, group, content)
            let_go_of_contents(session, group, facts)
            blank_texts(session, group, blank)
            cancel_blanked(session, group, blank)
            if outgoing:
                keep_outgoing(session, group, outgoing, claim, self.outbox.lease)
            if revision is not None:
                keep_revision(session, group, revision)
                if minutes is not None:
                    file_minutes(session, group, revision.meeting, minutes)
            set_standings(session, group, standings)
            if checkpoint is not None:
                keep_checkpoint(session, group, checkpoint)
            return version

        version = await self._database.write(work)
        if blank or any(isinstance(fact, AttachmentLetGo) for fact in facts):
            with suppress(StorageError):  # it is kept whatever comes of this, and the next time takes both
                await self._database.scrub()
        return version

    async def drop_checkpoint(self, group: str) -> None:
        """Forget what a group's open work rests on; it is found out anew from the whole ledger."""
        await self._database.write(lambda session: drop_checkpoint(session, group))

    async def seen(self, source: str, event: str) -> bool:
        """Tell whether an event had its effect."""
        return await self._database.read(lambda session: session.get(InboxRow, (source, event)) is not None)

    # History

    async def facts_of_message(self, group: str, message: str) -> tuple[Numbered, ...]:
        """Read every fact that a message brought about, and what was said of its versions, in ledger order."""
        return await self._history(group, col(FactRow.message) == message)

    async def facts_of_meeting(self, group: str, meeting: str) -> tuple[Numbered, ...]:
        """Read every fact about a meeting, in ledger order; none when there is no such meeting."""
        return await self._history(group, col(FactRow.meeting_id) == meeting)

    async def find(self, group: str, stems: Sequence[str], *, latest: bool = False) -> tuple[Hit, ...]:
        """Find passages of published minutes with words that begin so: decisions first, or the latest meeting's."""
        return await self._database.read(lambda session: find(session, group, stems, latest=latest))

    async def filed(self, group: str, since: Day = Day.min, until: Day = Day.max) -> tuple[Filed, ...]:
        """Read which minutes are out of meetings held within these days, latest first."""
        return await self._database.read(lambda session: read_filed(session, group, since, until))

    async def latest(self, group: str, meeting: str) -> tuple[Revision, str] | None:
        """Read the latest revision of a meeting's minutes, without its files, and how it stands now; None before one.

        Raises BrokenDatabase when it is no longer what was published.
        """

        def work(session: Session) -> tuple[Revision, str] | None:
            revision = read_latest(session, group, meeting)
            if revision is None:
                return None
            there = read_filed(session, group, meeting=meeting)
            return revision, there[0].status if there else revision.status

        return await self._database.read(work)

    async def revisions(self, group: str, meeting: str) -> tuple[Revision, ...]:
        """Read what was published of a meeting, oldest first, without its files.

        Raises BrokenDatabase when one is no longer what was published.
        """
        return await self._database.read(lambda session: read_revisions(session, group, meeting))

    async def revision_files(self, group: str, meeting: str, number: int) -> dict[str, bytes]:
        """Read the files of a published revision by format. Raises BrokenDatabase when one is no longer the same."""
        return await self._database.read(lambda session: read_files(session, group, meeting, number))

    async def checksum_of(self, group: str, message: str, ref: str) -> tuple[str, int] | None:
        """Give the checksum of a message's file and how many bytes it has; None when it is not kept."""
        return await self._database.read(lambda session: checksum_of(session, group, message, ref))

    async def content(self, group: str, ref: str) -> tuple[str, bytes] | None:
        """Read a file that is kept, and the message it came in. Raises BrokenDatabase when it is no longer the same."""
        return await self._database.read(lambda session: read_content(session, group, ref))

    async def _history(self, group: str, condition: Any) -> tuple[Numbered, ...]:
        return await self._database.read(lambda session: tuple(read_facts(session, group, condition)))


def _group(row: GroupRow) -> Group:
    return Group(row.id, row.name, row.slug, row.platform, row.version)


def _create(session: Session, group: NewGroup) -> GroupRow:
    row = GroupRow(id=group.id, name=group.name, slug=group.slug, platform=group.platform, version=0, wakes_at=AT_ONCE)
    session.add(row)
    session.flush()
    for conversation in group.conversations:
        _link(session, group.id, group.platform, conversation)
    rearrange(session)
    return row


def _link(session: Session, group: str, platform: str, conversation: str) -> None:
    values = {"platform": platform, "conversation": conversation, "group_id": group}
    session.execute(insert_once(session, ConversationRow, values))
