"""One program at a time serves a SQLite file; what only reads or writes a little works beside it."""

import subprocess
import sys
from pathlib import Path

import pytest

from storage.database import Database
from storage.errors import AlreadyServed, DatabaseUnavailable
from storage.lock import held
from storage.migrate import migrate
from storage.store import Store
from tests.storage.conftest import Run, Server

HOLD = (
    "import sys\n"
    "from storage.lock import held\n"
    "with held(sys.argv[1]):\n"
    "    print('held', flush=True)\n"
    "    sys.stdin.readline()\n"
)


def test_a_second_program_is_refused_and_told_who_was_first(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'mysam.db'}"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, url], text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        with pytest.raises(AlreadyServed) as refused, held(url):
            pass
        assert refused.value.process == first.pid
        first.kill()
        first.wait()
    # Killed, it has let go by itself.
    with held(url):
        pass


def test_it_is_let_go_of_at_the_end_also_after_a_failure(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'mysam.db'}"
    with pytest.raises(RuntimeError), held(url):
        raise RuntimeError
    with held(url), pytest.raises(AlreadyServed), held(url):
        pass


def test_other_programs_read_and_write_beside_the_one_that_holds_it(tmp_path: Path, run: Run) -> None:
    url = f"sqlite:///{tmp_path / 'mysam.db'}"

    async def write() -> int:
        database = Database.open(url)
        store = Store(database)
        await store.create_group("g", "Mysam Lindby", "mysam-lindby", "terminal")
        there = len(await store.groups())
        await database.close()
        return there

    with held(url):
        migrate(url)
        assert run(write()) == 1


def test_two_databases_in_one_folder_are_held_apart(tmp_path: Path) -> None:
    with held(f"sqlite:///{tmp_path / 'one.db'}"), held(f"sqlite:///{tmp_path / 'other.db'}"):
        pass


def test_postgresql_is_there_for_several(server: Server) -> None:
    url = server.clear()
    with held(url), held(url):
        pass


def test_a_folder_that_is_not_there_is_said_to_be_out_of_reach(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailable), held(f"sqlite:///{tmp_path / 'nowhere' / 'mysam.db'}"):
        pass
