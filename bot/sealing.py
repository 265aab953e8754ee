"""Which keys seal the tokens of platforms, as the surroundings say."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.config import Settings
from meetings.language import Language, texts_for
from storage.database import address
from storage.keys import FILE_NAME, Keys


def keys_for(settings: Settings, url: str) -> Keys:
    """Give the keys that are set; else those in a file of the program's own beside a SQLite database."""
    if settings.keys or settings.key_file:
        return Keys(settings.keys, settings.key_file)
    where = address(url)
    if where.get_backend_name() != "sqlite" or not where.database:
        return Keys()
    own = Path(where.database).absolute().with_name(FILE_NAME)
    return Keys(file=own, makes=True, made=lambda file: _warn(file, settings.language))


def _warn(file: Path, language: Language) -> None:
    print(texts_for(language).t("data.keys.made", file=file), file=sys.stderr, flush=True)
