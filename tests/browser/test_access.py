"""Every kind of page for everyone: checked by axe-core in both schemes, on a phone and on a desktop."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.sites import ROOT

from .conftest import DESKTOP, PHONE, OpenPage, Scheme
from .test_pages import KINDS, SHIFT, SIDEWAYS, each_kind

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(" ")} ${any.map(({ message }) => message).join("; ")}`))
}"""
TWICE = """() => {
  const { style } = document.documentElement
  style.fontSize = 2 * parseFloat(getComputedStyle(document.documentElement).fontSize) + "px"
}"""
# Formulas and icons that would be drawn in the colour of the page.
INVISIBLE = """() => [...document.querySelectorAll("mjx-container svg, .md-icon svg")]
  .filter((drawing) => drawing.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .filter((drawing) => {
    const { fill, stroke } = getComputedStyle(drawing)
    return (fill === "none" ? stroke : fill) === getComputedStyle(document.body).backgroundColor
  })
  .map((drawing) => drawing.outerHTML.slice(0, 80))"""
MOVING = """() => document.getAnimations()
  .filter((animation) => animation.effect.getComputedTiming().duration > 1)
  .map(({ effect }) => effect.target.className)"""
# Where the keyboard is: an element that can be seen, with an outline; null when it has left the page.
FOCUSED = """() => {
  const one = document.activeElement
  if (!one || one === document.body) return null
  window.stops ??= []
  if (!window.stops.includes(one)) window.stops.push(one)
  // The search box is shown by its field.
  const field = one.closest(".search__field:has(> input:focus)")
  const shown = field ?? one
  const { width, height } = shown.getBoundingClientRect()
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(shown)
  const marked = (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none"
  const trouble = width < 2 || height < 2 ? "cannot be seen" : marked ? "" : "looks the same"
  return { number: window.stops.indexOf(one), trouble, what: trouble && one.outerHTML.slice(0, 120) }
}"""

# Every change of colour or place that was under way has come to its end; what comes to lie under the pointer is told
# a little later, and begins another.
SETTLED = """async () => {
  for (let quiet = 0; quiet < 2; ) {
    await new Promise((after) => setTimeout(() => requestAnimationFrame(after), 40))
    const moving = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime < 60000)
    quiet = moving.some((one) => one.playState === "running") ? 0 : quiet + 1
    await Promise.allSettled(moving.map((one) => one.finished))
  }
}"""


def violations(page: Page) -> list[str]:
    # A colour on its way from one to another is neither.
    page.evaluate(SETTLED)
    # Not as a script element: the page's policy would not run it.
    page.evaluate(AXE.read_text("utf-8"))
    found: list[str] = page.evaluate(RUN)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_a_page_shows_itself_without_moving_or_scrolling_sideways_and_keeps_nobody_out(
    open_page: OpenPage, small_home: str, subtests: pytest.Subtests, width: int, scheme: Scheme
) -> None:
    page = open_page(width, scheme)
    for kind in each_kind(page, small_home):
        with subtests.test(kind):
            expect(page.locator("h1")).to_be_visible()
            assert page.evaluate(SIDEWAYS) <= 0
            assert page.evaluate(SHIFT) == []
            assert violations(page) == []


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_a_page_that_moved_keeps_nobody_out_either(open_page: OpenPage, disk_site: Path, width: int) -> None:
    # It has the browser's own colours: in the dark axe-core would take the background for white.
    page = open_page(width)
    text = (disk_site / "q" / "old-question" / "index.html").read_text("utf-8")
    # Held back from going on.
    page.set_content(re.sub("<meta http-equiv.*?>|<script.*?</script>", "", text))
    assert violations(page) == []
    assert page.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_the_open_search_keeps_nobody_out(open_page: OpenPage, small_home: str, width: int, scheme: Scheme) -> None:
    page = open_page(width, scheme)
    page.goto(f"{small_home}?q=为什么")
    page.get_by_role("option").first.wait_for()
    assert violations(page) == []
    assert page.evaluate(SIDEWAYS) <= 0


def test_a_narrow_window_and_large_letters_fit(open_page: OpenPage, small_home: str, subtests: pytest.Subtests) -> None:
    """A window of 1280 px enlarged four times is 320 px wide to its page; letters alone are enlarged by the browser."""
    page = open_page()
    for kind in each_kind(page, small_home, width=320):
        with subtests.test(kind):
            assert page.evaluate(SIDEWAYS) <= 0
            page.set_viewport_size({"width": DESKTOP, "height": 900})
            page.evaluate(TWICE)
            assert page.evaluate(SIDEWAYS) <= 0


def test_with_forced_colours_everything_can_be_seen_and_with_reduced_motion_nothing_moves(
    open_page: OpenPage, small_home: str, subtests: pytest.Subtests
) -> None:
    page = open_page(forced_colors="active", reduced_motion="reduce")
    for kind in each_kind(page, small_home):
        with subtests.test(kind):
            assert page.evaluate(INVISIBLE) == []
            page.keyboard.press("/")
            page.get_by_role("combobox", name="搜索问题").fill("为什么")
            page.get_by_role("option").first.wait_for()
            assert page.evaluate(MOVING) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_keyboard_shows_where_it_is_on_its_way_through_a_page(page: Page, small_home: str, kind: str) -> None:
    """In a page of its own: where the keyboard has left a page before, the next one may be gone round twice."""
    page.goto(small_home + KINDS[kind])
    seen = []
    for _ in range(200):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        seen.append(stop)
    # Each stop is there for the eye, and no stop is a trap.
    assert [stop for stop in seen if stop["trouble"]] == []
    assert len({stop["number"] for stop in seen}) == len(seen) > 5
