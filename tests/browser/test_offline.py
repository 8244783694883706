"""The copy that opens from disk: unpacked, opened by a browser without a server, and watched for requests."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.sites import SMALL
from tools import commands

from .conftest import in_both, note


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("ANSWERBOOK_DOCS", "ANSWERBOOK_SITE"):
            patch.setenv(name, "")
            patch.delenv(name)
        output = tmp_path_factory.mktemp("offline") / "answerbook-offline.zip"
        assert commands.offline(SMALL, output) == 0
        yield output


@pytest.fixture(scope="module")
def folder(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    # A name as people's folders have them.
    place = tmp_path_factory.mktemp("下载 的 书")
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(place)
    return place / "answerbook"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(offline=True, permissions=["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture
def page(browser: Browser, context: BrowserContext, folder: Path) -> Iterator[Page]:
    page = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: note(complaints, True, str(error)))
    page.on("console", lambda message: note(complaints, message.type == "error", message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((folder / "index.html").as_uri())
    yield page
    assert not complaints
    # Firefox tells of what leaves the disk only.
    assert asked or browser.browser_type.name == "firefox"
    assert all(url.startswith((folder.as_uri(), "data:", "blob:")) for url in asked)


@in_both
def test_the_reader_walks_from_the_home_page_through_a_topic(page: Page) -> None:
    page.get_by_role("main").get_by_role("link", name="甲专题").click()
    page.get_by_role("main").get_by_role("link", name="第二题是什么？").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("第二题是什么？")
    page.get_by_role("link", name=re.compile("上一题")).click()
    expect(page.locator("#short")).to_contain_text("因为 a<b")
    page.get_by_role("link", name=re.compile("下一题")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("第二题是什么？")


@in_both
def test_formulas_and_figures_are_shown(page: Page, folder: Path) -> None:
    page.goto((folder / "q" / "first-question" / "index.html").as_uri())
    assert page.locator("mjx-container svg").first.bounding_box()
    shown = page.locator("figure img").first.evaluate("image => image.decode().then(() => image.naturalWidth)")
    assert shown > 0


@in_both
def test_search_finds_an_answer_and_opens_it(page: Page) -> None:
    page.keyboard.press("/")
    page.get_by_role("combobox", name="搜索问题").fill("inequality")
    page.get_by_role("option").first.click()
    expect(page.locator("#short")).to_contain_text("因为 a<b")


@in_both
def test_a_whole_interview_is_matched(page: Page) -> None:
    page.get_by_role("main").get_by_role("link", name=re.compile("逐题找答案")).click()
    page.get_by_label("面经", exact=True).fill("1. 第二题是什么？\n2. 第三题问什么？")
    page.get_by_role("button", name="逐题查找").click()
    page.locator("[data-answered]").get_by_role("link", name="第三题问什么？").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("第三题问什么？")


@in_both
def test_questions_are_practised_and_progress_is_there_again(page: Page, folder: Path) -> None:
    page.get_by_role("banner").get_by_role("link", name="练习").click()
    page.get_by_role("button", name="开始").click()
    expect(page.locator(".practice__desk h2")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator(".practice__desk")).to_contain_text("因为 a<b")
    page.keyboard.press("3")
    page.keyboard.press("Space")
    expect(page.locator(".practice__desk .spoken")).to_contain_text("先说结论")
    page.keyboard.press("2")
    page.goto(f"{(folder / 'practice' / 'index.html').as_uri()}?ids=first-question")
    expect(page.locator("[data-plan]")).to_contain_text("见过 1 题")


@in_both
def test_an_interview_is_drawn(page: Page, folder: Path) -> None:
    page.goto(f"{(folder / 'mock' / 'index.html').as_uri()}?path=research&seed=a")
    apart = page.get_by_text("这里的评分留在这一页")
    expect(apart).to_have_count(1 if page.evaluate("/Firefox/.test(navigator.userAgent)") else 0)
    page.get_by_role("button", name="开始").click()
    # The question is drawn after a moment; a key pressed before would be lost.
    expect(page.locator(".practice__desk h2")).to_be_focused()
    page.keyboard.press("Space")
    page.locator(".practice__desk .short").wait_for()
    page.keyboard.press("3")
    expect(page.locator(".practice__where")).to_contain_text("第 2 题")
    expect(page.locator(".practice__desk h2")).to_be_focused()
    page.keyboard.press("Space")
    page.locator(".practice__desk .short").wait_for()
    page.keyboard.press("2")
    expect(page.get_by_label("报告")).to_have_value(re.compile("自评：好、及格"))


@in_both
def test_an_address_with_a_query_opens_its_results(page: Page, folder: Path) -> None:
    query = "<img src=x onerror=alert(1)> inequality"
    page.goto(f"{(folder / 'index.html').as_uri()}?q={quote(query)}")
    expect(page.get_by_role("combobox", name="搜索问题")).to_have_value(query)
    expect(page.get_by_role("option").first).to_contain_text("a<b")


@in_both
def test_the_colours_that_were_chosen_stay(page: Page) -> None:
    page.get_by_title("配色：跟随系统").click()
    page.get_by_title("配色：浅色").click()
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@in_both
def test_code_can_be_copied(page: Page, folder: Path) -> None:
    page.goto((folder / "q" / "first-question" / "index.html").as_uri())
    page.locator(".copy-code").first.click()
    assert page.evaluate("navigator.clipboard.readText()").strip() == 'print("<b>")'


def test_a_few_words_say_how_to_use_it(folder: Path) -> None:
    words = (folder / "说明.txt").read_text("utf-8-sig")
    assert "index.html" in words and "解压" in words


def test_the_same_book_is_the_same_bytes(packed: Path, tmp_path: Path) -> None:
    assert commands.offline(SMALL, tmp_path / "again.zip") == 0
    assert (tmp_path / "again.zip").read_bytes() == packed.read_bytes()
