"""The outbox: what is to be said waits here from the moment its facts are kept until it is certainly said, or not."""

import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import func, text, update
from sqlmodel import Session, select

from storage.database import Database
from storage.outbox_rows import OVER, T, due, end, keep_outgoing, mine, moment
from storage.outgoing import Claimed, Ending, Entry, Kind, Outgoing, State, Verb
from storage.paused import paused_since
from storage.tables import OPEN, OutboxRow

LEASE = timedelta(seconds=60)
"""How long one who has taken something in hand may take over it; afterwards another looks whether it was said."""

MOST_SORTED = 20_000
"""How many due rows are looked at to take a fair share of each platform's."""

_SHOWN = (
    "key", "group_id", "platform", "kind", "verb", "recipient", "meeting_id", "state", "attempts", "created_at",
    "run_at", "external_id", "last_error",
)  # fmt: skip


class Outbox:
    """Takes things in hand and puts down how they ended. Every method may raise StorageError.

    The time is the database's own on PostgreSQL, so that replicas agree on it, and this machine's on SQLite.
    """

    def __init__(self, database: Database, lease: timedelta = LEASE) -> None:
        self._database = database
        self._lease = lease

    @property
    def lease(self) -> timedelta:
        """How long something may be in hand."""
        return self._lease

    async def claim(self, limit: int, each: int) -> tuple[Claimed, ...]:
        """Take in hand what is due, at most `limit` and of each platform `each`, in the order it is to be said.

        What follows something to the same recipient of a group that is tried but not over waits for it.
        """
        deadline = self.deadline()

        def work(session: Session) -> tuple[Claimed, ...]:
            if paused_since(session) is not None:
                return ()
            now, claim = moment(session), uuid4().hex
            waiting = due(now).limit(MOST_SORTED).subquery()
            place = func.row_number().over(
                partition_by=waiting.c.platform, order_by=(waiting.c.run_at, waiting.c.created_at)
            )
            placed = select(waiting.c.key, waiting.c.run_at, place.label("place")).subquery()
            # Some more than are wanted, since others may be taking the same ones just now.
            fair = (
                select(placed.c.key)
                .where(placed.c.place <= each)
                .order_by(placed.c.run_at)
                .limit(limit * 4)
                .cte("fair")
                .prefix_with("MATERIALIZED", dialect="postgresql")
            )
            free = (
                select(T.c.key)
                .where(T.c.key.in_(select(fair.c.key)), T.c.run_at <= now)
                .order_by(T.c.run_at, T.c.created_at, T.c.number)
                .limit(limit)
                .with_for_update(skip_locked=True, of=T)
                .cte("free")
                .prefix_with("MATERIALIZED", dialect="postgresql")
            )
            taken = (
                update(T)
                .where(T.c.key.in_(select(free.c.key)))
                .values(
                    state=State.SENDING.value,
                    claim=claim,
                    attempts=T.c.attempts + 1,
                    run_at=now + self._lease,
                    first_try_at=func.coalesce(T.c.first_try_at, now),
                )
                .returning(*T.c)
            )
            rows = sorted(session.execute(taken).all(), key=lambda row: (row.created_at, row.cause or "", row.number))
            return tuple(self._claimed(row, deadline) for row in rows)

        return await self._database.write(work)

    async def finish(self, endings: Sequence[Ending]) -> tuple[Claimed, ...]:
        """Put down how things ended, each only if nobody else has taken it in hand since; give what follows, in hand.

        What is `unknown` keeps what it says, for the person who is asked about it; of all else nothing is left.
        """
        deadline = self.deadline()

        def work(session: Session) -> tuple[Claimed, ...]:
            plain = [ending for ending in endings if not ending.follow]
            if plain:
                end(session, plain)
            claim = uuid4().hex
            following: list[Claimed] = []
            for ending in endings:
                if ending.follow and end(session, (ending,)):
                    group = ending.row.group
                    for what in ending.follow:
                        if session.get(OutboxRow, what.key) is None:
                            keep_outgoing(session, group, (what,), claim, self._lease)
                            following.append(Claimed(group, what, claim, deadline))
            return tuple(following)

        return await self._database.write(work)

    async def postpone(self, row: Claimed, after: timedelta, error: str | None, *, doubtful: bool) -> bool:
        """Put something down, to be tried again later; tell whether it was still in hand.

        `doubtful`: it may have been said, and is looked for before it is said again.
        """
        values: dict[str, Any] = {"state": State.PENDING.value, "claim": None, "last_error": error}
        if not doubtful:
            values["first_try_at"] = None
        return await self._put_down(row, after, values)

    async def give_back(self, rows: Sequence[Claimed], after: timedelta = timedelta()) -> None:
        """Put down what was not begun, as if it had not been taken; `after` so long it is due again."""

        def work(session: Session) -> None:
            now = moment(session)
            for row in rows:
                values = {
                    "state": State.PENDING.value,
                    "claim": None,
                    "attempts": row.attempts - 1,
                    "run_at": now + after,
                    "first_try_at": row.tried_since,
                }
                session.execute(update(T).where(mine(row)).values(values))

        if rows:
            await self._database.write(work)

    async def rest(self, platform: str, after: timedelta) -> None:
        """Let all that waits to be said on a platform wait so long at least: it does not take more just now."""

        def work(session: Session) -> None:
            until = moment(session) + after
            session.execute(
                update(T)
                .where(T.c.run_at.is_not(None), T.c.run_at < until)
                .where(T.c.platform == platform, T.c.state == State.PENDING.value)
                .values(run_at=until)
            )

        await self._database.write(work)

    async def resolve(self, key: str, *, sent: bool) -> bool:
        """Put down what a person says of something `unknown` or `dead`: that it was said, or that it is to be said now.

        Tell whether it was there and could be resolved so; what is dead has nothing left to say.
        """
        found = T.c.key == key
        if sent:
            change = update(T).where(found, T.c.state.in_((State.UNKNOWN.value, State.DEAD.value)))
            change = change.values(state=State.SENT.value, **OVER)
        else:
            change = update(T).where(found, T.c.state == State.UNKNOWN.value)
            change = change.values(state=State.PENDING.value, attempts=0, first_try_at=None)

        def work(session: Session) -> bool:
            again = change if sent else change.values(run_at=moment(session))
            return session.execute(again.returning(T.c.key)).first() is not None

        return await self._database.write(work)

    async def hold(self) -> int:
        """Make everything that waits or may have been said `unknown`; tell how much it was.

        For what comes out of a backup: nobody knows what was said since it was made.
        """

        def work(session: Session) -> int:
            held = update(T).where(T.c.run_at.is_not(None))
            held = held.values(state=State.UNKNOWN.value, run_at=None, claim=None)
            return len(session.execute(held.returning(T.c.key)).all())

        return await self._database.write(work)

    async def entries(self, *states: State, platform: str | None = None, most: int = 1000) -> tuple[Entry, ...]:
        """List rows, in these states if any are named, the newest first; never what they say."""
        shown = select(*(T.c[name] for name in _SHOWN)).order_by(T.c.created_at.desc(), T.c.number.desc())
        if states:
            shown = shown.where(T.c.state.in_([state.value for state in states]))
        if states and set(states) <= {State.PENDING, State.SENDING, State.UNKNOWN}:
            shown = shown.where(text(OPEN))
        if platform is not None:
            shown = shown.where(T.c.platform == platform)
        return await self._database.read(
            lambda session: tuple(Entry(*row) for row in session.execute(shown.limit(most)).all())
        )

    async def waiting(self) -> tuple[dict[str, int], float | None]:
        """Count what is not over, by state, and give for how many seconds the longest due of it has been due."""

        def work(session: Session) -> tuple[dict[str, int], float | None]:
            counts = session.execute(select(T.c.state, func.count()).where(text(OPEN)).group_by(T.c.state)).all()
            oldest = select(func.min(T.c.run_at)).where(T.c.run_at.is_not(None), T.c.run_at <= moment(session))
            since = session.execute(oldest).scalar()
            return dict(counts), (datetime.now(UTC) - since).total_seconds() if since else None

        return await self._database.read(work)

    async def _put_down(self, row: Claimed, after: timedelta, values: Mapping[str, Any]) -> bool:
        def work(session: Session) -> bool:
            change = update(T).where(mine(row)).values(**values, run_at=moment(session) + after)
            return session.execute(change.returning(T.c.key)).first() is not None

        return await self._database.write(work)

    def deadline(self) -> float:
        # Counted from before the lease began, and with some of it left over for the answer.
        return time.monotonic() + self._lease.total_seconds() * 0.75

    def _claimed(self, row: Any, deadline: float) -> Claimed:
        what = Outgoing(
            key=row.key,
            platform=row.platform,
            kind=Kind(row.kind),
            verb=Verb(row.verb),
            recipient=row.recipient,
            payload=row.payload,
            number=row.number,
            meeting=row.meeting_id,
            cause=row.cause,
            expires_at=row.expires_at,
        )
        # A first try begins with its lease; an earlier one began before.
        since = row.first_try_at if row.first_try_at < row.run_at - self._lease else None
        return Claimed(row.group_id, what, row.claim, deadline, row.attempts, since)
