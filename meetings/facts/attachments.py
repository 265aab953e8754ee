"""What becomes of the files that belong to items: kept as they are, or let go of with the message they came in."""

from __future__ import annotations

from typing import ClassVar, Literal

from meetings.facts.base import BaseFact


class AttachmentKept(BaseFact):
    """A file of message `of` was fetched and is kept; `ref` is what the platform knows it by, `size` in bytes.

    `sha256` is empty when its sender was erased: then nothing is kept of it.
    """

    texts: ClassVar[frozenset[str]] = frozenset({"name"})
    kind: Literal["attachment_kept"] = "attachment_kept"
    of: str
    ref: str
    name: str | None = None
    sha256: str
    size: int


class AttachmentLetGo(BaseFact):
    """A file of message `of` is kept no longer: the message is deleted, or says nothing of it any more."""

    kind: Literal["attachment_let_go"] = "attachment_let_go"
    of: str
    ref: str
