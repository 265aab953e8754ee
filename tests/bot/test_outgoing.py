"""What a turn has to say survives as data: read back it is the same, whatever is in it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.outgoing import SPREAD, Line, Reaction, Reminding, Saying, by_the_clock, dump, load, undelivered, written
from bot.platform import Author, Reacted, Written
from handlers.command import Answer, Post, React, Remind, Tell
from meetings.document import (
    Button,
    Buttons,
    Document,
    Entry,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Table,
    doc,
)
from meetings.due_post import Matter
from storage.outgoing import Kind, Verb
from tests.situation import record

NOW = datetime(2026, 9, 8, 8, 0, tzinfo=UTC)

words = st.text(st.characters(codec="utf-8"), max_size=12)
runs = st.lists(st.builds(Run, words, st.booleans(), st.booleans(), st.booleans(), st.none() | words), max_size=3).map(
    tuple
)
lists: st.SearchStrategy[ListBlock] = st.deferred(
    lambda: st.builds(ListBlock, st.lists(entries, max_size=2).map(tuple), st.booleans())
)
entries: st.SearchStrategy[Entry] = st.builds(Entry, runs, st.none() | lists)
rows = st.lists(words, max_size=3).map(tuple)
blocks = st.one_of(
    st.builds(Heading, words, st.integers(1, 4)),
    st.builds(Paragraph, runs),
    lists,
    st.builds(Table, rows, st.lists(rows, max_size=2).map(tuple)),
    st.builds(Buttons, st.lists(st.builds(Button, words, words, words), max_size=2).map(tuple)),
)
maybe = st.none() | words
moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
sayings = st.one_of(
    st.builds(Reaction, words, words),
    st.builds(
        Line, st.builds(Document, st.lists(blocks, max_size=3).map(tuple)), maybe, st.booleans(), st.booleans(), maybe,
        maybe, maybe, maybe, st.none() | st.integers(1, 99), st.booleans(), st.booleans(),
    ),
    st.builds(Reminding, st.builds(Remind, st.sampled_from(Matter), words, maybe, maybe, st.none() | moments)),
)  # fmt: skip


@given(sayings)
def test_whatever_is_to_be_said_is_read_back_the_same(saying: Saying) -> None:
    assert load(json.loads(json.dumps(dump(saying)))) == saying


def test_what_is_nothing_of_the_kind_is_refused() -> None:
    for strange in ({"document": 7}, {"emoji": ["x"], "message": 3, "document": "no"}):
        with pytest.raises(ValueError):
            load(strange)


def said(text: str = "x", *, private: bool = False, gesture: bool = False, beside: str | None = None) -> Written:
    place = "DM Malin Ros" if private else "#mysam-nordvik"
    author = Author("Malin Ros", "Malin Ros")
    return Written(place, author, "k1", NOW, text, private, gesture=gesture, beside=beside)


def test_each_reply_has_a_key_of_its_own_that_is_the_same_each_time() -> None:
    replies = (React(), Answer(doc("a")), Tell(doc("b")), Post(doc("c")))
    made = written(replies, said(), record(), "replay", "g")
    assert [row.key for row in made] == [f"g/k1/{number}" for number in range(1, 5)]
    assert made == written(replies, said(), record(), "replay", "g")
    assert {row.cause for row in made} == {"k1"}


def test_what_is_private_is_for_an_account_and_never_for_the_channel() -> None:
    replies = (Answer(doc("a")), Tell(doc("b")), Tell(doc("c"), to="p1"))
    made = written(replies, said(private=True), record(), "replay", "g")
    assert {row.verb for row in made} == {Verb.TELL}
    assert "#mysam-nordvik" not in {row.recipient for row in made}


def test_an_emoji_for_a_button_is_said_in_words_where_it_was_pressed() -> None:
    (row,) = written((React(),), said(private=True, gesture=True, beside="#mysam-nordvik"), record(), "replay", "g")
    line = load(row.payload)
    assert isinstance(line, Line)
    assert (row.verb, line.here, line.beside) == (Verb.TELL, True, "#mysam-nordvik")


def test_what_a_reaction_brings_is_about_the_message_that_was_reacted_to() -> None:
    event = Reacted("#mysam-nordvik", Author("Malin Ros", "Malin Ros"), "k1", "👍", NOW, "e7")
    (row,) = written((Answer(doc("a")),), event, record(), "replay", "g")
    line = load(row.payload)
    assert isinstance(line, Line)
    assert (row.key, row.cause, line.under) == ("g/e7/1", "k1", "k1")


def test_minutes_go_as_a_reference_to_the_revision_that_was_published() -> None:
    (row,) = written((Post(doc("Klart."), minutes="m1"),), said(), record(), "replay", "g", ("m1", 3))
    line = load(row.payload)
    assert isinstance(line, Line)
    assert (row.kind, row.meeting, line.meeting, line.revision, line.files) == (Kind.MINUTES, "m1", "m1", 3, True)


def remind(number: int, *, until: datetime | None = None) -> Remind:
    return Remind(Matter.LAPSE, f"r{number}", "m1", None, until)


def test_reminders_at_a_shared_moment_are_spread_the_same_way_each_time() -> None:
    made = [by_the_clock((remind(n),), f"g{n}/r@1", record(), "replay", NOW, spread=True)[0] for n in range(40)]
    delays = [row.delay for row in made]
    assert len(set(delays)) > 30
    assert all(timedelta() <= delay <= SPREAD for delay in delays)
    assert delays == [
        by_the_clock((remind(n),), f"g{n}/r@1", record(), "replay", NOW, spread=True)[0].delay for n in range(40)
    ]
    assert by_the_clock((remind(1),), "g/r@1", record(), "replay", NOW)[0].delay == timedelta()


def test_a_reminder_is_never_spread_past_its_time() -> None:
    until = NOW + timedelta(seconds=10)
    made = [
        by_the_clock((remind(n, until=until),), f"g{n}", record(), "replay", NOW, spread=True)[0] for n in range(40)
    ]
    assert all(NOW + row.delay < until for row in made)
    assert {row.expires_at for row in made} == {until}


def test_the_line_about_somebody_who_cannot_be_reached_is_the_same_all_day() -> None:
    (row,) = written((Tell(doc("Hemligt"), to="p1"),), said(), record(), "replay", "g")
    line = load(row.payload)
    assert isinstance(line, Line)
    hours = (0, 5, 24)
    made = [undelivered(row, line, "g", record(), NOW + timedelta(hours=hour)) for hour in hours]
    first, again, tomorrow = [one.key for one in made if one is not None]
    assert first == again != tomorrow
    assert "Hemligt" not in str(made)
