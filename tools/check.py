"""What is wrong with the content, for the terminal: by itself, so that nothing is loaded that a check does not need."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from answerbook import cache
from answerbook.checking import checks
from answerbook.content import datafiles, settings
from answerbook.paper import limits, wide_tables
from answerbook.problems import ContentError

from . import revised
from .environment import ROOT

MKDOCS_YML = ROOT / "mkdocs.yml"


def run(docs: Path, github: bool, todo: bool = False) -> int:
    """Print every problem of the content, one per line; without any, how much is to be written; `todo` lists it."""
    try:
        book, problems = checks.judge(docs, settings_of(docs), ROOT)
    except ContentError as error:
        book, problems = None, [*error.problems]
    if book is not None:
        shown = datafiles.shown_folder(docs, ROOT)
        problems += checks.untimely(book, shown, date.today())
        # Found here, and not by the first who prints it.
        with cache.ahead("printable"):
            problems += limits.unprintable(book, docs, shown)
            problems += wide_tables.unprintable(book, shown, {problem.path for problem in problems})
    for problem in problems:
        print(problem.annotation() if github else problem)
    for hint in revised.hints(docs, datafiles.shown_folder(docs, ROOT), book) if book is not None else ():
        print(hint.annotation("notice") if github else f"提示 {hint}")
    _to_do([*checks.to_do(book)] if book is not None and not problems else [], todo)
    if problems or book is None:
        print(f"{len(problems)} 处要改", file=sys.stderr)
        return 1
    print(f"{len(book.topics)} 个专题、{len(book.questions)} 个问题，没有要改的")
    return 0


def _to_do(lines: Sequence[str], whole: bool) -> None:
    """Print what is to be written; the lines below a count only where somebody asked for them."""
    for line in lines:
        if whole:
            print(line)
        elif not line.startswith(" "):
            print(line.removesuffix("："))
    if not whole and any(line.startswith(" ") for line in lines):
        print("逐条列出：python3 book.py check --todo")


def settings_of(docs: Path) -> settings.Settings:
    """This book's own rules for its own folder; any other folder has none."""
    return settings.read(MKDOCS_YML) if docs.resolve() == ROOT / "docs" else settings.Settings()
