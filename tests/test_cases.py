"""Every kind of bad input: a folder of content, and the exact text that its contributor sees."""

from __future__ import annotations

from pathlib import Path

import pytest
from answerbook.checking import checks
from answerbook.content import settings
from answerbook.content.settings import Settings

CASES = Path(__file__).parent / "cases" / "questions"


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_a_contributor_reads(case: Path, update_golden: bool) -> None:
    _, problems = checks.examine(case / "docs", _settings(case), case)
    seen = "".join(f"{problem}\n" for problem in problems)
    golden = case / "problems.txt"
    if update_golden:
        golden.write_text(seen, encoding="utf-8", newline="\n")
    assert seen == golden.read_text(encoding="utf-8")


def test_there_are_many_kinds_of_bad_input() -> None:
    assert sum(1 for case in CASES.iterdir() if (case / "problems.txt").stat().st_size) >= 45


def _settings(case: Path) -> Settings:
    """A case with a mkdocs.yml is a book with rules of its own, one with published addresses has records."""
    if (case / "mkdocs.yml").exists():
        return settings.read(case / "mkdocs.yml")
    has_records = (case / "published.txt").exists() or (case / "retired.yml").exists()
    return Settings(records=case if has_records else None, site_url="https://example.org/book")
