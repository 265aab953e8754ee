"""The minutes that go along with what is said: fetched when it is said, as they are then or as they were published."""

from __future__ import annotations

from bot.archive import Archive
from bot.platform import File
from documents.chat import minutes_document
from meetings.document import Document
from meetings.language import texts_for


class Paper:
    """Finds minutes and their files."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    async def words(self, group: str, meeting: str, revision: int | None) -> Document:
        """Give a meeting's minutes in words: those of a revision, or as they stand. Raises LookupError."""
        minutes = await self._archive.minutes(group, meeting, revision)
        return minutes_document(minutes, texts_for(minutes.language))

    async def files(self, group: str, meeting: str, revision: int | None) -> tuple[File, ...]:
        """Give the files of a published revision, the latest unless one is named, as they were frozen."""
        minutes = await self._archive.minutes(group, meeting, revision)
        name = f"{minutes.date.isoformat()}-{group}"
        kept = await self._archive.files(group, meeting, revision)
        return tuple(File(f"{name}.{form}", content) for form, content in kept.items())
