"""The code of pages that somebody changed runs at every check, and says on which line it stops."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from answerbook.checking import checks, code_rules
from answerbook.content.settings import Settings

PAGE = """\
---
title: 甲？
short: 乙。
level: 基础
frequency: 高
updated: 2026-03-09
---
## 代码

```python
{}
```
"""
FIRST = 11


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "project"
    (folder / "docs" / "t").mkdir(parents=True)
    (folder / "tests" / "code").mkdir(parents=True)
    for name in ("a", "b"):
        written(folder, f"{name} = 1 / 0", name)
    return folder


@pytest.fixture
def committed(project: Path) -> Path:
    git(project, "init", "-q")
    commit(project)
    return project


def written(project: Path, code: str, name: str = "a", page: str = PAGE) -> None:
    (project / "docs" / "t" / f"{name}.md").write_text(page.format(code), "utf-8")


def git(folder: Path, *arguments: str) -> None:
    author = dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "x@example.org")
    author |= dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "x")
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, env={**os.environ, **author, **nobody})


def commit(project: Path) -> None:
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "x")


def said(project: Path) -> list[str]:
    settings = Settings(records=project)
    return [str(one) for one in checks.judge(project / "docs", settings, project, typeset=False)[1]]


def test_what_was_committed_is_left_to_the_tests(committed: Path) -> None:
    assert said(committed) == []


@pytest.mark.parametrize(
    ("code", "line", "why"),
    [
        ("a = 1\nb = a / 0", FIRST + 1, "ZeroDivisionError: division by zero"),
        ("def f():\n    return g\n\nf()", FIRST + 1, "NameError: name 'g' is not defined"),
        ("import sys\nsys.exit(3)", FIRST + 1, "SystemExit: 3"),
        ("a = (", FIRST, "SyntaxError: "),
        ("assert 1 == 2", FIRST, "assert 1 == 2）"),
        ("a = 3\nassert a * 2 == len([1])", FIRST + 1, "assert a * 2 == len([1])，a * 2 是 6，len([1]) 是 1）"),
        ("a = 3\nassert a == 4, a", FIRST + 1, "AssertionError: 3）"),
        ("a = 3\nassert (a and\n  a == 4)", FIRST + 2, "assert a and a == 4，a 是 3）"),
        ("a = 3\nassert a and 2 < a < 3", FIRST + 1, "assert a and 2 < a < 3，a 是 3）"),
        ("def f(a):\n    assert a == [0] * 90\n\nf(2)", FIRST + 1, "assert a == [0] * 90，a 是 2，[0] * 90 是 [0, 0, "),
        ("assert not 1", FIRST, "assert not 1）"),
        ("import sys\nassert sys.argv.pop() == 1 / 0 or ()", FIRST + 1, "ZeroDivisionError: division by zero"),
        ("import os\nos._exit(7)", FIRST - 1, "Python 以 7 结束"),
    ],
)
def test_a_changed_page_is_run_and_says_where_it_stops(committed: Path, code: str, line: int, why: str) -> None:
    written(committed, code)
    (found,) = said(committed)
    assert found.startswith(f"docs/t/a.md:{line}: 代码运行到这里停下了（{why}")
    # It is said until it is repaired.
    assert said(committed) == [found]
    written(committed, "print('x')\nimport numpy as np\nnp.zeros(3)")
    assert said(committed) == []


def test_the_sentence_says_what_to_do(committed: Path) -> None:
    written(committed, "b = 1 / 0")
    said_so = (
        "代码运行到这里停下了（ZeroDivisionError: division by zero）；"
        "请改正，不能单独运行的片段写成 ```{.python .norun}"
    )
    assert said(committed) == [f"docs/t/a.md:{FIRST}: {said_so}"]


def test_another_text_around_the_same_code_is_no_change_of_code(committed: Path) -> None:
    written(committed, "a = 1 / 0", page=PAGE.replace("## 代码", "## 详解\n\n丙。\n\n## 代码"))
    assert said(committed) == []


def test_what_ran_once_is_not_run_again(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(committed, "a = 2")
    assert said(committed) == []
    monkeypatch.setattr(code_rules, "_ran", lambda *given: {"line": 0, "said": "again", "compared": False})
    assert said(committed) == []
    # Another text around the same code changes nothing.
    written(committed, "a = 2", page=PAGE.replace("## 代码", "## 详解\n\n丙。\n\n## 代码"))
    assert said(committed) == []
    written(committed, "a = 3")
    assert len(said(committed)) == 1


def test_a_new_page_is_run_and_a_piece_is_not(committed: Path) -> None:
    written(committed, "1 / 0", "c")
    written(committed, "1 / 0", "d", PAGE.replace("```python", "```{{.python .norun}}"))
    assert [one.partition(":")[0] for one in said(committed)] == ["docs/t/c.md"]


def test_what_differs_from_where_it_was_cloned_is_run_also_when_it_is_committed(committed: Path) -> None:
    clone = committed.parent / "clone"
    git(committed.parent, "clone", "-q", str(committed), str(clone))
    written(clone, "1 / 0  # changed")
    commit(clone)
    assert len(said(clone)) == 1


def test_outside_of_a_repository_the_first_look_is_what_is_compared_with(project: Path) -> None:
    assert said(project) == []
    written(project, "1 / 0  # changed")
    assert len(said(project)) == 1


def test_handwritten_code_is_compared_with_its_reference(committed: Path) -> None:
    reference = committed / "tests" / "code" / "a.py"
    reference.write_text("def test(ns):\n    assert ns['double'](2) == 4, 'double(2)'\n", "utf-8")
    written(committed, "def double(x):\n    return 3 * x")
    (found,) = said(committed)
    said_so = "代码与 tests/code/a.py 里的参照对不上（AssertionError: double(2)）；请改正代码，或那里的参照"
    assert found == f"docs/t/a.md:{FIRST - 1}: {said_so}"
    written(committed, "def double(x):\n    return 2 * x")
    assert said(committed) == []
    reference.write_text("def test(ns):\n    assert ns['double'](2) == 5\n", "utf-8")
    assert len(said(committed)) == 1


def test_code_without_an_end_is_stopped(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(code_rules, "LONGEST", 1)
    written(committed, "while True:\n    pass")
    assert said(committed) == [f"docs/t/a.md:{FIRST - 1}: 这一页的代码 1 秒还没有跑完；请把规模改小，面试里用不着等"]


def test_pytorch_is_named_and_left_to_its_own_tests(committed: Path) -> None:
    page = PAGE.replace("```python", "```{{.python .torch}}")
    written(committed, "import torch\n1 / 0", page=page)
    settings = Settings(records=committed)
    book, problems = checks.judge(committed / "docs", settings, committed, typeset=False)
    assert problems == []
    assert "用到 PyTorch、这里没有运行的代码（1）：t/a.md:10；python3 book.py test --torch 会运行" in checks.to_do(book)
    commit(committed)
    book, _ = checks.judge(committed / "docs", settings, committed, typeset=False)
    assert not any("PyTorch" in line for line in checks.to_do(book))
