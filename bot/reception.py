"""What is asked of the bot itself rather than of one group: a new group, one more channel for it, all one's groups."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence

from bot.arrivals import arrive, wants_group
from bot.platform import CannotSay, PerhapsSaid, Platform, Written
from bot.route import Look, Routes, is_addressed, said_in
from bot.turn import speaker_of
from handlers.groups.mine import asks_for_groups, overview
from handlers.reading.routing import Group
from meetings.document import Document
from meetings.facts import Fact
from meetings.language import texts_for
from storage.store import Store

_log = logging.getLogger(__name__)

Found = Callable[[str, Sequence[Fact], str, Sequence[str]], Awaitable[None]]


class Reception:
    """Takes messages to the bot before they are routed to a group."""

    def __init__(self, store: Store, routes: Routes, look: Look, found: Found) -> None:
        self._store = store
        self._routes = routes
        self._look = look
        self._found = found

    async def receive(self, event: Written, platform: Platform) -> bool:
        """Answer what no single group can; tell whether that was all. A group that is founded hears the message too."""
        if not is_addressed(event):
            return False
        if asks_for_groups(said_in(event)):
            await self._tell(event, platform, await self._overview(event, platform.name))
            return True
        where = event.beside if event.private else event.conversation
        here = await self._routes.reached(platform.name, where) if where is not None else ()
        if here and not wants_group(event):
            return False
        groups = await self._all(event, platform.name)
        if not any(group.speaker for group in groups):
            self._routes.forget()  # she may be in a group that another program has just set up
            groups = await self._all(event, platform.name)
        if event.private and not wants_group(event) and any(group.speaker for group in groups):
            return False
        arrival = arrive(event, here, groups)
        if arrival.founding is not None:
            founding = arrival.founding
            await self._found(founding.group_id, founding.facts, platform.name, (founding.channel,))
        if arrival.link is not None:
            await self._store.link(arrival.link, platform.name, event.conversation)
            self._routes.forget()
        if arrival.told is not None:
            await self._tell(event, platform, arrival.told)
        return arrival.told is not None

    async def _overview(self, event: Written, platform: str) -> Document:
        groups = [group for group in await self._all(event, platform) if group.speaker is not None]
        language = groups[0].record.group.language if groups else "sv"
        own = [(group.record, group.speaker) for group in groups if group.speaker is not None]
        return overview(own, event.at, texts_for(language))

    async def _all(self, event: Written, platform: str) -> list[Group]:
        groups = []
        for id in await self._routes.reached(platform, None):
            record = await self._look(id)
            groups.append(Group(id, record, speaker_of(record, event.author.account, event.author.name)))
        return groups

    async def _tell(self, event: Written, platform: Platform, document: Document) -> None:
        conversation = event.beside if event.private else event.conversation
        try:
            await platform.tell_privately(event.author.account, document, conversation=conversation, cause=event.id)
        except (CannotSay, PerhapsSaid) as error:
            # It would be said no better if the message came again.
            _log.warning("not answered: message %s: %s", event.id, error)
