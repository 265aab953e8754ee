"""An English board's meeting, played whole: English in all that is said and in what comes out of it."""

from __future__ import annotations

import re

import pytest

from tests.bot.scenarios import Played, played

HEADER = """+++
[group]
name = "Harbour Board"
channel = "#board"
language = "en"
document = "protokoll"
style = "protokoll"
first_paragraph = 41
place = "Town Hall"
stored_at = "Town archive"
members = [
  {name = "Helen Marsh", role = "Chair", organisation = "Harbour Council", capacity = "deciding"},
  {name = "Peter Quill", role = "Vice chair", organisation = "Harbour Region", capacity = "deciding"},
  {name = "Ruth Lane", role = "Member", organisation = "Employment Service", capacity = "deciding"},
  {name = "Grace Hill", role = "Secretary", organisation = "Association", capacity = "other", coordinator = true},
]
standing = [
  {title = "Approval of the agenda", place = "head"},
  {title = "Previous minutes", place = "head"},
  {title = "Choice of adjuster", place = "head"},
  {title = "Any other business", place = "tail"},
]
meetings = [
  {date = "2026-09-10", start = "09:00", end = "12:00", items = ["Budget 2027", "Office lease"]},
  {date = "2026-11-12", start = "09:00", end = "12:00"},
]
+++
"""
LINES = r"""
m01 | 2026-09-01 10:00 | #board | Ruth Lane | @meetingbot help
m02 | 2026-09-02 10:00 | #board | Ruth Lane | I can't make it on the 10th
m03 | 2026-09-03 10:00 | #board | Peter Quill | @meetingbot start the meeting
m03b | 2026-09-03 10:01 | DM | Otto Stranger | hello, who are you?
m04 | 2026-09-10 09:00 | #board | Grace Hill | @meetingbot start the meeting
m05 | 2026-09-10 09:01 | #board | Grace Hill | present: Helen Marsh, Peter Quill
m06 | 2026-09-10 09:02 | #board | Helen Marsh | The agenda is approved
m07 | 2026-09-10 09:03 | #board | Helen Marsh | Choice of adjuster
m08 | 2026-09-10 09:04 | #board | Helen Marsh | Peter Quill is chosen to adjust the minutes
m09 | 2026-09-10 09:05 | #board | Helen Marsh | Budget 2027
m10 | 2026-09-10 09:06 | #board | Helen Marsh | The board decides\n- to approve the budget\n- to set aside 50,000
m11 | 2026-09-10 09:07 | #board | Peter Quill | I reserve myself against the decision
m12 | 2026-09-10 09:10 | #board | Peter Quill | action: Grace Hill writes to the region by 1 October
m13 | 2026-09-10 09:30 | #board | Grace Hill | @meetingbot end the meeting
m14 | 2026-09-10 09:40 | DM | Peter Quill | what have you captured?
m15 | 2026-09-10 09:45 | DM | Grace Hill | publish
m16 | 2026-09-11 09:45 | #board | Peter Quill | I have adjusted the minutes
m17 | 2026-09-11 09:46 | #board | Helen Marsh | @meetingbot what did we decide about the budget?
m18 | 2026-09-11 09:47 | DM | Grace Hill | show settings
m19 | 2026-09-11 09:48 | DM | Grace Hill | show members
m20 | 2026-09-11 09:49 | DM | Grace Hill | my groups
m21 | 2026-09-11 09:50 | DM | Grace Hill | help all
m22 | 2026-09-11 09:51 | DM | Grace Hill | use the zebra template
m23 | 2026-11-12 09:00 | #board | Grace Hill | @meetingbot start the meeting
m24 | 2026-11-12 09:03 | #board | Helen Marsh | The previous minutes are approved
m25 | 2026-11-12 09:30 | #board | Grace Hill | @meetingbot end the meeting
m26 | 2026-11-12 09:40 | DM | Grace Hill | show draft
"""
FIRST, SECOND = "2026-09-10-harbour-board", "2026-11-12-harbour-board"
SWEDISH = re.compile(r"[åäöÅÄÖ]|\b(?:och|att|protokoll|punkt|beslut|kl|skriv|styrelse|projekt|mallen)\b")


@pytest.fixture(scope="module")
def board() -> Played:
    """Play two meetings of an English board."""
    return played(LINES, HEADER)


def test_no_swedish_word_is_said_in_an_english_group(board: Played) -> None:
    assert [row["text"] for row in board.rows() if SWEDISH.search(row["text"])] == []


def test_no_swedish_word_stands_in_the_minutes_of_an_english_group(board: Played) -> None:
    for folder in (FIRST, SECOND):
        assert SWEDISH.search(board.files[f"{folder}/minutes.md"].decode()) is None


def test_a_decision_in_english_is_parted_into_its_clauses(board: Played) -> None:
    (decision,) = board.item(FIRST, "Budget 2027")["decisions"]
    assert decision["clauses"] == ["to approve the budget", "to set aside 50,000"]


def test_a_reservation_in_english_is_recorded_and_leaves_no_note(board: Played) -> None:
    assert "Peter Quill makes a reservation" in board.files[f"{FIRST}/minutes.md"].decode()
    assert board.notes(FIRST, "Budget 2027") == []


def test_an_adjuster_chosen_in_english_adjusts_the_minutes(board: Played) -> None:
    (decision,) = board.item(FIRST, "Choice of adjuster")["decisions"]
    assert decision["clauses"] == ["to appoint Peter Quill to adjust the minutes"]
    assert board.notes(FIRST, "Choice of adjuster") == []
    assert board.minutes(FIRST)["notice"]["adjusted"] == "2026-09-11"


def test_the_previous_minutes_of_a_board_are_approved_as_minutes(board: Played) -> None:
    (decision,) = board.item(SECOND, "Previous minutes")["decisions"]
    assert decision["clauses"] == ["to approve the previous minutes"]


def test_what_was_captured_at_a_meeting_is_told_while_its_minutes_are_a_draft(board: Played) -> None:
    (captured,) = board.said("Peter Quill", "m14")
    assert "reservation against the decision" in captured


def test_somebody_unknown_is_answered_in_the_language_of_the_groups(board: Played) -> None:
    (told,) = board.said("Otto Stranger")
    assert "@meetingbot new group" in told
