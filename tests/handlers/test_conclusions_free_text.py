"""No free text, in any phase and from anybody, breaks the commands about a meeting's conclusions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from handlers.command import Sentence, When
from meetings.errors import MeetingError
from tests.handlers.test_conclusions_examples import COMMANDS
from tests.situation import call

WORDS = (
    "beslut beslutar att vi : – ; samt godkänns dagordningen föregående protokoll överens om överenskommelse öppen"
    " fråga kvarstår uppgift Malin Elin FK till 3 maj klart! bocka av stryk uppgiften flytta ge mina uppgifter ja nej"
    " som, ? . decision agreed approved"
).split()


@given(
    st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=15).map(" ".join)),
    st.sampled_from(list(When)),
    st.sampled_from(["Tora Lindmo", "Malin Ros", "Somebody Else"]),
    st.booleans(),
)
def test_every_text_is_claimed_within_its_bounds_and_handled_or_told(
    text: str, when: When, by: str, addressed: bool
) -> None:
    made = call(when, by=by, addressed=addressed)
    sentence = Sentence(text=text, first=True, last=True)
    for command in COMMANDS:
        for claim in command.read(sentence, made):
            start, end = claim.span
            assert 0 <= start <= end <= len(text)
            try:
                command.handle(claim.intent, made)
            except MeetingError as error:
                made.texts.t(error.text_key, **error.told)
