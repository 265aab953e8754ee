"""Take a message apart: what is not said to anybody, the address to the bot, lines, bullets and sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.command import Sentence
from meetings.words import sentences

MOST_FOLLOWING = 100
"""Lines: a list that belongs to what stands before it is no longer."""

MOST_READ, LONGEST_READ = 100, 12_000
"""Sentences, and characters, from the beginning of a message that are asked of the commands."""
MOST_KEPT_APART = 400
"""Lines beyond those that are kept each for itself; what comes after is one piece."""
LONGEST_SENTENCE, LONGEST_LABELLED = 1_000, 4_000
"""Characters of one sentence; of one that begins with a label: "beslut: …"."""

BOT_NAMES = ("mötesbot", "motesbot", "meetingbot", "mysam-bot", "mysambot")

_ADDRESS = re.compile(rf"@(?:{'|'.join(BOT_NAMES)})\b[:,]?\s*", re.IGNORECASE)
_FENCE = re.compile(r"```.*?(?:```|\Z)", re.DOTALL)
_INLINE_CODE = re.compile(r"`[^`\n]*`")
_QUOTE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_OFF = re.compile(r"(?:^|(?<=\s))\\.*$", re.MULTILINE)
_LABELLED = re.compile(r"\W{0,4}[^\W\d_][^:\n]{0,40}:\s")
_BULLET = re.compile(r"^(?P<indent>[ \t]*)(?:(?P<mark>[-*•–—!])[ \t]+|(?P<number>\d{1,2})[.)][ \t]+)(?=\S)")


@dataclass(frozen=True)
class Parts:
    """What is left of a message to read: its lines. `addressed` tells whether it names the bot."""

    lines: tuple[str, ...]
    addressed: bool


def take_apart(text: str) -> Parts:
    """Leave out quotes, code and what follows a backslash, which are nobody's words here, and give the lines."""
    said = text
    for sign, pattern in (("`", _FENCE), ("`", _INLINE_CODE), (">", _QUOTE), ("\\", _OFF)):
        if sign in said:
            said = pattern.sub(" ", said)
    addressed = "@" in said and _ADDRESS.search(said) is not None
    return Parts(tuple(line for line in said.split("\n") if line.strip()), addressed)


def without_address(line: str) -> str:
    """Give a line without the bot's name."""
    return _ADDRESS.sub("", line).strip()


def split(lines: Sequence[str]) -> tuple[Sentence, ...]:
    """Split lines into bullets, kept whole, and sentences."""
    found: list[Sentence] = []
    beyond: list[Sentence] = []
    for number, line in enumerate(lines):
        if len(found) < MOST_READ:
            found += _line(line, number, MOST_READ - len(found))
        elif len(beyond) < MOST_KEPT_APART:
            beyond.append(Sentence(line.strip(), line=number, number=MOST_READ))
        else:
            beyond.append(Sentence("\n".join(lines[number:]).strip(), line=number, number=MOST_READ))
            break
    return (*_linked(found, last=not beyond), *beyond)


def is_read(sentence: Sentence) -> bool:
    """Tell whether a sentence is asked of the commands: it is near the beginning, and no endless one without a label.

    What is not is kept as it stands: a pasted text belongs in the notes, whatever stands on its tenth page.
    """
    if sentence.number >= MOST_READ or sentence.begins >= LONGEST_READ:
        return False
    size = len(sentence.text)
    return size <= LONGEST_SENTENCE or size <= LONGEST_LABELLED and _LABELLED.match(sentence.text) is not None


def _line(line: str, number: int, most: int) -> list[Sentence]:
    """Split one line; when it holds more than `most` sentences the rest of them stay one."""
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
        spans = sentences(stretch)
        few = max(most - len(found), 1)
        if len(spans) > few:
            spans = (*spans[: few - 1], (spans[few - 1][0], len(stretch)))
        found += [Sentence(stretch[start:end].strip(), line=number, after_address=position > 0) for start, end in spans]
    return [sentence for sentence in found if sentence.text]


def _linked(found: Sequence[Sentence], *, last: bool) -> tuple[Sentence, ...]:
    """Tell each sentence its number, whether it is first or last, and which lines come after its own.

    `last`: nothing comes after these.
    """
    linked: list[Sentence] = []
    after, begins = len(found), sum(len(sentence.text) for sentence in found)
    for position in range(len(found) - 1, -1, -1):
        sentence = found[position]
        if position + 1 < len(found) and found[position + 1].line > sentence.line:
            after = position + 1
        later = tuple(found[after : after + MOST_FOLLOWING])
        begins -= len(sentence.text)
        linked.append(
            replace(
                sentence,
                number=position,
                begins=begins,
                first=position == 0,
                last=last and position == len(found) - 1,
                following=later,
            )
        )
    return tuple(reversed(linked))
