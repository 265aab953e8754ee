"""A text cut into tokens, with what every rule of the grammar asks of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from meetings.when.calendar import Scene
from meetings.when.neighbours import FOLLOWERS, LABELS, PAST_VERBS, PLANNING_VERBS, UNITS
from meetings.when.result import When
from meetings.when.tokens import Shape, Token, ends_sentence
from meetings.when.vocabulary import DURATION_UNITS, MONTHS, NUMBERS, ORDINALS, RELATIVE_DAYS, WEEKDAYS, word_set

if TYPE_CHECKING:
    from meetings.when.piece import Piece

V = TypeVar("V")
_MARGIN = 32
_NOTHING = Token(Shape.MARK, "", -1, -1)
_PRONOUNS = word_set("we i they he she it you the")
_BETWEEN_VERB_AND_DAY = frozenset({"on", "in", "den", "the", "på", "i", "place", "rum"})
_TO_COME = word_set("ska skall kommer vill behöver will shall going")


@dataclass(slots=True)
class Hit:
    """Something read from token `first` to before token `next`; a weak one counts only alone or beside another."""

    when: When
    first: int
    next: int
    weak: bool = False
    gaps: tuple[tuple[int, int], ...] = ()
    commas: bool = False


class Line:
    """Tokens with safe look-ups: outside them there is an empty mark."""

    def __init__(self, text: str, tokens: list[Token], scene: Scene) -> None:
        self.text = text
        self.tokens = tokens
        self.scene = scene
        self.count = len(tokens)
        # Empty words after the last serve the places before the first as well, which count from the end.
        self.words = [token.text if token.shape is Shape.WORD else "" for token in tokens]
        self.words += [""] * _MARGIN
        # A day is asked for by several rules at the same place.
        self.pieces: dict[int, Piece | None] = {}
        # Up to here a list of numbers has been tried in vain as days.
        self.barren = 0

    def at(self, place: int) -> Token:
        """Give a token."""
        return self.tokens[place] if 0 <= place < self.count else _NOTHING

    def word(self, place: int) -> str:
        """Give a word in lower case, or nothing where there is no word."""
        return self.words[place] if place < self.count else ""

    def phrase(self, place: int, table: Mapping[str, V] | frozenset[str], longest: int = 4) -> tuple[str, int] | None:
        """Find the longest run of words that stands in a table, and the place after it."""
        words = self.words[place : place + longest]
        for count in range(len(words), 0, -1):
            if words[count - 1]:
                joined = " ".join(words[:count])
                if joined in table:
                    return joined, place + count
        return None

    def words_at(self, place: int, *words: str) -> int:
        """Give the place after a fixed run of words, or 0."""
        for step, word in enumerate(words, place):
            if self.words[step] != word:
                return 0
        return place + len(words)

    def number(self, place: int, largest: int = 999) -> int | None:
        """Give a whole number in digits or letters."""
        token = self.at(place)
        if token.shape is Shape.NUMBER and token.values[0] <= largest and len(token.text) <= 3:
            return token.values[0]
        if token.shape is Shape.WORD:
            return NUMBERS.get(token.text)
        return None

    def ordinal(self, place: int) -> int | None:
        """Give a number of order in digits or letters."""
        token = self.at(place)
        if token.shape is Shape.ORDINAL:
            return token.values[0]
        if token.shape is Shape.WORD:
            if token.text == "tjugo" and 0 < ORDINALS.get(self.word(place + 1), 0) < 10:
                return None
            return ORDINALS.get(token.text)
        return None

    def year(self, place: int) -> tuple[int, int] | None:
        """Read «2026», «, 2026», «-26» or «'26» and the place after it."""
        if self.at(place).text == "," and self.scene.english and self._four_digits(place + 1):
            place += 1
        if (value := self._four_digits(place)) and self.at(place + 1).shape is not Shape.DASH:
            return value, place + 1
        if value and not self._four_digits(place + 2):
            return value, place + 1
        mark, token = self.at(place), self.at(place + 1)
        apart = mark.text in ("-", "'", "’") and token.glued and token.shape is Shape.NUMBER and len(token.text) == 2
        if self.word(place + 2) in MONTHS:
            return None
        if apart and (mark.glued or mark.text != "-" or mark.end == token.start) and self._near(token.values[0]):
            return 2000 + token.values[0], place + 2
        return None

    def _near(self, short_year: int) -> bool:
        return -2 <= short_year - self.scene.today.year % 100 <= 5

    def _four_digits(self, place: int) -> int:
        token = self.at(place)
        if token.shape is Shape.NUMBER and len(token.text) == 4 and 1990 <= token.values[0] <= 2099:
            return token.values[0]
        return 0

    def labelled(self, place: int) -> bool:
        """Tell whether the number here is the name of an item, a page, a room."""
        before = self.at(place - 1)
        if before.shape is Shape.MARK:
            return before.text in "§#" and before.text != ""
        if before.shape is not Shape.WORD:
            return False
        return before.text in LABELS or (before.text.endswith(("gatan", "vägen", "gränd")) and before.capital)

    def counts_something(self, place: int) -> bool:
        """Tell whether the words from here make the number before them a count."""
        token = self.at(place)
        if token.shape is Shape.MARK:
            return token.text in "%°€$" and token.text != ""
        if token.shape is not Shape.WORD:
            return token.shape is Shape.OTHER and token.glued
        return token.text in UNITS or (token.text in DURATION_UNITS and token.text not in ("h", "t"))

    def open_after(self, place: int) -> bool:
        """Tell whether what stands here may follow a bare number that is a date or a time."""
        token = self.at(place)
        if token.shape is Shape.WORD:
            known = token.text in FOLLOWERS or token.text in WEEKDAYS or token.text in RELATIVE_DAYS or token.capital
            return known and not self.counts_something(place)
        if token.shape is Shape.MARK:
            return token.text not in "%°€$:+=*" or token.text == ""
        return token.shape in (Shape.DASH, Shape.CLOCK, Shape.NUMBER)

    def sentence_start(self, place: int) -> bool:
        """Tell whether a sentence begins here."""
        return place <= 0 or self.at(place - 1).shape is Shape.MARK

    def told_as_past(self, first: int, following: int) -> bool:
        """Tell whether the words beside an expression put it in the past: «i februari beslutade», «hölls den 5 maj»."""
        if _past(self.word(following)):
            return True
        if self.word(following) in _PRONOUNS and _past(self.word(following + 1)):
            return True
        while self.word(first - 1) in _BETWEEN_VERB_AND_DAY:
            first -= 1
        return _past(self.word(first - 1))

    def sentence_is_past(self, first: int) -> bool:
        """Tell whether the sentence tells of the past and of nothing to come."""
        past = False
        for step in (-1, 1):
            place = first
            while 0 <= place < len(self.tokens) and abs(place - first) < 40 and not ends_sentence(self.tokens[place]):
                word = self.word(place)
                if word in _TO_COME:
                    return False
                past = past or _past(word)
                place += step
        return past


def _past(word: str) -> bool:
    if not word or word in PLANNING_VERBS:
        return False
    return word in PAST_VERBS or (len(word) > 5 and word.endswith(("ade", "ades", "dde", "ddes")))
