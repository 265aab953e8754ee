"""How fast a message is understood in its context: a mixed talk, and twenty thousand characters of anything."""

from __future__ import annotations

import statistics
import time
from datetime import datetime, timedelta
from itertools import cycle

from bench.speed import Figure
from bench.talk import BEGINNING, CAPTURED, CHANNEL, CHATTER, LEAD, PEOPLE, group
from bot.platform import Author, Written
from bot.turn import take
from handlers.groups.founding import found
from meetings.item_words import words_of
from meetings.ledger import Ledger
from meetings.words import bare, fold

TALKS, ENDLESS, TRIES = 40, 20_000, 3
PIECES = (
    "på ", "1 ", "nästa ", "kl ", "1234567890", "((([[[", "\u202eabc\u202c ", "a\u200b\u200c", "😀👩\u200d👩 ",
    "a\u030ao\u0308 ", "12 maj kl 9 till 13 juni ", "1/2 3/4 ", "- a\n", "hej\n", "! ", "a. ", "? ", "a: ",
    "beslut: att ", "1. a\n", "a", " ", "\n", "uppgift: Nils bokar lokal\n", "närvarande: Nils\n", "ska ",
    "jag kommer inte ",
    "Nils och Amina kommer på tisdag kl 9, beslut att 13.30 nästa möte senast den 12 maj ",
)  # fmt: skip
"""What endless messages are made of."""


def understanding() -> tuple[Figure, ...]:
    """Measure the CPU time of one message of a mixed talk, and of the slowest of many endless messages."""
    ledger = Ledger(found(group(), BEGINNING).facts)
    at = BEGINNING + timedelta(days=27, hours=3)
    ledger.append(take(_said("@mötesbot starta mötet", LEAD, 0, at), ledger).outcome.facts)
    people = cycle(PEOPLE[1:])
    talk = [text for pair in zip(cycle(CHATTER), CAPTURED, strict=False) for text in pair] + list(CHATTER)
    spent = sorted(_spent(text, next(people), number, at, ledger) for number, text in enumerate(talk * TALKS, 1))
    endless = [(piece * (ENDLESS // len(piece) + 1))[:ENDLESS] for piece in PIECES]
    slowest = max(min(_spent(text, PEOPLE[1], 0, at, ledger) for _ in range(TRIES)) for text in endless)
    chatter = [_spent(text, PEOPLE[1], 0, at, ledger) for text in CHATTER * TALKS]
    return (
        Figure("understanding a message, median", statistics.median(spent) * 1000, "ms", "0.2", "CPU, mixed talk"),
        Figure("understanding a message, p99", spent[int(len(spent) * 0.99)] * 1000, "ms", "2", "CPU, mixed talk"),
        Figure("understanding chatter, median", statistics.median(chatter) * 1000, "ms", "0.1", "CPU"),
        Figure("slowest of 20 kB of any text", slowest * 1000, "ms", "50", f"of {len(PIECES)} kinds, best of {TRIES}"),
    )


def _said(text: str, who: str, number: int, at: datetime) -> Written:
    return Written(CHANNEL, Author(who, who), f"u{number}", at, text)


def _spent(text: str, who: str, number: int, at: datetime, ledger: Ledger) -> float:
    """Give the CPU seconds of understanding a message that nobody has written before."""
    for read_before in (fold, bare, words_of):
        read_before.cache_clear()
    event = _said(text, who, number, at)
    began = time.process_time()
    take(event, ledger)
    return time.process_time() - began
