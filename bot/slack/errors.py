"""What Slack answers when something does not go through: said for certain or not, and what a person can do about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.platform import CannotSay, DeliveryError, NotSaid, PerhapsSaid
from meetings.language import Texts

LONGEST_WAIT = 3_600.0
_USUAL_WAIT = 30.0

_LATER = frozenset(
    {
        "ratelimited",
        "rate_limited",
        "message_limit_exceeded",
        "request_timeout",
        "team_added_to_org",
        "external_channel_migrating",
        "too_many_requests",
    }
)
"""Codes of a certain no that passes."""
_NOBODY_KNOWS = frozenset({"internal_error", "fatal_error", "service_unavailable"})
"""Codes after which "some aspect may have succeeded"."""

_PROBLEMS: Mapping[str, str] = {
    "not_in_channel": "not_in_channel",
    "user_not_in_channel": "not_in_channel",
    "channel_not_found": "channel_not_found",
    "is_archived": "is_archived",
    "is_inactive": "is_archived",
    "token_revoked": "not_let_in",
    "token_expired": "not_let_in",
    "account_inactive": "not_let_in",
    "invalid_auth": "not_let_in",
    "not_authed": "not_let_in",
    "team_access_not_granted": "not_let_in",
    "access_denied": "not_let_in",
    "not_allowed_token_type": "not_let_in",
    "missing_scope": "missing_scope",
    "no_permission": "missing_scope",
    "restricted_action": "restricted",
    "restricted_action_read_only_channel": "restricted",
    "restricted_action_thread_only_channel": "restricted",
    "restricted_action_non_threadable_channel": "restricted",
    "restricted_action_thread_locked": "restricted",
    "posting_to_channel_denied": "restricted",
    "ekm_access_denied": "restricted",
    "messages_tab_disabled": "messages_tab_disabled",
    "user_not_found": "person_gone",
    "user_disabled": "person_gone",
    "user_not_visible": "person_gone",
    "users_not_found": "person_gone",
    "cannot_dm_bot": "person_gone",
    "thread_not_found": "message_gone",
    "message_not_found": "message_gone",
    "file_uploads_disabled": "no_files",
    "file_type_not_allowed": "no_files",
    "file_upload_size_restricted": "no_files",
    "storage_limit_reached": "no_files",
}
"""Which text of the catalogue, `slack.problem.…`, tells a person what to do."""


class Refused(CannotSay):
    """Slack said no for good. `code` is its word for why, `needed` the permission that is missing if it is that."""

    def __init__(self, method: str, code: str, needed: str | None = None) -> None:
        super().__init__(f"{method}: {code}")
        self.code = code
        self.needed = needed


def advice(code: str, texts: Texts, needed: str | None = None) -> str:
    """Say what a person can do about a refusal; for one that is unknown, what Slack calls it."""
    problem = _PROBLEMS.get(code)
    if problem is None:
        return texts.t("slack.problem.unknown", code=code)
    return texts.t(f"slack.problem.{problem}", scope=needed or "?")


def delivery_error(error: Exception, method: str, *, repeatable: bool = False) -> DeliveryError:
    """Tell what an error of a call means. What may be `repeatable` without harm is never said to be in doubt.

    The result names the method and Slack's code: the error's own words may quote what was to be said.
    """
    told = _classified(error, method)
    return NotSaid(str(told)) if repeatable and isinstance(told, PerhapsSaid) else told


def _classified(error: Exception, method: str) -> DeliveryError:
    match error:
        case SlackApiError():
            return _answered(error, method)
        case aiohttp.ClientConnectorError() | aiohttp.ConnectionTimeoutError() | aiohttp.InvalidURL():
            # Nothing was written yet: no such host, refused, no certificate, no connection in time.
            return NotSaid(f"{method}: {type(error).__name__}")
        case aiohttp.ClientError() | TimeoutError() | OSError() | SlackClientError():
            return PerhapsSaid(f"{method}: {type(error).__name__}")
    return PerhapsSaid(f"{method}: unreadable answer ({type(error).__name__})")


def _answered(error: SlackApiError, method: str) -> DeliveryError:
    response = error.response
    status = getattr(response, "status_code", None) or getattr(response, "status", None) or 0
    headers = getattr(response, "headers", None) or {}
    data = getattr(response, "data", None)
    answer: Mapping[str, Any] = data if isinstance(data, dict) else {}
    code = answer.get("error")
    if status == 429 or code in ("ratelimited", "rate_limited"):
        return NotSaid(f"{method}: ratelimited", retry_after(headers))
    if status >= 500 or code in _NOBODY_KNOWS:
        return PerhapsSaid(f"{method}: {code or status}")
    if not isinstance(code, str) or not code:
        # A proxy's or a firewall's page: it did not get through. A good status with no sense in it may have.
        return NotSaid(f"{method}: HTTP {status}") if 400 <= status < 500 else PerhapsSaid(f"{method}: HTTP {status}")
    if code in _LATER:
        return NotSaid(f"{method}: {code}", _USUAL_WAIT)
    needed = answer.get("needed")
    return Refused(method, code, needed if isinstance(needed, str) else None)


def retry_after(headers: Mapping[str, Any]) -> float:
    """Read how many seconds to wait; a usual while when it does not say."""
    given = next((value for name, value in headers.items() if name.lower() == "retry-after"), None)
    try:
        seconds = float(str(given))
    except ValueError:
        return _USUAL_WAIT
    return min(max(seconds, 1.0), LONGEST_WAIT) if seconds == seconds else _USUAL_WAIT
