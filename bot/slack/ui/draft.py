"""The draft, edited piece by piece: a page at a time, and published when its last page has been seen."""

from __future__ import annotations

from bot.at_hand import Piece, draft_at_hand, pieces
from bot.slack.escape import sendable, size
from bot.slack.ui.fields import MOST_INPUT, Confirm, Values, View, button, note, row, text_field, told
from bot.slack.ui.forms import About, flat, form
from bot.slack.ui.saying import Filled, Saying
from bot.slack.ui.seats import Seat
from bot.slack.words import Block
from handlers.minutes.rewriting import stamp
from meetings.compile import compile_minutes
from meetings.document import Document, Heading, bullets
from meetings.late import late_changes
from meetings.record import Meeting

PAGE = "ui.draft.page"
PUBLISH = "ui.draft.publish"
MOST_PIECES = 12
"""Pieces on a page: as much as one looks through at once."""
MOST_TEXT = 9_000
"""Letters in the pieces of a page."""

_Page = list[tuple[str, list[Piece]]]


class DraftForm:
    """The draft at hand; `about` tells which page, counted from 0."""

    name = "draft"

    def view(self, seat: Seat, about: About) -> View:
        texts = seat.texts
        meeting = draft_at_hand(seat.record)
        if meeting is None or not seat.leads:
            why = "slack.ui.no_draft" if seat.leads else "slack.ui.leads_only"
            return form(seat, self.name, "draft", [note(texts.t(why))], submit=None)
        pages = _pages(seat, meeting)
        number = about.get("page")
        page = min(max(number if isinstance(number, int) else 0, 0), len(pages) - 1)
        blocks: list[Block] = []
        if page == 0:
            blocks += _heading(seat, meeting)
        if told_before := str(about.get("told", "")):
            blocks.append(note(told_before))
        for title, found in pages[page]:
            blocks += told(Document.of(Heading(title, 2)))
            blocks += [_piece_field(seat, piece) for piece in found]
        if not pages[page]:
            blocks.append(note(texts.t("webchat.page.draft_empty")))
        blocks += _onward(seat, meeting, page, len(pages))
        return form(seat, self.name, "draft", blocks, {"page": page, "meeting": meeting.id}, submit="save")

    def read(self, seat: Seat, values: Values, about: About) -> Filled:
        """Say what reads otherwise than it did when the page was opened."""
        return Filled(tuple(changes(seat, values)))


def changes(seat: Seat, values: Values) -> list[Saying]:
    """Give the new texts, each with the mark of the text that stood there."""
    says = []
    for id in values:
        target, _, mark = id.rpartition("#")
        passage, _, part = target.rpartition(".")
        text = flat(values.text(id))
        if passage and mark not in (stamp(text), stamp(values.text(id))):
            begins = seat.say("webchat.say.rewrite", target=passage, part=part, stamp=mark)
            says.append(Saying(f"{begins} {text}", id))
    return says


def _pages(seat: Seat, meeting: Meeting) -> list[_Page]:
    """Part what can be edited into pages: an item stays together where it fits."""
    pages: list[_Page] = [[]]
    for title, found in pieces(seat.record, meeting, seat.texts.t("webchat.draft.loose")):
        if pages[-1] and not _fits(pages[-1], list(found)):
            pages.append([])
        for piece in found:
            if pages[-1] and not _fits(pages[-1], [piece]):
                pages.append([])
            if not pages[-1] or pages[-1][-1][0] != title:
                pages[-1].append((title, []))
            pages[-1][-1][1].append(piece)
    return pages


def _fits(page: _Page, coming: list[Piece]) -> bool:
    there = [piece for _, found in page for piece in found] + coming
    return len(there) <= MOST_PIECES and sum(len(piece.text) for piece in there) <= MOST_TEXT


def _heading(seat: Seat, meeting: Meeting) -> list[Block]:
    """Give what is to be looked over first."""
    texts = seat.texts
    assert seat.ledger is not None
    minutes = compile_minutes(seat.record, meeting.id, late_changes(seat.ledger, meeting.id))
    blocks = told(Document.of(Heading(minutes.title, 2)))
    if meeting.is_open:
        return [*blocks, note(texts.t("slack.ui.draft_open"))]
    checks = [check.text for check in minutes.checks]
    if not checks:
        return [*blocks, note(texts.t("webchat.page.checks_none"))]
    return [*blocks, *told(Document.of(Heading(texts.t("webchat.page.checks"), 3), bullets(*checks)))][:20]


def _piece_field(seat: Seat, piece: Piece) -> Block:
    texts = seat.texts
    label = texts.t(f"webchat.page.piece_{piece.what}")
    if piece.held:
        label += f" ({texts.t('webchat.page.draft_held')})"
    if size(sendable(piece.text)) > MOST_INPUT or len(piece.id) > 240:
        return note(texts.t("slack.ui.too_long_here", label=label, text=piece.text))
    return text_field(f"{piece.id}#{stamp(piece.text)}", label, piece.text, optional=True, long=True)


def _onward(seat: Seat, meeting: Meeting, page: int, pages: int) -> list[Block]:
    texts = seat.texts
    found = []
    if page > 0:
        found.append(button(f"{PAGE}:back", texts.t("slack.ui.earlier"), str(page - 1)))
    if page < pages - 1:
        found.append(button(f"{PAGE}:on", texts.t("slack.ui.later"), str(page + 1), primary=True))
    elif not meeting.is_open:
        sure = Confirm(
            texts.t("webchat.page.confirm_publish"), texts.t("webchat.page.confirm_publish_about"),
            texts.t("webchat.step.publish"), texts.t("webchat.page.cancel"),
        )  # fmt: skip
        found.append(button(PUBLISH, texts.t("webchat.step.publish"), meeting.id, primary=True, confirm=sure))
    where = [note(texts.t("slack.ui.page", n=page + 1, of=pages))] if pages > 1 else []
    return [*where, *row(*found)]
