"""Builds only what the book was made of when its targets of time were set: what has come since is left out.

python -m bench.scale.then docs site
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from answerbook.site import browser, calculators, keeping, pages, practice, stepping, symbols
from answerbook.site.site import Site

from tools import commands

# The scripts that there were, and the one without which no build ends.
SCRIPTS = ("answerbook", "search", "match", "moved", "sw")
# Pages that came later, by their templates.
LATER = frozenset(
    (
        *("night.html", "practice.html", "mock.html", "editions.html", "evidence.html", "evidence_topic.html"),
        *("measured.html", "paths.html", "path.html", "calculators.html", "calculator.html"),
        *("embedded_calculator.html", "embedded_steps.html"),
    )
)


def leave_out() -> None:
    """Let the next builds of this process go without later pages, and the scripts and lists that belong to them."""
    whole = pages.web_pages

    def web_pages(site: Site) -> Iterator[pages.WebPage]:
        return (leaf for leaf in whole(site) if leaf.template not in LATER)

    pages.web_pages = web_pages
    browser.scripts = partial(browser.scripts, *SCRIPTS)
    practice.scripts = lambda site: {}
    calculators.scripts = lambda book: {}
    stepping.scripts = lambda found: {}
    symbols.script = lambda book: ""
    keeping.plan = lambda site: ""


if __name__ == "__main__":
    leave_out()
    sys.exit(commands.build(Path(sys.argv[1]), Path(sys.argv[2])))
