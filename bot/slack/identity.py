"""Which workspace a token of the bot's is for."""

from __future__ import annotations

from dataclasses import dataclass

from bot.misuse import ConfigError
from bot.slack.errors import Refused, delivery_error
from bot.slack.shapes import text_of
from bot.slack.workspaces import Line, platform_name


@dataclass(frozen=True)
class Identity:
    """The bot in one workspace: what the program calls it, the bot's account there, and what people call it."""

    name: str
    bot_user: str
    team: str


async def identify(line: Line, token: str) -> Identity | str:
    """Ask Slack whose token it is; when it does not answer, say so in a few English words.

    Raises ConfigError when Slack does not let the bot in with it.
    """
    try:
        told = await line.client(token).auth_test()
    except Exception as error:
        why = delivery_error(error, "auth.test", repeatable=True)
        if not isinstance(why, Refused):
            return f"Slack does not answer: {why}"
        raise ConfigError(
            f"SLACK_BOT_TOKEN: Slack släpper inte in med den ({why.code}).",
            f"SLACK_BOT_TOKEN: Slack does not let in with it ({why.code}).",
        ) from None
    org_wide = bool(told.get("is_enterprise_install"))
    name = platform_name(text_of(told.get("enterprise_id")), text_of(told.get("team_id")), org_wide)
    if name is None:
        return "Slack told of no workspace"
    return Identity(name, text_of(told.get("user_id")), text_of(told.get("team")) or name)
