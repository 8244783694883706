"""What practice is made from, and its rules in Node's own test runner."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from answerbook import classic, node
from answerbook.checking import checks
from answerbook.content.connections import connect
from answerbook.content.questions import Book
from answerbook.site import practice
from answerbook.site.site import Repository, Site
from bs4 import BeautifulSoup

from tests.sites import ROOT, SMALL

NODE = ROOT / "tests" / "recall"


def site_of(docs: Path, *, folders: bool = True) -> Site:
    book = checks.read(docs, typeset=False)
    return Site(book, connect(book), Repository(), docs, "书", "", "", folders)


@pytest.fixture(scope="module")
def book() -> Book:
    return checks.read(ROOT / "docs", typeset=False)


@pytest.mark.parametrize("name", [path.name for path in sorted(NODE.glob("*.test.mjs"))])
def test_in_node(name: str, book: Book, tmp_path: Path) -> None:
    index = tmp_path / "index.js"
    index.write_text(classic.script("practice", classic.packed(practice.index(book))), "utf-8")
    command = [node.executable(), "--test", "--test-reporter=tap", str(NODE / name)]
    settings = {"INDEX": str(index), "TZ": "Asia/Shanghai"}
    done = subprocess.run(command, env=os.environ | settings, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_index_names_every_question_and_what_it_is_chosen_by() -> None:
    site = site_of(SMALL)
    index = json.loads(json.dumps(practice.index(site.book)))
    assert [one["id"] for one in index["questions"]] == [question.id for question in site.book.questions]
    first, second, third = index["questions"]
    assert (first["asked"], first["frequency"], first["topic"]) == (43, "高", "alpha")
    # A count that says nothing is none.
    assert "asked" not in second and "asked" not in third
    assert (first["next"], third["next"]) == (["second-question", ""], ["first-question", ""])
    assert index["topics"] == {"alpha": "甲专题", "beta": "beta"}
    assert index["paths"]["one-hour"]["questions"] == ["third-question", "first-question"]
    # What nobody has answered cannot be practised.
    assert index["collections"] == {"old": ["first-question"]}


def test_a_card_holds_what_is_said_asked_next_and_graded() -> None:
    site = site_of(SMALL)
    card = practice.card(site, site.book.by_id["third-question"])
    assert [*card] == ["short", "spoken", "follow-ups", "grading"]
    follow_ups = BeautifulSoup(card["follow-ups"], "html.parser")
    assert [str(link["href"]) for link in follow_ups.select("a")] == ["../q/first-question/"]
    assert [reply.get_text() for reply in follow_ups.select("li > .reply")] == ["很短。", "没有。"]
    grades = BeautifulSoup(card["grading"], "html.parser").select("dl.grades > div > dt")
    assert [grade.get_text() for grade in grades] == ["及格", "好", "优秀"]
    # Two cards may stand on one page.
    assert not re.search(r'\bid="', "".join(card.values()))


def test_links_of_the_copy_on_disk_name_their_files() -> None:
    site = site_of(SMALL, folders=False)
    assert "../q/first-question/index.html" in practice.card(site, site.book.by_id["third-question"])["follow-ups"]


def test_a_card_shows_no_citation_and_numbers_no_element(book: Book) -> None:
    site = site_of(ROOT / "docs")
    for question in book.questions:
        html = "".join(practice.card(site, question).values())
        assert question.short in html and "citation" not in html and 'id="' not in html, question.id


def test_the_follow_ups_of_a_card_are_counted_as_in_the_index(book: Book) -> None:
    site = site_of(ROOT / "docs")
    listed = {one["id"]: one.get("next", []) for one in json.loads(json.dumps(practice.index(book)))["questions"]}
    for question in book.questions:
        html = practice.card(site, question).get("follow-ups", "")
        items = BeautifulSoup(html, "html.parser").select("ul:first-of-type > li") if html else []
        assert len(items) == len(listed[question.id]), question.id
    assert any(listed.values())


def test_the_same_book_gives_the_same_scripts() -> None:
    assert practice.scripts(site_of(SMALL)) == practice.scripts(site_of(SMALL))
