"""Going through a list question by question: a route, a collection, a pasted post, the most asked."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import PHONE, OpenPage, in_both
from .test_match import find
from .test_pages import SHIFT

PATH = "paths/one-hour/"
# The other way round than in the book.
THIRD, FIRST = "q/third-question/", "q/first-question/"


def step(page: Page, name: str) -> Locator:
    return page.locator(f".neighbours [rel={name}]")


@in_both
def test_previous_and_next_follow_the_list_that_the_answer_was_opened_from(page: Page, small_home: str) -> None:
    page.goto(small_home + PATH)
    page.get_by_role("link", name="第三题问什么？").click()
    expect(page).to_have_url(small_home + THIRD)
    expect(page.locator(".breadcrumb")).to_contain_text("路线：一小时")
    expect(page.locator(".breadcrumb .count")).to_have_text("第 1 个答案，共 2 个")
    expect(step(page, "prev")).to_have_count(0)
    expect(page.locator(".md-sidebar--primary [aria-current=page]")).to_have_text("第三题问什么？")
    step(page, "next").click()
    expect(page).to_have_url(small_home + FIRST)
    expect(page.locator(".breadcrumb .count")).to_have_text("第 2 个答案，共 2 个")
    expect(step(page, "next")).to_have_count(0)
    page.reload()
    expect(step(page, "prev")).to_have_text("上一题 第三题问什么？")
    step(page, "prev").click()
    page.locator(".breadcrumb").get_by_role("link", name="路线：一小时").click()
    expect(page).to_have_url(f"{small_home}{PATH}#third-question")


def test_going_back_leads_through_the_list_to_where_it_stands(page: Page, small_home: str) -> None:
    page.goto(small_home + PATH)
    page.get_by_role("link", name="第三题问什么？").click()
    step(page, "next").click()
    expect(page).to_have_url(small_home + FIRST)
    page.go_back()
    expect(page).to_have_url(small_home + THIRD)
    expect(page.locator(".breadcrumb .count")).to_have_text("第 1 个答案，共 2 个")
    page.go_back()
    expect(page).to_have_url(small_home + PATH)


def test_an_answer_that_was_found_otherwise_follows_its_topic(page: Page, small_home: str) -> None:
    page.goto(small_home + PATH)
    page.get_by_role("link", name="第三题问什么？").click()
    expect(page.locator(".breadcrumb .count")).to_have_count(1)
    page.goto(f"{small_home}alpha/")
    page.get_by_role("link", name="a<b 时").first.click()
    expect(page.locator(".breadcrumb a")).to_have_text(["首页", "甲专题"])
    expect(step(page, "next")).to_have_text("下一题 第二题是什么？")


@pytest.mark.parametrize("opened", ["ControlOrMeta", "middle"])
def test_a_list_goes_along_into_a_new_tab(page: Page, small_home: str, opened: str) -> None:
    page.goto(small_home + PATH)
    link = page.get_by_role("link", name="第三题问什么？")
    with page.context.expect_page() as tab:
        if opened == "middle":
            link.click(button="middle")
        else:
            link.click(modifiers=["ControlOrMeta"])
    expect(tab.value.locator(".breadcrumb .count")).to_have_text("第 1 个答案，共 2 个")
    # On the list itself nothing has changed.
    page.wait_for_timeout(100)
    assert (link.get_attribute("href") or "").endswith(THIRD) or link.evaluate("link => link.search") == ""


@pytest.mark.parametrize(
    ("address", "title"),
    [("collections/old/", "旧题集"), ("tags/", "按被问的次数"), ("alpha/", "甲专题：按被问的次数")],
)
def test_every_list_can_be_gone_through(page: Page, small_home: str, address: str, title: str) -> None:
    page.goto(small_home + address)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.locator("[data-list] a").first.click()
    expect(page.locator(".breadcrumb li").last.get_by_role("link")).to_have_text(title)


@in_both
def test_what_is_chosen_of_the_tags_is_a_list_of_its_own(page: Page, small_home: str) -> None:
    page.goto(f"{small_home}tags/")
    rows = page.locator(".rows li:visible")
    expect(rows).to_have_count(3)
    page.get_by_role("link", name="不等式 1").click()
    expect(page.get_by_role("heading", name="不等式 1 题")).to_be_in_viewport()
    expect(rows).to_have_count(1)
    page.get_by_role("link", name="看全部").click()
    expect(rows).to_have_count(3)
    page.go_back()
    expect(rows).to_have_count(1)
    rows.get_by_role("link").click()
    expect(page.locator(".breadcrumb .count")).to_have_text("第 1 个答案，共 1 个")
    page.locator(".breadcrumb").get_by_role("link", name="标签：不等式").click()
    expect(rows).to_have_count(1)


@in_both
def test_tags_are_chosen_without_scripts(open_page: OpenPage, small_home: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{small_home}tags/#high")
    expect(page.locator(".rows li:visible")).to_have_count(1)
    page.get_by_role("link", name="看全部").click()
    expect(page.locator(".rows li:visible")).to_have_count(3)


def test_a_pasted_post_is_gone_through_and_is_there_again(open_page: OpenPage, home: str) -> None:
    page = open_page(PHONE)
    find(
        page, home, "1. 为什么要除以根号 dk\n2. 什么是灾难性遗忘\n3. 知识蒸馏是什么\n4. LoRA 的原理\n5. KV Cache 是什么"
    )
    links = page.locator(".match__answer")
    addresses = links.evaluate_all("all => all.map((one) => one.href)")
    links.nth(2).scroll_into_view_if_needed()
    links.nth(2).click()
    expect(page.locator(".breadcrumb .count")).to_have_text("第 3 个答案，共 5 个")
    expect(step(page, "prev")).to_have_attribute("href", f"{addresses[1]}?list=match%2F")
    home_of_list = page.locator(".breadcrumb").get_by_role("link", name="贴进来的面经").get_attribute("href")
    page.go_back()
    expect(links).to_have_count(len(addresses))
    assert links.evaluate_all("all => all.map((one) => one.href)") == addresses
    expect(links.nth(2)).to_be_in_viewport()
    assert f"{page.url}&row-3" == home_of_list


def test_an_answer_of_a_pasted_post_leads_back_to_its_row(open_page: OpenPage, home: str) -> None:
    page = open_page(PHONE)
    # The second asks for what the first does, and the list has one answer for both.
    asked = ["什么是灾难性遗忘", "灾难性遗忘是什么", "知识蒸馏是什么", "LoRA 的原理", "KV Cache 是什么"]
    find(page, home, "\n".join(f"{number}. {text}" for number, text in enumerate(asked, 1)))
    rows = page.locator(".match__row")
    rows.nth(4).locator("a.match__answer").click()
    expect(page.locator(".breadcrumb .count")).to_have_text("第 4 个答案，共 4 个")
    page.evaluate("localStorage.setItem('answerbook.1.read', JSON.stringify(['kv-cache']))")
    page.locator(".breadcrumb").get_by_role("link", name="贴进来的面经").click()
    expect(rows).to_have_count(5)
    expect(rows.nth(4)).to_be_in_viewport()
    # What was read since says so.
    expect(rows.nth(4).locator("a.match__answer")).to_have_class(re.compile(r"\bread\b"))
    expect(rows.nth(3).locator("a.match__answer")).not_to_have_class(re.compile(r"\bread\b"))
    assert "row-" not in page.url


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        "{}",
        "[null, 1, []]",
        json.dumps([{"name": PATH, "title": "x", "address": "javascript:alert(1)", "questions": []}]),
        json.dumps([{"name": PATH, "title": "x", "address": PATH, "questions": [["third-question", "x"]]}]),
        json.dumps([{"name": PATH, "title": "x", "address": "//x.org/", "questions": [["third-question", "x", ""]]}]),
    ],
)
def test_a_list_that_storage_has_spoilt_is_none(page: Page, small_home: str, stored: str) -> None:
    page.goto(small_home)
    page.evaluate("text => localStorage.setItem('answerbook.1.lists', text)", stored)
    page.goto(f"{small_home}{THIRD}?list={PATH}")
    expect(page).to_have_url(small_home + THIRD)
    expect(page.locator(".breadcrumb a")).to_have_text(["首页", "beta"])


@in_both
def test_from_disk_lists_are_followed_where_pages_share_storage(page: Page, disk_site: Path) -> None:
    page.goto((disk_site / PATH / "index.html").as_uri())
    shared = page.evaluate("(() => { try { return !!localStorage } catch { return false } })()")
    page.get_by_role("link", name="第三题问什么？").click()
    expect(page.locator("h1")).to_contain_text("第三题")
    if shared and page.context.browser.browser_type.name == "chromium":  # type: ignore[union-attr]
        expect(page.locator(".breadcrumb .count")).to_have_text("第 1 个答案，共 2 个")
        step(page, "next").click()
        expect(page.locator("h1")).to_contain_text("a<b")
        expect(page.locator(".breadcrumb .count")).to_have_text("第 2 个答案，共 2 个")


@pytest.mark.parametrize("width", [1366, PHONE])
def test_a_list_moves_nothing_of_the_answer(open_page: OpenPage, home: str, width: int) -> None:
    page = open_page(width)
    page.goto(f"{home}paths/one-evening/")
    page.locator(".stages a").nth(5).click()
    expect(page.locator(".breadcrumb .count")).to_be_visible()
    assert page.evaluate(SHIFT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
