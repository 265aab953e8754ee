"""Text as people wrote it, made safe to keep, show and put in any document."""

import re
import unicodedata

LONGEST_TEXT = 40_000
LONGEST_LINE = 1_000

# C0 and C1 controls but tab and newline; lone surrogates; marks and switches of writing direction.
_DROPPED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_LINE_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\^`{|}]+\Z", re.IGNORECASE)


def clean(text: str, limit: int = LONGEST_TEXT) -> str:
    """Return the text in NFC, without control and direction characters, with "\\n" for every line break."""
    text = _DROPPED.sub("", _LINE_BREAKS.sub("\n", text))
    return unicodedata.normalize("NFC", text)[:limit].strip()


def line(text: str, limit: int = LONGEST_LINE) -> str:
    """Return the text cleaned and on one line: a name, a title."""
    return " ".join(clean(text).split("\n"))[:limit].strip()


def link(url: str) -> str | None:
    """Return the address when it is one that may be followed (http, https, mailto), else None."""
    url = clean(url)
    return url if _SAFE_LINK.match(url) else None
