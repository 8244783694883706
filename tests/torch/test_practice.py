"""The handwritten tasks that are PyTorch's: the book's solution passes, typical mistakes are told what differs."""

from __future__ import annotations

import pytest
from answerbook.drill import workbook

from tests import practice_runs
from tests.practice_runs import Solution

TASKS = practice_runs.tasks(torch=True)
WRONG = [wrong for task in TASKS for wrong in practice_runs.wrongs(task)]
RIGHT = [right for task in TASKS for right in practice_runs.rights(task)]


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.question.id)
def test_the_solution_of_the_page_passes(task: workbook.Task) -> None:
    assert practice_runs.first_difference(task, workbook.solution(task)) == ""


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.question.id)
def test_a_stub_is_told_what_is_to_be_written(task: workbook.Task) -> None:
    assert "还没有写" in practice_runs.first_difference(task, (task.folder / "stub.py").read_text("utf-8"))


@pytest.mark.parametrize("right", RIGHT, ids=str)
def test_another_right_way_passes(right: Solution) -> None:
    assert practice_runs.first_difference(right.task, right.code) == ""


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_a_typical_mistake_is_told_what_differs(wrong: Solution) -> None:
    assert wrong.says in practice_runs.first_difference(wrong.task, wrong.code)
