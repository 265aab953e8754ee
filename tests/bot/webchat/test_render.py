"""Documents as nodes: text stays text, and only addresses that may be followed become links."""

from bot.webchat.render import render
from meetings.document import Button, Document, bold, bullets, buttons, code, entry, linked, paragraph


def test_text_is_text_whatever_it_looks_like() -> None:
    (node,) = render(Document.of("<img src=x onerror=alert(1)>"))
    assert node == {"t": "p", "runs": [{"s": "<img src=x onerror=alert(1)>"}]}


def test_looks_are_marked() -> None:
    (node,) = render(Document.of(paragraph("a", bold("b"), code("c"))))
    assert node["runs"] == [{"s": "a"}, {"s": "b", "b": True}, {"s": "c", "c": True}]


def test_a_link_that_could_run_something_is_no_link() -> None:
    (node,) = render(Document.of(paragraph(linked("a", "javascript:alert(1)"), linked("b", "https://example.org/"))))
    assert node["runs"] == [{"s": "a"}, {"s": "b", "u": "https://example.org/"}]


def test_a_button_says_its_value_or_its_label() -> None:
    (node,) = render(Document.of(buttons(Button("q", "Ja", "ja tack"), Button("q", "Nej"))))
    assert [one["say"] for one in node["buttons"]] == ["ja tack", "Nej"]


def test_a_list_in_a_list_stands_under_its_entry() -> None:
    (node,) = render(Document.of(bullets(entry("a", sub=bullets("b")))))
    assert node["items"][0]["sub"]["items"] == [{"runs": [{"s": "b"}]}]
