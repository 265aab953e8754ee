"""Tell at once which of many expressions cannot stand in a text, by the words the text is made of.

What an expression needs is read out of the expression itself: of each of its alternatives one word, or a part of one,
without which it cannot match. So words added to an expression are known here without anybody telling.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from meetings.needs import PLAIN_WORD, Need, needs_of

LONGEST = 200
"""Characters: a longer text may be cut by whoever reads it, and a word with it; then nothing is ruled out."""
_LONGEST_WORD = 40
_EVERYTHING = -1
_WORD = re.compile(r"\w+")
_DIGITS = str.maketrans("123456789", "000000000")

Cues = tuple[re.Pattern[str], ...]


class Sieve:
    """Knows groups of expressions, each under a bit; gives for a text the bits of those that may stand in it."""

    def __init__(self) -> None:
        self._bits: dict[Cues, int] = {}
        self._whole: dict[str, int] = {}
        self._beginnings: dict[str, int] = {}
        self._endings: dict[str, int] = {}
        self._inside: dict[str, int] = {}
        self._always = 0
        self._sizes: tuple[int, ...] = ()
        self.of_word = lru_cache(maxsize=16_384)(self._of_word)
        self.of_text = lru_cache(maxsize=64)(self._of_text)

    def bit(self, cues: Cues) -> int:
        """Give the bit under which a group of expressions is known: set when any of them may stand in a text."""
        known = self._bits.get(cues)
        return known if known is not None else self._learn(cues)

    def _learn(self, cues: Cues) -> int:
        bit = self._bits[cues] = 1 << len(self._bits)
        found = [needs_of(cue) for cue in cues]
        if not cues or any(needs is None for needs in found):
            self._always |= bit
        else:
            for need in (need for needs in found for need in needs or ()):
                words = self._words_for(need)
                words[need.text] = words.get(need.text, 0) | bit
        self._sizes = tuple(sorted({len(part) for part in self._inside}))
        self.of_word.cache_clear()
        self.of_text.cache_clear()
        return bit

    def _words_for(self, need: Need) -> dict[str, int]:
        if need.begins:
            return self._whole if need.ends else self._beginnings
        return self._endings if need.ends else self._inside

    def _of_text(self, text: str) -> int:
        """Give the bits of all that may stand in a text of any length."""
        if not text.isascii() and not unicodedata.is_normalized("NFC", text):
            return _EVERYTHING
        bits = self._always
        of_word = self.of_word
        for word in _WORD.findall(text):
            bits |= of_word(word)
        return bits

    def _of_word(self, word: str) -> int:
        plain = word.lower().translate(_DIGITS)
        if len(word) > _LONGEST_WORD or PLAIN_WORD.fullmatch(plain) is None:
            return _EVERYTHING
        bits = self._whole.get(plain, 0)
        size = len(plain)
        for cut in range(1, size + 1):
            bits |= self._beginnings.get(plain[:cut], 0) | self._endings.get(plain[-cut:], 0)
        for length in self._sizes:
            for start in range(size - length + 1):
                bits |= self._inside.get(plain[start : start + length], 0)
        return bits


SIEVE = Sieve()
"""The one that all share, so that a text is looked at once for all who ask."""


def may_stand(text: str) -> int:
    """Give the bits of what may stand in a text, also after somebody cut it short."""
    return SIEVE.of_text(text) if len(text) <= LONGEST else _EVERYTHING


class Sifted:
    """An expression that is searched for only where it may stand."""

    __slots__ = ("_bit", "_cues", "pattern")

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self._cues = (pattern,)
        self._bit = 0

    def may_stand(self, text: str) -> bool:
        """Tell whether the words of a text leave room for the expression."""
        bit = self._bit or self._known()
        return bool(SIEVE.of_text(text) & bit)

    def search(self, text: str) -> re.Match[str] | None:
        """Find the expression as `re` does."""
        return self.pattern.search(text) if self.may_stand(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """Match the expression at the beginning as `re` does."""
        return self.pattern.match(text) if self.may_stand(text) else None

    def _known(self) -> int:
        self._bit = SIEVE.bit(self._cues)
        return self._bit
