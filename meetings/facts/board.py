"""What only a board's formal protokoll has: offices, adjusting, the notice, recusals, reservations, proposals."""

from __future__ import annotations

from datetime import date as Day
from typing import ClassVar, Literal

from meetings.facts.base import BaseFact

Office = Literal["chair", "secretary"]


class OfficeTaken(BaseFact):
    """Somebody chairs `meeting`, or writes its protokoll, whatever the register says."""

    kind: Literal["office_taken"] = "office_taken"
    person: str
    office: Office


class AdjusterAsked(BaseFact):
    """The one who leads asked who will adjust the protokoll, or asked one `person` to."""

    kind: Literal["adjuster_asked"] = "adjuster_asked"
    person: str | None = None


class AdjusterOffered(BaseFact):
    """Somebody offers, or is proposed, to adjust; nothing is settled until one who leads says so."""

    kind: Literal["adjuster_offered"] = "adjuster_offered"
    person: str


class AdjusterChosen(BaseFact):
    """Somebody is chosen to adjust the protokoll of `meeting`."""

    kind: Literal["adjuster_chosen"] = "adjuster_chosen"
    person: str


class ProtocolAdjusted(BaseFact):
    """A chosen adjuster has adjusted the protokoll of `meeting`, on `date`."""

    kind: Literal["protocol_adjusted"] = "protocol_adjusted"
    person: str
    date: Day


class NoticePosted(BaseFact):
    """The notice that the protokoll is adjusted went up, or came down, on `date`."""

    kind: Literal["notice_posted"] = "notice_posted"
    date: Day
    taken_down: bool = False


class Recused(BaseFact):
    """Somebody has declared a conflict of interest (jäv) and takes no part in one item; None: the one open."""

    kind: Literal["recused"] = "recused"
    person: str
    item: str | None = None


class Reserved(BaseFact):
    """Somebody makes a reservation against what was decided under an item; `text` are the words after that, if any."""

    texts: ClassVar[frozenset[str]] = frozenset({"text"})
    kind: Literal["reserved"] = "reserved"
    person: str
    item: str | None = None
    text: str | None = None


class DecisionProposed(BaseFact):
    """What an item's decision is proposed to be, clause by clause, before or while it is treated; the last counts."""

    texts: ClassVar[frozenset[str]] = frozenset({"clauses"})
    kind: Literal["decision_proposed"] = "decision_proposed"
    item: str | None = None
    clauses: tuple[str, ...] = ()
