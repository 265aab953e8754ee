"""A transcript played from its first line to its last through a real desk: what was said, and what became of it."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.app import open_desk
from bot.replay.player import Files, play
from bot.replay.transcript import read

SWEDISH = """+++
[group]
name = "Mysam Nordvik"
channel = "#nordvik"
convener = "Tora Lindmo"
place = "Stadshuset"
members = [
  {name = "Tora Lindmo", role = "Koordinator", organisation = "Förbundet", capacity = "other", coordinator = true},
  {name = "Sven-Åke Backe", role = "Enhetschef", organisation = "Nordviks kommun"},
  {name = "Malin Ros", role = "Sektionschef", organisation = "Arbetsförmedlingen"},
  {name = "Göran Holm", role = "Enhetschef", organisation = "Försäkringskassan"},
]
standing = [
  {title = "Välkommen", place = "head"},
  {title = "Föregående minnesanteckningar", place = "head"},
  {title = "Trisam", place = "tail"},
  {title = "Övrigt", place = "tail"},
]
meetings = [
  {date = "2026-09-15", start = "13:00", end = "15:00", items = ["Ungdomsprojektet", "Nya lokaler"]},
  {date = "2026-11-10", start = "13:00", end = "15:00", place = "Teams"},
  {date = "2027-01-19", start = "13:00", end = "15:00", place = "Teams"},
]
+++
"""

ENGLISH = """+++
[group]
name = "Northbay Steering Group"
channel = "#northbay"
language = "en"
convener = "Tora Lindmo"
members = [
  {name = "Tora Lindmo", role = "Lead", organisation = "Northbay Council", capacity = "other", coordinator = true},
  {name = "Malin Ros", role = "Head of section", organisation = "Employment Service"},
  {name = "Olle Berg", role = "Project manager", organisation = "Northbay Council"},
]
standing = [
  {title = "Welcome", place = "head"},
  {title = "Previous minutes", place = "head"},
  {title = "Any other business", place = "tail"},
]
meetings = [
  {date = "2026-09-15", start = "13:00", end = "15:00", items = ["Youth project", "New premises"]},
  {date = "2026-11-10", start = "13:00", end = "15:00"},
]
+++
"""


@dataclass(frozen=True)
class Played:
    """What a transcript left: its files, by path."""

    files: Files

    @property
    def folders(self) -> list[str]:
        """Give the folders of the meetings that were held, in order."""
        return sorted(path.split("/")[0] for path in self.files if path.endswith("/minutes.json"))

    def minutes(self, folder: str) -> dict[str, Any]:
        """Give a meeting's minutes; its folder is named by its beginning."""
        (path,) = [path for path in self.files if path.split("/")[0] == folder and path.endswith("minutes.json")]
        data: dict[str, Any] = json.loads(self.files[path])
        return data

    def item(self, folder: str, title: str) -> dict[str, Any]:
        """Give an item of a meeting's minutes by its title."""
        (found,) = [item for item in self.minutes(folder)["items"] if item["title"] == title]
        data: dict[str, Any] = found
        return data

    def notes(self, folder: str, title: str) -> list[str]:
        """Give what stands under an item."""
        return [paragraph["text"] for paragraph in self.item(folder, title)["paragraphs"]]

    def titles(self, folder: str) -> list[str]:
        """Give the titles of a meeting's items, in order."""
        return [item["title"] for item in self.minutes(folder)["items"]]

    def present(self, folder: str) -> list[str]:
        """Give the names of those who were present."""
        return [row["name"] for row in self.minutes(folder)["attendance"] if row["status"] == "present"]

    def said(self, to: str | None = None, reply_to: str | None = None) -> list[str]:
        """Give what was said to one person, or in the channel; of one message when it is named."""
        rows = [json.loads(line) for line in self.files["said.jsonl"].decode().splitlines()]
        return [row["text"] for row in rows if row["to"] == to and (reply_to is None or row["reply_to"] == reply_to)]

    def rows(self) -> list[dict[str, Any]]:
        """Give everything that was said, with when and where."""
        return [json.loads(line) for line in self.files["said.jsonl"].decode().splitlines()]

    @property
    def group(self) -> dict[str, Any]:
        """Give the state of the group afterwards."""
        data: dict[str, Any] = json.loads(self.files["group.json"])["groups"][0]
        return data


def one_message(text: str) -> str:
    """Write the lines of a message as a transcript does, on one line."""
    return text.strip().replace("\n", "\\n")


def played(lines: str, header: str = SWEDISH) -> Played:
    """Play lines of a transcript; its group is the standard one unless another header is given."""
    transcript = read((header + lines.strip() + "\n").encode())
    assert transcript.broken == ()
    return Played(asyncio.run(_play(transcript)))


async def _play(transcript: Any) -> Files:
    with TemporaryDirectory() as place:
        async with open_desk(f"sqlite:///{Path(place) / 'played.db'}") as desk:
            return await play(transcript, desk, ("json", "md"))
