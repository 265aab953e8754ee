"""Reading what a page sends: any text becomes a wish or a clear error."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.webchat.read import LONGEST, FrameError, Hello, Write, read

KEY = "12345678"
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
_NAMES = st.sampled_from(["key", "id", "text", "thread", "private", "files", "emoji", "revision", "group", "account"])
_KINDS = st.sampled_from(["hello", "write", "edit", "delete", "react", "captured", "draft", "minutes", "figures", "?"])


def fault(text: str) -> str | None:
    """Give the key of what is wrong with a frame."""
    try:
        read(text)
    except FrameError as error:
        return error.key
    return None


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    assert fault(text) in (None, "malformed")


@given(_KINDS, st.dictionaries(_NAMES, _VALUES))
def test_any_frame_is_read_or_refused(kind: str, told: dict[str, object]) -> None:
    assert fault(json.dumps({**told, "type": kind})) in (None, "malformed", "empty", "too_long")


def test_a_slash_command_is_said_to_the_bot_alone() -> None:
    wish = read(json.dumps({"type": "write", "key": KEY, "text": "/minutes nästa punkt"}))
    assert wish == Write(KEY, "nästa punkt", private=True, panel=True)


def test_a_slash_command_without_words_asks_for_help() -> None:
    wish = read(json.dumps({"type": "write", "key": KEY, "text": "/minutes"}))
    assert isinstance(wish, Write)
    assert wish.text == "?"


@pytest.mark.parametrize(
    ("text", "key"), [("", "empty"), (" \n ", "empty"), ("\u202e\u0000", "empty"), ("a" * (LONGEST + 1), "too_long")],
    ids=["nothing", "blanks", "only controls", "too long"],
)  # fmt: skip
def test_a_text_that_cannot_be_sent_is_refused_with_its_key(text: str, key: str) -> None:
    with pytest.raises(FrameError) as error:
        read(json.dumps({"type": "write", "key": KEY, "text": text}))
    assert (error.value.key, error.value.about) == (key, KEY)


def test_a_longest_text_is_read() -> None:
    wish = read(json.dumps({"type": "write", "key": KEY, "text": "a" * LONGEST}))
    assert isinstance(wish, Write)


def test_an_unknown_language_becomes_swedish() -> None:
    hello = {"type": "hello", "group": "g", "account": "a", "since": 0, "version": "v", "language": "tlh"}
    assert read(json.dumps(hello)) == Hello("g", "a", 0, "v", "sv")
