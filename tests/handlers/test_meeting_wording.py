"""Hours told of a meeting, mistakes, and going on: what is heard, and what only sounds like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.command import When
from handlers.meeting.pasted_reading import parts_of, read_head
from handlers.meeting.wording import GOES_ON, REOPEN, opened_by_mistake, told_hours
from tests.situation import call

AFTER = call(When.AFTER, "Tora Lindmo")


@pytest.mark.parametrize(
    ("text", "opened", "closed"),
    [
        pytest.param("mötet började 13.05", "13:05", None, id="the start"),
        pytest.param("Mötet slutade 14.50.", None, "14:50", id="the end"),
        pytest.param("vi började kl 13 och slutade 14.20", "13:00", "14:20", id="both"),
        pytest.param("vi började 13 och slutade 15", "13:00", "15:00", id="bare hours"),
        pytest.param("mötet pågick 13.05–14.20", "13:05", "14:20", id="a span"),
        pytest.param("mötet började halv två", "13:30", None, id="in words"),
        pytest.param("the meeting ended at 2:50 pm", None, "14:50", id="in English"),
        pytest.param("rättelse: vi slutade 14.20", None, "14:20", id="as a correction"),
    ],
)
def test_the_hours_of_a_meeting_are_read(text: str, opened: str | None, closed: str | None) -> None:
    hours = told_hours(text, AFTER)
    assert hours is not None
    assert (hours.opened and f"{hours.opened:%H:%M}", hours.closed and f"{hours.closed:%H:%M}") == (opened, closed)


@pytest.mark.parametrize(
    "text",
    [
        "vi började kl 9 med projektet i våras, där 40 deltog",
        "Projektet startade kl 9",
        "mötet slutade som vanligt i kaos",
        "vi slutade röka 2019",
        "de började 13.05 i Sandviken",
    ],
)
def test_other_hours_are_left_alone(text: str) -> None:
    assert told_hours(text, AFTER) is None


@pytest.mark.parametrize(
    ("text", "mistaken"),
    [
        ("oj fel dag, stoppa mötet", True),
        ("mötet är i morgon, jag startade av misstag", True),
        ("ångra starten", True),
        ("det skulle inte starta än, oj", True),
        ("avsluta mötet", False),
        ("det blev fel i rapporten", False),
        ("oj, stäng fönstret", False),
        ("var det fel att starta mötet?", False),
    ],
)
def test_an_opening_by_mistake_is_told_from_an_end(text: str, mistaken: bool) -> None:
    assert opened_by_mistake(text) is mistaken


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("nej, vi fortsätter", True),
        ("inte klara än", True),
        ("vi fortsätter en stund till", True),
        ("we are still going", True),
        ("vi fortsätter med projektet nästa år", False),
        ("arbetet fortsätter", False),
    ],
)
def test_going_on_is_told_from_work_that_goes_on(text: str, on: bool) -> None:
    assert bool(GOES_ON.match(text)) is on


def test_opening_again_is_told_from_opening() -> None:
    assert REOPEN.match("öppna mötet igen")
    assert not REOPEN.match("öppna mötet")


@given(st.text(max_size=400))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    told_hours(text, AFTER)
    opened_by_mistake(text)
    lines = text.split("\n")
    parts_of(read_head(lines[0], lines, AFTER).lines, ())


@pytest.mark.parametrize("piece", ["vi ", "mötet ", "började ", "13.05 ", "1. ", "- ", "a, ", ": "])
def test_long_runs_of_one_thing_are_read_at_once(piece: str) -> None:
    told_hours(piece * 3000, AFTER)
    opened_by_mistake(piece * 3000)
    GOES_ON.match(piece * 3000)
    parts_of(read_head(piece * 50, [piece * 50] * 50, AFTER).lines, ())
