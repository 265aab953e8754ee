"""`mysam run`: where it listens, what it says, how it is asked how it is, and how it ends."""

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, WSCloseCode, WSMsgType

from bot.__main__ import DONE, MISUSED, main
from bot.listening import find_port
from bot.serve import STOP_SECONDS
from bot.webchat.assets import Page

ROOT = Path(__file__).parents[2]
OURS = ("MYSAM_", "SLACK_", "DATABASE_URL", "PORT")
LEAD, GROUP = "Maj Lindhagen", "mysam-ekvik"


class Program:
    """The program in a process of its own, ready to be used."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        assert process.stdout is not None
        self.said = "".join(process.stdout.readline() for _ in range(3))
        found = re.search(r"http://127\.0\.0\.1:\d+", self.said)
        self.address = found[0] if found is not None else ""

    def get(self, path: str) -> tuple[int, str]:
        """Fetch something."""
        try:
            with urllib.request.urlopen(f"{self.address}{path}", timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()

    def stop(self) -> tuple[int, str]:
        """Tell it to stop; give its exit code, and what stood in its log."""
        self.process.send_signal(signal.SIGTERM)
        _, log = self.process.communicate(timeout=STOP_SECONDS + 10)
        return self.process.returncode, log


@contextmanager
def program(folder: Path, *arguments: str, **surroundings: str) -> Iterator[Program]:
    """Start it over a folder."""
    own = {
        key: value for key, value in os.environ.items() if not key.startswith(("MYSAM", "DATABASE", "SLACK", "PORT"))
    }
    command = [sys.executable, "-m", "bot", "run", "--data", str(folder), *arguments]
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, env={**own, **surroundings}, **pipes) as process:
        try:
            yield Program(process)
        finally:
            process.kill()


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in tuple(os.environ):
        if name.startswith(OURS):
            monkeypatch.delenv(name)


def test_another_address_is_refused_and_the_way_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["run", "--host", "0.0.0.0", "--data", str(tmp_path / "new")]) == MISUSED
    assert "Sätt MYSAM_ACCESS_SECRET" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_the_environment_names_the_address_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MYSAM_HOST", "0.0.0.0")
    assert main(["run", "--data", str(tmp_path / "new")]) == MISUSED
    assert "Sätt MYSAM_ACCESS_SECRET" in capsys.readouterr().err


def test_a_program_without_any_door_is_refused(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MYSAM_WEBCHAT", "0")
    assert main(["run", "--data", str(tmp_path / "new")]) == MISUSED
    assert "ingen dörr" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_an_address_that_is_not_ours_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["run", "--host", "127.0.0.1.nowhere.invalid", "--data", str(tmp_path)]) == MISUSED
    assert "127.0.0.1.nowhere.invalid" in capsys.readouterr().err


def test_a_port_that_is_taken_gives_way_to_a_free_one() -> None:
    with closing(find_port("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with closing(find_port("127.0.0.1", port)) as other:
            assert other.getsockname()[1] != port


def test_a_port_of_the_environment_is_taken_exactly(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with closing(find_port("127.0.0.1", 0)) as taken:
        monkeypatch.setenv("PORT", str(taken.getsockname()[1]))
        assert main(["run", "--data", str(tmp_path)]) == MISUSED
    assert "PORT" in capsys.readouterr().err


def test_a_socket_in_use_elsewhere_is_left_alone() -> None:
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with closing(find_port("127.0.0.1", other.getsockname()[1])) as ours:
            assert ours.getsockname() != other.getsockname()


def test_the_first_start_has_two_groups_with_published_minutes_and_keeps_them(tmp_path: Path) -> None:
    for _ in range(2):
        with program(tmp_path, "--port", "0") as running:
            assert str(tmp_path) in running.said
            groups = json.loads(running.get("/groups")[1])
            assert running.stop() == (DONE, "")
        assert [group["language"] for group in groups] == ["sv", "en"]


def test_a_running_program_tells_how_it_is_and_listens_where_the_environment_says(tmp_path: Path) -> None:
    with closing(find_port("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    with program(tmp_path, PORT=port) as running:
        assert running.address.endswith(f":{port}")
        assert running.get("/healthz") == (200, "ok\n")
        status, ready = running.get("/readyz")
        assert (status, json.loads(ready)["ready"]) == (200, True), ready
        status, figures = running.get("/metrics")
        assert status == 200
        assert 'mysam_door_up{door="webchat"} 1.0' in figures
        assert 'mysam_events_total{outcome="captured",platform="webchat"}' in figures
        assert 'mysam_database_seconds_count{kind="write"}' in figures
        assert "mysam_groups_in_memory 2.0" in figures
        for word in ("ekvik", "Maj", "Fairholm"):
            assert word not in figures
        assert running.stop() == (DONE, "")


def test_slack_that_cannot_be_reached_keeps_nothing_else_from_working(tmp_path: Path) -> None:
    with closing(find_port("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    slack = {
        "SLACK_BOT_TOKEN": "xoxb-hemligt",
        "SLACK_APP_TOKEN": "xapp-hemligt",
        "SLACK_API_URL": "http://127.0.0.1:1",
    }
    with program(tmp_path, PORT=port, MYSAM_WEBCHAT="0", **slack) as running:
        running.address = f"http://127.0.0.1:{port}"
        assert "Slack: Socket Mode" in running.said
        assert running.get("/healthz") == (200, "ok\n")
        status, ready = running.get("/readyz")
        checks = json.loads(ready)["checks"]
        assert status == 503
        assert [part for part, trouble in checks.items() if trouble != "ok"] == ["slack"]
        assert running.get("/")[0] == 404, "the web chat is closed"
        code, log = running.stop()
    assert code == DONE
    assert "hemligt" not in running.said + ready + log


def test_what_is_in_hand_when_it_is_stopped_is_finished_and_the_page_is_told(tmp_path: Path) -> None:
    with program(tmp_path, "--port", "0") as running:
        taken, closed = asyncio.run(_write_and_stop(running))
        code, log = running.stop()
    assert (code, log) == (DONE, "")
    assert closed == WSCloseCode.GOING_AWAY
    assert taken, "what had been read was answered"
    with program(tmp_path, "--port", "0") as running:
        kept = asyncio.run(_messages(running))
        running.stop()
    assert taken <= kept


async def _write_and_stop(running: Program) -> tuple[set[str], int | None]:
    """Write much at once, have the program stopped in the middle, and give what it said that it took."""
    async with ClientSession() as session:
        page = await _page(session, running)
        keys = [f"stopping-{number:02}" for number in range(30)]
        for key in keys:
            await page.send_json({"type": "write", "key": key, "text": f"punkt: Ämne {key}"})
        taken: set[str] = set()
        while True:
            arrived = await page.receive(timeout=STOP_SECONDS)
            if arrived.type is not WSMsgType.TEXT:
                return taken, page.close_code
            frame = json.loads(arrived.data)
            if frame["type"] == "ack":
                if not taken:
                    running.process.send_signal(signal.SIGTERM)
                taken.add(f"w-{frame['key']}")


async def _messages(running: Program) -> set[str]:
    async with ClientSession() as session:
        page = await session.ws_connect(f"{running.address}/socket", origin=running.address)
        return {message["id"] for message in (await _greeted(page))["messages"]}


async def _page(session: ClientSession, running: Program) -> ClientWebSocketResponse:
    page = await session.ws_connect(f"{running.address}/socket", origin=running.address)
    await _greeted(page)
    return page


async def _greeted(page: ClientWebSocketResponse) -> dict[str, Any]:
    hello = {"group": GROUP, "account": LEAD, "since": 0, "version": Page.load().version, "language": "sv"}
    await page.send_json({"type": "hello", **hello})
    welcome: dict[str, Any] = await page.receive_json()
    assert welcome["type"] == "welcome", welcome
    return welcome
