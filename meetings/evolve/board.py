"""Fold what only a board's formal protokoll has."""

from __future__ import annotations

from meetings import facts as f
from meetings.evolve.common import Ghosts, resolve_item
from meetings.formalities import Formalities, Recusal, Reservation
from meetings.record import Meeting, Record

BoardFact = (
    f.OfficeTaken
    | f.AdjusterAsked
    | f.AdjusterOffered
    | f.AdjusterChosen
    | f.ProtocolAdjusted
    | f.NoticePosted
    | f.Recused
    | f.Reserved
    | f.DecisionProposed
)


def evolve_board(record: Record, fact: BoardFact, ghosts: Ghosts) -> None:
    meeting = record.meetings.get(fact.meeting or "")
    if isinstance(fact, f.DecisionProposed):
        item = record.items.get(resolve_item(record, meeting, fact.item, ghosts) or "")
        if item is not None:
            item.proposal = fact.clauses
        return
    if meeting is None:
        return
    match fact:
        case f.Recused() | f.Reserved():
            _about_item(meeting, fact, resolve_item(record, meeting, fact.item, ghosts))
        case _:
            _formal(meeting.formal, fact)


def _about_item(meeting: Meeting, fact: f.Recused | f.Reserved, item: str | None) -> None:
    if isinstance(fact, f.Reserved):
        meeting.formal.reservations.append(Reservation(fact.id, fact.person, item, fact.text))
        return
    recusal = Recusal(fact.person, item)
    if recusal not in meeting.formal.recusals:
        meeting.formal.recusals.append(recusal)


def _formal(formal: Formalities, fact: BoardFact) -> None:
    match fact:
        case f.OfficeTaken(office="chair"):
            formal.chair = fact.person
        case f.OfficeTaken():
            formal.secretary = fact.person
        case f.AdjusterAsked():
            formal.adjuster_asked = fact.said.at
            formal.asked_person, formal.asked_in = fact.person, fact.said.message
        case f.AdjusterOffered():
            formal.offered[fact.person] = fact.said.message
        case f.AdjusterChosen():
            if fact.person not in formal.adjusters:
                formal.adjusters.append(fact.person)
        case f.ProtocolAdjusted():
            formal.adjusted[fact.person] = fact.date
        case f.NoticePosted(taken_down=True):
            formal.taken_down = fact.date
        case f.NoticePosted():
            formal.posted = fact.date
        case _:
            pass
