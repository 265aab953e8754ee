"""The commands that save, put back, hand out, erase and let go of what is kept, as an operator runs them."""

import asyncio
import hashlib
import json
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from bot.__main__ import DONE, FAILED, MISUSED, main
from bot.webchat.log import Log, Message
from meetings.due import Matter, to_come
from meetings.facts import (
    ActionAgreed,
    AttachmentKept,
    AttendanceReported,
    Basis,
    Block,
    Fact,
    MeetingPlanned,
    Noted,
    Owner,
    OwnerKind,
    Said,
    Source,
    load,
)
from meetings.ledger import Ledger
from storage.attachments import Content
from storage.database import Database
from storage.installs import Installation, Installs
from storage.keys import Keys
from storage.lock import held
from storage.outbox import Outbox
from storage.outgoing import Kind, Outgoing, State, Verb
from storage.paused import paused_since, resume
from storage.published import Revision
from storage.store import Store

T = TypeVar("T")
NOW = datetime(2026, 3, 1, tzinfo=UTC)

GROUP = """
[group]
name = "Mysam Ekvik"
channel = "#ekvik"
convener = "Tora Ekman"
members = [
  {name = "Tora Ekman", coordinator = true, organisation = "Ekviks kommun"},
  {name = "Valborg Hed-Ekman", role = "Enhetschef", organisation = "Region Ekvik"},
]
standing = [{title = "Välkommen"}]
meetings = [{date = "2026-02-03", start = "09:00", end = "10:00"}]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Set up a group in a folder that the surroundings name."""
    for name in ("DATABASE_URL", "MYSAM_KEYS", "MYSAM_KEY_FILE", "MYSAM_SECRETS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MYSAM_LANGUAGE", "sv")
    place = tmp_path / "data"
    monkeypatch.setenv("MYSAM_DATA", str(place))
    (tmp_path / "group.toml").write_text(GROUP, "utf-8")
    assert main(["group", "load", str(tmp_path / "group.toml")]) == DONE
    return place


def with_database(folder: Path, work: Callable[[Database], Awaitable[T]]) -> T:
    async def opened() -> T:
        database = Database.open(f"sqlite:///{folder / 'mysam.db'}")
        try:
            return await work(database)
        finally:
            await database.close()

    return asyncio.run(opened())


def post(key: str, *, delay: timedelta = timedelta()) -> Outgoing:
    return Outgoing(key, "terminal", Kind.REPLY, Verb.SEND, "#ekvik", {"text": "hej"}, delay=delay)


def states(folder: Path) -> dict[str, str]:
    async def read(database: Database) -> dict[str, str]:
        return {entry.key: entry.state for entry in await Outbox(database).entries()}

    return with_database(folder, read)


def test_a_backup_is_made_beside_the_database_and_says_where(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup"]) == DONE
    (file,) = (folder / "backups").glob("*.db")
    assert f"Sparad: {file}" in capsys.readouterr().out


def test_keys_are_never_in_a_backup(folder: Path, tmp_path: Path) -> None:
    (folder / "secret.key").write_text("the key itself")
    assert main(["backup", "--to", str(tmp_path / "one.db")]) == DONE
    assert b"the key itself" not in (tmp_path / "one.db").read_bytes()
    assert not list(tmp_path.glob("*.key"))


def test_keeping_some_is_for_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", "--to", str(tmp_path / "one.db"), "--keep", "14"]) == MISUSED
    assert "--to" in capsys.readouterr().err


def test_without_a_database_there_is_nothing_to_save(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", "--data", str(tmp_path / "nowhere")]) == FAILED
    assert "Det finns ingen databas" in capsys.readouterr().err


def test_nothing_is_put_back_under_a_running_bot(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", "--to", str(tmp_path / "one.db")]) == DONE
    with held(f"sqlite:///{folder / 'mysam.db'}"):
        assert main(["restore", str(tmp_path / "one.db")]) == FAILED
    assert "används redan av ett annat mysam" in capsys.readouterr().err
    assert not list(folder.glob("*before-restore*"))


def test_what_was_put_back_sends_nothing_twice(folder: Path, tmp_path: Path) -> None:
    async def before(database: Database) -> None:
        store = Store(database)
        await store.append("mysam-ekvik", await store.version("mysam-ekvik"), [], outgoing=[post("a"), post("b")])

    async def after(database: Database) -> None:
        # Said after the backup was made: the database that comes back knows nothing of it.
        outbox = Outbox(database, lease=timedelta(0))
        assert {row.what.key for row in await outbox.claim(9, 9)} == {"a", "b"}

    async def claimed(database: Database) -> list[str]:
        return [row.what.key for row in await Outbox(database, lease=timedelta(0)).claim(9, 9)]

    with_database(folder, before)
    assert main(["backup", "--to", str(tmp_path / "one.db")]) == DONE
    assert main(["restore", str(tmp_path / "one.db")]) == DONE
    assert states(folder) == {"a": State.UNKNOWN, "b": State.UNKNOWN}
    assert with_database(folder, claimed) == []
    with_database(folder, lambda database: database.write(resume))
    assert with_database(folder, claimed) == []


def test_reminders_that_should_have_gone_before_do_not_go_again(folder: Path, tmp_path: Path) -> None:
    async def due_now(database: Database) -> set[str]:
        record = Ledger((await Store(database).load("mysam-ekvik")).facts).record
        return {
            post.key for post in to_come(record) if post.at <= datetime.now(UTC) and post.matter is not Matter.LAPSE
        }

    async def go_on(database: Database) -> None:
        store = Store(database)
        tomorrow = datetime.now(UTC) + timedelta(days=1)
        said = Said(source=Source.FILE, at=datetime.now(UTC) - timedelta(days=30))
        planned = MeetingPlanned(id="late", said=said, target="m9", date=tomorrow.date(), start=time(23, 30))
        await store.append("mysam-ekvik", await store.version("mysam-ekvik"), [planned])

    with_database(folder, go_on)
    assert with_database(folder, due_now)
    assert main(["backup", "--to", str(tmp_path / "one.db")]) == DONE
    assert main(["restore", str(tmp_path / "one.db")]) == DONE
    assert not with_database(folder, due_now)


def test_what_is_paused_takes_nothing_in_hand_until_it_is_resumed(folder: Path) -> None:
    assert main(["restore", "--only-pause"]) == DONE

    async def late(database: Database) -> tuple[int, bool, int]:
        store = Store(database)
        soon = [post("c", delay=timedelta(microseconds=1))]
        await store.append("mysam-ekvik", await store.version("mysam-ekvik"), [], outgoing=soon)
        held_back = len(await Outbox(database).claim(9, 9))
        assert await database.read(paused_since) is not None
        was = await database.write(resume)
        return held_back, was, len(await Outbox(database).claim(9, 9))

    assert with_database(folder, late) == (0, True, 1)


def test_a_damaged_database_is_told_of_with_what_to_do(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "mysam.db").write_bytes(b"no database at all" * 500)
    assert main(["run", "--port", "0"]) == FAILED
    assert "mysam restore" in capsys.readouterr().err


def test_a_second_bot_is_refused_with_what_to_do(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with held(f"sqlite:///{folder / 'mysam.db'}"):
        assert main(["run", "--port", "0"]) == FAILED
        assert main(["group", "show", "ekvik"]) == DONE
        assert main(["backup"]) == DONE
    assert "Avsluta det först" in capsys.readouterr().err


def test_a_newer_programs_database_is_left_alone_and_told_of(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import sqlite3

    with sqlite3.connect(folder / "mysam.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '7777'")
    connection.close()
    assert main(["run", "--port", "0"]) == FAILED
    assert "nyare version av Mysam (revision 7777)" in capsys.readouterr().err


def test_erasing_first_shows_what_would_happen(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / "mysam.db").read_bytes()
    assert main(["erase", "person", "Valborg Hed-Ekman"]) == DONE
    said = capsys.readouterr().out
    assert "Mysam Ekvik: Valborg Hed-Ekman blir ”Borttagen person 1”." in said
    assert "Inget är ändrat" in said
    assert (folder / "mysam.db").read_bytes() == before


def test_an_erased_person_is_nowhere_in_the_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(Log(folder / "webchat.db")) as log:
        for number, (who, text, alone) in enumerate(
            [
                ("Valborg Hed-Ekman", "jag tar det", None),
                ("Tora Ekman", "tack Valborg!", None),
                (None, "Välkommen", "Valborg Hed-Ekman"),
            ]
        ):
            log.put(Message(f"w-{number}", "#ekvik", NOW, who, text, private_to=alone), NOW)
    (folder / "mysam-from-0001.db").write_bytes(b"Valborg Hed-Ekman")
    assert main(["erase", "person", "Valborg Hed-Ekman", "--yes"]) == DONE
    assert "2 meddelanden togs bort" in capsys.readouterr().out
    assert b"Valborg" not in b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())
    assert main(["group", "show", "ekvik"]) == DONE
    assert "Tora Ekman" in capsys.readouterr().out
    with closing(Log(folder / "webchat.db")) as log:
        assert [message.text for message in log.since(0, "#ekvik", "Tora Ekman")] == ["tack Borttagen person 1!"]


def test_one_who_leads_the_group_is_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["erase", "person", "Tora Ekman"]) == DONE
    assert "leder gruppen" in capsys.readouterr().out


def test_nobody_of_the_name_is_said_plainly(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["erase", "person", "Nora Ingen", "--yes"]) == MISUSED
    assert "Ingen som heter Nora Ingen" in capsys.readouterr().err


def test_all_that_is_kept_of_a_group_is_written_with_checksums(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async def publish(database: Database) -> None:
        store = Store(database)
        revision = Revision("m1:x", 1, "published", '{"title": "Möte"}', NOW, {"md": "# Möte".encode()})
        await store.append("mysam-ekvik", await store.version("mysam-ekvik"), [], revision=revision)

    with_database(folder, publish)
    out = tmp_path / "uttag"
    assert main(["export", "group", "ekvik", "--to", str(out)]) == DONE
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    listed = {one["path"]: one["sha256"] for one in manifest["files"]}
    there = {str(path.relative_to(out)) for path in out.rglob("*") if path.is_file()}
    assert there == {*listed, "manifest.json"}
    for path, checksum in listed.items():
        assert hashlib.sha256((out / path).read_bytes()).hexdigest() == checksum
        assert path.split("/")[0] in (out / "LASMIG.txt").read_text("utf-8") or path == "LASMIG.txt"
    said = capsys.readouterr().out
    assert hashlib.sha256((out / "manifest.json").read_bytes()).hexdigest() in said
    assert (out / "publicerat" / "m1_x" / "1" / "minutes.md").read_text("utf-8") == "# Möte"


def test_kept_attachments_are_handed_out_with_a_list_of_them(folder: Path, tmp_path: Path) -> None:
    checksum = hashlib.sha256(b"en plan").hexdigest()
    said = Said(source=Source.CLOCK, at=NOW)
    fact = AttachmentKept(id="k1", said=said, of="x1", ref="F1", name="../plan å.pdf", sha256=checksum, size=7)

    async def share(database: Database) -> None:
        store = Store(database)
        content = Content("x1", "F1", b"en plan", NOW)
        await store.append("mysam-ekvik", await store.version("mysam-ekvik"), [fact], content=content)

    with_database(folder, share)
    out = tmp_path / "uttag"
    assert main(["export", "group", "ekvik", "--to", str(out)]) == DONE
    (listed,) = json.loads((out / "bilagor.json").read_text("utf-8"))
    assert (listed["name"], listed["sha256"], listed["message"]) == ("../plan å.pdf", checksum, "x1")
    assert (out / listed["file"]).read_bytes() == b"en plan"
    assert (out / listed["file"]).parent == out / "bilagor"
    assert "bilagor/" in (out / "LASMIG.txt").read_text("utf-8")
    assert main(["backup", "--to", str(tmp_path / "one.db")]) == DONE
    assert main(["restore", str(tmp_path / "one.db")]) == DONE
    assert with_database(folder, lambda database: Store(database).content("mysam-ekvik", "F1")) == ("x1", b"en plan")


def test_a_ledger_that_was_handed_out_folds_to_the_same_group(folder: Path, tmp_path: Path) -> None:
    assert main(["export", "group", "ekvik", "--to", str(tmp_path / "uttag")]) == DONE
    lines = (tmp_path / "uttag" / "fakta.jsonl").read_text("utf-8").splitlines()
    facts = [load({key: value for key, value in json.loads(line).items() if key != "sequence"}, {}) for line in lines]

    async def kept(database: Database) -> object:
        return Ledger((await Store(database).load("mysam-ekvik")).facts).record

    assert Ledger(facts).record == with_database(folder, kept)


def test_a_folder_with_something_in_it_is_not_written_in(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "group", "ekvik", "--to", str(tmp_path)]) == MISUSED
    assert "inte tom" in capsys.readouterr().err


def test_what_is_kept_of_a_person_is_written(folder: Path, tmp_path: Path) -> None:
    said = Said(source=Source.MESSAGE, at=NOW, message="w-1", by="p2")
    other = said.model_copy(update={"message": "w-2", "by": "p1"})
    facts: list[Fact] = [
        Noted(id="n1", said=said, note="n1", blocks=(Block(text="Vi väntar på besked"),), by="p2"),
        Noted(id="n2", said=other, note="n2", blocks=(Block(text="Valborg har rätt"),), by="p1"),
        Noted(id="n3", said=other, note="n3", blocks=(Block(text="Vi ses i maj"),), by="p1"),
        AttendanceReported(id="a1", said=said, meeting="m1", person="p2", status="absent", basis=Basis.SELF),
        ActionAgreed(
            id="t1", said=other, action="t1", text="bjuder in", owner=Owner(kind=OwnerKind.PERSON, person="p2")
        ),
    ]

    async def keep(database: Database) -> None:
        store = Store(database)
        await store.append("mysam-ekvik", await store.version("mysam-ekvik"), facts)

    with_database(folder, keep)
    assert main(["export", "person", "Valborg Hed-Ekman", "--to", str(tmp_path / "utdrag")]) == DONE
    (group,) = json.loads((tmp_path / "utdrag" / "person.json").read_text("utf-8"))["groups"]
    assert [one["person"]["role"] for one in group["register"]] == ["Enhetschef"]
    assert [one["status"] for one in group["narvaro"]] == ["absent"]
    assert [one["text"] for one in group["uppgifter"]] == ["bjuder in"]
    assert [one["blocks"][0]["text"] for one in group["skrivet"] if "blocks" in one] == ["Vi väntar på besked"]
    assert [one["blocks"][0]["text"] for one in group["omnamnd"]] == ["Valborg har rätt"]


def test_words_go_only_after_the_group_was_handed_out(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["retention", "set", "ekvik", "--months", "24"]) == MISUSED
    assert "mysam export group" in capsys.readouterr().err
    assert main(["export", "group", "ekvik", "--to", str(tmp_path / "uttag")]) == DONE
    assert main(["retention", "set", "ekvik", "--months", "24"]) == DONE
    assert main(["retention", "show"]) == DONE
    assert "24 månader efter publicering" in capsys.readouterr().out
    assert main(["retention", "run"]) == DONE
    assert "orden i 0 fakta" in capsys.readouterr().out
    assert main(["retention", "off", "ekvik"]) == DONE
    assert "inget gallras" in capsys.readouterr().out


def test_a_key_is_changed_and_the_old_one_kept_until_it_is_forgotten(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async def install(database: Database) -> None:
        installs = Installs(database, Keys(file=folder / "secret.key", makes=True))
        await installs.put(Installation("slack:T0", "xoxb-invented", "U0", "A0", "T0", "Ekvik", NOW))

    async def token(database: Database) -> str:
        found = await Installs(database, Keys(file=folder / "secret.key")).get("slack:T0")
        assert found is not None
        return found.bot_token

    with_database(folder, install)
    assert main(["keys", "rotate"]) == DONE
    assert len((folder / "secret.key").read_text().split()) == 2
    assert main(["keys", "rotate", "--forget-old"]) == DONE
    (left,) = (folder / "secret.key").read_text().split()
    assert with_database(folder, token) == "xoxb-invented"
    assert main(["keys", "show"]) == DONE
    said = capsys.readouterr()
    assert "1 installation är krypterad" in said.out
    assert left not in said.out + said.err


def test_a_key_that_is_lost_is_told_of_and_no_other_is_made(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async def install(database: Database) -> None:
        installs = Installs(database, Keys(file=folder / "secret.key", makes=True))
        await installs.put(Installation("slack:T0", "xoxb-invented", "U0", "A0", "T0", "Ekvik", NOW))

    with_database(folder, install)
    (folder / "secret.key").unlink()
    assert main(["keys", "rotate"]) == FAILED
    assert "Lägg tillbaka secret.key" in capsys.readouterr().err
    assert not (folder / "secret.key").exists()
