"""What is ruled out by the words of a text cannot match it."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.needs import Need, beginnings_of, needs_of
from meetings.sieve import LONGEST, SIEVE, Sieve, Sifted, may_stand

PATTERNS = {
    "a whole word": (r"\bbokning\b", ("en bokning nu",), ("inbokningen",)),
    "a beginning": (r"\bbok\w*", ("Bokade vi?",), ("kokbok",)),
    "an ending": (r"\w+mötet\b", ("styrelsemötet",), ("mötets dag",)),
    "anywhere": (r"åter", ("vi återkommer",), ("vi kommer",)),
    "one of several": (r"\b(?:flytta|skjut\w*)\s+(?:upp|fram)\b", ("Skjuts upp", "flytta fram"), ("flyttbil",)),
    "figures": (r"kl\s*\d{1,2}", ("kl 14", "kl9"), ("hej",)),
    "what may be left out": (r"(?:så\s+)?(?:tar|kör)\s+vi(?:\s+nu)?", ("kör vi", "så tar vi nu"), ("vi hörs",)),
    "what is repeated": (r"(?:ha){2,}\b", ("hahaha",), ("hej",)),
    "a lookbehind": (r"(?<!\w)sist(?!\w)", ("allra sist", "sist"), ("sista",)),
    "the edges of a text": (r"\A\W*nästa\W*\Z", ("Nästa!",), ("annat",)),
}


@pytest.mark.parametrize(("pattern", "fits", "not_so"), PATTERNS.values(), ids=PATTERNS.keys())
def test_an_expression_is_ruled_out_only_where_it_cannot_stand(
    pattern: str, fits: tuple[str, ...], not_so: tuple[str, ...]
) -> None:
    sieve = Sieve()
    bit = sieve.bit((re.compile(pattern, re.IGNORECASE),))
    assert all(sieve.of_text(text) & bit for text in fits)
    assert not any(sieve.of_text(text) & bit for text in not_so)


@pytest.mark.parametrize("pattern", [r"\w+", r"[^.]*", r"(?:bok)?", r"[?!]", r"§\s*", r"(?a)\bå\w+"])
def test_an_expression_without_a_word_of_its_own_is_never_ruled_out(pattern: str) -> None:
    sieve = Sieve()
    bit = sieve.bit((re.compile(pattern),))
    assert sieve.of_text("vad som helst") & bit


@pytest.mark.parametrize("text", ["ſist", "SİST", "si\u0301st", "\u212bter", unicodedata.normalize("NFD", "åter")])
def test_letters_that_may_be_taken_for_others_rule_nothing_out(text: str) -> None:
    sieve = Sieve()
    bits = [sieve.bit((re.compile(pattern, re.IGNORECASE),)) for pattern in ("sist", "åter")]
    found = [re.search(pattern, text, re.IGNORECASE) for pattern in ("sist", "åter")]
    assert all(sieve.of_text(text) & bit for bit, one in zip(bits, found, strict=True) if one)


def test_a_text_that_somebody_may_cut_rules_nothing_out() -> None:
    bit = SIEVE.bit((re.compile("klimatanpassning"),))
    assert not may_stand("x " * (LONGEST // 2)) & bit
    assert may_stand("x " * LONGEST) & bit


def test_one_of_a_group_is_enough() -> None:
    sieve = Sieve()
    bit = sieve.bit((re.compile("päron"), re.compile("äpple")))
    assert sieve.of_text("ett äpple") & bit
    assert not sieve.of_text("en banan") & bit


def test_the_rarest_words_are_what_is_needed() -> None:
    assert needs_of(re.compile(r"\bdet\s+(?:bordläggs|utgår)\b")) == (
        Need("bordläggs", True, True),
        Need("utgår", True, True),
    )


def test_what_a_match_begins_with_is_known() -> None:
    assert beginnings_of(re.compile(r"(?:går|\d\s)bort")) == {"gårbort", "0 bort"}
    assert beginnings_of(re.compile(r"\w+ bort")) == {""}


def test_a_sifted_expression_finds_what_the_expression_finds() -> None:
    sifted = Sifted(re.compile(r"\bflytta\w*", re.IGNORECASE))
    found = sifted.search("vi Flyttar den")
    assert found is not None
    assert found[0] == "Flyttar"
    assert sifted.search("vi tar den") is None
    assert sifted.match("vi flyttar den") is None


@given(st.data())
def test_whatever_an_expression_matches_is_let_through(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from([re.compile(one, re.IGNORECASE) for one, _, _ in PATTERNS.values()]))
    text = data.draw(st.text(max_size=20)) + " " + data.draw(st.from_regex(pattern)) + data.draw(st.text(max_size=20))
    sieve = Sieve()
    bit = sieve.bit((pattern,))
    assert sieve.of_text(text) & bit or pattern.search(text) is None
