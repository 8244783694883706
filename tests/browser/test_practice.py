"""Recall with intervals: a week of it, storage that fails, progress that moves, the keyboard alone."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import DESKTOP, PHONE, OpenPage, Scheme, in_both, wait
from .test_access import FOCUSED, violations
from .test_pages import SIDEWAYS

# Noon in Beijing and in Los Angeles alike on the same date.
NOW = datetime(2026, 11, 29, 19, tzinfo=UTC)
KEY = "answerbook.1.practice"
# The three questions of the small book, the most asked first.
FIRST, THIRD, SECOND = "a<b 时", "第三题问什么？", "第二题是什么？"
ALL = "?frequency=高,中,低"
NO_STORAGE = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('off') } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"

DESCRIBED = "(one) => document.getElementById(one.getAttribute('aria-describedby')).textContent"


def at(page: Page, days: float) -> None:
    """The reader's clock, so many days later."""
    page.clock.set_fixed_time(NOW + timedelta(days=days))


def begin(page: Page, home: str, query: str = ALL) -> None:
    page.goto(f"{home}practice/{query}")
    page.get_by_role("button", name="开始").click()


def question(page: Page) -> str:
    return page.locator(".practice__desk h2").inner_text()


def answer(page: Page, grade: int) -> None:
    page.keyboard.press("Space")
    button = page.locator(f"button[data-grade='{grade}']")
    button.wait_for()
    page.keyboard.press(str(grade))
    # Graded: what stands there next has no answer yet.
    button.wait_for(state="hidden")


def kept(page: Page) -> dict[str, list[list[int]]]:
    """The grades in the storage, by question."""
    stored = json.loads(page.evaluate(f"localStorage.getItem('{KEY}')") or "{}")
    return {id: entry["grades"] for id, entry in stored.get("questions", {}).items()}


def test_the_chosen_questions_can_be_printed_by_a_command(open_page: OpenPage, small_home: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{small_home}practice/{ALL}")
    page.get_by_role("button", name="复制排 PDF 的命令").click()
    expect(page.get_by_text("命令已复制")).to_be_visible()
    command = page.evaluate("navigator.clipboard.readText()").removeprefix("python3 book.py pdf --questions ")
    assert len(command.split(",")) == 3
    page.goto(f"{small_home}practice/?ids={command.split(',')[1]}")
    page.get_by_role("button", name="复制排 PDF 的命令").click()
    expect(page.get_by_text("命令已复制")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"--questions {command.split(',')[1]}")
    page.get_by_label("高频").evaluate("box => box.dispatchEvent(new Event('input', { bubbles: true }))")
    expect(page.get_by_text("命令已复制")).to_have_count(0)


@in_both
def test_the_answer_comes_after_the_readers_own_and_then_the_grade(page: Page, small_home: str) -> None:
    page.clock.set_fixed_time(NOW)
    begin(page, small_home)
    expect(page.locator(".practice__desk h2")).to_contain_text(FIRST)
    answer(page, 3)
    expect(page.locator(".practice__desk h2")).to_have_text(THIRD)
    expect(page.get_by_text("先说结论。再说理由。")).to_have_count(0)
    page.get_by_label("先想一想").fill("我先想到的")
    page.get_by_role("button", name="想好了，看答案").click()
    desk = page.locator(".practice__desk")
    expect(desk.get_by_role("heading", name="速答")).to_be_visible()
    expect(desk.locator(".spoken")).to_contain_text("先说结论。再说理由。")
    expect(desk.locator(".practice__says")).to_contain_text("说出结论")
    # Heard, the grade and its day are two words.
    expect(desk.locator("button[data-grade='1']")).to_have_accessible_name(re.compile("^1 没答上 明天"))
    expect(desk.locator(".practice__says mjx-container svg").first).to_be_visible()
    assert "说出结论" in desk.locator("button[data-grade='2']").evaluate(DESCRIBED)
    expect(desk.get_by_text("没有。", exact=True)).to_be_hidden()
    desk.get_by_text("还有第四题吗？").click()
    expect(desk.get_by_text("没有。", exact=True)).to_be_visible()
    expect(desk.get_by_role("link", name="整个答案")).to_have_attribute("href", f"{small_home}q/third-question/")
    desk.get_by_role("button", name="看整个答案").click()
    expect(desk.get_by_role("heading", name="第二部分")).to_be_visible()
    expect(desk.locator("#details ~ p mjx-container svg").first).to_be_visible()
    expect(desk.locator(".spoken")).to_have_count(1)
    expect(desk.locator("#pitfalls ~ ul a").first).to_have_attribute("href", f"{small_home}q/first-question/")
    desk.locator("button[data-grade='4']").click()
    expect(desk).to_contain_text("优秀：8 天后")


@pytest.mark.parametrize(("touch", "shown"), [(True, 0), (False, 1)])
def test_only_where_a_command_can_be_run_it_is_offered(
    open_page: OpenPage, small_home: str, touch: bool, shown: int
) -> None:
    page = open_page(PHONE, has_touch=touch, is_mobile=touch)
    page.goto(f"{small_home}practice/")
    expect(page.locator("[data-start]")).to_be_enabled()
    expect(page.locator("[data-command]").filter(visible=True)).to_have_count(shown)
    page.goto(f"{small_home}match/")
    page.locator("[data-tools]").evaluate(
        "(tools) => { tools.hidden = false; tools.querySelector('details').open = true }"
    )
    expect(page.locator("[data-do=text]")).to_be_visible()
    expect(page.locator("[data-do=command]").filter(visible=True)).to_have_count(shown)


def test_on_a_phone_the_grades_are_at_hand_wherever_one_reads(open_page: OpenPage, small_home: str) -> None:
    page = open_page(PHONE, has_touch=True)
    begin(page, small_home, "?ids=third-question")
    expect(page.locator(".lead")).to_be_hidden()
    page.get_by_role("button", name="想好了").tap()
    expect(page.get_by_role("heading", name="速答")).to_be_visible()
    # Nothing was written: no empty field stands before the answer.
    expect(page.locator("textarea")).to_have_count(0)
    for place in ("0", "document.body.scrollHeight / 3", "document.body.scrollHeight"):
        page.evaluate(f"scrollTo(0, {place})")
        for grade in page.locator("button[data-grade]").all():
            expect(grade).to_be_in_viewport(ratio=1)
            box = grade.bounding_box()
            assert box and box["height"] >= 44
    page.locator("button[data-grade='3']").tap()
    expect(page.locator(".practice__desk h2")).to_be_focused()


def test_an_answer_that_cannot_be_fetched_is_said_so_and_its_link_stays(page: Page, small_home: str) -> None:
    begin(page, small_home, "?ids=third-question")
    page.keyboard.press("Space")
    page.route("**/q/**", lambda route: route.fulfill(body="<p>请先登录</p>", content_type="text/html"))
    page.get_by_role("button", name="看整个答案").click()
    expect(page.get_by_text("没有取到，请检查网络后再试")).to_be_visible()
    expect(page.locator(".practice__desk").get_by_role("link", name="整个答案")).to_be_visible()


def test_a_new_try_does_not_show_what_was_written_before(page: Page, small_home: str) -> None:
    page.clock.install(time=NOW)
    begin(page, small_home, "?ids=third-question")
    page.get_by_label("先想一想").fill("那时写的")
    page.get_by_role("button", name="想好了").click()
    page.locator("button[data-grade='1']").click()
    for text in ("那时写的", "以前写的"):
        expect(page.get_by_text(text)).to_have_count(0)
    expect(page.get_by_label("先想一想")).to_have_value("")
    page.get_by_role("button", name="想好了").click()
    expect(page.get_by_text("那时写的")).to_be_hidden()
    page.get_by_text("以前写的（1 次）").click()
    expect(page.get_by_text("那时写的")).to_be_visible()


def test_a_week_of_practice(page: Page, small_home: str) -> None:
    page.clock.install(time=NOW)
    page.goto(f"{small_home}practice/{ALL}")
    page.get_by_label("每天新题").fill("2")
    seen: list[list[str]] = []
    for day in range(8):
        at(page, day)
        page.goto(f"{small_home}practice/{ALL}")
        today = []
        start = page.get_by_role("button", name="开始")
        if start.is_enabled():
            start.click()
            while page.locator("textarea").is_visible():
                today.append(question(page))
                # The first is not known on the first day: it is asked again at the end of it.
                answer(page, 1 if day == 0 and len(today) == 1 else 3)
            page.get_by_role("button", name="回到选题").click()
        seen.append([title[:2] for title in today])
    first, third, second = (title[:2] for title in (FIRST, THIRD, SECOND))
    assert seen[0] == [first, third, first]
    # The one that failed comes back the next day, and with it what is new.
    assert seen[1] == [first, second]
    # 好 on a new question: after three days.
    assert seen[3] == [third]
    assert second in seen[4]
    assert [len(day) for day in seen[5:]].count(0) >= 1
    assert all(len(grades) >= 2 for grades in kept(page).values())


def test_before_the_interview_everything_comes_back_once_more(page: Page, small_home: str) -> None:
    page.clock.install(time=NOW)
    tries = [[int((NOW + timedelta(days=day)).timestamp() * 1000), 4] for day in (-9, -1)]
    entry = {"grades": tries, "written": [], "reset": 0}
    known = dict.fromkeys(("first-question", "second-question", "third-question"), entry)
    stored = {"answerbook": "practice", "version": 1, "questions": known, "interview": ["", 0], "daily": [10, 0]}
    page.goto(f"{small_home}practice/{ALL}")
    page.evaluate(f"(stored) => localStorage.setItem('{KEY}', JSON.stringify(stored))", stored)
    page.reload()
    plan = page.locator("[data-plan]")
    expect(plan).to_contain_text("今天到期 0 题，新题 0 题。下一次到期在 2027")
    page.get_by_label("面试在").fill("9")
    expect(plan).to_contain_text("离面试还有 9 天")
    for day in range(10):
        at(page, day)
        page.goto(f"{small_home}practice/{ALL}")
        # The days count down by themselves.
        expect(page.get_by_label("面试在")).to_have_value(str(9 - day) if day < 9 else "")
        if page.get_by_role("button", name="开始").is_enabled():
            page.get_by_role("button", name="开始").click()
            while page.locator("textarea").is_visible():
                answer(page, 3)
    interview = (NOW + timedelta(days=9)).timestamp() * 1000
    week = 7 * 24 * 3600 * 1000
    for id, grades in kept(page).items():
        assert [time for time, _ in grades if interview - week <= time < interview], id


def test_after_midnight_days_are_counted_as_the_calendar_counts_them(page: Page, small_home: str) -> None:
    """At one o'clock the reader's day is yesterday's, but eight days from there are seven from now."""
    page.clock.set_fixed_time(NOW.replace(hour=1))
    begin(page, small_home)
    page.get_by_role("button", name="想好了，看答案").click()
    desk = page.locator(".practice__desk")
    expect(desk.locator("button[data-grade='1']")).to_have_accessible_name(re.compile("今天早上 4 点以后"))
    desk.locator("button[data-grade='4']").click()
    expect(desk).to_contain_text("优秀：7 天后（12 月 6 日）再来")


def test_a_slip_of_the_key_can_be_taken_back(page: Page, small_home: str) -> None:
    page.clock.install(time=NOW)
    begin(page, small_home)
    answer(page, 1)
    page.get_by_role("button", name="刚才评错了").click()
    expect(page.locator(".practice__desk h2")).to_contain_text(FIRST)
    answer(page, 4)
    expect(page.locator(".practice__desk")).to_contain_text("优秀：8 天后")
    assert [grade for _, grade in kept(page)["first-question"]] == [0, 4]


def test_the_keyboard_alone_practises_and_digits_in_the_text_are_text(page: Page, small_home: str) -> None:
    page.goto(f"{small_home}practice/{ALL}")
    page.get_by_role("button", name="开始").focus()
    page.keyboard.press("Enter")
    for title, grade in ((FIRST, 2), (THIRD, 3), (SECOND, 4)):
        expect(page.locator(".practice__desk h2")).to_contain_text(title)
        # Grades are given after the answer only.
        page.keyboard.press("1")
        expect(page.locator(".practice__desk h2")).to_contain_text(title)
        page.get_by_label("先想一想").focus()
        page.keyboard.type("1 2 3")
        expect(page.get_by_label("先想一想")).to_have_value("1 2 3")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.locator("button[data-grade='1']").wait_for()
        page.keyboard.press(str(grade))
    expect(page.get_by_role("heading", name="练完了，共 3 次")).to_be_focused()
    assert {id: grades[0][1] for id, grades in kept(page).items()} == {
        "first-question": 2,
        "third-question": 3,
        "second-question": 4,
    }


def test_the_keyboard_shows_where_it_is_while_a_question_is_open(page: Page, small_home: str) -> None:
    begin(page, small_home, "?ids=third-question")
    page.keyboard.press("Space")
    page.locator("button[data-grade='1']").wait_for()
    stops = []
    for _ in range(12):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
    assert [stop for stop in stops if stop and stop["trouble"]] == []


def import_code(page: Page, code: str) -> None:
    page.get_by_label("文字码", exact=True).fill(code)
    page.get_by_role("button", name="导入", exact=True).click()


def exported_code(page: Page) -> str:
    if not page.locator("[data-progress]").evaluate("one => one.open"):
        page.get_by_text("进度：导出、导入").click()
    page.get_by_role("button", name="复制为文字码").click()
    expect(page.locator("[data-said]")).to_contain_text("已复制")
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_two_browsers_become_one(open_page: OpenPage, small_home: str, tmp_path: Path) -> None:
    pages = [open_page(permissions=["clipboard-read", "clipboard-write"]) for _ in range(2)]
    for page, ids in zip(pages, ("first-question,second-question", "second-question,third-question"), strict=True):
        begin(page, small_home, f"?ids={ids}")
        for _ in range(2):
            answer(page, 3)
        page.get_by_role("button", name="回到选题").click()
    one, other = pages
    before = [kept(page) for page in pages]
    # By code into one, by file into the other: both know the same afterwards.
    code = exported_code(one)
    exported_code(other)
    import_code(other, code)
    expect(other.locator("[data-said]")).to_contain_text("原来 2 次评分，现在 4 次")
    with other.expect_download() as waiting:
        other.get_by_role("button", name="导出为文件").click()
    file = tmp_path / waiting.value.suggested_filename
    assert file.suffix == ".json"
    waiting.value.save_as(file)
    one.locator("[data-file]").set_input_files(file)
    expect(one.locator("[data-said]")).to_contain_text("原来 2 次评分，现在 4 次")
    assert kept(one) == kept(other)
    for side in before:
        for id, grades in side.items():
            assert all(grade in kept(one)[id] for grade in grades)
    # Again, and nothing is counted twice.
    import_code(one, code)
    expect(one.locator("[data-said]")).to_contain_text("原来 4 次评分，现在 4 次")


def test_the_page_says_when_progress_was_last_exported(open_page: OpenPage, small_home: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.clock.install(time=NOW)
    page.goto(f"{small_home}practice/")
    page.get_by_text("进度：导出、导入").click()
    expect(page.get_by_text("上次导出：还没有导出过")).to_be_visible()
    exported_code(page)
    expect(page.get_by_text("上次导出：2026-11-29")).to_be_visible()
    at(page, 3)
    page.reload()
    expect(page.locator("[data-exported]")).to_have_text("上次导出：2026-11-29")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("随便什么", "认不出这份进度"),
        ("AB1.H4sIAAAAAAAA", "文字码不完整"),
        ('{"answerbook":"practice","version":9,"questions":{}}', "更新的版本（9）"),
        ('{"answerbook":"practice","version":1,"questions":{"a":{"grades":[[1,7]],"written":[],"reset":0}}}', "题目 a"),
    ],
)
def test_damaged_progress_is_refused_and_nothing_changes(page: Page, small_home: str, given: str, says: str) -> None:
    begin(page, small_home)
    answer(page, 3)
    page.get_by_role("button", name="停下").click()
    before = kept(page)
    page.get_by_text("进度：导出、导入").click()
    import_code(page, given)
    expect(page.locator("[data-said]")).to_contain_text("没有导入，原来的进度没有变")
    expect(page.locator("[data-said]")).to_contain_text(says)
    assert kept(page) == before != {}


def test_progress_that_was_damaged_in_the_browser_is_laid_aside(page: Page, small_home: str, tmp_path: Path) -> None:
    page.goto(f"{small_home}practice/")
    page.evaluate(f"localStorage.setItem('{KEY}', '半个{{')")
    page.goto(f"{small_home}practice/{ALL}")
    expect(page.get_by_role("alert")).to_contain_text("读不出来")
    page.get_by_role("button", name="开始").click()
    answer(page, 3)
    page.get_by_role("button", name="停下").click()
    assert kept(page)["first-question"]
    page.reload()
    page.get_by_text("进度：导出、导入").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载读不出来的那份").click()
    waiting.value.save_as(tmp_path / "damaged")
    assert (tmp_path / "damaged").read_text("utf-8") == "半个{"
    expect(page.get_by_role("alert")).to_be_hidden()


@pytest.mark.parametrize("off", [NO_STORAGE, FULL])
def test_without_room_practice_goes_on_and_the_reader_is_told(open_page: OpenPage, small_home: str, off: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script(off)
    begin(page, small_home)
    for _ in range(3):
        answer(page, 3)
    expect(page.get_by_role("alert")).to_contain_text("存储已满，或者不让这一页保存")
    page.get_by_role("button", name="回到选题").click()
    expect(page.locator("[data-plan]")).to_contain_text("见过 3 题")
    # It can still be taken away.
    assert exported_code(page).startswith("AB1.")


def test_two_open_pages_do_not_overwrite_each_other(open_page: OpenPage, small_home: str) -> None:
    page = open_page()
    other = page.context.new_page()
    begin(page, small_home, "?ids=first-question")
    begin(other, small_home, "?ids=third-question")
    answer(other, 2)
    answer(page, 3)
    wait(page, f"Object.keys(JSON.parse(localStorage.getItem('{KEY}')).questions).length === 2")
    assert kept(page).keys() == {"first-question", "third-question"}


def test_a_topic_begins_again(page: Page, small_home: str) -> None:
    begin(page, small_home)
    for _ in range(3):
        answer(page, 4)
    page.get_by_role("button", name="回到选题").click()
    page.get_by_text("进度：导出、导入").click()
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="甲专题：重新开始").click()
    expect(page.locator("[data-plan]")).to_contain_text("见过 1 题。今天到期 0 题，新题 2 题")
    # What was graded is still there.
    assert all(grades for grades in kept(page).values())


def test_what_is_practised_is_chosen_and_stays_in_the_address(page: Page, small_home: str) -> None:
    page.goto(f"{small_home}practice/")
    plan = page.locator("[data-plan]")
    expect(plan).to_contain_text("选中 2 题")
    page.get_by_label("低频").check()
    expect(plan).to_contain_text("选中 3 题")
    page.get_by_label("练哪些").select_option("path:one-hour")
    expect(plan).to_contain_text("选中 2 题")
    page.get_by_label("练哪些").select_option("collection:old")
    expect(plan).to_contain_text("选中 1 题")
    page.get_by_label("练哪些").select_option("topics")
    expect(plan).to_contain_text("没有这样的题")
    page.get_by_label("甲专题").check()
    expect(plan).to_contain_text("选中 2 题")
    page.reload()
    expect(page.get_by_label("甲专题")).to_be_checked()
    expect(plan).to_contain_text("选中 2 题")


def test_a_post_is_practised_from_its_match(page: Page, small_home: str) -> None:
    page.goto(f"{small_home}match/")
    page.get_by_label("面经", exact=True).fill("1. 第三题问什么？\n2. 第二题是什么？")
    page.get_by_role("button", name="逐题查找").click()
    page.get_by_role("link", name="练这些题").click()
    expect(page.locator("[data-plan]")).to_contain_text("新题 2 题")
    page.get_by_role("button", name="开始").click()
    expect(page.locator(".practice__desk h2")).to_have_text(THIRD)


@pytest.mark.parametrize(("address", "chosen"), [("alpha/", "练这些题"), ("paths/one-hour/", "练这条路线")])
def test_topics_and_paths_lead_to_their_practice(page: Page, small_home: str, address: str, chosen: str) -> None:
    page.goto(small_home + address)
    page.get_by_role("link", name=chosen).click()
    expect(page.locator("[data-plan]")).to_contain_text("选中")
    assert page.get_by_label("练哪些").input_value() != "all"


def test_who_comes_from_a_topic_begins_without_scrolling_past_the_others(open_page: OpenPage, small_home: str) -> None:
    page = open_page(PHONE)
    page.set_viewport_size({"width": PHONE, "height": 740})
    page.goto(f"{small_home}practice/?topic=alpha")
    expect(page.get_by_role("button", name="开始")).to_be_in_viewport(ratio=1)
    chosen = page.get_by_text("专题：甲专题", exact=True)
    expect(page.get_by_label("beta")).to_be_hidden()
    chosen.click()
    page.get_by_label("beta").check()
    expect(page.get_by_text("专题：甲专题、beta", exact=True)).to_be_visible()
    # Who has chosen none sees what there is to choose.
    page.goto(f"{small_home}practice/")
    page.get_by_label("练哪些").select_option("topics")
    expect(page.get_by_label("甲专题")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_an_open_question_keeps_nobody_out(open_page: OpenPage, small_home: str, width: int, scheme: Scheme) -> None:
    page = open_page(width, scheme)
    begin(page, small_home, "?ids=third-question,first-question")
    assert violations(page) == []
    page.keyboard.press("Space")
    page.locator("button[data-grade='1']").wait_for()
    assert violations(page) == []
    assert page.evaluate(SIDEWAYS) <= 0
    page.get_by_role("button", name="看整个答案").click()
    page.locator(".practice__desk #details").wait_for()
    assert violations(page) == []
    assert page.evaluate(SIDEWAYS) <= 0
    page.keyboard.press("2")
    page.get_by_role("button", name="停下").click()
    page.get_by_text("进度：导出、导入").click()
    assert violations(page) == []
    assert page.evaluate(SIDEWAYS) <= 0


def test_without_scripts_there_is_a_list_with_folded_answers(open_page: OpenPage, small_home: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{small_home}practice/")
    expect(page.locator("#practice")).to_be_hidden()
    expect(page.get_by_text("自测要用到 JavaScript")).to_be_visible()
    page.get_by_text("甲专题（2 题）").click()
    expect(page.get_by_text("第二题很短。")).to_be_hidden()
    page.get_by_text(SECOND).click()
    expect(page.get_by_text("第二题很短。")).to_be_visible()


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_the_whole_book_can_be_practised(open_page: OpenPage, home: str, width: int) -> None:
    page = open_page(width)
    page.goto(f"{home}practice/")
    expect(page.get_by_role("button", name="开始")).to_be_enabled()
    page.get_by_label("练哪些").select_option("topics")
    assert page.evaluate(SIDEWAYS) <= 0
    page.get_by_label("练哪些").select_option("path:inference")
    page.get_by_role("button", name="开始").click()
    for _ in range(3):
        page.keyboard.press("Space")
        page.locator(".practice__says dd").first.wait_for()
        expect(page.locator(".practice__desk .spoken").first).to_be_visible()
        assert page.evaluate(SIDEWAYS) <= 0
        page.keyboard.press("3")
    assert len(kept(page)) == 3
