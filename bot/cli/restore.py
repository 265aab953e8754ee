"""`mysam restore`: put a backup back."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.cli.backup import DATA_HELP
from bot.cli.command import CliCommand
from bot.config import Settings


def _add(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("file", type=Path, nargs="?", metavar="FIL", help="säkerhetskopian, som mysam backup skrev den")
    what.add_argument(
        "--only-pause",
        action="store_true",
        help="databasen är redan tillbaka på annat sätt (pg_restore): låt bara inget skickas förrän du säger till",
    )
    parser.add_argument("--data", default="", metavar="MAPP", help=DATA_HELP)


def _run(arguments: argparse.Namespace, settings: Settings) -> None:
    from bot.keeping.backup import put_back

    put_back(settings, arguments.data, arguments.file)


RESTORE = CliCommand("restore", "lägg tillbaka en säkerhetskopia; inget skickas förrän du säger till", _add, _run)
