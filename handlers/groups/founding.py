"""Set up groups from what somebody wrote down about them: the keys of a file become the first facts of the record."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import count
from typing import Any, Literal, cast
from zoneinfo import ZoneInfo

from handlers.groups.keys import Fault, FoundingError, Table, as_day
from handlers.groups.reminders_read import read_reminders
from handlers.groups.templates import apply_template, find_template, templates
from meetings.facts import (
    ActionAgreed,
    Due,
    DueKind,
    Fact,
    GroupFounded,
    ItemProposed,
    MeetingPlanned,
    Owner,
    OwnerKind,
    PersonRegistered,
    Said,
    Source,
)
from meetings.group import QUIET_FROM, QUIET_UNTIL, Capacity, Convener, Document, GroupSettings, Person, StandingItem
from meetings.language import LANGUAGES, Language
from meetings.people import organisations, resolve, resolve_organisation
from meetings.slug import slug
from meetings.words import fold, squash

_LISTS = ("members", "standing", "meetings", "actions")
_SETTINGS = (
    "name", "channel", "language", "timezone", "document", "style", "first_paragraph", "level", "convener", "place",
    "stored_at", "only_when_addressed", "show_attendance", "meetings_per_year", "quorum",
    "template", "aliases", "parties", "guests", "adjuncts", "publish_at_end", "quiet_from", "quiet_until",
    "convener_until", "convener_contact", "reminders", "attachments",
)  # fmt: skip
_MEMBER = ("name", "role", "organisation", "capacity", "account", "coordinator")
_STANDING = ("title", "place")
_MEETING = ("date", "start", "end", "place", "kind", "title", "items")
_ACTION = ("text", "owner", "due")

_ALL = frozenset({"alla", "samtliga", "all", "everyone", "everybody"})
_NEXT_MEETING = frozenset({"nästa möte", "till nästa möte", "next meeting"})
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
# A meeting that ends earlier than it starts runs past midnight, but not for half a day.
_LONGEST_MINUTES = 12 * 60


@dataclass(frozen=True)
class Founding:
    """A group about to be: its id, the channel it meets in, and the facts that set it up."""

    group_id: str
    channel: str
    facts: tuple[Fact, ...]


def found(data: Mapping[str, Any], at: datetime) -> Founding:
    """Give the founding of the one group that a file describes; raises FoundingError with every fault."""
    foundings = found_groups(data, at)
    if len(foundings) != 1:
        raise FoundingError([Fault("groups", "several_groups") if foundings else Fault("group", "no_group")])
    return foundings[0]


def found_groups(data: Mapping[str, Any], at: datetime) -> tuple[Founding, ...]:
    """Give the foundings of all groups that a file describes, none for an empty one; `at` is when they take effect.

    The keys are those of a transcript's front matter: `[group]` with `[[members]]`, `[[standing]]`, `[[meetings]]` and
    `[[actions]]`, or several `[[groups]]` with the same lists inside. Raises FoundingError with every fault.
    """
    faults: list[Fault] = []
    foundings: list[Founding] = []
    if "group" in data and "groups" in data:
        faults.append(Fault("group", "both_forms"))
    if "groups" in data:
        whole = Table(data, "", faults, ("group", "groups"))
        tables = [(table, table) for table in whole.rows("groups", (*_SETTINGS, *_LISTS))]
    elif data:
        whole = Table(data, "", faults, ("group", *_LISTS))
        tables = [(Table(data.get("group", {}), "group", faults, (*_SETTINGS, *_LISTS)), whole)]
    else:
        tables = []
    for settings, lists in tables:
        founding = _Reading(settings, lists, at).founding()
        if any(founding.group_id == other.group_id for other in foundings):
            settings.fault("group_twice", "name", value=founding.group_id)
        foundings.append(founding)
    if faults:
        raise FoundingError(faults)
    return tuple(foundings)


class _Reading:
    """The reading of one group: its settings, and its lists, which may stand in the same table or outside it."""

    def __init__(self, settings: Table, lists: Table, at: datetime) -> None:
        self._settings = settings
        self._lists = lists
        self._said = Said(source=Source.FILE, at=at)
        self._numbers = count(1)
        self._people: tuple[Person, ...] = ()

    def founding(self) -> Founding:
        self._people = self._read_people()
        settings = self._read_settings()
        facts: list[Fact] = [GroupFounded(**self._base(), settings=settings)]
        facts += [PersonRegistered(**self._base(), person=person) for person in self._people]
        facts += self._read_meetings()
        facts += self._read_actions()
        return Founding(slug(settings.name), settings.channel, tuple(facts))

    def _base(self) -> dict[str, Any]:
        return {"id": f"founding:f{next(self._numbers)}", "said": self._said}

    def _rows(self, key: str, known: Sequence[str]) -> list[Table]:
        # In TOML, a list written below a line [group] belongs to that table: both places mean the same.
        return (self._lists if self._lists.has(key) else self._settings).rows(key, known)

    def _read_people(self) -> tuple[Person, ...]:
        people: list[Person] = []
        seen: set[str] = set()
        for row in self._rows("members", _MEMBER):
            name = row.text("name", required=True) or ""
            if name and squash(name) in seen:
                row.fault("person_twice", "name", value=name)
            seen.add(squash(name))
            people.append(
                Person(
                    id=f"p{len(people) + 1}",
                    name=name,
                    role=row.text("role"),
                    organisation=row.text("organisation"),
                    capacity=Capacity(row.choice("capacity", tuple(Capacity), Capacity.MEMBER)),
                    account=name if row.flag("account", True) else None,
                    coordinator=row.flag("coordinator", False),
                )
            )
        return tuple(people)

    def _read_settings(self) -> GroupSettings:
        table = self._settings
        name = table.text("name", required=True) or ""
        if name and not slug(name):
            table.fault("no_letters", "name")
        channel = table.text("channel", required=True) or ""
        if channel and (not channel.startswith("#") or len(channel) == 1):
            table.fault("not_channel", "channel", value=channel)
        settings = GroupSettings(
            name=name,
            channel=channel,
            language=cast(Language, table.choice("language", LANGUAGES, "sv")),
            timezone=self._read_zone(),
            document=Document(table.choice("document", tuple(Document), Document.MINNESANTECKNINGAR)),
            style=cast(
                Literal["bullets", "prose", "protokoll"],
                table.choice("style", ("bullets", "prose", "protokoll"), "bullets"),
            ),
            level=cast(
                Literal["structure", "individual"], table.choice("level", ("structure", "individual"), "structure")
            ),
            first_paragraph=table.number("first_paragraph"),
            convener=self._read_convener(),
            place=table.text("place"),
            stored_at=table.text("stored_at"),
            standing=tuple(
                StandingItem(
                    title=row.text("title", required=True) or "",
                    place=cast(Literal["head", "tail"], row.choice("place", ("head", "tail"), "head")),
                )
                for row in self._rows("standing", _STANDING)
            ),
            only_when_addressed=table.flag("only_when_addressed", False),
            show_attendance=table.flag("show_attendance", True),
            meetings_per_year=table.number("meetings_per_year"),
            quorum=table.number("quorum"),
            aliases=table.texts("aliases"),
            parties=table.texts("parties"),
            guests=table.texts("guests"),
            adjuncts=table.texts("adjuncts"),
            publish_at_end=table.flag("publish_at_end", False),
            quiet_from=table.clock("quiet_from") or QUIET_FROM,
            quiet_until=table.clock("quiet_until") or QUIET_UNTIL,
            reminders=read_reminders(table),
            attachments=cast(Literal["link", "keep"], table.choice("attachments", ("link", "keep"), "link")),
        )
        return self._with_template(settings)

    def _with_template(self, settings: GroupSettings) -> GroupSettings:
        """Let a template decide what the file itself says nothing about."""
        name = self._settings.text("template")
        if name is None:
            return settings
        template = find_template(name)
        if template is None:
            choices = ", ".join(one.words[0] for one in templates())
            self._settings.fault("not_choice", "template", value=name, choices=choices)
            return settings
        made, named = apply_template(template, settings)
        decided = (field for field in named if not (self._settings.has(field) or self._lists.has(field)))
        return settings.model_copy(update={"template": template.id, **{name: getattr(made, name) for name in decided}})

    def _read_zone(self) -> str:
        zone = self._settings.text("timezone")
        if zone is None:
            return "Europe/Stockholm"
        try:
            ZoneInfo(zone)
        except (KeyError, ValueError, OSError):
            self._settings.fault("not_zone", "timezone", value=zone)
            return "Europe/Stockholm"
        return zone

    def _read_convener(self) -> Convener:
        name = self._settings.text("convener")
        if name is None:
            return Convener()
        until, contact = self._settings.day("convener_until"), self._settings.text("convener_contact")
        person = self._person(name)
        if person is not None:
            return Convener(kind="person", name=person.name, until=until)
        known = resolve_organisation(name, organisations(self._people))
        named = known if isinstance(known, str) else name
        return Convener(kind="organisation", name=named, contact=contact, until=until)

    def _read_meetings(self) -> list[Fact]:
        facts: list[Fact] = []
        seen: set[tuple[date, time | None]] = set()
        items = count(1)
        for number, row in enumerate(self._rows("meetings", _MEETING), 1):
            day = row.day("date", required=True)
            start, end = row.clock("start"), row.clock("end")
            if end is not None:
                _check_span(row, start, end)
            if day is None:
                continue
            if (day, start) in seen:
                row.fault("meeting_twice")
            seen.add((day, start))
            facts.append(
                MeetingPlanned(
                    **self._base(),
                    target=f"m{number}",
                    date=day,
                    start=start,
                    end=end,
                    place=row.text("place"),
                    meeting_kind=row.text("kind") or "ordinary",
                    title=row.text("title"),
                )
            )
            facts += [
                ItemProposed(**self._base(), item=f"i{next(items)}", title=title, for_meeting=f"m{number}")
                for title in row.texts("items")
            ]
        return facts

    def _read_actions(self) -> list[Fact]:
        return [
            ActionAgreed(
                **self._base(),
                action=f"a{number}",
                text=row.text("text", required=True) or "",
                owner=self._owner(row.text("owner")),
                due=_due(row.raw("due"), row),
            )
            for number, row in enumerate(self._rows("actions", _ACTION), 1)
        ]

    def _owner(self, name: str | None) -> Owner:
        if name is None:
            return Owner(kind=OwnerKind.UNKNOWN)
        if fold(name) in _ALL:
            return Owner(kind=OwnerKind.ALL, name=name)
        person = self._person(name)
        if person is not None:
            return Owner(kind=OwnerKind.PERSON, name=person.name, person=person.id)
        organisation = resolve_organisation(name, organisations(self._people))
        if isinstance(organisation, str):
            return Owner(kind=OwnerKind.ORGANISATION, name=organisation)
        if any(fold(member.role or "") == fold(name) for member in self._people):
            return Owner(kind=OwnerKind.FUNCTION, name=name)
        meant = resolve(name, self._people).person
        if meant is not None:
            return Owner(kind=OwnerKind.PERSON, name=meant.name, person=meant.id)
        return Owner(kind=OwnerKind.UNKNOWN, name=name)

    def _person(self, name: str) -> Person | None:
        return next((person for person in self._people if squash(person.name) == squash(name)), None)


def _check_span(row: Table, start: time | None, end: time) -> None:
    if start is None:
        row.fault("no_start", "end")
        return
    minutes = ((end.hour - start.hour) * 60 + end.minute - start.minute) % (24 * 60)
    if minutes == 0 or (end < start and minutes > _LONGEST_MINUTES):
        row.fault("ends_first", "end", start=f"{start:%H:%M}", end=f"{end:%H:%M}")


def _due(value: object, row: Table) -> Due:
    """Read when an action is due: a day, a month (2026-05), the next meeting, or words that are kept as they are."""
    day = as_day(value)
    if day is not None:
        return Due(kind=DueKind.DAY, text=day.isoformat(), date=day)
    text = row.text("due")
    if text is None:
        return Due()
    month = _MONTH.fullmatch(text)
    if month and int(month[1]):
        year, number = int(month[1]), int(month[2])
        return Due(kind=DueKind.MONTH, text=text, date=date(year, number, calendar.monthrange(year, number)[1]))
    if fold(text) in _NEXT_MEETING:
        return Due(kind=DueKind.MEETING, text=text)
    return Due(kind=DueKind.PERIOD, text=text)
