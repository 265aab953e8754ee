"""What people do on the page, carried to the log and to the desk."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.desk import Desk
from bot.webchat import read
from bot.webchat.figures import figures
from bot.webchat.leading import draft
from bot.webchat.log import Message
from bot.webchat.published import Shelf
from bot.webchat.render import render
from bot.webchat.room import Room
from bot.webchat.seats import Seat
from bot.webchat.view import captured
from documents.chat import minutes_document
from meetings.language import texts_for
from meetings.personal import Verdict, guard
from meetings.record import Record


class Talk:
    """Does what a page that sits in a group asks for. Raises FrameError for what it may not."""

    def __init__(self, desk: Desk, room: Room, shelf: Shelf) -> None:
        self._desk = desk
        self._room = room
        self._shelf = shelf

    async def act(self, wish: read.Frame, seat: Seat) -> None:
        """Do one thing; when this returns it is kept, and the page is told so."""
        match wish:
            case read.Write():
                await self._write(wish, seat)
            case read.Change():
                await self._change(wish, seat)
            case read.Remove():
                await self._remove(wish, seat)
            case read.React():
                await self._react(wish, seat)
            case read.Look():
                seat.send(await self._look(wish, seat))
                return
            case read.Hello():
                return
        seat.send({"type": "ack", "key": wish.key})

    async def _write(self, wish: read.Write, seat: Seat) -> None:
        record = await self._desk.record(_group(seat))
        id = f"w-{wish.key}"
        there = self._room.log.get(id)
        if there is not None and there.author != seat.account:
            raise read.FrameError("malformed", wish.key)
        if there is not None and not there.stopped:
            # It comes again because its page was not told: what the desk has heard has no second effect.
            wish = replace(wish, text=there.text)
        moment = there.at if there is not None else self._room.now()
        thread = self._thread(wish, seat)
        files = there.files if there is not None else self._room.log.unsent(wish.files, seat.account)
        names = tuple(one.name for one in files)
        said = await self._named(wish, seat, record)
        event = read.written(replace(wish, text=said, thread=thread), id, seat.account, seat.channel, moment, names)
        event = replace(event, shared=self._room.shared(files))
        if there is None:
            shown = None if wish.private else thread
            owner = seat.account if wish.private else None
            message = Message(id, event.conversation, moment, seat.account, wish.text, (), shown, owner, files=files)
            if _stopped(wish.text, names, record):
                self._room.log.drop_files(files)
                message = replace(message, text="", files=(), private_to=seat.account, stopped=True)
            else:
                self._room.log.attach(files, id)
            self._room.put(message)
        await self._desk.hear(event, self._room)

    async def _change(self, wish: read.Change, seat: Seat) -> None:
        message = self._own(wish.id, wish.key, seat)
        record = await self._desk.record(_group(seat))
        names = tuple(one.name for one in message.files)
        now = self._room.now()
        if _stopped(wish.text, names, record):
            self._room.log.drop_files(message.files)
            gone = replace(message, text="", document=(), files=(), reactions={})
            # Its writer may still mend it; to the others it is gone.
            self._room.put(gone if message.stopped else replace(gone, deleted=True))
        else:
            owner = message.private_to if message.direct else None
            self._room.put(replace(message, text=wish.text, edited=True, stopped=False, private_to=owner))
        event = read.edited(message, wish.text, f"e-{wish.key}", now)
        await self._desk.hear(replace(event, shared=self._room.shared(message.files)), self._room)

    async def _remove(self, wish: read.Remove, seat: Seat) -> None:
        message = self._own(wish.id, wish.key, seat, also_gone=True)
        if not message.deleted:
            self._room.log.drop_files(message.files)
            self._room.put(replace(message, text="", document=(), files=(), reactions={}, deleted=True))
        await self._desk.hear(read.deleted(message, f"d-{wish.key}", self._room.now()), self._room)

    async def _react(self, wish: read.React, seat: Seat) -> None:
        message = self._room.log.get(wish.id)
        if message is None or message.deleted or not seat.sees(message):
            raise read.FrameError("gone", wish.key)
        self._room.toggle(wish.id, seat.account, wish.emoji, on=wish.on)
        event = read.reacted(message, wish, seat.account, f"r-{wish.key}", self._room.now())
        await self._desk.hear(event, self._room)

    async def _look(self, wish: read.Look, seat: Seat) -> dict[str, Any]:
        group = _group(seat)
        ledger = await self._desk.ledger(group)
        if wish.what == "captured":
            return {"type": "captured", **captured(ledger, wish.id, seat.account, seat.language)}
        if wish.what == "minutes":
            return {"type": "minutes", **await self._minutes(group, wish)}
        if not ledger.record.leads(ledger.record.person_of_account(seat.account)):
            raise read.FrameError("not_allowed")
        if wish.what == "draft":
            return {"type": "draft", "draft": draft(ledger, seat.language)}
        minutes = await self._shelf.all(group)
        whole = await self._desk.history(group)
        return {"type": "figures", "figures": figures(minutes, whole, texts_for(seat.language))}

    async def _minutes(self, group: str, wish: read.Look) -> dict[str, Any]:
        minutes = await self._shelf.minutes(group, wish.id, wish.revision)
        if minutes is None:
            raise read.FrameError("gone")
        nodes = render(minutes_document(minutes, texts_for(minutes.language)))
        return {"meeting": wish.id, "revision": minutes.revision, "title": minutes.title, "nodes": list(nodes)}

    def _own(self, id: str, key: str, seat: Seat, *, also_gone: bool = False) -> Message:
        message = self._room.log.get(id)
        if message is None or message.deleted and not also_gone:
            raise read.FrameError("gone", key)
        if message.author != seat.account:
            raise read.FrameError("not_yours", key)
        return message

    def _thread(self, wish: read.Write, seat: Seat) -> str | None:
        """Give the message that is answered: in the channel always the first of the thread."""
        above = self._room.log.get(wish.thread) if wish.thread else None
        if above is None or not seat.sees(above):
            return None
        return above.id if wish.private else above.thread or above.id

    async def _named(self, wish: read.Write, seat: Seat, record: Record) -> str:
        """Put the group's name before what a button says, for one who is in several groups."""
        if not wish.panel:
            return wish.text
        groups = [await self._desk.record(id) for id in await self._shelf.groups()]
        known = [one for one in groups if one.person_of_account(seat.account) is not None]
        return f"{record.group.name}: {wish.text}" if len(known) > 1 else wish.text


def _group(seat: Seat) -> str:
    assert seat.group is not None
    return seat.group


def _stopped(text: str, names: tuple[str, ...], record: Record) -> bool:
    """Tell whether a message must not be kept anywhere, by the same judgement as the desk's."""
    return guard(text, file_names=names, staff=tuple(record.people.values())).verdict is Verdict.BLOCK
