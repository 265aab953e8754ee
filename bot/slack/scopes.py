"""What the bot asks to be let do in Slack, each permission for what needs it, and which events it is told of."""

from __future__ import annotations

from dataclasses import dataclass

_IN_CHANNELS = (
    "channel_archive", "channel_deleted", "channel_id_changed", "channel_left", "channel_rename", "channel_unarchive",
    "member_joined_channel", "member_left_channel",
)  # fmt: skip
_IN_GROUPS = ("group_archive", "group_deleted", "group_left", "group_rename", "group_unarchive")


@dataclass(frozen=True)
class Scope:
    """A permission: the methods that are called by it, the events that are told of by it, and what else needs it.

    The catalogues say in `slack.scope.…` what it is for, with underscores for the marks in its name.
    """

    name: str
    calls: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    else_: str = ""

    @property
    def text_key(self) -> str:
        """Give the key of the words that say what it is for."""
        return f"slack.scope.{self.name.replace(':', '_').replace('.', '_')}"


SCOPES = (
    Scope("app_mentions:read", events=("app_mention",)),
    Scope("bookmarks:read", calls=("bookmarks.list",)),
    Scope("bookmarks:write", calls=("bookmarks.add", "bookmarks.edit")),
    Scope("channels:history", ("conversations.history", "conversations.replies"), ("message.channels",)),
    Scope("channels:read", ("conversations.info", "conversations.members"), _IN_CHANNELS),
    Scope("chat:write", calls=("chat.postMessage", "chat.postEphemeral", "chat.update")),
    Scope("commands", else_="slash commands and shortcuts"),
    Scope("files:read", calls=("files.info",), else_="the names of files in messages"),
    Scope("files:write", calls=("files.getUploadURLExternal", "files.completeUploadExternal")),
    Scope("groups:history", ("conversations.history", "conversations.replies"), ("message.groups",)),
    Scope("groups:read", ("conversations.info", "conversations.members"), _IN_GROUPS),
    Scope("im:history", ("conversations.history", "conversations.replies"), ("message.im",)),
    Scope("im:write", calls=("conversations.open",)),
    Scope("pins:write", calls=("pins.add",)),
    Scope("reactions:read", events=("reaction_added", "reaction_removed")),
    Scope("reactions:write", calls=("reactions.add",)),
    Scope("users:read", calls=("users.info",), events=("user_change",)),
)
"""All of them, by name."""

FREE_CALLS = (
    "apps.connections.open", "auth.test", "chat.getPermalink", "oauth.v2.access", "views.open", "views.publish",
    "views.update",
)  # fmt: skip
"""Methods that take no permission of the bot's."""
FREE_EVENTS = ("app_home_opened", "app_uninstalled", "team_access_revoked", "tokens_revoked")
"""Events that every app is told of that asks for it."""

BOT_SCOPES = tuple(scope.name for scope in SCOPES)
BOT_EVENTS = tuple(sorted({*FREE_EVENTS, *(event for scope in SCOPES for event in scope.events)}))
