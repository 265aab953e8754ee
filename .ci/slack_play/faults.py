"""What goes wrong while a meeting is held: on the way to the program, and in every method that it calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """Something that goes wrong from a line on, or from the START: what the strict Slack takes as a fault.

    It also does `disconnect` and `cut`, which end the socket, and `redeliver`, which delivers the `last` events anew.
    """

    before: str
    rule: Mapping[str, object]


Faults = tuple[Fault, ...]
START = "start"

FIRST = ("auth.test", "apps.connections.open")
"""What is called before anybody writes."""
METHODS = (
    "bookmarks.add", "bookmarks.list", "chat.getPermalink", "chat.postEphemeral", "chat.postMessage", "chat.update",
    "conversations.open", "files.completeUploadExternal", "files.getUploadURLExternal", "pins.add", "reactions.add",
    "users.info",
)  # fmt: skip
"""What a meeting calls; the play tells when it calls something else, or not all of it."""

DELIVERIES: Faults = (
    Fault("m02", {"kind": "ack_timeout", "event": "message"}),
    Fault("m04", {"kind": "duplicate", "event": "message"}),
    Fault("m06", {"kind": "redeliver", "last": 3}),
    Fault("m09", {"kind": "duplicate", "event": "message", "count": 4}),
    Fault("m10", {"kind": "reorder", "event": "message", "count": 2}),
    Fault("m16", {"kind": "duplicate", "event": "reaction_added"}),
    Fault("m18", {"kind": "ack_timeout", "event": "message"}),
    Fault("m20", {"kind": "duplicate", "event": "app_mention"}),
    Fault("m21", {"kind": "redeliver", "last": 40}),
    Fault("m22", {"kind": "redeliver", "last": 40}),
)
"""What goes wrong on the way to the program."""

CONNECTION: Faults = (
    Fault("m04", {"kind": "disconnect"}),
    Fault("m10", {"kind": "cut"}),
    Fault("m18", {"kind": "disconnect"}),
    Fault("m22", {"kind": "cut"}),
)
"""What goes wrong with a socket."""


def every_method() -> dict[str, Faults]:
    """Give, by what goes wrong, the faults in which the first call of each method goes wrong so."""
    return {
        "no answer": _first_of_each("drop_response"),
        "no request": _first_of_each("drop_request"),
        "HTTP 500": _first_of_each("http_500"),
        "internal error": _first_of_each("error", error="internal_error"),
        "too many requests": _first_of_each("ratelimited", retry_after=1),
        "late answers": _first_of_each("delay_ms", ms=1500),
    }


def _first_of_each(kind: str, **more: object) -> Faults:
    first = [Fault(START, {"kind": kind, "method": method, **more}) for method in FIRST]
    return (*first, *(Fault("m01", {"kind": kind, "method": method, **more}) for method in METHODS))
