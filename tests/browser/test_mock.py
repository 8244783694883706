"""A drawn interview: the same for all who open its address, timed, graded, reported, and on two pages of paper."""

from __future__ import annotations

import io
import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pikepdf
import pytest
from playwright.sync_api import Page, expect

from .conftest import DESKTOP, PHONE, OpenPage, Scheme, in_both
from .test_access import violations
from .test_pages import SIDEWAYS
from .test_practice import NO_STORAGE, kept

JOBS = ["post-training", "pre-training", "inference", "applications", "multimodal", "recommendation"]
SMALL = "mock/?path=research&seed=a"
NOW = datetime(2026, 11, 29, 4, tzinfo=UTC)


def answer(page: Page, grade: int, notes: str = "") -> str:
    """Answer the question that is asked, and say which it was."""
    title = page.locator(".practice__desk h2").inner_text()
    if notes:
        page.get_by_label("笔记").fill(notes)
    page.get_by_role("button", name="答完了，看答案").click()
    page.locator(f"button[data-grade='{grade}']").click()
    return title


@in_both
def test_one_address_is_one_interview(open_page: OpenPage, home: str) -> None:
    taken = []
    for seed in ("k3f9q2", "k3f9q2", "other"):
        page = open_page()
        page.goto(f"{home}mock/?path=post-training&seed={seed}")
        page.get_by_role("button", name="开始").click()
        taken.append([answer(page, 2) for _ in range(5)])
        page.context.close()
    assert taken[0] == taken[1] != taken[2]
    assert len(set(taken[0])) == 5


def test_an_interview_from_its_draw_to_its_report(open_page: OpenPage, home: str, tmp_path: Path) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.clock.install(time=NOW)
    page.goto(f"{home}mock/")
    page.clock.pause_at(NOW + timedelta(hours=1))
    page.get_by_label("岗位").select_option("inference")
    first = page.url
    page.get_by_role("button", name="换一套").click()
    assert page.url != first
    assert parse_qs(urlsplit(page.url).query)["path"] == ["inference"]
    page.get_by_role("button", name="开始").click()
    titles = []
    for number in range(5):
        expect(page.locator(".practice__where")).to_contain_text(f"第 {number + 1} 题，共 5 题")
        page.clock.run_for(65_000)
        expect(page.get_by_role("timer")).to_have_text("1 分 5 秒")
        if number == 3:
            for asked in (1, 2):
                page.get_by_role("button", name="听追问").click()
                expect(page.locator(".practice__steps li")).to_have_count(asked)
        titles.append(answer(page, 1 + number % 4, f"笔记 {number}"))
    report = page.get_by_label("报告").input_value()
    for number, title in enumerate(titles):
        # Marks of Markdown are escaped.
        assert f"## {number + 1}. " in report and title[:6] in report.replace("\\", "") and f"笔记 {number}" in report
    assert report.count("用时 1 分 5 秒") == 5 and "- 用时：5 分 25 秒" in report
    assert "- 自评：没答上、及格、好、优秀、没答上" in report
    assert re.search(r"- 同一套题：http\S+/mock/\?path=inference&seed=\w+", report)
    assert report.count("- 追问：") >= 2
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载报告").click()
    waiting.value.save_as(tmp_path / "report.md")
    assert (tmp_path / "report.md").read_text("utf-8") == report
    assert waiting.value.suggested_filename == "模拟面试-2026-11-29.md"
    page.get_by_role("button", name="复制报告").click()
    expect(page.locator(".practice__desk [role=status]")).to_have_text("已复制")
    # Whatever the system makes of line ends.
    assert page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n") == report
    # An answer is a try like any other.
    assert len(kept(page)) == 5


def test_a_reload_goes_on_where_the_interview_was(page: Page, small_home: str) -> None:
    page.goto(small_home + SMALL)
    page.get_by_role("button", name="开始").click()
    answer(page, 4, "先写的")
    page.get_by_label("笔记").fill("写到一半")
    page.reload()
    page.get_by_role("button", name="接着第 2 题").click()
    expect(page.get_by_label("笔记")).to_have_value("写到一半")
    page.get_by_label("笔记").fill("写到一半，先停下")
    page.get_by_role("button", name="停下").click()
    expect(page.get_by_role("button", name="接着第 2 题")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("笔记")).to_have_value("写到一半，先停下")
    answer(page, 3)
    report = page.get_by_label("报告").input_value()
    assert report.index("先写的") < report.index("写到一半，先停下")
    page.get_by_role("button", name="再来一套").click()
    expect(page.get_by_role("button", name="开始")).to_be_focused()


def test_the_keyboard_alone_takes_an_interview(page: Page, small_home: str) -> None:
    page.goto(small_home + SMALL)
    page.get_by_role("button", name="开始").focus()
    page.keyboard.press("Enter")
    for grade in "34":
        page.locator(".practice__desk textarea").wait_for()
        expect(page.locator(".practice__desk h2")).to_be_focused()
        page.keyboard.press("Space")
        page.locator("button[data-grade='1']").wait_for()
        page.keyboard.press(grade)
    expect(page.get_by_role("heading", name="面试结束")).to_be_focused()
    assert "- 自评：好、优秀" in page.get_by_label("报告").input_value()


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("job", JOBS)
def test_the_interviewers_sheet_is_two_pages(open_page: OpenPage, home: str, job: str, width: int) -> None:
    page = open_page(width)
    for seed in ("a", "b", "c", "d"):
        page.goto(f"{home}mock/?path={job}&seed={seed}&sheet=")
        expect(page.locator(".sheet__question")).to_have_count(5)
        expect(page.locator(".sheet__question dl")).to_have_count(5)
        expect(page.locator(".sheet__question ol")).to_have_count(5)
        with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as printed:
            assert len(printed.pages) == 2, seed
            box = [round(float(one)) for one in printed.pages[0].mediabox]
            assert abs(box[2] - 595) <= 1 and abs(box[3] - 842) <= 1
        # Nothing is cut off at the foot of a page, and there is room to write.
        page.locator(".sheet__page").evaluate_all("all => all.forEach((one) => (one.style.width = '190mm'))")
        page.emulate_media(media="print")
        over = page.locator(".sheet__page").evaluate_all("all => all.map((one) => one.scrollHeight - one.clientHeight)")
        assert max(over) <= 1, seed
        rooms = page.locator(".sheet__room").evaluate_all("all => all.map((one) => one.getBoundingClientRect().height)")
        assert min(rooms) >= 50
        page.emulate_media(media="null")


def test_the_sheet_has_the_questions_of_the_same_draw(page: Page, home: str) -> None:
    page.goto(f"{home}mock/?path=applications&seed=k3f9q2")
    page.get_by_role("button", name="开始").click()
    titles = [answer(page, 2) for _ in range(5)]
    page.goto(f"{home}mock/?path=applications&seed=k3f9q2")
    page.get_by_role("link", name="面试官的题纸").click()
    expect(page.locator(".sheet__question")).to_have_count(5)
    shown = page.locator(".sheet__question h3").evaluate_all("all => all.map((one) => one.firstChild.textContent)")
    assert [re.sub(r"^\d\. ", "", one) for one in shown] == titles


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_an_interview_keeps_nobody_out(open_page: OpenPage, small_home: str, width: int, scheme: Scheme) -> None:
    page = open_page(width, scheme)
    page.goto(small_home + SMALL)
    page.get_by_role("button", name="开始").click()
    assert violations(page) == []
    page.get_by_role("button", name="答完了，看答案").click()
    page.locator("button[data-grade='2']").wait_for()
    assert violations(page) == []
    assert page.evaluate(SIDEWAYS) <= 0
    page.locator("button[data-grade='2']").click()
    answer(page, 2)
    assert violations(page) == []


def test_without_storage_an_interview_is_taken_all_the_same(page: Page, small_home: str) -> None:
    page.add_init_script(NO_STORAGE)
    page.goto(small_home + SMALL)
    page.get_by_role("button", name="开始").click()
    for _ in range(2):
        answer(page, 3)
    expect(page.get_by_label("报告")).to_have_value(re.compile("自评：好、好"))
    expect(page.get_by_role("alert")).to_contain_text("不让这一页保存")


@pytest.mark.parametrize("query", ["", "?path=no-such&seed=<b>", "?seed=" + "a" * 50, "?path=constructor&seed=a"])
def test_an_address_that_says_nothing_sensible_is_a_new_draw(page: Page, small_home: str, query: str) -> None:
    page.goto(f"{small_home}mock/{query}")
    expect(page.get_by_role("button", name="开始")).to_be_enabled()
    assert json.dumps(parse_qs(urlsplit(page.url).query)["path"]) == '["research"]'


def test_without_scripts_the_page_says_what_it_needs_and_where_the_lists_are(
    open_page: OpenPage, small_home: str
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{small_home}practice/")
    page.get_by_role("main").get_by_role("link", name="模拟面试").click()
    expect(page.get_by_text("抽题和计时要用到 JavaScript")).to_be_visible()
    expect(page.get_by_role("button", name="开始")).to_be_hidden()
    page.get_by_role("main").get_by_role("link", name="研究").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("研究")
