"""`python -m bench`: print every figure beside its baseline; nothing is kept."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.browserless import windows
from bench.outbox import outbox
from bench.past import Cost, costs, keep_past
from bench.slack import slack
from bench.speed import Figure, messages, replayed, start
from bench.understanding import understanding
from storage.migrate import migrate

FEW, MANY = 10, 10_000


def main() -> int:
    """Measure and print; returns 0 when a command costs the same after many meetings as after few, else 1."""
    with TemporaryDirectory(prefix="mysam-bench-") as place:
        folder = Path(place)
        _show(start(folder))
        _show(asyncio.run(messages(folder)))
        _show(understanding())
        _show(asyncio.run(replayed(folder)))
        _show(asyncio.run(windows(folder)))
        _show(slack(folder / "slack"))
        for figures in outbox(folder):
            _show(figures)
        return _compare(_after(folder, FEW), _after(folder, MANY))


def _show(figures: tuple[Figure, ...]) -> None:
    for one in figures:
        print(f"{one.what:<40} {one.value:>10,.3g} {one.unit:<8} aim {one.aim:<6} {one.baseline}", flush=True)


def _after(folder: Path, meetings: int) -> tuple[Cost, ...]:
    url = f"sqlite:///{folder / f'{meetings}.db'}"
    migrate(url)
    asyncio.run(keep_past(url, meetings))
    return asyncio.run(costs(url, meetings))


def _compare(few: tuple[Cost, ...], many: tuple[Cost, ...]) -> int:
    print(f"\n{'SQL statements and rows read':<40} {f'{FEW} meetings':>16} {f'{MANY:,} meetings':>16}")
    for one, other in zip(few, many, strict=True):
        mark = "" if one == other else "  DIFFERS"
        told = (f"{cost.statements} / {cost.rows}" for cost in (one, other))
        print("{:<40} {:>16} {:>16}{}".format(one.what, *told, mark))
    return 0 if few == many else 1


if __name__ == "__main__":
    sys.exit(main())
