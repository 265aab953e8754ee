"""Every kind of fact a group's record is made of, as small frozen models told apart by `kind`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from meetings.facts.agenda import ItemChanged, ItemLeft, ItemMoved, ItemPostponed, ItemProposed, ItemRemoved, ItemTaken
from meetings.facts.attachments import AttachmentKept, AttachmentLetGo
from meetings.facts.attendance import AttendanceReported, UnknownSpeaker, WroteInMeeting
from meetings.facts.base import (
    BaseFact,
    Basis,
    Block,
    BlockStyle,
    Confidence,
    Due,
    DueKind,
    Model,
    Outcome,
    Owner,
    OwnerKind,
    Said,
    Source,
)
from meetings.facts.board import (
    AdjusterAsked,
    AdjusterChosen,
    AdjusterOffered,
    DecisionProposed,
    NoticePosted,
    Office,
    OfficeTaken,
    ProtocolAdjusted,
    Recused,
    Reserved,
)
from meetings.facts.group import (
    GroupFounded,
    Introduced,
    PersonErased,
    PersonRegistered,
    PersonRemoved,
    Reminded,
    RemindersMuted,
    SettingsChanged,
    StandingItemAdded,
    StandingItemRemoved,
)
from meetings.facts.ledger import VersionStands, Withdrawn
from meetings.facts.meetings import (
    CapturePaused,
    CaptureResumed,
    EventNoted,
    MeetingCancelled,
    MeetingEnded,
    MeetingGoesOn,
    MeetingLapsed,
    MeetingMoved,
    MeetingPlanned,
    MeetingRenamed,
    MeetingStarted,
    MeetingTimed,
    PasteBegun,
    PasteEnded,
)
from meetings.facts.notes import (
    ActionAgreed,
    ActionChanged,
    Agreed,
    AttachmentAnnounced,
    Decided,
    Noted,
    PassageIncluded,
    PreviousMinutesApproved,
    QuestionClosed,
    QuestionRaised,
    Rewritten,
    Supported,
)
from meetings.facts.talk import About, Answered, Asked, Blocked, MinutesCorrected, Option, Published
from meetings.facts.working_groups import WorkingGroupFormed, WorkingGroupJoined, WorkingGroupVacant

Fact = Annotated[
    GroupFounded
    | SettingsChanged
    | StandingItemAdded
    | StandingItemRemoved
    | Reminded
    | RemindersMuted
    | PersonRegistered
    | PersonRemoved
    | PersonErased
    | Introduced
    | MeetingPlanned
    | MeetingMoved
    | MeetingRenamed
    | MeetingCancelled
    | MeetingStarted
    | MeetingEnded
    | MeetingTimed
    | MeetingLapsed
    | MeetingGoesOn
    | PasteBegun
    | PasteEnded
    | CapturePaused
    | CaptureResumed
    | EventNoted
    | ItemProposed
    | ItemChanged
    | ItemMoved
    | ItemRemoved
    | ItemPostponed
    | ItemTaken
    | ItemLeft
    | AttendanceReported
    | WroteInMeeting
    | UnknownSpeaker
    | Noted
    | Decided
    | PreviousMinutesApproved
    | Agreed
    | QuestionRaised
    | QuestionClosed
    | ActionAgreed
    | ActionChanged
    | AttachmentAnnounced
    | AttachmentKept
    | AttachmentLetGo
    | WorkingGroupFormed
    | WorkingGroupJoined
    | WorkingGroupVacant
    | Rewritten
    | PassageIncluded
    | Supported
    | OfficeTaken
    | AdjusterAsked
    | AdjusterOffered
    | AdjusterChosen
    | ProtocolAdjusted
    | NoticePosted
    | Recused
    | Reserved
    | DecisionProposed
    | Asked
    | Answered
    | Blocked
    | Published
    | MinutesCorrected
    | VersionStands
    | Withdrawn,
    Field(discriminator="kind"),
]

_ADAPTER: TypeAdapter[Fact] = TypeAdapter(Fact)


def dump(fact: Fact) -> tuple[dict[str, Any], dict[str, Any]]:
    """Split a fact into its payload and the words in it, both ready for JSON."""
    payload = fact.model_dump(mode="json")
    words = {name: payload.pop(name) for name in sorted(fact.texts)}
    return payload, words


def load(payload: Mapping[str, Any], words: Mapping[str, Any]) -> Fact:
    """Join a payload and its words again; words that were blanked come back empty."""
    return _ADAPTER.validate_python({**_blank(payload["kind"]), **payload, **words})


def _blank(kind: str) -> dict[str, Any]:
    model = _MODELS[kind]
    required = (name for name in model.texts if model.model_fields[name].is_required())
    return dict.fromkeys(required, "")


_MODELS: dict[str, type[BaseFact]] = {model.model_fields["kind"].default: model for model in BaseFact.__subclasses__()}

__all__ = [
    "About",
    "ActionAgreed",
    "ActionChanged",
    "AdjusterAsked",
    "AdjusterChosen",
    "AdjusterOffered",
    "Agreed",
    "Answered",
    "Asked",
    "AttachmentAnnounced",
    "AttachmentKept",
    "AttachmentLetGo",
    "AttendanceReported",
    "BaseFact",
    "Basis",
    "Block",
    "BlockStyle",
    "Blocked",
    "CapturePaused",
    "CaptureResumed",
    "Confidence",
    "Decided",
    "DecisionProposed",
    "Due",
    "DueKind",
    "EventNoted",
    "Fact",
    "GroupFounded",
    "Introduced",
    "ItemChanged",
    "ItemLeft",
    "ItemMoved",
    "ItemPostponed",
    "ItemProposed",
    "ItemRemoved",
    "ItemTaken",
    "MeetingCancelled",
    "MeetingEnded",
    "MeetingGoesOn",
    "MeetingLapsed",
    "MeetingMoved",
    "MeetingPlanned",
    "MeetingRenamed",
    "MeetingStarted",
    "MeetingTimed",
    "MinutesCorrected",
    "Model",
    "Noted",
    "NoticePosted",
    "Office",
    "OfficeTaken",
    "Option",
    "Outcome",
    "Owner",
    "OwnerKind",
    "PassageIncluded",
    "PasteBegun",
    "PasteEnded",
    "PersonErased",
    "PersonRegistered",
    "PersonRemoved",
    "PreviousMinutesApproved",
    "ProtocolAdjusted",
    "Published",
    "QuestionClosed",
    "QuestionRaised",
    "Recused",
    "Reminded",
    "RemindersMuted",
    "Reserved",
    "Rewritten",
    "Said",
    "SettingsChanged",
    "Source",
    "StandingItemAdded",
    "StandingItemRemoved",
    "Supported",
    "UnknownSpeaker",
    "VersionStands",
    "Withdrawn",
    "WorkingGroupFormed",
    "WorkingGroupJoined",
    "WorkingGroupVacant",
    "WroteInMeeting",
    "dump",
    "load",
]
