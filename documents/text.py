"""A document as plain text, for a terminal and for a log of what was said."""

from collections.abc import Sequence

from meetings.document import Block, Buttons, Document, Heading, ListBlock, Paragraph, Run, Table


def to_text(document: Document) -> str:
    """Return the document as plain text, blocks apart by an empty line; no look but the order of things."""
    return "\n\n".join(text for text in map(_block, document.blocks) if text)


def _block(block: Block) -> str:
    match block:
        case Heading(text):
            return text
        case Paragraph(parts):
            return _runs(parts)
        case ListBlock():
            return "\n".join(_entries(block))
        case Table(header, rows):
            return "\n".join(" | ".join(cell.replace("\n", " ") for cell in row) for row in (header, *rows))
        case Buttons(each):
            return " ".join(f"[{button.label}]" for button in each)


def _entries(block: ListBlock, indent: str = "") -> list[str]:
    lines: list[str] = []
    for number, entry in enumerate(block.items, 1):
        mark = f"{number}. " if block.ordered else "- "
        lines.append(indent + mark + _runs(entry.runs).replace("\n", f"\n{indent}{' ' * len(mark)}"))
        if entry.sub:
            lines += _entries(entry.sub, indent + " " * len(mark))
    return lines


def _runs(parts: Sequence[Run]) -> str:
    return "".join(_run(part) for part in parts)


def _run(part: Run) -> str:
    return f"{part.text} ({part.url})" if part.url and part.url != part.text else part.text
