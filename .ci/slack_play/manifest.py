"""The app's manifest, as the program prints it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from slack_play.strict import CheckError

MYSAM = Path(sys.executable).with_name("mysam")
ADDRESS = "https://mysam.example.org"


def printed(mode: str) -> dict[str, Any]:
    """Give the manifest for a way in."""
    command = [str(MYSAM), "manifest", "slack", "--mode", mode, *(("--url", ADDRESS) if mode == "http" else ())]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode == 0:
        found: dict[str, Any] = json.loads(done.stdout)
        return found
    raise CheckError(f"no manifest: {done.stderr}")
