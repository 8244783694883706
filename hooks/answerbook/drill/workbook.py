"""Handwritten code with a judge: a folder for each task, made from practice/ and from the answer's own code.

What stands in practice/<id>/ is the task, the stub, the hints and the tests; the solution stays on the page, and is put
beside them as answer.py. Other solutions, right and wrong, solutions.py, are for our tests alone.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .. import outputs
from ..content.imprint import Imprint
from ..content.question_files import parse
from ..content.questions import Book, Question, Topic
from ..content.settings import Settings
from ..problems import ContentError, Problem
from ..text.body import Body

FOLDER = "answerbook-practice"
README = "说明.txt"
ANSWER = "answer.py"
# What every task has; its tests are test_<id>.py.
_FILES = ("task.md", "stub.py", "hints.md")
_SHARED = ("practice.py", "judge.py", "conftest.py", "pytest.ini")


@dataclass(frozen=True)
class Task:
    """One task: its answer, its folder, and the names that its code has to define."""

    question: Question
    folder: Path
    names: frozenset[str]
    torch: bool

    @property
    def tests(self) -> str:
        """The file of its tests."""
        return f"test_{self.question.id.replace('-', '_')}.py"


def tasks(questions: Mapping[str, Question], folder: Path) -> tuple[Task, ...]:
    """The tasks of these questions in the order of their ids; raises ContentError for one that is not whole."""
    found, problems = [], []
    for path in sorted(one.parent for one in folder.glob("*/stub.py")):
        question = questions.get(path.name)
        if question is None:
            problems.append(Problem(f"practice/{path.name}", 0, "没有这个编号的题；文件夹的名字就是题的编号"))
            continue
        stub = (path / "stub.py").read_text(encoding="utf-8")
        task = Task(question, path, frozenset(_defined(stub)), "import torch" in stub)
        missing = [name for name in (*_FILES, task.tests) if not (path / name).exists()]
        problems += [Problem(f"practice/{path.name}/{name}", 0, "还没有这个文件；每道练习都要有") for name in missing]
        lacking = task.names - set(_defined(solution(task)))
        if lacking:
            said = f"页面的代码里没有 {'、'.join(sorted(lacking))}；练习的 stub.py 和页面要用同样的名字"
            problems.append(Problem(f"practice/{path.name}/stub.py", 0, said))
        found.append(task)
    if problems:
        raise ContentError(problems)
    return tuple(found)


def questions(docs: Path, folder: Path) -> dict[str, Question]:
    """The questions that have a task; they alone are read, since a reader waits. Raises ContentError."""
    found, problems = {}, list[Problem]()
    for task in folder.glob("*/stub.py"):
        for path in docs.glob(f"*/{task.parent.name}.md"):
            question, wrong = parse(path.relative_to(docs).as_posix(), path.read_text(encoding="utf-8"))
            problems += wrong
            if question is not None:
                found[question.id] = question
    if problems:
        raise ContentError(problems)
    return found


def book(tasks: Iterable[Task]) -> Book:
    """These questions as a book of their own, of which an imprint can be made."""
    topic = Topic("tasks", "手撕练习", "", Body(""), "", tuple(task.question for task in tasks))
    nothing: Mapping[str, str] = {}
    return Book((topic,), {}, (), (), frozenset(), nothing, Settings())


def solution(task: Task) -> str:
    """The code of the page, as far as the task needs it: what is shown, up to the last name that is asked for."""
    kind = ["python", "torch"] if task.torch else ["python"]
    shown = [one.code for one in task.question.body.fences if _words(one.info) == kind]
    needed = [number for number, code in enumerate(shown) if task.names & set(_defined(code))]
    return "\n\n".join(code.strip("\n") for code in shown[: needed[-1] + 1 if needed else 0]) + "\n"


def make(tasks: tuple[Task, ...], source: Path, imprint: Imprint, output: Path) -> None:
    """Write the archive for readers."""
    packed = ((f"{FOLDER}/{name}", data) for name, data in files(tasks, source, imprint))
    outputs.put(output, outputs.archive(packed), imprint.updated)


def write(tasks: tuple[Task, ...], source: Path, imprint: Imprint, folder: Path) -> None:
    """Put the same files into a folder; what the reader wrote there has other names and stays."""
    for name, data in files(tasks, source, imprint):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)


def files(tasks: tuple[Task, ...], source: Path, imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """What a reader gets, by name."""
    yield README, _readme(imprint, len(tasks)).replace("\n", "\r\n").encode("utf-8-sig")
    for name in _SHARED:
        yield name, (source / name).read_bytes()
    for task in tasks:
        id = task.question.id
        yield f"{id}/task.md", _task(task, imprint).encode()
        yield f"{id}/{ANSWER}", solution(task).encode()
        for name in ("stub.py", "hints.md", task.tests):
            yield f"{id}/{name}", (task.folder / name).read_bytes()


def _task(task: Task, imprint: Imprint) -> str:
    """The task below the title of its question."""
    question, written = task.question, (task.folder / "task.md").read_text(encoding="utf-8")
    address = f"答案：{imprint.address(question)}\n\n" if imprint.url else ""
    return f"# {question.title}\n\n{address}{written}"


def _readme(imprint: Imprint, count: int) -> str:
    lines = [
        f"{imprint.title}，手撕练习",
        f"{count} 题，更新至 {imprint.updated}",
        "",
        "要有 Python 3.11 以上，和 python3 -m pip install numpy pytest；标着 PyTorch 的题还要 torch。",
        "",
        "python3 practice.py --list              有哪些题",
        "python3 practice.py code-mha            第一次放好 mine.py 并说出题目；写完再运行一次就判",
        "python3 practice.py code-mha --hint 2   看前两条提示",
        "python3 practice.py code-mha --solution 看书里的写法",
        "",
        "判题停在第一处不对的地方，只说哪里不对，不露出写法。answer.py 就是书里的写法，想自己写就先别打开。",
        "新的一版解压到同一个文件夹，您写的 mine.py 不会被盖掉。",
    ]
    lines += [f"在线阅读和最新一版：{imprint.url}"] if imprint.url else []
    lines += [imprint.licence] if imprint.licence else []
    return "\n".join(lines) + "\n"


def _words(info: str) -> list[str]:
    """The words of a fence's opening line: that of a check has one more."""
    return info.strip("{} ").replace(".", " ").split()


def _defined(code: str) -> Iterator[str]:
    """The functions and classes at the top of some code."""
    for node in ast.parse(code).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
