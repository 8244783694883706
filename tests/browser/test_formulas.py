"""A formula that is pressed says what its letters mean, and gives its LaTeX; keys lead from answer to answer."""

from __future__ import annotations

import io
import re

import numpy
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from .conftest import PHONE, OpenPage
from .test_access import violations
from .test_share import NO_CLIPBOARD, pasted


def card(page: Page, home: str, which: str = "mjx-container[display=true]") -> str:
    """Press the first such formula; its LaTeX."""
    page.goto(f"{home}q/attention-scaling/")
    formula = page.locator(f".body {which}").first
    formula.scroll_into_view_if_needed()
    formula.click()
    expect(page.get_by_role("dialog", name="这个公式")).to_be_visible()
    return formula.get_attribute("data-tex") or ""


@pytest.mark.parametrize("width", [412, 768])
def test_where_all_is_shown_no_line_stands_beside_it(open_page: OpenPage, home: str, width: int) -> None:
    # The pixels of a phone: boxes do not end where they do.
    page = open_page(width, device_scale_factor=2.625)
    page.goto(f"{home}q/attention-scaling/")
    for kind in (".body .table", ".body mjx-container[display=true]"):
        boxes = page.locator(kind).all()
        box = next(one for one in boxes if one.evaluate("one => one.scrollWidth <= one.clientWidth"))
        box.scroll_into_view_if_needed()
        picture = numpy.asarray(Image.open(io.BytesIO(box.screenshot())).convert("RGB")).astype(int)
        usual = numpy.median(picture, axis=0)
        assert abs(usual - numpy.median(usual, axis=0))[[*range(-24, 24)]].max() <= 2


@pytest.mark.parametrize("api", [True, False], ids=["clipboard", "no clipboard"])
@pytest.mark.parametrize("width", [1366, PHONE])
def test_a_formula_gives_its_latex(open_page: OpenPage, home: str, width: int, api: bool) -> None:
    page = open_page(width, permissions=["clipboard-read", "clipboard-write"])
    if not api:
        page.add_init_script(NO_CLIPBOARD)
    tex = card(page, home)
    opened = page.get_by_role("dialog", name="这个公式")
    box = opened.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= width
    opened.get_by_role("button", name="复制 LaTeX").click()
    expect(opened.get_by_role("button")).to_have_text("已复制")
    assert len(tex) > 3 and pasted(page) == tex
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_its_letters_are_explained_and_the_card_goes_away(page: Page, home: str) -> None:
    card(page, home, "mjx-container[data-tex='d_k']")
    opened = page.get_by_role("dialog", name="这个公式")
    expect(opened.locator("li")).to_contain_text(["是一个头的"])
    page.keyboard.press("Escape")
    expect(opened).to_have_count(0)
    card(page, home)
    page.mouse.click(10, 300)
    expect(opened).to_have_count(0)


def test_the_keyboard_goes_from_formula_to_formula(page: Page, home: str) -> None:
    page.goto(f"{home}q/attention-scaling/")
    page.evaluate("document.querySelector('#details').scrollIntoView()")
    opened, asked = page.get_by_role("dialog", name="这个公式"), page.locator(".formula-asked")
    page.keyboard.press("m")
    expect(opened).to_be_focused()
    expect(asked).to_be_in_viewport()
    first = page.locator("#main mjx-container[data-tex]").evaluate_all(
        "all => all.findIndex((one) => one.matches('.formula-asked'))"
    )
    page.keyboard.press("m")
    expect(page.locator("#main mjx-container[data-tex]").nth(first + 1)).to_have_class(re.compile("formula-asked"))
    page.keyboard.press("Shift+M")
    expect(page.locator("#main mjx-container[data-tex]").nth(first)).to_have_class(re.compile("formula-asked"))
    page.keyboard.press("Escape")
    # From where none is in sight to the next one, with its card.
    page.set_viewport_size({"width": 1280, "height": 500})
    page.evaluate("scrollTo(0, 0)")
    page.keyboard.press("m")
    expect(asked).to_be_in_viewport()
    expect(opened.get_by_role("button", name="复制 LaTeX")).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(opened.get_by_role("button", name="复制 LaTeX")).to_be_focused()
    page.keyboard.press("Escape")
    expect(opened).to_have_count(0)
    expect(asked).to_have_count(0)


LETTERS = [
    (r"\frac{QK^\top}{\sqrt{d_k}}V", ["Q", "K", "d_k", "V"]),
    (r"\text{b s h}", []),
    (r"2bsh", ["b", "s", "h"]),
    (r"W_{h}+W^{Q}_l", ["W_h", "W_l^Q"]),
    (r"\alpha r + h_t", [r"\alpha", "r", "h_t"]),
    (r"\beta\,\mathrm{KL}", [r"\beta"]),
    (r"\hat{A}_{i,t}\mathbb{R}^{n\times d}", [r"\hat A_{i,t}", "n", "d"]),
    (r"M_{\mathrm{KV}}\bar x", ["M_{KV}", r"\bar x"]),
    (r"W^{UK\top}_i q", ["W_i^{UK}", "q"]),
]
# What the letter is without its index, where that only says which one, or which ones.
BASES = [(r"y_t", "y"), (r"y_{\lt t}", "y"), (r"x_{<i}", "x"), (r"c_{kv}", "c_{kv}"), (r"y_w", "y_w")]
BASES += [(r"R_G", "R"), (r"x_{t-\Delta t}", "x"), (r"V_{\text{old}}", "V_{old}")]


@pytest.mark.parametrize(("tex", "expected"), LETTERS)
def test_only_letters_of_their_own_are_found(page: Page, home: str, tex: str, expected: list[str]) -> None:
    card(page, home)
    found = page.evaluate("tex => answerbook.modules.formula.lettersIn(tex).map(({ symbol }) => symbol)", tex)
    assert found == expected


def test_an_index_that_only_says_which_one_is_no_part_of_what_a_letter_means(page: Page, home: str) -> None:
    card(page, home)
    bases = "all => all.map((tex) => answerbook.modules.formula.lettersIn(tex)[0].base)"
    assert page.evaluate(bases, [tex for tex, _ in BASES]) == [base for _, base in BASES]


def test_a_letter_is_first_what_the_page_says_it_is(page: Page, home: str) -> None:
    card(page, home)
    opened = page.get_by_role("dialog", name="这个公式")
    expect(opened).to_contain_text("这一页说")
    expect(opened.locator("li").first).to_contain_text("是一个头的 query 与 key 的维度")
    # What is told to be wrong, and what asks whether, says nothing.
    u, w, sum_ = (f'<mjx-container data-tex="{tex}">{tex}</mjx-container>' for tex in ("u", "w", "u+w"))
    body = f'<p class="wrong">{u} 是错的</p><p>{u} 是否变了；'
    body += f'<span class="together">{u}、</span>{w} 分别是甲和乙，丙。{sum_}'
    told = page.evaluate(
        """body => {
          document.querySelector(".body").innerHTML = body
          const pressed = document.querySelector("[data-tex='u+w']")
          return answerbook.modules.formula.meanings(pressed, [["w", "w", "权重"]]).told.map(String)
        }""",
        body,
    )
    assert told == ["u、w 分别是甲和乙"]


def test_what_a_letter_means_in_some_topics_is_said_in_those(page: Page, home: str) -> None:
    """t is the tensor-parallel size where training is shared among devices, and a step elsewhere."""
    card(page, home)
    found = page.evaluate(
        """topic => {
          document.querySelector(".breadcrumb li:last-child a").href = `../../${topic}/`
          const known = [["t", "t", "张量并行数", ["infra"]], ["x", "x", "输入"]]
          return answerbook.modules.formula.inTopic(known).map(([tex]) => tex)
        }""",
        "infra",
    )
    assert found == ["t", "x"]
    page.evaluate("document.querySelector('.breadcrumb li:last-child a').href = '../../rlhf/'")
    assert page.evaluate("answerbook.modules.formula.inTopic([['t', 't', '张量并行数', ['infra']]])") == []


TEXS = {"n": "n=512", "a": "a=8", "bare": "n"}
VALUES = [
    ("每头分到的维度；隐藏维度 {n}、头数 {a}，每个分量是 {bare} 项之和。", ["隐藏维度 n=512、头数 a=8"]),
    ("照 Transformer 隐藏维度 {n}，头数 {a}。", ["照 Transformer 隐藏维度 n=512"]),
    # A clause ends with its comma, but not inside brackets; outlines of glyphs stand in nobody's way.
    ("{a} 是头数，<svg class=glyphs></svg>{bare} 是项数（算，也算），也就是", ["n 是项数（算，也算）"]),
    ("<strong>对：</strong>{bare} 是项数", ["n 是项数"]),
    ("独立跑 <svg class=glyphs></svg>{bare} 次：", ["独立跑 n 次"]),
    # What it is in an example, or who chose it, says nothing, nor does a bare count of times.
    ("{bare} 是人为给的，{bare} 是单位阵，{bare} 次。", []),
    # A place or an example is no name.
    ("起点 {n}。例如 {n} 时；首步 {n}，每个分量是 {bare} 项之和。", []),
]


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_what_stands_before_a_value_says_what_has_it(page: Page, home: str, text: str, expected: list[str]) -> None:
    card(page, home)
    maths = {name: f'<mjx-container data-tex="{tex}">{tex}</mjx-container>' for name, tex in TEXS.items()}
    told = page.evaluate(
        """body => {
          document.querySelector(".body").innerHTML = body
          const pressed = [...document.querySelectorAll("[data-tex=n]")].at(-1)
          return answerbook.modules.formula.meanings(pressed, [["n", "n", "序列长度"]]).told.map(String)
        }""",
        f"<p>{text.format_map(maths)}</p><p>{maths['bare']}</p>",
    )
    assert told == expected


def test_keys_lead_to_the_next_the_previous_and_up(page: Page, small_home: str) -> None:
    page.goto(f"{small_home}q/first-question/")
    page.keyboard.press("n")
    expect(page).to_have_url(f"{small_home}q/second-question/")
    page.keyboard.press("n")
    page.keyboard.press("p")
    expect(page).to_have_url(f"{small_home}q/first-question/")
    page.keyboard.press("u")
    expect(page).to_have_url(f"{small_home}alpha/")


def test_the_keys_are_listed(page: Page, small_home: str) -> None:
    page.goto(f"{small_home}q/first-question/")
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="快捷键")
    expect(keys).to_be_visible()
    expect(keys.get_by_role("row").first).to_have_text("/搜索")
    assert violations(page) == []
    keys.get_by_role("button", name="关上").click()
    expect(keys).to_be_hidden()
    page.get_by_role("button", name="快捷键").click()
    expect(keys).to_be_visible()
