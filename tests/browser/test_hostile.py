"""What somebody else put into an address, the reader's storage or a post to be pasted is text and stays text."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage, in_both

PAYLOADS = tuple((Path(__file__).parent / "hostile.txt").read_text("utf-8").splitlines())
# What the search says when it has looked.
ANSWERED = re.compile("找到|对应|个结果|书里没有|没有专讲")
# Notes every element that could not have come from our scripts, and everything the policy had to stop.
WATCH = """
window.injected = []
const OURS = "a, b, p, li, ol, ul, div, span, mark, option, select, button, code, textarea, link, meta" +
  ", summary, details, label, wbr"
const active = ({ name, value }) => /^(on|style$)/.test(name) || (/^(href|src)$/.test(name) && !/^https?:/.test(value))
const OUR_SCRIPT = /\\/assets\\/(search|match|search\\/.+)\\.js\\?v=\\w+$/
new MutationObserver((changes) => {
  if (document.readyState === "loading") return
  for (const { addedNodes } of changes) for (const added of addedNodes) {
    if (!(added instanceof Element)) continue
    for (const one of [added, ...added.querySelectorAll("*")]) {
      const known = one instanceof HTMLScriptElement ? OUR_SCRIPT.test(one.src) : one.matches(OURS)
      if (!known || [...one.attributes].some(active)) window.injected.push(one.outerHTML)
    }
  }
}).observe(document, { childList: true, subtree: true })
addEventListener("securitypolicyviolation", ({ violatedDirective }) => window.injected.push(violatedDirective))
"""


@pytest.fixture
def watched(open_page: OpenPage) -> Page:
    page = open_page()
    page.add_init_script(WATCH)
    # Playwright would close a dialog without a word.
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog says {dialog.message}"))
    return page


def harmless(page: Page) -> bool:
    found: list[object] = page.evaluate("[window.injected, window.hacked, ({}).hacked]")
    assert found == [[], None, None], found
    return True


def state(question: str, chosen: str) -> str:
    """What /match/ would have written after the #."""
    return "j" + base64.urlsafe_b64encode(json.dumps([[question, chosen]]).encode()).decode().rstrip("=")


# In Firefox a few of them: each takes a page of its own.
@pytest.mark.parametrize(("browser", "step"), [("chromium", 1), ("firefox", 10)], indirect=["browser"])
def test_a_table_of_attacks_is_shown_as_text(watched: Page, small_home: str, step: int) -> None:
    assert len(PAYLOADS) >= 60
    page = watched
    search = page.get_by_role("combobox", name="搜索问题")
    post = page.get_by_label("面经", exact=True)
    for payload in PAYLOADS[::step]:
        # The address: ?q=, ?h= and the state after the #.
        page.goto(f"{small_home}match/?q={quote(payload)}&h={quote(payload)}#{state(payload, payload)}")
        expect(search).to_have_value(payload.strip())
        expect(page.locator(".match__question")).to_have_text(payload)
        expect(page.locator(".search__status")).to_contain_text(ANSWERED)
        expect(post).to_have_value(payload)
        assert harmless(page), payload


@in_both
def test_attacks_that_are_pasted_are_shown_as_text(watched: Page, small_home: str) -> None:
    page = watched
    page.goto(f"{small_home}match/")
    page.get_by_label("面经", exact=True).fill("\n".join(f"{i}. {payload}" for i, payload in enumerate(PAYLOADS, 1)))
    page.get_by_role("button", name="逐题查找").click()
    expect(page.locator(".match__tools")).to_be_visible()
    assert page.locator(".match__question").count() > len(PAYLOADS) / 2
    assert "<svg/onload=alert(1)>" in page.locator(".match__question").all_text_contents()
    page.get_by_role("combobox", name="搜索问题").fill("".join(PAYLOADS)[:400])
    expect(page.locator(".search__status")).not_to_have_text("正在载入…")
    assert harmless(page)


def test_attacks_in_the_readers_storage_are_shown_as_text_or_ignored(watched: Page, small_home: str) -> None:
    page = watched
    page.goto(small_home)
    scope = "new URL(document.baseURI).pathname"
    for number, payload in enumerate(PAYLOADS[::3]):
        colours = {"scheme": payload, "media": payload, payload: payload}
        palettes = (payload, [payload], {"index": payload, "color": payload}, {"index": 0, "color": colours})
        recent = json.dumps([payload, {payload: payload}])
        page.evaluate(
            f"""([palette, recent, payload]) => {{
              localStorage.setItem({scope} + ".__palette", palette)
              localStorage.setItem("answerbook.1.recent", recent)
              localStorage.setItem("answerbook.1.mark", payload)
            }}""",
            [payload if number % 5 == 4 else json.dumps(palettes[number % 5]), recent, payload],
        )
        page.reload(wait_until="commit")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
        search = page.get_by_role("combobox", name="搜索问题")
        search.focus()
        expect(page.locator(".result--recent")).to_have_text(payload)
        assert harmless(page), payload


def test_attacks_after_the_mark_of_an_address_do_nothing(watched: Page, small_home: str) -> None:
    page = watched
    for number, payload in enumerate([*PAYLOADS[::3], "\\"]):
        page.goto("about:blank")
        page.goto(f"{small_home}{'match/' if number % 2 else 'q/second-question/'}#{payload}")
        expect(page.locator("h1")).to_be_visible()
        assert harmless(page), (payload, page.evaluate("window.injected"))
