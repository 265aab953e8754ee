"""What the bot shows in Slack besides messages: forms that open, a panel that only one person sees, a line to her."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.platform import DeliveryError
from bot.slack.errors import Refused
from bot.slack.shapes import map_of, text_of
from bot.slack.ui.fields import View
from bot.slack.ui.seats import Seat
from bot.slack.words import Block, words
from bot.slack.workspaces import QUIET, Workspace
from meetings.document import doc

_log = logging.getLogger(__name__)


async def open_view(seat: Seat, trigger: str, view: View) -> Mapping[str, Any] | None:
    """Open a form; give it as Slack knows it, None when it was not opened."""
    calls = seat.workspace.port.calls
    try:
        answer = await calls.call("views.open", calls.client.views_open, trigger_id=trigger, view=view)
    except DeliveryError as error:
        _log.warning("a form is not shown: %s", error)
        if isinstance(error, Refused):
            await tell(seat, seat.texts.t("slack.ui.too_late"))
        return None
    return map_of(answer.get("view"))


async def update(seat: Seat, view: Mapping[str, Any], shown: View) -> None:
    """Put another view in place of one that is open."""
    calls = seat.workspace.port.calls
    mark = {"hash": view["hash"]} if view.get("hash") else {}
    id = text_of(view.get("id"))
    try:
        await calls.call("views.update", calls.client.views_update, repeatable=True, view_id=id, view=shown, **mark)
    except DeliveryError as error:
        # It was closed, or filled in meanwhile: what stands in it counts.
        _log.warning("a form is not renewed: %s", error)


async def show(seat: Seat, blocks: list[Block]) -> None:
    """Show something to one person where she is, in her private talk if it cannot be shown there."""
    calls, account = seat.workspace.port.calls, seat.author.account
    text = words(blocks)
    if seat.channel is not None:
        try:
            await calls.call(
                "chat.postEphemeral",
                calls.client.chat_postEphemeral,
                channel=seat.channel,
                user=account,
                text=text,
                blocks=blocks,
            )
            return
        except Refused as refused:
            _log.info("shown in the private talk: %s", refused)
    answer = await calls.call("conversations.open", calls.client.conversations_open, repeatable=True, users=account)
    talk = str(answer["channel"]["id"])
    await calls.call("chat.postMessage", calls.client.chat_postMessage, channel=talk, text=text, blocks=blocks)


async def tell(seat: Seat, text: str) -> None:
    """Tell one person a line."""
    try:
        await seat.workspace.port.tell_privately(seat.author.account, doc(text), conversation=seat.channel)
    except DeliveryError as error:
        _log.warning("not told: %s", error)


async def replace_panel(workspace: Workspace, address: str, blocks: list[Block]) -> None:
    """Put other blocks in place of those that a button was pressed in, seen by one person only."""
    client = AsyncWebhookClient(
        address, session=workspace.client.session, ssl=workspace.client.ssl, retry_handlers=[], logger=QUIET
    )
    client.proxy = None
    try:
        await client.send(text=words(blocks), blocks=blocks, replace_original=True, response_type="ephemeral")
    except Exception as error:
        _log.warning("the panel is not renewed: %s", type(error).__name__)
