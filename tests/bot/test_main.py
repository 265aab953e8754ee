"""The command line: what it takes, what it says when something is wrong, and how it ends."""

from pathlib import Path

import pytest

from bot.__main__ import DONE, MISUSED, main
from bot.config import Settings, settings_from
from bot.misuse import ConfigError

TRANSCRIPT = """+++
group.name = "Mysam Ekvik"
group.channel = "#ekvik"
members = [{name = "Tora Ekman", coordinator = true}, {name = "Sven-Åke Prov"}]
standing = [{title = "Välkommen"}]
meetings = [{date = "2026-02-03", start = "09:00", end = "10:00"}]
+++
m01 | 2026-02-02 14:10 | #ekvik | Sven-Åke Prov | punkt: Lokaler
m02 | 2026-02-03 09:00 | #ekvik | Tora Ekman | @mötesbot starta mötet
m03 | 2026-02-03 09:04 | #ekvik | Sven-Åke Prov | lokaler:\\n- vi flyttar i maj
m04 | 2026-02-03 09:20 | #ekvik | Tora Ekman | @mötesbot avsluta mötet
m05 | 2026-02-03 09:31 | DM | Tora Ekman | publicera ändå
"""


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "MYSAM_DATA", "MYSAM_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)


def transcript(folder: Path, text: str = TRANSCRIPT) -> str:
    path = folder / "x.transcript"
    path.write_text(text, "utf-8")
    return str(path)


def test_a_replay_writes_the_same_bytes_each_time(tmp_path: Path) -> None:
    for out in ("a", "b", "b"):
        assert main(["replay", transcript(tmp_path), "--out", str(tmp_path / out)]) == DONE
    first, second = (
        {path.relative_to(tmp_path / out): path.read_bytes() for path in (tmp_path / out).rglob("*") if path.is_file()}
        for out in ("a", "b")
    )
    assert first == second
    assert Path("2026-02-03-mysam-ekvik/minutes.md") in first
    assert b"vi flyttar i maj" in first[Path("2026-02-03-mysam-ekvik/minutes.json")]


def test_a_format_that_is_not_there_is_named_and_the_others_are_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["replay", transcript(tmp_path), "--out", str(out), "--formats", "md,papyrus"]) == DONE
    assert "papyrus" in capsys.readouterr().err
    assert {path.name for path in (out / "2026-02-03-mysam-ekvik").iterdir()} == {"minutes.json", "minutes.md"}


def test_a_broken_line_is_told_and_the_rest_is_played(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = transcript(tmp_path, TRANSCRIPT.replace("m01 |", "m01"))
    assert main(["replay", path, "--out", str(tmp_path / "out")]) == DONE
    assert "rad 8 hoppas över" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "says"), [pytest.param("sv", "huvud", id="Swedish"), pytest.param("en", "header", id="English")]
)
def test_a_broken_header_stops_the_replay_with_one_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, language: str, says: str
) -> None:
    monkeypatch.setenv("MYSAM_LANGUAGE", language)
    path = transcript(tmp_path, TRANSCRIPT.replace("group.name", "group.colour"))
    assert main(["replay", path, "--out", str(tmp_path / "out")]) == MISUSED
    err = capsys.readouterr().err
    assert says in err
    assert "group.colour" in err
    assert not (tmp_path / "out").exists()


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "group.json").write_text("mine")
    assert main(["replay", transcript(tmp_path), "--out", str(tmp_path)]) == MISUSED
    assert "group.json" in capsys.readouterr().err
    assert (tmp_path / "group.json").read_text() == "mine"


def test_a_transcript_that_is_not_there_is_told_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", str(tmp_path / "none"), "--out", str(tmp_path / "out")]) != DONE
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("group.name = ", id="no TOML"),
        pytest.param('group.name = "X"', id="faults"),
        pytest.param("", id="no group"),
    ],
)
def test_a_group_file_that_cannot_be_used_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    assert main(["chat", "--group", transcript(tmp_path, text)]) == MISUSED
    assert "x.transcript" in capsys.readouterr().err


def test_help_tells_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert "replay" in out
    assert "chat" in out


def test_nothing_set_means_the_defaults() -> None:
    assert settings_from({}) == Settings(None, None, "sv")


def test_the_environment_says_where_things_are_kept() -> None:
    assert settings_from({"MYSAM_DATA": "/tmp", "MYSAM_LANGUAGE": "en"}) == Settings(None, Path("/tmp"), "en")
    assert settings_from({"DATABASE_URL": "sqlite:///x.db"}).database_url == "sqlite:///x.db"


def test_everything_wrong_in_the_environment_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    environ = {"DATABASE_URL": "mysql://a:secret@b", "MYSAM_DATA": str(tmp_path / "file"), "MYSAM_LANGUAGE": "no"}
    with pytest.raises(ConfigError) as raised:
        settings_from(environ)
    for language in ("sv", "en"):
        told = raised.value.text(language)
        assert len(told.splitlines()) == 4
        assert "secret" not in told
