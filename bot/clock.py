"""The clock's turn in a group: what has fallen due becomes facts and something to say. Waits for nothing."""

from __future__ import annotations

from datetime import UTC, datetime

from handlers.command import Call, Ids, Outcome, When
from handlers.meeting.timekeeping import fall_due
from meetings.due import due
from meetings.facts import Said, Source
from meetings.history import NO_HISTORY, History
from meetings.language import texts_for
from meetings.ledger import Ledger


def strike(now: datetime, ledger: Ledger, history: History = NO_HISTORY) -> Outcome | None:
    """Give what comes of the first thing that has fallen due, None when nothing has; ask again until nothing is.

    Raises Wanted when that takes more of the group's history than is known yet.
    """
    record = ledger.record
    waiting = due(record, now)
    if not waiting:
        return None
    post = waiting[0]
    call = Call(
        record=record,
        texts=texts_for(record.group.language),
        now=now.astimezone(record.group.zone),
        said=Said(source=Source.CLOCK, at=now.astimezone(UTC)),
        author="",
        speaker=None,
        ids=Ids(post.key),
        meeting=record.meetings[post.meeting] if post.meeting is not None else None,
        when=When.DURING if post.meeting is not None else When.BEFORE,
        ledger=ledger,
        history=history,
    )
    return fall_due(post, call)
