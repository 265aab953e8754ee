"""The short name of a group: what its id and its minutes' folders are called."""

import re
import unicodedata

_LETTERS = str.maketrans("åäöéü", "aaoeu")
_OTHERS = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """Give the name in lower case with only a-z, 0-9 and "-": *Mysam Hofors* is `mysam-hofors`; "" if none is left."""
    lower = unicodedata.normalize("NFC", name).lower().translate(_LETTERS)
    return _OTHERS.sub("-", lower).strip("-")
