"""`mysam erase`: take a person out of what is kept."""

from __future__ import annotations

import argparse

from bot.cli.backup import DATA_HELP
from bot.cli.command import CliCommand
from bot.config import Settings


def _add(parser: argparse.ArgumentParser) -> None:
    whats = parser.add_subparsers(dest="what", required=True, metavar="person")
    person = whats.add_parser("person", help="en person: egna ord tas bort, namnet byts ut; publicerat står kvar")
    person.add_argument("name", metavar="NAMN", help="hela namnet, eller kontot på plattformen")
    person.add_argument("--group", metavar="GRUPP", help="bara i den gruppen; annars i alla")
    person.add_argument("--id", metavar="ID", help="vem, när flera i gruppen heter så")
    person.add_argument("--yes", action="store_true", help="gör det; annars visas bara vad som skulle hända")
    person.add_argument("--data", default="", metavar="MAPP", help=DATA_HELP)


def _run(arguments: argparse.Namespace, settings: Settings) -> None:
    from bot.keeping.erase import erase

    erase(settings, arguments.data, arguments.name, arguments.group, arguments.id, yes=arguments.yes)


ERASE = CliCommand("erase", "ta bort en person ur det som är sparat; visar först vad som händer", _add, _run)
