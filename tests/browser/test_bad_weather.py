"""What goes wrong on a page: markup in what people write, reloads, lost lines, floods, and pages grown old."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import WebSocketRoute, expect

from tests.browser.served import Site
from tests.browser.window import Open, Window

HOSTILE = {
    "an image": "<img src=x onerror=alert(1)>",
    "a script": "<script>document.title='x'</script>",
    "a template": "{{constructor}} ${1} &lt;b&gt;",
    "markdown": "**fet** [länk](javascript:alert(1)) `kod`",
    "an attribute": '" onmouseover="alert(1)" x="',
}
SOCKET = re.compile("/socket$")


@pytest.mark.parametrize("place", ["#messages", "#agenda"], ids=["in the talk", "on the agenda"])
def test_what_people_write_is_text_and_never_markup(standing_site: Site, open_window: Open, place: str) -> None:
    window = open_window(standing_site).open("Karin Bäckaby" if place == "#messages" else "Jovan Lillmark")
    for words in HOSTILE.values():
        window.say(words if place == "#messages" else f"punkt: {words}")
    shown = window.page.locator(place)
    expect(shown).to_contain_text("onerror=alert(1)")
    expect(shown.locator("img, script, b, [onerror], [onmouseover], a[href^=javascript]")).to_have_count(0)
    assert window.page.title().startswith("Mysam")


def test_letters_that_turn_the_reading_about_are_taken_out(onlooker: Window) -> None:
    onlooker.field.fill("Fakturan \u202egnp.exe är\u2066 här")
    onlooker.page.keyboard.press("Enter")
    expect(onlooker.message("Fakturan")).to_be_visible()
    said = onlooker.message("Fakturan").locator(".text").inner_text()
    assert not set(said) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_a_reload_loses_nothing_and_doubles_nothing(window: Window) -> None:
    window.say("punkt: Skyltar i entrén")
    window.field.fill("Halvskrivet")
    before = window.page.locator("article.message").count()
    window.reload()
    expect(window.field).to_have_value("Halvskrivet")
    expect(window.page.locator("article.message")).to_have_count(before)
    expect(window.part("agenda").get_by_text("Skyltar i entrén")).to_have_count(1)
    expect(window.part("you")).to_have_value("Maj Lindhagen")


def test_what_was_sent_while_the_program_was_away_arrives_once(site: Site, open_window: Open, window: Window) -> None:
    other = open_window(site).open("Karin Bäckaby")
    window.loses_connection = other.loses_connection = True
    site.stop()
    expect(window.part("connection")).to_contain_text("Återansluter")
    for text in ("punkt: Skyltar i entrén", "Det första", "Det andra"):
        window.field.fill(text)
        window.page.keyboard.press("Enter")
    site.start()
    for one in (window, other):
        for text in ("Skyltar i entrén", "Det första", "Det andra"):
            expect(one.page.locator("article.message:not(.bot)").filter(has_text=text)).to_have_count(1)
    expect(other.part("agenda").get_by_text("Skyltar i entrén")).to_have_count(1)


def test_what_is_sent_again_since_the_answer_was_lost_counts_once(site: Site, open_window: Open) -> None:
    window = open_window(site)
    lost: list[str] = []

    def line(route: WebSocketRoute) -> None:
        server = route.connect_to_server()

        def carry(frame: str | bytes) -> None:
            if not lost and '"ack"' in str(frame):
                lost.append(str(frame))
                route.close(code=1001)
            else:
                route.send(frame)

        server.on_message(carry)

    window.page.route_web_socket(SOCKET, line)
    window.open("Maj Lindhagen")
    window.say("punkt: Skyltar i entrén")
    expect(window.part("connection")).to_have_text("Ansluten igen.")
    window.say("Och nu är jag tillbaka")
    assert lost
    expect(window.page.locator("article.message:not(.bot)").filter(has_text="Skyltar i entrén")).to_have_count(1)
    expect(window.part("agenda").get_by_text("Skyltar i entrén")).to_have_count(1)


def test_a_flood_from_one_page_leaves_the_others_working(site: Site, open_window: Open, window: Window) -> None:
    flooding = open_window(site).open("Karin Bäckaby")
    flooding.page.evaluate(
        """() => new Promise((done) => {
            const line = new WebSocket(`ws://${location.host}/socket`);
            line.onopen = () => {
                line.send(JSON.stringify({ type: "hello", group: "mysam-ekvik", account: "Karin Bäckaby", since: 0,
                    version: document.documentElement.dataset.version, language: "sv" }));
                for (let n = 0; n < 1000; n += 1) {
                    const key = `flood-${String(n).padStart(6, "0")}`;
                    line.send(JSON.stringify({ type: "write", key, text: `flod ${n}` }));
                }
                line.send("{".repeat(1000));
                line.send(JSON.stringify({ type: "write", key: "flood-big-one", text: "x".repeat(1_000_000) }));
                done();
            };
        })"""
    )
    window.say("punkt: Skyltar i entrén")
    expect(window.part("agenda")).to_contain_text("Skyltar i entrén")
    flooding.say("Förlåt, det var jag")
    expect(window.message("Förlåt, det var jag")).to_be_visible()
    assert window.message("flod").count() < 100


def test_a_message_that_is_too_long_is_given_back_with_a_clear_word(onlooker: Window) -> None:
    onlooker.field.fill("ett långt ord " * 700)
    onlooker.page.keyboard.press("Enter")
    expect(onlooker.part("toasts")).to_contain_text("för långt")
    expect(onlooker.field).to_have_value(re.compile("^ett långt ord"))


def test_a_page_from_before_an_update_is_told_to_load_anew(standing_site: Site, open_window: Open) -> None:
    window = open_window(standing_site)
    window.page.add_init_script(
        "addEventListener('DOMContentLoaded', () => { document.documentElement.dataset.version = 'old'; })"
    )
    window.page.goto(window.address)
    expect(window.part("connection")).to_contain_text("Sidan har fått en ny version")
    expect(window.part("connection").get_by_role("button", name="Ladda om")).to_be_visible()
