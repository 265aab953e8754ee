"""Reads afterwards what was written in Slack while nobody listened, and what was changed or taken away meanwhile."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from bot.desk import Desk
from bot.platform import Author, CannotSay, Deleted, DeliveryError, Edited, Event, Reacted, Written
from bot.slack.ear import Ear
from bot.slack.errors import Refused
from bot.slack.marks import Marks
from bot.slack.people import NotToldNow
from bot.slack.read import edit_of, people_of, read_again
from bot.slack.shapes import Body, moment, stamp_of
from bot.slack.text import sign
from bot.slack.workspaces import Workspace
from bot.turn import SUPPORTING
from meetings.document import Document
from meetings.language import texts_for

_log = logging.getLogger(__name__)

PAGE = 15
"""Messages a call; an app that is sold outside Slack's own shop gets no more."""
MOST = 3_000
"""Messages that are read of one conversation."""
LOOK_BACK = timedelta(days=2)
"""How far before the gap messages are compared with what was taken down, and threads looked for that went on."""
GLANCE = timedelta(minutes=10)
"""The same where the gap is only that a connection was lost."""
LONGEST_GAP = timedelta(days=14)
AWAY = timedelta(minutes=2)
"""So old must something be that an answer to it comes late."""
PATIENCE = 6
"""How often a call is tried that Slack does not answer just now."""
_GONE = frozenset({"thread_not_found", "message_not_found"})


class Kept(Protocol):
    """What is kept of events."""

    async def taken(self, platform: str, conversation: str, since: datetime) -> tuple[str, ...]:
        """Give the events of a conversation that had an effect since then."""

    async def first_time(self, platform: str, event: str, conversation: str) -> bool:
        """Take down that something happened; False when that was done before."""


@dataclass(frozen=True)
class _Place:
    workspace: Workspace
    conversation: str
    mark: datetime
    back: timedelta


class Backfill:
    """One for all workspaces; reads one of them at a time, and once more when it is asked for meanwhile."""

    def __init__(
        self,
        desk: Desk,
        ear: Ear,
        marks: Marks,
        kept: Kept,
        *,
        first_pause: float = 1.0,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`first_pause` is waited before a second try, and twice as long before each one after it."""
        self._desk = desk
        self._ear = ear
        self._marks = marks
        self._kept = kept
        self._first_pause = first_pause
        self._clock = clock
        self._turn = asyncio.Lock()
        self._asked: set[str] = set()

    async def catch_up(self, workspace: Workspace, back: timedelta = LOOK_BACK) -> None:
        """Read what was missed in the conversations of a workspace: channels first, then private talks."""
        if workspace.name in self._asked:
            return
        self._asked.add(workspace.name)
        async with self._turn:
            self._asked.discard(workspace.name)
            gaps = self._marks.gaps(workspace.name)
            for conversation in sorted(gaps, key=lambda one: (one.startswith("D"), one)):
                mark = max(gaps[conversation], self._clock() - LONGEST_GAP)
                await self._read(_Place(workspace, conversation, mark, back))

    async def _read(self, place: _Place) -> None:
        try:
            await self._compare(place)
        except DeliveryError as error:
            _log.warning("not read afterwards: %s, %s: %s", place.workspace.name, place.conversation, error)
            if not isinstance(error, CannotSay):
                return
        self._marks.read((place.workspace.name, place.conversation))

    async def _compare(self, place: _Place) -> None:
        name, conversation = place.workspace.name, place.conversation
        since = place.mark - place.back
        events = await self._kept.taken(name, conversation, since)
        taken = {event for event in events if (at := moment(event)) is not None and at >= since}
        there = {_stamp(message): message for message in await self._history(place, since)}
        for root in [message for message in there.values() if message.get("reply_count")]:
            if _at(root.get("latest_reply")) > place.mark or taken - set(there):
                there |= {_stamp(reply): reply for reply in await self._replies(place, _stamp(root), since)}
        before = await self._versions(place)
        found = await self._events(place, there, taken)
        for event in sorted(found, key=_moment):
            await self._ear.hear(place.workspace, event)
        new = [event.at for event in found if isinstance(event, Written) and event.id not in taken]
        if new and before != await self._versions(place):
            await self._tell_of_it(place, min(new), max(new))

    async def _events(self, place: _Place, there: Mapping[str, Body], taken: set[str]) -> list[Event]:
        """Give what happened: what is new, what was changed, what is there no longer, who agreed to something."""
        workspace, conversation = place.workspace, place.conversation
        found: list[Event] = []
        ledgers = [await self._desk.ledger(group) for group in await self._desk.reached(workspace.name, conversation)]
        for stamp, message in there.items():
            await self._patiently(lambda: workspace.people.learn(people_of(message)))  # noqa: B023
            written = read_again(message, conversation, workspace.people.name, workspace.bot_user)
            if written is None:
                continue
            # Events are forgotten after some days, facts are not.
            known = stamp in taken or any(ledger.of_message(stamp) for ledger in ledgers)
            if written.at > place.mark and not known:
                found.append(written)
            elif known:
                edited = edit_of(message, written)
                if edited is not None and edited.edited_at >= place.mark - place.back:
                    found.append(edited)
            if known or written.at > place.mark:
                found += await self._support(place, message, written)
        for stamp in sorted(taken - set(there)):
            found += await self._look_for(place, stamp)
        return found

    async def _look_for(self, place: _Place, stamp: str) -> list[Event]:
        """Look for a message that was taken down and is not in the history: in a thread, or nowhere any more."""
        try:
            replies = await self._call(place, "conversations.replies", ts=stamp, limit=1)
        except Refused as refused:
            if refused.code not in _GONE:
                raise
            replies = []
        here = next((message for message in replies if _stamp(message) == stamp), None)
        if here is None or here.get("subtype") == "tombstone":
            private = place.conversation.startswith("D")
            nobody = Author("", "")
            at = max(place.mark, moment(stamp) or place.mark)
            return [Deleted(place.conversation, nobody, stamp, at, f"{stamp}:deleted", private)]
        written = read_again(here, place.conversation, place.workspace.people.name, place.workspace.bot_user)
        edited = edit_of(here, written) if written is not None else None
        return [edited] if edited is not None else []

    async def _support(self, place: _Place, message: Body, written: Written) -> list[Event]:
        """Give the reactions to a message that say yes to it and are not counted yet."""
        groups = await self._desk.reached(place.workspace.name, place.conversation)
        if len(groups) != 1:
            return []
        record = await self._desk.record(groups[0])
        counted = record.supporters.get(written.id, set())
        found: list[Event] = []
        for reaction in _list(message.get("reactions")):
            emoji = sign(str(reaction.get("name", "")))
            for account in _list_of_text(reaction.get("users")) if emoji in SUPPORTING else ():
                person = record.person_of_account(account)
                if account == place.workspace.bot_user or person is not None and person.id in counted:
                    continue
                await self._patiently(lambda: place.workspace.people.learn((account,)))  # noqa: B023
                author = Author(account, place.workspace.people.name(account) or account)
                event = f"{written.id}:+{emoji}:{account}:found"
                found.append(Reacted(place.conversation, author, written.id, emoji, self._clock(), event))
        return found

    async def _tell_of_it(self, place: _Place, first: datetime, last: datetime) -> None:
        """Say once in a channel that what is answered now was written while the bot was away."""
        now = self._clock()
        groups = await self._desk.reached(place.workspace.name, place.conversation)
        if place.conversation.startswith("D") or not groups or now - first < AWAY:
            return
        if not await self._kept.first_time(place.workspace.name, f"away:{stamp_of(first)}", place.conversation):
            return
        group = (await self._desk.record(groups[0])).group
        texts = texts_for(group.language)
        said = [_told(at.astimezone(group.zone), now.astimezone(group.zone), texts) for at in (first, last)]
        told = Document.of(texts.paragraph("slack.channel.away", since=said[0], until=said[1]))
        await place.workspace.port.send(place.conversation, told, key=f"away:{place.conversation}:{stamp_of(first)}")

    async def _versions(self, place: _Place) -> tuple[int, ...]:
        groups = await self._desk.reached(place.workspace.name, place.conversation)
        return tuple([(await self._desk.ledger(group)).version for group in groups])

    # Slack

    async def _history(self, place: _Place, since: datetime) -> list[Body]:
        return await self._call(place, "conversations.history", oldest=stamp_of(since), inclusive=True, limit=PAGE)

    async def _replies(self, place: _Place, root: str, since: datetime) -> list[Body]:
        found = await self._call(place, "conversations.replies", ts=root, oldest=stamp_of(since), limit=PAGE)
        return [message for message in found if _stamp(message) != root]

    async def _call(self, place: _Place, method: str, **arguments: Any) -> list[Body]:
        """Give the messages on all pages. Raises DeliveryError when Slack says no, or does not answer for long."""
        calls = place.workspace.port.calls
        function = getattr(calls.client, method.replace(".", "_"))
        found: list[Body] = []
        cursor: dict[str, str] = {}
        while len(found) < MOST:
            answer = await self._patiently(
                lambda: calls.call(
                    method,
                    function,
                    repeatable=True,
                    channel=place.conversation,
                    **arguments,
                    **cursor,  # noqa: B023
                )
            )
            found += _list(answer.get("messages"))
            more = answer.get("response_metadata")
            following = more.get("next_cursor") if isinstance(more, Mapping) else None
            if not following or arguments.get("limit") == 1:
                return found
            cursor = {"cursor": str(following)}
        _log.warning("read afterwards only in part: %s, %s", place.workspace.name, place.conversation)
        return found

    async def _patiently(self, call: Callable[[], Awaitable[Any]]) -> Any:
        """Call as often as it takes until Slack answers, within reason, and not before it says."""
        for again in range(PATIENCE):
            try:
                return await call()
            except NotToldNow:
                wait = self._first_pause * 2**again
            except DeliveryError as error:
                after = getattr(error, "after", None)
                if isinstance(error, Refused) or again == PATIENCE - 1:
                    raise
                wait = after if after is not None else self._first_pause * 2**again
            await asyncio.sleep(wait)
        return None


def _told(at: datetime, now: datetime, texts: Any) -> str:
    clock: str = texts.clock(at.time())
    return clock if at.date() == now.date() else f"{texts.short_date(at.date(), now.date())} {clock}"


def _moment(event: Event) -> datetime:
    match event:
        case Written():
            return event.at
        case Edited():
            return event.edited_at
        case Deleted():
            return event.deleted_at
        case Reacted():
            return event.at


def _stamp(message: Body) -> str:
    stamp = message.get("ts")
    return stamp if isinstance(stamp, str) else ""


def _at(stamp: object) -> datetime:
    return moment(stamp if isinstance(stamp, str) else None) or datetime.min.replace(tzinfo=UTC)


def _list(value: object) -> list[Body]:
    there: Sequence[object] = value if isinstance(value, list) else ()
    return [one for one in there if isinstance(one, Mapping)]


def _list_of_text(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
