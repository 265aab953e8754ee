"""What belongs to an item is noted: announced, linked or sent along."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.command import When
from handlers.conclusions.attachments import Attachment, attach, read_attachments
from tests.situation import call


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Statistik över antal deltagare (bilaga kommer)", "Statistik"),
        ("resultatet visas i bildspel (medföljer)", "bildspel"),
        ("rapporten bifogas anteckningarna", "rapporten"),
        ("se bilaga 2", "bilaga 2"),
        ("läs mer, bilaga följer", None),
        ("Slides attached", "Slides"),
    ],
)
def test_an_announced_attachment_is_named_by_what_stands_before_it(text: str, name: str | None) -> None:
    assert read_attachments(text, call(When.DURING)) == (Attachment(name=name),)


@pytest.mark.parametrize(
    "text",
    [
        "det finns ingen bilaga",
        "hittar inte bilagan",
        "var är länken?",
        "länken fungerar inte",
        "titta på https://exempel.se/film",
        "vi bytte lokal",
    ],
)
def test_talk_of_attachments_announces_none(text: str) -> None:
    assert read_attachments(text, call(When.DURING)) == ()


def test_a_link_called_one_is_kept_letter_by_letter() -> None:
    found = read_attachments("Kursen, se länk: https://exempel.se/kurs?a=1&b=W6Y.", call(When.DURING))
    assert found == (Attachment(url="https://exempel.se/kurs?a=1&b=W6Y", announced=False),)


def test_a_file_sent_along_is_there() -> None:
    made = replace(call(When.DURING), files=("enkät.pdf",))
    (found,) = read_attachments("här kommer enkäten (bilaga)", made)
    assert found == Attachment(name="enkät.pdf", announced=False, sent=True)


def test_the_fact_stands_under_the_item() -> None:
    (fact,) = attach((Attachment(name="enkät.pdf", announced=False),), call(When.DURING), item="i1")
    assert fact.kind == "attachment_announced"
    assert (fact.item, fact.name, fact.announced) == ("i1", "enkät.pdf", False)


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(text: str) -> None:
    read_attachments(text, call(When.DURING))
