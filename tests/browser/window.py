"""A window on the page, in the words of those who use it: who one is, what one says, presses and sees."""

from __future__ import annotations

import re
from typing import Protocol
from urllib.parse import urlencode

from playwright.sync_api import ConsoleMessage, Locator, Page, Request, expect

from tests.browser.served import Site

SWEDISH, ENGLISH = "mysam-ekvik", "fairholm-library-council"
_LOST = "WebSocket connection to"


class Open(Protocol):
    """Makes a window on a site."""

    def __call__(self, site: Site, *, width: int = 1280, height: int = 900, scheme: str = "light") -> Window: ...


class Window:
    """One open page. `complaints` is what the browser had to say against it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.complaints: list[str] = []
        self.loses_connection = False
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._follow)

    def open(self, you: str = "Maj Lindhagen", *, group: str = "", language: str = "sv") -> Window:
        """Open the page as somebody."""
        asked = {"you": you, "language": language, **({"group": group} if group else {})}
        self.page.goto(f"{self.address}/#{urlencode(asked)}")
        self.ready()
        return self

    def ready(self) -> None:
        """Wait until the page shows what it has been sent."""
        expect(self.page.locator("body")).to_have_attribute("data-ready", "true")
        expect(self.page.locator("#meeting h3")).not_to_be_empty()

    def reload(self) -> None:
        """Load the page anew."""
        self.page.reload()
        self.ready()

    def be(self, name: str) -> None:
        """Choose who one is."""
        self.page.locator("#you").select_option(name)
        expect(self.field).to_be_editable()

    def look(self, view: str) -> None:
        """Choose the channel, the private talk or the meeting."""
        self.page.locator(f"#view-{view}").click()

    @property
    def field(self) -> Locator:
        """The field one writes in."""
        return self.page.locator("#text")

    def say(self, text: str) -> None:
        """Write something where one is, and see it stand there."""
        self.field.fill(text)
        self.page.locator("#send").click()
        expect(self.message(text.splitlines()[0]).last).to_be_visible()

    def message(self, words: str | re.Pattern[str]) -> Locator:
        """Find the messages that hold these words."""
        return self.page.locator("article.message").filter(has_text=words)

    def tool(self, words: str, what: str) -> None:
        """Use one of the buttons that a message has: reply, edit, delete, react, captured."""
        message = self.message(words).last
        message.hover()
        message.locator(f"[id$='-{what}']").click()

    def step(self, id: str) -> None:
        """Press one of the buttons of those who lead."""
        self.page.locator(f"#step-{id}").click()

    def confirm(self) -> None:
        """Say yes to what is asked."""
        self.page.locator("#confirm-yes").click()

    def part(self, id: str) -> Locator:
        """Give a part of what stands beside the talk."""
        return self.page.locator(f"#{id}")

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not (self.loses_connection and message.text.startswith(_LOST)):
            self.complaints.append(message.text)

    def _follow(self, request: Request) -> None:
        if not request.url.startswith((f"{self.address}/", "data:", "blob:")):
            self.complaints.append(f"asked elsewhere: {request.url}")
