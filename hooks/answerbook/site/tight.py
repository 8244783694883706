"""HTML without the white space that templates indent by: every page of the site carries it to every reader."""

from __future__ import annotations

import re

# Where white space is what the author wrote, or a script's own text, which the page's policy knows by its digest.
_KEPT = re.compile(r"(<(pre|script|style|textarea)\b.*?</\2>)", re.DOTALL)
# Beside tags only: what an attribute says, LaTeX above all, keeps its lines.
_INDENT = re.compile(r"(?<=>)[ \t]*\n[ \t\n]*|[ \t]*\n[ \t\n]*(?=<)")


def tight(html: str) -> str:
    """The same page, one line break where several and the indent stood between two elements."""
    # Of three pieces the second is what is kept, the third the name of its element.
    pieces = _KEPT.split(html)
    return "".join(
        _INDENT.sub("\n", piece) if place % 3 == 0 else piece for place, piece in enumerate(pieces) if place % 3 != 2
    )
