"""How good search is on the built site, in a browser: the judged queries, and floors below which the run fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.search import quality
from tests.search.quality import Query, Result

FLOOR = {"first": 0.88, "reciprocal": 0.92, "recall": 0.95}
MOST_WITHOUT_RESULT = 0.005
CLASS_FLOOR = {"拼音": 0.85, "繁体": 0.85, "错字": 0.85, "没有空格": 0.85, "同义说法": 0.85}
QUIET_FLOOR = 0.85


@pytest.fixture(scope="module")
def asked(site: Path) -> list[Query]:
    return quality.queries(existing=(path.name for path in (site / "q").iterdir()))


@pytest.fixture(scope="module")
def results(chromium: Browser, home: str, asked: list[Query]) -> dict[str, list[Result]]:
    page = chromium.new_page()
    page.goto(home)
    found = page.evaluate(
        """async queries => {
          const answers = []
          for (const query of queries) answers.push(await answerbook.search(query, { limit: 10 }))
          return answers
        }""",
        [query.text for query in asked],
    )
    page.close()
    return {
        query.text: [Result(one["id"], one["weak"]) for one in answers]
        for query, answers in zip(asked, found, strict=True)
    }


def test_there_are_enough_judged_queries() -> None:
    everything = quality.queries()
    assert len(everything) >= 300
    assert len({query.kind for query in everything}) >= 13
    assert len({query.text for query in everything}) == len(everything)


def test_every_judged_answer_is_in_the_book(site: Path) -> None:
    known = {path.name for path in (site / "q").iterdir()}
    assert {answer for query in quality.queries() for answer in query.answers} <= known


def test_search_is_good(
    asked: list[Query], results: dict[str, list[Result]], capsys: pytest.CaptureFixture[str]
) -> None:
    with capsys.disabled():
        print(f"\n\n{quality.table(asked, results)}\n")  # noqa: T201
    scores = quality.by_class(asked, results)
    for name, least in FLOOR.items():
        assert getattr(scores["全部"], name) >= least, name
    assert scores["全部"].nothing <= MOST_WITHOUT_RESULT
    for kind, least in CLASS_FLOOR.items():
        assert scores[kind].reciprocal >= least, kind


def test_search_is_as_good_where_it_was_not_tuned(asked: list[Query], results: dict[str, list[Result]]) -> None:
    held_out = quality.by_class([query for query in asked if query.held_out], results)["全部"]
    assert held_out.first >= FLOOR["first"]
    assert held_out.reciprocal >= FLOOR["reciprocal"]


def test_what_the_book_does_not_answer_is_not_answered(asked: list[Query], results: dict[str, list[Result]]) -> None:
    assert quality.quiet([query for query in asked if not query.answers], results) >= QUIET_FLOOR
