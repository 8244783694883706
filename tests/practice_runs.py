"""The judge of the handwritten tasks, without a process of its own: right solutions pass, wrong ones are told why.

What holds for every task is asked here, for those of NumPy and those of PyTorch: a test module that imports these tests
says which it means, `TORCH = True` or not.
"""

from __future__ import annotations

import importlib.util
import inspect
import runpy
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType

import pytest
from answerbook.drill import workbook

from tests import pages_code
from tests.sites import ROOT

PRACTICE = ROOT / "practice"
sys.path.insert(0, str(PRACTICE))
import judge as judge  # noqa: E402


@dataclass(frozen=True)
class Solution:
    """The page's code with some of it replaced: a typical mistake, and what the reader has to be told, or "" for
    another way that is right."""

    task: workbook.Task
    number: int
    name: str
    says: str
    edits: Sequence[str]

    @property
    def code(self) -> str:
        """The whole file; the page has to hold what is replaced, once."""
        code = workbook.solution(self.task)
        for old, new in zip(self.edits[::2], self.edits[1::2], strict=True):
            assert code.count(old) == 1, f"{self}（{self.name}）：页面的代码里有 {code.count(old)} 处 {old!r}"
            code = code.replace(old, new)
        return code

    def __str__(self) -> str:
        return f"{self.task.question.id}-{self.number}"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give the tests below every task of the kind that their module is for, and every solution of one."""
    found = tasks(metafunc.module.TORCH)
    given = {
        "own_task": (found, [task.question.id for task in found]),
        "own_right": ([right for task in found for right in rights(task)], None),
        "own_wrong": ([wrong for task in found for wrong in wrongs(task)], None),
    }
    for name, (values, ids) in given.items():
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, values, ids=ids or str)


def test_the_solution_of_the_page_passes(own_task: workbook.Task) -> None:
    said = first_difference(own_task, workbook.solution(own_task))
    assert not said, said


def test_a_stub_is_told_what_is_to_be_written(own_task: workbook.Task) -> None:
    said = first_difference(own_task, (own_task.folder / "stub.py").read_text("utf-8"))
    assert "还没有写" in said, said


def test_another_right_way_passes(own_right: Solution) -> None:
    said = first_difference(own_right.task, own_right.code)
    assert not said, said


def test_a_typical_mistake_is_told_what_differs(own_wrong: Solution) -> None:
    said = first_difference(own_wrong.task, own_wrong.code)
    assert own_wrong.says in said, said


@cache
def tasks(torch: bool) -> tuple[workbook.Task, ...]:
    """The tasks of NumPy, or those of PyTorch."""
    return tuple(task for task in _tasks() if task.torch == torch)


def wrongs(task: workbook.Task) -> list[Solution]:
    """The wrong solutions of a task."""
    written = runpy.run_path(str(task.folder / "solutions.py"))["WRONG"]
    return [Solution(task, number, name, says, edits) for number, (name, says, *edits) in enumerate(written, 1)]


def rights(task: workbook.Task) -> list[Solution]:
    """Other right solutions of a task, which a judge that only knows the page's would refuse."""
    written = runpy.run_path(str(task.folder / "solutions.py"))["RIGHT"]
    return [Solution(task, number, name, "", edits) for number, (name, *edits) in enumerate(written, 1)]


def first_difference(task: workbook.Task, code: str) -> str:
    """What a reader with this code is told first; "" for one that passes."""
    answer = _module(judge.ANSWER, workbook.solution(task))
    for test in _tests(task):
        try:
            # As the fixture does, each test begins with the file.
            known = {"mine": judge.Mine(_module(judge.MINE, code)), "answer": answer}
            test(**{name: known[name] for name in inspect.signature(test).parameters})
        except Exception as error:  # noqa: BLE001 (whatever it is, the judge has to explain it)
            return judge.explained(error)
    return ""


@cache
def _tasks() -> tuple[workbook.Task, ...]:
    return workbook.tasks({question.id: question for question in pages_code.questions()}, PRACTICE)


def _tests(task: workbook.Task) -> Iterator:  # type: ignore[type-arg]
    module = judge.load(task.folder / task.tests)
    return (value for name, value in vars(module).items() if name.startswith("test_"))


def _module(name: str, code: str) -> ModuleType:
    spec = importlib.util.spec_from_loader(name.removesuffix(".py"), loader=None)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    exec(compile(code, name, "exec", dont_inherit=True), module.__dict__)
    return module
