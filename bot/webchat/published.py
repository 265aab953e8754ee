"""What is published in the groups of the web chat, as it lies in the store: minutes, revisions, files."""

from __future__ import annotations

from bot.webchat.view import Issued, Revised
from meetings.facts import AttachmentKept
from meetings.minutes import Minutes
from storage.published import Revision
from storage.store import Store


class Shelf:
    """Reads what was published. A revision never changes, so that each is read once."""

    def __init__(self, store: Store, platform: str) -> None:
        self._store = store
        self._platform = platform
        self._revisions: dict[tuple[str, str, int], tuple[Revision, ...]] = {}
        self._formats: dict[tuple[str, str, int], tuple[str, ...]] = {}

    async def groups(self) -> tuple[str, ...]:
        """Give the ids of the groups that are reached on this platform: no other group opens here."""
        return tuple(group.id for group in await self._store.groups() if group.platform == self._platform)

    async def issued(self, group: str) -> tuple[Issued, ...]:
        """Give the published minutes of a group, latest meeting first, with how the last revision stands now."""
        found = []
        for filed in await self._store.filed(group):
            revised = [
                Revised(one.number, one.status, one.published_at, await self._files(group, filed.meeting, one.number))
                for one in await self._of(group, filed.meeting, filed.revision)
            ]
            if revised:
                last = revised[-1]
                revised[-1] = Revised(last.number, filed.status, last.at, last.formats)
            found.append(Issued(filed.meeting, filed.title, filed.date, tuple(revised)))
        return tuple(found)

    async def minutes(self, group: str, meeting: str, number: int) -> Minutes | None:
        """Give a revision as it was frozen; number 0 is the latest."""
        revisions = await self._store.revisions(group, meeting)
        fitting = [one for one in revisions if number in (0, one.number)]
        return Minutes.model_validate_json(fitting[-1].minutes) if fitting else None

    async def all(self, group: str) -> tuple[Minutes, ...]:
        """Give the latest revision of every meeting's minutes, oldest meeting first."""
        filed = await self._store.filed(group)
        found = [await self.minutes(group, one.meeting, one.revision) for one in reversed(filed)]
        return tuple(one for one in found if one is not None)

    async def file(self, group: str, meeting: str, number: int, form: str) -> tuple[str, bytes] | None:
        """Give a file of a revision, with the name it is saved under."""
        if group not in await self.groups():
            return None
        content = (await self._store.revision_files(group, meeting, number)).get(form)
        minutes = await self.minutes(group, meeting, number)
        if content is None or minutes is None:
            return None
        return f"{minutes.date.isoformat()}-{group}-v{number}.{form}", content

    async def attachment(self, ref: str) -> tuple[str, bytes] | None:
        """Give a file that a group keeps, with the name it came with."""
        for group in await self.groups():
            found = await self._store.content(group, ref)
            if found is not None:
                facts = [fact for _, fact in await self._store.facts_of_message(group, found[0])]
                names = (fact.name for fact in facts if isinstance(fact, AttachmentKept) and fact.ref == ref)
                return next(names, None) or ref, found[1]
        return None

    async def _of(self, group: str, meeting: str, latest: int) -> tuple[Revision, ...]:
        key = (group, meeting, latest)
        if key not in self._revisions:
            self._revisions[key] = await self._store.revisions(group, meeting)
        return self._revisions[key]

    async def _files(self, group: str, meeting: str, number: int) -> tuple[str, ...]:
        key = (group, meeting, number)
        if key not in self._formats:
            self._formats[key] = tuple(await self._store.revision_files(group, meeting, number))
        return self._formats[key]
