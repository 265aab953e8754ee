"""The folder a replay writes to: what an earlier replay left there goes, what is somebody else's stays."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from bot.misuse import FolderError
from bot.replay.player import Files

_STATE = "group.json"
_SAID = "said.jsonl"
_FOLDER = re.compile(r"\d{4}-\d{2}-\d{2}-[a-z0-9-]+")


def check(out: Path) -> None:
    """Raise FolderError when the folder holds something of the replay's names that an earlier replay has not made."""
    _ours(out)


def write(out: Path, files: Files) -> None:
    """Replace what an earlier replay left in the folder with these files; raises FolderError, OSError."""
    for path in _ours(out):
        path.unlink()
    for folder in _folders(out):
        if not any(folder.iterdir()):
            folder.rmdir()
    out.mkdir(parents=True, exist_ok=True)
    # The state is written first: it is what tells which folders are a replay's own, also of one that was cut short.
    for name in sorted(files, key=lambda name: name != _STATE):
        path = out / name
        if path.exists() or path.is_symlink():
            raise _in_the_way(path)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(files[name])


def _ours(out: Path) -> list[Path]:
    """List the files of an earlier replay: the state, what was said, and the minutes in the folders the state names.

    Minutes in a folder that the state does not name would be taken for this replay's, and so stand in the way.
    """
    if not out.exists():
        return []
    if not out.is_dir():
        raise _in_the_way(out)
    state = out / _STATE
    named = _named(state)
    if named is None:
        alien = next((path for path in (state, out / _SAID) if path.exists()), None)
        if alien:
            raise _in_the_way(alien)
    own = {out / name for name in named or ()}
    ours = [path for path in (state, out / _SAID) if path.is_file()]
    for folder in _folders(out):
        minutes = sorted(folder.glob("minutes.*"))
        if minutes and (folder not in own or folder.is_symlink()):
            raise _in_the_way(folder)
        ours += minutes
    return ours


def _folders(out: Path) -> list[Path]:
    if not out.is_dir():
        return []
    return sorted(path for path in out.iterdir() if path.is_dir() and _FOLDER.fullmatch(path.name))


def _named(state: Path) -> Iterable[str] | None:
    """Give the folders that a replay's state tells of; None when the file is no such thing."""
    try:
        data = json.loads(state.read_bytes())
        if data["format"] != "group/1":
            return None
        return [str(minutes["folder"]) for group in data["groups"] for minutes in group["minutes"]]
    except (OSError, ValueError, RecursionError, LookupError, TypeError):
        return None


def _in_the_way(path: Path) -> FolderError:
    return FolderError(
        f"{path} kommer inte från en uppspelning och lämnas orörd. Välj en annan --out.",
        f"{path} was not made by a replay and is left as it is. Choose another --out.",
    )
