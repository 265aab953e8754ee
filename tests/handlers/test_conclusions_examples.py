"""What the commands about a meeting's conclusions promise in their examples is what they do."""

import re
from typing import Any

import pytest

from handlers.command import Answer, Command, Example, Post, Sentence, Tell
from handlers.conclusions.agreements import AGREE
from handlers.conclusions.approvals import APPROVE
from handlers.conclusions.decisions import DECIDE
from handlers.conclusions.questions import RAISE_QUESTION
from handlers.tasks.actions import ADD_ACTION
from handlers.tasks.followed import CHANGE_ACTION, FINISH_ACTION
from handlers.tasks.shown import SHOW_ACTIONS
from meetings.document import Document, ListBlock, Paragraph
from tests.situation import call

COMMANDS: tuple[Command[Any], ...] = (
    DECIDE,
    APPROVE,
    AGREE,
    RAISE_QUESTION,
    ADD_ACTION,
    FINISH_ACTION,
    CHANGE_ACTION,
    SHOW_ACTIONS,
)


def words_of(document: Document) -> str:
    said = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            said.append("".join(run.text for run in block.runs))
        elif isinstance(block, ListBlock):
            said += ["".join(run.text for run in entry.runs) for entry in block.items]
    return "\n".join(said)


@pytest.mark.parametrize(
    ("command", "example"),
    [
        pytest.param(command, example, id=f"{command.name}: {re.sub(r'[^a-zåäö]+', ' ', example.text.lower())[:40]}")
        for command in COMMANDS
        for example in command.examples
    ],
)
def test_an_example_gives_what_it_promises(command: Command[Any], example: Example) -> None:
    writer = "Tora Lindmo" if example.lead else "Malin Ros"
    made = call(example.when, by=writer, addressed=example.addressed, language=example.language)
    sentence = Sentence(text=example.text, first=True, last=True)
    claims = command.read(sentence, made)
    assert len(claims) == 1
    assert claims[0].span == (0, len(example.text))
    outcome = command.handle(claims[0].intent, made)
    assert tuple(fact.kind for fact in outcome.facts) == example.gives
    if example.says is not None:
        said = [words_of(reply.document) for reply in outcome.replies if isinstance(reply, Tell | Answer | Post)]
        assert any(example.says in one for one in said)
