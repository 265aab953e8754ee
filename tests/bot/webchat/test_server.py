"""The web chat's door: who gets in, what bad input does, and what each person may see."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from aiohttp import WSMsgType, WSServerHandshakeError

from bot.misuse import ConfigError
from bot.webchat.security import check_address
from tests.bot.channel import CASES, KARIN, LEAD, MALIN
from tests.bot.webchat.chat import ELSEWHERE, GROUP, Chat

SECRET = "correct horse battery"


@pytest.mark.parametrize(
    "frame",
    [
        "",
        "{",
        "[]",
        "null",
        '"hej"',
        "{}",
        '{"type":"flyg"}',
        '{"type":"write"}',
        '{"type":"write","key":"12345678","text":7}',
        '{"type":"edit","key":"12345678","id":{},"text":"a"}',
        '{"type":"react","key":"12345678","id":"x","emoji":"<b>"}',
        '{"type":"minutes","id":"x","revision":-1}',
        "[" * 100_000,
    ],
    ids=lambda text: text[:40] or "nothing",
)
def test_a_malformed_frame_is_answered_and_the_page_goes_on(chat: Chat, frame: str) -> None:
    malin = chat.page(MALIN)
    malin.raw(frame)
    assert malin.until_type("error")["code"] == "malformed"
    assert malin.write("Ses vi i stora rummet?") in malin.messages()


def test_a_message_of_a_megabyte_is_refused_with_a_word(chat: Chat) -> None:
    malin, karin = chat.page(MALIN), chat.page(KARIN)
    answer = malin.do("write", text="a" * 2**20)
    assert answer["code"] == "too_long"
    assert "8000" in answer["text"]
    assert karin.write("hej på er") in karin.messages()


def test_bytes_are_no_frame(chat: Chat) -> None:
    malin = chat.page(MALIN)
    chat.wait(malin.socket.send_bytes(b"\x00\xff"))
    assert malin.until_type("error")["code"] == "malformed"


def test_a_flood_from_one_page_is_slowed_down_and_others_are_not(chat: Chat) -> None:
    malin, karin = chat.page(MALIN), chat.page(KARIN)
    for number in range(1000):
        malin.send(type="write", text=f"rad {number}")
    assert malin.until(lambda frame: frame["type"] == "error")["code"] == "slow"
    message = karin.write("punkt: Lokaler")
    assert karin.messages()[message]["text"] == "punkt: Lokaler"
    assert sum(one["author"] == MALIN for one in karin.messages().values()) < 100


def test_an_old_page_is_told_to_reload(chat: Chat) -> None:
    page = chat.bare_page()
    page.raw(json.dumps({"type": "hello", "group": GROUP, "account": MALIN, "since": 0, "version": "old"}))
    assert page.until_type("error")["code"] == "outdated"


def test_a_page_that_has_not_said_who_it_is_can_do_nothing(chat: Chat) -> None:
    page = chat.bare_page()
    assert page.do("write", text="punkt: Lokaler")["code"] == "no_seat"


@pytest.mark.parametrize(
    ("group", "account", "code"), [(ELSEWHERE, MALIN, "no_group"), (GROUP, "Ingen Alls", "no_person")]
)
def test_only_this_platforms_groups_and_people_open_here(chat: Chat, group: str, account: str, code: str) -> None:
    page = chat.bare_page()
    hello = {"type": "hello", "group": group, "account": account, "since": 0, "version": chat.version}
    page.raw(json.dumps(hello))
    assert page.until_type("error")["code"] == code
    assert ELSEWHERE not in chat.get("/groups")[1].decode()


def test_a_draft_is_for_those_who_lead(chat: Chat) -> None:
    lead, malin = chat.page(LEAD), chat.page(MALIN)
    lead.write("starta mötet", private=True, panel=True)
    malin.write(CASES)
    for page in (lead, malin):
        page.send(type="draft")
    assert CASES in json.dumps(lead.until_type("draft"), ensure_ascii=False)
    assert malin.until_type("error")["code"] == "not_allowed"
    assert malin.panel(lambda panel: panel["meeting"]["state"] == "open")["lead"] is None
    malin.send(type="figures")
    assert malin.until_type("error")["code"] == "not_allowed"


def test_the_later_of_two_who_edit_a_passage_is_told_what_the_other_wrote(chat: Chat) -> None:
    lead, again, malin = chat.page(LEAD), chat.page(LEAD), chat.page(MALIN)
    lead.write("starta mötet", private=True, panel=True)
    malin.write(CASES)
    lead.write("avsluta mötet", private=True, panel=True)
    lead.send(type="draft")
    (piece,) = lead.until_type("draft")["draft"]["sections"][0]["pieces"]
    lead.write(f"{piece['begins']} Tretton ärenden. Det är många.", private=True, panel=True)
    again.write(f"{piece['begins']} Fjorton ärenden.", private=True, panel=True)
    told = again.everything()
    assert "Tretton ärenden. Det är många." in told
    assert "Ditt förslag, som inte är infört: " in told
    lead.send(type="draft")
    (stands,) = lead.until_type("draft")["draft"]["sections"][0]["pieces"]
    assert stands["text"] == "Tretton ärenden. Det är många."


def test_published_minutes_are_read_and_downloaded_with_their_figures(chat: Chat) -> None:
    lead, malin = chat.page(LEAD), chat.page(MALIN)
    lead.write("starta mötet", private=True, panel=True)
    malin.write(CASES)
    lead.write("avsluta mötet", private=True, panel=True)
    lead.write("publicera", private=True, panel=True)
    (issued,) = malin.panel(lambda panel: len(panel["minutes"]) == 1)["minutes"]
    malin.send(type="minutes", id=issued["meeting"], revision=1)
    assert CASES in json.dumps(malin.until_type("minutes"), ensure_ascii=False)
    path = f"/minutes/{GROUP}/{quote(issued['meeting'])}/1"
    status, content, headers = chat.get(f"{path}/md")
    assert (status, CASES in content.decode()) == (200, True)
    assert "2026-09-15" in headers["Content-Disposition"]
    assert chat.get(f"{path}/exe")[0] == 404
    assert chat.get(f"/minutes/{ELSEWHERE}/{quote(issued['meeting'])}/1/md")[0] == 404
    lead.send(type="figures")
    figures = lead.until_type("figures")["figures"]
    assert len(figures["meetings"]) == len(figures["actions"]) == 1
    assert any(sum(party["present"]) for party in figures["parties"])


def test_every_answer_has_its_guarding_headers(chat: Chat) -> None:
    for path in ("/", "/page/main.js", "/words/sv", "/nothing"):
        headers = chat.get(path)[2]
        assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'")
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_the_page_names_nothing_from_elsewhere(chat: Chat) -> None:
    html = chat.get("/")[1].decode()
    assert "http" not in html
    assert " style=" not in html
    assert "<script>" not in html


def test_another_origin_or_host_gets_nothing(chat: Chat) -> None:
    with pytest.raises(WSServerHandshakeError, match="403"):
        chat.bare_page(Origin="http://evil.example")
    assert chat.post("/files?name=a&account=b", b"x", Origin="http://evil.example")[0] == 403
    assert chat.get("/", Host="evil.example")[0] == 421


@pytest.mark.parametrize(
    ("host", "secret"), [("0.0.0.0", None), ("192.0.2.7", None), ("0.0.0.0", "short"), ("::", None)]
)
def test_another_address_is_refused_without_a_good_secret(host: str, secret: str | None) -> None:
    with pytest.raises(ConfigError) as error:
        check_address(host, secret)
    assert "MYSAM_ACCESS_SECRET" in error.value.text("sv")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_this_machines_own_address_needs_no_secret(host: str) -> None:
    check_address(host, None)


def test_with_a_secret_one_signs_in_first(tmp_path: Path) -> None:
    with Chat(tmp_path, SECRET) as chat:
        assert chat.get("/")[0] == 303
        assert chat.get("/groups")[0] == 401
        with pytest.raises(WSServerHandshakeError, match="401"):
            chat.bare_page()
        assert chat.post("/sign-in", {"secret": "wrong"})[2]["Location"] == "/sign-in?wrong=1"
        assert "Fel lösenord" in chat.get("/sign-in?wrong=1")[1].decode()
        status, _, headers = chat.post("/sign-in", {"secret": SECRET})
        assert (status, headers["Location"]) == (303, "/")
        cookie = headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        session = cookie.partition(";")[0]
        assert chat.get("/groups", Cookie=session)[0] == 200
        assert chat.get("/groups", Cookie=session[:-1] + ("0" if session[-1] != "0" else "1"))[0] == 401


def test_a_page_that_is_gone_leaves_its_seat(chat: Chat) -> None:
    malin = chat.page(MALIN)
    chat.wait(malin.socket.close())
    assert chat.wait(malin.socket.receive()).type in (WSMsgType.CLOSED, WSMsgType.CLOSE)
    karin = chat.page(KARIN)
    assert karin.write("hej på er") in karin.messages()


def test_a_button_in_the_panel_is_about_the_group_it_stands_in(chat: Chat) -> None:
    chat.found("Mysam Västvik", "#vastvik")
    here, there = chat.page(LEAD), chat.page(LEAD, group="mysam-vastvik")
    there.write("starta mötet", private=True, panel=True)
    assert there.panel(lambda panel: panel["meeting"]["state"] == "open")
    assert here.panel(lambda panel: True)["meeting"]["state"] == "coming"
    assert "Vilket" not in here.everything() + there.everything()
