"""`mysam understand`: each kind of set answered, the gold never read, and files that cannot be used."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import DONE, FAILED, MISUSED, main
from tests.bot.understanding.sets import INTENTS, answers, folder


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "MYSAM_DATA", "MYSAM_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)


def understood(place: Path, name: str, text: str) -> dict[str, Any]:
    where = folder(place, **{name: text})
    out = place / "out" / "answers.jsonl"
    assert main(["understand", str(where / f"{name}.csv"), "--out", str(out)]) == DONE
    return answers(out)


def message(
    place: Path, text: str, *, phase: str = "before", how: str = "channel", role: str = "member", lang: str = "sv"
) -> list[Any]:
    row = io.StringIO()
    csv.writer(row).writerow(["r", lang, phase, how, role, text, "none", "{}", "", "{}", ""])
    answer = understood(place, "intents", INTENTS + row.getvalue())["r"]
    return [(one["intent"], one["slots"]) for one in answer]


def test_a_date_is_given_in_the_notation_of_the_sets(tmp_path: Path) -> None:
    rows = (
        "id,lang,kind,text,now,expected,notes\n"
        "d1,sv,abs,den 4 oktober kl 9,2026-09-07T09:00,x,\n"
        "d2,sv,no,vi har 12 platser,2026-09-07T09:00,x,\n"
        "d3,en,abs,31 February,2026-09-07T09:00,x,\n"
    )
    assert understood(tmp_path, "dates", rows) == {"d1": "2026-10-04T09:00", "d2": "none", "d3": "ask"}


def test_a_name_is_a_person_several_or_nobody(tmp_path: Path) -> None:
    rows = "id,query,expected,notes\nq1,Stigge,x,\nq2,Elin,x,\nq3,Botvid,x,\n"
    assert understood(tmp_path, "people", rows) == {"q1": "p2", "q2": ["p3", "p4"], "q3": "unknown"}


def test_what_is_personal_is_stopped_warned_about_or_let_through(tmp_path: Path) -> None:
    rows = (
        "id,lang,kind,text,expected,notes\n"
        "g1,sv,pnr,numret är 19121212-1212,x,\n"
        "g2,sv,health,min klient Rolf Edman är sjukskriven för depression,x,\n"
        "g3,sv,none,bygget kostar 19 121 212 kronor,x,\n"
    )
    assert understood(tmp_path, "personal", rows) == {"g1": "block", "g2": "warn", "g3": "allow"}


def test_a_task_has_its_owner_and_its_date(tmp_path: Path) -> None:
    rows = (
        "id,lang,now,speaker,text,expected,also_accepted,notes\n"
        "a1,sv,2026-09-15T13:40,@me,Tyra Malmgård bokar lokal senast 2 oktober,x,,\n"
        "a2,sv,2026-09-15T13:40,@me,jag tar kontakt med hyresvärden till nästa möte,x,,\n"
        "a3,sv,2026-09-15T13:40,@me,Elin bokar lokal,x,,\n"
        "a4,sv,2026-11-03T10:30,@me,vi får se hur det blir,x,,\n"
    )
    found = understood(tmp_path, "actions", rows)
    assert [(one["owner_kind"], one["owners"], one["due"]) for one in (*found["a1"], *found["a2"])] == [
        ("person", ["Tyra Malmgård"], "2026-10-02"),
        ("speaker", ["@me"], "EVENT:next_meeting"),
    ]
    assert (found["a3"], found["a4"]) == ("ask", "none")


def test_what_became_facts_is_told_by_them(tmp_path: Path) -> None:
    assert message(tmp_path, "Stig-Olof Renberg kommer kl 13.30") == [
        ("late", {"who": ["Stig-Olof Renberg"], "at": "13:30"})
    ]
    assert message(tmp_path, "punkt: Snöröjning (10 min)") == [("add_item", {"title": "Snöröjning", "minutes": 10})]
    assert message(tmp_path, "beslut: cykelvägen asfalteras", phase="during", role="coordinator") == [
        ("decision", {"text": "att cykelvägen asfalteras"})
    ]


def test_what_leaves_no_fact_is_told_by_how_it_was_read(tmp_path: Path) -> None:
    assert message(tmp_path, "@mötesbot hjälp", how="mention") == [("help", {})]
    assert message(tmp_path, "vad har jag lovat att göra?", how="dm") == [("show_actions", {"who": ["@me"]})]
    assert message(tmp_path, "@mötesbot ångra", how="mention") == [("undo", {})]


def test_an_item_is_named_by_its_title_as_the_agenda_stood(tmp_path: Path) -> None:
    assert message(tmp_path, "stryk punkt 4", role="coordinator") == [("remove_item", {"item": "Nya lokaler"})]


def test_two_who_fit_are_asked_about(tmp_path: Path) -> None:
    assert message(tmp_path, "Elin kan inte vara med på tisdag", role="coordinator") == [("ask", {})]


@pytest.mark.parametrize("text", ["Hej alla!", "vilket väder idag", "> jag kan inte komma på tisdag", "haha 😂"])
def test_what_is_not_for_the_bot_is_nothing(tmp_path: Path, text: str) -> None:
    assert message(tmp_path, text, phase="during") == []


def test_the_expected_answers_are_not_read(tmp_path: Path) -> None:
    rows = "id,query,expected,notes\nq1,Tyra,{},\n"
    assert understood(tmp_path, "people", rows.format("unknown")) == understood(tmp_path, "people", rows.format("p4"))


def test_the_same_set_gives_the_same_bytes(tmp_path: Path) -> None:
    where = folder(tmp_path, people="id,query\nq1,Tyra\nq2,Elin\n")
    for out in ("one", "two"):
        assert main(["understand", str(where / "people.csv"), "--out", str(tmp_path / out)]) == DONE
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        pytest.param("dates", b"id,lang,text,now\nd1,sv,imorgon,i vintras\n", "i vintras", id="a time that is none"),
        pytest.param("dates", b"id,text,now\nd1\n", "rad 2", id="a row too short"),
        pytest.param("intents", b"id,phase,text\ni1,before,hej\n", "addressed", id="a column missing"),
        pytest.param("dates", b"\xff\xfe\x00", "UTF-8", id="no text"),
        pytest.param("dates", b"", "namnger", id="an empty file"),
    ],
)
def test_a_set_that_cannot_be_used_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, told: str
) -> None:
    where = folder(tmp_path)
    (where / f"{name}.csv").write_bytes(content)
    assert main(["understand", str(where / f"{name}.csv"), "--out", str(tmp_path / "out")]) == MISUSED
    assert told in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_broken_setting_says_so_in_the_language_of_the_program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    where = folder(tmp_path, personal="id,lang,text\ng1,sv,hej\n")
    (where / "setting.json").write_text("{", "utf-8")
    monkeypatch.setenv("MYSAM_LANGUAGE", "en")
    assert main(["understand", str(where / "personal.csv"), "--out", str(tmp_path / "out")]) == MISUSED
    assert "not proper JSON" in capsys.readouterr().err


def test_a_set_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["understand", str(tmp_path / "gone.csv"), "--out", str(tmp_path / "out")]) == FAILED
    assert "gone.csv" in capsys.readouterr().err
