"""The keys that tokens are sealed with: from the environment, from a file, or made beside the database when needed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from storage.errors import BadKey, MissingKey, WrongKey

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

FILE_NAME = "secret.key"


class Keys:
    """A ring of keys, newest first: the first seals, every one opens. Nothing is read until something is needed.

    `given` are keys from the environment; else they are read from `file`, one a line. When that file is the program's
    own (`makes`), it is made at the first sealing, and `made` is called with it: whoever runs the program must save it
    apart from the database.
    """

    def __init__(
        self,
        given: Sequence[str] = (),
        file: Path | None = None,
        *,
        makes: bool = False,
        made: Callable[[Path], None] = lambda _: None,
    ) -> None:
        self._given = tuple(given)
        self.file = file if not given else None
        self._makes = makes
        self._made = made
        self._ring: MultiFernet | None = None

    def __repr__(self) -> str:
        return f"Keys(file={str(self.file)!r})" if self.file else f"Keys(given={len(self._given)})"

    @property
    def there(self) -> bool:
        """Tell whether there is a key at all."""
        return bool(self._given) or (self.file is not None and self.file.exists())

    def seal(self, text: str) -> str:
        """Seal a text with the newest key. Raises MissingKey and BadKey."""
        if not self.there and self._makes and self.file is not None:
            self._make(self.file)
        return self._keys().encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str:
        """Open what one of the keys sealed. Raises MissingKey, BadKey, and WrongKey when none of them did."""
        from cryptography.fernet import InvalidToken

        with suppress(InvalidToken):
            return self._keys().decrypt(sealed.encode()).decode()
        # The keys may have been changed by another program since they were read.
        self._ring = None
        try:
            return self._keys().decrypt(sealed.encode()).decode()
        except InvalidToken:
            raise WrongKey(self._where()) from None

    def add(self) -> None:
        """Put a new key first in the file, so that it seals from now on. Raises MissingKey when keys are in no file."""
        if self.file is None:
            raise MissingKey("Keys that are given in the environment are changed there: MYSAM_KEYS=new,old.")
        before = self._read() if self.file.exists() else ()
        self._write(self.file, (new_key(), *before))

    def keep_newest(self) -> None:
        """Take every key but the newest out of the file: what only those open is lost from now on."""
        if self.file is not None:
            self._write(self.file, self._read()[:1])

    def fingerprints(self) -> tuple[str, ...]:
        """Give a short mark of each key, newest first, by which it can be known without being shown."""
        return tuple(hashlib.sha256(key.encode()).hexdigest()[:8] for key in self._read())

    def _keys(self) -> MultiFernet:
        if self._ring is None:
            from cryptography.fernet import Fernet, MultiFernet

            try:
                self._ring = MultiFernet([Fernet(key) for key in self._read()])
            except ValueError:
                # Not passed on: it may show a part of the key.
                raise BadKey(self._where()) from None
        return self._ring

    def _read(self) -> tuple[str, ...]:
        if self._given:
            return self._given
        if self.file is None:
            raise MissingKey("No key is set: MYSAM_KEYS or MYSAM_KEY_FILE.")
        try:
            keys = tuple(line.strip() for line in self.file.read_text("ascii").splitlines() if line.strip())
        except FileNotFoundError:
            raise MissingKey(f"The file with the keys is not there: {self.file}") from None
        except (OSError, UnicodeDecodeError):
            raise BadKey(self._where()) from None
        if not keys:
            raise BadKey(self._where())
        return keys

    def _make(self, file: Path) -> None:
        unfinished = _written(file, (new_key(),))
        try:
            # Never over one that is there: another program may have been first.
            os.link(unfinished, file)
        except FileExistsError:
            return
        finally:
            unfinished.unlink()
        self._made(file)

    def _write(self, file: Path, keys: Sequence[str]) -> None:
        _written(file, keys).replace(file)
        self._ring = None

    def _where(self) -> str:
        return str(self.file) if self.file else "MYSAM_KEYS"


def new_key() -> str:
    """Make a key."""
    from cryptography.fernet import Fernet

    return Fernet.generate_key().decode()


def _written(file: Path, keys: Sequence[str]) -> Path:
    """Write keys to a file of their own beside `file`, for its owner only."""
    unfinished = file.with_name(f"{file.name}.{uuid4().hex}")
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
        opened.write("".join(f"{key}\n" for key in keys))
        opened.flush()
        os.fsync(opened.fileno())
    return unfinished
