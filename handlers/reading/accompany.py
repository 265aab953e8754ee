"""What a note or a conclusion brings with it: tasks, questions, attachments, others' events, a changed calendar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.agenda.coming_back import next_time, referred, without_next_time
from handlers.calendar.effects import apply_effects, calendar_effects
from handlers.calendar.events import TellEvent, note_events, read_events
from handlers.command import Call, Outcome, Reply
from handlers.conclusions.attachments import attach, read_attachments
from handlers.conclusions.questions import read_questions, register_questions
from handlers.conclusions.working_groups import gather_working_groups
from handlers.reading.parts import LONGEST_LABELLED, MOST_READ
from handlers.tasks.actions import handed_out, register_actions
from handlers.tasks.owners import owner_of
from handlers.tasks.reading import ActionIntent, read_actions
from meetings.facts import Agreed, Answered, Decided, Fact, Noted, Owner, OwnerKind

_LONGEST_QUESTION = 160


def accompany(facts: Sequence[Fact], call: Call) -> Outcome:
    """Read what stands in the words of notes that are kept, and give the facts that lie beside them."""
    found: list[Fact] = []
    replies: list[Reply] = []
    for note in facts:
        if not isinstance(note, Noted) or note.held:
            continue
        before = _asked_before(note, call)
        # "Siv: jag bokar lokalen", taken down by another, is Siv's to do.
        own = replace(call, speaker=call.record.people[note.by]) if note.by in call.record.people else call
        for block in note.blocks[:MOST_READ]:
            outcome = _of_text(block.text, call, before, own=own, note=note)
            found += outcome.facts
            replies += outcome.replies
            before = block.text
    return Outcome(tuple(found), tuple(replies))


def _asked_before(note: Noted, call: Call) -> str:
    """Give the question that stands right before a note in its message: "Vem ringer? Jag gör det i morgon."."""
    at = call.text.find(note.blocks[0].text) if note.blocks else -1
    head = call.text[:at].rstrip() if at > 0 else ""
    return re.split(r"[.!\n]\s", head[-_LONGEST_QUESTION:])[-1] if head.endswith("?") else ""


def _of_text(text: str, call: Call, before: str, *, own: Call, note: Noted) -> Outcome:
    text = text[:LONGEST_LABELLED]
    questions = register_questions(read_questions(text, call), call, item=call.item)
    told = read_events(text, call)
    said = read_actions(without_next_time(text, call), own, before=before)
    if not said and call.leads:
        said = handed_out(text, call, _other_speaker(note, call))
    tasks = register_actions([one for one in said if not _invites(one, told)], call, item=call.item)
    # A file belongs to the whole message, and is attached once.
    attachments = attach([one for one in read_attachments(text, call) if not one.sent], call, item=call.item)
    events = note_events(told, call)
    facts = (*questions.facts, *tasks.facts, *attachments, *events, *next_time(text, call))
    return Outcome(facts, (*questions.replies, *tasks.replies))


def _other_speaker(note: Noted, call: Call) -> Owner | None:
    """Give whose name the one who writes put before the words, when they are not her own."""
    if note.organisation is not None:
        return Owner(kind=OwnerKind.ORGANISATION, name=note.organisation)
    person = call.record.people.get(note.by or "")
    return owner_of(person) if person is not None and person != call.speaker else None


def _invites(task: ActionIntent, told: Sequence[TellEvent]) -> bool:
    """Tell whether "AF bjuder in till en jobbmässa 8 oktober" only tells of the day."""
    days = {event.date for event in told}
    hosted = task.text.startswith(("bjuda in", "ordna", "arrangera", "hålla"))
    return hosted and bool(days) and (task.due.date in days or task.text == "bjuda in")


def follow_through(facts: Sequence[Fact], call: Call) -> Outcome:
    """Let what a decision or an agreement says of the group's own meetings take effect, and what it puts off come back.

    What was agreed on a proposal carries the proposal's details too: it was that which people supported.
    """
    proposal = _proposal_behind(facts, call)
    done: list[Fact] = []
    replies: list[Reply] = []
    for fact in facts:
        if not isinstance(fact, Agreed | Decided):
            continue
        text = fact.text if isinstance(fact, Agreed) else "\n".join(fact.clauses)
        words = text if proposal is None or proposal == text else f"{text}\n{proposal}"
        outcome = apply_effects(calendar_effects(words, call), call)
        done += outcome.facts
        replies += outcome.replies
        if isinstance(fact, Decided):
            done += referred(fact, call)
            done += note_events(read_events(fact.under or "", call), call)
    groups = gather_working_groups(facts, call)
    return Outcome((*done, *groups.facts), (*replies, *groups.replies))


def _proposal_behind(facts: Sequence[Fact], call: Call) -> str | None:
    """Give the words of the proposal that these facts settle, when they answer a question about one."""
    answered = [fact.question for fact in facts if isinstance(fact, Answered)]
    concerned = [call.record.pending[question].concerns for question in answered if question in call.record.pending]
    passages = (one for meeting in call.record.meetings.values() for one in meeting.passages)
    return next((one.text for one in passages if one.message in concerned and one.what == "note"), None)
