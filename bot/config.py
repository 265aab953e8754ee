"""What the surroundings say: environment variables become one frozen settings object, everything wrong told at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast

from bot.environment import FOLDER, Environment
from meetings.language import LANGUAGES, Language

_SCHEMES = ("sqlite:///", "postgresql://", "postgresql+psycopg://", "postgres://")
LogForm = Literal["auto", "json", "text"]
SLACK_API = "https://slack.com/api/"

SECRETS = (
    "DATABASE_URL",
    "MYSAM_ACCESS_SECRET",
    "MYSAM_KEYS",
    "MYSAM_METRICS_TOKEN",
    "SLACK_BOT_TOKEN",
    "SLACK_APP_TOKEN",
    "SLACK_SIGNING_SECRET",
    "SLACK_CLIENT_ID",
    "SLACK_CLIENT_SECRET",
)
"""The variables that may lie as files in the folder that `MYSAM_SECRETS` names."""
VARIABLES = (
    *SECRETS,
    FOLDER,
    "MYSAM_DATA",
    "MYSAM_KEY_FILE",
    "MYSAM_LANGUAGE",
    "MYSAM_LOG",
    "MYSAM_HOST",
    "PORT",
    "MYSAM_PUBLIC_URL",
    "MYSAM_WEBCHAT",
    "MYSAM_CA_FILE",
    "SLACK_API_URL",
)
"""Every variable that is read here; docs/drift.md says what each is for."""

_SLACK = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET")


@dataclass(frozen=True)
class SlackSettings:
    """How Slack is reached.

    `mode`: over Socket Mode, which needs no public address and `app_token`, or over HTTP, with requests signed by
    `signing_secret`. Either one workspace, whose token is `bot_token`, or several that install the app, with
    `client_id` and `client_secret`. `api_url` replaces Slack's own address for every call and ends with a slash.
    """

    mode: Literal["socket", "http"]
    bot_token: str | None = field(default=None, repr=False)
    app_token: str | None = field(default=None, repr=False)
    signing_secret: str | None = field(default=None, repr=False)
    client_id: str | None = None
    client_secret: str | None = field(default=None, repr=False)
    api_url: str = SLACK_API


@dataclass(frozen=True)
class Settings:
    """Where the record is kept, a database or a folder, if anywhere; and the language the program itself speaks.

    `access_secret` is what people sign in to the web chat with. `keys`, newest first, or those in `key_file`, seal the
    tokens of platforms. `host` and `port` are where the program listens, `public_url` is what others reach it by.
    `ca_file` holds certificates that are trusted besides the usual ones; `metrics_token` opens the figures to others
    than this machine. `log`: lines for machines, for people, or what suits where they are read.
    """

    database_url: str | None = field(default=None, repr=False)
    data: Path | None = None
    language: Language = "sv"
    access_secret: str | None = field(default=None, repr=False)
    keys: tuple[str, ...] = field(default=(), repr=False)
    key_file: Path | None = None
    host: str | None = None
    port: int | None = None
    public_url: str | None = None
    webchat: bool = True
    ca_file: Path | None = None
    metrics_token: str | None = field(default=None, repr=False)
    log: LogForm = "auto"
    slack: SlackSettings | None = None


def settings_from(environ: Mapping[str, str]) -> Settings:
    """Read the settings; raises ConfigError, which says everything that is wrong at once.

    `DATABASE_URL` names a database, or `MYSAM_DATA` a folder to keep one in; the rest are told of in docs/drift.md.
    """
    env = Environment(environ, SECRETS)
    env.not_both("DATABASE_URL", "MYSAM_DATA")
    env.not_both("MYSAM_KEYS", "MYSAM_KEY_FILE")
    # The value itself may hold a password and is not repeated.
    url = env.beginning("DATABASE_URL", _SCHEMES)
    data = env.get("MYSAM_DATA")
    if data and Path(data).exists() and not Path(data).is_dir():
        env.fault(f"MYSAM_DATA: {data} är ingen mapp", f"MYSAM_DATA: {data} is no folder")
    key_file = env.get("MYSAM_KEY_FILE")
    settings = Settings(
        database_url=url,
        data=Path(data) if data else None,
        language=cast(Language, env.choice("MYSAM_LANGUAGE", LANGUAGES, "sv")),
        access_secret=env.get("MYSAM_ACCESS_SECRET"),
        keys=tuple(key.strip() for key in (env.get("MYSAM_KEYS") or "").split(",") if key.strip()),
        key_file=Path(key_file) if key_file else None,
        host=env.get("MYSAM_HOST"),
        port=env.port("PORT"),
        public_url=env.web_address("MYSAM_PUBLIC_URL"),
        webchat=env.switch("MYSAM_WEBCHAT", True),
        ca_file=env.file("MYSAM_CA_FILE"),
        metrics_token=env.get("MYSAM_METRICS_TOKEN"),
        log=cast(LogForm, env.choice("MYSAM_LOG", ("auto", "json", "text"), "auto")),
        slack=_slack(env),
    )
    env.check()
    return settings


def database_in(data: Path) -> str:
    """Give the address of the database that is kept in a folder."""
    return f"sqlite:///{data.absolute() / 'mysam.db'}"


def _slack(env: Environment) -> SlackSettings | None:
    api = env.web_address("SLACK_API_URL")
    token = env.beginning("SLACK_BOT_TOKEN", ("xoxb-", "xoxe.xoxb-"))
    app_token = env.beginning("SLACK_APP_TOKEN", ("xapp-",))
    signing, client, secret = (env.get(f"SLACK_{name}") for name in ("SIGNING_SECRET", "CLIENT_ID", "CLIENT_SECRET"))
    if not any(env.get(name) for name in _SLACK):
        return None
    env.not_both("SLACK_BOT_TOKEN", "SLACK_CLIENT_ID")
    for name, there, other, wanted in (
        ("SLACK_CLIENT_SECRET", secret, "SLACK_CLIENT_ID", client),
        ("SLACK_CLIENT_ID", client, "SLACK_CLIENT_SECRET", secret),
    ):
        if wanted and not there:
            env.fault(f"{name}: saknas, hör till {other}", f"{name}: missing, goes with {other}")
    if not token and not client and not secret:
        env.fault(
            "SLACK_BOT_TOKEN: saknas (eller SLACK_CLIENT_ID och SLACK_CLIENT_SECRET, för flera arbetsytor)",
            "SLACK_BOT_TOKEN: missing (or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET, for several workspaces)",
        )
    if not app_token and not signing:
        env.fault(
            "SLACK_APP_TOKEN: saknas, för Socket Mode (eller SLACK_SIGNING_SECRET, för HTTP)",
            "SLACK_APP_TOKEN: missing, for Socket Mode (or SLACK_SIGNING_SECRET, for HTTP)",
        )
    # A signing secret beside the app token is what Slack's own pages show together, and does no harm.
    return SlackSettings(
        mode="socket" if app_token else "http",
        bot_token=token,
        app_token=app_token,
        signing_secret=signing,
        client_id=client,
        client_secret=secret,
        api_url=f"{api}/" if api else SLACK_API,
    )
