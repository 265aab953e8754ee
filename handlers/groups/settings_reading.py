"""Read what a sentence changes in a group's settings, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from handlers.command import Call
from handlers.groups import settings_wording as say
from handlers.groups.convening_reading import Convene, organisation_said, read_convener
from meetings.group import Document
from meetings.words import fold

_JOINT = re.compile(r"\s*[;,]\s+|\s+(?:och|samt|and)\s+", re.IGNORECASE)
_LONGEST = 400
_MOST_CLAUSES = 12


@dataclass(frozen=True)
class Put:
    """Give one setting a value."""

    field: str
    value: Any


@dataclass(frozen=True)
class UseTemplate:
    """Begin with the template that goes by these words."""

    words: str


@dataclass(frozen=True)
class AddStanding:
    """Put items on every agenda; `first` among the head ones."""

    titles: tuple[str, ...]
    first: bool = False


@dataclass(frozen=True)
class RemoveStanding:
    """Take an item off every agenda."""

    words: str


Change = Put | UseTemplate | Convene | AddStanding | RemoveStanding


def read_changes(text: str, call: Call, begin: int = 0) -> tuple[list[Change], tuple[int, int], bool]:
    """Give the changes in a text from `begin` on, the span they take, and whether they are all that it says."""
    if len(text) > _LONGEST or not say.HINT.search(text, begin):
        return [], (0, 0), False
    pieces = list(_pieces(text, begin))[:_MOST_CLAUSES]
    found: list[tuple[Change, int, int]] = []
    whole = True
    at = 0
    while at < len(pieces):
        step = _one(text, pieces, at, call)
        if step is None:
            whole = False
            at += 1
            continue
        change, upto = step
        if (
            isinstance(change, Convene)
            and change.from_ is None
            and found
            and say.THEN.fullmatch(_cut(text, pieces, at))
        ):
            change = _after_the_last(change, found[-1][0])
        found.append((change, pieces[at][0], pieces[upto - 1][1]))
        at = upto
    if not found:
        return [], (0, 0), False
    return [change for change, _, _ in found], (found[0][1], found[-1][2]), whole


def _after_the_last(change: Convene, before: Change) -> Convene:
    """Let somebody come after the one just named, from the day after that one's last."""
    from_ = before.until + timedelta(days=1) if isinstance(before, Convene) and before.until else None
    return Convene(change.kind, change.name, from_=from_, takes_over=True)


def _pieces(text: str, begin: int) -> Iterator[tuple[int, int]]:
    at = begin
    for joint in _JOINT.finditer(text, begin):
        if joint.start() > at:
            yield at, joint.start()
        at = joint.end()
    if at < len(text):
        yield at, len(text)


def _cut(text: str, pieces: Sequence[tuple[int, int]], at: int, upto: int | None = None) -> str:
    return text[pieces[at][0] : pieces[(upto or at + 1) - 1][1]]


def _one(text: str, pieces: Sequence[tuple[int, int]], at: int, call: Call) -> tuple[Change, int] | None:
    """Read the change that begins with this piece, and tell how many pieces it takes; a list goes on while it can."""
    for upto in range(at + 1, len(pieces) + 1):
        change = _clause(_cut(text, pieces, at, upto), call)
        if change is None:
            continue
        while upto < len(pieces) and _goes_on(change) and _clause(_cut(text, pieces, upto), call) is None:
            longer = _clause(_cut(text, pieces, at, upto + 1), call)
            if longer is None:
                break
            change, upto = longer, upto + 1
        return change, upto
    return None


def _goes_on(change: Change) -> bool:
    return isinstance(change, AddStanding) or isinstance(change, Put) and change.field in ("place", "parties")


def _clause(text: str, call: Call) -> Change | None:
    opening = say.OPENING.match(text)
    said = text[opening.end() :] if opening else text
    if not said.strip() or said.rstrip().endswith("?"):
        return None
    for read in _READERS:
        change = read(said, call)
        if change is not None:
            return change
    return None


# ------------------------------------------------------------------------------------ one clause each


def _template(text: str, call: Call) -> Change | None:
    found = say.TEMPLATE.fullmatch(text)
    return UseTemplate(found["before"] or found["after"]) if found else None


def _rhythm(text: str, call: Call) -> Change | None:
    found = say.TIMES.fullmatch(text)
    if found:
        number = fold(found["number"])
        times = int(number) if number.isdecimal() else say.NUMBERS[number]
        return Put("meetings_per_year", times * say.PER[fold(found["per"])]) if times else None
    often = say.OFTEN_SAID.fullmatch(text)
    return Put("meetings_per_year", say.OFTEN[" ".join(fold(often["often"]).split())]) if often else None


def _document(text: str, call: Call) -> Change | None:
    found = say.DOCUMENT.fullmatch(text)
    if found is None:
        return None
    english = {"meeting notes": "mötesanteckningar", "notes": "minnesanteckningar", "minutes": "protokoll"}
    word = " ".join(fold(found["document"]).split())
    return Put("document", Document(english.get(word, word)))


def _style(text: str, call: Call) -> Change | None:
    found = say.STYLE.fullmatch(text)
    return Put("style", say.STYLES[" ".join(fold(found["style"]).split())]) if found else None


def _numbering(text: str, call: Call) -> Change | None:
    found = say.PARAGRAPHS.fullmatch(text)
    if found and int(found["first"]):
        return Put("first_paragraph", int(found["first"]))
    return Put("first_paragraph", None) if say.NO_PARAGRAPHS.fullmatch(text) else None


def _place(text: str, call: Call) -> Change | None:
    found = say.PLACE.fullmatch(text)
    if found:
        return Put("place", (found["place"] or found["usual"]).strip())
    stored = say.STORED.fullmatch(text)
    return Put("stored_at", stored["place"].strip()) if stored else None


def _quiet(text: str, call: Call) -> Change | None:
    found = say.QUIET.fullmatch(text)
    hours = (_clock(found["from"]), _clock(found["until"])) if found else (None, None)
    return Put("quiet", hours) if all(hours) else None


def _clock(text: str) -> time | None:
    hour, _, minute = text.replace(":", ".").partition(".")
    if int(hour) == 24:
        hour = "0"
    return time(int(hour), int(minute or 0)) if int(hour) < 24 and int(minute or 0) < 60 else None


def _language(text: str, call: Call) -> Change | None:
    found = say.LANGUAGE.fullmatch(text)
    return Put("language", say.LANGUAGES[fold(found["language"])]) if found else None


def _zone(text: str, call: Call) -> Change | None:
    found = say.ZONE.fullmatch(text)
    if found is None:
        return None
    zone = say.ZONES.get(fold(found["zone"]), found["zone"].replace(" ", "_"))
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return None
    return Put("timezone", zone)


_FLAGS: tuple[tuple[re.Pattern[str], str, bool | str], ...] = (
    (say.CAPTURE_ADDRESSED, "only_when_addressed", True),
    (say.CAPTURE_ALL, "only_when_addressed", False),
    (say.PUBLISH_BY_HAND, "publish_at_end", False),
    (say.PUBLISH_AT_END, "publish_at_end", True),
    (say.KEEP_FILES, "attachments", "keep"),
    (say.LINK_FILES, "attachments", "link"),
)


def _flag(text: str, call: Call) -> Change | None:
    return next((Put(field, value) for pattern, field, value in _FLAGS if pattern.fullmatch(text)), None)


def _naming(text: str, call: Call) -> Change | None:
    named = say.NAME.fullmatch(text)
    if named:
        return Put("name", named["name"].strip(" \"'”“»«"))
    alias = say.ALIAS.fullmatch(text)
    if alias:
        return Put("aliases", (*call.record.group.aliases, alias["alias"].strip(" \"'”“»«")))
    level = say.LEVEL.fullmatch(text)
    if level:
        return Put("level", "structure" if fold(level["level"]).startswith("stru") else "individual")
    parties = say.PARTIES.fullmatch(text)
    if parties is None:
        return None
    names = tuple(organisation_said(name, call) or name for name in _listed(parties["names"]))
    return Put("parties", names)


def _standing(text: str, call: Call) -> Change | None:
    removed = say.REMOVE_STANDING.fullmatch(text)
    if removed:
        return RemoveStanding((removed["title"] or removed["title2"] or removed["title3"]).strip(" \"'”“»«"))
    added = say.ADD_STANDING.fullmatch(text)
    if added is None:
        return None
    first = bool(added["first2"]) or fold(added["where"] or "") in ("först", "i början", "first")
    said = added["title"] or added["title2"] or added["title3"]
    titles = _listed(said) if re.search(r"punkter|items", text.partition(":")[0], re.IGNORECASE) else (said,)
    named = tuple(title.strip(" \"'”“»«.") for title in titles)
    return AddStanding(tuple(title[0].upper() + title[1:] for title in named if title), first)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip(" .") for part in _JOINT.split(text) if part.strip(" ."))


_READERS: tuple[Callable[[str, Call], Change | None], ...] = (
    _template,
    _standing,
    _rhythm,
    _document,
    _style,
    _numbering,
    _place,
    _quiet,
    _language,
    _zone,
    _flag,
    _naming,
    read_convener,
)
