"""What one window writes and the others see, and what is for one person only."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.served import Site
from tests.browser.window import ENGLISH, Open, Window


def test_what_one_writes_the_others_see_at_once_with_its_changes(site: Site, open_window: Open, window: Window) -> None:
    other = open_window(site).open("Karin Bäckaby")
    window.say("Hej alla, rummet är bokat")
    expect(other.message("rummet är bokat")).to_be_visible()
    other.tool("rummet är bokat", "reply")
    other.say("Tack för det!")
    expect(window.page.locator(".replies").filter(has_text="Tack för det!")).to_be_visible()
    window.tool("rummet är bokat", "edit")
    window.say("Hej alla, stora rummet är bokat")
    expect(other.message("stora rummet")).to_contain_text("ändrat")
    other.tool("stora rummet", "react")
    other.page.get_by_role("button", name="Reagera med ✅").click()
    expect(window.message("stora rummet").locator(".chip")).to_have_attribute("aria-label", "✅ Karin Bäckaby")
    other.tool("Tack för det!", "delete")
    other.confirm()
    expect(window.message("Tack för det!")).to_have_count(0)


def test_a_private_answer_is_seen_by_its_person_only(site: Site, open_window: Open, window: Window) -> None:
    other = open_window(site).open("Karin Bäckaby")
    other.look("direct")
    other.field.fill("hjälp")
    other.page.keyboard.press("Enter")
    expect(other.page.locator("article.bot").last).to_be_visible()
    other.look("channel")
    other.say("Nu vet jag hur det går till")
    expect(window.message("Nu vet jag")).to_be_visible()
    window.look("direct")
    expect(window.message("hjälp")).to_have_count(0)
    other.be("Jovan Lillmark")
    other.look("direct")
    expect(other.page.locator("article.message")).to_have_count(0)


def test_a_personal_number_is_kept_by_nobody_and_seen_by_nobody(site: Site, open_window: Open, window: Window) -> None:
    other = open_window(site).open("Karin Bäckaby")
    window.field.fill("Det gäller 19121212-1212 som väntar")
    window.page.keyboard.press("Enter")
    expect(window.message("Stoppat")).to_be_visible()
    window.say("Jag skriver om det")
    expect(other.message("Jag skriver om det")).to_be_visible()
    assert "19121212" not in other.page.content() + window.page.content()
    kept = b"".join(one.read_bytes() for one in site.data.iterdir())
    assert b"1212-1212" not in kept


def test_the_draft_is_for_those_who_lead(site: Site, open_window: Open, window: Window) -> None:
    other = open_window(site).open("Karin Bäckaby")
    window.step("start")
    window.say("Beslut: att vi köper in fler stolar")
    window.step("end")
    window.step("draft")
    expect(window.part("draft-reads")).to_contain_text("fler stolar")
    expect(other.part("meeting")).to_contain_text("Nästa möte")
    expect(other.part("lead")).to_be_hidden()
    other.look("direct")
    other.say("visa utkast")
    expect(other.page.locator("article.bot").last).to_be_visible()
    expect(other.message("fler stolar")).to_have_count(0)


def test_two_who_edit_one_passage_see_each_others_text(site: Site, open_window: Open, window: Window) -> None:
    other = open_window(site).open("Maj Lindhagen")
    window.step("start")
    window.say("Beslut: att vi köper in fler stolar")
    window.step("end")
    for one in (window, other):
        one.step("draft")
        expect(one.part("draft-pieces").locator("textarea").first).to_be_visible()
    mine, theirs = (one.part("draft-pieces").locator("textarea").first for one in (window, other))
    mine.fill("Att köpa in sex stolar")
    theirs.fill("Att köpa in åtta stolar")
    window.part("draft-pieces").get_by_role("button").first.click()
    expect(other.part("draft-pieces").get_by_role("alert")).to_contain_text("Att köpa in sex stolar")
    expect(theirs).to_have_value("Att köpa in åtta stolar")
    other.page.get_by_role("button", name="Använd min text").click()
    expect(window.part("draft-reads")).to_contain_text("åtta stolar")
    expect(mine).to_have_value("Att köpa in åtta stolar")


def test_what_is_not_saved_in_the_draft_is_neither_lost_nor_left_out(window: Window) -> None:
    window.step("start")
    window.say("Beslut: att vi köper in fler stolar")
    window.step("end")
    window.step("draft")
    piece = window.part("draft-pieces").locator("textarea").first
    piece.fill("Att köpa in sex stolar")
    window.part("draft-publish").click()
    expect(window.part("toasts")).to_contain_text("inte är sparad")
    window.part("sheet-close").click()
    window.step("draft")
    expect(piece).to_have_value("Att köpa in sex stolar")
    window.part("draft-pieces").get_by_role("button").first.click()
    expect(window.part("draft-reads")).to_contain_text("sex stolar")
    window.part("draft-publish").click()
    window.confirm()
    expect(window.message("sex stolar")).to_have_count(1)


def test_each_group_has_its_own_talk_meeting_and_people(site: Site, open_window: Open, window: Window) -> None:
    other = open_window(site).open("Ada Thorne", group=ENGLISH, language="en")
    expect(other.part("meeting")).to_contain_text("Fairholm Library Council")
    other.say("item: Lamps in the reading room")
    expect(other.part("agenda")).to_contain_text("Lamps in the reading room")
    window.say("Bara för oss i Ekvik")
    expect(other.message("Bara för oss")).to_have_count(0)
    window.part("group").select_option(ENGLISH)
    expect(window.message("Lamps in the reading room").first).to_be_visible()
    expect(window.part("agenda")).to_contain_text("Lamps in the reading room")
    expect(window.message("Bara för oss")).to_have_count(0)


def test_the_language_is_switched_where_one_stands(onlooker: Window) -> None:
    onlooker.field.fill("Halvskrivet")
    onlooker.part("settings").locator("summary").click()
    onlooker.part("language").select_option("en")
    expect(onlooker.part("send")).to_have_text("Send")
    expect(onlooker.page.locator("html")).to_have_attribute("lang", "en")
    expect(onlooker.part("agenda-title")).to_have_text("Agenda")
    expect(onlooker.field).to_have_value("Halvskrivet")
    onlooker.reload()
    expect(onlooker.part("send")).to_have_text("Send")


@pytest.mark.parametrize("words", ["närv", "hjä"], ids=["roll call", "help"])
def test_commands_are_completed_from_the_catalogue(onlooker: Window, words: str) -> None:
    onlooker.field.press_sequentially(f"/minutes {words}")
    expect(onlooker.part("suggestions").get_by_role("option").first).to_be_visible()
    onlooker.page.keyboard.press("Enter")
    expect(onlooker.part("suggestions")).to_be_hidden()
    assert onlooker.field.input_value().startswith(f"/minutes {words}")
