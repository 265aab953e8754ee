"""Finding what was said: the passages of published minutes, the words that are asked for, and what is found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Day

from meetings.minutes import Item, Minutes
from meetings.words import fold

WEIGHT = ("decision", "agreement", "action", "question", "note", "title")
"""Kinds of passages, those that are most often asked for first."""

SHOWN = 5
"""How many passages are told of at most."""

_WORD = re.compile(r"\w+")
_LEAST = 3
_AROUND = 70

_SMALL_WORDS = frozenset(
    """
    alla att av bara beslut beslutade beslutades beslöt bestämde bestämdes blev de dem den det detta det där då eller en
    ett fick från för förra gjorde ha hade han har hon hur i igen in inte ja kan kom man med men mer mot mötet möte när
    nu något nån och oss på sade sa sedan senast ska skulle som säga talade till tog upp ut vad var vara vi vid vilka
    vilken vilket är över om kring gällande angående rörande frågan saken gången anteckningarna protokollet pratade
    minnesanteckningarna mötesanteckningarna
    a about all an and are at be been by decide decided did do does for from had has have in is it last matter meeting
    minutes notes of on or our over said say search talk talked that the then there to us was we were what when where
    which who with
    """.split()
)
_ENDINGS = tuple(
    sorted(
        "arna erna orna ornas arnas ernas heten heter erne ande anden ade ades at ar arne are aren arens en ens er ern"
        " ets et n ns t or an ans as es a e s ing ings ed".split(),
        key=len,
        reverse=True,
    )
)


@dataclass(frozen=True)
class Passage:
    """One passage of published minutes, under an item with its number; `heading` is the item's title."""

    what: str
    number: str
    heading: str
    text: str


@dataclass(frozen=True)
class Filed:
    """Minutes that are out, as they are filed: which meeting's, in which revision and with which standing."""

    meeting: str
    date: Day
    title: str
    kind: str
    language: str
    revision: int
    status: str


@dataclass(frozen=True)
class Hit:
    """A passage that was found, and the minutes it stands in."""

    passage: Passage
    filed: Filed


def filed(minutes: Minutes, meeting: str) -> Filed:
    """Say how a revision of a meeting's minutes is filed."""
    return Filed(
        meeting=meeting,
        date=minutes.date,
        title=minutes.title,
        kind=minutes.meeting_kind,
        language=minutes.language,
        revision=minutes.revision,
        status=minutes.status,
    )


def passages(minutes: Minutes) -> tuple[Passage, ...]:
    """Give all that can be found in minutes, in their order."""
    return tuple(passage for item in minutes.items for passage in _of_item(item, minutes))


def _of_item(item: Item, minutes: Minutes) -> Iterator[Passage]:
    def passage(what: str, text: str) -> Passage:
        return Passage(what, item.number, item.title, text)

    yield passage("title", item.title)
    decided = (*item.decisions, *(decision for part in item.subitems for decision in part.decisions))
    yield from (passage("decision", "; ".join(decision.clauses)) for decision in decided)
    yield from (passage("agreement", agreement.text) for agreement in item.agreements)
    yield from (passage("action", action.text) for action in minutes.actions if action.id in item.actions)
    yield from (passage("question", question.text) for question in item.questions)
    said = (*item.paragraphs, *(paragraph for part in item.subitems for paragraph in part.paragraphs))
    yield from (passage("note", paragraph.text) for paragraph in said)


def stems(words: str) -> tuple[str, ...]:
    """Give the beginnings of the words that carry what is asked for, without endings: "lokalfrågan" → lokalfråg."""
    carrying = [word for word in _WORD.findall(fold(words)) if word not in _SMALL_WORDS]
    return tuple(dict.fromkeys(_stem(word) for word in carrying if len(word) >= _LEAST or word.isdigit()))


def around(text: str, asked: Sequence[str]) -> str:
    """Give the words around the first place in a text where something asked for begins, on one line."""
    line = " ".join(text.split())
    places = [found.start() for stem in asked if (found := re.search(rf"\b{re.escape(stem)}", line, re.IGNORECASE))]
    place = min(places, default=0)
    begin = max(0, place - _AROUND)
    end = min(len(line), place + 2 * _AROUND)
    begin = line.find(" ", begin) + 1 if begin else 0
    end = line.rfind(" ", begin, end) if end < len(line) and " " in line[begin:end] else end
    return ("… " if begin else "") + line[begin:end].strip() + (" …" if end < len(line) else "")


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return word
