"""How a document is laid out in messages: whole, in short with its file, or as a notice in passing."""

from __future__ import annotations

from collections.abc import Sequence

from bot.platform import File
from bot.slack.files import Upload
from bot.slack.render import Message, render
from meetings.document import Buttons, Document, Heading, bullets, paragraph
from meetings.language import Language, texts_for

MOST_MESSAGES = 4
"""What would take more messages is said in short, with the whole in its file."""
SHORT = 600
"""The size of a notice that may be shown in passing, with nothing left of it afterwards."""


def laid_out(
    document: Document, files: Sequence[File], uploads: Sequence[Upload] | None, language: Language
) -> tuple[Message, ...]:
    """Give a document's messages, with a line where its files cannot go along, or in short where it is too long."""
    texts = texts_for(language)
    if files and uploads is None:
        names = texts.names([file.name for file in files])
        return render(document + Document.of(texts.paragraph("slack.no_files", names=names)))
    messages = render(document)
    if len(messages) <= MOST_MESSAGES or not files:
        return messages
    return render(_in_short(document, texts.t("slack.whole_in_file", name=files[0].name)))


def _in_short(document: Document, line: str) -> Document:
    """Give a document's beginning, as far as its first heading, and what the headings after it are."""
    headings = [place for place, block in enumerate(document.blocks) if isinstance(block, Heading) and block.level > 1]
    beginning = document.blocks[: headings[0]] if headings else document.blocks[:1]
    titles = [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 2]
    choices = tuple(block for block in document.blocks if isinstance(block, Buttons))
    whole = Document((*beginning, bullets(*titles), paragraph(line), *choices))
    short = render(whole)
    # A beginning of its own great length is cut as well: the file has all of it.
    return whole if len(short) <= MOST_MESSAGES else Document((*document.blocks[:1], paragraph(line), *choices))


def passing(document: Document, messages: Sequence[Message]) -> bool:
    """Tell whether a document is a short notice, on which nothing waits."""
    asks = any(isinstance(block, Buttons) for block in document.blocks)
    return not asks and len(messages) == 1 and len(messages[0].text) <= SHORT
