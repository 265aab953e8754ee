"""What Slack takes as blocks, as far as the bot uses it: the public structure and lengths, told in a JSON Schema."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from jsonschema import Draft202012Validator

MOST_BLOCKS = 50
MOST_TEXT = 13_000


def _thing(kind: str, required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {"type": {"const": kind}, "block_id": {"maxLength": 255}, **required, **(optional or {})},
        "required": ["type", *required],
        "additionalProperties": False,
    }


def _plain(most: int) -> dict[str, Any]:
    return _thing("plain_text", {"text": _text(most)}, {"emoji": {"type": "boolean"}})


def _text(most: int) -> dict[str, Any]:
    return {"type": "string", "minLength": 1, "maxLength": most}


_LOOK = {
    "type": "object",
    "properties": {name: {"const": True} for name in ("bold", "italic", "code", "strike")},
    "additionalProperties": False,
}
_WORDS = _thing("text", {"text": {"type": "string", "minLength": 1}}, {"style": _LOOK})
_LINK = _thing(
    "link",
    {"url": {"type": "string", "pattern": "^https?://", "maxLength": 3000}},
    {"text": {"type": "string"}, "style": _LOOK},
)
_SECTION = _thing(
    "rich_text_section", {"elements": {"type": "array", "minItems": 1, "items": {"oneOf": [_WORDS, _LINK]}}}
)
_LIST = _thing(
    "rich_text_list",
    {"style": {"enum": ["bullet", "ordered"]}, "elements": {"type": "array", "minItems": 1, "items": _SECTION}},
    {"indent": {"type": "integer", "minimum": 0, "maximum": 8}},
)
_RICH = _thing("rich_text", {"elements": {"type": "array", "minItems": 1, "items": {"oneOf": [_SECTION, _LIST]}}})
_HEADER = _thing("header", {"text": _plain(150)})
_SURE = {
    "type": "object",
    "properties": {"title": _plain(100), "text": _plain(300), "confirm": _plain(30), "deny": _plain(30)},
    "required": ["title", "text", "confirm", "deny"],
    "additionalProperties": False,
}
_BUTTON = _thing(
    "button",
    {"text": _plain(75), "action_id": _text(255), "value": _text(2000)},
    {"style": {"enum": ["primary", "danger"]}, "confirm": _SURE},
)
_CONTEXT = _thing("context", {"elements": {"type": "array", "minItems": 1, "maxItems": 10, "items": _plain(3000)}})
_DIVIDER = _thing("divider", {})
_ACTIONS = _thing("actions", {"elements": {"type": "array", "minItems": 1, "maxItems": 25, "items": _BUTTON}})
_SHOWN = [_RICH, _HEADER, _ACTIONS, _CONTEXT, _DIVIDER]
_BLOCKS = Draft202012Validator({"type": "array", "maxItems": MOST_BLOCKS, "items": {"oneOf": _SHOWN}})


def _choices(kind: str, most: int, *, several: bool) -> dict[str, Any]:
    option = {
        "type": "object",
        "properties": {"text": _plain(75), "value": _text(150)},
        "required": ["text", "value"],
        "additionalProperties": False,
    }
    options = {"type": "array", "minItems": 1, "maxItems": most, "items": option}
    chosen = {"initial_options": options} if several else {"initial_option": option}
    return _thing(kind, {"action_id": _text(255), "options": options}, chosen)


_FIELDS = [
    _thing(
        "plain_text_input",
        {"action_id": _text(255)},
        {
            "multiline": {"type": "boolean"},
            "max_length": {"type": "integer", "minimum": 1, "maximum": 3000},
            "initial_value": {"type": "string", "maxLength": 3000},
            "placeholder": _plain(150),
        },
    ),
    _choices("static_select", 100, several=False),
    _choices("multi_static_select", 100, several=True),
    _choices("radio_buttons", 10, several=False),
    _choices("checkboxes", 10, several=True),
    _thing("datepicker", {"action_id": _text(255)}, {"initial_date": {"pattern": r"^\d{4}-\d{2}-\d{2}$"}}),
    _thing("timepicker", {"action_id": _text(255)}, {"initial_time": {"pattern": r"^\d{2}:\d{2}$"}}),
]
_INPUT = _thing(
    "input",
    {"label": _plain(2000), "element": {"oneOf": _FIELDS}},
    {"hint": _plain(2000), "optional": {"type": "boolean"}},
)
_IN_VIEW = {"type": "array", "minItems": 1, "maxItems": 100, "items": {"oneOf": [*_SHOWN, _INPUT]}}
_VIEW = Draft202012Validator(
    {
        "oneOf": [
            _thing("home", {"blocks": _IN_VIEW}),
            _thing(
                "modal",
                {"blocks": _IN_VIEW, "title": _plain(24), "callback_id": _text(255), "close": _plain(24)},
                {"submit": _plain(24), "private_metadata": {"type": "string", "maxLength": 3000}},
            ),
        ]
    }
)


def problems_of_view(view: dict[str, Any]) -> list[str]:
    """Give what Slack would refuse a view for; nothing when it takes it."""
    found = [f"{error.json_path}: {error.message[:200]}" for error in _VIEW.iter_errors(view)]
    blocks = view.get("blocks", [])
    ids = Counter(block["block_id"] for block in blocks if "block_id" in block)
    pressed = Counter(one["action_id"] for block in blocks for one in block.get("elements", ()) if "action_id" in one)
    found += [f"id twice: {name}" for name, times in (ids + pressed).items() if times > 1]
    if view.get("type") == "modal" and "submit" not in view and any(block["type"] == "input" for block in blocks):
        found.append("fields, but no button to submit them")
    return found


def problems(blocks: Sequence[dict[str, Any]]) -> list[str]:
    """Give what Slack would refuse a message's blocks for; nothing when it takes them."""
    found = [f"{error.json_path}: {error.validator}" for error in _BLOCKS.iter_errors(list(blocks))]
    actions = Counter(one["action_id"] for block in blocks for one in block.get("elements", ()) if "action_id" in one)
    found += [f"action_id twice: {name}" for name, times in actions.items() if times > 1]
    if sum(map(len, texts(blocks))) > MOST_TEXT:
        found.append("too much text")
    return found


def texts(blocks: Any) -> Iterator[str]:
    """Give every stretch of text in blocks, in order."""
    if isinstance(blocks, dict):
        for name, value in blocks.items():
            if name == "text" and isinstance(value, str):
                yield value
            else:
                yield from texts(value)
    elif isinstance(blocks, list | tuple):
        for one in blocks:
            yield from texts(one)
