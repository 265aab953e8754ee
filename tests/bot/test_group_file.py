"""`mysam group`: a file is loaded whole or not at all, and a group is shown as it is set up."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.__main__ import DONE, MISUSED, main

GOOD = """
[group]
name = "Mysam Ekvik"
channel = "#mysam-ekvik"
template = "mysam"
quiet_from = "16:30"

[[members]]
name = "Ulla Falk"
role = "Rektor"
organisation = "Ekviks kommun"
coordinator = true
"""
BAD = """group.name = "Mysam Ekvik"
group.channel = "mysam"
group.template = "pajas"

[[members]]
name = "Ulla Falk"
capacity = "chef"

[[members]]
name = "ulla falk"

[[meetings]]
date = "2026-02-03"
start = "09:00"
end = "09:00"
"""


def written(tmp_path: Path, text: str) -> str:
    path = tmp_path / "group.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_group_is_loaded_and_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["group", "load", written(tmp_path, GOOD), "--data", str(tmp_path)]) == DONE
    assert "Mysam Ekvik" in capsys.readouterr().out
    assert main(["group", "show", "ekvik", "--data", str(tmp_path)]) == DONE
    shown = capsys.readouterr().out
    assert "Tysta timmar: 16.30–07.00" in shown
    assert "Ulla Falk – Rektor, Ekviks kommun, koordinator" in shown
    assert "Samordningsförbund informerar" in shown


def test_every_fault_is_told_with_its_line_and_nothing_is_loaded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["group", "load", written(tmp_path, BAD), "--data", str(tmp_path)]) == MISUSED
    told = capsys.readouterr().err
    for line in (2, 3, 7, 10, 15):
        assert f"rad {line}: " in told
    assert main(["group", "show", "Mysam Ekvik", "--data", str(tmp_path)]) == MISUSED


def test_a_group_that_is_there_is_not_loaded_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, GOOD)
    main(["group", "load", file, "--data", str(tmp_path)])
    assert main(["group", "load", file, "--data", str(tmp_path)]) == MISUSED
    assert "finns redan: mysam-ekvik" in capsys.readouterr().err


def test_without_a_place_to_keep_it_nothing_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DATABASE_URL", "MYSAM_DATA"):
        monkeypatch.delenv(name, raising=False)
    assert main(["group", "load", written(tmp_path, GOOD)]) == MISUSED
    assert "--data" in capsys.readouterr().err
