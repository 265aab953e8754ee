"""Slack's text read as people meant it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.text import mentioned, plain, sign

NAMES = {"U0SIV": "Siv Alm"}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        pytest.param("A &amp; B &lt;c&gt;", "A & B <c>", id="entities"),
        pytest.param("&amp;lt;", "&lt;", id="an entity is read once"),
        pytest.param("<@U0SIV> tar det", "@Siv Alm tar det", id="somebody known"),
        pytest.param("<@U0NY|ny>", "@ny", id="somebody unknown with a label"),
        pytest.param("<@U0NY>", "@U0NY", id="somebody unknown"),
        pytest.param("<@U0BOT> dagordning", "@mötesbot dagordning", id="the bot"),
        pytest.param("se <#C01|lokaler> och <#C02>", "se #lokaler och #C02", id="channels"),
        pytest.param("<!here> <!channel>", "@here @channel", id="all who are here"),
        pytest.param("<!subteam^S01|@styrelsen>", "@styrelsen", id="a user group"),
        pytest.param("<!date^1774000000^{date}|20 mars>", "20 mars", id="a date"),
        pytest.param("<https://a.example/b?c=1&amp;d=2>", "https://a.example/b?c=1&d=2", id="a link"),
        pytest.param("<https://a.example/b|underlaget>", "underlaget (https://a.example/b)", id="a link with words"),
        pytest.param("<http://plan.md|plan.md>", "plan.md", id="what Slack made a link of"),
        pytest.param("<mailto:siv@a.example|siv@a.example>", "siv@a.example", id="an address"),
        pytest.param("*Beslut:* vi _köper_ den", "Beslut: vi köper den", id="bold and italic"),
        pytest.param("*_viktigt_*", "viktigt", id="both at once"),
        pytest.param("2 * 3 * 4 och a_b_c", "2 * 3 * 4 och a_b_c", id="stars and lines that are none"),
        pytest.param("`*så*` &amp; ```\n*här*\n```", "`*så*` & ```\n*här*\n```", id="code keeps its marks"),
        pytest.param("&gt; citat\nsvar", "> citat\nsvar", id="a quote"),
        pytest.param("klart :white_check_mark: :+1::skin-tone-3:", "klart ✅ 👍", id="emoji"),
        pytest.param("tid 13:00:00 :okänd:", "tid 13:00:00 :okänd:", id="what is no emoji"),
        pytest.param("<inte stängd", "<inte stängd", id="what is no markup"),
        pytest.param("<>", "<>", id="nothing between"),
    ],
)
def test_text_is_read_as_it_is_shown(written: str, meant: str) -> None:
    assert plain(written, NAMES.get, "U0BOT") == meant


@given(st.text(alphabet="<>@#!|&;:*_`UC01abc \n\\"))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert isinstance(plain(text, NAMES.get, "U0BOT"), str)
    assert isinstance(mentioned(text), tuple)


def test_those_who_are_mentioned_are_told_once() -> None:
    assert mentioned("<@U0SIV> och <@U0OLLE|olle>, <@U0SIV>") == ("U0SIV", "U0OLLE")


@pytest.mark.parametrize(
    ("name", "shown"), [("+1", "👍"), ("thumbsup::skin-tone-5", "👍"), ("heart", "❤️"), ("partyparrot", "partyparrot")]
)
def test_a_reaction_is_the_sign_it_shows(name: str, shown: str) -> None:
    assert sign(name) == shown
