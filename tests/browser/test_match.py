"""A pasted interview post, question by question."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

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
    expect(page.locator(".match__row").filter(has_text="自我介绍")).to_have_count(0)
    # What is no question is folded away, not lost.
    left = page.locator("[data-left]")
    expect(left.locator("summary")).to_have_text("略去的 2 行")
    left.locator("summary").click()
    expect(left.locator("li")).to_have_text(["一面：", "自我介绍"])


@in_both
def test_what_is_sure_is_told_from_what_may_be(page: Page, home: str) -> None:
    find(page, home, "1. 知识蒸馏是什么\n2. 反转链表\n3. LoRA 怎么初始化\n追问：都为零行不行\n4. 各自有什么优缺点")
    row = page.locator(".match__row")
    expect(row.filter(has_text="知识蒸馏是什么").locator(".match__sure:not(.match__sure--likely)")).to_have_count(1)
    expect(row.filter(has_text="反转链表").locator("a")).to_have_count(0)
    expect(row.filter(has_text="都为零行不行")).to_have_class("match__row match__row--follows")
    expect(row.filter(has_text="优缺点").locator(".match__sure:not(.match__sure--likely)")).to_have_count(0)


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


@pytest.mark.parametrize("state", ["zAAAAAAAAAAAA", "jAAAAAAAAAAAA", "jW10W10W10", "zAAAAAAAA%E4%BD%A0"])
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


@pytest.mark.parametrize("anchor", ["main", "answered", "x", "z", "%E4%BD%A0"])
def test_other_anchors_are_places_of_the_page(page: Page, home: str, anchor: str) -> None:
    page.goto(f"{home}match/")
    page.evaluate("anchor => (location.hash = anchor)", anchor)
    page.wait_for_timeout(200)
    expect(page.locator("#match [role=status]")).to_be_empty()


@pytest.mark.parametrize("stuck", ["。", "）", "&from=wechat", "%3D"])
def test_what_chats_stick_to_a_link_is_no_part_of_it(open_page: OpenPage, home: str, stuck: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    find(page, home, "什么是灾难性遗忘")
    page.get_by_role("button", name="复制分享链接").click()
    expect(page.get_by_text("链接已复制")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    other = open_page()
    other.goto(link + stuck)
    expect(other.locator("[data-answered]")).to_contain_text("灾难性遗忘")
    # The address says what is on the page, without what was stuck to it, and goes on saying it.
    expect(other).to_have_url(link)
    other.get_by_role("combobox", name="灾难性遗忘").select_option("")
    expect(other).not_to_have_url(link)
    other.reload()
    expect(other.locator("[data-unanswered]")).to_contain_text("灾难性遗忘")


def test_what_was_cut_is_said(open_page: OpenPage, home: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{home}match/")
    post = "\n".join(f"{number}. 第 {number} 个关于注意力的问题" for number in range(1, 500))
    page.evaluate("text => navigator.clipboard.writeText(text)", post + "，" * 50_000)
    page.get_by_label("面经", exact=True).focus()
    page.keyboard.press("Control+V")
    expect(page.locator("#match [role=status]")).to_contain_text("300 个问题，", timeout=60_000)
    expect(page.locator("#match [role=status]")).to_contain_text("只取了前 300 个问题；只取了前 5 万字")


def test_an_older_search_never_takes_the_place_of_a_newer(page: Page, home: str) -> None:
    page.goto(f"{home}match/")
    held: list[Route] = []
    page.route("**/assets/search/index.js*", lambda route: held.append(route))
    field = page.get_by_label("面经", exact=True)
    field.fill("\n".join(f"{number}. 第 {number} 个关于注意力的问题" for number in range(1, 60)))
    page.get_by_role("button", name="逐题查找").click()
    expect(page.get_by_text("正在逐题查找")).to_be_visible()
    field.fill("什么是灾难性遗忘")
    page.get_by_role("button", name="逐题查找").click()
    page.wait_for_timeout(300)
    for route in held:
        route.continue_()
    expect(page.locator("#match [role=status]")).to_have_text("1 个问题，1 个有答案")
    page.wait_for_timeout(1500)
    expect(page.locator("#match [role=status]")).to_have_text("1 个问题，1 个有答案")


def test_a_page_without_its_script_says_so(browser: Browser, home: str) -> None:
    page = browser.new_page()
    page.route("**/assets/match.js*", lambda route: route.abort())
    page.goto(f"{home}match/")
    expect(page.locator("#match [role=status]")).to_contain_text("没有加载成功")
    page.close()


def test_without_scripts_there_is_no_dead_form(open_page: OpenPage, home: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{home}match/")
    expect(page.get_by_text("这一页要用到 JavaScript")).to_be_visible()
    expect(page.get_by_role("button", name="逐题查找")).to_be_hidden()


def test_on_paper_there_are_only_questions_and_answers(page: Page, home: str) -> None:
    find(page, home, "什么是灾难性遗忘")
    expect(page.locator("[data-answered] li")).to_have_count(1)
    page.emulate_media(media="print")
    for control in ("textarea", ".match__do", ".match__tools", ".match__row select"):
        expect(page.locator(f"#match {control}").first).to_be_hidden()
    expect(page.locator("[data-answered] a").first).to_be_visible()
