"""Which words after the command open the panel or a form; all others are said to the bot as they are."""

from __future__ import annotations

from meetings.words import fold

FORMS_BY_WORDS = {
    "": "panel",
    "panel": "panel",
    "meny": "panel",
    "menu": "panel",
    "kom igång": "setup",
    "ny grupp": "setup",
    "new group": "setup",
    "set up": "setup",
    "setup": "setup",
    "planera": "plan",
    "plan": "plan",
    "boka": "plan",
    "boka möte": "plan",
    "book": "plan",
    "book a meeting": "plan",
    "medlemmar": "members",
    "members": "members",
    "punkt": "item",
    "item": "item",
    "uppgift": "action",
    "task": "action",
    "action": "action",
    "frånvaro": "absence",
    "anmäl": "absence",
    "absence": "absence",
    "upprop": "call",
    "roll call": "call",
    "ändra utkast": "draft",
    "redigera": "draft",
    "redigera utkast": "draft",
    "edit": "draft",
    "edit draft": "draft",
}


def form_of(text: str) -> str | None:
    """Give the form that is asked for, "panel" for the panel, None for words to the bot."""
    return FORMS_BY_WORDS.get(fold(" ".join(text.split())))
