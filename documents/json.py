"""The minutes as a JSON file, format minutes/1."""

import json

from meetings.minutes import Minutes


def render(minutes: Minutes) -> bytes:
    """Return the minutes as indented JSON in UTF-8, every key there, ended by a newline."""
    return (json.dumps(minutes.as_data(), ensure_ascii=False, indent=2) + "\n").encode()
