"""Tell people of the same name apart by what is said beside it: a role or an organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from meetings.group import Person
from meetings.people.organisations import AGENCIES, organisations, resolve_organisation
from meetings.people.titles import is_work_of
from meetings.words import fold, plain

_QUALIFIER = re.compile(
    r"^(?P<name>.+?)(?:\s*\((?P<inside>[^()]*)\)|\s+(?:från|fr\.?|på|hos|vid|i|from|at|of)\s+(?P<after>\S.*))$",
    re.IGNORECASE,
)
_PART = re.compile(r"[^\W\d_]+\.?")
_TRIMMED = ' \t\n@.,;:!?"“”»«()[]*_`'


def cut_off_qualifier(query: str, people: Sequence[Person]) -> tuple[str, str]:
    """Part the name from what is said to tell people apart: an organisation or a role."""
    text = " ".join(plain(query).strip(_TRIMMED.replace("(", "").replace(")", "")).split())
    if match := _QUALIFIER.match(text):
        return match["name"].strip(_TRIMMED), (match["inside"] or match["after"] or "").strip(_TRIMMED)
    before, comma, after = text.partition(",")
    if comma and before.strip() and after.strip():
        if fold(after) in AGENCIES or resolve_organisation(after, organisations(people)):
            return before.strip(_TRIMMED), after.strip(_TRIMMED)
        return f"{after.strip(_TRIMMED)} {before.strip(_TRIMMED)}", ""
    first, _, last = text.rpartition(" ")
    if first and last.isupper() and fold(last) in AGENCIES:
        return first.strip(_TRIMMED), last
    return text.strip(' \t\n@,;:!?"“”»«()[]*_`'), ""


def qualified(found: Sequence[Person], qualifier: str, people: Sequence[Person]) -> list[Person]:
    """Give those of some people whom a role or an organisation fits."""
    meant = resolve_organisation(qualifier, organisations(people))
    names = {meant} if isinstance(meant, str) else set(meant or ())
    kept = [person for person in found if person.organisation in names]
    if kept:
        return kept
    titles = qualifier.split()
    return [person for person in found if titles and all(is_work_of(title, person) for title in titles)]
