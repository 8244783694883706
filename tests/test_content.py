"""What the pages claim: their code runs as printed, and every number they compute comes out again."""

from __future__ import annotations

from pathlib import Path

import pytest
from answerbook.checking import code_rules
from answerbook.content.questions import Question

from tests import pages_code


@pytest.mark.parametrize("question", list(pages_code.with_blocks()), ids=lambda q: q.id)
def test_the_code_of_a_page_runs_as_printed(question: Question) -> None:
    namespace = pages_code.run(question)
    checks = pages_code.companion("code", question.id)
    if checks is not None:
        checks.test(namespace)


def test_every_handwritten_answer_is_compared_with_a_reference() -> None:
    handwritten = {q.id for q in pages_code.questions() if q.topic == "coding" or "手写" in q.title}
    compared = {path.stem for path in (Path(__file__).parent / "code").glob("*.py")}
    assert handwritten <= compared, "没有 tests/code/<编号>.py"
    assert compared <= {q.id for q in pages_code.with_blocks()}, "tests/code 里有不属于任何页面的文件"


def test_python_blocks_are_marked_in_a_known_way() -> None:
    known = {("python",), ("python", "torch"), ("python", "norun"), ("python", "check"), ("python", "torch", "check")}
    odd = [
        f"docs/{question.path}:{fence.line}: {fence.info}"
        for question in pages_code.questions()
        for fence in question.body.fences
        if "python" in fence.info and code_rules.marks(fence.info) not in known
    ]
    assert not odd
