"""Handwritten tasks: the book's solution passes, typical mistakes are told what differs, a reader's file is kept."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from answerbook.content.imprint import Imprint, read
from answerbook.drill import workbook
from answerbook.problems import ContentError
from answerbook.text.body import Body

from tests import pages_code, practice_runs
from tests.practice_runs import (  # noqa: F401 (the tests of every task)
    PRACTICE,
    judge,
    pytest_generate_tests,
    test_a_stub_is_told_what_is_to_be_written,
    test_a_typical_mistake_is_told_what_differs,
    test_another_right_way_passes,
    test_the_solution_of_the_page_passes,
)
from tests.sites import ROOT, SMALL
from tests.volumes import volume

# Wrong code divides by zero.
pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")
TORCH = False
TASKS = practice_runs.tasks(TORCH)
# Fewer would not show that a test sees more than the one mistake it was written for.
FEWEST = 5


@pytest.mark.parametrize("task", [*TASKS, *practice_runs.tasks(torch=True)], ids=lambda task: task.question.id)
def test_a_task_has_enough_mistakes_and_hides_its_solution(task: workbook.Task) -> None:
    assert len(practice_runs.wrongs(task)) >= FEWEST
    given = [(task.folder / name).read_text("utf-8") for name in ("task.md", "hints.md", task.tests)]
    lines = {line.strip() for line in workbook.solution(task).splitlines() if len(line.strip()) > 40}
    shown = {line for line in lines for text in given if line in text}
    assert not shown


def test_every_handwritten_answer_has_a_task() -> None:
    handwritten = {question.id for question in pages_code.questions() if question.topic == "coding"}
    tasks = {task.question.id for task in (*TASKS, *practice_runs.tasks(torch=True))}
    assert handwritten <= tasks, "没有 practice/<编号>/，写法见 CONTRIBUTING 的“手撕练习”"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive, unpacked where nothing else of ours is."""
    place = tmp_path_factory.mktemp("practice")
    workbook.make(TASKS, PRACTICE, imprint(), place / "practice.zip")
    with zipfile.ZipFile(place / "practice.zip") as archive:
        archive.extractall(place)
        assert not [name for name in archive.namelist() if name.endswith(("solutions.py", "mine.py"))]
    return place / workbook.FOLDER


def test_the_archive_needs_nothing_of_ours(folder: Path) -> None:
    mine = folder / "code-softmax-ce" / "mine.py"
    first = run(folder, "code-softmax-ce")
    assert first.returncode == 1 and "还没有写 log_softmax" in first.stdout and "axis" in first.stdout
    mine.write_text((folder / "code-softmax-ce" / "answer.py").read_text("utf-8"), "utf-8")
    assert run(folder, "code-softmax-ce").stdout.endswith("处都对\n")
    mine.write_text(mine.read_text("utf-8").replace("grad / n", "grad") + "\nprint('看看', 1)\n", "utf-8")
    wrong = run(folder, "code-softmax-ce")
    assert wrong.returncode == 1 and "× 梯度等于中心差分" in wrong.stdout and "√ 平均损失" in wrong.stdout
    assert "看看 1\n" in wrong.stdout
    assert "Traceback" not in wrong.stdout + wrong.stderr and wrong.stdout.count("×") == 1


def test_hints_solution_and_a_new_beginning(folder: Path) -> None:
    assert run(folder, "code-mha", "--hint").stdout.startswith("1. ")
    assert "\n2. " in run(folder, "code-mha", "--hint", "2").stdout
    assert "def mha(" in run(folder, "code-mha", "--solution").stdout
    run(folder, "code-mha")
    (folder / "code-mha" / "mine.py").write_text("mine = 1\n", "utf-8")
    assert "* code-mha" in run(folder, "--list").stdout and "  code-sampling" in run(folder, "--list").stdout
    assert "里没有 mha" in run(folder, "code-mha").stdout
    assert "还没有写 mha" in run(folder, "code-mha", "--again").stdout
    assert (folder / "code-mha" / "mine-1.py").read_text("utf-8") == "mine = 1\n"
    (folder / "code-mha" / "mine.py").write_text("def mha(:\n", "utf-8")
    assert "SyntaxError" in run(folder, "code-mha").stdout
    missing = run(folder, "mha")
    assert missing.returncode == 1 and "是不是 code-mha" in missing.stderr


def test_a_new_edition_keeps_what_the_reader_wrote(tmp_path: Path) -> None:
    workbook.write(TASKS, PRACTICE, imprint(), tmp_path)
    (tmp_path / "code-mha" / "mine.py").write_text("mine", "utf-8")
    (tmp_path / "code-mha" / "hints.md").write_text("old", "utf-8")
    workbook.write(TASKS, PRACTICE, imprint(), tmp_path)
    assert (tmp_path / "code-mha" / "mine.py").read_text("utf-8") == "mine"
    assert (tmp_path / "code-mha" / "hints.md").read_bytes() == (PRACTICE / "code-mha" / "hints.md").read_bytes()


def test_the_same_tasks_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        workbook.make(TASKS, PRACTICE, imprint(), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_task_that_is_not_whole_is_said(tmp_path: Path) -> None:
    for id in ("first-question", "nobody"):
        (tmp_path / id).mkdir()
        (tmp_path / id / "stub.py").write_text("def wanted(): ...\n", "utf-8")
    with pytest.raises(ContentError) as caught:
        workbook.tasks(volume(SMALL).book.by_id, tmp_path)
    said = str(caught.value)
    assert "practice/nobody: 没有这个编号的题" in said
    assert "practice/first-question/test_first_question.py: 还没有这个文件" in said
    assert "页面的代码里没有 wanted" in said


def test_differences_are_told_in_a_sentence() -> None:
    for got, want, said in (
        (None, [1.0], "忘了 return"),
        ([[1.0]], [1.0], "形状是 (1, 1)，应是 (1,)"),
        ([1.0, 2.5], [1.0, 2.0], "第 [1] 个是 2.5，应是 2（2 个里有 1 个不同）"),
        ([np.nan], [1.0], "有 1 个 NaN"),
        ("a", [1.0], "不能当作数组"),
        (2.0, 3.0, "是 2，应是 3"),
    ):
        with pytest.raises(judge.DifferenceError, match=r"^值：") as caught:
            judge.same(got, want, "值")
        assert said in str(caught.value)
    judge.same([1.0, np.inf], [1.0 + 1e-9, np.inf], "值")
    judge.same([np.nan], [np.nan], "值")


def test_what_does_not_stop_is_said(tmp_path: Path) -> None:
    (tmp_path / judge.MINE).write_text(
        "def down(n):\n    return down(n + 1)\n\n\ndef on():\n    while True:\n        pass\n"
    )
    mine = judge.load(tmp_path / judge.MINE)
    with pytest.raises(RecursionError) as deep:
        mine.down(0)
    assert judge.explained(deep.value) == "递归停不下来（mine.py 第 2 行：return down(n + 1)）"
    with pytest.MonkeyPatch.context() as patch, pytest.raises(judge.DifferenceError, match="走了 50 步还没有完"):
        patch.setattr(judge, "_MANY_STEPS", 50)
        judge.steps(mine.on)


def test_the_solution_is_the_code_of_the_page_up_to_the_last_name_that_is_asked_for(tmp_path: Path) -> None:
    blocks = ("def a(): ...", "def b(): ...", "def c(): ...")
    shown = "\n\n".join(f"```python\n{code}\n```" for code in blocks)
    check = "```{.python .check}\n# 验证：b\ndef b(): ...\n```"
    question = replace(TASKS[0].question, body=Body(f"## 代码\n\n{shown}\n\n{check}\n"))
    task = workbook.Task(question, tmp_path, frozenset({"b"}), torch=False)
    assert workbook.solution(task) == "def a(): ...\n\ndef b(): ...\n"
    assert workbook.solution(replace(task, names=frozenset())) == "\n"


def test_counts_do_not_depend_on_the_clock() -> None:
    assert judge.peak(lambda: np.zeros((100, 100)).sum()) >= 80_000 > judge.peak(lambda: np.zeros(100).sum())
    weights = judge.counted(np.ones((3, 4)))
    assert type(np.ones((2, 3)) @ weights) is np.ndarray and weights.tally == [24]


def imprint() -> Imprint:
    return read(ROOT / "mkdocs.yml", volume(SMALL).book, SMALL)


def test_a_terminal_of_another_encoding(folder: Path) -> None:
    command = [sys.executable, str(folder / "practice.py"), "code-grpo-loss"]
    known = {**os.environ, "PYTHONIOENCODING": "gbk"}
    done = subprocess.run(command, capture_output=True, encoding="gbk", env=known)
    assert "× 组内优势" in done.stdout and not done.stderr


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The reader's own command, without our paths."""
    known = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTEST_ADDOPTS")}
    command = [sys.executable, str(folder / "practice.py"), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", cwd=folder.parent, env=known)
