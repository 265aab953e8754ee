"""The Markdown file says what the minutes say, and nothing in a text becomes markup."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from documents import markdown
from documents.markdown import to_markdown
from meetings.document import Document, Entry, Heading, ListBlock, Paragraph, Run, Table, bullets, doc, numbered
from meetings.language import texts_for
from meetings.minutes import Attendee, Item, Minutes
from meetings.minutes import Paragraph as Passage
from meetings.text import clean
from tests.documents.groups import NOTES, PROTOCOL

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8")),
    st.text("ab1 \n\t\\`*_{}[]<>()#+-.!|~&=:;/\"'§–åx"),
    st.lists(
        st.sampled_from(
            [
                "# ",
                "1. ",
                "- ",
                "+ ",
                "* ",
                "> ",
                "```",
                "~~~",
                "---",
                "===",
                "***",
                "_a_",
                "**b**",
                "[x](http://a.se)",
                "![",
                "]",
                "[a]: /b",
                "<b>",
                "</b>",
                "<!--",
                "&amp;",
                "&#42;",
                "https://a.se/b_c*d",
                "https://a.se/?a&copy;=1",
                "www.a.se",
                "<https://x.se>",
                "javascript:x",
                "\\",
                "\n",
                "\n\n",
                " ",
                "  ",
                "    ",
                "a",
                "|",
                "|---|",
                "--- | ---",
                "[ ] ",
                "~~c~~",
                "å",
                "2)",
                "*",
                "_",
                "__",
                "`",
            ]
        )
    ).map("".join),
)


def said(text: str) -> str:
    """Return the text as compared: white space counts as one space."""
    return " ".join(text.split())


def visible(tokens: list[Token]) -> str:
    out = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            out.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            out.append("\n")
        elif token.children:
            out.append(visible(token.children))
        elif token.type not in ("inline", "link_open", "link_close"):
            out.append(f"<{token.type}>")
    return "".join(out)


def blocks(source: str) -> list[str]:
    return [token.type for token in READER.parse(source)]


def inlines(source: str) -> list[Token]:
    return [token for token in READER.parse(source) if token.type == "inline"]


def assert_reads(source: str, expected: list[str], text: str) -> None:
    assert blocks(source) == expected, source
    (inline,) = inlines(source)
    kinds = {child.type for child in inline.children or []}
    assert kinds <= {"text", "softbreak", "hardbreak", "link_open", "link_close"}, source
    for child in inline.children or []:
        if child.type == "link_open":
            assert child.markup == "autolink", source
            assert str(child.attrs["href"]).startswith("http"), source
    found = visible(inline.children or [])
    if not any(child.type == "link_open" for child in inline.children or []):
        assert said(found) == said(text), source
    else:  # The reader shows an address decoded.
        assert re.sub(r"https?://\S+", "", said(found)) == re.sub(r"https?://\S+", "", said(text)), source


@given(TEXTS.map(clean).filter(str.strip))
def test_any_text_in_a_paragraph_comes_back_as_it_was(text: str) -> None:
    assert_reads(to_markdown(doc(text)), ["paragraph_open", "inline", "paragraph_close"], text)


@given(TEXTS.map(clean).filter(str.strip))
def test_any_text_in_a_heading_comes_back_as_it_was(text: str) -> None:
    assert_reads(to_markdown(doc(Heading(text, 2))), ["heading_open", "inline", "heading_close"], text)


@given(TEXTS.map(clean).filter(str.strip), st.booleans())
def test_any_text_in_a_list_comes_back_as_it_was(text: str, ordered: bool) -> None:
    kind = "ordered" if ordered else "bullet"
    block = numbered(text) if ordered else bullets(text)
    around = [f"{kind}_list_open", "list_item_open", "paragraph_open", "inline", "paragraph_close", "list_item_close"]
    assert_reads(to_markdown(doc(block)), [*around, f"{kind}_list_close"], text)


@given(TEXTS.map(clean).filter(str.strip), TEXTS.map(clean).filter(str.strip))
def test_any_text_under_a_list_entry_stays_under_it(text: str, under: str) -> None:
    source = to_markdown(doc(ListBlock((Entry((Run(text),), numbered(under)),))))
    assert blocks(source) == [
        "bullet_list_open", "list_item_open", "paragraph_open", "inline", "paragraph_close",
        "ordered_list_open", "list_item_open", "paragraph_open", "inline", "paragraph_close", "list_item_close",
        "ordered_list_close", "list_item_close", "bullet_list_close",
    ]  # fmt: skip


@given(TEXTS.map(clean).filter(str.strip), TEXTS.map(clean))
def test_any_text_in_a_table_stays_in_its_cell(first: str, second: str) -> None:
    source = to_markdown(doc(Table(("A", "B"), ((first, second),))))
    cells = [token for token in READER.parse(source) if token.type == "inline"]
    assert blocks(source).count("td_open") == 2, source
    assert len(cells) == 4, source
    for cell, text in zip(cells[2:], (first, second), strict=True):
        if "http" not in text:
            assert said(visible(cell.children or [])) == said(text), source


RUNS = st.builds(
    Run,
    TEXTS.map(clean) | st.just(" ") | TEXTS.map(lambda text: f" {clean(text)} "),
    bold=st.booleans(),
    italic=st.booleans(),
    code=st.booleans(),
    url=st.none() | st.sampled_from(["https://a.se/b_(c)", "https://a.se/?x=1&copy;=2", "javascript:alert(1)"]),
)


@given(st.lists(RUNS, max_size=4).filter(lambda runs: "".join(run.text for run in runs).strip()))
@settings(max_examples=300)
def test_runs_side_by_side_never_make_markup_together(runs: list[Run]) -> None:
    source = to_markdown(Document((Paragraph(tuple(runs)),)))
    assert blocks(source) == ["paragraph_open", "inline", "paragraph_close"], source
    (inline,) = inlines(source)
    children = inline.children or []
    allowed = {"text", "softbreak", "hardbreak", "code_inline", "link_open", "link_close"}
    allowed |= {"strong_open", "strong_close", "em_open", "em_close"}
    assert {child.type for child in children} <= allowed, source
    for child in children:
        assert child.type != "link_open" or str(child.attrs["href"]).startswith("http"), source
    if "http" not in "".join(run.text for run in runs):
        plain = [
            replace(child, content="") if child.type.startswith(("strong", "em_")) else child for child in children
        ]
        kept = [child for child in plain if child.type in ("text", "softbreak", "hardbreak", "code_inline")]
        assert "".join(visible(kept).split()) == "".join("".join(run.text for run in runs).split()), source


@pytest.mark.parametrize(
    "text",
    [
        "ca 30-40 personer, 80 %, kl. 13.00 (bilaga följer med)",
        "Trisam – heldag 9 oktober! Se [bilaga] & tabell_1",
        "Fråga: kan A/B vara 5 < 6 och 7 > 3?",
        "https://ulvdalen.example/kalender/2026-05?vy=m_1",
        'Mål 2.3 "Övergångar" a * b = c',
        "Budget: 1 729 036 kr + moms",
    ],
    ids=["numbers", "brackets", "comparison", "address", "spaced star", "sum"],
)
def test_ordinary_text_is_not_escaped(text: str) -> None:
    assert to_markdown(doc(text)) == f"{text}\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1. motivera", "1\\. motivera"),
        ("- inget", "\\- inget"),
        ("# 4", "\\# 4"),
        ("*viktigt*", "\\*viktigt\\*"),
        ("<b>fet", "\\<b>fet"),
        ("[här](https://a.example)", "[här\\](https://a.example)"),
        ("https://a.example/~tyra", "<https://a.example/~tyra>"),
        ("rad ett\nrad två", "rad ett\\\nrad två"),
    ],
)
def test_what_would_be_markup_is_escaped_where_it_stands(text: str, written: str) -> None:
    assert to_markdown(doc(text)) == f"{written}\n"


def test_two_lists_in_a_row_stay_two_lists() -> None:
    assert blocks(to_markdown(doc(bullets("a"), bullets("b"), bullets("c")))).count("bullet_list_open") == 3


def test_a_link_that_may_not_be_followed_is_only_text() -> None:
    assert to_markdown(doc(Paragraph((Run("tryck", url="javascript:alert(1)"),)))) == "tryck\n"


@given(TEXTS, TEXTS, TEXTS)
@settings(max_examples=60)
def test_free_text_in_the_minutes_never_changes_their_headings(title: str, name: str, text: str) -> None:
    minutes = NOTES.model_copy(
        update={
            "attendance": (Attendee(name=name or "A", role=text),),
            "items": (
                Item(number="1", title=title or "A", paragraphs=(Passage(text=text, by=name or None),)),
                Item(number="2", title="Slut"),
            ),
        }
    )
    minutes = Minutes.model_validate(minutes.model_dump())
    source = markdown.render(minutes, texts_for("sv")).decode()
    headings = [token.level for token in READER.parse(source) if token.type == "heading_open"]
    assert len(headings) == 9, source
    assert not any(token.type in ("html_block", "fence", "code_block", "hr") for token in READER.parse(source)), source


@pytest.mark.parametrize("minutes", [NOTES, PROTOCOL], ids=["notes", "protocol"])
def test_the_same_minutes_give_the_same_bytes(minutes: Minutes) -> None:
    texts = texts_for("sv")
    again = Minutes.model_validate_json(minutes.model_dump_json())
    assert markdown.render(minutes, texts) == markdown.render(again, texts)
