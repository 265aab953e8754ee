"""Read one day as written, or a series of days: mån 23/3, den 23:e, March 23rd, 19-20 maj, 3 el 4 nov, 8/9, 6/10 och 10/11."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from meetings.when import calendar
from meetings.when.calendar import Settled
from meetings.when.line import Hit, Line
from meetings.when.result import Kind, Problem, Trouble, When
from meetings.when.spoken_days import read_spoken_day
from meetings.when.tokens import Shape, ends_sentence
from meetings.when.vocabulary import (
    ENGLISH_MONTHS,
    GENITIVE_WEEKDAYS,
    LAST_WORDS,
    MODIFIERS,
    MONTHS,
    MOVING_VERBS,
    NUMBERS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
)

_THE = frozenset({"den", "the"})
_ON = frozenset({"på", "on"})
_ALTERNATIVE = frozenset({"eller", "el", "alt", "alternativt", "or"})
_ALSO = frozenset({"och", "samt", "and", "&", "o"})
_UNTIL = frozenset({"till", "tom", "to", "until", "through", "thru"})
_LONGEST_SERIES = 24


@dataclass(slots=True)
class Piece:
    """One day as written, before it is known which year or month it is."""

    first: int
    next: int
    day: int = 0
    month: int = 0
    year: int = 0
    weekday: int | None = None
    weekday_next: int = 0
    settled: Settled | None = None
    marked: bool = False
    month_first: bool = False
    weak: bool = False
    short: bool = False
    monday: dt.date | None = None

    @property
    def complete(self) -> bool:
        """Tell whether the piece says which day it is without its neighbours."""
        return bool(self.settled or (self.day and self.month) or (self.marked and self.day) or not self.day)


def read_days(line: Line, place: int) -> Hit | None:
    """Read the longest series of days from here."""
    first = _piece(line, place)
    if first is None:
        return None
    pieces, joins = [first], [""]
    while len(pieces) < _LONGEST_SERIES:
        join, after = _join(line, pieces[-1].next, pieces)
        if not join:
            break
        following = _piece(line, after)
        if following is None:
            break
        pieces.append(following)
        joins.append(join)
    _share_months(pieces, joins)
    while pieces and not pieces[-1].complete:
        stub = pieces.pop()
        join = joins.pop()
        if stub.weekday is not None and join != "-":
            pieces.append(replace(stub, day=0, next=stub.weekday_next))
            joins.append(join)
    if not pieces or any(not piece.complete for piece in pieces):
        return None
    while len(joins) > 1 and joins[-1] == ",":
        if pieces[-1].day or pieces[-1].settled:
            break
        joins.pop()
        pieces.pop()
    return _hit(line, pieces, joins)


def _piece(line: Line, place: int) -> Piece | None:
    first = place
    place += line.word(place) in _ON and line.at(place + 1).shape is not Shape.NUMBER
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
        if comma and (line.word(place + 1) in _THE or line.at(place + 1).shape in (Shape.DAY_MONTH, Shape.DATE)):
            place += 1
    the = line.word(place) in _THE
    number = _numbered(line, place + the, piece)
    if number is None:
        number = _month_first(line, place, piece)
    if number is not None:
        piece.next = number
        piece.marked = piece.marked or (the and bool(piece.day))
        _weekday_after(line, piece)
        return piece
    return piece if piece.weekday is not None else None


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
    if line.word(place + 1) in MONTHS or line.counts_something(place + 1):
        return None
    supported = piece.weekday is not None or line.word(place - 1) in (*_THE, "senast", "till", "datum")
    if not supported and not (1 <= day <= 31 and 1 <= month <= 12):
        piece.weak = True
    if not line.open_after(place + 1) and not supported and (day <= month or (day, month) == (24, 7)):
        return None
    piece.weak = piece.weak or ((day, month) == (24, 7) and not supported)
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
    if following.shape in (Shape.NUMBER, Shape.DAY_MONTH, Shape.DATE, Shape.ORDINAL) or following.text in (
        "den",
        "the",
    ):
        if mark != "(":
            return
    piece.weekday = WEEKDAYS[word]
    piece.next = place + 1 + (mark == "(")


def _join(line: Line, place: int, pieces: list[Piece]) -> tuple[str, int]:
    token = line.at(place)
    if token.shape is Shape.DASH:
        return "-", place + 1
    if token.text == "," and token.shape is Shape.MARK:
        if line.word(place + 1) in _ALSO:
            return "&", place + 2
        if line.word(place + 1) in _ALTERNATIVE:
            return "|", place + 2
        return ",", place + 1
    if token.text == "&":
        return "&", place + 1
    if token.text == "/" and (pieces[-1].weekday is not None or not pieces[-1].month):
        return "|", place + 1
    word = line.word(place)
    if word in _ALTERNATIVE:
        return "|", place + 1
    if word in _ALSO and line.word(place + 1) in ("den", "the", "på", "on") and line.words_at(place, "och", "med"):
        return "", place
    if word in _ALSO:
        return "&", place + 1
    if word in _UNTIL or line.words_at(place, "till", "och", "med") or line.words_at(place, "fram", "till"):
        long = line.words_at(place, "till", "och", "med") or line.words_at(place, "fram", "till")
        return "-", long or place + 1
    return "", place


def _share_months(pieces: list[Piece], joins: list[str]) -> None:
    """Give a month or a year that is written once to its neighbours: «8 och 15 juni», «den 5 maj och den 12»."""
    for place in range(len(pieces) - 2, -1, -1):
        piece, after = pieces[place], pieces[place + 1]
        if piece.settled is None and not piece.day and after.monday and piece.weekday is not None:
            piece.settled, piece.monday = (calendar.add_days(after.monday, piece.weekday), ()), after.monday
        if piece.settled is None and piece.day and not piece.month and after.month:
            piece.month = after.month
        if piece.settled is None and piece.month and not piece.year and after.year and joins[place + 1]:
            piece.year = after.year - (joins[place + 1] == "-" and piece.month > after.month)
    for place in range(1, len(pieces)):
        before, piece = pieces[place - 1], pieces[place]
        alone = piece.settled is None and piece.day and not piece.month
        compact = before.month_first or (joins[place] == "-" and before.settled is not None and before.day)
        if alone and (piece.marked or compact or (joins[place] == "-" and before.month and _stuck(piece, before))):
            if before.settled and before.settled[0]:
                piece.month, piece.year = before.settled[0].month, before.settled[0].year
            elif before.month:
                piece.month, piece.year, piece.month_first = before.month, before.year, before.month_first


def _stuck(piece: Piece, before: Piece) -> bool:
    return before.next == piece.first - 1 and not before.year and before.next - before.first == 1


def _settle(line: Line, piece: Piece, after: dt.date | None) -> Settled:
    scene = line.scene
    if piece.settled is not None:
        return calendar.with_weekday(piece.settled, piece.weekday)
    if not piece.day:
        weekday = piece.weekday or 0
        if after is not None:
            return calendar.weekday_after(after, weekday), ()
        return calendar.coming_weekday(weekday, scene), ()
    if piece.year:
        return calendar.with_weekday(calendar.exact_date(piece.year, piece.month, piece.day), piece.weekday)
    if after is not None and piece.month:
        return calendar.with_weekday(calendar.annual_date(piece.month, piece.day, after), piece.weekday)
    if piece.month:
        settled = calendar.annual_date(piece.month, piece.day, scene.today)
        return calendar.with_weekday(_in_the_past(line, piece, settled), piece.weekday)
    return calendar.day_of_month(piece.day, piece.weekday, scene)


def _in_the_past(line: Line, piece: Piece, settled: Settled) -> Settled:
    """Choose the day that has been where the sentence tells of the past."""
    day, problems = settled
    if day is None:
        return settled
    asked = any(problem.trouble is Trouble.PAST for problem in problems)
    here = calendar.make(line.scene.today.year, piece.month, piece.day)
    if here is None or here >= line.scene.today:
        here = calendar.make(line.scene.today.year - 1, piece.month, piece.day)
    if here and line.told_as_past(piece.first, piece.next):
        return here, ()
    if here and asked and line.sentence_is_past(piece.first):
        return here, ()
    return settled


def _hit(line: Line, pieces: list[Piece], joins: list[str]) -> Hit | None:
    parts: list[When] = []
    for place, piece in enumerate(pieces):
        if joins[place] == "-":
            before = parts.pop()
            parts.append(_range(line, before, pieces[place - 1], piece))
        else:
            day, problems = _settle(line, piece, None)
            parts.append(When(Kind.DAY, date=day, problems=problems))
    first, following = pieces[0].first, pieces[-1].next
    weak = all(piece.weak or (piece.short and not piece.day) for piece in pieces) and len(pieces) == 1
    weak = weak and line.word(first) not in _ON
    if len(parts) == 1:
        return Hit(parts[0], first, following, weak)
    either = "|" in joins
    problems: tuple[Problem, ...] = ()
    if either and "&" in joins:
        problems = (Problem(Trouble.AMBIGUOUS, tuple(part.date for part in parts if part.date)),)
    kind = Kind.ALTERNATIVES if either else Kind.SEVERAL
    return Hit(When(kind, parts=tuple(parts), problems=problems), first, following)


def _range(line: Line, before: When, start: Piece, end: Piece) -> When:
    scene = line.scene
    first, problems = before.date, before.problems
    if start.month and not start.year and start.settled is None and first is not None:
        first, problems = _under_way(start, end, first, problems, scene.today)
    last, more = _settle(line, end, first if not end.year else None)
    problems = (*problems, *more)
    if first is not None and last is not None and last < first:
        problems = (*problems, Problem(Trouble.END_BEFORE_START, (last, first)))
    if _moves(line, start.first):
        both = (When(Kind.DAY, date=first, problems=before.problems), When(Kind.DAY, date=last, problems=more))
        return When(Kind.SEVERAL, parts=both)
    return When(Kind.RANGE, date=first, until=last, problems=problems)


def _under_way(
    start: Piece, end: Piece, first: dt.date, problems: tuple[Problem, ...], today: dt.date
) -> tuple[dt.date, tuple[Problem, ...]]:
    """Put «16–27 mars» in this year while it is going on, and «20–10 maj» in one and the same month."""
    here = calendar.make(today.year, start.month, start.day)
    last = calendar.make(end.year or today.year, end.month, end.day) if end.day and end.month else None
    if here and last and last < here and start.month == end.month:
        return here if here >= today else first, (*problems, Problem(Trouble.END_BEFORE_START, (last, here)))
    if here and last and here < today <= last:
        return here, ()
    return first, problems


def _moves(line: Line, first: int) -> bool:
    for place in range(first - 1, max(-1, first - 12), -1):
        if ends_sentence(line.at(place)):
            return False
        if line.word(place) in MOVING_VERBS:
            return True
    return False


def unread_beside(line: Line, first: int, following: int) -> bool:
    """Tell whether a modifier or a year beside a date was not read, so that the date is not safe."""
    before, after = line.word(first - 1), line.at(following)
    if before in MODIFIERS and before not in ("dagen", "veckan", "last") and line.at(first - 1).end >= 0:
        return not (before == "inte" and line.word(first) == "på")
    if after.shape is Shape.NUMBER and len(after.text) == 4 and 1900 <= after.values[0] <= 2100:
        return line.at(following + 1).shape is not Shape.DASH
    return False
