"""`mysam chat`: try the bot in the terminal."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from bot.cli.command import CliCommand
from bot.config import Settings


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--group", type=Path, metavar="FIL.toml", help="din egen grupp, med samma nycklar som en nedskriven kanal"
    )
    parser.add_argument("--data", type=Path, metavar="MAPP", help="spara i mappen, så att allt finns kvar nästa gång")
    parser.add_argument(
        "--clock",
        type=_clock,
        metavar="2026-03-23T12:55",
        help="börja då och låt /klocka flytta tiden, i stället för nu",
    )


def _run(arguments: argparse.Namespace, settings: Settings) -> None:
    from bot.sitting import chat

    chat(settings, group=arguments.group, data=arguments.data, clock=arguments.clock)


def _clock(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} är ingen tid; skriv 2026-03-23T12:55") from None


CHAT = CliCommand("chat", "prova boten i terminalen, med en påhittad grupp eller din egen", _add, _run)
