"""Endless messages: read as far as a person could mean it, kept whole, and no more work than that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from handlers.catalogue import COMMANDS
from handlers.command import Call, Claim, Sentence, Tell, When
from handlers.reading.parts import LONGEST_READ, MOST_FOLLOWING, MOST_KEPT_APART, MOST_READ, is_read, split
from handlers.reading.understand import understand
from meetings.facts import Decided, Noted
from meetings.when.reading import find
from meetings.words import sentences
from tests.situation import NOW, call

SIZE = 20_000
PIECES = {
    "prepositions": "på ", "figures": "1 ", "next": "nästa ", "clock words": "kl ", "digits": "1234567890",
    "brackets": "((([[[", "bidi": "\u202eabc\u202c ", "zero width": "a\u200b\u200c", "emoji": "😀👩\u200d👩 ",
    "decomposed": "a\u030ao\u0308 ", "dates": "12 maj kl 9 till 13 juni ", "fractions": "1/2 3/4 ", "bullets": "- a\n",
    "lines": "hej\n", "bangs": "! ", "full stops": "a. ", "questions": "? ", "colons": "a: ", "labels": "beslut: att ",
    "numbered lines": "1. a\n", "letters": "a", "spaces": " x", "tasks": "uppgift: Malin bokar lokal\n",
    "present": "närvarande: Malin\n", "modals": "ska ", "mixed": "beslut we ska Malin 9.30 ✅ ",
}  # fmt: skip


def filled(piece: str) -> str:
    return (piece * (SIZE // len(piece) + 1))[:SIZE]


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_a_message_is_asked_of_the_commands_only_so_far(piece: str) -> None:
    """Count the questions instead of the time: commands by sentences, and characters by commands."""
    asked: list[int] = []

    def counting(sentence: Sentence, of: Call) -> Sequence[Claim[object]]:
        asked.append(len(sentence.text))
        return ()

    commands = [replace(command, read=counting) for command in COMMANDS]
    understand(filled(piece), call(When.DURING, "Tora Lindmo"), commands)
    assert len(asked) <= MOST_READ * len(COMMANDS)
    assert sum(asked) <= 2 * LONGEST_READ * len(COMMANDS)


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_an_endless_message_is_understood_and_kept(piece: str) -> None:
    outcome = understand(filled(piece), call(When.DURING, "Tora Lindmo"), COMMANDS)
    kept = [block for fact in outcome.facts if isinstance(fact, Noted) for block in fact.blocks]
    assert len(kept) <= MOST_READ + MOST_KEPT_APART + 1


def test_the_lines_after_a_sentence_are_no_more_than_a_list_has() -> None:
    parted = split(["x y z"] * 5_000)
    assert max(len(sentence.following) for sentence in parted) <= MOST_FOLLOWING
    assert len(parted) <= MOST_READ + MOST_KEPT_APART + 1
    assert sum(is_read(sentence) for sentence in parted) == MOST_READ


def test_no_line_of_a_pasted_text_is_lost_and_its_writer_is_told_where_the_reading_ended() -> None:
    lines = [f"Rad {number} säger att lokalerna rymmer {number} personer" for number in range(200)]
    outcome = understand("\n".join(lines), call(When.DURING, "Tora Lindmo"), COMMANDS)
    kept = "\n".join(block.text for fact in outcome.facts if isinstance(fact, Noted) for block in fact.blocks)
    assert all(line in kept for line in lines)
    told = [str(reply.document) for reply in outcome.replies if isinstance(reply, Tell)]
    assert any(str(MOST_READ) in text for text in told)


def test_ten_thousand_characters_of_notes_are_read_to_the_end() -> None:
    said = (
        "Kommunen har sett över rutinerna och redovisar vad som har ändrats sedan i våras för alla som berörs av dem."
    )
    text = "\n".join([*[said] * 92, "beslut: rutinerna gäller från årsskiftet"])
    assert 10_000 < len(text) < LONGEST_READ
    outcome = understand(text, call(When.DURING, "Tora Lindmo"), COMMANDS)
    assert any(isinstance(fact, Decided) for fact in outcome.facts)
    assert not any("läst de första" in str(reply) for reply in outcome.replies)


def test_a_sentence_without_end_is_kept_whole() -> None:
    text = "och sedan sades det att " * 200
    outcome = understand(text, call(When.DURING, "Tora Lindmo"), COMMANDS)
    [note] = [fact for fact in outcome.facts if isinstance(fact, Noted)]
    assert note.blocks[0].text == text.strip()


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_sentences_and_dates_of_any_text_are_found_once_each(piece: str) -> None:
    text = filled(piece)
    spans = sentences(text)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    found = [when.span for when in find(text, NOW[When.DURING])]
    assert all(before[1] <= after[0] for before, after in pairwise(found))
