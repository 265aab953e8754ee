"""Answers to what the bot asked: an option chosen by its words, its number, or yes and no."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from handlers.command import Call, Command, Outcome, React
from handlers.convening_contact import answer_contact, read_contact_answer
from handlers.substitutes import answer_substitute, read_substitute_answer
from meetings.facts import Answered, Option
from meetings.words import fold

Understand = Callable[[str, Call, Sequence[Command[Any]]], Outcome]

_YES = re.compile(r"^(?:ja|japp|jepp|jo|yes|yep|ok|okej|stämmer|precis|gör det|👍|✅)\W*$", re.IGNORECASE)
_NO = re.compile(r"^(?:nej|nä|nope|no|inte|låt bli|strunta i det|👎)\W*$", re.IGNORECASE)
_ORDINAL = {
    "första": 1,
    "den första": 1,
    "andra": 2,
    "den andra": 2,
    "tredje": 3,
    "den tredje": 3,
    "first": 1,
    "second": 2,
}


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
    return Outcome((answered, *outcome.facts), outcome.replies)


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
    number = int(said) if said.isdecimal() and len(said) < 3 else _ORDINAL.get(said)
    if number is not None:
        return options[number - 1] if 1 <= number <= len(options) else None
    fitting = [option for option in options if said and (said == fold(option.label) or said == fold(option.text))]
    fitting = fitting or [option for option in options if len(said) > 2 and fold(option.label).startswith(said)]
    fitting = fitting or [option for option in options if len(said) > 2 and said in fold(option.label).split()]
    return fitting[0] if len(fitting) == 1 else None
