"""The coordinator is shown what to look at before publishing."""

from __future__ import annotations

import pytest

from handlers.command import When
from meetings.checks import checks
from meetings.facts import Block, BlockStyle
from meetings.minutes import Item, Minutes
from meetings.record import Passage
from tests.situation import record


def found(*blocks: Block, by: str = "p1") -> list[str]:
    known = record(When.AFTER)
    meeting = known.meetings["m1"]
    meeting.passages.append(Passage("n1", "note", "i0", list(blocks), by=by))
    minutes = Minutes(
        title="Minnesanteckningar",
        group="Mysam Nordvik",
        date=meeting.date,
        items=(Item(number="4", title="Ungdomsprojektet"),),
    )
    return [check.text for check in checks(known, meeting, minutes, ()) if check.code == "heading_without_item"]


LIST = Block(text="42 elever", style=BlockStyle.BULLET)


def test_a_heading_that_is_no_item_is_shown_with_where_its_text_stands() -> None:
    (text,) = found(Block(text="Skolfrånvaro"), LIST)
    assert "Skolfrånvaro" in text
    assert "punkt 4" in text


@pytest.mark.parametrize(
    ("blocks", "by"),
    [
        ((Block(text="Skolfrånvaro"), LIST), "p3"),
        ((Block(text="Skolfrånvaro"),), "p1"),
        ((Block(text="Vi har nu fått siffrorna från skolan"), LIST), "p1"),
    ],
    ids=["by a member", "no list", "a sentence"],
)
def test_what_is_no_heading_of_one_who_leads_is_not_shown(blocks: tuple[Block, ...], by: str) -> None:
    assert found(*blocks, by=by) == []
