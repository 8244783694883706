"""Markdown reads each body once: what rules, search index, files for machines and page take of it is the same."""

from __future__ import annotations

from pathlib import Path

import main
import pytest
from answerbook.checking import checks
from answerbook.text import commonmark, prose, reading
from answerbook.text.body import Body
from answerbook.text.parts import PARTS
from markdown_it.token import Token

from tests import sites


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Markdown has read since, in a book of which nothing is kept."""
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path / "cache"))
    found: list[str] = []
    parse = commonmark.parse

    def told(text: str) -> list[Token]:
        found.append(text)
        return parse(text)

    monkeypatch.setattr(commonmark, "parse", told)
    return found


def test_a_body_is_read_once_for_all_who_take_something_from_it(tmp_path: Path, read: list[str]) -> None:
    book = checks.read(sites.copied(tmp_path), typeset=False, follow=main._follow)
    bodies = [commonmark.marked(one.body.text, reading.marks(one.body)) for one in book.questions]
    assert [read.count(body) for body in bodies] == [1] * len(bodies)
    read.clear()
    for question in book.questions:
        main._follow(question)
    assert read == [], "what was made is kept"


def test_whoever_changes_what_was_read_leaves_nothing_to_the_next() -> None:
    body = Body("一 **二**")
    first = reading.tokens(body)
    assert reading.tokens(Body("一 **二**")) is first is reading.taken(body)
    assert reading.tokens(body) is not first


def test_below_each_heading_stands_what_its_text_says_by_itself() -> None:
    for question in checks.read(sites.SMALL, typeset=False).questions:
        below = prose.below(question.body)
        for anchor in PARTS.values():
            span = question.body.part(anchor)
            alone = [*prose.blocks(Body(question.body.text[slice(*span)]))] if span else []
            assert [*below.get(anchor, ())] == alone
