"""Read the time of day: kl 9, 13–16.30, halv tre, kvart över nio, vid tvåtiden, 2:15-4:15 pm."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from meetings.when.line import Hit, Line
from meetings.when.result import Kind, Precision, Problem, Trouble, When
from meetings.when.tokens import Shape
from meetings.when.vocabulary import AROUND_HOURS, HOURS, NUMBERS, PARTS_OF_DAY

CLOCK_WORDS = frozenset({"kl", "klockan", "at", "klockslag"})
AROUND_WORDS = frozenset({"vid", "runt", "kring", "omkring", "ca", "cirka", "around", "about"})
_PAST_WORDS = frozenset({"över", "past", "after"})
_TO_WORDS = frozenset({"i", "to"})
_OCLOCK = frozenset({"o'clock", "oclock", "o’clock"})
_STEPS = frozenset({5, 10, 20, 25})
_NOON = {"noon": 12 * 60, "midday": 12 * 60, "mitt på dagen": 12 * 60, "midnight": 0}
_HALF_DAY = 12 * 60


@dataclass(slots=True)
class Reading:
    """A clock as written: minutes after midnight or none; `exact` if it cannot be twelve hours later."""

    minute: int | None
    next: int
    exact: bool = False
    strong: bool = False
    half: str = ""


def read_clock(line: Line, place: int) -> Hit | None:
    """Read a time or a range of times; `weak` where only its neighbours can tell it from other numbers."""
    first, told, around = place, False, False
    if line.word(place) in AROUND_WORDS:
        place, around = place + 1, True
    if line.word(place) in ("ca", "cirka", "about"):
        place, around = place + 1, True
    if line.word(place) == "prick":
        place, told = place + 1, True
    at_word = line.word(place) == "at"
    if line.word(place) in CLOCK_WORDS:
        place, told = place + 1, True
        if line.at(place).text == ":" or line.word(place) in ("ca", "cirka", "about", "around", "prick", "exakt"):
            place += 1
    start = _atom(line, place, told, around)
    if start is None:
        return None
    end = _range_end(line, start.next, told)
    following = (end or start).next
    following, window = _part_of_day(line, following)
    if at_word and not (start.strong or end) and line.at(following).capital:
        return None
    told = told or bool(window)
    if not told and not _stands(line, first, following):
        return None
    when = settle(start, end, window)
    if not told and when.start is None and (around or line.at(place).shape is not Shape.CLOCK):
        return None
    bare = line.at(place).shape is Shape.NUMBER and end is None and not start.strong
    if bare and not told:
        return None
    strong = told or start.strong or bool(end and end.strong) or (around and start.exact)
    if line.at(place).shape is Shape.CLOCK and when.start is None and not told:
        strong = False
    return Hit(when, first, following, weak=not strong)


def clock_between(line: Line, place: int, joins: tuple[str, ...]) -> Hit | None:
    """Read «13 och 15» after «mellan», «9 till 12» after «från»: both ends must be there."""
    first = place
    place += line.word(place) in CLOCK_WORDS
    start = _atom(line, place, True, False)
    if start is None or not (line.word(start.next) in joins or line.at(start.next).shape is Shape.DASH):
        return None
    after = start.next + 1
    after += line.word(after) in CLOCK_WORDS
    end = _atom(line, after, True, False)
    if end is None or not line.open_after(end.next):
        return None
    following, window = _part_of_day(line, end.next)
    when = settle(start, end, window)
    return None if when.start is None else Hit(when, first, following)


def bare_hour(line: Line, place: int) -> Hit | None:
    """Read a plain number beside a date as an hour: «ons 14», «5 maj 13», «den 5 maj 1300»."""
    token = line.at(place)
    if token.shape is not Shape.NUMBER or not line.open_after(place + 1) or line.at(place + 1).shape is Shape.DASH:
        return None
    reading = _atom(line, place, True, False)
    if reading is None or reading.minute is None:
        return None
    return Hit(settle(reading, None, None), place, reading.next, weak=True)


def settle(start: Reading, end: Reading | None, window: tuple[int, int] | None) -> When:
    """Choose the half of the day as an office would, and look for an end before its start."""
    if start.minute is None or (end is not None and end.minute is None):
        return When(Kind.TIME, precision=Precision.MINUTE, problems=(Problem(Trouble.IMPOSSIBLE),))
    if end is not None and end.half and not start.half and not start.exact:
        start = replace(start, half=_half_before(start.minute, end))
    first, other = _in_day(start, window)
    problems: tuple[Problem, ...] = ()
    if other is not None:
        problems = (Problem(Trouble.AMBIGUOUS, (_time(first), _time(other))),)
    last: int | None = None
    if end is not None and end.minute is not None:
        last, _ = _in_day(end, window)
        if last <= first and not end.exact and last + _HALF_DAY < 24 * 60:
            last += _HALF_DAY
        if last <= first:
            problems = (*problems, Problem(Trouble.END_BEFORE_START, (_time(last), _time(first))))
    return When(
        Kind.TIME,
        start=_time(first),
        end=None if last is None else _time(last),
        precision=Precision.MINUTE,
        problems=problems,
    )


def _half_before(minute: int, end: Reading) -> str:
    last = (end.minute or 0) % _HALF_DAY
    return end.half if minute % _HALF_DAY <= last else "am"


def _in_day(reading: Reading, window: tuple[int, int] | None) -> tuple[int, int | None]:
    minute = reading.minute or 0
    if reading.half:
        return minute % _HALF_DAY + (_HALF_DAY if reading.half == "pm" else 0), None
    if reading.exact or minute < 60 or minute >= 13 * 60:
        return minute, None
    if window is not None:
        later = minute % _HALF_DAY + _HALF_DAY
        return (later if window[0] >= 12 and minute < _HALF_DAY else minute), None
    if minute < 6 * 60:
        return minute + _HALF_DAY, None
    if minute < 7 * 60:
        return minute + _HALF_DAY, minute
    return minute, None


def _time(minute: int) -> dt.time:
    return dt.time(minute // 60 % 24, minute % 60)


def _stands(line: Line, first: int, following: int) -> bool:
    return not line.labelled(first) and not line.counts_something(following)


def _atom(line: Line, place: int, told: bool, around: bool) -> Reading | None:
    token = line.at(place)
    if token.shape is Shape.CLOCK:
        hour, minute = token.values
        valid = hour <= 23 and minute <= 59
        usual = 6 <= hour <= 21 and minute % 5 == 0 and line.open_after(place + 1)
        exact = token.text.startswith("0") or hour >= 13 or hour == 0
        strong = valid and (":" in token.text or usual)
        return _halved(line, Reading(hour * 60 + minute if valid else None, place + 1, exact, strong))
    if token.shape is Shape.NUMBER:
        return _digits(line, place, told)
    word = line.word(place)
    if not word:
        return None
    if found := line.phrase(place, frozenset(_NOON), 3):
        return Reading(_NOON[found[0]], found[1], True, True)
    if word in AROUND_HOURS:
        return Reading(AROUND_HOURS[word] * 60, place + 1, False, True)
    if spoken := _spoken(line, place):
        return spoken
    if word in HOURS:
        after = place + 1
        if line.at(after).shape is Shape.DASH and line.word(after + 1) in ("tiden", "snåret"):
            return Reading(HOURS[word] * 60, after + 2, False, True)
        halved = _halved(line, Reading(HOURS[word] * 60, after))
        if line.word(after) in _OCLOCK:
            return replace(halved, next=after + 1, strong=True)
        if halved.strong:
            return halved
        if told or (around and line.open_after(after)):
            return replace(halved, strong=True)
    return None


def _digits(line: Line, place: int, told: bool) -> Reading | None:
    token = line.at(place)
    value, length = token.values[0], len(token.text)
    if length >= 3:
        hour, minute = divmod(value, 100)
        if hour > 23 or minute > 59 or not (told or line.at(place + 1).shape is Shape.DASH):
            return None
        if not told and not 6 <= hour <= 21:
            return None
        return Reading(hour * 60 + minute, place + 1, True, told)
    if line.at(place + 1).shape is Shape.DASH and line.word(place + 2) in ("tiden", "snåret"):
        return Reading(value * 60 if value <= 23 else None, place + 3, value > 12, True)
    if (
        value in _STEPS
        and line.word(place + 1) in (*_PAST_WORDS, *_TO_WORDS, "min", "minuter")
        and (spoken := _spoken(line, place))
    ):
        return spoken
    minutes = line.at(place + 1)
    two = minutes.shape is Shape.NUMBER and length == len(minutes.text) == 2 and minutes.values[0] <= 59
    if told and two and value <= 23 and line.open_after(place + 2) and line.at(place + 2).shape is not Shape.DASH:
        return Reading(value * 60 + minutes.values[0], place + 2, True)
    exact = token.text.startswith("0") or value >= 13
    if line.word(place + 1) in _OCLOCK and value <= 23:
        return Reading(value * 60, place + 2, exact, True)
    return _halved(line, Reading(value * 60 if value <= 23 else None, place + 1, exact))


def _spoken(line: Line, place: int) -> Reading | None:
    """Read «halv tre», «kvart i tio», «fem i halv tre», «half past two», «ten to nine»."""
    word, minutes = line.word(place), 0
    if word == "halv" or (word == "half" and line.word(place + 1) == "past"):
        back = word == "halv"
        target = place + (1 if back else 2)
        hour = _hour(line, target)
        if hour is None:
            return None
        minute = hour * 60 - 30 if back else hour * 60 + 30
        return Reading(_on_the_dial(minute), target + 1, False, True)
    after = place + 1
    if word in ("kvart", "quarter") or (word in ("a", "en") and line.word(after) in ("quarter", "kvart")):
        minutes = 15
        after = place + (1 if word in ("kvart", "quarter") else 2)
    else:
        value = line.number(place, 30)
        if value not in _STEPS:
            return None
        minutes = value or 0
        if line.word(after) in ("minuter", "minutes", "min"):
            after += 1
    direction = line.word(after)
    if direction not in _PAST_WORDS and direction not in _TO_WORDS:
        return None
    half = 30 if line.word(after + 1) == "halv" else 0
    target = after + (2 if half else 1)
    hour = _hour(line, target)
    if hour is None or (not half and not line.open_after(target + 1)):
        return None
    minute = hour * 60 - half + (minutes if direction in _PAST_WORDS else -minutes)
    return _halved(line, Reading(_on_the_dial(minute), target + 1, False, True))


def _on_the_dial(minute: int) -> int:
    """Count from one o'clock on: «halv ett» is half past twelve."""
    minute %= _HALF_DAY
    return minute if minute >= 60 else minute + _HALF_DAY


def _hour(line: Line, place: int) -> int | None:
    token = line.at(place)
    hour = HOURS.get(token.text) if token.shape is Shape.WORD else NUMBERS.get(token.text)
    if token.shape is Shape.NUMBER and 1 <= token.values[0] <= 12:
        hour = token.values[0]
    if hour is None or line.counts_something(place + 1):
        return None
    return hour


def _halved(line: Line, reading: Reading) -> Reading:
    word = line.word(reading.next)
    if word in ("am", "pm", "a", "p") and reading.minute is not None:
        token = line.at(reading.next)
        if word in ("am", "pm") and (token.glued or not token.capital or line.scene.english):
            hour = reading.minute // 60
            if 1 <= hour <= 12:
                return Reading(reading.minute, reading.next + 1, False, True, word)
    return reading


def _range_end(line: Line, place: int, told: bool) -> Reading | None:
    token, word = line.at(place), line.word(place)
    if token.shape is not Shape.DASH and word not in ("till", "to", "until", "tom"):
        return None
    after = place + 1
    if line.word(after) in ("kl", "klockan"):
        after += 1
    if line.at(after).shape is Shape.WORD and not (told or word):
        return None
    end = _atom(line, after, told or bool(word), False)
    if end is None:
        return None
    if line.at(after).shape is Shape.NUMBER and not line.open_after(end.next) and not end.strong:
        return None
    return end


def _part_of_day(line: Line, place: int) -> tuple[int, tuple[int, int] | None]:
    """Read «på eftermiddagen», «em», «in the morning» after a clock."""
    after = line.words_at(place, "in", "the") or (place + 1 if line.word(place) in ("på", "i") else place)
    word = line.word(after)
    if word in PARTS_OF_DAY and (after > place or word in ("fm", "em", "eftermiddag", "förmiddag", "kväll")):
        return after + 1, PARTS_OF_DAY[word]
    return place, None
