"""What Slack sends, in its own shapes: an event as it is delivered, and the ways in which it differs."""

from __future__ import annotations

import time
from itertools import count
from typing import Any

from tests.bot.slack.fake_slack import BOT, CHANNEL, SIV, TEAM

Payload = dict[str, Any]

STAMP = "1774000100.000200"
LATER = "1774000160.000900"
_events = count(1)


def delivered(event: Payload, **more: Any) -> Payload:
    """Wrap an event as the Events API delivers it."""
    return {
        "token": "verification",
        "team_id": TEAM,
        "api_app_id": "A0TEST",
        "event": event,
        "type": "event_callback",
        "event_id": f"Ev{next(_events):06d}",
        "event_time": 1_774_000_100,
        "authorizations": [
            {"enterprise_id": None, "team_id": TEAM, "user_id": BOT, "is_bot": True, "is_enterprise_install": False}
        ],
        "is_ext_shared_channel": False,
    } | more


def message(text: str = "punkt: Cykelställ", **more: Any) -> Payload:
    """Describe a message; `more` replaces or adds keys."""
    return {
        "type": "message",
        "user": SIV,
        "text": text,
        "ts": STAMP,
        "channel": CHANNEL,
        "event_ts": more.get("ts", STAMP),
        "channel_type": "channel",
        "client_msg_id": "0000-1111",
        "team": TEAM,
        "blocks": [{"type": "rich_text", "block_id": "b", "elements": []}],
    } | more


def changed(text: str, before: str = "punkt: Cykelställ", *, new: Payload | None = None, **more: Any) -> Payload:
    """Describe a change of a message; `new` adds keys to it as it is now."""
    old = {"type": "message", "user": SIV, "text": before, "ts": STAMP, "team": TEAM}
    edited = {"user": SIV, "ts": f"{LATER.partition('.')[0]}.000000"}
    return {
        "type": "message",
        "subtype": "message_changed",
        "message": {**old, "text": text, "edited": edited, **(new or {})},
        "previous_message": old,
        "channel": CHANNEL,
        "hidden": True,
        "ts": LATER,
        "event_ts": LATER,
        "channel_type": "channel",
    } | more


def deleted(stamp: str = STAMP, **more: Any) -> Payload:
    """Describe that a message was taken away."""
    return {
        "type": "message",
        "subtype": "message_deleted",
        "previous_message": {"type": "message", "user": SIV, "text": "punkt: Cykelställ", "ts": stamp},
        "channel": CHANNEL,
        "hidden": True,
        "deleted_ts": stamp,
        "ts": LATER,
        "event_ts": LATER,
        "channel_type": "channel",
    } | more


def reaction(name: str = "thumbsup", *, removed: bool = False, **more: Any) -> Payload:
    """Describe an emoji put on a message, or taken away."""
    return {
        "type": "reaction_removed" if removed else "reaction_added",
        "user": SIV,
        "item": {"type": "message", "channel": CHANNEL, "ts": STAMP},
        "reaction": name,
        "item_user": SIV,
        "event_ts": LATER,
    } | more


def command(text: str, user: str = SIV, channel: str = CHANNEL) -> Payload:
    """Describe a slash command."""
    return {
        "token": "verification",
        "team_id": TEAM,
        "team_domain": "test",
        "channel_id": channel,
        "channel_name": "styrelsen",
        "user_id": user,
        "user_name": "siv",
        "command": "/minutes",
        "text": text,
        "trigger_id": f"{next(_events)}.22.abc",
        "response_url": "https://hooks.slack.example/1",
        "api_app_id": "A0TEST",
        "is_enterprise_install": "false",
    }


def press(value: str, stamp: str, blocks: list[Payload], user: str = SIV, channel: str = CHANNEL) -> Payload:
    """Describe a button that was pressed under a message."""
    return {
        "type": "block_actions",
        "user": {"id": user, "username": "siv", "name": "siv", "team_id": TEAM},
        "api_app_id": "A0TEST",
        "token": "verification",
        "container": {"type": "message", "message_ts": stamp, "channel_id": channel, "is_ephemeral": False},
        "trigger_id": f"{next(_events)}.33.abc",
        "team": {"id": TEAM, "domain": "test"},
        "channel": {"id": channel, "name": "x"},
        "message": {"type": "message", "ts": stamp, "user": BOT, "text": "fråga", "blocks": blocks},
        "response_url": "https://hooks.slack.example/2",
        "actions": [
            {
                "action_id": "say:0:0",
                "block_id": "b",
                "text": {"type": "plain_text", "text": value},
                "value": value,
                "type": "button",
                "action_ts": f"{time.time():.6f}",
            }
        ],
    }
