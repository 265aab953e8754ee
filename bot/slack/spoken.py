"""Which language is spoken in a conversation, for the little that Slack's door says of its own."""

from __future__ import annotations

import time

from bot.desk import Desk
from bot.slack.workspaces import Workspace
from meetings.language import Language

KEPT_SECONDS = 300.0
_MANY = 5_000


class Spoken:
    """Remembers it for a while, since whoever speaks cannot wait for it."""

    def __init__(self, desk: Desk, usual: Language) -> None:
        """`usual` is spoken where there is no group."""
        self._desk = desk
        self._usual = usual
        self._known: dict[str, tuple[Language, float]] = {}

    def language(self, conversation: str) -> Language:
        """Give the language of a conversation, as far as it is known."""
        known = self._known.get(conversation)
        return known[0] if known is not None else self._usual

    async def meet(self, workspace: Workspace, conversation: str) -> None:
        """Look which language is spoken in a conversation."""
        now = time.monotonic()
        known = self._known.get(conversation)
        if known is not None and now - known[1] < KEPT_SECONDS:
            return
        groups = await self._desk.reached(workspace.name, conversation)
        language = (await self._desk.record(groups[0])).group.language if groups else self._usual
        if len(self._known) > _MANY:
            self._known.clear()
        self._known[conversation] = (language, now)
