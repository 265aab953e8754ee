"""A folder that is handed out: its files, and a manifest by which it can be seen that all are as written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bot.misuse import FolderError
from storage.backup import on_disk
from storage.errors import BrokenFile

MANIFEST = "manifest.json"
README = "LASMIG.txt"


def hand_out(folder: Path, files: Mapping[str, bytes], told: Mapping[str, Any]) -> str:
    """Write files to a new folder, read them back, and give the SHA-256 of the manifest that lists them.

    `told` begins the manifest. Raises FolderError when something is there already, BrokenFile when what is read back
    is not what was written, and OSError.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderError(
            f"{folder} finns redan och är inte tom; välj en annan mapp.",
            f"{folder} is there and not empty; choose another folder.",
        )
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    listed = [{"path": path, "bytes": len(content), "sha256": _sum(content)} for path, content in sorted(files.items())]
    manifest = as_json({**told, "files": listed})
    for path, content in (*sorted(files.items()), (MANIFEST, manifest)):
        _write(folder / path, content)
    for one in listed:
        if _sum((folder / str(one["path"])).read_bytes()) != one["sha256"]:
            raise BrokenFile(f"{folder / str(one['path'])} is not what was written.")
    on_disk(folder)
    return _sum((folder / MANIFEST).read_bytes())


def as_json(value: Any) -> bytes:
    """Write a value so that people can read it too."""
    return (json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n").encode()


def as_lines(values: Iterable[Mapping[str, Any]]) -> bytes:
    """Write values as JSON, one on each line."""
    return "".join(json.dumps(value, ensure_ascii=False, default=str) + "\n" for value in values).encode()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.touch(mode=0o600)
    path.write_bytes(content)
    on_disk(path)


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
