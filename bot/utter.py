"""Hand one thing to the platform: an emoji, a line in a conversation, or a line that one person sees."""

from __future__ import annotations

from collections.abc import Sequence

from bot.outgoing import Line, Reaction
from bot.platform import File, Platform
from meetings.document import Document
from storage.outgoing import Kind, Outgoing, Verb


async def react(platform: Platform, what: Outgoing, reaction: Reaction) -> None:
    """Put an emoji on a message."""
    await platform.react(what.recipient, reaction.message, reaction.emoji)


async def utter(
    platform: Platform, what: Outgoing, line: Line, document: Document, files: Sequence[File]
) -> str | None:
    """Say words, with files if there are any; return the platform's id of them."""
    if what.verb is Verb.TELL:
        where = line.beside if line.here else None
        return await platform.tell_privately(
            what.recipient, document, conversation=where, cause=line.cause, key=what.key
        )
    lasting = what.kind is Kind.MINUTES and line.whole
    return await platform.send(
        what.recipient, document, thread=line.under, cause=line.cause, files=files, key=what.key, lasting=lasting
    )
