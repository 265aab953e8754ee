"""What happens in Slack besides what people say: to channels, to accounts, and to the bot's own installation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.slack.shapes import Body, map_of, moment, second, shown_name, text_of


@dataclass(frozen=True)
class Joined:
    """Somebody, or the bot itself, came into a channel; `left`: went out of it."""

    conversation: str
    account: str
    event: str
    at: datetime
    left: bool = False


@dataclass(frozen=True)
class Renamed:
    """A channel has a new name."""

    conversation: str
    name: str


@dataclass(frozen=True)
class Archived:
    """A channel was archived or removed, or, `back`, is in use again."""

    conversation: str
    event: str
    at: datetime
    back: bool = False


@dataclass(frozen=True)
class IdChanged:
    """A channel is known by another id from now on."""

    old: str
    new: str
    event: str
    at: datetime


@dataclass(frozen=True)
class PersonChanged:
    """Somebody's account changed; `name` is what it shows now."""

    account: str
    name: str | None


@dataclass(frozen=True)
class Uninstalled:
    """The bot is no longer let in: taken out, or its token withdrawn. `teams`: only in these of an organisation's."""

    teams: tuple[str, ...] = ()


@dataclass(frozen=True)
class HomeOpened:
    """Somebody opened the bot's own page; `tab` is home or messages."""

    account: str
    tab: str


Happening = Joined | Renamed | Archived | IdChanged | PersonChanged | Uninstalled | HomeOpened


def happening(kind: object, event: Body, body: Body, bot: str | None) -> Happening | None:
    """Read what happened to a channel, an account or an installation; None for what is nothing to us."""
    event_id = text_of(body.get("event_id"))
    channel = event.get("channel")
    conversation = text_of(channel) or text_of(map_of(channel).get("id"))
    at = moment(text_of(event.get("event_ts"))) or second(body.get("event_time"))
    account = text_of(event.get("user")) or text_of(map_of(event.get("user")).get("id"))
    match kind:
        case "member_joined_channel" | "member_left_channel" if conversation and account:
            return Joined(conversation, account, event_id, at, left=kind == "member_left_channel")
        case "channel_left" | "group_left" if conversation and bot:
            return Joined(conversation, bot, event_id, at, left=True)
        case "channel_rename" | "group_rename" if conversation:
            return Renamed(conversation, text_of(map_of(channel).get("name")))
        case "channel_archive" | "group_archive" | "channel_deleted" | "group_deleted" if conversation:
            return Archived(conversation, event_id, at)
        case "channel_unarchive" | "group_unarchive" if conversation:
            return Archived(conversation, event_id, at, back=True)
        case "channel_id_changed":
            old, new = text_of(event.get("old_channel_id")), text_of(event.get("new_channel_id"))
            return IdChanged(old, new, event_id, at) if old and new and old != new else None
        case "user_change" | "user_profile_changed" if account:
            return PersonChanged(account, shown_name(map_of(event.get("user"))))
        case "app_home_opened" if account:
            return HomeOpened(account, text_of(event.get("tab")) or "home")
        case "app_uninstalled":
            return Uninstalled()
        case "tokens_revoked":
            return Uninstalled() if map_of(event.get("tokens")).get("bot") else None
        case "team_access_revoked":
            teams = event.get("team_ids")
            return Uninstalled(tuple(filter(None, map(text_of, teams)))) if isinstance(teams, list) and teams else None
    return None
