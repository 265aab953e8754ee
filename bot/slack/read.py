"""What Slack sends, read: an event for the desk, something about a channel or an installation, or nothing for us."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from bot.platform import Author, Deleted, Edited, Event, Reacted, Written
from bot.slack.text import Names, mentioned, plain, sign

Body = Mapping[str, Any]
"""A payload as it came, of which nothing is taken for granted."""

_STAMP = re.compile(r"\d{1,11}\.\d{1,9}", re.ASCII)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SAID = frozenset({None, "", "file_share", "thread_broadcast", "me_message"})
"""Kinds of messages that somebody wrote; the rest is about channels, or from programs."""
_SLACKBOT = "USLACKBOT"


@dataclass(frozen=True)
class Joined:
    """Somebody, or the bot itself, came into a channel; `left`: went out of it."""

    conversation: str
    account: str
    event: str
    at: datetime
    left: bool = False


@dataclass(frozen=True)
class Renamed:
    """A channel has a new name."""

    conversation: str
    name: str


@dataclass(frozen=True)
class Archived:
    """A channel was archived or removed, or, `back`, is in use again."""

    conversation: str
    event: str
    at: datetime
    back: bool = False


@dataclass(frozen=True)
class IdChanged:
    """A channel is known by another id from now on."""

    old: str
    new: str
    event: str
    at: datetime


@dataclass(frozen=True)
class PersonChanged:
    """Somebody's account changed; `name` is what it shows now."""

    account: str
    name: str | None


@dataclass(frozen=True)
class Uninstalled:
    """The bot is no longer let in: taken out, or its token withdrawn. `teams`: only in these of an organisation's."""

    teams: tuple[str, ...] = ()


@dataclass(frozen=True)
class HomeOpened:
    """Somebody opened the bot's own page; `tab` is home or messages."""

    account: str
    tab: str


Happening = Joined | Renamed | Archived | IdChanged | PersonChanged | Uninstalled | HomeOpened


def read(body: Body, names: Names, bot: str | None = None) -> Event | Happening | None:
    """Read an event's payload; None for what is nobody's word to the bot, and for what cannot be read.

    `bot` is the bot's own account. Names are looked up with `names`; `people_in` tells whose are needed.
    """
    event = _map(body.get("event"))
    match event.get("type"):
        case "message" | "app_mention":
            return _message(event, _text(body.get("event_id")), names, bot)
        case "reaction_added" | "reaction_removed":
            return _reaction(event, _text(body.get("event_id")), names, bot)
        case kind:
            return _happening(kind, event, body, bot)


def read_again(message: Body, conversation: str, names: Names, bot: str | None = None) -> Written | None:
    """Read a message out of a channel's history."""
    return _written(message, conversation, conversation.startswith("D"), names, bot)


def edit_of(message: Body, written: Written) -> Edited | None:
    """Give the latest change of a message out of a channel's history; None when it is as first written."""
    stamp = _text(_map(message.get("edited")).get("ts"))
    at = moment(stamp)
    if at is None:
        return None
    return _edited(written, at, f"{written.id}:edited:{stamp}")


def conversation_of(body: Body) -> str:
    """Give the conversation that an event happened in; "" for one that happened in none."""
    event = _map(body.get("event"))
    channel = event.get("channel")
    return _text(channel) or _text(_map(channel).get("id")) or _text(_map(event.get("item")).get("channel"))


def stamp_in(body: Body) -> str | None:
    """Give the stamp of the message that an event brings; None for what brings none."""
    event = _map(body.get("event"))
    return _text(event.get("ts")) if event.get("type") in ("message", "app_mention") and _kind(event) in _SAID else None


def people_in(body: Body) -> tuple[str, ...]:
    """Give the accounts whose names reading a payload takes: who did it, and whom the text mentions."""
    event = _map(body.get("event"))
    return people_of(_map(event.get("message")) or event, _map(event.get("previous_message")).get("user"))


def people_of(message: Body, other: object = None) -> tuple[str, ...]:
    """Give the accounts whose names reading one message takes."""
    found = (_text(message.get("user")), _text(other), *mentioned(_text(message.get("text"))))
    return tuple(dict.fromkeys(account for account in found if account and account != _SLACKBOT))


def moment(stamp: str | None) -> datetime | None:
    """Give the time in Slack's stamp of a message, exact to the microsecond; None when it is none."""
    if not stamp or _STAMP.fullmatch(stamp) is None:
        return None
    return _EPOCH + timedelta(microseconds=int(Decimal(stamp) * 1_000_000))


def stamp_of(at: datetime) -> str:
    """Give a time as Slack writes it."""
    micros = (at - _EPOCH) // timedelta(microseconds=1)
    return f"{micros // 1_000_000}.{micros % 1_000_000:06d}"


# ------------------------------------------------------------------------------------------- messages


def _message(event: Body, event_id: str, names: Names, bot: str | None) -> Event | None:
    conversation = _text(event.get("channel"))
    kind = _text(event.get("channel_type"))
    private = kind in ("im", "app_home") or not kind and conversation.startswith("D")
    match event.get("subtype"):
        case "message_changed":
            return _changed(event, conversation, event_id, private, names, bot)
        case "message_deleted":
            old = _map(event.get("previous_message"))
            gone = _text(event.get("deleted_ts")) or _text(old.get("ts"))
            return _deleted(event, old, conversation, gone, event_id, private, names, bot)
    return _written(event, conversation, private, names, bot)


def _written(message: Body, conversation: str, private: bool, names: Names, bot: str | None) -> Written | None:
    stamp = _text(message.get("ts"))
    at = moment(stamp)
    if at is None or not conversation or not _by_a_person(message, bot) or _kind(message) not in _SAID:
        return None
    text = plain(_text(message.get("text")), names, bot)
    files = _files(message)
    if not text.strip() and not files:
        return None
    thread = _text(message.get("thread_ts"))
    return Written(
        conversation=conversation,
        author=_author(message, names),
        id=stamp,
        at=at,
        text=text,
        private=private,
        thread=thread if thread and thread != stamp and moment(thread) else None,
        files=files,
    )


def _changed(
    event: Body, conversation: str, event_id: str, private: bool, names: Names, bot: str | None
) -> Event | None:
    new, old = _map(event.get("message")), _map(event.get("previous_message"))
    if _kind(new) == "tombstone":
        return _deleted(event, old, conversation, _text(new.get("ts")), event_id, private, names, bot)
    # A preview that Slack puts below, a reply in the thread, a pin: all of them come as changes of the message.
    if old and _text(old.get("text")) == _text(new.get("text")) and _files(old) == _files(new):
        return None
    if not old and not new.get("edited"):
        return None
    written = _written(new, conversation, private, names, bot)
    happened = moment(_text(event.get("event_ts")) or _text(event.get("ts")))
    edited = moment(_text(_map(new.get("edited")).get("ts")))
    at = happened or edited
    if at is None:
        return None
    if written is None:
        if not _by_a_person(new, bot) or _kind(new) not in _SAID:
            return None
        # Nothing is left of it: a file that was the whole message was taken away.
        return _deleted(event, old or new, conversation, _text(new.get("ts")), event_id, private, names, bot)
    return _edited(written, at, event_id or f"{written.id}:edited:{stamp_of(at)}")


def _edited(written: Written, at: datetime, event: str) -> Edited:
    return Edited(
        conversation=written.conversation,
        author=written.author,
        id=written.id,
        at=written.at,
        edited_at=max(at, written.at),
        text=written.text,
        event=event,
        private=written.private,
        thread=written.thread,
        files=written.files,
    )


def _deleted(
    event: Body,
    old: Body,
    conversation: str,
    stamp: str,
    event_id: str,
    private: bool,
    names: Names,
    bot: str | None,
) -> Deleted | None:
    at = moment(stamp)
    if at is None or not conversation or not _by_a_person(old, bot):
        return None
    happened = moment(_text(event.get("event_ts")) or _text(event.get("ts")))
    return Deleted(
        conversation=conversation,
        author=_author(old, names),
        id=stamp,
        deleted_at=max(happened or at, at),
        event=event_id or f"{stamp}:deleted",
        private=private,
    )


def _reaction(event: Body, event_id: str, names: Names, bot: str | None) -> Reacted | None:
    item = _map(event.get("item"))
    account, conversation, on = _text(event.get("user")), _text(item.get("channel")), _text(item.get("ts"))
    emoji = sign(_text(event.get("reaction")))
    at = moment(_text(event.get("event_ts"))) or moment(on)
    if not account or account == bot or not conversation or moment(on) is None or not emoji or at is None:
        return None
    removed = event.get("type") == "reaction_removed"
    return Reacted(
        conversation=conversation,
        author=_author(event, names),
        on=on,
        emoji=emoji,
        at=at,
        event=event_id or f"{on}:{'-' if removed else '+'}{emoji}:{account}:{stamp_of(at)}",
        removed=removed,
        private=conversation.startswith("D"),
    )


def _by_a_person(message: Body, bot: str | None) -> bool:
    account = _text(message.get("user"))
    return bool(account) and account not in (bot, _SLACKBOT) and not message.get("bot_id")


def _kind(message: Body) -> str | None:
    return _text(message.get("subtype")) or None


def _author(message: Body, names: Names) -> Author:
    account = _text(message.get("user"))
    shown = _map(message.get("user_profile"))
    name = names(account) or _text(shown.get("real_name")) or _text(shown.get("display_name"))
    return Author(account, name or account)


def _files(message: Body) -> tuple[str, ...]:
    """Give the names of a message's files, but of those that were taken away."""
    files = message.get("files")
    there = [_map(file) for file in files] if isinstance(files, Sequence) and not isinstance(files, str) else []
    named = (_text(file.get("name")) or _text(file.get("title")) for file in there if file.get("mode") != "tombstone")
    return tuple(name for name in named if name)


# ---------------------------------------------------------------------------- channels and installations


def _happening(kind: object, event: Body, body: Body, bot: str | None) -> Happening | None:
    event_id = _text(body.get("event_id"))
    channel = event.get("channel")
    conversation = _text(channel) or _text(_map(channel).get("id"))
    at = moment(_text(event.get("event_ts"))) or _second(body.get("event_time"))
    account = _text(event.get("user")) or _text(_map(event.get("user")).get("id"))
    match kind:
        case "member_joined_channel" | "member_left_channel" if conversation and account:
            return Joined(conversation, account, event_id, at, left=kind == "member_left_channel")
        case "channel_left" | "group_left" if conversation and bot:
            return Joined(conversation, bot, event_id, at, left=True)
        case "channel_rename" | "group_rename" if conversation:
            return Renamed(conversation, _text(_map(channel).get("name")))
        case "channel_archive" | "group_archive" | "channel_deleted" | "group_deleted" if conversation:
            return Archived(conversation, event_id, at)
        case "channel_unarchive" | "group_unarchive" if conversation:
            return Archived(conversation, event_id, at, back=True)
        case "channel_id_changed":
            old, new = _text(event.get("old_channel_id")), _text(event.get("new_channel_id"))
            return IdChanged(old, new, event_id, at) if old and new and old != new else None
        case "user_change" | "user_profile_changed" if account:
            return PersonChanged(account, shown_name(_map(event.get("user"))))
        case "app_home_opened" if account:
            return HomeOpened(account, _text(event.get("tab")) or "home")
        case "app_uninstalled":
            return Uninstalled()
        case "tokens_revoked":
            return Uninstalled() if _map(event.get("tokens")).get("bot") else None
        case "team_access_revoked":
            teams = event.get("team_ids")
            return Uninstalled(tuple(filter(None, map(_text, teams)))) if isinstance(teams, list) and teams else None
    return None


def shown_name(user: Body) -> str | None:
    """Give the name that an account shows: the whole one, as people are known by it in minutes."""
    profile = _map(user.get("profile"))
    found = (profile.get("real_name"), user.get("real_name"), profile.get("display_name"), user.get("name"))
    return next((name for name in map(_text, found) if name.strip()), None)


def _second(value: object) -> datetime:
    """Read a time in whole seconds; the first of all times when it is none."""
    return _EPOCH + timedelta(seconds=value) if isinstance(value, int) and 0 < value < 10**11 else _EPOCH


def _map(value: object) -> Body:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
