"""A group with many past meetings, kept directly, and what a command asks of the database after them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import Any

from sqlalchemy import Engine, event
from sqlmodel import Session

from bench.talk import CHANNEL, LEAD, group
from bot.archive import Archive
from bot.desk import Desk
from bot.platform import Author, Edited, Event, Written
from bot.replay.recorder import Recorder
from handlers.groups.founding import found
from meetings import facts as f
from meetings.compile import freeze
from meetings.facts import Fact
from meetings.group import GroupSettings
from meetings.ledger import Checkpoint, Ledger
from meetings.minutes import Minutes
from storage.checkpoints import keep_checkpoint
from storage.database import Database
from storage.ledger import advance, keep_facts, require
from storage.published import Revision, keep_revision
from storage.search import file_minutes
from storage.store import Store

NOW = datetime(2026, 2, 3, 12, 0, tzinfo=UTC)
EVERY = timedelta(days=2)
TOGETHER = 500
"""How many meetings are kept in one transaction."""


@dataclass
class Count:
    """What was asked of the database, and how many rows came back."""

    statements: int = 0
    rows: int = 0


@dataclass(frozen=True)
class Cost:
    """What one thing that people do costs the database."""

    what: str
    statements: int
    rows: int


async def keep_past(url: str, meetings: int) -> str:
    """Keep the group with so many meetings held and published and one booked, quickly, and give its id."""
    founding = found({**group(), "meetings": []}, _began(meetings, 0))
    id = founding.group_id
    database = Database.open(url)
    try:
        store = Store(database)
        await store.create_group(id, "Nätverk Lövsta", id, "replay", [CHANNEL])
        await store.append(id, 0, founding.facts)
        first = Ledger((*founding.facts, *_meeting(0, meetings)[:-1]))
        minutes = freeze(first.record, "m0")
        for begin in range(0, meetings, TOGETHER):
            numbers = range(begin, min(begin + TOGETHER, meetings))
            await database.write(partial(_keep, group=id, numbers=numbers, meetings=meetings, minutes=minutes))
        version = await store.version(id)
        recent = (await store.since(id, max(len(founding.facts), version - 5 * len(_meeting(0, meetings))))).facts
        numbered = [*enumerate(founding.facts, 1), *enumerate(recent, version - len(recent) + 1)]
        # What was let go of before these is older than they are.
        since = _began(meetings, meetings - 6) if meetings > 5 else None
        at_hand = Checkpoint(version, tuple(number for number, _ in numbered), since) if since else None
        ledger = Ledger(held=numbered, checkpoint=at_hand)
        ledger.let_go()
        await store.append(id, version, _meeting(meetings, meetings)[:1])
        await database.write(lambda session: _keep_checkpoint(session, id, ledger))
    finally:
        await database.close()
    return id


def _keep(session: Session, group: str, numbers: Sequence[int], meetings: int, minutes: Minutes) -> None:
    facts = [fact for number in numbers for fact in _meeting(number, meetings)]
    version = require(session, group)
    advance(session, group, version, len(facts))
    keep_facts(session, group, version, facts)
    for number in numbers:
        at = _began(meetings, number)
        frozen = minutes.model_copy(update={"date": at.date()})
        text = frozen.model_dump_json(by_alias=True)
        keep_revision(session, group, Revision(f"m{number}", 1, "published", text, at, {"md": text.encode()}))
        file_minutes(session, group, f"m{number}", frozen)


def _keep_checkpoint(session: Session, group: str, ledger: Ledger) -> None:
    if ledger.checkpoint is not None:
        keep_checkpoint(session, group, ledger.checkpoint)


def _began(meetings: int, number: int) -> datetime:
    """Give when a meeting began: the one that is booked after so many is to be now."""
    return NOW - EVERY * (meetings - number)


def _meeting(number: int, meetings: int) -> list[Fact]:
    """Give the facts of one meeting, from its booking until its minutes are out."""
    at = _began(meetings, number)
    id = f"m{number}"

    def said(minute: int) -> dict[str, Any]:
        source = f.Said(source=f.Source.MESSAGE, at=at + timedelta(minutes=minute), message=f"{id}k{minute}", by="p1")
        return {"id": f"{id}k{minute}:f1", "said": source}

    words = (f.Block(text=f"Bilpoolen har nu {number} bilar och flera som vill låna dem"),)
    return [
        f.MeetingPlanned(**said(0), target=id, date=at.date(), start=time(13), end=time(15)),
        f.MeetingStarted(**said(1), meeting=id),
        f.WroteInMeeting(**said(2), meeting=id, person="p2"),
        f.ItemTaken(**said(3), meeting=id, item=f"{id}:s3"),
        f.Noted(**said(4), meeting=id, note=f"{id}k4:n1", blocks=words, by="p2"),
        f.Decided(**said(5), meeting=id, decision=f"{id}k5:d1", clauses=("att bilpoolen får en bil till",)),
        f.MeetingEnded(**said(6), meeting=id),
        f.Published(**said(7), meeting=id, revision=1, checksum="-"),
    ]


@contextmanager
def counting() -> Iterator[Count]:
    """Count statements and rows on every SQLite connection that is opened meanwhile."""
    count = Count()

    def connected(connection: Any, _: Any) -> None:
        def fetched(_cursor: Any, row: tuple[Any, ...]) -> tuple[Any, ...]:
            count.rows += 1
            return row

        connection.row_factory = fetched

    def executed(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            count.statements += 1

    event.listen(Engine, "connect", connected)
    event.listen(Engine, "before_cursor_execute", executed)
    try:
        yield count
    finally:
        event.remove(Engine, "connect", connected)
        event.remove(Engine, "before_cursor_execute", executed)


async def costs(url: str, meetings: int) -> tuple[Cost, ...]:
    """Give what each thing people do costs, after so many past meetings; the last ones first taken into memory."""
    at = NOW
    with counting() as count:
        database = Database.open(url)
        store = Store(database)
        heard = Recorder(lambda _: GroupSettings(name="", channel="").zone)
        desk = Desk(store, alone=True)
        found_costs: list[Cost] = []
        try:
            before = replace(count)
            await Archive(store).ledger((await store.groups())[0].id)
            found_costs.append(_cost("load the group", before, count))
            for number, (what, happened) in enumerate(_doings(at, meetings)):
                heard.now = at + timedelta(minutes=number)
                before = replace(count)
                await desk.hear(happened, heard)
                found_costs.append(_cost(what, before, count))
        finally:
            await database.close()
    return tuple(found_costs)


def _cost(what: str, before: Count, after: Count) -> Cost:
    return Cost(what, after.statements - before.statements, after.rows - before.rows)


def _doings(at: datetime, meetings: int) -> Iterator[tuple[str, Event]]:
    """Give one of each thing people do, in an order in which it makes sense."""
    lead, member = Author(LEAD, LEAD), Author("Nils Ekvall", "Nils Ekvall")
    doings = (
        ("first message, chatter", member, "Hej alla!", False),
        ("chatter", member, "Haha!", False),
        ("propose an item", member, "punkt: Cykelparkering", False),
        ("show the agenda", member, "@mötesbot dagordning", False),
        ("report an absence", member, "jag kan tyvärr inte komma på mötet", False),
        ("open the meeting", lead, "@mötesbot starta mötet", False),
        ("note", member, "Förrådet har fått en ny dörr som går i lås", False),
        ("chatter in the meeting", member, "Hör ni mig?", False),
        ("decision", lead, "beslut: dörren målas röd till våren", False),
        ("task", lead, "Nils tar fram en offert på färg till nästa möte", False),
        ("approve the previous minutes", lead, "Föregående minnesanteckningar godkänns", False),
        ("undo", lead, "@mötesbot ångra", False),
        ("end the meeting", lead, "@mötesbot avsluta mötet", False),
        ("show the draft", lead, "visa utkast", True),
        ("publish", lead, "publicera", True),
        ("chatter afterwards", member, "Trevlig helg på er", False),
        ("search", member, "vad bestämde vi om bilpoolen?", True),
        ("find minutes", member, "visa anteckningarna från förra mötet", True),
        ("correct what is published", lead, "rätta i de publicerade anteckningarna: målas grön, inte målas röd", True),
    )  # fmt: skip
    for number, (what, who, text, private) in enumerate(doings):
        place = f"DM {who.name}" if private else CHANNEL
        yield what, Written(place, who, f"x{number}", at + timedelta(minutes=number), text, private)
    old = meetings - 5
    written = _began(meetings, old) + timedelta(minutes=4)
    now = at + timedelta(minutes=40)
    text = "Bilpoolen har inga bilar alls nu och ingen som vill låna dem"
    yield "edit of an old message", Edited(CHANNEL, member, f"m{old}k4", written, now, text, "edit1")
    yield "edit of old chatter", Edited(CHANNEL, member, "never", written, now, "Hejsan!", "edit2")
