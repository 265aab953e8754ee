"""Answers to what the bot asked: an option chosen by its words, its number, or yes and no."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from handlers.attendance.substitutes import answer_substitute, read_substitute_answer
from handlers.command import Call, Command, Outcome, React
from handlers.groups.convening_contact import answer_contact, read_contact_answer
from meetings.facts import Answered, Option
from meetings.words import fold

Understand = Callable[[str, Call, Sequence[Command[Any]]], Outcome]

_WARMLY = (
    r"tack|gärna|visst|absolut|precis|då|du|snälla|please|thanks|thank\s+you|do|gör\s+(?:det|så)|helt\s+rätt"
    r"|det\s+(?:stämmer|är\s+rätt|blir\s+bra)|that's\s+right"
)
_YES = re.compile(
    r"^(?:ja|japp|jepp|jo|jajamän|yes|yep|yeah|ok|okej|(?:det\s+)?stämmer|precis|exakt|korrekt|absolut|visst|gärna"
    r"|självklart|gör\s+(?:det|så)|kör(?:\s+på)?|(?:det\s+är\s+)?rätt|correct|sure|right|👍|✅)"
    rf"(?:[\s,.!]+(?:{_WARMLY}))*\W*$",
    re.IGNORECASE,
)
_NO = re.compile(
    r"^(?:nej|nä|nope|no|inte(?:\s+nu)?|låt\s+bli|strunta\s+i\s+det|hoppa\s+över(?:\s+det)?|avvakta|not\s+now"
    r"|skip(?:\s+it)?|ingen\s+av\s+dem|neither|none|👎)"
    rf"(?:[\s,.!]+(?:det\s+behövs\s+inte|inte\s+nu|låt\s+bli|gör\s+inte\s+det|{_WARMLY}))*\W*$",
    re.IGNORECASE,
)
_ORDINAL = {
    **dict.fromkeys(("första", "förstnämnda", "förste", "ett", "ettan", "1:an", "first", "one"), 1),
    **dict.fromkeys(("andra", "andre", "två", "tvåan", "2:an", "second", "two"), 2),
    **dict.fromkeys(("tredje", "tre", "trean", "3:an", "third", "three"), 3),
    **dict.fromkeys(("fjärde", "fyra", "fyran", "4:an", "fourth", "four"), 4),
    **dict.fromkeys(("sista", "siste", "sistnämnda", "last"), -1),
}
# What people say round the answer itself: "jag menade Siv förstås", "alternativ 2, tack".
_ROUND_IT = frozenset(
    """
    jag menar menade mena det är var blir gäller gällde alternativ alternativet nummer nr den de som förstås såklart
    klart naturligtvis tack ja japp jo just precis ju på i meant mean it's its it is the number option one please
    thanks yes oj sorry förlåt ursäkta så of course
    """.split()
)
_ORDINAL_ENDING = re.compile(r"(?<=\d):?[ae]n?\Z")
_WORD = re.compile(r"[^\s,.!;()]+")


def answer(text: str, call: Call, commands: Sequence[Command[Any]], understand: Understand) -> Outcome | None:
    """Read a text as the answer to what its writer was asked; None when it is not one.

    Only a private message or one in a thread can be an answer. What the chosen option stands for is understood as
    written now; the question is then answered, and so is one that other words settle.
    """
    pending = call.pending
    if pending is None or not (call.private or call.thread is not None):
        return None
    about_substitute = read_substitute_answer(text, call)
    if about_substitute is not None:
        return answer_substitute(about_substitute, call)
    contact = read_contact_answer(text, call)
    if contact is not None:
        return answer_contact(contact, call)
    chosen = choose_option(text.strip(), pending.options)
    if chosen is None and not (_NO.match(text.strip()) and pending.options):
        return None
    answered = Answered(**call.base, question=pending.id)
    if chosen is None or not chosen.text:
        return Outcome((answered,), (React("👍"),))
    said = call.said.model_copy(update={"answers": pending.id})
    outcome = understand(chosen.text, replace(call, said=said, pending=None, addressed=True), commands)
    return replace(outcome, facts=(answered, *outcome.facts))


def is_choice(text: str, options: Sequence[Option]) -> bool:
    """Tell whether a text chooses among options, or turns them down."""
    return choose_option(text.strip(), options) is not None or bool(options and _NO.match(text.strip()))


def _only(options: Sequence[Option], meaning: re.Pattern[str]) -> Option | None:
    """Give the one option among several that begins with a yes, or with a no."""
    fitting = [option for option in options if meaning.match(option.label.split(",")[0])]
    return fitting[0] if len(fitting) == 1 else None


def choose_option(text: str, options: Sequence[Option]) -> Option | None:
    """Find the option that a text picks by its words, its number, or yes; None when none or several fit."""
    if not options:
        return None
    if _YES.match(text):
        return options[0] if len(options) == 1 else _only(options, _YES)
    if _NO.match(text):
        return _only(options, _NO)
    said = fold(text).strip(" .!")
    bare = [word for word in _WORD.findall(said) if word not in _ROUND_IT] or _WORD.findall(said)
    number = _number(bare[0]) if len(bare) == 1 else None
    if number is not None:
        return options[number - (number > 0)] if 1 <= abs(number) <= len(options) else None
    fitting = [option for option in options if said and (said == fold(option.label) or said == fold(option.text))]
    fitting = fitting or [option for option in options if len(said) > 2 and fold(option.label).startswith(said)]
    words = {_ORDINAL_ENDING.sub("", word) for word in bare if len(word) > 1}
    fitting = fitting or [
        option
        for option in options
        if words and words <= set(_WORD.findall(fold(option.label))) and len(words) == len(bare)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _number(word: str) -> int | None:
    """Give the number of the option a word names; -1 for the last."""
    if word.isdecimal() and len(word) < 3:
        return int(word)
    return _ORDINAL.get(word.rstrip(":)"))
