"""Long lists of what the book knows: found by typing, read without scripts, reached by links from answers."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from .conftest import DESKTOP, PHONE, OpenPage, Scheme, in_both


@in_both
def test_only_the_rows_that_hold_what_is_typed_are_left(page: Page, small_home: str) -> None:
    page.goto(f"{small_home}measured/")
    rows = page.locator("[data-row]")
    expect(rows.filter(visible=True)).to_have_count(2)
    page.get_by_role("searchbox", name="只看含有这些词的").fill("ＮumPy 舍入")
    expect(rows.filter(visible=True)).to_have_count(1)
    expect(page.get_by_text("1 条", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="甲专题")).to_be_hidden()
    page.get_by_role("searchbox").fill("没有这样的词")
    expect(rows.filter(visible=True)).to_have_count(0)
    # A link to a row that is not shown shows it.
    page.evaluate("location.hash = 'python-keeps-the-order-of-a-dict'")
    expect(page.locator("#python-keeps-the-order-of-a-dict")).to_be_in_viewport()
    expect(rows.filter(visible=True)).to_have_count(2)


def test_what_was_measured_is_read_without_scripts(open_page: OpenPage, small_home: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{small_home}q/third-question/")
    page.get_by_role("link", name="实测：numpy 2.4，2026-03").first.click()
    row = page.locator("#numpy-rounds-half-to-even")
    expect(row).to_be_in_viewport()
    expect(page.get_by_text("只看含有这些词的")).to_be_hidden()
    row.get_by_role("link", name="脚本").click()
    expect(page.get_by_text("numpy.round(2.5)")).to_be_visible()


def test_other_pages_do_not_load_what_only_these_need(page: Page, small_home: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{small_home}q/third-question/", wait_until="networkidle")
    assert not [url for url in asked if "records." in url or "filter.js" in url]
    page.goto(f"{small_home}measured/", wait_until="networkidle")
    assert len([url for url in asked if "records." in url or "filter.js" in url]) == 2


@pytest.mark.parametrize("width", [PHONE, 768, DESKTOP])
def test_lines_part_what_was_measured_and_not_its_cells(open_page: OpenPage, small_home: str, width: int) -> None:
    page = open_page(width)
    page.goto(f"{small_home}measured/")
    line = "all => all.map((one) => getComputedStyle(one).borderBottomWidth)"
    assert {*page.locator(".records td").evaluate_all(line)} == {"0px"}
    assert {*page.locator(".records tbody").evaluate_all(line)} == {"1px"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_can_be_typed_is_shown_whole_and_can_be_read(open_page: OpenPage, home: str, scheme: Scheme) -> None:
    page = open_page(360, scheme)
    page.goto(f"{home}measured/")
    field = page.get_by_role("searchbox", name="只看含有这些词的")
    colours = field.evaluate(
        "(one) => [getComputedStyle(one, '::placeholder'), getComputedStyle(document.querySelector('.lead'))]"
        ".map((style) => style.color)"
    )
    assert colours[0] == colours[1]
    field.evaluate("(one) => (one.value = one.placeholder)")
    assert field.evaluate("(one) => one.scrollWidth <= one.clientWidth")


def test_a_work_to_be_cited_is_shown_whole(open_page: OpenPage, home: str) -> None:
    page = open_page(360)
    page.goto(f"{home}editions/")
    wide = page.locator(".highlight pre").evaluate_all(
        "all => all.filter((one) => one.scrollWidth > one.clientWidth).length"
    )
    assert wide == 0


def test_the_name_of_a_package_and_its_version_are_in_one_line(open_page: OpenPage, home: str) -> None:
    page = open_page(768)
    page.goto(f"{home}measured/")
    name = page.locator(".versions > span", has_text=re.compile("^transformers 5")).first
    assert name.evaluate("one => one.getBoundingClientRect().height < 2 * parseFloat(getComputedStyle(one).fontSize)")


def test_the_table_of_evidence_fits_a_phone(open_page: OpenPage, home: str) -> None:
    page = open_page(PHONE)
    page.goto(f"{home}evidence/")
    table = page.locator(".tally")
    assert table.evaluate("box => box.scrollWidth - box.clientWidth") <= 0
    # Nothing is broken but long names of topics: 117/129 is on one line.
    one = "all => all.map((cell) => { const box = document.createRange(); box.selectNodeContents(cell);"
    lines = table.locator("td:last-child").evaluate_all(f"{one} return box.getClientRects().length }})")
    assert {*lines} == {1}


@pytest.mark.parametrize("address", ["measured/", "evidence/", "glossary/"])
def test_a_long_table_begins_on_the_sheet_where_it_is_told(page: Page, home: str, address: str) -> None:
    page.goto(home + address)
    first = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))[0]
    assert len(first.get_textpage().get_text_bounded()) > 400
    page.emulate_media(media="print")
    breaks = page.locator("main table").evaluate_all("all => all.map((one) => getComputedStyle(one).breakInside)")
    assert {*breaks} == {"auto"}


def test_on_paper_nothing_waits_to_be_opened(page: Page, home: str) -> None:
    for address, folded, inside in (
        ("practice/", ".practice__topic", "li"),
        ("evidence/norms/", ".evidence-answer details", "li"),
    ):
        page.goto(home + address)
        first = page.locator(folded).first.locator(inside).first
        page.emulate_media(media="screen")
        expect(first).to_be_hidden()
        page.emulate_media(media="print")
        expect(first).to_be_visible()
        assert first.evaluate("one => one.getBoundingClientRect().height") > 0
