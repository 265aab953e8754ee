"""What tests of the page share: a browser, the program with its first groups, and windows that must not complain."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.served import Site
from tests.browser.window import Open, Window

_NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


_PATIENCE = 10_000
"""Milliseconds until what is waited for is taken not to come."""

expect.set_options(timeout=_PATIENCE)


def chromium() -> str | None:
    """Give the browser's program: the one that MYSAM_CHROMIUM names, or the system's."""
    return os.environ.get("MYSAM_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the system's browser; MYSAM_CHROMIUM names another."""
    program = chromium()
    if program is None:
        pytest.skip("no Chromium here; install one, or name it in MYSAM_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def first_data(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the data of a program that has been started once; depends on the browser, without which it is not needed."""
    data = tmp_path_factory.mktemp("first")
    site = Site(data)
    site.start()
    site.stop()
    return data


@pytest.fixture
def site(first_data: Path, tmp_path: Path) -> Iterator[Site]:
    """Serve the page from data of its own."""
    made = Site(Path(shutil.copytree(first_data, tmp_path / "data")))
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="session")
def standing_site(first_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the page to tests that only look."""
    made = Site(Path(shutil.copytree(first_data, tmp_path_factory.mktemp("standing") / "data")))
    made.start()
    yield made
    made.stop()


@pytest.fixture
def open_window(browser: Browser) -> Iterator[Open]:
    """Give a function that makes a window on a site; at the end none of them may have complained."""
    yield from _windows(browser)


@pytest.fixture(scope="module")
def open_window_for_all(browser: Browser) -> Iterator[Open]:
    """Give the same for what all tests of a file begin with."""
    yield from _windows(browser)


@pytest.fixture
def window(site: Site, open_window: Open) -> Window:
    """Open a window on a site of the test's own, as the one who leads."""
    return open_window(site).open()


@pytest.fixture
def onlooker(standing_site: Site, open_window: Open) -> Window:
    """Open a window on the site that many tests share, for what leaves no mark on the meeting."""
    return open_window(standing_site).open()


def _windows(browser: Browser) -> Iterator[Open]:
    made: list[Window] = []

    def make(site: Site, *, width: int = 1280, height: int = 900, scheme: str = "light") -> Window:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            locale="sv-SE",
            timezone_id="Europe/Stockholm",
            reduced_motion="reduce",
        )
        context.set_default_timeout(_PATIENCE)
        made.append(Window(context.new_page(), site.address))
        return made[-1]

    yield make
    complaints = [one for window in made for one in window.complaints]
    for window in made:
        window.page.context.close()
    assert complaints == []
