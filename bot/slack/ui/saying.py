"""What is filled in becomes words to the bot: looked over before a view is closed, and said once."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.logs import failed
from bot.platform import Author, Written
from bot.slack.ear import Ear
from bot.slack.ui.seats import Seat
from bot.slack.workspaces import Workspace
from bot.trouble import sorry
from bot.turn import Turn, take
from documents.text import to_text
from handlers.command import Answer, Post, Tell
from meetings.document import doc
from meetings.facts import Blocked
from meetings.history import Wanted
from meetings.language import Language, texts_for

_log = logging.getLogger(__name__)

PATIENCE = 2.0
"""How long a view stays open for what is said to be kept, so that nothing is lost if it cannot be."""
_MOST_ERROR = 400


@dataclass(frozen=True)
class Saying:
    """Words to the bot. `field` is where what is wrong with them is shown.

    `openly`: said in the channel, for all to see, as the wish for a group must be. `later`: it is about what was said
    just before, so that it cannot be looked over by itself. `why` names the text to show instead of the bot's own words
    when they are not understood.
    """

    text: str
    field: str
    openly: bool = False
    later: bool = False
    why: str | None = None


@dataclass(frozen=True)
class Filled:
    """What a view's fields say, or what is wrong with them, by field."""

    says: tuple[Saying, ...] = ()
    errors: Mapping[str, str] | None = None


class Sayer:
    """Says what people do at views, shortcuts and panels."""

    def __init__(self, ear: Ear, language: Language) -> None:
        self._ear = ear
        self._language = language

    def wrong(self, seat: Seat, says: Sequence[Saying]) -> dict[str, str]:
        """Tell what the bot would not take, by field; the same judgement as when it is said, and nothing is kept."""
        errors: dict[str, str] = {}
        for saying in says:
            turn = self.tried(seat, saying.text) if not saying.later else None
            told = refusal(turn) if turn is not None else None
            if told is not None:
                told = seat.texts.t(saying.why) if saying.why else told or seat.texts.t("errors.not_understood")
                errors.setdefault(saying.field, told[:_MOST_ERROR])
        return errors

    @staticmethod
    def tried(seat: Seat, text: str) -> Turn | None:
        """Give what words would bring about; None when that takes more of the group's past than is at hand."""
        if seat.ledger is None:
            return None
        said = Written(seat.author.account, seat.author, "tried", datetime.now(UTC), text, private=True, gesture=True)
        try:
            return take(replace(said, beside=seat.channel), seat.ledger)
        except Wanted:
            return None

    async def say(self, seat: Seat, says: Sequence[Saying], event: str) -> None:
        """Say it all, each thing once whatever happens. Raises when it was not kept."""
        for number, saying in enumerate(says, 1):
            text = saying.text if saying.openly or seat.ledger is None else seat.said(saying.text)
            await self._ear.hear(seat.workspace, self._written(seat, text, f"{event}-{number}", saying.openly))

    async def said(self, seat: Seat, says: Sequence[Saying], event: str) -> BaseException | None:
        """Say it all; give what went wrong, None when all is kept or is being seen to after so long."""
        work = asyncio.ensure_future(self.say(seat, says, event))
        done, _ = await asyncio.wait({work}, timeout=PATIENCE)
        if not done:
            work.add_done_callback(lambda done: _look(done, event))
            _WORKING.add(work)
            work.add_done_callback(_WORKING.discard)
            return None
        return work.exception()

    async def apologise(self, workspace: Workspace, author: Author, error: BaseException, event: str) -> None:
        """Tell somebody that what she did was not taken down."""
        reference = hashlib.sha256(f"{workspace.name}/{event}".encode()).hexdigest()[:4].upper()
        failed(_log, "a gesture failed", error, message=event, reference=reference)
        await workspace.port.tell_privately(author.account, doc(sorry(error, self._language, reference)))

    def sorry(self, error: BaseException, language: Language, event: str) -> str:
        """Say in a view that it could not be kept."""
        reference = hashlib.sha256(event.encode()).hexdigest()[:4].upper()
        failed(_log, "a view was not kept", error, message=event, reference=reference)
        return texts_for(language).t("slack.ui.not_kept", why=sorry(error, language, reference))

    @staticmethod
    def _written(seat: Seat, text: str, event: str, openly: bool) -> Written:
        return Written(
            conversation=seat.channel or seat.author.account,
            author=seat.author,
            id=event,
            at=datetime.now(UTC),
            text=text,
            private=not openly,
            gesture=True,
            beside=None if openly else seat.channel,
        )


_WORKING: set[asyncio.Future[None]] = set()


def _look(done: asyncio.Future[None], event: str) -> None:
    if not done.cancelled() and (error := done.exception()) is not None:
        failed(_log, "a view was not kept", error, message=event)


def refusal(turn: Turn) -> str | None:
    """Give the words with which a turn refuses what was said; None when it brings something about."""
    outcome = turn.outcome
    blocked = any(isinstance(fact, Blocked) for fact in outcome.facts)
    refused = any(reading.refused is not None for reading in outcome.readings)
    if outcome.facts and not blocked and not refused:
        return None
    told = [reply.document for reply in outcome.replies if isinstance(reply, Tell | Answer | Post)]
    if not told:
        return None if outcome.replies else ""
    return " ".join(to_text(told[0]).split())
