"""What the surroundings say: environment variables become one frozen settings object, everything wrong told at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from bot.misuse import ConfigError
from meetings.language import LANGUAGES, Language

_SCHEMES = ("sqlite:///", "postgresql://", "postgresql+psycopg://", "postgres://")


@dataclass(frozen=True)
class Settings:
    """Where the record is kept, a database or a folder, if anywhere; and the language the program itself speaks.

    `access_secret` is what people sign in to the web chat with. `keys`, newest first, or those in `key_file`, seal the
    tokens of platforms.
    """

    database_url: str | None = None
    data: Path | None = None
    language: Language = "sv"
    access_secret: str | None = field(default=None, repr=False)
    keys: tuple[str, ...] = field(default=(), repr=False)
    key_file: Path | None = None


def settings_from(environ: Mapping[str, str]) -> Settings:
    """Read the settings; raises ConfigError.

    `DATABASE_URL` names a database, or `MYSAM_DATA` a folder to keep one in; `MYSAM_LANGUAGE` is sv or en.
    `MYSAM_ACCESS_SECRET` opens the web chat to others, who sign in with it. `MYSAM_KEYS` are keys with commas between,
    or `MYSAM_KEY_FILE` names a file with them.
    """
    faults: list[tuple[str, str]] = []
    url, data = environ.get("DATABASE_URL", ""), environ.get("MYSAM_DATA", "")
    language = environ.get("MYSAM_LANGUAGE") or "sv"
    if url and data:
        faults.append(
            ("DATABASE_URL, MYSAM_DATA: ange bara en av dem", "DATABASE_URL, MYSAM_DATA: set only one of them")
        )
    if url and not url.startswith(_SCHEMES):
        # The value itself may hold a password and is not repeated.
        schemes = ", ".join(_SCHEMES)
        faults.append((f"DATABASE_URL: ska börja med {schemes}", f"DATABASE_URL: must begin with {schemes}"))
    if data and Path(data).exists() and not Path(data).is_dir():
        faults.append((f"MYSAM_DATA: {data} är ingen mapp", f"MYSAM_DATA: {data} is no folder"))
    if language not in LANGUAGES:
        choices = ", ".join(LANGUAGES)
        faults.append((f"MYSAM_LANGUAGE: välj {choices}", f"MYSAM_LANGUAGE: choose {choices}"))
    keys = tuple(key.strip() for key in environ.get("MYSAM_KEYS", "").split(",") if key.strip())
    key_file = environ.get("MYSAM_KEY_FILE", "")
    if keys and key_file:
        faults.append(
            ("MYSAM_KEYS, MYSAM_KEY_FILE: ange bara en av dem", "MYSAM_KEYS, MYSAM_KEY_FILE: set only one of them")
        )
    if faults:
        raise ConfigError("\n".join(swedish for swedish, _ in faults), "\n".join(english for _, english in faults))
    secret = environ.get("MYSAM_ACCESS_SECRET") or None
    return Settings(
        database_url=url or None,
        data=Path(data) if data else None,
        language=cast(Language, language),
        access_secret=secret,
        keys=keys,
        key_file=Path(key_file) if key_file else None,
    )


def database_in(data: Path) -> str:
    """Give the address of the database that is kept in a folder."""
    return f"sqlite:///{data.absolute() / 'mysam.db'}"
