"""Fold what was said and concluded under the items."""

from __future__ import annotations

from typing import assert_never

from meetings import facts as f
from meetings.evolve.common import Ghosts, resolve_item
from meetings.facts import Block
from meetings.record import Action, Passage, Question, Record

PassageFact = (
    f.Noted | f.Decided | f.Agreed | f.AttachmentAnnounced | f.PreviousMinutesApproved | f.Rewritten | f.PassageIncluded
)


def evolve_passage(record: Record, fact: PassageFact, ghosts: Ghosts) -> None:
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
    if not meeting.is_held and not isinstance(fact, f.AttachmentAnnounced):
        return  # said in a meeting that was opened by mistake
    passage = _as_passage(fact)
    passage.item = resolve_item(record, meeting, fact.item, ghosts)
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
                ref=fact.ref,
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


def evolve_follow_up(
    record: Record, fact: f.QuestionRaised | f.QuestionClosed | f.ActionAgreed | f.ActionChanged, ghosts: Ghosts
) -> None:
    meeting = record.meetings.get(fact.meeting or "")
    match fact:
        case f.QuestionRaised():
            item = resolve_item(record, meeting, fact.item, ghosts)
            record.questions[fact.question] = Question(
                fact.question, fact.text, fact.meeting, item, message=fact.said.message
            )
        case f.QuestionClosed():
            if fact.question in record.questions:
                record.questions[fact.question].open = False
        case f.ActionAgreed():
            item = resolve_item(record, meeting, fact.item, ghosts)
            record.actions[fact.action] = Action(
                id=fact.action,
                text=fact.text,
                owner=fact.owner,
                due=fact.due,
                meeting=fact.meeting,
                item=item,
                proposed=fact.proposed,
                message=fact.said.message,
                set_at=fact.said.at,
            )
        case f.ActionChanged():
            action = record.actions.get(fact.action)
            if action is not None:
                action.status = fact.status or action.status
                if fact.owner is not None or fact.due is not None:
                    action.set_at = fact.said.at
                action.owner = fact.owner or action.owner
                action.due = fact.due or action.due
                action.proposed = action.proposed and not fact.accepted
                action.touched_in = fact.meeting
                if meeting is not None and meeting.is_held and meeting.id not in action.treated_in:
                    action.treated_in.append(meeting.id)
