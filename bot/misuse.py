"""The errors of somebody who gave the program something it cannot use: they say why, and end it with exit code 2."""

from __future__ import annotations

from collections.abc import Mapping

from meetings.errors import MysamError
from meetings.language import Language


class MisuseError(MysamError):
    """What the program was given cannot be used."""

    def __init__(self, swedish: str, english: str) -> None:
        self._texts: Mapping[Language, str] = {"sv": swedish, "en": english}
        super().__init__(english)

    def text(self, language: Language = "sv") -> str:
        """Say what is wrong."""
        return self._texts[language]


class ConfigError(MisuseError):
    """The environment says things that cannot be used."""


class GroupFileError(MisuseError):
    """A file that should describe a group does not."""


class TranscriptError(MisuseError):
    """A transcript's header cannot be used, so that nothing can be played."""


class FolderError(MisuseError):
    """Writing would mix with, or overwrite, something that no replay has made."""


class BackupError(MisuseError):
    """A backup cannot be made or put back in the way that was asked for."""


class OutboxError(MisuseError):
    """Nothing of that key can be resolved so."""


class NobodyError(MisuseError):
    """Nobody is called so."""
