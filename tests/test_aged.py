"""The weekly list of what may have grown untrue, on fixed days."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from answerbook.content import models

from tests import pages_code
from tests.sites import ROOT
from tools import aged

ROWS = """\
# 说明
gpt-3:
  name: GPT-3
  attention:
    - {layers: 96, kind: mha}
  successor: gpt-4
  seen: 2026-09-01
gpt-4:
  name: GPT-4
  seen: "2026-11-01"
"""
OLD = "---\ntitle: 一\nas_of: 2026-09-15\n---\n正文\n\n```models\n模型: gpt-4、gpt-3\n列: 参数\n```\n"
NEW = "---\ntitle: 二\nas_of: 2026-10-30\n---\nas_of: 2020-01-01\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "t").mkdir()
    (tmp_path / "models.yml").write_text(ROWS, encoding="utf-8")
    for name, text in (("old", OLD), ("new", NEW), ("undated", "---\ntitle: 三\n---\nas_of: 2020-01-01\n")):
        (tmp_path / "t" / f"{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


def test_what_is_older_than_sixty_days_is_listed(docs: Path) -> None:
    assert list(aged.lines(docs, date(2026, 11, 29))) == [
        "## 60 天没有重新看过的页面（1）",
        "",
        "- t/old.md（as_of 2026-09-15）",
        "",
        "## 60 天没有重新看过的模型（1）",
        "",
        "- gpt-3（2026-09-01）",
        "",
        "## 60 天没有重新看过的显卡（0）",
        "",
        "- 没有",
        "",
        "## 页面的模型表里已有后继的模型（1）",
        "",
        "- t/old.md：gpt-3 → gpt-4",
        "",
        "## 已有后继的模型（1）",
        "",
        "- gpt-3 → gpt-4",
        "",
    ]


def test_sixty_days_are_not_yet_old(docs: Path) -> None:
    listed = "\n".join(aged.lines(docs, date(2026, 10, 31)))
    assert "页面（0）" in listed
    assert "模型（0）\n\n- 没有" in listed


def test_the_list_reads_the_table_as_the_book_does() -> None:
    read, _ = models.read(pages_code.DOCS / models.FILE, models.FILE, pages_code.DOCS)
    rows = aged.rows(pages_code.DOCS / models.FILE)
    seen = {id: (row.get("seen"), row.get("successor", "")) for id, row in rows.items()}
    assert seen == {id: (model.seen.isoformat(), model.successor) for id, model in read.items()}


def test_a_long_list_is_no_failure() -> None:
    command = [sys.executable, "-m", "tools.aged", "2030-01-01"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, cwd=ROOT)
    assert done.returncode == 0
    assert "popular-llms-overview" in done.stdout
