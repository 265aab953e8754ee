"""Through Slack's door, beside a bare bolt bot in the same run: CPU per event, and how soon people are answered."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from itertools import count, cycle, islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.parse import urlencode

from aiohttp import ClientSession
from aiohttp.test_utils import TestServer
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bench.speed import Figure
from bench.talk import BEGINNING, CAPTURED, CHATTER, LEAD, PEOPLE, group
from bot.config import Settings
from bot.net import client_session
from bot.slack.door import EVENTS_PATH
from bot.slack.workspaces import Line
from handlers.groups.founding import found
from meetings.facts import Fact, GroupFounded, PersonRegistered
from tests.bot.slack.fake_slack import BOT, TEAM
from tests.bot.slack.live_slack import SECRET, LiveSlack, Program, running
from tests.bot.slack.payloads import Payload, command, delivered, message

EVENTS, ITEMS, GROUPS = 600, 200, 20
EVERY = 0.01
"""Seconds between two commands."""
SECONDS = 4.0
AT_ONCE = 16
CHANNEL, ANOTHER = "C000000", "C000001"
"""In the first one a meeting goes on."""
ACCOUNTS = {name: f"U0{number:06}" for number, name in enumerate(PEOPLE)}


def slack(folder: Path) -> tuple[Figure, ...]:
    """Measure the program and a bare bolt bot against the same Web API, which is a process of its own."""
    folder.mkdir(exist_ok=True)
    with _web_api() as (address, slack):
        return asyncio.run(_measured(folder, address, slack))


async def _measured(folder: Path, address: str, slack: Connection) -> tuple[Figure, ...]:
    fake = LiveSlack(people={account: name for name, account in ACCOUNTS.items()})
    fake.address = address
    async with _bare(address) as bare, running(fake, folder, "http") as program:
        ours = f"{program.address}{EVENTS_PATH}"
        stamps = _Stamps()
        for number in range(GROUPS + 1):
            await _meeting(program, slack, stamps, number)

        async def both(said: Sequence[str], number: int, bot: str, channel: str = CHANNEL) -> tuple[float, float]:
            """Give the CPU seconds of the program and of a bare bot, of a second run over each."""
            found = []
            for url in (ours, bot, ours, bot):
                events = _events(stamps, said, number, channel)
                found.append(await _cpu(slack, url, events, program))
            return found[2], found[3]

        meeting = await both(CHATTER, EVENTS, bare.ears)
        between = await both(CHATTER, EVENTS, bare.ears, ANOTHER)
        captured = await both(CAPTURED, ITEMS, bare.hands)
        await program.settled()
        calm = await _waits(slack, bare.ears, [])
        waits = await _waits(slack, ours, _publishing(stamps))
        await program.settled()
    return (
        _ratio("CPU per chatter event, no meeting", between, "1.25"),
        _ratio("CPU per chatter event, open meeting", meeting, "1.25"),
        _ratio("CPU per captured item", captured, "3"),
        Figure(f"Slack: /minutes while {GROUPS} publish, p99", waits, "ms", "300", f"bare bolt, idle {calm:.1f} ms"),
    )


def _ratio(what: str, both: tuple[float, float], aim: str) -> Figure:
    ours, bare = both
    return Figure(f"Slack: {what}", ours / bare, "x", aim, f"{ours * 1e3:.3f} ms, bare bolt {bare * 1e3:.3f} ms")


class _Stamps:
    """Gives the stamps of messages, each a second later."""

    def __init__(self) -> None:
        self._seconds = count(int(BEGINNING.timestamp()))

    def next(self) -> str:
        """Give the next one."""
        return f"{next(self._seconds)}.000001"


@dataclass
class _Bolt:
    """Where bare bots listen: one that only hears, one that puts a sign on each message."""

    ears: str
    hands: str


@asynccontextmanager
async def _bare(address: str) -> AsyncIterator[_Bolt]:
    async with client_session(Settings()) as session, AsyncExitStack() as servers:
        line = Line(session, f"{address}api/")

        async def let_in() -> AuthorizeResult:
            return AuthorizeResult(enterprise_id=None, team_id=TEAM, bot_user_id=BOT, bot_token="xoxb-test")

        async def served(listener: Callable[..., Awaitable[None]]) -> str:
            bot = AsyncApp(
                client=line.client(None), signing_secret=SECRET, authorize=let_in, process_before_response=True
            )
            bot.event("message")(listener)
            bot.command("/minutes")(_acknowledge)
            app = bot.web_app(EVENTS_PATH)
            server = await servers.enter_async_context(TestServer(app))
            return str(server.make_url(EVENTS_PATH))

        yield _Bolt(await served(_nothing), await served(_react))


async def _nothing(event: Payload) -> None:
    return None


async def _react(event: Payload, client: AsyncWebClient) -> None:
    await client.reactions_add(channel=event["channel"], timestamp=event["ts"], name="white_check_mark")


async def _acknowledge(ack: Callable[[], Awaitable[object]]) -> None:
    await ack()


@contextmanager
def _web_api() -> Iterator[tuple[str, Connection]]:
    """Let Slack be a process, the tests' Web API and what delivers; gives its address, and how to ask it."""
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there,), daemon=True)
    process.start()
    try:
        yield here.recv(), here
    finally:
        here.send(None)
        process.join()


def _serve(asked: Connection) -> None:
    async def main() -> None:
        fake = _Slack(people={account: name for name, account in ACCOUNTS.items()})
        async with TestServer(fake.application()) as server, ClientSession() as session:
            fake.address = str(server.make_url("/"))
            asked.send(fake.address)
            while (wish := await asyncio.to_thread(asked.recv)) is not None:
                url, events, seconds = wish
                asked.send(await _deliver(session, url, events, seconds))

    asyncio.run(main())


class _Slack(LiveSlack):
    """A workspace in which every message stands that is asked for."""

    def _place(self, channel: str) -> list[Payload]:
        return self.said.setdefault(channel, [])

    def _find(self, channel: str, ts: str, error: str = "") -> Payload:
        there = (one for one in reversed(self._place(channel)) if one["ts"] == ts)
        return next(there, {"ts": ts})


async def _deliver(session: ClientSession, url: str, events: Sequence[Payload], seconds: float) -> list[float]:
    """Deliver events, some at a time; and commands for so long besides. Gives the commands' milliseconds."""
    room = asyncio.Semaphore(AT_ONCE)

    async def one(event: Payload) -> None:
        async with room:
            await _post(session, url, json.dumps(event), "application/json")

    delivering = asyncio.gather(*(one(event) for event in events))
    loop = asyncio.get_running_loop()
    due, asking, waits = loop.time(), [], []

    async def ask(at: float) -> None:
        body = command("hjälp", ACCOUNTS[PEOPLE[1]], CHANNEL)
        await _post(session, url, urlencode(body), "application/x-www-form-urlencoded")
        waits.append((loop.time() - at) * 1000)

    end = due + seconds
    while due < end:
        due += EVERY
        await asyncio.sleep(max(0.0, due - loop.time()))
        asking.append(asyncio.create_task(ask(due)))
    await delivering
    await asyncio.gather(*asking)
    return waits


async def _post(session: ClientSession, url: str, text: str, kind: str) -> None:
    now = str(int(time.time()))
    signature = hmac.new(SECRET.encode(), f"v0:{now}:{text}".encode(), hashlib.sha256).hexdigest()
    headers = {"Content-Type": kind, "X-Slack-Request-Timestamp": now, "X-Slack-Signature": f"v0={signature}"}
    async with session.post(url, data=text.encode(), headers=headers) as answer:
        if answer.status != 200:
            raise RuntimeError(f"{url}: {answer.status}")


def _events(stamps: _Stamps, texts: Sequence[str], number: int, channel: str) -> list[Payload]:
    """Give so many messages of the members, as they are delivered."""
    people = cycle(account for name, account in ACCOUNTS.items() if name != LEAD)
    return [_said(stamps, text, next(people), channel) for text in islice(cycle(texts), number)]


def _said(stamps: _Stamps, text: str, account: str, channel: str) -> Payload:
    return delivered(message(text, user=account, ts=stamps.next(), channel=channel))


async def _meeting(program: Program, slack: Connection, stamps: _Stamps, number: int) -> None:
    """Set up a group in a channel of its own and hold its meeting, the first one's up to its end."""
    channel, data = f"C{number:06}", group()
    data["group"]["name"] = f"Nätverk {number}"
    founding = found(data, BEGINNING)
    facts = tuple(_placed(fact, channel) for fact in founding.facts)
    await program.desk.found(founding.group_id, facts, f"slack:{TEAM}", (channel,))
    lead = ACCOUNTS[LEAD]
    events = [_said(stamps, f"<@{BOT}> starta mötet", lead, channel)]
    events += _events(stamps, CAPTURED, 2 * len(CAPTURED), channel)
    events += [_said(stamps, f"<@{BOT}> avsluta mötet", lead, channel)] if number else []
    for event in events:
        await _ask(slack, program.address + EVENTS_PATH, [event])
    await program.settled()


def _placed(fact: Fact, channel: str) -> Fact:
    match fact:
        case GroupFounded():
            return fact.model_copy(update={"settings": fact.settings.model_copy(update={"channel": channel})})
        case PersonRegistered():
            account = ACCOUNTS[fact.person.name]
            return fact.model_copy(update={"person": fact.person.model_copy(update={"account": account})})
    return fact


async def _cpu(slack: Connection, url: str, events: Sequence[Payload], program: Program) -> float:
    """Give the CPU seconds, of all threads, that an event takes with all that follows from it."""
    began = time.process_time()
    await _ask(slack, url, events)
    await program.settled()
    return (time.process_time() - began) / len(events)


async def _waits(slack: Connection, url: str, events: Sequence[Payload]) -> float:
    """Give the 99th percentile of the milliseconds until a command is acknowledged, from when it was due."""
    waits = sorted(await _ask(slack, url, events, SECONDS))
    return waits[int(len(waits) * 0.99)]


async def _ask(slack: Connection, url: str, events: Sequence[Payload], seconds: float = 0.0) -> list[float]:
    slack.send((url, events, seconds))
    waits: list[float] = await asyncio.to_thread(slack.recv)
    return waits


def _publishing(stamps: _Stamps) -> list[Payload]:
    """Let all groups but the first publish their minutes at once."""
    lead = ACCOUNTS[LEAD]
    return [_said(stamps, f"<@{BOT}> publicera", lead, f"C{number:06}") for number in range(1, GROUPS + 1)]
