"""The minutes of one meeting, format minutes/1: what is shown, checked, published and kept."""

import datetime
import hashlib
import json
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

from meetings.facts import Basis, BlockStyle, DueKind, Outcome, OwnerKind
from meetings.group import Capacity, Document
from meetings.text import clean, line, link

Status = Literal["draft", "review", "published", "approved", "adjusted", "corrected"]
Presence = Literal["present", "absent"]
Mode = Literal["onsite", "digital"]
ItemState = Literal["taken", "not_raised", "separate_document", "postponed", "empty"]
ActionStatus = Literal["open", "done", "moved", "dropped"]
Change = Literal["planned", "preliminary", "moved", "cancelled", "renamed", "alternative"]
Degree = Literal["member", "interested", "either_or"]
Purpose = Literal["writer", "chair", "secretary", "adjuster"]

# Cleaned before validation, because a lone surrogate is no string to pydantic.
Text = Annotated[str, BeforeValidator(lambda value: clean(value) if isinstance(value, str) else value)]
Line = Annotated[str, BeforeValidator(lambda value: line(value) if isinstance(value, str) else value)]
Link = Annotated[str | None, AfterValidator(lambda url: link(url) if url else None)]
Clock = Annotated[
    datetime.time,
    AfterValidator(lambda t: t.replace(second=0, microsecond=0, tzinfo=None)),
    PlainSerializer(lambda t: f"{t:%H:%M}", return_type=str, when_used="json"),
]


class Part(BaseModel):
    """A frozen piece of the minutes; every key is always written."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, serialize_by_alias=True)


class Attendee(Part):
    """A person, or a represented unit, present at the meeting or absent from it."""

    name: Line | None = None
    role: Line | None = None
    organisation: Line | None = None
    unit: Line | None = None
    status: Presence = "present"
    mode: Mode | None = None
    capacity: Capacity = Capacity.MEMBER
    substitutes_for: Line | None = None
    from_: Clock | None = Field(
        default=None, validation_alias=AliasChoices("from", "from_"), serialization_alias="from"
    )
    until: Clock | None = None
    basis: Basis | None = None


class Paragraph(Part):
    """A passage of an item, in the words of the one who wrote it; `uncertain` is marked in a draft."""

    text: Text
    by: Line | None = None
    level: Annotated[int, Field(ge=0, le=1)] = 0
    style: BlockStyle = BlockStyle.BULLET
    uncertain: bool = False


class Decision(Part):
    """A decision of the group's own: who decides, and its clauses ("att …") in order."""

    lead: Line | None = None
    clauses: tuple[Text, ...] = ()
    outcome: Outcome = Outcome.OTHER


class Agreement(Part):
    """Something the group agreed on without calling it a decision."""

    text: Text


class Question(Part):
    """A question left open; `item` is the number of the item it belongs to."""

    text: Text
    item: Line | None = None
    owner: Line | None = None


class Attachment(Part):
    """A file or link; `announced` when it was only promised. `sha256` and `size` in bytes are those of a file kept."""

    name: Line | None = None
    url: Link = None
    announced: bool = False
    sha256: str | None = None
    size: int | None = None


class Subitem(Part):
    """A matter of its own under an item, with its own decisions."""

    title: Line
    paragraphs: tuple[Paragraph, ...] = ()
    decisions: tuple[Decision, ...] = ()


class Reservation(Part):
    """Somebody's reservation against what was decided; `text` are the words after that, if any."""

    name: Line
    text: Text | None = None


class Item(Part):
    """An item of the agenda with what was said under it; `actions` are ids.

    `proposal` is what its decision was proposed to be, `recused` names those who took no part in it.
    """

    number: Line
    title: Line
    owner: Line | None = None
    planned_minutes: int | None = None
    state: ItemState = "taken"
    reference: Line | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    decisions: tuple[Decision, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    actions: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    subitems: tuple[Subitem, ...] = ()
    proposal: tuple[Text, ...] = ()
    recused: tuple[Line, ...] = ()
    reservations: tuple[Reservation, ...] = ()


class Owner(Part):
    """Who is to do something."""

    kind: OwnerKind = OwnerKind.UNKNOWN
    name: Line | None = None


class Due(Part):
    """When something is to be done: the words used, and the day they come to when one follows."""

    kind: DueKind = DueKind.NONE
    text: Line | None = None
    date: datetime.date | None = None


class Action(Part):
    """An action point; `item` is the number of the item it belongs to."""

    id: str
    text: Text
    owner: Owner = Owner()
    due: Due = Due()
    status: ActionStatus = "open"
    item: Line | None = None


class MeetingChange(Part):
    """What this meeting said about one of the group's own coming meetings."""

    change: Change = "planned"
    kind: Line | None = None
    title: Line | None = None
    date: datetime.date | None = None
    start: Clock | None = None
    end: Clock | None = None
    place: Line | None = None
    moved_from: datetime.date | None = None


class Event(Part):
    """A conference, training or day that another body holds."""

    title: Line
    date: datetime.date | None = None
    start: Clock | None = None
    end: Clock | None = None
    place: Line | None = None


class WorkingMember(Part):
    """Somebody in a working group, or thought of for it."""

    name: Line
    degree: Degree = "member"


class WorkingGroup(Part):
    """A working group that the meeting set up; `vacant` names parties still to appoint somebody."""

    purpose: Line | None = None
    members: tuple[WorkingMember, ...] = ()
    vacant: tuple[Line, ...] = ()


class Signature(Part):
    """Somebody who signs the document."""

    name: Line
    title: Line | None = None
    purpose: Purpose = "writer"


class Notice(Part):
    """The proof of notice of a protokoll: when it was adjusted, goes up and comes down, where it is kept.

    `proposed` tells that nobody has said yet that it went up: the days are at latest and at earliest.
    """

    adjusted: datetime.date | None = None
    posted: datetime.date | None = None
    removed: datetime.date | None = None
    stored_at: Line | None = None
    proposed: bool = False


class Check(Part):
    """A finding shown to the coordinator before publishing."""

    code: str
    text: Text


class Correction(Part):
    """One correction after publishing: the revision it made, when, by whom, and what changed."""

    revision: int
    at: datetime.datetime
    by: Line | None = None
    text: Text


class Minutes(Part):
    """Everything in the minutes of one meeting; dates and times are local in `timezone`."""

    format: Literal["minutes/1"] = "minutes/1"
    group: Line
    kind: Document = Document.MINNESANTECKNINGAR
    title: Line
    status: Status = "draft"
    revision: int = 0
    date: datetime.date
    start: Clock | None = None
    end: Clock | None = None
    place: Line | None = None
    meeting_kind: Line = "ordinary"
    show_attendance: bool = True
    attendance: tuple[Attendee, ...] = ()
    items: tuple[Item, ...] = ()
    actions: tuple[Action, ...] = ()
    questions: tuple[Question, ...] = ()
    meetings: tuple[MeetingChange, ...] = ()
    events: tuple[Event, ...] = ()
    working_groups: tuple[WorkingGroup, ...] = ()
    signatures: tuple[Signature, ...] = ()
    notice: Notice | None = None
    checks: tuple[Check, ...] = ()
    language: Literal["sv", "en"] = "sv"
    timezone: str = "Europe/Stockholm"
    history: tuple[Correction, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """Return the minutes as plain JSON data, in the order of the format."""
        return self.model_dump(mode="json", by_alias=True)

    def checksum(self) -> str:
        """Return the SHA-256, in hex, of the minutes as canonical JSON."""
        canonical = json.dumps(self.as_data(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()
