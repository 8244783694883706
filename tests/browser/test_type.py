"""How pages are set: mathematics in titles, the font of code, citations that stay together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .conftest import DESKTOP, PHONE, OpenPage, in_both

CODE_FONT = "document.fonts.check('16px \"Source Code Pro\"')"
WIDTHS = """() => {
  const pre = document.querySelector(".highlight > pre > code")
  const width = (text) => {
    const one = document.createElement("span")
    one.textContent = text
    pre.append(one)
    const found = one.getBoundingClientRect().width / parseFloat(getComputedStyle(pre).fontSize)
    one.remove()
    return found
  }
  return ["mmmmmmmmmm", "iiiiiiiiii"].map(width)
}"""


# Of each title that takes several lines, for every line but the last: its last character and the next one, whether a
# `<wbr>` stands between them, and how many characters the last line of the title has.
LINE_ENDS = """(titles) => titles.flatMap((title) => {
  const places = []
  const walk = (node) => {
    if (node.nodeName === "WBR" && places.length) places.at(-1).open = true
    if (node.nodeType === 3)
      for (let i = 0; i < node.data.length; i++) {
        const range = document.createRange()
        range.setStart(node, i)
        range.setEnd(node, i + 1)
        const { bottom, width } = range.getBoundingClientRect()
        if (width) places.push({ text: node.data[i], bottom, open: false })
      }
    node.childNodes.forEach(walk)
  }
  walk(title)
  const height = parseFloat(getComputedStyle(title).lineHeight) / 2
  const ends = places.flatMap((_, i) => (i && places[i].bottom - places[i - 1].bottom > height ? [i] : []))
  const last = places.length - (ends.at(-1) ?? 0)
  return ends.map((i) => [places[i - 1].text, places[i].text, places[i - 1].open, last])
})"""
HAN = re.compile("[\u4e00-\u9fff]{2}")
# Of the elements, for every name with a hyphen and every date in them: itself and how many lines it is on.
NAMES = r"""(all) => all.flatMap((one) => {
  const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT)
  const found = []
  while (texts.nextNode())
    for (const name of texts.currentNode.data.matchAll(/Megatron-LM|GPT-4|R1-Zero|U-Net|S-LoRA|\b20\d\d-\d\d/g)) {
      const range = document.createRange()
      range.setStart(texts.currentNode, name.index)
      range.setEnd(texts.currentNode, name.index + name[0].length)
      const boxes = [...range.getClientRects()].filter(({ width }) => width)
      if (boxes.length) found.push([name[0], new Set(boxes.map(({ top }) => Math.round(top))).size])
    }
  return found
})"""


def test_on_a_phone_no_line_of_the_text_ends_in_a_name_with_a_hyphen(open_page: OpenPage, home: str) -> None:
    page = open_page(PHONE)
    page.goto(f"{home}q/segmentation/")
    names = page.locator(".body .together").filter(has_text=re.compile("[A-Z]-[A-Z]"))
    lines = names.evaluate_all("all => all.map((one) => [one.textContent, one.getClientRects().length])")
    assert ["U-Net", 1] in lines
    assert {count for _, count in lines} == {1}


@pytest.mark.parametrize(
    "id",
    [
        "agent-self-improvement",
        "deepseek-v3",
        "distributions-mle",
        "kl-estimators",
        "policy-gradient",
        "rl-capability-boundary",
        "unified-multimodal",
        "vlm-rl",
    ],
)
def test_on_a_phone_a_table_of_few_columns_fits(open_page: OpenPage, home: str, id: str) -> None:
    page = open_page(PHONE)
    page.goto(f"{home}q/{id}/")
    beyond = page.locator(".table").evaluate_all("all => all.map((box) => box.scrollWidth - box.clientWidth)")
    # One character too much may be of the fonts.
    assert beyond
    assert max(beyond) <= 20


@pytest.mark.parametrize(
    ("address", "shown", "name"),
    [
        ("q/megatron-principles/", "h1", "Megatron-LM"),
        ("training-frameworks/", ".question-title", "Megatron-LM"),
        ("training-frameworks/night/", "h2", "Megatron-LM"),
        ("q/lora-no-latency/", ".references cite", "S-LoRA"),
        ("q/llama-series/", "td", "2023-02"),
    ],
)
def test_no_line_of_a_title_or_a_cell_ends_in_a_name_with_a_hyphen_or_a_date(
    open_page: OpenPage, home: str, address: str, shown: str, name: str
) -> None:
    page = open_page(PHONE)
    page.goto(home + address)
    # Somewhere in these widths, a line that may end in the name does.
    for width in range(280, 420, 6):
        page.set_viewport_size({"width": width, "height": 740})
        lines = page.locator(shown).evaluate_all(NAMES)
        assert name in {one for one, _ in lines}
        assert [one for one in lines if one[1] > 1] == [], width


def test_titles_that_scripts_list_keep_such_names_whole_too(open_page: OpenPage, home: str) -> None:
    page = open_page(PHONE)
    page.goto(f"{home}q/attention-scaling/?q=Megatron")
    titles = page.locator(".result__title")
    expect(titles.filter(has_text="Megatron-LM").first).to_be_visible()
    for width in range(280, 420, 6):
        page.set_viewport_size({"width": width, "height": 740})
        # A name of which a part is marked is two texts: what is left of it, -LM, takes no break either.
        whole = titles.locator(".together").evaluate_all("all => all.map((one) => one.getClientRects().length)")
        assert whole
        assert {*whole} == {1}, width


@pytest.mark.parametrize("width", [1366, PHONE])
def test_mathematics_in_a_title_is_set_and_copied_as_it_was_written(open_page: OpenPage, home: str, width: int) -> None:
    page = open_page(width)
    page.goto(f"{home}q/attention-scaling/")
    title = page.locator("h1")
    assert (title.text_content() or "").count("√d_k") == 1
    assert "_" in (page.locator("[data-short]").text_content() or "")
    sub = title.locator("sub").first
    # The mark of the notation has no width; the index stands lower and is smaller.
    assert title.locator(".mark").first.evaluate("mark => mark.getBoundingClientRect().width") == 0
    letter, index = title.locator("var").first.bounding_box(), sub.bounding_box()
    assert letter and index and index["height"] < letter["height"]
    assert index["y"] + index["height"] / 2 > letter["y"] + letter["height"] / 2
    bar = title.locator(".root > span").evaluate("root => getComputedStyle(root).borderTopWidth")
    assert float(bar.removesuffix("px")) >= 1


def test_scripts_set_titles_as_the_pages_do(open_page: OpenPage, home: str) -> None:
    page = open_page()
    page.goto(f"{home}paths/one-hour/")
    page.locator(".stages a").nth(1).click()
    expect(page.locator(".neighbours .previous .root sub")).to_have_text("k")
    page.keyboard.press("/")
    page.get_by_role("combobox", name="搜索问题").fill("为什么要除以根号dk")
    expect(page.get_by_role("option").first.locator(".result__title sub").first).to_have_text("k")


def test_a_marked_root_keeps_its_bar(open_page: OpenPage, home: str) -> None:
    page = open_page()
    page.goto(f"{home}q/attention-scaling/?q=为什么除以根号dk")
    title = page.get_by_role("option").first.locator(".result__title")
    expect(title.locator("mark .root sub")).to_have_text("k")
    # What is found is the formula or nothing of it.
    assert title.locator(".root mark").count() == 0
    assert "√d_k" in (title.text_content() or "")


@pytest.mark.parametrize(
    ("shown", "width"),
    [
        ("h1", PHONE),
        (".question-title", PHONE),
        (".result__title", PHONE),
        (".related a", PHONE),
        (".md-nav__link", 1366),
    ],
)
def test_titles_break_between_words(open_page: OpenPage, home: str, shown: str, width: int) -> None:
    """A line ends where there is a `<wbr>`, a blank or a mark, and no character stands alone on the last."""
    page = open_page(width)
    page.goto(home + ("transformer/" if shown == ".question-title" else "q/attention-scaling/?q=注意力为什么"))
    expect(page.locator(".result__title, .question-title").first).to_be_visible()
    ends = page.locator(shown).evaluate_all(LINE_ENDS)
    assert len(ends) > 0
    assert any(may for _, _, may, _ in ends)
    assert [before + after for before, after, may, _ in ends if HAN.fullmatch(before + after) and not may] == []
    assert min(last for _, _, _, last in ends) >= 2


def test_no_short_citation_is_broken(open_page: OpenPage, home: str) -> None:
    for width in (1366, PHONE, 320):
        page = open_page(width)
        for id in ("zero-stages", "attention-scaling", "lora-principle"):
            page.goto(f"{home}q/{id}/")
            broken = page.locator("a.citation").evaluate_all(
                "all => all.filter((one) => one.textContent.length < 16 && one.getClientRects().length > 1).length"
            )
            assert broken == 0 and page.locator("a.citation").count() > 2, (id, width)


@in_both
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_in_tables_names_of_programs_break_between_their_parts_or_not_at_all(
    open_page: OpenPage, home: str, width: int
) -> None:
    page = open_page(width)
    page.goto(f"{home}q/lora-limits-and-pitfalls/")
    table = page.locator(".table").filter(has_text="PeftModel")
    name = table.locator("code").filter(has_text="trainable_token_indices")
    assert (name.evaluate("name => name.getClientRects().length") > 1) == (width == PHONE)
    # It once stood out of the screen of a phone by 124 px.
    assert table.evaluate("table => table.scrollWidth - table.clientWidth") < 20


@in_both
def test_code_is_set_in_the_font_of_the_book_and_nothing_waits_for_it(open_page: OpenPage, home: str) -> None:
    page = open_page()
    # Kept by the second visit, whatever the first was set in; a busy machine may miss the tenth of a second once more.
    for _ in range(5):
        page.goto(f"{home}q/code-mha/", wait_until="networkidle")
        if page.evaluate(CODE_FONT):
            break
    assert page.evaluate(CODE_FONT)
    assert page.evaluate(WIDTHS) == pytest.approx([6, 6], abs=0.05)


def test_a_page_without_code_asks_for_no_font(open_page: OpenPage, small_home: str) -> None:
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{small_home}tags/", wait_until="networkidle")
    assert not [url for url in asked if "woff" in url]


def test_from_disk_the_font_is_found(open_page: OpenPage, disk_site: Path) -> None:
    page = open_page()
    page.goto((disk_site / "q" / "first-question" / "index.html").as_uri(), wait_until="networkidle")
    assert page.evaluate(CODE_FONT)
