"""`mysam backup`: save everything that is kept."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.cli.command import CliCommand
from bot.config import Settings

DATA_HELP = "mappen eller databasen (DATABASE_URL) där allt sparas; annars den som mysam run använder"


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--to", type=Path, metavar="FIL|MAPP", help="var kopian hamnar (mappen backups bredvid databasen om inget sägs)"
    )
    parser.add_argument(
        "--keep", type=_number, metavar="N", help="behåll bara de N senaste kopiorna i mappen, till exempel 14"
    )
    parser.add_argument("--data", default="", metavar="MAPP", help=DATA_HELP)


def _run(arguments: argparse.Namespace, settings: Settings) -> None:
    from bot.keeping.backup import back_up

    back_up(settings, arguments.data, arguments.to, arguments.keep)


def _number(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 10_000:
        raise argparse.ArgumentTypeError(f"{text} är inget antal; välj 1 eller fler")
    return int(text)


BACKUP = CliCommand("backup", "säkerhetskopiera allt som är sparat, också medan boten kör", _add, _run)
