"""Documents as Slack shows them: messages of Block Kit blocks within its limits, in which every text is text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.slack.escape import sendable, size
from bot.slack.split import shortened, split_runs
from bot.slack.words import Block, words
from meetings.document import Button, Buttons, Document, Entry, Heading, ListBlock, Paragraph, Run, Table
from meetings.text import link

MOST_BLOCKS = 48
"""Blocks a message; Slack takes 50, and a line of our own must still fit."""
MOST_TEXT = 11_500
"""Text in all the blocks of a message; Slack refuses somewhere above 13,000."""
MOST_IN_BLOCK = 2_900
MOST_IN_HEADER = 150
MOST_ON_BUTTON = 75
MOST_IN_VALUE = 2_000
MOST_IN_ADDRESS = 3_000
BUTTONS_A_ROW = 5
DEEPEST = 6

SAY = "say:"
"""How the action id of a button begins whose `value` is what pressing it says."""
_FIRST = frozenset({"publish", "start", "yes", "approve"})
"""Buttons that go forward; the first of them in a message is the one that stands out."""
_WEB = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True)
class Message:
    """One message: its blocks, and the text that stands for them in notifications."""

    blocks: tuple[Block, ...]
    text: str


@dataclass(frozen=True)
class _Piece:
    block: Block
    size: int
    opens: bool = False
    """Whether it is a heading, which belongs with what follows."""
    closes: bool = False
    """Whether it is buttons, which belong with what stands before."""
    leads: bool = False
    """Whether it ends with a colon, so that a list after it stands close."""


def render(document: Document) -> tuple[Message, ...]:
    """Return the document as messages, in order; at least one, and never one that Slack refuses."""
    made = _together(tuple(_pieces(document)))
    return tuple(_message(part) for part in _parted(_one_stands_out(made)))


def chosen(blocks: Sequence[Block], label: str) -> tuple[Block, ...]:
    """Return a message's blocks with what was chosen in place of the first row of buttons, and no other buttons."""
    left: list[Block] = []
    said = False
    for block in blocks:
        if block.get("type") != "actions":
            left.append(block)
        elif not said:
            left.append(_rich(_section((Run("→ "), Run(sendable(label) or "…", bold=True)))))
            said = True
    return tuple(left)


def _pieces(document: Document) -> Iterator[_Piece]:
    row = 0
    title = ""
    for block in document.blocks:
        match block:
            case Heading():
                yield from _heading(block)
            case Paragraph():
                yield from _paragraph(block.runs)
            case ListBlock():
                yield from _gathered(_list(block, 0))
            case Table():
                yield from _table(block, title)
            case Buttons():
                yield from _buttons(block, row)
                row += len(block.buttons)
        title = block.text if isinstance(block, Heading) else ""


def _heading(heading: Heading) -> Iterator[_Piece]:
    text = " ".join(sendable(heading.text).split())
    if not text:
        return
    if heading.level <= 2 and size(text) <= MOST_IN_HEADER:
        header = {"type": "header", "text": {"type": "plain_text", "text": text, "emoji": False}}
        yield _Piece(header, size(text) + 1, opens=True)
        return
    for line in split_runs((Run(text, bold=True),), MOST_IN_BLOCK):
        yield _piece([_section(line)], opens=True)


def _paragraph(runs: Sequence[Run]) -> Iterator[_Piece]:
    if not any(run.text.strip() for run in runs):
        return
    ends = runs[-1].text.rstrip().endswith(":")
    for line in split_runs(_clean(runs), MOST_IN_BLOCK):
        yield _piece([_section(line)], leads=ends)


def _table(table: Table, title: str) -> Iterator[_Piece]:
    """A row becomes an entry: on a phone a table shows a column and a half. `title` is the heading right above."""
    label, *columns = table.header or ("",)
    if label.strip() and label.casefold() not in title.casefold():
        yield from _paragraph((Run(label, bold=True), Run(":")))
    between = " – " if len(columns) <= 2 else "\n"
    entries: list[Entry] = []
    for first, *cells in table.rows:
        told = [f"{name}: {cell}" if name else cell for name, cell in zip(columns, cells, strict=False) if cell.strip()]
        rest = between * bool(first and told) + " · ".join(told)
        entries.append(Entry((Run(" ".join(first.split()), bold=True), Run(rest))))
    yield from _gathered(_list(ListBlock(tuple(entries)), 0))


def _list(block: ListBlock, depth: int) -> Iterator[Block]:
    """Give the elements a list becomes. Slack numbers anew after a break: a broken list gets its own numbers."""
    depth = min(depth, DEEPEST)
    whole = sum(size(run.text) + 1 for entry in block.items for run in entry.runs)
    broken = whole > MOST_IN_BLOCK or any(entry.sub is not None for entry in block.items)
    counted = block.ordered and not broken
    for number, entry in enumerate(block.items, 1):
        runs = _clean(entry.runs)
        if block.ordered and not counted:
            runs = (Run(f"{number}. "), *runs)
        elif not any(run.text.strip() for run in runs):
            runs = (Run("–"),)
        for line in split_runs(runs, MOST_IN_BLOCK):
            if block.ordered and not counted and depth == 0:
                yield _section(line)
            else:
                style = "ordered" if counted else "bullet"
                yield {"type": "rich_text_list", "style": style, "indent": depth, "elements": [_section(line)]}
        if entry.sub is not None:
            yield from _list(entry.sub, depth + 1)


def _gathered(elements: Iterator[Block]) -> Iterator[_Piece]:
    """Gather elements into blocks that are not too long, entries of one list in one element."""
    taken: list[Block] = []
    for element in elements:
        if taken and _measure(taken) + _measure([element]) > MOST_IN_BLOCK:
            yield _piece(taken)
            taken = []
        last = taken[-1] if taken else None
        if last is not None and "style" in element and _kin(last) == _kin(element):
            taken[-1] = {**last, "elements": [*last["elements"], *element["elements"]]}
        else:
            taken.append(element)
    if taken:
        yield _piece(taken)


def _kin(element: Block) -> tuple[object, object]:
    return element.get("style"), element.get("indent")


def _buttons(block: Buttons, already: int) -> Iterator[_Piece]:
    made: list[Block] = []
    for number, button in enumerate(block.buttons, already + 1):
        value, label = sendable(button.value).strip(), " ".join(sendable(button.label).split())
        value, label = value or label, label or " ".join(value.split())
        if not label:
            continue
        if size(value) > MOST_IN_VALUE:
            yield from _paragraph((Run(f"{label}: ", bold=True), Run(value, code=True)))
            continue
        if size(label) > MOST_ON_BUTTON:
            yield from _paragraph((Run(label),))
        made.append(_button(button, number, shortened(label, MOST_ON_BUTTON), value))
    for start in range(0, len(made), BUTTONS_A_ROW):
        row = made[start : start + BUTTONS_A_ROW]
        yield _Piece(
            {"type": "actions", "elements": row}, sum(size(one["text"]["text"]) + 1 for one in row), closes=True
        )


def _button(button: Button, number: int, label: str, value: str) -> Block:
    return {
        "type": "button",
        # Choices of one question have one id, and Slack wants each once in a message.
        "action_id": f"{SAY}{number}:{shortened(sendable(button.id), 200)}",
        "text": {"type": "plain_text", "text": label, "emoji": False},
        "value": value,
    }


def _one_stands_out(made: Sequence[_Piece]) -> Sequence[_Piece]:
    for place, piece in enumerate(made):
        for number, button in enumerate(piece.block["elements"] if piece.closes else ()):
            if button["action_id"].removeprefix(f"{SAY}").partition(":")[2] in _FIRST:
                row = list(piece.block["elements"])
                row[number] = {**button, "style": "primary"}
                changed = _Piece({**piece.block, "elements": row}, piece.size, closes=True)
                return (*made[:place], changed, *made[place + 1 :])
    return made


def _together(made: Sequence[_Piece]) -> Sequence[_Piece]:
    """Put a list into the block of the line that leads up to it."""
    out: list[_Piece] = []
    for piece in made:
        before = out[-1] if out else None
        if before is not None and before.leads and not before.opens and _lists(piece):
            elements = [*before.block["elements"], *piece.block["elements"]]
            if _measure(elements) <= MOST_IN_BLOCK:
                out[-1] = _piece(elements)
                continue
        out.append(piece)
    return out


def _lists(piece: _Piece) -> bool:
    return bool(piece.block["type"] == "rich_text" and piece.block["elements"][0]["type"] == "rich_text_list")


def _parted(made: Sequence[_Piece]) -> Iterator[Sequence[_Piece]]:
    """Part the pieces into messages, at a heading where there is one in the second half of what fits."""
    taken: list[_Piece] = []
    for piece in made:
        while taken and (len(taken) >= MOST_BLOCKS or sum(one.size for one in taken) + piece.size > MOST_TEXT):
            cut = _break(taken, piece)
            yield taken[:cut]
            taken = taken[cut:]
        taken.append(piece)
    yield taken


def _break(taken: Sequence[_Piece], coming: _Piece) -> int:
    whole = sum(one.size for one in taken)
    so_far = 0
    best = 0
    for place, piece in enumerate(taken):
        begins = piece.opens and not (place and taken[place - 1].opens)
        if begins and (so_far >= whole // 2 or place >= MOST_BLOCKS // 2):
            best = place
        so_far += piece.size
    if best:
        return best
    cut = len(taken)
    if coming.closes and not taken[-1].closes and cut > 1 and taken[-1].size < MOST_TEXT // 4:
        cut -= 1
    while cut > 1 and taken[cut - 1].opens:
        cut -= 1
    # Nothing but headings: what comes must find room all the same.
    return cut if cut > 1 or not taken[0].opens else len(taken)


def _message(part: Sequence[_Piece]) -> Message:
    blocks = tuple(piece.block for piece in part) or (_rich(_section((Run("…"),))),)
    return Message(blocks, words(blocks))


def _piece(elements: Sequence[Block], *, opens: bool = False, leads: bool = False) -> _Piece:
    return _Piece(_rich(*elements), _measure(elements), opens=opens, leads=leads)


def _rich(*elements: Block) -> Block:
    return {"type": "rich_text", "elements": list(elements)}


def _section(runs: Sequence[Run]) -> Block:
    return {"type": "rich_text_section", "elements": [_run(run) for run in runs]}


def _run(run: Run) -> Block:
    looks = {name: True for name, on in (("bold", run.bold), ("italic", run.italic), ("code", run.code)) if on}
    style = {"style": looks} if looks else {}
    url = link(run.url) if run.url is not None else None
    if url is not None and _WEB.match(url) and len(url) <= MOST_IN_ADDRESS:
        return {"type": "link", "url": url, "text": run.text, **style}
    return {"type": "text", "text": run.text, **style}


def _clean(runs: Sequence[Run]) -> tuple[Run, ...]:
    made = (Run(sendable(run.text), run.bold, run.italic, run.code, run.url) for run in runs)
    return tuple(run for run in made if run.text)


def _measure(elements: Sequence[Block]) -> int:
    """Measure all text within; each stretch counts one more, as where it is joined with others."""
    total = 0
    for element in elements:
        if "elements" in element:
            total += _measure(element["elements"])
        else:
            total += size(element.get("text", "")) + size(element.get("url", "")) + 1
    return total
