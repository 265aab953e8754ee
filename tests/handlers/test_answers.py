"""An answer picks an option by its words, its number, or a yes or no in the many ways people say it."""

from __future__ import annotations

import pytest

from handlers.reading.answers import choose_option
from meetings.facts import Option

NAMES = (Option(label="Elin Sand", text="a"), Option(label="Elin Strand", text="b"))
START = (Option(label="Ja, från 13.00", text="a"), Option(label="Nej", text=""))
DAYS = (Option(label="Mysam Nordvik tis 23 juni", text="a"), Option(label="Arbetsgruppen ons 24 juni", text="b"))


@pytest.mark.parametrize(
    ("said", "options", "label"),
    [
        ("Strand", NAMES, "Elin Strand"),
        ("jag menade Sand förstås", NAMES, "Elin Sand"),
        ("2:an", NAMES, "Elin Strand"),
        ("alternativ 1, tack", NAMES, "Elin Sand"),
        ("den sista", NAMES, "Elin Strand"),
        ("ja tack, gör det", START, "Ja, från 13.00"),
        ("okej då", START, "Ja, från 13.00"),
        ("nej, det behövs inte", START, "Nej"),
        ("den 24:e", DAYS, "Arbetsgruppen ons 24 juni"),
        ("det gäller Mysam", DAYS, "Mysam Nordvik tis 23 juni"),
    ],
)
def test_an_answer_picks_its_option(said: str, options: tuple[Option, ...], label: str) -> None:
    chosen = choose_option(said, options)
    assert chosen is not None
    assert chosen.label == label


@pytest.mark.parametrize(
    ("said", "options"),
    [
        ("Elin", NAMES),
        ("ja", NAMES),
        ("Strand kan inte komma på tisdag", NAMES),
        ("ja men vi väntar lite", START),
        ("7", NAMES),
    ],
)
def test_what_picks_none_or_tells_something_else_is_no_answer(said: str, options: tuple[Option, ...]) -> None:
    assert choose_option(said, options) is None
