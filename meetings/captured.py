"""What was captured, in words: each fact that counts as one line, with whose message it came from."""

from __future__ import annotations

from collections.abc import Collection

from meetings import facts as f
from meetings.facts import Fact
from meetings.language import Texts
from meetings.ledger import Ledger
from meetings.record import Record


def captured(ledger: Ledger, meetings: Collection[str], texts: Texts, by: str | None = None) -> tuple[str, ...]:
    """List what has been captured for some meetings, in the order of the writing; `by` keeps one person's only."""
    lines = []
    for fact in ledger.counting():
        if fact.said.message is None or (by is not None and fact.said.by != by):
            continue
        if fact.meeting is not None and fact.meeting not in meetings:
            continue
        what = describe(fact, ledger.record, texts)
        if what:
            person = ledger.record.people.get(fact.said.by or "")
            clock = texts.clock(fact.said.at.astimezone(ledger.record.group.zone).time())
            lines.append(texts.t("captured.line", what=what, name=person.name if person else "–", clock=clock))
    return tuple(lines)


def describe(fact: Fact, record: Record, texts: Texts) -> str:
    """Say in a few words what a fact put into the record; nothing for what only the bot itself goes by."""
    match fact:
        case f.ItemProposed():
            return texts.t("captured.item", title=fact.title)
        case f.ItemChanged() | f.ItemMoved() | f.ItemRemoved() | f.ItemPostponed() | f.ItemLeft() | f.ItemTaken():
            item = record.items.get(fact.item)
            return texts.t(f"captured.{fact.kind}", title=item.title if item else "–")
        case f.AttendanceReported():
            return _attendance(fact, record, texts)
        case f.Noted():
            words = "; ".join(block.text for block in fact.blocks)
            return texts.t("captured.noted_held" if fact.held else "captured.noted", text=words)
        case f.Decided():
            return texts.t("captured.decided", text="; ".join(fact.clauses))
        case f.Agreed():
            return texts.t("captured.agreed", text=fact.text)
        case f.QuestionRaised():
            return texts.t("captured.question", text=fact.text)
        case f.ActionAgreed():
            owner = record.people.get(fact.owner.person or "")
            name = owner.name if owner else fact.owner.name or texts.t("captured.nobody")
            return texts.t("captured.action", text=fact.text, name=name)
        case f.ActionChanged():
            action = record.actions.get(fact.action)
            return texts.t("captured.action_changed", text=action.text if action else "–")
        case f.EventNoted():
            return texts.t("captured.event", title=fact.title, date=texts.short_date(fact.date))
        case f.MeetingPlanned():
            return texts.t("captured.meeting_planned", date=texts.short_date(fact.date))
        case f.MeetingMoved() | f.MeetingRenamed() | f.MeetingCancelled():
            meeting = record.meetings.get(fact.target)
            date = texts.short_date(meeting.date) if meeting else "–"
            return texts.t(f"captured.{fact.kind}", date=date)
        case f.MeetingStarted() | f.MeetingEnded() | f.AttachmentAnnounced() | f.QuestionClosed() | f.Rewritten():
            return texts.t(f"captured.{fact.kind}")
        case f.AdjusterOffered() | f.AdjusterChosen() | f.ProtocolAdjusted() | f.Recused() | f.Reserved():
            person = record.people.get(fact.person)
            return texts.t(f"captured.{fact.kind}", name=person.name if person else "–")
        case f.OfficeTaken():
            person = record.people.get(fact.person)
            return texts.t(f"captured.office_{fact.office}", name=person.name if person else "–")
        case f.DecisionProposed():
            return texts.t("captured.decision_proposed", text="; ".join(fact.clauses))
        case f.AdjusterAsked() | f.NoticePosted() | f.SettingsChanged():
            return texts.t(f"captured.{fact.kind}")
        case f.StandingItemAdded() | f.StandingItemRemoved():
            return texts.t(f"captured.{fact.kind}", title=fact.title)
        case f.PersonRegistered():
            return texts.t("captured.person_registered", name=fact.person.name) if fact.person.registered else ""
        case f.RemindersMuted():
            person = record.people.get(fact.person)
            return texts.t(
                "captured.reminders_again" if fact.again else "captured.reminders_muted",
                name=person.name if person else "–",
            )
        case f.PersonRemoved():
            person = record.people.get(fact.person)
            return texts.t("captured.person_removed", name=person.name if person else "–")
        case _:
            return ""


def _attendance(fact: f.AttendanceReported, record: Record, texts: Texts) -> str:
    person = record.people.get(fact.person or "")
    name = person.name if person else fact.unit or "–"
    replaced = record.people.get(fact.substitutes_for or "")
    if replaced is not None:
        return texts.t("captured.substitute", name=name, replaced=replaced.name)
    return texts.t(f"captured.{fact.status}", name=name)
