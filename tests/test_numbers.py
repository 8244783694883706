"""Numbers and facts of the pages: computed again, and told the same way everywhere, with sentences that help."""

from __future__ import annotations

from pathlib import Path

import pytest
from answerbook.checking import checks, number_rules

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
        "docs/t/a.md:10: “优化器占 56 GB”写的是 56，按 docs/numbers.yml:1 的式子算出来是 52.15406418；"
        "请改正这里，或改正那里的式子"
    ]


def test_a_corrected_page_says_where_its_number_is_computed(tmp_path: Path) -> None:
    assert problems(tmp_path, numbers=entry()) == []
    assert problems(tmp_path, page=PAGE.replace("权重占 14 GB", "权重占 13 GB")) == [
        "docs/numbers.yml:1: docs/t/a.md 里没有“权重占 14 GB”，最像的是第 10 行；"
        "页面改了，这里的 quote、shows 照着改；value 算出来是 14，与新的数不同，就改式子，或把页面改回去"
    ]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (entry(page="b"), "docs/numbers.yml:1: page 写的是“b”，没有这个问题"),
        (entry(shows="15"), "docs/numbers.yml:3: quote“权重占 14 GB”里没有 shows“15”"),
        (entry(value="weights(7)"), "docs/numbers.yml:1: value“weights(7)”算不出来（name 'weights' is not defined）"),
        ("- page: a\n  quote: x\n  show: x\n", "docs/numbers.yml:3: 一个数没有“show”这一项（是不是 shows？）"),
        ("page: a\n", "docs/numbers.yml:1: 应是列表"),
    ],
)
def test_what_is_wrong_in_the_file_is_said(tmp_path: Path, numbers: str, said: str) -> None:
    assert any(problem.startswith(said) for problem in problems(tmp_path, numbers=numbers))


def test_a_fact_is_told_in_one_way(tmp_path: Path) -> None:
    fact = "- fact: 权重\n  pattern: '(?:权重占|参数要) (\\d+) GB'\n  allowed: ['14']\n"
    assert problems(tmp_path, facts=fact) == []
    assert problems(tmp_path, page=PAGE.replace("权重占 14", "权重占 15")) == [
        "docs/t/a.md:10: 写的是“权重占 15 GB”；权重在全书写成 14（docs/facts.yml:1）"
    ]
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
        (0.5, "1", True),
        (16, "15", False),
        (16, "十六", False),
    ],
)
def test_agreement_is_by_the_digits_shown(value: float, shows: str, expected: bool) -> None:
    assert number_rules.agrees(value, shows) is expected
