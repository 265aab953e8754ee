"""`mysam understand`: answer a set of texts through the live desk's turn."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.cli.command import CliCommand
from bot.config import Settings


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("set", type=Path, metavar="TEXTER.csv", help="texterna, med gruppen i samma mapp")
    parser.add_argument("--out", type=Path, required=True, metavar="SVAR.jsonl", help="filen att skriva svaren i")


def _run(arguments: argparse.Namespace, settings: Settings) -> None:
    from bot.understanding.run import understand

    understand(arguments.set, arguments.out)


UNDERSTAND = CliCommand("understand", "låt boten läsa en samling texter och skriv hur den förstod dem", _add, _run)
