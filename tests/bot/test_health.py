"""How the program says that it is: alive, ready or what is wrong, and figures for those who may see them."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest
from aiohttp import ClientSession, web

from bot import health
from bot.health import Health, Outbox, Probe
from bot.metrics import Figures
from bot.platform import Platform
from bot.serve import application
from meetings.language import Language
from storage.probe import Standing

TOKEN = "siffrornas hemlighet"


class Wicket:
    """A door with nothing behind it, which may be in trouble."""

    def __init__(self, name: str, trouble: str | None = None) -> None:
        self.name = name
        self._trouble = trouble

    async def open(self) -> None: ...

    def routes(self) -> Iterable[web.RouteDef]:
        return ()

    def platform(self, name: str) -> Platform | None:
        return None

    def greeting(self, language: Language) -> str:
        return self.name

    def trouble(self) -> str | None:
        return self._trouble

    async def rest(self) -> None: ...

    async def close(self) -> None: ...


async def at_head() -> Standing:
    return Standing(at_head=True, paused=False)


async def at_another() -> Standing:
    return Standing(at_head=False, paused=False)


async def put_back() -> Standing:
    return Standing(at_head=True, paused=True)


async def gone() -> Standing:
    raise OSError("postgresql://mysam:hemligt@db is gone")


async def silent() -> Standing:
    await asyncio.Event().wait()
    return await at_head()


async def waiting() -> tuple[Mapping[str, int], float | None]:
    return {"pending": 3, "unknown": 1}, 12.5


async def unreachable() -> tuple[Mapping[str, int], float | None]:
    raise OSError("gone")


def ask(health: Health, path: str, **headers: str) -> tuple[int, Any]:
    """Serve it, and give the status and what was answered."""

    async def play() -> tuple[int, Any]:
        runner = web.AppRunner(application([health.routes()]))
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        try:
            async with (
                ClientSession() as session,
                session.get(f"http://{host}:{port}{path}", headers=headers) as answer,
            ):
                return answer.status, await (answer.json() if path == "/readyz" else answer.text())
        finally:
            await runner.cleanup()

    return asyncio.run(play())


def made(
    *doors: Wicket,
    probe: Probe = at_head,
    outbox: Outbox = waiting,
    ticked: bool = True,
    token: str | None = None,
) -> tuple[Health, Figures]:
    figures = Figures("sqlite")
    if ticked:
        figures.ticked(0.01)
    return Health(doors or (Wicket("webchat"),), figures, probe, outbox, lambda: 7, token), figures


def test_a_program_that_works_is_ready() -> None:
    checks = {"database": "ok", "migrations": "ok", "worker": "ok", "webchat": "ok"}
    assert ask(made()[0], "/readyz") == (200, {"ready": True, "paused": False, "checks": checks})


@pytest.mark.parametrize(
    ("how", "part", "told"),
    [
        (lambda: made(probe=at_another), "migrations", "another version"),
        (lambda: made(probe=gone), "database", "OSError"),
        (lambda: made(ticked=False), "worker", "has not begun"),
        (lambda: made(Wicket("webchat"), Wicket("slack", "is not connected")), "slack", "is not connected"),
    ],
    ids=["tables", "database", "worker", "door"],
)
def test_what_is_wrong_is_named_without_secrets(
    how: Callable[[], tuple[Health, Figures]], part: str, told: str
) -> None:
    health, _ = how()
    status, body = ask(health, "/readyz")
    assert status == 503
    assert not body["ready"]
    assert told in body["checks"][part]
    assert [name for name, trouble in body["checks"].items() if trouble != "ok"] == [part]
    assert "hemligt" not in str(body)
    assert ask(health, "/healthz") == (200, "ok\n")


def test_a_database_that_does_not_answer_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "PATIENCE", 0.01)
    asked = 0

    async def counted() -> Standing:
        nonlocal asked
        asked += 1
        return await silent()

    slow, _ = made(probe=counted)

    async def play() -> None:
        for _ in range(3):
            assert "has not answered" in ((await slow.checks())["database"] or "")

    asyncio.run(play())
    assert asked == 1


def test_a_worker_that_stands_still_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "STILL", -1.0)
    assert "has stood still" in ask(made()[0], "/readyz")[1]["checks"]["worker"]


def test_a_program_that_is_stopping_is_not_ready() -> None:
    stopping, _ = made()
    stopping.stopping = True
    assert ask(stopping, "/readyz")[0] == 503


def test_the_figures_tell_of_events_posts_and_rows() -> None:
    told, figures = made(Wicket("webchat"), Wicket("slack", "is not connected"))
    figures.heard("slack:T0123", "captured", 0.004)
    figures.heard("slack:T0456", "chatter", 0.001)
    figures.posted("slack:T0123", "said")
    figures.posted("slack:T0123", "unknown")
    figures.held_back("slack:T0123")
    figures.transacted("write", 0.002)
    status, text = ask(told, "/metrics")
    assert status == 200
    for line in (
        'mysam_events_total{outcome="captured",platform="slack"} 1.0',
        'mysam_events_total{outcome="chatter",platform="slack"} 1.0',
        'mysam_turn_seconds_bucket{le="0.005",platform="slack"} 2.0',
        'mysam_posts_total{outcome="unknown",platform="slack"} 1.0',
        'mysam_rate_limited_total{platform="slack"} 1.0',
        'mysam_outbox_rows{state="pending"} 3.0',
        "mysam_outbox_oldest_seconds 12.5",
        "mysam_worker_lag_seconds 0.01",
        'mysam_database_seconds_count{kind="write"} 1.0',
        "mysam_groups_in_memory 7.0",
        'mysam_door_up{door="slack"} 0.0',
        'mysam_door_up{door="webchat"} 1.0',
    ):
        assert line in text.splitlines()
    assert "mysam_build_info{" in text
    assert "T0123" not in text


def test_a_state_that_has_no_rows_left_is_not_told_of_as_before() -> None:
    rows = iter([({"pending": 3}, 1.0), ({}, None)])

    async def fewer() -> tuple[Mapping[str, int], float | None]:
        return next(rows)

    told, _ = made(outbox=fewer)
    assert 'mysam_outbox_rows{state="pending"} 3.0' in ask(told, "/metrics")[1]
    text = ask(told, "/metrics")[1]
    assert 'mysam_outbox_rows{state="pending"}' not in text
    assert "mysam_outbox_oldest_seconds 0.0" in text


def test_a_database_that_was_put_back_is_ready_and_said_to_wait() -> None:
    told, _ = made(probe=put_back)
    status, body = ask(told, "/readyz")
    assert (status, body["paused"]) == (200, True)
    assert "mysam_paused 1.0" in ask(told, "/metrics")[1]


def test_figures_come_also_when_the_database_does_not_answer() -> None:
    status, text = ask(made(outbox=unreachable)[0], "/metrics")
    assert status == 200
    assert "mysam_worker_lag_seconds" in text


@pytest.mark.parametrize(
    ("token", "headers", "status"),
    [
        (None, {}, 200),
        (None, {"X-Forwarded-For": "192.0.2.7"}, 403),
        (None, {"Host": "evil.example"}, 403),
        (TOKEN, {}, 403),
        (TOKEN, {"Authorization": "Bearer fel"}, 403),
        (TOKEN, {"Authorization": f"Bearer {TOKEN}"}, 200),
    ],
    ids=["this machine", "through a proxy", "by another name", "no token", "a wrong token", "the token"],
)
def test_figures_are_for_this_machine_or_those_with_the_token(
    token: str | None, headers: dict[str, str], status: int
) -> None:
    assert ask(made(token=token)[0], "/metrics", **headers)[0] == status
