"""What a text says about the group's own coming meetings: booked, moved, renamed, cancelled, and what they are for."""

from __future__ import annotations

import weakref

from handlers.calendar import cue_vocabulary as cue
from handlers.calendar import wording as say
from handlers.calendar.booking import all_at, plan
from handlers.calendar.cancelling import cancel, keep, move_questions
from handlers.calendar.clauses import clauses_of
from handlers.calendar.cues import as_told, is_answer, read_by_cues
from handlers.calendar.dates import dates_in
from handlers.calendar.moving import clash, move
from handlers.calendar.naming import fill, name_at_last, rename
from handlers.calendar.telling import Found, Telling
from handlers.calendar.theirs import is_theirs
from handlers.command import Call

_IN_TURN = (fill, name_at_last, cancel, move_questions, rename, keep, clash, move, plan, all_at)


class _Latest:
    """Keeps what was read last: the commands of the calendar ask about one sentence right after each other."""

    text = ""
    call: weakref.ref[Call] | None = None
    found: tuple[Found, ...] = ()


_LATEST = _Latest()


def read_told(text: str, call: Call) -> tuple[Found, ...]:
    """Find what a text changes as `read_changes` does, where nothing of it is settled yet; read once."""
    if _LATEST.call is None or _LATEST.call() is not call or _LATEST.text != text:
        found = read_changes(text, call)
        _LATEST.text, _LATEST.call, _LATEST.found = text, weakref.ref(call), found
    return _LATEST.found


def read_changes(text: str, call: Call, *, settled: bool = False) -> tuple[Found, ...]:
    """Find what a text changes in the group's calendar, each with the span it stands in.

    `settled` tells that the text is agreed, decided or confirmed: it may then be worded as a proposal, name items of a
    meeting, and change nothing by what it keeps. Of each clause the first kind of change that fits is meant.
    """
    answer = not settled and is_answer(call)
    if not (answer or say.HINT.search(text)) or say.OTHERS.search(text):
        return ()
    if not settled:
        text = as_told(text, call)
        if cue.UNSETTLED.search(text) or say.HEDGE.search(text) or is_theirs(text, call):
            return ()
        by_cues = read_by_cues(text, call)
        if by_cues or answer:
            return by_cues
    telling = Telling(call, settled)
    for clause in clauses_of(text, dates_in(text, call)):
        any(read(telling, clause, text) for read in _IN_TURN)
    return tuple(telling.found)
