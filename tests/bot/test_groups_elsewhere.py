"""A group that another program sets up over the same database is known here: at once, or at the worker's next look."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.platform import Author, Written
from bot.worker import Worker, by_name
from handlers.groups.founding import found
from tests.bot.channel import CASES, FOUNDED, LEAD, MALIN, Channel, group

OTHER = "#natverk-sundvik"


@pytest.fixture
def channel(tmp_path: Path) -> Iterator[Channel]:
    with Channel(tmp_path) as made:
        yield made


def set_up_elsewhere(channel: Channel, lead: str) -> None:
    """Let another program set up another group, in its own channel."""
    data = group(name="Nätverk Sundvik", channel=OTHER, convener=lead)
    data["members"] = [{**data["members"][0], "name": lead}]
    founding = found({**data, "actions": []}, FOUNDED)
    desk = channel.another_desk()
    channel.wait(desk.found(founding.group_id, founding.facts, channel.heard.name, (OTHER,)))


def say_there(channel: Channel, who: str, text: str, id: str) -> None:
    channel.hear(Written(OTHER, Author(who, who), id, datetime(2026, 9, 8, 8, 0, tzinfo=UTC), text))


def test_a_channel_without_a_group_is_heard_when_another_program_gives_it_one(channel: Channel) -> None:
    say_there(channel, MALIN, CASES, "x1")
    assert channel.said() == []
    set_up_elsewhere(channel, MALIN)
    say_there(channel, MALIN, "@mötesbot dagordning", "x2")
    assert "Dagordning" in channel.said()[-1]["text"]


def test_a_stranger_is_known_when_another_program_sets_up_a_group_with_her(channel: Channel) -> None:
    channel.privately("Disa Lundvall", "dagordning")
    assert "Jag hittar dig inte" in channel.said()[-1]["text"]
    set_up_elsewhere(channel, "Disa Lundvall")
    channel.privately("Disa Lundvall", "dagordning")
    assert "Dagordning" in channel.said()[-1]["text"]


def test_a_second_group_is_known_at_the_workers_next_look(channel: Channel) -> None:
    worker = Worker(channel.desk, channel.store, by_name([channel.heard]), lambda: FOUNDED)
    channel.wait(worker.round())
    channel.privately(LEAD, "mina grupper")
    assert "Sundvik" not in channel.said()[-1]["text"]
    set_up_elsewhere(channel, LEAD)
    channel.wait(worker.round())
    channel.privately(LEAD, "mina grupper")
    assert "Sundvik" in channel.said()[-1]["text"]
