"""`mysam run`: where it listens, what it says, and how it ends."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

from bot.__main__ import MISUSED, main
from bot.listening import find_port

ROOT = Path(__file__).parents[2]


def test_another_address_is_refused_and_the_way_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("MYSAM_ACCESS_SECRET", raising=False)
    assert main(["run", "--host", "0.0.0.0", "--data", str(tmp_path / "new")]) == MISUSED
    assert "Sätt MYSAM_ACCESS_SECRET" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_an_address_that_is_not_ours_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["run", "--host", "127.0.0.1.nowhere.invalid", "--data", str(tmp_path)]) == MISUSED
    assert "127.0.0.1.nowhere.invalid" in capsys.readouterr().err


def test_a_port_that_is_taken_gives_way_to_a_free_one() -> None:
    with closing(find_port("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with closing(find_port("127.0.0.1", port)) as other:
            assert other.getsockname()[1] != port


def test_the_first_start_has_two_groups_with_published_minutes_and_keeps_them(tmp_path: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("MYSAM", "DATABASE"))}
    command = [sys.executable, "-m", "bot", "run", "--port", "0", "--data", str(tmp_path)]
    for _ in range(2):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment) as program:
            assert program.stdout is not None
            try:
                said = "".join(program.stdout.readline() for _ in range(3))
                address = re.search(r"http://127\.0\.0\.1:\d+", said)
                assert address is not None
                assert str(tmp_path) in said
                with urllib.request.urlopen(f"{address[0]}/groups", timeout=10) as answer:
                    groups = json.load(answer)
                program.send_signal(signal.SIGTERM)
                assert program.wait(timeout=20) == 0
            finally:
                program.kill()
        assert [group["language"] for group in groups] == ["sv", "en"]


def test_a_socket_in_use_elsewhere_is_left_alone() -> None:
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with closing(find_port("127.0.0.1", other.getsockname()[1])) as ours:
            assert ours.getsockname() != other.getsockname()
