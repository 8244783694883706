"""Browsers, and the book they read: built once, served from a folder below the root of a plain file server."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests import published, sites
from tools import environment

Scheme = Literal["light", "dark"]
OpenPage = Callable[..., Page]

DESKTOP, PHONE = 1280, 360

# Everything is tried in Chromium, the main paths again in Firefox.
in_both = pytest.mark.parametrize("browser", ["chromium", "firefox"], indirect=True)


# What is waited for comes at once on an idle machine; on a busy one it may take its time.
expect.set_options(timeout=30_000)


def wait(page: Page, condition: str) -> None:
    """As wait_for_function, which evaluates strings in the page: its policy forbids that."""
    page.evaluate(
        f"""new Promise((done, failed) => {{
          setTimeout(() => failed(new Error("never: " + {json.dumps(condition)})), 30000)
          const look = () => ({condition}) ? done() : requestAnimationFrame(look)
          look()
        }})"""
    )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole book, built."""
    return sites.once(tmp_path_factory, "site", lambda site: sites.built(sites.ROOT / "docs", site))


@pytest.fixture(scope="session")
def home(site: Path) -> Iterator[str]:
    """The address of the book's home page."""
    with sites.serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small book of tests/books, built, which knows what its address will be."""
    return sites.once(
        tmp_path_factory, "small", lambda site: sites.built(sites.SMALL, site, ANSWERBOOK_SITE_URL=published.URL)
    )


@pytest.fixture(scope="session")
def small_home(small_site: Path) -> Iterator[str]:
    """The address of its home page."""
    with sites.serving(small_site) as address:
        yield address


@pytest.fixture(scope="session")
def disk_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small book with retired addresses, to be opened from disk."""
    return published.retired(tmp_path_factory, folders=False)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    path = environment.tests_browser()
    # Chromium's own sandbox is not to be had for root, as in a container.
    browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    path = environment.firefox()
    if path is None:
        assert "CI" not in os.environ, "Firefox has to be there: apt-get install firefox-esr"
        pytest.skip("没有 Firefox；Debian：sudo apt-get install firefox-esr")
    browser = playwright.firefox.launch(
        # Firefox as it is published, spoken to over WebDriver BiDi; without a channel it would be Playwright's own.
        channel="moz-firefox",
        executable_path=path,
        # As readers have it: to Firefox each page on disk is a site of its own. Playwright would loosen that.
        firefox_user_prefs={"security.fileuri.strict_origin_policy": True},
    )
    yield browser
    browser.close()


@pytest.fixture
def browser(request: pytest.FixtureRequest) -> Browser:
    """Chromium, unless the test names another."""
    browser: Browser = request.getfixturevalue(getattr(request, "param", "chromium"))
    return browser


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Opens pages of a width and colour scheme; fails at the end for every error and every foreign request."""
    complaints: list[str] = []
    with ExitStack() as contexts:

        def opened(width: int = DESKTOP, scheme: Scheme = "light", **options: object) -> Page:
            height = 740 if width < 600 else 900
            context: BrowserContext = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme=scheme,
                **options,  # type: ignore[arg-type]
            )
            contexts.callback(context.close)
            page = context.new_page()
            page.on("console", lambda message: note(complaints, message.type == "error", message.text))
            page.on("pageerror", lambda error: note(complaints, True, str(error)))
            page.on("request", lambda request: note(complaints, _is_foreign(request.url), request.url))
            return page

        yield opened
    assert not complaints


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A page on a desktop, light."""
    return open_page()


def note(complaints: list[str], wrong: bool, text: str) -> None:
    """Keeps what a page complains of, unless no reader is the worse for it."""
    # The browser reports the status of a page that a test asks for although it does not exist; Firefox draws what has
    # come of a formula before the rest has, and counts its children (to Playwright that is an error of the page, not a
    # line of the console): test_reading.py counts those of whole pages.
    if wrong and not re.search(r"status of 404|Incorrect number of children", text):
        complaints.append(text)


def _is_foreign(url: str) -> bool:
    return urlsplit(url).scheme in ("http", "https", "ws", "wss") and urlsplit(url).hostname != "127.0.0.1"
