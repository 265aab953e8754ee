"""Reads environment variables, and secrets that lie in files named like them; gathers everything that is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from bot.misuse import ConfigError

FOLDER = "MYSAM_SECRETS"
"""Names a folder with a file for each secret, as systemd's credentials and containers' secrets are given."""
_LARGEST_SECRET = 64 * 1024


class Environment:
    """The variables, each read by its name. Values are never repeated in what is said about them."""

    def __init__(self, environ: Mapping[str, str], secrets: Sequence[str]) -> None:
        self._environ = environ
        self._faults: list[tuple[str, str]] = []
        self._secrets = self._read_folder(secrets)

    def get(self, name: str) -> str | None:
        """Give a value, None when it is not set or empty."""
        return self._environ.get(name, "").strip() or self._secrets.get(name)

    def fault(self, swedish: str, english: str) -> None:
        """Take down that something is wrong."""
        self._faults.append((swedish, english))

    def check(self) -> None:
        """Raise ConfigError with everything that was wrong, if anything was."""
        if self._faults:
            raise ConfigError(
                "\n".join(swedish for swedish, _ in self._faults), "\n".join(english for _, english in self._faults)
            )

    def not_both(self, one: str, other: str) -> None:
        """Take down that two variables contradict each other, if both are set."""
        if self.get(one) and self.get(other):
            self.fault(f"{one}, {other}: ange bara en av dem", f"{one}, {other}: set only one of them")

    def choice(self, name: str, choices: Sequence[str], default: str) -> str:
        """Give one of several words."""
        value = self.get(name) or default
        if value not in choices:
            told = ", ".join(choices)
            self.fault(f"{name}: välj {told}", f"{name}: choose {told}")
            return default
        return value

    def switch(self, name: str, default: bool) -> bool:
        """Give whether something is on: 1 or 0."""
        return self.choice(name, ("0", "1"), "1" if default else "0") == "1"

    def port(self, name: str) -> int | None:
        """Give a port's number."""
        value = self.get(name)
        if value is None:
            return None
        if not (value.isascii() and value.isdecimal()) or int(value) > 65_535:
            self.fault(f"{name}: välj en port, 1-65535", f"{name}: choose a port, 1-65535")
            return None
        return int(value)

    def web_address(self, name: str) -> str | None:
        """Give an address of the web, without a slash at its end."""
        value = self.get(name)
        if value is None:
            return None
        try:
            parts = urlsplit(value)
            good = parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.query and parts.port != 0
        except ValueError:
            good = False
        if not good:
            self.fault(f"{name}: ska vara en adress, https://…", f"{name}: must be an address, https://…")
            return None
        return value.rstrip("/")

    def file(self, name: str) -> Path | None:
        """Give the path of a file that is there."""
        value = self.get(name)
        if value is None:
            return None
        if not Path(value).is_file():
            self.fault(f"{name}: {value} är ingen fil", f"{name}: {value} is no file")
        return Path(value)

    def beginning(self, name: str, beginnings: Sequence[str]) -> str | None:
        """Give a value that is known by how it begins."""
        value = self.get(name)
        if value is not None and not value.startswith(tuple(beginnings)):
            told = ", ".join(beginnings)
            self.fault(f"{name}: ska börja med {told}", f"{name}: must begin with {told}")
        return value

    def _read_folder(self, names: Sequence[str]) -> dict[str, str]:
        folder = self._environ.get(FOLDER, "").strip()
        if not folder:
            return {}
        if not Path(folder).is_dir():
            self.fault(f"{FOLDER}: {folder} är ingen mapp", f"{FOLDER}: {folder} is no folder")
            return {}
        found: dict[str, str] = {}
        for name in names:
            file = Path(folder) / name
            try:
                if not file.is_file():
                    continue
                with file.open("rb") as opened:
                    found[name] = opened.read(_LARGEST_SECRET).decode().strip()
            except (OSError, UnicodeDecodeError):
                self.fault(f"{FOLDER}: {name} går inte att läsa", f"{FOLDER}: {name} cannot be read")
                continue
            if self._environ.get(name, "").strip():
                self.fault(f"{name}: ange den antingen här eller i {FOLDER}", f"{name}: set it here or in {FOLDER}")
        return found
