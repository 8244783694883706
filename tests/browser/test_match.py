"""A pasted interview post, question by question."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import PHONE, OpenPage, Scheme, in_both
from .test_access import violations

POST = """一面：
1. 自我介绍
2. 为什么要除以根号 dk？不除会怎么样？
3、LoRA 的秩和 alpha 怎么选；推理会变慢吗
（4）讲讲知识蒸馏、数据去重、灾难性遗忘
5. 说说 mysql 的索引为什么用 b+ 树
"""


def find(page: Page, home: str, post: str = POST) -> None:
    page.goto(f"{home}match/")
    page.get_by_label("面经", exact=True).fill(post)
    page.get_by_role("button", name="逐题查找").click()
    expect(page.get_by_role("heading", name="有答案的题")).to_be_visible()


def answers(page: Page) -> list[str]:
    links = page.locator("[data-answered] .match__answer")
    return [address.rstrip("/").rsplit("/", 1)[1] for address in links.evaluate_all("all => all.map(one => one.href)")]


@in_both
def test_each_question_gets_its_answer(page: Page, home: str) -> None:
    find(page, home)
    found = answers(page)
    assert {"attention-scaling", "lora-hyperparameters"} <= set(found)
    # Three questions on one line.
    assert {"knowledge-distillation", "data-dedup", "catastrophic-forgetting"} <= set(found)
    expect(page.locator("[data-unanswered]")).to_contain_text("mysql")
    expect(page.locator("#match")).not_to_contain_text("自我介绍\n")


def test_a_match_can_be_changed_and_taken_away(page: Page, home: str) -> None:
    find(page, home, "LoRA 的秩怎么选")
    choice = page.get_by_label("“LoRA 的秩怎么选”的答案")
    other = choice.locator("option").nth(1).get_attribute("value") or ""
    choice.select_option(other)
    assert answers(page) == [other]
    choice.select_option("")
    assert answers(page) == []
    expect(page.locator("[data-unanswered]")).to_contain_text("LoRA 的秩怎么选")


@in_both
def test_the_list_is_shared_in_the_address_alone(open_page: OpenPage, home: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    find(page, home)
    page.get_by_label("“LoRA 的秩和 alpha 怎么选”的答案").select_option("")
    before = answers(page)
    page.get_by_role("button", name="复制分享链接").click()
    expect(page.get_by_text("链接已复制")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{home}match/#")
    other = open_page()
    other.goto(link)
    expect(other.get_by_role("heading", name="有答案的题")).to_be_visible()
    assert answers(other) == before
    expect(other.locator("[data-unanswered]")).to_contain_text("LoRA 的秩和 alpha 怎么选")


def test_the_list_is_copied_as_links(open_page: OpenPage, home: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    find(page, home, "什么是灾难性遗忘")
    page.get_by_role("button", name="复制为 Markdown").click()
    expect(page.get_by_text("已复制为 Markdown")).to_be_visible()
    assert f"]({home}q/catastrophic-forgetting/)" in page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("state", ["z", "j", "zAAAA", "j!!!", "jW10", "x", "%E4%BD%A0"])
def test_a_broken_link_is_said_to_be_broken(page: Page, home: str, state: str) -> None:
    page.goto(f"{home}match/#{state}")
    expect(page.locator("#match [role=status]")).to_have_text(re.compile("不完整|没有看出问题"))


def test_a_post_without_questions(page: Page, home: str) -> None:
    page.goto(f"{home}match/")
    page.get_by_label("面经", exact=True).fill("……")
    page.get_by_role("button", name="逐题查找").click()
    expect(page.get_by_text("没有看出问题")).to_be_visible()


@pytest.mark.parametrize("width", [1280, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_list_keeps_nobody_out(open_page: OpenPage, home: str, width: int, scheme: Scheme) -> None:
    page = open_page(width, scheme)
    find(page, home)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
