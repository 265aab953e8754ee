"""What a group is: its settings, its people, and the bot's introduction."""

from __future__ import annotations

from typing import Literal

from meetings.facts.base import BaseFact
from meetings.group import GroupSettings, Person


class GroupFounded(BaseFact):
    """The group exists, with these settings."""

    kind: Literal["group_founded"] = "group_founded"
    settings: GroupSettings


class SettingsChanged(BaseFact):
    """The group's settings are from now on these."""

    kind: Literal["settings_changed"] = "settings_changed"
    settings: GroupSettings


class PersonRegistered(BaseFact):
    """Somebody is in the register, or known as a visitor (`registered` false); the last word counts."""

    kind: Literal["person_registered"] = "person_registered"
    person: Person


class PersonRemoved(BaseFact):
    """Somebody has left the register."""

    kind: Literal["person_removed"] = "person_removed"
    person: str


class Introduced(BaseFact):
    """The bot has said in the conversation what it records and how to stay off it."""

    kind: Literal["introduced"] = "introduced"
