"""Take a person's name out of text: every way it is written, so that another name stands in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from meetings.people.first_names import COMMON_WORDS
from meetings.slug import slug
from meetings.words import bare, fold

_GENITIVE = r"(?P<genitive>:?s)?(?!\w)"


class Forgetting:
    """Puts `called` where a person is named: by one of her names in full or with an initial, or by an account.

    Her given name alone counts too when nobody of `others` has it and it is no ordinary word.
    """

    def __init__(
        self, names: Sequence[str], called: str, *, accounts: Sequence[str] = (), others: Iterable[str] = ()
    ) -> None:
        self.called = called
        self._accounts = frozenset(accounts)
        taken = {fold(word) for name in others for word in name.split()}
        whole, parts = [*names, *accounts], []
        self._alone: tuple[str, ...] = ()
        for name in names:
            if not (words := name.split()):
                continue
            given, *middle, last = words if len(words) > 1 else (*words, "")
            if last:
                whole.append(f"{last}, {' '.join((given, *middle))}")
                parts.append(rf"{_spelled(given)}\s+{re.escape(last[0])}\b\.?")
                parts.append(rf"{re.escape(given[0])}\.\s*{_spelled(last)}")
            if bare(given) not in COMMON_WORDS and fold(given) not in taken:
                parts.append(_spelled(given))
            self._alone += tuple(word for word in (given, last) if word and word not in self._alone)
        addresses = ["[._-]?".join(slug(name).split("-")) for name in names if "-" in slug(name)]
        patterns = [rf"<@{re.escape(account)}(?:\|[^>]*)?>" for account in accounts]
        patterns += [rf"(?<!\w)(?i:{address})@[\w.-]+" for address in addresses]
        patterns += [rf"(?<!\w)@?(?i:{_spelled(name)}){_GENITIVE}" for name in _longest_first(whole)]
        patterns += [rf"(?<!\w)@?{part}{_GENITIVE}" for part in _longest_first(parts)]
        self._patterns = tuple(re.compile(pattern) for pattern in patterns)

    def text(self, text: str) -> str:
        """Give a text without her name."""
        if text in self._accounts:
            return self.called
        for pattern in self._patterns:
            text = pattern.sub(self._put, text)
        return text

    def value(self, value: Any) -> Any:
        """Give what JSON holds without her name, however deep it stands; keys are left."""
        match value:
            case str():
                return self.text(value)
            case list():
                return [self.value(one) for one in value]
            case dict():
                return {key: self.value(one) for key, one in value.items()}
        return value

    def names(self, text: str) -> bool:
        """Tell whether a text names her."""
        return self.text(text) != text

    def may_name(self, text: str) -> bool:
        """Tell whether a part of her name stands in a text, which may be another's or an ordinary word."""
        return any(re.search(rf"(?<!\w){re.escape(word)}(?::?s)?(?!\w)", text) for word in self._alone)

    def _put(self, found: re.Match[str]) -> str:
        return f"{self.called}:s" if found.groupdict().get("genitive") else self.called


def _spelled(name: str) -> str:
    """Write a name as a pattern: between its words any space, and for a hyphen a space too."""
    return r"\s+".join(re.escape(word).replace(r"\-", r"[-\s]") for word in name.split())


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted({name.strip() for name in names if name.strip()}, key=lambda name: (-len(name), name))
