"""Words can be forgotten while the facts they were in stand."""

from pathlib import Path

from storage.database import Database
from storage.migrate import migrate
from storage.store import Store
from tests.storage.conftest import Run
from tests.storage.facts import proposed, taken

SECRET = "Rehabiliteringsplan-Q7"


def test_a_blanked_fact_stands_without_its_words(store: Store, run: Run) -> None:
    run(store.append("g", 0, [proposed(1, SECRET), proposed(2, "Lokaler")]))
    run(store.append("g", 2, [taken(3, 2)], blank=["f1"]))
    assert run(store.load("g")).facts == (proposed(1, ""), proposed(2, "Lokaler"), taken(3, 2))


def test_blanking_twice_or_what_has_no_words_does_nothing(store: Store, run: Run) -> None:
    run(store.append("g", 0, [proposed(1, SECRET), taken(2, 1)]))
    run(store.append("g", 2, [], blank=["f1", "f2"]))
    run(store.append("g", 2, [], blank=["f1", "f9"]))
    assert run(store.load("g")).facts[1] == taken(2, 1)


def test_blanking_reaches_only_the_group_it_is_said_in(store: Store, run: Run) -> None:
    run(store.create_group("h", "Styrelsen", "styrelsen", "terminal"))
    run(store.append("g", 0, [proposed(1, SECRET)]))
    run(store.append("h", 0, [proposed(1, "Budget")]))
    run(store.append("g", 1, [], blank=["f1"]))
    assert run(store.load("h")).facts[0] == proposed(1, "Budget")


def test_blanked_words_are_gone_from_the_files(tmp_path: Path, run: Run) -> None:
    url = f"sqlite:///{tmp_path / 'mysam.db'}"
    migrate(url)
    database = Database.open(url)
    store = Store(database)
    run(store.create_group("g", "Mysam Lindby", "mysam-lindby", "terminal"))
    run(store.append("g", 0, [proposed(number, f"{SECRET} {number} " + "x" * 90 * number) for number in range(60)]))
    assert SECRET.encode() in _bytes(tmp_path)
    run(store.append("g", 60, [], blank=[f"f{number}" for number in range(60)]))
    assert SECRET.encode() not in _bytes(tmp_path)
    run(database.close())
    assert SECRET.encode() not in _bytes(tmp_path)


def _bytes(folder: Path) -> bytes:
    """Read everything that lies in a folder: the database, its log, its index."""
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()))
