"""What there is to say is said once, however saying it fails: looked for, tried again, given up, or asked about."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.courier import POINTS
from bot.desk import Desk
from bot.platform import Author, CannotSay, NotSaid, PerhapsSaid, Written
from bot.unknown import reference
from bot.worker import CROWD, Worker, by_name
from handlers.groups.founding import found
from storage.outgoing import Entry, State
from tests.bot.channel import CASES, CHANNEL, FOUNDED, LEAD, MALIN, SVEN, Channel, group
from tests.bot.chats import FailingChat
from tests.storage.test_outbox import let_leases_end

AFTERWARDS = datetime(2026, 9, 15, 14, 5, tzinfo=UTC)


class Posting:
    """The standard group's channel on a chat that may fail, and a worker beside it."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self.chat = FailingChat()
        self.worker = Worker(channel.desk, channel.store, by_name([self.chat]), lambda: AFTERWARDS)

    def hold_meeting(self) -> None:
        """Hold the meeting with one note, on a chat where all goes well."""
        self.channel.open()
        self.channel.say(MALIN, CASES, "13:02")
        self.channel.close()

    def say(self, who: str, text: str, at: str | None = None, *, desk: Desk | None = None) -> Written:
        """Write in the channel, and let the failing chat carry what is answered."""
        return self._hear(who, text, at, CHANNEL, desk, private=False)

    def privately(self, who: str, text: str, at: str | None = None, *, desk: Desk | None = None) -> Written:
        """Write to the bot alone, and let the failing chat carry what is answered."""
        return self._hear(who, text, at, f"DM {who}", desk, private=True)

    def work(self, *, later: bool = True) -> None:
        """Let leases end, and the worker look once."""
        if later:
            let_leases_end(self.channel.url)
        self.channel.wait(self.worker.round())
        self.channel.wait(self.worker.settled())

    def rows(self, *states: State) -> list[Entry]:
        """Give the rows of the outbox in these states, but for what other chats said."""
        self.channel.wait(self.channel.desk.courier.flush())
        entries = self.channel.wait(self.channel.store.outbox.entries(*states))
        return [entry for entry in entries if f"{self.channel.group}/k" not in entry.key]

    def _hear(self, who: str, text: str, at: str | None, place: str, desk: Desk | None, *, private: bool) -> Written:
        moment = self.channel._moment(at)
        event = Written(place, Author(who, who), f"x{moment.timestamp():.0f}", moment, text, private)
        self.channel.wait((desk or self.channel.desk).hear(event, self.chat))
        return event


@pytest.fixture
def posting(channel: Channel) -> Posting:
    channel.say(SVEN, "Hej!", "2026-09-07 10:00")  # it introduces itself
    return Posting(channel)


def once(error: Exception, where: str | None = None) -> Callable[[str], None]:
    """Fail the first time, or the first time something is said there."""
    left = [error]

    def fail(at: str) -> None:
        if left and where in (None, at):
            raise left.pop()

    return fail


def always(error: Exception, where: str | None = None) -> Callable[[str], None]:
    def fail(at: str) -> None:
        if where in (None, at):
            raise error

    return fail


# -------------------------------------------------------------------------------------------- all goes well


def test_what_is_said_is_put_down_as_sent_with_the_platforms_id(posting: Posting) -> None:
    posting.privately(MALIN, "dagordning", "2026-09-08 10:00")
    (row,) = posting.rows()
    assert (row.state, row.external_id, row.attempts) == ("sent", "n0", 1)
    assert posting.chat.looked == []


def test_an_emoji_is_put_down_later_with_others(posting: Posting) -> None:
    posting.say(MALIN, "punkt: Ny blankett", "2026-09-08 10:00")
    (row,) = posting.rows()
    assert (row.verb, row.state) == ("react", "sent")


def test_the_steps_of_saying_something_are_told_by_name(channel: Channel, posting: Posting) -> None:
    steps: list[str] = []
    desk = Desk(channel.store, at=steps.append)
    posting.privately(MALIN, "dagordning", "2026-09-08 10:00", desk=desk)
    assert steps == ["taken", "say", "said", "ended"]
    assert set(steps) < set(POINTS)


def test_a_desk_that_does_not_wait_returns_when_it_is_kept(channel: Channel, posting: Posting) -> None:
    desk = Desk(channel.store, waits=False)
    at = datetime(2026, 9, 8, 8, 0, tzinfo=UTC)
    event = Written(f"DM {MALIN}", Author(MALIN, MALIN), "x1", at, "dagordning", private=True)

    async def hear() -> None:
        await desk.hear(event, posting.chat)
        assert posting.chat.said == []
        assert [row.state for row in await channel.store.outbox.entries(State.SENDING)] == ["sending"]
        await desk.courier.over()

    channel.wait(hear())
    assert len(posting.chat.said) == 1
    assert [row.state for row in posting.rows()] == ["sent"]


def test_what_was_not_begun_when_the_program_ends_is_said_by_the_next(channel: Channel, posting: Posting) -> None:
    desk = Desk(channel.store, waits=False)
    at = datetime(2026, 9, 8, 8, 0, tzinfo=UTC)
    event = Written(f"DM {MALIN}", Author(MALIN, MALIN), "x1", at, "dagordning", private=True)

    async def hear_and_end() -> None:
        await desk.hear(event, posting.chat)
        await desk.rest()

    channel.wait(hear_and_end())
    assert posting.chat.said == []
    assert [(row.state, row.attempts) for row in posting.rows()] == [("pending", 0)]
    posting.work(later=False)
    assert len(posting.chat.said) == 1
    assert posting.chat.looked == []


def test_what_is_for_one_comes_in_order_and_nobody_waits_for_another(channel: Channel, posting: Posting) -> None:
    desk = Desk(channel.store, waits=False)
    at = datetime(2026, 9, 8, 8, 0, tzinfo=UTC)
    gate = asyncio.Event()

    class Slow(FailingChat):
        async def tell_privately(self, account: str, *told: Any, **more: Any) -> str | None:
            if account == MALIN and not gate.is_set():
                await gate.wait()
            return await super().tell_privately(account, *told, **more)

    chat = Slow()

    async def hear(number: int, who: str, text: str) -> None:
        moment = at + timedelta(minutes=number)
        await desk.hear(Written(f"DM {who}", Author(who, who), f"x{number}", moment, text, private=True), chat)

    async def all_of_it() -> None:
        await hear(1, MALIN, "dagordning")
        await hear(2, MALIN, "hjälp")
        await hear(3, SVEN, "dagordning")
        async with asyncio.timeout(10):
            while not chat.said:
                await asyncio.sleep(0)
        assert [one.where for one in chat.said] == [SVEN]
        gate.set()
        await desk.courier.over()

    channel.wait(all_of_it())
    assert [one.where for one in chat.said] == [SVEN, MALIN, MALIN]
    assert "Ungdomsprojektet" in chat.texts(MALIN)[0]


# --------------------------------------------------------------------------------- lost answers, and dead programs


def test_an_answer_that_was_lost_is_looked_for_before_it_is_said_again(posting: Posting) -> None:
    posting.chat.after = once(PerhapsSaid("timeout"))
    posting.privately(MALIN, "dagordning", "2026-09-08 10:00")
    posting.work()
    assert len(posting.chat.said) == 1
    assert len(posting.chat.looked) == 1
    assert [(row.state, row.external_id) for row in posting.rows()] == [("sent", "n0")]


@pytest.mark.parametrize("error", [PerhapsSaid("reset"), ConnectionError("gone"), TimeoutError()], ids=str)
def test_what_did_not_arrive_is_said_again(posting: Posting, error: Exception) -> None:
    posting.chat.before = once(error)
    posting.privately(MALIN, "dagordning", "2026-09-08 10:00")
    assert posting.chat.said == []
    posting.work()
    assert len(posting.chat.said) == 1
    assert [row.state for row in posting.rows()] == ["sent"]


@pytest.mark.parametrize("point", ["taken", "say", "said"])
def test_what_a_dead_program_had_in_hand_is_said_by_another(channel: Channel, posting: Posting, point: str) -> None:
    class Killed(BaseException):
        pass

    def kill(at: str) -> None:
        if at == point:
            raise Killed

    with pytest.raises(Killed):
        posting.privately(MALIN, "dagordning", "2026-09-08 10:00", desk=Desk(channel.store, at=kill))
    posting.work()
    assert len(posting.chat.said) == 1
    assert [row.state for row in posting.rows()] == ["sent"]


def test_nothing_is_looked_for_before_its_lease_has_ended(posting: Posting) -> None:
    posting.chat.before = once(PerhapsSaid("reset"))
    posting.privately(MALIN, "dagordning", "2026-09-08 10:00")
    posting.work(later=False)
    assert posting.chat.said == []
    assert posting.chat.looked == []


def test_an_emoji_is_put_again_without_looking(posting: Posting) -> None:
    posting.chat.after = once(PerhapsSaid("timeout"))
    event = posting.say(MALIN, "punkt: Ny blankett", "2026-09-08 10:00")
    posting.work()
    assert posting.chat.reactions == [(event.id, "✅")]
    assert posting.chat.looked == []


def test_an_event_that_comes_again_says_nothing_twice(posting: Posting) -> None:
    event = posting.privately(MALIN, "dagordning", "2026-09-08 10:00")
    posting.channel.wait(posting.channel.desk.hear(event, posting.chat))
    posting.channel.wait(posting.channel.another_desk().hear(event, posting.chat))
    assert len(posting.chat.said) == 1


# ------------------------------------------------------------------------------------------- refused, and limits


def test_a_platform_that_asks_to_wait_is_let_alone_until_then(posting: Posting) -> None:
    posting.chat.before = once(NotSaid("rate_limited", after=30))
    posting.privately(MALIN, "dagordning", "2026-09-08 10:00")
    posting.chat.before = always(AssertionError("not now"))
    posting.privately(SVEN, "dagordning", "2026-09-08 10:01")
    posting.work(later=False)
    assert {row.state for row in posting.rows()} == {"pending"}
    assert posting.chat.looked == []


def test_what_was_certainly_not_said_is_said_later_without_looking(posting: Posting) -> None:
    posting.chat.before = once(NotSaid("connection refused"))
    posting.privately(MALIN, "dagordning", "2026-09-08 10:00")
    posting.work()
    assert len(posting.chat.said) == 1
    assert posting.chat.looked == []


def test_what_comes_after_something_that_is_tried_again_waits_for_it(posting: Posting) -> None:
    posting.chat.before = once(NotSaid("connection refused"))
    posting.privately(MALIN, "dagordning", "2026-09-08 10:00")
    posting.privately(MALIN, "hjälp", "2026-09-08 10:01")
    posting.privately(SVEN, "hjälp", "2026-09-08 10:02")
    assert [one.where for one in posting.chat.said] == [SVEN]
    posting.work()
    posting.work()
    agenda, help_ = posting.chat.texts(MALIN)
    assert "Ungdomsprojektet" in agenda
    assert "Ungdomsprojektet" not in help_


def test_who_cannot_be_reached_is_named_where_it_came_up_and_nothing_of_it(posting: Posting) -> None:
    posting.chat.before = always(CannotSay("user_disabled"), LEAD)
    posting.say(MALIN, "det gäller 121212-1212", "2026-09-10 10:00")
    posting.say(SVEN, "det gäller 121212-1212", "2026-09-10 11:00")
    (line,) = posting.chat.texts(CHANNEL)
    assert line == f"Jag har något att säga {LEAD} men kunde inte lämna det privat."
    assert sorted(row.state for row in posting.rows()) == ["dead", "dead", "sent", "sent", "sent"]


def test_one_without_an_account_is_named_where_it_came_up(tmp_path: Path) -> None:
    data = group()
    data["members"][0]["account"] = False
    with Channel(tmp_path, data) as channel:
        posting = Posting(channel)
        event = posting.say(MALIN, "det gäller 121212-1212", "2026-09-10 10:01")
        assert [one.thread for one in posting.chat.said if one.where == CHANNEL] == [event.id]
        assert LEAD in posting.chat.texts(CHANNEL)[0]


def test_no_log_holds_what_could_not_be_said(posting: Posting, caplog: pytest.LogCaptureFixture) -> None:
    posting.chat.before = always(ValueError("Ungdomsprojektet"))
    with caplog.at_level(logging.DEBUG):
        posting.privately(MALIN, "dagordning", "2026-09-08 10:00")
    assert "unsaid" in caplog.text
    assert "Ungdomsprojektet" not in caplog.text
    assert "Ungdomsprojektet" not in str(posting.rows())


def test_what_was_to_be_said_of_a_message_that_is_blanked_is_never_said(posting: Posting) -> None:
    channel = posting.channel
    posting.chat.before = always(NotSaid("connection refused"))
    event = posting.say(MALIN, "@mötesbot punkt: Ny blankett", "2026-09-10 10:05")
    assert [row.state for row in posting.rows()] == ["pending"]
    channel._messages[event.id] = event
    channel.edit(event.id, "@mötesbot punkt: 121212-1212", "2026-09-10 10:06")
    posting.chat.before = lambda _: None
    posting.work()
    assert posting.chat.reactions == []
    assert "cancelled" in [row.state for row in posting.rows()]


# ----------------------------------------------------------------------------------------- minutes nobody knows of


def publish(posting: Posting) -> None:
    """Publish minutes to a chat that loses the answer and cannot be looked through."""
    posting.hold_meeting()
    posting.chat = FailingChat(tells=False)
    posting.worker = Worker(posting.channel.desk, posting.channel.store, by_name([posting.chat]), lambda: AFTERWARDS)
    posting.chat.before = once(PerhapsSaid("timeout"), CHANNEL)
    posting.privately(LEAD, "publicera", "16:00")
    posting.work()


def asked(posting: Posting) -> tuple[str, str]:
    """Give what the two buttons say."""
    (unknown,) = posting.rows(State.UNKNOWN)
    ref = reference(unknown.key)
    return f"utskick {ref} finns", f"utskick {ref} skicka nu"


def test_minutes_are_not_posted_blindly_but_asked_about(posting: Posting) -> None:
    publish(posting)
    assert not any("Ungdomsprojektet" in text for text in posting.chat.texts(CHANNEL))
    assert any("Jag vet inte om anteckningarna kom fram" in text for text in posting.chat.texts(LEAD))
    posting.work()
    assert len(posting.rows(State.UNKNOWN)) == 1


def test_minutes_are_posted_when_the_coordinator_says_so(posting: Posting) -> None:
    publish(posting)
    posting.privately(LEAD, asked(posting)[1], "16:10")
    posting.work()
    (words,) = [one for one in posting.chat.said if one.where == CHANNEL and "Ungdomsprojektet" in one.text]
    assert words.files
    assert posting.rows(State.UNKNOWN) == []


def test_minutes_that_are_there_are_left_alone(posting: Posting) -> None:
    publish(posting)
    there = asked(posting)[0]
    posting.privately(LEAD, there, "16:10")
    posting.privately(LEAD, there, "16:11")
    posting.work()
    assert not any("Ungdomsprojektet" in text for text in posting.chat.texts(CHANNEL))
    assert posting.rows(State.UNKNOWN) == []
    assert posting.chat.texts(LEAD)[-2:] == ["Bra, då är det klart.", "Det är redan avklarat."]


def test_only_who_leads_the_group_may_say_so(posting: Posting) -> None:
    publish(posting)
    posting.privately(MALIN, asked(posting)[1], "16:10")
    assert len(posting.rows(State.UNKNOWN)) == 1


def test_minutes_that_are_refused_are_said_to_be_and_can_be_posted_later(posting: Posting) -> None:
    posting.hold_meeting()
    posting.chat.before = always(CannotSay("not_in_channel"), CHANNEL)
    posting.privately(LEAD, "publicera", "16:00")
    assert any("Jag fick inte lägga anteckningarna" in text for text in posting.chat.texts(LEAD))
    posting.chat.before = lambda _: None
    posting.privately(LEAD, asked(posting)[1], "16:10")
    posting.work()
    assert any("Ungdomsprojektet" in text for text in posting.chat.texts(CHANNEL))


def test_late_minutes_are_those_that_were_published_then(posting: Posting) -> None:
    posting.hold_meeting()
    posting.chat.before = once(NotSaid("connection refused"), CHANNEL)
    posting.privately(LEAD, "publicera", "16:00")
    posting.privately(LEAD, 'rätta protokollet: "tolv" ska vara "tretton"', "16:10")
    assert len(posting.channel.revisions()) == 2
    posting.work()
    posting.work()
    first, second = [one.text for one in posting.chat.said if one.files]
    assert "tolv nya" in first
    assert "tretton" in second


# ----------------------------------------------------------------------------------------------------- the worker


def test_the_worker_says_what_another_program_left(channel: Channel, posting: Posting) -> None:
    posting.chat.before = always(NotSaid("no network"))
    posting.privately(MALIN, "dagordning", "2026-09-08 10:00")
    posting.chat.before = lambda _: None
    later = Worker(channel.another_desk(), channel.store, by_name([posting.chat]), lambda: AFTERWARDS)
    let_leases_end(channel.url)
    stop = asyncio.Event()

    async def run() -> None:
        working = asyncio.create_task(later.run(stop))
        async with asyncio.timeout(10):
            while not posting.chat.said:
                await asyncio.sleep(0)
        stop.set()
        await working

    channel.wait(run())
    assert [row.state for row in posting.rows()].count("sent") >= 1


def test_what_is_for_a_platform_that_is_not_reached_from_here_is_left_for_others(posting: Posting) -> None:
    posting.chat.before = always(NotSaid("no network"))
    posting.privately(MALIN, "dagordning", "2026-09-08 10:00")
    posting.worker = Worker(posting.channel.desk, posting.channel.store, lambda _: None, lambda: AFTERWARDS)
    posting.work()
    (row,) = posting.rows()
    assert (row.state, row.attempts) == ("pending", 1)


def test_what_falls_due_while_nobody_was_there_happens_at_the_next_start(channel: Channel) -> None:
    channel.open()
    chat = FailingChat()
    now = datetime(2026, 9, 15, 13, 1, tzinfo=UTC)
    worker = Worker(channel.another_desk(), channel.store, by_name([chat]), lambda: now)
    channel.wait(worker.begin())
    channel.wait(worker.round())
    channel.wait(worker.settled())
    assert any("slut" in text.casefold() for text in chat.texts(LEAD))
    said = len(chat.said)
    for _ in range(3):
        channel.wait(worker.round())
    assert len(chat.said) == said


def test_groups_are_looked_at_anew_when_the_rules_of_the_clocks_are_others(channel: Channel) -> None:
    store = channel.store
    channel.wait(store.upkeep.remember("tzdata", "1999.1"))
    far = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)
    worker = Worker(channel.desk, store, by_name([FailingChat()]), lambda: far)
    channel.wait(worker.round())
    assert channel.wait(store.wakes.claim(far + timedelta(minutes=2), 10)) == ()
    channel.wait(worker.begin())
    assert len(channel.wait(store.wakes.claim(far + timedelta(minutes=2), 10))) == 1


def test_reminders_of_many_groups_at_one_moment_are_spread(channel: Channel) -> None:
    others = [found(group(name=f"Mysam {number}", channel=f"#c{number}"), FOUNDED) for number in range(CROWD)]
    channel.wait(channel.desk.found_all(others, "replay"))
    clock = [datetime(2026, 9, 7, 7, 0, tzinfo=UTC)]
    chat = FailingChat()
    worker = Worker(channel.desk, channel.store, by_name([chat]), lambda: clock[0])
    for _ in range(400):
        channel.wait(worker.round())
        rows = channel.wait(channel.store.outbox.entries(State.PENDING))
        if rows:
            break
        clock[0] += timedelta(hours=1)
    assert {row.kind for row in rows} == {"reminder"}
    assert len({row.run_at for row in rows}) == len(rows) >= CROWD
    let_leases_end(channel.url)
    channel.wait(worker.round())
    channel.wait(worker.settled())
    assert len(chat.said) >= CROWD


# ------------------------------------------------------------------------------------------------------- memory


def test_groups_that_were_long_not_asked_for_are_let_go_of(channel: Channel) -> None:
    desk = Desk(channel.store, alone=True, most=2)
    for name in ("a", "b", "c"):
        channel.wait(channel.store.create_group(name, name, name, "replay"))
        channel.wait(desk.ledger(name))
    channel.wait(desk.ledger("b"))
    assert desk.in_memory == 2
    channel.wait(desk.ledger(channel.group))
    assert desk.in_memory == 2
    event = channel.event(channel.say(MALIN, "Hej!", "2026-09-08 10:00"))
    channel.wait(desk.hear(event, FailingChat()))
    assert desk.in_memory == 2
