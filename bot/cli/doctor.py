"""`mysam doctor`: what is wrong, and how it is mended; ends with exit code 1 when something is."""

from __future__ import annotations

import argparse

from bot.cli.backup import DATA_HELP
from bot.cli.command import CliCommand
from bot.config import Settings


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", default="", metavar="MAPP", help=DATA_HELP)


def _run(arguments: argparse.Namespace, settings: Settings) -> None:
    from bot.doctor import examine

    examine(settings, arguments.data)


DOCTOR = CliCommand("doctor", "se efter vad som är fel, och hur det lagas", _add, _run)
