"""A pasted interview post, question by question."""

from __future__ import annotations

import base64
import json
import re

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from .conftest import PHONE, OpenPage, Scheme, in_both, wait
from .test_access import violations

POST = """一面：
1. 自我介绍
2. 为什么要除以根号 dk？不除会怎么样？
3、LoRA 的秩和 alpha 怎么选；推理会变慢吗
（4）讲讲知识蒸馏、数据去重、灾难性遗忘
5. 说说 mysql 的索引为什么用 b+ 树
"""


TOPICS = ["RMSNorm", "LoRA", "DPO", "GRPO", "KV Cache", "MoE", "BPE", "ZeRO", "CLIP", "RAG", "MLA", "SwiGLU"]
# More than one screen of questions, and how many of them have no short answer yet.
MANY = "\n".join(f"{number}. {topic} 是什么？" for number, topic in enumerate(TOPICS, 1))
EMPTY = "[...document.querySelectorAll('.match__short')].filter((one) => !one.textContent).length"


def find(page: Page, home: str, post: str = POST) -> None:
    page.goto(f"{home}match/")
    page.get_by_label("面经", exact=True).fill(post)
    page.get_by_role("button", name="逐题查找").click()
    expect(page.get_by_role("heading", name="有答案的题")).to_be_visible()


def take(page: Page, name: str) -> None:
    """Press one of the lesser ways to take the list away."""
    others = page.locator(".match__others summary")
    if page.locator(".match__others").get_attribute("open") is None:
        others.focus()
        page.keyboard.press("Enter")
    page.get_by_role("button", name=name, exact=True).click()


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


def open_row(page: Page, question: str) -> Locator:
    """The row of a question, with what can be done about it opened by the keyboard."""
    row = page.locator(".match__row").filter(has_text=question).first
    row.locator("summary").focus()
    if row.locator("details").get_attribute("open") is None:
        page.keyboard.press("Enter")
    return row


@in_both
def test_a_match_can_be_changed_and_taken_away(page: Page, home: str) -> None:
    find(page, home, "LoRA 的秩怎么选")
    choice = open_row(page, "LoRA 的秩怎么选").get_by_role("list", name="答案").get_by_role("button").nth(1)
    title = choice.inner_text()
    choice.press("Enter")
    expect(page.locator("[data-answered] .match__answer")).to_have_text([title])
    # The reader's own choice is neither praised nor doubted, and the keyboard stays at the row.
    expect(page.locator(".match__sure")).to_have_count(0)
    expect(page.locator(".match__row summary")).to_be_focused()
    open_row(page, "LoRA 的秩怎么选").get_by_role("button", name="书里没有这个问题").click()
    assert answers(page) == []
    expect(page.locator("[data-unanswered]")).to_contain_text("LoRA 的秩怎么选")


@in_both
def test_a_row_is_rewritten_split_joined_and_dropped(page: Page, home: str) -> None:
    find(page, home, "1. 知识蒸馏是什么\n2. LoRA 的秩怎么选，灾难性遗忘怎么办")
    row = open_row(page, "LoRA 的秩怎么选")
    row.get_by_label("题目").fill("LoRA 的秩怎么选\n怎么避免灾难性遗忘")
    row.get_by_role("button", name="改好").click()
    questions = page.locator(".match__question")
    expect(questions).to_have_text(["知识蒸馏是什么", "LoRA 的秩怎么选", "怎么避免灾难性遗忘"])
    assert answers(page)[-1] == "catastrophic-forgetting"
    open_row(page, "怎么避免灾难性遗忘").get_by_role("button", name="并到上一题").click()
    expect(questions).to_have_text(["知识蒸馏是什么", "LoRA 的秩怎么选，怎么避免灾难性遗忘"])
    # Each part of it has an answer.
    expect(page.locator(".match__row").nth(1).locator("a.match__answer")).to_have_count(2)
    open_row(page, "知识蒸馏是什么").get_by_role("button", name="删去").click()
    expect(questions).to_have_text(["LoRA 的秩怎么选，怎么避免灾难性遗忘"])
    expect(page.locator("#match [role=status]")).to_contain_text("1 个问题")


def test_each_row_says_its_answer_in_short(page: Page, home: str) -> None:
    find(page, home, "什么是灾难性遗忘")
    short = page.locator(".match__short")
    expect(short).not_to_be_empty()
    page.locator("a.match__answer").click()
    expect(page.locator("[data-short]")).to_be_visible()
    text = page.locator("[data-short]").inner_text()
    page.go_back()
    # The results are there again, without another paste.
    expect(page.locator(".match__short")).to_have_text(text)


def test_the_list_is_read_from_the_first_question_on(page: Page, home: str) -> None:
    find(page, home, "1. 知识蒸馏是什么\n2. 怎么避免灾难性遗忘")
    page.get_by_role("button", name="从第一题读起").click()
    expect(page.locator("h1")).to_contain_text("知识蒸馏")
    expect(page.get_by_text("第 1 个答案，共 2 个")).to_be_visible()
    page.get_by_role("link", name="下一题").click()
    expect(page.locator("h1")).to_contain_text("遗忘")


def test_the_command_for_the_pdf_is_copied(open_page: OpenPage, home: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    find(page, home, "1. 知识蒸馏是什么\n2. 怎么避免灾难性遗忘")
    take(page, "复制排 PDF 的命令")
    expect(page.get_by_text("命令已复制")).to_be_visible()
    command = page.evaluate("navigator.clipboard.readText()")
    assert command == "python3 book.py pdf --questions knowledge-distillation,catastrophic-forgetting"


def test_thirty_questions_fit_into_a_link_that_chats_keep_whole(open_page: OpenPage, home: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    titles = page.request.get(f"{home}answers.json").json()[:30]
    find(page, home, "\n".join(f"{number}. {one['title']}" for number, one in enumerate(titles, 1)))
    before = answers(page)
    assert len(before) >= 25
    page.get_by_role("button", name="复制分享链接").click()
    expect(page.get_by_text("链接已复制")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert len(link) <= 2000
    other = open_page()
    other.goto(link)
    expect(other.get_by_role("heading", name="有答案的题")).to_be_visible()
    assert {*answers(other)} == {*before}


@in_both
def test_the_counts_agree_with_the_list_that_is_read(page: Page, home: str) -> None:
    find(
        page,
        home,
        "1. 知识蒸馏是什么\n2. 怎么避免灾难性遗忘\n3. 什么是灾难性遗忘\n4. 两数之和\n5. 联邦学习怎么聚合梯度",
    )
    status = page.locator("#match [role=status]")
    counted = "5 个问题，3 个有答案（共 2 页），1 个书里还没有，1 个是算法题或计算机基础"
    expect(status).to_have_text(counted)
    expect(page.locator(".match__row").filter(has_text="两数之和")).to_contain_text("不在这本书里")
    page.wait_for_function("location.hash.length > 8")
    address = page.url
    page.get_by_role("button", name="从第一题读起").click()
    expect(page.get_by_text("第 1 个答案，共 2 个")).to_be_visible()
    # And who comes back reads the same.
    page.goto(address)
    expect(status).to_have_text(counted)


@in_both
def test_a_whole_megabyte_is_cut_with_a_word(page: Page, home: str) -> None:
    page.goto(f"{home}match/")
    line = "这一句什么也没有问，只是把面经写得很长很长。"
    page.get_by_label("面经", exact=True).fill("1. 什么是灾难性遗忘\n" + line * (1_000_000 // len(line.encode())))
    page.get_by_role("button", name="逐题查找").click()
    status = page.locator("#match [role=status]")
    expect(status).to_contain_text("只取了前 5 万字", timeout=20_000)
    expect(page.locator(".match__question").first).to_contain_text("灾难性遗忘")


@in_both
def test_the_first_answer_on_a_phone_stands_near_its_controls(open_page: OpenPage, home: str) -> None:
    page = open_page(PHONE)
    find(page, home, "什么是灾难性遗忘")
    expect(page.get_by_role("button", name="打印速答", exact=True)).to_be_hidden()
    shown = page.locator("[data-tools] > :is(button, a):visible")
    assert shown.count() == 3
    take(page, "复制为文字")
    expect(page.locator("#match [role=status]")).not_to_have_text("1 个问题，1 个有答案")


@in_both
def test_what_was_found_is_in_view_without_scrolling(open_page: OpenPage, home: str) -> None:
    page = open_page(PHONE)
    find(page, home)
    expect(page.locator(".match__answer").first).to_be_in_viewport(ratio=1)
    expect(page.locator("#match [role=status]")).to_be_in_viewport(ratio=1)


def test_a_link_that_was_shared_before_still_opens(page: Page, home: str) -> None:
    state = json.dumps([["怎么少忘一点老本事", "catastrophic-forgetting"], ["天气怎么样", ""]])
    packed = base64.urlsafe_b64encode(state.encode()).decode().rstrip("=")
    page.goto(f"{home}match/#j{packed}")
    expect(page.get_by_role("heading", name="有答案的题")).to_be_visible()
    assert answers(page) == ["catastrophic-forgetting"]
    expect(page.locator("[data-unanswered]")).to_contain_text("天气怎么样")


@in_both
def test_the_list_is_shared_in_the_address_alone(open_page: OpenPage, home: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    find(page, home)
    open_row(page, "LoRA 的秩和 alpha 怎么选").get_by_role("button", name="书里没有这个问题").click()
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
    take(page, "复制为 Markdown")
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
    open_row(other, "灾难性遗忘").get_by_role("button", name="书里没有这个问题").click()
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
    for control in ("textarea", ".match__do", ".match__tools", ".match__row summary"):
        expect(page.locator(f"#match {control}").first).to_be_hidden()
    expect(page.locator("[data-answered] a").first).to_be_visible()


@in_both
def test_the_browsers_own_key_prints_answers_that_were_not_in_sight_yet(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 800, "height": 200})
    find(page, home, MANY)
    assert page.evaluate(EMPTY) > 0
    page.evaluate(f"window.print = () => {{ window.left = {EMPTY} }}")
    page.keyboard.press("ControlOrMeta+p")
    wait(page, "window.left === 0")


def test_after_a_while_everything_is_there_for_a_menu_that_prints_at_once(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 800, "height": 200})
    find(page, home, MANY)
    assert page.evaluate(EMPTY) > 0
    wait(page, f"{EMPTY} === 0")


def test_a_phone_fetches_no_answers_that_are_not_in_sight(open_page: OpenPage, home: str) -> None:
    page = open_page(PHONE, has_touch=True, is_mobile=True)
    find(page, home, MANY)
    page.wait_for_timeout(2500)
    assert page.evaluate(EMPTY) > 0


def test_the_whole_sheet_has_what_is_said_aloud_and_the_follow_ups(page: Page, home: str) -> None:
    find(page, home, "什么是灾难性遗忘")
    page.evaluate("window.print = () => { window.printed = document.querySelector('.match__told')?.textContent ?? '' }")
    take(page, "打印速答、口述和追问")
    wait(page, "window.printed !== undefined")
    # Else it says what did not come.
    expect(page.locator("#match [role=status]")).to_be_empty()
    assert answers(page) == ["catastrophic-forgetting"]
    card = page.evaluate("window.answerbookParts['card/catastrophic-forgetting']")
    assert card["spoken"]
    page.emulate_media(media="print")
    expect(page.locator(".match__told").first).to_be_visible()
    assert len(page.evaluate("window.printed")) > 100
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".match__told")).to_have_count(0)
