"""Every kind of bad input: a folder of content, and the exact text that its contributor sees."""

from __future__ import annotations

from pathlib import Path

import pytest
from answerbook.checking import checks
from answerbook.content import settings
from answerbook.content.settings import Settings

from tests import sentences

CASES = Path(__file__).parent / "cases" / "questions"


@pytest.mark.parametrize("case", sorted(CASES.iterdir()))
def test_a_contributor_reads(case: Path, update_golden: bool) -> None:
    """And which rules say so, by their ids: what a case is there for can be looked up, and the cases of a rule."""
    _, problems = checks.examine(case / "docs", _settings(case), case)
    rules = sorted({sentences.of(problem.path, problem.message) for problem in problems})
    assert all(rules), "哪条规矩说的？"
    seen = {"problems.txt": map(str, problems), "rules.txt": rules}
    for name, lines in seen.items():
        text, golden = "".join(f"{line}\n" for line in lines), case / name
        if update_golden:
            golden.write_text(text, encoding="utf-8", newline="\n")
        assert text == (golden.read_text(encoding="utf-8") if golden.exists() else "")


def test_there_are_many_kinds_of_bad_input() -> None:
    assert sum(1 for case in CASES.iterdir() if (case / "problems.txt").stat().st_size) >= 45


def _settings(case: Path) -> Settings:
    """A case with a mkdocs.yml is a book with rules of its own, one with published addresses has records."""
    if (case / "mkdocs.yml").exists():
        return settings.read(case / "mkdocs.yml")
    has_records = (case / "published.txt").exists() or (case / "retired.yml").exists()
    return Settings(records=case if has_records else None, site_url="https://example.org/book")
