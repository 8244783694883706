"""What a page costs its reader: bytes and requests of a first visit, over the whole book."""

from __future__ import annotations

import gzip
import re
import statistics
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect

from .conftest import PHONE, OpenPage
from .test_pages import SHIFT

# kB, compressed by gzip, figures and pictures apart: what a first visit to a page of this kind may cost at most.
BUDGETS = {
    "index.html": 27,
    "404.html": 25,
    # Lists every question, once: about 80 bytes a question.
    "tags/index.html": 60,
    # Every term with its symbol drawn: about 300 bytes a symbol.
    "glossary/index.html": 60,
    # Lists every question; the reader's own script and FSRS come with it.
    "practice/index.html": 66,
    "paths/*/index.html": 45,
    # The frame, its script and its data.
    "calc/*/index.html": 46,
    "*/index.html": 38,
    "collections/*/index.html": 48,
    "notebooks/*/index.html": 45,
    "q/*/index.html": 53,
}
# The same of pages that hold all answers of a topic, or all findings: for the page, and for each
# more.
WHOLE = {"*/all/index.html": (40, 10), "*/night/index.html": (30, 2.2), "measured/index.html": (28, 0.22)}
WHOLE["evidence/*/index.html"] = (26, 0.7)
MEDIAN_ANSWER, MEDIAN_WITH_FONT = 38, 52
# Of the system or ours: nothing waits for it.
FONT = "assets/code.*.woff2"
# kB, compressed by gzip: what the script of a calculator may cost with its data; the form stands in the page. One's own
# numbers and a pasted configuration come on top when they are asked for.
CALCULATOR = 12
REQUESTS = 5
# Loaded when the reader asks for them.
LATER = re.compile(r"assets/(search|match|practice|mock|list|calc|share|home|formula|keys)")
PARTS = re.compile(r'<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css|svg)(?:\?[^"]*)?)"')


# A figure that is part of the page.
DRAWING = re.compile(r'<svg class="drawing".*?</svg>', re.DOTALL)
# kB, compressed by gzip: what the figures of a page may add.
FIGURES = {"q/*/index.html": 12, "notebooks/*/index.html": 24}


@cache
def packed(path: Path, *, figures: bool = False) -> int:
    content = path.read_bytes()
    if path.suffix == ".html" and not figures:
        content = DRAWING.sub("", content.decode()).encode()
    return len(gzip.compress(content, 9))


def parts(site: Path, page: Path) -> Iterator[Path]:
    """The files that a page asks for by itself."""
    for address in PARTS.findall(page.read_text("utf-8")):
        place = unquote(urlsplit(address).path)
        yield (site / place.lstrip("/") if place.startswith("/") else page.parent / place).resolve()


def weight(site: Path, page: Path, *, font: bool = False) -> float:
    """In kB; `font` counts the font of code, too, where there is code."""
    files = [page, *parts(site, page)]
    if font and "<code" in page.read_text("utf-8"):
        files += site.glob(FONT)
    return sum(map(packed, files)) / 1000


def kind_of(site: Path, page: Path) -> str:
    """The first kind that a page is of."""
    return next(kind for kind in (*WHOLE, *BUDGETS) if page in site.glob(kind))


def answers(site: Path) -> list[Path]:
    """From the lightest to the heaviest."""
    return sorted((site / "q").glob("*/index.html"), key=packed)


@pytest.mark.parametrize("kind", BUDGETS)
def test_a_kind_of_page_keeps_to_its_budget(site: Path, kind: str) -> None:
    heavy = {str(page.relative_to(site)): weight(site, page) for page in site.glob(kind) if kind_of(site, page) == kind}
    assert heavy
    assert {page: kilobytes for page, kilobytes in heavy.items() if kilobytes > BUDGETS[kind]} == {}


@pytest.mark.parametrize("kind", WHOLE)
def test_a_page_of_many_grows_with_them(site: Path, kind: str) -> None:
    once, each = WHOLE[kind]
    pages = [*site.glob(kind)]
    assert pages
    for page in pages:
        answers = len(
            re.findall('<section class="(?:whole|night|evidence)-answer"|<tbody [^>]*data-row', page.read_text("utf-8"))
        )
        assert answers
        assert weight(site, page) <= once + each * answers, page


@pytest.mark.parametrize("kind", FIGURES)
def test_figures_are_light(site: Path, kind: str) -> None:
    more = {str(page.relative_to(site)): packed(page, figures=True) - packed(page) for page in site.glob(kind)}
    assert any(more.values())
    assert {page: size for page, size in more.items() if size > FIGURES[kind] * 1000} == {}


def test_the_median_answer_is_light(site: Path) -> None:
    assert statistics.median(weight(site, page) for page in answers(site)) <= MEDIAN_ANSWER
    assert statistics.median(weight(site, page, font=True) for page in answers(site)) <= MEDIAN_WITH_FONT


@pytest.mark.parametrize("place", [0.5, 1.0], ids=["median", "heaviest"])
def test_a_first_visit_asks_for_little_and_moves_nothing(
    open_page: OpenPage, home: str, site: Path, place: float
) -> None:
    pages = answers(site)
    file = pages[round(place * (len(pages) - 1))]
    page = open_page(PHONE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{home}q/{file.parent.name}/", wait_until="networkidle")
    assert page.evaluate(SHIFT) == []
    figures = re.compile(r"^data:|^(?!.*/assets/).*[^/]$|/assets/code[.]\w+[.]woff2$")
    own = [url for url in asked if not figures.search(url)]
    assert len(own) <= REQUESTS
    assert not [url for url in own if LATER.search(url)]
    # What was counted above is what a browser asks for.
    assert len({*own}) == 1 + len({*parts(site, file)})


def test_a_calculator_is_light_with_its_data(site: Path) -> None:
    pages = [*site.glob("calc/*/index.html")]
    assert pages
    own = {page: [path for path in parts(site, page) if path.name.startswith("calc-")] for page in pages}
    heavy = {page.parent.name: sum(map(packed, paths)) / 1000 for page, paths in own.items()}
    assert all(len(paths) >= 2 for paths in own.values())
    assert {name: kilobytes for name, kilobytes in heavy.items() if kilobytes > CALCULATOR} == {}


def test_the_heaviest_answer_is_complete_without_scripts(open_page: OpenPage, home: str, site: Path) -> None:
    address = f"{home}q/{answers(site)[-1].parent.name}/"
    bare = open_page(java_script_enabled=False)
    bare.goto(address)
    text = "document.querySelector('.body').innerText.replaceAll(/(复制|放大)\\n/g, '')"
    # The numbers to remember stand by themselves only the night before.
    drawn = "[...document.querySelectorAll('mjx-container svg')].filter((one) => !one.closest('.numbers'))"
    drawn += ".map((one) => one.getBoundingClientRect().width > 0)"
    assert all(bare.evaluate(drawn))
    formulas, words = bare.evaluate(f"{drawn}.length"), bare.evaluate(text)
    page = open_page()
    page.goto(address)
    expect(page.locator("h1")).to_be_visible()
    assert formulas == page.evaluate(f"{drawn}.length") > 20
    assert words == page.evaluate(text) and len(words) > 1000


def test_nothing_is_shipped_that_no_page_asks_for(site: Path) -> None:
    assets = [path for path in (site / "assets").rglob("*") if path.is_file()]
    pages = [site / "index.html", site / "404.html", *site.glob("*/index.html"), *site.glob("*.xml")]
    pages += site.glob("embed/*/*/index.html")
    asked = "".join(path.read_text("utf-8") for path in pages)
    asked += "".join(path.read_text("utf-8") for path in assets if path.suffix in (".js", ".css"))
    # The index, its part for English and the texts of the answers, asked for by name and by id; the script of pages
    # that moved, when there are any.
    known = {"index.js", "english.js", "moved.js", "code.LICENSE.txt"}
    known |= {f"{page.parent.name}.js" for page in answers(site)}
    moving = re.findall(r'data-steps="([^"]+)"', "".join(page.read_text("utf-8") for page in answers(site)))
    known |= {"steps.js", *(f"steps-{name}.js" for name in moving)}
    apart = [*site.glob("calc/*/index.html"), *site.glob("embed/**/index.html")]
    known |= {path.name for page in apart for path in parts(site, page)} | {"calc-own.js"}
    assert [str(path) for path in assets if path.name not in known and path.name not in asked] == []
    assert not [path for path in assets if path.suffix in (".map", ".ts") or "lunr" in str(path)]
