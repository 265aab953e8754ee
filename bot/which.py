"""Settle which of several groups an event is about by what it would bring in each, or ask the one who wrote it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from bot.platform import Event
from bot.route import is_addressed, said_in
from bot.turn import Turn, ask_which_group, take
from handlers.command import Answer, Outcome, Reply, Tell
from meetings.document import doc
from meetings.facts import Blocked, Source, WroteInMeeting
from meetings.history import History, Wanted
from meetings.ledger import Ledger

TakeTurn = Callable[[Event, Ledger, History], Turn]

_PASSING = (WroteInMeeting, Blocked)
"""Facts that tell nothing of which group is meant."""


def which(event: Event, ledgers: Mapping[str, Ledger]) -> tuple[str, TakeTurn]:
    """Give the group an event is about and what to do there: take it, or ask its writer which group she means.

    Never a guess: what would change the record of more than one group, or be answered differently in them, is asked
    about. What is not for the bot in any of them goes to the first.
    """
    if len(ledgers) == 1:
        return next(iter(ledgers)), take
    turns = {group: _taken(event, ledger) for group, ledger in ledgers.items()}
    changing = [group for group, turn in turns.items() if _changes(turn)]
    if len(changing) == 1:
        return changing[0], take
    first = next(iter(ledgers))
    if not changing:
        with_minutes = [
            group for group, turn in turns.items() if any(_carries_minutes(r) for r in turn.outcome.replies)
        ]
        if len(with_minutes) == 1:
            return with_minutes[0], take
        if not is_addressed(event) or len({_said(turn) for turn in turns.values()}) == 1:
            return first, take
    names = [ledgers[group].record.group.name for group in changing or ledgers]
    return (changing or [first])[0], partial(
        ask_which_group, names=names, text=said_in(event), must=is_addressed(event)
    )


def _taken(event: Event, ledger: Ledger) -> Turn:
    """Take the turn; one that needs a group's history says something of that group's own."""
    try:
        return take(event, ledger)
    except Wanted:
        return Turn(Outcome(replies=(Tell(doc(ledger.record.group.name)),)))


def _changes(turn: Turn) -> bool:
    said = (fact for fact in turn.outcome.facts if fact.said.source is not Source.CLOCK)
    return any(not isinstance(fact, _PASSING) for fact in said)


def _carries_minutes(reply: Reply) -> bool:
    return isinstance(reply, Tell) and reply.minutes is not None


def _said(turn: Turn) -> tuple[Reply, ...]:
    return tuple(reply for reply in turn.outcome.replies if isinstance(reply, Tell | Answer))
