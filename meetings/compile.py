"""Compile the minutes of a meeting from the record: a pure function of it, the same at every call."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import time as Clock

from meetings import minutes as m
from meetings.agenda import Entry, agenda, with_matters
from meetings.agenda_order import is_left_over, matters_of
from meetings.attendance import attendance
from meetings.board import is_formal, notice, recused, reservations, signatures, status
from meetings.checks import checks
from meetings.facts import Block, BlockStyle
from meetings.follow_up import is_treated, place_of
from meetings.group import Document
from meetings.late import LateChange
from meetings.record import Action, Item, Meeting, Passage, Question, Record

_NAMES_A_DOCUMENT = re.compile(r"^(minnes|mötes)?anteckning|^protokoll|^minutes|^(meeting )?notes", re.IGNORECASE)


def compile_minutes(record: Record, meeting_id: str, late: Sequence[LateChange] = ()) -> m.Minutes:
    """Compile the minutes of one meeting as they stand now; `late` is what changed after its end."""
    meeting = record.meetings[meeting_id]
    group = record.group
    entries = agenda(record, meeting_id)
    numbers = {entry.item.id: entry.number for entry in with_matters(record, meeting_id)}
    actions = _actions(record, meeting, entries, numbers)
    ids = {action.id: number for number, action in actions}
    under = {action.id: action.item for _, action in actions}
    items = tuple(_item(record, meeting, entry, ids, under) for entry in entries)
    minutes = m.Minutes(
        group=group.name,
        kind=group.document,
        title=title(record, meeting),
        status=status(meeting),
        revision=meeting.revision,
        date=meeting.date,
        start=start_of(record, meeting),
        end=end_of(record, meeting),
        place=meeting.place,
        meeting_kind=meeting.kind,
        show_attendance=group.show_attendance,
        attendance=attendance(record, meeting),
        items=items,
        actions=tuple(_action(record, number, action, numbers) for number, action in actions),
        questions=tuple(
            m.Question(text=question.text, item=numbers.get(question.item or ""))
            for question in _questions(record, meeting)
        ),
        meetings=_calendar(record, meeting),
        events=tuple(
            m.Event(title=event.title, date=event.date, start=event.start, end=event.end, place=event.place)
            for event in meeting.events
        ),
        working_groups=_working_groups(record, meeting),
        signatures=_signatures(record, meeting),
        notice=notice(record, meeting),
        language=group.language,
        timezone=group.timezone,
    )
    return minutes.model_copy(update={"checks": checks(record, meeting, minutes, late)})


def freeze(record: Record, meeting_id: str, late: Sequence[LateChange] = ()) -> m.Minutes:
    """Compile the next revision of a meeting's minutes, as it is to be published and kept (hard case 6)."""
    meeting = record.meetings[meeting_id]
    draft = compile_minutes(record, meeting_id, late)
    new: m.Status = "corrected" if meeting.revision else "adjusted" if draft.status == "adjusted" else "published"
    return draft.model_copy(update={"status": new, "revision": meeting.revision + 1})


def title(record: Record, meeting: Meeting) -> str:
    """Give the document's heading: the meeting's own title when that names a document, else document and group."""
    if meeting.title and _NAMES_A_DOCUMENT.search(meeting.title):
        return meeting.title
    group = record.group
    if group.language == "en":
        return f"{'Minutes' if group.document is Document.PROTOKOLL else 'Meeting notes'} {group.name}"
    return f"{group.document.value.capitalize()} {group.name}"


def start_of(record: Record, meeting: Meeting) -> Clock | None:
    """Give the local time the meeting began: as said, else as booked, else when it was opened."""
    if meeting.opened or meeting.start or meeting.started_at is None or meeting.written_up:
        return meeting.opened or meeting.start
    return _minute(meeting.started_at.astimezone(record.group.zone).time())


def end_of(record: Record, meeting: Meeting) -> Clock | None:
    """Give the local time the meeting ended: as said, else as booked, else when it was closed."""
    if meeting.closed or meeting.end or meeting.ended_at is None or meeting.written_up:
        return meeting.closed or meeting.end
    return _minute(meeting.ended_at.astimezone(record.group.zone).time())


def _minute(clock: Clock) -> Clock:
    return clock.replace(second=0, microsecond=0)


# ------------------------------------------------------------------------------------------- the items


def _state(record: Record, meeting: Meeting, item: Item, *, something: bool) -> m.ItemState:
    """Tell what became of an item: taken up, left for the next meeting when there was no time for it, or empty."""
    if something or item.id in meeting.taken:
        return "taken"
    return "postponed" if is_left_over(record, meeting, item) else "empty"


def _item(
    record: Record, meeting: Meeting, entry: Entry, action_ids: dict[str, str], under: dict[str, str | None]
) -> m.Item:
    item = entry.item
    matters = matters_of(record, meeting, item.id)
    whole = {item.id, *(matter.id for matter in matters)}
    everything = [passage for passage in meeting.passages if passage.item in whole and not passage.held]
    passages = [passage for passage in everything if passage.item == item.id]
    actions = tuple(action_ids[action] for action, place in under.items() if place in whole)
    questions = tuple(
        m.Question(text=question.text, item=entry.number)
        for question in _questions(record, meeting)
        if question.item in whole
    )
    decided = [passage for passage in passages if passage.what == "decision"]
    return m.Item(
        number=entry.number,
        title=item.title,
        owner=item.owner.name if item.owner else None,
        planned_minutes=item.minutes,
        state=item.state or _state(record, meeting, item, something=bool(everything or actions or questions)),
        reference=item.reference,
        paragraphs=tuple(
            _paragraph(record, passage, block)
            for passage in passages
            if passage.what == "note"
            for block in passage.parts
            if block.text
        ),
        decisions=tuple(_decision(record, passage) for passage in decided if passage.under is None),
        agreements=tuple(m.Agreement(text=passage.text) for passage in everything if passage.what == "agreement"),
        actions=actions,
        questions=questions,
        attachments=tuple(_attachment(record, passage) for passage in everything if passage.what == "attachment"),
        subitems=(*_matters(record, matters, everything), *_subitems(record, decided)),
        proposal=item.proposal,
        recused=recused(record, meeting, item.id),
        reservations=reservations(record, meeting, item.id),
    )


def _attachment(record: Record, passage: Passage) -> m.Attachment:
    kept = record.kept_files.get((passage.message or "", passage.ref or ""))
    return m.Attachment(
        name=passage.text or None,
        url=passage.url,
        announced=passage.announced,
        sha256=kept.sha256 if kept else None,
        size=kept.size if kept else None,
    )


def _matters(record: Record, matters: Sequence[Item], passages: Sequence[Passage]) -> tuple[m.Subitem, ...]:
    """Give the matters announced under an item, each with what was said and decided on it."""
    return tuple(
        m.Subitem(
            title=matter.title,
            paragraphs=tuple(
                _paragraph(record, passage, block)
                for passage in passages
                if passage.what == "note" and passage.item == matter.id
                for block in passage.parts
                if block.text
            ),
            decisions=tuple(
                _decision(record, passage)
                for passage in passages
                if passage.what == "decision" and passage.item == matter.id
            ),
        )
        for matter in matters
    )


def _subitems(record: Record, decided: Sequence[Passage]) -> tuple[m.Subitem, ...]:
    headings = dict.fromkeys(passage.under for passage in decided if passage.under is not None)
    return tuple(
        m.Subitem(
            title=heading,
            decisions=tuple(_decision(record, passage) for passage in decided if passage.under == heading),
        )
        for heading in headings
    )


def _paragraph(record: Record, passage: Passage, block: Block) -> m.Paragraph:
    bulleted = record.group.style == "bullets" and block.style is BlockStyle.PROSE
    return m.Paragraph(
        text=block.text,
        by=_attribution(record, passage),
        level=block.level,
        style=BlockStyle.BULLET if bulleted else block.style,
        uncertain=passage.inferred,
    )


def _attribution(record: Record, passage: Passage) -> str | None:
    """Say whose words these are: a party's, or a member's; the writer's own notes are the meeting's."""
    if passage.organisation is not None or passage.name is not None:
        return passage.organisation or passage.name
    person = record.people.get(passage.by or "")
    return person.name if person is not None and not record.leads(person) else None


def _decision(record: Record, passage: Passage) -> m.Decision:
    lead = _decides(record) if is_formal(record) else None
    clauses = tuple(part.text for part in passage.parts if part.text)
    return m.Decision(lead=lead, clauses=clauses, outcome=passage.outcome)


def _decides(record: Record) -> str:
    return f"{record.group.name} {'decides' if record.group.language == 'en' else 'beslutar'}"


# --------------------------------------------------------------------- what lives on after the meeting


def _actions(
    record: Record, meeting: Meeting, entries: Sequence[Entry], numbers: dict[str, str]
) -> list[tuple[str, Action]]:
    """Number the actions of this meeting and the earlier ones it treated, in the order of the agenda."""
    items = [entry.item for entry in entries]
    mine = [
        action if action.item in numbers else replace(action, item=place_of(action, meeting, items))
        for action in record.actions.values()
        if is_treated(action, meeting)
    ]
    places = list(numbers)
    mine.sort(key=lambda action: places.index(action.item) if action.item in places else len(places))
    return [(str(number), action) for number, action in enumerate(mine, 1)]


def _action(record: Record, number: str, action: Action, numbers: dict[str, str]) -> m.Action:
    owner = record.people.get(action.owner.person or "")
    return m.Action(
        id=number,
        text=action.text,
        owner=m.Owner(kind=action.owner.kind, name=owner.name if owner else action.owner.name),
        due=m.Due(kind=action.due.kind, text=action.due.text, date=action.due.date),
        status=action.status,
        item=numbers.get(action.item or ""),
    )


def _questions(record: Record, meeting: Meeting) -> list[Question]:
    return [question for question in record.questions.values() if question.open and question.meeting == meeting.id]


def _working_groups(record: Record, meeting: Meeting) -> tuple[m.WorkingGroup, ...]:
    """Give the working groups that were set up, by what they are for, or else by the item they came from."""
    return tuple(
        m.WorkingGroup(
            purpose=group.purpose or (record.items[group.item].title if group.item in record.items else None),
            members=tuple(
                m.WorkingMember(
                    name=record.people[one.person].name if one.person in record.people else one.name, degree=one.degree
                )
                for one in group.members.values()
            ),
            vacant=tuple(group.vacant),
        )
        for group in meeting.working_groups.values()
    )


def _calendar(record: Record, meeting: Meeting) -> tuple[m.MeetingChange, ...]:
    rows = []
    for change in meeting.calendar:
        target = record.meetings[change.meeting]
        rows.append(
            m.MeetingChange(
                change=change.change,
                kind=target.kind,
                title=target.title,
                date=target.date,
                start=target.start,
                end=target.end,
                place=target.place,
                moved_from=change.moved_from,
            )
        )
    return tuple(rows)


def _signatures(record: Record, meeting: Meeting) -> tuple[m.Signature, ...]:
    """Sign notes with the one who wrote or led, a protokoll with chair, secretary and adjusters."""
    if is_formal(record):
        return signatures(record, meeting)
    writers = [p for p in record.coordinators if p.id in meeting.wrote] or list(record.coordinators)
    convener = record.group.convener.name
    if not writers and convener and record.group.convener.kind == "person":
        return (m.Signature(name=convener),)
    return tuple(m.Signature(name=person.name, title=person.role) for person in writers[:1])
