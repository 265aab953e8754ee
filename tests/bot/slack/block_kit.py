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
_BUTTON = _thing(
    "button",
    {"text": _plain(75), "action_id": _text(255), "value": _text(2000)},
    {"style": {"enum": ["primary", "danger"]}},
)
_ACTIONS = _thing("actions", {"elements": {"type": "array", "minItems": 1, "maxItems": 25, "items": _BUTTON}})
_BLOCKS = Draft202012Validator(
    {"type": "array", "maxItems": MOST_BLOCKS, "items": {"oneOf": [_RICH, _HEADER, _ACTIONS]}}
)


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
