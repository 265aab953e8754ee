"""What only those who lead see beside the channel: the next step, the draft as it can be edited, what to look over."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from bot.at_hand import draft_at_hand, pieces, steps
from bot.webchat.render import render
from documents.chat import minutes_document
from handlers.minutes.rewriting import stamp
from meetings.compile import compile_minutes
from meetings.language import Language, Texts, texts_for
from meetings.late import late_changes
from meetings.ledger import Ledger
from meetings.record import Meeting


def leading(ledger: Ledger, meeting: Meeting | None, texts: Texts) -> dict[str, Any]:
    """Return the steps that lead on from here, and the draft's title and checks when there is a draft."""
    record = ledger.record
    drafted = draft_at_hand(record)
    view: dict[str, Any] = {"steps": [asdict(step) for step in steps(record, meeting, drafted, texts)], "draft": None}
    if drafted is not None:
        minutes = compile_minutes(record, drafted.id, late_changes(ledger, drafted.id))
        view["draft"] = {
            "meeting": drafted.id,
            "title": minutes.title,
            "date": texts.short_date(drafted.date),
            "open": drafted.is_open,
            "checks": [check.text for check in minutes.checks] if not drafted.is_open else [],
            # A page that shows the draft asks for it anew when this is another.
            "mark": stamp(minutes.model_dump_json()),
        }
    return view


def draft(ledger: Ledger, language: Language) -> dict[str, Any] | None:
    """Return the whole draft, as it reads and piece by piece as it can be edited; None when there is none."""
    record = ledger.record
    meeting = draft_at_hand(record)
    if meeting is None:
        return None
    minutes = compile_minutes(record, meeting.id, late_changes(ledger, meeting.id))
    return {
        "meeting": meeting.id,
        "title": minutes.title,
        "open": meeting.is_open,
        "nodes": list(render(minutes_document(minutes, texts_for(minutes.language)))),
        "checks": [check.text for check in minutes.checks],
        "sections": [
            {"title": title, "pieces": [asdict(piece) for piece in found]}
            for title, found in pieces(record, meeting, texts_for(language).t("webchat.draft.loose"))
        ],
    }
