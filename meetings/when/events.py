"""Read durations, events and haste: 90 min, en och en halv timme; till nästa möte, vid planeringsdagen; snarast."""

from __future__ import annotations

import datetime as dt

from meetings.when.line import Hit, Line
from meetings.when.result import Kind, Precision, Problem, Trouble, When
from meetings.when.tokens import Shape
from meetings.when.vocabulary import (
    DURATION_UNITS,
    ENGLISH_EVENTS,
    EVENT_ENDINGS,
    MEETING_ITSELF,
    NEXT_MEETING,
    NOT_EVENTS,
    ORDINALS,
    word_set,
)

ASAP_PHRASES = frozenset(
    {
        "snarast",
        "snarast möjligt",
        "så snart som möjligt",
        "så fort som möjligt",
        "så snart det går",
        "så fort det går",
        "omgående",
        "omedelbart",
        "asap",
        "as soon as possible",
        "immediately",
        "right away",
    }
)
_ASAP_STARTS = frozenset(phrase.split()[0] for phrase in ASAP_PHRASES)
_FOR_ANY_EVENT = word_set("inför innan före vid efter before after ahead")
_FOR_MEETINGS = word_set("till på by at until for tills")
_NEXT = word_set("nästa nästkommande kommande next following första last sista")
_SAME_DAY = (("samma", "dag"), ("the", "same", "day"), ("same", "day"))
_MEETING_ENDINGS = tuple(word_set("möte mötet sammanträde sammanträdet träff träffen stämman stämma gången"))
_OFFSETS = word_set("dagen veckan day week dagar veckor days weeks vecka dag timme timmar hour hours")
_MINUTE, _DAY = 1, 24 * 60


def read_duration(line: Line, place: int) -> Hit | None:
    """Read a duration; months and years are none, for they have no fixed length."""
    first = place
    if line.labelled(place) or line.word(place - 1) in ("om", "för", "sedan", "inom", "within", "var", "varje"):
        return None
    found = _amount(line, place)
    if found is None:
        return None
    minutes, place, fewest = found
    after = place + (line.word(place) in ("och", "and"))
    more = _amount(line, after) or _short_minutes(line, after)
    if more is not None and minutes % 60 == 0 and minutes < _DAY and more[0] < 60:
        minutes, place = minutes + more[0], more[1]
    if line.word(place) in ("sedan", "ago", "per") or line.at(place).text == "/":
        return None
    problems: tuple[Problem, ...] = ()
    if fewest is not None and fewest < minutes:
        problems = (Problem(Trouble.AMBIGUOUS, detail=f"{fewest}-{minutes}"),)
    length = dt.timedelta(minutes=minutes)
    when = When(Kind.DURATION, duration=length, precision=Precision.MINUTE, problems=problems)
    return Hit(when, first, place)


def _short_minutes(line: Line, place: int) -> tuple[int, int, int | None] | None:
    """Read the «30m» of «1h 30m»; alone it would be metres."""
    token, unit = line.at(place), line.at(place + 1)
    if token.shape is Shape.NUMBER and unit.text == "m" and unit.glued:
        return token.values[0], place + 2, None
    return None


def _amount(line: Line, place: int) -> tuple[int, int, int | None] | None:
    """Read minutes, the place after them, and the fewest minutes of «5-10 min»."""
    word = line.word(place)
    for words, minutes in _FIXED if word in _FIXED_STARTS else ():
        if after := line.words_at(place, *words):
            return (minutes, after, None) if not _a_clock_time(line, after) else None
    token = line.at(place)
    if token.shape is Shape.DECIMAL:
        unit = DURATION_UNITS.get(line.word(place + 1))
        value = float(token.text.replace(",", "."))
        return (round(value * unit), place + 2, None) if unit and value < 1000 else None
    count = line.number(place, 999)
    if not count:
        return None
    place += 1
    fewest = None
    dashed = line.at(place).shape is Shape.DASH or line.word(place) in ("till", "to")
    if dashed and (most := line.number(place + 1, 999)) and line.word(place + 2) in DURATION_UNITS:
        fewest, count, place = count, most, place + 2
    half = line.words_at(place, "och", "en", "halv") or line.words_at(place, "and", "a", "half")
    place = half or place
    unit = DURATION_UNITS.get(line.word(place))
    if unit is None or (unit == _MINUTE and count == 1 and word):
        return None
    if unit >= _DAY and word in ("en", "a", "an", "one"):
        return None
    if line.word(place) in ("h", "t") and line.at(place).capital:
        return None
    minutes = count * unit + (unit // 2 if half else 0)
    return minutes, place + 1, None if fewest is None else fewest * unit


_FIXED = (
    (("en", "och", "en", "halv", "timme"), 90),
    (("en", "halv", "timme"), 30),
    (("en", "halvtimme"), 30),
    (("en", "halvtimma"), 30),
    (("halvtimme",), 30),
    (("half", "an", "hour"), 30),
    (("a", "half", "hour"), 30),
    (("an", "hour", "and", "a", "half"), 90),
    (("tre", "kvart"), 45),
    (("trekvart",), 45),
    (("en", "kvart"), 15),
    (("a", "quarter", "of", "an", "hour"), 15),
    (("en", "timma"), 60),
    (("en", "halvdag"), 4 * 60),
    (("en", "heldag"), 8 * 60),
)


_FIXED_STARTS = frozenset(words[0] for words, _ in _FIXED)


def _a_clock_time(line: Line, after: int) -> bool:
    return line.word(after - 1) == "kvart" and line.word(after) in ("över", "i")


def read_event(line: Line, place: int) -> Hit | None:
    """Read what is tied to a meeting or another event instead of a date."""
    if line.word(place) in _ASAP_STARTS and (found := line.phrase(place, ASAP_PHRASES, 5)):
        return Hit(When(Kind.ASAP, precision=Precision.NONE), place, found[1])
    for words in _SAME_DAY:
        if after := line.words_at(place, *words):
            return _event("same_day", place, after)
    word = line.word(place)
    if bare := line.phrase(place, NEXT_MEETING, 3):
        return _event("next_meeting", place, bare[1], weak=True)
    if offset := _offset(line, place):
        return offset
    if word not in _FOR_ANY_EVENT and word not in _FOR_MEETINGS:
        return None
    after = place + 1
    after += line.word(after) == "of" and word == "ahead"
    if line.told_as_past(place, place) and word in ("på", "vid", "at"):
        return None
    if found := line.phrase(after, NEXT_MEETING, 3):
        return _event("next_meeting", place, found[1])
    if found := line.phrase(after, MEETING_ITSELF, 2):
        near = word in ("till", "inför", "innan", "före", "before", "by", "ahead", "until")
        return _event("next_meeting", place, found[1]) if near and _meeting_alone(line, found[1]) else None
    return _named_event(line, place, after, word)


def _meeting_alone(line: Line, after: int) -> bool:
    return line.word(after) not in ("på", "i", "med", "om", "den", "with", "on", "in")


def _event(name: str, first: int, after: int, weak: bool = False) -> Hit:
    deadline = False
    return Hit(When(Kind.EVENT, event=name, deadline=deadline, precision=Precision.NONE), first, after, weak)


def _named_event(line: Line, place: int, after: int, prefix: str) -> Hit | None:
    """Read «vid planeringsdagen», «till höstens första möte», «på nästa styrelsemöte», «at the planning day»."""
    begin = after + (line.word(after) in ("den", "det", "the"))
    described = False
    for step in range(4):
        word = line.word(begin + step)
        if not word:
            return None
        following = begin + step + 1
        if _is_event(word, prefix, described):
            past = line.told_as_past(place, following) and prefix in ("på", "vid", "at")
            name = line.text[line.at(begin).start : line.at(following - 1).end]
            if past:
                return None
            if (
                described
                and word in ("möte", "meeting")
                and following - begin == 2
                and line.word(begin) in ("nästa", "next")
            ):
                name = "next_meeting"
            return _event(name, place, following)
        known = word in _NEXT or word in ORDINALS or word.endswith(("ens", "ets", "gemensamma", "annual", "planning"))
        english = (
            prefix in ("at", "before", "by", "after", "until")
            and step < 2
            and line.word(begin + step + 1) in ENGLISH_EVENTS
        )
        if not known and not english:
            return None
        described = described or known or english
    return None


def _is_event(word: str, prefix: str, described: bool) -> bool:
    if word in NOT_EVENTS:
        return False
    if word in ENGLISH_EVENTS:
        return described
    if not word.endswith(EVENT_ENDINGS):
        return False
    compound = word not in EVENT_ENDINGS or described or word.startswith("semest")
    if prefix in ("till", "tills"):
        return compound and word.endswith(_MEETING_ENDINGS)
    if prefix in _FOR_MEETINGS:
        return compound and word.endswith((*_MEETING_ENDINGS, "dagen", "konferensen"))
    return compound


def _offset(line: Line, place: int) -> Hit | None:
    """Read «en vecka före mötet», «dagen innan nästa möte», «two days before the meeting»."""
    after = place
    if line.number(after, 60):
        after += 1
    after += line.word(after) == "the"
    if line.word(after) not in _OFFSETS:
        return None
    after += 1
    if line.word(after) not in ("före", "innan", "efter", "before", "after"):
        return None
    target = line.phrase(after + 1, NEXT_MEETING | MEETING_ITSELF, 3)
    if target is None:
        return None
    name = line.text[line.at(place).start : line.at(target[1] - 1).end]
    return _event(name, place, target[1])
