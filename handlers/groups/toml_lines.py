"""On which line each key of a TOML file stands, since the standard reader does not tell."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*+)*+")
_SPACE = re.compile(r"[ \t]*")
_KEY = re.compile(r"[ \t]*(?:\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)'|(?P<bare>[\w-]+))[ \t]*(?P<dot>\.?)")
_TEXT = re.compile(
    r'"""(?:\\.|(?!""")[\s\S])*"{3,5}|\'\'\'(?:(?!\'\'\')[\s\S])*\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'', re.DOTALL
)
_PLAIN = re.compile(r"[^,\]}\n#]*")


def lines_of(text: str) -> Mapping[str, int]:
    """Give the line, from 1, of each key by its path: `group.name`, `members[2].capacity`, lists counted from 1.

    The text is one that the standard reader has accepted; of another, what comes after the fault is left out.
    """
    return _Lines(text).read()


def line_of(path: str, lines: Mapping[str, int]) -> int:
    """Give the line of a key, or of the nearest thing around it when the key itself is not there."""
    while path and path not in lines:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return lines.get(path, 1)


class _Lines:
    """The reading of one file."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._breaks = [found.start() for found in re.finditer("\n", text)]
        self._lines: dict[str, int] = {}
        self._counts: dict[str, int] = {}

    def read(self) -> Mapping[str, int]:
        table = ""
        while True:
            self._skip(_BLANK)
            if self._at >= len(self._text):
                return self._lines
            start = self._at
            if self._text.startswith("[", self._at):
                table = self._header()
            else:
                self._pair(table)
            if self._at == start:
                return self._lines

    def _header(self) -> str:
        start = self._at
        many = self._text.startswith("[[", self._at)
        self._at += 2 if many else 1
        *parents, last = self._names() or [""]
        path = ""
        for name in parents:
            path = self._latest(f"{path}.{name}" if path else name)
        path = f"{path}.{last}" if path else last
        if many:
            self._mark(path, start)
            self._counts[path] = self._counts.get(path, 0) + 1
            path = self._latest(path)
        self._mark(path, start)
        self._at = _end_of_line(self._text, self._at)
        return path

    def _latest(self, path: str) -> str:
        return f"{path}[{self._counts[path]}]" if path in self._counts else path

    def _pair(self, table: str) -> None:
        start = self._at
        path = table
        for name in self._names():
            path = f"{path}.{name}" if path else name
            self._mark(path, start)
        self._skip(_SPACE)
        if self._text.startswith("=", self._at):
            self._at += 1
            self._value(path)

    def _value(self, path: str) -> None:
        self._skip(_SPACE)
        opening = self._text[self._at : self._at + 1]
        if opening in ("[", "{"):
            self._at += 1
            self._members(path, "]" if opening == "[" else "}")
            return
        self._skip(_TEXT if opening in ("'", '"') else _PLAIN)

    def _members(self, path: str, closing: str) -> None:
        number = 0
        while True:
            self._skip(_BLANK)
            if self._at >= len(self._text) or self._text.startswith(closing, self._at):
                self._at += 1
                return
            start = self._at
            if closing == "]":
                number += 1
                self._mark(f"{path}[{number}]", start)
                self._value(f"{path}[{number}]")
            else:
                self._pair(path)
            self._skip(_BLANK)
            if self._text.startswith(",", self._at):
                self._at += 1
            elif self._at == start:
                return

    def _names(self) -> list[str]:
        names = []
        while found := _KEY.match(self._text, self._at):
            names.append(found["double"] or found["single"] or found["bare"] or "")
            self._at = found.end()
            if not found["dot"]:
                break
        return names

    def _mark(self, path: str, at: int) -> None:
        self._lines.setdefault(path, bisect_left(self._breaks, at) + 1)

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self._text, self._at)
        self._at = found.end() if found else self._at


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
