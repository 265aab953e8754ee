"""Text is kept as people wrote it, without what is not text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.text import LONGEST_TEXT, clean, line, link


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a\u0308pple", "äpple"),
        ("rad\r\nrad\rrad\u2028rad", "rad\nrad\nrad\nrad"),
        ("ren\x00 \x1btext\x9f", "ren text"),
        ("vänd\u202eom", "vändom"),
        ("trasig\ud800", "trasig"),
        ("  12 000 kr\u00a0– 80 %\t", "12 000 kr\u00a0– 80 %"),
        ("👩‍👧 tack", "👩‍👧 tack"),
    ],
    ids=["composed", "line breaks", "controls", "direction", "half a character", "figures", "emoji"],
)
def test_only_what_is_not_text_goes(written: str, kept: str) -> None:
    assert clean(written) == kept


@given(st.text(st.characters()))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once.encode().decode() == once


def test_a_text_without_end_is_cut() -> None:
    assert len(clean("å" * 100_000)) == LONGEST_TEXT


def test_a_line_is_one_line() -> None:
    assert line("Nya\nlokaler\u2029 nu ") == "Nya lokaler  nu"


@pytest.mark.parametrize(
    "url", ["https://a.example/b", "http://a.example", "mailto:a@b.example", "HTTPS://A.example/å"]
)
def test_an_ordinary_address_may_be_followed(url: str) -> None:
    assert link(url) == url


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/x", "https://a b", "/a", "", "https://a<b"]
)
def test_no_other_address_may(url: str) -> None:
    assert link(url) is None
