"""How often questions are asked, and reading orders: the rule, its exceptions, what is ranked."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from answerbook import places
from answerbook.checking import checks
from answerbook.content import frequencies
from answerbook.content.frequencies import Count, Frequencies, Survey
from answerbook.site import study

from tests import sites

DOCS = places.ROOT / "docs"
SMALL = checks.read(sites.SMALL, typeset=False)
SOURCE = Survey("面经", "https://example.org", 12941, 23, "2026-02", "2026-11-29")


@pytest.mark.parametrize(
    ("id", "questions", "companies", "expected"),
    [
        ("a", 25, 8, "高"),
        ("a", 25, 7, "中"),
        ("a", 24, 20, "中"),
        ("a", 8, 4, "中"),
        ("a", 100, 3, "低"),
        ("a", 7, 7, "低"),
        ("code-a", 15, 0, "高"),
        ("code-a", 5, 0, "中"),
        ("code-a", 4, 4, "低"),
    ],
)
def test_the_rule(id: str, questions: int, companies: int, expected: str) -> None:
    assert frequencies.by_rule(id, Count(questions, companies)) == expected


def test_exceptions_say_why() -> None:
    counted = Frequencies(
        SOURCE,
        {
            "plain": Count(43, 15),
            "raised": Count(1, 1, frequency="中", why="题单里常见"),
            "newer": Count(0, 0, newer=True),
            "doubtful": Count(60, 15, doubt="不说领域"),
        },
    )
    # No line ends between a number and what it counts.
    said = "12,941 道不同的面经题（具名公司 23\u00a0家）里"
    assert [counted.frequency(id) for id in counted.counts] == ["高", "中", "中", "高"]
    assert counted.reason("plain") == f"{said} 43\u00a0道、15\u00a0家，统计至 2026-02"
    assert counted.reason("raised") == f"{said} 1\u00a0道、1\u00a0家，统计至 2026-02；定为中频：题单里常见"
    assert counted.reason("newer") == "数据早于此题（面经统计至 2026-02），按判断定为中频"
    assert counted.reason("doubtful") == f"{said} 60\u00a0道、15\u00a0家，统计至 2026-02；这个数不作准：不说领域"
    assert counted.reason("unknown") == ""
    assert [id for id in counted.counts if counted.reliable(id)] == ["plain", "raised"]


def test_every_count_of_the_book_can_be_counted_again() -> None:
    known, problems = frequencies.read(DOCS / frequencies.FILE, frequencies.FILE, DOCS)
    assert not problems and known.source.url.startswith("https://github.com/adongwanai/AgentGuide")
    for id, count in known.counts.items():
        for part in count.rule.split(" && "):
            assert part, id
            re.compile(part.removeprefix("!"), re.IGNORECASE | re.ASCII)


def test_times_are_said_as_people_say_them() -> None:
    said = {5: "5 分钟", 59: "59 分钟", 60: "1 小时", 63: "1 小时", 125: "2 小时", 194: "3 小时 15 分钟"}
    assert {minutes: study.duration(minutes) for minutes in said} == said


def test_the_most_asked_come_first_and_what_the_count_says_nothing_of_last() -> None:
    counts = {
        "first-question": Count(43, 15),
        "second-question": Count(60, 15, doubt="不说领域"),
        "third-question": Count(43, 16),
    }
    book = replace(SMALL, frequencies=Frequencies(SOURCE, counts))
    told = study.ranking(book, book.questions)
    assert [(one.question.id, one.said) for one in told.counted] == [
        ("third-question", "43 道、16 家"),
        ("first-question", "43 道、15 家"),
    ]
    assert [(one.question.id, one.said) for one in told.others] == [("second-question", "低频，数不准")]


def test_why_a_question_was_not_counted_is_said_and_the_likeliest_is_first() -> None:
    counts = {"first-question": Count(0, 0, newer=True), "second-question": Count(60, 15, doubt="不说领域")}
    questions = [replace(one, frequency=level) for one, level in zip(SMALL.questions, "低中高", strict=True)]
    told = study.ranking(replace(SMALL, frequencies=Frequencies(SOURCE, counts)), questions)
    assert told.counted == ()
    assert [one.said for one in told.others] == ["高频，没有数过", "中频，数不准", "低频，数据早于此题"]
    assert [one.question.id for one in told.others] == ["third-question", "second-question", "first-question"]
