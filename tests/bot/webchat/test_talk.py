"""The web chat: several people at several pages, each seeing what is theirs to see, and nothing lost."""

import json
from pathlib import Path

from bot.webchat.log import Attached
from tests.bot.channel import CASES, KARIN, LEAD, MALIN, NUMBER
from tests.bot.webchat.chat import Chat


def test_what_one_writes_everybody_sees(chat: Chat) -> None:
    malin, karin = chat.page(MALIN), chat.page(KARIN)
    message = malin.write("punkt: Lokaler (10 min)")
    seen = karin.until(lambda frame: frame["type"] == "message" and frame["message"]["id"] == message)
    assert seen["message"]["text"] == "punkt: Lokaler (10 min)"
    assert seen["message"]["author"] == MALIN
    assert karin.panel(lambda panel: any(row["title"] == "Lokaler" for row in panel["agenda"]))


def test_a_private_answer_reaches_only_the_one_who_asked(chat: Chat) -> None:
    malin, karin = chat.page(MALIN), chat.page(KARIN)
    malin.write("hjälp", private=True)
    karin.write("hej på er")
    malin.until(lambda frame: frame["type"] == "message" and frame["message"]["author"] == KARIN)
    hers = {id for id, one in malin.messages().items() if one["private"] and one["author"] is None}
    assert hers
    assert not hers & karin.messages().keys()


def test_an_answer_stands_in_the_thread_of_the_first_message(chat: Chat) -> None:
    malin, karin = chat.page(MALIN), chat.page(KARIN)
    first = malin.write("Ses vi i stora rummet?")
    second = karin.write("ja", thread=first)
    third = malin.write("bra", thread=second)
    assert malin.messages()[third]["thread"] == first


def test_an_edit_changes_the_message_and_the_record(chat: Chat) -> None:
    malin, karin = chat.page(MALIN), chat.page(KARIN)
    message = malin.write("punkt: Lokaler")
    malin.do("edit", id=message, text="punkt: Nya hyran")
    karin.until(lambda frame: frame["type"] == "message" and frame["message"].get("edited", False))
    titles = karin.panel(lambda panel: any(row["title"] == "Nya hyran" for row in panel["agenda"]))["agenda"]
    assert "Lokaler" not in [row["title"] for row in titles]


def test_a_deleted_message_leaves_no_words(chat: Chat) -> None:
    malin, karin = chat.page(MALIN), chat.page(KARIN)
    message = malin.write("punkt: Lokaler")
    malin.do("delete", id=message)
    karin.until(lambda frame: frame["type"] == "message" and frame["message"].get("deleted", False))
    assert "text" not in karin.messages()[message]
    karin.panel(lambda panel: all(row["title"] != "Lokaler" for row in panel["agenda"]))


def test_nobody_changes_what_another_wrote(chat: Chat) -> None:
    malin, karin = chat.page(MALIN), chat.page(KARIN)
    message = malin.write("punkt: Lokaler")
    assert karin.do("edit", id=message, text="punkt: Något annat")["code"] == "not_yours"
    assert karin.do("delete", id=message)["code"] == "not_yours"
    assert karin.messages()[message]["text"] == "punkt: Lokaler"


def test_a_reaction_is_put_on_and_taken_away(chat: Chat) -> None:
    malin, karin = chat.page(MALIN), chat.page(KARIN)
    message = malin.write("Ses vi i stora rummet?")
    karin.do("react", id=message, emoji="👍", on=True)
    assert karin.messages()[message]["reactions"] == [{"emoji": "👍", "by": [KARIN]}]
    karin.do("react", id=message, emoji="👍", on=False)
    assert karin.messages()[message]["reactions"] == []


def test_what_the_guard_stops_is_nowhere(chat: Chat, tmp_path: Path) -> None:
    malin, lead = chat.page(MALIN), chat.page(LEAD)
    message = malin.write(f"Han heter Tolvan, {NUMBER}")
    lead.until(lambda frame: frame["type"] == "message" and frame["message"]["private"])
    assert malin.messages()[message]["stopped"]
    assert malin.messages()[message]["text"] == ""
    assert message not in lead.messages()
    assert NUMBER not in malin.everything() + lead.everything()
    chat.restart()
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert NUMBER.encode() not in kept


def test_a_stopped_message_can_be_mended_by_its_writer(chat: Chat) -> None:
    malin, karin = chat.page(MALIN), chat.page(KARIN)
    message = malin.write(f"punkt: Lokaler, {NUMBER}")
    malin.do("edit", id=message, text="punkt: Lokaler")
    karin.until(lambda frame: frame["type"] == "message" and frame["message"]["id"] == message)
    assert karin.messages()[message]["text"] == "punkt: Lokaler"


def test_an_edit_that_the_guard_stops_takes_the_message_away(chat: Chat) -> None:
    malin, karin = chat.page(MALIN), chat.page(KARIN)
    message = malin.write("punkt: Lokaler")
    malin.do("edit", id=message, text=f"punkt: Lokaler {NUMBER}")
    karin.until(lambda frame: frame["type"] == "message" and frame["message"].get("deleted", False))
    assert NUMBER not in malin.everything() + karin.everything()


def test_a_page_that_comes_back_goes_on_from_what_it_saw(chat: Chat) -> None:
    malin, karin = chat.page(MALIN), chat.page(KARIN)
    first = malin.write("Ses vi i stora rummet?")
    seen = malin.messages()[first]["seq"]
    second = karin.write("ja")
    back = chat.page(MALIN, since=seen)
    assert second in back.messages()
    assert first not in back.messages()
    assert not back.frames[0]["whole"]


def test_a_restart_loses_nothing(chat: Chat) -> None:
    lead = chat.page(LEAD)
    message = lead.write("punkt: Lokaler")
    lead.write("starta mötet", private=True, panel=True)
    chat.restart()
    back = chat.page(LEAD)
    assert back.messages()[message]["text"] == "punkt: Lokaler"
    assert back.panel(lambda panel: panel["meeting"]["state"] == "open")


def test_what_is_sent_twice_happens_once(chat: Chat) -> None:
    malin = chat.page(MALIN)
    key = malin.send(type="write", text="punkt: Lokaler")
    malin.until_type("ack")
    chat.restart()
    again = chat.page(MALIN)
    again.send(type="write", text="punkt: Lokaler", key=key)
    again.until_type("ack")
    panel = again.panel(lambda panel: any(row["title"] == "Lokaler" for row in panel["agenda"]))
    assert [row["title"] for row in panel["agenda"]].count("Lokaler") == 1


def test_a_file_is_attached_and_fetched(chat: Chat) -> None:
    malin, karin = chat.page(MALIN), chat.page(KARIN)
    status, body, _ = chat.post(f"/files?name=hyra.txt&account={MALIN.replace(' ', '%20')}", b"12 000 kr")
    file = json.loads(body)["id"]
    assert status == 200
    assert chat.get(f"/files/{file}")[0] == 404
    message = malin.write("Här är hyran", files=[file])
    karin.until(lambda frame: frame["type"] == "message" and frame["message"]["id"] == message)
    status, content, headers = chat.get(f"/files/{karin.messages()[message]['files'][0]['id']}")
    assert (status, content) == (200, b"12 000 kr")
    assert headers["Content-Disposition"].startswith("attachment")


def test_a_kept_file_is_fetched_also_when_the_log_has_let_go_of_it(chat: Chat) -> None:
    lead, malin = chat.page(LEAD), chat.page(MALIN)
    lead.write("spara bilagor", private=True)
    status, body, _ = chat.post(f"/files?name=hyra.txt&account={MALIN.replace(' ', '%20')}", b"12 000 kr")
    file = json.loads(body)["id"]
    malin.write("punkt: Hyran på Storgatan", files=[file])
    chat.room.log.drop_files((Attached(file, "hyra.txt"),))
    status, content, headers = chat.get(f"/files/{file}")
    assert (status, content) == (200, b"12 000 kr")
    assert "hyra.txt" in headers["Content-Disposition"]


def test_a_note_is_captured_and_taken_back_with_its_button(chat: Chat) -> None:
    lead, malin, karin = chat.page(LEAD), chat.page(MALIN), chat.page(KARIN)
    lead.write("starta mötet", private=True, panel=True)
    message = malin.write(CASES)
    malin.send(type="captured", id=message)
    told = malin.until_type("captured")
    assert CASES in told["facts"][0]
    karin.send(type="captured", id=message)
    assert karin.until_type("captured")["hidden"]
    malin.write(told["undo"], private=True, thread=message)
    malin.send(type="captured", id=message)
    assert malin.until_type("captured")["facts"] == []
