"""Read out of an expression what a text must hold for it to match: words, and parts of words.

A match of an expression holds at least one of its needs. They are found in its tree: pieces that always stand together
are joined, alternatives are gathered, and of all the sets without which there is no match the rarest is given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
from re import _constants as sign  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

PLAIN_WORD = re.compile(r"[a-z0_åäöéèêëüáàâæøñçíóúïîôû]*")
"""The words that are compared letter by letter, in small letters and with every digit as 0; others may be anything."""

_MOST = 600
"""Strings: a set that grows beyond is cut where it stands."""
_EDGE = "|"
"""Stands for the edge of a word, as a blank stands for any character that is of no word."""
_MOST_CHOICES = 12
_COMMON = frozenset(
    """
    att och i är jag det vi en ett på som för med till av den de om har kan inte ska så vad var men nu då du ni min
    från the to a and of in is it we i that on for you this be have are
    """.split()
)
"""Words of which there is one in most sentences: whatever needs one of them is hardly ever ruled out."""


class Need(NamedTuple):
    """A part of a word; `begins` and `ends` tell whether the word begins and ends with it."""

    text: str
    begins: bool
    ends: bool


def needs_of(pattern: re.Pattern[str]) -> tuple[Need, ...] | None:
    """Give the needs of which every match of an expression holds one; None when it may match without any."""
    if pattern.flags & re.ASCII:
        return None
    read = _sequence(parser.parse(pattern.pattern, pattern.flags))
    best = _rarest(read.choices())
    return tuple(sorted(best)) if best is not None else None


@dataclass
class _Read:
    """What is known of a part of an expression.

    `whole`: all it can be, when that is a small set. Otherwise all it can begin with and end with, and sets of which
    each match holds one.
    """

    whole: frozenset[str] | None = None
    begins: frozenset[str] = frozenset({""})
    ends: frozenset[str] = frozenset({""})
    held: list[frozenset[str]] = field(default_factory=list)

    def choices(self) -> list[frozenset[str]]:
        """Give all the sets of which each match holds one."""
        return [self.whole] if self.whole is not None else [self.begins, *self.held, self.ends]


_NOTHING_KNOWN = _Read()


def _exactly(*texts: str) -> _Read:
    return _Read(whole=frozenset(texts))


def _rarest(sets: Sequence[frozenset[str]]) -> frozenset[Need] | None:
    found = [needs for one in sets if (needs := _as_needs(one)) is not None]
    return min(found, key=_commonness, default=None)


def _as_needs(texts: frozenset[str]) -> frozenset[Need] | None:
    """Give for each string its rarest part of a word; None when one of them has none."""
    needs: set[Need] = set()
    for text in texts:
        parts = [Need(one[0], one.start() > 0, one.end() < len(text)) for one in re.finditer(r"[^| ]+", text)]
        if not parts or not all(PLAIN_WORD.fullmatch(part.text) for part in parts):
            return None
        needs.add(min(parts, key=_share))
    return frozenset(needs)


def _commonness(needs: frozenset[Need]) -> float:
    return sum(_share(need) for need in needs)


def _share(need: Need) -> float:
    """Guess in how many of a thousand sentences a part of a word stands."""
    if need.text in _COMMON and (need.begins or need.ends):
        return 300.0
    return float(1000 * 4.0 ** -(len(need.text) + need.begins + need.ends - 1))


# -------------------------------------------------------------------------------- the parts of an expression


def _sequence(parts: Any) -> _Read:
    """Join what stands one after the other."""
    read = _exactly("")
    for code, told in parts:
        read = _joined(read, _part(code, told))
    return read


def _joined(one: _Read, other: _Read) -> _Read:
    if one.whole is not None and other.whole is not None and len(one.whole) * len(other.whole) <= _MOST:
        return _Read(whole=_together(one.whole, other.whole))
    begins = one.whole if one.whole is not None else one.begins
    held = list(one.held)
    between_first = one.whole if one.whole is not None else one.ends
    between_last = other.whole if other.whole is not None else other.begins
    if len(between_first) * len(between_last) <= _MOST:
        between = _together(between_first, between_last)
    else:
        held.append(between_first)
        between = between_last
    if one.whole is not None and len(one.whole) * len(between_last) <= _MOST:
        begins = between
    if other.whole is not None and (one.whole is None or between is not between_last):
        return _Read(begins=begins, held=held, ends=between)
    return _Read(
        begins=begins,
        held=[*held, between, *other.held],
        ends=other.whole if other.whole is not None else other.ends,
    )


def _together(ones: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    return frozenset(one + other for one, other in product(ones, others))


def _part(code: Any, told: Any) -> _Read:
    if code is sign.LITERAL:
        return _letter(told)
    if code is sign.IN:
        return _one_of(told)
    if code is sign.BRANCH:
        return _either([_sequence(branch) for branch in told[1]])
    if code is sign.SUBPATTERN:
        return _sequence(told[3])
    if code is sign.ATOMIC_GROUP:
        return _sequence(told)
    if code in (sign.MAX_REPEAT, sign.MIN_REPEAT, sign.POSSESSIVE_REPEAT):
        return _repeated(*told)
    if code is sign.AT:
        return _exactly(_EDGE) if told in _EDGES else _exactly("")
    if code in (sign.ASSERT, sign.ASSERT_NOT):
        return _exactly(_EDGE) if code is sign.ASSERT_NOT and _is_any_letter(told[1]) else _exactly("")
    return _NOTHING_KNOWN


_EDGES = (sign.AT_BOUNDARY, sign.AT_BEGINNING, sign.AT_BEGINNING_STRING, sign.AT_END, sign.AT_END_STRING)


def _letter(number: int) -> _Read:
    letter = chr(number).lower()
    if len(letter) != 1:
        return _NOTHING_KNOWN
    if letter.isdecimal():
        return _exactly("0") if letter.isascii() else _NOTHING_KNOWN
    return _exactly(letter if letter.isalnum() or letter == "_" else " ")


def _one_of(members: Any) -> _Read:
    """Read a class of characters: any of a few letters, a digit, or a character that is of no word."""
    letters: set[str] = set()
    for code, told in members:
        if code is sign.LITERAL:
            read = _letter(told)
        elif code is sign.RANGE and chr(told[0]).isascii() and chr(told[1]).isascii() and chr(told[0]).isdigit():
            read = _exactly("0") if chr(told[1]).isdigit() else _NOTHING_KNOWN
        elif code is sign.CATEGORY:
            read = _CATEGORIES.get(told, _NOTHING_KNOWN)
        else:
            return _NOTHING_KNOWN
        if read.whole is None:
            return _NOTHING_KNOWN
        letters |= read.whole
    return _exactly(*letters) if len(letters) <= _MOST_CHOICES else _NOTHING_KNOWN


_CATEGORIES = {
    sign.CATEGORY_SPACE: _exactly(" "),
    sign.CATEGORY_NOT_WORD: _exactly(" "),
    sign.CATEGORY_DIGIT: _exactly("0"),
}


def _is_any_letter(parts: Any) -> bool:
    """Tell whether what must not stand beside is any letter of a word: `(?!\\w)`, `(?<![\\w.])`."""
    whole = [(code, told) for code, told in parts]
    if len(whole) != 1 or whole[0][0] is not sign.IN:
        return False
    return (sign.CATEGORY, sign.CATEGORY_WORD) in whole[0][1] and whole[0][1][0][0] is not sign.NEGATE


def _either(branches: Sequence[_Read]) -> _Read:
    wholes = [branch.whole for branch in branches]
    if all(whole is not None for whole in wholes):
        together = frozenset().union(*(whole for whole in wholes if whole is not None))
        if len(together) <= _MOST:
            return _Read(whole=together)
    begins = frozenset().union(*(_of(branch, branch.begins) for branch in branches))
    ends = frozenset().union(*(_of(branch, branch.ends) for branch in branches))
    rarest = [_rarest(branch.choices()) for branch in branches]
    held = []
    if all(needs is not None for needs in rarest):
        held.append(frozenset(_written(need) for needs in rarest for need in needs or ()))
    return _Read(begins=begins, ends=ends, held=held)


def _of(branch: _Read, known: frozenset[str]) -> frozenset[str]:
    return branch.whole if branch.whole is not None else known


def _written(need: Need) -> str:
    return f"{_EDGE if need.begins else ''}{need.text}{_EDGE if need.ends else ''}"


def _repeated(least: int, most: int, parts: Any) -> _Read:
    read = _sequence(parts)
    if least == 0:
        if most == 1 and read.whole is not None:
            return _Read(whole=read.whole | {""})
        return _Read(begins=frozenset({""}), ends=frozenset({""}))
    if least == most == 1:
        return read
    begins, ends = _of(read, read.begins), _of(read, read.ends)
    return _Read(begins=begins, held=[] if read.whole is not None else list(read.held), ends=ends)


def beginnings_of(pattern: re.Pattern[str]) -> frozenset[str]:
    """Give what every match begins with: letters, 0 for a digit, a blank for any other sign; "" when that is not known.

    A match begins with one of these, or with the first part of a longer one.
    """
    read = _sequence(parser.parse(pattern.pattern, pattern.flags))
    return frozenset(text.replace(_EDGE, "") for text in _of(read, read.begins))
