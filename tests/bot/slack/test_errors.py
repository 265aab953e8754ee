"""What Slack's refusals and broken lines mean."""

from __future__ import annotations

from collections.abc import Callable

import aiohttp
import pytest
from aiohttp.client_reqrep import ConnectionKey
from slack_sdk.errors import SlackApiError, SlackRequestError

from bot.platform import CannotSay, DeliveryError, NotSaid, PerhapsSaid
from bot.slack.errors import Refused, advice, delivery_error, retry_after
from meetings.language import LANGUAGES, texts_for


class Answer:
    """An answer of Slack's, as the library hands it on."""

    def __init__(self, status: int, data: object, headers: dict[str, str] | None = None) -> None:
        self.status_code = status
        self.data = data
        self.headers = headers or {}


def answered(status: int, data: object) -> Exception:
    make: Callable[[str, Answer], Exception] = SlackApiError
    return make("no", Answer(status, data))


def said(code: str, status: int = 200, **more: str) -> Exception:
    return answered(status, {"ok": False, "error": code, **more})


_HOST = ConnectionKey("slack.example", 443, True, True, None, None, None)


@pytest.mark.parametrize(
    ("error", "means"),
    [
        pytest.param(said("ratelimited", 429), NotSaid, id="too fast"),
        pytest.param(answered(429, "slow down"), NotSaid, id="too fast, in no words"),
        pytest.param(said("message_limit_exceeded"), NotSaid, id="too much in the workspace"),
        pytest.param(answered(403, "<html>"), NotSaid, id="a proxy says no"),
        pytest.param(aiohttp.ClientConnectorError(_HOST, OSError("refused")), NotSaid, id="refused before a word"),
        pytest.param(aiohttp.ConnectionTimeoutError(), NotSaid, id="no connection in time"),
        pytest.param(said("not_in_channel"), CannotSay, id="not in the channel"),
        pytest.param(said("missing_scope", needed="pins:write"), CannotSay, id="no permission"),
        pytest.param(said("token_revoked"), CannotSay, id="no longer let in"),
        pytest.param(said("a_new_reason"), CannotSay, id="a no for a reason nobody knew"),
        pytest.param(said("internal_error"), PerhapsSaid, id="failed within"),
        pytest.param(said("fatal_error", 500), PerhapsSaid, id="failed within, badly"),
        pytest.param(answered(503, "<html>"), PerhapsSaid, id="a page about an outage"),
        pytest.param(answered(200, ""), PerhapsSaid, id="an answer without sense"),
        pytest.param(aiohttp.ServerDisconnectedError(), PerhapsSaid, id="cut off"),
        pytest.param(aiohttp.ClientOSError(104, "reset"), PerhapsSaid, id="reset"),
        pytest.param(TimeoutError(), PerhapsSaid, id="no answer in time"),
        pytest.param(SlackRequestError("?"), PerhapsSaid, id="the library stumbled"),
        pytest.param(AttributeError("get"), PerhapsSaid, id="the library stumbled over the answer"),
    ],
)
def test_an_error_means(error: Exception, means: type[DeliveryError]) -> None:
    told = delivery_error(error, "chat.postMessage")
    assert type(told) in (means, Refused)
    assert isinstance(told, means)
    assert str(told).startswith("chat.postMessage: ")


def test_what_can_be_repeated_is_never_in_doubt() -> None:
    assert isinstance(delivery_error(TimeoutError(), "reactions.add", repeatable=True), NotSaid)
    assert isinstance(delivery_error(said("no_reaction"), "reactions.add", repeatable=True), CannotSay)


def test_an_error_never_quotes_what_was_said() -> None:
    error = said("invalid_blocks", message="Siv är sjuk")
    assert "Siv" not in str(delivery_error(error, "chat.postMessage"))


@pytest.mark.parametrize(
    ("given", "seconds"),
    [("7", 7.0), ("0", 1.0), ("1e9", 3600.0), ("soon", 30.0), ("nan", 30.0), ("", 30.0)],
)
def test_a_wait_is_read_with_sense(given: str, seconds: float) -> None:
    assert retry_after({"retry-After": given}) == seconds


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_is_told_what_to_do_about_a_refusal(language: str) -> None:
    texts = texts_for("sv" if language == "sv" else "en")
    told = delivery_error(said("missing_scope", needed="files:write"), "files.getUploadURLExternal")
    assert isinstance(told, Refused)
    assert "files:write" in advice(told.code, texts, told.needed)
    assert "/invite" in advice("not_in_channel", texts)
    assert "a_new_reason" in advice("a_new_reason", texts)
