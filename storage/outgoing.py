"""What is to be said as it is kept: how it stands, what kind it is, and whose hand it is in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """How something that is to be said stands."""

    PENDING = "pending"
    SENDING = "sending"
    UNKNOWN = "unknown"
    SENT = "sent"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"
    DEAD = "dead"


class Kind(StrEnum):
    """What kind of thing is said; it decides what is done when nobody knows whether it was."""

    REPLY = "reply"
    REMINDER = "reminder"
    MINUTES = "minutes"


class Verb(StrEnum):
    """How it is said."""

    SEND = "send"
    REACT = "react"
    TELL = "tell"
    FETCH = "fetch"
    """Nothing is said: a file that somebody shared is fetched, and kept. `recipient` is what it is fetched by."""


@dataclass(frozen=True)
class Outgoing:
    """Something to be said: `key` tells it from all else that ever is, `number` its place among what one event brings.

    `recipient` is the conversation or the account it is for, `cause` the message it answers, if one. It waits `delay`
    before it is said, and is not said at all after `expires_at`.
    """

    key: str
    platform: str
    kind: Kind
    verb: Verb
    recipient: str
    payload: Mapping[str, Any]
    number: int = 1
    meeting: str | None = None
    cause: str | None = None
    expires_at: datetime | None = None
    delay: timedelta = timedelta()


@dataclass(frozen=True)
class Claimed:
    """Something taken in hand: under `claim`, until `deadline` on this machine's own monotonic clock.

    `tried_since` is since when it may have been said already; None when it certainly was not.
    """

    group: str
    what: Outgoing
    claim: str
    deadline: float
    attempts: int = 1
    tried_since: datetime | None = None


@dataclass(frozen=True)
class Ending:
    """How something in hand ended. `follow` is what is to be said because of it."""

    row: Claimed
    state: State
    external_id: str | None = None
    error: str | None = None
    follow: tuple[Outgoing, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A row as it is shown: without what it says."""

    key: str
    group: str
    platform: str
    kind: str
    verb: str
    recipient: str
    meeting: str | None
    state: str
    attempts: int
    created_at: datetime
    run_at: datetime | None
    external_id: str | None
    last_error: str | None


def in_hand(rows: Sequence[Outgoing], group: str, claim: str, deadline: float) -> tuple[Claimed, ...]:
    """Give rows as they are in hand once they are kept; not those that are delayed."""
    return tuple(Claimed(group, row, claim, deadline) for row in rows if not row.delay)
