"""Text on its way to Slack."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.escape import defused, escaped, sendable, size, unmarked
from bot.slack.split import shortened, split_runs
from meetings.document import Run


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("<!channel>", "&lt;!channel&gt;", id="a call to all"),
        pytest.param("a & b", "a &amp; b", id="an ampersand"),
        pytest.param("@here", "@\u2060here", id="a bare name that calls"),
        pytest.param("@hereford", "@hereford", id="a name that only begins so"),
        pytest.param("x\x00\ud800y", "xy", id="what no message can carry"),
    ],
)
def test_text_calls_nobody(text: str, plain: str) -> None:
    assert defused(text) == plain


def test_marks_are_taken_out_where_they_would_be_read() -> None:
    assert unmarked("*Fet* och `kod` :tada: kl. 13:00") == "Fet  och  kod  :\u2060tada: kl. 13:00"


@given(st.text())
def test_an_escaped_text_never_measures_less_than_it_is(text: str) -> None:
    assert size(sendable(text)) >= len(escaped(text))
    assert len(defused(text).encode("utf-16-le")) // 2 >= len(sendable(text))


@given(st.text(max_size=300), st.integers(2, 60))
def test_a_shortened_text_fits(text: str, most: int) -> None:
    short = shortened(text, most)
    assert size(short) <= max(most, 6)
    assert short == text or short.endswith("…")


@given(st.lists(st.builds(Run, st.text(max_size=80), st.booleans()), max_size=5), st.integers(8, 60))
def test_runs_that_are_cut_keep_their_words_and_looks(runs: list[Run], most: int) -> None:
    lines = list(split_runs(runs, most))
    assert all(line for line in lines)
    assert all(sum(size(run.text) + 1 for run in line) <= most for line in lines)
    kept = "".join(run.text for line in lines for run in line)
    assert "".join(kept.split()) == "".join("".join(run.text for run in runs).split())
    assert {run.bold for line in lines for run in line} <= {run.bold for run in runs}
