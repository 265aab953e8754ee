"""Posting in Slack: all the messages of one thing that is said, and then its files, each of them once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.platform import NotSaid, PerhapsSaid
from bot.slack.calls import Calls
from bot.slack.errors import Refused
from bot.slack.escape import unmarked
from bot.slack.files import Upload, share
from bot.slack.history import Said, metadata, reference
from bot.slack.render import MOST_TEXT, Message
from bot.slack.words import words

LONGEST_WAIT = 10.0
"""How long the rest of something is held back rather than put off."""
_BAD_BLOCKS = frozenset({"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "block_mismatch"})


async def say(
    calls: Calls,
    channel: str,
    messages: Sequence[Message],
    *,
    root: str | None,
    key: str | None,
    files: int = 0,
    lasting: bool = False,
    before: Said | None = None,
) -> str:
    """Post the messages that are not there yet, one after the other; return the first one's stamp.

    `files` is how many are to follow, `lasting` whether people come back to it, `before` what was found of it.
    Raises DeliveryError.
    """
    there = dict(before.parts) if before is not None else {}
    for number, message in enumerate(messages, 1):
        if number in there:
            continue
        about = metadata(key, number, len(messages), files, lasting) if key is not None else None
        try:
            there[number] = await _post(calls, channel, message, root, about)
        except NotSaid as error:
            if not there:
                raise
            # A part is there for all to see: nobody may take this for something that was not said.
            if error.after is None or error.after > LONGEST_WAIT:
                raise PerhapsSaid(str(error)) from None
            await calls.pace.wait(error.after)
            there[number] = await _post_rest(calls, channel, message, root, about)
    return there[1]


async def _post_rest(
    calls: Calls, channel: str, message: Message, root: str | None, about: Mapping[str, Any] | None
) -> str:
    try:
        return await _post(calls, channel, message, root, about)
    except NotSaid as error:
        raise PerhapsSaid(str(error)) from None


async def _post(calls: Calls, channel: str, message: Message, root: str | None, about: Mapping[str, Any] | None) -> str:
    calls.pace.check("chat.postMessage")
    await calls.pace.turn(channel)
    optional: dict[str, Any] = {"thread_ts": root, "metadata": about}
    arguments: dict[str, Any] = {
        "channel": channel,
        "unfurl_links": False,
        "unfurl_media": False,
        "mrkdwn": False,
        **{name: value for name, value in optional.items() if value is not None},
    }
    method, function = "chat.postMessage", calls.client.chat_postMessage
    try:
        answer = await calls.call(method, function, text=message.text, blocks=list(message.blocks), **arguments)
    except Refused as refused:
        if refused.code not in _BAD_BLOCKS:
            raise
        # Slack's rules may change: the words matter more than their look.
        text = words(message.blocks, MOST_TEXT)
        answer = await calls.call(method, function, text=text, **arguments)
    return str(answer["ts"])


async def show_files(
    calls: Calls, uploads: Sequence[Upload], channel: str, root: str | None, message: Message, key: str | None
) -> None:
    """Show the files of what was said, under a sign by which they are found again. Raises DeliveryError."""
    title = unmarked(message.text.partition("\n")[0])
    comment = f"{title} (ref {reference(key)})" if key is not None else title
    try:
        await share(calls, uploads, channel, root, comment)
    except NotSaid as error:
        raise PerhapsSaid(str(error)) from None
