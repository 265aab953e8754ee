"""`python -m torture`: end programs at every point while they say things, and count what was said twice or never."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.postgresql import postgresql
from torture.points import POINTS, Fuse
from torture.run import Plan, Result, run

STOPS = (
    "taken",
    "look",
    "say",
    "said",
    "post after it is kept",
    "claim after its commit",
    "clock turn after its commit",
)
"""Where a program is stopped for longer than its leases, and then goes on."""
SHORT = (
    "turn after its commit", "clock turn before its commit", "post before it is kept", "post after it is kept", "said",
    "finish before its commit", "look", "set wakes before its commit",
)  # fmt: skip
ROUNDS = 3
"""How often a program is killed at every point, each time a little later in its life."""
ENOUGH = 20
"""So many kills at least must have hit something that was being said."""
MOST_SHOWN = 5
SHOWN = 160


def main() -> int:
    """Run, and print what was counted, in one line at the end; returns 0 when each thing was said once."""
    arguments = argparse.ArgumentParser(prog="python -m torture", description=__doc__)
    arguments.add_argument("--blind", action="store_true", help="say again what is in doubt, without looking for it")
    arguments.add_argument("--engine", choices=("postgresql", "sqlite"), help="only this one")
    arguments.add_argument("--seed", type=int, default=1)
    told = arguments.parse_args()
    short = os.environ.get("SHORT", "") not in ("", "0")
    posts = kills = duplicates = lost = stuck = 0
    missed = False
    for engine in (told.engine,) if told.engine else ("postgresql", "sqlite"):
        result = _run(engine, plan(engine, short=short, blind=told.blind, seed=told.seed))
        _show(engine, result)
        verdict = result.verdict
        posts, kills = posts + verdict.posts, kills + result.kills.total()
        duplicates, lost = duplicates + len(verdict.duplicates), lost + len(verdict.lost)
        stuck += len(verdict.stuck)
        missed = missed or bool(result.missed) or not short and result.hits.total() < ENOUGH
    print(f"{posts} posts, {kills} kills: {duplicates} duplicates, {lost} lost, {stuck} stuck")
    return 1 if duplicates or lost or stuck or missed else 0


def plan(engine: str, *, short: bool, blind: bool = False, seed: int = 1) -> Plan:
    """Give how a run goes on an engine: three programs on PostgreSQL, one on SQLite."""
    points, rounds = (SHORT, 1) if short else (POINTS, ROUNDS)
    kills = [Fuse(point, 2 + (n + later) % 5, "kill") for later in range(rounds) for n, point in enumerate(points)]
    stops = [Fuse(point, 2, "stop") for point in (STOPS[3:5] if short else STOPS)]
    programs = 3 if engine == "postgresql" else 1
    lease = timedelta(seconds=1 if short else 2)
    return Plan(programs, (*kills, *stops), 150 if short else 1500, 50 if short else 400, lease, seed=seed, blind=blind)


def _run(engine: str, plan: Plan) -> Result:
    with TemporaryDirectory(prefix="mysam-torture-") as place:
        folder = Path(place)
        if engine == "sqlite":
            return asyncio.run(run(f"sqlite:///{folder / 'mysam.db'}", plan, folder))
        with postgresql() as url:
            return asyncio.run(run(url, plan, folder))


def _show(engine: str, result: Result) -> None:
    verdict = result.verdict
    print(
        f"{engine}: {result.groups} groups, {result.events} events in {result.delivered} deliveries "
        f"({result.refused} refused), {verdict.posts} posts, {verdict.asked} asked about; {result.seconds:.0f} s"
    )
    print(f"{'':4}{'ended at':<32}{'killed':>8}{'saying something':>18}{'stopped':>9}")
    for point in POINTS:
        if result.kills[point] or result.stops[point]:
            print(f"{'':4}{point:<32}{result.kills[point]:>8}{result.hits[point]:>18}{result.stops[point]:>9}")
    print(f"{'':4}{'together':<32}{result.kills.total():>8}{result.hits.total():>18}{result.stops.total():>9}")
    for what, some in (
        ("not reached", result.missed),
        ("twice", verdict.duplicates),
        ("lost", verdict.lost),
        ("stuck", verdict.stuck),
    ):
        for one in some[:MOST_SHOWN]:
            print(f"{'':4}{what}: {str(one)[:SHOWN]}")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
