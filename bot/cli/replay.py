"""`mysam replay`: play a written channel and write what the meetings became."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.cli.command import CliCommand
from bot.config import Settings


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("transcript", type=Path, help="den nedskrivna kanalen")
    parser.add_argument("--out", type=Path, required=True, metavar="MAPP", help="mappen att skriva i")
    parser.add_argument(
        "--formats", type=_formats, default="json,md", metavar="json,md,…",
        help="anteckningarnas format, med komma emellan (json,md om inget sägs; json skrivs alltid)",
    )  # fmt: skip


def _run(arguments: argparse.Namespace, settings: Settings) -> None:
    from bot.replay.run import replay

    replay(arguments.transcript, arguments.out, arguments.formats, settings.language)


def _formats(text: str) -> tuple[str, ...]:
    return tuple(name for name in (part.strip().lower() for part in text.split(",")) if name)


REPLAY = CliCommand("replay", "spela upp en nedskriven kanal och skriv vad mötena blev", _add, _run)
