"""`mysam export`: hand out what is kept of a group or of a person."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.cli.backup import DATA_HELP
from bot.cli.command import CliCommand
from bot.config import Settings


def _add(parser: argparse.ArgumentParser) -> None:
    whats = parser.add_subparsers(dest="what", required=True, metavar="group | person")
    group = whats.add_parser("group", help="allt om en grupp, i öppna format med kontrollsummor; krävs före gallring")
    group.add_argument("name", metavar="GRUPP", help="gruppens namn, eller en del av det")
    person = whats.add_parser("person", help="allt om en person i alla grupper (registerutdrag)")
    person.add_argument("name", metavar="NAMN", help="hela namnet, eller kontot på plattformen")
    for what in (group, person):
        what.add_argument("--to", type=Path, required=True, metavar="MAPP", help="en ny mapp att skriva i")
        what.add_argument("--data", default="", metavar="MAPP", help=DATA_HELP)


def _run(arguments: argparse.Namespace, settings: Settings) -> None:
    from bot.keeping.export import export_group, export_person

    export = export_group if arguments.what == "group" else export_person
    export(settings, arguments.data, arguments.name, arguments.to)


EXPORT = CliCommand("export", "ta ut allt om en grupp eller en person", _add, _run)
