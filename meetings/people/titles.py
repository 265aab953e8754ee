"""A title or a place of work said with a name, which tells apart those who share it: "doktor Ek", "Siv AME"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from meetings.group import Person
from meetings.words import bare, fold

_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = ("ens", "ns", "en", "n", "et", "na", "s", "")
_SAME = {
    "doktor": "läkare",
    "doktorn": "läkare",
    "dr": "läkare",
    "doctor": "läkare",
    "doc": "läkare",
    "rektorn": "rektor",
}
_SHORTEST = 4
_ABBREVIATION = 2


def part_title(name: str, people: Sequence[Person]) -> tuple[str, tuple[Person, ...]] | None:
    """Part a title, before or after a name, from the name; with the people whose work it is. None without one."""
    words = name.split()
    if len(words) < 2:
        return None
    for title, rest in ((words[0], words[1:]), (words[-1], words[:-1])):
        fitting = tuple(person for person in people if _is_work_of(title, person))
        named = any(_is_named(title, person) for person in people)
        if fitting and not named:
            return " ".join(rest), fitting
    return None


def _is_work_of(title: str, person: Person) -> bool:
    """Tell whether a word names somebody's work: a whole word of it, or the end of one ("chefen" of "enhetschef")."""
    known = [fold(word) for word in _WORD.findall(f"{person.role or ''} {person.organisation or ''}")]
    said = fold(title.strip(".,:"))
    if title.isupper() and len(said) >= _ABBREVIATION:
        return said in known
    stems = {said.removesuffix(ending) for ending in _ENDINGS if said.endswith(ending)} | {_SAME.get(said, said)}
    role = {fold(word) for word in _WORD.findall(person.role or "")}
    return any(len(stem) >= _SHORTEST and (stem in role or any(word.endswith(stem) for word in role)) for stem in stems)


def _is_named(title: str, person: Person) -> bool:
    return any(bare(word) == bare(title) for word in _WORD.findall(person.name))
