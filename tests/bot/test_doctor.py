"""`mysam doctor`: what is wrong is said with how it is mended, beside a bot that runs and without Slack."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.slack.scopes import BOT_SCOPES
from storage.database import Database
from storage.lock import held
from storage.migrate import migrate
from tests.bot.slack.fake_slack import BOT, CHANNEL
from tests.bot.slack.live_slack import LiveSlack, play, running

Look = Callable[[], str]
TOKEN = "xoxb-hemlig"


@pytest.fixture
def doctor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    """Give what runs it on a folder: its exit code, and all it said."""
    for name in ("DATABASE_URL", "MYSAM_DATA", "MYSAM_LANGUAGE", "SLACK_BOT_TOKEN"):
        monkeypatch.delenv(name, raising=False)

    def run(**variables: str) -> tuple[int, str]:
        with monkeypatch.context() as around:
            for name, value in variables.items():
                around.setenv(name, value)
            code = main(["doctor", "--data", str(tmp_path)])
        out = capsys.readouterr()
        return code, out.out + out.err

    return run


def test_without_slack_the_database_alone_is_looked_at(tmp_path: Path, doctor: Callable[..., Any]) -> None:
    migrate(f"sqlite:///{tmp_path / 'mysam.db'}")
    code, said = doctor()
    assert code == 0
    assert "✗" not in said
    assert "Slack är inte inställt" in said


def test_a_database_that_is_not_there_is_wrong(doctor: Callable[..., Any]) -> None:
    code, said = doctor(MYSAM_LANGUAGE="en")
    assert code == 1
    assert "✗ There is no database" in said
    assert "mysam run" in said


def test_a_damaged_database_is_wrong(tmp_path: Path, doctor: Callable[..., Any]) -> None:
    file = tmp_path / "mysam.db"
    migrate(f"sqlite:///{file}")
    file.write_bytes(file.read_bytes()[:5000])
    code, said = doctor()
    assert code == 1
    assert "mysam restore" in said


def test_tables_of_another_version_are_wrong_and_left_alone(tmp_path: Path, doctor: Callable[..., Any]) -> None:
    url = f"sqlite:///{tmp_path / 'mysam.db'}"
    migrate(url)

    async def age() -> None:
        database = Database.open(url)
        await database.write(
            lambda session: session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
        )
        await database.close()

    asyncio.run(age())
    code, said = doctor()
    assert code == 1
    assert "annan version" in said


def test_it_looks_beside_a_bot_that_runs(tmp_path: Path, doctor: Callable[..., Any]) -> None:
    url = f"sqlite:///{tmp_path / 'mysam.db'}"
    migrate(url)
    with held(url):
        code, said = doctor()
    assert code == 0
    assert "En bot kör" in said


def _in_slack(tmp_path: Path, doctor: Callable[..., Any], spoil: Callable[[LiveSlack], None]) -> tuple[int, str]:
    """Look beside a bot in Slack with a group, when something is spoilt there."""
    seen: list[tuple[int, str]] = []

    async def scene(slack: LiveSlack) -> None:
        async with running(slack, tmp_path) as program:
            await slack.say(f"<@{BOT}> ny grupp Vallby")
            await program.settled()
            spoil(slack)
            address = {"SLACK_API_URL": f"{slack.address}api", "MYSAM_KEY_FILE": str(tmp_path / "key")}
            seen.append(
                await asyncio.to_thread(doctor, SLACK_BOT_TOKEN=TOKEN, SLACK_APP_TOKEN="xapp-hemlig", **address)
            )

    play(_Slack(scopes=list(BOT_SCOPES)), scene)
    assert "hemlig" not in seen[0][1]
    return seen[0]


class _Slack(LiveSlack):
    """A Slack that tells of its channels."""

    def conversations_info(self, a: dict[str, Any]) -> dict[str, Any]:
        self._place(a["channel"])
        return {"channel": {"id": a["channel"], "name": "styrelsen", "is_member": True, "is_archived": False}}


def test_in_slack_all_is_well_when_it_is(tmp_path: Path, doctor: Callable[..., Any]) -> None:
    code, said = _in_slack(tmp_path, doctor, lambda _: None)
    assert (code, said.count("✗")) == (0, 0), said
    assert "Vallby: boten är med i kanalen #styrelsen" in said


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        pytest.param(lambda s: s.scopes.remove("files:write"), "files:write", id="a permission is missing"),
        pytest.param(
            lambda s: s.fail("auth.test", "error", code="invalid_auth", times=9),
            "invalid_auth",
            id="the token is wrong",
        ),
        pytest.param(lambda s: s.fail("auth.test", "http_500", times=9), "svarar inte", id="Slack is down"),
        pytest.param(
            lambda s: s.fail("apps.connections.open", "error", code="not_allowed_token_type", times=9),
            "connections:write",
            id="the app token is wrong",
        ),
        pytest.param(lambda s: s.said.pop(CHANNEL), "/invite", id="the channel cannot be seen"),
    ],
)
def test_in_slack_what_is_wrong_is_told(
    tmp_path: Path, doctor: Callable[..., Any], spoil: Callable[[LiveSlack], None], told: str
) -> None:
    code, said = _in_slack(tmp_path, doctor, spoil)
    assert code == 1
    assert told in said
    assert "✗" in said
