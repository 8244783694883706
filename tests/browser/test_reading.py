"""What readers take away from an answer: text copied by selection, code, and the page in a reader view."""

from __future__ import annotations

import time
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import sites

from .conftest import DESKTOP, PHONE, OpenPage, in_both
from .test_share import pasted

READABILITY = sites.ROOT / "node_modules" / "@mozilla" / "readability" / "Readability.js"
# From the start of one element to the end of another, as a reader's mouse does it.
SELECT = """([from, to]) => {
  const range = document.createRange()
  const [first, last] = [from, to].map((one) => document.querySelector(one))
  range.setStartBefore(first)
  range.setEndAfter(last)
  getSelection().removeAllRanges()
  getSelection().addRange(range)
}"""
FORMULA = "mjx-container:not([display])"


def copied(page: Page, start: str, end: str) -> str:
    page.evaluate(SELECT, [start, end])
    page.keyboard.press("Control+C")
    return pasted(page)


@in_both
def test_a_copied_sentence_keeps_its_formulas(page: Page, small_home: str) -> None:
    page.goto(f"{small_home}q/first-question/")
    text = copied(page, "#details + p", "#a-table")
    assert "设 $x<y$，见第三题，出处 [1, §3.2.1]。" in text
    assert "$$\n\\mathrm{softmax}(z)_i=\\frac{e^{z_i}}{\\sum_j e^{z_j}}\n$$" in text
    assert "#" not in text


def test_a_selection_that_ends_in_a_formula_takes_all_of_it(page: Page, small_home: str) -> None:
    page.goto(f"{small_home}q/first-question/")
    text = copied(page, f"#details + p {FORMULA} mjx-assistive-mml", f"#details + p {FORMULA} mjx-assistive-mml")
    assert text == "$x<y$"


@in_both
def test_copied_code_is_only_code(page: Page, small_home: str) -> None:
    page.goto(f"{small_home}q/first-question/")
    expect(page.locator(".copy-code").first).to_be_visible()
    text = copied(page, "#code", "#code ~ p")
    assert [line for line in text.splitlines() if line.strip()] == ["代码", 'print("<b>")', "也有笔记本。"]


def test_text_without_formulas_is_copied_as_ever(page: Page, small_home: str) -> None:
    page.goto(f"{small_home}q/first-question/")
    assert copied(page, "#short p", "#short p").strip() == "因为 a<b，所以 x & y 成立。"


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_button_that_copies_stands_beside_the_code(open_page: OpenPage, small_home: str, width: int) -> None:
    page = open_page(width)
    page.goto(f"{small_home}q/first-question/")
    button, code = page.locator(".highlight").first.evaluate(
        """block => {
          block.querySelector(".language").textContent = ""
          return [".copy-code", "code"].map((one) => {
            const style = getComputedStyle(block.querySelector(one))
            const { top, bottom } = block.querySelector(one).getBoundingClientRect()
            return [top + parseFloat(style.paddingTop), bottom - parseFloat(style.paddingBottom)]
          })
        }"""
    )
    assert button[1] <= code[0]


def test_a_reader_view_begins_with_the_short_answer(page: Page, home: str, site: Path) -> None:
    late = []
    for path in sorted((site / "q").glob("*/index.html"))[::7]:
        page.goto(f"{home}q/{path.parent.name}/", wait_until="domcontentloaded")
        page.evaluate("code => { window.Readability = new Function('module', code)({}) }", _code())
        short, text = page.evaluate(
            """() => {
              const text = new Readability(document.cloneNode(true)).parse().textContent
              return [document.querySelector("[data-short]")?.textContent ?? "", text]
            }"""
        )
        # The breadcrumb and the facts may stand before it.
        if not 0 <= "".join(text.split()).find("".join(short.split())) < 150:
            late.append(path.parent.name)
    assert not late


def test_each_script_and_fraction_has_its_two_parts(page: Page, home: str, site: Path) -> None:
    addresses = [home, *(f"{home}q/{path.parent.name}/" for path in sorted((site / "q").glob("*/index.html"))[::7])]
    page.goto(f"{home}404.html", wait_until="domcontentloaded")
    seen, wrong = page.evaluate(
        """async addresses => {
          const found = []
          for (const address of addresses) {
            const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html")
            found.push(...page.querySelectorAll("msub, msup, mfrac, munder, mover, mroot"))
          }
          return [found.length, found.filter((one) => one.children.length !== 2).map((one) => one.outerHTML)]
        }""",
        addresses,
    )
    assert seen > 100
    assert not wrong


@in_both
def test_a_formula_that_has_come_by_half_is_no_fault_of_the_page(page: Page) -> None:
    # As on a busy machine; the page that all tests open must not hold it against them.
    class Handler(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(b"<!doctype html><link rel=icon href=data:><p>" + b"a " * 2000 + b"<math><msub><mi>x</mi>")
            time.sleep(10 * sites.DRAWN)
            self.wfile.write(b"<mi>y</mi></msub></math>")

        def log_message(self, format: str, *args: object) -> None:
            pass

    with sites.running(sites.Server(("127.0.0.1", 0), Handler)) as host:
        page.goto(host)
        assert page.locator("msub > mi").count() == 2
        page.close()


@pytest.mark.parametrize("address", ["none", "q/none/x"])
def test_the_page_for_missing_addresses_finds_the_root(browser: Browser, home: str, address: str) -> None:
    # Without the watch of open_page: what is not found at first is said in the console.
    page = browser.new_page()
    page.goto(home + address)
    place = page.get_by_role("list").get_by_role("link", name="面经对照").first
    expect(place).to_have_attribute("href", "/book/match/")
    expect(page.locator("h1")).to_have_text("没有这一页")
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
    page.get_by_role("combobox", name="搜索问题").fill("kv缓存")
    expect(page.get_by_role("option").first).to_contain_text("KV Cache")
    page.close()


def _code() -> str:
    return f"{READABILITY.read_text('utf-8')}; return Readability"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sites.plain(tmp_path_factory)


@pytest.mark.parametrize("takes_away", [False, True], ids=["answers both", "takes the slash away"])
def test_a_host_that_answers_for_a_folder_without_its_slash(page: Page, built: Path, takes_away: bool) -> None:
    class Handler(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            if takes_away and path.endswith("/") and path != "/":
                self.send_response(HTTPStatus.PERMANENT_REDIRECT)
                self.send_header("Location", path.rstrip("/"))
                self.end_headers()
                return
            if (built / path.lstrip("/")).is_dir() and not path.endswith("/"):
                self.path = f"{path}/index.html"
            super().do_GET()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with sites.running(sites.Server(("127.0.0.1", 0), partial(Handler, directory=str(built)))) as host:
        address = f"{host}/q/first-question"
        page.goto(f"{address}#code")
        expect(page).to_have_url(address + ("#code" if takes_away else "/#code"))
        if not takes_away:
            assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
        # Else what still comes would be cut off by the end of the host.
        page.close()
