"""What a turn has to say becomes rows of the outbox: to whom, where, and what, as data that a later start can read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from bot.platform import Event, Reacted, Written
from bot.unheard import event_id
from handlers.command import Answer, Post, React, Remind, Reply, Tell
from meetings.document import Document, doc
from meetings.facts import AttachmentAnnounced, Fact
from meetings.language import texts_for
from meetings.record import Record
from storage.outgoing import Kind, Outgoing, Verb

if TYPE_CHECKING:
    from pydantic import TypeAdapter

SPREAD = timedelta(seconds=120)
"""Over how long reminders are spread that fall due at one moment in many groups."""

_LAST = 1_000
"""Files are fetched when all is said."""


@dataclass(frozen=True)
class Reaction:
    """An emoji on a message."""

    message: str
    emoji: str


@dataclass(frozen=True)
class Line:
    """Something said in words: in the conversation that the row is for, or to the account.

    `beside` is the channel where it came up, `under` the message there. `person` is a person's id when it is for one;
    she has no account when `nowhere`. `meeting` names the minutes that go along, as they are when it is said or, of a
    `revision`, as they were published; `whole`: in words too and not only as `files`.
    """

    document: Document = Document()
    person: str | None = None
    nowhere: bool = False
    here: bool = False
    beside: str | None = None
    under: str | None = None
    cause: str | None = None
    meeting: str | None = None
    revision: int | None = None
    whole: bool = True
    files: bool = False


@dataclass(frozen=True)
class Reminding:
    """Something to remind of, worded when it is said."""

    remind: Remind


@dataclass(frozen=True)
class Fetching:
    """A file of a message, to be fetched and kept; `account` is who shared it, `place` where."""

    message: str
    ref: str
    name: str
    account: str
    place: str | None = None


Saying = Reaction | Line | Reminding | Fetching


def dump(saying: Saying) -> dict[str, Any]:
    """Give it as data."""
    if isinstance(saying, Reaction):
        return {"message": saying.message, "emoji": saying.emoji}
    dumped: dict[str, Any] = _adapter().dump_python(saying, mode="json", exclude_defaults=True)
    return dumped


def load(payload: Mapping[str, Any]) -> Saying:
    """Read it back; raises ValueError for what is nothing of the kind."""
    return _adapter().validate_python(payload)


@cache
def _adapter() -> TypeAdapter[Saying]:
    from pydantic import TypeAdapter

    return TypeAdapter(Saying)


def written(
    replies: Sequence[Reply],
    event: Event,
    record: Record,
    platform: str,
    group: str,
    published: tuple[str, int] | None = None,
) -> tuple[Outgoing, ...]:
    """Give what is to be said because of an event; what is private never reaches the channel.

    `record` is as it stands after the event. `published` tells which revision of which meeting's minutes it made.
    """
    stem = f"{group}/{event_id(event)}"
    if isinstance(event, Written) and event.gesture and any(isinstance(one, Answer) for one in replies):
        # The answer is acknowledgement enough where there is no message to put an emoji on.
        replies = [one for one in replies if not isinstance(one, React)]
    rows = [row for reply in replies if (row := _answered(reply, event, record, platform, published)) is not None]
    return tuple(replace(row, key=f"{stem}/{number}", number=number) for number, row in enumerate(rows, 1))


def fetching(facts: Sequence[Fact], event: Event, record: Record, platform: str, group: str) -> tuple[Outgoing, ...]:
    """Give what is to be fetched because of an event's facts, in a group that keeps its attachments."""
    if record.settings is None or record.group.attachments != "keep":
        return ()
    refs = {fact.ref: fact for fact in facts if isinstance(fact, AttachmentAnnounced) and fact.ref is not None}
    rows = []
    for number, (ref, fact) in enumerate(refs.items(), 1):
        message = fact.said.message or ""
        place = None if event.private else event.conversation
        file = Fetching(message, ref, fact.name or ref, event.author.account, place)
        key = f"{group}/{event_id(event)}/file/{number}"
        rows.append(Outgoing(key, platform, Kind.REPLY, Verb.FETCH, ref, dump(file), number + _LAST, cause=message))
    return tuple(rows)


def stays_a_link(row: Outgoing, file: Fetching, record: Record) -> tuple[Outgoing, ...]:
    """Give the line that tells somebody, once, that a file she shared could not be kept."""
    if record.settings is None:
        return ()
    person = record.person_of_account(file.account)
    words = texts_for(record.group.language).paragraph("voice.stays_a_link", name=file.name)
    line = Line(
        Document.of(words), person.id if person else None, here=file.place is not None, beside=file.place,
        under=file.message if file.place else None, cause=file.message,
    )  # fmt: skip
    key = f"{row.key}/link"
    return (Outgoing(key, row.platform, Kind.REPLY, Verb.TELL, file.account, dump(line), cause=file.message),)


def by_the_clock(
    replies: Sequence[Reply], stem: str, record: Record, platform: str, now: datetime, *, spread: bool = False
) -> tuple[Outgoing, ...]:
    """Give what is to be said because of the time; `stem` tells what fell due from all else that ever does.

    `spread`: much falls due at this moment, so that reminders wait a little, each as long as its key says.
    """
    rows = [row for reply in replies if (row := _posted(reply, record, platform, None, None)) is not None]
    keyed = [replace(row, key=f"{stem}/{number}", number=number) for number, row in enumerate(rows, 1)]
    return tuple(
        replace(row, delay=_jitter(row, now)) if spread and row.kind is Kind.REMINDER else row for row in keyed
    )


def _answered(
    reply: Reply, event: Event, record: Record, platform: str, published: tuple[str, int] | None
) -> Outgoing | None:
    about = _about(event)
    message = _message(event)
    beside = _beside(event)
    account = event.author.account
    match reply:
        case React() if isinstance(event, Written) and event.gesture:
            line = Line(doc(reply.emoji), here=beside is not None, beside=beside, cause=message)
            return Outgoing("", platform, Kind.REPLY, Verb.TELL, account, dump(line), cause=about)
        case React():
            payload = dump(Reaction(about, reply.emoji))
            return Outgoing("", platform, Kind.REPLY, Verb.REACT, event.conversation, payload, cause=about)
        case Answer() if event.private:
            person = record.person_of_account(account)
            line = Line(
                reply.document, person.id if person else None, here=beside is not None, beside=beside, cause=message
            )
            return Outgoing("", platform, Kind.REPLY, Verb.TELL, account, dump(line), cause=about)
        case Answer():
            line = Line(reply.document, under=about, cause=message)
            return Outgoing("", platform, Kind.REPLY, Verb.SEND, event.conversation, dump(line), cause=about)
        case Tell(to=None):
            person = record.person_of_account(account)
            line = Line(
                reply.document, person.id if person else None, here=beside is not None, beside=beside,
                under=about if beside and not event.private else None, cause=message, meeting=reply.minutes,
            )  # fmt: skip
            return Outgoing("", platform, Kind.REPLY, Verb.TELL, account, dump(line), cause=about)
        case Tell():
            return replace(_told(reply, record, platform, event), cause=about)
        case Post() | Remind():
            row = _posted(reply, record, platform, message, published)
            return replace(row, cause=about) if row is not None else None


def _posted(
    reply: Reply, record: Record, platform: str, cause: str | None, published: tuple[str, int] | None
) -> Outgoing | None:
    """Give what is said in no answer to anybody; None for what answers, since nobody asked."""
    channel = record.group.channel
    match reply:
        case Post():
            revision = published[1] if published is not None and published[0] == reply.minutes else None
            line = Line(
                reply.document, cause=cause if reply.minutes else None, meeting=reply.minutes, revision=revision,
                whole=reply.whole, files=reply.minutes is not None,
            )  # fmt: skip
            kind = Kind.MINUTES if reply.minutes else Kind.REPLY
            return Outgoing("", platform, kind, Verb.SEND, channel, dump(line), meeting=reply.minutes)
        case Tell() if reply.to is not None:
            return _told(reply, record, platform, None)
        case Remind():
            person = record.people.get(reply.to or "")
            if reply.to is not None and (person is None or person.account is None):
                return None
            to = person.account if person is not None and person.account is not None else channel
            verb = Verb.TELL if person is not None else Verb.SEND
            return Outgoing(
                "", platform, Kind.REMINDER, verb, to, dump(Reminding(reply)), meeting=reply.meeting,
                expires_at=reply.until,
            )  # fmt: skip
    return None


def _told(reply: Tell, record: Record, platform: str, event: Event | None) -> Outgoing:
    """Say it to a person; one without an account gets nothing, and a line where it came up says that there was."""
    assert reply.to is not None
    person = record.people.get(reply.to)
    account = person.account if person is not None else None
    beside = _beside(event) if event is not None else None
    line = Line(
        reply.document if account is not None else Document(),
        reply.to,
        nowhere=account is None,
        here=event is not None and account == event.author.account and beside is not None,
        beside=beside,
        under=_about(event) if event is not None and beside and not event.private else None,
        cause=_message(event) if event is not None else None,
        meeting=reply.minutes if account is not None else None,
    )
    return Outgoing("", platform, Kind.REPLY, Verb.TELL, account or reply.to, dump(line), meeting=None)


def undelivered(row: Outgoing, line: Line, group: str, record: Record, now: datetime) -> Outgoing | None:
    """Give the line that says that somebody could not be reached, and nothing of what it was about; once a day."""
    person = record.people.get(line.person or "")
    if person is None or record.settings is None:
        return None
    day = now.astimezone(record.group.zone).date()
    text = texts_for(record.group.language).t("voice.undelivered", name=person.name)
    return Outgoing(
        key=f"{group}/undelivered/{person.id}/{day.isoformat()}",
        platform=row.platform,
        kind=Kind.REPLY,
        verb=Verb.SEND,
        recipient=line.beside or record.group.channel,
        payload=dump(Line(doc(text), under=line.under if line.beside else None)),
        cause=row.cause,
    )


def _jitter(row: Outgoing, now: datetime) -> timedelta:
    """Give how long it waits, by its key; never so long that it comes too late."""
    part = int.from_bytes(sha256(row.key.encode()).digest()[:4], "big") / 2**32
    within = SPREAD if row.expires_at is None else min(SPREAD, max(row.expires_at - now, timedelta()) / 2)
    return within * part


def _beside(event: Event) -> str | None:
    """Give the channel that something came up in; None for a private talk."""
    if event.private:
        return event.beside if isinstance(event, Written) else None
    return event.conversation


def _message(event: Event) -> str:
    return event.event if isinstance(event, Reacted) else event.id


def _about(event: Event) -> str:
    """Give the message that an event is about: what was reacted to, not the reaction."""
    return event.on if isinstance(event, Reacted) else event.id
