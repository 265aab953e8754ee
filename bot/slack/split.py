"""Long text in pieces that fit, cut where a reader expects it: between lines, sentences, words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.slack.escape import size
from meetings.document import Run

_PLACES = (re.compile(r"\n+"), re.compile(r"(?<=[.!?…])\s+"), re.compile(r"\s+"))
"""Where a text may be cut, the best places first."""


def split_runs(runs: Sequence[Run], most: int) -> Iterator[tuple[Run, ...]]:
    """Cut runs into lines of runs of at most `most` in size, each keeping its look; a run counts one besides."""
    taken: list[Run] = []
    left = most
    for run in runs:
        while size(run.text) >= left:
            if left > most // 4:
                end, start = _cut(run.text, left - 1)
                taken.append(replace(run, text=run.text[:end]))
                run = replace(run, text=run.text[start:])
            yield tuple(taken)
            taken, left = [], most
        if run.text:
            taken.append(run)
            left -= size(run.text) + 1
    if taken:
        yield tuple(taken)


def shortened(text: str, most: int) -> str:
    """Return the text, or as many of its words as fit with an ellipsis after them."""
    if size(text) <= most:
        return text
    end, _ = _cut(text, most - 1)
    return f"{text[:end].rstrip()}…"


def _cut(text: str, most: int) -> tuple[int, int]:
    """Give where the first piece ends and where the next begins; a word that is too long itself is cut through."""
    end = _reach(text, most)
    for place in _PLACES:
        found = None
        for match in place.finditer(text, 0, min(end + 1, len(text))):
            if match.start() > 0:
                found = match
        # A cut far to the front would leave pieces of a few words.
        if found is not None and found.start() >= end // 3:
            return found.start(), found.end()
    return end, end


def _reach(text: str, most: int) -> int:
    """Give how many characters fit, at least one."""
    if size(text[:most]) <= most:
        return min(most, len(text))
    low, high = 1, most
    while low < high:
        middle = (low + high + 1) // 2
        if size(text[:middle]) <= most:
            low = middle
        else:
            high = middle - 1
    return low
