"""Words are compared the way people read them."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.words import bare, fold, plain, sentences, sounds_like, squash, tokens


@pytest.mark.parametrize("text", ["Åsa Öberg", "José Älvén", "Zoë"])
def test_a_composed_and_a_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_unusual_hyphens_spaces_and_invisible_characters_are_made_plain() -> None:
    assert plain("Ann\u2011Marie\u00a0Sj\u00ad\u00f6\u200b") == "Ann-Marie Sjö"


def test_marks_on_letters_are_dropped_only_when_asked() -> None:
    assert fold("Åkerlöv") == "åkerlöv"
    assert bare("Åkerlöv") == bare("Akerlov") == "akerlov"


@pytest.mark.parametrize("written", ["P-O", "p o", "P.O.", "PO"])
def test_double_names_are_squashed_to_the_same(written: str) -> None:
    assert squash(written) == "po"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Carin", "Karin"),
        ("Mathias", "Mattias"),
        ("Ewa", "Eva"),
        ("Sophia", "Sofia"),
        ("Lindqvist", "Lindkvist"),
        ("Dahl", "Dal"),
        ("Gustaf", "Gustav"),
        ("Christer", "Krister"),
        ("Jennie", "Jenny"),
        ("Michael", "Mikael"),
        ("Bjoern", "Björn"),
    ],
)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sounds_like(one) == sounds_like(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Johan", "Johanna"), ("Kerstin", "Kristin"), ("Elin", "Elina"), ("Eva", "Eda")]
)
def test_different_names_do_not_sound_alike(one: str, other: str) -> None:
    assert sounds_like(one) != sounds_like(other)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Vi ses kl. 9. Ta med kaffe!", ["Vi ses kl. 9.", "Ta med kaffe!"]),
        ("Bl.a. hyran t.ex. ökar. Klart", ["Bl.a. hyran t.ex. ökar.", "Klart"]),
        ("rad ett\n- rad två", ["rad ett", "- rad två"]),
        ("A.L. kommer. B", ["A.L. kommer.", "B"]),
        ("  ", []),
    ],
)
def test_sentences_end_at_full_stops_but_not_in_abbreviations(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == parts


@given(st.text(max_size=300))
def test_any_text_is_cut_into_tokens_and_sentences_that_stand_in_it(text: str) -> None:
    assert all(text[token.start : token.end] == token.text for token in tokens(text))
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert sounds_like(text) == sounds_like(fold(text))
