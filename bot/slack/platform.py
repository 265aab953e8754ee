"""A Slack workspace as a platform: what the bot says there, under its key, and how it is found again."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from slack_sdk.web.async_client import AsyncWebClient

from bot.platform import CannotTell, File
from bot.slack.bookmarks import Bookmarks
from bot.slack.calls import Calls
from bot.slack.errors import Refused
from bot.slack.fetching import fetch
from bot.slack.files import Upload, upload
from bot.slack.history import Said, look
from bot.slack.layout import laid_out, passing
from bot.slack.pace import Pace
from bot.slack.posting import say, show_files
from bot.slack.render import Message, chosen, render
from bot.slack.text import EMOJI
from bot.slack.words import Block, words
from meetings.document import Document
from meetings.language import Language

_REMEMBERED = 5_000
_STAMP = re.compile(r"\d{1,11}\.\d{6}", re.ASCII)
_NAMES = {"🤐": "zipper_mouth_face"} | {sign: name for name, sign in reversed(EMOJI.items())}
_NOT_SHOWN_IN_PASSING = frozenset(
    {"user_not_in_channel", "not_in_channel", "channel_not_found", "is_archived", "restricted_action"}
)
"""Why somebody is told in her private talk what could not be shown in the channel."""

_Value = TypeVar("_Value")


class SlackPlatform:
    """One workspace. `language` gives the language of a conversation, for the little that is said here of its own.

    `client` must try nothing a second time by itself: what was perhaps said must not be said twice.
    """

    def __init__(
        self,
        name: str,
        client: AsyncWebClient,
        language: Callable[[str], Language] = lambda conversation: "sv",
        pace: Pace | None = None,
    ) -> None:
        self.name = name
        self.calls = Calls(client, pace or Pace())
        self._language = language
        self._bookmarks = Bookmarks(self.calls)
        self._roots: OrderedDict[tuple[str, str], str] = OrderedDict()
        self._talks: OrderedDict[str, str] = OrderedDict()
        self._partly: OrderedDict[str, Said] = OrderedDict()
        self._doubted: OrderedDict[str, None] = OrderedDict()

    def note_thread(self, conversation: str, message: str, root: str | None) -> None:
        """Take down which thread a message stands in, None for none: what answers it goes there."""
        _keep(self._roots, (conversation, message), root or message)

    async def send(
        self,
        conversation: str,
        document: Document,
        *,
        thread: str | None = None,
        cause: str | None = None,
        files: Sequence[File] = (),
        key: str | None = None,
        lasting: bool = False,
    ) -> str | None:
        """Say something in a channel or a private talk; return the stamp of its first message.

        What takes several messages is gone on with where it was broken off, once `find` has looked.
        """
        root = await self._root(conversation, thread)
        language = self._language(conversation)
        uploads: tuple[Upload, ...] | None = ()
        before = self._partly.pop(key, None) if key is not None else None
        if files and not (before and before.shared):
            uploads = await self._upload(files)
        messages = laid_out(document, files, uploads, language)
        going = len(uploads) if uploads else before.files if before else 0
        first = await say(
            self.calls, conversation, messages, root=root, key=key, files=going, lasting=lasting, before=before
        )
        if uploads:
            await show_files(self.calls, uploads, conversation, root, messages[0], key)
        if lasting:
            await self._bookmarks.keep(conversation, first, language)
        return first

    async def react(self, conversation: str, message: str, emoji: str) -> None:
        """Put an emoji on a message; what was pressed or chosen is no message, and gets none."""
        if _STAMP.fullmatch(message) is None:
            return
        name = _NAMES.get(emoji, emoji.strip(":"))
        try:
            await self.calls.call(
                "reactions.add",
                self.calls.client.reactions_add,
                repeatable=True,
                channel=conversation,
                name=name,
                timestamp=message,
            )
        except Refused as refused:
            if refused.code != "already_reacted":
                raise

    async def tell_privately(
        self,
        account: str,
        document: Document,
        *,
        conversation: str | None = None,
        cause: str | None = None,
        key: str | None = None,
    ) -> str | None:
        """Tell one person: a short notice in passing where it came up, all else in her private talk.

        What is in doubt is said in the private talk too, so that nothing is known only from a glimpse that never was.
        """
        messages = render(document)
        channel = conversation is not None and not conversation.startswith("D")
        if conversation is not None and channel and key not in self._doubted and passing(document, messages):
            try:
                return await self._show(account, messages[0], conversation, cause)
            except Refused as refused:
                if refused.code not in _NOT_SHOWN_IN_PASSING:
                    raise
        talk = await self._talk(account)
        before = self._partly.pop(key, None) if key is not None else None
        try:
            return await say(self.calls, talk, messages, root=None, key=key, before=before)
        except Refused as refused:
            if refused.code != "channel_not_found" or before is not None:
                raise
        # The talk is known under another id by now.
        self._talks.pop(account, None)
        return await say(self.calls, await self._talk(account), messages, root=None, key=key)

    async def find(
        self,
        key: str,
        *,
        conversation: str | None,
        account: str | None,
        since: datetime,
        thread: str | None = None,
    ) -> str | None:
        """Look for what was said under a key; what was said in part is remembered, and gone on with by the next try.

        What is shown in passing leaves nothing behind to be found: what perhaps was is then said in the private talk.
        """
        try:
            if account is not None:
                talk = await self._talk(account)
                said = await look(self.calls, key, talk, since, None)
                _keep(self._doubted, key, None)
            elif conversation is not None:
                said = await look(self.calls, key, conversation, since, await self._root(conversation, thread))
            else:
                raise CannotTell("neither a conversation nor an account")
        except Refused as refused:
            raise CannotTell(str(refused)) from None
        if said.whole:
            first = said.parts[1] if 1 in said.parts else min(said.parts.values())
            if said.lasting and conversation is not None:
                # Only the answer was lost, and with it the rest of what makes it last.
                await self._bookmarks.keep(conversation, first, self._language(conversation))
            return first
        if said.parts:
            _keep(self._partly, key, said)
        return None

    async def fetch(self, ref: str) -> bytes:
        """Give the content of a file that somebody shared. Raises CannotSay, and NotSaid for what may pass."""
        return await fetch(self.calls, ref)

    async def settle(self, conversation: str, message: str, document: Document) -> None:
        """Put a document in place of a message of ours: a question that is answered. Raises DeliveryError."""
        made = render(document)[0]
        await self._update(conversation, message, made)

    async def mark_chosen(self, conversation: str, message: str, blocks: Sequence[Block], label: str) -> None:
        """Show in a message of ours, whose blocks these are, what was chosen, and take its buttons away."""
        left = chosen(blocks, label)
        await self._update(conversation, message, Message(left, words(left)))

    async def _update(self, conversation: str, message: str, made: Message) -> None:
        await self.calls.call(
            "chat.update",
            self.calls.client.chat_update,
            repeatable=True,
            channel=conversation,
            ts=message,
            text=made.text,
            blocks=list(made.blocks),
        )

    async def _show(self, account: str, message: Message, conversation: str, cause: str | None) -> str:
        """Show somebody a notice in a channel, in the thread of what led to it if that stands in one."""
        root = self._roots.get((conversation, cause)) if cause is not None else None
        thread: dict[str, Any] = {"thread_ts": root} if root is not None and root != cause else {}
        answer = await self.calls.call(
            "chat.postEphemeral",
            self.calls.client.chat_postEphemeral,
            channel=conversation,
            user=account,
            text=message.text,
            blocks=list(message.blocks),
            **thread,
        )
        return str(answer.get("message_ts", ""))

    async def _upload(self, files: Sequence[File]) -> tuple[Upload, ...] | None:
        """Give Slack the files; None where it takes none."""
        await self.calls.learn_scopes()
        if not self.calls.may("files:write"):
            return None
        try:
            return await upload(self.calls, files)
        except Refused:
            return None

    async def _talk(self, account: str) -> str:
        """Give the private talk with somebody. Raises DeliveryError."""
        known = self._talks.get(account)
        if known is not None:
            return known
        answer = await self.calls.call(
            "conversations.open", self.calls.client.conversations_open, repeatable=True, users=account
        )
        talk = str(answer["channel"]["id"])
        _keep(self._talks, account, talk)
        return talk

    async def _root(self, conversation: str, thread: str | None) -> str | None:
        """Give the first message of the thread a message stands in: Slack hangs answers on no other."""
        if thread is None or _STAMP.fullmatch(thread) is None:
            return None
        known = self._roots.get((conversation, thread))
        if known is not None:
            return known
        try:
            answer = await self.calls.call(
                "conversations.replies",
                self.calls.client.conversations_replies,
                repeatable=True,
                channel=conversation,
                ts=thread,
                limit=1,
            )
        except Refused as refused:
            if refused.code not in ("missing_scope", "method_not_supported_for_channel_type"):
                raise
            return thread
        first: Mapping[str, Any] = next(iter(answer.get("messages", ())), {})
        root = str(first.get("thread_ts") or first.get("ts") or thread)
        self.note_thread(conversation, thread, root)
        return root


def _keep(kept: OrderedDict[Any, _Value], key: object, value: _Value) -> None:
    """Remember a value for a while."""
    if key is None:
        return
    kept[key] = value
    kept.move_to_end(key)
    if len(kept) > _REMEMBERED:
        kept.popitem(last=False)
