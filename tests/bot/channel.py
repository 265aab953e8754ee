"""A channel to play in: what people write goes through a real desk over a real database, and what is said is heard."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from bot.desk import Desk
from bot.platform import Author, Deleted, Edited, Event, Reacted, Written
from bot.replay.recorder import Recorder
from handlers.groups.founding import found
from meetings.facts import Fact
from meetings.minutes import Attendee, Minutes
from meetings.record import Record
from storage.database import Database
from storage.migrate import migrate
from storage.published import Revision
from storage.store import Store
from tests.situation import ADDED, HEAD, PEOPLE, TAIL, ZONE

T = TypeVar("T")

CHANNEL = "#mysam-nordvik"
LEAD = "Tora Lindmo"
FOUNDED = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)
MEETING_DAY = "2026-09-15"
MEETING, LATER = "m1", "m2"

MALIN, KARIN, SVEN, CARIN = "Malin Ros", "Karin Holmsund", "Sven-Åke Backe", "Carin Delin"
NUMBER = "121212-1212"
"""The identity number of Tolvan Tolvansson, who never lived."""
CASES = "Vi har fått in tolv nya ärenden sedan i somras"
"""What is a note in an open meeting, and nothing outside it."""


def group(**settings: Any) -> dict[str, Any]:
    """Describe the standard group as a file would; `settings` are put beside its own."""
    standing = [{"title": title, "place": "head"} for title in HEAD] + [{"title": t, "place": "tail"} for t in TAIL]
    return {
        "group": {
            "name": "Mysam Nordvik",
            "channel": CHANNEL,
            "convener": LEAD,
            "place": "Stadshuset",
            **settings,
        },
        "members": [
            {
                "name": person.name,
                "role": person.role,
                "organisation": person.organisation,
                "capacity": person.capacity.value,
                "account": person.account is not None,
                "coordinator": person.coordinator,
            }
            for person in PEOPLE
        ],
        "standing": standing,
        "meetings": [
            {"date": MEETING_DAY, "start": "13:00", "end": "15:00", "items": list(ADDED)},
            {"date": "2026-11-10", "start": "13:00", "end": "15:00", "place": "Teams"},
        ],
        "actions": [{"text": "boka lokal till planeringsdagen", "owner": MALIN}],
    }


class Channel:
    """One group's channel and private talks, with the desk and the database behind them.

    Times are local ("2026-09-15 13:02"); a bare clock ("13:02") is of the day of the meeting; without one a minute has
    passed since the last. A message is known by the id that saying it gives.
    """

    def __init__(self, folder: Path, data: dict[str, Any] | None = None, recorder: Recorder | None = None) -> None:
        self.folder = folder
        self.url = f"sqlite:///{folder / 'mysam.db'}"
        self.heard = recorder or Recorder(lambda _: ZONE)
        self._runner = asyncio.Runner()
        self._now = datetime(2026, 9, 7, 9, 0, tzinfo=ZONE)
        self._messages: dict[str, Written] = {}
        self._events = 0
        self._databases: list[Database] = []
        migrate(self.url)
        self.store, self.desk = self._open()
        founding = found(data or group(), FOUNDED)
        self.group = founding.group_id
        self.wait(self.desk.found(self.group, founding.facts, self.heard.name, (founding.channel,)))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for database in self._databases:
            self.wait(database.close())
        self._runner.close()

    # What people do

    def say(
        self,
        who: str,
        text: str,
        at: str | None = None,
        *,
        thread: str | None = None,
        files: Sequence[str] = (),
        desk: Desk | None = None,
    ) -> str:
        """Write in the channel."""
        return self._write(who, text, at, CHANNEL, private=False, thread=thread, files=files, desk=desk)

    def privately(self, who: str, text: str, at: str | None = None) -> str:
        """Write to the bot alone."""
        return self._write(who, text, at, f"DM {who}", private=True)

    def edit(self, message: str, text: str, at: str | None = None, *, desk: Desk | None = None) -> None:
        """Let the one who wrote a message change it."""
        old = self._messages[message]
        moment = self._moment(at)
        edited = Edited(
            old.conversation,
            old.author,
            message,
            old.at,
            moment,
            text,
            self._event(),
            private=old.private,
            thread=old.thread,
            files=old.files,
        )
        self.hear(edited, desk=desk)

    def delete(self, message: str, at: str | None = None) -> None:
        """Let the one who wrote a message take it away."""
        old = self._messages[message]
        self.hear(Deleted(old.conversation, old.author, message, self._moment(at), self._event(), private=old.private))

    def react(self, message: str, who: str, emoji: str, at: str | None = None, *, removed: bool = False) -> None:
        """Put an emoji on a message, or take it away."""
        place = self._messages[message].conversation
        self.hear(Reacted(place, Author(who, who), message, emoji, self._moment(at), self._event(), removed=removed))

    def hear(self, event: Event, *, desk: Desk | None = None) -> None:
        """Deliver an event, perhaps once more."""
        self.heard.now = self._now
        self.wait((desk or self.desk).hear(event, self.heard))

    def event(self, message: str) -> Written:
        """Give the event that a message came as."""
        return self._messages[message]

    # The course of the meeting of the standard group

    def open(self, at: str = "13:00") -> str:
        """Let the one who leads open the meeting."""
        return self.say(LEAD, "@mötesbot starta mötet", at)

    def close(self, at: str = "15:00") -> str:
        """Let the one who leads close it."""
        return self.say(LEAD, "@mötesbot avsluta mötet", at)

    def publish(self, at: str = "16:00") -> str:
        """Let the one who leads publish its minutes."""
        return self.privately(LEAD, "publicera", at)

    # What came of it

    def record(self, desk: Desk | None = None) -> Record:
        """Give the group's record as it stands."""
        return self.wait((desk or self.desk).record(self.group))

    def minutes(self, meeting: str = MEETING) -> Minutes:
        """Give a meeting's minutes as they stand."""
        return self.wait(self.desk.minutes(self.group, meeting))

    def notes(self, title: str, meeting: str = MEETING) -> list[str]:
        """Give what stands under the item with this title, passage by passage."""
        (item,) = [item for item in self.minutes(meeting).items if item.title == title]
        return [paragraph.text for paragraph in item.paragraphs]

    def attendee(self, name: str, meeting: str = MEETING) -> Attendee:
        """Give how a person stands in the attendance."""
        (row,) = [row for row in self.minutes(meeting).attendance if row.name == name]
        return row

    def titles(self, meeting: str = MEETING) -> list[str]:
        """Give the titles of a meeting's agenda."""
        return [item.title for item in self.minutes(meeting).items]

    def checks(self, code: str, meeting: str = MEETING) -> list[str]:
        """Give what the coordinator is shown of one kind."""
        return [check.text for check in self.minutes(meeting).checks if check.code == code]

    def facts(self) -> tuple[Fact, ...]:
        """Give the ledger as it is kept."""
        return self.wait(self.store.load(self.group)).facts

    def facts_of(self, message: str) -> list[str]:
        """Give the kinds of the facts that a message brought, as kept."""
        return [fact.kind for fact in self.facts() if fact.said.message == message]

    def revisions(self, meeting: str = MEETING) -> tuple[Revision, ...]:
        """Give what was published of a meeting."""
        return self.wait(self.store.revisions(self.group, meeting))

    def files(self, number: int, meeting: str = MEETING) -> dict[str, bytes]:
        """Give the files of a published revision."""
        return self.wait(self.store.revision_files(self.group, meeting, number))

    def kept(self) -> bytes:
        """Read every byte that lies in the folder: the database, its log, its index."""
        return b"".join(file.read_bytes() for file in sorted(self.folder.iterdir()))

    # What the bot said

    def said(self) -> list[dict[str, Any]]:
        """Give everything the bot has said, in order."""
        return [json.loads(line) for line in self.heard.lines().splitlines()]

    def said_to(self, name: str) -> list[str]:
        """Give what only this person was told."""
        return [row["text"] for row in self.said() if row["kind"] == "private" and row["to"] == name]

    def said_in_channel(self) -> list[str]:
        """Give what everybody could read, in the channel and its threads."""
        return [row["text"] for row in self.said() if row["kind"] in ("post", "reply")]

    def reactions(self, message: str) -> list[str]:
        """Give the emoji that the bot put on a message."""
        return [row["text"] for row in self.said() if row["kind"] == "reaction" and row["reply_to"] == message]

    # Behind the scenes

    def another_desk(self) -> Desk:
        """Open one more desk over the same database, as another replica of the bot."""
        return self._open()[1]

    def wait(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """Wait for a coroutine, in the channel's own loop."""
        return self._runner.run(coroutine)

    def _open(self) -> tuple[Store, Desk]:
        database = Database.open(self.url)
        self._databases.append(database)
        store = Store(database)
        return store, Desk(store)

    def _write(
        self,
        who: str,
        text: str,
        at: str | None,
        place: str,
        *,
        private: bool,
        thread: str | None = None,
        files: Sequence[str] = (),
        desk: Desk | None = None,
    ) -> str:
        id_ = f"k{len(self._messages) + 1}"
        written = Written(place, Author(who, who), id_, self._moment(at), text, private, thread, tuple(files))
        self._messages[id_] = written
        self.hear(written, desk=desk)
        return id_

    def _moment(self, at: str | None) -> datetime:
        """Give a moment in UTC; the channel's clock never goes back."""
        if at is None:
            moment = self._now + timedelta(minutes=1)
        else:
            moment = datetime.fromisoformat(at if " " in at else f"{MEETING_DAY} {at}").replace(tzinfo=ZONE)
        self._now = max(self._now, moment)
        return moment.astimezone(UTC)

    def _event(self) -> str:
        self._events += 1
        return f"e{self._events}"
