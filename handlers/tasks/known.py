"""Find which of the group's tasks people's words mean."""

from __future__ import annotations

import re
from collections.abc import Mapping

from handlers.command import Call
from meetings.facts import OwnerKind
from meetings.record import Action

_WORD = re.compile(r"[^\W_]{2,}")
_EMPTY = frozenset(
    (
        "att och den det de en ett som är var min mitt mina din vår våra vårt har hade med till på för om av "
        "i från nu uppgift uppgiften åtgärd åtgärden klar klart färdig färdigt gjord gjort fixad fixat fixa "
        "gör göra skickad grej grejen bocka stryk the and of to my our is are has have done task action now "
        "a an "
    ).split()
)
_STEM = 4
_ENOUGH = 0.5
_ALIKE = 0.1


def open_actions(call: Call) -> tuple[Action, ...]:
    """Give the tasks that are still to be done, the ones that wait for a yes not among them."""
    return tuple(one for one in call.record.actions.values() if one.status in ("open", "moved") and not one.proposed)


def find_actions(words: str, call: Call, *, own: bool = False) -> tuple[Action, ...]:
    """Give the open tasks that words mean: one, several that fit alike, or none. `own`: only the speaker's."""
    mine = [one for one in open_actions(call) if not own or belongs_to_speaker(one, call)]
    if not _stems(words):
        return tuple(mine) if own else ()
    by_id = {one.id: one for one in mine}
    found = tuple(by_id[key] for key in find_by_words(words, {one.id: one.text for one in mine}))
    if len(found) > 1:
        owned = tuple(one for one in found if belongs_to_speaker(one, call))
        return owned if len(owned) == 1 else found
    return found


def find_by_words(words: str, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Give the keys of the texts that words mean: the one that fits best, several that fit alike, or none."""
    said = _stems(words)
    scored = [(score, key) for key, text in texts.items() if (score := _fit(said, _stems(text))) >= _ENOUGH]
    best = max((score for score, _ in scored), default=0.0)
    return tuple(key for score, key in scored if score > best - _ALIKE)


def belongs_to_speaker(action: Action, call: Call) -> bool:
    """Tell whether a task is the speaker's own, or her organisation's."""
    speaker = call.speaker
    if speaker is None:
        return False
    if action.owner.kind is OwnerKind.ORGANISATION:
        return action.owner.name is not None and action.owner.name == speaker.organisation
    return action.owner.person == speaker.id


def _fit(said: list[str], there: list[str]) -> float:
    """Tell how much of the shorter of two wordings is in the other, by the beginnings of their words."""
    hits = sum(any(_alike(word, other) for other in there) for word in said)
    return hits / min(len(said), len(there)) if hits else 0.0


def _stems(words: str) -> list[str]:
    return [word for word in _WORD.findall(words.casefold()) if word not in _EMPTY]


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _STEM and longer.startswith(shorter[: max(_STEM, len(shorter) - 2)])
