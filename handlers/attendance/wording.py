"""Tell from a clause whether somebody comes, stays away, is late, leaves or stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time as Clock
from enum import StrEnum

from handlers.attendance.entities import ME, Mode, Token, Who
from handlers.attendance.patterns import (
    ABSENT_SURE,
    ABSENT_WITH_DAY,
    ATTENDED,
    CAN,
    HAS_TO_STOP,
    HERE,
    JOINS_IN,
    LATE,
    LATE_TODAY,
    LATE_WITH_HOUR,
    LEAVES,
    MUST_GO,
    NAMES_SOMEBODY,
    NO_START,
    PRESENT,
    QUESTION,
    RELAYED,
    RELAYED_FROM,
    RELAYED_REGRETS,
    SENDS_SOMEBODY,
    STAYS,
    SUBSTITUTE,
    TAKES_BACK,
    THERE,
    WAS_ABSENT,
)
from handlers.attendance.sentence import Clause
from handlers.attendance.vocabulary import REASONS


class Kind(StrEnum):
    """What is said of somebody."""

    PRESENT = "present"
    ABSENT = "absent"
    LATE = "late"
    LEAVES = "leaves"
    SUBSTITUTE = "substitute"


@dataclass(frozen=True)
class Told:
    """What one clause tells of somebody.

    `instead_of` is who is replaced. `sure` is false when the words alone could be about something else, and a day or
    the meeting must be named with them; `answering` when they only mean something right after others' answers.
    `arriving` marks one who says that she has come just now.
    """

    kind: Kind
    who: tuple[Who, ...]
    instead_of: Who | None = None
    sure: bool = True
    answering: bool = False
    arriving: bool = False
    mode: Mode | None = None
    since: Clock | None = None
    until: Clock | None = None
    minutes_late: int | None = None
    first_minutes: int | None = None
    last_minutes: int | None = None
    minutes_early: int | None = None
    minutes_from_now: int | None = None
    leaves_now: bool = False
    past: bool = False


def sends_somebody(clause: Clause) -> bool:
    """Tell whether somebody unnamed is sent: "jag skickar en ersättare"."""
    return SENDS_SOMEBODY.match("".join(f"{token.sign} " for token in clause.core)) is not None


@dataclass(frozen=True)
class Earlier:
    """Whom the clauses before were about, and who of them is away: what "she", "instead" and a verb alone refer to.

    `until` is the hour something else lasts to, `hour` one named for itself; `hoped` tells that the writer said she
    meant to come.
    """

    subject: tuple[Who, ...] = ()
    absent: Who | None = None
    last: Who | None = None
    until: Clock | None = None
    hour: Clock | None = None
    hoped: bool = False


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
    for cut in range(len(clause.tokens) - 1, 0, -1):
        # What comes after "because" is left unread; only staying away and lateness are excused so.
        if REASONS.match(text, clause.tokens[cut].start):
            told = _read(clause.tokens[:cut], clause, before, open_now)
            if told is not None and told.kind in (Kind.ABSENT, Kind.LATE):
                return told
    if (told := _with_more_said(clause, before, open_now)) is not None:
        return told
    if REASONS.match(text, clause.span[0]):
        for cut in range(1, len(clause.tokens)):
            told = _read(clause.tokens[cut:], replace(clause, fronted=True), before, open_now)
            if told is not None and told.kind in (Kind.ABSENT, Kind.LATE):
                return told
    return None


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


def _read(tokens: Sequence[Token], clause: Clause, before: Earlier, open_now: bool) -> Told | None:
    part = replace(clause, tokens=tuple(tokens))
    core = part.core
    fronted = part.fronted or (bool(core) and core[0] is not tokens[0])
    if core and core[0].sign == "AND":
        core, fronted = core[1:], True
    if core and core[0].sign == "IT":
        core = core[1:]
    signs = "".join(f"{token.sign} " for token in core)
    if _ADDRESSED.match(signs) and not _ASKED_OF_YOU.match(signs):
        return None
    signs, people = _relayed(signs, [token for token in core if token.sign in _PERSONS])
    if not fronted and QUESTION.match("".join(f"{token.sign} " for token in tokens)):
        return None
    for pattern in SUBSTITUTE:
        if (found := pattern.match(signs)) and (told := _substitute(found, people, part, before)):
            return told
    signs = signs.replace("FOR ", "").replace("YOU ", "", "COUNTME" not in signs)
    subject = _subject(people, before, clause)
    if subject is None:
        return None
    for reader in (_absent, _late, _leaves, _present):
        if told := reader(signs, part, subject, before, open_now):
            return told
    return None


# What "you" do is none of the writer's attendance, but for what she asks to be put down as.
_ADDRESSED = re.compile(r"(?:(?:ABLE|WILL|BE|HAVE|MUST|BECOME|ATTENDS?|GO) )*YOU ")
_ASKED_OF_YOU = re.compile(r"YOU (?:(?:ABLE|MUST|WILL|HAVE) )*(?:COUNTME|NOTEOUT|GIVE|STRIKE|WITHOUT|MUST WITHOUT)\b")
_PERSONS = frozenset({"WHO", "ME", "RELATIVE", "WE", "UNIT", "NOUNIT"})
_PERSON_SIGN = re.compile(r"\b(?:WHO|ME|RELATIVE|WE|UNIT|NOUNIT)\b")


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
        follows = clause.joined in ("COMMA", "BUT") or clause.has("AND")
        return before.subject if before.subject and follows else (ME,)
    first = people[0]
    if first.sign == "RELATIVE":
        return (before.last,) if before.last else None
    if first.sign in ("ME", "WE"):
        return (ME,)
    return first.who


def _substitute(found: re.Match[str], people: Sequence[Token], clause: Clause, before: Earlier) -> Told | None:
    groups = found.groupdict()
    starts = [person.start() for person in _PERSON_SIGN.finditer(found.string)]
    by = _one(people[starts.index(found.start("by"))], before)
    of = _one(people[starts.index(found.start("of"))], before) if groups.get("of") else _replaced(found, before)
    if by is None or of is None or (by.me and of.me) or (by.person is not None and by.person == of.person):
        return None
    since, until = _hours(clause)
    return Told(Kind.SUBSTITUTE, (by,), of, mode=clause.mode or by.mode, since=since, until=until)


def _replaced(found: re.Match[str], before: Earlier) -> Who | None:
    """Give whose place is taken when no name says so: mine, hers, or that of the one who was said to stay away."""
    how = found.groupdict().get("how")
    if how == "HERSTEAD":
        return before.last
    if how == "REPLACE":
        return before.absent
    if how == "MYSTEAD" or any(sign in found[0] for sign in ("SUBST ", "STEPIN ")):
        return before.absent or ME
    return before.absent or (ME if "SEND" in found[0] and how is not None else None)


def _one(token: Token, before: Earlier) -> Who | None:
    if token.sign == "RELATIVE":
        return before.last
    if token.sign == "ME":
        return ME
    return token.who[0] if len(token.who) == 1 else None


def _absent(signs: str, clause: Clause, subject: tuple[Who, ...], before: Earlier, open_now: bool) -> Told | None:
    if WAS_ABSENT.match(signs):
        return Told(Kind.ABSENT, subject, sure=False, past=True)
    part = clause.first("FROM") or clause.first("UNTIL") or clause.first("BY")
    if (
        part is not None
        and part.clock is not None
        and any(p.match(signs) for p in (*ABSENT_SURE[:2], *ABSENT_WITH_DAY[:2]))
    ):
        # Away for a part of it: "kan inte vara med efter 14", "kan inte förrän 13.30".
        if part.after:
            return Told(Kind.LEAVES, subject, mode=clause.mode, until=part.clock)
        return Told(Kind.LATE, subject, mode=clause.mode, since=part.clock)
    if clause.first("FIRST") is not None and "MISS" in signs:
        return None
    if any(pattern.match(signs) for pattern in ABSENT_SURE):
        return Told(Kind.ABSENT, _unit(signs, clause) or subject)
    if any(pattern.match(signs) for pattern in ABSENT_WITH_DAY):
        return Told(Kind.ABSENT, subject, sure=False)
    return None


def _unit(signs: str, clause: Clause) -> tuple[Who, ...]:
    """Give the organisation of "we at the agency cannot send anybody"."""
    token = clause.first("ORG")
    return token.who if token is not None and "NOREP" in signs and "WE " in signs else ()


def _late(signs: str, clause: Clause, subject: tuple[Who, ...], before: Earlier, open_now: bool) -> Told | None:
    since, until = _hours(clause)
    stretch = clause.first("STRETCH")
    minutes = stretch.minutes if stretch else None
    if (first := clause.first("FIRST")) is not None and "MISS" in signs:
        minutes = first.minutes
    by = clause.first("BY")
    if since is None and by is not None:
        since = by.clock
    if any(pattern.match(signs) for pattern in LATE):
        since = since or (before.until if "LATER" in signs or "TARDY" in signs else None)
        if (soon := clause.first("SOON")) is not None and "ONWAY" in signs:
            return Told(Kind.LATE, subject, mode=clause.mode, minutes_from_now=soon.minutes)
        if "ONWAY" in signs:
            if not open_now and since is None:
                return None
            return Told(Kind.LATE, subject, mode=clause.mode, since=since, minutes_from_now=minutes)
        return Told(Kind.LATE, subject, mode=clause.mode, since=since, until=until, minutes_late=minutes)
    if LATE_TODAY.match(signs) and signs.strip() != "TARDY":
        return Told(Kind.LATE, subject, sure=False, since=since, mode=clause.mode)
    if NO_START.match(signs):
        return Told(Kind.LATE, subject, since=since, mode=clause.mode)
    if (soon := clause.first("SOON")) is not None and (
        LATE_WITH_HOUR.match(signs) or LATE_TODAY.match(signs) or THERE.match(signs)
    ):
        return Told(Kind.LATE, subject, sure=False, mode=clause.mode, minutes_from_now=soon.minutes)
    if LATE_WITH_HOUR.match(signs) and since is None and "AFTERTHAT" in signs:
        since = before.until
    if LATE_WITH_HOUR.match(signs) and since is not None:
        return Told(Kind.LATE, subject, mode=clause.mode, since=since, until=until)
    return None


def _leaves(signs: str, clause: Clause, subject: tuple[Who, ...], before: Earlier, open_now: bool) -> Told | None:
    hour = next((token for token in clause.tokens if token.sign in ("TIME", "UNTIL", "FROM", "BY")), None)
    if HAS_TO_STOP.match(signs) and hour is not None:
        return Told(Kind.LEAVES, subject, mode=clause.mode, until=hour.clock)
    first, last = clause.first("FIRST"), clause.first("LAST")
    if LEAVES.match(signs):
        if hour is not None:
            return Told(Kind.LEAVES, subject, mode=clause.mode, until=hour.clock)
        if clause.has("EARLY"):
            stretch = clause.first("STRETCH")
            return Told(Kind.LEAVES, subject, mode=clause.mode, minutes_early=stretch.minutes if stretch else None)
        if open_now and (soon := clause.first("SOON")) is not None:
            return Told(Kind.LEAVES, subject, minutes_from_now=soon.minutes)
        if before.hour is not None and MUST_GO.match(signs):
            return Told(Kind.LEAVES, subject, until=before.hour)
        if open_now and (clause.has("NOW", "GONE") or MUST_GO.match(signs)):
            return Told(Kind.LEAVES, subject, leaves_now=True)
        return None
    if open_now and signs == "BYE " and (clause.has("NOW") or clause.fronted):
        return Told(Kind.LEAVES, subject, leaves_now=True)
    since, until = _hours(clause)
    if STAYS.match(signs) and signs and (until is not None or first or last):
        return Told(
            Kind.LEAVES if until is not None or first else Kind.LATE,
            subject,
            mode=clause.mode,
            since=since,
            until=until,
            first_minutes=first.minutes if first else None,
            last_minutes=last.minutes if last else None,
        )
    return None


def _present(signs: str, clause: Clause, subject: tuple[Who, ...], before: Earlier, open_now: bool) -> Told | None:
    mode = clause.mode
    since, until = _hours(clause)
    now = clause.has("NOW")
    if any(pattern.match(signs) for pattern in PRESENT):
        return Told(Kind.PRESENT, subject, mode=mode, since=since, until=until, arriving=now)
    meeting = clause.first("MEETING")
    about_the_meeting = meeting is not None and meeting.bare and not NAMES_SOMEBODY.search(signs)
    if mode is not None and THERE.match(signs) and not about_the_meeting and "WE " not in signs:
        bare = not signs
        return Told(Kind.PRESENT, subject, mode=mode, since=since, until=until, sure=not bare, arriving=now)
    if HERE.match(signs):
        return Told(Kind.PRESENT, subject, mode=mode, sure="BE" in signs or "WHO" in signs, arriving=now)
    if (
        CAN.match(signs)
        and (len(signs) > 5 or clause.has("FROM"))
        and (since is not None or until is not None or clause.has("DATE", "THATDAY"))
    ):
        return Told(Kind.PRESENT, subject, mode=mode, since=since, until=until, sure=False)
    if ATTENDED.match(signs):
        return Told(Kind.PRESENT, subject, mode=mode, since=since, sure=False, arriving=now, past=True)
    if JOINS_IN.match(signs):
        return Told(Kind.PRESENT, (ME,), mode=mode, answering=not (clause.has("DATE") and "SUITS" in signs), sure=False)
    return None


def _hours(clause: Clause) -> tuple[Clock | None, Clock | None]:
    """Give from and until as said in the clause; an hour alone is when somebody comes."""
    span, until = clause.first("SPAN"), clause.first("UNTIL")
    since = clause.first("FROM") or clause.first("TIME")
    if span is not None:
        return span.clock, span.until
    return since.clock if since else None, until.clock if until else None
