"""What Slack is to know of the app: its command, shortcuts, events and permissions, as the program has them."""

from __future__ import annotations

from typing import Any, Literal

from bot.slack.commands import SUBCOMMANDS
from bot.slack.door import EVENTS_PATH
from bot.slack.installs import REDIRECT_PATH
from bot.slack.scopes import BOT_EVENTS, BOT_SCOPES
from bot.slack.ui.shortcuts import SHORTCUTS
from handlers.catalogue import COMMANDS
from handlers.command import Who
from meetings.language import Language, texts_for

COMMAND = "/minutes"
NAME = "Mysam"
COLOUR = "#1f4d3a"

Mode = Literal["socket", "http"]


def manifest(mode: Mode, url: str | None, language: Language) -> dict[str, Any]:
    """Give the manifest. `url` is where Slack reaches the program, without a slash at its end; "http" needs it.

    With `url` the app can be installed in several workspaces too.
    """
    texts = texts_for(language)
    events = f"{url}{EVENTS_PATH}"
    there = {"url": events} if mode == "http" else {}
    asked = {"request_url": events} if mode == "http" else {}
    redirect = {"redirect_urls": [f"{url}{REDIRECT_PATH}"]} if url else {}
    return {
        "_metadata": {"major_version": 1, "minor_version": 1},
        "display_information": {
            "name": NAME,
            "description": texts.t("slack.manifest.description"),
            "long_description": _long_description(language),
            "background_color": COLOUR,
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": NAME, "always_online": True},
            "slash_commands": [
                {
                    "command": COMMAND,
                    "description": texts.t("slack.manifest.command"),
                    "usage_hint": f"[{' | '.join(SUBCOMMANDS[language])}]",
                    "should_escape": False,
                    **there,
                }
            ],
            "shortcuts": [
                {
                    "name": texts.t(f"slack.shortcut.{one.id}.name"),
                    "type": one.kind,
                    "callback_id": one.id,
                    "description": texts.t(f"slack.shortcut.{one.id}.about"),
                }
                for one in SHORTCUTS
            ],
        },
        "oauth_config": {**redirect, "scopes": {"bot": list(BOT_SCOPES)}},
        "settings": {
            "event_subscriptions": {**asked, "bot_events": list(BOT_EVENTS)},
            "interactivity": {"is_enabled": True, **asked},
            "org_deploy_enabled": False,
            "socket_mode_enabled": mode == "socket",
            "token_rotation_enabled": False,
        },
    }


def _long_description(language: Language) -> str:
    """Say what people can ask for, from the catalogue: what everybody may, and what those who lead may."""
    texts = texts_for(language)
    lines = [texts.t("slack.manifest.about")]
    for who in Who:
        named = [one for one in COMMANDS if one.who is who and one.words.get(language) and one.shown]
        lines.append(texts.t(f"slack.manifest.for_{who}"))
        lines += [f"- {one.words[language][0]}: {texts.t(f'help.{one.name}')}" for one in named]
    return "\n".join(lines)[:4_000]
