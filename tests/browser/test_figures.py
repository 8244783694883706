"""Figures in a real browser: parts of the page, in its colours and font, as wide as there is room, with a number."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, OpenPage, Scheme, in_both

ANSWER = "q/lora-principle/"
LOOK = """one => {
  const { fill, fontFamily } = getComputedStyle(one.querySelector("text"))
  return [fill, getComputedStyle(one.querySelector("rect")).fill, fontFamily]
}"""
SMALLEST = """one => {
  const scale = one.getBoundingClientRect().width / one.viewBox.baseVal.width
  const sizes = [...one.querySelectorAll("text")].map((text) => parseFloat(getComputedStyle(text).fontSize))
  return Math.min(...sizes) * scale
}"""
TEXT = "() => [getComputedStyle(document.body).color, getComputedStyle(document.querySelector('.body p')).fontFamily]"


@in_both
def test_a_figure_is_named_and_numbered(page: Page, home: str) -> None:
    page.goto(home + ANSWER)
    figure = page.locator("figure", has=page.locator("svg.drawing")).first
    name = page.locator("svg.drawing").first.get_attribute("aria-label")
    assert name
    expect(figure.get_by_role("img")).to_have_accessible_name(name)
    expect(figure.locator("figcaption")).to_contain_text("图 1")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_figure_has_the_colours_and_the_font_of_its_page(open_page: OpenPage, home: str, scheme: Scheme) -> None:
    page = open_page(scheme=scheme)
    page.goto(home + ANSWER)
    drawing = page.locator("svg.drawing").first
    ink, tint, font = drawing.evaluate(LOOK)
    assert font == page.evaluate(TEXT)[1]
    # The system's colours, then light ones, then dark ones.
    for _ in range(2):
        page.get_by_role("button", name="配色").click()
    assert (drawing.evaluate(LOOK) == [ink, tint, font]) == (scheme == "dark")
    page.emulate_media(media="print")
    assert drawing.evaluate(LOOK)[0] == "rgb(0, 0, 0)"


@pytest.mark.parametrize("width", [320, PHONE, DESKTOP])
def test_a_figure_fits_and_its_words_can_be_read(open_page: OpenPage, home: str, width: int) -> None:
    page = open_page(width)
    page.goto(home + ANSWER)
    box = page.locator("svg.drawing").first.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= width
    smallest = page.locator("svg.drawing").first.evaluate(SMALLEST)
    assert smallest >= (9 if width == 320 else 10)


def test_words_that_were_searched_for_are_not_marked_in_a_drawing(page: Page, home: str) -> None:
    page.goto(home + ANSWER)
    page.evaluate("answerbook.search('LoRA')")
    page.evaluate("answerbook.modules.search.highlight('LoRA 原理 冻结')")
    expect(page.locator("mark.found", has_text="冻结").first).to_be_visible()
    expect(page.locator("svg.drawing text", has_text="冻结")).to_be_visible()
    expect(page.locator("svg mark")).to_have_count(0)


def test_copied_text_has_the_caption_of_a_figure_and_not_its_labels(open_page: OpenPage, home: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(home + ANSWER)
    label = page.locator("svg.drawing text").first.text_content()
    page.evaluate(
        """() => {
          getSelection().selectAllChildren(document.querySelector("figure:has(svg.drawing)").parentElement)
          document.execCommand("copy")
        }"""
    )
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "图 1" in copied and label not in copied.splitlines()


@in_both
def test_a_figure_opens_large_and_the_keyboard_comes_back_to_it(page: Page, home: str) -> None:
    page.goto(home + ANSWER)
    button = page.get_by_role("button", name="放大").first
    button.focus()
    page.keyboard.press("Enter")
    large = page.get_by_role("dialog", name="放大的图")
    expect(large.locator("svg.drawing")).to_be_visible()
    expect(large).to_contain_text("图 1")
    small, wide = (one.bounding_box() for one in (page.locator("#main svg.drawing").first, large.locator("svg")))
    assert small and wide and wide["width"] > 1.3 * small["width"]
    page.keyboard.press("Escape")
    expect(large).to_be_hidden()
    expect(button).to_be_focused()


def test_on_a_phone_a_figure_opens_large_by_a_tap_and_closes_beside_it(open_page: OpenPage, home: str) -> None:
    page = open_page(PHONE)
    page.goto(home + ANSWER)
    drawing = page.locator("#main svg.drawing").first
    drawing.click()
    large = page.get_by_role("dialog", name="放大的图")
    expect(large).to_be_visible()
    small, wide = drawing.bounding_box(), large.locator("svg").bounding_box()
    assert small and wide and wide["x"] >= 0 and small["width"] * 0.9 < wide["width"] < PHONE
    assert large.evaluate("one => one.scrollWidth <= one.clientWidth")
    large.locator("svg").click(position={"x": wide["width"] * 0.9, "y": 9})
    wide = large.locator("svg").bounding_box()
    assert wide and wide["width"] > 1.8 * small["width"]
    # What was pressed is still there.
    assert wide["x"] + wide["width"] * 0.9 < PHONE
    large.get_by_role("button", name="看全图").click()
    assert large.evaluate("one => one.scrollWidth <= one.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    large.get_by_role("button", name="关上").click()
    expect(large).to_be_hidden()
