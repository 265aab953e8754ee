"""What to say when the bot was addressed and nothing was understood: never silence, a guess if there is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from rapidfuzz import fuzz, process

from handlers.command import Call, Command, Outcome, React, Tell, When
from handlers.reading.asking import ask
from handlers.reading.chatter import is_question
from handlers.reading.permissions import check, refusal
from meetings.document import Document, doc
from meetings.errors import NotAllowed
from meetings.facts import About, Option
from meetings.words import fold

_COURTESY = re.compile(
    r"""^(?:(?:tack\w*|tusen\ tack|toppen|bra|du\ är\ bäst|ok\w*|okej|fint|perfekt|thanks|thank\ you|great|good\ bot
        |hej\w*
        |hallå|god\ morgon|hi|hello)\b.{0,25} | [\W_]+)$""",
    re.IGNORECASE | re.VERBOSE,
)
_NEAR_ENOUGH = 74
_ALMOST_THE_SAME = 85
_LONGEST_COMMAND = 4
_LONGEST_MISSPELT = 8
"""Words: whoever writes more, and names no command with a colon, is telling something and did not misspell one."""


def guess(text: str, call: Call, commands: Sequence[Command[Any]]) -> Outcome:
    """Answer words to the bot that no command took."""
    plain = text.strip()
    if not plain:
        return Outcome(replies=(Tell(doc(call.texts.t("guess.yes"))),))
    if _COURTESY.match(plain):
        return Outcome(replies=(React("👍"),))
    named = _named(plain, commands)
    if named is not None:
        return _what_would_work(named, call)
    meant = _meant(plain, commands)
    if meant is not None:
        written, word, whole = meant
        question = Document.of(call.texts.paragraph("guess.misspelt", written=written, word=word))
        asked = ask(call, About.SPELLING, question, options=(Option(label=word, text=whole),))
        return asked if asked.replies else Outcome(replies=(Tell(question),))
    key = "guess.question" if is_question(plain) else "guess.not_understood"
    return Outcome(replies=(Tell(doc(call.texts.t(key))),))


def misread(text: str, call: Call, commands: Sequence[Command[Any]]) -> Outcome | None:
    """Answer words to the bot in an open meeting that begin like a command, and would else be taken for a note.

    Where all notes are addressed to the bot, only a few words are looked at.
    """
    plain = text.strip()
    few = len(plain.split()) <= _LONGEST_COMMAND
    if call.when is not When.DURING or not plain or not (few or not call.record.group.only_when_addressed):
        return None
    named = _named(plain, commands)
    if named is not None:
        return _what_would_work(named, call)
    if few and not call.record.group.only_when_addressed and _meant(plain, commands, _ALMOST_THE_SAME) is not None:
        return guess(text, call, commands)
    return None


def _named(text: str, commands: Sequence[Command[Any]]) -> Command[Any] | None:
    """Find the command that a text calls by its word, though the rest of it says nothing that the command can read."""
    words = fold(text).split()
    if len(words) > _LONGEST_MISSPELT and not words[0].endswith(":"):
        return None
    for size in range(min(_LONGEST_COMMAND, len(words)), 0, -1):
        written = " ".join(words[:size]).rstrip(":,.!")
        for command in commands:
            if any(written == fold(word) for language in command.words.values() for word in language):
                return command
    return None


def _what_would_work(command: Command[Any], call: Call) -> Outcome:
    """Say in one line who may use a command, when it can be used, or how it is written."""
    texts = call.texts
    try:
        check(command, call)
    except NotAllowed as error:
        return refusal(error, call)
    if call.when is not When.DURING and command.shown == frozenset({When.DURING}):
        return Outcome(replies=(Tell(doc(texts.t("errors.wrong_phase_not_open"))),))
    examples = (one.text for one in command.examples if one.language == texts.language and "\n" not in one.text)
    example = next(examples, command.words[texts.language][0])
    return Outcome(replies=(Tell(doc(texts.t("guess.example", example=example))),))


def _meant(text: str, commands: Sequence[Command[Any]], near_enough: int = _NEAR_ENOUGH) -> tuple[str, str, str] | None:
    """Find the command word that the text's first words come nearest to: as written, the word, the text mended."""
    words = text.split()
    choices = {fold(word): word for command in commands for language in command.words.values() for word in language}
    best: tuple[float, str, str, int] | None = None
    for size in range(1, min(_LONGEST_COMMAND, len(words)) + 1):
        written = " ".join(words[:size]).rstrip(":,.!")
        named = words[size - 1].endswith(":")
        if len(written) < 4 or len(words) > _LONGEST_MISSPELT and not named:
            continue
        alike = [choice for choice in choices if len(choice.split()) == size]
        found = process.extractOne(fold(written), alike, scorer=fuzz.ratio, score_cutoff=near_enough)
        if found is not None and (best is None or found[1] > best[0]):
            best = (found[1], written, choices[found[0]], size)
    if best is None:
        return None
    _, written, word, size = best
    rest = " ".join(words[size:])
    joint = ":" if words[size - 1].endswith(":") else ""
    return written, word, f"{word}{joint} {rest}".strip()
