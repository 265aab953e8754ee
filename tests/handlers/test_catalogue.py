"""Every command is declared whole, and its examples are what it does."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.text import to_text
from handlers.catalogue import COMMANDS
from handlers.command import Answer, Call, Command, Example, Post, Sentence, Tell, When, Who
from handlers.groups.founding import found
from handlers.reading.parts import split
from handlers.reading.understand import understand
from meetings.facts import AdjusterChosen, ItemTaken, MeetingEnded, MeetingStarted, Said, Source
from meetings.language import LANGUAGES, texts_for
from meetings.ledger import Ledger
from tests.bot.channel import group
from tests.situation import NOW, ZONE, call

PLAYED = [
    pytest.param(command, example, id=f"{command.name}: {example.text[:50]}")
    for command in COMMANDS
    for example in command.examples
]
OFFERED = [pytest.param(command, id=command.name) for command in COMMANDS if any(command.words.values())]
# What goes on over several lines is shared by the commands that take its parts.
OF_ONE_LINE = [shown for shown in PLAYED if "\n" not in str(shown.id)]
EVERY = [pytest.param(command, id=command.name) for command in COMMANDS]


def ledger_when(when: When, *, formal: bool = False) -> Ledger:
    """Give the ledger of the standard group before, in or after its meeting; `formal`: of a board with protokoll."""
    settings = {"document": "protokoll", "style": "protokoll"} if formal else {}
    facts = list(found(group(**settings), NOW[When.BEFORE]).facts)
    opened, ended = (datetime(2026, 9, 15, hour, tzinfo=ZONE) for hour in (13, 15))
    if when is not When.BEFORE:
        said = Said(source=Source.MESSAGE, message="opening", at=opened, by="p1")
        facts.append(MeetingStarted(id="opening:f1", said=said, meeting="m1"))
        facts.append(ItemTaken(id="opening:f2", said=said, meeting="m1", item="i1"))
    if when is When.AFTER:
        said = Said(source=Source.MESSAGE, message="closing", at=ended, by="p1")
        if formal:
            malin = next(
                fact.person.id for fact in facts if fact.kind == "person_registered" and fact.person.name == "Malin Ros"
            )
            facts.append(AdjusterChosen(id="closing:f2", said=said, meeting="m1", person=malin))
        facts.append(MeetingEnded(id="closing:f1", said=said, meeting="m1"))
    return Ledger(facts)


def call_of(example: Example) -> Call:
    """Give the call in which an example is said."""
    ledger = ledger_when(example.when, formal=example.formal)
    by = "Tora Lindmo" if example.lead else "Malin Ros"
    made = call(example.when, by, addressed=example.addressed, language=example.language, of=ledger.record)
    return replace(made, ledger=ledger)


@pytest.mark.parametrize(("command", "example"), PLAYED)
def test_an_example_becomes_the_facts_and_the_words_it_promises(command: Command[Any], example: Example) -> None:
    made = call_of(example)
    outcome = understand(example.text, made, COMMANDS)
    kinds = [fact.kind for fact in outcome.facts]
    if kinds[:1] == ["item_taken"] and "item_taken" not in example.gives:
        del kinds[0]  # by naming an item one comes to it, whatever one then says
    if kinds[-2:] == ["decided", "item_proposed"] and example.gives == ("decided",):
        del kinds[-1]  # what is referred back comes back by itself
    assert tuple(kinds) == example.gives
    if example.says is not None:
        said = [to_text(reply.document) for reply in outcome.replies if isinstance(reply, Tell | Answer | Post)]
        assert any(example.says in text for text in said), said


@pytest.mark.parametrize(("command", "example"), OF_ONE_LINE)
def test_an_example_belongs_to_the_command_that_gives_it(command: Command[Any], example: Example) -> None:
    if not example.gives and example.says is None:
        return  # it shows what the command is not
    made = call_of(example)
    takers = [
        next((other.name for other in COMMANDS if other.read(sentence, made)), None)
        for sentence in split([example.text])
    ]
    assert command.name in takers


@pytest.mark.parametrize(("command", "example"), PLAYED)
def test_at_most_one_command_takes_each_part(command: Command[Any], example: Example) -> None:
    made = call_of(example)
    spans = [claim.span for claim in command.read(Sentence(text=example.text, first=True, last=True), made)]
    for number, (start, end) in enumerate(spans):
        assert 0 <= start < end <= len(example.text)
        assert all(end <= other or other_end <= start for other, other_end in spans[number + 1 :])


@pytest.mark.parametrize("command", OFFERED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_command_has_words_help_and_an_example_in_both_languages(command: Command[Any], language: Any) -> None:
    assert command.words[language]
    assert texts_for(language).t(f"help.{command.name}")
    assert any(example.language == language for example in command.examples)


@pytest.mark.parametrize("command", EVERY)
def test_an_example_shows_the_command_as_those_may_use_it_who_may(command: Command[Any]) -> None:
    if command.who is Who.LEAD:
        assert all(example.lead for example in command.examples)


def test_no_two_commands_share_a_name_or_a_word() -> None:
    names = Counter(command.name for command in COMMANDS)
    assert [name for name, times in names.items() if times > 1] == []
    words = Counter(
        (language, word) for command in COMMANDS for language in LANGUAGES for word in command.words.get(language, ())
    )
    assert [word for word, times in words.items() if times > 1] == []


@pytest.mark.parametrize("command", OFFERED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_help_tells_of_every_command_by_its_first_word(command: Command[Any], language: Any) -> None:
    made = call(by="Tora Lindmo", private=True, language=language)
    (told,) = understand("hjälp allt" if language == "sv" else "help all", made, COMMANDS).replies
    assert isinstance(told, Tell)
    assert f"{command.words[language][0]} – " in to_text(told.document)


@given(text=st.text(max_size=60), when=st.sampled_from(When), lead=st.booleans(), addressed=st.booleans())
def test_no_command_reads_beyond_the_sentence(text: str, when: When, lead: bool, addressed: bool) -> None:
    made = call(when, by="Tora Lindmo" if lead else "Malin Ros", addressed=addressed)
    sentence = Sentence(text=text.strip() or "x", first=True, last=True)
    for command in COMMANDS:
        for claim in command.read(sentence, made):
            assert 0 <= claim.span[0] < claim.span[1] <= len(sentence.text), command.name
            assert 0 <= claim.lines <= len(sentence.following)
