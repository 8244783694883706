"""The book itself: what its own check says of it."""

from __future__ import annotations

from answerbook import places
from answerbook.checking import checks
from answerbook.content import settings

ROOT = places.ROOT


def test_the_book_has_nothing_to_mend() -> None:
    assert checks.examine(ROOT / "docs", settings.read(ROOT / "mkdocs.yml"), ROOT)[1] == []
