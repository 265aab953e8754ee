"""The command line: `mysam COMMAND`; each command is a file of `bot.cli`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from bot.cli.backup import BACKUP
from bot.cli.chat import CHAT
from bot.cli.doctor import DOCTOR
from bot.cli.erase import ERASE
from bot.cli.export import EXPORT
from bot.cli.group import GROUP
from bot.cli.keys import KEYS
from bot.cli.manifest import MANIFEST
from bot.cli.outbox import OUTBOX
from bot.cli.replay import REPLAY
from bot.cli.restore import RESTORE
from bot.cli.retention import RETENTION
from bot.cli.run import RUN
from bot.cli.understand import UNDERSTAND
from bot.config import Settings, settings_from
from bot.misuse import MisuseError
from meetings.errors import MysamError

COMMANDS = (
    RUN, CHAT, REPLAY, GROUP, UNDERSTAND, OUTBOX, BACKUP, RESTORE, EXPORT, ERASE, RETENTION, KEYS, MANIFEST, DOCTOR,
)  # fmt: skip

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
        next(command for command in COMMANDS if command.name == arguments.command).run(arguments, settings)
    except MisuseError as error:
        print(f"mysam: {error.text(settings.language)}", file=sys.stderr)
        return MISUSED
    except MysamError as error:
        from bot.trouble import told

        print(f"mysam: {told(error, settings.language)}", file=sys.stderr)
        return FAILED
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        print(f"mysam: {place}{error.strerror or error}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return FAILED
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mysam", description=_ABOUT, epilog=_ENGLISH)
    names = " | ".join(command.name for command in COMMANDS)
    commands = parser.add_subparsers(dest="command", required=True, metavar=names)
    for command in COMMANDS:
        command.add(commands.add_parser(command.name, help=command.help))
    return parser


if __name__ == "__main__":
    sys.exit(main())
