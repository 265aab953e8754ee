"""A command is never left out of a sentence it would claim: its cues are no narrower than its reader."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from handlers.attendance.phrase_index import Phrases
from handlers.attendance.phrases_away import AWAY
from handlers.attendance.phrases_coming import COMING
from handlers.attendance.phrases_said import SAID
from handlers.catalogue import COMMANDS
from handlers.command import Call, Command, Sentence, When
from handlers.reading.parts import split
from meetings.sieve import may_stand
from tests.handlers.test_catalogue import call_of

EXAMPLES = [example for command in COMMANDS for example in command.examples]
WORDS = sorted({word for example in EXAMPLES for word in example.text.split()})
GATED = [pytest.param(one, id=one.name) for one in COMMANDS if one.cues or one.addressed_only]
SALADS = 80


def calls() -> Iterator[Call]:
    """Give a call in each phase, by one who leads and a member, said to the bot and to the others."""
    for when in When:
        for lead in (True, False):
            example = next(one for one in EXAMPLES if one.when is when and one.lead is lead)
            made = call_of(example)
            yield replace(made, addressed=False, private=False)
            yield replace(made, addressed=True)


CALLS = tuple(calls())


def salads() -> Iterator[str]:
    """Mix the words of the examples: halves of two, and words in any order."""
    mixing = random.Random(1)
    for _ in range(SALADS):
        one, other = mixing.choice(EXAMPLES).text.split(), mixing.choice(EXAMPLES).text.split()
        yield " ".join((*one[: len(one) // 2 + 1], *other[len(other) // 2 :]))
        yield " ".join(mixing.sample(WORDS, mixing.randint(1, 6)))


SENTENCES = tuple(one for text in (*(e.text for e in EXAMPLES), *salads()) for one in split(text.split("\n")))


@pytest.mark.parametrize("command", GATED)
def test_a_command_claims_nothing_of_what_it_is_not_asked_of(command: Command[Any]) -> None:
    bit = command.bit
    for sentence in SENTENCES:
        cued = bool(may_stand(sentence.text) & bit)
        for call in CALLS:
            if not cued or command.addressed_only and not call.addressed:
                assert not _claims(command, sentence, call), f"{command.name} lacks a cue for: {sentence.text}"


def _claims(command: Command[Any], sentence: Sentence, call: Call) -> bool:
    return bool(command.read(sentence, replace(call, text=sentence.text)))


def test_the_phrases_of_attendance_are_found_as_by_one_long_expression() -> None:
    phrases = Phrases((*SAID, *AWAY, *COMING))
    for text in {one.text for one in SENTENCES}:
        expected = [(found.lastgroup, found.span()) for found in phrases.whole.finditer(text)]
        assert [(found.lastgroup, found.span()) for found in phrases.all_in(text)] == expected


def test_phrases_keep_their_order_whatever_they_begin_with() -> None:
    phrases = Phrases((("ONE", r"\d+ st|går (?:bort|[|)]x)"), ("TWO", r"går|\w+ x|12"), ("THREE", r"g\w+|st")))
    text = "12 st, går bort, går |x, 12 går GÅR hem st å x"
    expected = [(found.lastgroup, found.span()) for found in phrases.whole.finditer(text)]
    assert [(found.lastgroup, found.span()) for found in phrases.all_in(text)] == expected
