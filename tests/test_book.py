"""The book itself: what its own check says of it."""

from __future__ import annotations

from pathlib import Path

from answerbook.checking import checks
from answerbook.content import settings

ROOT = Path(__file__).parents[1]


def test_the_book_has_nothing_to_mend() -> None:
    assert checks.examine(ROOT / "docs", settings.read(ROOT / "mkdocs.yml"), ROOT)[1] == []
