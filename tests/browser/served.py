"""The program as it is run: `mysam run` in a process of its own, which can be ended, killed and started again."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]


class Site:
    """A served page with its data in a folder; it comes back on the port it had."""

    def __init__(self, data: Path, secret: str | None = None) -> None:
        self._secret = secret
        self.data = data
        self.address = ""
        self._port = 0
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start the program and wait until it says where the page is."""
        command = [sys.executable, "-m", "bot", "run", "--port", str(self._port), "--data", str(self.data)]
        self._process = subprocess.Popen(command, cwd=ROOT, env=self._surroundings(), stdout=subprocess.PIPE, text=True)
        self.address = _address(self._process.stdout)
        self._port = int(self.address.rpartition(":")[2])

    def _surroundings(self) -> dict[str, str]:
        own = {name: value for name, value in os.environ.items() if not name.startswith(("MYSAM_", "DATABASE_URL"))}
        return own if self._secret is None else {**own, "MYSAM_ACCESS_SECRET": self._secret}

    def stop(self, *, at_once: bool = False) -> None:
        """End the program, as with Ctrl-C or as when the power goes."""
        if self._process is None:
            return
        (self._process.kill if at_once else self._process.terminate)()
        self._process.wait(timeout=20)
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._process = None


def _address(told: IO[str] | None) -> str:
    assert told is not None
    for line in told:
        if found := re.search(r"http://127\.0\.0\.1:\d+", line):
            return found[0]
    raise AssertionError("the program ended before it served anything")
