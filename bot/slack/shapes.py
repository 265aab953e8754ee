"""The shapes of what Slack sends, of which nothing is taken for granted: texts, maps and stamps."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

Body = Mapping[str, Any]
"""A payload as it came."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_STAMP = re.compile(r"\d{1,11}\.\d{1,9}", re.ASCII)


def text_of(value: object) -> str:
    """Give a text, "" for anything else."""
    return value if isinstance(value, str) else ""


def map_of(value: object) -> Body:
    """Give a map, an empty one for anything else."""
    return value if isinstance(value, Mapping) else {}


def moment(stamp: str | None) -> datetime | None:
    """Give the time in Slack's stamp of a message, exact to the microsecond; None when it is none."""
    if not stamp or _STAMP.fullmatch(stamp) is None:
        return None
    return EPOCH + timedelta(microseconds=int(Decimal(stamp) * 1_000_000))


def stamp_of(at: datetime) -> str:
    """Give a time as Slack writes it."""
    micros = (at - EPOCH) // timedelta(microseconds=1)
    return f"{micros // 1_000_000}.{micros % 1_000_000:06d}"


def second(value: object) -> datetime:
    """Read a time in whole seconds; the first of all times when it is none."""
    return EPOCH + timedelta(seconds=value) if isinstance(value, int) and 0 < value < 10**11 else EPOCH


def shown_name(user: Body) -> str | None:
    """Give the name that an account shows: the whole one, as people are known by it in minutes."""
    profile = map_of(user.get("profile"))
    found = (profile.get("real_name"), user.get("real_name"), profile.get("display_name"), user.get("name"))
    return next((name for name in map(text_of, found) if name.strip()), None)
