"""HTML without the white space that templates indent by: every page of the site carries it to every reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Where white space is what the author wrote, or a script's own text, which the page's policy knows by its digest.
_KEPT = re.compile(r"<(pre|s(?:cript|tyle)|textarea)\b")
# Beside tags only: what an attribute says, LaTeX above all, keeps its lines. A pattern that begins with a character is
# looked for by it: in half a megabyte of drawings there are few line breaks.
_BEFORE_TAG, _AFTER_TAG = re.compile(r"\n[ \t\n]+<"), re.compile(r">\n[ \t\n]+")
# The same, where blanks end a line.
_INDENT = re.compile(r"(?<=>)[ \t]*\n[ \t\n]*|[ \t]*\n[ \t\n]*(?=<)")


def tight(html: str) -> str:
    """The same page, one line break where several and the indent stood between two elements."""
    pieces, done = [], 0
    for start, end in _kept(html):
        pieces += [_squeezed(html[done:start]), html[start:end]]
        done = end
    return "".join([*pieces, _squeezed(html[done:])])


def _kept(html: str) -> Iterator[tuple[int, int]]:
    """Where the elements stand that keep their white space."""
    at = 0
    while opening := _KEPT.search(html, at):
        closing = f"</{opening[1]}>"
        end = html.find(closing, opening.end())
        at = opening.end() if end < 0 else end + len(closing)
        if end >= 0:
            yield opening.start(), at


def _squeezed(html: str) -> str:
    html = _AFTER_TAG.sub(">\n", _BEFORE_TAG.sub("\n<", html))
    return _INDENT.sub("\n", html) if " \n" in html or "\t\n" in html else html
