"""Fold what the bot asked, what it was answered, and what people support."""

from __future__ import annotations

from meetings import facts as f
from meetings.record import Pending, Record


def evolve_talk(record: Record, fact: f.Supported | f.Asked | f.Answered) -> None:
    match fact:
        case f.Supported():
            supporters = record.supporters.setdefault(fact.target_message, set())
            if fact.said.by is not None:
                (supporters.discard if fact.withdrawn else supporters.add)(fact.said.by)
        case f.Asked():
            record.asked.add((fact.to, fact.concerns))
            record.pending[fact.question] = Pending(
                id=fact.question,
                to=fact.to,
                about=fact.about,
                options=fact.options,
                concerns=fact.concerns,
                meeting=fact.meeting,
                at=fact.said.at,
            )
        case f.Answered():
            record.pending.pop(fact.question, None)
