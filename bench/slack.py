"""Through Slack's door, beside a bare bolt bot in the same run: CPU per event, and how soon people are answered."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from itertools import count, cycle, islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from aiohttp.test_utils import TestServer
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.web.async_client import AsyncWebClient

from bench.speed import Figure
from bench.talk import BEGINNING, CAPTURED, CHATTER, LEAD, PEOPLE, group
from bot.config import Settings
from bot.net import client_session
from bot.slack.workspaces import Line
from handlers.groups.founding import found
from meetings.facts import Fact, GroupFounded, PersonRegistered
from tests.bot.slack.fake_slack import BOT, TEAM
from tests.bot.slack.live_slack import LiveSlack, Program, running
from tests.bot.slack.payloads import Payload, command, delivered, message

EVENTS, ITEMS, GROUPS = 600, 200, 20
EVERY = 0.01
"""Seconds between two commands."""
ACCOUNTS = {name: f"U0{number:06}" for number, name in enumerate(PEOPLE)}

Answer = Callable[[Mapping[str, Any]], Awaitable[object]]
"""Takes an envelope of Socket Mode and returns when it is answered."""


def slack(folder: Path) -> tuple[Figure, ...]:
    """Measure the program and a bare bolt bot against the same Web API, which is a process of its own."""
    with _null() as address:
        return asyncio.run(_measured(folder, address))


async def _measured(folder: Path, address: str) -> tuple[Figure, ...]:
    fake = LiveSlack(people={account: name for name, account in ACCOUNTS.items()})
    fake.address = address
    async with _bare(address) as bare, running(fake, folder, "http") as program:
        ours = program.door._app.answer_envelope
        stamps = _Stamps()
        for number in range(GROUPS + 1):
            await _meeting(program, ours, stamps, number)
        idle = [await _cpu(bare.ears, _events(stamps, CHATTER, EVENTS)) for _ in range(2)][-1]
        heard = [await _cpu(ours, _events(stamps, CHATTER, EVENTS), program) for _ in range(2)][-1]
        reacting = await _cpu(bare.hands, _events(stamps, CAPTURED, ITEMS))
        captured = await _cpu(ours, _events(stamps, CAPTURED, ITEMS), program)
        calm = await _waits(bare.ears, asyncio.sleep(1.0))
        waits = await _waits(ours, _publish(program, ours, stamps))
    return (
        Figure("Slack: CPU per chatter event", heard / idle, "x", "1.25", f"bare bolt {idle * 1e3:.3f} ms"),
        Figure("Slack: CPU per captured item", captured / reacting, "x", "3", f"bare bolt {reacting * 1e3:.3f} ms"),
        Figure(f"Slack: /minutes, p99, {GROUPS} publish", waits, "ms", "300", f"bare bolt, idle {calm:.1f} ms"),
    )


class _Stamps:
    """Gives the stamps of messages, each a second later."""

    def __init__(self) -> None:
        self._seconds = count(int(BEGINNING.timestamp()))

    def next(self) -> str:
        """Give the next one."""
        return f"{next(self._seconds)}.000001"


@dataclass
class _Bolt:
    """Bare bots: one that only hears, one that puts a sign on each message."""

    ears: Answer
    hands: Answer


@asynccontextmanager
async def _bare(address: str) -> AsyncIterator[_Bolt]:
    async with client_session(Settings()) as session:
        line = Line(session, f"{address}api/")

        async def let_in() -> AuthorizeResult:
            return AuthorizeResult(enterprise_id=None, team_id=TEAM, bot_user_id=BOT, bot_token="xoxb-test")

        def app(listener: Callable[..., Awaitable[None]]) -> Answer:
            made = AsyncApp(client=line.client(None), signing_secret="", authorize=let_in, process_before_response=True)
            made.event("message")(listener)
            made.command("/minutes")(_acknowledge)

            async def answer(envelope: Mapping[str, Any]) -> object:
                return await made.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=dict(envelope["payload"])))

            return answer

        yield _Bolt(app(_nothing), app(_react))


async def _nothing(event: Payload) -> None:
    return None


async def _react(event: Payload, client: AsyncWebClient) -> None:
    await client.reactions_add(channel=event["channel"], timestamp=event["ts"], name="white_check_mark")


async def _acknowledge(ack: Callable[[], Awaitable[object]]) -> None:
    await ack()


@contextmanager
def _null() -> Iterator[str]:
    """Let the Web API of the tests run as a process; gives its address."""
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there,), daemon=True)
    process.start()
    try:
        yield here.recv()
    finally:
        here.send(None)
        process.join()


def _serve(asked: Connection) -> None:
    async def main() -> None:
        fake = LiveSlack(people={account: name for name, account in ACCOUNTS.items()})
        fake.said |= {f"C{number:06}": [] for number in range(GROUPS + 1)}
        async with TestServer(fake.application()) as server:
            fake.address = str(server.make_url("/"))
            asked.send(fake.address)
            await asyncio.to_thread(asked.recv)

    asyncio.run(main())


def _events(stamps: _Stamps, texts: Sequence[str], number: int, channel: str = "C000000") -> list[Payload]:
    """Give so many messages of the members, as they are delivered."""
    people = cycle(account for name, account in ACCOUNTS.items() if name != LEAD)
    return [_said(stamps, text, next(people), channel) for text in islice(cycle(texts), number)]


def _said(stamps: _Stamps, text: str, account: str, channel: str) -> Payload:
    return {"payload": delivered(message(text, user=account, ts=stamps.next(), channel=channel))}


async def _meeting(program: Program, answer: Answer, stamps: _Stamps, number: int) -> None:
    """Set up a group in a channel of its own and hold its meeting, the first one's up to its end."""
    channel, data = f"C{number:06}", group()
    data["group"]["name"] = f"Nätverk {number}"
    founding = found(data, BEGINNING)
    facts = tuple(_placed(fact, channel) for fact in founding.facts)
    await program.desk.found(founding.group_id, facts, f"slack:{TEAM}", (channel,))
    lead = ACCOUNTS[LEAD]
    await answer(_said(stamps, f"<@{BOT}> starta mötet", lead, channel))
    for event in _events(stamps, CAPTURED, 2 * len(CAPTURED), channel):
        await answer(event)
    if number:
        await answer(_said(stamps, f"<@{BOT}> avsluta mötet", lead, channel))
    await program.settled()


def _placed(fact: Fact, channel: str) -> Fact:
    match fact:
        case GroupFounded():
            return fact.model_copy(update={"settings": fact.settings.model_copy(update={"channel": channel})})
        case PersonRegistered():
            account = ACCOUNTS[fact.person.name]
            return fact.model_copy(update={"person": fact.person.model_copy(update={"account": account})})
    return fact


async def _cpu(answer: Answer, events: Sequence[Payload], program: Program | None = None) -> float:
    """Give the CPU seconds, of all threads, that an event takes with all that follows from it."""
    began = time.process_time()
    for event in events:
        await answer(event)
    if program is not None:
        await program.settled()
    return (time.process_time() - began) / len(events)


async def _waits(answer: Answer, during: Awaitable[None]) -> float:
    """Give the 99th percentile of the milliseconds until a command is acknowledged, from when it was due."""
    working = asyncio.ensure_future(during)
    waits: list[asyncio.Task[float]] = []
    loop = asyncio.get_running_loop()
    due = loop.time()

    async def ask(at: float) -> float:
        body = command("hjälp", ACCOUNTS[PEOPLE[1]], "C000000")
        await answer({"payload": body})
        return (loop.time() - at) * 1000

    while not working.done():
        due += EVERY
        await asyncio.sleep(max(0.0, due - loop.time()))
        waits.append(asyncio.create_task(ask(due)))
    await working
    return sorted(await asyncio.gather(*waits))[int(len(waits) * 0.99)]


async def _publish(program: Program, answer: Answer, stamps: _Stamps) -> None:
    """Let all groups but the first publish their minutes at once."""
    lead = ACCOUNTS[LEAD]
    said = (_said(stamps, f"<@{BOT}> publicera", lead, f"C{number:06}") for number in range(1, GROUPS + 1))
    await asyncio.gather(*(answer(one) for one in said))
    await program.settled()
