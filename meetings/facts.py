"""Every kind of fact a group's record is made of, as small frozen models told apart by `kind`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Day
from datetime import datetime
from datetime import time as Clock
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from meetings.group import GroupSettings, Person


class Source(StrEnum):
    """Where a fact comes from (hard case 3: every fact has a source)."""

    MESSAGE = "message"
    INTERACTION = "interaction"
    FILE = "file"
    CLOCK = "clock"


class Confidence(StrEnum):
    """How sure the reading was."""

    SURE = "sure"
    INFERRED = "inferred"


class Model(BaseModel):
    """Frozen and strict about its keys, as everything in the ledger is."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Said(Model):
    """Who said it, in which message, when it was written.

    `at` is the source's own time (aware); the order of arrival is the ledger's sequence. `version` is 1 for a
    message as first written and grows by one with each edit; an edit keeps the `at` of the message it changes.
    """

    source: Source
    at: datetime
    message: str | None = None
    version: int = 1
    by: str | None = None
    confidence: Confidence = Confidence.SURE
    answers: str | None = None


class OwnerKind(StrEnum):
    """What kind of somebody answers for an action or an item."""

    PERSON = "person"
    ORGANISATION = "organisation"
    FUNCTION = "function"
    ALL = "all"
    UNKNOWN = "unknown"


class Owner(Model):
    """Who answers for something; `person` is an id in the record when one person is meant."""

    kind: OwnerKind
    name: str | None = None
    person: str | None = None


class DueKind(StrEnum):
    """How a due date was said."""

    DAY = "day"
    MONTH = "month"
    PERIOD = "period"
    EVENT = "event"
    MEETING = "meeting"
    NONE = "none"


class Due(Model):
    """When something is to be done: the words, and the day that follows from them if one does."""

    kind: DueKind = DueKind.NONE
    text: str | None = None
    date: Day | None = None


class BlockStyle(StrEnum):
    """How a piece of a note was written."""

    BULLET = "bullet"
    PROSE = "prose"
    NUMBERED = "numbered"


class Block(Model):
    """One paragraph or bullet of a note; `level` 0 or 1."""

    text: str
    level: int = 0
    style: BlockStyle = BlockStyle.PROSE


class Basis(StrEnum):
    """What an attendance rests on (hard case 7: inference is marked)."""

    SELF = "said_by_self"
    OTHER = "said_by_other"
    CALLED = "called"
    WROTE = "wrote"
    INFERRED = "inferred"


class Outcome(StrEnum):
    """What kind of decision it is."""

    APPROVE = "approve"
    GRANT = "grant"
    REFER_BACK = "refer_back"
    POSTPONE = "postpone"
    ASSIGN = "assign"
    CANCEL = "cancel"
    MOVE = "move"
    REJECT = "reject"
    OTHER = "other"


class _Fact(Model):
    """What all facts share. `texts` names the fields that hold people's words: they are stored apart."""

    texts: ClassVar[frozenset[str]] = frozenset()

    id: str
    said: Said
    meeting: str | None = None


# ---------------------------------------------------------------------------------------------- the group


class GroupFounded(_Fact):
    """The group exists, with these settings."""

    kind: Literal["group_founded"] = "group_founded"
    settings: GroupSettings


class SettingsChanged(_Fact):
    """The group's settings are from now on these."""

    kind: Literal["settings_changed"] = "settings_changed"
    settings: GroupSettings


class PersonRegistered(_Fact):
    """Somebody is in the register, or known as a visitor (`registered` false); the last word counts."""

    kind: Literal["person_registered"] = "person_registered"
    person: Person


class PersonRemoved(_Fact):
    """Somebody has left the register."""

    kind: Literal["person_removed"] = "person_removed"
    person: str


class Introduced(_Fact):
    """The bot has said in the conversation what it records and how to stay off it."""

    kind: Literal["introduced"] = "introduced"


# ------------------------------------------------------------------------------------------- the meetings


class MeetingPlanned(_Fact):
    """A meeting of the group is booked. `meeting` is the one in which it was said, `target` the new one."""

    texts: ClassVar[frozenset[str]] = frozenset({"title", "place"})
    kind: Literal["meeting_planned"] = "meeting_planned"
    target: str
    date: Day
    start: Clock | None = None
    end: Clock | None = None
    place: str | None = None
    meeting_kind: str = "ordinary"
    title: str | None = None
    preliminary: bool = False


class MeetingMoved(_Fact):
    """A booked meeting has another day, hour or place; None leaves that part as it was."""

    texts: ClassVar[frozenset[str]] = frozenset({"place"})
    kind: Literal["meeting_moved"] = "meeting_moved"
    target: str
    date: Day | None = None
    start: Clock | None = None
    end: Clock | None = None
    place: str | None = None


class MeetingRenamed(_Fact):
    """A booked meeting is called something else; its time, items and answers stay."""

    texts: ClassVar[frozenset[str]] = frozenset({"name"})
    kind: Literal["meeting_renamed"] = "meeting_renamed"
    target: str
    name: str


class MeetingCancelled(_Fact):
    """A booked meeting will not be held."""

    kind: Literal["meeting_cancelled"] = "meeting_cancelled"
    target: str


class MeetingStarted(_Fact):
    """The meeting is open; `opened` is the local time given by somebody, if any."""

    kind: Literal["meeting_started"] = "meeting_started"
    opened: Clock | None = None


class MeetingEnded(_Fact):
    """The meeting is over; `closed` is the local time given by somebody, if any."""

    kind: Literal["meeting_ended"] = "meeting_ended"
    closed: Clock | None = None


class CapturePaused(_Fact):
    """No notes are taken until they are resumed or the next item is taken up."""

    kind: Literal["capture_paused"] = "capture_paused"


class CaptureResumed(_Fact):
    """Notes are taken again."""

    kind: Literal["capture_resumed"] = "capture_resumed"


class EventNoted(_Fact):
    """Another body's conference, training or day: no meeting of the group."""

    texts: ClassVar[frozenset[str]] = frozenset({"title", "place"})
    kind: Literal["event_noted"] = "event_noted"
    title: str
    date: Day
    until: Day | None = None
    start: Clock | None = None
    end: Clock | None = None
    place: str | None = None


# --------------------------------------------------------------------------------------------- the agenda


class ItemProposed(_Fact):
    """An item for the agenda of `for_meeting` (None: the next one to come)."""

    texts: ClassVar[frozenset[str]] = frozenset({"title"})
    kind: Literal["item_proposed"] = "item_proposed"
    item: str
    title: str
    owner: Owner | None = None
    minutes: int | None = None
    after: str | None = None
    before: str | None = None
    for_meeting: str | None = None
    origin: str | None = None
    attachment: bool = False


class ItemChanged(_Fact):
    """An item's title, owner or planned minutes are from now on these; None leaves that part."""

    texts: ClassVar[frozenset[str]] = frozenset({"title"})
    kind: Literal["item_changed"] = "item_changed"
    item: str
    title: str | None = None
    owner: Owner | None = None
    minutes: int | None = None


class ItemMoved(_Fact):
    """An item stands after or before another, or first or last among the added ones."""

    kind: Literal["item_moved"] = "item_moved"
    item: str
    after: str | None = None
    before: str | None = None
    place: Literal["first", "last"] | None = None


class ItemRemoved(_Fact):
    """An item is off the agenda."""

    kind: Literal["item_removed"] = "item_removed"
    item: str


class ItemPostponed(_Fact):
    """An item is left for a later meeting (None: the next one to come)."""

    kind: Literal["item_postponed"] = "item_postponed"
    item: str
    to: str | None = None


class ItemTaken(_Fact):
    """The meeting is now at this item."""

    kind: Literal["item_taken"] = "item_taken"
    item: str


class ItemLeft(_Fact):
    """An item is not raised, or is written in a separate document; `reference` says where."""

    texts: ClassVar[frozenset[str]] = frozenset({"reference"})
    kind: Literal["item_left"] = "item_left"
    item: str
    state: Literal["not_raised", "separate_document"]
    reference: str | None = None


# ----------------------------------------------------------------------------------------- the attendance


class AttendanceReported(_Fact):
    """Somebody is, or will be, present or absent at `meeting`. No reason is ever stored.

    `person` is an id in the record; `unit` a represented unit when no name is known. `from_` and `until` are
    local times; None says nothing about them. `mode` is onsite or digital.
    """

    kind: Literal["attendance_reported"] = "attendance_reported"
    person: str | None = None
    unit: str | None = None
    status: Literal["present", "absent"]
    basis: Basis
    mode: Literal["onsite", "digital"] | None = None
    from_: Clock | None = None
    until: Clock | None = None
    substitutes_for: str | None = None


class WroteInMeeting(_Fact):
    """Somebody wrote in the channel while the meeting was open."""

    kind: Literal["wrote_in_meeting"] = "wrote_in_meeting"
    person: str


class UnknownSpeaker(_Fact):
    """A name was used as a speaker's or attendee's that fits nobody in the register."""

    kind: Literal["unknown_speaker"] = "unknown_speaker"
    texts: ClassVar[frozenset[str]] = frozenset({"name"})
    name: str


# ------------------------------------------------------------------------------------- what the notes hold


class Noted(_Fact):
    """What was said under an item. `item` None means the one open when it was written.

    `by` is a person's id, `organisation` a name when the words are a party's, `name` the speaker's as written when
    nobody in the group answers to it. `held` keeps a passage about one person out of the draft until the coordinator
    includes it.
    """

    texts: ClassVar[frozenset[str]] = frozenset({"blocks", "name"})
    kind: Literal["noted"] = "noted"
    note: str
    item: str | None = None
    blocks: tuple[Block, ...] = ()
    by: str | None = None
    organisation: str | None = None
    name: str | None = None
    held: bool = False


class Decided(_Fact):
    """The group's own decision, clause by clause in order; `under` names a sub-matter of the item."""

    texts: ClassVar[frozenset[str]] = frozenset({"clauses", "under"})
    kind: Literal["decided"] = "decided"
    decision: str
    item: str | None = None
    clauses: tuple[str, ...] = ()
    outcome: Outcome = Outcome.OTHER
    under: str | None = None


class PreviousMinutesApproved(_Fact):
    """The group approved its latest published minutes; `of` is the meeting they are of."""

    kind: Literal["previous_minutes_approved"] = "previous_minutes_approved"
    of: str


class Agreed(_Fact):
    """Soft consensus: an agreement, no decision."""

    texts: ClassVar[frozenset[str]] = frozenset({"text"})
    kind: Literal["agreed"] = "agreed"
    agreement: str
    item: str | None = None
    text: str


class QuestionRaised(_Fact):
    """A question that stays open until somebody closes it."""

    texts: ClassVar[frozenset[str]] = frozenset({"text"})
    kind: Literal["question_raised"] = "question_raised"
    question: str
    item: str | None = None
    text: str


class QuestionClosed(_Fact):
    """An open question is settled."""

    kind: Literal["question_closed"] = "question_closed"
    question: str


class ActionAgreed(_Fact):
    """Somebody is to do something. `proposed` waits for the coordinator's yes and does not count till then."""

    texts: ClassVar[frozenset[str]] = frozenset({"text"})
    kind: Literal["action_agreed"] = "action_agreed"
    action: str
    item: str | None = None
    text: str
    owner: Owner
    due: Due = Due()
    proposed: bool = False


class ActionChanged(_Fact):
    """An action is done, moved, dropped, given to another, or accepted; None leaves that part."""

    kind: Literal["action_changed"] = "action_changed"
    action: str
    status: Literal["open", "done", "moved", "dropped"] | None = None
    owner: Owner | None = None
    due: Due | None = None
    accepted: bool = False


class AttachmentAnnounced(_Fact):
    """A file or link belongs to an item; `announced` while it is only promised."""

    texts: ClassVar[frozenset[str]] = frozenset({"name", "url"})
    kind: Literal["attachment_announced"] = "attachment_announced"
    item: str | None = None
    name: str | None = None
    url: str | None = None
    announced: bool = True


class Rewritten(_Fact):
    """A passage of the record reads otherwise; `target` is a note's, decision's, agreement's … id.

    `part` is the number of the block or clause. `by_hand` marks the coordinator's own text in the draft, which
    stands also when the message behind it is edited later.
    """

    texts: ClassVar[frozenset[str]] = frozenset({"text"})
    kind: Literal["rewritten"] = "rewritten"
    target: str
    part: int = 0
    text: str
    by_hand: bool = False


class PassageIncluded(_Fact):
    """The coordinator lets a held passage into the draft."""

    kind: Literal["passage_included"] = "passage_included"
    note: str


class Supported(_Fact):
    """Somebody put a supporting reaction on a message; `withdrawn` when it was taken away again."""

    kind: Literal["supported"] = "supported"
    target_message: str
    withdrawn: bool = False


# ------------------------------------------------------------------------------- the bot's side of the talk


class About(StrEnum):
    """What the bot asks a person about."""

    WHO = "who"
    WHEN = "when"
    ITEM = "item"
    PROPOSAL = "proposal"
    OWNER = "owner"
    SUBSTITUTE = "substitute"
    UNKNOWN_SPEAKER = "unknown_speaker"
    LATE_EDIT = "late_edit"
    DEPENDANTS = "dependants"
    SPELLING = "spelling"


class Option(Model):
    """One answer the bot offers: a label people see, and the text that is understood when it is chosen."""

    label: str
    text: str


class Asked(_Fact):
    """The bot asked somebody something, once, privately."""

    texts: ClassVar[frozenset[str]] = frozenset({"options"})
    kind: Literal["asked"] = "asked"
    question: str
    to: str
    about: About
    options: tuple[Option, ...] = ()
    concerns: str | None = None


class Answered(_Fact):
    """A question of the bot's is answered."""

    kind: Literal["answered"] = "answered"
    question: str


class Blocked(_Fact):
    """Something was stopped as personal data; what it was is nowhere."""

    kind: Literal["blocked"] = "blocked"


# ------------------------------------------------------------------------------------ the life of the minutes


class Published(_Fact):
    """A revision of the meeting's minutes is frozen and out; its content is stored beside the ledger.

    `checksum` (SHA-256, hex) is of that content; the desk fills it in when it freezes it.
    """

    kind: Literal["published"] = "published"
    revision: int
    checksum: str
    status: Literal["published", "corrected"] = "published"


# ------------------------------------------------------------------------------------------ the ledger's own


class VersionStands(_Fact):
    """From now on this version of a message counts: 0 none (deleted), 1 as first written, 2 the first edit …"""

    kind: Literal["version_stands"] = "version_stands"
    of: str
    stands: int
    why: Literal["edited", "deleted", "restored", "held"]


class Withdrawn(_Fact):
    """These facts no longer count: undone by their author or the coordinator, or taken back as a start by mistake."""

    kind: Literal["withdrawn"] = "withdrawn"
    targets: tuple[str, ...]


Fact = Annotated[
    GroupFounded
    | SettingsChanged
    | PersonRegistered
    | PersonRemoved
    | Introduced
    | MeetingPlanned
    | MeetingMoved
    | MeetingRenamed
    | MeetingCancelled
    | MeetingStarted
    | MeetingEnded
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
    | Rewritten
    | PassageIncluded
    | Supported
    | Asked
    | Answered
    | Blocked
    | Published
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
    return {name: "" for name in required}


_MODELS: dict[str, type[_Fact]] = {model.model_fields["kind"].default: model for model in _Fact.__subclasses__()}
