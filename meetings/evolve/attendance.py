"""Fold who comes, who does not, and who wrote."""

from __future__ import annotations

from meetings import facts as f
from meetings.evolve.common import Ghosts
from meetings.record import Meeting, Record, Report


def evolve_attendance(
    record: Record, fact: f.AttendanceReported | f.WroteInMeeting | f.UnknownSpeaker | f.Blocked, ghosts: Ghosts
) -> None:
    meeting = record.meetings.get(fact.meeting or "")
    if meeting is None:
        return
    match fact:
        case f.AttendanceReported():
            _report(meeting, fact)
            named = ghosts.get(fact.person or "")
            if isinstance(named, f.PersonRegistered):
                # A roll call counts though the message that first named the visitor was taken back.
                record.people.setdefault(named.person.id, named.person)
        case f.WroteInMeeting():
            meeting.wrote.setdefault(fact.person, fact.said.at.astimezone(record.group.zone).time())
        case f.UnknownSpeaker():
            if fact.name not in meeting.unknown_speakers:
                meeting.unknown_speakers.append(fact.name)
        case f.Blocked():
            meeting.blocked += 1


def _report(meeting: Meeting, fact: f.AttendanceReported) -> None:
    """Take the last word; what it says nothing about stays, unless presence turned into absence or back."""
    key = fact.person or f"unit:{fact.unit}"
    before = meeting.attendance.get(key)
    kept = before if before is not None and before.status == fact.status == "present" else None
    meeting.attendance[key] = Report(
        person=fact.person,
        unit=fact.unit,
        status=fact.status,
        basis=fact.basis,
        mode=fact.mode or (kept.mode if kept else None),
        from_=fact.from_ or (kept.from_ if kept else None),
        until=fact.until or (kept.until if kept else None),
        substitutes_for=fact.substitutes_for or (kept.substitutes_for if kept else None),
        reported_by=fact.said.by,
    )
