"""Formulas in a real browser: drawn from shared glyphs, as large as the text, and never wider than a phone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from answerbook import places
from answerbook.maths import mathjax
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, OpenPage, in_both

STYLE = (places.OVERRIDES / "styles" / "book.css").read_text(encoding="utf-8")
TABLE = r"\begin{array}{c|c}d&k\\\hline k&d\end{array}"
DRAWN = "glyphs => glyphs.map((one) => one.getBoundingClientRect()).map(({ width, height }) => width * height > 0)"
LONG = "p_1(1-p_1)+p_2(1-p_2)+p_3(1-p_3)+p_4(1-p_4)=1-p_1^2-p_2^2-p_3^2-p_4^2"


@in_both
def test_a_formula_is_drawn_for_the_eye_and_written_for_the_ear(page: Page, small_home: str) -> None:
    page.goto(f"{small_home}q/first-question/")
    formulas = page.locator("article mjx-container").all()
    assert len(formulas) >= 4
    for formula in formulas:
        expect(formula.locator("svg").first).to_be_visible()
        assert all(formula.locator("use, path").evaluate_all(DRAWN))
        expect(formula.get_by_role("math")).to_have_text(re.compile(r"\S"))
        # Moved aside, not beside the drawing.
        assert formula.locator("mjx-assistive-mml").evaluate("one => one.offsetWidth") <= 1


@in_both
def test_shared_glyphs_look_like_the_ones_they_stand_for(page: Page) -> None:
    drawn = [_drawn(tex) for tex in (r"\sqrt{d_k}", "d_k=64", r"\text{维度 } d_k", TABLE)]
    html, shared = _text(one.html for one in drawn), _text(map(mathjax.Glyphs(drawn).html, drawn))
    assert "<use" in shared
    assert _seen(page, shared) == _seen(page, html)
    assert _seen(page, shared) != _seen(page, shared.replace("<use", "<none"))


def test_a_digit_is_as_high_in_a_formula_as_in_the_text(page: Page) -> None:
    _show(page, _text([_drawn("1").html]))
    in_formula, in_text = page.evaluate(
        """() => {
          const pen = document.createElement("canvas").getContext("2d")
          const style = getComputedStyle(document.querySelector("p"))
          pen.font = `${style.fontSize} ${style.fontFamily}`
          const drawn = document.querySelector("path").getBoundingClientRect().height
          return [drawn, pen.measureText("1").actualBoundingBoxAscent]
        }"""
    )
    assert 0.85 < in_formula / in_text < 1.15


def test_a_wide_display_scrolls_in_its_own_box_and_is_not_shrunk(open_page: OpenPage) -> None:
    page = open_page(PHONE)
    _show(page, f"<div class='formula'>{_drawn(LONG, display=True).html}</div>")
    box, page_width, drawn, natural = page.evaluate(
        """() => {
          const box = document.querySelector("mjx-container")
          const svg = box.querySelector("svg")
          const em = parseFloat(getComputedStyle(box).fontSize)
          return [box.scrollWidth - box.clientWidth, document.documentElement.scrollWidth,
            svg.getBoundingClientRect().width, parseFloat(svg.getAttribute("width")) * em]
        }"""
    )
    assert box > 0 and page_width == PHONE
    assert abs(drawn - natural) < 1


@in_both
def test_a_long_formula_in_the_text_breaks_on_a_phone(open_page: OpenPage) -> None:
    page = open_page(PHONE)
    _show(page, _text([_drawn(LONG).html]))
    lines, page_width = page.evaluate(
        """() => {
          const pieces = [...document.querySelectorAll("mjx-container svg")]
          const bottoms = pieces.map((piece) => Math.round(piece.getBoundingClientRect().bottom))
          return [new Set(bottoms).size, document.documentElement.scrollWidth]
        }"""
    )
    assert lines > 1 and page_width == PHONE


def _text(formulas: Iterable[str]) -> str:
    return f"<p>中文里的 {' 与 '.join(formulas)}，后面还有字。</p>"


def _drawn(tex: str, display: bool = False) -> mathjax.Drawing:
    result = mathjax.render([(tex, display)])[tex, display]
    assert isinstance(result, mathjax.Drawing)
    return result


def _show(page: Page, body: str) -> None:
    head = f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style>'
    page.set_content(f'<!doctype html><html lang="zh-CN">{head}<body class="md-typeset" style="margin: 16px">{body}')


def _seen(page: Page, body: str) -> bytes:
    _show(page, body)
    return page.screenshot()
