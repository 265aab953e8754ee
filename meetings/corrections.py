"""Corrections of published minutes: the next revision is the frozen one with what is corrected, and a trail of it.

Nothing else changes with it: a renamed member, a new setting or a newer program leaves what was published alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from meetings.errors import NotUnderstood, UnknownThing
from meetings.minutes import Action, Agreement, Correction, Decision, Minutes, Paragraph, Part, Question

_WORDED = (Action, Agreement, Paragraph, Question)
"""Parts whose `text` may be corrected in words; a decision's clauses as well."""


def next_revision(frozen: Minutes, content: Minutes, at: datetime, by: str | None, trail: str) -> Minutes:
    """Give the corrected revision that follows a frozen one: its content now, with the correction in its history."""
    number = frozen.revision + 1
    correction = Correction(revision=number, at=at, by=by, text=trail)
    return content.model_copy(
        update={"revision": number, "status": "corrected", "history": (*frozen.history, correction)}
    )


def in_words(minutes: Minutes, was: str, now: str) -> Minutes:
    """Give the minutes with words replaced in the one passage where they stand.

    Raises UnknownThing when they stand nowhere, and NotUnderstood when they stand in several.
    """
    pattern = _pattern(was)
    places = [text for text in _texts(minutes) if pattern.search(text)]
    if not places:
        raise UnknownThing("words", words=was)
    if len(set(places)) > 1:
        raise NotUnderstood("several_places", words=was, n=len(set(places)))
    text = places[0]
    corrected: Minutes = _reworded(minutes, text, _tidy(pattern.sub(lambda _: now, text, count=1)))
    return corrected


def carried(frozen: Any, before: Any, after: Any) -> Any:
    """Give what is frozen with that, and only that, changed which is not the same before and after a correction."""
    if before == after:
        return frozen
    if isinstance(frozen, Part) and type(frozen) is type(before) is type(after):
        changes = {
            name: carried(getattr(frozen, name), getattr(before, name), getattr(after, name))
            for name in type(frozen).model_fields
        }
        return frozen.model_copy(update=changes)
    parted = isinstance(frozen, tuple) and isinstance(before, tuple) and isinstance(after, tuple)
    if parted and len(frozen) == len(before) == len(after):
        return tuple(carried(*parts) for parts in zip(frozen, before, after, strict=True))
    return after


def _texts(part: Any) -> Iterator[str]:
    """Give every passage that may be corrected in words, in the order of the minutes."""
    if isinstance(part, tuple):
        for one in part:
            yield from _texts(one)
    elif isinstance(part, Decision):
        yield from part.clauses
    elif isinstance(part, _WORDED):
        yield part.text
    elif isinstance(part, Part):
        for name in type(part).model_fields:
            if name != "history":
                yield from _texts(getattr(part, name))


def _reworded(part: Any, was: str, now: str) -> Any:
    """Give a part with each passage of that text worded anew: a question stands under its item and in the list."""
    if isinstance(part, tuple):
        return tuple(_reworded(one, was, now) for one in part)
    if isinstance(part, Decision):
        return part.model_copy(update={"clauses": tuple(now if one == was else one for one in part.clauses)})
    if isinstance(part, _WORDED):
        return part.model_copy(update={"text": now}) if part.text == was else part
    if isinstance(part, Part):
        names = (name for name in type(part).model_fields if name != "history")
        return part.model_copy(update={name: _reworded(getattr(part, name), was, now) for name in names})
    return part


def _pattern(words: str) -> re.Pattern[str]:
    flexible = r"\s+".join(re.escape(word) for word in words.split())
    return re.compile(rf"(?<!\w){flexible}(?!\w)", re.IGNORECASE)


def _tidy(text: str) -> str:
    return re.sub(r"[ \t]{2,}", " ", text).replace(" .", ".").replace(" ,", ",").strip()
