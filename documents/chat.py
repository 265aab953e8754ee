"""The minutes as a document of blocks: what the chat shows, and what Markdown is written from."""

from documents.follow_up import follow_up_blocks, stacked
from documents.matters import item_blocks
from documents.people import attendance_blocks
from meetings import document
from meetings.document import Block, Heading, Paragraph
from meetings.group import Document
from meetings.language import Texts
from meetings.minutes import Minutes


def minutes_document(minutes: Minutes, texts: Texts) -> document.Document:
    """Return the whole minutes in the order a reader expects, in the texts' language."""
    blocks: list[Block] = [Heading(minutes.title, 1), _status(minutes, texts), stacked(_header(minutes, texts))]
    blocks += attendance_blocks(minutes, texts)
    for item in minutes.items:
        blocks += item_blocks(item, minutes, texts)
    blocks += follow_up_blocks(minutes, texts)
    return document.Document(tuple(blocks))


def _status(minutes: Minutes, texts: Texts) -> Paragraph:
    if minutes.status == "adjusted" and not minutes.revision:
        return texts.paragraph("minutes.adjusted_unpublished")
    return texts.paragraph(f"minutes.{minutes.status}", revision=minutes.revision)


def _header(minutes: Minutes, texts: Texts) -> list[Paragraph]:
    lines = _protocol_header(minutes, texts) if minutes.kind == Document.PROTOKOLL else _notes_header(minutes, texts)
    if minutes.meeting_kind != "ordinary":
        kind = texts.t("minutes.extra") if minutes.meeting_kind == "extra" else minutes.meeting_kind
        lines.append(texts.paragraph("minutes.meeting_kind", kind=kind))
    return lines


def _notes_header(minutes: Minutes, texts: Texts) -> list[Paragraph]:
    missing = texts.t("minutes.missing")
    span = texts.time_range(minutes.start, minutes.end) if minutes.start else missing
    return [
        texts.paragraph("minutes.date", date=texts.full_date(minutes.date)),
        texts.paragraph("minutes.time", time=span),
        texts.paragraph("minutes.place", place=minutes.place or missing),
    ]


def _protocol_header(minutes: Minutes, texts: Texts) -> list[Paragraph]:
    at = texts.date_time_range(minutes.date, minutes.start, minutes.end)
    lines = [
        texts.paragraph("minutes.place_and_time", place_and_time=f"{minutes.place}, {at}" if minutes.place else at)
    ]
    numbers = [item.number.removeprefix("§").strip() for item in minutes.items]
    if len(numbers) > 1:
        lines.append(texts.paragraph("minutes.paragraphs", first=numbers[0], last=numbers[-1]))
    elif numbers:
        lines.append(texts.paragraph("minutes.paragraph", number=numbers[0]))
    adjusters = [one.name for one in minutes.signatures if one.purpose == "adjuster"]
    if adjusters:
        lines.append(texts.paragraph("minutes.adjusters", names=texts.names(adjusters)))
    return lines
