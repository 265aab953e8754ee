"""Programs that are killed and stopped while they say things say each thing once, and would not without looking."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from torture.points import Fuse
from torture.run import Plan, run

FUSES = tuple(
    Fuse(point, 1, "kill")
    for point in ("post after it is kept", "said", "clock turn after its commit", "turn after its commit")
)
FEW = Plan(1, FUSES, posts=45, seconds=60, lease=timedelta(seconds=1), faults=False)


def test_a_program_that_is_killed_where_it_hurts_says_each_thing_once(tmp_path: Path) -> None:
    result = asyncio.run(run(f"sqlite:///{tmp_path / 'mysam.db'}", FEW, tmp_path))
    assert result.missed == []
    assert result.kills.total() == result.hits.total() == len(FUSES)
    assert result.verdict.clean, result.verdict


def test_without_looking_first_the_same_run_says_things_twice(tmp_path: Path) -> None:
    result = asyncio.run(run(f"sqlite:///{tmp_path / 'mysam.db'}", replace(FEW, blind=True), tmp_path))
    assert result.kills.total() == len(FUSES)
    assert result.verdict.duplicates
