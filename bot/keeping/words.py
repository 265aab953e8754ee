"""What the commands that keep things say: a line on standard output, in the program's language."""

from __future__ import annotations

from dataclasses import dataclass

from meetings.language import Language, texts_for


@dataclass(frozen=True)
class Words:
    """The sentences of one section of the catalogues."""

    language: Language
    section: str

    def text(self, key: str, /, **told: object) -> str:
        """Give a sentence."""
        return texts_for(self.language).t(f"{self.section}.{key}", **told)

    def in_english(self, key: str, /, **told: object) -> str:
        """Give a sentence in English, whatever the program's language."""
        return texts_for("en").t(f"{self.section}.{key}", **told)

    def say(self, key: str, /, **told: object) -> None:
        """Say a sentence."""
        print(self.text(key, **told), flush=True)
