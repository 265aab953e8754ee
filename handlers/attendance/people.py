"""Somebody spoken of, with what stands beside her name: a role, an organisation, how she takes part."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from handlers.attendance.vocabulary import PHRASE, ROLE
from handlers.command import Call
from meetings.group import Person
from meetings.people import Match, organisations, resolve_organisation

Mode = Literal["onsite", "digital"]

_BRACKET = re.compile(r"\s*\(([^()]{1,80})\)")
_APPOSITION = re.compile(
    r"\s*,\s+([^,.;:()!?]{3,60}),\s+(?=(?:(?:han|hon|hen|she|he)\s+)?(?:går|kommer|ersätter|är|ska|will|is|hoppar"
    r"|deltar|tar|har)\b)",
    re.IGNORECASE,
)
_BY_LINK = re.compile(r"länk(?:en)?|video\w*|teams|zoom|skype|webb\w*|distans|telefon|tel|link|phone", re.IGNORECASE)
_STANDS_IN = re.compile(
    r"\s*(?:tjg\.?\s*)?(?:ers\b|ersätt|vik\b|vikarie|suppleant|i\s?ställ|stand|sub\b|substit|deputi|cover|replac|instead)",
    re.IGNORECASE,
)
_COLLEAGUE = re.compile(r"\b(?:kollega|kollegan|medarbetare|colleague)\b", re.IGNORECASE)
_BEFORE_NAME = re.compile(
    rf"\b(?:(?P<ours>min|vår|my|our)\s+(?:nya?\s+|new\s+)?)?(?P<title>{_COLLEAGUE.pattern}|{ROLE.pattern})\s+\Z",
    re.IGNORECASE,
)
_FROM_PLACE = re.compile(r"\s+(?:från|hos|på|from|at|with)\s+(?P<us>(?:oss|us|vår\s+enhet)\b)?", re.IGNORECASE)
_OF_US = re.compile(r"\b(?:hos|från|på|i|at|from|in)\s+(?:oss|us|vår\w*|our)\b|\b(?:vår|our|min|my)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Who:
    """Somebody spoken of: the writer, somebody known, several who fit, a unit, or a name nobody has.

    `candidates` and `suggestions` are ids. `role` and `organisation` are what the words say of a visitor, `ours`
    that she comes from the writer's own organisation.
    """

    name: str = ""
    span: tuple[int, int] = (0, 0)
    me: bool = False
    person: str | None = None
    candidates: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    unit: str | None = None
    role: str | None = None
    organisation: str | None = None
    ours: bool = False
    mode: Mode | None = None

    @property
    def known(self) -> bool:
        """Tell whether it is settled who is meant."""
        return self.me or self.person is not None or self.unit is not None


ME = Who(me=True)


def named(match: Match, name: str, start: int, end: int) -> Who:
    """Give somebody as a name that stands somewhere was resolved."""
    ids = tuple(person.id for person in match.candidates)
    near = tuple(person.id for person in match.suggestions)
    return Who(name, (start, end), person=match.person.id if match.person else None, candidates=ids, suggestions=near)


def described(text: str, who: Who, call: Call) -> tuple[int, int, Who]:
    """Add what stands in brackets or commas after a name, and the title before it; give the whole stretch."""
    start, end = who.span
    told = _BRACKET.match(text, end) or _APPOSITION.match(text, end)
    if told is not None and not _STANDS_IN.match(told[1]):
        end = told.end() if told.re is _BRACKET else told.end(1) + 1
        who = details(who, told[1], call)
    if (place := _FROM_PLACE.match(text, end)) is not None:
        if place["us"]:
            who, end = replace(who, ours=True), place.end()
        elif size := organisation_after(text, place.end(), call):
            who = replace(who, organisation=organisation_named(text[place.end() : place.end() + size], call))
            end = place.end() + size
    lead = _BEFORE_NAME.search(text, max(0, start - 60), start)
    if lead is not None:
        start = lead.start()
        role = None if _COLLEAGUE.search(lead["title"]) else lead["title"].split()[-1]
        who = replace(who, ours=who.ours or lead["ours"] is not None, role=who.role or role)
    return start, end, who


def details(who: Who, words: str, call: Call) -> Who:
    """Read a visitor's role and organisation, or how she takes part, out of a few words about her."""
    if _BY_LINK.fullmatch(words.strip()):
        return replace(who, mode="digital")
    token = PHRASE.fullmatch(words.strip())
    if token is not None and token.lastgroup in ("NET", "SITE"):
        return replace(who, mode="digital" if token.lastgroup == "NET" else "onsite")
    ours = who.ours or bool(_OF_US.search(words))
    left = _OF_US.sub("", words)
    organisation = who.organisation
    for lead in (*re.finditer(r"\A|(?:från|hos|på|i|för|vid|from|at|of|,|/)\s*", left, re.IGNORECASE),):
        size = organisation_after(left, lead.end(), call)
        if size:
            organisation = organisation_named(left[lead.end() : lead.end() + size], call)
            left = left[: lead.start()] + left[lead.end() + size :]
            break
    left = _COLLEAGUE.sub("", left)
    role = " ".join(left.strip(" ,.;/-!").split())
    plausible = bool(role) and len(role.split()) <= 5
    return replace(
        who, ours=ours and organisation is None, organisation=organisation, role=role if plausible else who.role
    )


def organisation_named(words: str, call: Call) -> str | None:
    """Give the full name of the organisation some words mean, None when none or several fit."""
    found = resolve_organisation(words, organisations(call.record.people.values()))
    return found if isinstance(found, str) else None


def organisation_after(text: str, start: int, call: Call) -> int:
    """Give how many characters of the text from `start` name an organisation, 0 when none do."""
    words = list(re.finditer(r"[^\W_]+(?:[-:][^\W_]+)*", text[start : start + 80]))[:4]
    for last in reversed(words):
        if len(text[start : start + last.end()].split()) > 4 or "," in text[start : start + last.end()]:
            continue
        if organisation_named(text[start : start + last.end()], call) is not None:
            return last.end()
    return 0


def known_people(call: Call) -> tuple[Person, ...]:
    """Give everybody the record knows, visitors too."""
    return tuple(call.record.people.values())
