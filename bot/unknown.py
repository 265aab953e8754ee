"""When nobody knows whether minutes were posted, or they cannot be: ask the one who leads, with two buttons."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from hashlib import sha256

from bot.outgoing import Line, dump
from bot.platform import Platform, Written
from bot.turn import speaker_of
from meetings.document import Button, Document, buttons
from meetings.language import Language, texts_for
from meetings.record import Record
from storage.outgoing import Claimed, Kind, Outgoing, State, Verb
from storage.store import Store

_ANSWER = re.compile(
    r"(?:utskick|(?P<english>delivery)) (?P<ref>[0-9a-f]{8}) (?:(?P<there>finns|is there)|skicka nu|send now)",
    re.IGNORECASE,
)
"""What pressing a button says; the words are those of `voice.say_there` and `voice.say_send`."""


def reference(key: str) -> str:
    """Give the short name that people know something unknown by."""
    return sha256(key.encode()).hexdigest()[:8]


def asking(row: Claimed, record: Record, *, refused: bool = False) -> tuple[Outgoing, ...]:
    """Give the question whether it is there, to a coordinator who can be asked; `refused`: it certainly is not."""
    leading = (*record.coordinators, *(person for person in record.members if record.leads(person)))
    asked = next((person for person in leading if person.account is not None), None)
    if asked is None or asked.account is None or record.settings is None:
        return ()
    texts, ref = texts_for(record.group.language), reference(row.what.key)
    there = Button(f"{ref}.1", texts.t("voice.there"), texts.t("voice.say_there", ref=ref))
    send = Button(f"{ref}.2", texts.t("voice.send"), texts.t("voice.say_send", ref=ref))
    words = texts.paragraph("voice.refused" if refused else "voice.unknown", channel=row.what.recipient)
    question = Document.of(words, buttons(send) if refused else buttons(there, send))
    line = Line(question, asked.id)
    key = f"{row.what.key}/{'refused' if refused else 'unknown'}/{row.attempts}"
    return (Outgoing(key, row.what.platform, Kind.REPLY, Verb.TELL, asked.account, dump(line)),)


class Resolver:
    """Takes what is answered to that question, before it is routed to a group."""

    def __init__(self, store: Store, look: Callable[[str], Awaitable[Record]]) -> None:
        self._store = store
        self._look = look

    async def receive(self, event: Written, platform: Platform) -> bool:
        """Put down the answer of somebody who leads the group, and say so; tell whether it was one."""
        answer = _ANSWER.fullmatch(event.text.strip()) if event.private else None
        if answer is None:
            return False
        there = answer["there"] is not None
        for one in await self._store.outbox.entries(State.UNKNOWN, platform=platform.name):
            record = await self._look(one.group)
            speaker = speaker_of(record, event.author.account, event.author.name)
            if reference(one.key) == answer["ref"].lower() and record.leads(speaker):
                await self._store.outbox.resolve(one.key, sent=there)
                await self._tell(event, platform, record.group.language, "voice.is_there" if there else "voice.sends")
                return True
        await self._tell(event, platform, "en" if answer["english"] else "sv", "voice.settled")
        return True

    async def _tell(self, event: Written, platform: Platform, language: Language, key: str) -> None:
        words = Document.of(texts_for(language).paragraph(key))
        await platform.tell_privately(event.author.account, words, cause=event.id, key=f"{event.id}/resolved")
