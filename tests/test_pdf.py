"""The printed book, opened by another program: what it holds, where its links lead, and what is refused."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from answerbook.paper import fontfiles, paper, pdf
from answerbook.problems import ContentError
from PIL import Image, ImageChops
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from tests import pages, sites, verapdf
from tests.sites import SMALL
from tests.volumes import squeezed, volume

BOOK = volume(SMALL)
LEADER = r"[ .]+"
Write = Callable[..., Path]


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("pdf") / "book.pdf"
    pdf.make(BOOK, output, lambda text: None)
    return output


@pytest.fixture(scope="session")
def reader(printed: Path) -> PdfReader:
    return PdfReader(printed)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """The small book with other words in one answer."""

    def written(old: str, new: str) -> Path:
        docs = sites.copied(tmp_path)
        file = docs / "alpha" / "second-question.md"
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")
        return docs

    return written


def text(reader: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages)


def page_of(reader: PdfReader, anchor: str) -> int:
    number = reader.get_destination_page_number(reader.named_destinations[anchor])
    assert number is not None
    return number + 1


def bookmarks(entries: Any, level: int = 1) -> Iterator[tuple[int, str]]:
    for entry in entries:
        if isinstance(entry, list):
            yield from bookmarks(entry, level + 1)
        else:
            yield level, entry.title


def elements(node: Any) -> Iterator[DictionaryObject]:
    """The elements of the structure that a screen reader walks through."""
    node = node.get_object()
    if isinstance(node, ArrayObject):
        for one in node:
            yield from elements(one)
    elif isinstance(node, DictionaryObject):
        yield node
        if "/K" in node:
            yield from elements(node["/K"])


def test_the_contents_name_the_pages_on_which_things_are(reader: PdfReader) -> None:
    contents = reader.pages[1].extract_text()
    for topic_number, topic in enumerate(BOOK.book.topics, 1):
        places = [(f"{topic_number} {topic.title}", f"topic.{topic.id}")]
        places += [
            (f"{topic_number}.{number} {question.title}", question.id)
            for number, question in enumerate(topic.questions, 1)
        ]
        for title, anchor in places:
            found = re.search(rf"^{re.escape(title)}{LEADER}(\d+)$", contents, re.MULTILINE)
            assert found is not None, title
            assert int(found[1]) == page_of(reader, anchor)


def test_every_page_says_which_it_is(reader: PdfReader) -> None:
    for number, page in enumerate(reader.pages[1:], 2):
        assert re.search(rf"(?:^|\s){number}(?:\s|$)", page.extract_text()), number


def test_bookmarks_are_topics_questions_and_parts(reader: PdfReader) -> None:
    found = list(bookmarks(reader.outline))
    assert [title for level, title in found if level == 1] == ["目录", "甲专题", "beta", "笔记本", "术语", "索引"]
    assert [title for level, title in found if level == 2] == [
        *(question.title for question in BOOK.book.questions),
        *(notebook.title for notebook in BOOK.book.notebooks),
    ]
    first = found.index((2, BOOK.book.questions[0].title))
    assert [title for _, title in found[first + 1 : first + 6]] == ["详解", "代码", "易错点", "追问", "参考"]


def test_no_link_leads_nowhere(reader: PdfReader) -> None:
    links = [
        annotation.get_object()
        for page in reader.pages
        for annotation in page.get("/Annots", ())
        if annotation.get_object()["/Subtype"] == "/Link"
    ]
    # By name, or straight to a place on a page.
    inside = [link["/Dest"].get_object() for link in links if "/Dest" in link]
    named = [one for one in inside if isinstance(one, str)]
    outside = [link["/A"]["/URI"] for link in links if "/A" in link]
    assert len(named) > 20
    assert set(named) <= set(reader.named_destinations)
    pages = {page.indirect_reference.idnum for page in reader.pages if page.indirect_reference is not None}
    assert {one[0].idnum for one in inside if not isinstance(one, str)} <= pages
    assert outside
    assert all(address.startswith("https://") for address in outside)
    assert all(link.get("/Contents") and "/StructParent" in link for link in links)


def test_a_link_to_another_answer_says_the_page(reader: PdfReader) -> None:
    page = reader.pages[page_of(reader, "first-question") - 1].extract_text()
    assert f"第三题（第{page_of(reader, 'third-question.second-part')}页）" in squeezed(page)


def test_every_answer_begins_with_its_short_answer_and_address(reader: PdfReader) -> None:
    for question in BOOK.book.questions:
        page = squeezed(reader.pages[page_of(reader, question.id) - 1].extract_text())
        title, short = squeezed(question.title), squeezed(question.short)
        assert 0 <= page.index(title) < page.index(f"q/{question.id}") < page.index(f"速答{short}") < page.index("详解")


def test_checks_stay_closed_on_paper(reader: PdfReader) -> None:
    printed = squeezed(text(reader))
    assert "念出来约5秒" in printed and "×错：" in printed and "✓对：是8" in printed
    assert "eight=8" in printed and "验证：八是二的三次方" not in printed


def test_text_is_made_of_the_characters_that_were_written(reader: PdfReader) -> None:
    found = set(text(reader))
    assert not fontfiles.missing("".join(found))
    # Neither private characters nor the look-alikes of the radicals.
    assert not re.search("[\ue000-\uf8ff\u2f00-\u2fdf]", "".join(found))


def test_formulas_are_drawn_and_described(reader: PdfReader) -> None:
    written = {formula.tex for question in BOOK.book.questions for formula in question.body.formulas}
    kinds = ("/Figure", "/Formula")
    drawn = [one for one in elements(reader.root_object["/StructTreeRoot"]) if one.get("/S") in kinds]
    assert all(one.get("/Alt") for one in drawn)
    assert written <= {str(one["/Alt"]) for one in drawn if one.get("/S") == "/Formula"}
    assert "\\frac" not in text(reader)


def test_the_file_is_tagged_chinese_and_brings_its_fonts(reader: PdfReader) -> None:
    root: Any = reader.root_object
    assert root["/Lang"] == "zh-CN"
    assert root["/MarkInfo"]["/Marked"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert reader.metadata is not None
    assert all(topic.title in str(reader.metadata["/Keywords"]) for topic in BOOK.book.topics)
    pages: Any = reader.pages
    fonts = {
        font.get_object()["/BaseFont"]: font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        for page in pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    assert any("NotoSansSC" in name for name in fonts)
    assert all("/FontFile2" in descriptor or "/FontFile3" in descriptor for descriptor in fonts.values())


def test_an_independent_judge_finds_every_rule_of_pdf_ua_kept(printed: Path, tmp_path: Path) -> None:
    silent = tmp_path / "silent.pdf"
    with pikepdf.open(printed) as document:
        for one in document.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Formula":
                del one["/Alt"]
        document.save(silent)
    found, found_without_words = verapdf.broken_rules(printed, silent)
    assert found == []
    # It does look.
    assert {one.partition(" ")[0] for one in found_without_words} == {"7.7-1"}


def test_the_cover_says_which_edition_it_is(reader: PdfReader) -> None:
    cover = squeezed(reader.pages[0].extract_text())
    assert squeezed(BOOK.imprint.title) in cover
    assert f"3题，更新至{BOOK.imprint.updated}" in cover
    assert squeezed(BOOK.imprint.licence) in cover


def test_the_index_leads_from_terms_to_pages(reader: PdfReader) -> None:
    index = squeezed(reader.pages[page_of(reader, "index") - 1].extract_text())
    assert f"inequality{page_of(reader, 'first-question')}" in index


def test_the_same_book_is_the_same_bytes(printed: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.pdf"
    pdf.make(volume(SMALL), again, lambda text: None)
    assert again.read_bytes() == printed.read_bytes()


def test_the_file_is_in_order(printed: Path) -> None:
    with pikepdf.open(printed) as document:
        assert document.check_pdf_syntax() == []


def test_two_renderers_show_the_same_pages(printed: Path, tmp_path: Path) -> None:
    """PDFium, as in Chrome and Edge, and Poppler, as on most Linux desktops; letters differ only at their edges."""
    if shutil.which("pdftoppm") is None and "CI" not in os.environ:
        pytest.skip("没有 pdftoppm（Debian 的 poppler-utils）")
    subprocess.run(["pdftoppm", "-r", "60", "-gray", str(printed), str(tmp_path / "page")], check=True)
    others = [Image.open(path) for path in sorted(tmp_path.glob("page-*.pgm"))]
    document = pypdfium2.PdfDocument(printed)
    pages = [page.render(scale=60 / 72).to_pil().convert("L") for page in document]
    assert len(pages) == len(others)
    for one, other in zip(pages, others, strict=True):
        # A tenth of the size: what is left of a letter's edge is little, what is left of a lost formula is much.
        small = [image.convert("L").resize((44, 61), Image.Resampling.BOX) for image in (one, other)]
        differences = ImageChops.difference(*small).tobytes()
        assert max(differences) < 48


def test_a_topic_can_be_printed_alone(tmp_path: Path) -> None:
    pdf.make(volume(SMALL, paper.Selection("beta", topic="beta")), tmp_path / "beta.pdf", lambda text: None)
    reader = PdfReader(tmp_path / "beta.pdf")
    assert [title for level, title in bookmarks(reader.outline) if level == 2] == ["第三题问什么？"]
    assert "1题" in squeezed(reader.pages[0].extract_text())
    # The contents list its questions; the page of the topic does not say them again.
    before = "".join(
        one.extract_text() for one in reader.pages[: page_of(reader, BOOK.book.topics[1].questions[0].id) - 1]
    )
    assert before.count("第三题问什么？") == 1


def test_a_title_of_a_list_longer_than_a_line_goes_on_behind_an_item(tmp_path: Path) -> None:
    made = volume(SMALL, paper.Selection("beta", topic="beta"))
    title = "temperature、top-k、top-p 各怎么作用、按什么顺序生效？和 greedy、beam search 怎么选？"
    topic = made.book.topics[0]
    topic = replace(topic, questions=(replace(topic.questions[0], title=title),))
    made = replace(made, book=replace(made.book, topics=(topic,)))
    pdf.make(made, tmp_path / "beta.pdf", lambda text: None)
    page = next(text for one in PdfReader(tmp_path / "beta.pdf").pages if "更新于" in (text := one.extract_text()))
    assert "按什么顺序生效？" in page


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (
            "一个\U0002a6d6字",
            "docs/alpha/second-question.md:{line}: 字符“\U0002a6d6”（U+2A6D6）在印书的字体里没有；请换一个写法",
        ),
        (
            f"$$\\begin{{aligned}}{'a&=b' + chr(92) * 2}{('a&=b' + chr(92) * 2) * 60}\\end{{aligned}}$$",
            "docs/alpha/second-question.md:{line}: 公式太高，一页放不下；请拆成几个公式",
        ),
        (
            f"$${'a+b+' * 60}c$$",
            "docs/alpha/second-question.md:{line}: 公式太宽，缩到一行里就看不清了；请用 aligned 或 split 分成几行",
        ),
        (
            "| " + " | ".join(["甲"] * 70) + " |\n|" + " --- |" * 70,
            "docs/alpha/second-question.md:{line}: 表“甲”太宽，纸上放不下",
        ),
    ],
)
def test_what_cannot_be_printed_is_named_with_its_place(
    write: Write, tmp_path: Path, body: str, complaint: str
) -> None:
    docs = write("## 详解\n", f"## 详解\n\n{body}\n")
    line = (docs / "alpha" / "second-question.md").read_text("utf-8").split("\n").index(body.split("\n")[0]) + 1
    output = tmp_path / "book.pdf"
    output.write_bytes(b"the last one")
    with pytest.raises(ContentError) as error:
        pdf.make(volume(docs), output, lambda text: None)
    assert str(error.value).startswith(complaint.format(line=line))
    assert output.read_bytes() == b"the last one"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["book.pdf", "docs", "findings"]


def test_what_the_engine_refuses_is_named_with_its_file(write: Write, tmp_path: Path) -> None:
    # Whole as far as one can see without drawing it.
    docs = write("## 详解\n", "## 详解\n\n![图](second-question/picture.svg)\n")
    picture = docs / "alpha" / "second-question" / "picture.svg"
    picture.parent.mkdir()
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0"/></svg>', "utf-8")
    made = volume(docs)
    picture.write_text("<svg", "utf-8")
    with pytest.raises(ContentError) as error:
        pdf.make(made, tmp_path / "book.pdf", lambda text: None)
    assert str(error.value).startswith("docs/alpha/second-question/picture.svg: ")
    assert not (tmp_path / "book.pdf").exists()


def test_answers_can_be_printed_in_an_order_of_their_own(tmp_path: Path) -> None:
    ids = ("third-question", "first-question")
    pdf.make(volume(SMALL, paper.Selection("我的题", ids=ids)), tmp_path / "chosen.pdf", lambda text: None)
    reader = PdfReader(tmp_path / "chosen.pdf")
    titles = [BOOK.book.by_id[id].title for id in ids]
    assert [title for level, title in bookmarks(reader.outline) if level == 2][:2] == titles
    assert "我的题" in squeezed(reader.pages[0].extract_text())


def test_the_night_before_prints_what_is_said_and_nothing_else(tmp_path: Path) -> None:
    night = paper.Selection("beta", topic="beta", night=True)
    pdf.make(volume(SMALL, night), tmp_path / "night.pdf", lambda text: None)
    printed = squeezed(text(PdfReader(tmp_path / "night.pdf")))
    assert "念出来约" in printed and "易错点" in printed
    assert "详解" not in printed and "eight=8" not in printed


def test_links_to_what_is_not_printed_lead_to_the_answer_or_the_web(write: Write, tmp_path: Path) -> None:
    """In 面试前夜 most of an answer is left out; what was corrected and data have no heading of their own."""
    words = "见[详解](first-question.md#details)、[更正](first-question.md#corrections)和[数](second-question/a.csv)。"
    docs = write("\n很短。\n", f"\n很短。\n\n## 易错点\n\n{words}\n")
    (docs / "alpha/second-question").mkdir()
    (docs / "alpha/second-question/a.csv").write_text("a,b\n", "utf-8")
    for night in (False, True):
        pdf.make(volume(docs, paper.Selection("夜", night=night)), tmp_path / "book.pdf", lambda text: None)
        found = PdfReader(tmp_path / "book.pdf")
        page = squeezed(found.pages[page_of(found, "second-question") - 1].extract_text())
        at = page_of(found, "first-question")
        assert re.search(rf"见详解（第({at}|{at + 1})页）、更正（第({at}|{at + 1})页）和数", page)


def test_nothing_sticks_out_of_a_page(printed: Path, write: Write, tmp_path: Path) -> None:
    wide, row = "a_1+b_2+" * 13 + "c", "鹤立于一格，" * 900
    inner = "    | a | b |\n    | --- | --- |\n    | 1 | 2 |\n\n    > 引用\n    >\n    > ```\n    > x = 1\n    > ```"
    body = f"一段 ${wide}$ 完。\n\n- 一\n\n    $${wide}$$\n\n{inner}\n\n| 甲 | 乙 |\n| --- | --- |\n| 丙 | {row} |"
    slips = f"## 易错点\n\n- 错：{'一呢，' * 400}。对：{'一啊，' * 400}。\n"
    names = [f"name{number}" for number in range(30)]
    joined = (
        f"名字有{','.join(f'`{name}`' for name in names)}这些，词有{','.join(f'“`{name}`”' for name in names)}这些。"
    )
    docs = write("\n很短。\n", f"\n{body}\n\n{joined}\n\n{slips}")
    pdf.make(volume(docs), tmp_path / "book.pdf", lambda text: None)
    said = squeezed(text(PdfReader(tmp_path / "book.pdf")))
    assert [said.count(words) for words in "鹤呢啊"] == [900, 400, 400]
    assert [*pages.sticking_out(printed), *pages.sticking_out(tmp_path / "book.pdf")] == []


def test_headers_of_tables_are_headers(reader: PdfReader) -> None:
    heads = [one for one in elements(reader.root_object["/StructTreeRoot"]) if one.get("/S") == "/TH"]
    tables = [one for one in elements(reader.root_object["/StructTreeRoot"]) if one.get("/S") == "/Table"]
    assert len(heads) >= len(tables) > 0


def test_every_link_holds_the_words_that_it_leads_from(reader: PdfReader) -> None:
    """The engine takes a link around nothing, which a screen reader would call “link” and no more."""
    links = [one for one in elements(reader.root_object["/StructTreeRoot"]) if one.get("/S") == "/Link"]
    assert len(links) > 10
    assert all(any(marked(reader, link)) for link in links)
    pages: Any = reader.pages
    drawn = [one.get_object() for page in pages for one in page.get("/Annots", ())]
    assert all(one.get("/Contents") for one in drawn if one["/Subtype"] == "/Link")


def test_a_screen_reader_hears_the_book_in_the_order_in_which_it_is_read(reader: PdfReader) -> None:
    """By page, and on each page from its first words to its last; nothing comes twice."""
    heard = [*marked(reader, reader.root_object["/StructTreeRoot"])]
    assert len(heard) > 100
    assert heard == sorted(set(heard))


def marked(reader: PdfReader, node: Any, page: int = -1) -> Iterator[tuple[int, int]]:
    """What an element holds of the pages, as (page, number there), in the order of the structure."""
    node = node.get_object()
    if isinstance(node, int):
        yield page, node
    elif isinstance(node, ArrayObject):
        for one in node:
            yield from marked(reader, one, page)
    elif isinstance(node, DictionaryObject) and node.get("/Type") != "/OBJR":
        own = node.get("/Pg")
        page = page if own is None else reader.get_page_number(own.get_object()) or 0
        yield from marked(reader, node.get("/MCID", node.get("/K", ArrayObject())), page)


def test_a_long_word_breaks_instead_of_sticking_out(write: Write, tmp_path: Path) -> None:
    word = "a_very_long_name_of_something." * 9
    docs = write("## 详解\n", f"## 详解\n\n见 `{word}` 与 {word} 。\n\n```\n{word * 2}\n```\n")
    pdf.make(volume(docs), tmp_path / "book.pdf", lambda text: None)
    printed = text(PdfReader(tmp_path / "book.pdf"))
    assert squeezed(printed).count(word) == 4
    # As many letters as a line of code has room for.
    assert max(len(line.strip()) for line in printed.split("\n") if "_long_name" in line) < 110
