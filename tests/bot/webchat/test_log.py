"""The message log: what a page is given, and what is let go of."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.webchat.log import KEPT, Log, Message, direct

NOW = datetime(2026, 9, 15, 11, 0, tzinfo=UTC)
HELLO = Message("m1", "#a", NOW, "Malin Ros", "hej")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    with closing(Log(tmp_path / "log.db")) as log:
        yield log


def test_a_message_is_given_back_as_it_was_kept(log: Log) -> None:
    kept = log.put(replace(HELLO, reactions={"👍": ("Karin",)}, document=({"t": "p", "runs": []},)), NOW)
    assert log.get("m1") == kept


def test_a_change_comes_after_what_was_seen_and_keeps_its_place(log: Log) -> None:
    first = log.put(HELLO, NOW)
    log.put(replace(HELLO, id="m2"), NOW)
    seen = log.seq
    changed = log.put(replace(first, text="hejsan"), NOW)
    assert log.since(seen, "#a", "Karin") == (changed,)
    assert changed.place == first.place


def test_what_is_private_is_given_to_its_person_only(log: Log) -> None:
    log.put(replace(HELLO, private_to="Malin Ros"), NOW)
    log.put(replace(HELLO, id="m2", conversation=direct("Malin Ros"), private_to="Malin Ros"), NOW)
    assert len(log.since(0, "#a", "Malin Ros")) == 2
    assert log.since(0, "#a", "Karin") == ()


def test_another_channel_is_not_given(log: Log) -> None:
    log.put(HELLO, NOW)
    assert log.since(0, "#b", "Malin Ros") == ()


def test_old_messages_and_their_files_are_let_go_of(log: Log) -> None:
    log.put(HELLO, NOW)
    log.keep_file("f1", "Malin Ros", "a.txt", b"a", NOW, "m1")
    log.keep_file("f2", "Malin Ros", "never-sent.txt", b"b", NOW)
    log.forget(NOW + timedelta(hours=2))
    assert log.get("m1") is not None
    assert log.unsent(("f2",), "Malin Ros") == ()
    log.forget(NOW + KEPT + timedelta(hours=1))
    assert log.get("m1") is None
    assert log.file("f1") is None


def test_the_numbers_go_on_after_a_restart(tmp_path: Path) -> None:
    with closing(Log(tmp_path / "log.db")) as log:
        first = log.put(HELLO, NOW)
    with closing(Log(tmp_path / "log.db")) as log:
        assert log.put(replace(HELLO, id="m2"), NOW).seq == first.seq + 1


def test_somebody_elses_file_cannot_be_sent(log: Log) -> None:
    log.keep_file("f1", "Malin Ros", "a.txt", b"a", NOW)
    assert log.unsent(("f1",), "Karin") == ()
