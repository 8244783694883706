"""What is remembered on the reader's device: what has been read, and where they stopped."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from .conftest import PHONE, OpenPage

FIRST, THIRD = "q/first-question/", "q/third-question/"


def leave_in_the_middle(page: Page, home: str, address: str, part: str) -> None:
    page.goto(home + address)
    page.locator(part).scroll_into_view_if_needed()
    page.evaluate("part => document.querySelector(part).scrollIntoView()", part)
    page.wait_for_timeout(100)


def test_reading_goes_on_where_it_stopped(open_page: OpenPage, home: str) -> None:
    page = open_page(PHONE)
    leave_in_the_middle(page, home, "q/attention-scaling/", "#variance")
    title = page.locator("h1").text_content()
    page.goto(home)
    line = page.locator(".go-on")
    expect(line).to_contain_text("接着读：")
    assert line.locator("a").text_content() == title
    line.locator("a").click()
    expect(page.locator("#variance")).to_be_in_viewport()


def read_to_the_end(page: Page) -> None:
    """As a thumb does it."""
    page.evaluate(
        """async () => {
            const end = document.querySelector(".answer-foot")
            while (end.getBoundingClientRect().top > innerHeight / 2) {
                const from = scrollY
                scrollBy(0, innerHeight * .7)
                await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
                if (scrollY === from) break
            }
        }"""
    )


@pytest.mark.parametrize("jump", ["a script", "a link"])
def test_an_answer_whose_end_was_jumped_to_has_not_been_read(open_page: OpenPage, home: str, jump: str) -> None:
    page = open_page(PHONE)
    page.goto(f"{home}q/attention-scaling/")
    button = page.locator(".read-mark")
    if jump == "a link":
        page.evaluate("scrollBy(0, 200)")
        page.wait_for_timeout(100)
        page.evaluate("document.querySelector('.answer-foot').id = 'end', location.hash = '#end'")
    else:
        page.evaluate("document.querySelector('.answer-foot').scrollIntoView()")
    page.wait_for_timeout(500)
    assert page.evaluate("scrollY > 2 * innerHeight")
    expect(button).to_have_text("标为读过")
    # Whoever then reads from the start has.
    page.evaluate("scrollTo(0, 0)")
    read_to_the_end(page)
    expect(button).to_have_text("✓ 读过了")


def test_what_was_read_to_its_end_is_marked_and_the_next_is_offered(open_page: OpenPage, home: str) -> None:
    page = open_page(PHONE)
    page.goto(f"{home}paths/one-hour/")
    link = page.locator(".stages a").first
    address = link.get_attribute("href") or ""
    link.click()
    button = page.locator(".read-mark")
    expect(button).to_have_text("标为读过")
    read_to_the_end(page)
    expect(button).to_have_text("✓ 读过了")
    expect(page.locator(".neighbours .next")).to_be_visible()
    following = page.locator(".neighbours .next").get_attribute("href") or ""
    page.goto(f"{home}paths/one-hour/")
    expect(page.locator(".stages a.read")).to_have_count(1)
    assert page.locator(".stages a.read").get_attribute("href") == address
    page.goto(home)
    expect(page.locator(".go-on")).to_contain_text("接着读下一题：")
    assert (page.locator(".go-on a").get_attribute("href") or "").split("?")[0] == following.split("?")[0]
    page.locator(".go-on a").click()
    # In the list that was being gone through.
    expect(page.locator(".breadcrumb .count")).to_contain_text("第 2 个答案")


def test_a_mark_can_be_set_taken_back_and_all_forgotten(page: Page, small_home: str) -> None:
    # So high that nothing has to be scrolled: what was scrolled to its end is marked by that alone.
    page.set_viewport_size({"width": 1280, "height": 2400})
    page.goto(small_home + FIRST)
    button = page.locator(".read-mark")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    page.goto(f"{small_home}alpha/")
    expect(page.locator(".question-list a.read")).to_have_count(1)
    page.goto(small_home)
    page.locator(".go-on button").click()
    expect(page.locator(".go-on")).to_have_count(0)
    page.goto(f"{small_home}alpha/")
    expect(page.locator("a.read")).to_have_count(0)


def test_who_reads_for_the_first_time_sees_nothing_of_it(page: Page, small_home: str) -> None:
    page.goto(small_home)
    expect(page.locator(".go-on")).to_have_count(0)


@pytest.mark.parametrize(
    "stored",
    ["{", "[]", "null", '{"id": 1}', '{"id": "../../x", "title": "a"}', '{"id": "x", "title": 3, "next": "b"}'],
)
def test_what_storage_has_spoilt_is_passed_over(page: Page, small_home: str, stored: str) -> None:
    page.goto(small_home)
    for name in ("last", "read"):
        page.evaluate("([name, text]) => localStorage.setItem(`answerbook.1.${name}`, text)", [name, stored])
    page.goto(small_home)
    expect(page.locator("h1")).to_be_visible()
    page.goto(small_home + THIRD)
    expect(page.locator(".read-mark")).to_have_text("标为读过")
    assert json.loads(page.evaluate("JSON.stringify(location.pathname)")).endswith(THIRD)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_browser_tells_what_was_visited(open_page: OpenPage, small_home: str, scheme: str) -> None:
    """Only the stylesheet can say so: what a link looks like when it was visited is kept from scripts."""
    page = open_page(1280, scheme)
    page.goto(f"{small_home}alpha/")
    rules = page.evaluate(
        "[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join('')"
    )
    assert ":visited" in rules and "var(--visited)" in rules
