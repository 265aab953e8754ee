"""Text on its way to Slack: what its markup would read as something else is made plain, and lengths as Slack counts."""

from __future__ import annotations

import re

# What no message can carry: controls but tab and newline, and halves of characters.
_UNSENDABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_CALLS = re.compile(r"@(?=(?:channel|here|everyone|group|all)\b)", re.IGNORECASE)
_MARKS = re.compile("[*_~`]+")
_EMOJI = re.compile(r":(?=[\w+-]+:)")
_WORD_JOINER = "\u2060"


def sendable(text: str) -> str:
    """Return the text without characters that no message can carry."""
    return _UNSENDABLE.sub("", text)


def escaped(text: str) -> str:
    """Return the text so that Slack's markup reads every character of it as itself: no mention, no link, no entity."""
    return sendable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def defused(text: str) -> str:
    """Return the text escaped, and so that "@channel" calls nobody even where Slack looks for bare names."""
    return _CALLS.sub(f"@{_WORD_JOINER}", escaped(text))


def unmarked(text: str) -> str:
    """Return an escaped text so that nothing in it is read as bold, code or emoji, where that cannot be turned off."""
    return _EMOJI.sub(f":{_WORD_JOINER}", _MARKS.sub(" ", text)).strip()


def size(text: str) -> int:
    """Measure a text at the most Slack may count it for: in UTF-16 units, with &, < and > written as entities."""
    if text.isascii():
        units = len(text)
    else:
        units = len(text) + sum(1 for char in text if char > "\uffff")
    return units + 4 * text.count("&") + 3 * (text.count("<") + text.count(">"))
