"""No expression of ours can be made to try for ever: none repeats without bound what itself repeats without bound."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import pytest

import handlers
import meetings

_LETTERS = frozenset(chr(code) for code in range(32, 0x250)) | {"\n", "\t", "–", "—", "✅", "\u200b"}
_MANY = 30
"""A bounded repeat of more than this counts as one without bound."""
Chars = frozenset[str]
Items = list[tuple[Any, Any]]


def modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Give every expression a module of handlers or meetings holds, by itself or in a tuple or table."""
    for package in (handlers, meetings):
        for module in modules(package):
            for name, value in vars(module).items():
                for number, pattern in enumerate(_held(value)):
                    yield f"{module.__name__}.{name}[{number}]", pattern


def _held(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list | dict) and depth < 3:
        for one in value.values() if isinstance(value, dict) else value:
            yield from _held(one, depth + 1)


def chars_of(items: Items) -> Chars:
    """Give the letters that can stand anywhere in what some items match; of a wide alphabet, roughly."""
    found: set[str] = set()
    for kind, value in items:
        match kind:
            case kinds.LITERAL:
                found |= {chr(value).lower(), chr(value).upper()}
            case kinds.NOT_LITERAL:
                found |= _LETTERS - {chr(value).lower(), chr(value).upper()}
            case kinds.ANY | kinds.GROUPREF:
                found |= _LETTERS
            case kinds.IN:
                found |= _class(value)
            case kinds.BRANCH:
                found |= frozenset[str]().union(*(chars_of(list(branch)) for branch in value[1]))
            case kinds.SUBPATTERN:
                found |= chars_of(list(value[3]))
            case kinds.MAX_REPEAT | kinds.MIN_REPEAT | kinds.POSSESSIVE_REPEAT:
                found |= chars_of(list(value[2]))
            case _:
                pass
    return frozenset(found)


def _class(members: Items) -> Chars:
    pieces = []
    for kind, value in members:
        match kind:
            case kinds.LITERAL:
                pieces.append(re.escape(chr(value)))
            case kinds.RANGE:
                pieces.append(f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}")
            case kinds.CATEGORY:
                pieces.append(_CATEGORIES[value])
            case _:
                pass
    negated = "^" if any(kind is kinds.NEGATE for kind, _ in members) else ""
    wanted = re.compile(f"[{negated}{''.join(pieces)}]", re.IGNORECASE)
    return frozenset(letter for letter in _LETTERS if wanted.match(letter))


_CATEGORIES = {
    kinds.CATEGORY_DIGIT: r"\d", kinds.CATEGORY_NOT_DIGIT: r"\D", kinds.CATEGORY_SPACE: r"\s",
    kinds.CATEGORY_NOT_SPACE: r"\S", kinds.CATEGORY_WORD: r"\w", kinds.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


def nested(items: Items, inside: bool = False) -> Iterator[str]:
    """Give what repeats without bound in what does so too, with nothing fixed between one turn and the next."""
    for kind, value in items:
        if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT):
            _, most, body = value
            body = list(body)
            endless = most is kinds.MAXREPEAT or most > _MANY
            if endless and inside is False and (fault := _ambiguous(body)):
                yield fault
            yield from nested(body, inside)
        elif kind is kinds.BRANCH:
            for branch in value[1]:
                yield from nested(list(branch), inside)
        elif kind is kinds.SUBPATTERN:
            yield from nested(list(value[3]), inside)
        elif kind in (kinds.ASSERT, kinds.ASSERT_NOT):
            yield from nested(list(value[1]), inside)


def _ambiguous(body: Items) -> str:
    """Tell whether the body of an endless repeat can be parted in more ways than one: "(?:a+)+", "(?:\\s*x?)*"."""
    loops = list(_loops(body))
    fixed = _fixed(body)
    for letters in loops:
        # A letter that must stand there and that the loop cannot hold parts one turn from the next.
        if not any(letters.isdisjoint(one) for one in fixed):
            return "an endless repeat inside an endless repeat"
    return ""


def _loops(items: Items) -> Iterator[Chars]:
    for kind, value in items:
        if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT):
            _, most, body = value
            if most is kinds.MAXREPEAT or most > _MANY:
                yield chars_of(list(body))
            yield from _loops(list(body))
        elif kind is kinds.SUBPATTERN:
            yield from _loops(list(value[3]))
        elif kind is kinds.BRANCH:
            for branch in value[1]:
                yield from _loops(list(branch))


def _fixed(items: Items) -> list[Chars]:
    """Give the sets of letters of which one must stand in each turn."""
    found: list[Chars] = []
    for kind, value in items:
        if kind in (kinds.LITERAL, kinds.IN, kinds.ANY, kinds.NOT_LITERAL):
            found.append(chars_of([(kind, value)]))
        elif kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT) and value[0] > 0:
            found += _fixed(list(value[2]))
        elif kind is kinds.SUBPATTERN:
            found += _fixed(list(value[3]))
        elif kind is kinds.BRANCH:
            each = [_fixed(list(branch)) for branch in value[1]]
            if all(each):
                found.append(frozenset[str]().union(*(one[0] for one in each)))
    return found


def faults_of(pattern: re.Pattern[str]) -> list[str]:
    flags = pattern.flags & (re.IGNORECASE | re.VERBOSE | re.MULTILINE | re.DOTALL | re.ASCII)
    return list(nested(list(parser.parse(pattern.pattern, flags))))


def test_no_endless_repeat_stands_in_another() -> None:
    faults = {name: found for name, pattern in patterns() if (found := faults_of(pattern))}
    assert not faults


@pytest.mark.parametrize("source", [r"(?:a+)+b", r"(?:\w*\s*)*x", r"(?:\s*\S+){3,}$", r"(?:(?:x|\w)+,?)*"])
def test_what_can_be_parted_in_more_ways_than_one_is_found(source: str) -> None:
    assert faults_of(re.compile(source))


@pytest.mark.parametrize("source", [r"(?:\w+\s+)*x", r"(?:[^,]+,)+", r"\w+(?:-\w+)*", r"(?:ja|nej)+ .*"])
def test_what_can_be_parted_in_one_way_only_is_let_through(source: str) -> None:
    assert not faults_of(re.compile(source))
