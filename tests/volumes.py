"""Small books as volumes for paper."""

from __future__ import annotations

from pathlib import Path

from answerbook.checking import checks
from answerbook.paper import paper

from tests.sites import ROOT

CONFIG = ROOT / "mkdocs.yml"


def volume(docs: Path, selection: paper.Selection | None = None) -> paper.Volume:
    """The book in a folder, its files called docs/… in messages."""
    return paper.volume(checks.read(docs), CONFIG, docs, "docs/", selection)


def squeezed(text: str) -> str:
    """The text without spaces and line breaks, which depend on the page."""
    return "".join(text.split())
