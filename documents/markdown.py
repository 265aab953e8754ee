"""The minutes as a Markdown file that reads naturally as it stands."""

from documents.chat import minutes_document
from documents.inline import guarded, inline
from meetings.document import Block, Buttons, Document, Heading, ListBlock, Paragraph, Run, Table
from meetings.language import Texts
from meetings.minutes import Minutes

_ESCAPE = "\\"


def render(minutes: Minutes, texts: Texts) -> bytes:
    """Return the minutes as Markdown (CommonMark with GFM tables) in UTF-8."""
    return to_markdown(minutes_document(minutes, texts)).encode()


def to_markdown(document: Document) -> str:
    """Return the document as Markdown; its texts come out as they are, whatever marks they hold."""
    written: list[str] = []
    previous: Block | None = None
    other_mark = False
    for block in document.blocks:
        # Two lists in a row would flow together; another mark keeps them apart.
        other_mark = _continues(previous, block) and not other_mark
        text = _block(block, other_mark)
        if text:
            written.append(text)
            previous = block
    return "\n\n".join(written) + "\n" if written else ""


def _continues(previous: Block | None, block: Block) -> bool:
    return isinstance(previous, ListBlock) and isinstance(block, ListBlock) and previous.ordered == block.ordered


def _block(block: Block, other_mark: bool) -> str:
    match block:
        case Heading(text, level):
            return _heading(text, level)
        case Paragraph(runs):
            return _lines(runs)
        case ListBlock():
            return "\n".join(_entries(block, "", other_mark))
        case Table(header, rows):
            rule = tuple("---" for _ in header)
            return "\n".join((_row(header), f"| {' | '.join(rule)} |", *map(_row, rows)))
        case Buttons(buttons):
            return _lines((Run(" · ".join(button.label for button in buttons)),))


def _heading(text: str, level: int) -> str:
    written = _one_line(text)
    if not written:
        return ""
    # A heading that ends in # would lose it.
    body = written.rstrip("#")
    closing = written[len(body) :]
    return f"{'#' * level} {body}{_ESCAPE if closing else ''}{closing}"


def _entries(block: ListBlock, indent: str, other_mark: bool = False) -> list[str]:
    lines: list[str] = []
    for number, entry in enumerate(block.items, 1):
        bullet = "*" if other_mark else "-"
        mark = f"{number}{')' if other_mark else '.'} " if block.ordered else f"{bullet} "
        inner = indent + " " * len(mark)
        lines.append(indent + mark + _lines(entry.runs, inner))
        if entry.sub:
            lines += _entries(entry.sub, inner)
    return lines


def _lines(runs: tuple[Run, ...], indent: str = "") -> str:
    """Return the runs with a hard break at every line's end, and no blank lines."""
    lines = (line.strip(" \t") for line in inline(runs).split("\n"))
    return f"\\\n{indent}".join(guarded(line) for line in lines if line)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(_one_line(cell).replace('|', _ESCAPE + '|') for cell in cells)} |"


def _one_line(text: str) -> str:
    return inline((Run(text.replace("\n", " ")),)).strip(" \t")
