"""Settle a day, or a series of days: 23/3, 19-20 maj, 3 el 4 nov, 8/9, 6/10 och 10/11."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from meetings.when import calendar
from meetings.when.calendar import Settled
from meetings.when.line import Hit, Line
from meetings.when.neighbours import MODIFIERS, MOVING_VERBS
from meetings.when.piece import Piece
from meetings.when.pieces import ON_WORDS, read_piece
from meetings.when.result import Kind, Problem, Trouble, When
from meetings.when.tokens import Shape, ends_sentence
from meetings.when.vocabulary import LAST_WORDS, ORDINALS, WEEKDAYS

_ALTERNATIVE = frozenset({"eller", "el", "alt", "alternativt", "or"})
_ALSO = frozenset({"och", "samt", "and", "&", "o"})
_UNTIL = frozenset({"till", "tom", "to", "until", "through", "thru"})
_CHANGING_AFTER = frozenset({"veckan", "därpå", "därefter", "följande"})
_LONGEST_SERIES = 24


def read_days(line: Line, place: int) -> Hit | None:
    """Read the longest series of days from here."""
    first = read_piece(line, place)
    if first is None or (first.day and not first.complete and place < line.barren):
        return None
    pieces, joins = [first], [""]
    while len(pieces) < _LONGEST_SERIES:
        join, after = _join(line, pieces[-1].next, pieces)
        if not join:
            break
        following = read_piece(line, after)
        if following is None:
            break
        pieces.append(following)
        joins.append(join)
    end = pieces[-1].next
    _share_months(pieces, joins)
    _share_article(line, pieces, joins)
    while pieces and not pieces[-1].complete:
        stub = pieces.pop()
        join = joins.pop()
        if stub.weekday is not None and join != "-":
            pieces.append(replace(stub, day=0, next=stub.weekday_next))
            joins.append(join)
    if not pieces or any(not piece.complete for piece in pieces):
        line.barren = end
        return None
    while len(joins) > 1 and joins[-1] == ",":
        if pieces[-1].day or pieces[-1].settled:
            break
        joins.pop()
        pieces.pop()
    return _hit(line, pieces, joins)


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
        listed = joins[place] != "," or place + 1 < len(pieces)
        compact = (before.month_first and listed) or (joins[place] == "-" and before.settled is not None and before.day)
        if alone and (piece.marked or compact or (joins[place] == "-" and before.month and _stuck(piece, before))):
            if before.settled and before.settled[0]:
                piece.month, piece.year = before.settled[0].month, before.settled[0].year
            elif before.month:
                piece.month, piece.year, piece.month_first = before.month, before.year, before.month_first


def _share_article(line: Line, pieces: list[Piece], joins: list[str]) -> None:
    """Let «den» stand for both in «den 15 och 16»."""
    for place in range(1, len(pieces)):
        before, piece = pieces[place - 1], pieces[place]
        bare = piece.day and not piece.month and piece.settled is None and not before.month and before.settled is None
        if bare and before.marked and before.day and joins[place] != "," and line.open_after(piece.next):
            piece.marked = True


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
    nearer = here is not None and (asked or (line.scene.today - here) < (day - line.scene.today))
    if here and nearer and line.sentence_is_past(piece.first):
        return here, ()
    return settled


def _hit(line: Line, pieces: list[Piece], joins: list[str]) -> Hit | None:
    if len(pieces) > 1 and joins[1] == "-" and moves(line, pieces[0].first):
        return _moved(line, pieces, joins)
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
    weak = weak and line.word(first) not in ON_WORDS
    if len(parts) == 1:
        return Hit(parts[0], first, following, weak)
    either = "|" in joins
    unsure: tuple[Problem, ...] = ()
    if either and "&" in joins:
        unsure = (Problem(Trouble.AMBIGUOUS, tuple(part.date for part in parts if part.date)),)
    kind = Kind.ALTERNATIVES if either else Kind.SEVERAL
    return Hit(When(kind, parts=tuple(parts), problems=unsure), first, following)


def _moved(line: Line, pieces: list[Piece], joins: list[str]) -> Hit | None:
    """Read «flytta från torsdag till fredag» as the old day and the new, which may be alternatives."""
    old = _hit(line, pieces[:1], joins[:1])
    new = _hit(line, pieces[1:], ["", *joins[2:]])
    if old is None or new is None:
        return None
    return Hit(When(Kind.SEVERAL, parts=(old.when, new.when)), pieces[0].first, pieces[-1].next)


def _range(line: Line, before: When, start: Piece, end: Piece) -> When:
    scene = line.scene
    first, problems = before.date, before.problems
    if start.month and not start.year and start.settled is None and first is not None:
        first, problems = _under_way(start, end, first, problems, scene.today)
    last, more = _settle(line, end, first if not end.year else None)
    problems = (*problems, *more)
    if first is not None and last is not None and last < first:
        problems = (*problems, Problem(Trouble.END_BEFORE_START, (last, first)))
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


def moves(line: Line, first: int) -> bool:
    """Tell whether the sentence moves something, so that «till» names its new day and no deadline."""
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
    if line.word(following) in _CHANGING_AFTER:
        return True
    if (before in ORDINALS or before in LAST_WORDS) and line.word(first) in WEEKDAYS:
        return True
    if after.shape in (Shape.NUMBER, Shape.OTHER) and len(after.text) == 4 and after.text[:2] in ("19", "20"):
        return line.at(following + 1).shape is not Shape.DASH
    return False
