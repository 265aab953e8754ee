"""`mysam replay`: from a transcript's path to a folder of files, over a store of its own that is gone afterwards."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.app import open_desk
from bot.replay import folder
from bot.replay.player import Files, play
from bot.replay.transcript import Transcript, read
from documents import RENDERERS
from meetings.language import Language

# Shorter replays are over before anybody wonders.
_LONG = 100


def replay(source: Path, out: Path, formats: Sequence[str], language: Language) -> None:
    """Play a transcript and write what came of it; raises MysamError and OSError, tells of lesser faults on stderr."""
    transcript = read(source.read_bytes())
    folder.check(out)
    for broken in transcript.broken:
        _warn(broken.text(language))
    wanted = tuple(dict.fromkeys(("json", *formats)))
    for format_ in wanted:
        if format_ not in RENDERERS:
            missing = {
                "sv": f"formatet {format_} finns inte ännu och utelämnas",
                "en": f"there is no format {format_} yet",
            }
            _warn(missing[language])
    files = asyncio.run(_play(transcript, [format_ for format_ in wanted if format_ in RENDERERS], language))
    folder.write(out, files)


async def _play(transcript: Transcript, formats: Sequence[str], language: Language) -> Files:
    with TemporaryDirectory(prefix="mysam-") as place, _progress(len(transcript.steps), language) as played:
        async with open_desk(f"sqlite:///{Path(place) / 'replay.db'}") as desk:
            return await play(transcript, desk, formats, played)


@contextmanager
def _progress(lines: int, language: Language) -> Iterator[Callable[[], None]]:
    """Show how far a long replay has come, to somebody who is looking."""
    if lines < _LONG or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Spelar upp" if language == "sv" else "Playing", total=lines)
        yield lambda: progress.advance(task)


def _warn(text: str) -> None:
    print(f"mysam: {text}", file=sys.stderr)
