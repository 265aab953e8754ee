"""Tell of a clause's skeleton, kind by kind, what it says: absent, late, leaving, there, or in somebody's place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time as Clock

from handlers.attendance.clauses import Clause
from handlers.attendance.entities import Token
from handlers.attendance.patterns import (
    ABSENT_SURE,
    ABSENT_WITH_DAY,
    ATTENDED,
    AWAY_FOR_NOW,
    CAN,
    DISPLACED,
    HAS_TO_STOP,
    HERE,
    JOINS_IN,
    LATE,
    LATE_TODAY,
    LATE_WITH_HOUR,
    LEAVES,
    LEFT_WITHOUT,
    MUST_GO,
    NAMES_SOMEBODY,
    NO_START,
    PRESENT,
    PUT_DOWN,
    STAYS,
    STILL_TO_GO,
    THERE,
    WAS_ABSENT,
)
from handlers.attendance.people import ME, Who
from handlers.attendance.told import Earlier, Kind, Told

_PERSON_SIGN = re.compile(r"\b(?:WHO|ME|RELATIVE|WE|UNIT|NOUNIT)\b")


def substitute(found: re.Match[str], people: Sequence[Token], clause: Clause, before: Earlier) -> Told | None:
    """Read who stands in for whom; None when it is somebody who cannot be told."""
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


def absent(signs: str, clause: Clause, subject: tuple[Who, ...], before: Earlier, open_now: bool) -> Told | None:
    """Read that somebody stays away, from all of it or from a part."""
    if "CLASH " in signs or "WITHOUT " in signs:
        displaced = _displaced(clause, before)
        if displaced is not None:
            return displaced
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
    if part is not None and part.clock is not None and AWAY_FOR_NOW.match(signs):
        # Busy until half past one: comes then.
        kind = Kind.LATE if part.sign == "UNTIL" else Kind.LEAVES if part.sign == "FROM" else Kind.ABSENT
        since, until = (part.clock, None) if kind is Kind.LATE else (None, part.clock)
        if kind is not Kind.ABSENT:
            return Told(kind, subject, sure=False, since=since, until=until)
    if any(pattern.match(signs) for pattern in ABSENT_SURE):
        return Told(Kind.ABSENT, _unit(signs, clause) or subject)
    if any(pattern.match(signs) for pattern in ABSENT_WITH_DAY):
        return Told(Kind.ABSENT, subject, sure=False)
    return None


def _displaced(clause: Clause, before: Earlier) -> Told | None:
    """Read that the day clashes for somebody, or that the others must do without the writer."""
    whole = "".join(f"{token.sign} " for token in clause.tokens if token.sign not in _BESIDE)
    if LEFT_WITHOUT.match(whole):
        asked = clause.has("YOU", "IT", "HAVE", "MUST", "TAKE", "GO", "BECOME")
        return Told(Kind.ABSENT, (ME,), sure=False) if asked or before.subject == (ME,) else None
    found = DISPLACED.match(whole)
    if found is None:
        return None
    who = found["who"]
    if who == "RELATIVE" and not clause.has("WHO"):
        return Told(Kind.ABSENT, (before.last,), sure=False) if before.last else None
    named = next((token.who for token in clause.tokens if token.sign == "WHO"), (ME,)) if who != "ME" else (ME,)
    return Told(Kind.ABSENT, named, sure=False)


_BESIDE = frozenset({"ALSO", "OURS", "THATDAY", "LIKELY", "NOW"})


def _unit(signs: str, clause: Clause) -> tuple[Who, ...]:
    """Give the organisation of "we at the agency cannot send anybody"."""
    token = clause.first("ORG")
    return token.who if token is not None and "NOREP" in signs and "WE " in signs else ()


def late(signs: str, clause: Clause, subject: tuple[Who, ...], before: Earlier, open_now: bool) -> Told | None:
    """Read that somebody comes late."""
    since, until = _hours(clause)
    stretch = clause.first("STRETCH")
    minutes = stretch.minutes if stretch else None
    by = clause.first("BY")
    if since is None and by is not None:
        since = by.clock
    if (first := clause.first("FIRST")) is not None and "MISS " in signs:
        return Told(Kind.LATE, subject, mode=clause.mode, minutes_late=first.minutes)
    if any(pattern.match(signs) for pattern in LATE):
        since = since or (before.until if "LATER" in signs or "TARDY" in signs else None)
        if (soon := clause.first("SOON")) is not None and "ONWAY" in signs:
            return Told(Kind.LATE, subject, mode=clause.mode, minutes_from_now=soon.minutes)
        if "ONWAY" in signs:
            if not open_now and since is None:
                return Told(Kind.PRESENT, subject, mode=clause.mode) if "ATTENDS ONWAY" in signs else None
            return Told(Kind.LATE, subject, mode=clause.mode, since=since, minutes_from_now=minutes)
        if signs.strip() == "ARRIVES" and since is None:
            return None
        if "ARRIVES" in signs and minutes is not None:
            return Told(Kind.LATE, subject, mode=clause.mode, minutes_from_now=minutes) if open_now else None
        return Told(Kind.LATE, subject, mode=clause.mode, since=since, until=until, minutes_late=minutes)
    if open_now and minutes is not None and STILL_TO_GO.match(signs):
        return Told(Kind.LATE, subject, mode=clause.mode, minutes_from_now=minutes)
    if LATE_TODAY.match(signs) and signs.strip() != "TARDY":
        return Told(Kind.LATE, subject, sure=False, since=since, mode=clause.mode)
    if NO_START.match(signs):
        return Told(Kind.LATE, subject, since=since, mode=clause.mode)
    if (soon := clause.first("SOON")) is not None and (
        LATE_WITH_HOUR.match(signs) or LATE_TODAY.match(signs) or THERE.match(signs)
    ):
        return Told(Kind.LATE, subject, sure=False, mode=clause.mode, minutes_from_now=soon.minutes)
    if LATE_WITH_HOUR.match(signs) and since is None and ("AFTERTHAT" in signs or clause.has("THEN")):
        since = before.until
    if LATE_WITH_HOUR.match(signs) and since is not None:
        return Told(Kind.LATE, subject, mode=clause.mode, since=since, until=until)
    return None


def leaves(signs: str, clause: Clause, subject: tuple[Who, ...], before: Earlier, open_now: bool) -> Told | None:
    """Read that somebody leaves early, or stays for a part."""
    hour = next((token for token in clause.tokens if token.sign in ("TIME", "UNTIL", "FROM", "BY")), None)
    stops = HAS_TO_STOP.match(signs) or (signs == "HAVE QUIT " and clause.has("MYPART"))
    if stops and hour is not None:
        return Told(Kind.LEAVES, subject, mode=clause.mode, until=hour.clock)
    first, last = clause.first("FIRST"), clause.first("LAST")
    if signs.startswith("WE ") and not clause.has("OURS", "ORG"):
        return None
    if LEAVES.match(signs.replace("HERE ", "") if clause.farewell else signs):
        if hour is not None:
            return Told(Kind.LEAVES, subject, mode=clause.mode, until=hour.clock)
        if clause.has("EARLY"):
            stretch = clause.first("STRETCH")
            return Told(Kind.LEAVES, subject, mode=clause.mode, minutes_early=stretch.minutes if stretch else None)
        if open_now and (soon := clause.first("SOON")) is not None:
            return Told(Kind.LEAVES, subject, minutes_from_now=soon.minutes)
        follows = clause.joined == "COMMA" and signs == "GO ME "
        if before.hour is not None and (MUST_GO.match(signs) or follows):
            return Told(Kind.LEAVES, subject, until=before.hour)
        if open_now and (clause.has("NOW", "GONE") or clause.farewell or MUST_GO.match(signs)):
            return Told(Kind.LEAVES, subject, leaves_now=True)
        return None
    if open_now and signs in ("BYE ", "ME BYE ") and clause.has("NOW", "ME"):
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


def present(signs: str, clause: Clause, subject: tuple[Who, ...], before: Earlier, open_now: bool) -> Told | None:
    """Read that somebody comes or is there."""
    mode = clause.mode
    since, until = _hours(clause)
    now = clause.has("NOW")
    if signs.startswith("WE ") and not clause.has("DATE", "MEETING", "OURS", "ORG", "PARTY"):
        return None
    if any(pattern.match(signs) for pattern in PRESENT):
        return Told(Kind.PRESENT, subject, mode=mode, since=since, until=until, arriving=now)
    meeting = clause.first("MEETING")
    about_the_meeting = meeting is not None and meeting.bare and not NAMES_SOMEBODY.search(signs)
    if (
        mode is not None
        and PUT_DOWN.match(signs)
        and not clause.has("WE")
        and (clause.has("CHANGE") or clause.has("ME"))
    ):
        return Told(Kind.PRESENT, subject, mode=mode, since=since, until=until)
    if clause.has("TAKE") and meeting is not None and mode == "digital":
        about_the_meeting = False  # "tar mötet på skärm"
    if (
        mode is not None
        and THERE.match(signs.replace("TAKE IT ", "TAKE "))
        and not about_the_meeting
        and "WE " not in signs
    ):
        bare = not signs and not clause.has("MYPART")
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
