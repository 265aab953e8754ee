"""A whole meeting played by hand through `mysam chat` in a pseudo-terminal, to published minutes."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest

ROOT = Path(__file__).resolve().parents[2]
PROMPT = r"\[\d+\] \d\d:\d\d [^>\r\n]+> "


class Sitting:
    """Somebody at the keyboard of a chat: types a line, and reads what comes until the next prompt."""

    def __init__(self, data: Path) -> None:
        environ = {name: value for name, value in os.environ.items() if not name.startswith(("MYSAM_", "DATABASE_"))}
        arguments = ["-m", "bot", "chat", "--data", str(data), "--clock", "2026-03-23T12:55"]
        self._terminal = pexpect.spawn(
            sys.executable,
            arguments,
            cwd=str(ROOT),
            env={**environ, "TERM": "dumb", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)},
            encoding="utf-8",
            dimensions=(60, 200),
            timeout=60,
        )
        self.greeting = self._read()

    def types(self, line: str) -> str:
        self._terminal.sendline(line)
        return self._read().partition("\n")[2]

    def leaves(self) -> int | None:
        self._terminal.sendline("/sluta")
        self._terminal.expect(pexpect.EOF)
        self._terminal.close()
        return self._terminal.exitstatus  # type: ignore[no-any-return]

    def breaks_off(self) -> int | None:
        self._terminal.sendintr()
        self._terminal.expect(pexpect.EOF)
        self._terminal.close()
        return self._terminal.exitstatus  # type: ignore[no-any-return]

    def ends(self) -> None:
        self._terminal.close(force=True)

    def _read(self) -> str:
        self._terminal.expect(PROMPT)
        return str(self._terminal.before).replace("\r\n", "\n")


@pytest.fixture
def sitting(tmp_path: Path) -> Iterator[Sitting]:
    sitting = Sitting(tmp_path / "data")
    yield sitting
    sitting.ends()


def texts(minutes: dict[str, Any]) -> str:
    return json.dumps(minutes["items"], ensure_ascii=False)


def test_a_meeting_played_by_hand_becomes_published_minutes(sitting: Sitting, tmp_path: Path) -> None:
    assert "Nästa möte: måndag 23 mars 2026 kl. 13.00–14.30." in sitting.greeting

    # Before the meeting: an item, and somebody who sends another in her place.
    assert "✅ på 1" in sitting.types("punkt: Nya lokaler")
    sitting.types("/jag Ester")
    assert "✅ på 2" in sitting.types("Jag kan inte komma idag, Jovan Lillmark går i mitt ställe")

    # The meeting: notes from two people, an edit, a deletion, a decision undone and made again.
    sitting.types("/jag Maj")
    sitting.types("/klocka 13:00")
    assert "Mötet är öppnat 13.00" in sitting.types("@mötesbot starta mötet")
    assert "✅ på 4" in sitting.types("närvarande: Amina, Nils-Erik, Jovan")
    sitting.types("/jag Amina")
    sitting.types("lokaler: vi flyttar i maj")
    sitting.types("/ändra 5 lokaler: vi flyttar i juni")
    sitting.types("Hyran blir 12 000 kr")
    sitting.types("Det är mycket buller på gården")
    sitting.types("/radera 7")
    sitting.types("/jag Maj")
    assert "✅ på 8" in sitting.types("beslut: att säga upp förrådet")
    undone = sitting.types("ångra")
    assert "(svar på 9)" in undone
    assert "säga upp förrådet" in undone
    assert "✅ på 10" in sitting.types("beslut: att flytta den 1 juni")

    # The end: the draft is for the coordinator's eyes, publishing is for everybody's.
    sitting.types("/klocka 14:20")
    ended = sitting.types("@mötesbot avsluta mötet")
    assert "(bara du ser detta)" in ended
    assert "Mötet är avslutat 14.20" in ended
    draft = sitting.types("/privat visa utkast")
    assert "Mötesbot (bara du ser detta)" in draft
    assert "vi flyttar i juni" in draft
    published = sitting.types("/privat publicera ändå")
    assert "Jovan Lillmark, ersätter Ester Holmdal" in published
    assert "2026-03-23-mysam-ekvik.json" in published
    assert sitting.leaves() == 0

    minutes = json.loads((tmp_path / "data" / "2026-03-23-mysam-ekvik.json").read_bytes())
    assert (minutes["status"], minutes["revision"], minutes["date"]) == ("published", 1, "2026-03-23")
    attendance = {row["name"]: row for row in minutes["attendance"]}
    assert attendance["Jovan Lillmark"]["substitutes_for"] == "Ester Holmdal"
    assert attendance["Ester Holmdal"]["status"] == "absent"
    assert attendance["Amina Rask"]["status"] == "present"
    (item,) = [item for item in minutes["items"] if item["title"] == "Nya lokaler"]
    assert [paragraph["text"] for paragraph in item["paragraphs"]] == ["vi flyttar i juni", "Hyran blir 12 000 kr"]
    assert [decision["clauses"] for decision in item["decisions"]] == [["att flytta den 1 juni"]]
    assert "buller" not in texts(minutes)
    assert "förrådet" not in texts(minutes)


def test_what_was_said_is_still_there_next_time(tmp_path: Path) -> None:
    first = Sitting(tmp_path)
    first.types("punkt: Nya lokaler")
    assert first.leaves() == 0
    second = Sitting(tmp_path)
    assert "Nya lokaler" in second.types("/privat visa dagordning")
    assert second.leaves() == 0


def test_the_chat_can_be_broken_off(sitting: Sitting) -> None:
    assert sitting.breaks_off() == 0
