"""The whole book on paper: minutes to make, so these run by themselves (python3 book.py test tests/whole)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from answerbook.paper import fontfiles, paper, pdf
from pypdf import PdfReader

from tests import verapdf
from tests.pages import sticking_out
from tests.sites import ROOT
from tests.volumes import squeezed, volume


@pytest.fixture(scope="session")
def book() -> paper.Volume:
    return volume(ROOT / "docs")


@pytest.fixture(scope="session")
def printed(book: paper.Volume, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("pdf") / "answerbook.pdf"
    pdf.make(book, output, lambda text: None)
    return output


@pytest.fixture(scope="session")
def reader(printed: Path) -> PdfReader:
    return PdfReader(printed)


@pytest.fixture(scope="session")
def texts(reader: PdfReader) -> list[str]:
    return [page.extract_text() for page in reader.pages]


def pages(reader: PdfReader) -> dict[str, int]:
    return {name: (reader.get_destination_page_number(one) or 0) + 1 for name, one in reader.named_destinations.items()}


def test_the_contents_name_the_right_pages(book: paper.Volume, reader: PdfReader, texts: list[str]) -> None:
    found = pages(reader)
    contents = "\n".join(texts[1 : found[f"topic.{book.book.topics[0].id}"] - 1])
    for number, topic in enumerate(book.book.topics, 1):
        entries = [(f"{number} {topic.title}", f"topic.{topic.id}")]
        entries += [(f"{number}.{place} {one.title}", one.id) for place, one in enumerate(topic.questions, 1)]
        for title, anchor in entries:
            # A long title takes several lines, the last of which ends in the page number.
            line = re.search(rf"^{re.escape(title[:16])}.*?[ .]{{2,}}(\d+)$", contents, re.MULTILINE | re.DOTALL)
            assert line is not None, title
            assert int(line[1]) == found[anchor], title


def test_bookmarks_are_those_of_the_book(book: paper.Volume, reader: PdfReader) -> None:
    found = Counter(title for title in bookmarks(reader.outline))
    for topic in book.book.topics:
        assert found[topic.title]
        assert all(found[question.title] for question in topic.questions)
    assert found["详解"] == len(book.book.questions)


def test_no_link_leads_nowhere(reader: PdfReader) -> None:
    names = set(reader.named_destinations)
    inside = [one["/Dest"].get_object() for one in links(reader) if "/Dest" in one]
    assert len(inside) > 1000
    assert {one for one in inside if isinstance(one, str)} <= names


def test_every_answer_can_be_searched(book: paper.Volume, reader: PdfReader, texts: list[str]) -> None:
    found = pages(reader)
    for question in book.book.questions:
        page = squeezed(texts[found[question.id] - 1])
        assert squeezed(question.title) in page, question.id
        assert squeezed(question.short) in page, question.id


def test_every_formula_has_its_latex(book: paper.Volume, reader: PdfReader) -> None:
    root: Any = reader.root_object
    described = {str(one["/Alt"]) for one in elements(root["/StructTreeRoot"]) if one.get("/S") == "/Formula"}
    for question in book.book.questions:
        written = {formula.tex for formula in question.body.formulas}
        assert written <= described, question.id


def test_an_independent_judge_finds_every_rule_of_pdf_ua_kept(book: paper.Volume, tmp_path: Path) -> None:
    """In an answer of each topic: all of them would take six gigabytes."""
    ids = tuple(topic.questions[len(topic.questions) // 2].id for topic in book.book.topics)
    output = tmp_path / "some.pdf"
    pdf.make(volume(ROOT / "docs", paper.Selection("每个专题一题", ids=ids)), output, lambda text: None)
    assert verapdf.broken_rules(output) == [[]]


def test_nothing_sticks_out_of_a_page(printed: Path) -> None:
    assert [*sticking_out(printed)] == []


def test_text_is_made_of_known_characters(texts: list[str]) -> None:
    found = "".join(sorted(set("".join(texts))))
    assert not fontfiles.missing(found)
    assert not re.search("[\ue000-\uf8ff\u2f00-\u2fdf\ufffd]", found)


def bookmarks(entries: Any) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, list):
            yield from bookmarks(entry)
        else:
            yield entry.title


def links(reader: PdfReader) -> Iterator[Any]:
    for page in reader.pages:
        yield from (one.get_object() for one in page.get("/Annots", ()))


def elements(node: Any) -> Iterator[Any]:
    """The elements of the structure; a tree of a whole book is deep."""
    waiting = [node]
    while waiting:
        one = waiting.pop().get_object()
        if isinstance(one, list):
            waiting.extend(one)
        elif isinstance(one, dict):
            yield one
            if "/K" in one:
                waiting.append(one["/K"])
