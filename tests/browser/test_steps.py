"""Figures in steps as readers use them: keys, a slider, links to a moment, without scripts, on paper, on a phone."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from answerbook.content import steps
from playwright.sync_api import Locator, Page, expect

from tests import sites

from .conftest import DESKTOP, PHONE, OpenPage, Scheme, in_both
from .test_access import MOVING, violations
from .test_figures import SMALLEST
from .test_pages import SHIFT, SIDEWAYS

FILES = sorted((sites.ROOT / "docs").glob("*/*/*.steps.json"))
NAMES = [file.name.removesuffix(steps.SUFFIX) for file in FILES]
PAGE = "q/second-question/"
INSIDE = "one => one.querySelector('svg').innerHTML"


@pytest.fixture(scope="module")
def steps_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small book with every figure in steps of the real one in an answer."""
    folder = tmp_path_factory.mktemp("steps")
    docs = sites.copied(folder)
    page, pictures = docs / "alpha" / "second-question.md", docs / "alpha" / "second-question"
    pictures.mkdir()
    for file, name in zip(FILES, NAMES, strict=True):
        for suffix in (".svg", steps.SUFFIX):
            shutil.copy(file.with_name(name + suffix), pictures)
        with page.open("a", encoding="utf-8") as text:
            text.write(f'\n![图 {name} 的替代文字](second-question/{name}.svg "图注")\n')
    return sites.built(docs, folder / "site", ANSWERBOOK_SITE_URL="https://example.com/book/")


@pytest.fixture(scope="module")
def steps_home(steps_site: Path) -> Iterator[str]:
    with sites.serving(steps_site) as address:
        yield address


def figure(page: Page, name: str = NAMES[0]) -> Locator:
    return page.locator(f'.steps[data-steps="{name}"]')


def is_at(page: Page, number: int, name: str = NAMES[0]) -> None:
    read = steps.read(FILES[NAMES.index(name)])
    expect(figure(page, name).locator(".steps__count")).to_have_text(f"{number} / {len(read.said)}")
    expect(figure(page, name).locator(".steps__said")).to_contain_text(read.said[number - 1])


@in_both
def test_a_reader_steps_with_buttons_keys_and_the_slider(page: Page, steps_home: str) -> None:
    read = steps.read(FILES[0])
    page.goto(steps_home + PAGE)
    is_at(page, read.shown)
    assert urlsplit(page.url).fragment == ""
    on, back = (figure(page).get_by_role("button", name=name) for name in ("下一步", "上一步"))
    on.click()
    is_at(page, read.shown + 1)
    assert urlsplit(page.url).fragment == f"step-{NAMES[0]}-{read.shown + 1}"
    page.keyboard.press("ArrowLeft")
    is_at(page, read.shown)
    back.focus()
    page.keyboard.press("Enter")
    is_at(page, read.shown - 1)
    figure(page).get_by_role("slider").focus()
    page.keyboard.press("End")
    is_at(page, len(read.said))
    expect(figure(page).get_by_role("slider")).to_have_attribute("aria-valuetext", re.compile("^第 .* 步，共 .* 步$"))
    expect(on).to_have_attribute("aria-disabled", "true")
    on.focus()
    for key in ("Enter", "ArrowRight"):
        page.keyboard.press(key)
    is_at(page, len(read.said))
    page.keyboard.press("ArrowLeft")
    is_at(page, len(read.said) - 1)
    page.reload()
    is_at(page, len(read.said) - 1)


@pytest.mark.parametrize("name", NAMES)
def test_a_link_to_a_moment_shows_it_and_another_one_follows(page: Page, steps_home: str, name: str) -> None:
    read = steps.read(FILES[NAMES.index(name)])
    page.goto(f"{steps_home}{PAGE}#step-{name}-1")
    is_at(page, 1, name)
    expect(figure(page, name).get_by_role("img")).to_be_in_viewport()
    page.evaluate(f"location.hash = 'step-{name}-{len(read.said)}'")
    is_at(page, len(read.said), name)
    # Moments that were there in an earlier edition lead to the last.
    page.evaluate(f"location.hash = 'step-{name}-99'")
    is_at(page, len(read.said), name)
    for other in set(NAMES) - {name}:
        is_at(page, steps.read(FILES[NAMES.index(other)]).shown, other)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_shown_first_is_what_is_printed_and_comes_back(page: Page, steps_home: str, name: str) -> None:
    read = steps.read(FILES[NAMES.index(name)])
    page.goto(steps_home + PAGE)
    before = figure(page, name).evaluate(INSIDE)
    figure(page, name).get_by_role("slider").focus()
    page.keyboard.press("ArrowRight")
    is_at(page, min(read.shown + 1, len(read.said)), name)
    page.evaluate(f"location.hash = 'step-{name}-{read.shown}'")
    is_at(page, read.shown, name)
    assert figure(page, name).evaluate(INSIDE) == before
    page.emulate_media(media="print")
    expect(figure(page, name).locator(".steps__controls")).to_be_hidden()
    expect(figure(page, name).locator(".steps__said")).to_be_visible()


def test_nothing_moves_by_itself_and_nothing_is_fetched_before_it_is_asked_for(
    open_page: OpenPage, steps_home: str
) -> None:
    page = open_page(reduced_motion="reduce")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(steps_home + PAGE, wait_until="networkidle")
    assert page.evaluate(SHIFT) == []
    assert not [url for url in asked if re.search(r"/steps-\w+\.js", url)]
    figure(page).get_by_role("button", name="下一步").click()
    assert page.evaluate(MOVING) == []
    is_at(page, steps.read(FILES[0]).shown + 1)
    assert [url for url in asked if f"/steps-{NAMES[0]}.js" in url]


def test_without_scripts_the_moment_on_paper_is_there(open_page: OpenPage, steps_home: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{steps_home}{PAGE}#step-{NAMES[0]}-1")
    for file, name in zip(FILES, NAMES, strict=True):
        is_at(page, steps.read(file).shown, name)
        expect(figure(page, name).get_by_role("img")).to_have_accessible_name(f"图 {name} 的替代文字")
    expect(page.locator(".steps__controls")).to_have_count(0)
    # The link leads to the figure all the same.
    expect(figure(page).get_by_role("img")).to_be_in_viewport()


def test_a_figure_that_cannot_be_fetched_says_so(page: Page, steps_home: str) -> None:
    page.route(re.compile(r"/steps-\w+\.js"), lambda route: route.fulfill(status=404, body=""))
    page.goto(steps_home + PAGE)
    figure(page).get_by_role("button", name="下一步").click()
    expect(figure(page).locator(".steps__said")).to_contain_text("没有加载成功")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_every_moment_fits_and_can_be_read(open_page: OpenPage, steps_home: str, width: int, scheme: Scheme) -> None:
    page = open_page(width, scheme)
    page.goto(steps_home + PAGE)
    for file, name in zip(FILES, NAMES, strict=True):
        heights = set()
        for number in range(1, len(steps.read(file).said) + 1):
            page.evaluate(f"location.hash = 'step-{name}-{number}'")
            is_at(page, number, name)
            assert page.evaluate(SIDEWAYS) <= 0
            assert figure(page, name).locator("svg").evaluate(SMALLEST) >= 10
            box = figure(page, name).bounding_box()
            assert box
            heights.add(round(box["height"]))
        # The text below stays where it is.
        assert len(heights) == 1, name
    assert violations(page) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_stands_by_itself_for_frames_of_other_sites(open_page: OpenPage, steps_home: str, name: str) -> None:
    page = open_page(PHONE)
    page.goto(f"{steps_home}embed/step/{name}/#step-{name}-2")
    is_at(page, 2, name)
    assert page.evaluate(SIDEWAYS) <= 0 and violations(page) == []
    link = page.get_by_role("link", name=re.compile("大模型面试答案书"))
    assert link.evaluate("one => one.pathname").endswith("/q/second-question/")
    expect(link).to_be_visible()
