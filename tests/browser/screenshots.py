"""`make screenshots`: hold an invented meeting on the page and take the pictures that the README shows."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.conftest import ARGUMENTS, chromium
from tests.browser.served import ROOT, Site
from tests.browser.window import Window

_PLACE = ROOT / "docs" / "pictures"
_BEFORE = (
    ("Nils-Erik Skog", "Jag kan tyvärr inte vara med i dag"),
    ("Karin Bäckaby", "punkt: Sommarens jour (10 min)"),
)
_DURING = (
    ("Maj Lindhagen", "närvarande: Ester, Amina, Pär, Karin och Jovan"),
    ("Maj Lindhagen", "Vi tar Trisam nu"),
    ("Amina Rask", "Tio deltagare är inskrivna, tre har fått arbete sedan sist"),
    ("Maj Lindhagen", "vi tar Sommarens jour nu"),
    ("Karin Bäckaby", "Mottagningen har öppet som vanligt till midsommar"),
    ("Jovan Lillmark", "Då ordnar kommunen handledare till praktikanterna i juli"),
    ("Ester Holmdal", "Beslut: att jourlistan delas av alla parter"),
    ("Maj Lindhagen", "uppgift: Karin Bäckaby skickar ut jourlistan till nästa möte"),
)


def main() -> int:
    """Take the pictures; returns 1 when there is no browser."""
    program = chromium()
    if program is None:
        print("No Chromium here; install one, or name it in MYSAM_CHROMIUM.", file=sys.stderr)
        return 1
    _PLACE.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="mysam-pictures-") as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        site = Site(Path(folder))
        site.start()
        try:
            _meeting(browser, site)
        finally:
            site.stop()
            browser.close()
    return 0


def _meeting(browser: Browser, site: Site) -> None:
    talk = _window(browser, site, 1280, 900)
    for who, text in _BEFORE:
        _say(talk, who, text)
    talk.be("Maj Lindhagen")
    talk.step("start")
    expect(talk.part("meeting")).to_contain_text("Möte pågår")
    for who, text in _DURING:
        _say(talk, who, text)
    talk.be("Ester Holmdal")
    talk.tool("skickar ut jourlistan", "react")
    talk.page.locator(".chip.choice").first.click()
    _take(_window(browser, site, 1280, 900), "meeting")
    _take(_window(browser, site, 390, 844, you="Karin Bäckaby"), "phone")
    talk.be("Maj Lindhagen")
    talk.step("end")
    talk.step("publish")
    talk.confirm()
    expect(talk.part("published").locator(".minutes > li")).to_have_count(2)
    published = _window(browser, site, 1280, 900, scheme="dark", you="Karin Bäckaby")
    published.part("published").get_by_role("button").first.click()
    expect(published.part("sheet-title")).to_be_visible()
    _take(published, "minutes")


def _window(
    browser: Browser, site: Site, width: int, height: int, *, scheme: str = "light", you: str = "Maj Lindhagen"
) -> Window:
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="sv-SE",
        timezone_id="Europe/Stockholm",
        reduced_motion="reduce",
    )
    return Window(context.new_page(), site.address).open(you)


def _say(window: Window, who: str, text: str) -> None:
    window.be(who)
    window.say(text)


def _take(window: Window, name: str) -> None:
    expect(window.page.locator("article.message").last).to_be_visible()
    window.page.screenshot(path=_PLACE / f"{name}.png")
    window.page.context.close()


if __name__ == "__main__":
    sys.exit(main())
