"""What the environment says: which doors it opens, what is wrong told all at once, and nothing secret repeated."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from bot.config import SECRETS, SLACK_API, VARIABLES, settings_from
from bot.misuse import ConfigError

BOT, APP, SIGNING = "xoxb-hemligt-1", "xapp-hemligt-2", "hemligt-3"
SOCKET = {"SLACK_BOT_TOKEN": BOT, "SLACK_APP_TOKEN": APP}
HTTP = {"SLACK_BOT_TOKEN": BOT, "SLACK_SIGNING_SECRET": SIGNING}
INSTALLED = {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "hemligt-4", "SLACK_SIGNING_SECRET": SIGNING}


class Watched(Mapping[str, str]):
    """An environment that takes down what was asked of it."""

    def __init__(self) -> None:
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.asked.add(name)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def faults(environ: dict[str, str]) -> tuple[list[str], list[str]]:
    with pytest.raises(ConfigError) as refused:
        settings_from(environ)
    return refused.value.text("sv").splitlines(), refused.value.text("en").splitlines()


def test_every_variable_that_is_read_is_listed() -> None:
    watched = Watched()
    settings_from(watched)
    assert watched.asked == set(VARIABLES)


@pytest.mark.parametrize(
    ("environ", "mode"),
    [(SOCKET, "socket"), (HTTP, "http"), (INSTALLED, "http"), ({**SOCKET, "SLACK_SIGNING_SECRET": SIGNING}, "socket")],
    ids=["socket mode", "signed requests", "several workspaces", "a signing secret beside the app token"],
)
def test_the_variables_that_are_set_choose_how_slack_is_reached(environ: dict[str, str], mode: str) -> None:
    slack = settings_from(environ).slack
    assert slack is not None
    assert slack.mode == mode
    assert slack.api_url == SLACK_API


def test_without_slacks_variables_there_is_no_slack() -> None:
    assert settings_from({"SLACK_API_URL": "http://127.0.0.1:4700/api"}).slack is None


@pytest.mark.parametrize("address", ["http://127.0.0.1:4700/api", "http://127.0.0.1:4700/api/"])
def test_another_address_of_slack_ends_with_one_slash(address: str) -> None:
    slack = settings_from({**SOCKET, "SLACK_API_URL": address}).slack
    assert slack is not None
    assert slack.api_url == "http://127.0.0.1:4700/api/"


@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({"SLACK_BOT_TOKEN": BOT}, ["SLACK_APP_TOKEN"]),
        ({"SLACK_APP_TOKEN": APP}, ["SLACK_BOT_TOKEN"]),
        ({"SLACK_CLIENT_ID": "1.2"}, ["SLACK_CLIENT_SECRET", "SLACK_APP_TOKEN"]),
        ({"SLACK_CLIENT_SECRET": "hemligt"}, ["SLACK_CLIENT_ID", "SLACK_APP_TOKEN"]),
        ({**SOCKET, "SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "x"}, ["SLACK_BOT_TOKEN, SLACK_CLIENT_ID"]),
        ({"SLACK_BOT_TOKEN": APP, "SLACK_APP_TOKEN": BOT}, ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"]),
        ({**SOCKET, "SLACK_API_URL": "slack.example"}, ["SLACK_API_URL"]),
        ({"PORT": "70000", "MYSAM_WEBCHAT": "ja", "MYSAM_LOG": "xml"}, ["PORT", "MYSAM_WEBCHAT", "MYSAM_LOG"]),
        ({"MYSAM_PUBLIC_URL": "mysam.example", "MYSAM_CA_FILE": "/nowhere/ca.pem"}, ["MYSAM_PUBLIC_URL", "MYSAM_CA"]),
        ({"PORT": "²"}, ["PORT"]),
        ({"MYSAM_PUBLIC_URL": "https://[::1"}, ["MYSAM_PUBLIC_URL"]),
    ],
    ids=lambda value: ", ".join(value) if isinstance(value, dict) else "",
)
def test_all_that_is_missing_or_contradicts_is_told_at_once(environ: dict[str, str], named: list[str]) -> None:
    swedish, english = faults(environ)
    assert len(swedish) == len(english) == len(named)
    for name in named:
        assert any(line.startswith(name) for line in swedish)
        assert any(line.startswith(name) for line in english)
    assert "hemligt" not in "\n".join(swedish + english)


def test_settings_show_no_secret() -> None:
    everything = {
        **{name: f"xoxb-hemligt {name}" for name in SECRETS},
        "SLACK_APP_TOKEN": "xapp-hemligt",
        "DATABASE_URL": "postgresql://a:hemligt@db/mysam",
    }
    del everything["SLACK_CLIENT_ID"], everything["SLACK_CLIENT_SECRET"]
    assert "hemligt" not in repr(settings_from(everything))
    assert "hemligt" not in repr(settings_from({**INSTALLED, "SLACK_CLIENT_ID": "1.2"}))


def test_secrets_may_lie_as_files_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "SLACK_BOT_TOKEN").write_text(f"{BOT}\n", "utf-8")
    (tmp_path / "SLACK_APP_TOKEN").write_text(APP, "utf-8")
    (tmp_path / "MYSAM_ACCESS_SECRET").write_text("ett långt lösenord", "utf-8")
    (tmp_path / "MYSAM_LANGUAGE").write_text("en", "utf-8")
    settings = settings_from({"MYSAM_SECRETS": str(tmp_path)})
    assert settings.slack is not None
    assert (settings.slack.bot_token, settings.slack.app_token) == (BOT, APP)
    assert settings.access_secret == "ett långt lösenord"
    assert settings.language == "sv", "what is no secret is not read from there"


def test_a_secret_in_two_places_contradicts(tmp_path: Path) -> None:
    (tmp_path / "SLACK_BOT_TOKEN").write_text(BOT, "utf-8")
    swedish, _ = faults({"MYSAM_SECRETS": str(tmp_path), **SOCKET})
    assert swedish == ["SLACK_BOT_TOKEN: ange den antingen här eller i MYSAM_SECRETS"]


def test_a_folder_of_secrets_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "SLACK_BOT_TOKEN").write_bytes(b"\xff\xfe")
    assert faults({"MYSAM_SECRETS": str(tmp_path)})[1] == ["MYSAM_SECRETS: SLACK_BOT_TOKEN cannot be read"]
    assert "is no folder" in faults({"MYSAM_SECRETS": str(tmp_path / "none")})[1][0]
