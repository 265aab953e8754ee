"""Which reminders fall due, and when: before a meeting, of tasks, of minutes that are not out, of adjusting.

Days before a meeting are counted in wall time at its own hour, minutes before it as they elapse. What would fall in
quiet hours, on a weekend or a red day is brought forward; what reminds of something that is late is put off instead.

What was past already when a meeting got its day is not made up for: the channel has just been told the day. Only
those who have not answered are asked, when the talk about it has settled. So a meeting booked late, or moved, or found
in a group's file brings no heap of reminders.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import zip_longest

from meetings.attendance import unanswered
from meetings.board import adjust_by, is_formal
from meetings.due_post import DuePost, Matter
from meetings.facts import OwnerKind
from meetings.group import Person
from meetings.record import Action, Meeting, Phase, Record
from meetings.reminder_keys import CORRECTED, concerned, dated_key, day_of, matter_of, meeting_key
from meetings.working_hours import (
    brought_forward,
    local_moment,
    morning_of,
    put_off,
    put_off_moment,
    working_day_before,
)

AT_MOST = 2
"""How often anybody is written to privately before one meeting."""
SETTLES = timedelta(hours=1)
"""How long people may answer by themselves to a day that came late, before they are asked."""
IN_THE_MORNING = time(9)
"""The hour from which days are counted back when a meeting has none of its own."""
TOGETHER = 3
"""Days by which a digest may come earlier than it must, so that one holds several tasks."""
LATE = timedelta(days=2)
"""How long a reminder that has no meeting to expire with is of use."""
RARE = 8
"""Meetings a year: a group that meets oftener needs not be told that a term is short of them."""


def wants(record: Record, person: str, matter: Matter) -> bool:
    """Tell whether somebody wants to be reminded of a matter."""
    return not record.muted.get(person, frozenset()) & {"all", matter.value}


def starts_at(record: Record, meeting: Meeting) -> datetime:
    """Give the moment (UTC) a meeting begins; one without an hour may begin until its day is over."""
    if meeting.start is None:
        return local_moment(meeting.date + timedelta(days=1), time.min, record.group)
    return local_moment(meeting.date, meeting.start, record.group)


def items_wanted_by(record: Record, meeting: Meeting) -> date:
    """Give the last day for items: the one on which the agenda is shown, else the working day before the meeting."""
    shown = _days_before(record, meeting, record.group.reminders.agenda)
    if shown is None:
        return working_day_before(meeting.date)
    return shown.astimezone(record.group.zone).date()


def before_meetings(record: Record) -> Iterator[DuePost]:
    """Give what reminds of each meeting that is booked."""
    for meeting in record.meetings.values():
        if meeting.phase is Phase.PLANNED:
            yield from _to_channel(record, meeting)
            yield from _to_those_who_have_not_answered(record, meeting)


def _to_channel(record: Record, meeting: Meeting) -> Iterator[DuePost]:
    """Give what is said in the channel; each is of no use when the next is due."""
    wanted = record.group.reminders
    until = starts_at(record, meeting)
    soon = None
    if wanted.soon is not None and meeting.start is not None:
        soon = until - timedelta(minutes=wanted.soon)
        yield from _once(record, meeting, DuePost(soon, "", Matter.SOON, until=until, timely=True))
    agenda = _days_before(record, meeting, wanted.agenda)
    if agenda is not None:
        yield from _once(record, meeting, DuePost(agenda, "", Matter.AGENDA, until=soon or until))
    call = _days_before(record, meeting, wanted.call_for_items)
    if call is not None and not _called_lately(record, meeting, wanted.call_for_items or 0):
        yield from _once(record, meeting, DuePost(call, "", Matter.CALL_FOR_ITEMS, until=agenda or soon or until))


def _once(record: Record, meeting: Meeting, post: DuePost) -> Iterator[DuePost]:
    """Give a post under its key, unless it was past when the meeting got its day, or there is no time for it."""
    timely = meeting.set_at is None or post.at > meeting.set_at
    if timely and post.until is not None and post.at < post.until:
        key = meeting_key(post.matter, meeting)
        yield DuePost(post.at, key, post.matter, meeting.id, until=post.until, timely=post.timely)


def _called_lately(record: Record, meeting: Meeting, days: int) -> bool:
    """Tell whether items were called for shortly before for another day of the same meeting."""
    called = (key for key in record.reminded if _is_about(key, Matter.CALL_FOR_ITEMS, meeting))
    earlier = (day_of(key) for key in called)
    return any(day is not None and day != meeting.date and abs(day - meeting.date).days < days for day in earlier)


def _to_those_who_have_not_answered(record: Record, meeting: Meeting) -> Iterator[DuePost]:
    at = _days_before(record, meeting, record.group.reminders.not_answered)
    until = starts_at(record, meeting)
    if at is None or not asked_to_answer(record, meeting):
        return
    if meeting.set_at is not None and at <= meeting.set_at:
        at = put_off_moment(meeting.set_at + SETTLES, record.group)
    if at < until:
        key = meeting_key(Matter.NOT_ANSWERED, meeting)
        yield DuePost(at, key, Matter.NOT_ANSWERED, meeting.id, until=until)


def asked_to_answer(record: Record, meeting: Meeting) -> tuple[Person, ...]:
    """Give those who are to be asked whether they come: not answered, to be reached, not asked too often before."""
    return tuple(
        person
        for person in unanswered(record, meeting)
        if person.account is not None
        and not person.coordinator
        and wants(record, person.id, Matter.NOT_ANSWERED)
        and times_told(record, meeting, person.id) < AT_MOST
    )


def times_told(record: Record, meeting: Meeting, person: str) -> int:
    """Count how often somebody was written to privately before a meeting."""
    return sum(person in to for key, to in record.reminded.items() if is_out(key, meeting))


def is_out(key: str, meeting: Meeting) -> bool:
    """Tell whether a key stands for something that told people of a meeting to come: a reminder or a correction."""
    before = (Matter.CALL_FOR_ITEMS, Matter.AGENDA, Matter.NOT_ANSWERED, Matter.SOON, CORRECTED)
    return any(_is_about(key, matter, meeting) for matter in before)


def _is_about(key: str, matter: str, meeting: Meeting) -> bool:
    return matter_of(key) == matter and concerned(key) == meeting.id


def _days_before(record: Record, meeting: Meeting, days: int | None) -> datetime | None:
    if days is None:
        return None
    day = meeting.date - timedelta(days=days)
    return brought_forward(day, meeting.start or IN_THE_MORNING, record.group)


# ------------------------------------------------------------------------------------------ tasks


def owner_of(record: Record, action: Action) -> str | None:
    """Give who is told of a task: its owner, or the only one who can be reached of an organisation that owns it."""
    owner = action.owner
    if owner.kind is OwnerKind.PERSON:
        person = record.people.get(owner.person or "")
        return person.id if person is not None and person.registered and person.account is not None else None
    if owner.kind is not OwnerKind.ORGANISATION:
        return None
    reached = [p.id for p in record.members if p.organisation == owner.name and p.account is not None]
    return reached[0] if len(reached) == 1 else None


def digest_of(record: Record, person: str, today: date) -> tuple[Action, ...]:
    """Give the tasks that a digest on a day tells somebody of: due soon or late, the earliest first."""
    days = (record.group.reminders.tasks or 0) + TOGETHER
    near = (
        action
        for action in _open_tasks(record)
        if action.due.date is not None and (action.due.date - today).days <= days and owner_of(record, action) == person
    )
    return tuple(sorted(near, key=_by_due))


def is_due_soon(action: Action, today: date) -> bool:
    """Tell whether a task is due today or later, so that it is worth a digest of its own."""
    return action.due.date is not None and action.due.date >= today


def of_tasks(record: Record) -> Iterator[DuePost]:
    """Give each owner's digests: before tasks are due and on the day, as few as can be.

    A task is told of once in the days before it is due; a digest that goes out then for another one does for both.
    """
    days = record.group.reminders.tasks
    if days is None:
        return
    owners: dict[str, list[Action]] = {}
    for action in sorted(_open_tasks(record), key=_by_due):
        owner = owner_of(record, action)
        if owner is not None and wants(record, owner, Matter.TASKS):
            owners.setdefault(owner, []).append(action)
    for owner, actions in owners.items():
        told = {day_of(key) for key in record.reminded if matter_of(key) == Matter.TASKS and concerned(key) == owner}
        yield from _digests(record, owner, actions, {day for day in told if day is not None}, days)


def _digests(record: Record, owner: str, actions: list[Action], told: set[date], days: int) -> Iterator[DuePost]:
    group = record.group
    planned: set[date] = set()
    for action in actions:
        assert action.due.date is not None
        due = action.due.date
        first = due - timedelta(days=days + TOGETHER)
        for wanted in (due - timedelta(days=days), due):
            at = morning_of(wanted, group)
            day = at.astimezone(group.zone).date()
            if wanted == due:
                done = day in planned | told
            else:
                done = any(first <= one <= day for one in planned) or any(first <= one < due for one in told)
            if done or action.set_at is not None and at <= action.set_at:
                continue
            planned.add(day)
            yield DuePost(at, dated_key(Matter.TASKS, owner, day), Matter.TASKS, person=owner, until=at + LATE)


def _open_tasks(record: Record) -> Iterator[Action]:
    return (
        action
        for action in record.actions.values()
        if action.status in ("open", "moved") and not action.proposed and action.due.date is not None
    )


def _by_due(action: Action) -> tuple[date, str]:
    return action.due.date or date.max, action.id


def still_counts(key: str, record: Record) -> bool:
    """Tell whether a key of a reminder that is about no meeting may still keep something from being said twice."""
    if matter_of(key) != Matter.TASKS:
        return True
    day = day_of(key)
    days = (record.group.reminders.tasks or 0) + TOGETHER + LATE.days
    owned = (action for action in _open_tasks(record) if owner_of(record, action) == concerned(key))
    return day is not None and any(
        action.due.date is not None and (action.due.date - day).days <= days for action in owned
    )


# ------------------------------------------------------------------------------------ after meetings


def after_meetings(record: Record) -> Iterator[DuePost]:
    """Give what reminds of minutes that are not out, and of a protokoll that is not adjusted."""
    for meeting in record.meetings.values():
        if meeting.phase is Phase.ENDED and meeting.ended_at is not None:
            yield from _unpublished(record, meeting, meeting.ended_at)
        if meeting.phase in (Phase.ENDED, Phase.PUBLISHED) and is_formal(record):
            yield from _to_adjust(record, meeting)


def _unpublished(record: Record, meeting: Meeting, ended: datetime) -> Iterator[DuePost]:
    group = record.group
    over = ended.astimezone(group.zone).replace(second=0, microsecond=0)
    moments: list[datetime] = []
    for number in sorted(set(group.reminders.minutes)):
        at = put_off(over.date() + timedelta(days=number), over.time(), group)
        # Two that a weekend brings together are one.
        if not moments or at.date() > moments[-1].date():
            moments.append(at)
    for at, after in zip_longest(moments, moments[1:]):
        key = dated_key(Matter.UNPUBLISHED, meeting.id, at.astimezone(group.zone).date())
        yield DuePost(at, key, Matter.UNPUBLISHED, meeting.id, until=after)


def _to_adjust(record: Record, meeting: Meeting) -> Iterator[DuePost]:
    days = record.group.reminders.adjusting
    if days is None or not any(person not in meeting.formal.adjusted for person in meeting.formal.adjusters):
        return
    last = adjust_by(meeting)
    for day in sorted({last - timedelta(days=days), last}):
        at = morning_of(day, record.group)
        key = dated_key(Matter.ADJUSTING, meeting.id, at.astimezone(record.group.zone).date())
        if meeting.ended_at is not None and at > meeting.ended_at:
            yield DuePost(at, key, Matter.ADJUSTING, meeting.id, until=at + LATE)


# ------------------------------------------------------------------------------------------ terms


def term_of(day: date) -> tuple[date, date]:
    """Give the first and last day of the term a day is in: spring to the end of June, then autumn."""
    if day.month <= 6:
        return date(day.year, 1, 1), date(day.year, 6, 30)
    return date(day.year, 7, 1), date(day.year, 12, 31)


def wanted_in_term(record: Record) -> int | None:
    """Give how many meetings a term should have; None when the group has not said so, or meets often."""
    per_year = record.group.meetings_per_year
    return per_year // 2 or None if per_year is not None and per_year <= RARE else None


def of_terms(record: Record) -> Iterator[DuePost]:
    """Give when to look whether the term at hand has the meetings it should: two months before it is over."""
    if not record.group.reminders.rhythm or wanted_in_term(record) is None or record.founded_at is None:
        return
    looked = [day_of(key) for key in record.reminded if matter_of(key) == Matter.TOO_FEW_MEETINGS]
    begins = max((day for day in looked if day is not None), default=None)
    founded = record.founded_at.astimezone(record.group.zone).date()
    first, last = term_of(founded) if begins is None else term_of(_day_after_term(begins))
    at = _look_at(first, record)
    if begins is None and at <= record.founded_at:
        first, last = term_of(last + timedelta(days=1))
        at = _look_at(first, record)
    until = local_moment(last, time.min, record.group)
    key = dated_key(Matter.TOO_FEW_MEETINGS, "term", first)
    yield DuePost(at, key, Matter.TOO_FEW_MEETINGS, until=until)


def _look_at(first: date, record: Record) -> datetime:
    return morning_of(first.replace(month=first.month + 4, day=1), record.group)


def _day_after_term(day: date) -> date:
    return term_of(day)[1] + timedelta(days=1)
