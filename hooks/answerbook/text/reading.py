"""A body as Markdown reads it, once for all who take something from it one after the other.

Rules, search index, files for machines and page each need the tokens of every body, and together they would be too many
to keep: those of the last body are.
"""

from __future__ import annotations

from bisect import bisect
from functools import lru_cache

from markdown_it.token import Token

from . import commonmark
from .body import Body
from .commonmark import DISPLAY


def marks(body: Body) -> list[tuple[int, int, str]]:
    """What Markdown leaves alone, and the names of the marks in its place: c0 is the first citation, m0 or d0 the first
    formula, unless it stands in a citation."""
    cited = [one.start for one in body.citations]
    found = [(one.start, one.end, f"c{number}") for number, one in enumerate(body.citations)]
    for number, one in enumerate(body.formulas):
        before = bisect(cited, one.start)
        if not before or one.start >= body.citations[before - 1].end:
            found.append((one.start, one.end, f"{DISPLAY if one.display else 'm'}{number}"))
    return sorted(found)


@lru_cache(maxsize=1)
def tokens(body: Body) -> list[Token]:
    """The blocks of a body, their text taken apart, with marks in it; nobody may change them."""
    return commonmark.parse(commonmark.marked(body.text, marks(body)))


def taken(body: Body) -> list[Token]:
    """The same for the one who changes them: the next has them made anew."""
    found = tokens(body)
    tokens.cache_clear()
    return found
