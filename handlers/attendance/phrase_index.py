"""Find phrases by the two letters they begin with: of hundreds only the few that can stand at a place are tried."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from meetings.needs import PLAIN_WORD, beginnings_of


class Phrases:
    """Alternatives under signs, in order of precedence: the first that fits is found, as in one long expression."""

    def __init__(self, signed: Sequence[tuple[str, str]]) -> None:
        self._signed = signed
        self._whole = {flags: _compiled(signed, flags) for flags in (re.IGNORECASE, re.NOFLAG)}
        self._those_at = lru_cache(maxsize=8_192)(self._find_those_at)
        self._parts: list[tuple[str, str, frozenset[str]]] = []
        self._compiled: dict[tuple[int, ...], re.Pattern[str] | None] = {}

    @property
    def whole(self) -> re.Pattern[str]:
        """Give all of them as one expression, for capitals and small letters alike."""
        return self._whole[re.IGNORECASE]

    def at(self, text: str, at: int, flags: re.RegexFlag = re.IGNORECASE) -> re.Match[str] | None:
        """Find the phrase that stands at a place of a text."""
        those = self._those_at(text[at : at + 2], flags)
        return those.match(text, at) if those is not None else None

    def all_in(self, text: str) -> Iterator[re.Match[str]]:
        """Find the phrases of a text from left to right, without overlap, as `finditer` does."""
        at = 0
        while at < len(text):
            found = self.at(text, at)
            if found is None:
                at += 1
                continue
            yield found
            at = max(found.end(), at + 1)

    def _find_those_at(self, letters: str, flags: re.RegexFlag) -> re.Pattern[str] | None:
        """Give the expression of those that may begin with two letters of a text; None when there are none."""
        signs = _signs_of(letters)
        if signs is None:
            return self._whole[flags]
        if not self._parts:
            self._parts = [
                (sign, part, frozenset(text[:2] for text in beginnings_of(re.compile(part, re.IGNORECASE))))
                for sign, pattern in self._signed
                for part in _parts_of(pattern)
            ]
        fitting = tuple(
            number
            for number, (_, _, begins) in enumerate(self._parts)
            if "" in begins or signs in begins or signs[:1] in begins
        )
        key = (int(flags), *fitting)
        if key not in self._compiled:
            grouped: dict[str, list[str]] = {}
            for number in fitting:
                sign, part, _ = self._parts[number]
                grouped.setdefault(sign, []).append(part)
            those = [(sign, "|".join(parts)) for sign, parts in grouped.items()]
            self._compiled[key] = _compiled(those, flags) if those else None
        return self._compiled[key]


def _compiled(signed: Sequence[tuple[str, str]], flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?P<{sign}>(?:{pattern})(?![\w]))" for sign, pattern in signed), flags)


def _signs_of(letters: str) -> str | None:
    """Give letters as expressions are read: small, 0 for a digit, a blank for what is of no word; None when unsure."""
    signs = ""
    for letter in letters:
        if letter.isdecimal():
            sign = "0" if letter.isascii() else "?"
        else:
            sign = letter.lower() if letter.isalnum() or letter == "_" else " "
        if sign != " " and PLAIN_WORD.fullmatch(sign) is None:
            return None
        signs += sign
    return signs


def _parts_of(pattern: str) -> Iterator[str]:
    """Part a pattern at the bars that stand in no bracket."""
    begin = depth = 0
    inside_class = escaped = False
    for place, sign in enumerate(pattern):
        if escaped or sign == "\\":
            escaped = not escaped
        elif inside_class:
            inside_class = sign != "]"
        elif sign == "[":
            inside_class = True
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and depth == 0:
            yield pattern[begin:place]
            begin = place + 1
    yield pattern[begin:]
