"""What Slack sends, read: an event for the desk, something about a channel or an installation, or nothing for us."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.platform import Author, Deleted, Edited, Event, Reacted, Written
from bot.slack.happenings import Happening, happening
from bot.slack.shapes import Body, map_of, moment, stamp_of, text_of
from bot.slack.text import Names, mentioned, plain, sign
from meetings.files import SharedFile

_SAID = frozenset({None, "", "file_share", "thread_broadcast", "me_message"})
"""Kinds of messages that somebody wrote; the rest is about channels, or from programs."""
_SLACKBOT = "USLACKBOT"


def read(body: Body, names: Names, bot: str | None = None) -> Event | Happening | None:
    """Read an event's payload; None for what is nobody's word to the bot, and for what cannot be read.

    `bot` is the bot's own account. Names are looked up with `names`; `people_in` tells whose are needed.
    """
    event = map_of(body.get("event"))
    match event.get("type"):
        case "message" | "app_mention":
            return _message(event, text_of(body.get("event_id")), names, bot)
        case "reaction_added" | "reaction_removed":
            return _reaction(event, text_of(body.get("event_id")), names, bot)
        case kind:
            return happening(kind, event, body, bot)


def read_again(message: Body, conversation: str, names: Names, bot: str | None = None) -> Written | None:
    """Read a message out of a channel's history."""
    return _written(message, conversation, conversation.startswith("D"), names, bot)


def edit_of(message: Body, written: Written) -> Edited | None:
    """Give the latest change of a message out of a channel's history; None when it is as first written."""
    stamp = text_of(map_of(message.get("edited")).get("ts"))
    at = moment(stamp)
    if at is None:
        return None
    return _edited(written, at, f"{written.id}:edited:{stamp}")


def conversation_of(body: Body) -> str:
    """Give the conversation that an event happened in; "" for one that happened in none."""
    event = map_of(body.get("event"))
    channel = event.get("channel")
    return text_of(channel) or text_of(map_of(channel).get("id")) or text_of(map_of(event.get("item")).get("channel"))


def stamp_in(body: Body) -> str | None:
    """Give the stamp of the message that an event brings; None for what brings none."""
    event = map_of(body.get("event"))
    return (
        text_of(event.get("ts")) if event.get("type") in ("message", "app_mention") and _kind(event) in _SAID else None
    )


def people_in(body: Body) -> tuple[str, ...]:
    """Give the accounts whose names reading a payload takes: who did it, and whom the text mentions."""
    event = map_of(body.get("event"))
    return people_of(map_of(event.get("message")) or event, map_of(event.get("previous_message")).get("user"))


def people_of(message: Body, other: object = None) -> tuple[str, ...]:
    """Give the accounts whose names reading one message takes."""
    found = (text_of(message.get("user")), text_of(other), *mentioned(text_of(message.get("text"))))
    return tuple(dict.fromkeys(account for account in found if account and account != _SLACKBOT))


# ------------------------------------------------------------------------------------------- messages


def _message(event: Body, event_id: str, names: Names, bot: str | None) -> Event | None:
    conversation = text_of(event.get("channel"))
    kind = text_of(event.get("channel_type"))
    private = kind in ("im", "app_home") or not kind and conversation.startswith("D")
    match event.get("subtype"):
        case "message_changed":
            return _changed(event, conversation, event_id, private, names, bot)
        case "message_deleted":
            old = map_of(event.get("previous_message"))
            gone = text_of(event.get("deleted_ts")) or text_of(old.get("ts"))
            return _deleted(event, old, conversation, gone, event_id, private, names, bot)
    return _written(event, conversation, private, names, bot)


def _written(message: Body, conversation: str, private: bool, names: Names, bot: str | None) -> Written | None:
    stamp = text_of(message.get("ts"))
    at = moment(stamp)
    if at is None or not conversation or not _by_a_person(message, bot) or _kind(message) not in _SAID:
        return None
    text = plain(text_of(message.get("text")), names, bot)
    files = _files(message)
    if not text.strip() and not files:
        return None
    thread = text_of(message.get("thread_ts"))
    return Written(
        conversation=conversation,
        author=_author(message, names),
        id=stamp,
        at=at,
        text=text,
        private=private,
        thread=thread if thread and thread != stamp and moment(thread) else None,
        files=files,
        shared=_shared(message),
    )


def _changed(
    event: Body, conversation: str, event_id: str, private: bool, names: Names, bot: str | None
) -> Event | None:
    new, old = map_of(event.get("message")), map_of(event.get("previous_message"))
    if _kind(new) == "tombstone":
        return _deleted(event, old, conversation, text_of(new.get("ts")), event_id, private, names, bot)
    # A preview that Slack puts below, a reply in the thread, a pin: all of them come as changes of the message.
    if old and text_of(old.get("text")) == text_of(new.get("text")) and _files(old) == _files(new):
        return None
    if not old and not new.get("edited"):
        return None
    written = _written(new, conversation, private, names, bot)
    happened = moment(text_of(event.get("event_ts")) or text_of(event.get("ts")))
    edited = moment(text_of(map_of(new.get("edited")).get("ts")))
    at = happened or edited
    if at is None:
        return None
    if written is None:
        if not _by_a_person(new, bot) or _kind(new) not in _SAID:
            return None
        # Nothing is left of it: a file that was the whole message was taken away.
        return _deleted(event, old or new, conversation, text_of(new.get("ts")), event_id, private, names, bot)
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
        shared=written.shared,
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
    happened = moment(text_of(event.get("event_ts")) or text_of(event.get("ts")))
    return Deleted(
        conversation=conversation,
        author=_author(old, names),
        id=stamp,
        deleted_at=max(happened or at, at),
        event=event_id or f"{stamp}:deleted",
        private=private,
    )


def _reaction(event: Body, event_id: str, names: Names, bot: str | None) -> Reacted | None:
    item = map_of(event.get("item"))
    account, conversation, on = text_of(event.get("user")), text_of(item.get("channel")), text_of(item.get("ts"))
    emoji = sign(text_of(event.get("reaction")))
    at = moment(text_of(event.get("event_ts"))) or moment(on)
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
    account = text_of(message.get("user"))
    return bool(account) and account not in (bot, _SLACKBOT) and not message.get("bot_id")


def _kind(message: Body) -> str | None:
    return text_of(message.get("subtype")) or None


def _author(message: Body, names: Names) -> Author:
    account = text_of(message.get("user"))
    shown = map_of(message.get("user_profile"))
    name = names(account) or text_of(shown.get("real_name")) or text_of(shown.get("display_name"))
    return Author(account, name or account)


def _files(message: Body) -> tuple[str, ...]:
    """Give the names of a message's files, but of those that were taken away."""
    return tuple(name for name, _ in _named(message))


def _shared(message: Body) -> tuple[SharedFile, ...]:
    """Give a message's files as they can be fetched; none when Slack does not tell of each what it is called by."""
    found = tuple(
        SharedFile(
            name,
            text_of(file.get("id")),
            size if isinstance(size := file.get("size"), int) else None,
            text_of(file.get("permalink")) or None,
        )
        for name, file in _named(message)
    )
    return found if all(one.ref for one in found) else ()


def _named(message: Body) -> list[tuple[str, Body]]:
    files = message.get("files")
    there = [map_of(file) for file in files] if isinstance(files, Sequence) and not isinstance(files, str) else []
    named = [(text_of(file.get("name")) or text_of(file.get("title")), file) for file in there]
    return [(name, file) for name, file in named if name and file.get("mode") != "tombstone"]
