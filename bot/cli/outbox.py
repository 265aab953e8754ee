"""`mysam outbox`: what waits to be said, and what nobody knows of."""

from __future__ import annotations

import argparse

from bot.cli.backup import DATA_HELP
from bot.cli.command import CliCommand
from bot.config import Settings

_STATES = ("pending", "sending", "unknown", "sent", "skipped", "cancelled", "dead")


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--state", action="append", choices=_STATES, metavar="LÄGE",
        help=f"visa det som står så: {', '.join(_STATES)} (annars det som inte är klart; kan anges flera gånger)",
    )  # fmt: skip
    parser.add_argument("--data", default="", metavar="MAPP", help=DATA_HELP)
    doings = parser.add_subparsers(dest="do", metavar="resolve | resume")
    resolve = doings.add_parser("resolve", help="säg hur det är med något som ingen vet om det kom fram")
    which = resolve.add_mutually_exclusive_group(required=True)
    which.add_argument("key", nargs="?", metavar="NYCKEL", help="som den står i listan")
    which.add_argument("--all", action="store_true", help="allt som står så")
    how = resolve.add_mutually_exclusive_group(required=True)
    how.add_argument("--sent", action="store_true", help="det kom fram")
    how.add_argument("--again", action="store_true", help="det kom inte fram; skicka det nu")
    resume = doings.add_parser("resume", help="börja skicka igen efter mysam restore")
    for doing in (resolve, resume):
        doing.add_argument("--data", default=argparse.SUPPRESS, metavar="MAPP", help=DATA_HELP)


def _run(arguments: argparse.Namespace, settings: Settings) -> None:
    from bot.keeping import outbox

    match arguments.do:
        case "resolve":
            outbox.resolve(settings, arguments.data, arguments.key, sent=arguments.sent)
        case "resume":
            outbox.resume(settings, arguments.data)
        case _:
            outbox.show(settings, arguments.data, arguments.state or ())


OUTBOX = CliCommand("outbox", "se vad som väntar på att skickas, och red ut det som kanske inte kom fram", _add, _run)
