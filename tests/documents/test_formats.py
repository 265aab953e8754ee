"""Every format the program offers can be asked for by its name."""

import json

import pytest

from documents import RENDERERS
from documents.text import to_text
from meetings.document import Button, Table, bullets, buttons, doc, linked, paragraph
from meetings.language import texts_for
from meetings.minutes import Minutes
from tests.documents.groups import NOTES, PROTOCOL


@pytest.mark.parametrize("format", sorted(RENDERERS))
@pytest.mark.parametrize("minutes", [NOTES, PROTOCOL], ids=["notes", "protocol"])
def test_every_format_renders_both_kinds_in_both_languages(format: str, minutes: Minutes) -> None:
    rendered = [RENDERERS[format](minutes, texts_for(language)) for language in ("sv", "en")]
    assert all(rendered)
    assert rendered[0] == RENDERERS[format](minutes, texts_for("sv"))


def test_the_json_file_gives_the_minutes_back() -> None:
    rendered = RENDERERS["json"](PROTOCOL, texts_for("sv"))
    assert Minutes.model_validate_json(rendered) == PROTOCOL
    assert "Sixten Bark" in rendered.decode()
    assert json.loads(rendered)["attendance"][2]["from"] == "11:30"


def test_plain_text_shows_lists_tables_links_and_buttons() -> None:
    document = doc(
        paragraph("Se ", linked("kallelsen", "https://ulvdalen.example/k")),
        bullets("en\nrad till", "två"),
        Table(("A", "B"), (("1", "2\n3"),)),
        buttons(Button("done", "Klar"), Button("move", "Flytta")),
    )
    assert to_text(document) == (
        "Se kallelsen (https://ulvdalen.example/k)\n\n- en\n  rad till\n- två\n\nA | B\n1 | 2 3\n\n[Klar] [Flytta]"
    )


def test_plain_text_never_reads_what_people_wrote_as_markup() -> None:
    assert to_text(doc("*a* <b> `c`")) == "*a* <b> `c`"
