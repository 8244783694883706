"""Addresses that never die: how they are made, recorded and followed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from answerbook import places
from answerbook.checking import checks, rules
from answerbook.content import addresses
from answerbook.content.settings import Settings
from answerbook.problems import ContentError

QUESTION = """---
title: 甲？
short: 乙。
level: 基础
frequency: 高
updated: 2026-03-09
corrections: [2026-03-09 丙]
---
"""
COLLECTION = "zhipu:\n  title: 智谱\n  questions:\n    - {key: z-1, text: 丁？}\n"


def test_a_question_answers_at_its_id() -> None:
    assert addresses.question_address("rmsnorm") == "q/rmsnorm/"
    assert addresses.question_address("rmsnorm", "variance") == "q/rmsnorm/#variance"
    assert addresses.dest_uri("rmsnorm") == "q/rmsnorm/index.html"
    assert addresses.split("q/rmsnorm/#variance") == ("rmsnorm", "variance")
    assert addresses.split("q/rmsnorm/") == ("rmsnorm", "")
    assert addresses.split("norms/") is None


def test_retired_names_lead_to_what_is_there_now() -> None:
    retired = {"a": "b", "b": "c", "x": "y", "y": "x", "a#v": "b#w", "b#w": "c#z", "c#old": "c#z"}
    assert addresses.resolve("a", retired) == "c"
    assert addresses.resolve("c", retired) == "c"
    assert addresses.resolve("x", retired) == "x"
    assert addresses.former_anchors("c", retired) == {"v": "z", "w": "z", "old": "z"}


def test_names_that_pages_use_themselves_are_reserved() -> None:
    templates = places.OVERRIDES.rglob("*.html")
    used = {id for file in templates for id in re.findall(r'id="([a-z-]+)"', file.read_text("utf-8"))}
    assert used >= addresses.PAGE_IDS
    # Those that stand on the pages of answers, one by one or all of a topic.
    assert {"main", "answerbook-status", "answerbook-search", "search-results", "match"} <= addresses.PAGE_IDS
    assert [*addresses.check_id("match")] == ["编号 match 是页面里自己用的名字；换一个"]


def test_a_chain_that_does_not_end_leads_nowhere_and_costs_little() -> None:
    chain = {f"a-{number}": f"a-{number + 1}" for number in range(100_000)}
    assert [name for name in chain if addresses.resolve(name, chain) != name] == [
        f"a-{number}" for number in range(100_000 - addresses.MOST_MOVES + 1, 100_000)
    ]


def test_published_lines_are_only_added(tmp_path: Path) -> None:
    file = tmp_path / "published.txt"
    file.write_text("# 说明\nq/b/\n", encoding="utf-8")
    assert addresses.publish(file, ["q/a/", "q/b/", "q/a/#short"]) == ["q/a/", "q/a/#short"]
    assert file.read_text(encoding="utf-8") == "# 说明\nq/a/\nq/a/#short\nq/b/\n"
    assert addresses.publish(file, ["q/a/"]) == []
    assert file.read_text(encoding="utf-8") == "# 说明\nq/a/\nq/a/#short\nq/b/\n"


def test_nothing_is_published_over_a_broken_record(tmp_path: Path) -> None:
    file = tmp_path / "published.txt"
    file.write_text("q/A/\n", encoding="utf-8")
    with pytest.raises(ContentError):
        addresses.publish(file, ["q/a/"])
    assert file.read_text(encoding="utf-8") == "q/A/\n"


def test_the_addresses_of_a_book_can_be_recorded_and_are_kept(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "norms").mkdir(parents=True)
    file = docs / "norms" / "rmsnorm.md"
    file.write_text(f"{QUESTION}## 详解\n\n一 [@a2020b]\n\n### 方差 {{#variance}}\n\n二\n", encoding="utf-8")
    (docs / "collections.yml").write_text(COLLECTION, encoding="utf-8")
    settings = Settings(records=tmp_path)
    addresses.publish(tmp_path / "published.txt", rules.address_list(checks.read(docs, settings, typeset=False)))
    assert (tmp_path / "published.txt").read_text(encoding="utf-8").split() == [
        "collections/zhipu/",
        "norms/",
        "norms/all/",
        "norms/night/",
        "q/rmsnorm/",
        "q/rmsnorm/#corrections",
        "q/rmsnorm/#details",
        "q/rmsnorm/#references",
        "q/rmsnorm/#short",
        "q/rmsnorm/#variance",
    ]
    assert checks.examine(docs, settings, typeset=False)[1] == []
    file.write_text(f"{QUESTION}一\n", encoding="utf-8")
    assert [problem.line for problem in checks.examine(docs, settings, tmp_path, typeset=False)[1]] == [7, 8, 10]
