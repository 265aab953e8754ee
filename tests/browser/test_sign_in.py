"""The page behind a password: one signs in once, and nothing is seen before."""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.served import Site
from tests.browser.window import Open

SECRET = "fjorton granar och en sten"


def test_nothing_is_seen_until_one_has_signed_in(tmp_path: Path, open_window: Open) -> None:
    site = Site(tmp_path, SECRET)
    site.start()
    try:
        window = open_window(site, width=360, height=740, scheme="dark")
        window.page.goto(site.address)
        expect(window.page.get_by_role("heading")).to_have_text("Logga in i Mysam")
        assert [one["id"] for one in Axe().run(window.page).response["violations"]] == []
        window.page.get_by_label("Lösenord").fill("fel")
        window.page.keyboard.press("Enter")
        expect(window.page.get_by_text("Fel lösenord")).to_be_visible()
        window.page.get_by_label("Lösenord").fill(SECRET)
        window.page.keyboard.press("Enter")
        window.ready()
        window.reload()
        assert window.page.context.cookies()[0]["httpOnly"]
    finally:
        site.stop()
