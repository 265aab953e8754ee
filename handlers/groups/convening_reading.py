"""Read who convenes a group, from when and until when, as people say it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from handlers.command import Call
from handlers.groups import settings_wording as say
from handlers.groups.templates import municipalities
from meetings import when as dates
from meetings.people import resolve, resolve_organisation
from meetings.words import fold


@dataclass(frozen=True)
class Convene:
    """Let somebody call the group together, from a day or until one; `takes_over` when it is instead of another."""

    kind: str
    name: str
    from_: date | None = None
    until: date | None = None
    takes_over: bool = False


def read_convener(text: str, call: Call) -> Convene | None:
    """Read a clause that says who convenes; None when it says something else."""
    for pattern, takes_over in _CONVENING:
        found = pattern.fullmatch(text.rstrip(" .!"))
        who = _who(found["who"], call) if found else None
        if found is None or who is None:
            continue
        from_, until = _span(found.groupdict().get("rest") or "", call)
        if (found.groupdict().get("rest") or "").strip() and from_ is None and until is None:
            continue
        return Convene(*who, from_=from_, until=until, takes_over=takes_over)
    return None


_CONVENING = (
    (say.TAKES_OVER, True),
    (say.FROM_THEN, True),
    (say.FROM_THEN_CONVENES, True),
    (say.CONVENES, False),
    (say.CONVENER_IS, False),
    (say.THEN, True),
)


def _who(words: str, call: Call) -> tuple[str, str] | None:
    """Tell which organisation or person is meant: "vi" is the speaker's organisation, "jag" the speaker."""
    said = fold(words).strip(" ,.")
    speaker = call.speaker
    if said in ("jag", "i") and speaker is not None:
        return "person", speaker.name
    if said in ("vi", "we") and speaker is not None:
        return ("organisation", speaker.organisation) if speaker.organisation else None
    person = resolve(words, call.record.members).person
    if person is not None and " " in person.name and fold(words) not in ("kommunen", "regionen"):
        return "person", person.name
    organisation = organisation_said(words, call)
    return ("organisation", organisation) if organisation else None


def known_organisations(call: Call) -> tuple[str, ...]:
    """Give the organisations that the group knows, and the municipality its name tells of."""
    group = call.record.group
    people = (person.organisation for person in call.record.members)
    names = (*group.parties, *people, *group.guests, *group.adjuncts)
    known = tuple(dict.fromkeys(name for name in names if name))
    return known or (municipalities(group.name) if group.template else ()) or known


def organisation_said(words: str, call: Call) -> str | None:
    """Give the full name of an organisation that the group knows; "kommunen" is the one in the group's name."""
    known = known_organisations(call)
    found = resolve_organisation(words, known)
    if found is None and re.fullmatch(r"kommunen|municipality|the municipality", fold(words).strip()):
        found = resolve_organisation(words, municipalities(call.record.group.name))
    return found if isinstance(found, str) else None


def _span(rest: str, call: Call) -> tuple[date | None, date | None]:
    until = say.UNTIL.search(rest)
    from_ = say.FROM.search(rest)
    first = _day(from_["date"], call, last=False) if from_ else None
    last = _day(until["date"], call, last=True) if until and not (from_ and until.start() < from_.start()) else None
    if until and from_ and until.start() < from_.start():
        last = _day(rest[until.start("date") : from_.start()], call, last=True)
    return first, last


def _day(text: str, call: Call, *, last: bool) -> date | None:
    found = dates.find(text, call.now, language=call.record.group.language)
    if not found:
        return None
    return (found[0].until or found[0].date) if last else (found[0].date or found[0].until)
