"""What is written after the command in Slack, as words to the bot."""

from __future__ import annotations

import re

from bot.slack.text import ADDRESS
from meetings.words import fold

SHORT = {
    "starta": "starta mötet",
    "öppna": "starta mötet",
    "start": "start the meeting",
    "open": "start the meeting",
    "avsluta": "avsluta mötet",
    "stäng": "avsluta mötet",
    "end": "end the meeting",
    "stop": "end the meeting",
    "close": "end the meeting",
    "stopp": "avsluta mötet",
    "actions": "action points",
    "grupper": "mina grupper",
    "groups": "my groups",
    "inställningar": "visa inställningar",
    "settings": "show settings",
    "protokoll": "utkast",
    "minutes": "draft",
}
"""Words that say less than the bot needs; any other is said to it as it stands, such as `dagordning` or `publicera`."""
SUBCOMMANDS = {
    "sv": (
        "starta", "avsluta", "dagordning", "närvaro", "uppgifter", "utkast", "publicera", "planera", "medlemmar",
        "inställningar", "hjälp",
    ),
    "en": (
        "start", "end", "agenda", "attendance", "actions", "draft", "publish", "plan", "members", "settings", "help",
    ),
}  # fmt: skip
"""The first words that the hint beside the command names."""
HELP = {"sv": "hjälp", "en": "help"}

_NEW_GROUP = re.compile(r"(?:ny\s+grupp|new\s+group)\b", re.IGNORECASE)


def said_by(command: str, text: str) -> tuple[str, bool]:
    """Give what a command says to the bot, and whether it says it openly in the channel: a new group is everybody's.

    A bare command asks for help, in Swedish when it is called by a Swedish name.
    """
    words = " ".join(text.split()) if "\n" not in text else text.strip()
    if not words:
        return (HELP["en"] if command.strip("/") == "minutes" else HELP["sv"]), False
    if _NEW_GROUP.match(words):
        return f"{ADDRESS} {words}", True
    return SHORT.get(fold(words), words), False
