"""What each fact does to the record. Only the ledger calls this: it owns the record it changes."""

from __future__ import annotations

from typing import assert_never

from meetings import facts as f
from meetings.evolve.agenda import evolve_item
from meetings.evolve.attachments import evolve_attachment
from meetings.evolve.attendance import evolve_attendance
from meetings.evolve.board import evolve_board
from meetings.evolve.common import Ghosts
from meetings.evolve.group import evolve_group
from meetings.evolve.meetings import evolve_meeting
from meetings.evolve.notes import evolve_follow_up, evolve_passage
from meetings.evolve.talk import evolve_talk
from meetings.evolve.working_groups import evolve_working_group
from meetings.facts import Fact
from meetings.record import Record, Trace

__all__ = ["Ghosts", "evolve"]


def evolve(record: Record, fact: Fact, ghosts: Ghosts) -> None:
    """Fold one fact that counts into the record, in the order of the writing."""
    _trace(record, fact)
    match fact:
        case (
            f.GroupFounded()
            | f.SettingsChanged()
            | f.StandingItemAdded()
            | f.StandingItemRemoved()
            | f.PersonRegistered()
            | f.PersonRemoved()
            | f.PersonErased()
            | f.Introduced()
            | f.Reminded()
            | f.RemindersMuted()
        ):
            evolve_group(record, fact)
        case (
            f.MeetingPlanned()
            | f.MeetingMoved()
            | f.MeetingRenamed()
            | f.MeetingCancelled()
            | f.MeetingStarted()
            | f.MeetingEnded()
            | f.MeetingTimed()
            | f.MeetingLapsed()
            | f.MeetingGoesOn()
            | f.PasteBegun()
            | f.PasteEnded()
            | f.CapturePaused()
            | f.CaptureResumed()
            | f.EventNoted()
            | f.Published()
        ):
            evolve_meeting(record, fact)
        case (
            f.ItemProposed()
            | f.ItemChanged()
            | f.ItemMoved()
            | f.ItemRemoved()
            | f.ItemPostponed()
            | f.ItemTaken()
            | f.ItemLeft()
        ):
            evolve_item(record, fact, ghosts)
        case f.AttendanceReported() | f.WroteInMeeting() | f.UnknownSpeaker() | f.Blocked():
            evolve_attendance(record, fact, ghosts)
        case (
            f.Noted()
            | f.Decided()
            | f.Agreed()
            | f.AttachmentAnnounced()
            | f.PreviousMinutesApproved()
            | f.Rewritten()
            | f.PassageIncluded()
        ):
            evolve_passage(record, fact, ghosts)
        case f.AttachmentKept() | f.AttachmentLetGo():
            evolve_attachment(record, fact)
        case f.QuestionRaised() | f.QuestionClosed() | f.ActionAgreed() | f.ActionChanged():
            evolve_follow_up(record, fact, ghosts)
        case (
            f.OfficeTaken()
            | f.AdjusterAsked()
            | f.AdjusterOffered()
            | f.AdjusterChosen()
            | f.ProtocolAdjusted()
            | f.NoticePosted()
            | f.Recused()
            | f.Reserved()
            | f.DecisionProposed()
        ):
            evolve_board(record, fact, ghosts)
        case f.WorkingGroupFormed() | f.WorkingGroupJoined() | f.WorkingGroupVacant():
            evolve_working_group(record, fact, ghosts)
        case f.Supported() | f.Asked() | f.Answered():
            evolve_talk(record, fact)
        case f.VersionStands() | f.Withdrawn() | f.MinutesCorrected():
            pass  # what counts was settled before the folding; what is published is kept beside the ledger
        case _:
            assert_never(fact)


def _trace(record: Record, fact: Fact) -> None:
    message = fact.said.message
    if message is None or isinstance(fact, f.Asked | f.Introduced | f.VersionStands | f.Withdrawn):
        return
    trace = record.traces.setdefault(message, Trace(by=fact.said.by, at=fact.said.at))
    trace.facts.append(fact.id)
    trace.meeting = fact.meeting or trace.meeting
