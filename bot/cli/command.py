"""What every command of the command line gives: how it is called and what it does."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from bot.config import Settings


@dataclass(frozen=True)
class CliCommand:
    """A command: `add` puts its arguments on the parser it is given, `run` does it; raises MysamError and OSError.

    What `run` needs is imported when it is called, so that help is there at once.
    """

    name: str
    help: str
    add: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Settings], None]
