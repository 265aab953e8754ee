"""Say what a handler answered, on the platform it is to be said on, to those it is meant for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.platform import Deleted, Edited, Event, File, Platform, Reacted, Written
from documents.chat import minutes_document
from handlers.command import Answer, Post, React, Remind, Reply, Tell
from handlers.reminders.wording import compose
from meetings.document import Document, doc
from meetings.language import texts_for
from meetings.minutes import Minutes
from meetings.record import Record


class Paper(Protocol):
    """Where the minutes that go along with a reply come from."""

    async def minutes(self, meeting: str) -> Minutes:
        """Give a meeting's minutes as they stand."""

    async def files(self, meeting: str) -> tuple[File, ...]:
        """Give a meeting's minutes as files."""


async def speak(
    replies: Sequence[Reply],
    event: Event | None,
    record: Record,
    platform: Platform,
    paper: Paper,
    now: datetime | None = None,
) -> None:
    """Say each reply; what is private never reaches the channel. No event: it is the clock that speaks, `now`."""
    message = _message(event) if event is not None else None
    for reply in replies:
        match reply:
            case React():
                if isinstance(event, Written) and event.gesture:
                    seen = doc(reply.emoji)
                    await platform.tell_privately(event.author.account, seen, conversation=event.beside, cause=message)
                elif event is not None:
                    await platform.react(event.conversation, _about(event), reply.emoji)
            case Answer():
                if event is None:
                    continue
                if event.private:
                    await platform.tell_privately(
                        event.author.account, reply.document, conversation=_beside(event), cause=message
                    )
                else:
                    await platform.send(event.conversation, reply.document, thread=_about(event), cause=message)
            case Tell():
                account = _account(reply, event, record)
                if account is not None:
                    document = await _with_minutes(reply.document, reply.minutes, paper)
                    own = event is not None and account == event.author.account
                    where = (_beside(event) if event.private else event.conversation) if event and own else None
                    await platform.tell_privately(account, document, conversation=where, cause=message)
            case Remind():
                reminder = compose(reply, record, now) if now is not None else None
                account = _account(Tell(reminder, reply.to), event, record) if reminder and reply.to else None
                if reminder is not None and reply.to is None:
                    await platform.send(record.group.channel, reminder)
                elif reminder is not None and account is not None:
                    await platform.tell_privately(account, reminder)
            case Post():
                document = await _with_minutes(reply.document, reply.minutes if reply.whole else None, paper)
                files = await paper.files(reply.minutes) if reply.minutes else ()
                cause = message if reply.minutes else None
                await platform.send(record.group.channel, document, cause=cause, files=files)


def _account(reply: Tell, event: Event | None, record: Record) -> str | None:
    if reply.to is None:
        return event.author.account if event is not None else None
    person = record.people.get(reply.to)
    return person.account if person is not None else None


async def _with_minutes(document: Document, meeting: str | None, paper: Paper) -> Document:
    if meeting is None:
        return document
    minutes = await paper.minutes(meeting)
    return document + minutes_document(minutes, texts_for(minutes.language))


def _beside(event: Event) -> str | None:
    """Give the channel that a word to the bot alone was said in."""
    return event.beside if isinstance(event, Written) else None


def _message(event: Event) -> str:
    match event:
        case Written() | Edited() | Deleted():
            return event.id
        case Reacted():
            return event.event


def _about(event: Event) -> str:
    """Give the message that an event is about: what was reacted to, not the reaction."""
    return event.on if isinstance(event, Reacted) else event.id
