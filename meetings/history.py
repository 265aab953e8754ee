"""History, asked for by those who need it and fetched by the one who may wait: no open work rests on it.

A reader or handler asks `History` a question. When the answer is not there yet it raises `Wanted`, which ends the turn;
the desk fetches the answer and takes the turn anew with it. So what needs no history never waits for any.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Day
from typing import Any, Generic, TypeVar

from meetings.ledger import Numbered
from meetings.minutes import Minutes
from meetings.search import Filed, Hit

A = TypeVar("A")


@dataclass(frozen=True)
class Query(Generic[A]):
    """A question to history; `A` is what answers it."""


@dataclass(frozen=True)
class OfMessage(Query[tuple[Numbered, ...]]):
    """What a message brought into the record, with all that was said at the meetings it was about."""

    message: str


@dataclass(frozen=True)
class Find(Query[tuple[Hit, ...]]):
    """Passages of published minutes with words that begin so; `latest`: those of the latest meetings first."""

    stems: tuple[str, ...]
    latest: bool = False


@dataclass(frozen=True)
class FiledWithin(Query[tuple[Filed, ...]]):
    """Minutes that are out, of meetings held within these days, latest first."""

    since: Day = Day.min
    until: Day = Day.max


@dataclass(frozen=True)
class LatestMinutes(Query[Minutes | None]):
    """The latest published revision of a meeting's minutes, as it was frozen; None before one."""

    meeting: str


@dataclass(frozen=True)
class BusyDays(Query[tuple[tuple[Day, str], ...]]):
    """On which days people with these accounts have meetings in other groups, each day with the account."""

    accounts: tuple[str, ...]
    since: Day
    until: Day


class Wanted(Exception):
    """History is needed to go on; `query`."""

    def __init__(self, query: Query[Any]) -> None:
        self.query = query
        super().__init__(type(query).__name__)


@dataclass(frozen=True)
class History:
    """What has been fetched of a group's history so far."""

    answers: Mapping[Query[Any], Any] = field(default_factory=dict)

    def ask(self, query: Query[A]) -> A:
        """Give the answer to a question. Raises Wanted until it has been fetched."""
        if query not in self.answers:
            raise Wanted(query)
        answer: A = self.answers[query]
        return answer

    @property
    def recalled(self) -> tuple[Numbered, ...]:
        """Give all facts of the past that have been fetched."""
        return tuple(one for query, answer in self.answers.items() if isinstance(query, OfMessage) for one in answer)

    def knowing(self, query: Query[A], answer: A) -> History:
        """Give this with one more answer."""
        return History({**self.answers, query: answer})


NO_HISTORY = History()
