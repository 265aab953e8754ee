"""Documents as Slack's blocks."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.slack.render import MOST_BLOCKS, SAY, chosen, render
from bot.slack.words import words
from meetings.document import (
    Block,
    Button,
    Buttons,
    Document,
    Entry,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Table,
    bold,
    bullets,
    code,
    doc,
    entry,
    linked,
    numbered,
    paragraph,
)
from tests.bot.slack.block_kit import problems, texts


def only(*blocks: Block | str) -> tuple[dict[str, Any], ...]:
    """Give the blocks of a document that fits in one message."""
    (message,) = render(doc(*blocks))
    return message.blocks


def elements(block: dict[str, Any]) -> Any:
    return block["elements"]


def test_text_stands_as_it_is_and_is_no_markup_mention_or_link() -> None:
    said = "*fet* <!channel> <@U0SIV> &amp; https://exempel.example :tada: `x`"
    (block,) = only(said)
    assert elements(block) == [{"type": "rich_text_section", "elements": [{"type": "text", "text": said}]}]


def test_what_stands_in_notifications_calls_nobody() -> None:
    (message,) = render(doc("Hej <!channel> & <@U0SIV>, @here och @Everyone men inte @hereford"))
    assert (
        message.text == "Hej &lt;!channel&gt; &amp; &lt;@U0SIV&gt;, @\u2060here och @\u2060Everyone men inte @hereford"
    )


def test_looks_become_styles() -> None:
    (block,) = only(paragraph("a", bold("b"), code("c"), Run("d", bold=True, italic=True)))
    styles = [one.get("style") for one in elements(block)[0]["elements"]]
    assert styles == [None, {"bold": True}, {"code": True}, {"bold": True, "italic": True}]


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        pytest.param("https://kommun.example/a", "link", id="an address of the web is a link"),
        pytest.param("mailto:siv@kommun.example", "text", id="an address of mail is not"),
        pytest.param("javascript:alert(1)", "text", id="nor is anything else"),
        pytest.param("https://kommun.example/" + "a" * 3000, "text", id="nor what Slack finds too long"),
    ],
)
def test_only_addresses_of_the_web_are_links(url: str, kind: str) -> None:
    (block,) = only(paragraph(linked("här", url)))
    assert elements(block)[0]["elements"][0]["type"] == kind


def test_a_heading_is_a_header_and_a_long_one_is_bold() -> None:
    short, long = only(Heading("Punkt 1"), Heading("lång rubrik " * 20))
    assert short["text"] == {"type": "plain_text", "text": "Punkt 1", "emoji": False}
    assert elements(long)[0]["elements"][0]["style"] == {"bold": True}


def test_a_list_in_a_list_is_indented() -> None:
    (block,) = only(bullets(entry("a", sub=bullets("b", "c")), "d"))
    assert [(one["indent"], len(one["elements"])) for one in elements(block)] == [(0, 1), (1, 2), (0, 1)]


def test_a_numbered_list_that_is_broken_up_keeps_its_numbers() -> None:
    (whole,) = only(numbered("a", "b"))
    assert elements(whole)[0]["style"] == "ordered"
    (broken,) = only(numbered(entry("a", sub=bullets("x")), "b"))
    assert "".join(texts(broken)) == "1. ax2. b"


def test_a_list_stands_close_to_the_line_that_leads_up_to_it() -> None:
    (block,) = only("Kvar att göra:", bullets("boka lokal"))
    assert [one["type"] for one in elements(block)] == ["rich_text_section", "rich_text_list"]


def test_a_table_becomes_entries_that_a_phone_can_show() -> None:
    table = Table(("Vad", "Vem", "När"), (("boka lokal", "Siv", "15 maj"), ("ringa", "Olle", "")))
    (block,) = only(table)
    assert words((block,)) == "Vad:\n• boka lokal – Vem: Siv · När: 15 maj\n• ringa – Vem: Olle"


def test_a_table_does_not_repeat_the_heading_above_it() -> None:
    blocks = only(Heading("Uppgifter"), Table(("Uppgift", "Vem"), (("ringa", "Olle"),)))
    assert words(blocks) == "Uppgifter\n• ringa – Vem: Olle"


def test_buttons_say_their_value_and_each_has_an_id_of_its_own() -> None:
    (_, row) = only("Ja?", Buttons((Button("q1", "Ja", "ja tack"), Button("q1", "Nej"))))
    assert [one["value"] for one in elements(row)] == ["ja tack", "Nej"]
    ids = [one["action_id"] for one in elements(row)]
    assert len(set(ids)) == 2
    assert all(one.startswith(SAY) for one in ids)


def test_the_first_button_that_goes_forward_stands_out() -> None:
    (_, row) = only("Klart.", Buttons((Button("draft", "Visa utkast"), Button("publish", "Publicera"))))
    assert [one.get("style") for one in elements(row)] == [None, "primary"]


def test_many_buttons_stand_in_rows() -> None:
    rows = only("Vem?", Buttons(tuple(Button("q", f"Val {n}") for n in range(12))))[1:]
    assert [len(elements(row)) for row in rows] == [5, 5, 2]


def test_a_label_that_is_too_long_is_told_in_full_above() -> None:
    label = "Arbetsgruppen för lokaler och fastigheter " * 3
    (told, row) = only(Buttons((Button("q", label),)))
    assert "".join(texts(told)) == label.strip()
    assert len(elements(row)[0]["text"]["text"]) <= 75


def test_what_a_button_cannot_carry_is_told_as_something_to_write() -> None:
    (told,) = only(Buttons((Button("q", "Spara", "rad " * 700),)))
    assert [one.get("style") for one in elements(told)[0]["elements"]] == [{"bold": True}, {"code": True}]


def test_a_long_document_is_parted_at_headings() -> None:
    sections: list[Block] = []
    for number in range(12):
        sections += [Heading(f"Punkt {number}"), paragraph("Vi talade om lokalerna. " * 60)]
    messages = render(Document(tuple(sections)))
    assert len(messages) > 1
    assert all(message.blocks[0]["type"] == "header" for message in messages)
    assert all(message.blocks[-1]["type"] != "header" for message in messages)


def test_a_paragraph_without_end_is_cut_between_words() -> None:
    messages = render(doc("mötesanteckning " * 3000))
    assert len(messages) > 3
    assert all(set(text.split()) == {"mötesanteckning"} for message in messages for text in texts(message.blocks))


def test_many_short_lines_are_parted_by_their_number() -> None:
    messages = render(doc(*(f"Rad {number}" for number in range(120))))
    assert [len(message.blocks) for message in messages] == [MOST_BLOCKS, MOST_BLOCKS, 24]


def test_buttons_stand_with_the_question_they_answer() -> None:
    rows = [paragraph(f"Rad {number}") for number in range(MOST_BLOCKS)]
    first, second = render(Document((*rows, Buttons((Button("q", "Ja"),)))))
    assert len(first.blocks) == MOST_BLOCKS - 1
    assert words(second.blocks) == f"Rad {MOST_BLOCKS - 1}\n[Ja]"


def test_an_empty_document_is_still_a_message() -> None:
    (message,) = render(doc())
    assert not problems(message.blocks)
    assert message.text


def test_what_was_chosen_takes_the_place_of_the_buttons() -> None:
    blocks = only("Kommer du?", Buttons(tuple(Button("q", f"Val {n}") for n in range(7))))
    left = chosen(blocks, "På plats")
    assert words(left) == "Kommer du?\n→ På plats"
    assert not problems(left)


_LONG = st.builds(lambda text, times: text * times, st.text(min_size=1, max_size=20), st.integers(1, 400))
_TEXT = st.one_of(
    st.text(max_size=40), _LONG, st.sampled_from(["<!here> & <@U1>", "😀" * 2000, "&" * 4000, "x" * 9000])
)
_RUN = st.builds(
    Run, _TEXT, st.booleans(), st.booleans(), st.booleans(), st.sampled_from([None, "https://a.example/b"])
)
_RUNS = st.lists(_RUN, max_size=3).map(tuple)


def _lists(deep: int) -> st.SearchStrategy[ListBlock]:
    sub = st.none() if not deep else st.one_of(st.none(), _lists(deep - 1))
    return st.builds(ListBlock, st.lists(st.builds(Entry, _RUNS, sub), max_size=5).map(tuple), st.booleans())


_ROW = st.tuples(_TEXT, _TEXT, _TEXT)
_BUTTONS = st.lists(st.builds(Button, st.sampled_from(["publish", "q1", ""]), _TEXT, _TEXT), max_size=7).map(tuple)
_BLOCK: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, _TEXT, st.integers(1, 4)),
    st.builds(Paragraph, _RUNS),
    _lists(2),
    st.builds(Table, _ROW, st.lists(_ROW, max_size=6).map(tuple)),
    st.builds(Buttons, _BUTTONS),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_BLOCK, max_size=12).map(lambda blocks: Document(tuple(blocks))))
def test_slack_takes_every_message_of_every_document(document: Document) -> None:
    messages = render(document)
    assert messages
    for message in messages:
        assert problems(message.blocks) == []
        assert sum(len(text) + 1 for text in texts(message.blocks)) < 12_000
        assert 0 < len(message.text) <= 20_000
        assert "<" not in message.text
        assert json.dumps(message.blocks, ensure_ascii=False).encode()


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(categories=("L", "N", "P")), min_size=1, max_size=30), st.integers(1, 900))
def test_no_word_of_a_long_text_is_lost(word: str, times: int) -> None:
    messages = render(doc(" ".join([word] * times)))
    said = [part for message in messages for text in texts(message.blocks) for part in text.split()]
    assert "".join(said) == "".join((" ".join([word] * times)).split())
