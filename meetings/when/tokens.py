"""Cut a text into words and numbers of known shape (23/3, 14.15, 2026-03-23, 12:e); other numbers are set aside."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

from meetings.when.vocabulary import word_set


class Shape(Enum):
    """What a token looks like."""

    WORD = auto()
    NUMBER = auto()
    ORDINAL = auto()
    DECIMAL = auto()
    CLOCK = auto()
    DAY_MONTH = auto()
    DATE = auto()
    YEAR_MONTH = auto()
    STAMP = auto()
    DASH = auto()
    MARK = auto()
    OTHER = auto()


@dataclass(slots=True)
class Token:
    """A word in lower case, or a number with its values; `start` and `end` are places in the cleaned text."""

    shape: Shape
    text: str
    start: int
    end: int
    values: tuple[int, ...] = ()
    glued: bool = False
    capital: bool = False


_ABBREVIATIONS = (
    "kl|ca|alt|el|jan|febr?|mar|apr|jun|jul|aug|sept?|okt|nov|dec|mån|tisd?|onsd?|tors?d?|fred?|lörd?|sönd?|v|nr"
)
_PIECES = re.compile(
    r"(?P<stamp>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?(?![0-9]))"
    r"|(?P<ordinal>[0-9]{1,2}(?::(?:[ae]|sta|dje|de)|e|a|de|st|nd|rd|th)(?![^\W_]))"
    r"|(?P<number>[0-9]{1,3}(?:[  \u202f][0-9]{3})+(?![0-9])|[0-9]+(?:[.:,/–-][0-9]+)*)"
    rf"|(?P<short>(?:fr?|t)(?:\.[ ]?o\.[ ]?m\b\.?|[ ]o[ ]m\b)|[aepf]\.[ ]?m\.|(?:{_ABBREVIATIONS})\.|fr\.)"
    r"|(?P<word>[^\W\d_]+(?:['’:-][^\W\d_]+)*)"
    r"|(?P<dash>[-–—]+)"
    r"|(?P<mark>[^\w\s])",
    re.IGNORECASE,
)
_SINGLE = (
    (re.compile(r"([0-9]{1,2})[:.]([0-9]{2})(?::[0-9]{2})?"), Shape.CLOCK),
    (re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?:[-–/]([0-9]{4}|[0-9]{2}))?"), Shape.DAY_MONTH),
    (re.compile(r"([0-9]{4})(?:-([0-9]{1,2})-|/([0-9]{1,2})/|\.([0-9]{1,2})\.)([0-9]{1,2})"), Shape.DATE),
    (re.compile(r"([0-9]{1,2})[.-]([0-9]{1,2})[.-]([0-9]{4})|([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{2})"), Shape.DATE),
    (re.compile(r"([0-9]{4})-([0-9]{2})"), Shape.YEAR_MONTH),
    (re.compile(r"[0-9]+[.,][0-9]+"), Shape.DECIMAL),
)
_RANGES = {
    (Shape.NUMBER, Shape.NUMBER),
    (Shape.NUMBER, Shape.CLOCK),
    (Shape.CLOCK, Shape.NUMBER),
    (Shape.CLOCK, Shape.CLOCK),
    (Shape.NUMBER, Shape.DAY_MONTH),
    (Shape.DAY_MONTH, Shape.DAY_MONTH),
    (Shape.DATE, Shape.DATE),
    (Shape.DAY_MONTH, Shape.NUMBER),
    (Shape.DATE, Shape.NUMBER),
}
_BEFORE_NUMBERS = word_set("v w q kl vecka week ht vt klockan")
_AFTER_NUMBERS = word_set("am pm min m h t tim tiden snåret")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SENTENCE_ENDS = frozenset(".!?;")


# "15/16 maj" and "v 21/22" are two days and two weeks, and no day of a month.
_TWO = re.compile(
    r"(?P<week>(?<![^\W\d_])(?:v\.?|w|vecka|veckorna|veckor|weeks?)\s?)?"
    r"(?(week)|(?<![\d/.]))(?P<first>\d{1,2})/(?P<second>\d{1,2})(?![\d/])"
    r"(?(week)|(?=\s+(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)))",
    re.IGNORECASE,
)


def _through(found: re.Match[str]) -> str:
    whole = found.group()
    following = int(found["second"]) == int(found["first"]) + 1
    return whole.replace("/", "-") if following else whole


def clean(text: str) -> tuple[str, list[int] | None]:
    """Compose letters and drop what cannot be seen; with the place each character had, or None if nothing changed."""
    if "/" in text:
        text = _TWO.sub(_through, text)
    if text.isascii() or (unicodedata.is_normalized("NFC", text) and not _INVISIBLE.search(text)):
        return text, None
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if _INVISIBLE.match(letter):
            continue
        if letters and unicodedata.combining(letter):
            whole = unicodedata.normalize("NFC", letters[-1] + letter)
            if len(whole) == 1:
                letters[-1] = whole
                continue
        letters.append(letter)
        places.append(place)
    return "".join(letters), [*places, len(text)]


def tokens_of(text: str, today: dt.date) -> list[Token]:
    """Cut a cleaned text; `today` tells a short year from a number."""
    tokens: list[Token] = []
    for match in _PIECES.finditer(text):
        start, end = match.span()
        raw = match.group()
        glued = bool(tokens) and tokens[-1].end == start
        group = match.lastgroup
        if group == "word":
            tokens.extend(_word(raw, start, end, glued))
        elif group == "short":
            word = raw.lower().replace(" ", "").replace(".", "")
            tokens.append(Token(Shape.WORD, word, start, end, glued=glued, capital=raw[0].isupper()))
        elif group == "number":
            tokens.extend(_number(raw, start, today, glued))
        elif group == "ordinal":
            digits = re.match("[0-9]+", raw)
            value = int(digits.group()) if digits else 0
            tokens.append(Token(Shape.ORDINAL, raw.lower(), start, end, (value,), glued))
        elif group == "stamp":
            tokens.append(Token(Shape.STAMP, raw, start, end, glued=glued))
        elif group == "dash":
            tokens.append(Token(Shape.DASH, "-", start, end, glued=glued))
        else:
            tokens.append(Token(Shape.MARK, raw, start, end, glued=glued))
    _set_aside(tokens)
    return tokens


def ends_sentence(token: Token) -> bool:
    """Tell whether a token closes a sentence."""
    return token.shape is Shape.MARK and token.text in _SENTENCE_ENDS


def _word(raw: str, start: int, end: int, glued: bool) -> list[Token]:
    if raw[0].isupper() and "-" in raw and raw[raw.rindex("-") + 1 :][:1].isupper():
        return [Token(Shape.WORD, raw.lower(), start, end, glued=glued, capital=True)]
    first, dash, second = raw.partition("-")
    if not dash or "-" in second:
        return [Token(Shape.WORD, raw.lower(), start, end, glued=glued, capital=raw[0].isupper())]
    middle = start + len(first)
    return [
        Token(Shape.WORD, first.lower(), start, middle, glued=glued, capital=first[0].isupper()),
        Token(Shape.DASH, "-", middle, middle + 1, glued=True),
        Token(Shape.WORD, second.lower(), middle + 1, end, glued=True, capital=second[0].isupper()),
    ]


def _number(raw: str, start: int, today: dt.date, glued: bool) -> list[Token]:
    end = start + len(raw)
    single = _single(raw, start, end, today)
    if single is not None:
        single.glued = glued
        return [single]
    if len(raw) <= 30:
        for cut in _cuts(raw):
            left = _single(raw[:cut], start, start + cut, today)
            right = _single(raw[cut + 1 :], start + cut + 1, end, today)
            if left and right and (left.shape, right.shape) in _RANGES and _may_range(left, right):
                left.glued = glued
                right.glued = True
                dash = Token(Shape.DASH, "-", start + cut, start + cut + 1, glued=True)
                return [left, dash, right]
        pieces = raw.split(",")
        if len(pieces) > 1 and all(_SINGLE[1][0].fullmatch(piece) for piece in pieces):
            return _listed(pieces, start, today)
    return [Token(Shape.OTHER, raw, start, end, glued=glued)]


def _listed(pieces: list[str], start: int, today: dt.date) -> list[Token]:
    tokens: list[Token] = []
    for piece in pieces:
        if tokens:
            tokens.append(Token(Shape.MARK, ",", start - 1, start, glued=True))
        tokens.extend(_number(piece, start, today, False))
        start += len(piece) + 1
    return tokens


def _cuts(raw: str) -> list[int]:
    long = [place for place, letter in enumerate(raw) if letter == "–"]
    short = [place for place, letter in enumerate(raw) if letter == "-"]
    middle = [place for place in short if place == 10]
    return long or [*middle, *short[:1], *short[-1:]]


def _may_range(left: Token, right: Token) -> bool:
    if left.shape is Shape.NUMBER and right.shape is Shape.NUMBER:
        return len(left.text) == len(right.text) == 4 or (len(left.text) <= 2 and len(right.text) <= 2)
    return all(len(token.text) <= 2 or token.shape is not Shape.NUMBER for token in (left, right))


def _single(raw: str, start: int, end: int, today: dt.date) -> Token | None:
    if raw.isdecimal():
        return _digits(raw, start, end, today)
    for pattern, shape in _SINGLE:
        if match := pattern.fullmatch(raw):
            values = tuple(int(value) for value in match.groups() if value)
            if shape is Shape.DATE and len(match.groups()) == 6:
                day, month, year = values
                values = (year if year > 99 else 2000 + year, month, day)
            if shape is Shape.YEAR_MONTH and not (1990 <= values[0] <= 2100 and 1 <= values[1] <= 12):
                return None
            if shape is Shape.DAY_MONTH and len(values) == 3 and not _likely_year(values, today):
                return None
            if shape is Shape.DATE and not 1900 <= values[0] <= 2100:
                return None
            return Token(shape, raw, start, end, values)
    return None


def _likely_year(values: tuple[int, ...], today: dt.date) -> bool:
    """«23/3-26» has a year; in «9/10-11» the last number is rather a day."""
    day, _, year = values
    return year > 31 or year <= day or -1 <= year - today.year % 100 <= 5


def _digits(raw: str, start: int, end: int, today: dt.date) -> Token | None:
    if len(raw) <= 4:
        return Token(Shape.NUMBER, raw, start, end, (int(raw),))
    if len(raw) == 8:
        year, month, day = int(raw[:4]), int(raw[4:6]), int(raw[6:])
    elif len(raw) == 6:
        year, month, day = 2000 + int(raw[:2]), int(raw[2:4]), int(raw[4:])
    else:
        return None
    if not (2000 <= year <= today.year + 10 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Token(Shape.DATE, raw, start, end, (year, month, day))


def _set_aside(tokens: list[Token]) -> None:
    """Put numbers aside that are glued to a word, or go on with one that is set aside (a telephone number)."""
    for place, token in enumerate(tokens):
        if token.shape in (Shape.WORD, Shape.DASH, Shape.MARK):
            continue
        before = tokens[place - 1] if place else None
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.shape is not Shape.OTHER and before is not None:
            stuck = token.glued and (
                (before.shape is Shape.WORD and before.text.rstrip(".") not in _BEFORE_NUMBERS)
                or (before.shape is Shape.MARK and before.text in "+#@$€£§_=&\\*~^<>%|" and before.text != "*")
                or (before.shape is Shape.DASH and _dashed_word(tokens, place - 1))
            )
            goes_on = before.shape is Shape.OTHER and token.shape is Shape.NUMBER and token.start - before.end == 1
            if stuck or (goes_on and not _counts_on(after)):
                token.shape = Shape.OTHER
        if after is not None and after.glued:
            unit = after.shape is Shape.WORD and after.text not in _AFTER_NUMBERS and token.shape is not Shape.ORDINAL
            if unit or (after.shape is Shape.MARK and after.text in "%°€$§=+"):
                token.shape = Shape.OTHER
            elif after.shape is Shape.DASH and place + 2 < len(tokens) and tokens[place + 2].glued:
                tail = tokens[place + 2]
                if tail.shape is Shape.WORD and tail.text not in _AFTER_NUMBERS:
                    token.shape = Shape.OTHER


def _dashed_word(tokens: list[Token], dash: int) -> bool:
    before = tokens[dash - 1]
    return (
        dash > 0
        and tokens[dash].glued
        and (before.shape is Shape.OTHER or (before.shape is Shape.WORD and before.text not in _AFTER_NUMBERS))
    )


def _counts_on(after: Token | None) -> bool:
    return after is not None and after.shape is Shape.WORD and not after.glued
