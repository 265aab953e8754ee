"""The copies that are saved before a database is changed go when they are old, or when somebody is erased."""

import os
from datetime import timedelta
from pathlib import Path

from storage.copies import KEPT, drop_copies
from storage.database import Database
from storage.migrate import migrate
from storage.upkeep import Upkeep
from tests.storage.conftest import Run
from tests.storage.facts import NOON


def copies(folder: Path) -> tuple[Path, Path]:
    """Leave an old copy and a new one, and a file of somebody's own, beside the database."""
    old, new = folder / "mysam-from-0001.db", folder / "mysam-from-0002.db"
    for file, at in ((old, NOON - KEPT - timedelta(hours=1)), (new, NOON - timedelta(days=1))):
        file.touch()
        os.utime(file, (at.timestamp(), at.timestamp()))
    (folder / "mysam-before.db").touch()
    return old, new


def test_old_copies_go_and_new_ones_stay(tmp_path: Path) -> None:
    old, new = copies(tmp_path)
    assert drop_copies(tmp_path / "mysam.db", NOON - KEPT) == (old,)
    assert new.exists()
    assert drop_copies(tmp_path / "mysam.db") == (new,)
    assert (tmp_path / "mysam-before.db").exists()


def test_a_bot_that_runs_lets_them_go_by_itself(tmp_path: Path, run: Run) -> None:
    old, new = copies(tmp_path)
    url = f"sqlite:///{tmp_path / 'mysam.db'}"
    migrate(url)
    database = Database.open(url)
    run(Upkeep(database).prune(NOON))
    run(database.close())
    assert not old.exists()
    assert new.exists()
