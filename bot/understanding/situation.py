"""Where the texts of a set are said: the group in setting.json and roster.csv, before, during or after its meeting."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from bot.platform import Author, Written
from bot.turn import Turn, take
from bot.understanding.sets import ZONE, SetError, local_time, read_json, read_rows
from handlers.groups.founding import found
from handlers.groups.keys import FoundingError
from handlers.groups.templates import find_template
from meetings.due_post import Matter
from meetings.facts import (
    Fact,
    Introduced,
    ItemTaken,
    MeetingEnded,
    MeetingStarted,
    PersonRegistered,
    Reminded,
    Said,
    Source,
)
from meetings.group import Person
from meetings.history import History, LatestMinutes, Query, Wanted
from meetings.language import Language
from meetings.ledger import Ledger
from meetings.record import Record
from meetings.reminder_keys import meeting_key
from meetings.words import fold

MEMBER, LEAD, GUEST = "Yrsa Zetterlöv", "Ossian Quist", "Vega Xandersson"
"""Who says the texts, beside those in the roster: nobody in them is called so."""
_SPEAKS = {"member": MEMBER, "coordinator": LEAD, "note_taker": LEAD, "guest": GUEST}
_MEETING = "m1"
_CHANNEL = "#grupp"
_ASKS_WHO_COMES = re.compile(
    r"\b(?:kommer\s+du|deltar\s+du|kan\s+du\s+(?:komma|delta)|are\s+you\s+coming|will\s+you\s+(?:attend|come|be))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Played:
    """What a text brought about: the turn, the record as it was before and after it, and who said it."""

    turn: Turn
    before: Record
    record: Record
    speaker: Person

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Give the facts it brought."""
        return self.turn.outcome.facts


class Situation:
    """A group around a meeting; each text is said there as if nothing had been said before it."""

    def __init__(self, folder: Path) -> None:
        """Read the group that a folder describes; raises SetError and OSError."""
        self._where = folder / "setting.json"
        self._setting = read_json(self._where)
        self._people = read_people(folder)
        self._kept: dict[tuple[str, ...], Ledger] = {}

    @property
    def people(self) -> tuple[Person, ...]:
        """Give those in the roster."""
        return self._people

    def now(self, phase: str) -> datetime:
        """Give when texts of a phase are said; raises SetError."""
        times = self._setting.get("now")
        told = times.get(phase) if isinstance(times, dict) else None
        if not isinstance(told, str):
            raise SetError(f"{self._where}: now.{phase} saknas.", f"{self._where}: now.{phase} is missing.")
        return local_time(told, str(self._where))

    def play(
        self,
        text: str,
        *,
        phase: str,
        language: str,
        at: datetime | None = None,
        role: str = "member",
        private: bool = False,
        item: str = "",
        asked: str = "",
    ) -> Played:
        """Say a text and give what it brings about; `asked` is what the bot said to the writer just before."""
        if phase not in ("before", "during", "after") or role not in _SPEAKS:
            raise SetError(f"{phase}, {role}: okänt läge.", f"{phase}, {role}: no such situation.")
        at = at or self.now(phase)
        ledger = self._ledger(phase, "en" if language == "en" else "sv", at, item)
        name = _SPEAKS[role]
        place = f"DM {name}" if private else _CHANNEL
        if _ASKS_WHO_COMES.search(asked):
            ledger = _after_asking(ledger, name, at)
        turn = _taken(Written(place, Author(name, name), "said", at, text, private=private), ledger)
        after = ledger.after(turn.outcome.facts).record
        speaker = next(person for person in ledger.record.people.values() if person.name == name)
        return Played(turn, ledger.record, after, speaker)

    def _ledger(self, phase: str, language: Language, at: datetime, item: str) -> Ledger:
        day = self._meeting(at, phase)["date"]
        key = (phase, language, day, item)
        if key not in self._kept:
            self._kept[key] = self._made(phase, language, at, item)
        return self._kept[key]

    def _made(self, phase: str, language: Language, at: datetime, item: str) -> Ledger:
        meeting = self._meeting(at, phase)
        day = date.fromisoformat(meeting["date"])
        start = _clock(meeting.get("start")) or time(at.hour)
        began = datetime.combine(day, start, tzinfo=ZONE)
        over = datetime.combine(day, _clock(meeting.get("end")) or time(min(start.hour + 2, 23)), tzinfo=ZONE)
        try:
            founded = found(self._group(language, meeting), min(at, began) - timedelta(days=30)).facts
        except FoundingError as error:
            told = "; ".join(fault.text("sv") for fault in error.faults)
            raise SetError(f"{self._where}: {told}", f"{self._where}: {error}") from error
        facts = [_with_aliases(fact, self._people) for fact in founded]
        facts.append(Introduced(id="introduced", said=_said(began - timedelta(days=29))))
        if phase != "before":
            facts.append(MeetingStarted(id="started", said=_said(began), meeting=_MEETING))
        if phase == "after":
            facts.append(MeetingEnded(id="ended", said=_said(over), meeting=_MEETING))
        ledger = Ledger(facts)
        if item and phase == "during":
            taken = [one.id for one in ledger.record.items.values() if fold(one.title) == fold(item)]
            said = _said(began + timedelta(minutes=5))
            ledger.append([ItemTaken(id="taken", said=said, meeting=_MEETING, item=id) for id in taken[:1]])
        return ledger

    def _group(self, language: Language, meeting: dict[str, Any]) -> dict[str, Any]:
        name = self._setting.get("group")
        agenda = self._setting.get("agenda", [])
        head, items, tail = _parted([str(title) for title in agenda] if isinstance(agenda, list) else [], str(name))
        own = [one.organisation for one in self._people if one.organisation]
        usual = max(dict.fromkeys(own), key=own.count, default="")
        members: list[dict[str, Any]] = [_described(person) for person in self._people]
        members += [
            {"name": MEMBER, "role": "Handläggare", "organisation": usual},
            {"name": LEAD, "role": "Koordinator", "capacity": "other", "coordinator": True},
            {"name": GUEST, "role": "Gäst", "capacity": "guest"},
        ]
        return {
            "group": {"name": name, "channel": _CHANNEL, "language": language},
            "members": members,
            "standing": [{"title": t, "place": "head"} for t in head] + [{"title": t, "place": "tail"} for t in tail],
            "meetings": [{**meeting, "items": items}],
        }

    def _meeting(self, at: datetime, phase: str) -> dict[str, Any]:
        """Give the setting's meeting; on another day than that a meeting of the same hours."""
        meeting = self._setting.get("meeting")
        told = meeting if isinstance(meeting, dict) else {}
        known = {key: told[key] for key in ("date", "start", "end", "place") if isinstance(told.get(key), str)}
        if phase == "during" and known.get("date") != at.date().isoformat():
            known = {"date": at.date().isoformat(), "start": f"{max(at.hour - 1, 0):02d}:00"}
        if "date" not in known:
            raise SetError(f"{self._where}: meeting.date saknas.", f"{self._where}: meeting.date is missing.")
        return known


def _after_asking(ledger: Ledger, name: str, at: datetime) -> Ledger:
    """Give the ledger as it is when somebody has been asked in private whether she comes to the meeting."""
    meeting = ledger.record.meetings[_MEETING]
    person = next(person for person in ledger.record.people.values() if person.name == name)
    key = meeting_key(Matter.NOT_ANSWERED, meeting)
    return ledger.after([Reminded(id="asked", said=_said(at - timedelta(minutes=1)), key=key, to=(person.id,))])


def read_people(folder: Path) -> tuple[Person, ...]:
    """Read the people in roster.csv, by their ids there; raises SetError and OSError."""
    rows = read_rows(folder / "roster.csv", "pid", "name", "role", "organisation", "aliases")
    return tuple(
        Person(
            id=row["pid"],
            name=row["name"],
            role=row["role"] or None,
            organisation=row["organisation"] or None,
            aliases=tuple(alias.strip() for alias in row["aliases"].split("|") if alias.strip()),
        )
        for row in rows
    )


def _described(person: Person) -> dict[str, Any]:
    """Give what a group's file would say of a person."""
    told = {"name": person.name, "role": person.role, "organisation": person.organisation}
    return {key: value for key, value in told.items() if value}


def _parted(titles: Sequence[str], group: str) -> tuple[list[str], list[str], list[str]]:
    """Part an agenda into what stands first and last on every agenda of such a group, and what was added between."""
    template = next((known for word in group.split() if (known := find_template(word)) is not None), None)
    given = template.settings if template is not None else {}
    known_head = {fold(title) for key in ("head", "head_en") for title in given.get(key, ())}
    known_tail = {fold(title) for key in ("tail", "tail_en") for title in given.get(key, ())}
    first = next((n for n, title in enumerate(titles) if fold(title) not in known_head), len(titles))
    last = next((n for n, title in enumerate(titles) if n >= first and fold(title) in known_tail), len(titles))
    return list(titles[:first]), list(titles[first:last]), list(titles[last:])


def _with_aliases(fact: Fact, people: Sequence[Person]) -> Fact:
    """Give somebody's registration with the other names the roster knows."""
    if not isinstance(fact, PersonRegistered):
        return fact
    aliases = next((person.aliases for person in people if person.name == fact.person.name), ())
    return fact.model_copy(update={"person": fact.person.model_copy(update={"aliases": aliases})})


def _taken(event: Written, ledger: Ledger) -> Turn:
    """Take the turn; whatever it asks of history, nothing has been published yet."""
    history = History()
    while True:
        try:
            return take(event, ledger, history)
        except Wanted as wanted:
            history = history.knowing(wanted.query, _nothing(wanted.query))


def _nothing(query: Query[Any]) -> Any:
    return None if isinstance(query, LatestMinutes) else ()


def _said(at: datetime) -> Said:
    return Said(source=Source.FILE, at=at)


def _clock(text: object) -> time | None:
    try:
        return time.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def context_of(text: str, where: str) -> dict[str, Any]:
    """Read what a row says of the talk before it; raises SetError."""
    try:
        context = json.loads(text or "{}")
    except ValueError as error:
        raise SetError(f"{where}: context är inte JSON.", f"{where}: context is not JSON.") from error
    return context if isinstance(context, dict) else {}
