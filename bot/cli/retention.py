"""`mysam retention`: how long words stay after the minutes are published."""

from __future__ import annotations

import argparse

from bot.cli.backup import DATA_HELP
from bot.cli.command import CliCommand
from bot.config import Settings


def _add(parser: argparse.ArgumentParser) -> None:
    doings = parser.add_subparsers(dest="do", required=True, metavar="set | off | show | run")
    choose = doings.add_parser("set", help="gallra orden bakom anteckningar som publicerats för länge sedan")
    choose.add_argument("group", metavar="GRUPP", help="gruppens namn, eller en del av det")
    choose.add_argument("--months", type=_months, required=True, metavar="N", help="så många månader efter publicering")
    choose.add_argument(
        "--also-minutes", action="store_true", help="ta bort också de publicerade anteckningarna (de är uttagna först)"
    )
    off = doings.add_parser("off", help="gallra inget (så är det om inget sägs)")
    off.add_argument("group", metavar="GRUPP", help="gruppens namn, eller en del av det")
    show = doings.add_parser("show", help="visa vad som gäller för varje grupp")
    run = doings.add_parser("run", help="gallra nu; en bot som kör gör det själv en gång om dygnet")
    for doing in (choose, off, show, run):
        doing.add_argument("--data", default="", metavar="MAPP", help=DATA_HELP)


def _run(arguments: argparse.Namespace, settings: Settings) -> None:
    from bot.keeping import retention

    match arguments.do:
        case "set":
            retention.choose(
                settings,
                arguments.data,
                arguments.group,
                arguments.months,
                also_minutes=arguments.also_minutes,
            )
        case "off":
            retention.choose(settings, arguments.data, arguments.group, None, also_minutes=False)
        case "show":
            retention.show(settings, arguments.data)
        case _:
            retention.run(settings, arguments.data)


def _months(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1200:
        raise argparse.ArgumentTypeError(f"{text} är inget antal månader; välj 1-1200")
    return int(text)


RETENTION = CliCommand("retention", "bestäm hur länge ord sparas efter publicering (gallring)", _add, _run)
