"""Tell from a clause whether somebody comes, stays away, is late, leaves or stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.attendance.clauses import Clause
from handlers.attendance.entities import Token
from handlers.attendance.kinds import absent, late, leaves, present, substitute
from handlers.attendance.patterns import (
    AFTER_ALL,
    QUESTION,
    RELAYED,
    RELAYED_FROM,
    RELAYED_REGRETS,
    SENDS_SOMEBODY,
    SUBSTITUTE,
    TAKES_BACK,
    UNIT_THROUGH,
)
from handlers.attendance.people import ME, Who
from handlers.attendance.told import Earlier, Kind, Told
from handlers.attendance.vocabulary import REASONS


def sends_somebody(clause: Clause) -> bool:
    """Tell whether somebody unnamed is sent: "jag skickar en ersättare"."""
    return SENDS_SOMEBODY.match("".join(f"{token.sign} " for token in clause.core)) is not None


def read_clause(clause: Clause, text: str, before: Earlier, *, open_now: bool) -> Told | None:
    """Find what a clause tells, None when it says nothing about attendance or nothing that is sure."""
    if len(clause.tokens) > 40 or clause.has("HEDGE"):
        return None
    if before.hoped and TAKES_BACK.match(clause.signs):
        return Told(Kind.ABSENT, (ME,))
    told = _read(clause.tokens, clause, before, open_now)
    if clause.has("MIGHT"):
        hour = told is not None and (told.minutes_late is not None or told.since is not None)
        return told if told is not None and told.kind is Kind.LATE and hour else None
    if clause.has("LIKELY"):
        # What is only likely is no promise; but "I'll probably not make it" is how people politely decline.
        declines = told is not None and told.kind is Kind.ABSENT and told.who == (ME,)
        return told if told is not None and (told.kind is Kind.LATE or declines) else None
    if told is not None:
        return told
    if before.absent is not None and before.absent.me and AFTER_ALL.match(clause.signs) and not clause.has("DATE"):
        return Told(Kind.PRESENT, (ME,))
    if (told := _run_on(clause, before, open_now)) is not None:
        return told
    for cut in range(len(clause.tokens) - 1, 0, -1):
        # What comes after "because" is left unread; only staying away and lateness are excused so.
        if _reason_at(clause.tokens, cut, text) and not _names_only(clause.tokens[:cut]):
            told = _read(clause.tokens[:cut], clause, before, open_now)
            if told is not None and told.kind in (Kind.ABSENT, Kind.LATE):
                return told
    if (told := _with_more_said(clause, before, open_now)) is not None:
        return told
    if (told := _from_somewhere(clause, text, before, open_now)) is not None:
        return told
    if (told := _past_strange_words(clause, before, open_now)) is not None:
        return told
    if REASONS.match(text, clause.span[0]):
        for cut in range(1, len(clause.tokens)):
            told = _read(clause.tokens[cut:], replace(clause, fronted=True), before, open_now)
            if told is not None and told.kind in (Kind.ABSENT, Kind.LATE):
                return told
    return None


def _reason_at(tokens: Sequence[Token], cut: int, text: str) -> bool:
    """Tell whether a reason begins at a token, or at the word before it: "för jag har …"."""
    lead = text[tokens[cut - 1].end : tokens[cut].start]
    begins = tokens[cut - 1].end + len(lead) - len(lead.lstrip())
    return REASONS.match(text, tokens[cut].start) is not None or REASONS.match(text, begins) is not None


_PLACED = frozenset({"DATE", "MEETING", "TIME", "FROM", "UNTIL", "BY", "SPAN", "NET", "STRETCH", "SITE", "MYSTEAD"})
_SAYS_MORE = frozenset(
    {"x", "IT", "AWAY", "DOWN", "HERE", "HAVE", "BE", "GIVE", "AND", "SEND", "TO", "YOU", "ORG", "FOR", "OURS"}
)


def _with_more_said(clause: Clause, before: Earlier, open_now: bool) -> Told | None:
    """Read what is told before words of no known meaning, when the meeting or its hour stands last in it."""
    first = next((place for place, token in enumerate(clause.tokens) if token.sign == "x"), 0)
    if not first or clause.tokens[first - 1].sign not in _PLACED or clause.elsewhere:
        return None
    if any(token.sign not in _SAYS_MORE | _PLACED for token in clause.tokens[first:]):
        return None
    told = _read(clause.tokens[:first], clause, before, open_now)
    plain = told is not None and (told.kind is not Kind.PRESENT or told.sure)
    return told if plain else None


def _names_only(tokens: Sequence[Token]) -> bool:
    """Tell whether words only name absence, and so may begin a rule of it: "frånvaro ska anmälas"."""
    return all(token.sign in ("ABSENCE", "HINDER", "REGRETS") for token in tokens)


_BEFORE_A_VERB = frozenset({"ME", "BE", "BUSY", "AWAY", "ONWAY", "NOW", "HAVE", "STRETCH", "TARDY", "CLASH", "WHO"})
_FINITE = frozenset({"ATTENDS", "ABLE", "MUST", "BECOME"})


def _run_on(clause: Clause, before: Earlier, open_now: bool) -> Told | None:
    """Read two things said without a comma: "sitter i annat möte kommer 13.40"."""
    signs = [token.sign for token in clause.tokens]
    at = next((place for place, sign in enumerate(signs) if sign in _FINITE and place), 0)
    if not at or not _BEFORE_A_VERB.issuperset(signs[:at]) or not {"BUSY", "AWAY", "ONWAY"}.intersection(signs[:at]):
        return None
    who = next((token.who for token in clause.tokens[:at] if token.sign == "WHO"), None)
    told = _read(clause.tokens[at:], replace(clause, fronted=True), before, open_now)
    late = told is not None and told.kind is Kind.PRESENT and "ONWAY" in signs[:at] and open_now
    told = replace(told, kind=Kind.LATE) if told is not None and late else told
    return replace(told, who=who) if told is not None and who else told


def _from_somewhere(clause: Clause, text: str, before: Earlier, open_now: bool) -> Told | None:
    """Read a clause past the place somebody joins from by a link: "är med från hotellet via länk"."""
    if not clause.has("NET") or not clause.has("x"):
        return None
    known = [token for token in clause.tokens if token.sign != "x" or not _WHENCE.search(text, 0, token.start)]
    if any(token.sign == "x" for token in known):
        return None
    return _read(known, clause, before, open_now)


_WHENCE = re.compile(r"\b(?:från|from)\s+(?:the\s+|ett\s+|en\s+|my\s+|min\s+|mitt\s+)?\Z", re.IGNORECASE)
_STRANGE_AT_MOST = 3


def _past_strange_words(clause: Clause, before: Earlier, open_now: bool) -> Told | None:
    """Read a clause past words of no known meaning, when it names who, and the meeting's day or an hour of it.

    Only staying away, lateness, leaving and standing in are read so; what comes after "can't" may be anything else.
    """
    signs = [token.sign for token in clause.tokens if token.sign not in ("DATE", "MEETING")]
    strange = signs.count("x")
    if not 0 < strange <= _STRANGE_AT_MOST or clause.elsewhere or clause.has("BUSY", "YOU"):
        return None
    if "x" in signs[: next((place for place, sign in enumerate(signs) if sign in ("ME", "WHO", "UNIT")), len(signs))]:
        return None
    known = tuple(token for token in clause.tokens if token.sign not in ("x", "TO"))
    hour = any(token.clock is not None for token in known)
    if not (clause.has("DATE", "MEETING") or (open_now and hour)):
        return None
    told = _read(known, clause, before, open_now)
    if told is None or told.kind is Kind.PRESENT:
        return None
    if told.kind is Kind.ABSENT and not clause.has(
        "ATTEND", "ATTENDS", "NOTIN", "HINDER", "REGRETS", "ABSENCE", "AWAY"
    ):
        return None
    if told.kind is Kind.LATE and told.since is None and told.minutes_late is None:
        return None
    return None if told.kind is Kind.LEAVES and told.until is None else told


def _read(tokens: Sequence[Token], clause: Clause, before: Earlier, open_now: bool) -> Told | None:
    part = replace(clause, tokens=tuple(tokens))
    core = part.core
    fronted = part.fronted or (bool(core) and core[0] is not tokens[0])
    if core and core[0].sign == "AND":
        core, fronted = core[1:], True
    if core and core[0].sign == "IT":
        core = core[1:]
        if [token.sign for token in core] == ["BE", "ME"]:
            return None  # "den är jag med på"
    signs = "".join(f"{token.sign} " for token in core)
    if _ADDRESSED.match(signs) and not _ASKED_OF_YOU.match(signs):
        return None
    if UNIT_THROUGH.match(signs) and (open_now or clause.has("DATE", "MEETING")) and not clause.elsewhere:
        return Told(Kind.PRESENT, core[-1].who, mode=part.mode)
    signs, people = _relayed(signs, [token for token in core if token.sign in _PERSONS])
    if not fronted and QUESTION.match("".join(f"{token.sign} " for token in tokens)):
        return None
    for pattern in SUBSTITUTE:
        if (found := pattern.match(signs)) and (told := substitute(found, people, part, before)):
            return told
    signs = signs.replace("FOR ", "").replace("YOU ", "", "COUNTME" not in signs)
    subject = _subject(people, before, clause)
    if subject is None:
        return None
    for reader in (absent, late, leaves, present):
        if told := reader(signs, part, subject, before, open_now):
            return told
    return None


# What "you" do is none of the writer's attendance, but for what she asks to be put down as.
_ADDRESSED = re.compile(r"(?:(?:ABLE|WILL|BE|HAVE|MUST|BECOME|ATTENDS?|GO) )*YOU ")
_ASKED_OF_YOU = re.compile(
    r"YOU (?:(?:ABLE|MUST|WILL|HAVE) )*(?:COUNTME|NOTEOUT|GIVE|STRIKE|(?:x ){0,3}WITHOUT|MUST WITHOUT)\b"
)
_PERSONS = frozenset({"WHO", "ME", "RELATIVE", "WE", "UNIT", "NOUNIT"})


def _relayed(signs: str, people: list[Token]) -> tuple[str, list[Token]]:
    """Take "Karin hälsar att hon" for "Karin"."""
    for pattern in (RELAYED_REGRETS, RELAYED, RELAYED_FROM):
        if (found := pattern.match(signs)) is not None:
            relative = "RELATIVE" in found[0]
            return f"{found[1]} {signs[found.end() :]}", [people[0], *people[2 if relative else 1 :]]
    return signs, people


def _subject(people: Sequence[Token], before: Earlier, clause: Clause) -> tuple[Who, ...] | None:
    """Give whom a clause is about; None when it is somebody who cannot be told."""
    if not people:
        follows = clause.joined in ("COMMA", "BUT", "BREAK") or clause.has("AND")
        return before.subject if before.subject and follows else (ME,)
    first = people[0]
    if first.sign == "RELATIVE":
        return (before.last,) if before.last else None
    if first.sign in ("ME", "WE"):
        return (ME,)
    return first.who
