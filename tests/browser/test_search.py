"""Searching as a reader does it, in the whole book."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from .conftest import DESKTOP, PHONE, OpenPage, Scheme, in_both
from .test_access import violations

ANSWER = re.compile(r"/q/attention-scaling/")


def box(page: Page) -> Locator:
    return page.get_by_role("combobox", name="搜索问题")


def options(page: Page) -> Locator:
    return page.get_by_role("option")


def test_a_title_is_found_as_the_reader_types(page: Page, home: str) -> None:
    page.goto(home)
    box(page).press_sequentially("灾难性遗")
    expect(options(page).first).to_contain_text("灾难性遗忘")
    expect(page.get_by_role("status").first).to_contain_text("个结果")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_leads_to_the_box(page: Page, home: str, key: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(home)
    page.keyboard.press(key)
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value("")


@in_both
def test_the_empty_box_offers_what_is_asked_often(page: Page, home: str) -> None:
    page.goto(home)
    box(page).focus()
    expect(options(page).first).to_contain_text("常被问到")
    box(page).press("ArrowDown")
    box(page).press("Enter")
    expect(page).to_have_url(re.compile("/q/"))


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_empty_box_has_nothing_to_set(open_page: OpenPage, home: str, width: int) -> None:
    page = open_page(width)
    page.goto(f"{home}q/lora-principle/")
    page.keyboard.press("/")
    field, first = page.get_by_role("combobox"), page.locator(".result").first
    expect(first).to_be_visible()
    expect(page.locator(".search__tools")).to_be_hidden()
    # What is offered begins right below.
    gap = "first => first.getBoundingClientRect().top - document.activeElement.getBoundingClientRect().bottom"
    assert first.evaluate(gap) < 12
    field.fill("LoRA")
    expect(page.get_by_label("标出这些词")).to_be_visible()
    expect(page.locator(".search__status")).to_contain_text("个结果")


def test_the_field_is_not_dimmed_with_the_page_behind(page: Page, home: str) -> None:
    page.goto(home)
    page.keyboard.press("/")
    expect(page.locator(".result").first).to_be_visible()
    field = page.locator(".search__field").evaluate("one => +getComputedStyle(one).zIndex")
    assert field > page.locator(".search__panel").evaluate("one => +getComputedStyle(one).zIndex")


def test_what_is_asked_most_is_a_list_rather_than_an_answer(page: Page, home: str) -> None:
    page.goto(home)
    box(page).fill("高频题")
    expect(options(page).first).to_have_text("面试里问得最多的题")
    box(page).press("Enter")
    expect(page).to_have_url(re.compile("/tags/#high$"))
    expect(page.locator("#high")).to_be_in_viewport()


def test_a_term_that_no_answer_is_about_is_said(page: Page, home: str) -> None:
    page.goto(home)
    box(page).fill("注意力 和 zookeeper 什么关系")
    expect(page.locator(".search__status")).to_have_text("书里没有提到 zookeeper，下面的只有部分相关")


def test_a_key_typed_elsewhere_is_text(page: Page, home: str) -> None:
    page.goto(f"{home}match/")
    page.get_by_label("面经", exact=True).press_sequentially("s/f")
    expect(page.get_by_label("面经", exact=True)).to_have_value("s/f")


def test_arrows_and_enter_open_an_answer(page: Page, home: str) -> None:
    page.goto(home)
    box(page).fill("为什么要除以根号 dk")
    expect(options(page).first).to_be_visible()
    box(page).press("ArrowDown")
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    expect(box(page)).to_have_attribute("aria-activedescendant", options(page).first.get_attribute("id") or "?")
    box(page).press("ArrowDown")
    expect(options(page).nth(1)).to_have_attribute("aria-selected", "true")
    box(page).press("ArrowUp")
    box(page).press("Enter")
    expect(page).to_have_url(ANSWER)


@in_both
@pytest.mark.parametrize("pasted", [False, True], ids=["typed", "pasted"])
def test_the_keyboard_alone_leads_to_an_answer(open_page: OpenPage, home: str, pasted: bool) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(home)
    if pasted:
        page.evaluate("navigator.clipboard.writeText('面试官问：自注意力里为什么要除以根号 dk？不除会怎么样？')")
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    if pasted:
        page.keyboard.press("ControlOrMeta+V")
    else:
        page.keyboard.type("scaled dot-product")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page).to_have_url(ANSWER)
    expect(page.locator("#short")).to_be_visible()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("chosen", ["Enter", "click"])
def test_who_comes_back_from_a_result_finds_the_list(open_page: OpenPage, home: str, width: int, chosen: str) -> None:
    page = open_page(width)
    page.goto(f"{home}q/lora-principle/")
    page.keyboard.press("/")
    box(page).press_sequentially("灾难性遗")
    expect(options(page).first).to_contain_text("灾难性遗忘")
    page.keyboard.press("Enter") if chosen == "Enter" else options(page).nth(1).click()
    expect(page).not_to_have_url(re.compile("lora-principle"))
    page.go_back()
    expect(box(page)).to_have_value("灾难性遗")
    expect(options(page).first).to_contain_text("灾难性遗忘")
    # Who shut it is not shown it again.
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.reload()
    expect(page.locator(".search__panel")).to_be_hidden()


def test_enter_alone_opens_the_first(page: Page, home: str) -> None:
    page.goto(home)
    box(page).fill("为什么要除以根号 dk")
    expect(options(page).first).to_be_visible()
    box(page).press("Enter")
    expect(page).to_have_url(ANSWER)


def test_escape_empties_then_closes(page: Page, home: str) -> None:
    page.goto(home)
    box(page).fill("显存")
    expect(options(page).first).to_be_visible()
    box(page).press("Escape")
    expect(box(page)).to_have_value("")
    box(page).press("Escape")
    expect(box(page)).not_to_be_focused()
    expect(page.locator(".search__panel")).to_be_hidden()
    expect(box(page)).to_have_attribute("aria-expanded", "false")


@in_both
def test_half_typed_pinyin_of_an_input_method_is_not_searched(page: Page, home: str) -> None:
    page.goto(home)
    box(page).fill("显存")
    expect(options(page).first).to_contain_text("显存")
    expect(options(page).first.locator(".result__text")).not_to_be_empty()
    before = options(page).first.inner_text()
    box(page).evaluate(
        """input => {
          input.dispatchEvent(new CompositionEvent("compositionstart"))
          input.value = "qwertyuiop"
          input.dispatchEvent(new InputEvent("input", { isComposing: true }))
        }"""
    )
    page.wait_for_timeout(200)
    assert options(page).first.inner_text() == before
    box(page).evaluate(
        """input => {
          input.value = "知识蒸馏"
          input.dispatchEvent(new CompositionEvent("compositionend"))
        }"""
    )
    expect(options(page).first).to_contain_text("知识蒸馏")


@pytest.mark.parametrize("query", ["zhishizhengliu", "知识争馏", "知識蒸餾", "knowledge distilation"])
def test_words_found_another_way_are_marked_too(page: Page, home: str, query: str) -> None:
    page.goto(home)
    box(page).fill(query)
    expect(options(page).first.locator(".result__title mark").first).to_have_text("知识蒸馏")


def test_the_fitting_sentence_is_shown(page: Page, home: str) -> None:
    page.goto(home)
    box(page).fill("梯度累积")
    expect(options(page).first.locator(".result__text")).to_contain_text("累积")
    expect(options(page).first.locator(".result__where")).to_have_text(re.compile("显存 · (基础|进阶|深入)"))


def test_results_do_not_jump_when_their_sentences_arrive(page: Page, home: str) -> None:
    page.goto(home)
    box(page).fill("显存")
    expect(options(page).first).to_be_visible()
    before = page.evaluate("[...document.querySelectorAll('.result')].map(one => one.offsetHeight)")
    expect(options(page).first.locator(".result__text")).not_to_be_empty()
    assert page.evaluate("[...document.querySelectorAll('.result')].map(one => one.offsetHeight)") == before


def test_opening_the_box_moves_nothing(page: Page, home: str) -> None:
    page.goto(home)
    before = page.locator("h1").bounding_box()
    box(page).click()
    expect(page.locator(".search__panel")).to_be_visible()
    assert page.locator("h1").bounding_box() == before


def test_a_topic_can_be_chosen(page: Page, home: str) -> None:
    page.goto(home)
    box(page).fill("显存")
    expect(options(page).first).to_be_visible()
    page.get_by_role("group", name="只看一个专题").get_by_role("button", name=re.compile("人类反馈强化学习")).click()
    expect(options(page).first).to_contain_text("RLHF")
    assert {text.split(" · ")[0] for text in page.locator(".result__where").all_inner_texts()} == {"人类反馈强化学习"}


@in_both
def test_recent_searches_are_offered_and_forgotten(page: Page, home: str) -> None:
    page.goto(home)
    box(page).fill("知识蒸馏")
    expect(options(page).first).to_be_visible()
    box(page).press("Enter")
    page.wait_for_url(re.compile("/q/"))
    page.goto(home)
    box(page).click()
    expect(options(page).first).to_have_text("知识蒸馏")
    options(page).first.click()
    expect(box(page)).to_have_value("知识蒸馏")
    expect(options(page).first).to_contain_text("知识蒸馏是什么")
    box(page).fill("")
    page.get_by_role("option", name="清除最近搜索").click()
    # What is asked often is offered to everybody.
    expect(options(page).first).to_contain_text("常被问到")
    expect(page.get_by_role("option", name="清除最近搜索")).to_have_count(0)


@in_both
def test_an_address_with_a_query_opens_its_results(page: Page, home: str) -> None:
    page.goto(f"{home}?q=%E7%81%BE%E9%9A%BE%E6%80%A7%E9%81%97%E5%BF%98")
    expect(box(page)).to_have_value("灾难性遗忘")
    expect(options(page).first).to_contain_text("灾难性遗忘")


def test_nothing_found_is_said_with_the_nearest_words(page: Page, home: str) -> None:
    page.goto(home)
    box(page).fill("qwertyuiop")
    expect(page.get_by_text("没有找到")).to_be_visible()
    box(page).fill("lorazz")
    expect(options(page).first).to_be_visible()
    # Letters that only begin as a word does are near to none.
    box(page).fill("asdfqwer")
    expect(page.get_by_text("没有找到；换一个说法")).to_be_visible()
    expect(page.locator("[role=option][data-query]")).to_have_count(0)


@in_both
def test_where_nothing_is_found_the_keyboard_reaches_another_way_to_look(page: Page, home: str) -> None:
    page.goto(f"{home}q/mla/")
    # Who presses Enter, before the search has answered or after, is not sent away.
    box(page).fill("asdfqwer")
    box(page).press("Enter")
    expect(page.get_by_text("没有找到；换一个说法")).to_be_visible()
    box(page).press("Enter")
    expect(options(page)).to_have_text(["从专题的目录里找", "按标签、频率和难度找"])
    assert page.url == f"{home}q/mla/"
    box(page).press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_text("从专题的目录里找")
    box(page).press("ArrowDown")
    box(page).press("Enter")
    page.wait_for_url(f"{home}tags/")


def test_a_guess_ends_with_the_other_ways_and_an_answer_does_not(page: Page, home: str) -> None:
    page.goto(f"{home}q/mla/")
    box(page).fill("彩票怎么预测")
    expect(options(page).last).to_have_text("按标签、频率和难度找")
    options(page).filter(has_text="从专题的目录里找").click()
    page.wait_for_url(f"{home}#topics")
    box(page).fill("LoRA")
    expect(options(page).first).to_contain_text("LoRA")
    expect(options(page).filter(has_text="从专题的目录里找")).to_have_count(0)
    # On the page itself, nothing covers the place.
    box(page).fill("asdfqwer")
    options(page).filter(has_text="从专题的目录里找").click()
    expect(page.locator(".search__panel")).to_be_hidden()
    expect(page.locator("#topics")).to_be_in_viewport()


def test_where_nothing_is_found_there_is_nothing_to_mark(page: Page, home: str) -> None:
    page.goto(home)
    marking = page.get_by_label("标出这些词")
    box(page).fill("asdfqwer")
    expect(page.get_by_text("没有找到")).to_be_visible()
    expect(page.locator(".search__tools")).to_be_visible()
    expect(marking).to_be_hidden()
    box(page).fill("LoRA")
    expect(options(page).first).to_be_visible()
    expect(marking).to_be_visible()


def test_on_a_phone_the_line_above_no_result_is_not_empty(open_page: OpenPage, home: str) -> None:
    page = open_page(PHONE)
    page.goto(f"{home}?q=asdfqwer")
    pasted = page.locator(".search__tools a")
    expect(pasted).to_be_visible()
    # Beside what there is to mark it has no room.
    box(page).fill("LoRA")
    expect(page.get_by_label("标出这些词")).to_be_visible()
    expect(pasted).to_be_hidden()


def test_a_guess_is_called_a_guess(page: Page, home: str) -> None:
    page.goto(home)
    box(page).fill("彩票怎么预测")
    expect(page.locator(".search__status")).to_contain_text(re.compile("没有完全对应的问题|下面的只有部分相关"))
    expect(options(page).first).to_be_visible()


@in_both
def test_the_words_are_marked_on_the_page_and_can_be_unmarked(page: Page, home: str) -> None:
    page.goto(home)
    box(page).fill("灾难性遗忘")
    expect(options(page).first).to_be_visible()
    box(page).press("Enter")
    page.wait_for_url(re.compile("/q/catastrophic-forgetting/$"))
    expect(page.locator("mark.found").first).to_be_visible()
    # Also where a line may end in the middle of them.
    assert page.locator("h1 wbr").count()
    assert "".join(page.locator("h1 mark.found").all_inner_texts()) == "灾难性遗忘"
    button = page.get_by_role("button", name=re.compile("取消"))
    # It covers nothing: it stands at the end of the line above the title.
    place, title = button.bounding_box(), page.locator("h1").bounding_box()
    assert place and title and place["y"] + place["height"] <= title["y"]
    words = page.locator(".answer > :not(.breadcrumb)")
    before = words.all_inner_texts()
    button.click()
    expect(page.locator("mark.found")).to_have_count(0)
    assert words.all_inner_texts() == before
    assert "取消" not in page.locator("article").inner_text()


def test_who_went_on_before_the_search_came_is_not_covered_by_it(page: Page, home: str) -> None:
    def late(route: Route) -> None:
        page.wait_for_timeout(400)
        route.continue_()

    page.goto(f"{home}tags/")
    page.route("**/assets/search.js*", late)
    box(page).focus()
    with page.expect_response("**/assets/search.js*"):
        page.keyboard.press("Tab")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".search__panel")).to_be_hidden()
    box(page).focus()
    expect(options(page).first).to_be_visible()


@in_both
def test_marking_can_be_switched_off_for_good(page: Page, home: str) -> None:
    page.goto(home)
    box(page).fill("灾难性遗忘")
    expect(options(page).first).to_be_visible()
    page.get_by_label("标出这些词").uncheck()
    options(page).first.click()
    page.wait_for_url(re.compile("/q/catastrophic-forgetting/$"))
    page.goto(home)
    box(page).click()
    expect(page.get_by_label("标出这些词")).not_to_be_checked()


def test_on_a_phone_search_fills_the_screen(open_page: OpenPage, home: str) -> None:
    page = open_page(PHONE)
    page.goto(f"{home}memory/")
    page.get_by_role("button", name="打开搜索").click()
    expect(box(page)).to_be_focused()
    box(page).fill("显存")
    expect(options(page).first).to_be_visible()
    size = page.locator(".search__box").bounding_box()
    assert size == {"x": 0, "y": 0, "width": PHONE, "height": 740}
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE
    page.get_by_role("button", name="关闭搜索").click()
    expect(page.locator(".search__panel")).to_be_hidden()


def test_the_home_page_begins_with_search(page: Page, home: str) -> None:
    page.goto(home)
    expect(page.locator("#main").get_by_role("combobox", name="搜索问题")).to_be_visible()
    page.locator("#main .search").click()
    expect(box(page)).to_be_focused()


def test_nothing_of_search_is_loaded_before_it_is_used(page: Page, home: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(home).split("?")[0]))
    page.goto(home, wait_until="networkidle")
    assert "assets/answerbook.js" in asked
    assert not [address for address in asked if "search" in address]
    with page.expect_response(lambda response: "search/index.js" in response.url):
        box(page).click()
    assert [address for address in asked if "search" in address] == ["assets/search.js", "assets/search/index.js"]


def test_a_script_may_ask(page: Page, home: str) -> None:
    page.goto(home)
    found = page.evaluate("answerbook.search('灾难性遗忘', { limit: 2 })")
    assert len(found) <= 2
    assert {"id": "catastrophic-forgetting", "url": "q/catastrophic-forgetting/"}.items() <= found[0].items()
    assert isinstance(found[0]["score"], float | int)
    assert found[0]["title"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["显存", "红烧肉怎么做", ""])
def test_an_open_box_keeps_nobody_out(open_page: OpenPage, home: str, scheme: Scheme, query: str) -> None:
    page = open_page(scheme=scheme)
    page.goto(home)
    box(page).fill(query)
    box(page).click()
    page.wait_for_timeout(300)
    assert violations(page) == []


@pytest.mark.parametrize("key", ["Enter", "ArrowDown", "Escape"])
def test_a_key_that_ends_a_composition_in_safari_is_the_input_methods(page: Page, home: str, key: str) -> None:
    page.goto(home)
    box(page).fill("归一化")
    expect(options(page).first).to_be_visible()
    box(page).evaluate(
        """(input, key) => {
          input.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }))
          input.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: "归一化" }))
          const code = { keyCode: 229, which: 229, isComposing: false }
          input.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...code }))
        }""",
        key,
    )
    page.wait_for_timeout(200)
    expect(page).to_have_url(home)
    expect(box(page)).to_have_value("归一化")
    expect(box(page)).not_to_have_attribute("aria-activedescendant", re.compile("."))


def test_enter_waits_for_the_results_of_what_was_typed(page: Page, home: str) -> None:
    page.goto(home)
    held: list[Route] = []
    page.route("**/assets/search/index.js*", lambda route: held.append(route))
    box(page).focus()
    page.wait_for_timeout(300)
    page.keyboard.type("lora", delay=20)
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    expect(box(page)).to_have_value("lora")
    expect(page.get_by_role("status").filter(has_text="正在载入")).to_be_visible()
    for route in held:
        route.continue_()
    expect(page).to_have_url(re.compile("lora"))


@pytest.mark.parametrize("what", ["index.js", "search.js"])
@pytest.mark.parametrize("body", ["", "<!doctype html><title>登录</title>"])
def test_search_recovers_without_a_reload(browser: Browser, home: str, what: str, body: str) -> None:
    page = browser.new_page()
    well = False

    def answer(route: Route) -> None:
        if well:
            route.continue_()
        else:
            route.fulfill(status=200, content_type="text/javascript", body=body)

    page.route(f"**/{what}*", answer)
    page.goto(home)
    box(page).fill("lora")
    expect(page.locator(".search__status")).to_contain_text("没有加载成功")
    well = True
    box(page).fill("lora 秩")
    expect(options(page).first).to_contain_text("LoRA")
    page.close()
