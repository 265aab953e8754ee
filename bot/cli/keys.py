"""`mysam keys`: the keys that seal the tokens of platforms."""

from __future__ import annotations

import argparse

from bot.cli.backup import DATA_HELP
from bot.cli.command import CliCommand
from bot.config import Settings


def _add(parser: argparse.ArgumentParser) -> None:
    doings = parser.add_subparsers(dest="do", required=True, metavar="new | show | rotate")
    doings.add_parser("new", help="skriv ut en ny nyckel")
    show = doings.add_parser("show", help="visa var nycklarna finns och deras kännemärken, aldrig nycklarna")
    rotate = doings.add_parser("rotate", help="byt nyckel: kryptera om allt med en ny, eller den första i MYSAM_KEYS")
    rotate.add_argument(
        "--forget-old",
        action="store_true",
        help="ta bort gamla nycklar ur filen; äldre kopior går då inte att läsa",
    )
    for doing in (show, rotate):
        doing.add_argument("--data", default="", metavar="MAPP", help=DATA_HELP)


def _run(arguments: argparse.Namespace, settings: Settings) -> None:
    from bot.keeping import keys

    match arguments.do:
        case "new":
            keys.make()
        case "show":
            keys.show(settings, arguments.data)
        case _:
            keys.rotate(settings, arguments.data, forget_old=arguments.forget_old)


KEYS = CliCommand("keys", "nycklarna som krypterar plattformarnas åtkomst: skapa, visa, byta", _add, _run)
