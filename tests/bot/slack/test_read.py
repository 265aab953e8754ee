"""Payloads become events: who said what where, and what is not for the bot."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platform import Author, Deleted, Edited, Reacted, Written
from bot.slack.happenings import (
    Archived,
    HomeOpened,
    IdChanged,
    Joined,
    PersonChanged,
    Renamed,
    Uninstalled,
)
from bot.slack.read import edit_of, people_in, read, read_again
from bot.slack.shapes import moment, stamp_of
from tests.bot.slack.fake_slack import BOT, BOT_ID, CHANNEL, OLLE, SIV, TEAM
from tests.bot.slack.payloads import LATER, STAMP, Payload, changed, deleted, delivered, message, reaction

NAMES = {SIV: "Siv Alm", OLLE: "Olle Berg"}
AT = datetime(2026, 3, 20, 9, 48, 20, 200, UTC)
THEN = datetime(2026, 3, 20, 9, 49, 20, 900, UTC)
PLACE = {"channel": CHANNEL, "event_ts": STAMP}


def of(event: Payload, **more: Any) -> Any:
    return read(delivered(event, **more), NAMES.get, BOT)


def test_a_message_is_read_with_its_author_its_time_and_its_place() -> None:
    assert of(message()) == Written(CHANNEL, Author(SIV, "Siv Alm"), STAMP, AT, "punkt: Cykelställ")


def test_a_stamp_is_exact_to_the_microsecond_and_back() -> None:
    at = moment("1774000100.999999")
    assert at == AT - timedelta(microseconds=200) + timedelta(microseconds=999_999)
    assert stamp_of(at) == "1774000100.999999"


@pytest.mark.parametrize("stamp", ["", "x", "1774000100", "-1.5", "1e9.1", "１.５", None])
def test_what_is_no_stamp_is_no_time(stamp: str | None) -> None:
    assert moment(stamp) is None


@pytest.mark.parametrize(
    ("more", "private"),
    [
        pytest.param({"channel_type": "im", "channel": "D0SIV"}, True, id="a private talk"),
        pytest.param({"channel_type": "group"}, False, id="a private channel"),
        pytest.param({"channel_type": "mpim"}, False, id="a talk of several"),
        pytest.param({"type": "app_mention", "channel_type": None}, False, id="a mention"),
        pytest.param({"channel_type": None, "channel": "D0SIV"}, True, id="a private talk by its id"),
    ],
)
def test_only_a_talk_with_the_bot_alone_is_private(more: Payload, private: bool) -> None:
    assert of(message(**more)).private is private


def test_a_mention_is_the_same_message_as_the_message_it_is_in() -> None:
    text = f"<@{BOT}> dagordning"
    said, mention = of(message(text)), of(message(text, type="app_mention", channel_type=None))
    assert said == mention
    assert said.text == "@mötesbot dagordning"


@pytest.mark.parametrize(
    ("more", "thread"),
    [
        pytest.param({"thread_ts": "1774000000.000100"}, "1774000000.000100", id="in a thread"),
        pytest.param({"thread_ts": STAMP}, None, id="the first of a thread"),
        pytest.param(
            {"thread_ts": "1774000000.000100", "subtype": "thread_broadcast", "root": {}}, "1774000000.000100",
            id="shown in the channel too",
        ),
    ],
)  # fmt: skip
def test_an_answer_in_a_thread_tells_which(more: Payload, thread: str | None) -> None:
    assert of(message(**more)).thread == thread


def test_files_are_told_by_name_and_a_file_alone_is_a_message() -> None:
    files = [
        {"id": "F1", "name": "plan.pdf"},
        {"id": "F2", "title": "karta"},
        {"id": "F3", "mode": "tombstone", "name": "x"},
    ]
    written = of(message("", subtype="file_share", files=files))
    assert (written.text, written.files) == ("", ("plan.pdf", "karta"))


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"bot_id": "B0X"}, id="a program's"),
        pytest.param({"subtype": "bot_message", "bot_id": "B0X", "user": None}, id="a program's without an account"),
        pytest.param({"user": BOT, "bot_id": BOT_ID}, id="the bot's own"),
        pytest.param({"user": "USLACKBOT"}, id="Slackbot's"),
        pytest.param({"subtype": "channel_join"}, id="that somebody came"),
        pytest.param({"subtype": "channel_topic"}, id="a new topic"),
        pytest.param({"text": " \n"}, id="an empty one"),
        pytest.param({"ts": "nu"}, id="one without a time"),
        pytest.param({"channel": None}, id="one without a place"),
    ],
)
def test_what_nobody_said_to_anybody_is_left_alone(more: Payload) -> None:
    assert of(message(**more)) is None


def test_an_edit_brings_the_whole_new_text_and_when_it_was_made() -> None:
    edited = of(changed("punkt: Cykelställ och pump"), event_id="Ev7")
    assert isinstance(edited, Edited)
    assert (edited.id, edited.at, edited.text) == (STAMP, AT, "punkt: Cykelställ och pump")
    assert (edited.edited_at, edited.event) == (THEN, "Ev7")


@pytest.mark.parametrize(
    "event",
    [
        pytest.param(changed("punkt: Cykelställ", new={"attachments": [{"id": 1}], "edited": None}), id="a preview"),
        pytest.param(changed("punkt: Cykelställ", new={"reply_count": 1, "thread_ts": STAMP}), id="an answer below"),
        pytest.param(changed("ny", new={"user": BOT, "bot_id": BOT_ID}), id="the bot's own"),
        pytest.param(changed("ny", new={"subtype": "bot_message", "bot_id": "B0X"}), id="a program's"),
        pytest.param(changed("ny", previous_message=None, new={"edited": None}), id="one that tells no change"),
    ],
)
def test_a_change_that_is_no_edit_is_left_alone(event: Payload) -> None:
    assert of(event) is None


@pytest.mark.parametrize(
    "event",
    [
        pytest.param(deleted(), id="deleted"),
        pytest.param(
            changed("This message was deleted.", new={"subtype": "tombstone", "user": "USLACKBOT", "edited": None}),
            id="deleted with a thread below",
        ),
        pytest.param(changed("", new={"files": []}), id="emptied"),
    ],
)
def test_a_message_that_is_taken_away_is_told_of_once_whatever_its_shape(event: Payload) -> None:
    gone = of(event, event_id="Ev8")
    assert gone == Deleted(CHANNEL, Author(SIV, "Siv Alm"), STAMP, THEN, "Ev8")


@pytest.mark.parametrize("removed", [False, True], ids=["put there", "taken away"])
def test_a_reaction_is_read_by_the_message_it_is_on(removed: bool) -> None:
    event = of(reaction("+1::skin-tone-2", removed=removed), event_id="Ev9")
    assert event == Reacted(CHANNEL, Author(SIV, "Siv Alm"), STAMP, "👍", THEN, "Ev9", removed=removed)


def test_the_bots_own_reaction_and_one_on_a_file_are_left_alone() -> None:
    assert of(reaction(user=BOT)) is None
    assert of(reaction(item={"type": "file", "file": "F1"})) is None


@pytest.mark.parametrize(
    ("event", "happened"),
    [
        ({"type": "member_joined_channel", "user": BOT, **PLACE}, Joined(CHANNEL, BOT, "E", AT)),
        ({"type": "channel_left", **PLACE}, Joined(CHANNEL, BOT, "E", AT, left=True)),
        ({"type": "channel_rename", "channel": {"id": CHANNEL, "name": "nytt"}}, Renamed(CHANNEL, "nytt")),
        ({"type": "group_archive", **PLACE}, Archived(CHANNEL, "E", AT)),
        ({"type": "channel_unarchive", **PLACE}, Archived(CHANNEL, "E", AT, back=True)),
        (
            {"type": "channel_id_changed", "old_channel_id": "C1", "new_channel_id": "C2", "event_ts": STAMP},
            IdChanged("C1", "C2", "E", AT),
        ),
        ({"type": "user_change", "user": {"id": SIV, "profile": {"real_name": "Siv"}}}, PersonChanged(SIV, "Siv")),
        ({"type": "app_home_opened", "user": SIV, "tab": "home"}, HomeOpened(SIV, "home")),
        ({"type": "app_uninstalled"}, Uninstalled()),
        ({"type": "tokens_revoked", "tokens": {"bot": [BOT]}}, Uninstalled()),
        ({"type": "tokens_revoked", "tokens": {"oauth": [SIV]}}, None),
        ({"type": "team_access_revoked", "team_ids": [TEAM]}, Uninstalled((TEAM,))),
        ({"type": "pin_added"}, None),
    ],
)  # fmt: skip
def test_what_happens_to_channels_and_installations_is_told_apart(event: Payload, happened: object) -> None:
    assert of(event, event_id="E") == happened


def test_without_a_stamp_a_happening_has_the_time_of_its_delivery() -> None:
    joined = of({"type": "member_joined_channel", "user": BOT, "channel": CHANNEL})
    assert joined.at == datetime.fromtimestamp(1_774_000_100, UTC)


def test_a_name_that_nobody_knows_is_the_one_shown_beside_the_message() -> None:
    stranger = of(message(user="U0GÄST", user_profile={"real_name": "Gun Gäst"}))
    assert stranger.author == Author("U0GÄST", "Gun Gäst")
    assert of(message(user="U0GÄST")).author.name == "U0GÄST"


def test_the_names_to_ask_for_are_the_authors_and_those_in_the_text() -> None:
    assert people_in(delivered(message(f"<@{OLLE}> och <@{BOT}>"))) == (SIV, OLLE, BOT)
    assert people_in(delivered(changed(f"<@{OLLE}>"))) == (SIV, OLLE)


def test_history_is_read_like_events_and_tells_the_latest_edit() -> None:
    kept = {key: value for key, value in message("ny").items() if key not in ("channel", "channel_type", "event_ts")}
    written = read_again(kept, CHANNEL, NAMES.get, BOT)
    assert written is not None
    assert written == of(message("ny"))
    assert edit_of(kept, written) is None
    edited = edit_of({**kept, "edited": {"user": SIV, "ts": LATER}}, written)
    assert edited is not None
    assert (edited.edited_at, edited.event) == (THEN, f"{STAMP}:edited:{LATER}")


JUNK = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.just([]), st.just({}), st.just(["a"]))
SHAPES = st.sampled_from(
    [
        message(files=[{"name": "a"}], thread_ts="1774000000.000100", user_profile={"real_name": "S"}),
        changed("ny"),
        deleted(),
        reaction(),
        {"type": "channel_rename", "channel": {"id": CHANNEL, "name": "nytt"}},
        {"type": "channel_id_changed", "old_channel_id": "C1", "new_channel_id": "C2"},
        {"type": "user_change", "user": {"id": SIV, "profile": {"real_name": "Siv Ek"}}},
        {"type": "tokens_revoked", "tokens": {"bot": [BOT]}},
        {"type": "team_access_revoked", "team_ids": [TEAM]},
        {"type": "member_joined_channel", "user": BOT, "channel": CHANNEL},
    ]
)


@given(SHAPES, st.data())
def test_no_payload_breaks_the_reading(event: Payload, data: st.DataObject) -> None:
    body = _spoiled(delivered(event), data)
    if isinstance(body, dict):
        read(body, NAMES.get, BOT)
        people_in(body)


def _spoiled(value: Any, data: st.DataObject) -> Any:
    """Replace a value here and there by junk, and leave some out."""
    if data.draw(st.integers(0, 14)) == 0:
        return data.draw(JUNK)
    if isinstance(value, dict):
        return {key: _spoiled(one, data) for key, one in value.items() if data.draw(st.integers(0, 30)) > 0}
    if isinstance(value, list):
        return [_spoiled(one, data) for one in value]
    return value
