"""What each fact does to the record. Only the ledger calls this: it owns the record it changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from meetings import facts as f
from meetings.agenda import agenda
from meetings.facts import Block, Fact
from meetings.record import (
    Action,
    CalendarChange,
    Event,
    Item,
    Meeting,
    Passage,
    Pending,
    Phase,
    Question,
    Record,
    Report,
    Trace,
)

Ghosts = Mapping[str, f.ItemProposed]
"""Proposals of items by item id, also those that no longer count: what an orphan was called (hard case 4)."""


def evolve(record: Record, fact: Fact, ghosts: Ghosts) -> None:
    """Fold one fact that counts into the record, in the order of the writing."""
    _trace(record, fact)
    match fact:
        case f.GroupFounded() | f.SettingsChanged():
            record.settings = fact.settings
        case f.PersonRegistered():
            record.people[fact.person.id] = fact.person
        case f.PersonRemoved():
            record.people.pop(fact.person, None)
        case f.Introduced():
            record.introduced = True
        case (
            f.MeetingPlanned()
            | f.MeetingMoved()
            | f.MeetingRenamed()
            | f.MeetingCancelled()
            | f.MeetingStarted()
            | f.MeetingEnded()
            | f.CapturePaused()
            | f.CaptureResumed()
            | f.EventNoted()
            | f.Published()
        ):
            _meeting(record, fact)
        case (
            f.ItemProposed()
            | f.ItemChanged()
            | f.ItemMoved()
            | f.ItemRemoved()
            | f.ItemPostponed()
            | f.ItemTaken()
            | f.ItemLeft()
        ):
            _item(record, fact)
        case f.AttendanceReported() | f.WroteInMeeting() | f.UnknownSpeaker() | f.Blocked():
            _attendance(record, fact)
        case (
            f.Noted()
            | f.Decided()
            | f.Agreed()
            | f.AttachmentAnnounced()
            | f.PreviousMinutesApproved()
            | f.Rewritten()
            | f.PassageIncluded()
        ):
            _passage(record, fact, ghosts)
        case f.QuestionRaised() | f.QuestionClosed() | f.ActionAgreed() | f.ActionChanged():
            _follow_up(record, fact, ghosts)
        case f.Supported() | f.Asked() | f.Answered():
            _talk(record, fact)
        case f.VersionStands() | f.Withdrawn():
            pass  # what counts was settled before the folding
        case _:
            assert_never(fact)


def _trace(record: Record, fact: Fact) -> None:
    message = fact.said.message
    if message is None or isinstance(fact, f.Asked | f.Introduced | f.VersionStands | f.Withdrawn):
        return
    trace = record.traces.setdefault(message, Trace(by=fact.said.by, at=fact.said.at))
    trace.facts.append(fact.id)
    trace.meeting = fact.meeting or trace.meeting


# ------------------------------------------------------------------------------------------- meetings


_MeetingFact = (
    f.MeetingPlanned
    | f.MeetingMoved
    | f.MeetingRenamed
    | f.MeetingCancelled
    | f.MeetingStarted
    | f.MeetingEnded
    | f.CapturePaused
    | f.CaptureResumed
    | f.EventNoted
    | f.Published
)


def _meeting(record: Record, fact: _MeetingFact) -> None:
    match fact:
        case f.MeetingPlanned():
            record.meetings[fact.target] = Meeting(
                id=fact.target,
                date=fact.date,
                start=fact.start,
                end=fact.end,
                place=fact.place or record.group.place,
                kind=fact.meeting_kind,
                title=fact.title,
                preliminary=fact.preliminary,
            )
            _lay_standing_items(record, fact.target)
            _told(record, fact, CalendarChange("preliminary" if fact.preliminary else "planned", fact.target))
        case f.MeetingMoved():
            moved = record.meetings.get(fact.target)
            if moved is None:
                return
            was = moved.date
            moved.date = fact.date or moved.date
            moved.start = fact.start or moved.start
            moved.end = fact.end or moved.end
            moved.place = fact.place or moved.place
            _told(record, fact, CalendarChange("moved", fact.target, moved_from=was))
        case f.MeetingRenamed():
            if fact.target in record.meetings:
                record.meetings[fact.target].kind = fact.name
                _told(record, fact, CalendarChange("renamed", fact.target))
        case f.MeetingCancelled():
            if fact.target in record.meetings:
                record.meetings[fact.target].phase = Phase.CANCELLED
                _told(record, fact, CalendarChange("cancelled", fact.target))
        case f.MeetingStarted():
            _start(record, fact)
        case f.MeetingEnded():
            ended = _held(record, fact)
            if ended is not None:
                ended.phase = Phase.ENDED
                ended.ended_at = fact.said.at
                ended.closed = fact.closed
        case f.CapturePaused() | f.CaptureResumed():
            going_on = _held(record, fact)
            if going_on is not None:
                going_on.paused = isinstance(fact, f.CapturePaused)
        case f.EventNoted():
            inside = _held(record, fact)
            if inside is not None:
                event = Event(fact.title, fact.date, fact.until, fact.start, fact.end, fact.place)
                if event not in inside.events:
                    inside.events.append(event)
        case f.Published():
            published = _held(record, fact)
            if published is not None:
                published.phase = Phase.PUBLISHED
                published.revision = fact.revision
                published.revision_status = fact.status


def _start(record: Record, fact: f.MeetingStarted) -> None:
    meeting = record.meetings.get(fact.meeting or "")
    if meeting is None:
        return
    for item in record.items.values():
        if item.for_meeting is None and not item.removed:
            item.for_meeting = meeting.id
    meeting.phase = Phase.OPEN
    meeting.started_at = meeting.started_at or fact.said.at
    meeting.opened = fact.opened or meeting.opened
    meeting.ended_at = None
    if meeting.item_now is None:
        entries = agenda(record, meeting.id)
        meeting.item_now = entries[0].item.id if entries else None


def _lay_standing_items(record: Record, meeting: str) -> None:
    for number, standing in enumerate(record.group.standing):
        item = f"{meeting}:s{number}"
        record.items[item] = Item(id=item, title=standing.title, standing=standing.place, for_meeting=meeting)


def _told(record: Record, fact: _MeetingFact, change: CalendarChange) -> None:
    """Note in the meeting where it was said what became of another of the group's meetings; the last word counts."""
    meeting = _held(record, fact)
    if meeting is None or meeting.id == change.meeting:
        return
    meeting.calendar = [old for old in meeting.calendar if (old.meeting, old.change) != (change.meeting, change.change)]
    meeting.calendar.append(change)


def _held(record: Record, fact: Fact) -> Meeting | None:
    meeting = record.meetings.get(fact.meeting or "")
    return meeting if meeting is not None and meeting.is_held else None


# --------------------------------------------------------------------------------------------- agenda


_ItemFact = f.ItemProposed | f.ItemChanged | f.ItemMoved | f.ItemRemoved | f.ItemPostponed | f.ItemTaken | f.ItemLeft


def _item(record: Record, fact: _ItemFact) -> None:
    if isinstance(fact, f.ItemProposed):
        record.items[fact.item] = _proposed(fact)
        return
    item = record.items.get(fact.item)
    if item is None:
        return
    match fact:
        case f.ItemChanged():
            item.title = fact.title or item.title
            item.owner = fact.owner or item.owner
            item.minutes = fact.minutes if fact.minutes is not None else item.minutes
        case f.ItemMoved():
            item.after, item.before, item.place = fact.after, fact.before, fact.place
        case f.ItemRemoved():
            item.removed = True
            item.orphaned = _has_dependants(record, item.id)
        case f.ItemPostponed():
            _postpone(record, item, fact)
        case f.ItemTaken():
            meeting = _held(record, fact)
            if meeting is not None:
                meeting.item_now = item.id
                meeting.paused = False
                if item.id not in meeting.taken:
                    meeting.taken.append(item.id)
        case f.ItemLeft():
            item.state = fact.state
            item.reference = fact.reference


def _proposed(fact: f.ItemProposed) -> Item:
    return Item(
        id=fact.item,
        title=fact.title,
        owner=fact.owner,
        minutes=fact.minutes,
        proposed_by=fact.said.by,
        message=fact.said.message,
        for_meeting=fact.for_meeting,
        after=fact.after,
        before=fact.before,
        origin=fact.origin,
    )


def _postpone(record: Record, item: Item, fact: f.ItemPostponed) -> None:
    """Leave the item where it was met, and let it come back; an item of a meeting not yet held just moves."""
    meeting = record.meetings.get(item.for_meeting or "")
    if meeting is None or not meeting.is_held:
        item.for_meeting = fact.to
        return
    item.state = "postponed"
    again = f"{item.id}+"
    record.items[again] = Item(
        id=again,
        title=item.title,
        owner=item.owner,
        minutes=item.minutes,
        proposed_by=item.proposed_by,
        message=item.message,
        for_meeting=fact.to,
        place="first",
        origin=meeting.date.isoformat(),
    )


def _has_dependants(record: Record, item: str) -> bool:
    passages = any(passage.item == item for meeting in record.meetings.values() for passage in meeting.passages)
    actions = any(action.item == item for action in record.actions.values())
    return passages or actions or any(question.item == item for question in record.questions.values())


def _resolve_item(record: Record, meeting: Meeting | None, item: str | None, ghosts: Ghosts) -> str | None:
    """Give the item a fact belongs to: the one it names, else the one open when it was written (hard case 2)."""
    if item is None:
        return meeting.item_now if meeting is not None else None
    known = record.items.get(item)
    if known is None and item in ghosts:
        known = record.items[item] = _proposed(ghosts[item])
        known.removed = True
        known.for_meeting = known.for_meeting or (meeting.id if meeting else None)
    if known is not None and known.removed:
        known.orphaned = True
    return item


# ----------------------------------------------------------------------------------------- attendance


def _attendance(record: Record, fact: f.AttendanceReported | f.WroteInMeeting | f.UnknownSpeaker | f.Blocked) -> None:
    meeting = record.meetings.get(fact.meeting or "")
    if meeting is None:
        return
    match fact:
        case f.AttendanceReported():
            _report(meeting, fact)
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


# --------------------------------------------------------------------------------- what the notes hold


_PassageFact = (
    f.Noted | f.Decided | f.Agreed | f.AttachmentAnnounced | f.PreviousMinutesApproved | f.Rewritten | f.PassageIncluded
)


def _passage(record: Record, fact: _PassageFact, ghosts: Ghosts) -> None:
    if isinstance(fact, f.Rewritten):
        _rewrite(record, fact)
        return
    if isinstance(fact, f.PassageIncluded):
        for passage in (p for m in record.meetings.values() for p in m.passages if p.id == fact.note):
            passage.held = False
        return
    meeting = record.meetings.get(fact.meeting or "")
    if meeting is None:
        return
    if isinstance(fact, f.PreviousMinutesApproved):
        meeting.previous_approved = fact.of
        earlier = record.meetings.get(fact.of)
        if earlier is not None and earlier.revision:
            earlier.revision_status = "approved"
        return
    passage = _as_passage(fact)
    passage.item = _resolve_item(record, meeting, fact.item, ghosts)
    meeting.passages.append(passage)


def _as_passage(fact: f.Noted | f.Decided | f.Agreed | f.AttachmentAnnounced) -> Passage:
    said = fact.said
    inferred = said.confidence is f.Confidence.INFERRED
    match fact:
        case f.Noted():
            return Passage(
                id=fact.note,
                what="note",
                item=None,
                parts=list(fact.blocks),
                by=fact.by,
                organisation=fact.organisation,
                name=fact.name,
                message=said.message,
                at=said.at,
                held=fact.held,
                inferred=inferred,
            )
        case f.Decided():
            return Passage(
                id=fact.decision,
                what="decision",
                item=None,
                parts=[Block(text=clause) for clause in fact.clauses],
                message=said.message,
                at=said.at,
                outcome=fact.outcome,
                under=fact.under,
                inferred=inferred,
            )
        case f.Agreed():
            return Passage(
                id=fact.agreement,
                what="agreement",
                item=None,
                parts=[Block(text=fact.text)],
                message=said.message,
                at=said.at,
                inferred=inferred,
            )
        case f.AttachmentAnnounced():
            return Passage(
                id=fact.id,
                what="attachment",
                item=None,
                parts=[Block(text=fact.name)] if fact.name else [],
                message=said.message,
                at=said.at,
                url=fact.url,
                announced=fact.announced,
            )
        case _:
            assert_never(fact)


def _rewrite(record: Record, fact: f.Rewritten) -> None:
    for meeting in record.meetings.values():
        for passage in meeting.passages:
            if passage.id == fact.target and fact.part < len(passage.parts):
                part = passage.parts[fact.part]
                passage.parts[fact.part] = part.model_copy(update={"text": fact.text})
                if fact.by_hand:
                    passage.by_hand.add(fact.part)
    if fact.target in record.actions:
        record.actions[fact.target].text = fact.text
    if fact.target in record.questions:
        record.questions[fact.target].text = fact.text


# ------------------------------------------------------------------------------------------ follow-ups


def _follow_up(
    record: Record, fact: f.QuestionRaised | f.QuestionClosed | f.ActionAgreed | f.ActionChanged, ghosts: Ghosts
) -> None:
    meeting = record.meetings.get(fact.meeting or "")
    match fact:
        case f.QuestionRaised():
            item = _resolve_item(record, meeting, fact.item, ghosts)
            record.questions[fact.question] = Question(
                fact.question, fact.text, fact.meeting, item, message=fact.said.message
            )
        case f.QuestionClosed():
            if fact.question in record.questions:
                record.questions[fact.question].open = False
        case f.ActionAgreed():
            item = _resolve_item(record, meeting, fact.item, ghosts)
            record.actions[fact.action] = Action(
                id=fact.action,
                text=fact.text,
                owner=fact.owner,
                due=fact.due,
                meeting=fact.meeting,
                item=item,
                proposed=fact.proposed,
                message=fact.said.message,
            )
        case f.ActionChanged():
            action = record.actions.get(fact.action)
            if action is not None:
                action.status = fact.status or action.status
                action.owner = fact.owner or action.owner
                action.due = fact.due or action.due
                action.proposed = action.proposed and not fact.accepted
                action.touched_in = fact.meeting


# ------------------------------------------------------------------------------------------------ talk


def _talk(record: Record, fact: f.Supported | f.Asked | f.Answered) -> None:
    match fact:
        case f.Supported():
            supporters = record.supporters.setdefault(fact.target_message, set())
            if fact.said.by is not None:
                (supporters.discard if fact.withdrawn else supporters.add)(fact.said.by)
        case f.Asked():
            record.asked.add((fact.to, fact.concerns))
            record.pending[fact.question] = Pending(
                id=fact.question,
                to=fact.to,
                about=fact.about,
                options=fact.options,
                concerns=fact.concerns,
                meeting=fact.meeting,
                at=fact.said.at,
            )
        case f.Answered():
            record.pending.pop(fact.question, None)
