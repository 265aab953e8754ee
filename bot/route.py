"""Find the group an event is about: by its conversation, and by who writes when that fits several."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.platform import Edited, Event, Written
from bot.turn import speaker_of
from meetings.record import Record
from meetings.words import fold
from storage.store import Store

Look = Callable[[str], Awaitable[Record]]


class Routes:
    """Which groups are reached where. The answer is kept until a group is set up or linked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[tuple[str, str | None], tuple[str, ...]] = {}

    def forget(self) -> None:
        """Ask the store anew next time."""
        self._known.clear()

    async def find(self, event: Event, platform: str, look: Look) -> str | None:
        """Give the group that an event is about, None when no group can be meant."""
        groups = await self._reached(platform, None if event.private else event.conversation)
        if event.private:
            groups = tuple([g for g in groups if speaker_of(await look(g), event.author.account, event.author.name)])
        if len(groups) < 2:
            return groups[0] if groups else None
        return await self._likeliest(groups, event, look)

    async def _reached(self, platform: str, conversation: str | None) -> tuple[str, ...]:
        """Give the groups of a channel, or for a private talk those of the whole platform."""
        key = (platform, conversation)
        if key not in self._known:
            if conversation is None:
                groups = [group for group in await self._store.groups() if group.platform == platform]
                self._known[key] = tuple(group.id for group in groups)
            else:
                self._known[key] = tuple(group.id for group in await self._store.groups_in(platform, conversation))
        return self._known[key]

    async def _likeliest(self, groups: tuple[str, ...], event: Event, look: Look) -> str:
        """Take the group that is named, else where the message or thread is known, a meeting is open, she belongs."""
        text = fold(event.text) if isinstance(event, Written | Edited) else ""
        weights: list[tuple[int, int, str]] = []
        for place, group in enumerate(groups):
            record = await look(group)
            weight = 0
            weight += 16 * (fold(record.group.name) in text)
            weight += 8 * any(known in record.traces for known in _messages(event))
            weight += 4 * (record.open_meeting is not None)
            weight += 2 * (speaker_of(record, event.author.account, event.author.name) is not None)
            weights.append((-weight, place, group))
        return min(weights)[2]


def _messages(event: Event) -> tuple[str, ...]:
    known = (getattr(event, name, None) for name in ("id", "thread", "on"))
    return tuple(message for message in known if message)
