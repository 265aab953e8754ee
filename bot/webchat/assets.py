"""The page's own files, read once: HTML, style, modules, the texts it shows, and the version of all that."""

from __future__ import annotations

import hashlib
import html
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from meetings.language import LANGUAGES, Language, strings_of

_KINDS = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_WORDS = "webchat.page."


@dataclass(frozen=True)
class Asset:
    """One file: its bytes, its media type, and a mark that changes with it."""

    content: bytes
    kind: str
    mark: str


@dataclass(frozen=True)
class Page:
    """Everything that a browser fetches. `version` is another as soon as any of it is."""

    version: str
    index: bytes
    assets: Mapping[str, Asset]
    words: Mapping[str, Mapping[str, str]]
    """The texts by language and key."""

    @classmethod
    def load(cls) -> Page:
        """Read the page's files and texts."""
        folder = resources.files("bot.webchat").joinpath("page")
        files = {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}
        words: dict[str, Mapping[str, str]] = {language: _words(language) for language in LANGUAGES}
        digest = hashlib.sha256(repr((sorted(files.items()), words)).encode())
        version = digest.hexdigest()[:12]
        assets = {
            name: Asset(content, kind, hashlib.sha256(content).hexdigest()[:16])
            for name, content in files.items()
            if (kind := _KINDS.get(name.rpartition(".")[2])) is not None
        }
        index = files["index.html"].replace(b"{version}", version.encode())
        return cls(version, index, assets, words)

    def sign_in(self, wrong: bool, language: Language) -> bytes:
        """Give the page one signs in on; `wrong` after an attempt that failed."""
        template = resources.files("bot.webchat").joinpath("page", "sign-in.html").read_text("utf-8")
        told = {key: html.escape(text) for key, text in self.words[language].items() if key.startswith("sign_in.")}
        for key, text in told.items():
            template = template.replace(f"{{{key}}}", text)
        template = template.replace("{language}", language)
        return template.replace("{alert}", told["sign_in.wrong"] if wrong else "").encode()


def _words(language: str) -> dict[str, str]:
    strings = strings_of("en" if language == "en" else "sv")
    return {key.removeprefix(_WORDS): text for key, text in strings.items() if key.startswith(_WORDS)}
