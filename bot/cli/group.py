"""`mysam group`: set groups up from a file, or see how one is set up."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.cli.command import CliCommand
from bot.config import Settings


def _add(parser: argparse.ArgumentParser) -> None:
    doings = parser.add_subparsers(dest="do", required=True, metavar="load | show")
    load = doings.add_parser("load", help="lägg upp de grupper som filen beskriver, alla eller ingen")
    load.add_argument("file", type=Path, metavar="FIL.toml", help="samma nycklar som i en nedskriven kanal")
    load.add_argument(
        "--platform", default="terminal", metavar="NAMN", help="var kanalen finns (terminal om inget sägs)"
    )
    show = doings.add_parser("show", help="skriv ut gruppens inställningar, medlemmar och möten")
    show.add_argument("name", metavar="NAMN", help="gruppens namn, eller en del av det")
    for doing in (load, show):
        doing.add_argument(
            "--data", default="", metavar="MAPP",
            help="mappen eller databasen (DATABASE_URL) där allt sparas; annars MYSAM_DATA eller DATABASE_URL i miljön",
        )  # fmt: skip


def _run(arguments: argparse.Namespace, settings: Settings) -> None:
    from bot import group_file

    if arguments.do == "load":
        group_file.load(settings, arguments.file, arguments.data, arguments.platform)
    else:
        group_file.show(settings, arguments.name, arguments.data)


GROUP = CliCommand("group", "lägg upp grupper från en fil, eller se hur en grupp är inställd", _add, _run)
