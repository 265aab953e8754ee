"""Find the group an event is about: by its conversation, and among several by what it says and who says it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.platform import Deleted, Edited, Event, Reacted, Written
from bot.turn import speaker_of
from handlers.reading.answers import choose_option
from handlers.reading.parts import take_apart, without_address
from handlers.reading.routing import Group, Heard, choose
from meetings.facts import About
from meetings.record import Record
from storage.store import Store

Look = Callable[[str], Awaitable[Record]]


@dataclass(frozen=True)
class Routed:
    """The groups an event can be about, the only one or several; the event without the name of its group.

    `settles` is the question of which group, and the group it was asked in, when the event answers one.
    """

    groups: tuple[str, ...]
    event: Event
    settles: tuple[str, str] | None = None


class Routes:
    """Which groups are reached where. The answer is kept until a group is set up or linked, here or by another program.

    That there is none is asked again each time: another program may just have set it up.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[tuple[str, str | None], tuple[str, ...]] = {}

    def forget(self) -> None:
        """Ask the store anew next time."""
        self._known.clear()

    async def find(self, event: Event, platform: str, look: Look) -> Routed:
        """Give the groups that an event can be about, none when no group can be meant."""
        beside = event.beside if isinstance(event, Written) else None
        ids = await self.reached(platform, beside if event.private else event.conversation)
        if not ids and beside is not None:
            ids = await self.reached(platform, None)
        elif len(ids) < 2 and (beside is not None or not event.private):
            if not event.private or not ids:
                return Routed(ids, event)
            return Routed(ids, _without_name(event, [await _group(ids[0], event, look)]))
        groups = [await _group(id, event, look) for id in ids]
        if event.private:
            groups = [group for group in groups if group.speaker is not None]
        if len(groups) < 2:
            return Routed(tuple(group.id for group in groups), _without_name(event, groups))
        chosen = _answer(event, groups)
        if chosen is not None:
            event, settles = chosen
            return replace(_narrowed(event, groups), settles=settles)
        return _narrowed(event, groups)

    async def reached(self, platform: str, conversation: str | None) -> tuple[str, ...]:
        """Give the groups of a channel, or for a private talk those of the whole platform."""
        key = (platform, conversation)
        if key in self._known:
            return self._known[key]
        if conversation is None:
            found = [group for group in await self._store.groups() if group.platform == platform]
        else:
            found = list(await self._store.groups_in(platform, conversation))
        groups = tuple(group.id for group in found)
        if groups:
            self._known[key] = groups
        return groups


def is_addressed(event: Event) -> bool:
    """Tell whether a message names the bot, or is to it alone."""
    return isinstance(event, Written | Edited) and (event.private or take_apart(event.text).addressed)


def said_in(event: Event) -> str:
    """Give a message's text without the address to the bot; "" for an event without one."""
    if not isinstance(event, Written | Edited):
        return ""
    return "\n".join(without_address(line) for line in event.text.split("\n")).strip()


async def _group(id: str, event: Event, look: Look) -> Group:
    record = await look(id)
    return Group(id, record, speaker_of(record, event.author.account, event.author.name))


def _narrowed(event: Event, groups: list[Group]) -> Routed:
    text = said_in(event)
    heard = Heard(
        text=text,
        account=event.author.account,
        author=event.author.name,
        at=_at(event),
        private=event.private,
        addressed=is_addressed(event),
        messages=_messages(event),
    )
    choice = choose(heard, groups)
    if choice.text != text and isinstance(event, Written | Edited):
        address = "" if event.private or not is_addressed(event) else "@mötesbot "
        event = replace(event, text=f"{address}{choice.text}")
    return Routed(choice.groups, event)


def _without_name(event: Event, groups: list[Group]) -> Event:
    """Take the name of the only group there is from the front of a text: a button says it, whoever presses it."""
    if not isinstance(event, Written) or not groups:
        return event
    return replace(event, text=event.text.removeprefix(f"{groups[0].record.group.name}: "))


def _answer(event: Event, groups: list[Group]) -> tuple[Event, tuple[str, str]] | None:
    """Read a message as the answer to which group was meant: what was said then, with the group's name before it."""
    if not isinstance(event, Written) or not (event.private or event.thread):
        return None
    asked = [
        (pending, group.id)
        for group in groups
        for pending in group.record.pending.values()
        if pending.about is About.GROUP and group.speaker is not None and pending.to == group.speaker.id
    ]
    for pending, group in sorted(asked, key=lambda pair: pair[0].at, reverse=True):
        option = choose_option(said_in(event), pending.options)
        if option is not None:
            return replace(event, text=option.text, private=True), (group, pending.id)
    return None


def _at(event: Event) -> datetime:
    return event.deleted_at if isinstance(event, Deleted) else event.at


def _messages(event: Event) -> tuple[str, ...]:
    match event:
        case Written():
            return (event.thread,) if event.thread else ()
        case Edited():
            return tuple(message for message in (event.id, event.thread) if message)
        case Deleted():
            return (event.id,)
        case Reacted():
            return (event.on,)
