"""A replay plays the lines to the desk in their order, and writes what was said and what the meetings became."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from bot.misuse import FolderError
from bot.platform import Edited, Written
from bot.replay.folder import check, write
from bot.replay.player import Files, play
from bot.replay.transcript import read
from documents.json import render
from tests.bot.fakes import FakeDesk

HEADER = """+++
group.name = "Mysam Ekvik"
group.channel = "#ekvik"
members = [{name = "Tora Ekman", coordinator = true}, {name = "Sven-Åke Prov"}]
standing = [{title = "Välkommen"}]
meetings = [
  {date = "2026-02-03", start = "09:00", end = "10:00"},
  {date = "2026-02-03", start = "13:00"},
  {date = "2026-03-03", start = "09:00"},
]
+++
"""


def played(
    lines: str, desk: FakeDesk | None = None, header: str = HEADER, formats: tuple[str, ...] = ("json",)
) -> Files:
    transcript = read((header + lines).encode())
    assert transcript.broken == ()
    return asyncio.run(play(transcript, desk or FakeDesk(), formats))  # type: ignore[arg-type]


def said(lines: str) -> list[dict[str, Any]]:
    return [json.loads(row) for row in played(lines)["said.jsonl"].decode().splitlines()]


def groups(files: Files) -> list[dict[str, Any]]:
    state = json.loads(files["group.json"])
    assert state["format"] == "group/1"
    rows: list[dict[str, Any]] = state["groups"]
    return rows


def test_a_reply_in_the_thread_tells_where_and_what_it_answers() -> None:
    assert said("m1 | 2026-02-03 08:00 | #ekvik | Tora Ekman | svara") == [
        {"at": "2026-02-03T08:00:00", "where": "#ekvik", "to": None, "kind": "reply", "reply_to": "m1", "text": "Svar."}
    ]


@pytest.mark.parametrize(
    ("line", "row"),
    [
        pytest.param("#ekvik | Tora Ekman | nicka", ("#ekvik", None, "reaction", "✅"), id="a reaction"),
        pytest.param("#ekvik | Tora Ekman | ropa", ("#ekvik", None, "post", "Rop."), id="a new message in the channel"),
        pytest.param("#ekvik | Tora Ekman | viska", ("#ekvik", "Tora Ekman", "private", "Viskning."), id="seen by one"),
        pytest.param(
            "DM | Tora Ekman | viska", ("DM", "Tora Ekman", "private", "Viskning."), id="a whisper in private"
        ),
        pytest.param("DM | Tora Ekman | svara", ("DM", "Tora Ekman", "private", "Svar."), id="an answer in private"),
        pytest.param("DM | Tora Ekman | nicka", ("DM", "Tora Ekman", "reaction", "✅"), id="a reaction in private"),
    ],
)
def test_what_is_said_is_written_down_by_the_way_it_went(line: str, row: tuple[str, str | None, str, str]) -> None:
    (only,) = said(f"m1 | 2026-02-03 08:00 | {line}")
    assert (only["where"], only["to"], only["kind"], only["text"]) == row
    assert only["reply_to"] == "m1"


def test_the_clock_never_goes_back_for_a_late_message() -> None:
    desk = FakeDesk()
    rows = [
        "m1 | 2026-02-03 08:00 | #ekvik | Tora Ekman | hej",
        "m2 | 2026-02-03 07:00 | #ekvik | Tora Ekman | svara",
        "k1 | 2026-02-03 08:30 | - | - | [klocka]",
    ]
    files = played("\n".join(rows), desk)
    assert desk.times == sorted(desk.times)
    assert len(desk.times) == 3
    late = desk.heard[1]
    assert isinstance(late, Written)
    assert late.at < desk.times[0]
    assert json.loads(files["said.jsonl"])["at"] == "2026-02-03T08:00:00"


def test_the_desk_hears_everything_in_the_order_of_the_file() -> None:
    desk = FakeDesk()
    rows = [
        "m1 | 2026-02-03 08:00 | #ekvik | Tora Ekman | ett",
        "m2 | 2026-02-03 08:01 | DM | Sven-Åke Prov | två",
        "m3 | 2026-02-03 08:02 | #ekvik | Tora Ekman | [ändrar m1] tre",
    ]
    played("\n".join(rows), desk)
    assert [event.text for event in desk.heard if isinstance(event, Written | Edited)] == ["ett", "två", "tre"]


def test_every_meeting_that_was_opened_has_a_folder_and_no_other() -> None:
    rows = [
        "m1 | 2026-02-03 09:00 | #ekvik | Tora Ekman | starta",
        "m2 | 2026-02-03 13:00 | #ekvik | Tora Ekman | starta",
    ]
    files = played("\n".join(rows), formats=("json", "md"))
    assert set(files) == {
        "said.jsonl",
        "group.json",
        "2026-02-03-mysam-ekvik/minutes.json",
        "2026-02-03-mysam-ekvik/minutes.md",
        "2026-02-03-mysam-ekvik-2/minutes.json",
        "2026-02-03-mysam-ekvik-2/minutes.md",
    }
    assert json.loads(files["2026-02-03-mysam-ekvik/minutes.json"])["start"] == "09:00"
    assert groups(files)[0]["minutes"] == [
        {"folder": "2026-02-03-mysam-ekvik", "date": "2026-02-03", "status": "draft", "revision": 0},
        {"folder": "2026-02-03-mysam-ekvik-2", "date": "2026-02-03", "status": "draft", "revision": 0},
    ]


def test_two_groups_of_one_channel_have_their_own_folders_in_the_order_of_the_header() -> None:
    header = """+++
[[groups]]
name = "Styrelsen"
channel = "#ekvik"
meetings = [{date = "2026-02-03", start = "09:00"}]
[[groups]]
name = "Gruppen"
channel = "#ekvik"
meetings = [{date = "2026-02-03", start = "09:00"}]
+++
"""
    files = played("m1 | 2026-02-03 09:00 | #ekvik | Tora | starta", header=header)
    assert {name for name in files if "/" in name} == {
        "2026-02-03-styrelsen/minutes.json",
        "2026-02-03-gruppen/minutes.json",
    }
    assert [group["name"] for group in groups(files)] == ["Styrelsen", "Gruppen"]


def test_a_transcript_without_a_group_or_a_line_is_played_too() -> None:
    files = played("", header="")
    assert set(files) == {"said.jsonl", "group.json"}
    assert groups(files) == []


def test_replaying_twice_gives_the_same_bytes() -> None:
    lines = "m1 | 2026-02-03 09:00 | #ekvik | Tora Ekman | starta, svara, viska"
    assert played(lines) == played(lines)


# ------------------------------------------------------------------------------------------------- the folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_folder_is_made_and_holds_the_files_only(tmp_path: Path) -> None:
    files = played("m1 | 2026-02-03 09:00 | #ekvik | Tora Ekman | starta")
    write(tmp_path / "a" / "b", files)
    assert contents(tmp_path / "a" / "b") == files


def test_minutes_of_an_earlier_replay_do_not_survive(tmp_path: Path) -> None:
    write(tmp_path, played("m1 | 2026-02-03 09:00 | #ekvik | Tora Ekman | starta", formats=("json", "md")))
    files = played("m1 | 2026-03-03 09:00 | #ekvik | Tora Ekman | starta")
    write(tmp_path, files)
    assert contents(tmp_path) == files
    assert not (tmp_path / "2026-02-03-mysam-ekvik").exists()


def test_what_somebody_else_put_in_the_folder_stays(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    files = played("m1 | 2026-02-03 09:00 | #ekvik | Tora Ekman | starta")
    write(tmp_path, files)
    (tmp_path / "2026-02-03-mysam-ekvik" / "own.txt").write_text("mine too")
    write(tmp_path, played(""))
    assert contents(tmp_path).keys() == {"notes.txt", "2026-02-03-mysam-ekvik/own.txt", "group.json", "said.jsonl"}


@pytest.mark.parametrize(
    ("path", "content"),
    [
        pytest.param("group.json", '{"format": "other"}', id="a state of something else"),
        pytest.param("group.json", "no json", id="a state that cannot be read"),
        pytest.param("said.jsonl", "", id="what was said with no state beside it"),
        pytest.param("2026-02-03-mysam-ekvik/minutes.json", "{}", id="minutes that no state names"),
        pytest.param("2025-01-01-annan/minutes.md", "", id="other minutes"),
    ],
)
def test_nothing_is_written_where_it_would_mix_with_what_no_replay_made(
    tmp_path: Path, path: str, content: str
) -> None:
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_text(content)
    before = contents(tmp_path)
    with pytest.raises(FolderError):
        check(tmp_path)
    with pytest.raises(FolderError):
        write(tmp_path, played(""))
    assert contents(tmp_path) == before


def test_a_file_in_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(FolderError):
        check(tmp_path / "out")


def test_the_minutes_in_the_folder_are_those_of_the_desk() -> None:
    desk = FakeDesk()
    files = played("m1 | 2026-02-03 09:00 | #ekvik | Tora Ekman | starta", desk)
    minutes = asyncio.run(desk.minutes("mysam-ekvik", "m1"))
    assert files["2026-02-03-mysam-ekvik/minutes.json"] == render(minutes)
