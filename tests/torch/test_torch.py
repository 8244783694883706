"""PyTorch on the pages, run as printed and compared with PyTorch's own layers: `python3 book.py test --torch`."""

from __future__ import annotations

from pathlib import Path

import pytest
from answerbook.content.questions import Question

from tests import pages_code

HERE = Path(__file__).parent
PAGES = list(pages_code.with_blocks("torch"))
# What compares something else than the code of one of these pages.
OTHERS = {path.stem for path in HERE.glob("*.py") if not path.stem.startswith("test_")} - {page.id for page in PAGES}


@pytest.mark.parametrize("question", PAGES, ids=lambda q: q.id)
def test_the_torch_code_of_a_page(question: Question) -> None:
    namespace = pages_code.run(question, "torch")
    checks = pages_code.companion("torch", question.id)
    if checks is not None:
        checks.test(namespace)


@pytest.mark.parametrize("name", sorted(OTHERS))
def test_what_numpy_computes_agrees_with_torch(name: str) -> None:
    module = pages_code.companion("torch", name)
    assert module is not None
    module.test()
