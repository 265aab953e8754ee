"""Notes taken down elsewhere and pasted afterwards: understood as if they had been written during their meeting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from handlers.agenda.titles import capital
from handlers.command import Call, Claim, Command, Example, Outcome, React, Reply, Sentence, Tell, When, Who
from handlers.meeting.opening import brief
from handlers.meeting.pasted_reading import Pasted, begins, is_done, parts_of, read_head
from handlers.reading.accompany import follow_through
from handlers.reading.parts import split, without_address
from meetings.agenda import with_matters
from meetings.document import doc
from meetings.due import booked_end
from meetings.errors import WrongPhase
from meetings.facts import (
    Fact,
    ItemProposed,
    ItemTaken,
    MeetingEnded,
    MeetingMoved,
    MeetingPlanned,
    MeetingStarted,
    MeetingTimed,
    PasteBegun,
    PasteEnded,
)
from meetings.record import Meeting, Phase

Read = Callable[[Sequence[Sentence], Call, Sequence[Command[Any]]], Outcome]

PATIENCE = timedelta(hours=2)
"""How long after "klistra in" messages are taken for more of the notes."""
# What a line of notes never asks for: it is told, not said to the bot.
_NOT_IN_NOTES = frozenset(
    """
    undo off_record start end tell_hours go_on never_opened show_draft publish show_captured include_passage restore
    correct correct_published strike_notes settle_proposal take_item show_actions propose_item add_to_proposal
    show_agenda show_attendance help found_group change_settings show_settings show_roster change_roster my_groups
    ask_leads paste_notes
    """.split()
)


@dataclass(frozen=True)
class PasteNotes:
    """Notes of a meeting that was held."""


def take_pasted(lines: Sequence[str], call: Call, commands: Sequence[Command[Any]], read: Read) -> Outcome | None:
    """Take a message for notes of a meeting; None when it is none.

    A message that only announces them is followed by others, until the one who sends them says that it was all.
    """
    if not call.leads or call.when is When.DURING or call.speaker is None:
        return None
    first = without_address(lines[0])
    pasting = call.record.pasting.get(call.speaker.id)
    if pasting is not None and call.said.at - pasting.since <= PATIENCE and (call.private or call.addressed):
        return _more(lines, call, commands, read, pasting.meeting)
    announced = begins(first, len(lines) - 1, call)
    if announced is None:
        return None
    head = read_head(announced, lines[1:], call)
    try:
        opened = _opened(head, call)
    except WrongPhase as error:
        return Outcome(replies=(Tell(doc(call.texts.t(error.text_key))),))
    meeting = next(fact.meeting for fact in opened if isinstance(fact, MeetingStarted | MeetingTimed))
    assert meeting is not None
    if not head.lines:
        begun = PasteBegun(**{**call.base, "meeting": meeting}, person=call.speaker.id)
        ended = _ended(opened, head, meeting, call)
        day = call.texts.short_date(_of(meeting, (*opened, *ended), call).date, call.now.date())
        return Outcome((*opened, *ended, begun), (Tell(doc(call.texts.paragraph("pasted.go_ahead", day=day))),))
    body = _body(head.lines, opened, meeting, call, commands, read)
    facts = (*opened, *body.facts, *_ended(opened, head, meeting, call))
    return Outcome(
        facts, (React(), *body.replies, Tell(brief(call, meeting, facts, "pasted.taken_down"), minutes=meeting))
    )


def _more(lines: Sequence[str], call: Call, commands: Sequence[Command[Any]], read: Read, meeting: str) -> Outcome:
    """Take one more message of notes, or that it was the last."""
    assert call.speaker is not None
    ended = PasteEnded(**{**call.base, "meeting": meeting}, person=call.speaker.id)
    done = is_done(without_address(lines[-1]))
    head = read_head("", lines[:-1] if done else lines, call)
    body = _body(head.lines, (), meeting, call, commands, read) if head.lines else Outcome()
    timed = _timed(head, meeting, call) if head.hours.opened or head.hours.closed else ()
    facts = (*timed, *body.facts, *((ended,) if done else ()))
    if not done:
        return Outcome(facts, (React(), *body.replies))
    return Outcome(facts, (*body.replies, Tell(brief(call, meeting, facts, "pasted.taken_down"), minutes=meeting)))


# ------------------------------------------------------------------------------------ whose notes it is


def _opened(head: Pasted, call: Call) -> tuple[Fact, ...]:
    """Give the facts that make the notes' meeting one that has been held; booked by them when nobody had."""
    meeting = _meant(head, call)
    if meeting is not None and meeting.phase is Phase.PUBLISHED:
        raise WrongPhase("already_published")
    if meeting is not None and meeting.is_held:
        return _timed(head, meeting.id, call)
    day = meeting.date if meeting is not None else head.day or call.now.date()
    start = head.hours.opened or (meeting.start if meeting is not None else None)
    began = datetime.combine(day, start or time(), tzinfo=call.now.tzinfo).astimezone(UTC)
    target = meeting.id if meeting is not None else call.ids.new("m")
    base = {**call.base, "meeting": target}
    facts: list[Fact] = []
    if meeting is None:
        hours, place = head.hours, head.place
        facts.append(MeetingPlanned(**base, target=target, date=day, start=hours.opened, end=hours.closed, place=place))
    elif head.place is not None:
        facts.append(MeetingMoved(**base, target=target, place=head.place))
    base["id"] = call.ids.fact()
    return (*facts, MeetingStarted(**base, opened=head.hours.opened, began=min(began, call.said.at)))


def _timed(head: Pasted, meeting: str, call: Call) -> tuple[Fact, ...]:
    return (MeetingTimed(**{**call.base, "meeting": meeting}, opened=head.hours.opened, closed=head.hours.closed),)


def _meant(head: Pasted, call: Call) -> Meeting | None:
    """Give the meeting of the day that the notes tell; told none, the latest that should have been held."""
    known = [one for one in call.record.meetings.values() if one.phase is not Phase.CANCELLED]
    if head.day is not None:
        return _nearest([one for one in known if one.date == head.day], head.hours.opened)
    over = [one for one in known if one.phase is Phase.PLANNED and _has_begun(one, call)]
    drafts = [one for one in known if one.phase is Phase.ENDED]
    return max((*over, *drafts), key=lambda one: (one.date, one.start or time()), default=None)


def _nearest(meetings: Sequence[Meeting], at: time | None) -> Meeting | None:
    def distance(meeting: Meeting) -> int:
        start = meeting.start or time()
        return abs(60 * start.hour + start.minute - (60 * at.hour + at.minute)) if at is not None else 0

    return min(meetings, key=distance, default=None)


def _has_begun(meeting: Meeting, call: Call) -> bool:
    return datetime.combine(meeting.date, meeting.start or time(), tzinfo=call.now.tzinfo) <= call.now


def _ended(opened: Sequence[Fact], head: Pasted, meeting: str, call: Call) -> tuple[Fact, ...]:
    """Close a meeting that these notes have opened, unless it is still going on."""
    if not any(isinstance(fact, MeetingStarted) for fact in opened):
        return ()
    end = booked_end(call.record, _of(meeting, opened, call))
    if (
        end is not None
        and end > call.now
        and head.hours.closed is None
        and _of(meeting, opened, call).date == _today(call)
    ):
        return ()
    return (MeetingEnded(**{**call.base, "meeting": meeting}, closed=head.hours.closed),)


def _today(call: Call) -> date:
    return call.now.date()


def _of(meeting: str, facts: Sequence[Fact], call: Call) -> Meeting:
    return call.ledger.after(facts).record.meetings[meeting]


# --------------------------------------------------------------------------------------- what they say


def _body(
    lines: Sequence[str],
    opened: Sequence[Fact],
    meeting: str,
    call: Call,
    commands: Sequence[Command[Any]],
    read: Read,
) -> Outcome:
    """Read the lines under each heading as if they had been written while its item was open."""
    told = [command for command in commands if command.name not in _NOT_IN_NOTES]
    ledger = call.ledger.after(opened)
    within = _within(replace(call, record=ledger.record, ledger=ledger), meeting)
    parts = parts_of(lines, with_matters(within.record, meeting))
    facts: list[Fact] = []
    replies: list[Reply] = []
    items: list[str | None] = []
    before: str | None = None
    for part in parts:
        item = part.entry.item.id if part.entry is not None else None
        if part.title is not None and item is None:
            item = call.ids.new("i")
            title = capital(part.title)
            facts.append(ItemProposed(**within.base, item=item, title=title, for_meeting=meeting, after=before))
        before = item or before
        items.append(item)
    ledger = ledger.after(facts)
    within = _within(replace(within, record=ledger.record, ledger=ledger), meeting)
    for part, item in zip(parts, items, strict=True):
        under = replace(within, item=item)
        if item is not None:
            facts.append(ItemTaken(**under.base, item=item))
        outcome = read(split(part.lines), under, told)
        followed = follow_through(outcome.facts, under)
        facts += (*outcome.facts, *followed.facts)
        replies += [reply for reply in (*outcome.replies, *followed.replies) if isinstance(reply, Tell)]
    return Outcome(tuple(facts), tuple(replies))


def _within(call: Call, meeting: str) -> Call:
    """Give the call of words that are written in a meeting, at the time it was held."""
    held = call.record.meetings[meeting]
    now = datetime.combine(held.date, held.opened or held.start or time(12), tzinfo=call.now.tzinfo)
    return replace(
        call, meeting=held, when=When.DURING, now=min(now, call.now), private=False, addressed=False, pending=None
    )


def _read(sentence: Sentence, call: Call) -> Sequence[Claim[PasteNotes]]:
    """Claim nothing: notes are taken whole, before a message is taken apart."""
    return ()


def _handle(intent: PasteNotes, call: Call) -> Outcome:
    return Outcome()


PASTE_NOTES: Command[PasteNotes] = Command(
    name="paste_notes",
    words={"sv": ("klistra in",), "en": ("paste",)},
    read=_read,
    handle=_handle,
    who=Who.LEAD,
    shown=frozenset({When.BEFORE, When.AFTER}),
    examples=(
        Example(
            "här är anteckningarna från mötet 1 september:\n"
            "Närvarande: Malin Ros, Olle Berg\n1. Enkäten\n- 40 svar har kommit",
            (
                "meeting_planned",
                "meeting_started",
                "item_proposed",
                "attendance_reported",
                "attendance_reported",
                "item_taken",
                "noted",
                "meeting_ended",
            ),
            says="1 september",
            lead=True,
            addressed=True,
        ),
        Example(
            "here are the notes from the meeting 1 September:\n1. Survey\n- 40 answers so far",
            ("meeting_planned", "meeting_started", "item_proposed", "item_taken", "noted", "meeting_ended"),
            language="en",
            lead=True,
            addressed=True,
        ),
    ),
)
