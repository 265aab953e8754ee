"""Who was at a meeting and who was not, and what we know it from."""

from __future__ import annotations

from meetings.facts import Basis
from meetings.group import Capacity, Person
from meetings.minutes import Attendee
from meetings.record import Meeting, Record, Report

EXPECTED = frozenset({Capacity.MEMBER, Capacity.DECIDING})
"""In these capacities one of whom nothing is known is absent; others are then left out."""


def attendance(record: Record, meeting: Meeting) -> tuple[Attendee, ...]:
    """List everybody once, those present first, in the order of the register; a visitor follows the one replaced.

    A coordinator, or somebody outside the register, is listed only when somebody said so.
    """
    rows: list[Attendee] = []
    for person in _in_order(record, meeting):
        report = meeting.attendance.get(person.id) or _inferred(record, meeting, person)
        if report is not None:
            rows.append(_attendee(record, person, report))
    rows += [
        Attendee(unit=report.unit, status=report.status, mode=report.mode, basis=report.basis)
        for report in meeting.attendance.values()
        if report.unit is not None
    ]
    return tuple(sorted(rows, key=lambda row: row.status == "absent"))


def unanswered(record: Record, meeting: Meeting) -> tuple[Person, ...]:
    """Give those expected at a meeting that is not over of whom nothing is known yet."""
    if meeting.is_held and not meeting.is_open:
        return ()
    expected = (person for person in record.members if person.capacity in EXPECTED)
    return tuple(p for p in expected if p.id not in meeting.attendance and p.id not in meeting.wrote)


def _in_order(record: Record, meeting: Meeting) -> list[Person]:
    replacing: dict[str, list[Person]] = {}
    loose: list[Person] = []
    for person in record.people.values():
        report = meeting.attendance.get(person.id)
        if person.registered or report is None:
            continue
        if report.substitutes_for is not None:
            replacing.setdefault(report.substitutes_for, []).append(person)
        else:
            loose.append(person)
    order: list[Person] = []
    for person in record.members:
        order += [person, *replacing.pop(person.id, [])]
    return order + [person for rest in replacing.values() for person in rest] + loose


def _inferred(record: Record, meeting: Meeting, person: Person) -> Report | None:
    """Say what follows for one of whom nobody said anything: present if she wrote, else absent if she was expected."""
    if not person.registered or record.leads(person) and person.coordinator:
        return None
    if person.id in meeting.wrote:
        return Report(person.id, None, "present", Basis.WROTE)
    over = meeting.is_held and not meeting.is_open
    if over and person.capacity in EXPECTED:
        return Report(person.id, None, "absent", Basis.INFERRED)
    return None


def _attendee(record: Record, person: Person, report: Report) -> Attendee:
    replaced = record.people.get(report.substitutes_for or "")
    stands_in = replaced is not None and report.status == "present"
    return Attendee(
        name=person.name,
        role=person.role,
        organisation=person.organisation,
        unit=report.unit,
        status=report.status,
        mode=report.mode,
        capacity=Capacity.SUBSTITUTE if stands_in else person.capacity,
        substitutes_for=replaced.name if replaced is not None and stands_in else None,
        from_=report.from_ if report.status == "present" else None,
        until=report.until if report.status == "present" else None,
        basis=report.basis,
    )
