"""Drawings and notebooks whose code was changed and not run anew are named by every check."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from answerbook.checking import code_rules

from tests.test_page_code import commit, git, said
from tools import commands

TITLE = {"cell_type": "markdown", "id": "t", "source": "# 甲", "metadata": {}}
SCRIPT = """\
from answerbook.drawing.canvas import Figure

f = Figure(200, 100, "甲", "乙")
f.text(20, 40, "一")
f.save(__file__)
"""
STEPS = """\
from answerbook.drawing.canvas import Steps

f = Steps(200, 100, "甲", "乙")
for said in ("一", "二"):
    f.step(said).text(20, 40, said)
f.save(__file__, 2)
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a drawing that its script has made."""
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "project"
    (folder / "docs" / "t" / "a").mkdir(parents=True)
    git(folder, "init", "-q")
    drawn(folder, SCRIPT)
    commit(folder)
    return folder


def script(project: Path) -> Path:
    return project / "docs" / "t" / "a" / "f.py"


def drawn(project: Path, text: str) -> None:
    script(project).write_text(text, "utf-8")
    assert commands.draw([script(project)]) == 0


def stale(project: Path) -> list[str]:
    return [one for one in said(project) if "t/a/f." in one]


AGAIN = "脚本改过，旁边的 f.svg 还是改以前画的；请运行 python3 book.py draw docs/t/a/f.py，把画出的也提交"


def test_a_script_that_draws_something_else_now_is_named_with_its_first_other_line(project: Path) -> None:
    assert stale(project) == []
    script(project).write_text(SCRIPT.replace("一", "二"), "utf-8")
    named = f"docs/t/a/f.py:4: {AGAIN}"
    # It is said until it is drawn.
    assert [stale(project), stale(project)] == [[named], [named]]
    assert commands.draw([script(project)]) == 0
    assert stale(project) == []


def test_a_script_that_draws_the_same_as_before_is_no_matter(project: Path) -> None:
    script(project).write_text(f"# 丙\n{SCRIPT}", "utf-8")
    assert stale(project) == []


def test_a_drawing_changed_by_hand_is_named_with_its_line(project: Path) -> None:
    drawing = script(project).with_suffix(".svg")
    drawing.write_text(drawing.read_text("utf-8").replace("一", "二"), "utf-8")
    found = "这张图和脚本 f.py 画出来的不一样；请在脚本里改，再运行 python3 book.py draw docs/t/a/f.py"
    line = 1 + next(at for at, text in enumerate(drawing.read_text("utf-8").splitlines()) if "二" in text)
    assert stale(project) == [f"docs/t/a/f.svg:{line}: {found}"]


def test_a_new_script_without_its_drawing_is_named(project: Path) -> None:
    new = script(project).with_name("new.py")
    new.write_text(SCRIPT, "utf-8")
    (found,) = said(project)[-1:]
    assert found == (
        "docs/t/a/new.py:1: 还没有画出 new.svg；请运行 python3 book.py draw docs/t/a/new.py，把画出的和脚本一起提交"
    )


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        (f"{SCRIPT}1 / 0\n", 6, "画到这里停下了（ZeroDivisionError: division by zero）；请改正"),
        (
            SCRIPT.replace('"一"', '"一", "wieght"'),
            4,
            "画到这里停下了（ValueError: 没有颜色 wieght；有 weight、gradient、",
        ),
        (f"{SCRIPT}f = (\n", 6, "画到这里停下了（SyntaxError: "),
        ("import os\nos._exit(7)\n", 1, "画到这里停下了（Python 以 7 结束）；请改正"),
        ("1\n", 1, "没有写出 f.svg；请在末尾写 save(__file__)"),
    ],
)
def test_a_script_that_does_not_draw_says_where_it_stops(project: Path, text: str, line: int, why: str) -> None:
    script(project).write_text(text, "utf-8")
    (found,) = stale(project)
    assert found.startswith(f"docs/t/a/f.py:{line}: {why}")


def test_a_script_without_an_end_is_stopped(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(code_rules, "LONGEST", 1)
    script(project).write_text("while True:\n    pass\n", "utf-8")
    assert stale(project) == ["docs/t/a/f.py:1: 这个脚本 1 秒还没有画完；请把规模改小"]


def test_what_a_drawing_says_of_itself_is_said(project: Path) -> None:
    drawn(project, SCRIPT.replace("20, 40", "190, 40"))
    (found,) = [one for one in stale(project) if "画出来的图里" in one]
    assert found.startswith("docs/t/a/f.py:1: 画出来的图里“一”超出了图的边：")


def test_the_moments_of_a_drawing_are_compared_too(project: Path) -> None:
    drawn(project, STEPS)
    assert stale(project) == []
    # The moment that is shown on paper stays as it was.
    script(project).write_text(STEPS.replace("(20, 40, said)", "(20, 40 + 10 * (said == '一'), said)"), "utf-8")
    assert stale(project) == [f"docs/t/a/f.py:1: {AGAIN}"]


def test_what_drew_the_same_once_is_not_drawn_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(project).write_text(f"# 丙\n{SCRIPT}", "utf-8")
    assert stale(project) == []
    monkeypatch.setattr(code_rules, "apart", lambda *given: pytest.fail("again"))
    assert stale(project) == []
    # Another drawing in the same book changes nothing for this one.
    other = script(project).with_name("other.py")
    monkeypatch.undo()
    monkeypatch.setenv("ANSWERBOOK_CACHE", str(project.parent / "cache"))
    other.write_text(SCRIPT, "utf-8")
    ran: list[str] = []
    apart = code_rules.apart

    def noted(runner: Path, given: dict[str, Any]) -> dict[str, Any]:
        ran.append(Path(given["script"]).name)
        return apart(runner, given)

    monkeypatch.setattr(code_rules, "apart", noted)
    said(project)
    assert ran == ["other.py"]


def test_what_was_committed_is_left_to_the_tests(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(project).write_text(SCRIPT.replace("一", "二"), "utf-8")
    commit(project)
    monkeypatch.setattr(code_rules, "apart", lambda *given: pytest.fail("drawn"))
    assert stale(project) == []


def notebook(project: Path, ran: Any, *sources: str) -> None:
    cells = [
        {"cell_type": "code", "id": f"c{number}", "source": source, "execution_count": 1, "metadata": {}, "outputs": []}
        for number, source in enumerate(sources)
    ]
    whole = {"cells": [TITLE, *cells], "metadata": {"answerbook_ran": ran}, "nbformat": 4, "nbformat_minor": 5}
    file = project / "docs" / "notebooks" / "n.ipynb"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(whole), "utf-8")


def of_notebook(project: Path) -> list[str]:
    return [one for one in said(project) if "n.ipynb" in one]


SAID = (
    "docs/notebooks/n.ipynb: 第 {} 格改过以后没有运行，输出还是以前的；"
    "请运行 python3 book.py draw docs/notebooks/n.ipynb"
)


@pytest.mark.parametrize("ran", ["", 3, None, "0 0"])
def test_a_notebook_that_nobody_ran_here_is_named(project: Path, ran: Any) -> None:
    notebook(project, ran, "1", "2")
    assert of_notebook(project) == [SAID.format("2、3")]


def test_a_notebook_is_run_and_its_changed_cells_are_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notebook(project, "", "a = 1", "print(a)")
    file = project / "docs" / "notebooks" / "n.ipynb"
    assert commands.draw([file]) == 0
    assert capsys.readouterr().out.endswith("从头运行了 1 个笔记本\n")
    assert of_notebook(project) == []
    held = json.loads(file.read_text("utf-8"))
    assert held["cells"][2]["outputs"][0]["text"] == ["1\n"]
    held["cells"][1]["source"] = "a = 2"
    file.write_text(json.dumps(held), "utf-8")
    assert of_notebook(project) == [SAID.format("2")]


def test_a_notebook_that_stops_is_left_as_it_was(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notebook(project, "", "1 / 0")
    file = project / "docs" / "notebooks" / "n.ipynb"
    before = file.read_bytes()
    assert commands.draw([file]) == 1
    assert "n.ipynb: 运行到这里停下了（ZeroDivisionError: division by zero）；请改正" in capsys.readouterr().err
    assert file.read_bytes() == before
