"""Take a person's name out of text: every way it is written, so that another name stands in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from meetings.group import Person
from meetings.people.first_names import COMMON_WORDS
from meetings.slug import slug
from meetings.words import bare, fold

_GENITIVE = r"(?P<genitive>:?s)?(?!\w)"


class Forgetting:
    """Puts `called` where a person is named: in full, by account, initial or other names.

    Her given name alone counts too when nobody else of `others` has it and it is no ordinary word.
    """

    def __init__(self, person: Person, called: str, others: Sequence[Person] = ()) -> None:
        self._called = called
        self._account = person.account
        words = person.name.split()
        exact, loose = [], [person.name, *person.aliases]
        if len(words) > 1:
            loose.append(f"{words[-1]}, {' '.join(words[:-1])}")
            exact.append(rf"{_spelled(words[0])}\s+{re.escape(words[-1][0])}\b\.?")
            exact.append(rf"{re.escape(words[0][0])}\.\s*{_spelled(words[-1])}")
        self._alone = tuple(dict.fromkeys((*words[:1], *words[-1:])))
        if words and bare(words[0]) not in COMMON_WORDS and not _shared(words[0], others):
            exact.append(_spelled(words[0]))
        if person.account:
            exact.insert(0, rf"<@{re.escape(person.account)}(?:\|[^>]*)?>")
            loose.append(person.account)
        address = "[._-]?".join(part for part in slug(person.name).split("-") if part)
        patterns = [rf"(?<!\w)(?i:{address})@[\w.-]+"] if "-" in slug(person.name) else []
        patterns += [rf"(?<!\w)@?(?i:{_spelled(name)}){_GENITIVE}" for name in _longest_first(loose)]
        patterns += [rf"(?<!\w)@?{pattern}{_GENITIVE}" for pattern in exact]
        self._patterns = tuple(re.compile(pattern) for pattern in patterns)

    def text(self, text: str) -> str:
        """Give a text without her name."""
        for pattern in self._patterns:
            text = pattern.sub(self._put, text)
        return text

    def value(self, value: Any) -> Any:
        """Give what JSON holds without her name or account, however deep they stand; keys are left."""
        match value:
            case str():
                return self._called if value == self._account else self.text(value)
            case list():
                return [self.value(one) for one in value]
            case dict():
                return {key: self.value(one) for key, one in value.items()}
        return value

    def named_in(self, text: str) -> bool:
        """Tell whether a text names her."""
        return self.text(text) != text

    def perhaps_in(self, text: str) -> bool:
        """Tell whether a part of her name is left in a text, which may be another's name or an ordinary word."""
        return any(re.search(rf"(?<!\w){re.escape(word)}(?::?s)?(?!\w)", text) for word in self._alone)

    def _put(self, found: re.Match[str]) -> str:
        genitive = found.groupdict().get("genitive")
        return f"{self._called}:s" if genitive else self._called


def _spelled(name: str) -> str:
    """Write a name as a pattern: between its words any space, and a hyphen or none."""
    return r"\s+".join(re.escape(word).replace(r"\-", r"[-\s]") for word in name.split())


def _longest_first(names: Sequence[str]) -> list[str]:
    return sorted({name.strip() for name in names if name.strip()}, key=lambda name: (-len(name), name))


def _shared(given: str, others: Sequence[Person]) -> bool:
    return any(fold(given) in (fold(word) for word in one.name.split()) for one in others)
