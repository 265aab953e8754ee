"""The courier: says what is in hand, each thing once, fetches what was shared, and puts down what came of it."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.files import Files
from bot.lanes import Lanes
from bot.logs import failed
from bot.meter import SILENT, Meter, Posted
from bot.outgoing import Fetching, Line, Reaction, Reminding, Saying, load, stays_a_link, undelivered
from bot.paper import Paper
from bot.platform import CannotSay, CannotTell, File, NotSaid, PerhapsSaid, Platform
from bot.unknown import asking
from bot.utter import react, utter
from handlers.reminders.wording import compose
from meetings.document import Document
from meetings.ledger import Ledger
from storage.errors import StorageError
from storage.outgoing import Claimed, Ending, Kind, Outgoing, State, Verb
from storage.store import Store

_log = logging.getLogger(__name__)

AT_LEAST, AT_MOST = 1 / 30, 5
"""Leases: how long is waited after a first failure, and at most; two seconds and five minutes with the usual one."""
MOST_TRIES = 100
"""After so many tries nobody waits for a reply any more; minutes are tried for as long as it takes."""
BEFORE_IT = timedelta(seconds=60)
"""How much earlier than the first try it is looked for: clocks differ."""
MOST_FETCHES = 20
"""About an hour; after that a file stays where it was shared."""
MOST_UNFINISHED = 64
"""So many reactions are put down as done at once; one that is put there twice is there once."""

POINTS = ("taken", "look", "say", "said", "ended")
"""The steps of saying something, by name: it is in hand, is looked for, is about to be said, was said, is over."""

Look = Callable[[str], Awaitable[Ledger]]


class Courier:
    """Says what is in hand. What is for one conversation is said in order, and nobody waits for another group."""

    def __init__(
        self,
        store: Store,
        ledger: Look,
        paper: Paper,
        files: Files,
        *,
        meter: Meter = SILENT,
        at: Callable[[str], None] = lambda _: None,
    ) -> None:
        """`ledger` gives a group's working copy as it is now; `at` is told each step that is reached, one of POINTS."""
        self._store = store
        self._outbox = store.outbox
        self._ledger = ledger
        self._paper = paper
        self._files = files
        self._meter = meter
        self._at = at
        self._lanes = Lanes()
        self._tasks: set[asyncio.Task[None]] = set()
        self._unfinished: list[Ending] = []
        self._stopping = False

    @property
    def in_hand(self) -> int:
        """Give how many events' worth is being said just now."""
        return len(self._tasks)

    def begin(self, rows: Sequence[Claimed], platform: Platform, now: datetime | None = None) -> asyncio.Task[None]:
        """Begin to say these rows of one group, one after the other; what was begun before comes first."""
        turns = [self._lanes.queue(row) for row in rows]
        task = asyncio.get_running_loop().create_task(self._say_all(rows, turns, platform, now))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def flush(self) -> None:
        """Put down what is done and was not put down yet."""
        if self._unfinished:
            await self._finish()

    async def over(self) -> None:
        """Return when all that was begun is over and put down."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.flush()

    async def rest(self) -> None:
        """Finish what is being said, give back what was not begun, and begin nothing more."""
        self._stopping = True
        await self.over()
        self._stopping = False

    async def _say_all(
        self, rows: Sequence[Claimed], turns: Sequence[Lanes.Turn], platform: Platform, now: datetime | None
    ) -> None:
        for row, turn in zip(rows, turns, strict=True):
            try:
                await turn.come()
                await self._take(row, platform, now or datetime.now(UTC))
            except Exception as error:
                # What is in hand and not put down comes into another's hand when its lease has ended.
                failed(_log, "unsaid", error, group=row.group, message=row.what.cause)
            finally:
                turn.leave()

    async def _take(self, row: Claimed, platform: Platform, now: datetime) -> None:
        """Say a row unless it is to wait, and put down what came of it."""
        self._at("taken")
        wait = self._lanes.closed(row)
        if self._stopping or wait > 0 or time.monotonic() >= row.deadline:
            await self._outbox.give_back((row,), timedelta(seconds=max(wait, 0)))
            return
        what = row.what
        if what.expires_at is not None and now >= what.expires_at:
            await self._end(Ending(row, State.SKIPPED, error="too late"), "skipped", platform, now)
            return
        try:
            saying = load(what.payload)
        except ValueError:
            await self._end(Ending(row, State.DEAD, error="unreadable"), "refused", platform, now)
            return
        try:
            await self._say(row, saying, platform, now)
        except NotSaid as error:
            if _is_hopeless(row):
                await self._give_up(row, saying, platform, now, _why(error))
                return
            doubtful, fetched = row.tried_since is not None, what.verb is Verb.FETCH
            await self._try_later(row, platform, now, _why(error), error.after, doubtful=doubtful, all_wait=not fetched)
        except CannotSay as error:
            await self._give_up(row, saying, platform, now, _why(error))
        except Exception as error:
            if not isinstance(error, PerhapsSaid | TimeoutError):
                failed(_log, "unsaid", error, group=row.group, message=what.cause)
            if _is_hopeless(row):
                await self._give_up(row, saying, platform, now, _why(error))
                return
            left = max(0.0, row.deadline - time.monotonic()) + self._outbox.lease.total_seconds() / 4
            await self._try_later(row, platform, now, _why(error), left, doubtful=True, all_wait=False)

    async def _say(self, row: Claimed, saying: Saying, platform: Platform, now: datetime) -> None:
        """Say it and put it down as said; raises a DeliveryError, or anything when nobody knows what came of it."""
        what = row.what
        if what.verb in (Verb.SEND, Verb.TELL) and row.tried_since is not None:
            self._at("look")
            found = await self._look_for(row, row.tried_since, saying, platform, now)
            if found:
                return
        do = await self._prepared(row, saying, platform, now)
        if do is None:
            await self._end(Ending(row, State.SKIPPED, error="no longer true"), "skipped", platform, now)
            return
        self._at("say")
        # Nothing may come between this look at the clock and the platform: another may have it in hand afterwards.
        if time.monotonic() >= row.deadline:
            return
        async with asyncio.timeout_at(row.deadline):
            id = await do()
        self._at("said")
        await self._end(Ending(row, State.SENT, external_id=id), "said", platform, now)

    async def _look_for(self, row: Claimed, since: datetime, saying: Saying, platform: Platform, now: datetime) -> bool:
        """Look whether it was said already, and put that down; false when it is to be said.

        Where that cannot be seen a reminder is said again, since it is said before its time is over; about minutes
        somebody is asked, and a reply is left as it is.
        """
        what = row.what
        conversation = what.recipient if what.verb is Verb.SEND else None
        if isinstance(saying, Line) and saying.here:
            conversation = saying.beside
        account = what.recipient if what.verb is Verb.TELL else None
        try:
            async with asyncio.timeout_at(row.deadline):
                found = await platform.find(
                    what.key,
                    conversation=conversation,
                    account=account,
                    since=since - BEFORE_IT,
                    thread=saying.under if isinstance(saying, Line) else None,
                )
        except CannotTell as error:
            if what.kind is Kind.REMINDER:
                return what.expires_at is None and await self._end(
                    Ending(row, State.SKIPPED, error=_why(error)), "skipped", platform, now
                )
            record = (await self._ledger(row.group)).record
            follow = asking(row, record) if what.kind is Kind.MINUTES else ()
            return await self._end(Ending(row, State.UNKNOWN, None, _why(error), follow), "unknown", platform, now)
        except NotSaid:
            raise
        except Exception as error:
            raise NotSaid(_why(error)) from error
        if found is None:
            return False
        return await self._end(Ending(row, State.SENT, external_id=found), "said", platform, now)

    async def _prepared(
        self, row: Claimed, saying: Saying, platform: Platform, now: datetime
    ) -> Callable[[], Awaitable[str | None]] | None:
        """Make ready what is to be said; None when there is nothing to say any more. Raises NotSaid, CannotSay."""
        what = row.what
        try:
            match saying:
                case Reaction():
                    return _bound(react, platform, what, saying)
                case Line():
                    if saying.nowhere:
                        raise CannotSay("no account")
                    document, files = await self._worded(row.group, saying)
                    return _bound(utter, platform, what, saying, document, files)
                case Fetching():
                    if not await self._files.is_wanted(row.group, saying):
                        return None
                    return _bound(self._files.keep, row.group, saying, platform, now)
                case Reminding():
                    words = compose(saying.remind, (await self._ledger(row.group)).record, now)
                    return _bound(utter, platform, what, Line(), words, ()) if words is not None else None
        except CannotSay:
            raise
        except Exception as error:
            failed(_log, "unsaid", error, group=row.group, message=what.cause)
            raise NotSaid(_why(error)) from error

    async def _worded(self, group: str, line: Line) -> tuple[Document, tuple[File, ...]]:
        document = line.document
        files: tuple[File, ...] = ()
        if line.meeting is not None:
            await self._ledger(group)  # another desk may have published them: here they might still be a draft
        if line.meeting is not None and line.whole:
            document += await self._paper.words(group, line.meeting, line.revision)
        if line.meeting is not None and line.files:
            files = await self._paper.files(group, line.meeting, line.revision)
        return document, files

    async def _try_later(
        self, row: Claimed, platform: Platform, now: datetime, why: str, after: float | None, *,
        doubtful: bool, all_wait: bool = True,
    ) -> None:  # fmt: skip
        """Put it down to be tried again: after so many seconds, else after longer each time."""
        if row.attempts >= MOST_TRIES and row.what.kind is not Kind.MINUTES:
            await self._end(Ending(row, State.DEAD, error=why), "refused", platform, now)
            return
        self._meter.posted(platform.name, "again")
        by_itself = min(AT_MOST, AT_LEAST * 2 ** min(row.attempts, 16)) * self._outbox.lease.total_seconds()
        wait = after if after is not None else by_itself
        if after is not None and all_wait:
            self._meter.held_back(platform.name)
            self._lanes.close_platform(platform.name, wait)
            await self._outbox.rest(platform.name, timedelta(seconds=wait))
        self._lanes.close(row, wait)
        await self._outbox.postpone(row, timedelta(seconds=wait), why, doubtful=doubtful)

    async def _give_up(self, row: Claimed, saying: Saying, platform: Platform, now: datetime, why: str) -> None:
        """Put it down as impossible; where somebody could not be reached, a line without content says so."""
        follow: tuple[Outgoing, ...] = ()
        if row.what.verb is Verb.TELL and row.what.kind is Kind.REPLY and isinstance(saying, Line):
            line = undelivered(row.what, saying, row.group, (await self._ledger(row.group)).record, now)
            follow = (line,) if line is not None else ()
        if isinstance(saying, Fetching):
            follow = stays_a_link(row.what, saying, (await self._ledger(row.group)).record)
        if row.what.kind is Kind.MINUTES:
            follow = asking(row, (await self._ledger(row.group)).record, refused=True)
        state = State.UNKNOWN if row.what.kind is Kind.MINUTES else State.DEAD
        _log.warning("unsaid: group %s, message %s: %s", row.group, row.what.cause, why)
        await self._end(Ending(row, state, None, why, follow), "refused", platform, now)

    async def _end(self, ending: Ending, outcome: Posted, platform: Platform, now: datetime) -> bool:
        """Put down how it ended, say what follows, and give True."""
        self._meter.posted(platform.name, outcome)
        self._lanes.open(ending.row)
        self._unfinished.append(ending)
        done = ending.row.what.verb is Verb.REACT and ending.state is State.SENT
        if done and len(self._unfinished) < MOST_UNFINISHED:
            return True
        following = await self._finish()
        self._at("ended")
        for row in following:
            await self._take(row, platform, now)
        return True

    async def _finish(self) -> tuple[Claimed, ...]:
        endings, self._unfinished = self._unfinished, []
        try:
            return await self._outbox.finish(endings)
        except StorageError as error:
            # It is tried once more with the next; if that does not come, it is looked for when the lease has ended.
            failed(_log, "not put down", error)
            self._unfinished = [*(replace(ending) for ending in endings), *self._unfinished][-MOST_UNFINISHED * 4 :]
            return ()


def _bound(do: Callable[..., Awaitable[str | None]], *told: object) -> Callable[[], Awaitable[str | None]]:
    return lambda: do(*told)


def _is_hopeless(row: Claimed) -> bool:
    return row.what.verb is Verb.FETCH and row.attempts >= MOST_FETCHES


def _why(error: BaseException) -> str:
    """Give a delivery's own reason, which never quotes what was to be said; of another error its kind only."""
    known = isinstance(error, NotSaid | CannotSay | PerhapsSaid | CannotTell)
    return f"{type(error).__name__}: {error}"[:200] if known else type(error).__name__
