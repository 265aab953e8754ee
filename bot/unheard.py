"""What is written while a booked meeting has not been opened: kept in memory, to be heard once it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.platform import Deleted, Edited, Event, Reacted, Written
from bot.turn import Turn
from handlers.command import Reply
from meetings.due import expected
from meetings.facts import Blocked, Fact, MeetingStarted
from meetings.record import Record

MOST = 200
"""How many messages are kept for a meeting."""


@dataclass(frozen=True)
class Again:
    """A message to be heard once more, as an edit that changes nothing, and what was said of it the first time."""

    event: Edited
    said: tuple[Reply, ...]


class Unheard:
    """Messages by group. Never stored: a meeting that is opened after a new start of the program has none."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[str, tuple[Written, tuple[Reply, ...]]]] = {}

    def remember(self, group: str, event: Event, turn: Turn | None, record: Record) -> None:
        """Keep a message while a meeting is expected; never one that was stopped, and none when its time is over."""
        kept = self._kept.get(group, {})
        match event:
            case Written() if not event.private:
                outcome = turn.outcome if turn is not None else None
                stopped = outcome is not None and any(isinstance(fact, Blocked) for fact in outcome.facts)
                if record.listening is not None or not expected(record, event.at):
                    self._kept.pop(group, None)
                elif not stopped and len(kept) < MOST:
                    said = outcome.replies if outcome is not None else ()
                    self._kept[group] = {**kept, event.id: (event, said)}
            case Edited() if event.id in kept:
                written, said = kept[event.id]
                kept[event.id] = (replace(written, text=event.text), said)
            case Deleted():
                kept.pop(event.id, None)
            case _:
                return

    def since(self, group: str, event: Event, facts: Sequence[Fact]) -> Iterator[Again]:
        """Give what was written since a meeting began, when these facts of an event open it afterwards."""
        opened = (fact for fact in facts if isinstance(fact, MeetingStarted) and fact.told is not None)
        began = next((fact.said.at for fact in opened), None)
        if began is None:
            return
        for written, said in self._kept.pop(group, {}).values():
            if written.at >= began and written.id != event_id(event):
                again = Edited(
                    conversation=written.conversation,
                    author=written.author,
                    id=written.id,
                    at=written.at,
                    edited_at=happened(event),
                    text=written.text,
                    event=f"{written.id}:again",
                    thread=written.thread,
                    files=written.files,
                    shared=written.shared,
                )
                yield Again(again, said)


def happened(event: Event) -> datetime:
    """Give when an event happened."""
    match event:
        case Written() | Reacted():
            return event.at
        case Edited():
            return event.edited_at
        case Deleted():
            return event.deleted_at


def event_id(event: Event) -> str:
    """Give the id that tells an event from all others."""
    return event.id if isinstance(event, Written) else event.event
