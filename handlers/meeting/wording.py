"""The words that open, close, reopen and time a meeting, and the hours told in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from handlers.command import Call
from meetings import when as dates

_MEETING = r"(?:det\ här\ )?(?:mötet|möte|sammanträdet|styrelsemötet|mysam(?:mötet)?|the\ meeting|meeting)"
# What may follow a command without changing it: "nu", "i efterhand", "kl. 13.05", "det slutade 14.20".
_TAIL = (
    r"(?P<tail>(?:[\s,.!–-]+(?:nu|now|direkt|genast|tack|please|i\ efterhand|retroaktivt|afterwards"
    r"|retroactively|med\ start|från|from|kl|klockan|at|as\ of|då|det|it|vi|we|den|började|startade"
    r"|slutade|var\ slut|ended|finished|started|began|redan|först|igen|again|\d{1,2}(?:[.:]\d{2})?"
    r"|halv\ \w+|kvart\ \w+\ \w+|(?:fem|tio|tjugo)\ (?:i|över)\ \w+|[ap]m)\b\.?)*)\W*\Z"
)

START_COMMAND = re.compile(
    rf"\b(?:starta|startmöte|start|öppna|börja|begin|open)\s*(?:{_MEETING})?{_TAIL}", re.IGNORECASE | re.VERBOSE
)
END_COMMAND = re.compile(
    rf"\b(?:avsluta|stäng|sluta|end|close|stop|stoppa|finish)\s*(?:{_MEETING})?{_TAIL}", re.IGNORECASE | re.VERBOSE
)
# The answer to "is it over?": "slut", "ja, det är slut", "vi är klara", "slutade 14.20".
OVER = re.compile(
    r"\A\W*(?:ja|jo|japp|yes|yep|ok|okej|oj|sorry|förlåt|glömde)?[\s,.!]*(?:(?:det|mötet|vi|it"
    r"|we)\ )?(?:(?:är|var|blev|is|was|are|were)\ )?(?:nu\ )?"
    r"(?:slut|klar[at]?|färdig[at]?|över|avslutat|avsluta(?:\ det|\ mötet)?|over|done|finished|ended"
    r"|slutade?)\b[\s\w.:,]{0,25}\W*\Z",
    re.IGNORECASE | re.VERBOSE,
)
REOPEN = re.compile(
    rf"""\A\W*(?:nej,?\ |oj,?\ |ok,?\ |no,?\ )?(?:
        (?:öppna|starta|open|start)\ {_MEETING}\ (?:igen|på\ nytt|again)
      | (?:återuppta|återöppna|reopen|resume)\ {_MEETING}(?:\ nu|\ now)?
      | (?:vi\ |mötet\ )?(?:återupptas|återupptar\ (?:vi\ )?mötet)(?:\ nu)?
      | mötet\ är\ (?:öppet|öppnat|igång)\ igen | the\ meeting\ is\ open\ again | we\ (?:reopen
        |resume)(?:\ the\ meeting)?
      )(?P<tail>[\s,.!\w:]{{0,30}})\W*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
GOES_ON = re.compile(
    rf"""\A\W*(?:nej|nä|no|jo|vänta|men|ok|oj)?[\s,.!]*(?:
        (?:vi|då|nu|mötet)\ fortsätter(?:\ vi)?(?:\ (?:en\ stund|lite|ett\ tag|med\ {_MEETING}|mötet|nu|då|till
          |kl\.?|till\ kl\.?|\d\S*))*
      | (?:vi\ )?(?:är\ inte\ (?:klara|färdiga)|inte\ (?:klara|slut|färdiga))(?:\ (?:än|ännu))?
      | mötet\ (?:pågår|är\ inte\ slut)(?:\ (?:än|ännu|fortfarande))?
      | (?:we|the\ meeting)\ (?:continue|continues|are\ continuing|goes\ on|go\ on|will\ go\ on|are\ still\ going
        |is\ still\ going)(?:\ (?:for\ a\ while|on|now))*
      | (?:we\ are\ |we're\ )?not\ (?:done|finished|over)(?:\ yet)?
      )\W*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
# Opened by mistake: what went wrong, and what was to have been left alone.
_WRONG = re.compile(
    r"\b(?:fel|misstag|råkade|av\ misstag|för\ tidigt|skulle\ inte|inte\ (?:starta|börja|öppna)|mistake"
    r"|accident\w*|wrong|too\ early|didn't\ mean|oj|oops|ojdå|hoppsan)\b",
    re.IGNORECASE | re.VERBOSE,
)
_UNDO_START = re.compile(
    rf"""\b(?:
        (?:avbryt|stoppa|stäng|ångra|avsluta|ta\ (?:bort|tillbaka)|cancel|stop|undo|close|abort)\s+(?:{_MEETING}
          |starten|mötesstarten|the\ start)
      | (?:det\ )?(?:skulle|ska)\ inte\ (?:starta|börja|öppna|startas|öppnas)
      | (?:startade?|öppnade?|started|opened)\s+(?:{_MEETING}|den|det|it)?\s*(?:av\ misstag|för\ tidigt|fel|i\ fel
        |by\ (?:mistake|accident)|too\ early)
      | (?:råkade|happened\ to)\s+(?:starta|öppna|start|open)\b
      )""",
    re.IGNORECASE | re.VERBOSE,
)
_UNDO_START_OUTRIGHT = re.compile(
    r"\A\W*(?:ångra|ta\ tillbaka|undo|take\ back)\ (?:starten|mötesstarten|mötets\ start|öppnandet"
    r"|the\ (?:start|opening))\W*\Z",
    re.IGNORECASE | re.VERBOSE,
)

_BEGAN = re.compile(
    r"\b(?:började|startade|öppnade[s]?|drog\ igång|körde\ igång|satte\ igång|began|started|opened)\b",
    re.IGNORECASE | re.VERBOSE,
)
_ENDED = re.compile(
    r"\b(?:slutade|avslutade[s]?|stängde[s]?|bröt|höll\ på\ till|pågick\ till|(?:var|blev)\ (?:slut"
    r"|klar[at]?|färdig[at]?)|ended|finished|closed|stopped)\b",
    re.IGNORECASE | re.VERBOSE,
)
_LASTED = re.compile(
    r"\b(?:pågick|varade|var|höll\ på|was|lasted)\ (?:mellan\ |från\ |between\ |from\ )?(?:kl\.?\ )?(?=\d)",
    re.IGNORECASE | re.VERBOSE,
)
_OF_MEETING = re.compile(r"\b(?:mötet|sammanträdet|styrelsemötet|mysam(?:mötet)?|meeting)\b", re.IGNORECASE)
# "ändra i anteckningarna: …", "fel sluttid i anteckningarna, …": what comes after is to stand in the minutes.
_IN_MINUTES = (
    r"(?:(?:i|av|in|of|to)\ )?(?:(?:det|de|the)\ )?(?:(?:minnes|mötes)?anteckningar(?:na)?|protokollet"
    r"|minutes|notes|utkastet|draft)"
)
CORRECTS_HOURS = re.compile(
    rf"""\A\W*(?:(?:hej|nej|förlåt|sorry|please)\W+)?(?:(?:ändra|rätta|rättelse|justera|korrigera|fel|change
        |correct(?:ion)?|fix|wrong)
        (?:\ (?:(?:till|på|på)\ )?(?:slut|start|mötes)?tid(?:en|er(?:na)?)?|\ (?:start|end|finish)(?:ing)?\ times?
          |\ hours?)?
        (?:\ {_IN_MINUTES})?)\s*[:,.–-]\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_ONLY_US = re.compile(
    r"""\A\W*(?:(?:ps|obs|rättelse|förresten|nej|ja|jo|by\ the\ way|correction)[\s:,]+){0,2}(?:vi|we)\ (?:började
      |startade|öppnade|slutade|avslutade|bröt|var\ klara|began|started|ended|finished)
        (?:[\s,.]+(?:kl|klockan|at|först|redan|alltså|och|and|slutade|avslutade|bröt|var\ klara|ended|finished|vi|we
          |halv\ \w+|kvart\ \w+\ \w+
          |(?:fem|tio|tjugo)\ (?:i|över)\ \w+|\d{1,2}(?:[.:]\d{2})?|[ap]m)\b)+\W*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_NEAR = 30
_BARE_HOUR = re.compile(
    r"\A\s*(?:(?:först|redan|faktiskt|precis|already)\s+)?(?P<hour>\d{1,2})(?=\s*(?:och|and|,|\.(?!\d)|!|\Z))"
)


@dataclass(frozen=True)
class Hours:
    """The local times at which a meeting is told to have begun and ended."""

    opened: time | None = None
    closed: time | None = None


def opened_by_mistake(text: str) -> bool:
    """Tell whether somebody says that the meeting was not to be opened."""
    return _UNDO_START_OUTRIGHT.match(text) is not None or (
        _UNDO_START.search(text) is not None and _WRONG.search(text) is not None and not text.rstrip().endswith("?")
    )


def told_hours(text: str, call: Call) -> Hours | None:
    """Read "mötet började 13.05 och slutade 14.20"; None when no hour of a meeting is told."""
    corrects = CORRECTS_HOURS.match(text)
    text = text[corrects.end() :] if corrects is not None else text
    lasted = _LASTED.search(text) if _OF_MEETING.search(text) else None
    if lasted is not None:
        span = next((w for w in _times(text[lasted.end() : lasted.end() + _NEAR], call) if w.end), None)
        return Hours(span.start, span.end) if span is not None else None
    if not (_OF_MEETING.search(text) or _ONLY_US.match(text)):
        return None
    hours = Hours(_hour_after(_BEGAN, text, call), _hour_after(_ENDED, text, call))
    return hours if hours.opened or hours.closed else None


def clock_in(text: str, call: Call) -> time | None:
    """Give the first hour that a text tells."""
    return next((w.start for w in _times(text, call) if w.start is not None), None)


def _hour_after(verb: re.Pattern[str], text: str, call: Call) -> time | None:
    found = verb.search(text)
    if found is None:
        return None
    near = text[found.end() : found.end() + _NEAR]
    other = _ENDED.search(near) or _BEGAN.search(near)
    near = near[: other.start()] if other else near
    bare = _BARE_HOUR.match(near)
    if bare is not None and int(bare["hour"]) < 24:
        return time(int(bare["hour"]))
    return clock_in(near, call)


def _times(text: str, call: Call) -> tuple[dates.When, ...]:
    return dates.find(text, call.now, language=call.record.group.language)
