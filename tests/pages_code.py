"""The Python that stands on the pages: which blocks run where, and how they are run."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType
from typing import Any

from answerbook import places
from answerbook.checking import code_rules
from answerbook.content.question_files import parse
from answerbook.content.questions import Question
from answerbook.text import bodies

ROOT = places.ROOT
DOCS = ROOT / "docs"


def questions() -> list[Question]:
    """All questions of the book that can be read, in the order of their files."""
    found = []
    for path in sorted(DOCS.glob("*/*.md")):
        if path.name != "index.md":
            question, _ = parse(path.relative_to(DOCS).as_posix(), path.read_text("utf-8"))
            if question is not None:
                found.append(question)
    return found


def blocks(question: Question, *classes: str) -> list[bodies.Fence]:
    """The Python blocks of a page that run in one namespace: `classes` is none for NumPy, "torch" or "norun"."""
    return code_rules.blocks(question.body, *classes)


def with_blocks(*classes: str) -> Iterator[Question]:
    """The questions that have such a block."""
    return (question for question in questions() if blocks(question, *classes))


def run(question: Question, *classes: str) -> dict[str, Any]:
    """The namespace left after running a page's blocks in order; a traceback names the page's own lines."""
    namespace: dict[str, Any] = {"__name__": "__main__"}

    def each() -> None:
        for block in blocks(question, *classes):
            source = "\n" * block.line + block.code
            exec(compile(source, str(DOCS / question.path), "exec", dont_inherit=True), namespace)

    # In a thread of its own: Playwright leaves an event loop running in that of the tests, and a page may start one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(each).result()
    return namespace


def companion(folder: str, id: str) -> ModuleType | None:
    """tests/<folder>/<id>.py, which compares a page's code with a reference, where there is one."""
    path = ROOT / "tests" / folder / f"{id}.py"
    if not path.exists():
        return None
    spec = importlib.util.spec_from_file_location(f"{folder}_{id.replace('-', '_')}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
