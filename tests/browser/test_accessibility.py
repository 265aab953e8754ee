"""Every view of the page for everybody: no violation that axe finds, in each language, scheme and width."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.served import Site
from tests.browser.window import ENGLISH, SWEDISH, Open, Window

_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
_ALL = (("sv", "light", 1280), ("sv", "dark", 360), ("en", "light", 360), ("en", "dark", 1280))


@pytest.fixture(scope="module")
def site(standing_site: Site, open_window_for_all: Open) -> Site:
    """Give groups in which much has happened: a meeting that is open in one, a draft to look over in the other."""
    sv = open_window_for_all(standing_site).open("Maj Lindhagen", group=SWEDISH)
    sv.step("start")
    sv.say("närvarande: Ester och Amina")
    sv.say("Nils-Erik har förhinder")
    sv.step("next")
    sv.say("Beslut: att vi köper in fler stolar")
    sv.tool("fler stolar", "react")
    sv.page.get_by_role("button", name="Reagera med ✅").click()
    sv.tool("fler stolar", "reply")
    sv.say("Det var på tiden")
    sv.say("uppgift: Pär Sundell mäter rummet")
    sv.say("vem har nyckeln?")
    sv.tool("vem har nyckeln", "delete")
    sv.confirm()
    en = open_window_for_all(standing_site).open("Ada Thorne", group=ENGLISH, language="en")
    en.step("start")
    en.say("decision: we buy a dozen lamps")
    en.step("end")
    expect(en.part("step-draft")).to_be_visible()
    return standing_site


@pytest.mark.parametrize(("language", "scheme", "width"), _ALL, ids=["-".join(map(str, one)) for one in _ALL])
def test_no_view_has_a_violation(site: Site, open_window: Open, language: str, scheme: str, width: int) -> None:
    window = open_window(site, width=width, height=800, scheme=scheme)
    found: list[str] = []
    window.open("Maj Lindhagen", group=SWEDISH, language=language)
    _toggle_much(window)
    found += _violations(window, "channel")
    window.look("direct")
    found += _violations(window, "private talk")
    if width < 960:
        window.look("meeting")
    window.part("answer-substitute").click()
    found += _violations(window, "meeting")
    window.part("open-figures").click()
    expect(window.part("figure-actions")).to_be_visible()
    found += _violations(window, "figures")
    window.part("sheet-close").click()
    window.part("published").get_by_role("button").first.click()
    expect(window.part("sheet-title")).to_be_visible()
    found += _violations(window, "published minutes")
    window.open("Ada Thorne", group=ENGLISH, language=language)
    window.page.reload()
    window.ready()
    if width < 960:
        window.look("meeting")
    found += _violations(window, "meeting with a draft")
    window.step("draft")
    expect(window.part("draft-pieces").locator("textarea").first).to_be_visible()
    found += _violations(window, "draft")
    window.part("sheet-close").click()
    window.step("publish")
    expect(window.part("confirm-no")).to_be_visible()
    found += _violations(window, "question")
    assert not found, "\n".join(found)


def _toggle_much(window: Window) -> None:
    """Open what can be opened in the talk: the facts of a message, the choice of reactions, completion."""
    window.tool("fler stolar", "captured")
    expect(window.page.locator(".captured")).to_be_visible()
    window.tool("mäter rummet", "react")
    window.field.fill("/minutes ")
    expect(window.part("suggestions")).to_be_visible()


def _violations(window: Window, view: str) -> list[str]:
    """Give what axe finds, and whether the view is wider than the window."""
    results = Axe().run(window.page, options=_RULES).response
    wide = window.page.evaluate("document.scrollingElement.scrollWidth > innerWidth")
    told = [
        f"{view}: {one['id']} at {node['target']}: {node['failureSummary']}"
        for one in results["violations"]
        for node in one["nodes"][:3]
    ]
    return told + ([f"{view}: wider than the window"] if wide else [])
