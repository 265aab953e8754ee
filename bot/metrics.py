"""The figures of `/metrics`, in the form of Prometheus: numbers about events, posts, worker and database."""

from __future__ import annotations

import platform as machine
import time
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Literal

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

from bot.meter import Heard, Meter, Posted

CONTENT_TYPE = CONTENT_TYPE_LATEST
_SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Figures(Meter):
    """Keeps the figures of this process. Labels are few and fixed: a workspace, group or person is never one."""

    def __init__(self, database: str) -> None:
        """`database` is the kind of engine."""
        self._registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self._events = Counter(
            "mysam_events", "Events that came in, by what came of them", ["platform", "outcome"], registry=registry
        )
        self._turns = Histogram(
            "mysam_turn_seconds",
            "From an event's arrival until what it brought is committed",
            ["platform"],
            buckets=_SECONDS,
            registry=registry,
        )
        self._posts = Counter(
            "mysam_posts", "Attempts to say something, by what came of them", ["platform", "outcome"], registry=registry
        )
        self._held_back = Counter(
            "mysam_rate_limited", "Times a platform asked us to wait (429)", ["platform"], registry=registry
        )
        self._rows = Gauge("mysam_outbox_rows", "Posts that are not finished, by state", ["state"], registry=registry)
        self._oldest = Gauge(
            "mysam_outbox_oldest_seconds", "How long the post that is due has waited longest", registry=registry
        )
        self._lag = Gauge("mysam_worker_lag_seconds", "How late the worker began its latest round", registry=registry)
        self._tick = Gauge(
            "mysam_worker_tick_timestamp_seconds", "When the worker last began a round", registry=registry
        )
        self._transactions = Histogram(
            "mysam_database_seconds",
            "Transactions, with the time they waited for their turn",
            ["kind"],
            buckets=_SECONDS,
            registry=registry,
        )
        self._groups = Gauge("mysam_groups_in_memory", "Groups whose open work is in memory", registry=registry)
        self._paused = Gauge("mysam_paused", "Whether nothing is sent until a person says so", registry=registry)
        self._doors = Gauge("mysam_door_up", "Whether a door takes and says things", ["door"], registry=registry)
        Gauge("mysam_build_info", "Which program this is", ["version", "python", "database"], registry=registry).labels(
            program_version(), machine.python_version(), database
        ).set(1)
        self._ticked_at: float | None = None

    def heard(self, platform: str, outcome: Heard, seconds: float) -> None:
        """Count an event that came in."""
        self._events.labels(_kind(platform), outcome).inc()
        self._turns.labels(_kind(platform)).observe(seconds)

    def posted(self, platform: str, outcome: Posted) -> None:
        """Count an attempt to say something."""
        self._posts.labels(_kind(platform), outcome).inc()

    def held_back(self, platform: str) -> None:
        """Count that a platform asked us to wait."""
        self._held_back.labels(_kind(platform)).inc()

    def ticked(self, late: float) -> None:
        """Take down that the worker began a round."""
        self._lag.set(max(0.0, late))
        self._tick.set_to_current_time()
        self._ticked_at = time.monotonic()

    def transacted(self, kind: Literal["read", "write"], seconds: float) -> None:
        """Count a transaction."""
        self._transactions.labels(kind).observe(seconds)

    def since_tick(self) -> float | None:
        """Give how many seconds ago the worker began a round, None when it has not yet."""
        return None if self._ticked_at is None else time.monotonic() - self._ticked_at

    def written(
        self, *, groups: int, doors: Mapping[str, bool], rows: Mapping[str, int], oldest: float, paused: bool
    ) -> bytes:
        """Write all figures, with those that are looked up when they are asked for.

        `oldest` in seconds, not a number when it is not known.
        """
        self._groups.set(groups)
        self._paused.set(paused)
        for door, up in doors.items():
            self._doors.labels(door).set(up)
        self._rows.clear()
        for state, count in rows.items():
            self._rows.labels(state).set(count)
        self._oldest.set(oldest)
        return generate_latest(self._registry)


def program_version() -> str:
    """Give the program's version."""
    try:
        return version("mysam")
    except PackageNotFoundError:
        return "unknown"


def _kind(platform: str) -> str:
    """Give the kind of a platform: "slack" of "slack:T0123", so that no workspace becomes a label."""
    return platform.partition(":")[0]
