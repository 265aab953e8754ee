"""Shortcuts: a message becomes an item, an action point or a decision; and how one comes to a meeting."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.slack.shapes import map_of, text_of
from bot.slack.text import plain
from bot.slack.ui.fields import View
from bot.slack.ui.forms import flat
from bot.slack.ui.saying import Sayer, Saying, refusal
from bot.slack.ui.seats import Seat
from bot.slack.ui.work import MOST_TITLE, ActionForm, ItemForm
from meetings.facts import Asked


@dataclass(frozen=True)
class Shortcut:
    """A shortcut as the manifest declares it; what it is called and for are in the catalogues."""

    id: str
    kind: Literal["message", "global"]


ADD_ITEM = Shortcut("add_to_agenda", "message")
MAKE_ACTION = Shortcut("make_action", "message")
NOTE_DECISION = Shortcut("note_decision", "message")
REPORT_ABSENCE = Shortcut("report_absence", "global")
SHORTCUTS = (ADD_ITEM, MAKE_ACTION, NOTE_DECISION, REPORT_ABSENCE)

_I = re.compile(r"(?:jag|i)\s+(?!\d)", re.IGNORECASE)


@dataclass(frozen=True)
class Taken:
    """What a message is taken for: words to say at once, or a form to look over first."""

    says: tuple[Saying, ...] = ()
    view: View | None = None


def message_text(seat: Seat, body: Mapping[str, Any]) -> str:
    """Give a message's text as its author wrote it."""
    message = map_of(body.get("message"))
    return plain(text_of(message.get("text")), seat.workspace.people.name, seat.workspace.bot_user).strip()


def taken(shortcut: str, seat: Seat, text: str, writer: str, sayer: Sayer) -> Taken:
    """Take a message for what its shortcut says: said at once when it is clear, else shown to be filled in.

    `writer` is who wrote the message; "I" in it is that person, not the one who uses the shortcut.
    """
    match shortcut:
        case ADD_ITEM.id:
            says = (Saying(seat.say("slack.ui.say.item", title=text), "title"),)
            if "\n" not in text and len(text) <= MOST_TITLE and _clear(seat, says, sayer):
                return Taken(says)
            return Taken(view=ItemForm().view(seat, {"text": text}))
        case MAKE_ACTION.id:
            theirs = _I.match(text)
            words = f"{writer} {text[theirs.end() :]}" if theirs else text
            says = (Saying(seat.say("slack.ui.say.action", text=flat(words)), "text"),)
            if _clear(seat, says, sayer):
                return Taken(says)
            known = any(person.name == writer for person in seat.record.members)
            return Taken(view=ActionForm().view(seat, {"text": text, "owner": writer if known else ""}))
        case _:
            return Taken((Saying(seat.say("slack.ui.say.decision", text=text), "text"),))


def _clear(seat: Seat, says: tuple[Saying, ...], sayer: Sayer) -> bool:
    """Tell whether words are understood with nothing left to ask."""
    turns = [sayer.tried(seat, saying.text) for saying in says]
    return all(
        turn is not None and refusal(turn) is None and not any(isinstance(fact, Asked) for fact in turn.outcome.facts)
        for turn in turns
    )
