"""The outbox within one transaction: what is to be said is kept, found when it is due, put down and cancelled."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, DateTime, and_, bindparam, exists, func, insert, or_, text, update
from sqlmodel import Session, col, select

from meetings.facts import Fact, MeetingCancelled, MeetingMoved, MeetingRenamed
from storage.outgoing import Claimed, Ending, Kind, Outgoing, State, Verb
from storage.tables import OPEN, FactRow, OutboxRow

T: Any = OutboxRow.__table__  # type: ignore[attr-defined]
OVER: Mapping[str, Any] = {"payload": {}, "run_at": None, "claim": None}
"""What becomes of a row that is over: nothing of what it said stays."""


def moment(session: Session) -> Any:
    """Give the time, as something to reckon with in a statement; several programs agree on the database's own."""
    if session.get_bind().dialect.name == "postgresql":
        return func.statement_timestamp(type_=DateTime(timezone=True))
    return datetime.now(UTC)


def keep_outgoing(session: Session, group: str, rows: Sequence[Outgoing], claim: str, lease: timedelta) -> None:
    """Keep what is to be said, in hand already under this claim; what is delayed waits for somebody to take it."""
    now = moment(session)
    at_once = [_row(group, row) for row in rows if not row.delay]
    if at_once:
        fixed = {"run_at": now + lease, "created_at": now, "first_try_at": now}
        values = {"state": State.SENDING.value, "attempts": 1, "claim": claim}
        session.execute(insert(T).values(fixed | values), at_once)
    for row in rows:
        if row.delay:
            later = {"run_at": now + row.delay, "created_at": now, "state": State.PENDING.value, "attempts": 0}
            session.execute(insert(T).values(_row(group, row) | later))


def _row(group: str, row: Outgoing) -> dict[str, Any]:
    return {
        "key": row.key,
        "group_id": group,
        "platform": row.platform,
        "number": row.number,
        "kind": row.kind.value,
        "verb": row.verb.value,
        "recipient": row.recipient,
        "meeting_id": row.meeting,
        "cause": row.cause,
        "payload": dict(row.payload),
        "expires_at": row.expires_at,
    }


def cancel_reminders(session: Session, group: str, facts: Sequence[Fact]) -> None:
    """Cancel what reminds of meetings that these facts move, rename or call off, where nobody has it in hand yet."""
    changed = {fact.target for fact in facts if isinstance(fact, MeetingMoved | MeetingRenamed | MeetingCancelled)}
    if changed:
        reminding = and_(T.c.kind == Kind.REMINDER.value, T.c.state == State.PENDING.value)
        session.execute(
            update(T)
            .where(text(OPEN), T.c.group_id == group, reminding, T.c.meeting_id.in_(changed))
            .values(state=State.CANCELLED.value, **OVER)
        )


def cancel_blanked(session: Session, group: str, facts: Sequence[str]) -> None:
    """Forget what was to be said because of the messages of these facts, whose words are forgotten too."""
    if facts:
        messages = select(FactRow.message).where(FactRow.group_id == group, col(FactRow.fact_id).in_(facts))
        session.execute(
            update(T)
            .where(text(OPEN), T.c.group_id == group, T.c.cause.in_(messages))
            .values(state=State.CANCELLED.value, **OVER)
        )


def due(now: Any) -> Any:
    """Select what is due and has nothing before it that was tried and is not over."""
    earlier = T.alias("earlier")
    before = or_(
        earlier.c.created_at < T.c.created_at,
        and_(earlier.c.created_at == T.c.created_at, earlier.c.number < T.c.number),
    )
    in_the_way = exists().where(
        text("earlier." + OPEN),
        earlier.c.group_id == T.c.group_id,
        earlier.c.recipient == T.c.recipient,
        earlier.c.verb != Verb.REACT.value,
        earlier.c.run_at.is_not(None),
        earlier.c.attempts > 0,
        before,
    )
    return (
        select(T.c.key, T.c.platform, T.c.run_at, T.c.created_at)
        .where(T.c.run_at.is_not(None), T.c.run_at <= now)
        .where(or_(T.c.verb == Verb.REACT.value, ~in_the_way))
        .order_by(T.c.run_at)
    )


def mine(row: Claimed) -> ColumnElement[bool]:
    """Hold for a row only while it is in hand under the claim it was taken with."""
    return and_(T.c.key == row.what.key, T.c.claim == row.claim, T.c.state == State.SENDING.value)


_ENDED = (
    update(T)
    .where(T.c.key == bindparam("the_key"), T.c.claim == bindparam("the_claim"), T.c.state == State.SENDING.value)
    .values(
        state=bindparam("the_state"),
        external_id=bindparam("the_id"),
        last_error=bindparam("the_error"),
        run_at=None,
        claim=None,
    )
)
_EMPTIED = _ENDED.values(payload={})


def end(session: Session, endings: Sequence[Ending]) -> bool:
    """Put down how things ended, those that are still in hand; tell of a single one whether it was."""
    changed = 0
    for statement, some in (
        (_EMPTIED, [ending for ending in endings if ending.state is not State.UNKNOWN]),
        (_ENDED, [ending for ending in endings if ending.state is State.UNKNOWN]),
    ):
        if some:
            told = [
                {
                    "the_key": ending.row.what.key,
                    "the_claim": ending.row.claim,
                    "the_state": ending.state.value,
                    "the_id": ending.external_id,
                    "the_error": ending.error,
                }
                for ending in sorted(some, key=lambda ending: ending.row.what.key)
            ]
            result: Any = session.connection().execute(statement, told)
            changed += result.rowcount
    return changed > 0
