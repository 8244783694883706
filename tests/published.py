"""A project around the small book, for what only a project's own docs have: records of what was published."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests import sites

URL = "https://example.com/book/"
RETIRED = """\
old-question: first-question
older-question: old-question
gone-question: third-question
first-question#old-table: first-question#a-table
old-alpha/: alpha/
"""


def project(folder: Path, retired: str, published: str = "") -> Path:
    """A copy of this project that holds the small book and these records."""
    for name in ("hooks", "overrides", "web", "tools"):
        shutil.copytree(sites.ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    sites.copied(folder)
    shutil.copy(sites.ROOT / "package-lock.json", folder)
    (folder / "node_modules").symlink_to(sites.ROOT / "node_modules")
    # The rules of the great book are not those of the small one.
    settings = (sites.ROOT / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(re.sub(r"    require_.*\n", "", settings), "utf-8")
    for name, text in (("retired.yml", retired), ("published.txt", published)):
        if text:
            (folder / name).write_text(text, "utf-8")
    return folder


def retired(factory: pytest.TempPathFactory, *, folders: bool = True) -> Path:
    """The site of a project with retired addresses that does not know its own, for tests that only read it."""
    options = [] if folders else ["--no-directory-urls"]

    def make(folder: Path) -> None:
        sites.built(project(folder, RETIRED) / "docs", folder / "site", *options)

    return sites.once(factory, f"retired-{'folders' if folders else 'files'}", make) / "site"
