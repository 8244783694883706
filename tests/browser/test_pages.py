"""What readers see and do on every kind of page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import sites
from tools import looks

from .conftest import DESKTOP, PHONE, OpenPage, in_both

# Where each kind of page is in the small book: all of tools/kinds.yml but for those that are a part of another.
KINDS = {kind.name: kind.small for kind in looks.kinds() if kind.small is not None}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Every move of something that was already there, as Chromium counts it: how much, what, from where to where.
SHIFT = """() => new Promise((resolve) => {
  const moves = []
  const place = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join()
  const told = ({ node, previousRect, currentRect }) =>
    `${(node?.outerHTML ?? node?.data)?.slice(0, 60)}: ${place(previousRect)} -> ${place(currentRect)}`
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) moves.push([value, ...sources.map(told)])
  }).observe({ type: "layout-shift", buffered: true })
  setTimeout(() => resolve(moves), 300)
})"""


def each_kind(page: Page, home: str, width: int = 0) -> Iterator[str]:
    """Open one kind of page after the other, each as on a first visit: nothing of an earlier one was kept."""
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.add_init_script("localStorage.clear(); sessionStorage.clear()")
    for kind, address in KINDS.items():
        if width:
            page.set_viewport_size({"width": width, "height": 740})
        page.goto(home + address)
        yield kind


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_a_page_that_comes_in_pieces_moves_nothing_that_was_drawn(
    open_page: OpenPage, small_site: Path, subtests: pytest.Subtests, width: int
) -> None:
    """As over a slow line, or on a busy machine, which draws a page that it has read in part."""
    with sites.serving(small_site, piece=1300) as home:
        page = open_page(width)
        for kind in each_kind(page, home):
            with subtests.test(kind):
                assert page.evaluate(SHIFT) == []
        page.close()


@pytest.mark.parametrize("browser", ["firefox"], indirect=True)
def test_firefox_has_room_for_every_kind_of_page_on_a_phone(open_page: OpenPage, small_home: str) -> None:
    page = open_page(PHONE)
    for address in KINDS.values():
        page.goto(small_home + address)
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate(SIDEWAYS) <= 0, address


def test_no_answer_scrolls_sideways_on_a_phone(open_page: OpenPage, home: str, site: Path) -> None:
    page = open_page(PHONE)
    wide = []
    for path in sorted((site / "q").glob("*/index.html")):
        page.goto(f"{home}q/{path.parent.name}/", wait_until="domcontentloaded")
        if page.evaluate(SIDEWAYS) > 0:
            wide.append(path.parent.name)
    assert not wide


@in_both
def test_a_reader_walks_from_the_home_page_to_an_answer_and_on(page: Page, small_home: str) -> None:
    page.goto(small_home)
    page.get_by_role("link", name="甲专题").click()
    page.get_by_role("link", name="还有什么？").last.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("还有什么？")
    page.get_by_role("navigation", name="本专题的前后两题").get_by_role("link", name="第二题").click()
    expect(page).to_have_url(f"{small_home}q/second-question/")
    page.get_by_role("navigation", name="所在位置").get_by_role("link", name="甲专题").click()
    expect(page).to_have_url(f"{small_home}alpha/")


def test_on_a_phone_the_drawer_holds_the_topic_and_the_places_of_the_book(open_page: OpenPage, small_home: str) -> None:
    page = open_page(PHONE)
    page.goto(f"{small_home}q/first-question/")
    link = page.locator(".md-sidebar--primary").get_by_role("link", name="第二题是什么？")
    expect(link).not_to_be_in_viewport()
    page.locator(".md-header label[for=__drawer]").click()
    expect(link).to_be_in_viewport()
    expect(page.locator(".drawer-place").get_by_role("link", name="标签")).to_be_visible()
    link.click()
    expect(page).to_have_url(f"{small_home}q/second-question/")


def test_colours_follow_the_system_until_the_reader_chooses(open_page: OpenPage, small_home: str) -> None:
    page = open_page(scheme="dark")
    page.goto(small_home)
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_title("配色：跟随系统").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.get_by_title("配色：浅色").click()
    page.emulate_media(color_scheme="light")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_title("配色：深色").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")


@in_both
def test_the_colours_that_were_chosen_stay(page: Page, small_home: str) -> None:
    page.goto(small_home)
    page.get_by_title("配色：跟随系统").click()
    page.get_by_title("配色：浅色").click()
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(f"{small_home}q/first-question/")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


@in_both
@pytest.mark.parametrize("followed", [False, True], ids=["opened", "followed"])
def test_a_part_is_shown_right_below_the_header(page: Page, small_home: str, followed: bool) -> None:
    page.set_viewport_size({"width": DESKTOP, "height": 300})
    address = f"{small_home}q/first-question/"
    page.goto(address if followed else f"{address}#a-table")
    if followed:
        page.get_by_role("navigation", name="本页各部分").get_by_role("link", name="一张表", exact=True).click()
        expect(page).to_have_url(f"{address}#a-table")
    expect(page.get_by_role("heading", name="一张表")).to_be_in_viewport()
    header, top = page.evaluate(
        """() => [
          document.querySelector(".md-header").getBoundingClientRect().bottom,
          document.querySelector("#a-table").getBoundingClientRect().top,
        ]"""
    )
    assert header <= top < 2 * header


def test_without_scripts_an_answer_is_complete(open_page: OpenPage, small_home: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{small_home}q/first-question/")
    expect(page.get_by_text("因为 a<b，所以 x & y 成立。")).to_be_visible()
    for formula in page.locator("mjx-container[display] svg").all():
        expect(formula).to_be_visible()


@in_both
def test_the_keyboard_reaches_the_text_first(page: Page, small_home: str) -> None:
    page.goto(f"{small_home}q/first-question/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_a_wide_table_scrolls_in_its_own_box(open_page: OpenPage, small_home: str) -> None:
    page = open_page(PHONE)
    page.goto(f"{small_home}q/third-question/")
    table = page.locator(".table")
    table.locator("td").last.evaluate("cell => { cell.textContent = 'x'.repeat(80) }")
    assert table.evaluate("box => box.scrollWidth > box.clientWidth")
    assert page.evaluate(SIDEWAYS) <= 0


def test_a_term_is_a_paragraph_on_a_phone_and_a_row_on_a_desktop(open_page: OpenPage, small_home: str) -> None:
    for width, rows in ((PHONE, "block"), (DESKTOP, "table-row")):
        page = open_page(width)
        page.goto(f"{small_home}glossary/")
        table = page.get_by_role("region", name="术语表")
        assert table.evaluate("box => box.scrollWidth <= box.clientWidth")
        assert table.locator("tbody tr").first.evaluate("row => getComputedStyle(row).display") == rows


def test_the_head_of_a_topic_is_folded_on_a_phone_until_somebody_wants_it(open_page: OpenPage, small_home: str) -> None:
    page = open_page(PHONE)
    page.goto(f"{small_home}alpha/")
    folded = "box => box.scrollHeight > box.clientHeight"
    page.locator(".map").evaluate("box => { box.lastElementChild.append('一'.repeat(300)) }")
    assert page.locator(".map").evaluate(folded)
    page.get_by_label("读完导言").check()
    assert not page.locator(".map").evaluate(folded)
    expect(page.get_by_label("读完导言")).to_be_hidden()
    page.set_viewport_size({"width": DESKTOP, "height": 900})
    page.reload()
    expect(page.get_by_label("读完导言")).to_be_hidden()
    assert not page.locator(".map").evaluate(folded)


def test_paper_shows_the_answer_and_nothing_to_click(page: Page, small_home: str) -> None:
    page.goto(f"{small_home}q/first-question/")
    page.emulate_media(media="print")
    expect(page.locator("#short")).to_be_visible()
    for selector in (".md-header", "#__drawer", ".md-sidebar--primary", ".neighbours", ".related", ".book-footer"):
        expect(page.locator(selector)).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


@in_both
def test_code_is_copied_as_it_stands(open_page: OpenPage, small_home: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{small_home}q/first-question/")
    page.get_by_role("button", name="复制", exact=True).click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    expect(page.locator("#answerbook-status")).to_have_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()") == 'print("<b>")\n'
