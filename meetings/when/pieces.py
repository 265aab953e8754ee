"""Read one day as written: mån 23/3, den 23:e, 1:a juli 2026, March 23rd, torsdag."""

from __future__ import annotations

from dataclasses import replace

from meetings.when import calendar
from meetings.when.line import Line
from meetings.when.piece import Piece
from meetings.when.spoken_days import read_spoken_day
from meetings.when.tokens import Shape
from meetings.when.vocabulary import (
    ENGLISH_MONTHS,
    GENITIVE_WEEKDAYS,
    LAST_WORDS,
    MONTHS,
    NUMBERS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
)

_THE = frozenset({"den", "the"})
ON_WORDS = frozenset({"på", "on"})


def read_piece(line: Line, place: int) -> Piece | None:
    """Read one day, with its weekday, month and year where they are written."""
    if place not in line.pieces:
        line.pieces[place] = _piece(line, place)
    piece = line.pieces[place]
    return None if piece is None else replace(piece)


def _piece(line: Line, place: int) -> Piece | None:
    first = place
    place += line.word(place) in ON_WORDS and line.at(place + 1).shape is not Shape.NUMBER
    if spoken := read_spoken_day(line, place):
        day, problems, after = spoken
        piece = Piece(first, after, settled=(day, problems))
        if day is not None and after - place > 2 and (line.word(place) in WEEKDAYS or line.word(after - 1) in WEEKDAYS):
            piece.monday = calendar.monday_of(day)
        return piece
    piece = Piece(first, place)
    word = line.word(place)
    if word in WEEKDAYS or word in GENITIVE_WEEKDAYS:
        piece.weekday = WEEKDAYS.get(word, GENITIVE_WEEKDAYS.get(word))
        piece.short = word in SHORT_WEEKDAYS
        place = piece.next = piece.weekday_next = place + 1
        comma = line.at(place).text in (",", "(")
        if comma and _dated(line, place + 1):
            place += 1
    the = line.word(place) in _THE
    number = _numbered(line, place + the, piece)
    if number is None:
        number = _month_first(line, place, piece)
    if number is not None:
        piece.next = number
        piece.marked = piece.marked or (the and bool(piece.day) and line.open_after(number))
        _weekday_after(line, piece)
        return piece
    return piece if piece.weekday is not None else None


def _dated(line: Line, place: int) -> bool:
    """Tell whether a date, and not a time or the next day of a list, follows a weekday's comma."""
    if line.word(place) in _THE or line.at(place).shape in (Shape.DAY_MONTH, Shape.DATE):
        return True
    numbered = line.at(place).shape in (Shape.NUMBER, Shape.ORDINAL)
    return (numbered and line.word(place + 1) in MONTHS) or line.word(place) in ENGLISH_MONTHS


def _numbered(line: Line, place: int, piece: Piece) -> int | None:
    token = line.at(place)
    if line.labelled(place) or token.shape is Shape.OTHER:
        return None
    if token.shape is Shape.STAMP:
        return None
    if token.shape is Shape.DATE:
        piece.settled = calendar.exact_date(*token.values)
        piece.day = token.values[2]
        return place + 1
    if token.shape is Shape.DAY_MONTH:
        return _day_month(line, place, piece)
    day, last = line.ordinal(place), line.word(place) in LAST_WORDS
    if token.shape is Shape.NUMBER and len(token.text) <= 2:
        day = token.values[0]
        piece.marked = line.word(place - 1) in _THE and line.open_after(place + 1)
    elif token.shape is Shape.ORDINAL:
        said = line.word(place - 1) in _THE or line.word(place - 1) in ("till", "senast", "från", "by", "innan")
        piece.marked = (said or piece.weekday is not None) and line.open_after(place + 1)
        piece.weak = False
    if token.shape is Shape.WORD and token.text == "tjugo" and 0 < (line.ordinal(place + 1) or 0) < 10:
        day, place = 20 + (line.ordinal(place + 1) or 0), place + 1
    elif token.shape is Shape.WORD and day is None and token.text in NUMBERS and piece.first == place:
        return None
    if day is None and not last:
        return None
    after = place + 1
    after += line.word(after) == "of"
    month, after_month = _month(line, after)
    if month:
        if not last and not (1 <= (day or 0) <= 99):
            return None
        piece.month = month
        after = after_month
        if found := line.year(after):
            piece.year, after = found
        if last:
            year = piece.year or line.scene.today.year + (month < line.scene.today.month)
            piece.settled = (calendar.month_end(year, month), ())
        piece.day = day or 31
        return after if piece.day else None
    if last or token.shape is Shape.WORD or not day or day > 31:
        return None
    piece.day = day
    if token.shape is Shape.ORDINAL and not piece.marked:
        if not line.open_after(place + 1):
            return None
        piece.marked = piece.weak = True
    if piece.weekday is not None and token.shape is Shape.NUMBER:
        piece.marked = piece.marked or day > 24 or line.word(place + 1) in ("kl", "klockan")
        if line.counts_something(place + 1):
            return None
    return place + 1


def _month(line: Line, place: int) -> tuple[int, int]:
    month = MONTHS.get(line.word(place), 0)
    if month:
        return month, place + 1
    for words, step in ((("i", "nästa", "månad"), 1), (("nästa", "månad"), 1), (("next", "month"), 1)):
        if after := line.words_at(place, *words):
            return calendar.add_months(line.scene.today.replace(day=1), step).month, after
    for words in (("denna", "månad"), ("i", "denna", "månad"), ("this", "month")):
        if after := line.words_at(place, *words):
            return line.scene.today.month, after
    return 0, place


def _day_month(line: Line, place: int, piece: Piece) -> int | None:
    day, month, *year = line.at(place).values
    if not day or not month:
        return None
    if line.word(place + 1) in MONTHS or line.counts_something(place + 1):
        return None
    if (day, month) == (24, 7) and piece.weekday is None and line.word(place - 1) not in _THE:
        return None
    supported = piece.weekday is not None or line.word(place - 1) in (*_THE, "senast", "till", "datum")
    if not supported and not (1 <= day <= 31 and 1 <= month <= 12):
        piece.weak = True
    if not line.open_after(place + 1) and not supported and day <= month:
        return None
    piece.day, piece.month = day, month
    if year:
        piece.year = year[0] if year[0] > 99 else 2000 + year[0]
        return place + 1
    if found := line.year(place + 1):
        piece.year = found[0]
        return found[1]
    return place + 1


def _month_first(line: Line, place: int, piece: Piece) -> int | None:
    word, token = line.word(place), line.at(place + 1)
    if word not in ENGLISH_MONTHS or not (line.at(place).capital or line.scene.english or place == 0):
        return None
    if line.word(place - 1) in ("i", "in", "during", "under"):
        return None
    after = place + 1
    if line.word(after) == "the":
        token, after = line.at(after + 1), after + 1
    day = line.ordinal(after)
    if token.shape is Shape.NUMBER and len(token.text) <= 2:
        day = token.values[0]
        if line.counts_something(after + 1) or line.at(after + 1).text == ":":
            return None
        if not line.scene.english and not line.open_after(after + 1) and line.at(after + 1).shape is Shape.WORD:
            return None
    if not day:
        return None
    piece.day, piece.month, piece.month_first = day, MONTHS[word], True
    if found := line.year(after + 1):
        piece.year = found[0]
        return found[1]
    if line.at(after + 1).text == "," and (found := line.year(after + 2)):
        piece.year = found[0]
        return found[1]
    return after + 1


def _weekday_after(line: Line, piece: Piece) -> None:
    """Read «23/3 (mån)» and «5 maj, torsdag»."""
    if piece.weekday is not None or not (piece.month or piece.settled):
        return
    mark = line.at(piece.next).text
    place = piece.next + (mark in (",", "("))
    word = line.word(place)
    if word not in WEEKDAYS or (word in SHORT_WEEKDAYS and mark != "("):
        return
    if mark == "(" and line.at(place + 1).text != ")":
        return
    following = line.at(place + 1)
    numbers = (Shape.NUMBER, Shape.DAY_MONTH, Shape.DATE, Shape.ORDINAL)
    if mark != "(" and (following.shape in numbers or following.text in _THE):
        return
    piece.weekday = WEEKDAYS[word]
    piece.next = place + 1 + (mark == "(")
