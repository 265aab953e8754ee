"""Small talk stays out of the minutes; everything that says something of the group's matters goes in."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.reading.chatter import is_chatter
from handlers.reading.small_talk import is_small_talk, says_nothing

ROOM_AND_TOOLS = (
    "det drar från fönstret",
    "stolarna är hårda, min rygg värker igen",
    "vi går trapporna upp",
    "min laddare ligger kvar hemma",
    "ljudet är borta igen",
    "someone's phone is buzzing",
    "my screen is black again",
)
FOOD_BODY_WEATHER_WAY = (
    "kanelbullarna är slut",
    "jag är hes och hostar",
    "jag måste till optikern på torsdag",
    "det haglade hela vägen hit",
    "spårvagnen är försenad",
    "hittade ingen parkering idag",
    "I'm so sleepy today",
    "the tram was late again",
)
HOME_AND_LEISURE = (
    "valpen har ätit upp min sko",
    "ungarna är förkylda igen",
    "vi ska till stugan i helgen",
    "har en biljett till konserten på lördag om nån vill ha",
    "we're going to the cottage this weekend",
)
TO_PEOPLE = (
    "kan du lämna nycklarna i receptionen",
    "får man ta med hunden",
    "vet nån var pennorna ligger",
    "hinner ni äta efteråt",
    "räck mig tallriken",
    "sätt dig du",
    "glöm inte ta med leg",
    "tell us more",
    "could you pass the milk",
)
TALK_ITSELF = (
    "nu tappade jag tråden igen",
    "en i taget nu",
    "vi svävar ut",
    "låt henne prata klart",
    "sju minuter kvar",
    "vi tar det efter mötet",
    "det löser sig",
    "let me finish",
    "back to the topic",
)
CHATTER = ROOM_AND_TOOLS + FOOD_BODY_WEATHER_WAY + HOME_AND_LEISURE + TO_PEOPLE + TALK_ITSELF

NOTES = (
    "hissen i resurscentret är trasig så besökare i rullstol kommer inte in",
    "bussen till verkstaden går bara varje timme",
    "lunchen betalas av kommunen",
    "matlagningsgruppen har nio deltagare",
    "kaffeautomaten i väntrummet tas bort för patienternas skull",
    "nyckeln till lokalen finns hos vaktmästaren",
    "skärmen i receptionen visar fel öppettider",
    "många elever är trötta på förmiddagarna",
    "parkeringen byggs om i augusti",
    "vi pratade om remissvägarna",
    "frågor som kom upp: tolk och resor",
    "det tar sex veckor",
    "det är dyrare än beräknat",
    "vi fick nej av länsstyrelsen",
    "får vi medel startar vi i höst",
    "är man under 20 går man till ungdomsmottagningen",
    "vem som betalar är oklart",
    "glöm inte samtycket när remissen skickas",
    "jag hör med regionen om avtalet",
    "mycket att göra just nu",
    "inget nytt",
    "säg 10 min",
    "two coaches leave before the summer",
    "travel is paid by the council",
    "who pays is not decided",
    "no change",
)


@pytest.mark.parametrize("text", CHATTER)
def test_small_talk_is_left_out_whoever_says_it(text: str) -> None:
    assert is_chatter(text)
    assert is_chatter(text, lead=True)


@pytest.mark.parametrize("text", NOTES)
def test_what_is_said_of_a_matter_is_kept_whoever_says_it(text: str) -> None:
    assert not is_chatter(text)
    assert not is_chatter(text, lead=True)


def test_everyday_things_are_a_matter_when_they_stand_on_the_agenda() -> None:
    assert is_chatter("stolarna är hårda", lead=True)
    assert not is_chatter("stolarna är hårda", lead=True, topics=("Möbler och stolar",))


@given(st.text(alphabet=string.ascii_letters + "åäö0123456789 .,!?:'", max_size=300))
def test_any_text_is_judged(text: str) -> None:
    is_chatter(text)
    is_small_talk(text)
    says_nothing(text)
