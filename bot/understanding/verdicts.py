"""What became of a text that may be personal: stopped, warned about, or let through."""

from __future__ import annotations

from bot.understanding.situation import Played
from handlers.command import Tell
from meetings.document import Document
from meetings.facts import Blocked
from meetings.language import texts_for


def verdict_of(played: Played) -> str:
    """Give `block` when it was stopped, `warn` when the writer was warned, else `allow`."""
    if any(isinstance(fact, Blocked) for fact in played.facts):
        return "block"
    warning = Document.of(texts_for(played.record.group.language).paragraph("guard.warning"))
    warned = any(isinstance(reply, Tell) and reply.document == warning for reply in played.turn.outcome.replies)
    return "warn" if warned else "allow"
