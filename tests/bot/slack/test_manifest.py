"""The manifest: what it declares is what the program has, and no permission is asked for that nothing needs."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path

import pytest

from bot.__main__ import MISUSED, main
from bot.slack.manifest import manifest
from bot.slack.scopes import BOT_EVENTS, BOT_SCOPES, FREE_CALLS, FREE_EVENTS, SCOPES
from bot.slack.ui.shortcuts import SHORTCUTS
from meetings.language import LANGUAGES, Language, texts_for

URL = "https://mysam.example.se"
# One of these is enough for a method that works in several kinds of conversations.
_ONE_OF = {
    "conversations.history": {"channels:history", "groups:history", "im:history"},
    "conversations.replies": {"channels:history", "groups:history", "im:history"},
    "conversations.info": {"channels:read", "groups:read"},
    "conversations.members": {"channels:read", "groups:read"},
    "conversations.open": {"im:write"},
    "bookmarks.add": {"bookmarks:write"},
    "bookmarks.edit": {"bookmarks:write"},
    "bookmarks.list": {"bookmarks:read"},
    "chat.postEphemeral": {"chat:write"},
    "chat.postMessage": {"chat:write"},
    "chat.update": {"chat:write"},
    "files.completeUploadExternal": {"files:write"},
    "files.getUploadURLExternal": {"files:write"},
    "files.info": {"files:read"},
    "pins.add": {"pins:write"},
    "reactions.add": {"reactions:write"},
    "users.info": {"users:read"},
}
_CALL = re.compile(r"client(?:\([^()]*\))?\.([a-z]+(?:_[A-Za-z]+)+)")
_NAMED = {"apps_connections_open": "apps.connections.open", "oauth_v2_access": "oauth.v2.access"}


def _called() -> set[str]:
    """Give the methods that the program's source calls."""
    folder = Path(str(resources.files("bot").joinpath("slack")))
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py")))
    return {_NAMED.get(name, name.replace("_", ".", 1)) for name in _CALL.findall(source)}


def test_every_call_is_allowed_by_a_permission_and_every_permission_is_needed() -> None:
    called = _called()
    told = {call for scope in SCOPES for call in scope.calls}
    assert {"chat.postMessage", "views.open", "users.info"} <= called
    assert called - set(FREE_CALLS) == told
    assert set(FREE_CALLS) - {"oauth.v2.access"} <= called
    for scope in SCOPES:
        assert scope.calls or scope.events or scope.else_, scope.name
        assert all(scope.name in _ONE_OF[call] for call in scope.calls), scope.name
    for call, scopes in _ONE_OF.items():
        assert scopes <= {scope.name for scope in SCOPES if call in scope.calls}, call


def test_every_permission_says_what_it_is_for() -> None:
    for language in LANGUAGES:
        for scope in SCOPES:
            assert texts_for(language).t(scope.text_key)
    assert list(BOT_SCOPES) == sorted(set(BOT_SCOPES))
    assert set(FREE_EVENTS) < set(BOT_EVENTS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mode", ["socket", "http"])
def test_a_manifest_is_within_slacks_lengths_and_declares_what_there_is(mode: str, language: Language) -> None:
    made = manifest("http" if mode == "http" else "socket", URL if mode == "http" else None, language)
    shown, features, settings = made["display_information"], made["features"], made["settings"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert 175 <= len(shown["long_description"]) <= 4_000
    assert [(one["callback_id"], one["type"]) for one in features["shortcuts"]] == [(s.id, s.kind) for s in SHORTCUTS]
    assert all(len(one["name"]) <= 24 and len(one["description"]) <= 150 for one in features["shortcuts"])
    (command,) = features["slash_commands"]
    assert command["command"] == "/minutes"
    assert len(command["usage_hint"]) <= 1_000
    assert made["oauth_config"]["scopes"]["bot"] == list(BOT_SCOPES)
    assert settings["event_subscriptions"]["bot_events"] == list(BOT_EVENTS)
    assert settings["socket_mode_enabled"] is (mode == "socket")
    addresses = [
        command.get("url"),
        *(settings[one].get("request_url") for one in ("event_subscriptions", "interactivity")),
    ]
    assert addresses == ([f"{URL}/slack/events"] * 3 if mode == "http" else [None] * 3)


def test_the_command_prints_a_manifest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["manifest", "slack", "--mode", "http", "--url", f"{URL}/"]) == 0
    assert json.loads(capsys.readouterr().out) == manifest("http", URL, "sv")


@pytest.mark.parametrize("url", [[], ["--url", "mysam.example.se"]], ids=["no address", "no web address"])
def test_http_needs_an_address(url: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["manifest", "slack", "--mode", "http", *url]) == MISUSED
    assert "https://" in capsys.readouterr().err


def test_the_manual_tells_of_every_permission() -> None:
    manual = (Path(__file__).parents[3] / "docs" / "slack.md").read_text(encoding="utf-8")
    for language in LANGUAGES:
        for scope in SCOPES:
            assert f"| `{scope.name}` | {texts_for(language).t(scope.text_key)} |" in manual
