"""Documents as the page draws them: nodes of plain data, in which every text is text and never markup."""

from __future__ import annotations

from typing import Any

from bot.webchat.log import Message
from meetings.document import Block, Buttons, Document, Entry, Heading, ListBlock, Paragraph, Run, Table
from meetings.text import link

Node = dict[str, Any]


def render(document: Document) -> tuple[Node, ...]:
    """Return the blocks as nodes: `h`, `p`, `ul`, `ol`, `table` and `buttons`."""
    return tuple(_block(block) for block in document.blocks)


def message_node(message: Message) -> Node:
    """Return a message as the page keeps it; of a deleted one only that it was there."""
    node: Node = {
        "id": message.id,
        "seq": message.seq,
        "place": message.place,
        "at": message.at.isoformat(),
        "author": message.author,
        "thread": message.thread,
        "private": message.private_to is not None,
        "direct": message.direct,
    }
    if message.deleted:
        return {**node, "deleted": True}
    return {
        **node,
        "text": message.text,
        "document": list(message.document),
        "edited": message.edited,
        "stopped": message.stopped,
        "reactions": [{"emoji": emoji, "by": list(by)} for emoji, by in message.reactions.items()],
        "files": [{"id": one.id, "name": one.name} for one in message.files],
    }


def _block(block: Block) -> Node:
    match block:
        case Heading():
            return {"t": "h", "level": block.level, "text": block.text}
        case Paragraph():
            return {"t": "p", "runs": _runs(block.runs)}
        case ListBlock():
            return _list(block)
        case Table():
            return {"t": "table", "header": list(block.header), "rows": [list(row) for row in block.rows]}
        case Buttons():
            return {"t": "buttons", "buttons": [{"label": b.label, "say": b.value or b.label} for b in block.buttons]}


def _list(block: ListBlock) -> Node:
    return {"t": "ol" if block.ordered else "ul", "items": [_entry(entry) for entry in block.items]}


def _entry(entry: Entry) -> Node:
    node: Node = {"runs": _runs(entry.runs)}
    if entry.sub is not None:
        node["sub"] = _list(entry.sub)
    return node


def _runs(runs: tuple[Run, ...]) -> list[Node]:
    return [_run(run) for run in runs]


def _run(run: Run) -> Node:
    node: Node = {"s": run.text}
    looks = (("b", run.bold), ("i", run.italic), ("c", run.code))
    node.update({key: True for key, on in looks if on})
    if run.url is not None and (url := link(run.url)) is not None:
        node["u"] = url
    return node
