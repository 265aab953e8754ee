"""What a reader sees in Slack's blocks, as plain words: for notifications, and to be read aloud."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bot.slack.escape import defused
from bot.slack.split import shortened

Block = dict[str, Any]

MOST_WORDS = 3_000


def words(blocks: Sequence[Block], most: int = MOST_WORDS) -> str:
    """Return what a reader sees in blocks as plain lines, mentions and markup defused."""
    return defused(shortened("\n".join(line for block in blocks for line in _lines(block)), most)) or "…"


def _lines(block: Block) -> Iterator[str]:
    kind = block.get("type")
    if kind == "header":
        yield block["text"]["text"]
    elif kind == "actions":
        yield " ".join(f"[{one['text']['text']}]" for one in block["elements"] if one.get("type") == "button")
    elif kind == "rich_text":
        for element in block["elements"]:
            yield from _rich_lines(element)


def _rich_lines(element: Block) -> Iterator[str]:
    if element["type"] == "rich_text_list":
        indent = "  " * int(element.get("indent", 0))
        for number, entry in enumerate(element["elements"], 1):
            mark = f"{number}." if element.get("style") == "ordered" else "•"
            yield f"{indent}{mark} {_joined(entry)}"
    else:
        yield _joined(element)


def _joined(section: Block) -> str:
    return "".join(one.get("text", "") for one in section.get("elements", ()))
