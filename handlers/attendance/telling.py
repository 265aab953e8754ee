"""Read a sentence's clauses one in the light of the other, and make one of what they tell of the same people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.attendance.clauses import Clause
from handlers.attendance.people import ME, Who
from handlers.attendance.told import Earlier, Kind, Told
from handlers.attendance.wording import read_clause
from handlers.command import Call

# "Jag kommer 13.30, nej 13.45": what is said last counts.
_CORRECTS = re.compile(
    r"\b(?:nej|nä|no|förlåt|sorry|rättelse|ändrar|menar?|mean|snarare|rather|eller|make\s+(?:it"
    r"|that))\b",
    re.IGNORECASE,
)
_CORRECTING = frozenset(
    """
    eller or rättelse correction snarare rather menar menade mena mean meant ändrar make vänta wait kanske säg
    say blir that ungefär approx
    """.split()
)
_DECLINED = re.compile(
    r"\b(?:förhinder|återbud|kan\s+(?:tyvärr\s+)?(?:inte|ej)|kommer\s+(?:inte|ej)|can'?t|cannot|won'?t"
    r"|not\s+(?:coming|able)|regrets"
    r"|apologies|(?:är|blir)\s+(?:borta|sjuk|ledig|bortrest))\b",
    re.IGNORECASE,
)
_HEADS = re.compile(r"\s*:\s+\w")


def told_in(parts: Sequence[Clause], text: str, call: Call) -> list[tuple[tuple[int, ...], Told]]:
    """Read every clause in the light of the ones before it."""
    found: list[tuple[int, Told]] = []
    before = Earlier(absent=_away_before(text, call))
    open_now = call.during is not None
    for place, part in enumerate(parts):
        told = None if _heads(part, text) else read_clause(part, text, before, open_now=open_now)
        if told is not None:
            found.append((place, told))
            before = _after(told, part, before)
            continue
        if found and (more := _more_of(found[-1], part, parts[found[-1][0]], text)) is not None:
            found[-1] = more
            continue
        pieces = _cut_at_and(part)
        inner = before
        for piece in pieces if len(pieces) > 1 else ():
            told = read_clause(piece, text, inner, open_now=open_now)
            if told is None and piece.core and piece.core[0].sign == "x":
                break  # what is told of something else goes on about it
            if told is not None:
                found.append((place, told))
                inner = _after(told, piece, inner)
        if call.during is not None and [token.sign for token in part.core] == ["WHO"]:
            before = replace(before, subject=part.core[0].who)  # "Malin – här"
            inner = before
        named = next((token.who[-1] for token in part.tokens if token.sign == "WHO"), None)
        known = inner if inner is not before else replace(before, last=named or before.last)
        before = _with_hours(part, known)
    return _merged(found, frozenset(place for place, part in enumerate(parts) if part.has("DATE")))


def _heads(part: Clause, text: str) -> bool:
    """Tell whether a clause without a subject only heads what follows: "På väg: ny mall"."""
    return _HEADS.match(text, part.span[1]) is not None and not part.has("ME", "WHO", "UNIT", "WE")


def _after(told: Told, part: Clause, before: Earlier) -> Earlier:
    absent = told.who[0] if told.kind is Kind.ABSENT else before.absent
    last = told.who[-1] if not told.who[-1].me else before.last
    return _with_hours(part, replace(before, subject=told.who, absent=absent, last=last))


def _with_hours(part: Clause, before: Earlier) -> Earlier:
    """Remember what hour was named, and that somebody said she had meant to come."""
    until = part.first("UNTIL") or part.first("BY")
    hour = next((token.clock for token in part.tokens if token.clock is not None), None)
    hoped = part.has("HEDGE", "RELAY", "WAS") and part.has("ATTEND", "ATTENDS", "BE") and not part.has("WHO")
    return replace(
        before,
        until=until.clock if until is not None else before.until,
        hour=hour or before.hour,
        hoped=before.hoped or hoped,
    )


def _more_of(last: tuple[int, Told], part: Clause, told_in: Clause, text: str) -> tuple[int, Told] | None:
    """Read a clause that only goes on with the one before: who "we" are, how late, another hour than the one said."""
    place, told = last
    signs = [token.sign for token in part.core if token.sign != "NOT"]
    if signs == ["WHO"] and _ours(told_in):
        # "vi är med från FK, både jag och Elin": the list says who we are.
        return place, replace(told, who=part.core[-1].who)
    hour = next((token for token in part.tokens if token.clock is not None), None)
    stretch = part.first("STRETCH") or part.first("SOON")
    unknown = [text[token.start : token.end].casefold() for token in part.core if token.sign == "x"]
    figure = next((int(word) for word in unknown if word.isdecimal() and len(word) < 3), None)
    unknown = [word for word in unknown if not word.isdecimal()]
    if any(word not in _CORRECTING for word in unknown) or set(signs) - {
        "x",
        "STRETCH",
        "GO",
        "BE",
        "ATTENDS",
        "ME",
        "HEDGE",
        "BECOME",
        "IT",
        "TARDY",
    }:
        return None
    if any(sign in ("GO", "ATTENDS", "BE", "ME", "HEDGE") for sign in signs) and not unknown:
        return None
    corrects = bool(unknown) or _CORRECTS.search(text[told_in.span[1] : part.span[1]]) is not None
    if told.kind is Kind.LATE and stretch is not None and (told.minutes_late is None or corrects):
        return place, replace(told, minutes_late=stretch.minutes, since=None if corrects else told.since)
    if figure is not None and corrects and told.kind is Kind.LATE and told.since is None:
        if told.minutes_from_now is not None:
            return place, replace(told, minutes_from_now=figure)
        return place, replace(told, minutes_late=figure)
    if hour is None or told.kind not in (Kind.LATE, Kind.LEAVES, Kind.PRESENT):
        return None
    ends = told.kind is Kind.LEAVES or hour.sign in ("UNTIL", "BY")
    if (told.until if ends else told.since) is not None and not corrects:
        return None
    if ends:
        kind = Kind.LEAVES if told.kind is Kind.PRESENT else told.kind
        return place, replace(told, kind=kind, until=hour.clock, leaves_now=False, minutes_early=None)
    return place, replace(told, since=hour.clock, minutes_late=None)


def _away_before(text: str, call: Call) -> Who | None:
    """Give the writer when she said before this sentence that she will not come: "Karin ersätter" goes on from it."""
    at = call.text.find(text)
    return ME if at > 0 and _DECLINED.search(call.text, 0, at) else None


def _ours(part: Clause) -> bool:
    return part.has("WE")


def _cut_at_and(part: Clause) -> list[Clause]:
    pieces: list[Clause] = []
    start = 0
    for place, token in enumerate(part.tokens):
        following = part.tokens[place + 1].sign if place + 1 < len(part.tokens) else "x"
        if token.sign == "AND" and following != "x":
            if place > start:
                pieces.append(
                    replace(part, tokens=part.tokens[start:place], joined=part.joined if not pieces else "COMMA")
                )
            start = place + 1
    if start < len(part.tokens):
        pieces.append(
            replace(
                part,
                tokens=part.tokens[start:],
                fronted=part.fronted or start > 0,
                joined="COMMA" if pieces else part.joined,
            )
        )
    return pieces


def _merged(found: Sequence[tuple[int, Told]], dated: frozenset[int]) -> list[tuple[tuple[int, ...], Told]]:
    """Make one of what several clauses tell of the same people: comes at 13.30, must leave at 14.30."""
    merged: list[tuple[tuple[int, ...], Told]] = []
    for place, told in found:
        days = {place for place in (place, *(n for places, _ in merged for n in places)) if place in dated}
        if len(days) < 2:
            merged = [one for one in merged if not _taken_back(one[1], told)]
        same = next((n for n, (_, one) in enumerate(merged) if _same(one, told)), None)
        if same is None:
            merged.append(((place,), told))
        else:
            places, before = merged[same]
            merged[same] = ((*places, place), _joined(before, told))
    return merged


def _joined(before: Told, told: Told) -> Told:
    return replace(
        before,
        kind=told.kind if before.kind is Kind.PRESENT else before.kind,
        sure=before.sure or told.sure,
        answering=before.answering and told.answering,
        arriving=before.arriving or told.arriving or before.kind is Kind.LATE,
        mode=told.mode or before.mode,
        since=told.since or before.since,
        until=told.until or before.until,
        minutes_late=told.minutes_late or before.minutes_late,
        minutes_from_now=told.minutes_from_now or before.minutes_from_now,
        minutes_early=told.minutes_early or before.minutes_early,
        first_minutes=told.first_minutes or before.first_minutes,
        last_minutes=told.last_minutes or before.last_minutes,
        leaves_now=told.leaves_now or before.leaves_now,
    )


def _taken_back(one: Told, other: Told) -> bool:
    """Tell whether what is said of the same people later in the sentence says the contrary; the last word counts."""
    if Kind.SUBSTITUTE in (one.kind, other.kind) or one.past or other.past:
        return False
    contrary = (one.kind is Kind.ABSENT) is not (other.kind is Kind.ABSENT)
    return contrary and [_key(who) for who in one.who] == [_key(who) for who in other.who]


def _same(one: Told, other: Told) -> bool:
    """Tell whether two clauses are about the same people and go together."""
    if Kind.SUBSTITUTE in (one.kind, other.kind):
        return False
    return [_key(who) for who in one.who] == [_key(who) for who in other.who] and (one.kind is Kind.ABSENT) is (
        other.kind is Kind.ABSENT
    )


def _key(who: Who) -> object:
    return who.me or who.person or who.unit or who.name
