"""The night before an interview: a switch that leaves of an answer what has to be known, and is remembered."""

from __future__ import annotations

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage, in_both

THIRD = "q/third-question/"


@in_both
def test_only_what_has_to_be_known_is_left_and_stays_so(page: Page, small_home: str) -> None:
    page.goto(small_home + THIRD)
    switch = page.get_by_role("button", name="面试前夜")
    expect(page.locator(".numbers")).to_be_hidden()
    switch.click()
    for address in (THIRD, "q/first-question/"):
        page.goto(small_home + address)
        expect(switch).to_have_attribute("aria-pressed", "true")
        for part in ("#short", "#pitfalls", "#follow-ups", ".body li"):
            expect(page.locator(part).first).to_be_visible()
        for part in ("#details", "#code", "#references"):
            expect(page.locator(part)).not_to_be_visible()
    page.goto(small_home + THIRD)
    expect(page.locator(".spoken")).to_be_visible()
    expect(page.locator(".numbers")).to_be_visible()
    expect(page.get_by_text("其余的收起了")).to_be_visible()
    expect(page.locator("#grading")).to_be_hidden()
    switch.click()
    page.reload()
    expect(page.locator("#grading")).to_be_visible()


def test_a_link_to_a_part_shows_it_all_the_same(page: Page, small_home: str) -> None:
    page.goto(small_home + THIRD)
    page.get_by_role("button", name="面试前夜").click()
    page.goto(f"{small_home}{THIRD}#second-part")
    page.reload()
    expect(page.locator("#second-part")).to_be_in_viewport()
    page.goto(small_home + THIRD)
    expect(page.locator("#details")).to_be_hidden()
    page.evaluate("location.hash = 'details'")
    expect(page.locator("#details")).to_be_in_viewport()


def test_the_page_for_the_night_before_needs_no_script(open_page: OpenPage, small_home: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(small_home + THIRD)
    expect(page.locator(".night-switch")).to_be_hidden()
    page.goto(f"{small_home}beta/")
    page.get_by_role("link", name="面试前夜").click()
    expect(page.locator(".spoken")).to_be_visible()


def test_a_check_opens_when_somebody_wants_to_see_it(page: Page, small_home: str) -> None:
    page.goto(small_home + THIRD)
    code = page.get_by_text("assert eight")
    expect(code).to_be_hidden()
    page.get_by_text("验证：八是二的三次方").first.click()
    expect(code).to_be_visible()


def test_a_closed_check_is_not_printed(page: Page, small_home: str) -> None:
    page.goto(small_home + THIRD)
    page.emulate_media(media="print")
    expect(page.locator("details.check")).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator("details.check summary").click()
    page.emulate_media(media="print")
    expect(page.locator("details.check")).to_be_visible()


@pytest.mark.parametrize("topic", ["norms", "tokenizer"])
def test_no_sheet_is_printed_without_words(page: Page, home: str, topic: str) -> None:
    page.goto(f"{home}{topic}/night/")
    sheets = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    assert all(len(sheet.get_textpage().get_text_bounded()) > 100 for sheet in sheets)
