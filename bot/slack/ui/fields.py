"""The pieces a view is made of, within Slack's lengths; text in it is plain, so that none is read as markup."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from bot.slack.escape import sendable, size
from bot.slack.render import render
from bot.slack.shapes import map_of, text_of
from bot.slack.split import shortened
from bot.slack.words import Block
from meetings.document import Document

View = dict[str, Any]
Option = tuple[str, str]
"""A value, which nobody sees, and the words that stand for it."""

MOST_TITLE = 24
MOST_LABEL = 2_000
MOST_HINT = 150
MOST_OPTION = 75
MOST_OPTIONS = 100
MOST_TICKS = 10
MOST_INPUT = 3_000
MOST_BLOCKS = 100
MOST_PRIVATE = 3_000
MOST_WORD = 75


def modal(
    callback: str, title: str, blocks: Sequence[Block], *, close: str, submit: str | None = None, private: object = None
) -> View:
    """Give a modal; `private` is what it remembers, and comes back with it."""
    kept = json.dumps(private or {}, separators=(",", ":"))
    view: View = {
        "type": "modal",
        "callback_id": callback,
        "title": _plain(title, MOST_TITLE),
        "close": _plain(close, MOST_TITLE),
        "blocks": apart(blocks[:MOST_BLOCKS]),
        "private_metadata": kept if len(kept) <= MOST_PRIVATE else "{}",
    }
    return view if submit is None else {**view, "submit": _plain(submit, MOST_TITLE)}


def home(blocks: Sequence[Block]) -> View:
    """Give the bot's own page."""
    return {"type": "home", "blocks": apart(blocks[:MOST_BLOCKS])}


def apart(blocks: Sequence[Block]) -> list[Block]:
    """Give blocks whose buttons each have an id of their own."""
    made: list[Block] = []
    for place, block in enumerate(blocks):
        if block["type"] == "actions":
            elements = [{**one, "action_id": f"{one['action_id']}:{place}"} for one in block["elements"]]
            block = {**block, "block_id": f"buttons:{place}", "elements": elements}
        made.append(block)
    return made


def remembered(view: Mapping[str, Any]) -> dict[str, Any]:
    """Give what a view remembers, nothing when it cannot be read."""
    try:
        kept = json.loads(text_of(view.get("private_metadata")) or "{}")
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}


def told(document: Document) -> list[Block]:
    """Give words to be read."""
    return [block for message in render(document) for block in message.blocks]


def note(text: str) -> Block:
    """Give a line in small print."""
    return {"type": "context", "elements": [_plain(text, MOST_LABEL)]}


def line() -> Block:
    """Give a line across."""
    return {"type": "divider"}


# -------------------------------------------------------------------------------------------- what is filled in


def text_field(
    id: str,
    label: str,
    value: str = "",
    *,
    optional: bool = False,
    long: bool = False,
    hint: str = "",
    placeholder: str = "",
    most: int = MOST_INPUT,
) -> Block:
    """Give a field for text; what does not fit in it is not put there."""
    element: Block = {"type": "plain_text_input", "multiline": long, "max_length": most}
    if value and size(sendable(value)) <= most:
        element["initial_value"] = sendable(value)
    if placeholder:
        element["placeholder"] = _plain(placeholder, MOST_HINT)
    return _input(id, label, element, optional=optional, hint=hint)


def choice_field(
    id: str,
    label: str,
    options: Iterable[Option],
    chosen: str | None = None,
    *,
    optional: bool = False,
    hint: str = "",
    few: bool = False,
) -> Block:
    """Give a field where one of some is chosen; `few` shows them all at once."""
    offered = _options(options, MOST_TICKS if few else MOST_OPTIONS)
    element: Block = {"type": "radio_buttons" if few else "static_select", "options": offered}
    initial = next((one for one in offered if one["value"] == chosen), None)
    if initial is not None:
        element["initial_option"] = initial
    return _input(id, label, element, optional=optional, hint=hint)


def ticks_field(id: str, label: str, options: Iterable[Option], ticked: Iterable[str] = (), hint: str = "") -> Block:
    """Give boxes to tick, at most ten."""
    offered = _options(options, MOST_TICKS)
    there = set(ticked)
    element: Block = {"type": "checkboxes", "options": offered}
    initial = [one for one in offered if one["value"] in there]
    if initial:
        element["initial_options"] = initial
    return _input(id, label, element, optional=True, hint=hint)


def several_field(id: str, label: str, options: Iterable[Option], chosen: Iterable[str] = (), hint: str = "") -> Block:
    """Give a field where several of at most a hundred are chosen."""
    offered = _options(options, MOST_OPTIONS)
    there = set(chosen)
    element: Block = {"type": "multi_static_select", "options": offered}
    initial = [one for one in offered if one["value"] in there]
    if initial:
        element["initial_options"] = initial
    return _input(id, label, element, optional=True, hint=hint)


def day_field(id: str, label: str, day: date | None = None, *, optional: bool = False) -> Block:
    """Give a field for a date."""
    initial = {"initial_date": day.isoformat()} if day is not None else {}
    return _input(id, label, {"type": "datepicker", **initial}, optional=optional)


def hour_field(id: str, label: str, hour: time | None = None, *, optional: bool = False) -> Block:
    """Give a field for a time of day."""
    initial = {"initial_time": f"{hour:%H:%M}"} if hour is not None else {}
    return _input(id, label, {"type": "timepicker", **initial}, optional=optional)


# ------------------------------------------------------------------------------------------------ what is pressed


@dataclass(frozen=True)
class Confirm:
    """A question before something is done."""

    title: str
    about: str
    yes: str
    no: str


def button(id: str, label: str, value: str, *, primary: bool = False, confirm: Confirm | None = None) -> Block:
    """Give a button."""
    made: Block = {"type": "button", "action_id": id, "text": _plain(label, MOST_WORD), "value": value[:MOST_LABEL]}
    if primary:
        made["style"] = "primary"
    if confirm is not None:
        made["confirm"] = {
            "title": _plain(confirm.title, 100),
            "text": _plain(confirm.about, 300),
            "confirm": _plain(confirm.yes, 30),
            "deny": _plain(confirm.no, 30),
        }
    return made


def row(*buttons: Block) -> list[Block]:
    """Give buttons beside each other, five at a time; each with an id of its own."""
    rows = [buttons[start : start + 5] for start in range(0, len(buttons), 5)]
    return [{"type": "actions", "elements": list(one)} for one in rows if one]


# ------------------------------------------------------------------------------------------- what was filled in


class Values:
    """What stands in a view's fields."""

    def __init__(self, view: Mapping[str, Any]) -> None:
        self._values: dict[str, str | tuple[str, ...]] = {}
        for id, actions in map_of(map_of(view.get("state")).get("values")).items():
            for filled in map_of(actions).values():
                self._values[str(id)] = _filled(map_of(filled))

    def __contains__(self, id: str) -> bool:
        return id in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def text(self, id: str) -> str:
        """Give a field's text, its one choice, its date or its hour; "" when it is empty."""
        value = self._values.get(id, "")
        return value.strip() if isinstance(value, str) else ""

    def many(self, id: str) -> tuple[str, ...]:
        """Give all that is chosen in a field."""
        value = self._values.get(id, ())
        return value if isinstance(value, tuple) else ()


def _filled(filled: Mapping[str, Any]) -> str | tuple[str, ...]:
    for name in ("selected_options", "selected_users"):
        if isinstance(several := filled.get(name), list):
            return tuple(text_of(map_of(one).get("value")) or text_of(one) for one in several)
    for name in ("value", "selected_date", "selected_time", "selected_user"):
        if isinstance(filled.get(name), str):
            return text_of(filled[name])
    return text_of(map_of(filled.get("selected_option")).get("value"))


# ----------------------------------------------------------------------------------------------------- parts


def _input(id: str, label: str, element: Block, *, optional: bool, hint: str = "") -> Block:
    made: Block = {
        "type": "input",
        "block_id": id[:255],
        "label": _plain(label, MOST_LABEL),
        "element": {**element, "action_id": id[:255]},
        "optional": optional,
    }
    return {**made, "hint": _plain(hint, MOST_LABEL)} if hint else made


def _options(options: Iterable[Option], most: int) -> list[Block]:
    made = [{"text": _plain(words, MOST_OPTION), "value": value} for value, words in options if len(value) <= 150]
    return made[:most]


def _plain(text: str, most: int) -> Block:
    words = " ".join(sendable(text).split())
    return {"type": "plain_text", "text": shortened(words, most) or "…", "emoji": False}
