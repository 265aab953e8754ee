"""The web chat's own message log: what stands in its channels, apart from the record and for a while only."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

KEPT = timedelta(days=30)
"""How long a message stays in the log after it was last touched."""
_DAY = timedelta(days=1)

_TABLES = """
CREATE TABLE IF NOT EXISTS messages (
    id TEXT PRIMARY KEY, seq INTEGER NOT NULL, place INTEGER NOT NULL, conversation TEXT NOT NULL, private_to TEXT,
    at TEXT NOT NULL, touched TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS messages_by_conversation ON messages (conversation, seq);
CREATE TABLE IF NOT EXISTS files (
    id TEXT PRIMARY KEY, message TEXT, owner TEXT NOT NULL, name TEXT NOT NULL, content BLOB NOT NULL, at TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS files_by_message ON files (message);
"""


@dataclass(frozen=True)
class Attached:
    """A file that hangs on a message."""

    id: str
    name: str


@dataclass(frozen=True)
class Message:
    """A message as it stands. `author` is None for the bot, `private_to` the only account that sees it.

    `document` holds the bot's blocks as the page draws them; one that was `stopped` has no words here. `place` is its
    place in the order of writing, `seq` that of its latest change.
    """

    id: str
    conversation: str
    at: datetime
    author: str | None
    text: str = ""
    document: tuple[Mapping[str, Any], ...] = ()
    thread: str | None = None
    private_to: str | None = None
    edited: bool = False
    deleted: bool = False
    stopped: bool = False
    reactions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    files: tuple[Attached, ...] = ()
    place: int = 0
    seq: int = 0

    @property
    def direct(self) -> bool:
        """Tell whether it stands in somebody's private talk with the bot."""
        return self.conversation.startswith(direct(""))


class Log:
    """Keeps messages in a SQLite file of its own. Used from one thread; a write is short and survives a crash."""

    MOST = 500
    """How many messages a page is given at once."""

    def __init__(self, path: Path) -> None:
        # What people write is for nobody else on the machine.
        path.touch(mode=0o600)
        self._base = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON", "busy_timeout=5000"):
            self._base.execute(f"PRAGMA {pragma}")
        self._base.executescript(_TABLES)
        self._forgot = datetime.min.replace(tzinfo=UTC)
        self._seq: int = self._base.execute("SELECT coalesce(max(seq), 0) FROM messages").fetchone()[0]

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    @property
    def seq(self) -> int:
        """Give the number of the latest change."""
        return self._seq

    def get(self, id: str) -> Message | None:
        """Give a message as it stands."""
        row = self._base.execute("SELECT seq, place, body FROM messages WHERE id = ?", (id,)).fetchone()
        return _message(*row) if row else None

    def put(self, message: Message, now: datetime) -> Message:
        """Keep a message, new or changed, under the next number."""
        if now - self._forgot >= _DAY:
            self.forget(now)
        self._seq += 1
        kept = replace(message, seq=self._seq, place=message.place or self._seq)
        body = json.dumps(_body(kept), ensure_ascii=False)
        self._base.execute(
            "INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, private_to = excluded.private_to, "
            "touched = excluded.touched, body = excluded.body",
            (kept.id, kept.seq, kept.place, kept.conversation, kept.private_to, kept.at.isoformat(), _utc(now), body),
        )
        return kept

    def since(self, seq: int, conversation: str, account: str) -> tuple[Message, ...]:
        """Give what was written or changed after a number and this account may see: the latest, in order of change."""
        rows = self._base.execute(
            "SELECT seq, place, body FROM messages WHERE conversation IN (?, ?) AND seq > ? "
            "AND (private_to IS NULL OR private_to = ?) ORDER BY seq DESC LIMIT ?",
            (conversation, direct(account), seq, account, self.MOST),
        ).fetchall()
        return tuple(_message(*row) for row in reversed(rows))

    def forget(self, now: datetime) -> None:
        """Let go of what nobody has touched for long, and of files that were never sent; done by itself once a day."""
        self._forgot = now
        gone = _utc(now - KEPT)
        self._base.execute("DELETE FROM files WHERE message IN (SELECT id FROM messages WHERE touched < ?)", (gone,))
        self._base.execute("DELETE FROM messages WHERE touched < ?", (gone,))
        self._base.execute("DELETE FROM files WHERE message IS NULL AND at < ?", (_utc(now - timedelta(hours=1)),))

    def said_in(self, conversation: str) -> tuple[Mapping[str, Any], ...]:
        """Give what stands in a channel for all to see, in the order of writing, as JSON holds it."""
        return self._bodies("conversation = ? AND private_to IS NULL", conversation)

    def written_by(self, account: str) -> tuple[Mapping[str, Any], ...]:
        """Give what an account has written that stands, wherever, in the order of writing, as JSON holds it."""
        return self._bodies("json_extract(body, '$.author') = ?", account)

    def _bodies(self, condition: str, value: str) -> tuple[Mapping[str, Any], ...]:
        rows = self._base.execute(f"SELECT body FROM messages WHERE {condition} ORDER BY place", (value,))
        return tuple(json.loads(body) for (body,) in rows)

    def erase(self, accounts: Sequence[str], without: Callable[[Any], Any]) -> int:
        """Remove what these accounts wrote and what was said to them alone; give how many messages that was.

        What others wrote is kept as `without` gives it back, a message's fields as JSON holds them.
        """
        places = ",".join("?" * len(accounts))
        hers = (
            f"SELECT id FROM messages WHERE json_extract(body, '$.author') IN ({places}) OR private_to IN ({places}) "
            f"OR conversation IN ({places})"
        )
        asked = (*accounts, *accounts, *map(direct, accounts))
        self._base.execute("BEGIN IMMEDIATE")
        self._base.execute(f"DELETE FROM files WHERE owner IN ({places}) OR message IN ({hers})", (*accounts, *asked))
        gone = self._base.execute(f"DELETE FROM messages WHERE id IN ({hers})", asked).rowcount
        for id, body in self._base.execute("SELECT id, body FROM messages").fetchall():
            left = json.dumps(without(json.loads(body)), ensure_ascii=False)
            if left != body:
                self._base.execute("UPDATE messages SET body = ? WHERE id = ?", (left, id))
        for id, name in self._base.execute("SELECT id, name FROM files").fetchall():
            self._base.execute("UPDATE files SET name = ? WHERE id = ?", (without(name), id))
        self._base.execute("COMMIT")
        # Until then SQLite's own log holds what was there.
        self._base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return gone

    # Files

    def keep_file(self, id: str, owner: str, name: str, content: bytes, now: datetime, message: str = "") -> Attached:
        """Keep a file, on a message when one is named, else until it is sent with one."""
        self._base.execute(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)",
            (id, message or None, owner, name, content, _utc(now)),
        )
        return Attached(id, name)

    def unsent(self, ids: tuple[str, ...], owner: str) -> tuple[Attached, ...]:
        """Give those of the files that are this account's and hang on no message yet."""
        return tuple(
            Attached(*row)
            for id in ids
            for row in self._base.execute(
                "SELECT id, name FROM files WHERE id = ? AND owner = ? AND message IS NULL", (id, owner)
            )
        )

    def attach(self, files: tuple[Attached, ...], message: str) -> None:
        """Hang files on a message."""
        for one in files:
            self._base.execute("UPDATE files SET message = ? WHERE id = ?", (message, one.id))

    def drop_files(self, files: tuple[Attached, ...]) -> None:
        """Forget files."""
        for one in files:
            self._base.execute("DELETE FROM files WHERE id = ?", (one.id,))

    def file(self, id: str) -> tuple[str, bytes, str | None] | None:
        """Give a sent file's name and content and the message it hangs on."""
        row = self._base.execute(
            "SELECT name, content, message FROM files WHERE id = ? AND message IS NOT NULL", (id,)
        ).fetchone()
        return (row[0], row[1], row[2]) if row else None


def direct(account: str) -> str:
    """Give the name of somebody's private talk with the bot."""
    return f"DM {account}"


def _utc(moment: datetime) -> str:
    return f"{moment.timestamp():.3f}".zfill(16)


def _body(message: Message) -> dict[str, Any]:
    return dict(_fields(message))


def _fields(message: Message) -> Iterator[tuple[str, Any]]:
    yield from (("id", message.id), ("conversation", message.conversation), ("at", message.at.isoformat()))
    yield from (("author", message.author), ("text", message.text), ("document", list(message.document)))
    yield from (("thread", message.thread), ("private_to", message.private_to))
    yield from (("edited", message.edited), ("deleted", message.deleted), ("stopped", message.stopped))
    yield "reactions", {emoji: list(accounts) for emoji, accounts in message.reactions.items()}
    yield "files", [[one.id, one.name] for one in message.files]


def _message(seq: int, place: int, body: str) -> Message:
    told = json.loads(body)
    told["at"] = datetime.fromisoformat(told["at"])
    told["document"] = tuple(told["document"])
    told["reactions"] = {emoji: tuple(accounts) for emoji, accounts in told["reactions"].items()}
    told["files"] = tuple(Attached(id, name) for id, name in told["files"])
    return Message(**told, seq=seq, place=place)
