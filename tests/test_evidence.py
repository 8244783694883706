"""What each answer rests on: counted from what the book holds, with what is missing said as plainly."""

from __future__ import annotations

from pathlib import Path

import pytest
from answerbook.checking import checks, evidence
from answerbook.content.questions import Book
from answerbook.site import proof
from answerbook.text import prose

from tests import sites

PAGE = """---
title: 一个问题？
short: 七十亿参数要 14 GB。
level: 基础
frequency: 高
updated: 2026-03-09
---
## 详解

权重占 14 GB [@kaplan2020scaling §2.1]，又见 [@kaplan2020scaling §2.1] 和 [@hoffmann2022training Table 1]。

PyTorch 默认如此。

## 代码

```python
x = 1
y = 2
```

```{.python .norun}
...
```

```{.python .torch .check}
# 验证：一加一是二
assert 1 + 1 == 2
```
"""
NUMBERS = '- page: a\n  quote: "权重占 14 GB"\n  shows: "14"\n  value: "2*7"\n'
FACTS = "- fact: 权重\n  pattern: '权重占 (14 GB)'\n  allowed: [14 GB]\n"
WORKS = """kaplan2020scaling:
  authors: "Kaplan 等"
  title: "Scaling Laws"
  arxiv: "2001.08361"
hoffmann2022training:
  authors: "Hoffmann 等"
  title: "Training Compute-Optimal"
  arxiv: "2203.15556"
"""


def _book(folder: Path, works: str = WORKS, **files: str) -> Book:
    docs = folder / "docs"
    (docs / "t").mkdir(parents=True)
    (docs / "t" / "a.md").write_text(PAGE, "utf-8")
    for name, text in {"references": works, "numbers": NUMBERS, "facts": FACTS, **files}.items():
        (docs / f"{name}.yml").write_text(text, "utf-8")
    return checks.read(docs, None, folder, typeset=False)


def test_everything_that_is_run_or_compared_is_counted(tmp_path: Path) -> None:
    found = evidence.of(_book(tmp_path))["a"]
    assert found.summary == "重算 1 个数，运行 2 段代码，核对 1 件事实，出处 2 篇，打开过 0 篇"
    assert [(code.shows, code.torch) for code in found.code] == [
        ("页面上的代码，2 行", False),
        ("验证：一加一是二", True),
    ]
    assert [source.places for source in found.sources] == [("§2.1",), ("Table 1",)]


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    found = evidence.of(_book(tmp_path))["a"]
    assert list(found.gaps) == ["2 篇出处都没有打开过，2 处节号未核对。", "1 句说到库的行为，没有实测。"]


def test_an_answer_that_rests_on_nothing_says_so(tmp_path: Path) -> None:
    (tmp_path / "t").mkdir()
    head = PAGE.partition("## 详解")[0]
    (tmp_path / "t" / "a.md").write_text(f"{head}## 详解\n\n权重占显存。\n", "utf-8")
    found = evidence.of(checks.read(tmp_path, None, tmp_path, typeset=False))["a"]
    assert found.summary == ""
    assert list(found.gaps) == ["没有重算的数，也没有运行的代码。", "没有出处。"]


def test_a_work_that_was_opened_is_no_gap(tmp_path: Path) -> None:
    opened = WORKS.replace('"2001.08361"\n', '"2001.08361"\n  read: partial\n  opened: 2026-03-08\n')
    found = evidence.of(_book(tmp_path, opened))["a"]
    assert next(found.gaps) == "2 篇出处里有 1 篇没有打开过，1 处节号未核对。"
    assert found.summary.endswith("出处 2 篇，打开过 1 篇")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("  read: half\n", "kaplan2020scaling 的 read 写的是“half”；请用 full、partial、none 之一"),
        ("  read: full\n", "kaplan2020scaling 写了 read，还要写 opened：打开它的那一天"),
        ("  opened: 2026-03-08\n", "写了 opened，还要写 read"),
        ("  read: none\n  opened: 2026-03-08\n", "写了 opened，还要写 read"),
        ("  read: full\n  opened: 2026-3-8\n", "的 opened 写的是“2026-3-8”；请写成 2026-03-09 这样的日期"),
    ],
)
def test_what_was_opened_has_its_day(tmp_path: Path, fields: str, said: str) -> None:
    docs = tmp_path / "docs"
    (docs / "t").mkdir(parents=True)
    (docs / "t" / "a.md").write_text(PAGE, "utf-8")
    (docs / "references.yml").write_text(WORKS.replace('"2001.08361"\n', f'"2001.08361"\n{fields}'), "utf-8")
    assert any(said in str(one) for one in checks.examine(docs, None, tmp_path, typeset=False)[1])


def test_what_two_answers_tell_or_cite_counts_once() -> None:
    found = [*evidence.of(checks.read(sites.SMALL, typeset=False)).values()] * 2
    told = {finding.id for one in found for finding in one.findings}
    works = {source.work.key for one in found for source in one.sources}
    counted = proof.tally(found)
    assert (counted.findings, counted.sources) == (len(told), len(works)) == (2, 1)


def test_the_book_counts_what_its_tests_run() -> None:
    """The page of evidence and the tests agree on which code runs."""
    from tests import pages_code

    book = checks.read(sites.ROOT / "docs", typeset=False)
    found = evidence.of(book)
    for question in pages_code.questions():
        run = len(pages_code.blocks(question)) + len(pages_code.blocks(question, "torch"))
        assert len(found[question.id].code) == run, question.id


FRAGMENTS = [
    ("慢 **65 倍**", "慢 65 倍"),
    ("[@deepspeed2026config] | 107.8 GB |", "107.8 GB"),
    ("| 13.5 GB | 约 0.43 秒", "13.5 GB｜约 0.43 秒"),
    # A formula cut in two, on either side, and one that is no more than a piece of it.
    (r"\div8\approx31.5$ GB/s", "÷8≈31.5 GB/s"),
    (r"约为 $1/\sqrt{768}\approx\mathbf{0.036}", "约为 1/√768≈0.036"),
    (r"\frac{3000-50}{10}=295,", "(3000-50)/10=295"),
    (r"$\lambda_0\approx6.3$，$|x|\ge256$", "λ_0≈6.3，|x|≥256"),
]


@pytest.mark.parametrize(("quote", "said"), FRAGMENTS)
def test_a_quotation_is_read_without_its_marks(quote: str, said: str) -> None:
    assert prose.fragment(quote) == said
