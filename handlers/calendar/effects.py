"""Let what a group has agreed or decided about its coming meetings take effect in its calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.agenda.titles import capital
from handlers.calendar.meant import (
    CancelMeeting,
    Change,
    FillMeeting,
    MoveMeeting,
    MoveQuestions,
    PlanMeeting,
    RenameMeeting,
)
from handlers.calendar.reading import read_changes
from handlers.command import Answer, Call, Outcome, Reply
from meetings.agenda import agenda, find_items
from meetings.agenda_order import meeting_after
from meetings.document import Document
from meetings.facts import (
    Fact,
    ItemPostponed,
    ItemProposed,
    MeetingCancelled,
    MeetingMoved,
    MeetingPlanned,
    MeetingRenamed,
)
from meetings.record import Meeting

# A name that is also a kind of meeting; another name is the meeting's title.
_KINDS = ("extra", "planeringsdag", "arbetsgrupp", "avstämning", "uppföljningsmöte")


def calendar_effects(text: str, call: Call) -> tuple[Change, ...]:
    """Read what an agreement, a decision or a confirmed proposal changes in the group's own calendar.

    What is kept is not changed; of two changes of one kind for the same meeting the first counts.
    """
    changes: list[Change] = []
    for change, _ in read_changes(text, call, settled=True):
        known = any(_same(change, other) for other in changes)
        if not known and not (isinstance(change, CancelMeeting | MoveMeeting) and change.target is None):
            changes.append(change)
    return tuple(changes)


def _same(one: Change, other: Change) -> bool:
    if isinstance(one, PlanMeeting) and isinstance(other, PlanMeeting):
        return one.date == other.date
    if isinstance(one, MoveQuestions) or isinstance(other, MoveQuestions | PlanMeeting) or isinstance(one, PlanMeeting):
        return one == other
    return type(one) is type(other) and one.target == other.target


def apply_effects(changes: Sequence[Change], call: Call) -> Outcome:
    """Give the facts of changes that are settled, and say with weekday and date what was changed."""
    facts: list[Fact] = []
    said: list[str] = []
    moved_on = {change.source for change in changes if isinstance(change, MoveQuestions)}
    for change in changes:
        facts += facts_of(change, call, keep_items=isinstance(change, CancelMeeting) and change.target in moved_on)
        line = told(change, call)
        if line:
            said.append(line)
    replies: tuple[Reply, ...] = (Answer(confirmation(said, call)),) if said else ()
    return Outcome(tuple(facts), replies)


def confirmation(lines: Sequence[str], call: Call) -> Document:
    """Make the answer that confirms changes of the calendar."""
    return Document.of(*lines, call.texts.paragraph("calendar.undo"))


def facts_of(change: Change, call: Call, *, keep_items: bool = False) -> list[Fact]:
    """Give the facts of one change. A cancelled meeting's proposed items go to the next, unless `keep_items`."""
    match change:
        case PlanMeeting():
            return [_planned(change, call)]
        case MoveMeeting(target=str(target)):
            return [
                MeetingMoved(
                    **call.base, target=target, date=change.date, start=change.start, end=change.end, place=change.place
                )
            ]
        case RenameMeeting():
            return [MeetingRenamed(**call.base, target=change.target, name=change.name)]
        case CancelMeeting(target=str(target)):
            then = meeting_after(call.record, target)
            items = [] if keep_items or then is None else _items_on(target, then.id, call)
            return [MeetingCancelled(**call.base, target=target), *items]
        case MoveQuestions():
            return _items_on(change.source, change.to, call) if change.source else []
        case FillMeeting():
            return _filled(change, call)
        case _:
            return []


def booked_once(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Leave out meetings that a message books again: told and then decided, or told in two sentences."""
    kept: list[Fact] = []
    booked: set[tuple[object, str]] = set()
    for fact in facts:
        if isinstance(fact, MeetingPlanned):
            if (fact.date, fact.meeting_kind) in booked:
                continue
            booked.add((fact.date, fact.meeting_kind))
        kept.append(fact)
    return tuple(kept)


def _planned(change: PlanMeeting, call: Call) -> MeetingPlanned:
    there = call.record.meetings.get(change.again) if change.again else None
    if there is None:
        kind = change.name if change.name in _KINDS else "ordinary"
        there = Meeting(
            id=call.ids.new("m"), date=change.date, kind=kind, title=None if change.name in _KINDS else change.name
        )
    return MeetingPlanned(
        **call.base,
        target=there.id,
        date=change.date,
        start=change.start or there.start,
        end=change.end or there.end,
        place=change.place or there.place,
        meeting_kind=there.kind,
        title=there.title,
        preliminary=change.preliminary,
    )


def _items_on(source: str, to: str, call: Call) -> list[Fact]:
    """Move what has been proposed for a meeting that will not be held."""
    items = [
        item
        for item in call.record.items.values()
        if item.for_meeting == source and not item.standing and not item.removed
    ]
    return [ItemPostponed(**call.base, item=item.id, to=to) for item in items]


def _filled(change: FillMeeting, call: Call) -> list[Fact]:
    there = agenda(call.record, change.target)
    new = [
        title
        for title in change.titles
        if not any(e.item.title.casefold() == title.casefold() for e in find_items(title, there))
    ]
    return [
        ItemProposed(**call.base, item=call.ids.new("i"), title=capital(title), for_meeting=change.target)
        for title in new
    ]


def _is_news(change: PlanMeeting, there: Meeting) -> bool:
    """Tell whether what is said of a booked meeting is anything else than what is known."""
    told_now = ((change.start, there.start), (change.end, there.end), (change.place, there.place))
    return there.preliminary or any(new is not None and new != old for new, old in told_now)


def told(change: Change, call: Call) -> str | None:
    """Say one change in a line, with weekday and date."""
    texts = call.texts
    match change:
        case PlanMeeting():
            there = call.record.meetings.get(change.again) if change.again else None
            if there is not None and not change.preliminary and not _is_news(change, there):
                return None
            start = change.start or (there.start if there else None)
            end = change.end or (there.end if there else None)
            where = change.place or (there.place if there else None)
            when = texts.date_time_range(change.date, start, end)
            place = f", {where}" if where else ""
            return texts.t("calendar.preliminary" if change.preliminary else "calendar.planned", when=when, place=place)
        case MoveMeeting(target=str(target)):
            before = call.record.meetings[target]
            now = replace(
                before,
                date=change.date or before.date,
                start=change.start or before.start,
                end=change.end or before.end,
                place=change.place or before.place,
            )
            when = texts.date_time_range(now.date, now.start, now.end)
            place = f", {now.place}" if now.place else ""
            if (now.date, now.start, now.end) == (before.date, before.start, before.end):
                return texts.t("calendar.changed", when=when, place=place)
            return texts.t("calendar.moved", day=_day(before, call), when=when, place=place)
        case RenameMeeting():
            return texts.t("calendar.renamed", day=_day(call.record.meetings[change.target], call), name=change.name)
        case CancelMeeting(target=str(target)):
            return texts.t("calendar.cancelled", day=_day(call.record.meetings[target], call))
        case MoveQuestions():
            return texts.t("calendar.questions_moved", day=_day(call.record.meetings[change.to], call))
        case FillMeeting():
            day = _day(call.record.meetings[change.target], call)
            return texts.t("calendar.filled", day=day, titles=texts.names([capital(title) for title in change.titles]))
        case _:
            return None


def _day(meeting: Meeting, call: Call) -> str:
    return call.texts.short_date(meeting.date, call.now.date())
