"""Every page says what may run in it; nothing of ours is stopped by that, and nothing else gets through."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .conftest import OpenPage, in_both
from .test_pages import KINDS

# What somebody who gets markup into a page would try; each resolves to whether it was stopped.
ATTEMPTS = {
    "一段脚本": "add('script', { textContent: 'window.ran = true' }) && !window.ran",
    "别处的脚本": "failed(add('script', { src: 'https://evil.example/x.js' }))",
    "数据里的脚本": "failed(add('script', { src: 'data:text/javascript,window.ran=true' }))",
    "一段样式": "add('style', { textContent: 'body { opacity: 0 }' }) && getComputedStyle(document.body).opacity > 0",
    "事件属性": "(document.body.setAttribute('onclick', 'window.ran = true'), document.body.click(), !window.ran)",
    "别处的图": "failed(add('img', { src: 'https://evil.example/x.png' }))",
    "别处的页": "!add('iframe', { src: 'https://evil.example/' }).contentWindow?.length",
    "往别处发": "fetch('https://evil.example/').then(() => false, () => true)",
    "eval": "(() => { try { eval('1') ; return false } catch { return true } })()",
    "改基址": "add('base', { href: 'https://evil.example/' }) && !document.baseURI.includes('evil')",
}
HELPERS = """
const add = (tag, properties) => document.head.appendChild(Object.assign(document.createElement(tag), properties))
const failed = (one) =>
  new Promise((done) => Object.assign(one, { onerror: () => done(true), onload: () => done(false) }))
"""


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_what_gets_into_a_page_cannot_run_or_reach_out(browser: Browser, small_home: str, attempt: str) -> None:
    # A page whose complaints are wanted.
    page = browser.new_page()
    try:
        page.goto(f"{small_home}q/first-question/")
        page.evaluate("addEventListener('securitypolicyviolation', () => { window.stopped = true })")
        # From a timer of the page itself: what a test evaluates may use eval.
        source = f"setTimeout(async () => {{ {HELPERS} done(await ({ATTEMPTS[attempt]})) }})"
        assert page.evaluate(f"new Promise((done) => {source})") is True
        assert page.evaluate("new Promise((resolve) => setTimeout(() => resolve(window.stopped), 50))") is True
    finally:
        page.close()


@in_both
def test_the_pages_that_a_reader_uses_break_no_rule(open_page: OpenPage, small_home: str) -> None:
    """open_page fails for every message of the console, and a broken rule is one."""
    page = open_page()
    for address in KINDS.values():
        page.goto(small_home + address)
        page.get_by_role("button", name="配色").click()
        page.keyboard.press("/")
        page.get_by_role("combobox", name="搜索问题").fill("为什么")
        page.get_by_role("option").first.wait_for()
        # What was found covers what is below it: one key empties the box, the next one leaves it.
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        for button in page.locator("button[data-share=link]:visible, .copy-code:visible").all()[:3]:
            button.click()


def test_every_page_has_a_policy_before_its_first_script(disk_site: Path) -> None:
    pages = list(disk_site.rglob("*.html"))
    assert any("old-question" in str(page) for page in pages)
    for page in pages:
        text = page.read_text("utf-8")
        policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
        assert policy and policy.start() < min(text.index("<script"), text.index("<link")), page
        scripts = re.search(r"script-src ([^;]*);", policy[1])
        assert scripts and not re.search("unsafe|https?:|\\*", scripts[1])
        assert "default-src &#39;none&#39;" in policy[1] and "style-src &#39;unsafe" not in policy[1]


@in_both
def test_a_copy_opened_from_disk_keeps_to_its_policy(open_page: OpenPage, disk_site: Path) -> None:
    page: Page = open_page()
    page.goto((disk_site / "q" / "first-question" / "index.html").as_uri())
    page.keyboard.press("/")
    page.get_by_role("combobox", name="搜索问题").fill("为什么")
    page.get_by_role("option").first.wait_for()
    assert page.locator("figure img").first.evaluate("image => image.decode().then(() => image.naturalWidth > 0)")
    page.goto((disk_site / "q" / "old-question" / "index.html").as_uri())
    page.wait_for_url("**/q/first-question/**")
