"""A title or a place of work said with a name, which tells apart those who share it: "doktor Ek", "Siv AME"."""

from __future__ import annotations

import re

from meetings.group import Person
from meetings.words import fold

_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = ("ens", "ns", "en", "n", "et", "na", "s", "")
_SAME = {
    "doktor": "läkare",
    "doktorn": "läkare",
    "dr": "läkare",
    "doctor": "läkare",
    "doc": "läkare",
    "rektorn": "rektor",
    "principal": "rektor",
    "manager": "chef",
    "boss": "chef",
    "head": "chef",
    "coordinator": "koordinator",
    "caseworker": "handläggare",
    "nurse": "sköterska",
}
_SHORTEST = 4
_ABBREVIATION = 2


def is_work_of(title: str, person: Person) -> bool:
    """Tell whether a word names somebody's work: a whole word of it, or the end of one ("chefen" of "enhetschef")."""
    known = [fold(word) for word in _WORD.findall(f"{person.role or ''} {person.organisation or ''}")]
    said = fold(title.strip(".,:"))
    if title.isupper() and len(said) >= _ABBREVIATION:
        return said in known
    stems = {said.removesuffix(ending) for ending in _ENDINGS if said.endswith(ending)} | {_SAME.get(said, said)}
    role = {fold(word) for word in _WORD.findall(person.role or "")}
    return any(
        len(stem) >= _SHORTEST and (stem in role or any(word.startswith(stem) or word.endswith(stem) for word in role))
        for stem in stems
    )
