"""What a group is: its settings, its people, and the bot's introduction."""

from __future__ import annotations

from typing import ClassVar, Literal

from meetings.facts.base import BaseFact
from meetings.group import GroupSettings, Person


class GroupFounded(BaseFact):
    """The group exists, with these settings."""

    kind: Literal["group_founded"] = "group_founded"
    settings: GroupSettings


class SettingsChanged(BaseFact):
    """The group's settings are from now on these; of some only, when `changed` names them.

    What it does not name stays as it is, so that two changes in one message, or one that comes late, undo nothing.
    """

    kind: Literal["settings_changed"] = "settings_changed"
    settings: GroupSettings
    changed: tuple[str, ...] = ()


class StandingItemAdded(BaseFact):
    """An item is from now on on every agenda: before another, else last in its place."""

    texts: ClassVar[frozenset[str]] = frozenset({"title"})
    kind: Literal["standing_item_added"] = "standing_item_added"
    title: str
    place: Literal["head", "tail"]
    before: str | None = None


class StandingItemRemoved(BaseFact):
    """An item is no longer on every agenda."""

    texts: ClassVar[frozenset[str]] = frozenset({"title"})
    kind: Literal["standing_item_removed"] = "standing_item_removed"
    title: str


class PersonRegistered(BaseFact):
    """Somebody is in the register, or known as a visitor (`registered` false); the last word counts."""

    kind: Literal["person_registered"] = "person_registered"
    person: Person


class PersonRemoved(BaseFact):
    """Somebody has left the register."""

    kind: Literal["person_removed"] = "person_removed"
    person: str


class PersonErased(BaseFact):
    """What was kept of somebody is erased: from now on she is only `called` something, and is in no register."""

    kind: Literal["person_erased"] = "person_erased"
    person: str
    called: str


class Reminded(BaseFact):
    """A reminder has gone out; `key` is the same each time it is computed, so that it goes out once.

    `to` are those it went to, each privately; none when it went to the channel, or was of no use any more.
    """

    kind: Literal["reminded"] = "reminded"
    key: str
    to: tuple[str, ...] = ()


class RemindersMuted(BaseFact):
    """Somebody wants no reminders, or wants them again (`again`); `matters` names which, none means all."""

    kind: Literal["reminders_muted"] = "reminders_muted"
    person: str
    matters: tuple[str, ...] = ()
    again: bool = False


class Introduced(BaseFact):
    """The bot has said in the conversation what it records and how to stay off it."""

    kind: Literal["introduced"] = "introduced"
