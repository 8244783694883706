"""Numbers and facts of the pages: computed again, and told the same way everywhere, with sentences that help."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest
from answerbook import places
from answerbook.checking import changed, checks, number_rules
from answerbook.content import books
from answerbook.content.numbers import Number
from answerbook.content.questions import Question

PAGE = """---
title: 一个问题？
short: 七十亿参数要 14 GB。
level: 基础
frequency: 高
updated: 2026-03-09
---
## 详解

权重占 14 GB，优化器占 56 GB。
"""


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path / "cache"))


def problems(tmp_path: Path, *, numbers: str = "", facts: str = "", page: str = PAGE) -> list[str]:
    docs = tmp_path / "docs"
    (docs / "t").mkdir(parents=True, exist_ok=True)
    (docs / "t" / "a.md").write_text(page, "utf-8")
    for name, text in (("numbers.yml", numbers), ("facts.yml", facts)):
        if text:
            (docs / name).write_text(text, "utf-8")
    return [str(problem) for problem in checks.examine(docs, None, tmp_path, typeset=False)[1]]


def entry(
    quote: str = "权重占 14 GB", shows: str = "14", value: str = "weight_bytes(7e9, 'bf16')/GB", page: str = "a"
) -> str:
    return f'- page: {page}\n  quote: "{quote}"\n  shows: "{shows}"\n  value: "{value}"\n'


def test_a_number_that_comes_out_is_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, numbers=entry() + entry("要 14 GB")) == []


def test_a_number_that_comes_out_otherwise_is_named_on_the_page(tmp_path: Path) -> None:
    assert problems(tmp_path, numbers=entry("优化器占 56 GB", "56", "8*7e9/GiB")) == [
        "docs/t/a.md:10: “优化器占 56 GB”写的是 56，按 docs/numbers.yml:4 的式子算出来是 52.15406418；"
        "请改正这里，或改正那里的式子"
    ]


def test_a_corrected_page_says_where_its_number_is_computed(tmp_path: Path) -> None:
    assert problems(tmp_path, numbers=entry()) == []
    place = "docs/t/a.md:10: 这里原来是“权重占 14 GB”，由 docs/numbers.yml:1 重算；那一条的 quote 改成 "
    assert problems(tmp_path, page=PAGE.replace("权重占 14 GB", "权重占 13 GB")) == [
        place + '"权重占 13 GB"，shows 改成 "13"，'
        "value 现在算出来是 14，改成算得出 13 的式子；是这里写错了，就把这里改回去"
    ]
    assert problems(tmp_path, page=PAGE.replace("权重占 14 GB", "权重占 14.0 GB")) == [
        place + '"权重占 14.0 GB"，shows 改成 "14.0"'
    ]
    assert problems(tmp_path, page=PAGE.replace("权重占 14 GB", "权重一共占 14 GB")) == [place + '"权重一共占 14 GB"']
    assert problems(tmp_path, page=PAGE.replace("权重占 14 GB", "权重占十四 GB")) == [
        place + '"权重占十四 GB"，shows 改成那里的数；没有数了，就删去那一条'
    ]
    gone = entry("优化器占 56 GB", "56", "8*7")
    assert problems(tmp_path, numbers=gone, page=PAGE.replace("优化器占 56 GB", "")) == [
        "docs/numbers.yml:1: docs/t/a.md 里没有“优化器占 56 GB”了；"
        "数还在，quote 就照页面上的原文写，不在了，就删去这一条"
    ]


def test_a_corrected_short_answer_is_named_on_its_line(tmp_path: Path) -> None:
    page = PAGE.replace("七十亿参数要 14 GB", "七十亿参数要 15 GB")
    assert problems(tmp_path, numbers=entry("参数要 14 GB") + entry(), page=page)[0].startswith("docs/t/a.md:3: ")


@pytest.mark.parametrize(
    ("line", "words", "number", "kept", "now"),
    [
        # Of two rows alike it is not the one that somebody still vouches for.
        ("| 7B | 14 GB |", "| 13 GB |", "13", ["7B | 14 GB |"], ("| 25 GB |", "25")),
        # The sign of a number is its own, and may be left out.
        ("得 $-0.42$", "得 $-0.41$", "0.41", [], ("得 $-0.42$", "0.42")),
        ("| 0.26 | −0.95 |", "| −0.45 |", "−0.45", [], ("| −0.95 |", "−0.95")),
        ("$(0.62,0.24)$", "$(0.64,0.24)$", "0.64", [], ("$(0.62,0.24)$", "0.62")),
        ("共 14{,}081 次", "共 14{,}080 次", "14{,}080", [], ("共 14{,}081 次", "14{,}081")),
        # Of several numbers the one that is another now.
        ("每 8 个里 9 个", "每 8 个里 8 个", "8", [], ("每 8 个里 9 个", "9")),
    ],
)
def test_what_changed_words_have_become(
    line: str, words: str, number: str, kept: list[str], now: tuple[str, str]
) -> None:
    found = changed.find([(1, line), (2, "| 25 GB |")], words, number, kept)
    assert found is not None and (found.words, found.number) == now


def test_the_numbers_of_the_book_are_found_again_when_a_digit_changes() -> None:
    book = books.read(places.ROOT / "docs")[0].book
    by_page: dict[str, list[Number]] = {}
    for one in book.numbers:
        by_page.setdefault(one.page, []).append(one)
    missed = [
        one for found in by_page.values() for one in found[::5] if not _found_again(book.by_id[one.page], one, found)
    ]
    # Numbers that stand inside others, as the 6 of 16, are the few that are not.
    assert len(missed) <= len(book.numbers) / 5 * 0.03


def _found_again(question: Question, number: Number, entries: list[Number]) -> bool:
    """Whether the changed line, its words and its number are told right."""
    lines = list(number_rules.lines(question))
    at = next(i for i, (_, said) in enumerate(lines) if number.quote in said)
    line, said = lines[at]
    shows = re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit[0]) + 3) % 10), number.shows)
    quote = number.quote.replace(number.shows, shows, 1)
    lines[at] = (line, said.replace(number.quote, quote, 1))
    if any(number.quote in said for _, said in lines):
        return True
    kept = [one.quote for one in entries if any(one.quote in said for _, said in lines)]
    return changed.find(lines, number.quote, number.shows, kept) == changed.Place(line, quote, shows)


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (entry(page="b"), "docs/numbers.yml:1: page 写的是“b”，没有这个问题"),
        (entry(shows="15"), "docs/numbers.yml:3: quote“权重占 14 GB”里没有 shows“15”"),
        (entry(value="weights(7)"), "docs/numbers.yml:4: value“weights(7)”算不出来：没有“weights”这个名字"),
        ("- page: a\n  quote: x\n  show: x\n", "docs/numbers.yml:3: 一个数没有“show”这一项（是不是 shows？）"),
        (entry(value="mth.pi"), "docs/numbers.yml:4: value“mth.pi”算不出来：没有“mth”这个名字（是不是 math？）"),
        ("page: a\n", "docs/numbers.yml:1: 应是列表"),
    ],
)
def test_what_is_wrong_in_the_file_is_said(tmp_path: Path, numbers: str, said: str) -> None:
    assert any(problem.startswith(said) for problem in problems(tmp_path, numbers=numbers))


TABLE = PAGE + "\n| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| 一 | 12 GB | 14 GB |\n"


def test_a_row_that_has_lost_a_cell_is_no_row_to_quote(tmp_path: Path) -> None:
    told = entry("| 12 GB | 14 GB |", "12", "12")
    assert problems(tmp_path, numbers=told, page=TABLE) == []
    (problem,) = problems(tmp_path, numbers=told, page=TABLE.replace(" 12 GB | 14", " 12"))
    assert problem.startswith("docs/t/a.md:14: 这一行有 2 格，表头有 3 格")
    # A column that is gone as a whole is no slip.
    table = TABLE.replace(" 丙 |", "").replace(" --- |\n", "\n").replace(" 14 GB |", "")
    assert problems(tmp_path, numbers=told, page=table)[0].startswith("docs/t/a.md:14: 这里原来是“| 12 GB | 14 GB |”")


def test_what_several_numbers_say_of_one_change_is_said_at_once(tmp_path: Path) -> None:
    told = entry("| 12 GB | 14 GB |", "12", "12") + entry("| 12 GB | 14 GB |", "14", "14")
    (problem,) = problems(tmp_path, numbers=told, page=TABLE.replace("12 GB | 14", "12 GB | 15"))
    assert problem == (
        "docs/t/a.md:14: 这里原来是“| 12 GB | 14 GB |”，由 docs/numbers.yml:1、5 重算；"
        '那 2 条的 quote 都改成 "| 12 GB | 15 GB |"；第 5 行那一条的 shows 改成 "15"，'
        "value 现在算出来是 14，改成算得出 15 的式子；是这里写错了，就把这里改回去"
    )


def test_a_number_is_not_taken_for_the_end_of_another(tmp_path: Path) -> None:
    page = TABLE.replace("12 GB | 14 GB |", "68.6 GB | 8.6 GB |")
    told = entry("| 68.6 GB | 8.6 GB |", "8.6", "8.6")
    (problem,) = problems(tmp_path, numbers=told, page=page.replace("68.6", "68.7"))
    assert problem.endswith('那一条的 quote 改成 "| 68.7 GB | 8.6 GB |"')


def test_a_number_is_quoted_with_the_whole_of_its_unit(tmp_path: Path) -> None:
    page = PAGE.replace("优化器占 56 GB", "优化器占 12.6 GiB")
    (problem,) = problems(tmp_path, numbers=entry("优化器占 56 G", "56", "56"), page=page)
    assert 'quote 改成 "优化器占 12.6 GiB"' in problem


def test_a_fact_is_told_in_one_way(tmp_path: Path) -> None:
    fact = "- fact: 权重\n  pattern: '(?:权重占|参数要) (\\d+) GB'\n  allowed: ['14']\n"
    assert problems(tmp_path, facts=fact) == []
    assert problems(tmp_path, page=PAGE.replace("权重占 14", "权重占 15")) == [
        "docs/t/a.md:10: 写的是“权重占 15 GB”；权重在全书写成 14（docs/facts.yml:1）；事情真的变了，就改那里的 allowed"
    ]
    (tmp_path / "docs" / "t" / "b.md").write_text(PAGE.replace("一个", "另一个"), "utf-8")
    assert problems(tmp_path, page=PAGE.replace("权重占 14", "权重占 15"))[0].endswith(
        "；事情真的变了，就改那里的 allowed，和也写着它的 t/b.md"
    )
    (tmp_path / "docs" / "t" / "b.md").unlink()
    nobody = problems(tmp_path, facts=fact.replace("权重占|参数要", "激活占"), page=PAGE)
    assert nobody == ["docs/facts.yml:1: 没有一页写到“权重”；请改 pattern，或删去这一条"]


@pytest.mark.parametrize(
    ("pattern", "said"),
    [("(", "docs/facts.yml:2: pattern 不是正则表达式"), ("权重", "docs/facts.yml:2: pattern 里没有括号")],
)
def test_a_pattern_finds_what_is_to_be_compared(tmp_path: Path, pattern: str, said: str) -> None:
    assert problems(tmp_path, facts=f"- fact: 甲\n  pattern: '{pattern}'\n  allowed: [乙]\n")[0].startswith(said)


@pytest.mark.parametrize(
    ("value", "shows", "expected"),
    [
        (13.476, "13.48", True),
        (13.474, "13.48", False),
        (109482240, "109,482,240", True),
        # Half of a unit goes up, or to the even side, as Python and NumPy print it.
        (0.5, "1", True),
        (0.5, "0", True),
        (1.5, "1", False),
        (16, "15", False),
        (16, "十六", True),
        (15, "十六", False),
        (1048576, "一百零五万", True),
        (1058576, "一百零五万", False),
        (math.exp(2), "七点四", True),
        (16, "十六左右", False),
    ],
)
def test_agreement_is_by_the_digits_shown(value: float, shows: str, expected: bool) -> None:
    assert number_rules.agrees(value, shows) is expected
