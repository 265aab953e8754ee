"""`mysam run`: serve the page, and the platforms that are set up."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.cli.command import CliCommand
from bot.config import Settings


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host",
        default=None,
        metavar="ADRESS",
        help="adressen att lyssna på (bara den här datorn om inget sägs)",
    )
    parser.add_argument(
        "--port",
        type=_port,
        default=None,
        metavar="PORT",
        help="porten (8080, eller en ledig om den är upptagen; annars PORT i miljön)",
    )
    parser.add_argument("--data", type=Path, metavar="MAPP", help="spara i mappen, i stället för i din datamapp")


def _run(arguments: argparse.Namespace, settings: Settings) -> None:
    from bot.serve import run

    run(settings, host=arguments.host, port=arguments.port, data=arguments.data)


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 <= int(text) < 65_536:
        raise argparse.ArgumentTypeError(f"{text} är ingen port; välj 1-65535")
    return int(text)


RUN = CliCommand("run", "öppna en sida där du kan hålla ett möte på prov, med en påhittad grupp", _add, _run)
