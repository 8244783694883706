"""Giving an answer to others, and following an address that was given away long ago."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from answerbook.checking import checks, rules
from answerbook.content import addresses, settings
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests import published, sites

from .conftest import PHONE, OpenPage, in_both

ADDRESS = "https://example.com/book/q/first-question/"
TITLE = "a<b 时，“x & y”为什么成立？还有什么？"
SHORT = "因为 a<b，所以 x & y 成立。"
FORMS = {"link": ADDRESS, "text": f"{TITLE}\n{SHORT}\n{ADDRESS}"}
# What a browser without the clipboard API, or without leave to use it, looks like.
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


def pasted(page: Page) -> str:
    """What the reader's next paste brings."""
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<textarea id=paste style=position:fixed;top:0></textarea>')"
    )
    page.locator("#paste").focus()
    page.keyboard.press("Control+V")
    return page.locator("#paste").input_value()


def menu(page: Page, home: str) -> Locator:
    """The menu of the first answer, opened."""
    page.goto(f"{home}q/first-question/")
    page.locator(".share > summary").click()
    return page.locator(".share > ul")


def test_one_tap_copies_the_link(open_page: OpenPage, small_home: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    menu(page, small_home)
    expect(page.locator("#answerbook-status")).to_have_text("链接已复制")
    expect(page.locator(".share li").first).to_have_text("链接已复制")
    assert pasted(page) == ADDRESS


def test_where_no_address_of_the_authors_is_known_a_report_is_copied(open_page: OpenPage, small_home: str) -> None:
    page = open_page(PHONE, permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{small_home}q/first-question/")
    page.get_by_role("link", name="答案有误").click()
    expect(page.locator("#answerbook-status")).to_have_text("已复制，请转给分享这本书的人")
    assert page.evaluate("scrollY") == 0
    said = pasted(page).split("\n")
    assert said[:3] == [f"答案有误：{TITLE}", "编号：first-question", f"地址：{ADDRESS}"]


def test_where_nothing_may_be_copied_unasked_the_menu_just_opens(open_page: OpenPage, small_home: str) -> None:
    page = open_page()
    page.add_init_script(f"{NO_CLIPBOARD}; document.execCommand = () => false")
    with page.expect_response("**/assets/share.js*"):
        opened = menu(page, small_home)
    page.evaluate("new Promise((done) => setTimeout(done))")
    expect(opened.get_by_role("button").first).to_have_text("复制链接")
    expect(page.locator("#answerbook-status")).to_have_text("")


def test_a_press_without_a_network_says_so(browser: Browser, small_home: str) -> None:
    # A page of its own: what it does not get is an error to the others.
    page = browser.new_page()
    page.route("**/assets/share.js*", lambda route: route.abort())
    button = menu(page, small_home).locator("button[data-share=text]")
    button.click()
    expect(button).to_have_text("没有取到，请检查网络")
    page.close()


@pytest.mark.parametrize("api", [True, False], ids=["clipboard", "no clipboard"])
@pytest.mark.parametrize("form", FORMS)
def test_two_taps_copy_an_answer(open_page: OpenPage, small_home: str, form: str, api: bool) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    if not api:
        page.add_init_script(NO_CLIPBOARD)
    menu(page, small_home).locator(f"[data-share={form}]").click()
    expect(page.locator("#answerbook-status")).to_have_text("已复制")
    expect(page.locator(f"[data-share={form}]")).to_have_text("已复制")
    assert pasted(page) == FORMS[form]


def test_a_press_waits_for_the_script_that_comes_when_the_menu_opens(open_page: OpenPage, small_home: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    held: list[Route] = []
    page.route("**/assets/share.js*", lambda route: held.append(route))
    menu(page, small_home).locator("[data-share=link]").click()
    while not held:
        page.wait_for_timeout(10)
    held.pop().continue_()
    expect(page.locator("#answerbook-status")).to_have_text("已复制")
    assert pasted(page) == ADDRESS


def test_the_whole_answer_is_copied_as_markdown(open_page: OpenPage, small_home: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    menu(page, small_home).get_by_role("link", name="全文 Markdown").click()
    expect(page.locator("#answerbook-status")).to_have_text("已复制")
    whole = pasted(page)
    assert whole.startswith(f"# {TITLE.replace('<', chr(60))}") and "## 易错点" in whole


def test_from_disk_the_whole_answer_is_a_file(page: Page, disk_site: Path) -> None:
    page.goto((disk_site / "q" / "first-question" / "index.html").as_uri())
    page.locator(".share > summary").click()
    page.get_by_role("link", name="全文 Markdown").click()
    expect(page).to_have_url((disk_site / "q" / "first-question" / "index.md").as_uri())


def test_the_button_says_its_name_again(page: Page, small_home: str) -> None:
    button = menu(page, small_home).locator("button[data-share=link]")
    button.click()
    button.click()
    expect(button).to_have_text("已复制")
    expect(button).to_have_text("复制链接")


def test_the_menu_closes_beside_it_and_with_a_key(page: Page, small_home: str) -> None:
    opened = menu(page, small_home)
    page.mouse.click(5, 700)
    expect(opened).to_be_hidden()
    page.locator(".share > summary").press("Enter")
    opened.get_by_role("button").first.press("Escape")
    expect(opened).to_be_hidden()
    expect(page.locator(".share > summary")).to_be_focused()


@pytest.mark.parametrize("width", [1366, 768, PHONE, 320])
def test_the_controls_of_an_answer_stand_on_one_baseline_and_the_menu_in_the_window(
    open_page: OpenPage, small_home: str, width: int
) -> None:
    page = open_page(width)
    opened = menu(page, small_home)
    expect(opened).to_be_in_viewport(ratio=1)
    words = page.locator(".answer-meta .night-switch, .answer-meta summary")
    bottoms = words.evaluate_all(
        """all => all.map((one) => {
          const range = document.createRange()
          range.selectNodeContents(one.lastChild.nodeType === 3 ? one.lastChild : one)
          return Math.round(range.getBoundingClientRect().bottom)
        })"""
    )
    assert len(set(bottoms)) == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_lists_and_results_hold_no_controls(page: Page, small_home: str) -> None:
    page.goto(f"{small_home}alpha/")
    expect(page.locator("#main .question-list button")).to_have_count(0)
    page.keyboard.press("/")
    page.get_by_role("combobox", name="搜索问题").fill("为什么成立")
    expect(page.get_by_role("option").first).to_contain_text("为什么成立")
    expect(page.get_by_role("listbox")).not_to_contain_text("Markdown")


@in_both
def test_the_link_of_a_search_result_is_copied_with_the_keyboard(open_page: OpenPage, small_home: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(small_home)
    page.get_by_role("combobox", name="搜索问题").fill("为什么成立")
    expect(page.get_by_role("option").first).to_contain_text("为什么成立")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ControlOrMeta+c")
    expect(page.locator(".search__status")).to_have_text("已复制链接")
    page.keyboard.press("Escape")
    assert pasted(page) == ADDRESS


def test_on_a_phone_the_system_can_share(open_page: OpenPage, small_home: str) -> None:
    page = open_page(PHONE, has_touch=True, is_mobile=True)
    page.add_init_script("navigator.share = async (what) => { window.shared = what }")
    menu(page, small_home).get_by_role("button", name="发给……").tap()
    assert page.evaluate("window.shared") == {"title": TITLE, "text": SHORT, "url": ADDRESS}


def test_with_a_mouse_nothing_is_offered_that_only_phones_do_well(page: Page, small_home: str) -> None:
    expect(menu(page, small_home).get_by_role("button", name="发给……")).to_be_hidden()


def test_the_card_can_be_saved(page: Page, small_home: str) -> None:
    with page.expect_download() as download:
        menu(page, small_home).get_by_role("link", name="保存卡片").click()
    assert download.value.suggested_filename == "first-question.png"
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")


def test_without_scripts_no_button_is_shown_that_does_nothing(open_page: OpenPage, small_home: str) -> None:
    page = open_page(java_script_enabled=False)
    opened = menu(page, small_home)
    expect(opened.get_by_role("button")).to_have_count(0)
    expect(opened.get_by_role("link", name="保存卡片")).to_be_visible()


# ---- Addresses given away long ago ----


@pytest.fixture(scope="module", params=["/", "/book/", "file"])
def old_home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A site with retired addresses: at the root of a server, below it, from disk; and how addresses end there."""
    site = published.retired(tmp_path_factory, folders=request.param != "file")
    with ExitStack() as stack:
        if request.param == "file":
            yield site.as_uri() + "/", "index.html"
        else:
            yield stack.enter_context(sites.serving(site, request.param)), ""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("q/older-question/", "q/first-question/"),
        ("q/old-question/", "q/first-question/"),
        ("old-alpha/all/", "alpha/all/"),
    ],
)
@pytest.mark.parametrize("part", ["", "#pitfalls", "#old-table"])
def test_an_old_address_leads_on_and_keeps_its_part(
    page: Page, old_home: tuple[str, str], old: str, new: str, part: str
) -> None:
    home, end = old_home
    page.goto(f"{home}{old}{end}{part}")
    expect(page).to_have_url(f"{home}{new}{end}{part}")
    expect(page.locator("h1")).to_contain_text("甲专题" if "alpha" in new else "为什么成立")


@in_both
def test_an_old_part_is_scrolled_to(page: Page, old_home: tuple[str, str]) -> None:
    home, end = old_home
    page.set_viewport_size({"width": 800, "height": 300})
    page.goto(f"{home}q/first-question/{end}#old-table")
    expect(page.get_by_role("heading", name="一张表")).to_be_in_viewport()


def test_without_scripts_an_old_address_leads_on_all_the_same(open_page: OpenPage, old_home: tuple[str, str]) -> None:
    home, end = old_home
    page = open_page(java_script_enabled=False)
    page.goto(f"{home}q/old-question/{end}", wait_until="commit")
    expect(page).to_have_url(f"{home}q/first-question/{end}")


@in_both
def test_what_is_given_away_offline_is_the_address_it_was_read_at(
    open_page: OpenPage, old_home: tuple[str, str]
) -> None:
    """This site does not know where it is published."""
    home, end = old_home
    page = open_page()
    page.add_init_script(NO_CLIPBOARD)
    page.goto(f"{home}q/first-question/{end}")
    page.locator(".share > summary").click()
    page.locator("button[data-share=link]").click()
    expect(page.locator("button[data-share=link]")).to_have_text("已复制")
    assert pasted(page) == f"{home}q/first-question/{end}"


def test_every_address_that_is_or_will_be_published_answers(site: Path) -> None:
    docs = sites.ROOT / "docs"
    book = checks.read(docs, settings.read(sites.ROOT / "mkdocs.yml"), sites.ROOT, typeset=False)
    anchors: dict[str, set[str]] = {}
    lost = []
    for address in sorted({*book.published, *rules.address_list(book)}):
        path, _, anchor = address.partition("#")
        file = site / path / "index.html"
        if path not in anchors and file.is_file():
            anchors[path] = set(re.findall(r'\sid="([^"]*)"', file.read_text("utf-8")))
        moved = addresses.split(path) is not None and path.split("/")[1] in book.retired
        if path not in anchors or not (moved or not anchor or anchor in anchors[path]):
            lost.append(address)
    assert not lost and len(anchors) > len(book.questions)
