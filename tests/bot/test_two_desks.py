"""Two desks over one database: an event has its effect once, and what one has kept the other says as it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.platform import Author, NotSaid, Written
from bot.worker import Worker, by_name
from documents.text import to_text
from tests.bot.channel import CASES, CHANNEL, LEAD, MALIN, MEETING, Channel
from tests.bot.chats import FailingChat
from tests.storage.test_outbox import let_leases_end

AFTERWARDS = datetime(2026, 9, 15, 14, 5, tzinfo=UTC)


@pytest.fixture
def channel(tmp_path: Path) -> Iterator[Channel]:
    with Channel(tmp_path) as made:
        yield made


def test_what_another_desk_has_published_is_not_said_as_a_draft(channel: Channel) -> None:
    channel.open()
    channel.say(MALIN, CASES, "13:02")
    channel.close()
    other = channel.another_desk()
    assert "UTKAST" in to_text_of_draft(channel)
    channel.wait(other.minutes(channel.group, MEETING))  # it has the group in memory, as it is before publication
    chat = FailingChat()

    def refuse(where: str) -> None:
        raise NotSaid("not now")

    chat.before = refuse
    publish = Written(CHANNEL, Author(LEAD, LEAD), "x1", AFTERWARDS, "@mötesbot publicera")
    channel.wait(channel.desk.hear(publish, chat))
    chat.before = lambda where: None
    worker = Worker(other, channel.store, by_name([chat]), lambda: AFTERWARDS)
    channel.wait(channel.store.wakes.claim(AFTERWARDS, 50))  # a third one looks after the group
    let_leases_end(channel.url)
    channel.wait(worker.round())
    channel.wait(worker.settled())
    (posted,) = [text for text in chat.texts(CHANNEL) if text.startswith("Minnesanteckningar")]
    assert "UTKAST" not in posted
    assert "Version 1" in posted


def to_text_of_draft(channel: Channel) -> str:
    from documents.chat import minutes_document
    from meetings.language import texts_for

    return to_text(minutes_document(channel.minutes(), texts_for("sv")))
