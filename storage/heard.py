"""How far conversations have been heard, and which of their messages had an effect."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from storage.database import Database
from storage.inbox import first_time
from storage.tables import ConversationRow, HeardRow, InboxRow, OutboxRow


class Heard:
    """Every method may raise StorageError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, marks: Mapping[tuple[str, str], datetime]) -> None:
        """Keep how far conversations have been heard, by platform and conversation."""

        def work(session: Session) -> None:
            for (platform, conversation), until in marks.items():
                session.merge(HeardRow(platform=platform, conversation=conversation, until=until.astimezone(UTC)))

        await self._database.write(work)

    async def marks(self, platform: str) -> dict[str, datetime]:
        """Give how far each conversation of a platform has been heard."""
        query = select(HeardRow).where(HeardRow.platform == platform)
        return await self._database.read(
            lambda session: {row.conversation: row.until for row in session.exec(query).all()}
        )

    async def taken(self, platform: str, conversation: str, since: datetime) -> tuple[str, ...]:
        """Give the events of a conversation that had an effect since then, in order."""
        query = (
            select(InboxRow.event_id)
            .where(
                InboxRow.source == platform,
                InboxRow.conversation == conversation,
                col(InboxRow.seen_at) >= since.astimezone(UTC),
            )
            .order_by(InboxRow.event_id)
        )
        return await self._database.read(lambda session: tuple(session.exec(query).all()))

    async def first_time(self, platform: str, event: str, conversation: str) -> bool:
        """Take down that an event that concerns no group's record had its effect; False when it was taken before."""
        return await self._database.write(lambda session: first_time(session, platform, event, conversation))

    async def move(self, platform: str, old: str, new: str) -> None:
        """Let what is known of a conversation hold for its new id: its groups, its mark, and what is said in it."""

        def work(session: Session) -> None:
            for row in session.exec(
                select(ConversationRow).where(ConversationRow.platform == platform, ConversationRow.conversation == old)
            ).all():
                session.merge(ConversationRow(platform=platform, conversation=new, group_id=row.group_id))
                session.delete(row)
            mark = session.get(HeardRow, (platform, old))
            if mark is not None:
                session.merge(HeardRow(platform=platform, conversation=new, until=mark.until))
                session.execute(
                    delete(HeardRow).where(col(HeardRow.platform) == platform, col(HeardRow.conversation) == old)
                )
            session.execute(
                update(OutboxRow)
                .where(col(OutboxRow.platform) == platform, col(OutboxRow.recipient) == old)
                .values(recipient=new)
            )
            session.execute(
                update(InboxRow)
                .where(col(InboxRow.source) == platform, col(InboxRow.conversation) == old)
                .values(conversation=new)
            )

        await self._database.write(work)
