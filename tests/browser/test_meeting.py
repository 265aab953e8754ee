"""A whole meeting on the page, from the first answer to the downloaded minutes: with the mouse, and by keyboard."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.browser.served import Site
from tests.browser.window import Open, Window


def test_three_people_hold_a_meeting_in_two_windows(site: Site, open_window: Open) -> None:
    lead, other = open_window(site).open("Maj Lindhagen"), open_window(site).open("Karin Bäckaby")
    lead.loses_connection = other.loses_connection = True

    other.part("answer-substitute").click()
    other.part("substitute-name").fill("Disa Wik")
    other.page.keyboard.press("Enter")
    expect(lead.part("attendance")).to_contain_text("ersätter Karin Bäckaby")
    other.be("Jovan Lillmark")
    other.say("punkt: Praktikplatser i höst (10 min)")
    expect(lead.part("agenda")).to_contain_text("Praktikplatser i höst")

    lead.step("start")
    expect(other.part("meeting")).to_contain_text("Möte pågår")
    lead.say("närvarande: Ester, Amina, Pär och Jovan")
    expect(other.part("attendance")).to_contain_text("Här 5")
    lead.say("vi tar Praktikplatser i höst nu")
    expect(other.part("agenda").locator("[aria-current=step]")).to_contain_text("Praktikplatser")
    other.say("Kommunen har elva platser från oktober")
    other.tool("Kommunen har elva platser", "edit")
    other.say("Kommunen har tolv platser från oktober")
    other.be("Pär Sundell")
    other.say("Vi betalar lokalerna för alla parter")
    other.tool("Vi betalar lokalerna", "delete")
    other.confirm()
    expect(lead.message("Vi betalar lokalerna")).to_have_count(0)

    site.stop(at_once=True)
    other.field.fill("Vi bidrar med handledare från januari")
    other.page.keyboard.press("Enter")
    site.start()
    expect(lead.message("Vi bidrar med handledare")).to_have_count(1)

    lead.say("Beslut: att platserna fördelas varje månad")
    lead.say("Beslut: att mötena flyttas till fredagar")
    lead.tool("flyttas till fredagar", "captured")
    lead.page.get_by_role("button", name="Ta tillbaka").click()
    lead.say("uppgift: Jovan Lillmark skickar listan till Amina Rask")
    expect(lead.part("tasks")).to_contain_text("listan till Amina Rask")
    lead.step("end")
    expect(lead.part("step-publish")).to_be_visible()
    lead.step("publish")
    lead.confirm()

    latest = other.part("published").locator(".minutes > li").first
    expect(other.part("published").locator(".minutes > li")).to_have_count(2)
    minutes = _downloaded(other, latest)
    assert "tolv platser" in minutes
    assert "Disa Wik" in minutes
    assert "handledare från januari" in minutes
    assert "fördelas varje månad" in minutes
    for taken_back in ("elva platser från oktober", "Vi betalar", "fredagar"):
        assert taken_back not in minutes
    latest.get_by_role("button").first.click()
    expect(other.part("sheet")).to_contain_text("tolv platser")


def test_a_meeting_is_held_by_keyboard_alone(window: Window) -> None:
    keys = window.page.keyboard
    keys.press("Tab")
    keys.press("Enter")  # the link past everything to the field
    expect(window.field).to_be_focused()

    _press(window, window.part("step-start"))
    expect(window.part("meeting")).to_contain_text("Möte pågår")
    _press(window, window.part("step-next"))
    expect(window.part("agenda").locator("[aria-current=step]")).to_be_visible()
    _to_the_field(window)
    keys.type("/minutes närv")
    expect(window.part("suggestions")).to_be_visible()
    keys.press("Escape")
    _rewrite(window, "uppgift: Pär Sundell skriver till alla i gruppen")
    expect(window.part("tasks")).to_contain_text("till alla i gruppen")
    keys.press("ArrowUp")
    _rewrite(window, "uppgift: Pär Sundell ringer var och en i gruppen")
    expect(window.part("tasks")).to_contain_text("var och en i gruppen")

    _press(window, window.part("step-end"))
    expect(window.part("step-draft")).to_be_visible()
    _press(window, window.part("step-draft"))
    expect(window.part("draft-reads")).to_contain_text("var och en i gruppen")
    piece = window.part("draft-pieces").locator("textarea").last
    _reach(window, piece)
    _rewrite(window, "Ringa alla före jul", send=False)
    _press(window, window.part("draft-pieces").locator("button").last)
    expect(window.part("draft-reads")).to_contain_text("före jul")
    keys.press("Escape")
    expect(window.part("sheet")).to_be_hidden()
    expect(window.part("step-draft")).to_be_focused()

    _press(window, window.part("step-publish"))
    _press(window, window.part("confirm-yes"))
    expect(window.part("published").locator(".minutes > li")).to_have_count(2)
    link = window.part("published").locator("a.button").first
    _reach(window, link)
    with window.page.expect_download():
        keys.press("Enter")


def _downloaded(window: Window, minutes: Locator) -> str:
    with window.page.expect_download() as download:
        minutes.get_by_role("link", name=".md").click()
    path: Path = download.value.path()
    return path.read_text()


def _reach(window: Window, wanted: Locator) -> None:
    """Go on with Tab until something has the focus, as one does who has no mouse."""
    for _ in range(120):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        window.page.keyboard.press("Tab")
    raise AssertionError(f"Tab never comes to {wanted}")


def _press(window: Window, button: Locator) -> None:
    _reach(window, button)
    window.page.keyboard.press("Enter")


def _to_the_field(window: Window) -> None:
    _reach(window, window.page.locator(".skip"))
    window.page.keyboard.press("Enter")
    expect(window.field).to_be_focused()


def _rewrite(window: Window, text: str, *, send: bool = True) -> None:
    window.page.keyboard.press("Control+A")
    window.page.keyboard.type(text)
    if send:
        window.page.keyboard.press("Enter")
