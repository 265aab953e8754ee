"""Take a message apart: what is not said to anybody, the address to the bot, lines, bullets and sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.command import Sentence
from meetings.words import sentences

BOT_NAMES = ("mötesbot", "motesbot", "meetingbot", "mysam-bot", "mysambot")

_ADDRESS = re.compile(rf"@(?:{'|'.join(BOT_NAMES)})\b[:,]?\s*", re.IGNORECASE)
_FENCE = re.compile(r"```.*?(?:```|\Z)", re.DOTALL)
_INLINE_CODE = re.compile(r"`[^`\n]*`")
_QUOTE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_OFF = re.compile(r"(?:^|(?<=\s))\\.*$", re.MULTILINE)
_BULLET = re.compile(r"^(?P<indent>[ \t]*)(?:(?P<mark>[-*•–—!])[ \t]+|(?P<number>\d{1,2})[.)][ \t]+)(?=\S)")


@dataclass(frozen=True)
class Parts:
    """What is left of a message to read: its lines. `addressed` tells whether it names the bot."""

    lines: tuple[str, ...]
    addressed: bool


def take_apart(text: str) -> Parts:
    """Leave out quotes, code and what follows a backslash, which are nobody's words here, and give the lines."""
    said = text
    for pattern in (_FENCE, _INLINE_CODE, _QUOTE, _OFF):
        said = pattern.sub(" ", said)
    addressed = _ADDRESS.search(said) is not None
    return Parts(tuple(line for line in said.split("\n") if line.strip()), addressed)


def without_address(line: str) -> str:
    """Give a line without the bot's name."""
    return _ADDRESS.sub("", line).strip()


def split(lines: Sequence[str]) -> tuple[Sentence, ...]:
    """Split lines into bullets, kept whole, and sentences."""
    found: list[Sentence] = []
    for number, line in enumerate(lines):
        found += _line(line, number)
    return _linked(found)


def _line(line: str, number: int) -> list[Sentence]:
    found: list[Sentence] = []
    for position, stretch in enumerate(_ADDRESS.split(line)):
        if not stretch.strip():
            continue
        bullet = _BULLET.match(stretch) if position == 0 else None
        if bullet is not None:
            text = stretch[bullet.end() :].strip()
            level = 1 if len(bullet["indent"].expandtabs(4)) >= 2 else 0
            found.append(Sentence(text, True, level, bullet["number"] is not None, number))
            continue
        found += [
            Sentence(stretch[start:end].strip(), line=number, after_address=position > 0)
            for start, end in sentences(stretch)
            if stretch[start:end].strip()
        ]
    return found


def _linked(found: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Tell each sentence whether it is first or last, and which lines come after its own."""
    linked: list[Sentence] = []
    for position, sentence in enumerate(found):
        later = tuple(other for other in found[position + 1 :] if other.line > sentence.line)
        linked.append(replace(sentence, first=position == 0, last=position == len(found) - 1, following=later))
    return tuple(linked)
