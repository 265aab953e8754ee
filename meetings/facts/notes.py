"""What was said and concluded: notes, decisions, agreements, questions, tasks, attachments."""

from __future__ import annotations

from typing import ClassVar, Literal

from meetings.facts.base import BaseFact, Block, Due, Outcome, Owner


class Noted(BaseFact):
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


class Decided(BaseFact):
    """The group's own decision, clause by clause in order; `under` names a sub-matter of the item."""

    texts: ClassVar[frozenset[str]] = frozenset({"clauses", "under"})
    kind: Literal["decided"] = "decided"
    decision: str
    item: str | None = None
    clauses: tuple[str, ...] = ()
    outcome: Outcome = Outcome.OTHER
    under: str | None = None


class PreviousMinutesApproved(BaseFact):
    """The group approved its latest published minutes; `of` is the meeting they are of."""

    kind: Literal["previous_minutes_approved"] = "previous_minutes_approved"
    of: str


class Agreed(BaseFact):
    """Soft consensus: an agreement, no decision."""

    texts: ClassVar[frozenset[str]] = frozenset({"text"})
    kind: Literal["agreed"] = "agreed"
    agreement: str
    item: str | None = None
    text: str


class QuestionRaised(BaseFact):
    """A question that stays open until somebody closes it."""

    texts: ClassVar[frozenset[str]] = frozenset({"text"})
    kind: Literal["question_raised"] = "question_raised"
    question: str
    item: str | None = None
    text: str


class QuestionClosed(BaseFact):
    """An open question is settled."""

    kind: Literal["question_closed"] = "question_closed"
    question: str


class ActionAgreed(BaseFact):
    """Somebody is to do something. `proposed` waits for the coordinator's yes and does not count till then."""

    texts: ClassVar[frozenset[str]] = frozenset({"text"})
    kind: Literal["action_agreed"] = "action_agreed"
    action: str
    item: str | None = None
    text: str
    owner: Owner
    due: Due = Due()
    proposed: bool = False


class ActionChanged(BaseFact):
    """An action is done, moved, dropped, given to another, or accepted; None leaves that part."""

    kind: Literal["action_changed"] = "action_changed"
    action: str
    status: Literal["open", "done", "moved", "dropped"] | None = None
    owner: Owner | None = None
    due: Due | None = None
    accepted: bool = False


class AttachmentAnnounced(BaseFact):
    """A file or link belongs to an item; `announced` while it is only promised.

    `ref` is what the platform knows a file by that came with the message.
    """

    texts: ClassVar[frozenset[str]] = frozenset({"name", "url"})
    kind: Literal["attachment_announced"] = "attachment_announced"
    item: str | None = None
    name: str | None = None
    url: str | None = None
    announced: bool = True
    ref: str | None = None


class Rewritten(BaseFact):
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


class PassageIncluded(BaseFact):
    """The coordinator lets a held passage into the draft."""

    kind: Literal["passage_included"] = "passage_included"
    note: str


class Supported(BaseFact):
    """Somebody put a supporting reaction on a message; `withdrawn` when it was taken away again."""

    kind: Literal["supported"] = "supported"
    target_message: str
    withdrawn: bool = False
