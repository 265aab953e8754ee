"""The command line: `mysam run`, `mysam chat`, `mysam replay` and `mysam group`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bot.config import Settings, settings_from
from bot.misuse import MisuseError
from meetings.errors import MysamError

DONE, FAILED, MISUSED = 0, 1, 2

_ABOUT = "Mysam för mötesanteckningar i en chattkanal: dagordning, närvaro, beslut, uppgifter och minnesanteckningar."
_ENGLISH = (
    "In English: run serves a page with a group to try the bot on, chat is the same in the terminal, "
    "replay plays a transcript and writes its minutes, group sets groups up from a file. MYSAM_LANGUAGE=en"
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns 0 when all went well, 1 when it failed, 2 when what it was given cannot be used."""
    arguments = _parser().parse_args(argv)
    settings = Settings()
    try:
        settings = settings_from(os.environ)
        _run(arguments, settings)
    except MisuseError as error:
        print(f"mysam: {error.text(settings.language)}", file=sys.stderr)
        return MISUSED
    except MysamError as error:
        print(f"mysam: {error}", file=sys.stderr)
        return FAILED
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        print(f"mysam: {place}{error.strerror or error}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return FAILED
    return DONE


def _run(arguments: argparse.Namespace, settings: Settings) -> None:
    # Each imports only what it needs, so that help is there at once.
    if arguments.command == "replay":
        from bot.replay.run import replay

        replay(arguments.transcript, arguments.out, arguments.formats, settings.language)
    elif arguments.command == "group":
        from bot import group_file

        if arguments.do == "load":
            group_file.load(settings, arguments.file, arguments.data, arguments.platform)
        else:
            group_file.show(settings, arguments.name, arguments.data)
    elif arguments.command == "run":
        from bot.webchat.run import run

        run(settings, host=arguments.host, port=arguments.port, data=arguments.data)
    else:
        from bot.sitting import chat

        chat(settings, group=arguments.group, data=arguments.data, clock=arguments.clock)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mysam", description=_ABOUT, epilog=_ENGLISH)
    commands = parser.add_subparsers(dest="command", required=True, metavar="run | chat | replay | group")

    run = commands.add_parser("run", help="öppna en sida där du kan hålla ett möte på prov, med en påhittad grupp")
    run.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="ADRESS",
        help="adressen att lyssna på (bara den här datorn om inget sägs)",
    )
    run.add_argument(
        "--port", type=_port, default=8080, metavar="PORT", help="porten (8080, eller en ledig om den är upptagen)"
    )
    run.add_argument("--data", type=Path, metavar="MAPP", help="spara i mappen, i stället för i din datamapp")

    replay = commands.add_parser("replay", help="spela upp en nedskriven kanal och skriv vad mötena blev")
    replay.add_argument("transcript", type=Path, help="den nedskrivna kanalen")
    replay.add_argument("--out", type=Path, required=True, metavar="MAPP", help="mappen att skriva i")
    replay.add_argument(
        "--formats", type=_formats, default="json,md", metavar="json,md,…",
        help="anteckningarnas format, med komma emellan (json,md om inget sägs; json skrivs alltid)",
    )  # fmt: skip

    chat = commands.add_parser("chat", help="prova boten i terminalen, med en påhittad grupp eller din egen")
    chat.add_argument(
        "--group", type=Path, metavar="FIL.toml", help="din egen grupp, med samma nycklar som en nedskriven kanal"
    )
    chat.add_argument("--data", type=Path, metavar="MAPP", help="spara i mappen, så att allt finns kvar nästa gång")
    chat.add_argument(
        "--clock",
        type=_clock,
        metavar="2026-03-23T12:55",
        help="börja då och låt /klocka flytta tiden, i stället för nu",
    )
    _group_parser(commands)
    return parser


def _group_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    group = commands.add_parser("group", help="lägg upp grupper från en fil, eller se hur en grupp är inställd")
    doings = group.add_subparsers(dest="do", required=True, metavar="load | show")
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


def _formats(text: str) -> tuple[str, ...]:
    return tuple(name for name in (part.strip().lower() for part in text.split(",")) if name)


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 <= int(text) < 65_536:
        raise argparse.ArgumentTypeError(f"{text} är ingen port; välj 1-65535")
    return int(text)


def _clock(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} är ingen tid; skriv 2026-03-23T12:55") from None


if __name__ == "__main__":
    sys.exit(main())
