"""Wishes about the agenda in whatever order and words people choose, and talk that is none."""

from __future__ import annotations

import pytest

from handlers.agenda.topics import find_topic


@pytest.mark.parametrize(
    "text",
    [
        "går det att få in cykelrummet i höst på agendan?",
        "cykelrummet i höst, kan det komma med på agendan?",
        "en fråga från mig till tisdag: cykelrummet i höst",
        "vi har önskemål om att cykelrummet i höst tas upp",
        "jag saknar cykelrummet i höst på dagordningen",
        "avsätt gärna tid för cykelrummet i höst",
        "under övrigt vill jag ta cykelrummet i höst",
        "skulle uppskatta om cykelrummet i höst kom upp på tisdag",
        "punktförslag cykelrummet i höst",
        "kan ni lägga in cykelrummet i höst som sista punkt?",
    ],
)
def test_a_topic_is_what_is_left_when_the_frame_of_a_wish_is_taken_away(text: str) -> None:
    found = find_topic(text, addressed=False)
    assert found is not None
    assert found.text == "cykelrummet i höst"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("could the bicycle shed go on the agenda?", None),
        ("one more for the agenda: bicycle shed", None),
        ("mind if we cover the bicycle shed on Tuesday?", None),
        ("can I have 10 min for the bicycle shed?", 10),
        ("can I have ten minutes on the bicycle shed on Tuesday?", 10),
        ("for any other business: bicycle shed", None),
    ],
)
def test_english_wishes_are_taken_apart_in_the_same_way(text: str, minutes: int | None) -> None:
    found = find_topic(text, addressed=False)
    assert found is not None
    assert (found.text, found.minutes) == ("bicycle shed", minutes)


@pytest.mark.parametrize(
    "text",
    [
        "vi pratade om cyklar på mötet förra veckan",
        "jag tar upp det med min chef på tisdag",
        "har ni punkter till dagordningen så skriv här i kanalen",
        "finns det en punkt om cyklar?",
        "kan du ta med cykeln på tisdag",
        "min egen agenda: sova hela helgen",
        "hinner inte till starten på tisdag, dyker upp vid två",
        "varför står cyklarna på dagordningen?",
        "next time we should bring cake",
        "the next item on my shopping list is a bicycle",
        "new venue for Tuesday: the library",
        "could someone give me a lift on the 12th?",
    ],
)
def test_talk_near_the_agenda_asks_for_no_item(text: str) -> None:
    assert find_topic(text, addressed=False) is None
