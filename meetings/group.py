"""A group as it is set up: its people, standing items, document, rhythm and manners."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict

QUIET_FROM, QUIET_UNTIL = time(18), time(7)
"""When the bot says nothing by itself, unless the group says otherwise."""


class Capacity(StrEnum):
    """In what capacity somebody belongs to the group."""

    MEMBER = "member"
    ADJUNCT = "adjunct"
    GUEST = "guest"
    DECIDING = "deciding"
    SUBSTITUTE = "substitute"
    OTHER = "other"


class Person(BaseModel):
    """Somebody the group knows. `registered` is false for a visitor who was only named.

    `account` is the platform's name or id for the person; None for one who cannot write in the chat.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: str
    role: str | None = None
    organisation: str | None = None
    capacity: Capacity = Capacity.MEMBER
    account: str | None = None
    coordinator: bool = False
    aliases: tuple[str, ...] = ()
    registered: bool = True


class Document(StrEnum):
    """What the group calls what comes out of a meeting."""

    MINNESANTECKNINGAR = "minnesanteckningar"
    MOTESANTECKNINGAR = "mötesanteckningar"
    PROTOKOLL = "protokoll"


class StandingItem(BaseModel):
    """An item on every agenda of the group, before or after the ones people add."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    place: Literal["head", "tail"] = "head"


class Convener(BaseModel):
    """Who calls the group together: a person or an organisation, perhaps until a day, and who comes after."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["person", "organisation", "unknown"] = "unknown"
    name: str | None = None
    contact: str | None = None
    from_: date | None = None
    until: date | None = None
    next: Convener | None = None

    def on(self, day: date) -> Convener:
        """Give who calls the group together on a day: this one, or whoever has come after by then."""
        after = self.next
        if after is None or (after.from_ is not None and day < after.from_):
            return self
        if after.from_ is None and (self.until is None or day <= self.until):
            return self
        return after.on(day)


class ReminderSettings(BaseModel):
    """Which reminders a group wants, and how long before or after; None or an empty tuple is none of that kind.

    Days are counted in the group's own calendar and hours, minutes as they elapse.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    call_for_items: int | None = 7
    """Days before a meeting that the channel is asked for items."""
    agenda: int | None = 1
    """Days before a meeting that the agenda is shown in the channel, with who is coming."""
    not_answered: int | None = 1
    """Days before a meeting that those who have not answered are asked, each privately."""
    soon: int | None = None
    """Minutes before a meeting that the channel is told that it begins."""
    tasks: int | None = 7
    """Days before its due date that the owner of a task is told of it, and then on the day."""
    minutes: tuple[int, ...] = (1, 3, 7)
    """Days after a meeting that the coordinator is told that its minutes are not published."""
    adjusting: int | None = 3
    """Days before the last day for adjusting a protokoll that its adjusters are told, and then on the day."""
    convening: bool = True
    """Whether those who convene are told a month before their time ends."""
    rhythm: bool = True
    """Whether the coordinator is told that a term is getting short of meetings."""


NO_REMINDERS = ReminderSettings(
    call_for_items=None,
    agenda=None,
    not_answered=None,
    soon=None,
    tasks=None,
    minutes=(),
    adjusting=None,
    convening=False,
    rhythm=False,
)
"""The settings of a group that wants to be reminded of nothing."""


class GroupSettings(BaseModel):
    """Everything about a group that people choose."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    channel: str
    language: Literal["sv", "en"] = "sv"
    timezone: str = "Europe/Stockholm"
    document: Document = Document.MINNESANTECKNINGAR
    style: Literal["bullets", "prose", "protokoll"] = "bullets"
    level: Literal["structure", "individual"] = "structure"
    first_paragraph: int | None = None
    convener: Convener = Convener()
    place: str | None = None
    stored_at: str | None = None
    quorum: int | None = None
    """How many must take part for the group to decide; None when it has no such rule."""
    standing: tuple[StandingItem, ...] = ()
    only_when_addressed: bool = False
    show_attendance: bool = True
    meetings_per_year: int | None = None
    template: str | None = None
    aliases: tuple[str, ...] = ()
    """What else the group is called."""
    parties: tuple[str, ...] = ()
    """Organisations that form the group, also those that have nobody in the register yet."""
    guests: tuple[str, ...] = ()
    """Organisations that are always invited and are no parties."""
    adjuncts: tuple[str, ...] = ()
    """Organisations that are invited when they are needed."""
    publish_at_end: bool = False
    quiet_from: time = QUIET_FROM
    quiet_until: time = QUIET_UNTIL
    """Local times between which the bot says nothing by itself."""
    reminders: ReminderSettings = ReminderSettings()
    attachments: Literal["link", "keep"] = "link"
    """Whether files that belong to items stay where they were shared, or are fetched and kept with their checksum."""

    @property
    def zone(self) -> ZoneInfo:
        """Give the group's time zone."""
        return ZoneInfo(self.timezone)
