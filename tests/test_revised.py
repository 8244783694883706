"""What a check can only guess of changed pages is a hint: it tells what may have been forgotten, and stops nobody."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from answerbook.checking import checks

from tests import sites
from tests.test_page_code import commit, git
from tools import check, revised

PAGE = """\
---
title: 甲？
short: 乙是 12.6 GB。
level: 基础
frequency: 高
updated: 2026-03-09
---
## 详解

Llama 3 70B 的权重占 12.6 GB，放得下。

换一种算法也是 12.6 GB，而 112.6 GB 是别的。
"""
OTHER = PAGE.replace("甲", "丙").replace("乙是 12.6 GB", "丁").replace("换一种算法也是 12.6 GB，而 ", "")
EARLIER = """\
- page: a
  day: 2026-03-10
  said: 占 12.6 GB
  says: 占 13.6 GB
  why: 少算了一份。
"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "project" / "docs"
    (folder / "t").mkdir(parents=True)
    (folder / "t" / "a.md").write_text(PAGE, "utf-8")
    (folder / "t" / "b.md").write_text(OTHER, "utf-8")
    git(folder.parent, "init", "-q")
    commit(folder.parent)
    return folder


def said(docs: Path, page: str) -> list[str]:
    (docs / "t" / "a.md").write_text(page, "utf-8")
    book, problems = checks.judge(docs, None, docs.parent, typeset=False)
    assert problems == []
    return [str(one) for one in revised.hints(docs, "docs/", book)]


def updated(page: str, day: str = "2026-03-10") -> str:
    return page.replace("updated: 2026-03-09", f"updated: {day}")


def corrected(page: str) -> str:
    return updated(page).replace("\n---\n##", '\ncorrections: ["2026-03-10 多少 GB"]\n---\n##')


@pytest.mark.parametrize("added", ["", "\n字。\n"])
def test_a_slip_of_the_pen_is_nobodys_business(docs: Path, added: str) -> None:
    assert said(docs, PAGE.replace("放得下", "装得下") + added) == []


@pytest.mark.parametrize("added", ["asks: [要占 24 GB 吗]", "asks:\n  - 这要占 24 GB 还是 48 GB，放得下吗，有没有算过"])
def test_how_people_ask_is_not_what_readers_read(docs: Path, added: str) -> None:
    assert said(docs, PAGE.replace("updated:", f"{added}\nupdated:")) == []


@pytest.mark.parametrize(
    "page",
    [
        PAGE.replace("112.6", "113.6"),
        PAGE.replace("别的", "$x^2$"),
        PAGE + "\n这里加上了一段新的话，读过旧版的人都没有见过它，有二十个字以上。\n",
        PAGE.replace("换一种算法也是 12.6 GB，而 112.6 GB 是别的。\n", ""),
    ],
)
def test_who_changes_what_is_said_changes_the_day(docs: Path, page: str) -> None:
    (hint,) = said(docs, page)
    assert hint.startswith("docs/t/a.md:6: 内容改了，updated 还是 2026-03-09；写上今天")
    assert said(docs, updated(page)) == []
    # Whoever comes back on the same day has nothing to write.
    today = date.today().isoformat()
    (docs / "t" / "a.md").write_text(updated(PAGE, today), "utf-8")
    commit(docs.parent)
    assert said(docs, updated(page, today)) == []


def test_a_new_correction_wants_what_was_said_before(docs: Path) -> None:
    page = corrected(PAGE.replace("12.6 GB", "13.6 GB")).replace("113.6", "112.6")
    missing = "docs/t/a.md:7: 新写的更正 2026-03-10 在 earlier.yml 里还没有；在那里留一条"
    assert [one for one in said(docs, page) if one.startswith(missing)]
    (docs / "earlier.yml").write_text(EARLIER, "utf-8")
    assert not any(one.startswith(missing) for one in said(docs, page))
    # Those that were there before are left alone.
    (docs / "earlier.yml").unlink()
    commit(docs.parent)
    assert said(docs, page.replace("放得下", "装得下")) == []


def test_a_number_that_was_changed_in_one_place_is_named_where_it_still_stands(docs: Path) -> None:
    (hint,) = said(docs, updated(PAGE.replace("权重占 12.6 GB", "权重占 13.6 GB")))
    assert hint == ("docs/t/a.md:10: 原来的“12.6 GB”这里改了，第 3 行、第 12 行、t/b.md:10 还是原来的；也要改就一起改")
    # Written in another way, it is the same.
    assert said(docs, updated(PAGE.replace("权重占 12.6 GB", "权重占 12.6GB"))) == []


def test_hints_outlive_a_commit_of_ones_own(docs: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", str(docs.parent), str(clone))
    page = PAGE.replace("别的", "$x^2$")
    before = said(clone / "docs", page)
    commit(clone)
    assert said(clone / "docs", page) == before != []


@pytest.mark.parametrize("setting", ["diff.noprefix", "diff.mnemonicPrefix"])
def test_hints_do_not_hang_on_how_somebody_likes_differences(docs: Path, setting: str) -> None:
    git(docs, "config", setting, "true")
    git(docs, "config", "color.diff", "always")
    assert len(said(docs, PAGE.replace("别的", "$x^2$"))) == 1


def test_hints_stop_nobody_and_are_notices_on_github(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(docs, PAGE.replace("别的", "$x^2$"))
    assert check.run(docs, github=False) == 0
    assert re.search(r"^提示 \S*/t/a\.md:6: 内容改了", capsys.readouterr().out, re.MULTILINE)
    assert check.run(docs, github=True) == 0
    assert re.search(r"^::notice file=\S*/t/a\.md,line=6::内容改了", capsys.readouterr().out, re.MULTILINE)


def test_without_git_there_is_nothing_to_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = sites.copied(tmp_path)
    book, _ = checks.judge(docs, None, tmp_path, typeset=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert [*revised.hints(docs, "docs/", book)] == []
    monkeypatch.setenv("PATH", "")
    assert [*revised.hints(docs, "docs/", book)] == []


@pytest.mark.parametrize("folder", ["s", "u"])
def test_of_two_pages_with_one_id_the_new_one_is_named(docs: Path, folder: str) -> None:
    (docs / folder).mkdir()
    (docs / folder / "a.md").write_text(PAGE, "utf-8")
    found = [str(one) for one in checks.judge(docs, None, docs.parent, typeset=False)[1]]
    assert found == [f"docs/{folder}/a.md: 编号 a 与 docs/t/a.md 重复；换一个没用过的编号"]
