"""The frame around every page: colours, the lists beside it, the drawer, the way back to the beginning."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from .conftest import DESKTOP, PHONE, OpenPage, Scheme, wait
from .test_pages import KINDS

Choice = Literal["system", "light", "dark"]
MEDIA = {"system": "(prefers-color-scheme)", "light": "(prefers-color-scheme: light)"}
MEDIA["dark"] = MEDIA["light"].replace("light", "dark")
COLOURS = {"light": "rgb(254, 253, 250)", "dark": "rgb(23, 25, 28)"}
# What cannot have been written by us, and what Material would not have survived either.
POISONED = [
    "",
    "null",
    "0",
    '"dark"',
    "[]",
    "{",
    '{"color": null}',
    '{"color": {"media": null}}',
    '{"color": {"media": {"toString": 1, "valueOf": 1}}}',
    '{"color": {"media": "(prefers-color-scheme: dark) "}}',
    '{"index": 1, "color": {"media": "\\"><img src=x onerror=alert(1)>", "scheme": "slate"}}',
    '{"__proto__": {"color": {"media": "constructor"}}}',
]


def colours(page: Page) -> str:
    found: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return found


def switch(page: Page) -> Locator:
    return page.get_by_role("button", name="配色")


def key(page: Page, home: str) -> str:
    """Where the book keeps the colours: its own path, so that two books of one host do not meet."""
    found: str = page.evaluate("home => new URL(home).pathname + '.__palette'", home)
    return found


def store(page: Page, home: str, value: str) -> None:
    """Before any script of a page runs."""
    name = key(page, home)
    page.add_init_script(f"localStorage.setItem({json.dumps(name)}, {json.dumps(value)})")


def by_material(choice: Choice, scheme: str) -> str:
    """As Material wrote it, to the letter."""
    colour = {"media": MEDIA[choice], "scheme": scheme, "primary": "indigo", "accent": "indigo"}
    return json.dumps({"index": [*MEDIA].index(choice), "color": colour}, separators=(",", ":"))


def active(page: Page) -> Locator:
    return page.locator(".md-sidebar--secondary [aria-current=location]")


def stays_in_sight(page: Page, link: str) -> None:
    """Within the list beside the page, which scrolls by itself and ends above the footer."""
    wait(
        page,
        f"""[document.querySelector({json.dumps(link)})].every((link) => {{
          const list = link.closest(".md-sidebar__scrollwrap").getBoundingClientRect()
          const end = Math.min(innerHeight, document.querySelector(".book-footer").getBoundingClientRect().top)
          const {{ top, bottom }} = link.getBoundingClientRect()
          return list.top <= top && bottom <= list.bottom + 1 && list.bottom <= end
        }})""",
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_stand_before_the_script_of_the_book_has_come(
    open_page: OpenPage, small_home: str, scheme: Scheme
) -> None:
    page = open_page(scheme=scheme)
    page.route("**/answerbook.js*", lambda route: route.fulfill(content_type="text/javascript", body=""))
    page.goto(small_home)
    assert colours(page) == COLOURS[scheme]
    expect(page.get_by_title("配色：跟随系统")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("choice", MEDIA)
def test_what_a_reader_chose_when_the_theme_kept_it_still_counts(
    open_page: OpenPage, small_home: str, choice: Choice, scheme: Scheme
) -> None:
    page = open_page(scheme=scheme)
    wanted = scheme if choice == "system" else choice
    store(page, small_home, by_material(choice, "slate" if wanted == "dark" else "default"))
    # As deep as pages go, and as the page of missing addresses.
    for address in ("", "q/first-question/", "collections/old/"):
        page.goto(small_home + address)
        assert colours(page) == COLOURS[wanted]
        expect(page.locator("body")).to_have_attribute("data-palette", choice)


def test_three_presses_lead_through_three_colours_and_each_is_kept(open_page: OpenPage, small_home: str) -> None:
    page = open_page(scheme="dark")
    page.goto(small_home)
    for choice in ("light", "dark", "system"):
        switch(page).click()
        kept = json.loads(page.evaluate(f"localStorage[{json.dumps(key(page, small_home))}]"))
        # Whole enough for a page of the old kind that is still open in another tab.
        assert kept["index"] == [*MEDIA].index(choice)
        assert kept["color"] == {"media": MEDIA[choice], "scheme": "default" if choice == "light" else "slate"}
        page.goto(f"{small_home}q/first-question/")
        assert colours(page) == COLOURS["light" if choice == "light" else "dark"]
        expect(page.locator("body")).to_have_attribute("data-palette", choice)


@pytest.mark.parametrize("pressed", ["Enter", "Space"])
def test_the_keyboard_changes_the_colours_and_stays_where_it_is(page: Page, small_home: str, pressed: str) -> None:
    page.goto(small_home)
    switch(page).focus()
    for name in ("配色：浅色", "配色：深色", "配色：跟随系统"):
        page.keyboard.press(pressed)
        expect(page.get_by_title(name)).to_be_visible()
        expect(switch(page)).to_be_focused()


def test_a_change_of_the_system_moves_only_who_follows_it(page: Page, small_home: str) -> None:
    page.goto(small_home)
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    switch(page).click()
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    assert colours(page) == COLOURS["light"]


@pytest.mark.parametrize("poison", POISONED)
def test_storage_that_holds_anything_does_no_harm(open_page: OpenPage, small_home: str, poison: str) -> None:
    page = open_page(scheme="dark")
    store(page, small_home, poison)
    page.goto(small_home)
    expect(page.locator("html")).to_have_class("js")
    assert colours(page) == COLOURS["dark"]
    switch(page).click()
    assert colours(page) == COLOURS["light"]


def test_without_storage_the_colours_change_all_the_same(page: Page, small_home: str) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('off') } })")
    page.goto(small_home)
    switch(page).click()
    switch(page).click()
    assert colours(page) == COLOURS["dark"]


def test_the_colours_are_kept_for_a_copy_opened_from_disk(page: Page, disk_site: Path) -> None:
    page.goto((disk_site / "index.html").as_uri())
    switch(page).click()
    switch(page).click()
    page.goto((disk_site / "q" / "first-question" / "index.html").as_uri())
    assert colours(page) == COLOURS["dark"]


def test_the_list_of_parts_follows_the_reader(page: Page, small_home: str) -> None:
    page.goto(f"{small_home}q/first-question/")
    page.set_viewport_size({"width": DESKTOP, "height": 400})
    expect(active(page)).to_have_count(0)
    for name in ("易错点", "代码"):
        page.get_by_role("heading", name=name).evaluate("heading => heading.scrollIntoView()")
        expect(active(page)).to_have_text(name)
        expect(active(page)).to_have_class("md-nav__link md-nav__link--active")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(active(page)).to_have_text("更正")
    page.evaluate("scrollTo(0, 0)")
    expect(active(page)).to_have_count(0)


def test_a_part_that_was_jumped_to_is_the_one_shown(page: Page, small_home: str) -> None:
    page.set_viewport_size({"width": DESKTOP, "height": 400})
    page.goto(f"{small_home}q/first-question/")
    for name in ("代码", "详解", "一张表"):
        page.locator(".md-sidebar--secondary").get_by_role("link", name=name, exact=True).click()
        expect(active(page)).to_have_text(name)
    page.goto("about:blank")
    page.goto(f"{small_home}q/first-question/#pitfalls")
    expect(active(page)).to_have_text("易错点")
    # After the window has changed its height the line is elsewhere.
    page.set_viewport_size({"width": DESKTOP, "height": 350})
    page.get_by_role("heading", name="代码").evaluate("heading => heading.scrollIntoView()")
    expect(active(page)).to_have_text("代码")


def test_what_was_chosen_of_the_tags_stands_under_its_part(page: Page, home: str) -> None:
    page.goto(f"{home}tags/#high")
    expect(active(page)).to_have_text("题目")
    page.goto(f"{home}tags/")
    page.locator(".chips a").first.click()
    expect(active(page)).to_have_text("题目")
    active(page).click()
    expect(page.locator("#all")).to_be_in_viewport()
    expect(active(page)).to_have_text("题目")


def test_a_list_whose_entry_is_in_sight_begins_at_its_top(page: Page, home: str) -> None:
    page.set_viewport_size({"width": DESKTOP, "height": 768})
    page.goto(f"{home}memory/")
    stays_in_sight(page, ".md-sidebar--primary [aria-current=page]")
    expect(page.locator(".md-sidebar--primary [aria-current=page]")).to_have_text("显存")
    page.wait_for_load_state("networkidle")
    assert page.locator(".md-sidebar--primary .md-sidebar__scrollwrap").evaluate("box => box.scrollTop") == 0


def test_long_lists_keep_the_place_of_the_reader_in_sight(page: Page, home: str) -> None:
    page.set_viewport_size({"width": DESKTOP, "height": 420})
    page.goto(f"{home}transformer/all/")
    box = page.locator(".md-sidebar--secondary .md-sidebar__scrollwrap")
    assert box.evaluate("box => box.scrollHeight > 2 * box.clientHeight")
    parts = page.locator(".md-sidebar--secondary a")
    for number in (parts.count() // 2, parts.count() - 1, 3):
        address = parts.nth(number).get_attribute("href")
        page.evaluate("id => document.getElementById(id).scrollIntoView()", (address or "")[1:])
        expect(parts.nth(number)).to_have_attribute("aria-current", "location")
        stays_in_sight(page, "[aria-current=location]")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(parts.last).to_have_attribute("aria-current", "location")
    stays_in_sight(page, "[aria-current=location]")
    page.goto(f"{home}transformer/")
    page.locator(".question-list a").last.click()
    page.wait_for_url("**/q/**")
    stays_in_sight(page, "[aria-current=page]")
    assert page.locator(".md-sidebar--primary .md-sidebar__scrollwrap").evaluate("box => box.scrollTop") > 0


def test_the_drawer_can_be_used_with_the_keyboard_alone(open_page: OpenPage, small_home: str) -> None:
    page = open_page(PHONE)
    page.goto(f"{small_home}q/first-question/")
    drawer, toggle = page.locator(".md-sidebar--primary"), page.get_by_role("checkbox", name="目录")
    first = drawer.get_by_role("link").first
    switch(page).focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="本页各部分")).to_be_focused()
    page.keyboard.press("Tab")
    expect(toggle).to_be_focused()
    # Where it stands the icon is seen.
    assert toggle.evaluate("toggle => getComputedStyle(toggle).outlineStyle") == "solid"
    assert toggle.bounding_box() == page.locator(".md-header label[for=__drawer]").bounding_box()
    for pressed in ("Space", "Enter"):
        page.keyboard.press(pressed)
        expect(first).to_be_focused()
        expect(first).to_be_in_viewport(ratio=1)
        page.keyboard.press("Escape")
        expect(toggle).to_be_focused()
        expect(drawer).to_be_hidden()
    page.keyboard.press("Enter")
    for _ in range(drawer.get_by_role("link").count()):
        page.keyboard.press("Tab")
    # Past its last entry the text goes on, with nothing before it.
    expect(drawer).to_be_hidden()
    assert page.evaluate("document.activeElement.closest('#main') !== null")


def test_a_drawer_that_is_closed_is_nowhere_on_the_way_of_the_keyboard(open_page: OpenPage, small_home: str) -> None:
    page = open_page(PHONE)
    page.goto(f"{small_home}q/first-question/")
    visited = []
    for _ in range(12):
        page.keyboard.press("Tab")
        visited.append(page.evaluate("document.activeElement.closest('.md-sidebar') === null"))
    assert all(visited)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_drawer_holds_the_page_still_and_closes_beside_it(
    open_page: OpenPage, small_home: str, scripts: bool
) -> None:
    page = open_page(PHONE, java_script_enabled=scripts)
    page.goto(f"{small_home}q/first-question/")
    drawer, icon = page.locator(".md-sidebar--primary"), page.locator(".md-header label[for=__drawer]")
    heading = page.get_by_role("heading", level=1)
    for _ in range(2):
        icon.click()
        expect(drawer.get_by_role("link").first).to_be_in_viewport(ratio=1)
        before = heading.bounding_box()
        page.mouse.move(330, 400)
        page.mouse.wheel(0, 500)
        page.wait_for_timeout(100)
        assert heading.bounding_box() == before
        page.mouse.click(330, 400)
        expect(drawer).to_be_hidden()


def test_who_comes_back_finds_the_drawer_closed(open_page: OpenPage, small_home: str) -> None:
    page = open_page(PHONE)
    page.goto(f"{small_home}q/first-question/")
    page.locator(".md-header label[for=__drawer]").click()
    page.locator(".md-sidebar--primary").get_by_role("link", name="第二题是什么？").click()
    page.wait_for_url("**/q/second-question/")
    page.go_back()
    page.wait_for_url("**/q/first-question/")
    expect(page.locator(".md-sidebar--primary")).to_be_hidden()


def test_the_way_back_is_offered_to_who_scrolls_up(page: Page, home: str) -> None:
    page.goto(f"{home}q/attention-scaling/")
    button = page.get_by_role("button", name="回到开头")
    expect(button).to_be_hidden()
    page.mouse.move(600, 400)
    page.mouse.wheel(0, 1500)
    wait(page, "scrollY > 1000")
    expect(button).to_be_hidden()
    page.mouse.wheel(0, -200)
    expect(button).to_be_visible()
    button.click()
    expect(button).to_be_hidden()
    assert page.evaluate("scrollY") == 0
    # The next press of Tab is at the beginning, too.
    expect(page.locator("#main")).to_be_focused()


def test_a_jump_is_no_scrolling_up(page: Page, home: str) -> None:
    page.goto(f"{home}q/attention-scaling/#references")
    button = page.get_by_role("button", name="回到开头")
    wait(page, "scrollY > 500")
    page.locator(".md-sidebar--secondary a").nth(1).click()
    page.wait_for_timeout(200)
    expect(button).to_be_hidden()


def test_code_that_is_too_wide_scrolls_with_the_keyboard_and_wraps_on_paper(open_page: OpenPage, home: str) -> None:
    page = open_page(PHONE)
    page.goto(f"{home}coding/all/")
    block = page.locator(".highlight > pre").filter(has_text="    ").first
    assert block.evaluate("block => block.scrollWidth > block.clientWidth")
    block.focus()
    page.keyboard.press("ArrowRight")
    wait(page, "document.activeElement.scrollLeft > 0")
    page.emulate_media(media="print")
    wide = "[...document.querySelectorAll('#main pre')].filter((block) => block.scrollWidth > block.clientWidth).length"
    assert page.evaluate(wide) == 0


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_what_is_laid_out_late_on_a_long_page_is_found_where_it_is(open_page: OpenPage, home: str, width: int) -> None:
    page = open_page(width)
    page.goto(f"{home}transformer/all/")
    last = page.locator(".whole-answer").last
    id = last.locator("h2").get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{home}transformer/all/#{id}")
    wait(page, f"Math.abs(document.getElementById({json.dumps(id)}).getBoundingClientRect().top - 64) < 2")
    expect(last.locator(".body")).to_be_in_viewport()
    page.emulate_media(media="print")
    assert page.locator(".whole-answer").first.evaluate("one => getComputedStyle(one).contentVisibility") == "visible"


def test_with_reduced_motion_the_drawer_opens_at_once(open_page: OpenPage, small_home: str) -> None:
    page = open_page(PHONE, reduced_motion="reduce")
    page.goto(f"{small_home}q/first-question/")
    page.locator(".md-header label[for=__drawer]").click()
    drawer = page.locator(".md-sidebar--primary")
    assert drawer.evaluate("drawer => getComputedStyle(drawer).transitionDuration") == "0s"
    expect(drawer.get_by_role("link").first).to_be_in_viewport(ratio=1)


def test_without_scripts_the_frame_offers_nothing_that_does_not_work(open_page: OpenPage, small_home: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{small_home}q/first-question/")
    expect(page.locator(".palette")).to_be_hidden()
    expect(page.locator(".md-top")).to_be_hidden()
    boxes = page.locator(".md-sidebar__scrollwrap")
    for box in boxes.all():
        expect(box).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [720, 728, 735, 799, 800, 880, 960, 1220])
def test_the_places_in_the_header_stay_on_one_line(open_page: OpenPage, small_home: str, width: int) -> None:
    page = open_page(width)
    page.goto(f"{small_home}alpha/")
    assert page.locator(".md-header").evaluate("header => header.offsetHeight") == 49
    boxes = page.locator(".book-places a").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect()).map(({ top, height }) => `${top} ${height}`)"
    )
    assert len(set(boxes)) == 1


# ---- One grid ----

EDGES = """() => {
  const box = (selector) => {
    const found = [...document.querySelectorAll(selector)].find((one) => one.getClientRects().length)
    if (!found) return undefined
    const range = document.createRange()
    range.selectNodeContents(found)
    const { left, top, bottom } = range.getClientRects()[0]
    return { left: Math.round(left), middle: Math.round((top + bottom) / 2), width: Math.round(found.clientWidth) }
  }
  return {
    title: box("h1"),
    footer: box(".book-footer p"),
    list: box(".sidebar-title a"),
    parts: box(".md-sidebar--secondary a"),
    above: box(".breadcrumb a"),
  }
}"""
PAGES = [*KINDS.values(), "alpha/all/", "alpha/night/", "paths/one-hour/", "errata/", "404.html"]


WIDTHS = (1920, 1366, 1220, 1100, 960, 768, PHONE, 320)


def test_every_kind_of_page_has_the_same_column(page: Page, small_home: str) -> None:
    lefts: dict[int, set[float]] = {width: set() for width in WIDTHS}
    widths: dict[int, set[float]] = {width: set() for width in WIDTHS}
    for address in PAGES:
        page.goto(small_home + address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 740 if width < 600 else 900})
            edges = page.evaluate(EDGES)
            lefts[width] |= {edges["title"]["left"], edges["footer"]["left"]}
            widths[width].add(edges["title"]["width"])
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    assert {width: len(found) for width, found in lefts.items()} == dict.fromkeys(WIDTHS, 1)
    assert {width: len(found) for width, found in widths.items()} == dict.fromkeys(WIDTHS, 1)


def test_the_first_lines_of_the_columns_stand_on_one_line(open_page: OpenPage, small_home: str) -> None:
    page = open_page(1366)
    page.goto(f"{small_home}q/first-question/")
    edges = page.evaluate(EDGES)
    middles = [edges[name]["middle"] for name in ("above", "list", "parts")]
    assert max(middles) - min(middles) <= 1
    logo = page.locator(".book-name img").bounding_box()
    assert logo and abs(logo["x"] - edges["list"]["left"]) <= 1


def test_the_header_shows_where_one_is(page: Page, small_home: str) -> None:
    for address, state in {"tags/": "page", "paths/one-hour/": "true", "collections/old/": "true"}.items():
        page.goto(small_home + address)
        current = page.locator(".book-places [aria-current]")
        expect(current).to_have_count(1)
        expect(current).to_have_attribute("aria-current", state)
    page.goto(f"{small_home}alpha/")
    expect(page.locator(".book-places [aria-current]")).to_have_count(0)


def test_on_a_phone_the_header_says_which_page_this_is(open_page: OpenPage, home: str) -> None:
    page = open_page(PHONE)
    page.goto(f"{home}q/attention-scaling/")
    title = page.locator(".page-title")
    expect(title).to_be_hidden()
    page.mouse.wheel(0, 900)
    expect(title).to_be_visible()
    expect(title).to_have_text(page.locator("h1").text_content() or "")
    expect(page.locator(".book-name")).to_be_hidden()
    title.click()
    expect(title).to_be_hidden()
    expect(page.locator(".book-name")).to_be_visible()
    page.set_viewport_size({"width": 1366, "height": 768})
    page.mouse.wheel(0, 900)
    expect(page.locator("[aria-current=location]")).to_have_count(1)
    expect(title).to_be_hidden()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_on_a_phone_the_parts_of_the_page_are_one_tap_away(open_page: OpenPage, small_home: str, scripts: bool) -> None:
    page = open_page(PHONE, java_script_enabled=scripts)
    page.goto(f"{small_home}q/first-question/")
    parts = page.locator("#md-parts")
    expect(parts).to_be_hidden()
    page.get_by_role("link", name="本页各部分").click()
    expect(parts).to_be_in_viewport(ratio=1)
    parts.get_by_role("link", name="易错点").click()
    expect(parts).to_be_hidden()
    expect(page.locator("#pitfalls")).to_be_in_viewport()


def test_the_places_of_the_book_come_first_in_the_drawer(open_page: OpenPage, small_home: str) -> None:
    page = open_page(PHONE)
    page.goto(f"{small_home}q/first-question/")
    page.locator(".md-header label[for=__drawer]").click()
    names = page.locator(".md-sidebar--primary").get_by_role("link").all_inner_texts()
    assert names[:2] == ["首页", "面经对照"] and names.index("面经对照") < names.index("甲专题")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_goes_on_to_the_side_says_so(open_page: OpenPage, home: str, scheme: Scheme) -> None:
    """At the edge where more is to come it is darker than where nothing is."""
    page = open_page(PHONE, scheme)
    page.goto(f"{home}coding/all/")
    block = page.locator(".highlight > pre").filter(has_text="    ").first
    assert block.evaluate("block => block.scrollWidth > block.clientWidth + 20")
    block.scroll_into_view_if_needed()
    light = Image.open(BytesIO(block.screenshot())).convert("L")
    y = light.height - 3
    # The last pixel is the ground's: the shade begins beside it.
    assert light.getpixel((light.width - 2, y)) < light.getpixel((light.width // 2, y)) - 5  # type: ignore[operator]
    block.evaluate("block => (block.scrollLeft = block.scrollWidth)")
    end = Image.open(BytesIO(block.screenshot())).convert("L")
    assert abs(end.getpixel((end.width - 2, y)) - light.getpixel((light.width // 2, y))) <= 2  # type: ignore[operator]


@pytest.mark.parametrize(("width", "height"), [(360, 640), (1366, 768)])
def test_the_first_question_of_a_topic_is_on_the_first_screen(
    open_page: OpenPage, home: str, width: int, height: int
) -> None:
    page = open_page(width)
    page.set_viewport_size({"width": width, "height": height})
    for topic in ("transformer", "memory", "rlhf"):
        page.goto(f"{home}{topic}/")
        first = page.locator(".question-title").first
        assert first.evaluate("title => title.getBoundingClientRect().bottom < innerHeight")
        # What can be done is one line.
        doing = page.locator(".topic-all").first.locator("a, button")
        assert doing.count() == 5
        tops = doing.evaluate_all("all => all.map((one) => one.getBoundingClientRect().top)")
        assert max(tops) - min(tops) < 4
        page.get_by_role("link", name="更多", exact=True).click()
        expect(page.get_by_text("按被问的次数排")).to_be_in_viewport()


def test_on_paper_a_topic_has_what_else_there_is_only_where_it_was_opened(page: Page, home: str) -> None:
    page.goto(f"{home}memory/")
    page.emulate_media(media="print")
    expect(page.locator("#more")).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_text("按被问的次数排").click()
    page.emulate_media(media="print")
    expect(page.locator("#ranked li").first).to_be_visible()
    expect(page.get_by_text("算自己的模型")).to_be_hidden()


def test_a_table_is_printed_whole_and_a_header_with_a_formula_once(page: Page, home: str) -> None:
    """Chromium draws the glyphs of a header that it repeats on top of each other."""
    page.goto(f"{home}q/training-memory-breakdown/")
    page.emulate_media(media="print")
    heads = page.locator(".body thead").evaluate_all(
        "all => all.map((one) => [!!one.querySelector('svg'), getComputedStyle(one).display])"
    )
    assert {tuple(head) for head in heads} == {(True, "table-row-group"), (False, "table-header-group")}
    kept = page.locator(".body table").evaluate_all("all => all.map((one) => getComputedStyle(one).breakInside)")
    assert set(kept) == {"avoid"}


def test_on_a_phone_code_goes_from_edge_to_edge_and_begins_where_the_text_does(open_page: OpenPage, home: str) -> None:
    page = open_page(PHONE)
    page.goto(f"{home}q/code-mla/")
    left, width, code, text = page.evaluate(
        """() => {
          const block = document.querySelector(".body > .highlight"), range = document.createRange()
          range.selectNodeContents(block.querySelector("code"))
          const { left, width } = block.getBoundingClientRect()
          const text = document.querySelector("h1").getBoundingClientRect().left
          return [left, width, range.getBoundingClientRect().left, text]
        }"""
    )
    assert (left, width) == (0, PHONE)
    assert abs(code - text) < 3
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE


def test_a_next_question_that_stands_alone_has_the_whole_width(open_page: OpenPage, small_home: str) -> None:
    page = open_page(PHONE)
    page.goto(f"{small_home}q/first-question/")
    following = page.locator(".neighbours .next")
    assert page.locator(".neighbours > *").count() == 1
    following.evaluate("one => { one.textContent = '很长的题目'.repeat(12) }")
    box = following.bounding_box()
    assert box and box["width"] > 0.8 * PHONE


@pytest.mark.parametrize("address", ["alpha/", "alpha/all/", "alpha/night/"])
def test_a_topic_is_printed_from_its_pages(open_page: OpenPage, small_home: str, address: str) -> None:
    page = open_page(PHONE)
    page.add_init_script("window.print = () => (window.printed = true)")
    page.goto(small_home + address)
    page.get_by_role("button", name="打印").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".md-header")).to_be_hidden()


def test_the_home_page_leads_to_everything(page: Page, home: str) -> None:
    page.goto(home)
    for address in (
        "match/",
        "practice/",
        "mock/",
        "calc/",
        "measured/",
        "evidence/",
        "paths/one-hour/",
        "collections/mlc/",
    ):
        assert page.locator(f"#main a[href='{address}']").count() >= 1, address
