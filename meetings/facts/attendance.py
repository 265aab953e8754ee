"""Who is present or absent, and who wrote."""

from __future__ import annotations

from datetime import time as Clock
from typing import ClassVar, Literal

from meetings.facts.base import BaseFact, Basis


class AttendanceReported(BaseFact):
    """Somebody is, or will be, present or absent at `meeting`. No reason is ever stored.

    `person` is an id in the record; `unit` a represented unit when no name is known. `from_` and `until` are
    local times; None says nothing about them. `mode` is onsite or digital.
    """

    kind: Literal["attendance_reported"] = "attendance_reported"
    person: str | None = None
    unit: str | None = None
    status: Literal["present", "absent"]
    basis: Basis
    mode: Literal["onsite", "digital"] | None = None
    from_: Clock | None = None
    until: Clock | None = None
    substitutes_for: str | None = None


class WroteInMeeting(BaseFact):
    """Somebody wrote in the channel while the meeting was open."""

    kind: Literal["wrote_in_meeting"] = "wrote_in_meeting"
    person: str


class UnknownSpeaker(BaseFact):
    """A name was used as a speaker's or attendee's that fits nobody in the register."""

    kind: Literal["unknown_speaker"] = "unknown_speaker"
    texts: ClassVar[frozenset[str]] = frozenset({"name"})
    name: str
