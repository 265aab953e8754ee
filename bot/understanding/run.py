"""`mysam understand`: from a set's path to a line with an answer for each of its rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bot.understanding.intents import intents_of
from bot.understanding.sets import Kind, local_time, read_set
from bot.understanding.situation import Situation, context_of, read_people
from bot.understanding.tasks import tasks_of
from bot.understanding.verdicts import verdict_of
from meetings.group import Person
from meetings.people import resolve
from meetings.when import find, notation

Row = Mapping[str, str]
Answer = Any
"""What JSON can hold; its shape depends on the kind of set."""


def understand(source: Path, out: Path) -> None:
    """Answer every row of a set; raises SetError when the set or what lies beside it cannot be used, and OSError."""
    texts = read_set(source)
    answer = _answering(texts.kind, source.parent)
    lines = [json.dumps({"id": row["id"], "answer": answer(row)}, ensure_ascii=False) for row in texts.rows]
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _answering(kind: Kind, folder: Path) -> Callable[[Row], Answer]:
    if kind is Kind.DATES:
        return _dates
    if kind is Kind.PEOPLE:
        people = read_people(folder)
        return lambda row: _person(row, people)
    situation = Situation(folder)
    answers = {Kind.INTENTS: _intents, Kind.ACTIONS: _tasks, Kind.PERSONAL: _verdict}
    return lambda row: answers[kind](row, situation)


def _dates(row: Row) -> Answer:
    now = local_time(row["now"], row["id"])
    return notation(*find(row["text"], now, language="en" if row["lang"] == "en" else "sv"))


def _person(row: Row, people: tuple[Person, ...]) -> Answer:
    match = resolve(row["query"], people)
    if match.person is not None:
        return match.person.id
    return [person.id for person in match.candidates] or "unknown"


def _intents(row: Row, situation: Situation) -> Answer:
    context = context_of(row["context"], row["id"])
    item, asked = context.get("item"), context.get("bot")
    played = situation.play(
        row["text"],
        phase=row["phase"],
        language=row["lang"],
        role=row["speaker_role"],
        private=row["addressed"] == "dm",
        item=item if isinstance(item, str) else "",
        asked=asked if isinstance(asked, str) else "",
    )
    return intents_of(played)


def _tasks(row: Row, situation: Situation) -> Answer:
    at = local_time(row["now"], row["id"])
    return tasks_of(situation.play(row["text"], phase="during", language=row["lang"], at=at), at)


def _verdict(row: Row, situation: Situation) -> Answer:
    return verdict_of(situation.play(row["text"], phase="during", language=row["lang"]))
