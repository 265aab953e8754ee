"""What a reply, a reminder and the minutes are made of, before a platform or a file format gives it its look."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look; the text is shown as it is, never read as markup."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's title."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a newline in a run is a line break."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list, with a list of its own under it when it has one."""

    runs: tuple[Run, ...]
    sub: "ListBlock | None" = None


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list with bullets, or numbered from 1 when ordered."""

    items: tuple[Entry, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; every row has as many cells as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press: `id` names what is asked for, `value` what it concerns."""

    id: str
    label: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Buttons:
    """Buttons side by side."""

    buttons: tuple[Button, ...]


Block = Heading | Paragraph | ListBlock | Table | Buttons


@dataclass(frozen=True, slots=True)
class Document:
    """Blocks in order."""

    blocks: tuple[Block, ...] = ()

    @classmethod
    def of(cls, *blocks: Block | str) -> "Document":
        """Return a document of the blocks; a string becomes a paragraph."""
        return cls(tuple(paragraph(block) if isinstance(block, str) else block for block in blocks))

    def __add__(self, other: "Document") -> "Document":
        return Document(self.blocks + other.blocks)


doc = Document.of


def runs(*parts: str | Run) -> tuple[Run, ...]:
    """Return the parts as runs, without the empty ones."""
    made = (part if isinstance(part, Run) else Run(part) for part in parts)
    return tuple(run for run in made if run.text)


def paragraph(*parts: str | Run) -> Paragraph:
    """Return a paragraph of plain strings and runs."""
    return Paragraph(runs(*parts))


def bold(text: str) -> Run:
    """Return the text in bold."""
    return Run(text, bold=True)


def italic(text: str) -> Run:
    """Return the text in italics."""
    return Run(text, italic=True)


def code(text: str) -> Run:
    """Return the text as something to type or to read letter by letter."""
    return Run(text, code=True)


def linked(text: str, url: str) -> Run:
    """Return the text as a link."""
    return Run(text, url=url)


def entry(*parts: str | Run, sub: ListBlock | None = None) -> Entry:
    """Return a list entry of plain strings and runs."""
    return Entry(runs(*parts), sub)


def bullets(*entries: str | Entry) -> ListBlock:
    """Return a bulleted list."""
    return ListBlock(tuple(entry(one) if isinstance(one, str) else one for one in entries))


def numbered(*entries: str | Entry) -> ListBlock:
    """Return a list numbered from 1."""
    return ListBlock(tuple(entry(one) if isinstance(one, str) else one for one in entries), ordered=True)


def buttons(*each: Button) -> Buttons:
    """Return buttons side by side."""
    return Buttons(each)
