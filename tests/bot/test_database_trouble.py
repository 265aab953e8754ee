"""The disk is full or the database busy in the middle of a meeting: the writer is told, and nothing is half kept."""

import sqlite3
from contextlib import closing

import pytest

from meetings.ledger import Ledger
from storage.database import Database
from tests.bot.channel import CASES, LEAD, MALIN, MEETING, Channel

LONG = "- " + "Handläggningstiden ligger på tre veckor och köerna blir kortare " * 100


def database(channel: Channel) -> Database:
    return channel.store._database


def pragma(channel: Channel, words: str) -> None:
    """Set something on the connection that writes."""
    channel.wait(
        database(channel).write(lambda session: session.connection().exec_driver_sql(f"PRAGMA {words}").close())
    )


def test_a_full_disk_is_told_to_the_writer_and_the_record_is_whole(channel: Channel) -> None:
    channel.open()
    channel.say(MALIN, CASES)
    before = channel.facts()
    pragma(channel, "max_page_count=1")
    lost = channel.say(MALIN, f"Lokaler:\n{LONG}")
    assert "servern har slut på plats" in channel.said_to(MALIN)[-1]
    assert "inte registrerat" in channel.said_to(MALIN)[-1]
    assert channel.facts() == before
    assert channel.wait(channel.store.seen(channel.heard.name, lost)) is False
    pragma(channel, "max_page_count=1000000")
    channel.say(MALIN, f"Lokaler:\n{LONG}")
    assert len(channel.facts()) > len(before)
    assert channel.record() == Ledger(channel.facts()).record


def test_minutes_that_cannot_be_kept_are_not_published(channel: Channel) -> None:
    channel.open()
    for number in range(12):
        channel.say(MALIN, f"Handläggningstiden är {number} veckor. " + "Köerna blir kortare. " * 40)
    channel.close()
    pragma(channel, "max_page_count=1")
    channel.privately(LEAD, "publicera ändå", "16:00")
    assert "servern har slut på plats" in channel.said_to(LEAD)[-1]
    assert channel.revisions() == ()
    assert channel.record().meetings[MEETING].phase == "ended"
    pragma(channel, "max_page_count=1000000")
    channel.privately(LEAD, "publicera ändå", "16:05")
    assert [revision.number for revision in channel.revisions()] == [1]


def test_a_database_that_another_program_holds_is_told_of(channel: Channel) -> None:
    channel.open()
    before = channel.facts()
    pragma(channel, "busy_timeout=20")
    with closing(sqlite3.connect(channel.folder / "mysam.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        channel.say(MALIN, CASES)
        other.execute("ROLLBACK")
    assert "databasen är upptagen" in channel.said_to(MALIN)[-1]
    assert channel.facts() == before
    channel.say(MALIN, CASES)
    assert len(channel.facts()) > len(before)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_the_writer_is_told_has_no_words_of_the_drivers(channel: Channel, language: str) -> None:
    channel.say(LEAD, f"@mötesbot inställningar språk {'engelska' if language == 'en' else 'svenska'}")
    channel.open()
    pragma(channel, "max_page_count=1")
    channel.say(MALIN, f"Lokaler:\n{LONG}")
    told = channel.said_to(MALIN)[-1]
    assert "sqlite" not in told.casefold()
    assert "SQLITE_FULL" not in told
