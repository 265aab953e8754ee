"""Stop personal identity numbers before anything is kept, and set apart what tells of one person's private matters."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from meetings.group import Person
from meetings.personal.individuals import find_passages
from meetings.personal.matters import Matter
from meetings.personal.numbers import Number, find_number

__all__ = ["Finding", "Reason", "Verdict", "guard", "mask", "passages"]

HIDDEN = "•"


class Verdict(StrEnum):
    """What is to be done with a text."""

    BLOCK = "block"  # keep nothing of it, anywhere
    WARN = "warn"  # tell the writer and the coordinator; keep the passages out of the draft
    ALLOW = "allow"


class Reason(StrEnum):
    """Why a text is blocked or warned about."""

    IDENTITY_NUMBER = "identity_number"
    COORDINATION_NUMBER = "coordination_number"
    PARTIAL_NUMBER = "partial_number"
    FILE_NAME = "file_name"
    BIRTH_DATE = "birth_date"
    HEALTH = "health"
    BENEFIT = "benefit"
    PROTECTION = "protection"
    FAMILY = "family"


@dataclass(frozen=True)
class Finding:
    """The verdict on a text and the reasons for it. It never holds the text or any number in it."""

    verdict: Verdict
    reasons: tuple[Reason, ...] = ()


_NUMBERS = {
    Number.IDENTITY: Reason.IDENTITY_NUMBER,
    Number.COORDINATION: Reason.COORDINATION_NUMBER,
    Number.PARTIAL: Reason.PARTIAL_NUMBER,
}
_MATTERS = {matter: Reason(matter.value) for matter in Matter}
_ALLOWED = Finding(Verdict.ALLOW)


def guard(text: str, *, file_names: Sequence[str] = (), staff: Sequence[Person] = ()) -> Finding:
    """Judge a text and the names of the files with it, before anything of them is kept.

    Blocks what looks like a personal identity or coordination number, in whatever disguise. Warns about one person who
    can be recognised together with health, benefits, protection or family, and about a date of birth. `staff` are the
    people of the group: their work is no private matter.
    """
    if number := find_number(text):
        return Finding(Verdict.BLOCK, (_NUMBERS[number],))
    for name in file_names:
        if number := find_number(name):
            return Finding(Verdict.BLOCK, (_NUMBERS[number], Reason.FILE_NAME))
    reasons = [_MATTERS[passage.matter] for passage in find_passages(text, staff)]
    for name in file_names:
        if told := find_passages(name.replace("_", " ").rpartition(".")[0] or name, staff):
            reasons += [*(_MATTERS[passage.matter] for passage in told), Reason.FILE_NAME]
    return Finding(Verdict.WARN, tuple(dict.fromkeys(reasons))) if reasons else _ALLOWED


def mask(text: str) -> str:
    """Give the text with every digit hidden, for what must be shown or logged although one is not sure of it."""
    return "".join(HIDDEN if letter.isdigit() else letter for letter in text)


def passages(text: str, *, staff: Sequence[Person] = ()) -> tuple[tuple[int, int], ...]:
    """Give the spans that a warning is about, whole sentences, so that they can be kept apart from the rest."""
    return tuple((passage.start, passage.end) for passage in find_passages(text, staff))
