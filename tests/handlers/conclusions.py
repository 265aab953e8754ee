"""Play one sentence, or several lines, to a command in the standard situation."""

from __future__ import annotations

from typing import Any

from handlers.command import Call, Command, Outcome, Sentence


def sentence_of(text: str, *lines: str, bullets: bool = False) -> Sentence:
    """Make a sentence with the lines that follow it."""
    following = tuple(Sentence(text=line, bullet=bullets, line=number) for number, line in enumerate(lines, 1))
    return Sentence(text=text, first=True, last=not lines, following=following)


def played(command: Command[Any], made: Call, text: str, *lines: str, bullets: bool = False) -> Outcome | None:
    """Give what the command makes of the text, None when it does not claim it."""
    claims = command.read(sentence_of(text, *lines, bullets=bullets), made)
    return command.handle(claims[0].intent, made) if claims else None
